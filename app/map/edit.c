#include "map/edit.h"

#include "map/map.h"

struct _NkEdit
{
  gatomicrefcount references;
  char *name;
  GPtrArray *changes;                       /* of NkChange */
  GHashTable *index[NK_N_RECORD_KINDS];     /* id -> its change, borrowed; or NULL */
  gboolean puts_ties;                       /* a tie was put in: one may have become an actor's */
  gboolean sealed;
};

static void
free_change (gpointer data)
{
  NkChange *change = data;

  g_clear_pointer (&change->before, nk_record_unref);
  g_clear_pointer (&change->after, nk_record_unref);
  g_free (change);
}

NkEdit *
nk_edit_new (const char *name)
{
  NkEdit *edit = g_new0 (NkEdit, 1);

  g_atomic_ref_count_init (&edit->references);
  edit->name = g_strdup (name);
  edit->changes = g_ptr_array_new_with_free_func (free_change);
  return edit;
}

NkEdit *
nk_edit_ref (NkEdit *edit)
{
  g_atomic_ref_count_inc (&edit->references);
  return edit;
}

void
nk_edit_unref (NkEdit *edit)
{
  if (!g_atomic_ref_count_dec (&edit->references))
    return;
  for (int kind = 0; kind < NK_N_RECORD_KINDS; kind++)
    g_clear_pointer (&edit->index[kind], g_hash_table_unref);
  g_ptr_array_unref (edit->changes);
  g_free (edit->name);
  g_free (edit);
}

const char *
nk_edit_name (const NkEdit *edit)
{
  return edit->name;
}

gboolean
nk_edit_is_empty (const NkEdit *edit)
{
  return edit->changes->len == 0;
}

guint
nk_edit_n_changes (const NkEdit *edit)
{
  return edit->changes->len;
}

const NkChange *
nk_edit_change (const NkEdit *edit,
                guint         i)
{
  g_assert (i < edit->changes->len);
  return g_ptr_array_index (edit->changes, i);
}

static NkChange *
find_change (const NkEdit *edit,
             NkRecordKind  kind,
             const char   *id)
{
  if (edit->index[kind] == NULL || id == NULL)
    return NULL;
  return g_hash_table_lookup (edit->index[kind], id);
}

const NkChange *
nk_edit_find (const NkEdit *edit,
              NkRecordKind  kind,
              const char   *id)
{
  return find_change (edit, kind, id);
}

static const char *
change_id (const NkChange *change)
{
  return nk_record_id (change->before != NULL ? change->before : change->after);
}

/* Takes both records. */
static NkChange *
add_change (NkEdit       *edit,
            NkRecordKind  kind,
            NkRecord     *before,
            NkRecord     *after)
{
  NkChange *change = g_new0 (NkChange, 1);

  g_assert (!edit->sealed);
  *change = (NkChange) { kind, before, after, -1, -1 };
  edit->puts_ties |= kind == NK_TIE && after != NULL;
  g_ptr_array_add (edit->changes, change);
  if (edit->index[kind] == NULL)
    edit->index[kind] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_insert (edit->index[kind], g_strdup (change_id (change)), change);
  return change;
}

static void
drop_change (NkEdit   *edit,
             NkChange *change)
{
  g_hash_table_remove (edit->index[change->kind], change_id (change));
  g_ptr_array_remove (edit->changes, change);
}

/* Changes that take each other back leave nothing. */
static void
drop_if_nothing (NkEdit   *edit,
                 NkChange *change)
{
  if (change->after_position < 0 && change->before != NULL && change->after != NULL &&
      nk_record_equal (change->before, change->after))
    drop_change (edit, change);
}

/* ---- filling ---- */

NkRecord *
nk_edit_look (const NkEdit *edit,
              const NkMap  *map,
              NkRecordKind  kind,
              const char   *id)
{
  const NkChange *change = find_change (edit, kind, id);

  return change != NULL ? change->after : nk_map_find (map, kind, id);
}

void
nk_edit_put (NkEdit      *edit,
             const NkMap *map,
             NkRecord    *record)
{
  NkRecordKind kind = nk_record_kind (record);
  const char *id = nk_record_id (record);
  NkChange *change = find_change (edit, kind, id);
  NkRecord *there = nk_map_find (map, kind, id);

  if (change == NULL && (there == NULL || !nk_record_equal (there, record)))
    {
      add_change (edit, kind, there != NULL ? nk_record_ref (there) : NULL, record);
      return;
    }
  if (change == NULL)
    {
      nk_record_unref (record);
      return;
    }
  g_clear_pointer (&change->after, nk_record_unref);
  change->after = record;
  edit->puts_ties |= kind == NK_TIE;
  drop_if_nothing (edit, change);
}

/* The ties that an actor has after the edit as it is now: ids, to be freed. */
static GPtrArray *
ties_to_remove (const NkEdit *edit,
                const NkMap  *map,
                const char   *actor)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  const GArray *there = nk_map_ties_of (map, actor);

  for (guint i = 0; there != NULL && i < there->len; i++)
    {
      const NkRecord *tie = nk_map_at (map, NK_TIE, g_array_index (there, guint, i));

      if (find_change (edit, NK_TIE, nk_record_id (tie)) == NULL)
        g_ptr_array_add (ids, g_strdup (nk_record_id (tie)));
    }
  for (guint i = 0; edit->puts_ties && i < edit->changes->len; i++)
    {
      const NkChange *change = g_ptr_array_index (edit->changes, i);

      if (change->kind == NK_TIE && change->after != NULL &&
          (g_str_equal (nk_record_text (change->after, NK_FIELD_FROM), actor) ||
           g_str_equal (nk_record_text (change->after, NK_FIELD_TO), actor)))
        g_ptr_array_add (ids, g_strdup (nk_record_id (change->after)));
    }
  return ids;
}

void
nk_edit_remove (NkEdit       *edit,
                const NkMap  *map,
                NkRecordKind  kind,
                const char   *id)
{
  NkChange *change = find_change (edit, kind, id);
  NkRecord *there = nk_map_find (map, kind, id);

  g_return_if_fail (kind != NK_HEAD);

  if (kind == NK_ACTOR)
    {
      g_autoptr (GPtrArray) ties = ties_to_remove (edit, map, id);

      for (guint i = 0; i < ties->len; i++)
        nk_edit_remove (edit, map, NK_TIE, g_ptr_array_index (ties, i));
    }
  if (change == NULL && there != NULL)
    add_change (edit, kind, nk_record_ref (there), NULL);
  else if (change != NULL && change->before == NULL)
    drop_change (edit, change);
  else if (change != NULL)
    {
      g_clear_pointer (&change->after, nk_record_unref);
      change->before_position = change->after_position = -1;
    }
}

void
nk_edit_move (NkEdit       *edit,
              const NkMap  *map,
              NkRecordKind  kind,
              const char   *id,
              guint         position)
{
  NkChange *change = find_change (edit, kind, id);
  NkRecord *there = nk_map_find (map, kind, id);

  g_return_if_fail (there != NULL && nk_edit_look (edit, map, kind, id) != NULL);
  g_return_if_fail (position < nk_map_count (map, kind));

  if (change == NULL)
    change = add_change (edit, kind, nk_record_ref (there), nk_record_ref (there));
  change->before_position = nk_map_position (map, kind, id);
  change->after_position = position;
  if (change->before_position == change->after_position)
    change->before_position = change->after_position = -1;
  drop_if_nothing (edit, change);
}

/* A copy of a record that is there, to be changed and put back. */
static NkRecord *
copy_there (NkEdit       *edit,
            const NkMap  *map,
            NkRecordKind  kind,
            const char   *id)
{
  const NkRecord *record = nk_edit_look (edit, map, kind, id);

  g_return_val_if_fail (record != NULL, NULL);
  return nk_record_copy (record, NULL);
}

void
nk_edit_set_text (NkEdit       *edit,
                  const NkMap  *map,
                  NkRecordKind  kind,
                  const char   *id,
                  NkField       field,
                  const char   *value)
{
  NkRecord *copy = copy_there (edit, map, kind, id);

  nk_record_set_text (copy, field, value);
  nk_edit_put (edit, map, copy);
}

void
nk_edit_set_integer (NkEdit       *edit,
                     const NkMap  *map,
                     NkRecordKind  kind,
                     const char   *id,
                     NkField       field,
                     int           value)
{
  NkRecord *copy = copy_there (edit, map, kind, id);

  nk_record_set_integer (copy, field, value);
  nk_edit_put (edit, map, copy);
}

void
nk_edit_set_boolean (NkEdit       *edit,
                     const NkMap  *map,
                     NkRecordKind  kind,
                     const char   *id,
                     NkField       field,
                     gboolean      value)
{
  NkRecord *copy = copy_there (edit, map, kind, id);

  nk_record_set_boolean (copy, field, value);
  nk_edit_put (edit, map, copy);
}

void
nk_edit_set_place (NkEdit       *edit,
                   const NkMap  *map,
                   NkRecordKind  kind,
                   const char   *id,
                   double        x,
                   double        y)
{
  NkRecord *copy = copy_there (edit, map, kind, id);

  nk_record_set_number (copy, NK_FIELD_X, x);
  nk_record_set_number (copy, NK_FIELD_Y, y);
  nk_edit_put (edit, map, copy);
}

/* ---- whole edits ---- */

void
nk_edit_seal (NkEdit      *edit,
              const NkMap *map)
{
  guint length[NK_N_RECORD_KINDS];

  if (edit->sealed)
    return;
  for (int kind = 0; kind < NK_N_RECORD_KINDS; kind++)
    length[kind] = nk_map_count (map, kind);
  for (guint i = 0; i < edit->changes->len; i++)
    {
      NkChange *change = g_ptr_array_index (edit->changes, i);

      if (change->after == NULL)
        {
          change->before_position = nk_map_position (map, change->kind,
                                                     nk_record_id (change->before));
          length[change->kind]--;
        }
    }
  for (guint i = 0; i < edit->changes->len; i++)
    {
      NkChange *change = g_ptr_array_index (edit->changes, i);

      if (change->before == NULL)
        change->after_position = length[change->kind]++;
      if (change->after != NULL)
        nk_record_seal (change->after);
    }
  edit->sealed = TRUE;
}

NkEdit *
nk_edit_inverse (const NkEdit *edit)
{
  NkEdit *inverse = nk_edit_new (edit->name);

  g_assert (edit->sealed);
  for (guint i = 0; i < edit->changes->len; i++)
    {
      const NkChange *change = g_ptr_array_index (edit->changes, i);
      NkChange *back = add_change (inverse, change->kind,
                                   change->after != NULL ? nk_record_ref (change->after) : NULL,
                                   change->before != NULL ? nk_record_ref (change->before) : NULL);

      back->before_position = change->after_position;
      back->after_position = change->before_position;
    }
  inverse->sealed = TRUE;
  return inverse;
}

/* TRUE if the edit changes fields and nothing else. */
static gboolean
only_changes_fields (const NkEdit *edit)
{
  for (guint i = 0; i < edit->changes->len; i++)
    {
      const NkChange *change = g_ptr_array_index (edit->changes, i);

      if (change->before_position >= 0 || change->after_position >= 0)
        return FALSE;
    }
  return TRUE;
}

NkEdit *
nk_edit_join (const NkEdit *first,
              const NkEdit *second)
{
  NkEdit *joined;

  g_assert (first->sealed && second->sealed);
  if (!only_changes_fields (first) || !only_changes_fields (second))
    return NULL;
  /* What the second takes back of the first is no change any more. */
  joined = nk_edit_new (first->name);
  for (guint i = 0; i < first->changes->len; i++)
    {
      const NkChange *change = g_ptr_array_index (first->changes, i);
      const NkChange *later = find_change (second, change->kind, change_id (change));
      NkRecord *after = later != NULL ? later->after : change->after;

      if (!nk_record_equal (change->before, after))
        add_change (joined, change->kind, nk_record_ref (change->before), nk_record_ref (after));
    }
  for (guint i = 0; i < second->changes->len; i++)
    {
      const NkChange *change = g_ptr_array_index (second->changes, i);

      if (find_change (first, change->kind, change_id (change)) == NULL)
        add_change (joined, change->kind, nk_record_ref (change->before),
                    nk_record_ref (change->after));
    }
  joined->sealed = TRUE;
  return joined;
}
