/* Parts of maps that are copied and pasted: into their own map, and into others. */
#include "files/native.h"
#include "intake/fragment.h"

#include "../map/random-edit.h"

#include <string.h>

/* ---- maps ---- */

static NkMap *
read_map (const char *text)
{
  g_autofree char *whole = g_strdup_printf ("{\"format\": \"netzkarte\", \"version\": 1, %s}", text);
  g_autoptr (GError) error = NULL;
  NkMap *map = nk_native_read (whole, strlen (whole), "test", &error);

  g_assert_no_error (error);
  return map;
}

/* b stands in the district, a and c have it not; a is tied to both. */
#define HOME \
  "\"levels\": [{\"id\": \"city\", \"name\": \"City\"}, {\"id\": \"quarter\", \"name\": \"Quarter\"}]," \
  "\"districts\": [{\"id\": \"d5\", \"name\": \"District 5\"}]," \
  "\"sectors\": [{\"id\": \"club\", \"name\": \"Club\", \"color\": \"#9be35f\"}]," \
  "\"kinds\": [{\"id\": \"help\", \"name\": \"Help\"}]," \
  "\"attributes\": [{\"id\": \"size\", \"name\": \"Size\", \"values\": [\"small\", \"large\"]}]," \
  "\"sources\": [{\"id\": \"i1\", \"name\": \"Interview 1\"}]," \
  "\"actors\": [" \
  "{\"id\": \"a\", \"name\": \"Anna\", \"level\": \"city\", \"sector\": \"club\", \"x\": 100, \"y\": 50," \
  " \"attributes\": {\"size\": \"large\"}, \"evidence\": [{\"source\": \"i1\"}]}," \
  "{\"id\": \"b\", \"name\": \"Bert\", \"level\": \"quarter\", \"district\": \"d5\", \"x\": 100, \"y\": 200}," \
  "{\"id\": \"c\", \"name\": \"Cleo\", \"level\": \"city\", \"x\": 300, \"y\": 50}]," \
  "\"ties\": [{\"id\": \"t1\", \"from\": \"a\", \"to\": \"b\", \"kind\": \"help\"}," \
  "{\"id\": \"t2\", \"from\": \"c\", \"to\": \"a\", \"bends\": [[200, 40]]}]," \
  "\"notes\": [{\"id\": \"n1\", \"text\": \"Check\", \"x\": 20, \"y\": 20}]"

/* "actor/a tie/t1" as records. */
static GPtrArray *
choose (const NkMap *map,
        const char  *names)
{
  g_auto (GStrv) words = g_strsplit (names, " ", -1);
  GPtrArray *records = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (words[i], "/", 2);
      NkRecord *record = nk_map_find (map, nk_schema_find_kind (parts[0]), parts[1]);

      g_assert_nonnull (record);
      g_ptr_array_add (records, record);
    }
  return records;
}

/* As on the clipboard: through the bytes. */
static NkMap *
take (const NkMap *map,
      const char  *names,
      gboolean     with_ties)
{
  g_autoptr (GPtrArray) records = choose (map, names);
  g_autoptr (NkMap) fragment = nk_fragment_new (map, records, with_ties);
  g_autoptr (GBytes) bytes = nk_native_write (fragment);
  g_autoptr (GError) error = NULL;
  NkMap *again = nk_native_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "clip",
                                 &error);

  g_assert_no_error (error);
  g_assert_true (nk_map_equal (fragment, again));
  return again;
}

static char *
text_of (const NkMap  *map,
         NkRecordKind  kind)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < nk_map_count (map, kind); i++)
    {
      const NkRecord *record = nk_map_at (map, kind, i);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", nk_record_id (record));
      if (kind == NK_TIE)
        g_string_append_printf (text, ":%s>%s", nk_record_text (record, NK_FIELD_FROM),
                                nk_record_text (record, NK_FIELD_TO));
    }
  return g_string_free (text, FALSE);
}

static void
assert_text (const NkMap  *map,
             NkRecordKind  kind,
             const char   *wanted)
{
  g_autofree char *text = text_of (map, kind);

  g_assert_cmpstr (text, ==, wanted);
}

/* Pastes; returns how many ties were left out. */
static guint
paste (NkMap         *map,
       const NkMap   *fragment,
       const NkPoint *middle)
{
  NkPasted pasted;
  g_autoptr (NkEdit) edit = nk_fragment_paste (map, fragment, "Paste", middle, &pasted);
  g_autoptr (GError) error = NULL;
  guint left_out = pasted.left_out;

  nk_map_apply (map, edit, &error);
  g_assert_no_error (error);
  nk_pasted_clear (&pasted);
  return left_out;
}

/* ---- what goes along ---- */

static void
test_same_map (void)
{
  static const struct { const char *chosen; gboolean with_ties; const char *actors, *ties; } rows[] = {
    { "actor/a", FALSE, "a b c anna", "t1:a>b t2:c>a" },
    { "actor/a", TRUE, "a b c anna", "t1:a>b t2:c>a t1-2:anna>b t2-2:c>anna" },
    { "actor/a actor/b", FALSE, "a b c anna bert", "t1:a>b t2:c>a t1-2:anna>bert" },
    { "actor/a tie/t2", FALSE, "a b c anna", "t1:a>b t2:c>a t2-2:c>anna" },
    { "tie/t1", FALSE, "a b c", "t1:a>b t2:c>a t1-2:a>b" },
    { "note/n1", FALSE, "a b c", "t1:a>b t2:c>a" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (NkMap) map = read_map (HOME);
      g_autoptr (NkMap) fragment = take (map, rows[i].chosen, rows[i].with_ties);

      g_test_message ("%s", rows[i].chosen);
      g_assert_cmpuint (paste (map, fragment, NULL), ==, 0);
      assert_text (map, NK_ACTOR, rows[i].actors);
      assert_text (map, NK_TIE, rows[i].ties);
      assert_text (map, NK_LEVEL, "city quarter");
      assert_text (map, NK_SECTOR, "club");
      assert_text (map, NK_SOURCE, "i1");
    }
}

/* What was cut comes back as it was, with its ties and its place. */
static void
test_cut_and_back (void)
{
  g_autoptr (NkMap) map = read_map (HOME);
  g_autoptr (NkMap) before = nk_map_copy (map);
  g_autoptr (NkMap) fragment = take (map, "actor/c", TRUE);
  g_autoptr (NkEdit) cut = nk_edit_new ("Cut");
  g_autoptr (GBytes) wanted = nk_native_write (before);
  g_autoptr (GBytes) got = NULL;

  nk_edit_remove (cut, map, NK_ACTOR, "c");
  g_assert_true (nk_map_apply (map, cut, NULL));
  assert_text (map, NK_TIE, "t1:a>b");
  g_assert_cmpuint (paste (map, fragment, NULL), ==, 0);
  got = nk_native_write (map);
  g_assert_cmpstr (g_bytes_get_data (got, NULL), ==, g_bytes_get_data (wanted, NULL));
}

static void
test_other_map (void)
{
  g_autoptr (NkMap) home = read_map (HOME);
  g_autoptr (NkMap) map = read_map (
    "\"levels\": [{\"id\": \"l1\", \"name\": \"City\"}, {\"id\": \"quarter\", \"name\": \"Streets\"}],"
    "\"sectors\": [{\"id\": \"club\", \"name\": \"Club\", \"color\": \"#000000\"}],"
    "\"attributes\": [{\"id\": \"big\", \"name\": \"Size\", \"values\": [\"small\"]}],"
    "\"actors\": [{\"id\": \"a\", \"name\": \"Other\"}, {\"id\": \"z\", \"name\": \"Cleo\"}]");
  g_autoptr (NkMap) fragment = take (home, "actor/a actor/b tie/t2", TRUE);
  const NkRecord *anna, *bert;

  g_assert_cmpuint (paste (map, fragment, NULL), ==, 0);
  assert_text (map, NK_LEVEL, "l1 quarter quarter-2");
  assert_text (map, NK_DISTRICT, "d5");
  assert_text (map, NK_SECTOR, "club");
  assert_text (map, NK_KIND, "help");
  assert_text (map, NK_ATTRIBUTE, "big");
  assert_text (map, NK_ACTOR, "a z anna b");
  assert_text (map, NK_TIE, "t1:anna>b t2:z>anna");
  anna = nk_map_find (map, NK_ACTOR, "anna");
  bert = nk_map_find (map, NK_ACTOR, "b");
  g_assert_cmpstr (nk_record_text (anna, NK_FIELD_LEVEL), ==, "l1");
  g_assert_cmpstr (nk_record_text (bert, NK_FIELD_LEVEL), ==, "quarter-2");
  g_assert_cmpstr (nk_record_values (anna, NK_FIELD_ATTRIBUTES)[0], ==, "big");
  g_assert_cmpstr (nk_record_text (nk_map_find (map, NK_SECTOR, "club"), NK_FIELD_COLOR), ==,
                   "#000000");
  g_assert_true (g_strv_contains (nk_record_texts (nk_map_find (map, NK_ATTRIBUTE, "big"),
                                                   NK_FIELD_CATEGORIES), "large"));
  /* Who came along only for the sake of a tie leaves no trace. */
  g_assert_cmpuint (nk_map_count (map, NK_TIE), ==, 2);
}

static void
test_left_out (void)
{
  g_autoptr (NkMap) home = read_map (HOME);
  g_autoptr (NkMap) map = read_map ("\"actors\": []");
  g_autoptr (NkMap) fragment = take (home, "actor/a", TRUE);

  g_assert_cmpuint (paste (map, fragment, NULL), ==, 2);
  assert_text (map, NK_ACTOR, "a");
  assert_text (map, NK_TIE, "");
}

/* ---- places ---- */

static void
test_places (void)
{
  g_autoptr (NkMap) map = read_map (HOME);
  g_autoptr (NkMap) pair = take (map, "actor/a actor/c tie/t2 note/n1", FALSE);
  const NkPoint middle = { 900, 55 };
  const NkRecord *anna, *cleo, *note;
  const NkPoint *bends;
  guint n;
  double dx;

  paste (map, pair, &middle);
  anna = nk_map_find (map, NK_ACTOR, "anna");
  cleo = nk_map_find (map, NK_ACTOR, "cleo");
  note = nk_map_at (map, NK_NOTE, 1);
  dx = nk_record_number (anna, NK_FIELD_X) - 100;
  /* They stand to each other as they did, in their band, near where they were wished. */
  g_assert_cmpfloat_with_epsilon (nk_record_number (cleo, NK_FIELD_X), 300 + dx, 0.01);
  g_assert_cmpfloat (ABS (dx - 740), <, 150);
  g_assert_cmpfloat (nk_record_number (anna, NK_FIELD_Y), <, 120);
  bends = nk_record_points (nk_map_at (map, NK_TIE, 2), NK_FIELD_BENDS, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpfloat_with_epsilon (bends[0].x, 200 + dx, 0.02);
  g_assert_cmpfloat_with_epsilon (nk_record_number (note, NK_FIELD_X), 20 + dx, 0.02);
}

static char *
place_name (const NkRecord *record)
{
  return g_strdup_printf ("%d %.1f %.1f", nk_record_kind (record),
                          nk_record_number (record, NK_FIELD_X), nk_record_number (record, NK_FIELD_Y));
}

/* However often: nothing lies exactly on anything. */
static void
test_again_and_again (void)
{
  g_autoptr (NkMap) map = read_map (HOME);
  g_autoptr (NkMap) fragment = take (map, "actor/a actor/b actor/c note/n1", FALSE);
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 12; i++)
    paste (map, fragment, NULL);
  g_assert_cmpuint (nk_map_count (map, NK_ACTOR), ==, 39);
  for (guint i = 0; i < nk_map_count (map, NK_ACTOR); i++)
    g_assert_true (g_hash_table_add (places, place_name (nk_map_at (map, NK_ACTOR, i))));
  for (guint i = 0; i < nk_map_count (map, NK_NOTE); i++)
    g_assert_true (g_hash_table_add (places, place_name (nk_map_at (map, NK_NOTE, i))));
}

/* ---- maps at random ---- */

static NkMap *
random_map (GRand *random)
{
  NkMap *map = nk_map_new ();

  for (guint i = 0; i < 80; i++)
    {
      g_autoptr (NkEdit) edit = random_edit (random, map);

      g_assert_true (nk_map_apply (map, edit, NULL));
    }
  return map;
}

static NkMap *
random_fragment (GRand       *random,
                 const NkMap *map)
{
  static const NkRecordKind kinds[] = { NK_ACTOR, NK_TIE, NK_NOTE, NK_EVENT, NK_SOURCE };
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint j = 0; j < nk_map_count (map, kinds[i]); j++)
      if (g_rand_boolean (random))
        g_ptr_array_add (records, nk_map_at (map, kinds[i], j));
  return nk_fragment_new (map, records, g_rand_boolean (random));
}

/* What a record refers to that the fragment has must be in the map as well, under whatever id. */
static void
assert_resolves (const NkMap *map,
                 NkRecord    *record,
                 const NkMap *from)
{
  const NkKindSchema *schema = nk_schema_kind (nk_record_kind (record));

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const NkFieldSchema *field = &schema->fields[i];
      const char *id;

      if (field->type != NK_TYPE_REFERENCE)
        continue;
      id = nk_record_text (record, field->field);
      /* Those that point to nothing in their own map are the only ones that may here. */
      g_assert_true (*id == '\0' || nk_map_find (map, field->target, id) != NULL
                     || nk_map_find (from, field->target, id) == NULL);
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (guint i = 0; i < 150; i++)
    {
      g_autoptr (NkMap) from = random_map (random);
      g_autoptr (NkMap) to = i % 3 == 0 ? nk_map_copy (from) : random_map (random);
      g_autoptr (NkMap) fragment = random_fragment (random, from);
      g_autoptr (GBytes) before = nk_native_write (to);
      g_autoptr (GBytes) after = NULL;
      NkPasted pasted;
      g_autoptr (NkEdit) edit = nk_fragment_paste (to, fragment, "Paste", NULL, &pasted);
      g_autoptr (NkEdit) inverse = NULL;
      g_autoptr (GError) error = NULL;

      nk_map_apply (to, edit, &error);   /* which refuses ids that are there, and ties without ends */
      g_assert_no_error (error);
      for (guint j = 0; j < pasted.records->len; j++)
        assert_resolves (to, g_ptr_array_index (pasted.records, j), from);
      nk_pasted_clear (&pasted);
      inverse = nk_edit_inverse (edit);
      g_assert_true (nk_map_apply (to, inverse, NULL));
      after = nk_native_write (to);
      g_assert_true (g_bytes_equal (before, after));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fragment/same-map", test_same_map);
  g_test_add_func ("/fragment/cut-and-back", test_cut_and_back);
  g_test_add_func ("/fragment/other-map", test_other_map);
  g_test_add_func ("/fragment/left-out", test_left_out);
  g_test_add_func ("/fragment/places", test_places);
  g_test_add_func ("/fragment/again-and-again", test_again_and_again);
  g_test_add_func ("/fragment/random", test_random);
  return g_test_run ();
}
