/* The check: each thing that it has to say, and that it says nothing else. */
#include "map/check.h"

#include "network.h"

/* A change of the network, and the one notice that comes of it (NULL: none). */
typedef struct
{
  NkRecordKind kind;
  const char *id;
  NkField field;
  const char *value;
  const char *notice;
} Row;

static char *
notices_text (const NkMap *map)
{
  g_autoptr (GPtrArray) notices = nk_map_check (map);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < notices->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            ((const NkNotice *) g_ptr_array_index (notices, i))->message);
  return g_string_free (text, FALSE);
}

static void
test_nothing_to_say (void)
{
  g_autoptr (NkMap) network = network_new ();
  g_autoptr (NkMap) empty = nk_map_new ();
  g_autofree char *of_network = notices_text (network);
  g_autofree char *of_empty = notices_text (empty);

  g_assert_cmpstr (of_network, ==, "");
  g_assert_cmpstr (of_empty, ==, "");
}

static void
test_fields (void)
{
  static const Row rows[] = {
    { NK_ACTOR, "rat", NK_FIELD_NAME, "", "actor/rat: It has no name." },
    { NK_LEVEL, "city", NK_FIELD_NAME, "", "level/city: It has no name." },
    { NK_ACTOR, "rat", NK_FIELD_LEVEL, "moon",
      "actor/rat “Rat”: The level “moon” is not in the map's list of levels." },
    { NK_ACTOR, "rat", NK_FIELD_LEVEL, "", NULL },
    { NK_ACTOR, "wp", NK_FIELD_DISTRICT, "b7",
      "actor/wp “Welcome Point”: The district “b7” is not in the map's list of districts." },
    { NK_ACTOR, "rat", NK_FIELD_SECTOR, "press",
      "actor/rat “Rat”: The sector “press” is not in the map's list of sectors." },
    { NK_TIE, "t1", NK_FIELD_KIND, "rumour",
      "tie/t1: The kind “rumour” is not in the map's list of kinds of tie." },
    { NK_ACTOR, "amt", NK_FIELD_NAME, "Rat",
      "actor/amt “Rat”: The actor “rat” has the same name in the same place." },
    { NK_ACTOR, "wp", NK_FIELD_NAME, "Rat", NULL },   /* elsewhere */
    { NK_ACTOR, "rat", NK_FIELD_SINCE, "2016", NULL },
    { NK_NOTE, "n1", NK_FIELD_TEXT, "", NULL },
    { NK_HEAD, "", NK_FIELD_TITLE, "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (NkMap) map = network_new ();
      g_autoptr (NkEdit) edit = nk_edit_new ("Change");
      g_autofree char *notices = NULL;

      nk_edit_set_text (edit, map, rows[i].kind, rows[i].id, rows[i].field, rows[i].value);
      g_assert_true (nk_map_apply (map, edit, NULL));
      notices = notices_text (map);
      g_assert_cmpstr (notices, ==, rows[i].notice != NULL ? rows[i].notice : "");
    }
}

static void
test_period (void)
{
  static const struct { NkRecordKind kind; const char *id, *since, *until, *notice; } rows[] = {
    { NK_ACTOR, "rat", "2016", "2015", "actor/rat “Rat”: It ends (2015) before it begins (2016)." },
    { NK_TIE, "t1", "2016-02", "2016-01-31",
      "tie/t1: It ends (2016-01-31) before it begins (2016-02)." },
    { NK_PHASE, "start", "2016-01-01", "2015",
      "phase/start “Beginn”: It ends (2015) before it begins (2016-01-01)." },
    { NK_ACTOR, "rat", "2015", "2015", NULL },
    { NK_ACTOR, "rat", "2015-06", "2015", NULL },
    { NK_ACTOR, "rat", "2015", "2015-06", NULL },
    { NK_ACTOR, "rat", "", "2015", NULL },
    { NK_ACTOR, "rat", "2015", "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (NkMap) map = network_new ();
      g_autoptr (NkEdit) edit = nk_edit_new ("Change");
      g_autofree char *notices = NULL;

      nk_edit_set_text (edit, map, rows[i].kind, rows[i].id, NK_FIELD_SINCE, rows[i].since);
      nk_edit_set_text (edit, map, rows[i].kind, rows[i].id, NK_FIELD_UNTIL, rows[i].until);
      g_assert_true (nk_map_apply (map, edit, NULL));
      notices = notices_text (map);
      g_assert_cmpstr (notices, ==, rows[i].notice != NULL ? rows[i].notice : "");
    }
}

static void
test_attributes (void)
{
  static const struct { const char *attribute, *value, *notice; } rows[] = {
    { "culture", "projects", NULL },
    { "culture", "chaos",
      "actor/rat “Rat”: “chaos” is not one of the values of the attribute “Kultur”." },
    { "size", "big",
      "actor/rat “Rat”: The attribute “size” is not in the map's list of attributes." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *const pairs[] = { rows[i].attribute, rows[i].value, NULL };
      g_autoptr (NkMap) map = network_new ();
      g_autoptr (NkEdit) edit = nk_edit_new ("Change");
      NkRecord *rat = nk_record_copy (nk_map_find (map, NK_ACTOR, "rat"), NULL);
      g_autofree char *notices = NULL;

      nk_record_set_values (rat, NK_FIELD_ATTRIBUTES, pairs);
      nk_edit_put (edit, map, rat);
      g_assert_true (nk_map_apply (map, edit, NULL));
      notices = notices_text (map);
      g_assert_cmpstr (notices, ==, rows[i].notice != NULL ? rows[i].notice : "");
    }
}

/* An attribute without a list of values takes any. */
static void
test_free_attribute (void)
{
  static const char *const pairs[] = { "culture", "chaos", NULL }, *const none[] = { NULL };
  g_autoptr (NkMap) map = network_new ();
  g_autoptr (NkEdit) edit = nk_edit_new ("Change");
  NkRecord *rat = nk_record_copy (nk_map_find (map, NK_ACTOR, "rat"), NULL);
  NkRecord *culture = nk_record_copy (nk_map_find (map, NK_ATTRIBUTE, "culture"), NULL);
  g_autofree char *notices = NULL;

  nk_record_set_values (rat, NK_FIELD_ATTRIBUTES, pairs);
  nk_record_set_texts (culture, NK_FIELD_CATEGORIES, none);
  nk_edit_put (edit, map, rat);
  nk_edit_put (edit, map, culture);
  g_assert_true (nk_map_apply (map, edit, NULL));
  notices = notices_text (map);
  g_assert_cmpstr (notices, ==, "");
}

static void
test_evidence (void)
{
  const NkEvidence unknown = { .source = "i9" }, anonymous = { .locator = "S. 3" };
  const struct
  {
    const NkEvidence *evidence;
    guint n;
    gboolean sources;
    const char *notice;
  } rows[] = {
    { NULL, 0, TRUE, "tie/t1: The tie rests on no evidence." },
    { NULL, 0, FALSE, "tie/t2: The source “i1” is not in the map's list of sources." },
    { &unknown, 1, TRUE, "tie/t1: The source “i9” is not in the map's list of sources." },
    { &anonymous, 1, TRUE, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (NkMap) map = network_new ();
      g_autoptr (NkEdit) edit = nk_edit_new ("Change");
      NkRecord *tie = nk_record_copy (nk_map_find (map, NK_TIE, "t1"), NULL);
      g_autofree char *notices = NULL;

      nk_record_set_evidence (tie, NK_FIELD_EVIDENCE, rows[i].evidence, rows[i].n);
      nk_edit_put (edit, map, tie);
      if (!rows[i].sources)
        nk_edit_remove (edit, map, NK_SOURCE, "i1");
      g_assert_true (nk_map_apply (map, edit, NULL));
      notices = notices_text (map);
      g_assert_cmpstr (notices, ==, rows[i].notice);
    }
}

/* Once one actor belongs to a dimension, it is asked of all. */
static void
test_dimensions (void)
{
  g_autoptr (NkMap) map = network_new ();
  g_autoptr (NkEdit) edit = nk_edit_new ("Change");
  g_autofree char *notices = NULL;

  nk_edit_set_integer (edit, map, NK_ACTOR, "amt", NK_FIELD_PEOPLE, 1);
  g_assert_true (nk_map_apply (map, edit, NULL));
  notices = notices_text (map);
  g_assert_cmpstr (notices, ==,
                   "actor/rat “Rat”: It belongs to none of the dimensions structure, place and "
                   "people.\nactor/wp “Welcome Point”: It belongs to none of the dimensions "
                   "structure, place and people.");
}

static void
test_view (void)
{
  g_autoptr (NkMap) map = network_new ();
  g_autoptr (NkEdit) edit = nk_edit_new ("Add");
  g_autoptr (GPtrArray) notices = NULL;
  const NkNotice *notice;

  nk_edit_put (edit, map,
               network_record (NK_VIEW, "v", NK_FIELD_NAME, "Bild 1", NK_FIELD_PHASE, "end", -1));
  g_assert_true (nk_map_apply (map, edit, NULL));
  notices = nk_map_check (map);
  g_assert_cmpuint (notices->len, ==, 1);
  notice = g_ptr_array_index (notices, 0);
  g_assert_cmpint (notice->kind, ==, NK_VIEW);
  g_assert_cmpstr (notice->id, ==, "v");
  g_assert_cmpint (notice->field, ==, NK_FIELD_PHASE);
  g_assert_cmpstr (notice->message, ==,
                   "view/v “Bild 1”: The phase “end” is not in the map's list of phases.");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check/nothing-to-say", test_nothing_to_say);
  g_test_add_func ("/check/fields", test_fields);
  g_test_add_func ("/check/period", test_period);
  g_test_add_func ("/check/attributes", test_attributes);
  g_test_add_func ("/check/free-attribute", test_free_attribute);
  g_test_add_func ("/check/evidence", test_evidence);
  g_test_add_func ("/check/dimensions", test_dimensions);
  g_test_add_func ("/check/view", test_view);
  return g_test_run ();
}
