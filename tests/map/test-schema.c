/* The schema: every row is whole, and the order is the one of the file's form. */
#include "map/schema.h"

#include <string.h>

static void
test_order (void)
{
  /* What the file's form promises, kind by kind. */
  static const struct { const char *name, *list, *fields; } rows[NK_N_RECORD_KINDS] = {
    { "map", NULL, "title description language" },
    { "level", "levels", "name" },
    { "district", "districts", "name" },
    { "sector", "sectors", "name color shape" },
    { "kind", "kinds", "name color directed" },
    { "attribute", "attributes", "name values" },
    { "phase", "phases", "name since until" },
    { "event", "events", "name date note evidence" },
    { "source", "sources", "name type date" },
    { "actor", "actors",
      "name short level district sector structure place people influence person alias "
                         "since until x y pinned attributes note evidence" },
    { "tie", "ties",
      "name from to kind formal strength certainty structure place people since until bends "
                     "attributes note evidence" },
    { "note", "notes", "text x y width" },
    { "view", "views", "name show date phase planes gap angle stacked bundle profile page_width page_height "
                       "type_size theme legend title caption family quiet" },
  };

  for (int kind = 0; kind < NK_N_RECORD_KINDS; kind++)
    {
      const NkKindSchema *schema = nk_schema_kind (kind);
      g_autoptr (GPtrArray) names = g_ptr_array_new ();
      g_autofree char *fields = NULL;

      for (guint i = 0; i < schema->n_fields; i++)
        g_ptr_array_add (names, (gpointer) nk_field_name (schema->fields[i].field));
      g_ptr_array_add (names, NULL);
      fields = g_strjoinv (" ", (char **) names->pdata);
      g_assert_cmpint (schema->kind, ==, kind);
      g_assert_cmpstr (schema->name, ==, rows[kind].name);
      g_assert_cmpstr (schema->list, ==, rows[kind].list);
      g_assert_cmpstr (fields, ==, rows[kind].fields);
    }
}

static gboolean
keeps_text (const NkFieldSchema *field)
{
  return field->type == NK_TYPE_TEXT || field->type == NK_TYPE_REFERENCE ||
         field->type == NK_TYPE_CHOICE || field->type == NK_TYPE_DATE ||
         field->type == NK_TYPE_COLOR;
}

static void
check_row (NkRecordKind         kind,
           const NkFieldSchema *field)
{
  g_test_message ("%s, %s", nk_schema_kind (kind)->name, nk_field_name (field->field));
  g_assert_true (field->label != NULL && field->label[0] != '\0');
  g_assert_true ((field->type == NK_TYPE_CHOICE) == (field->choices != NULL));
  if (field->type == NK_TYPE_REFERENCE)
    g_assert_true (field->target > NK_HEAD && field->target < NK_N_RECORD_KINDS);
  if (field->type == NK_TYPE_INTEGER || field->type == NK_TYPE_NUMBER ||
      field->type == NK_TYPE_POINTS)
    g_assert_cmpfloat (field->least, <, field->most);
  if (field->type == NK_TYPE_INTEGER)
    g_assert_true (field->fallback >= field->least && field->fallback <= field->most);
  if (field->required)
    g_assert_true (keeps_text (field));
}

static void
test_rows (void)
{
  for (int kind = 0; kind < NK_N_RECORD_KINDS; kind++)
    {
      const NkKindSchema *schema = nk_schema_kind (kind);

      g_assert_true (schema->label != NULL && schema->label[0] != '\0');
      g_assert_cmpuint (schema->n_fields, <=, 32);   /* a record keeps a bit for each */
      for (guint i = 0; i < schema->n_fields; i++)
        check_row (kind, &schema->fields[i]);
    }
}

/* One name means one thing: a field has the same type wherever it is. */
static void
test_one_meaning (void)
{
  for (int field = 0; field < NK_N_FIELDS; field++)
    {
      const NkFieldSchema *first = NULL;

      g_assert_nonnull (nk_field_name (field));
      for (int kind = 0; kind < NK_N_RECORD_KINDS; kind++)
        {
          const NkFieldSchema *row = nk_schema_field (kind, field);

          if (row != NULL && first != NULL)
            g_assert_true (row->type == first->type && row->target == first->target);
          if (first == NULL)
            first = row;
        }
      g_assert_nonnull (first);
    }
}

static void
test_finding (void)
{
  for (int kind = 0; kind < NK_N_RECORD_KINDS; kind++)
    {
      const NkKindSchema *schema = nk_schema_kind (kind);

      g_assert_cmpint (nk_schema_find_kind (schema->name), ==, kind);
      if (kind != NK_HEAD)
        g_assert_cmpint (nk_schema_find_list (schema->list), ==, kind);
      for (guint i = 0; i < schema->n_fields; i++)
        {
          const NkFieldSchema *row = &schema->fields[i];

          g_assert_true (nk_schema_find_field (kind, nk_field_name (row->field)) == row);
          g_assert_true (nk_schema_field (kind, row->field) == row);
          g_assert_cmpint (nk_schema_slot (kind, row->field), ==, i);
        }
    }
  g_assert_cmpint (nk_schema_find_kind ("actors"), ==, -1);
  g_assert_cmpint (nk_schema_find_list ("actor"), ==, -1);
  g_assert_cmpint (nk_schema_slot (NK_LEVEL, NK_FIELD_X), ==, -1);
  g_assert_null (nk_schema_field (NK_LEVEL, NK_FIELD_X));
  g_assert_null (nk_schema_find_field (NK_LEVEL, "x"));
  g_assert_null (nk_schema_find_field (NK_LEVEL, "id"));
}

static void
test_dimensions (void)
{
  static const char *const names[NK_N_DIMENSIONS] = { "structure", "place", "people" };

  for (guint i = 0; i < NK_N_DIMENSIONS; i++)
    {
      g_assert_cmpstr (nk_field_name (nk_dimensions[i]), ==, names[i]);
      g_assert_cmpint (nk_schema_slot (NK_ACTOR, nk_dimensions[i]), >=, 0);
      g_assert_cmpint (nk_schema_slot (NK_TIE, nk_dimensions[i]), >=, 0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/order", test_order);
  g_test_add_func ("/schema/rows", test_rows);
  g_test_add_func ("/schema/one-meaning", test_one_meaning);
  g_test_add_func ("/schema/finding", test_finding);
  g_test_add_func ("/schema/dimensions", test_dimensions);
  return g_test_run ();
}
