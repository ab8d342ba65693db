/* Rows follow the map: whatever is done to it, who replays what is said of the rows has those that are
 * there, and who stays is the same row. */
#include "ui/tables/table-rows.h"

typedef struct
{
  NkMap *map;
  NkTableRows *rows;
  GPtrArray *replayed;   /* NkTableRow, owned: what somebody who listens knows */
  guint said;            /* how many rows were named as changed since last asked */
} Fixture;

static void
on_items_changed (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  gpointer    data)
{
  Fixture *fixture = data;

  fixture->said += MAX (removed, added);
  if (removed > 0)
    g_ptr_array_remove_range (fixture->replayed, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (fixture->replayed, (int) (position + i),
                        g_list_model_get_item (model, position + i));
}

static void
check (Fixture *fixture)
{
  guint n = nk_map_count (fixture->map, NK_ACTOR);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->rows)), ==, n);
  g_assert_cmpuint (fixture->replayed->len, ==, n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (NkTableRow) row = g_list_model_get_item (G_LIST_MODEL (fixture->rows), i);
      NkRecord *record = nk_map_at (fixture->map, NK_ACTOR, i);

      g_assert_true (row == fixture->replayed->pdata[i]);
      g_assert_true (nk_table_row_record (row) == record);
      g_assert_true (nk_table_rows_find (fixture->rows, nk_record_id (record)) == row);
    }
}

static void
apply (Fixture *fixture,
       NkEdit  *edit)
{
  g_assert_true (nk_map_apply (fixture->map, edit, NULL));
  nk_table_rows_follow (fixture->rows, fixture->map, edit);
  check (fixture);
}

static void
add (Fixture    *fixture,
     NkEdit     *edit,
     const char *id)
{
  NkRecord *actor = nk_record_new (NK_ACTOR, id);

  nk_record_set_text (actor, NK_FIELD_NAME, id);
  nk_edit_put (edit, fixture->map, actor);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (NkEdit) edit = nk_edit_new ("Add");

  fixture->map = nk_map_new ();
  fixture->rows = nk_table_rows_new (NK_ACTOR);
  fixture->replayed = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i);

      add (fixture, edit, id);
    }
  g_assert_true (nk_map_apply (fixture->map, edit, NULL));
  g_signal_connect (fixture->rows, "items-changed", G_CALLBACK (on_items_changed), fixture);
  nk_table_rows_set_map (fixture->rows, fixture->map);
  check (fixture);
  nk_table_rows_set_ordered (fixture->rows, TRUE);
  fixture->said = 0;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_signal_handlers_disconnect_by_data (fixture->rows, fixture);
  g_object_unref (fixture->rows);
  g_ptr_array_unref (fixture->replayed);
  nk_map_unref (fixture->map);
}

static void
test_field (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (NkEdit) name = nk_edit_new ("Name"), place = nk_edit_new ("Move");
  g_autoptr (NkEdit) again = nk_edit_new ("Again");
  NkTableRow *row = nk_table_rows_find (fixture->rows, "a7");

  nk_edit_set_text (name, fixture->map, NK_ACTOR, "a7", NK_FIELD_NAME, "Other");
  apply (fixture, name);
  g_assert_cmpuint (fixture->said, ==, 1);
  g_assert_true (nk_table_rows_find (fixture->rows, "a7") == row);

  /* Unless somebody else orders them, it is enough that the row says so. */
  fixture->said = 0;
  nk_table_rows_set_ordered (fixture->rows, FALSE);
  nk_edit_set_text (again, fixture->map, NK_ACTOR, "a7", NK_FIELD_NAME, "Another");
  apply (fixture, again);
  g_assert_cmpuint (fixture->said, ==, 0);
  nk_table_rows_set_ordered (fixture->rows, TRUE);

  /* No cell says where an actor stands. */
  fixture->said = 0;
  nk_edit_set_place (place, fixture->map, NK_ACTOR, "a8", 3, 4);
  apply (fixture, place);
  g_assert_cmpuint (fixture->said, ==, 0);
}

static void
test_coming_and_going (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (NkEdit) edit = nk_edit_new ("Both"), inverse = NULL;
  NkTableRow *row = nk_table_rows_find (fixture->rows, "a39");

  nk_edit_remove (edit, fixture->map, NK_ACTOR, "a5");
  nk_edit_remove (edit, fixture->map, NK_ACTOR, "a20");
  nk_edit_set_text (edit, fixture->map, NK_ACTOR, "a30", NK_FIELD_NAME, "Other");
  add (fixture, edit, "new");
  apply (fixture, edit);
  g_assert_true (nk_table_rows_find (fixture->rows, "a5") == NULL);
  g_assert_true (nk_table_rows_find (fixture->rows, "a39") == row);
  inverse = nk_edit_inverse (edit);
  apply (fixture, inverse);
  g_assert_true (nk_table_rows_find (fixture->rows, "a39") == row);
}

static void
test_moving (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (NkEdit) edit = nk_edit_new ("Move");

  nk_edit_move (edit, fixture->map, NK_ACTOR, "a10", 14);
  apply (fixture, edit);
  g_assert_cmpuint (fixture->said, <=, 6);
}

static void
on_changed (NkTableRow *row,
            guint      *n)
{
  (*n)++;
}

/* A tie counts at both of its ends, a level's name stands in all rows. */
static void
test_others (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (NkEdit) edit = nk_edit_new ("Tie"), level = nk_edit_new ("Level");
  NkRecord *tie = nk_record_new (NK_TIE, "t");
  guint ends = 0, others = 0;

  g_signal_connect (nk_table_rows_find (fixture->rows, "a1"), "changed", G_CALLBACK (on_changed),
                    &ends);
  g_signal_connect (nk_table_rows_find (fixture->rows, "a3"), "changed", G_CALLBACK (on_changed),
                    &others);
  nk_record_set_text (tie, NK_FIELD_FROM, "a1");
  nk_record_set_text (tie, NK_FIELD_TO, "a2");
  nk_edit_put (edit, fixture->map, tie);
  apply (fixture, edit);
  g_assert_cmpuint (fixture->said, ==, 2);
  g_assert_cmpuint (ends, ==, 1);
  g_assert_cmpuint (others, ==, 0);

  nk_edit_put (level, fixture->map, nk_record_new (NK_LEVEL, "l"));
  apply (fixture, level);
  g_assert_cmpuint (ends, ==, 2);
  g_assert_cmpuint (others, ==, 1);
}

static void
test_draft (Fixture       *fixture,
            gconstpointer  data)
{
  NkTableRow *draft = nk_table_rows_add_draft (fixture->rows, nk_record_new (NK_ACTOR, "draft"));
  g_autoptr (NkEdit) edit = nk_edit_new ("Remove");
  g_autoptr (NkTableRow) last = NULL;

  nk_edit_remove (edit, fixture->map, NK_ACTOR, "a0");
  g_assert_true (nk_map_apply (fixture->map, edit, NULL));
  nk_table_rows_follow (fixture->rows, fixture->map, edit);
  g_assert_cmpuint (nk_table_rows_count (fixture->rows), ==, 39);
  last = g_list_model_get_item (G_LIST_MODEL (fixture->rows), 39);
  g_assert_true (last == draft && fixture->replayed->pdata[39] == draft);
  nk_table_rows_drop_draft (fixture->rows);
  check (fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add ("/rows/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("field", test_field);
  ADD ("coming and going", test_coming_and_going);
  ADD ("moving", test_moving);
  ADD ("others", test_others);
  ADD ("draft", test_draft);
#undef ADD
  return g_test_run ();
}
