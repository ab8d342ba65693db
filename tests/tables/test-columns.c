/* What cells say, and in which order rows stand. */
#include "ui/tables/columns.h"

#include <locale.h>

static NkRecord *
put (NkEdit       *edit,
     const NkMap  *map,
     NkRecordKind  kind,
     const char   *id,
     const char   *name)
{
  NkRecord *record = nk_record_new (kind, id);

  nk_record_set_text (record, NK_FIELD_NAME, name);
  nk_edit_put (edit, map, record);
  return record;
}

static void
put_actor (NkEdit      *edit,
           const NkMap *map,
           const char  *id,
           const char  *name,
           const char  *level,
           const char  *since,
           int          structure)
{
  NkRecord *actor = put (edit, map, NK_ACTOR, id, name);

  nk_record_set_text (actor, NK_FIELD_LEVEL, level);
  nk_record_set_text (actor, NK_FIELD_SINCE, since);
  nk_record_set_integer (actor, NK_FIELD_STRUCTURE, structure);
  nk_record_set_boolean (actor, NK_FIELD_PINNED, structure == 3);
}

static void
put_tie (NkEdit      *edit,
         const NkMap *map,
         const char  *id,
         const char  *from,
         const char  *to)
{
  NkRecord *tie = nk_record_new (NK_TIE, id);

  nk_record_set_text (tie, NK_FIELD_FROM, from);
  nk_record_set_text (tie, NK_FIELD_TO, to);
  nk_edit_put (edit, map, tie);
}

static NkMap *
make_map (void)
{
  NkEvidence evidence[] = { { .source = "talk", .locator = "1", .note = "" },
                            { .source = "talk", .locator = "2", .note = "" } };
  NkMap *map = nk_map_new ();
  g_autoptr (NkEdit) edit = nk_edit_new ("Add");

  put (edit, map, NK_LEVEL, "top", "Upper");
  put (edit, map, NK_LEVEL, "low", "Basis");
  put (edit, map, NK_SOURCE, "talk", "A Talk");
  put (edit, map, NK_SOURCE, "paper", "A Paper");
  put_actor (edit, map, "a", "Point 10", "low", "2015-09", 1);
  put_actor (edit, map, "b", "Point 9", "top", "2015", 3);
  put_actor (edit, map, "c", "", "", "", 0);
  put_actor (edit, map, "d", "Apfel", "gone", "2014-12-31", 2);
  nk_record_set_evidence (nk_edit_look (edit, map, NK_ACTOR, "a"), NK_FIELD_EVIDENCE, evidence, 2);
  put_tie (edit, map, "t", "a", "b");
  g_assert_true (nk_map_apply (map, edit, NULL));
  return map;
}

static const NkColumn *
column (NkRecordKind  kind,
        const char   *name)
{
  guint n;
  const NkColumn *columns = nk_columns (kind, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (columns[i].name, name))
      return &columns[i];
  g_assert_not_reached ();
}

static void
test_text (void)
{
  static const struct { NkRecordKind kind; const char *id, *column, *text; } rows[] = {
    { NK_ACTOR, "a", "name", "Point 10" },  { NK_ACTOR, "a", "level", "Basis" },
    { NK_ACTOR, "d", "level", "gone" },     { NK_ACTOR, "c", "level", "" },
    { NK_ACTOR, "a", "since", "2015-09" },  { NK_ACTOR, "a", "structure", "1" },
    { NK_ACTOR, "c", "structure", "" },     { NK_ACTOR, "b", "pinned", "Yes" },
    { NK_ACTOR, "a", "pinned", "" },        { NK_ACTOR, "a", "ties", "1" },
    { NK_ACTOR, "d", "ties", "0" },         { NK_ACTOR, "a", "evidence", "2" },
    { NK_TIE, "t", "from", "Point 10" },    { NK_TIE, "t", "to", "Point 9" },
    { NK_TIE, "t", "strength", "1" },       { NK_TIE, "t", "certainty", "Stated" },
    { NK_SOURCE, "talk", "uses", "2" },     { NK_SOURCE, "paper", "uses", "0" },
  };
  g_autoptr (NkMap) map = make_map ();
  g_autoptr (NkLookup) lookup = nk_lookup_new ();

  nk_lookup_set_map (lookup, map);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = nk_column_text (column (rows[i].kind, rows[i].column), lookup,
                                              nk_map_find (map, rows[i].kind, rows[i].id));

      g_test_message ("%s of %s", rows[i].column, rows[i].id);
      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

typedef struct
{
  const NkColumn *column;
  NkLookup *lookup;
  gboolean descending;
} Order;

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      user_data)
{
  const Order *order = user_data;
  NkKey one = nk_column_key (order->column, order->lookup, *(NkRecord *const *) a);
  NkKey other = nk_column_key (order->column, order->lookup, *(NkRecord *const *) b);

  return nk_key_compare (&one, &other, order->descending);
}

/* Those without a value are last, whichever way. */
static void
test_order (void)
{
  static const struct { const char *column; gboolean descending; const char *ids; } rows[] = {
    { "name", FALSE, "dbac" },      { "name", TRUE, "abdc" },
    { "level", FALSE, "badc" },     { "level", TRUE, "dabc" },
    { "since", FALSE, "dbac" },     { "since", TRUE, "abdc" },
    { "structure", FALSE, "adbc" }, { "structure", TRUE, "bdac" },
    { "ties", TRUE, "abcd" },       { "evidence", TRUE, "abcd" },
    { "pinned", FALSE, "bacd" },    { "pinned", TRUE, "bacd" },
  };
  g_autoptr (NkMap) map = make_map ();
  g_autoptr (NkLookup) lookup = nk_lookup_new ();

  nk_lookup_set_map (lookup, map);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Order order = { column (NK_ACTOR, rows[i].column), lookup, rows[i].descending };
      g_autoptr (GPtrArray) actors = g_ptr_array_new ();
      g_autoptr (GString) ids = g_string_new (NULL);

      for (guint j = 0; j < nk_map_count (map, NK_ACTOR); j++)
        g_ptr_array_add (actors, nk_map_at (map, NK_ACTOR, j));
      g_ptr_array_sort_with_data (actors, compare, &order);
      for (guint j = 0; j < actors->len; j++)
        g_string_append (ids, nk_record_id (actors->pdata[j]));
      g_test_message ("by %s", rows[i].column);
      g_assert_cmpstr (ids->str, ==, rows[i].ids);
    }
}

int
main (int    argc,
      char **argv)
{
  /* Names are put in the order of the person's language, which every machine has in this one. */
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/columns/text", test_text);
  g_test_add_func ("/columns/order", test_order);
  return g_test_run ();
}
