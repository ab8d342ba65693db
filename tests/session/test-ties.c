/* The edits of ties, and what the next one begins as. */
#include "ui/session/next-tie.h"
#include "ui/session/tie-edits.h"

static const NkPoint bends[] = { { 10, 20 }, { 30, 40 }, { 50, 60 } };

static void
add_named (NkEdit       *edit,
           const NkMap  *map,
           NkRecordKind  kind,
           const char   *id)
{
  NkRecord *record = nk_record_new (kind, id);

  nk_record_set_text (record, NK_FIELD_NAME, id);
  nk_edit_put (edit, map, record);
}

static void
add_tie (NkEdit      *edit,
         const NkMap *map,
         const char  *id,
         const char  *from,
         const char  *to,
         const char  *kind,
         gboolean     formal)
{
  NkRecord *tie = nk_record_new (NK_TIE, id);

  nk_record_set_text (tie, NK_FIELD_FROM, from);
  nk_record_set_text (tie, NK_FIELD_TO, to);
  nk_record_set_text (tie, NK_FIELD_KIND, kind);
  nk_record_set_boolean (tie, NK_FIELD_FORMAL, formal);
  nk_edit_put (edit, map, tie);
}

/* Actors a, b and c, kinds k and l, the tie "one" with bends and the tie "two". */
static NkMap *
make_map (void)
{
  NkMap *map = nk_map_new ();
  g_autoptr (NkEdit) edit = nk_edit_new ("Make"), bend = NULL;

  for (const char *id = "abc"; *id != '\0'; id++)
    add_named (edit, map, NK_ACTOR, (const char[]) { *id, '\0' });
  add_named (edit, map, NK_KIND, "k");
  add_named (edit, map, NK_KIND, "l");
  add_tie (edit, map, "one", "a", "b", "k", TRUE);
  add_tie (edit, map, "two", "b", "c", "", FALSE);
  g_assert_true (nk_map_apply (map, edit, NULL));
  bend = nk_edit_for_bends (map, "one", bends, G_N_ELEMENTS (bends));
  g_assert_cmpstr (nk_edit_name (bend), ==, "Bend Tie");
  g_assert_true (nk_map_apply (map, bend, NULL));
  return map;
}

/* Both ties, and an actor, with which nothing is done. */
static NkSelection *
select_all (void)
{
  NkSelection *selection = nk_selection_new ();

  nk_selection_add (selection, NK_ACTOR, "a");
  nk_selection_add (selection, NK_TIE, "one");
  nk_selection_add (selection, NK_TIE, "two");
  return selection;
}

static const char *
text_of (const NkMap *map,
         const char  *tie,
         NkField      field)
{
  return nk_record_text (nk_map_find (map, NK_TIE, tie), field);
}

static void
apply (NkMap  *map,
       NkEdit *edit)
{
  g_autoptr (NkEdit) taken = edit;

  g_assert_true (nk_map_apply (map, taken, NULL));
}

static void
test_add (void)
{
  g_autoptr (NkMap) map = make_map ();
  g_autofree char *id = NULL, *other = NULL;
  const NkNewTie formal = { "l", TRUE, 2 }, plain = { "", FALSE, -1 };
  const NkRecord *tie;

  apply (map, nk_edit_for_tie (map, "c", "a", &formal, &id));
  tie = nk_map_find (map, NK_TIE, id);
  g_assert_cmpstr (nk_record_text (tie, NK_FIELD_FROM), ==, "c");
  g_assert_cmpstr (nk_record_text (tie, NK_FIELD_TO), ==, "a");
  g_assert_cmpstr (nk_record_text (tie, NK_FIELD_KIND), ==, "l");
  g_assert_true (nk_record_boolean (tie, NK_FIELD_FORMAL));
  g_assert_cmpint (nk_record_integer (tie, NK_FIELD_PEOPLE), >, 0);
  g_assert_cmpint (nk_record_integer (tie, NK_FIELD_PLACE), ==, 0);

  apply (map, nk_edit_for_tie (map, "c", "a", &plain, &other));
  tie = nk_map_find (map, NK_TIE, other);
  g_assert_cmpstr (id, !=, other);
  g_assert_false (nk_record_has (tie, NK_FIELD_KIND));
  g_assert_false (nk_record_boolean (tie, NK_FIELD_FORMAL));
}

static void
test_reverse (void)
{
  g_autoptr (NkMap) map = make_map ();
  g_autoptr (NkMap) before = nk_map_copy (map);
  g_autoptr (NkSelection) selection = select_all ();
  const NkPoint *turned;
  guint n;

  apply (map, nk_edit_for_reverse (map, selection));
  g_assert_cmpstr (text_of (map, "one", NK_FIELD_FROM), ==, "b");
  g_assert_cmpstr (text_of (map, "one", NK_FIELD_TO), ==, "a");
  g_assert_cmpstr (text_of (map, "two", NK_FIELD_FROM), ==, "c");
  turned = nk_record_points (nk_map_find (map, NK_TIE, "one"), NK_FIELD_BENDS, &n);
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (bends));
  for (guint i = 0; i < n; i++)
    g_assert_cmpfloat (turned[i].x, ==, bends[n - 1 - i].x);
  apply (map, nk_edit_for_reverse (map, selection));
  g_assert_true (nk_map_equal (map, before));
}

static void
test_forms_and_kinds (void)
{
  g_autoptr (NkMap) map = make_map ();
  g_autoptr (NkSelection) selection = select_all ();

  g_assert_cmpuint (nk_ties_selected (selection), ==, 2);
  g_assert_false (nk_ties_are_formal (map, selection));
  apply (map, nk_edit_for_formal (map, selection, TRUE));
  g_assert_true (nk_ties_are_formal (map, selection));
  apply (map, nk_edit_for_kind (map, selection, "l"));
  g_assert_cmpstr (text_of (map, "one", NK_FIELD_KIND), ==, "l");
  g_assert_cmpstr (text_of (map, "two", NK_FIELD_KIND), ==, "l");
  apply (map, nk_edit_for_kind (map, selection, ""));
  g_assert_cmpstr (text_of (map, "one", NK_FIELD_KIND), ==, "");
}

static void
test_bends_and_ends (void)
{
  g_autoptr (NkMap) map = make_map ();
  g_autoptr (NkSelection) selection = select_all ();
  g_autoptr (NkEdit) nothing = NULL;

  apply (map, nk_edit_for_end (map, "one", NK_FIELD_TO, "c"));
  g_assert_cmpstr (text_of (map, "one", NK_FIELD_TO), ==, "c");
  g_assert_true (nk_record_has (nk_map_find (map, NK_TIE, "one"), NK_FIELD_BENDS));
  apply (map, nk_edit_for_straight (map, selection));
  g_assert_false (nk_record_has (nk_map_find (map, NK_TIE, "one"), NK_FIELD_BENDS));
  nothing = nk_edit_for_straight (map, selection);
  g_assert_true (nk_edit_is_empty (nothing));
}

static void
test_between (void)
{
  static const struct { const char *a, *b, *kind; guint n; } rows[] = {
    { "a", "b", "k", 1 }, { "b", "a", "k", 1 }, { "a", "b", "l", 0 }, { "a", "c", "k", 0 },
    { "b", "c", "", 1 }, { "c", "nobody", "", 0 }, { "nobody", "c", "", 0 },
  };
  g_autoptr (NkMap) map = make_map ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpuint (nk_ties_between (map, rows[i].a, rows[i].b, rows[i].kind), ==, rows[i].n);
}

static void
assert_words (const NkNextTie *next,
              const NkMap     *map,
              const char      *wanted)
{
  g_autofree char *words = nk_next_tie_words (next, map);

  g_assert_cmpstr (words, ==, wanted);
}

static void
test_next (void)
{
  g_autoptr (NkMap) map = make_map (), empty = nk_map_new ();
  g_autoptr (NkEdit) formal = NULL, bent = NULL, gone = nk_edit_new ("Delete");
  NkNextTie next = { NULL, FALSE };

  assert_words (&next, map, "1 k, informal");
  assert_words (&next, empty, "0 No kind, informal");
  formal = nk_edit_new ("Change");
  nk_edit_set_boolean (formal, map, NK_TIE, "two", NK_FIELD_FORMAL, TRUE);
  nk_next_tie_note (&next, formal);
  assert_words (&next, map, "0 No kind, formal");
  /* Who bends an old tie says nothing of the next one; nor does who deletes one. */
  bent = nk_edit_for_bends (map, "one", NULL, 0);
  nk_next_tie_note (&next, bent);
  nk_edit_remove (gone, map, NK_TIE, "one");
  nk_next_tie_note (&next, gone);
  assert_words (&next, map, "0 No kind, formal");
  nk_next_tie_set_kind (&next, "l");
  assert_words (&next, map, "2 l, formal");
  nk_next_tie_set_kind (&next, "gone");
  g_assert_cmpstr (nk_next_tie_kind (&next, map), ==, "k");
  nk_next_tie_clear (&next);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ties/add", test_add);
  g_test_add_func ("/ties/reverse", test_reverse);
  g_test_add_func ("/ties/forms-and-kinds", test_forms_and_kinds);
  g_test_add_func ("/ties/bends-and-ends", test_bends_and_ends);
  g_test_add_func ("/ties/between", test_between);
  g_test_add_func ("/ties/next", test_next);
  return g_test_run ();
}
