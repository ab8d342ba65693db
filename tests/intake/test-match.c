/* Whom a typed name means. */
#include "intake/match.h"

#include <string.h>

static NkMap *
make_map (void)
{
  static const struct { const char *id, *name, *abbreviation; } actors[] = {
    { "wp5", "Welcome Point 5", "" },
    { "wp6", "Welcome Point 6", "" },
    { "mig", "Amt für Migration und Integration", "AMI" },
    { "mue", "Müller-Lüdenscheidt", "" },
    { "job", "Jobcenter", "" },
    { "ver", "Verein für Begegnung", "" },
  };
  NkMap *map = nk_map_new ();
  g_autoptr (NkEdit) edit = nk_edit_new ("Add");

  for (guint i = 0; i < G_N_ELEMENTS (actors); i++)
    {
      NkRecord *actor = nk_record_new (NK_ACTOR, actors[i].id);

      nk_record_set_text (actor, NK_FIELD_NAME, actors[i].name);
      nk_record_set_text (actor, NK_FIELD_SHORT, actors[i].abbreviation);
      nk_edit_put (edit, map, actor);
    }
  g_assert_true (nk_map_apply (map, edit, NULL));
  return map;
}

static void
test_best_first (void)
{
  static const struct { const char *text, *id; int kind; } rows[] = {
    { "Jobcenter", "job", NK_MATCH_EXACT },
    { "AMI", "mig", NK_MATCH_EXACT },
    { "ami", "mig", NK_MATCH_SAME },
    { "job center", "job", NK_MATCH_SIMILAR },
    { "MUELLER LUEDENSCHEIDT", "mue", NK_MATCH_SAME },
    { "muller ludenscheidt", "mue", NK_MATCH_SAME },
    { "jo", "job", NK_MATCH_BEGINNING },
    { "mu", "mue", NK_MATCH_BEGINNING },
    { "welc 6", "wp6", NK_MATCH_WORDS },
    { "wp5", "wp5", NK_MATCH_WORDS },
    { "integr", "mig", NK_MATCH_WORDS },
    { "center", "job", NK_MATCH_PART },
    { "Jobcneter", "job", NK_MATCH_SIMILAR },
    { "Verien für Begegnug", "ver", NK_MATCH_SIMILAR },
    { "Welcome Point 7", NULL, 0 },
    { "Jab", NULL, 0 },
    { "", NULL, 0 },
    { " –! ", NULL, 0 },
  };
  g_autoptr (NkMap) map = make_map ();
  g_autoptr (NkMatcher) matcher = nk_matcher_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GArray) matches = nk_matcher_find (matcher, map, NK_ACTOR, rows[i].text, 0);

      g_test_message ("%s", rows[i].text);
      if (rows[i].id == NULL)
        {
          g_assert_cmpuint (matches->len, ==, 0);
          continue;
        }
      g_assert_cmpuint (matches->len, >, 0);
      g_assert_cmpstr (nk_record_id (g_array_index (matches, NkMatch, 0).record), ==, rows[i].id);
      g_assert_cmpint (g_array_index (matches, NkMatch, 0).kind, ==, rows[i].kind);
    }
}

static void
test_most (void)
{
  g_autoptr (NkMap) map = make_map ();
  g_autoptr (NkMatcher) matcher = nk_matcher_new ();
  g_autoptr (GArray) all = nk_matcher_find (matcher, map, NK_ACTOR, "we", 0);
  g_autoptr (GArray) one = nk_matcher_find (matcher, map, NK_ACTOR, "we", 1);

  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_true (nk_matcher_same (matcher, map, NK_ACTOR, "we") == NULL);
}

/* Of those that are the same but for their letters' case, the one that is meant by each letter. */
static void
test_same (void)
{
  g_autoptr (NkMap) map = make_map ();
  g_autoptr (NkMatcher) matcher = nk_matcher_new ();
  g_autoptr (NkEdit) edit = nk_edit_new ("Add");
  NkRecord *small = nk_record_new (NK_ACTOR, "small");

  nk_record_set_text (small, NK_FIELD_NAME, "jobcenter");
  nk_edit_put (edit, map, small);
  g_assert_true (nk_map_apply (map, edit, NULL));
  g_assert_cmpstr (nk_record_id (nk_matcher_same (matcher, map, NK_ACTOR, "jobcenter")), ==,
                   "small");
  g_assert_cmpstr (nk_record_id (nk_matcher_same (matcher, map, NK_ACTOR, "Jobcenter")), ==, "job");
  g_assert_cmpstr (nk_record_id (nk_matcher_same (matcher, map, NK_ACTOR, "JOBCENTER")), ==, "job");
  g_assert_null (nk_matcher_same (matcher, map, NK_ACTOR, "Jobcenters"));
  g_assert_null (nk_matcher_same (matcher, map, NK_ACTOR, " – "));
}

/* A record that was renamed is found by its new name only. */
static void
test_follows_edits (void)
{
  g_autoptr (NkMap) map = make_map ();
  g_autoptr (NkMatcher) matcher = nk_matcher_new ();
  g_autoptr (NkEdit) edit = nk_edit_new ("Rename");

  g_assert_nonnull (nk_matcher_same (matcher, map, NK_ACTOR, "jobcenter"));
  nk_edit_set_text (edit, map, NK_ACTOR, "job", NK_FIELD_NAME, "Agentur für Arbeit");
  g_assert_true (nk_map_apply (map, edit, NULL));
  g_assert_null (nk_matcher_same (matcher, map, NK_ACTOR, "jobcenter"));
  g_assert_nonnull (nk_matcher_same (matcher, map, NK_ACTOR, "agentur fuer arbeit"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/match/best-first", test_best_first);
  g_test_add_func ("/match/most", test_most);
  g_test_add_func ("/match/same", test_same);
  g_test_add_func ("/match/follows-edits", test_follows_edits);
  return g_test_run ();
}
