/* Records: values, what was given, copies, equality. */
#include "map/record.h"

#include "network.h"

#include <math.h>

/* ---- values ---- */

static void
check_default (const NkRecord      *record,
               const NkFieldSchema *field)
{
  guint n = 7;

  g_test_message ("%s", nk_field_name (field->field));
  g_assert_false (nk_record_has (record, field->field));
  switch (field->type)
    {
    case NK_TYPE_TEXT:
    case NK_TYPE_REFERENCE:
    case NK_TYPE_DATE:
    case NK_TYPE_COLOR:
      g_assert_cmpstr (nk_record_text (record, field->field), ==, "");
      break;
    case NK_TYPE_CHOICE:
      g_assert_cmpstr (nk_record_text (record, field->field), ==, field->choices[0]);
      break;
    case NK_TYPE_INTEGER:
      g_assert_cmpint (nk_record_integer (record, field->field), ==, field->fallback);
      break;
    case NK_TYPE_NUMBER:
      g_assert_true (isnan (nk_record_number (record, field->field)));
      break;
    case NK_TYPE_BOOLEAN:
      g_assert_false (nk_record_boolean (record, field->field));
      break;
    case NK_TYPE_TEXTS:
      g_assert_null (nk_record_texts (record, field->field)[0]);
      break;
    case NK_TYPE_VALUES:
      g_assert_null (nk_record_values (record, field->field)[0]);
      break;
    case NK_TYPE_POINTS:
      nk_record_points (record, field->field, &n);
      g_assert_cmpuint (n, ==, 0);
      break;
    case NK_TYPE_EVIDENCE:
      nk_record_evidence (record, field->field, &n);
      g_assert_cmpuint (n, ==, 0);
      break;
    }
}

static void
test_defaults (void)
{
  for (int kind = 0; kind < NK_N_RECORD_KINDS; kind++)
    {
      g_autoptr (NkRecord) record = nk_record_new (kind, kind == NK_HEAD ? "" : "a");

      for (guint i = 0; i < nk_schema_kind (kind)->n_fields; i++)
        check_default (record, &nk_schema_kind (kind)->fields[i]);
    }
}

/* Gives a field some value that is not its default, or its default again. */
static void
set_some (NkRecord            *record,
          const NkFieldSchema *field,
          gboolean             some)
{
  static const char *const texts[] = { "a", "b", NULL }, *const none[] = { NULL };
  const NkPoint points[] = { { 1, 2 }, { 3, 4 } };
  const NkEvidence evidence[] = { { "i1", "Kap. 2", "said so", "\"page\": 3" } };

  switch (field->type)
    {
    case NK_TYPE_TEXT:
    case NK_TYPE_REFERENCE:
    case NK_TYPE_DATE:
    case NK_TYPE_COLOR:
      nk_record_set_text (record, field->field, some ? "2015" : "");
      break;
    case NK_TYPE_CHOICE:
      nk_record_set_text (record, field->field, field->choices[some ? 1 : 0]);
      break;
    case NK_TYPE_INTEGER:
      nk_record_set_integer (record, field->field, some ? field->most : field->fallback);
      break;
    case NK_TYPE_NUMBER:
      nk_record_set_number (record, field->field, some ? 12.5 : NAN);
      break;
    case NK_TYPE_BOOLEAN:
      nk_record_set_boolean (record, field->field, some);
      break;
    case NK_TYPE_TEXTS:
      nk_record_set_texts (record, field->field, some ? texts : none);
      break;
    case NK_TYPE_VALUES:
      nk_record_set_values (record, field->field, some ? texts : none);
      break;
    case NK_TYPE_POINTS:
      nk_record_set_points (record, field->field, points, some ? 2 : 0);
      break;
    case NK_TYPE_EVIDENCE:
      nk_record_set_evidence (record, field->field, evidence, some ? 1 : 0);
      break;
    }
}

/* Each field of each kind alone: it is given, makes a difference, is copied, and goes again. */
static void
test_each_field (void)
{
  for (int kind = 0; kind < NK_N_RECORD_KINDS; kind++)
    for (guint i = 0; i < nk_schema_kind (kind)->n_fields; i++)
      {
        const NkFieldSchema *field = &nk_schema_kind (kind)->fields[i];
        g_autoptr (NkRecord) plain = nk_record_new (kind, kind == NK_HEAD ? "" : "a");
        g_autoptr (NkRecord) record = nk_record_copy (plain, NULL);
        g_autoptr (NkRecord) copy = NULL;

        g_test_message ("%s of %s", nk_field_name (field->field), nk_schema_kind (kind)->name);
        set_some (record, field, TRUE);
        g_assert_true (nk_record_has (record, field->field));
        g_assert_false (nk_record_equal (plain, record));
        g_assert_false (nk_record_field_equal (plain, record, field->field));

        copy = nk_record_copy (record, NULL);
        g_assert_true (nk_record_equal (copy, record));
        g_assert_true (nk_record_field_equal (copy, record, field->field));
        set_some (copy, field, FALSE);
        g_assert_true (nk_record_equal (copy, plain));
        check_default (copy, field);
        g_assert_true (nk_record_has (record, field->field));

        nk_record_set_from (copy, field->field, record);
        g_assert_true (nk_record_equal (copy, record));
        nk_record_set_from (copy, field->field, plain);
        g_assert_true (nk_record_equal (copy, plain));
      }
}

static void
test_numbers (void)
{
  static const struct { double set, kept; } rows[] = {
    { 0, 0 }, { 1.5, 1.5 }, { 1.234, 1.23 }, { 1.236, 1.24 }, { -1.236, -1.24 }, { -0.001, 0 },
    { 1e6, 1e6 }, { 1e9, 1e6 }, { -1e9, -1e6 }, { INFINITY, 1e6 }, { -INFINITY, -1e6 },
  };
  g_autoptr (NkRecord) actor = nk_record_new (NK_ACTOR, "a");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%g", rows[i].set);
      nk_record_set_number (actor, NK_FIELD_X, rows[i].set);
      g_assert_cmpfloat (nk_record_number (actor, NK_FIELD_X), ==, rows[i].kept);
      g_assert_false (signbit (nk_record_number (actor, NK_FIELD_X)) && rows[i].kept == 0);
    }
}

/* Whatever is set, the file can keep. */
static void
test_ranges (void)
{
  g_autoptr (NkRecord) tie = nk_record_new (NK_TIE, "t");
  const NkPoint far_away = { 2e6, -2e6 };
  const NkPoint *kept;
  guint n;

  nk_record_set_integer (tie, NK_FIELD_STRENGTH, 9);
  g_assert_cmpint (nk_record_integer (tie, NK_FIELD_STRENGTH), ==, 3);
  nk_record_set_integer (tie, NK_FIELD_STRENGTH, -9);
  g_assert_cmpint (nk_record_integer (tie, NK_FIELD_STRENGTH), ==, 1);
  g_assert_false (nk_record_has (tie, NK_FIELD_STRENGTH));
  nk_record_set_points (tie, NK_FIELD_BENDS, &far_away, 1);
  kept = nk_record_points (tie, NK_FIELD_BENDS, &n);
  g_assert_cmpfloat (kept[0].x, ==, 1e6);
  g_assert_cmpfloat (kept[0].y, ==, -1e6);
}

static void
test_placed (void)
{
  static const struct { double x, y; gboolean placed; } rows[] = {
    { NAN, NAN, FALSE }, { 1, NAN, FALSE }, { NAN, 1, FALSE }, { 0, 0, TRUE }, { -5, 3, TRUE },
  };
  g_autoptr (NkRecord) level = nk_record_new (NK_LEVEL, "l");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (NkRecord) actor = nk_record_new (NK_ACTOR, "a");

      nk_record_set_number (actor, NK_FIELD_X, rows[i].x);
      nk_record_set_number (actor, NK_FIELD_Y, rows[i].y);
      g_assert_cmpint (nk_record_is_placed (actor), ==, rows[i].placed);
    }
  g_assert_false (nk_record_is_placed (level));
}

/* ---- what the file gave ---- */

/* A default that stands in the file is written back, so it is not the same as none. */
static void
test_given_default (void)
{
  g_autoptr (NkRecord) plain = nk_record_new (NK_TIE, "t");
  g_autoptr (NkRecord) given = nk_record_copy (plain, NULL);
  g_autoptr (NkRecord) copy = NULL;

  nk_record_mark_given (given, NK_FIELD_STRENGTH);
  g_assert_true (nk_record_has (given, NK_FIELD_STRENGTH));
  g_assert_false (nk_record_equal (plain, given));
  g_assert_true (nk_record_field_equal (plain, given, NK_FIELD_STRENGTH));
  copy = nk_record_copy (given, NULL);
  g_assert_true (nk_record_equal (copy, given));
  nk_record_set_integer (copy, NK_FIELD_STRENGTH, 1);
  g_assert_true (nk_record_equal (copy, plain));
}

static void
test_extras (void)
{
  g_autoptr (NkRecord) plain = nk_record_new (NK_ACTOR, "a");
  g_autoptr (NkRecord) record = nk_record_copy (plain, NULL);
  g_autoptr (NkRecord) copy = NULL;
  const NkExtra *extras;
  guint n;

  nk_record_add_extra (record, -1, "\"phone\": 1");
  nk_record_add_extra (record, NK_FIELD_NAME, "\"fax\": [2, 3]");
  g_assert_false (nk_record_equal (plain, record));
  copy = nk_record_copy (record, NULL);
  g_assert_true (nk_record_equal (copy, record));
  extras = nk_record_extras (copy, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (extras[0].after, ==, -1);
  g_assert_cmpstr (extras[0].member, ==, "\"phone\": 1");
  g_assert_cmpint (extras[1].after, ==, NK_FIELD_NAME);
  g_assert_cmpstr (extras[1].member, ==, "\"fax\": [2, 3]");
  nk_record_extras (plain, &n);
  g_assert_cmpuint (n, ==, 0);
}

/* ---- lists ---- */

static void
test_evidence (void)
{
  const NkEvidence set[] = { { "i1", "Kap. 2", "said so", NULL }, { .source = "i2" } };
  g_autoptr (NkRecord) tie = nk_record_new (NK_TIE, "t");
  g_autoptr (NkRecord) other = nk_record_new (NK_TIE, "t");
  const NkEvidence *evidence;
  guint n;

  nk_record_set_evidence (tie, NK_FIELD_EVIDENCE, set, 2);
  evidence = nk_record_evidence (tie, NK_FIELD_EVIDENCE, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (evidence[0].locator, ==, "Kap. 2");
  g_assert_cmpstr (evidence[1].locator, ==, "");
  g_assert_cmpstr (evidence[1].note, ==, "");
  g_assert_null (evidence[1].extras);

  nk_record_set_evidence (other, NK_FIELD_EVIDENCE, evidence, 2);
  g_assert_true (nk_record_equal (tie, other));
  nk_record_set_evidence (other, NK_FIELD_EVIDENCE, evidence, 1);
  g_assert_false (nk_record_equal (tie, other));
}

/* The order of values is the person's own, so it counts. */
static void
test_values (void)
{
  static const char *const one[] = { "culture", "order", "size", "big", NULL };
  static const char *const other[] = { "size", "big", "culture", "order", NULL };
  g_autoptr (NkRecord) a = nk_record_new (NK_ACTOR, "a");
  g_autoptr (NkRecord) b = nk_record_new (NK_ACTOR, "a");

  nk_record_set_values (a, NK_FIELD_ATTRIBUTES, one);
  nk_record_set_values (b, NK_FIELD_ATTRIBUTES, one);
  g_assert_true (nk_record_equal (a, b));
  nk_record_set_values (b, NK_FIELD_ATTRIBUTES, other);
  g_assert_false (nk_record_equal (a, b));
  g_assert_cmpstr (nk_record_values (b, NK_FIELD_ATTRIBUTES)[3], ==, "order");
}

/* ---- names, equality, refusal ---- */

static void
test_title (void)
{
  g_autoptr (NkRecord) head = network_record (NK_HEAD, "", NK_FIELD_TITLE, "Düsseldorf", -1);
  g_autoptr (NkRecord) named = network_record (NK_ACTOR, "rat", NK_FIELD_NAME, "Rat", -1);
  g_autoptr (NkRecord) nameless = nk_record_new (NK_ACTOR, "rat");
  g_autoptr (NkRecord) note = network_record (NK_NOTE, "n", NK_FIELD_TEXT, "zu klären", -1);
  g_autoptr (NkRecord) tie = network_record (NK_TIE, "t", NK_FIELD_FROM, "a", NK_FIELD_TO, "b", -1);

  g_assert_cmpstr (nk_record_title (head), ==, "Düsseldorf");
  g_assert_cmpstr (nk_record_title (named), ==, "Rat");
  g_assert_cmpstr (nk_record_title (nameless), ==, "rat");
  g_assert_cmpstr (nk_record_title (note), ==, "zu klären");
  g_assert_cmpstr (nk_record_title (tie), ==, "t");
}

static void
test_equality (void)
{
  g_autoptr (NkRecord) level = network_record (NK_LEVEL, "a", NK_FIELD_NAME, "A", -1);
  g_autoptr (NkRecord) district = network_record (NK_DISTRICT, "a", NK_FIELD_NAME, "A", -1);
  g_autoptr (NkRecord) renamed = nk_record_copy (level, "b");
  g_autoptr (NkRecord) phase = network_record (NK_PHASE, "a", NK_FIELD_NAME, "B", -1);

  g_assert_true (nk_record_equal (level, level));
  g_assert_false (nk_record_equal (level, district));
  g_assert_false (nk_record_equal (level, renamed));
  g_assert_true (nk_record_field_equal (level, district, NK_FIELD_NAME));   /* of whatever kind */
  g_assert_false (nk_record_field_equal (level, phase, NK_FIELD_SINCE));
  g_assert_true (nk_record_field_equal (level, phase, NK_FIELD_X));
  g_assert_false (nk_record_field_equal (level, phase, NK_FIELD_NAME));
  g_assert_true (nk_record_field_equal (level, renamed, NK_FIELD_NAME));
  g_assert_true (nk_record_field_equal (level, renamed, NK_FIELD_X));
  g_assert_cmpstr (nk_record_id (renamed), ==, "b");
  g_assert_cmpstr (nk_record_text (renamed, NK_FIELD_NAME), ==, "A");
}

static void
test_refusal (void)
{
  static const struct { NkRecordKind kind; NkField field; const char *value, *refusal; } rows[] = {
    { NK_ACTOR, NK_FIELD_NAME, "any: “thing”\n", NULL },
    { NK_ACTOR, NK_FIELD_LEVEL, "not there", NULL },
    { NK_ACTOR, NK_FIELD_SINCE, "", NULL },
    { NK_ACTOR, NK_FIELD_SINCE, "2015-09", NULL },
    { NK_ACTOR, NK_FIELD_SINCE, "September 2015",
      "“September 2015” is not a date. Write a year, a month or a day: 2015, 2015-09 or "
      "2015-09-01." },
    { NK_SECTOR, NK_FIELD_COLOR, "", NULL },
    { NK_SECTOR, NK_FIELD_COLOR, "#3465A4", NULL },
    { NK_SECTOR, NK_FIELD_COLOR, "#346", "“#346” is not a color. Write it as in #3465a4." },
    { NK_SECTOR, NK_FIELD_COLOR, "#3465ag", "“#3465ag” is not a color. Write it as in #3465a4." },
    { NK_SECTOR, NK_FIELD_COLOR, "3465a4#", "“3465a4#” is not a color. Write it as in #3465a4." },
    { NK_SECTOR, NK_FIELD_SHAPE, "box", NULL },
    { NK_SECTOR, NK_FIELD_SHAPE, "Box", "“Box” is not one of the values that “shape” can have: "
                                        "box, round, ellipse, diamond, hexagon, house, person." },
    { NK_SECTOR, NK_FIELD_SHAPE, "", "“” is not one of the values that “shape” can have: "
                                     "box, round, ellipse, diamond, hexagon, house, person." },
    { NK_SOURCE, NK_FIELD_TYPE, "", NULL },
    { NK_SOURCE, NK_FIELD_TYPE, "rumour", "“rumour” is not one of the values that “type” can have: "
                                          "interview, document, observation, workshop." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *refusal =
        nk_field_refuse_text (nk_schema_field (rows[i].kind, rows[i].field), rows[i].value);

      g_assert_cmpstr (refusal, ==, rows[i].refusal);
    }
}

/* Who changes a record that is in a map, or a field that is not there, has made a mistake. */
static void
test_misuse (void)
{
  static const char *const paths[] = {
    "/record/misuse/subprocess/sealed", "/record/misuse/subprocess/field",
    "/record/misuse/subprocess/type", "/record/misuse/subprocess/id",
  };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_test_trap_subprocess (paths[i], 0, 0);
      g_test_trap_assert_failed ();
    }
}

static void
misuse_sealed (void)
{
  g_autoptr (NkRecord) record = nk_record_new (NK_ACTOR, "a");

  nk_record_seal (record);
  nk_record_set_text (record, NK_FIELD_NAME, "A");
}

static void
misuse_field (void)
{
  g_autoptr (NkRecord) record = nk_record_new (NK_LEVEL, "a");

  nk_record_number (record, NK_FIELD_X);
}

static void
misuse_type (void)
{
  g_autoptr (NkRecord) record = nk_record_new (NK_ACTOR, "a");

  nk_record_text (record, NK_FIELD_X);
}

static void
misuse_id (void)
{
  g_autoptr (NkRecord) record = nk_record_new (NK_ACTOR, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/defaults", test_defaults);
  g_test_add_func ("/record/each-field", test_each_field);
  g_test_add_func ("/record/numbers", test_numbers);
  g_test_add_func ("/record/ranges", test_ranges);
  g_test_add_func ("/record/placed", test_placed);
  g_test_add_func ("/record/given-default", test_given_default);
  g_test_add_func ("/record/extras", test_extras);
  g_test_add_func ("/record/evidence", test_evidence);
  g_test_add_func ("/record/values", test_values);
  g_test_add_func ("/record/title", test_title);
  g_test_add_func ("/record/equality", test_equality);
  g_test_add_func ("/record/refusal", test_refusal);
  g_test_add_func ("/record/misuse", test_misuse);
  g_test_add_func ("/record/misuse/subprocess/sealed", misuse_sealed);
  g_test_add_func ("/record/misuse/subprocess/field", misuse_field);
  g_test_add_func ("/record/misuse/subprocess/type", misuse_type);
  g_test_add_func ("/record/misuse/subprocess/id", misuse_id);
  return g_test_run ();
}
