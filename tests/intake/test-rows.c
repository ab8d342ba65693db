/* Rows from spreadsheets: what is read of them, what they are taken for, and what they do to a map. */
#include "files/native.h"
#include "intake/rows-write.h"
#include "intake/rows.h"

#include <string.h>

/* ---- cells ---- */

/* "a|b / c|d" */
static char *
sheet_text (const NkSheet *sheet)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sheet->rows->len; i++)
    {
      g_autofree char *row = g_strjoinv ("|", g_ptr_array_index (sheet->rows, i));

      g_string_append_printf (text, "%s%s", i > 0 ? " / " : "", row);
    }
  return g_string_free (text, FALSE);
}

static void
test_cells (void)
{
  static const struct { const char *text, *cells; } rows[] = {
    { "", "" },
    { " \n\t\n", "" },
    { "a", "a" },
    { "a\n", "a" },
    { "a\nb", "a / b" },
    { "a\tb\nc\td\n", "a|b / c|d" },
    { "a\tb\r\nc\td\r\n", "a|b / c|d" },
    { "a\tb\rc\td\r", "a|b / c|d" },
    { "a\t\tb\n\t\tc", "a||b / ||c" },
    { "a\tb\t\t\nc\td\t\t", "a|b / c|d" },
    { "a\tb\tc\nd\n", "a|b|c / d||" },
    { " a \t b ", "a|b" },
    { "a\tb\n\n\nc\td", "a|b / c|d" },
    { "a;b\nc;d", "a|b / c|d" },
    { "a;b\nc;d;e", "a|b| / c|d|e" },
    { "a,b\nc,d", "a|b / c|d" },
    { "a,b\nc", "a,b / c" },
    { "a;b,c\nd;e", "a|b,c / d|e" },
    { "a;b\tc", "a;b|c" },
    { "a; b\nc", "a; b / c" },
    { "Meier, Anna\nAmt", "Meier, Anna / Amt" },
    { "\"a\tb\"\tc", "a\tb|c" },
    { "\"a\nb\"\tc", "a\nb|c" },
    { "\"a\r\nb\"\tc", "a\r\nb|c" },
    { "\"a \"\"b\"\" c\"\td", "a \"b\" c|d" },
    { "5\" pipe\td", "5\" pipe|d" },
    { "\"Rund um\" e. V.\td\ne\tf", "\"Rund um\" e. V.|d / e|f" },
    { "\"open\td\ne\tf", "\"open|d / e|f" },
    { "\"a\";\"b;c\"\n\"d\";\"e\"", "a|b;c / d|e" },
    { "\xef\xbb\xbf" "a\tb", "a|b" },
    { "\xef\xbb\xbf\"a\"\tb", "a|b" },
    { "B\xfcro;\xc4mter", "Büro|Ämter" },
    { "Büro\tÄmter", "Büro|Ämter" },
    { "a\x01\x02\tb\x7f", "a|b" },
    { "a\tb\xff\xfe", "a|bÿþ" },
    { "😀\t–", "😀|–" },
    { "\t\ta", "||a" },
    { "\"\"\t\"\"\na\t\"\"", "a" },
    { "a\t\"\"\"\"", "a|\"" },
    { "'a'\tb", "'a'|b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (NkSheet) sheet = nk_sheet_read (rows[i].text, strlen (rows[i].text));
      g_autofree char *text = sheet_text (sheet);

      g_assert_cmpstr (text, ==, rows[i].cells);
    }
}

static void
test_utf16 (void)
{
  static const char little[] = "\xff\xfe" "B\0\xfc\0\t\0x\0";
  static const char big[] = "\xfe\xff\0B\0\xfc\0\t\0x";
  g_autoptr (NkSheet) first = nk_sheet_read (little, sizeof little - 1);
  g_autoptr (NkSheet) second = nk_sheet_read (big, sizeof big - 1);
  g_autofree char *one = sheet_text (first), *other = sheet_text (second);

  g_assert_cmpstr (one, ==, "Bü|x");
  g_assert_cmpstr (other, ==, "Bü|x");
}

/* ---- a map ---- */

#define MAP \
  "{\"format\": \"netzkarte\", \"version\": 1," \
  "\"levels\": [{\"id\": \"city\", \"name\": \"Gesamtstadt\"}, {\"id\": \"quarter\", \"name\": \"Stadtbezirk\"}]," \
  "\"districts\": [{\"id\": \"d5\", \"name\": \"Stadtbezirk 5\"}, {\"id\": \"d6\", \"name\": \"Stadtbezirk 6\"}]," \
  "\"sectors\": [{\"id\": \"office\", \"name\": \"Verwaltung\"}, {\"id\": \"club\", \"name\": \"Verein\"}]," \
  "\"kinds\": [{\"id\": \"steer\", \"name\": \"Steuerung\", \"directed\": true}, {\"id\": \"coop\", \"name\": \"Kooperation\"}]," \
  "\"attributes\": [{\"id\": \"culture\", \"name\": \"Kultur\", \"values\": [\"offen\"]}]," \
  "\"sources\": [{\"id\": \"i1\", \"name\": \"Interview 1\"}]," \
  "\"actors\": [" \
  "{\"id\": \"mig\", \"name\": \"Amt für Migration\", \"short\": \"AfM\", \"level\": \"city\", \"x\": 100, \"y\": 50}," \
  "{\"id\": \"job\", \"name\": \"Jobcenter\", \"level\": \"city\", \"since\": \"2005\", \"x\": 300, \"y\": 50}," \
  "{\"id\": \"wp5\", \"name\": \"Welcome Point 5\", \"level\": \"quarter\", \"district\": \"d5\", \"x\": 100, \"y\": 200}]," \
  "\"ties\": [{\"id\": \"t1\", \"from\": \"mig\", \"to\": \"job\", \"kind\": \"steer\"}," \
  "{\"id\": \"t2\", \"from\": \"job\", \"to\": \"wp5\", \"kind\": \"coop\"}]}"

static NkMap *
make_map (void)
{
  g_autoptr (GError) error = NULL;
  NkMap *map = nk_native_read (MAP, strlen (MAP), "test", &error);

  g_assert_no_error (error);
  return map;
}

static NkRows *
read_rows (const NkMap *map,
           const char  *text)
{
  NkRows *rows = nk_rows_new (map, text, strlen (text));

  g_assert_nonnull (rows);
  return rows;
}

static void
apply (NkMap        *map,
       const NkRows *rows)
{
  g_autoptr (NkEdit) edit = nk_rows_edit (rows, NULL);
  g_autoptr (GError) error = NULL;

  nk_map_apply (map, edit, &error);
  g_assert_no_error (error);
}

/* ---- what they are taken for ---- */

/* "actor + name level -": the kind, whether there is a header, and what the columns mean. */
static char *
guess_text (const NkRows *rows)
{
  GString *text = g_string_new (nk_schema_kind (nk_rows_kind (rows))->name);

  g_string_append (text, nk_rows_has_header (rows) ? " +" : "");
  for (guint i = 0; i < nk_rows_n_columns (rows); i++)
    {
      const NkRowColumn *column = nk_rows_column (rows, i);

      g_string_append_printf (text, " %s", column->attribute != NULL ? column->attribute
                                           : column->field < 0 ? "-" : nk_field_name (column->field));
    }
  return g_string_free (text, FALSE);
}

static void
test_guesses (void)
{
  static const struct { const char *text, *guess; } rows[] = {
    { "Verein", "actor name" },
    { "Verein A\nVerein B", "actor name" },
    { "Name\nVerein B", "actor + name" },
    { "Name\tEbene\tBezirk\nA\tGesamtstadt\t", "actor + name level district" },
    { "Name;Kurz;Sektor;seit;bis;Quelle;Notiz\nA;B;C;;;;x",
      "actor + name short sector since until evidence note" },
    { "Name\tShort name\tLevel\tDistrict\tSector\tSince\tUntil\tNote\tSource\nA\tB\tC\tD\tE\t\t\tF\tG",
      "actor + name short level district sector since until note evidence" },
    { "Akteur_in\tvon\tbis\nA\t2014\t2015", "actor + name since until" },
    { "Organisation\tKultur\tTelefon\nA\toffen\t0211", "actor + name culture -" },
    { "Einrichtung\tKultur\tEinfluss\tStruktur\tStructure\nA\toffen\t1\t2\t3",
      "actor + name culture influence - structure" },
    { "Von\tAn\tArt\nA\tB\tC", "tie + from to kind" },
    { "from,to,kind,formal,strength\nA,B,C,yes,2", "tie + from to kind formal strength" },
    { "Source,Target,Weight\nA,B,2", "tie + from to strength" },
    { "Quelle\tZiel\nA\tB", "tie + from to" },
    { "Art;Von;Nach;seit;bis;formell;Stärke;Gewissheit;Quelle\nA;B;C;;;;;;D",
      "tie + kind from to since until formal strength certainty evidence" },
    { "Jobcenter\tAmt für Migration", "tie from to" },
    { "Jobcenter\tAfM\tKooperation\t2015", "tie from to kind since" },
    { "Jobcenter\tAfM\tetwas", "tie from to kind" },
    { "Neu\tGesamtstadt\t2014\t2016", "actor name level since until" },
    { "Neu\tVerein\tStadtbezirk 5\tInterview 1\tx", "actor name sector district evidence -" },
    { "Neu\tGesamtstadt\nAlt\tGesamtstadt\nWer\tdaheim", "actor name -" },
    { "Ort;Telefon\nA;B", "actor name -" },
    { "Name\tName\nA\tB", "actor + name -" },
    { "Wer\tEbene\nA\tB", "actor + name level" },
    { "Chor\tStadtbezirk\nRat\tGesamtstadt", "actor name level" },
  };
  g_autoptr (NkMap) map = make_map ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (NkRows) read = read_rows (map, rows[i].text);
      g_autofree char *guess = guess_text (read);

      g_test_message ("%s", rows[i].text);
      g_assert_cmpstr (guess, ==, rows[i].guess);
    }
}

static void
test_put_right (void)
{
  const NkRowColumn note = { NK_FIELD_NOTE, NULL };
  g_autoptr (NkMap) map = make_map ();
  g_autoptr (NkRows) rows = read_rows (map, "Ort\tText\nA\tB");
  g_autofree char *first = NULL, *second = NULL, *third = NULL;

  nk_rows_set_header (rows, TRUE);
  nk_rows_set_column (rows, 1, &note);
  first = guess_text (rows);
  g_assert_cmpstr (first, ==, "actor + name note");
  g_assert_cmpstr (nk_rows_header (rows, 0), ==, "Ort");
  g_assert_cmpuint (nk_rows_count (rows), ==, 1);
  nk_rows_set_column (rows, 0, &note);
  second = guess_text (rows);
  g_assert_cmpstr (second, ==, "actor + note -");
  g_assert_cmpuint (nk_rows_counts (rows).left_out, ==, 1);
  nk_rows_set_kind (rows, NK_TIE);
  third = guess_text (rows);
  g_assert_cmpstr (third, ==, "tie + from to");
}

/* ---- what they do ---- */

/* The counts: actors, ties, known, spelling, nobody, left out; then problems. */
static char *
counts_text (const NkRows *rows)
{
  NkRowsCounts counts = nk_rows_counts (rows);

  return g_strdup_printf ("%u %u %u %u %u %u %u", counts.actors, counts.ties, counts.known,
                          counts.spelling, counts.nobody, counts.left_out,
                          nk_rows_problems (rows)->len);
}

static void
test_counts (void)
{
  static const struct { const char *text, *counts; } rows[] = {
    { "Verein A", "1 0 0 0 0 0 0" },
    { "Verein A\nverein a\nVerein  A!", "1 0 0 0 0 0 0" },
    { "Jobcenter\nJOB-CENTER", "0 0 2 1 0 0 0" },
    { "JOBCENTER", "0 0 1 0 0 0 0" },
    { "AfM", "0 0 1 0 0 0 0" },
    { "Amt f. Migration", "0 0 1 1 0 0 0" },
    { "Amt fuer Migration", "0 0 1 0 0 0 0" },
    { "Jobcneter", "0 0 1 1 0 0 0" },
    { "Welcome Point 6", "1 0 0 0 0 0 0" },
    { "Welcome Point", "1 0 0 0 0 0 0" },
    { "Name\tNotiz\nA\tx\n\ty", "1 0 0 0 0 1 1" },
    { "Name\tEbene\nA\tGesamt\nB\tStadtbezirk", "2 0 0 1 0 0 0" },
    { "Name\tBezirk\nA\tStadtbezirk\nB\tStadtbezirk 7", "2 0 0 0 0 0 0" },
    { "Name\tseit\nA\t2015-13\nB\tSommer", "2 0 0 0 0 0 2" },
    { "Name\tseit\nA\t24.9.2015\nB\t9.2015\nC\t09/2015\nD\t2015\nE\t2015-09\nF\tSeptember 2015", "6 0 0 0 0 0 0" },
    { "Name\tseit\nA\t32.9.2015\nB\t13/2015", "2 0 0 0 0 0 2" },
    { "Name\tEinfluss\nA\t5\nB\t6\nC\tviel", "3 0 0 0 0 0 2" },
    { "Name\tPerson\nA\tja\nB\tnein\nC\tx\nD\tvielleicht", "4 0 0 0 0 0 1" },
    { "Von\tAn\tArt\nJobcenter\tAfM\tSteuerung", "0 1 0 0 0 0 0" },
    { "Von\tAn\tArt\nAfM\tJobcenter\tSteuerung", "0 0 1 0 0 0 0" },
    { "Von\tAn\tArt\nWelcome Point 5\tJobcenter\tKooperation", "0 0 1 0 0 0 0" },
    { "Von\tAn\nAfM\tJobcenter", "0 0 1 0 0 0 0" },
    { "Von\tAn\nA\tB\nA\tB\nB\tA", "2 2 0 0 3 0 0" },
    { "Von\tAn\nJobcenter\tB", "1 1 0 0 1 0 0" },
    { "Von\tAn\nJobcenter\tJOBCENTER", "0 0 0 0 0 1 1" },
    { "Von\tAn\nJobcenter\t", "0 0 0 0 0 1 1" },
    { "Von\tAn\tGewissheit\nJobcenter\tAfM\tvermutet", "0 1 0 0 0 0 0" },
    { "Von\tAn\tGewissheit\nAfM\tJobcenter\tgefühlt", "0 0 1 0 0 0 1" },
    { "Von\tAn\tStärke\nJobcenter\tX\t4", "1 1 0 0 1 0 1" },
  };
  g_autoptr (NkMap) map = make_map ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (NkRows) read = read_rows (map, rows[i].text);
      g_autofree char *counts = counts_text (read);

      g_test_message ("%s", rows[i].text);
      g_assert_cmpstr (counts, ==, rows[i].counts);
    }
}

static const char *
text_of (const NkMap  *map,
         NkRecordKind  kind,
         const char   *id,
         NkField       field)
{
  const NkRecord *record = nk_map_find (map, kind, id);

  g_assert_nonnull (record);
  return nk_record_text (record, field);
}

static void
test_new_actors (void)
{
  g_autoptr (NkMap) map = make_map ();
  g_autoptr (NkRows) rows = read_rows (map,
    "Name\tKurz\tEbene\tBezirk\tSektor\tseit\tPerson\tKultur\tQuelle\tEinfluss\n"
    "Chor\tC\tstadtbezirk\tStadtbezirk 5\tKultur\t24.9.2015\tja\tlaut\tInterview 1; Akte\t3\n");
  const NkRecord *choir;
  const NkEvidence *evidence;
  guint n;

  apply (map, rows);
  choir = nk_map_find (map, NK_ACTOR, "chor");
  g_assert_cmpstr (text_of (map, NK_ACTOR, "chor", NK_FIELD_SHORT), ==, "C");
  g_assert_cmpstr (text_of (map, NK_ACTOR, "chor", NK_FIELD_LEVEL), ==, "quarter");
  g_assert_cmpstr (text_of (map, NK_ACTOR, "chor", NK_FIELD_DISTRICT), ==, "d5");
  g_assert_cmpstr (text_of (map, NK_ACTOR, "chor", NK_FIELD_SECTOR), ==, "kultur");
  g_assert_cmpstr (text_of (map, NK_SECTOR, "kultur", NK_FIELD_NAME), ==, "Kultur");
  g_assert_cmpstr (text_of (map, NK_ACTOR, "chor", NK_FIELD_SINCE), ==, "2015-09-24");
  g_assert_cmpstr (nk_record_values (choir, NK_FIELD_ATTRIBUTES)[1], ==, "laut");
  g_assert_true (g_strv_contains (nk_record_texts (nk_map_find (map, NK_ATTRIBUTE, "culture"),
                                                   NK_FIELD_CATEGORIES), "laut"));
  evidence = nk_record_evidence (choir, NK_FIELD_EVIDENCE, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (evidence[0].source, ==, "i1");
  g_assert_cmpstr (text_of (map, NK_SOURCE, evidence[1].source, NK_FIELD_NAME), ==, "Akte");
  g_assert_true (nk_record_boolean (choir, NK_FIELD_PERSON));
  g_assert_cmpint (nk_record_integer (choir, NK_FIELD_INFLUENCE), ==, 3);
  g_assert_true (nk_record_is_placed (choir));
  g_assert_false (nk_record_boolean (choir, NK_FIELD_PINNED));
}

/* What the map has is filled where it is empty, and replaced only if that is asked for. */
static void
test_known (void)
{
  const char *text = "Name\tKurz\tseit\tEbene\nJOBCENTER\tJC\t2006\t\n";
  g_autoptr (NkMap) map = make_map ();
  g_autoptr (NkRows) rows = read_rows (map, text);
  g_autoptr (NkRows) again = NULL;

  apply (map, rows);
  g_assert_cmpstr (text_of (map, NK_ACTOR, "job", NK_FIELD_NAME), ==, "Jobcenter");
  g_assert_cmpstr (text_of (map, NK_ACTOR, "job", NK_FIELD_SHORT), ==, "JC");
  g_assert_cmpstr (text_of (map, NK_ACTOR, "job", NK_FIELD_SINCE), ==, "2005");
  again = read_rows (map, text);
  nk_rows_set_replaces (again, TRUE);
  apply (map, again);
  g_assert_cmpstr (text_of (map, NK_ACTOR, "job", NK_FIELD_SINCE), ==, "2006");
  g_assert_cmpstr (text_of (map, NK_ACTOR, "job", NK_FIELD_LEVEL), ==, "city");
}

/* ---- answers ---- */

static const NkName *
name_of (const NkRows *rows,
         const char   *text)
{
  g_autoptr (GPtrArray) names = nk_rows_names (rows);

  for (guint i = 0; i < names->len; i++)
    if (g_str_equal (((const NkName *) g_ptr_array_index (names, i))->text, text))
      return g_ptr_array_index (names, i);
  return NULL;
}

static void
test_answers (void)
{
  g_autoptr (NkMap) map = make_map ();
  g_autoptr (NkRows) rows = read_rows (map, "Von\tAn\tArt\n"
                                            "Amt f. Migration\tChor\tHilfe\n"
                                            "Jobcenter\tChor\tHilfe\n"
                                            "Jobcenter\tWelcome Point 6\tKooperation\n");
  g_autoptr (GPtrArray) names = nk_rows_names (rows);
  g_autofree char *before = counts_text (rows), *after = NULL;

  g_assert_cmpuint (names->len, ==, 4);
  g_assert_cmpstr (before, ==, "2 3 0 1 3 0 0");
  g_assert_cmpint (name_of (rows, "Amt f. Migration")->answer, ==, 0);
  g_assert_cmpint (name_of (rows, "Chor")->answer, ==, NK_NAME_NEW);
  g_assert_cmpuint (name_of (rows, "Chor")->n, ==, 2);
  g_assert_null (name_of (rows, "Jobcenter"));
  nk_rows_answer (rows, name_of (rows, "Amt f. Migration"), NK_NAME_NEW);
  nk_rows_answer (rows, name_of (rows, "Welcome Point 6"), NK_NAME_NONE);
  nk_rows_answer (rows, name_of (rows, "Hilfe"), NK_NAME_NONE);
  after = counts_text (rows);
  g_assert_cmpstr (after, ==, "2 2 0 0 3 1 0");
  g_assert_cmpint (nk_rows_fate (rows, 0), ==, NK_ROW_NEW);
  g_assert_cmpint (nk_rows_fate (rows, 2), ==, NK_ROW_LEFT_OUT);
  apply (map, rows);
  g_assert_nonnull (nk_map_find (map, NK_ACTOR, "amt-f-migration"));
  g_assert_null (nk_map_find (map, NK_ACTOR, "welcome-point-6"));
  g_assert_cmpuint (nk_map_count (map, NK_KIND), ==, 2);
  g_assert_cmpuint (nk_map_count (map, NK_TIE), ==, 4);
}

/* ---- there and back ---- */

static GPtrArray *
all_of (const NkMap  *map,
        NkRecordKind  kind)
{
  GPtrArray *records = g_ptr_array_new ();

  for (guint i = 0; i < nk_map_count (map, kind); i++)
    g_ptr_array_add (records, nk_map_at (map, kind, i));
  return records;
}

static char *
write_rows (const NkMap  *map,
            NkRecordKind  kind)
{
  g_autoptr (GPtrArray) records = all_of (map, kind);
  g_autoptr (GArray) columns = nk_rows_columns (map, records);

  return nk_rows_text (map, records, columns);
}

static void
test_written (void)
{
  g_autoptr (NkMap) map = make_map ();
  g_autofree char *actors = write_rows (map, NK_ACTOR), *ties = write_rows (map, NK_TIE);
  g_autoptr (GPtrArray) records = all_of (map, NK_TIE);
  g_autoptr (GArray) columns = nk_rows_columns (map, records);
  g_autofree char *html = nk_rows_html (map, records, columns);

  g_assert_cmpstr (actors, ==,
                   "Name\tShort name\tLevel\tDistrict\tSince\n"
                   "Amt für Migration\tAfM\tGesamtstadt\t\t\n"
                   "Jobcenter\t\tGesamtstadt\t\t2005\n"
                   "Welcome Point 5\t\tStadtbezirk\tStadtbezirk 5\t\n");
  g_assert_cmpstr (ties, ==, "From\tTo\tKind\n"
                             "Amt für Migration\tJobcenter\tSteuerung\n"
                             "Jobcenter\tWelcome Point 5\tKooperation\n");
  g_assert_nonnull (strstr (html, "<tr><td>Amt für Migration</td><td>Jobcenter</td>"));
}

/* What was copied as rows and is pasted again changes nothing; in an empty map it is all there. */
static void
test_there_and_back (void)
{
  static const NkRecordKind kinds[] = { NK_ACTOR, NK_TIE };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (NkMap) map = make_map (), empty = nk_map_new ();
      g_autofree char *text = write_rows (map, kinds[i]), *again = NULL;
      g_autoptr (NkRows) rows = read_rows (map, text), fresh = read_rows (empty, text);
      g_autoptr (NkEdit) edit = nk_rows_edit (rows, NULL);

      g_assert_true (nk_edit_is_empty (edit));
      apply (empty, fresh);
      again = write_rows (empty, kinds[i]);
      g_assert_cmpstr (again, ==, text);
    }
}

static void
test_quoted (void)
{
  g_autoptr (NkMap) map = make_map ();
  g_autoptr (NkRows) rows = read_rows (map, "Name\tNotiz\nA\t\"one\ntwo \"\"x\"\"\"\nB <b>\tplain\n");
  g_autofree char *text = NULL;
  g_autoptr (NkMap) empty = nk_map_new ();

  apply (empty, rows);
  text = write_rows (empty, NK_ACTOR);
  g_assert_cmpstr (text, ==, "Name\tNote\nA\t\"one\ntwo \"\"x\"\"\"\nB <b>\tplain\n");
}

/* ---- many, and nonsense ---- */

static void
test_many (void)
{
  GString *text = g_string_new ("Von\tAn\tArt\n");
  g_autoptr (NkMap) map = make_map ();
  g_autoptr (NkRows) rows = NULL;
  g_autoptr (NkEdit) edit = NULL;
  guint unplaced;

  for (guint i = 0; i < 10000; i++)
    g_string_append_printf (text, "Verein %u\tJobcenter\tSteuerung\n", i % 1000);
  rows = read_rows (map, text->str);
  g_assert_cmpuint (nk_rows_counts (rows).actors, ==, 1000);
  g_assert_cmpuint (nk_rows_counts (rows).ties, ==, 1000);
  edit = nk_rows_edit (rows, &unplaced);
  g_assert_cmpuint (unplaced, ==, 1000);
  g_assert_true (nk_map_apply (map, edit, NULL));
  g_string_free (text, TRUE);
}

static void
test_nonsense (void)
{
  static const char letters[] = "\t\t\n\n;,\"\"'ab1 \r\0\xff\xfe\xc3\xbc\xe2\x80";
  g_autoptr (GRand) random = g_rand_new_with_seed (6);

  for (guint i = 0; i < 3000; i++)
    {
      gint length = g_rand_int_range (random, 0, 60);
      g_autofree char *bytes = g_malloc (length + 1);
      g_autoptr (NkMap) map = make_map ();
      g_autoptr (NkRows) rows = NULL;

      for (gint j = 0; j < length; j++)
        bytes[j] = g_rand_boolean (random) ? letters[g_rand_int_range (random, 0, sizeof letters)]
                                           : (char) g_rand_int_range (random, 0, 256);
      rows = nk_rows_new (map, bytes, (gsize) length);
      if (rows == NULL)
        continue;
      nk_rows_set_kind (rows, g_rand_boolean (random) ? NK_TIE : NK_ACTOR);
      nk_rows_set_header (rows, g_rand_boolean (random));
      nk_rows_problems (rows);
      apply (map, rows);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rows/cells", test_cells);
  g_test_add_func ("/rows/utf16", test_utf16);
  g_test_add_func ("/rows/guesses", test_guesses);
  g_test_add_func ("/rows/put-right", test_put_right);
  g_test_add_func ("/rows/counts", test_counts);
  g_test_add_func ("/rows/new-actors", test_new_actors);
  g_test_add_func ("/rows/known", test_known);
  g_test_add_func ("/rows/answers", test_answers);
  g_test_add_func ("/rows/written", test_written);
  g_test_add_func ("/rows/there-and-back", test_there_and_back);
  g_test_add_func ("/rows/quoted", test_quoted);
  g_test_add_func ("/rows/many", test_many);
  g_test_add_func ("/rows/nonsense", test_nonsense);
  return g_test_run ();
}
