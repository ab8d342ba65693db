#include "ui/session/selection.h"

typedef struct
{
  NkRecordName name;
  guint position;     /* in the list */
} Member;

struct _NkSelection
{
  GPtrArray *members; /* Member; NULL where one has gone */
  GHashTable *set;    /* the same */
  guint counts[NK_N_RECORD_KINDS];
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
member_free (gpointer data)
{
  Member *member = data;

  if (member == NULL)
    return;
  g_free (member->name.id);
  g_free (member);
}

NkSelection *
nk_selection_new (void)
{
  NkSelection *selection = g_new0 (NkSelection, 1);

  selection->members = g_ptr_array_new_with_free_func (member_free);
  selection->set = g_hash_table_new (name_hash, name_equal);
  return selection;
}

void
nk_selection_free (NkSelection *selection)
{
  g_hash_table_unref (selection->set);
  g_ptr_array_unref (selection->members);
  g_free (selection);
}

NkSelection *
nk_selection_copy (const NkSelection *selection)
{
  NkSelection *copy = nk_selection_new ();

  nk_selection_add_all (copy, selection);
  return copy;
}

guint
nk_selection_count (const NkSelection *selection)
{
  return g_hash_table_size (selection->set);
}

guint
nk_selection_count_of (const NkSelection *selection,
                       NkRecordKind       kind)
{
  return selection->counts[kind];
}

/* Closes the gaps. Those who take many away do so before they ask who is left. */
static void
close_up (const NkSelection *selection)
{
  GPtrArray *members = selection->members;
  guint n = 0;

  if (members->len == nk_selection_count (selection))
    return;
  for (guint i = 0; i < members->len; i++)
    {
      Member *member = g_ptr_array_index (members, i);

      if (member == NULL)
        continue;
      members->pdata[i] = NULL;
      member->position = n;
      members->pdata[n++] = member;
    }
  g_ptr_array_set_size (members, (int) n);
}

const NkRecordName *
nk_selection_at (const NkSelection *selection,
                 guint              i)
{
  close_up (selection);
  return &((Member *) g_ptr_array_index (selection->members, i))->name;
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
  guint n = nk_selection_count (selection);

  return n > 0 && selection->counts[kind] == n;
}

gboolean
nk_selection_equal (const NkSelection *a,
                    const NkSelection *b)
{
  guint n = nk_selection_count (a);

  if (n != nk_selection_count (b))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!g_hash_table_contains (b->set, nk_selection_at (a, i)))
      return FALSE;
  return TRUE;
}

void
nk_selection_add (NkSelection  *selection,
                  NkRecordKind  kind,
                  const char   *id)
{
  Member *member;

  if (nk_selection_contains (selection, kind, id))
    return;
  member = g_new (Member, 1);
  member->name = (NkRecordName) { kind, g_strdup (id) };
  member->position = selection->members->len;
  g_ptr_array_add (selection->members, member);
  g_hash_table_add (selection->set, member);
  selection->counts[kind]++;
}

void
nk_selection_add_all (NkSelection       *selection,
                      const NkSelection *others)
{
  for (guint i = 0; i < nk_selection_count (others); i++)
    {
      const NkRecordName *name = nk_selection_at (others, i);

      nk_selection_add (selection, name->kind, name->id);
    }
}

void
nk_selection_remove (NkSelection  *selection,
                     NkRecordKind  kind,
                     const char   *id)
{
  NkRecordName key = { kind, (char *) id };
  Member *member = g_hash_table_lookup (selection->set, &key);

  if (member == NULL)
    return;
  g_hash_table_remove (selection->set, member);
  selection->members->pdata[member->position] = NULL;
  selection->counts[kind]--;
  member_free (member);
}

void
nk_selection_toggle (NkSelection  *selection,
                     NkRecordKind  kind,
                     const char   *id)
{
  if (nk_selection_contains (selection, kind, id))
    nk_selection_remove (selection, kind, id);
  else
    nk_selection_add (selection, kind, id);
}

NkSelection *
nk_selection_prune (const NkSelection *selection,
                    const NkMap       *map)
{
  NkSelection *copy = nk_selection_new ();

  for (guint i = 0; i < nk_selection_count (selection); i++)
    {
      const NkRecordName *name = nk_selection_at (selection, i);

      if (nk_map_find (map, name->kind, name->id) != NULL)
        nk_selection_add (copy, name->kind, name->id);
    }
  return copy;
}
