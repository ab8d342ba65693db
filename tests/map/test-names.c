/* Names in texts: what is found, and what stands there instead. */
#include "map/names.h"

/* The owners: 0 is A, 1 is B. */
static const char *const aliases[] = { "A", "B" };

static const struct
{
  const char *path, *first, *second;   /* names of the two */
  const char *text, *expected;         /* NULL: no name is found */
} rows[] = {
  { "whole", "Erika Mustermann", NULL, "Für Erika Mustermann gilt es.", "Für A gilt es." },
  { "case", "Erika Mustermann", NULL, "ERIKA MUSTERMANN, erika mustermann", "A" },
  { "lines", "Erika Mustermann", NULL, "(Erika\n  Mustermann)", "(A)" },
  { "punctuation", "Erika Mustermann", NULL, "erika_mustermann; Erika-Mustermann!", "A; A!" },
  { "grown together", "Erika Mustermann", NULL, "#ErikaMustermann2015", "#A" },
  { "genitive", "Oberbürgermeister", NULL, "Dezernat des Oberbürgermeisters", "Dezernat des A" },
  { "compound", "Oberbürgermeister", NULL, "die Oberbürgermeisterwahl 2014", "die A 2014" },
  { "umlaut", "Jörg Weiß", NULL, "JOERG WEISS, Jorg Weiss, Jo\314\210rg Weiß", "A" },
  { "umlaut in ASCII", "Joerg Weiss", NULL, "Jörg Weiß", "A" },
  { "accents", "Şule Yıldız", NULL, "Sule Yildiz", "A" },
  { "soft hyphen", "Mustermann", NULL, "Muster\302\255mann kommt", "A kommt" },
  { "wide letters", "Weber", NULL, "\357\274\267eber kommt", "A kommt" },
  { "five letters", "Weber", NULL, "Webers Haus, das webersche Amt", "A Haus, das A Amt" },
  { "five in longer", "Weber", NULL, "die Weberei und der Leineweber", NULL },
  { "four in longer", "Anna", NULL, "eine Annahme", NULL },
  { "address", "Weber", NULL, "an aweber@stadt.de und an alle", "an A und an alle" },
  { "web", "Weber", NULL, "https://stadt.de/aweber.html sagt", "A sagt" },
  { "three letters", "Ott", NULL, "Ott, nicht OTT, ott oder Otto", "A, nicht OTT, ott oder Otto" },
  { "capitals", "OB", NULL, "Ob der OB im Obdach ist", "Ob der A im Obdach ist" },
  { "titles", "Mustermann", NULL, "mit Frau Prof. Dr. Mustermann", "mit A" },
  { "no title", "Mustermann", NULL, "Herrn. Tor Mustermann", "Herrn. Tor A" },
  { "number", "Person 1", NULL, "Person 12, Person 1b, Person 1", "Person 12, Person 1b, A" },
  { "Chinese", "王小明", NULL, "我王小明说", "我A说" },
  { "Cyrillic", "Иванов", NULL, "с ИВАНОВЫМ", "с A" },
  { "Arabic", "محمد علي", NULL, "قال محمد علي", "قال A" },
  { "symbol", "👤", NULL, "von 👤!", "von A!" },
  { "only marks", "—", NULL, "von — bis", NULL },
  { "empty", "", NULL, "nichts", NULL },
  { "two", "Weber", "Meier", "Weber, Meier; Meier/Weber", "A, B; B/A" },
  { "of both", "Weber", "weber", "Weber kommt", "Person kommt" },
  { "longest wins", "Anna Weber", "Weber", "Anna Weber und Weber", "A und B" },
  { "turned round", "Mustermann", "Erika", "Mustermann, Hans", "A, Hans" },
};

static void
test_replace (gconstpointer data)
{
  g_autoptr (NkNames) names = nk_names_new ();
  guint row = GPOINTER_TO_UINT (data);
  g_autofree char *replaced = NULL;

  nk_names_add (names, rows[row].first, 0);
  if (rows[row].second != NULL)
    nk_names_add (names, rows[row].second, 1);
  replaced = nk_names_replace (names, rows[row].text, aliases, "Person", NULL);
  g_assert_cmpstr (replaced, ==, rows[row].expected);
  g_assert_cmpint (nk_names_find (names, rows[row].text, NK_NAMES_IN_TEXT), ==,
                   rows[row].expected != NULL);
}

/* "Mustermann, Erika" is one person, also if others share a word. */
static void
test_words_of_one (void)
{
  g_autoptr (NkNames) names = nk_names_new ();
  g_autofree char *replaced = NULL;

  nk_names_add (names, "Mustermann", 0);
  nk_names_add (names, "Mustermann", 1);
  nk_names_add (names, "Erika", 0);
  replaced = nk_names_replace (names, "Mustermann, Erika, und Frau Mustermann", aliases, "Person",
                               NULL);
  g_assert_cmpstr (replaced, ==, "A, und Person");
}

static void
test_counts (void)
{
  g_autoptr (NkNames) names = nk_names_new ();
  guint n_texts[2] = { 0 };

  nk_names_add (names, "Weber", 0);
  nk_names_add (names, "Meier", 1);
  for (guint i = 0; i < 3; i++)
    g_free (nk_names_replace (names, i < 2 ? "Weber und Weber" : "Weber oder Meier", aliases,
                              "Person", n_texts));
  g_assert_cmpuint (n_texts[0], ==, 3);
  g_assert_cmpuint (n_texts[1], ==, 1);
}

static void
test_ids (void)
{
  static const struct { const char *name, *id; gboolean found; } ids[] = {
    { "OB", "dez-ob", TRUE }, { "OB", "obdach", FALSE }, { "Weber", "t-aweber-2", TRUE },
    { "Weber", "web", FALSE }, { "Jörg Weiß", "joerg-weiss", TRUE },
    { "Jörg Weiß", "jorgweiss", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (NkNames) names = nk_names_new ();

      nk_names_add (names, ids[i].name, 0);
      g_assert_cmpint (nk_names_find (names, ids[i].id, NK_NAMES_IN_ID), ==, ids[i].found);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint row = 0; row < G_N_ELEMENTS (rows); row++)
    {
      g_autofree char *path = g_strconcat ("/names/replace/", rows[row].path, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (row), test_replace);
    }
  g_test_add_func ("/names/words of one", test_words_of_one);
  g_test_add_func ("/names/counts", test_counts);
  g_test_add_func ("/names/ids", test_ids);
  return g_test_run ();
}
