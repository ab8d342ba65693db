/* Lettering: where lines break, how wide they are, and that no text is too strange. */
#include "drawing/lettering-private.h"
#include "drawing/typeface.h"

#include "sample.h"

#include <math.h>
#include <string.h>

#define SIZE 9.0
#define LEFT NK_ALIGN_LEFT
#define CENTER NK_ALIGN_CENTER

/* In the typeface that the program carries with it, so that the rows hold on every computer. */
static NkLettering *
set (const char *text,
     const char *language,
     double      width,
     NkAlign     align)
{
  return nk_lettering_new (text, language, nk_typeface (), SIZE, FALSE, width, align);
}

static NkLettering *
set_label (const char *text,
           double      width,
           double      widest,
           guint       lines)
{
  return nk_lettering_label (text, "de", nk_typeface (), SIZE, FALSE, width, widest, lines);
}

static double
width_of (const char *text)
{
  g_autoptr (NkLettering) lettering = set (text, "de", 0, LEFT);
  double width, height;

  nk_lettering_size (lettering, &width, &height);
  return width;
}

static char *
lines_of (const NkLettering *lettering)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < nk_lettering_n_lines (lettering); i++)
    {
      double x, baseline;

      g_string_append_printf (lines, "%s%s", i > 0 ? "|" : "",
                              nk_lettering_line (lettering, i, &x, &baseline));
    }
  return g_string_free (lines, FALSE);
}

/* The width is that of a sample, a little more. */
static void
test_lines (void)
{
  static const struct { const char *text, *as_wide_as, *lines; NkAlign align; } rows[] = {
    { "", "n", "", CENTER },
    { "Rat", "Rat", "Rat", CENTER },
    { "Runder Tisch Asyl", "Runder Tisch Asyl", "Runder Tisch Asyl", CENTER },
    { "Runder Tisch Asyl", "Runder Tisch", "Runder|Tisch Asyl", CENTER },
    { "Amt für Migration und Integration", "Amt für Migration und",
      "Amt für Migration|und Integration", CENTER },
    { "Amt für Migration und Integration", "Amt für Migration und",
      "Amt für Migration und|Integration", LEFT },
    { "one\ntwo\r\nthree", "three", "one|two|three", LEFT },
    { "  one   ", "one", "one", LEFT },
    { "one\ttwo", "one two", "one two", LEFT },
    /* A word that fits is whole; else it breaks behind a hyphen or slash that it has … */
    { "Ämter-Ansprechpersonen", "Ämter-Ansprechpersonen", "Ämter-Ansprechpersonen", CENTER },
    { "Ämter-Ansprechpersonen", "Ansprechpersonen", "Ämter-|Ansprechpersonen", CENTER },
    { "Vereine/Kirchen", "Vereine/", "Vereine/|Kirchen", CENTER },
    { "Koordinierungs\u00ADinstanz", "Koordinierungs-", "Koordinierungs-|instanz", CENTER },
    { "Koordinierungs\u00ADinstanz", "Koordinierungsinstanz", "Koordinierungsinstanz", CENTER },
    /* … and with one of its own only where there is none. */
    { "Koordinierungsinstanz", "Koordinierungs-", "Koordinierungs-|instanz", CENTER },
    { "Sozialbetreuer_innen", "Sozialbetreuer_", "Sozial-|betreuer_innen", CENTER },
    { "Mitarbeiter/innen", "Mitarbeiter/", "Mitarbei-|ter/innen", CENTER },
    { "karte_neu_2018.json", "karte_neu_20", "karte_neu_|2018.json", CENTER },
    { "Vereine/Gemeinschaftsunterkünfte", "Gemeinschafts-/",
      "Vereine/|Gemeinschafts-|unterkünfte", CENTER },
    /* What a script without blanks calls a word; hyphens are for scripts that have them. */
    { "移民和融合办公室", "移民和融合", "移民和融|合办公室", CENTER },
    { "ชุมชนผู้ลี้ภัย", "ชุมชน", NULL, CENTER },
    /* A line runs as its paragraph does. */
    { "منظمة Welcome Point", "Welcome Poi", "منظمة|\u200FWelcome|\u200FPoint", LEFT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double width = width_of (rows[i].as_wide_as) + 0.5;
      g_autoptr (NkLettering) lettering = set (rows[i].text, "de", width, rows[i].align);
      g_autofree char *lines = lines_of (lettering);

      if (rows[i].lines != NULL)
        g_assert_cmpstr (lines, ==, rows[i].lines);
      else
        g_assert_null (strchr (lines, '-'));
    }
}

/* Where compounds are broken in two: at a joint, not behind a prefix or within a part. */
static void
test_compounds (void)
{
  static const char *const rows[] = {
    "Gemeinschafts|unterkunft", "Flüchtlings|beauftragte", "Wohlfahrts|verbände",
    "Integrations|zentrum", "Bezirks|sozialdienst", "Steuerungs|unterstützung",
    "Stadt|gesellschaft", "Aufnahme|gesellschaft", "Erstaufnahme|einrichtungen",
    "Abteilungs|leitungen", "Migrations|hintergrund", "Landes|hauptstadt", "Familien|zentren",
    "Stadtbezirks|konferenz", "Bezirks|verwaltungsstelle", "Verwaltungs|gericht",
    "Gesundheits|amt", "Stadtteil|konferenz", "Quartiers|management", "Forschungs|projekt",
    "Obdachlosen|unterkünfte",
    "Arbeiter|wohlfahrt", "Nachbarschafts|hilfe", "Ehrenamts|koordination", "Ausländer|behörde",
    "Kirchen|gemeinden", "Jugend|berufshilfe",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) parts = g_strsplit (rows[i], "|", 2);
      g_autofree char *word = g_strjoinv ("", parts);
      g_autofree char *broken = g_strjoinv ("-|", parts);
      double width = width_of (word) * 0.9;
      g_autoptr (NkLettering) lettering = set (word, "de-AT", width, CENTER);
      g_autofree char *lines = lines_of (lettering);

      g_assert_cmpstr (lines, ==, broken);
    }
}

/* Lines of a left-aligned text that run from right to left begin at its right. */
static void
test_backward (void)
{
  g_autoptr (NkLettering) lettering = set ("منظمة الترحيب\nRat", "ar", 0, LEFT);
  double width, height, x, y, line_width, line_height;

  nk_lettering_size (lettering, &width, &height);
  for (guint i = 0; i < 2; i++)
    {
      nk_lettering_line_box (lettering, i, &x, &y, &line_width, &line_height);
      g_assert_cmpfloat_with_epsilon (i == 0 ? width - line_width : 0, x, 1e-6);
      g_assert_true (nk_lettering_is_backward (lettering, i) == (i == 0));
    }
  g_assert_cmpfloat_with_epsilon (y + line_height, height, 1e-6);
}

/* What people may write, and what they would never. */
static const char *const strange[] = {
  "A", "", " ", "\n", "\u00AD", "-", "///", "a-b-c-d-e-f",
  "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverwaltungsstelle",
  "منظمة الترحيب باللاجئين في المدينة", "ברוכים הבאים לעיר", "移民和融合办公室与志愿者协调中心",
  "👩‍👩‍👧 Familie 🏳️‍🌈", "\U000E1234", "e\u0301\u0301\u0301\u0301", "ขอต้อนรับสู่เมือง",
  "\u202Eabc", "a\u2028b\u2029c", "\x01\x02\x7f", "ﬁ office", "\uFFFD",
};

static void
test_strange (void)
{
  static const double widths[] = { 0, 0.5, 12, 74 };
  g_autoptr (NkLettering) letter = set ("x", "de", 0, LEFT);
  double least_width, least_height;

  nk_lettering_size (letter, &least_width, &least_height);
  for (guint i = 0; i < G_N_ELEMENTS (strange); i++)
    for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
      {
        g_autoptr (NkLettering) lettering = set (strange[i], "de", widths[w], CENTER);
        double width, height, x, y, line_width, line_height, baseline;

        nk_lettering_size (lettering, &width, &height);
        g_assert_true (isfinite (width) && isfinite (height) && width >= 0 && height > 0);
        for (guint line = 0; line < nk_lettering_n_lines (lettering); line++)
          {
            const char *text = nk_lettering_line (lettering, line, &x, &baseline);

            g_assert_true (g_utf8_validate (text, -1, NULL));
            g_assert_true (x >= -1e-6 && baseline > 0 && baseline < height);
            nk_lettering_line_box (lettering, line, &x, &y, &line_width, &line_height);
            g_assert_cmpfloat (line_height, >=, least_height - 1e-6);
          }
      }
}

/* No line is wider than asked for, and the lines are the words. */
static void
test_width (void)
{
  const char *text = "Arbeitsgemeinschaft der Träger der freien Wohlfahrtspflege und der "
                     "kommunalen Fachstellen für Migration und Integration im Stadtbezirk sechs";

  for (double width = width_of ("Arbeitsgemeinschaft") + 1; width < 700; width += 23)
    {
      g_autoptr (NkLettering) lettering = set (text, "de", width, CENTER);
      g_autofree char *words = sample_words (lettering);
      double set_width, height;

      nk_lettering_size (lettering, &set_width, &height);
      g_assert_cmpfloat (set_width, <=, width + 0.05);
      g_assert_cmpstr (words, ==, text);
    }
}

/* A language has its own rules; a text of one that there are none for is broken anywhere. */
static void
test_languages (void)
{
  static const struct { const char *language, *text, *lines; } rows[] = {
    { "de", "recherche", "recher-|che" }, { "DE_at", "recherche", "recher-|che" },
    { "en", "budgeting", "bud-|geting" }, { "en-GB", "budgeting", "bud-|geting" },
    { "", "budgeting", "budg-|eting" }, { "fr", "budgeting", "budg-|eting" },
    { "enm", "budgeting", "budg-|eting" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double width = width_of (rows[i].text) - 0.5;
      g_autoptr (NkLettering) lettering = set (rows[i].text, rows[i].language, width, CENTER);
      g_autofree char *lines = lines_of (lettering);

      g_assert_cmpstr (lines, ==, rows[i].lines);
    }
}

static void
test_label (void)
{
  g_autoptr (NkLettering) whole = set_label ("Gemeinschaftsunterkunft", 30, 400, 4);
  g_autoptr (NkLettering) narrow = set_label ("Gemeinschaftsunterkunft", 30, 60, 4);
  g_autoptr (NkLettering) few = set_label ("a b c d e f g h i j k l m n o p", 12, 400, 3);

  g_assert_cmpuint (nk_lettering_n_lines (whole), ==, 1);
  g_assert_cmpuint (nk_lettering_n_lines (narrow), >, 1);
  g_assert_true (nk_lettering_is_joined (narrow, 0));
  g_assert_cmpuint (nk_lettering_n_lines (few), <=, 3);
}

static void
test_scale (void)
{
  g_autoptr (NkLettering) one = set ("Amt für Migration", "de", 40, CENTER);
  g_autoptr (NkLettering) again = set ("Amt für Migration", "de", 40, CENTER);
  g_autoptr (NkLettering) half = nk_lettering_scale (one, 0.5);
  double width, height, half_width, half_height, x, baseline, half_x, half_baseline;

  g_assert_true (one == again);
  nk_lettering_size (one, &width, &height);
  nk_lettering_size (half, &half_width, &half_height);
  g_assert_cmpfloat (half_width, ==, width / 2);
  g_assert_cmpfloat (half_height, ==, height / 2);
  g_assert_cmpfloat (nk_lettering_font_size (half), ==, SIZE / 2);
  g_assert_cmpuint (nk_lettering_n_lines (half), ==, nk_lettering_n_lines (one));
  nk_lettering_line (one, 1, &x, &baseline);
  nk_lettering_line (half, 1, &half_x, &half_baseline);
  g_assert_cmpfloat (half_x, ==, x / 2);
  g_assert_cmpfloat (half_baseline, ==, baseline / 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lettering/lines", test_lines);
  g_test_add_func ("/lettering/compounds", test_compounds);
  g_test_add_func ("/lettering/backward", test_backward);
  g_test_add_func ("/lettering/strange", test_strange);
  g_test_add_func ("/lettering/width", test_width);
  g_test_add_func ("/lettering/languages", test_languages);
  g_test_add_func ("/lettering/label", test_label);
  g_test_add_func ("/lettering/scale", test_scale);
  return g_test_run ();
}
