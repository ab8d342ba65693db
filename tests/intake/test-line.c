/* What a quick line says, and what it does. */
#include "intake/date-words.h"
#include "intake/line-choices.h"
#include "intake/line-scan.h"
#include "intake/line-words.h"
#include "intake/line.h"

#include <string.h>

#define N_RANDOM 10000

static void
put (NkEdit      *edit,
     NkMap       *map,
     NkRecordKind kind,
     const char  *id,
     const char  *name,
     NkField      field,
     const char  *value)
{
  NkRecord *record = nk_record_new (kind, id);

  if (kind != NK_TIE)
    nk_record_set_text (record, NK_FIELD_NAME, name);
  if (value != NULL)
    nk_record_set_text (record, field, value);
  nk_edit_put (edit, map, record);
}

static void
place (NkEdit     *edit,
       NkMap      *map,
       const char *id,
       double      x,
       double      y)
{
  nk_edit_set_place (edit, map, NK_ACTOR, id, x, y);
}

static NkMap *
make_map (void)
{
  NkMap *map = nk_map_new ();
  g_autoptr (NkEdit) edit = nk_edit_new ("Make");

  put (edit, map, NK_LEVEL, "city", "Gesamtstadt", 0, NULL);
  put (edit, map, NK_LEVEL, "mid", "Intermediäre", 0, NULL);
  put (edit, map, NK_LEVEL, "low", "Sozialraum", 0, NULL);
  put (edit, map, NK_DISTRICT, "b5", "Stadtbezirk 5", 0, NULL);
  put (edit, map, NK_DISTRICT, "b6", "Stadtbezirk 6", 0, NULL);
  put (edit, map, NK_SECTOR, "adm", "Verwaltung", NK_FIELD_COLOR, "#3465a4");
  put (edit, map, NK_SECTOR, "ver", "Verein", NK_FIELD_COLOR, "#ff0000");
  put (edit, map, NK_KIND, "ref", "Verweis", 0, NULL);
  nk_edit_set_boolean (edit, map, NK_KIND, "ref", NK_FIELD_DIRECTED, TRUE);
  put (edit, map, NK_KIND, "coop", "Zusammenarbeit", 0, NULL);
  put (edit, map, NK_KIND, "info", "Information", 0, NULL);
  put (edit, map, NK_SOURCE, "i3", "Interview 3", 0, NULL);
  put (edit, map, NK_SOURCE, "i4", "Interview 4", 0, NULL);
  put (edit, map, NK_ACTOR, "job", "Jobcenter", NK_FIELD_LEVEL, "city");
  put (edit, map, NK_ACTOR, "wp5", "Welcome Point 5", NK_FIELD_LEVEL, "low");
  nk_edit_set_text (edit, map, NK_ACTOR, "wp5", NK_FIELD_DISTRICT, "b5");
  put (edit, map, NK_ACTOR, "wp6", "Welcome Point 6", NK_FIELD_LEVEL, "low");
  nk_edit_set_text (edit, map, NK_ACTOR, "wp6", NK_FIELD_DISTRICT, "b6");
  put (edit, map, NK_ACTOR, "mue", "Müller-Lüdenscheidt", NK_FIELD_LEVEL, "mid");
  put (edit, map, NK_ACTOR, "rt5", "Runder Tisch", NK_FIELD_DISTRICT, "b5");
  nk_edit_set_text (edit, map, NK_ACTOR, "rt5", NK_FIELD_LEVEL, "low");
  put (edit, map, NK_ACTOR, "rt6", "Runder Tisch", NK_FIELD_DISTRICT, "b6");
  nk_edit_set_text (edit, map, NK_ACTOR, "rt6", NK_FIELD_LEVEL, "low");
  place (edit, map, "job", 100, 50);
  place (edit, map, "mue", 100, 200);
  place (edit, map, "wp5", 100, 350);
  place (edit, map, "wp6", 300, 350);
  put (edit, map, NK_TIE, "t", NULL, NK_FIELD_FROM, "job");
  nk_edit_set_text (edit, map, NK_TIE, "t", NK_FIELD_TO, "mue");
  g_assert_true (nk_map_apply (map, edit, NULL));
  return map;
}

/* What an edit puts in, in one line. */

static void
add_field (GString        *text,
           const NkRecord *record,
           NkField         field)
{
  const NkFieldSchema *schema = nk_schema_field (nk_record_kind (record), field);

  if (!nk_record_has (record, field))
    return;
  g_string_append_printf (text, " %s=", nk_field_name (field));
  if (schema->type == NK_TYPE_INTEGER)
    g_string_append_printf (text, "%d", nk_record_integer (record, field));
  else if (schema->type == NK_TYPE_BOOLEAN)
    g_string_append_printf (text, "%d", nk_record_boolean (record, field));
  else
    g_string_append (text, nk_record_text (record, field));
}

static void
add_evidence (GString        *text,
              const NkRecord *record)
{
  guint n;
  const NkEvidence *evidence = nk_record_evidence (record, NK_FIELD_EVIDENCE, &n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, " [%s|%s]", evidence[i].source, evidence[i].locator);
}

static char *
describe (const NkEdit *edit)
{
  static const NkField fields[] = {
    NK_FIELD_LEVEL, NK_FIELD_DISTRICT, NK_FIELD_SECTOR, NK_FIELD_KIND, NK_FIELD_FORMAL,
    NK_FIELD_STRENGTH, NK_FIELD_CERTAINTY, NK_FIELD_SINCE, NK_FIELD_UNTIL, NK_FIELD_NOTE,
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < nk_edit_n_changes (edit); i++)
    {
      const NkRecord *record = nk_edit_change (edit, i)->after;
      NkRecordKind kind = nk_record_kind (record);

      g_assert_null (nk_edit_change (edit, i)->before);
      g_string_append (text, i > 0 ? "; " : "");
      if (kind == NK_ACTOR)
        g_string_append (text, nk_record_text (record, NK_FIELD_NAME));
      else
        g_string_append_printf (text, "%s>%s", nk_record_text (record, NK_FIELD_FROM),
                                nk_record_text (record, NK_FIELD_TO));
      for (guint j = 0; j < G_N_ELEMENTS (fields); j++)
        if (nk_schema_slot (kind, fields[j]) >= 0)
          add_field (text, record, fields[j]);
      add_evidence (text, record);
    }
  return g_string_free (text, FALSE);
}

static const struct { const char *line, *says, *does; } rows[] = {
#include "line-rows.inc"
};

static void
test_rows (void)
{
  static const NkLineSetting setting = { 0 };
  g_autoptr (NkMap) map = make_map ();
  g_autoptr (NkMatcher) matcher = nk_matcher_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (NkLineReading) line = nk_line_read (matcher, map, rows[i].line, &setting);
      g_autofree char *says = nk_line_says (line), *does = NULL;

      if (nk_line_state (line) == NK_LINE_READY)
        {
          g_autoptr (NkEdit) edit = nk_line_edit (line, NULL);

          does = describe (edit);
        }
      g_test_message ("%s", rows[i].line);
      g_assert_cmpstr (says, ==, rows[i].says);
      g_assert_cmpstr (does != NULL ? does : "", ==, rows[i].does);
    }
}

/* What is taken for granted */

static void
test_setting (void)
{
  static const struct { NkLineSetting setting; const char *line, *does; } cases[] = {
    { { 0 }, "Neu", "Neu level=mid" },
    { { .level = "low", .district = "b6" }, "Neu", "Neu level=low district=b6" },
    { { .level = "low", .district = "b6" }, "Neu @ Ges", "Neu level=city" },
    { { .level = "" }, "Neu", "Neu" },
    { { .level = "gone", .district = "gone" }, "Neu", "Neu" },
    { { .kind = "ref" }, "Job > Mül", "job>mue kind=ref" },
    { { .kind = "ref" }, "Job > Mül : inf, formal", "job>mue kind=info formal=1" },
    { { .kind = "ref" }, "Job > Mül : ohne", "job>mue" },
    { { .kind = "gone" }, "Job > Mül", "job>mue" },
    { { .formal = TRUE }, "Job > Mül", "job>mue formal=1" },
    { { .formal = TRUE }, "Job > Mül : informell", "job>mue" },
  };
  g_autoptr (NkMap) map = make_map ();
  g_autoptr (NkMatcher) matcher = nk_matcher_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NkLineReading) line = nk_line_read (matcher, map, cases[i].line,
                                                     &cases[i].setting);
      g_autoptr (NkEdit) edit = nk_line_edit (line, NULL);
      g_autofree char *does = describe (edit);

      g_assert_cmpstr (does, ==, cases[i].does);
    }
}

static double
distance (const NkMap *map,
          const char  *a,
          const char  *b)
{
  const NkRecord *from = nk_map_find (map, NK_ACTOR, a), *to = nk_map_find (map, NK_ACTOR, b);

  return ABS (nk_record_number (from, NK_FIELD_X) - nk_record_number (to, NK_FIELD_X))
         + ABS (nk_record_number (from, NK_FIELD_Y) - nk_record_number (to, NK_FIELD_Y));
}

/* Near the other end of its tie; alone, near the last one, if that one is in the same zone. */
static void
test_places (void)
{
  static const struct { const char *line, *last, *near, *far; } cases[] = {
    { "Neu @ Ges -> Job", "mue", "job", "wp6" },
    { "Neu @ Bezirk 5 -> Welc 5", NULL, "wp5", "job" },
    { "Neu @ Bezirk 6", "wp6", "wp6", "job" },
    { "Neu @ Ges", "job", "job", "wp6" },
  };
  g_autoptr (NkMap) map = make_map ();
  g_autoptr (NkMatcher) matcher = nk_matcher_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const NkLineSetting setting = { .last = cases[i].last };
      g_autoptr (NkRoom) room = nk_room_new (map);
      g_autoptr (NkLineReading) line = nk_line_read (matcher, map, cases[i].line, &setting);
      g_autoptr (NkEdit) edit = nk_line_edit (line, room), back = NULL;

      g_assert_true (nk_map_apply (map, edit, NULL));
      g_assert_true (nk_record_boolean (nk_map_find (map, NK_ACTOR, "neu"), NK_FIELD_PINNED));
      g_assert_cmpfloat (distance (map, "neu", cases[i].near), <,
                         distance (map, "neu", cases[i].far));
      back = nk_edit_inverse (edit);
      g_assert_true (nk_map_apply (map, back, NULL));
    }
}

static void
test_marks (void)
{
  static const NkLineSetting setting = { 0 };
  static const struct { NkLineMark mark; guint start, end; const char *text; } marks[] = {
    { NK_LINE_KNOWN, 0, 3, "Jobcenter" }, { NK_LINE_ARROW, 4, 6, "→" },
    { NK_LINE_NEW, 7, 10, "Neu" }, { NK_LINE_NAMED, 13, 16, "Gesamtstadt" },
    { NK_LINE_WORD, 19, 28, "informell" }, { NK_LINE_FAULT, 30, 37, "Verwies" },
  };
  g_autoptr (NkMap) map = make_map ();
  g_autoptr (NkMatcher) matcher = nk_matcher_new ();
  g_autoptr (NkLineReading) line =
    nk_line_read (matcher, map, "job -> Neu @ ges : informell, Verwies", &setting);
  guint n;
  const NkLinePart *parts = nk_line_parts (line, &n);

  g_assert_cmpuint (n, ==, G_N_ELEMENTS (marks));
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (parts[i].mark, ==, marks[i].mark);
      g_assert_cmpuint (parts[i].start, ==, marks[i].start);
      g_assert_cmpuint (parts[i].end, ==, marks[i].end);
      g_assert_cmpstr (parts[i].text, ==, marks[i].text);
    }
}

/* Choices: | is where somebody writes. */
static void
test_choices (void)
{
  static const struct { const char *line, *choices; } cases[] = {
    { "|", "" },
    { "jo|", "Jobcenter" },
    { "we|", "Welcome Point 5; Welcome Point 6" },
    { "x -> jo|", "Jobcenter; \"jo\"" },
    { "x -> |", "" },
    { "x -> Jobcenter|", "" },
    { "jo| -> x", "Jobcenter; \"jo\"" },
    { "Neu @|", "Gesamtstadt; Intermediäre; Sozialraum; Stadtbezirk 5; Stadtbezirk 6" },
    { "Neu @ 5|", "Stadtbezirk 5" },
    { "Neu #|", "Verwaltung; Verein" },
    { "a -> b :|", "Verweis; Zusammenarbeit; Information" },
    { "a -> b : inf|", "Information; informal" },
    { "a -> b : Verweis, s|", "strong; stated; strength; since; Verweis; Zusammenarbeit" },
    { "a -> b : Verweis, inf|", "informal; Information" },
    { "a -> b : Verweis|", "" },
    { "a -> b [|", "[Interview 3]; [Interview 4]" },
    { "a -> b [4|", "[Interview 4]" },
    { "a -> b [Interview 4, S|", "" },
    { "\"jo|", "" },
  };
  g_autoptr (NkMap) map = make_map ();
  g_autoptr (NkMatcher) matcher = nk_matcher_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) halves = g_strsplit (cases[i].line, "|", 2);
      g_autofree char *line = g_strconcat (halves[0], halves[1], NULL);
      g_autoptr (GArray) choices = nk_line_choices (matcher, map, line, (guint) strlen (halves[0]),
                                                    6);
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint j = 0; j < choices->len; j++)
        g_string_append_printf (found, "%s%s", j > 0 ? "; " : "",
                                g_array_index (choices, NkLineChoice, j).text);
      g_test_message ("%s", cases[i].line);
      g_assert_cmpstr (found->str, ==, cases[i].choices);
    }
}

/* However somebody is called: written so, the name is read as this one. */
static void
test_written_names (void)
{
  static const char *const names[] = {
    "Jobcenter", "A, B & C", "Amt (Mitte)", "Haus -> Hof", "A - B", "\"Haus\" Mitte", "a@b", "C#",
    "Rat: Mitte", "[x]", "Bürger:innen", "Müller-Lüdenscheidt",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *written = nk_line_write_name (names[i]);
      g_autofree char *line = g_strdup_printf ("%s -> x", written);
      g_autoptr (GArray) pieces = nk_line_scan (line);

      g_assert_cmpuint (pieces->len, ==, 3);
      g_assert_cmpstr (g_array_index (pieces, NkPiece, 0).text, ==, names[i]);
    }
}

static void
test_dates (void)
{
  static const struct { const char *text, *date; } dates[] = {
    { "2015", "2015" }, { "2015-09", "2015-09" }, { "2015-9-1", "2015-09-01" },
    { "9/2015", "2015-09" }, { "09.2015", "2015-09" }, { "1.9.2015", "2015-09-01" },
    { "September 2015", "2015-09" }, { "sep 2015", "2015-09" }, { "Mai 2015", "2015-05" },
    { "märz 2015", "2015-03" }, { "March 2015", "2015-03" }, { "1. Oktober 2015", "2015-10-01" },
    { "Dec 2015", "2015-12" }, { "Dez. 2015", "2015-12" }, { "30 February 2015", NULL },
    { "15", NULL }, { "2015-13", NULL }, { "2015 2016", NULL }, { "", NULL }, { "gestern", NULL },
    { "1.2.3.2015", NULL }, { "-", NULL }, { "99999", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *date = nk_date_from_words (dates[i].text);

      g_assert_cmpstr (date, ==, dates[i].date);
    }
}

/* Lines of pieces, put together at random */

static char *
random_line (GRand *random)
{
  static const char *const pieces[] = {
    "Jobcenter", "job", "welc", "wp5", "Runder Tisch", "Neu", "Verein, neu", "Müller-Lüdenscheidt",
    "->", "<-", "<->", "--", " - ", "→", "–", ">", "<", ",", ":", "@", "#", "[", "]", "\"", "„",
    "“", "(", ")", " ", " ", " ", "Bezirk 6", "Gesamtstadt", "Verwaltung", "Verweis", "z", "inf",
    "informell", "since", "bis", "2015", "2015-09", "2018", "stark", "Stärke", "3", "vermutet",
    "Interview 3", "😀", "\xcc\x88", "\t", "\n", "\xff", "ß", "Bürger:innen", "%s", "_", "0",
  };
  GString *line = g_string_new (NULL);
  int n = g_rand_int_range (random, 0, 14);

  for (int i = 0; i < n; i++)
    {
      g_string_append (line, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      if (g_rand_boolean (random))
        g_string_append_c (line, ' ');
    }
  return g_string_free (line, FALSE);
}

static void
check_parts (const NkLineReading *line,
             const char          *text)
{
  gsize length = strlen (text);
  guint n, last = 0;
  const NkLinePart *parts = nk_line_parts (line, &n);

  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpuint (parts[i].start, <=, parts[i].end);
      if (g_utf8_validate (text, -1, NULL))
        g_assert_cmpuint (parts[i].end, <=, length);
      g_assert_cmpuint (parts[i].start, >=, last);
      last = parts[i].start;
    }
}

/* No line crashes; one that is ready is done as a whole, and taking it back gives the same map. */
static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autoptr (NkMap) map = make_map (), before = make_map ();
  g_autoptr (NkMatcher) matcher = nk_matcher_new ();
  const NkLineSetting setting = { .kind = "ref", .last = "job" };
  guint ready = 0;

  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autofree char *text = random_line (random);
      g_autoptr (NkLineReading) line = nk_line_read (matcher, map, text, &setting);
      g_autofree char *says = nk_line_says (line);
      NkLineState state = nk_line_state (line);

      check_parts (line, text);
      g_assert_true (g_utf8_validate (says, -1, NULL));
      g_assert_cmpint (*says != '\0', ==, state != NK_LINE_EMPTY);
      if (state == NK_LINE_READY)
        {
          g_autoptr (NkRoom) room = i % 10 == 0 ? nk_room_new (map) : NULL;
          g_autoptr (NkEdit) edit = nk_line_edit (line, room), back = NULL;

          ready++;
          g_assert_false (nk_edit_is_empty (edit));
          g_assert_true (nk_map_apply (map, edit, NULL));
          g_assert_false (nk_map_equal (map, before));
          back = nk_edit_inverse (edit);
          g_assert_true (nk_map_apply (map, back, NULL));
        }
      g_assert_true (nk_map_equal (map, before));
      for (guint at = 0; at <= strlen (text) && g_utf8_validate (text, -1, NULL); at += 5)
        {
          g_autoptr (GArray) choices = nk_line_choices (matcher, map, text, at, 6);

          g_assert_cmpuint (choices->len, <=, 7);
        }
    }
  g_assert_cmpuint (ready, >, N_RANDOM / 20);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/line/rows", test_rows);
  g_test_add_func ("/line/setting", test_setting);
  g_test_add_func ("/line/places", test_places);
  g_test_add_func ("/line/marks", test_marks);
  g_test_add_func ("/line/choices", test_choices);
  g_test_add_func ("/line/written names", test_written_names);
  g_test_add_func ("/line/dates", test_dates);
  g_test_add_func ("/line/random", test_random);
  return g_test_run ();
}
