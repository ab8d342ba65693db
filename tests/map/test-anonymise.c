/* Anonymised copies: who is called what, what gives way, what stays. */
#include "map/anonymise.h"

#include "map/check.h"
#include "network.h"

#include <string.h>

/* The actors of a map whose persons are tried. */
typedef struct
{
  const char *name, *alias, *level, *district;
} Person;

static void
apply (NkMap  *map,
       NkEdit *edit)
{
  g_autoptr (GError) error = NULL;

  nk_map_apply (map, edit, &error);
  g_assert_no_error (error);
  nk_edit_unref (edit);
}

static NkRecord *
new_person (const char   *id,
            const Person *person)
{
  NkRecord *actor = network_record (NK_ACTOR, id, NK_FIELD_NAME, person->name,
                                    NK_FIELD_ALIAS, person->alias, NK_FIELD_LEVEL, person->level,
                                    NK_FIELD_DISTRICT, person->district, -1);

  nk_record_set_boolean (actor, NK_FIELD_PERSON, TRUE);
  return actor;
}

/* A network with these persons, whose ids are "p0", "p1" …. */
static NkMap *
network_of (const Person *persons,
            guint         n)
{
  NkMap *map = network_new ();
  NkEdit *edit = nk_edit_new ("Begin");

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);

      nk_edit_put (edit, map, new_person (id, &persons[i]));
    }
  apply (map, edit);
  return map;
}

/* The names of the persons of a map, in order. */
static char *
persons_text (const NkMap *map)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < nk_map_count (map, NK_ACTOR); i++)
    if (nk_record_boolean (nk_map_at (map, NK_ACTOR, i), NK_FIELD_PERSON))
      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "",
                              nk_record_text (nk_map_at (map, NK_ACTOR, i), NK_FIELD_NAME));
  return g_string_free (text, FALSE);
}

#define MOST_PERSONS 4

static const struct
{
  const char *path;
  Person persons[MOST_PERSONS];
  const char *expected;
} rows[] = {
  { "level", { { "Ute Adam", "", "city", "" } }, "Person 1, Gesamtstadt" },
  { "district", { { "Ute Adam", "", "district", "b5" } }, "Person 1, Bezirk 5" },
  { "nowhere", { { "Ute Adam", "", "", "" } }, "Person 1" },
  { "no name", { { "", "", "city", "" } }, "Person 1, Gesamtstadt" },
  { "alias", { { "Ute Adam", "Leitung A", "city", "" } }, "Leitung A" },
  { "alias is the name", { { "Ute Adam", "Ute Adam", "city", "" } }, "Ute Adam" },
  { "alias holds the name", { { "Ute Adam", "die Ute Adam", "city", "" } },
    "Person 1, Gesamtstadt" },
  { "alias holds another's", { { "Ute Adam", "Freundin von Kaya", "", "" },
                               { "Ali Kaya", "", "", "" } }, "Person 1; Person 2" },
  { "alias keeps a word", { { "Ute Adam, Leitung Kita", "Leitung Kita", "", "" } },
    "Leitung Kita" },
  { "numbers", { { "Ute Adam", "A", "", "" }, { "Ali Kaya", "Ali Kaya", "", "" },
                 { "Jo Li", "", "", "" } }, "A; Ali Kaya; Person 3" },
  { "taken", { { "Ute Adam", "", "", "" }, { "Ali Kaya", "Person 1", "", "" } },
    "Person 1b; Person 1" },
  { "called Person", { { "Person", "", "", "" }, { "Person 1", "", "", "" } },
    "Person 1b; Person 2" },
  { "called like the district", { { "Bezirk 5", "", "district", "b5" } }, "Person 1" },
  { "called a number", { { "1", "", "", "" }, { "2", "", "", "" } }, "Person 1b; Person 2b" },
};

static void
test_aliases (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data), n = 0;
  g_autoptr (NkMap) map = NULL, copy = NULL;
  g_autofree char *text = NULL;

  while (n < MOST_PERSONS && rows[row].persons[n].name != NULL)
    n++;
  map = network_of (rows[row].persons, n);
  copy = nk_anonymise (map, NULL);
  text = persons_text (copy);
  g_assert_cmpstr (text, ==, rows[row].expected);
}

/* What is said of one person, "Dr. Erika Mustermann" (short "Mumu"), in a text of the map. */
static const struct { const char *path, *text, *expected; } texts[] = {
  { "whole", "Dr. Erika Mustermann leitet.", "Person 1 leitet." },
  { "surname", "Frau Mustermann leitet.", "Person 1 leitet." },
  { "first name", "Erika leitet.", "Person 1 leitet." },
  { "short form", "(mumu)", "(Person 1)" },
  { "foundation", "Mustermann-Stiftung", "Person 1-Stiftung" },
  { "her office", "das Rathaus der Stadt", "das Rathaus der Stadt" },
  { "another", "Amt und Rat", "Amt und Rat" },
};

static NkMap *
network_of_one (const char *text)
{
  const Person person = { "Dr. Erika Mustermann (Rathaus, Leitung)", "", "", "" };
  NkMap *map = network_of (&person, 1);
  NkEdit *edit = nk_edit_new ("Begin");

  nk_edit_set_text (edit, map, NK_ACTOR, "p0", NK_FIELD_SHORT, "Mumu");
  nk_edit_set_text (edit, map, NK_ACTOR, "rat", NK_FIELD_NAME, "Das Rathaus");
  nk_edit_set_text (edit, map, NK_ACTOR, "amt", NK_FIELD_NOTE, text);
  apply (map, edit);
  return map;
}

static void
test_texts (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (NkMap) map = network_of_one (texts[row].text);
  g_autoptr (NkMap) copy = nk_anonymise (map, NULL);
  g_autofree char *beside = nk_anonymise_text (map, texts[row].text);

  g_assert_cmpstr (nk_record_text (nk_map_find (copy, NK_ACTOR, "amt"), NK_FIELD_NOTE), ==,
                   texts[row].expected);
  g_assert_cmpstr (beside, ==, texts[row].expected);
  g_assert_cmpint (nk_anonymise_finds (map, texts[row].text), ==,
                   !g_str_equal (texts[row].text, texts[row].expected));
}

static void
test_no_text (void)
{
  g_autoptr (NkMap) map = network_of_one ("");

  g_assert_null (nk_anonymise_text (map, NULL));
}

/* A network in which everything that can say a name does. */
static NkMap *
talkative_network (void)
{
  static const char *const pairs[] = { "culture", "wie Mustermann", "mustermann", "ja", NULL };
  const NkEvidence evidence = { "mustermann-2018", "Mustermann, S. 3", "sagt Erika Mustermann",
                                "\"page\": \"Mustermann\"" };
  NkMap *map = network_of_one ("Mustermann");
  NkEdit *edit = nk_edit_new ("Talk");
  NkRecord *tie = network_record (NK_TIE, "rat-mustermann", NK_FIELD_FROM, "rat", NK_FIELD_TO, "p0",
                                  NK_FIELD_NOTE, "seit Jahren", -1);
  NkRecord *actor = network_record (NK_ACTOR, "buero-mustermann", NK_FIELD_NAME, "Büro Mustermann",
                                    NK_FIELD_SECTOR, "mustermann",
                                    NK_FIELD_ALIAS, "Mustermann", -1);
  NkRecord *head = nk_record_copy (nk_map_head (map), NULL);

  nk_record_set_evidence (tie, NK_FIELD_EVIDENCE, &evidence, 1);
  nk_record_set_evidence (actor, NK_FIELD_EVIDENCE, &evidence, 1);
  nk_record_set_values (actor, NK_FIELD_ATTRIBUTES, pairs);
  nk_record_add_extra (actor, NK_FIELD_NAME, "\"x\": \"M\\u0075stermann\"");
  nk_record_set_text (head, NK_FIELD_TITLE, "Das Netz von Mustermann");
  nk_record_set_text (head, NK_FIELD_DESCRIPTION, "Erika!");
  nk_edit_put (edit, map, head);
  nk_edit_put (edit, map, actor);
  nk_edit_put (edit, map, tie);
  nk_edit_put (edit, map, network_record (NK_SOURCE, "mustermann-2018", NK_FIELD_NAME,
                                          "Interview mit Mustermann", -1));
  nk_edit_put (edit, map, network_record (NK_VIEW, "v", NK_FIELD_NAME, "Mustermanns Netz", -1));
  nk_edit_set_text (edit, map, NK_NOTE, "n1", NK_FIELD_TEXT, "Mustermann fragen");
  nk_edit_set_text (edit, map, NK_ACTOR, "p0", NK_FIELD_NOTE, "hat zwei Kinder");
  apply (map, edit);
  return map;
}

/* All the texts of a record, whatever they are for. */
static void
append_texts (GString        *all,
              const NkRecord *record)
{
  const NkKindSchema *schema = nk_schema_kind (nk_record_kind (record));
  guint n;
  const NkExtra *extras = nk_record_extras (record, &n);

  g_string_append_printf (all, "%s\n", nk_record_id (record));
  for (guint i = 0; i < n; i++)
    g_string_append_printf (all, "%s\n", extras[i].member);
  for (guint i = 0; i < schema->n_fields; i++)
    {
      NkField field = schema->fields[i].field;

      if (schema->fields[i].type == NK_TYPE_TEXT || schema->fields[i].type == NK_TYPE_REFERENCE)
        g_string_append_printf (all, "%s\n", nk_record_text (record, field));
      else if (schema->fields[i].type == NK_TYPE_VALUES)
        for (const char *const *at = nk_record_values (record, field); *at != NULL; at++)
          g_string_append_printf (all, "%s\n", *at);
      else if (schema->fields[i].type == NK_TYPE_EVIDENCE)
        {
          const NkEvidence *evidence = nk_record_evidence (record, field, &n);

          for (guint k = 0; k < n; k++)
            g_string_append_printf (all, "%s\n%s\n%s\n%s\n", evidence[k].source,
                                    evidence[k].locator, evidence[k].note,
                                    evidence[k].extras != NULL ? evidence[k].extras : "");
        }
    }
}

static char *
all_texts (const NkMap *map)
{
  GString *all = g_string_new (NULL);
  g_autofree char *given = NULL;

  for (int kind = 0; kind < NK_N_RECORD_KINDS; kind++)
    for (guint i = 0; i < nk_map_count (map, kind); i++)
      append_texts (all, nk_map_at (map, kind, i));
  given = g_string_free (all, FALSE);
  return g_utf8_casefold (given, -1);
}

static void
test_nothing_left (void)
{
  static const char *const words[] = { "mustermann", "erika", "mumu", "kinder", "seit jahren",
                                       "u0075", "\np0\n" };
  g_autoptr (NkMap) map = talkative_network ();
  g_autoptr (NkMap) copy = nk_anonymise (map, NULL);
  g_autofree char *before = all_texts (map), *after = all_texts (copy);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_assert_nonnull (strstr (before, words[i]));
      g_assert_null (strstr (after, words[i]));
    }
}

static void
test_same_structure (void)
{
  g_autoptr (NkMap) map = talkative_network ();
  g_autoptr (NkMap) copy = nk_anonymise (map, NULL);
  const NkRecord *tie = nk_map_at (copy, NK_TIE, 2);
  const NkRecord *office = nk_map_at (copy, NK_ACTOR, 4);
  g_autofree char *text = network_text (copy);
  guint n;

  g_assert_cmpstr (text, ==, "Das Rathaus, Amt, Welcome Point, Person 1, Büro Person 1; "
                   "rat>amt, amt>wp, rat>person-1");
  g_assert_cmpstr (nk_record_id (tie), ==, "tie-1");
  g_assert_cmpstr (nk_record_id (office), ==, "actor-1");
  g_assert_cmpstr (nk_record_text (office, NK_FIELD_SECTOR), ==, "sector-1");
  g_assert_cmpstr (nk_record_values (office, NK_FIELD_ATTRIBUTES)[2], ==, "attribute-1");
  g_assert_cmpstr (nk_record_evidence (office, NK_FIELD_EVIDENCE, &n)->source, ==, "source-1");
  g_assert_nonnull (nk_map_find (copy, NK_SOURCE, "source-1"));
  g_assert_cmpstr (nk_record_evidence (office, NK_FIELD_EVIDENCE, &n)->locator, ==,
                   "Person 1, S. 3");
}

static void
test_again (void)
{
  g_autoptr (NkMap) map = talkative_network ();
  g_autoptr (NkMap) copy = nk_anonymise (map, NULL);
  g_autoptr (NkMap) copy_of_copy = nk_anonymise (copy, NULL);
  g_autoptr (NkMap) second = nk_anonymise (map, NULL);

  g_assert_true (nk_map_equal (copy, copy_of_copy));
  g_assert_true (nk_map_equal (copy, second));
}

/* Another person behind the others changes nobody's alias. */
static void
test_stable (void)
{
  const Person persons[] = {
    { "Ute Adam", "", "district", "b5" }, { "Ali Kaya", "", "city", "" },
    { "Jo Li", "", "district", "b5" },
  };
  g_autoptr (NkMap) map = network_of (persons, 2), more = network_of (persons, 3);
  g_autoptr (NkMap) copy = nk_anonymise (map, NULL), copy_of_more = nk_anonymise (more, NULL);
  g_autofree char *text = persons_text (copy), *text_of_more = persons_text (copy_of_more);

  g_assert_cmpstr (text, ==, "Person 1, Bezirk 5; Person 2, Gesamtstadt");
  g_assert_true (g_str_has_prefix (text_of_more, text));
}

static void
test_nobody (void)
{
  g_autoptr (NkMap) map = network_new ();
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (NkMap) copy = nk_anonymise (map, &list);

  g_assert_true (nk_map_equal (map, copy));
  g_assert_cmpstr (g_ptr_array_index (list, 0), ==,
                   "No actor is marked as a natural person with a name to be replaced.");
}

static void
test_list (void)
{
  static const char *const expected[] = {
    "Keep this list apart from the copy: it holds the names.",
    "“Dr. Erika Mustermann (Rathaus, Leitung)” is now “Person 1”, also in 12 other texts.",
    "These words of names stay, since other names of the map hold them: Rathaus.",
    "3 notes and quotations on persons and their ties are left out.",
    "3 members that this version does not know are left out.",
    "6 ids are made anew.",
    "Whoever is no actor of the map, or not marked as a natural person, is still named: read the "
    "texts before you publish them.",
  };
  g_autoptr (NkMap) map = talkative_network ();
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (NkMap) copy = nk_anonymise (map, &list);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (i < list->len ? g_ptr_array_index (list, i) : NULL, ==, expected[i]);
  g_assert_cmpuint (list->len, ==, G_N_ELEMENTS (expected));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint row = 0; row < G_N_ELEMENTS (rows); row++)
    {
      g_autofree char *path = g_strconcat ("/anonymise/aliases/", rows[row].path, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (row), test_aliases);
    }
  for (guint row = 0; row < G_N_ELEMENTS (texts); row++)
    {
      g_autofree char *path = g_strconcat ("/anonymise/texts/", texts[row].path, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (row), test_texts);
    }
  g_test_add_func ("/anonymise/no text", test_no_text);
  g_test_add_func ("/anonymise/nothing left", test_nothing_left);
  g_test_add_func ("/anonymise/same structure", test_same_structure);
  g_test_add_func ("/anonymise/again", test_again);
  g_test_add_func ("/anonymise/stable", test_stable);
  g_test_add_func ("/anonymise/nobody", test_nobody);
  g_test_add_func ("/anonymise/list", test_list);
  return g_test_run ();
}
