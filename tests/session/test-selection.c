/* Selections: sets that know their order. */
#include "ui/session/selection.h"

static char *
names_of (const NkSelection *selection)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < nk_selection_count (selection); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "", nk_selection_at (selection, i)->id);
  return g_string_free (names, FALSE);
}

static void
assert_names (const NkSelection *selection,
              const char        *names)
{
  g_autofree char *said = names_of (selection);

  g_assert_cmpstr (said, ==, names);
}

static void
test_order (void)
{
  g_autoptr (NkSelection) selection = nk_selection_new ();
  g_autoptr (NkSelection) copy = NULL;

  nk_selection_add (selection, NK_ACTOR, "b");
  nk_selection_add (selection, NK_ACTOR, "a");
  nk_selection_add (selection, NK_TIE, "a");
  nk_selection_add (selection, NK_ACTOR, "b");
  assert_names (selection, "b a a");
  nk_selection_add (selection, NK_ACTOR, "c");
  nk_selection_remove (selection, NK_ACTOR, "a");
  nk_selection_remove (selection, NK_ACTOR, "nobody");
  assert_names (selection, "b a c");
  nk_selection_toggle (selection, NK_ACTOR, "b");
  nk_selection_toggle (selection, NK_ACTOR, "d");
  nk_selection_toggle (selection, NK_ACTOR, "b");
  assert_names (selection, "a c d b");
  copy = nk_selection_copy (selection);
  assert_names (copy, "a c d b");
  nk_selection_add_all (copy, selection);
  g_assert_true (nk_selection_equal (copy, selection));
  nk_selection_remove (copy, NK_ACTOR, "c");
  g_assert_false (nk_selection_equal (copy, selection));
}

static void
test_kinds (void)
{
  g_autoptr (NkSelection) selection = nk_selection_new ();

  g_assert_false (nk_selection_is_all (selection, NK_ACTOR));
  nk_selection_add (selection, NK_ACTOR, "a");
  nk_selection_add (selection, NK_ACTOR, "b");
  g_assert_true (nk_selection_is_all (selection, NK_ACTOR));
  nk_selection_add (selection, NK_TIE, "t");
  g_assert_false (nk_selection_is_all (selection, NK_ACTOR));
  nk_selection_remove (selection, NK_ACTOR, "a");
  g_assert_cmpuint (nk_selection_count_of (selection, NK_ACTOR), ==, 1);
  g_assert_cmpuint (nk_selection_count_of (selection, NK_TIE), ==, 1);
  g_assert_cmpuint (nk_selection_count_of (selection, NK_NOTE), ==, 0);
}

/* Whoever is no longer in the map is not in what is left, and the others keep their order. */
static void
test_prune (void)
{
  g_autoptr (NkMap) map = nk_map_new ();
  g_autoptr (NkEdit) edit = nk_edit_new ("Add");
  g_autoptr (NkSelection) selection = nk_selection_new ();
  g_autoptr (NkSelection) left = NULL;

  nk_edit_put (edit, map, nk_record_new (NK_ACTOR, "a"));
  nk_edit_put (edit, map, nk_record_new (NK_ACTOR, "b"));
  g_assert_true (nk_map_apply (map, edit, NULL));
  nk_selection_add (selection, NK_ACTOR, "b");
  nk_selection_add (selection, NK_ACTOR, "gone");
  nk_selection_add (selection, NK_ACTOR, "a");
  left = nk_selection_prune (selection, map);
  assert_names (left, "b a");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/selection/order", test_order);
  g_test_add_func ("/selection/kinds", test_kinds);
  g_test_add_func ("/selection/prune", test_prune);
  return g_test_run ();
}
