/* The map's own lists: who refers to them, and that whatever is done to a level or a value is done to all
 * who refer to it, and can be undone to the byte. */
#include "files/native.h"
#include "map/category-edits.h"
#include "map/document.h"
#include "network.h"
#include "random-edit.h"

#define MAPS 40
#define EDITS 60

static const NkCategories lists[] = {
  { NK_LEVEL }, { NK_DISTRICT }, { NK_SECTOR }, { NK_KIND }, { NK_ATTRIBUTE }, { NK_PHASE },
  { NK_SOURCE }, { NK_ATTRIBUTE, "culture" },
};

static guint
uses_of (const NkMap        *map,
         const NkCategories *list,
         const char         *key)
{
  g_autoptr (GHashTable) uses = nk_categories_uses (map, list);

  return nk_uses_total (g_hash_table_lookup (uses, key));
}

static void
do_edit (NkMap  *map,
         NkEdit *edit)
{
  g_autoptr (GError) error = NULL;

  nk_map_apply (map, edit, &error);
  g_assert_no_error (error);
  nk_edit_unref (edit);
}

static void
set_value (NkMap      *map,
           const char *actor,
           const char *attribute,
           const char *value)
{
  const char *const pairs[] = { attribute, value, NULL };
  NkEdit *edit = nk_edit_new ("Value");
  NkRecord *copy = nk_record_copy (nk_map_find (map, NK_ACTOR, actor), NULL);

  nk_record_set_values (copy, NK_FIELD_ATTRIBUTES, pairs);
  nk_edit_put (edit, map, copy);
  do_edit (map, edit);
}

static const char *
value_of (const NkMap *map,
          const char  *actor)
{
  const char *const *pairs = nk_record_values (nk_map_find (map, NK_ACTOR, actor),
                                               NK_FIELD_ATTRIBUTES);

  return pairs[0] != NULL ? pairs[1] : NULL;
}

static char *
keys_text (const NkMap        *map,
           const NkCategories *list)
{
  g_auto (GStrv) keys = nk_categories_keys (map, list);

  return g_strjoinv (" ", keys);
}

/* ---- single deeds ---- */

static void
test_uses (void)
{
  static const struct { NkCategories list; const char *key; guint uses; } cases[] = {
    { { NK_LEVEL }, "city", 2 },
    { { NK_LEVEL }, "district", 1 },
    { { NK_SECTOR }, "office", 1 },
    { { NK_KIND }, "steering", 2 },
    { { NK_SOURCE }, "i1", 2 },
    { { NK_PHASE }, "start", 0 },
    { { NK_ATTRIBUTE }, "culture", 1 },
    { { NK_ATTRIBUTE, "culture" }, "order", 1 },
    { { NK_ATTRIBUTE, "culture" }, "projects", 0 },
    { { NK_ATTRIBUTE, "nothing" }, "order", 0 },
  };
  g_autoptr (NkMap) map = network_new ();

  set_value (map, "rat", "culture", "order");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].key);
      g_assert_cmpuint (uses_of (map, &cases[i].list, cases[i].key), ==, cases[i].uses);
    }
}

static void
test_unknown (void)
{
  static const NkCategories sectors = { NK_SECTOR }, culture = { NK_ATTRIBUTE, "culture" };
  static const char *const strange[] = { "strange", NULL };
  g_autoptr (NkMap) map = network_new ();
  g_autoptr (GHashTable) uses = NULL;
  g_auto (GStrv) unknown = NULL;
  NkEdit *edit = nk_edit_new ("Strange");

  nk_edit_set_text (edit, map, NK_ACTOR, "rat", NK_FIELD_SECTOR, "strange");
  do_edit (map, edit);
  uses = nk_categories_uses (map, &sectors);
  unknown = nk_categories_unknown (map, &sectors, uses);
  g_assert_cmpstrv (unknown, strange);

  do_edit (map, nk_edit_for_known_category (map, &sectors, "strange"));
  g_assert_cmpstr (nk_categories_title (map, &sectors, "strange"), ==, "strange");
  g_assert_cmpuint (uses_of (map, &sectors, "strange"), ==, 1);

  set_value (map, "rat", "culture", "free");
  do_edit (map, nk_edit_for_category_merge (map, &culture, (const char *[]) { "free", NULL },
                                            "order"));
  g_assert_cmpstr (value_of (map, "rat"), ==, "order");
}

static void
test_names (void)
{
  static const NkCategories kinds = { NK_KIND }, culture = { NK_ATTRIBUTE, "culture" };
  g_autoptr (NkMap) map = network_new ();
  g_autofree char *key = NULL, *values = NULL;

  do_edit (map, nk_edit_for_new_category (map, &kinds, "Steuerung", &key));
  g_assert_cmpstr (key, !=, "steering");
  g_assert_cmpstr (nk_categories_title (map, &kinds, key), ==, "Steuerung");

  set_value (map, "rat", "culture", "projects");
  do_edit (map, nk_edit_for_category_name (map, &culture, "projects", "nets"));
  g_assert_cmpstr (value_of (map, "rat"), ==, "nets");
  do_edit (map, nk_edit_for_new_category (map, &culture, "sport", NULL));
  do_edit (map, nk_edit_for_category_move (map, &culture, "sport", 0));
  do_edit (map, nk_edit_for_category_move (map, &culture, "order", 2));
  values = keys_text (map, &culture);
  g_assert_cmpstr (values, ==, "sport nets order");
  /* Not a second one of that name. */
  do_edit (map, nk_edit_for_category_name (map, &culture, "nets", "order"));
  g_assert_cmpstr (value_of (map, "rat"), ==, "nets");
}

static void
test_attributes_merged (void)
{
  static const NkCategories attributes = { NK_ATTRIBUTE };
  static const char *const both[] = { "culture", "logic", NULL };
  static const char *const has_both[] = { "logic", "law", "culture", "order", NULL };
  g_autoptr (NkMap) map = network_new ();
  g_autofree char *values = NULL;
  g_autofree char *key = NULL;
  NkEdit *edit = nk_edit_new ("Both");
  NkRecord *copy;

  do_edit (map, nk_edit_for_new_category (map, &attributes, "Logic", &key));
  do_edit (map, nk_edit_for_new_category (map, &(NkCategories) { NK_ATTRIBUTE, "logic" }, "law",
                                          NULL));
  copy = nk_record_copy (nk_map_find (map, NK_ACTOR, "amt"), NULL);
  nk_record_set_values (copy, NK_FIELD_ATTRIBUTES, has_both);
  nk_edit_put (edit, map, copy);
  do_edit (map, edit);
  set_value (map, "rat", "logic", "law");
  do_edit (map, nk_edit_for_category_merge (map, &attributes, both, "culture"));
  values = keys_text (map, &(NkCategories) { NK_ATTRIBUTE, "culture" });
  g_assert_cmpstr (values, ==, "order projects law");
  g_assert_cmpstr (value_of (map, "rat"), ==, "law");
  g_assert_cmpstr (value_of (map, "amt"), ==, "order");
}

static void
test_evidence (void)
{
  static const NkCategories sources = { NK_SOURCE };
  static const char *const gone[] = { "i1", NULL };
  static const struct { NkFate fate; guint rows; const char *source; } cases[] = {
    { NK_FATE_NONE, 1, "" },
    { NK_FATE_ANOTHER, 1, "i2" },
    { NK_FATE_REMOVED, 0, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NkMap) map = network_new ();
      const NkEvidence *evidence;
      guint n;

      do_edit (map, nk_edit_for_known_category (map, &sources, "i2"));
      do_edit (map, nk_edit_for_category_delete (map, &sources, gone, cases[i].fate, "i2"));
      evidence = nk_record_evidence (nk_map_find (map, NK_TIE, "t1"), NK_FIELD_EVIDENCE, &n);
      g_assert_cmpuint (n, ==, cases[i].rows);
      if (n > 0)
        {
          g_assert_cmpstr (evidence[0].source, ==, cases[i].source);
          g_assert_cmpstr (evidence[0].locator, ==, "Kap. 2");
        }
    }
}

static void
test_removed (void)
{
  static const NkCategories levels = { NK_LEVEL };
  g_autoptr (NkMap) map = network_new ();
  g_autofree char *text = NULL;

  do_edit (map, nk_edit_for_category_delete (map, &levels, (const char *[]) { "city", NULL },
                                             NK_FATE_REMOVED, NULL));
  text = network_text (map);
  g_assert_cmpstr (text, ==, "Welcome Point");
}

/* ---- any map ---- */

/* A map that people have worked on, with values of attributes that it knows. */
static NkMap *
random_map (GRand *random)
{
  NkMap *map = network_new ();

  for (guint i = 0; i < EDITS; i++)
    do_edit (map, random_edit (random, map));
  do_edit (map, nk_edit_for_known_category (map, &(NkCategories) { NK_ATTRIBUTE }, "culture"));
  for (guint i = 0; i < nk_map_count (map, NK_ACTOR); i++)
    {
      g_auto (GStrv) attributes = nk_categories_keys (map, &(NkCategories) { NK_ATTRIBUTE });
      guint n = g_strv_length (attributes);

      set_value (map, nk_record_id (nk_map_at (map, NK_ACTOR, i)),
                 attributes[g_rand_int_range (random, 0, (int) n)],
                 g_rand_boolean (random) ? "order" : "free");
    }
  return map;
}

/* Some of the keys, those that the list does not have among them. */
static char **
pick_keys (const NkMap        *map,
           const NkCategories *list,
           GRand              *random)
{
  g_autoptr (GHashTable) uses = nk_categories_uses (map, list);
  g_auto (GStrv) known = nk_categories_keys (map, list);
  g_auto (GStrv) unknown = nk_categories_unknown (map, list, uses);
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();

  for (guint i = 0; known[i] != NULL; i++)
    if (g_rand_int_range (random, 0, 3) == 0)
      g_strv_builder_add (keys, known[i]);
  for (guint i = 0; unknown[i] != NULL; i++)
    if (g_rand_int_range (random, 0, 3) == 0)
      g_strv_builder_add (keys, unknown[i]);
  return g_strv_builder_end (keys);
}

static void
assert_gone (const NkMap        *map,
             const NkCategories *list,
             const char *const  *keys,
             const char         *kept)
{
  g_autoptr (GHashTable) uses = nk_categories_uses (map, list);

  for (guint i = 0; keys[i] != NULL; i++)
    if (g_strcmp0 (keys[i], kept) != 0)
      {
        g_assert_false (nk_categories_have (map, list, keys[i]));
        g_assert_null (g_hash_table_lookup (uses, keys[i]));
      }
}

/* Does an edit, takes it back, does it again, and looks at the bytes. */
static void
do_and_undo (NkMap  *map,
             NkEdit *edit)
{
  g_autoptr (NkDocument) document = nk_document_new (map);
  g_autoptr (GBytes) before = nk_native_write (map), after = NULL, undone = NULL, redone = NULL;
  g_autoptr (GError) error = NULL;

  if (nk_edit_is_empty (edit))
    {
      nk_edit_unref (edit);
      return;
    }
  nk_document_apply (document, edit, &error);
  g_assert_no_error (error);
  after = nk_native_write (nk_document_map (document));
  g_assert_true (nk_document_undo (document));
  undone = nk_native_write (nk_document_map (document));
  g_assert_true (g_bytes_equal (before, undone));
  g_assert_true (nk_document_redo (document));
  redone = nk_native_write (nk_document_map (document));
  g_assert_true (g_bytes_equal (after, redone));
  nk_edit_unref (edit);
}

static void
try_list (NkMap              *map,
          const NkCategories *list,
          GRand              *random)
{
  g_auto (GStrv) keys = pick_keys (map, list, random);
  const char *const *all = (const char *const *) keys;
  NkFate fate = g_rand_int_range (random, NK_FATE_NONE, NK_FATE_REMOVED + 1);
  g_autofree char *another = NULL;
  guint uses;

  if (list->attribute != NULL && nk_map_find (map, NK_ATTRIBUTE, list->attribute) == NULL)
    return;
  do_edit (map, nk_edit_for_new_category (map, list, "Another", &another));
  if (keys[0] == NULL)
    return;
  if (nk_categories_have (map, list, keys[0]) && g_rand_boolean (random))
    {
      uses = nk_categories_users (map, list, (const char *const *) keys);
      do_and_undo (map, nk_edit_for_category_merge (map, list, all, keys[0]));
      assert_gone (map, list, all, keys[0]);
      g_assert_cmpuint (uses_of (map, list, keys[0]), ==, uses);
      return;
    }
  do_and_undo (map, nk_edit_for_category_delete (map, list, all, fate, another));
  assert_gone (map, list, all, NULL);
}

static void
test_any_map (void)
{
  for (guint32 seed = 1; seed <= MAPS; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (NkMap) map = random_map (random);

      g_test_message ("map %u", seed);
      for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
        try_list (map, &lists[i], random);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/categories/uses", test_uses);
  g_test_add_func ("/categories/unknown", test_unknown);
  g_test_add_func ("/categories/names", test_names);
  g_test_add_func ("/categories/attributes-merged", test_attributes_merged);
  g_test_add_func ("/categories/evidence", test_evidence);
  g_test_add_func ("/categories/removed", test_removed);
  g_test_add_func ("/categories/any-map", test_any_map);
  return g_test_run ();
}
