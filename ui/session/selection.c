#include "ui/session/selection.h"

struct _NkSelection
{
  GPtrArray *names;   /* NkRecordName */
  GHashTable *set;    /* the same */
};

static guint
name_hash (gconstpointer key)
{
  const NkRecordName *name = key;

  return g_str_hash (name->id) * 31 + name->kind;
}

static gboolean
name_equal (gconstpointer a,
            gconstpointer b)
{
  const NkRecordName *one = a;
  const NkRecordName *other = b;

  return one->kind == other->kind && g_str_equal (one->id, other->id);
}

static void
name_free (gpointer data)
{
  NkRecordName *name = data;

  g_free (name->id);
  g_free (name);
}

NkSelection *
nk_selection_new (void)
{
  NkSelection *selection = g_new0 (NkSelection, 1);

  selection->names = g_ptr_array_new_with_free_func (name_free);
  selection->set = g_hash_table_new (name_hash, name_equal);
  return selection;
}

void
nk_selection_free (NkSelection *selection)
{
  g_hash_table_unref (selection->set);
  g_ptr_array_unref (selection->names);
  g_free (selection);
}

NkSelection *
nk_selection_copy (const NkSelection *selection)
{
  NkSelection *copy = nk_selection_new ();

  for (guint i = 0; i < selection->names->len; i++)
    nk_selection_add (copy, nk_selection_at (selection, i)->kind,
                      nk_selection_at (selection, i)->id);
  return copy;
}

guint
nk_selection_count (const NkSelection *selection)
{
  return selection->names->len;
}

const NkRecordName *
nk_selection_at (const NkSelection *selection,
                 guint              i)
{
  return g_ptr_array_index (selection->names, i);
}

gboolean
nk_selection_contains (const NkSelection *selection,
                       NkRecordKind       kind,
                       const char        *id)
{
  NkRecordName name = { kind, (char *) id };

  return g_hash_table_contains (selection->set, &name);
}

gboolean
nk_selection_is_all (const NkSelection *selection,
                     NkRecordKind       kind)
{
  for (guint i = 0; i < selection->names->len; i++)
    if (nk_selection_at (selection, i)->kind != kind)
      return FALSE;
  return selection->names->len > 0;
}

gboolean
nk_selection_equal (const NkSelection *a,
                    const NkSelection *b)
{
  if (a->names->len != b->names->len)
    return FALSE;
  for (guint i = 0; i < a->names->len; i++)
    if (!g_hash_table_contains (b->set, nk_selection_at (a, i)))
      return FALSE;
  return TRUE;
}

void
nk_selection_add (NkSelection  *selection,
                  NkRecordKind  kind,
                  const char   *id)
{
  NkRecordName *name;

  if (nk_selection_contains (selection, kind, id))
    return;
  name = g_new (NkRecordName, 1);
  name->kind = kind;
  name->id = g_strdup (id);
  g_ptr_array_add (selection->names, name);
  g_hash_table_add (selection->set, name);
}

void
nk_selection_remove (NkSelection  *selection,
                     NkRecordKind  kind,
                     const char   *id)
{
  NkRecordName key = { kind, (char *) id };
  NkRecordName *name = g_hash_table_lookup (selection->set, &key);

  if (name == NULL)
    return;
  g_hash_table_remove (selection->set, name);
  g_ptr_array_remove (selection->names, name);
}

NkSelection *
nk_selection_prune (const NkSelection *selection,
                    const NkMap       *map)
{
  NkSelection *copy = nk_selection_new ();

  for (guint i = 0; i < selection->names->len; i++)
    {
      const NkRecordName *name = nk_selection_at (selection, i);

      if (nk_map_find (map, name->kind, name->id) != NULL)
        nk_selection_add (copy, name->kind, name->id);
    }
  return copy;
}
