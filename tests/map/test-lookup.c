/* Looking things up in a map: records, the ties of an actor, free ids, copies. */
#include "network.h"

static void
test_empty (void)
{
  g_autoptr (NkMap) map = nk_map_new ();

  g_assert_cmpuint (nk_map_count (map, NK_HEAD), ==, 1);
  for (int kind = NK_HEAD + 1; kind < NK_N_RECORD_KINDS; kind++)
    g_assert_cmpuint (nk_map_count (map, kind), ==, 0);
  g_assert_true (nk_map_head (map) == nk_map_at (map, NK_HEAD, 0));
  g_assert_cmpstr (nk_record_text (nk_map_head (map), NK_FIELD_TITLE), ==, "");
  g_assert_null (nk_map_ties_of (map, "rat"));
}

static void
test_find (void)
{
  static const struct { NkRecordKind kind; const char *id; int position; } rows[] = {
    { NK_ACTOR, "rat", 0 }, { NK_ACTOR, "amt", 1 }, { NK_ACTOR, "wp", 2 },
    { NK_ACTOR, "t1", -1 }, { NK_TIE, "t1", 0 }, { NK_HEAD, "", 0 },
    { NK_ACTOR, "", -1 }, { NK_ACTOR, NULL, -1 }, { NK_ACTOR, "RAT", -1 },
  };
  g_autoptr (NkMap) map = network_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const NkRecord *record = nk_map_find (map, rows[i].kind, rows[i].id);

      g_assert_cmpint (nk_map_position (map, rows[i].kind, rows[i].id), ==, rows[i].position);
      g_assert_cmpint (record != NULL, ==, rows[i].position >= 0);
      if (record != NULL)
        g_assert_true (record == nk_map_at (map, rows[i].kind, rows[i].position));
    }
}

/* The positions of an actor's ties, "0 1"; to be freed. */
static char *
ties_text (const NkMap *map,
           const char  *actor)
{
  const GArray *ties = nk_map_ties_of (map, actor);
  GString *text = g_string_new (NULL);

  for (guint i = 0; ties != NULL && i < ties->len; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? " " : "", g_array_index (ties, guint, i));
  return g_string_free (text, FALSE);
}

static void
check_ties (const NkMap *map,
            const char  *rat,
            const char  *amt,
            const char  *wp)
{
  g_autofree char *of_rat = ties_text (map, "rat");
  g_autofree char *of_amt = ties_text (map, "amt");
  g_autofree char *of_wp = ties_text (map, "wp");

  g_assert_cmpstr (of_rat, ==, rat);
  g_assert_cmpstr (of_amt, ==, amt);
  g_assert_cmpstr (of_wp, ==, wp);
}

/* The index follows whatever an edit does to ties. */
static void
test_ties_of (void)
{
  g_autoptr (NkMap) map = network_new ();
  g_autoptr (NkEdit) retie = nk_edit_new ("Retie");
  g_autoptr (NkEdit) loop = nk_edit_new ("Loop");
  g_autoptr (NkEdit) order = nk_edit_new ("Order");
  g_autoptr (NkEdit) removal = nk_edit_new ("Remove");

  check_ties (map, "0", "0 1", "1");
  nk_edit_set_text (retie, map, NK_TIE, "t1", NK_FIELD_TO, "wp");
  g_assert_true (nk_map_apply (map, retie, NULL));
  check_ties (map, "0", "1", "0 1");
  nk_edit_put (loop, map,
               network_record (NK_TIE, "t3", NK_FIELD_FROM, "rat", NK_FIELD_TO, "rat", -1));
  g_assert_true (nk_map_apply (map, loop, NULL));
  check_ties (map, "0 2", "1", "0 1");
  nk_edit_move (order, map, NK_TIE, "t3", 0);
  g_assert_true (nk_map_apply (map, order, NULL));
  check_ties (map, "0 1", "2", "1 2");
  nk_edit_remove (removal, map, NK_ACTOR, "rat");
  g_assert_true (nk_map_apply (map, removal, NULL));
  check_ties (map, "", "0", "0");
}

static void
test_new_id (void)
{
  static const struct { NkRecordKind kind; const char *name, *id; } rows[] = {
    { NK_ACTOR, "Welcome Point (Bezirk 5)", "welcome-point-bezirk-5" },
    { NK_ACTOR, "Büro für Ämter", "buero-fuer-aemter" },
    { NK_ACTOR, "Rat", "rat-2" },
    { NK_TIE, "Rat", "rat" },
    { NK_ACTOR, "", "actor" },
    { NK_ACTOR, "— … !", "actor" },
    { NK_TIE, "T1", "t1-2" },
    { NK_ACTOR, "Neu", "neu-2" },   /* the edit puts one in */
    { NK_ACTOR, "Ein Verein, dessen Name viel länger ist als ein Schild",
      "ein-verein-dessen-name-viel-laenger-ist" },
  };
  g_autoptr (NkMap) map = network_new ();
  g_autoptr (NkEdit) edit = nk_edit_new ("Add");

  nk_edit_put (edit, map, nk_record_new (NK_ACTOR, "neu"));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *id = nk_map_new_id (map, edit, rows[i].kind, rows[i].name);

      g_assert_cmpstr (id, ==, rows[i].id);
    }
}

/* Each of many names that begin alike gets an id of its own, also if one in between is taken. */
static void
test_many_new_ids (void)
{
  g_autoptr (NkMap) map = network_new ();
  g_autoptr (NkEdit) edit = nk_edit_new ("Add");
  const guint n = 100;

  nk_edit_put (edit, map, nk_record_new (NK_ACTOR, "verein-50"));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = nk_map_new_id (map, edit, NK_ACTOR, "Verein");

      g_assert_true (g_str_equal (id, "verein") || g_str_has_prefix (id, "verein-"));
      g_assert_null (nk_edit_look (edit, map, NK_ACTOR, id));
      nk_edit_put (edit, map, nk_record_new (NK_ACTOR, id));
    }
  g_assert_cmpuint (nk_edit_n_changes (edit), ==, n + 1);
}

static void
test_copy (void)
{
  g_autoptr (NkMap) map = network_new ();
  g_autoptr (NkMap) copy = nk_map_copy (map);
  g_autoptr (NkEdit) edit = nk_edit_new ("Rename");

  g_assert_true (nk_map_equal (map, copy));
  g_assert_true (nk_map_find (map, NK_ACTOR, "rat") == nk_map_find (copy, NK_ACTOR, "rat"));
  nk_edit_set_text (edit, map, NK_ACTOR, "rat", NK_FIELD_NAME, "Stadtrat");
  g_assert_true (nk_map_apply (map, edit, NULL));
  g_assert_false (nk_map_equal (map, copy));
  g_assert_cmpstr (nk_record_title (nk_map_find (copy, NK_ACTOR, "rat")), ==, "Rat");
}

/* Order counts: it is the order of the bands. */
static void
test_equal (void)
{
  g_autoptr (NkMap) map = network_new ();
  g_autoptr (NkMap) same = network_new ();
  g_autoptr (NkEdit) order = nk_edit_new ("Order");
  g_autoptr (NkEdit) back = NULL;

  g_assert_true (nk_map_equal (map, same));
  nk_edit_move (order, map, NK_LEVEL, "city", 1);
  g_assert_true (nk_map_apply (map, order, NULL));
  g_assert_false (nk_map_equal (map, same));
  back = nk_edit_inverse (order);
  g_assert_true (nk_map_apply (map, back, NULL));
  g_assert_true (nk_map_equal (map, same));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lookup/empty", test_empty);
  g_test_add_func ("/lookup/find", test_find);
  g_test_add_func ("/lookup/ties-of", test_ties_of);
  g_test_add_func ("/lookup/new-id", test_new_id);
  g_test_add_func ("/lookup/many-new-ids", test_many_new_ids);
  g_test_add_func ("/lookup/copy", test_copy);
  g_test_add_func ("/lookup/equal", test_equal);
  return g_test_run ();
}
