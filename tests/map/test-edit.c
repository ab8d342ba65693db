/* Edits: what they do to a map, their inverse, two of them as one, and what is refused. */
#include "network.h"

/* ---- what an edit does ---- */

typedef void (*Fill) (NkEdit *edit, NkMap *map);

static void
add_actor (NkEdit *edit, NkMap *map)
{
  nk_edit_put (edit, map, network_record (NK_ACTOR, "new", NK_FIELD_NAME, "Neu", -1));
}

static void
add_actor_with_tie (NkEdit *edit, NkMap *map)
{
  nk_edit_put (edit, map,
               network_record (NK_TIE, "t3", NK_FIELD_FROM, "new", NK_FIELD_TO, "rat", -1));
  add_actor (edit, map);
}

static void
add_two (NkEdit *edit, NkMap *map)
{
  add_actor (edit, map);
  nk_edit_put (edit, map, network_record (NK_ACTOR, "newer", NK_FIELD_NAME, "Neuer", -1));
}

static void
add_and_take_out (NkEdit *edit, NkMap *map)
{
  add_actor_with_tie (edit, map);
  nk_edit_remove (edit, map, NK_ACTOR, "new");
}

static void
rename_actor (NkEdit *edit, NkMap *map)
{
  nk_edit_set_text (edit, map, NK_ACTOR, "rat", NK_FIELD_NAME, "Stadtrat");
}

static void
rename_and_back (NkEdit *edit, NkMap *map)
{
  rename_actor (edit, map);
  nk_edit_set_text (edit, map, NK_ACTOR, "rat", NK_FIELD_NAME, "Rat");
}

static void
put_the_same (NkEdit *edit, NkMap *map)
{
  nk_edit_put (edit, map, nk_record_copy (nk_map_find (map, NK_ACTOR, "rat"), NULL));
}

static void
take_out_actor (NkEdit *edit, NkMap *map)
{
  nk_edit_remove (edit, map, NK_ACTOR, "amt");
}

static void
take_out_first_and_last (NkEdit *edit, NkMap *map)
{
  nk_edit_remove (edit, map, NK_ACTOR, "wp");
  nk_edit_remove (edit, map, NK_ACTOR, "rat");
}

static void
take_out_everybody (NkEdit *edit, NkMap *map)
{
  take_out_actor (edit, map);
  take_out_first_and_last (edit, map);
}

static void
take_out_nobody (NkEdit *edit, NkMap *map)
{
  nk_edit_remove (edit, map, NK_ACTOR, "nobody");
}

static void
take_out_and_put_back (NkEdit *edit, NkMap *map)
{
  nk_edit_remove (edit, map, NK_TIE, "t1");
  nk_edit_put (edit, map, nk_record_copy (nk_map_find (map, NK_TIE, "t1"), NULL));
}

/* Another takes over what was tied to the one who goes. */
static void
retie_and_take_out (NkEdit *edit, NkMap *map)
{
  nk_edit_set_text (edit, map, NK_TIE, "t2", NK_FIELD_FROM, "rat");
  nk_edit_remove (edit, map, NK_ACTOR, "amt");
}

static void
retie_to_who_goes (NkEdit *edit, NkMap *map)
{
  nk_edit_set_text (edit, map, NK_TIE, "t2", NK_FIELD_FROM, "rat");
  nk_edit_remove (edit, map, NK_ACTOR, "rat");
}

static void
take_out_and_add (NkEdit *edit, NkMap *map)
{
  take_out_actor (edit, map);
  add_actor_with_tie (edit, map);
}

static void
move_first_to_end (NkEdit *edit, NkMap *map)
{
  nk_edit_move (edit, map, NK_ACTOR, "rat", 2);
}

static void
move_last_to_front (NkEdit *edit, NkMap *map)
{
  nk_edit_move (edit, map, NK_ACTOR, "wp", 0);
}

static void
move_and_rename (NkEdit *edit, NkMap *map)
{
  nk_edit_move (edit, map, NK_ACTOR, "rat", 1);
  rename_actor (edit, map);
}

static void
rename_and_move (NkEdit *edit, NkMap *map)
{
  rename_actor (edit, map);
  nk_edit_move (edit, map, NK_ACTOR, "rat", 1);
}

static void
move_and_back (NkEdit *edit, NkMap *map)
{
  nk_edit_move (edit, map, NK_ACTOR, "rat", 2);
  nk_edit_move (edit, map, NK_ACTOR, "rat", 0);
}

static void
move_and_take_out (NkEdit *edit, NkMap *map)
{
  nk_edit_move (edit, map, NK_ACTOR, "rat", 2);
  nk_edit_remove (edit, map, NK_ACTOR, "rat");
}

static void
move_nowhere (NkEdit *edit, NkMap *map)
{
  nk_edit_move (edit, map, NK_ACTOR, "amt", 1);
}

static void
do_nothing (NkEdit *edit, NkMap *map)
{
}

#define BEFORE "Rat, Amt, Welcome Point; rat>amt, amt>wp"

/* Each row is done, taken back, and done again. */
static void
test_effect (void)
{
  static const struct
  {
    const char *name;
    Fill fill;
    guint n_changes;
    const char *after;
  } rows[] = {
    { "nothing", do_nothing, 0, BEFORE },
    { "add", add_actor, 1, "Rat, Amt, Welcome Point, Neu; rat>amt, amt>wp" },
    { "add with a tie, the tie first", add_actor_with_tie, 2,
      "Rat, Amt, Welcome Point, Neu; rat>amt, amt>wp, new>rat" },
    { "add two", add_two, 2, "Rat, Amt, Welcome Point, Neu, Neuer; rat>amt, amt>wp" },
    { "add and take out", add_and_take_out, 0, BEFORE },
    { "rename", rename_actor, 1, "Stadtrat, Amt, Welcome Point; rat>amt, amt>wp" },
    { "rename and back", rename_and_back, 0, BEFORE },
    { "put the same", put_the_same, 0, BEFORE },
    { "take out", take_out_actor, 3, "Rat, Welcome Point" },
    { "take out two", take_out_first_and_last, 4, "Amt" },
    { "take out everybody", take_out_everybody, 5, "" },
    { "take out nobody", take_out_nobody, 0, BEFORE },
    { "take out and put back", take_out_and_put_back, 0, BEFORE },
    { "retie and take out", retie_and_take_out, 3, "Rat, Welcome Point; rat>wp" },
    { "retie to who goes", retie_to_who_goes, 3, "Amt, Welcome Point" },
    { "take out and add", take_out_and_add, 5, "Rat, Welcome Point, Neu; new>rat" },
    { "first to the end", move_first_to_end, 1, "Amt, Welcome Point, Rat; rat>amt, amt>wp" },
    { "last to the front", move_last_to_front, 1, "Welcome Point, Rat, Amt; rat>amt, amt>wp" },
    { "move and rename", move_and_rename, 1, "Amt, Stadtrat, Welcome Point; rat>amt, amt>wp" },
    { "rename and move", rename_and_move, 1, "Amt, Stadtrat, Welcome Point; rat>amt, amt>wp" },
    { "move and back", move_and_back, 0, BEFORE },
    { "move and take out", move_and_take_out, 2, "Amt, Welcome Point; amt>wp" },
    { "move nowhere", move_nowhere, 0, BEFORE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (NkMap) before = network_new ();
      g_autoptr (NkMap) map = nk_map_copy (before);
      g_autoptr (NkEdit) edit = nk_edit_new (rows[i].name);
      g_autoptr (NkEdit) inverse = NULL;
      g_autofree char *after = NULL, *again = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", rows[i].name);
      rows[i].fill (edit, map);
      g_assert_cmpuint (nk_edit_n_changes (edit), ==, rows[i].n_changes);
      g_assert_cmpint (nk_edit_is_empty (edit), ==, rows[i].n_changes == 0);
      g_assert_true (nk_map_apply (map, edit, &error));
      g_assert_no_error (error);
      after = network_text (map);
      g_assert_cmpstr (after, ==, rows[i].after);

      inverse = nk_edit_inverse (edit);
      g_assert_cmpstr (nk_edit_name (inverse), ==, rows[i].name);
      g_assert_true (nk_map_apply (map, inverse, &error));
      g_assert_true (nk_map_equal (map, before));

      g_assert_true (nk_map_apply (map, edit, &error));
      again = network_text (map);
      g_assert_cmpstr (again, ==, rows[i].after);
    }
}

static void
test_look (void)
{
  g_autoptr (NkMap) map = network_new ();
  g_autoptr (NkEdit) edit = nk_edit_new ("Work");

  take_out_actor (edit, map);
  rename_actor (edit, map);
  add_actor (edit, map);
  g_assert_null (nk_edit_look (edit, map, NK_ACTOR, "amt"));
  g_assert_null (nk_edit_look (edit, map, NK_TIE, "t1"));
  g_assert_cmpstr (nk_record_title (nk_edit_look (edit, map, NK_ACTOR, "rat")), ==, "Stadtrat");
  g_assert_cmpstr (nk_record_title (nk_edit_look (edit, map, NK_ACTOR, "new")), ==, "Neu");
  g_assert_cmpstr (nk_record_title (nk_edit_look (edit, map, NK_ACTOR, "wp")), ==, "Welcome Point");
  g_assert_null (nk_edit_look (edit, map, NK_ACTOR, "nobody"));
  g_assert_nonnull (nk_edit_find (edit, NK_ACTOR, "amt"));
  g_assert_null (nk_edit_find (edit, NK_ACTOR, "wp"));
}

static void
test_setters (void)
{
  g_autoptr (NkMap) map = network_new ();
  g_autoptr (NkEdit) edit = nk_edit_new ("Set");
  const NkRecord *wp;

  nk_edit_set_text (edit, map, NK_HEAD, "", NK_FIELD_TITLE, "Welcome Points");
  nk_edit_set_integer (edit, map, NK_ACTOR, "wp", NK_FIELD_PLACE, 3);
  nk_edit_set_boolean (edit, map, NK_ACTOR, "wp", NK_FIELD_PINNED, TRUE);
  nk_edit_set_place (edit, map, NK_ACTOR, "wp", 12.345, -7);
  g_assert_cmpuint (nk_edit_n_changes (edit), ==, 2);
  g_assert_true (nk_map_apply (map, edit, NULL));
  wp = nk_map_find (map, NK_ACTOR, "wp");
  g_assert_cmpstr (nk_record_title (nk_map_head (map)), ==, "Welcome Points");
  g_assert_cmpint (nk_record_integer (wp, NK_FIELD_PLACE), ==, 3);
  g_assert_true (nk_record_boolean (wp, NK_FIELD_PINNED));
  g_assert_cmpfloat (nk_record_number (wp, NK_FIELD_X), ==, 12.35);
  g_assert_cmpfloat (nk_record_number (wp, NK_FIELD_Y), ==, -7);
}

/* ---- two as one ---- */

static void
fill_x (NkEdit *edit, NkMap *map)
{
  nk_edit_set_place (edit, map, NK_ACTOR, "rat", 1, 1);
}

static void
fill_back (NkEdit *edit, NkMap *map)
{
  nk_edit_set_text (edit, map, NK_ACTOR, "rat", NK_FIELD_NAME, "Rat");
}

static void
fill_other (NkEdit *edit, NkMap *map)
{
  nk_edit_set_text (edit, map, NK_ACTOR, "amt", NK_FIELD_NAME, "Bürgeramt");
}

static void
test_join (void)
{
  static const struct { const char *name; Fill first, second; int n_changes; } rows[] = {
    { "the same record", rename_actor, fill_x, 1 },
    { "another record", rename_actor, fill_other, 2 },
    { "and back", rename_actor, fill_back, 0 },
    { "coming does not join", rename_actor, add_actor, -1 },
    { "going does not join", take_out_actor, rename_actor, -1 },
    { "moving does not join", rename_actor, move_first_to_end, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (NkMap) before = network_new ();
      g_autoptr (NkMap) map = nk_map_copy (before);
      g_autoptr (NkEdit) first = nk_edit_new ("First");
      g_autoptr (NkEdit) second = nk_edit_new ("Second");
      g_autoptr (NkEdit) joined = NULL, inverse = NULL;

      g_test_message ("%s", rows[i].name);
      rows[i].first (first, map);
      g_assert_true (nk_map_apply (map, first, NULL));
      rows[i].second (second, map);
      g_assert_true (nk_map_apply (map, second, NULL));
      joined = nk_edit_join (first, second);
      g_assert_cmpint (joined != NULL ? (int) nk_edit_n_changes (joined) : -1, ==,
                       rows[i].n_changes);
      if (joined == NULL)
        continue;
      g_assert_cmpstr (nk_edit_name (joined), ==, "First");
      inverse = nk_edit_inverse (joined);
      g_assert_true (nk_map_apply (map, inverse, NULL));
      g_assert_true (nk_map_equal (map, before));
    }
}

/* ---- what is refused ---- */

static void
fill_wrong_tie (NkEdit *edit, NkMap *map)
{
  rename_actor (edit, map);
  nk_edit_put (edit, map,
               network_record (NK_TIE, "t3", NK_FIELD_FROM, "rat", NK_FIELD_TO, "nobody", -1));
}

static void
fill_endless_tie (NkEdit *edit, NkMap *map)
{
  nk_edit_put (edit, map, nk_record_new (NK_TIE, "t3"));
}

static void
fill_wrong_end (NkEdit *edit, NkMap *map)
{
  nk_edit_set_text (edit, map, NK_TIE, "t2", NK_FIELD_TO, "nobody");
}

/* The edit is made for the map as it is; then something else happens to it. */
static void
test_refused (void)
{
  static const struct { const char *name; Fill fill,
                        meanwhile; NkMapError code; const char *message; } rows[] = {
    { "added meanwhile", add_actor, add_actor, NK_MAP_ERROR_DUPLICATE,
      "There is already a record with the id “new” (actor)." },
    { "taken out meanwhile", rename_actor, take_out_first_and_last, NK_MAP_ERROR_MISSING,
      "There is no record with the id “rat” (actor)." },
    { "taken out twice", take_out_actor, take_out_actor, NK_MAP_ERROR_MISSING,
      "There is no record with the id “t1” (tie)." },
    { "renamed meanwhile", rename_actor, fill_x, NK_MAP_ERROR_CHANGED,
      "The record “rat” (actor) has been changed meanwhile." },
    { "moved meanwhile", move_first_to_end, move_last_to_front, NK_MAP_ERROR_CHANGED,
      "The record “rat” (actor) has been changed meanwhile." },
    { "shorter meanwhile", move_first_to_end, take_out_actor, NK_MAP_ERROR_CHANGED,
      "The list “actors” has been changed meanwhile." },
    { "tied meanwhile", take_out_actor, add_actor_with_tie, 0, NULL },
    { "tied to who goes meanwhile", take_out_first_and_last, add_actor_with_tie,
      NK_MAP_ERROR_MISSING,
      "The tie “t3” would lead to the actor “rat”, who is not there." },
    { "tie to nobody", fill_wrong_tie, do_nothing, NK_MAP_ERROR_MISSING,
      "The tie “t3” would lead to the actor “nobody”, who is not there." },
    { "tie without ends", fill_endless_tie, do_nothing, NK_MAP_ERROR_MISSING,
      "The tie “t3” would lead to the actor “”, who is not there." },
    { "end moved to nobody", fill_wrong_end, do_nothing, NK_MAP_ERROR_MISSING,
      "The tie “t2” would lead to the actor “nobody”, who is not there." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (NkMap) map = network_new ();
      g_autoptr (NkMap) before = NULL;
      g_autoptr (NkEdit) edit = nk_edit_new ("Edit");
      g_autoptr (NkEdit) meanwhile = nk_edit_new ("Meanwhile");
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", rows[i].name);
      rows[i].fill (edit, map);
      rows[i].meanwhile (meanwhile, map);
      g_assert_true (nk_map_apply (map, meanwhile, NULL));
      before = nk_map_copy (map);
      g_assert_cmpint (nk_map_apply (map, edit, &error), ==, rows[i].message == NULL);
      if (rows[i].message == NULL)
        continue;
      g_assert_error (error, NK_MAP_ERROR, (int) rows[i].code);
      g_assert_cmpstr (error->message, ==, rows[i].message);
      g_assert_true (nk_map_equal (map, before));
    }
}

/* An edit that has been done once is settled: on another map it fits or is refused. */
static void
test_settled (void)
{
  g_autoptr (NkMap) map = network_new ();
  g_autoptr (NkMap) smaller = nk_map_copy (map);
  g_autoptr (NkEdit) addition = nk_edit_new ("Add");
  g_autoptr (NkEdit) removal = nk_edit_new ("Remove");
  g_autoptr (GError) error = NULL;

  add_actor (addition, map);
  g_assert_true (nk_map_apply (map, addition, NULL));
  nk_edit_remove (removal, smaller, NK_ACTOR, "amt");
  g_assert_true (nk_map_apply (smaller, removal, NULL));
  g_assert_false (nk_map_apply (smaller, addition, &error));
  g_assert_error (error, NK_MAP_ERROR, NK_MAP_ERROR_CHANGED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/effect", test_effect);
  g_test_add_func ("/edit/look", test_look);
  g_test_add_func ("/edit/setters", test_setters);
  g_test_add_func ("/edit/join", test_join);
  g_test_add_func ("/edit/refused", test_refused);
  g_test_add_func ("/edit/settled", test_settled);
  return g_test_run ();
}
