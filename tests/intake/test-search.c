/* What is found of what is written in a map. */
#include "intake/search.h"

#include <string.h>

static void
add_evidence (NkRecord   *record,
              const char *source,
              const char *locator,
              const char *note)
{
  NkEvidence evidence[] = { { "paper", "S. 3", "", NULL }, { source, locator, note, NULL } };

  nk_record_set_evidence (record, NK_FIELD_EVIDENCE, evidence, G_N_ELEMENTS (evidence));
}

static NkRecord *
add (NkEdit       *edit,
     const NkMap  *map,
     NkRecordKind  kind,
     const char   *id,
     const char   *name)
{
  NkRecord *record = nk_record_new (kind, id);

  if (kind != NK_NOTE)
    nk_record_set_text (record, NK_FIELD_NAME, name);
  else
    nk_record_set_text (record, NK_FIELD_TEXT, name);
  nk_edit_put (edit, map, record);
  return record;
}

static void
add_tie (NkEdit      *edit,
         const NkMap *map,
         const char  *id,
         const char  *from,
         const char  *to)
{
  NkRecord *tie = nk_record_new (NK_TIE, id);

  nk_record_set_text (tie, NK_FIELD_FROM, from);
  nk_record_set_text (tie, NK_FIELD_TO, to);
  nk_record_set_text (tie, NK_FIELD_KIND, "referral");
  nk_edit_put (edit, map, tie);
}

static NkMap *
make_map (void)
{
  static const char *const values[] = { "culture", "Sozialarbeit", "trust", "hoch", NULL };
  NkMap *map = nk_map_new ();
  g_autoptr (NkEdit) edit = nk_edit_new ("Add");
  NkRecord *actor;

  add (edit, map, NK_KIND, "referral", "Verweis");
  add (edit, map, NK_SOURCE, "paper", "Praxis");
  add (edit, map, NK_SOURCE, "i3", "Gespräch 3");
  add (edit, map, NK_ACTOR, "wp5", "Welcome Point 5");
  actor = add (edit, map, NK_ACTOR, "mue", "Müller-Lüdenscheidt");
  nk_record_set_text (actor, NK_FIELD_SHORT, "ML");
  nk_record_set_text (actor, NK_FIELD_ALIAS, "Leiterin");
  nk_record_set_text (actor, NK_FIELD_NOTE, "Kam 2015 aus Köln.");
  nk_record_set_values (actor, NK_FIELD_ATTRIBUTES, values);
  actor = add (edit, map, NK_ACTOR, "job", "Jobcenter");
  add_evidence (actor, "i3", "Kap. 2.1.5", "weist ab");
  add (edit, map, NK_NOTE, "n1", "Mit der Liga klären");
  add_tie (edit, map, "t1", "job", "wp5");
  add_tie (edit, map, "t2", "mue", "wp5");
  g_assert_true (nk_map_apply (map, edit, NULL));
  return map;
}

static void
test_finds (void)
{
  static const struct
  {
    NkRecordKind kind;
    const char *text, *ids;
    NkField field;
    const char *passage;
  } rows[] = {
    { NK_ACTOR, "come", "wp5", NK_FIELD_NAME, "Welcome Point 5" },
    { NK_ACTOR, "POINT welc", "wp5", NK_FIELD_NAME, "Welcome Point 5" },
    { NK_ACTOR, "Point 5", "wp5", NK_FIELD_NAME, "Welcome Point 5" },
    { NK_ACTOR, "5", "wp5 mue job", NK_FIELD_NAME, "Welcome Point 5" },
    { NK_ACTOR, "mueller", "mue", NK_FIELD_NAME, "Müller-Lüdenscheidt" },
    { NK_ACTOR, "muller", "mue", NK_FIELD_NAME, "Müller-Lüdenscheidt" },
    { NK_ACTOR, "müller", "mue", NK_FIELD_NAME, "Müller-Lüdenscheidt" },
    { NK_ACTOR, "MÜLLER lud", "mue", NK_FIELD_NAME, "Müller-Lüdenscheidt" },
    { NK_ACTOR, "ml", "mue", NK_FIELD_SHORT, "ML" },
    { NK_ACTOR, "leiter", "mue", NK_FIELD_ALIAS, "Leiterin" },
    { NK_ACTOR, "koln", "mue", NK_FIELD_NOTE, "Kam 2015 aus Köln." },
    { NK_ACTOR, "hoch", "mue", NK_FIELD_ATTRIBUTES, "hoch" },
    { NK_ACTOR, "abweist", "", 0, NULL },
    { NK_ACTOR, "weist gesprach", "job", NK_FIELD_EVIDENCE, "Gespräch 3, Kap. 2.1.5, weist ab" },
    { NK_ACTOR, "2.1.5", "job", NK_FIELD_EVIDENCE, "Gespräch 3, Kap. 2.1.5, weist ab" },
    { NK_ACTOR, "müller-lud", "mue", NK_FIELD_NAME, "Müller-Lüdenscheidt" },
    { NK_ACTOR, "lüdenscheidt-müller", "", 0, NULL },
    { NK_ACTOR, "praxis", "job", NK_FIELD_EVIDENCE, "Praxis, S. 3" },
    { NK_ACTOR, "praxis gesprach", "", 0, NULL },
    { NK_ACTOR, "jobcenter weist", "", 0, NULL },
    { NK_ACTOR, "", "", 0, NULL },
    { NK_ACTOR, " –! ", "", 0, NULL },
    { NK_TIE, "verweis", "t1 t2", NK_FIELD_NAME, "" },
    { NK_TIE, "jobcenter verweis", "t1", NK_FIELD_NAME, "" },
    { NK_TIE, "welcome mueller", "t2", NK_FIELD_NAME, "" },
    { NK_NOTE, "klaren", "n1", NK_FIELD_TEXT, "Mit der Liga klären" },
    { NK_SOURCE, "gespräch", "i3", NK_FIELD_NAME, "Gespräch 3" },
  };
  g_autoptr (NkMap) map = make_map ();
  g_autoptr (NkSearch) search = nk_search_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GArray) hits = nk_search_find (search, map, rows[i].kind, rows[i].text);
      g_autoptr (GString) ids = g_string_new (NULL);
      const NkHit *first = hits->len > 0 ? &g_array_index (hits, NkHit, 0) : NULL;

      g_test_message ("%s", rows[i].text);
      for (guint j = 0; j < hits->len; j++)
        g_string_append_printf (ids, "%s%s", j > 0 ? " " : "",
                                nk_record_id (g_array_index (hits, NkHit, j).record));
      g_assert_cmpstr (ids->str, ==, rows[i].ids);
      if (first != NULL)
        {
          g_autofree char *passage = nk_hit_passage (map, first);

          g_assert_cmpint (first->field, ==, rows[i].field);
          g_assert_cmpstr (passage, ==, rows[i].passage);
        }
    }
}

/* An excerpt begins shortly before the words, and not within one. */
static void
test_excerpt (void)
{
  static const struct { const char *note, *text, *excerpt; } rows[] = {
    { "Kam 2015 aus Köln.", "köln", "Kam 2015 aus Köln." },
    { "Ein\nWort.", "wort", "Ein Wort." },
    { "Sie hat mit allen gesprochen, die damals dabei waren, und sagt: Öfter hätten sie es versucht.",
      "oefter", "… dabei waren, und sagt: Öfter hätten sie es versucht." },
    { "Sie hat mit allen gesprochen, die damals dabei waren, und sagt: Öfter hätten sie es versucht.",
      "versucht allen", "Sie hat mit allen gesprochen, die damals dabei waren, und sagt: "
      "Öfter hätten sie es versucht." },
    { "Ohneeinleerzeichenimganzensehrlangentextdernirgendsaufhört", "aufhört",
      "…ehrlangentextdernirgendsaufhört" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (NkMap) map = make_map ();
      g_autoptr (NkSearch) search = nk_search_new ();
      g_autoptr (NkEdit) edit = nk_edit_new ("Note");
      g_autoptr (GArray) hits = NULL;
      g_autofree char *excerpt = NULL;

      nk_edit_set_text (edit, map, NK_ACTOR, "wp5", NK_FIELD_NOTE, rows[i].note);
      g_assert_true (nk_map_apply (map, edit, NULL));
      hits = nk_search_find (search, map, NK_ACTOR, rows[i].text);
      g_assert_cmpuint (hits->len, >, 0);
      excerpt = nk_hit_excerpt (map, &g_array_index (hits, NkHit, 0), rows[i].text);
      g_assert_cmpstr (excerpt, ==, rows[i].excerpt);
    }
}

/* What was written anew, also in another record, is found as it is now. */
static void
test_follows_edits (void)
{
  g_autoptr (NkMap) map = make_map ();
  g_autoptr (NkSearch) search = nk_search_new ();
  g_autoptr (NkEdit) edit = nk_edit_new ("Rename");
  g_autoptr (GArray) before = nk_search_find (search, map, NK_TIE, "jobcenter");
  g_autoptr (GArray) old = NULL, new = NULL;

  g_assert_cmpuint (before->len, ==, 1);
  nk_edit_set_text (edit, map, NK_ACTOR, "job", NK_FIELD_NAME, "Agentur für Arbeit");
  g_assert_true (nk_map_apply (map, edit, NULL));
  old = nk_search_find (search, map, NK_TIE, "jobcenter");
  new = nk_search_find (search, map, NK_TIE, "agentur");
  g_assert_cmpuint (old->len, ==, 0);
  g_assert_cmpuint (new->len, ==, 1);
}

/* So many words that a bit each just has room for them, and one more. */
static void
test_many_words (void)
{
  g_autoptr (NkMap) map = make_map ();
  g_autoptr (NkSearch) search = nk_search_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) all = NULL, more = NULL, other = NULL;

  for (guint i = 0; i < NK_MOST_WORDS; i++)
    g_string_append (text, "point ");
  all = nk_search_find (search, map, NK_ACTOR, text->str);
  g_assert_cmpuint (all->len, ==, 1);
  g_string_append (text, "nobody");
  more = nk_search_find (search, map, NK_ACTOR, text->str);
  g_assert_cmpuint (more->len, ==, 1);
  g_string_prepend (text, "nobody ");
  other = nk_search_find (search, map, NK_ACTOR, text->str);
  g_assert_cmpuint (other->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search/finds", test_finds);
  g_test_add_func ("/search/excerpt", test_excerpt);
  g_test_add_func ("/search/follows-edits", test_follows_edits);
  g_test_add_func ("/search/many-words", test_many_words);
  return g_test_run ();
}
