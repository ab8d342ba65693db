#include "intake/fragment.h"
#include "intake/fragment-private.h"
#include "intake/trial.h"

/* Two notes are not to lie on each other (points). */
#define ASIDE 20.0

typedef struct
{
  const NkMap *map, *fragment;
  NkEdit *edit;
  GHashTable *ids[NK_N_RECORD_KINDS];   /* id in the fragment → id in the map */
  NkPasted *pasted;
} Pasting;

static const char *
id_there (const Pasting *pasting,
          NkRecordKind   kind,
          const char    *id)
{
  return g_hash_table_lookup (pasting->ids[kind], id);
}

/* The same id if it is free, else one of the name. To be freed. */
static char *
free_id (const Pasting  *pasting,
         const NkRecord *record)
{
  NkRecordKind kind = nk_record_kind (record);
  const char *id = nk_record_id (record);

  if (nk_map_find (pasting->map, kind, id) == NULL && nk_edit_find (pasting->edit, kind, id) == NULL)
    return g_strdup (id);
  return nk_map_new_id (pasting->map, pasting->edit, kind,
                        kind == NK_TIE ? id : nk_record_title (record));
}

/* Lists: what is named by others */

static GHashTable *
index_names (const NkMap  *map,
             NkRecordKind  kind)
{
  GHashTable *names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = nk_map_count (map, kind); i > 0; i--)   /* of several the first */
    {
      NkRecord *record = nk_map_at (map, kind, i - 1);

      g_hash_table_insert (names, (gpointer) nk_record_text (record, NK_FIELD_NAME), record);
    }
  return names;
}

/* The record of the map that is the same as one of the fragment, or NULL. */
static NkRecord *
find_same (const Pasting  *pasting,
           GHashTable     *names,
           const NkRecord *record)
{
  NkRecord *there = nk_map_find (pasting->map, nk_record_kind (record), nk_record_id (record));
  const char *name = nk_record_text (record, NK_FIELD_NAME);

  if (there != NULL && g_str_equal (nk_record_text (there, NK_FIELD_NAME), name))
    return there;
  return *name != '\0' ? g_hash_table_lookup (names, name) : NULL;
}

/* Gives an attribute of the map what it lacks of the values of its twin in the fragment. */
static void
add_categories (Pasting        *pasting,
                const char     *id,
                const NkRecord *twin)
{
  const NkRecord *there = nk_edit_look (pasting->edit, pasting->map, NK_ATTRIBUTE, id);
  const char *const *old = nk_record_texts (there, NK_FIELD_CATEGORIES);
  const char *const *more = nk_record_texts (twin, NK_FIELD_CATEGORIES);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  NkRecord *changed;

  g_strv_builder_addv (builder, (const char **) old);
  for (guint i = 0; more[i] != NULL; i++)
    if (!g_strv_contains (old, more[i]))
      g_strv_builder_add (builder, more[i]);
  all = g_strv_builder_end (builder);
  changed = nk_record_copy (there, NULL);
  nk_record_set_texts (changed, NK_FIELD_CATEGORIES, (const char *const *) all);
  nk_edit_put (pasting->edit, pasting->map, changed);
}

static void
paste_list (Pasting      *pasting,
            NkRecordKind  kind)
{
  g_autoptr (GHashTable) names = index_names (pasting->map, kind);

  for (guint i = 0; i < nk_map_count (pasting->fragment, kind); i++)
    {
      NkRecord *record = nk_map_at (pasting->fragment, kind, i);
      NkRecord *there = find_same (pasting, names, record);
      char *id = there != NULL ? g_strdup (nk_record_id (there)) : free_id (pasting, record);

      if (there == NULL)
        nk_edit_put (pasting->edit, pasting->map, nk_record_copy (record, id));
      else if (kind == NK_ATTRIBUTE)
        add_categories (pasting, id, record);
      g_hash_table_insert (pasting->ids[kind], (gpointer) nk_record_id (record), id);
    }
}

/* A copy with the ids of the map. What refers to nothing in the fragment refers to nothing as before. */

static void
translate_references (const Pasting *pasting,
                      NkRecord      *copy)
{
  const NkKindSchema *schema = nk_schema_kind (nk_record_kind (copy));

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const NkFieldSchema *field = &schema->fields[i];
      const char *id = NULL;

      if (field->type == NK_TYPE_REFERENCE)
        id = id_there (pasting, field->target, nk_record_text (copy, field->field));
      if (id != NULL)
        nk_record_set_text (copy, field->field, id);
    }
}

static void
translate_values (const Pasting *pasting,
                  NkRecord      *copy)
{
  const char *const *pairs = nk_record_values (copy, NK_FIELD_ATTRIBUTES);
  g_autofree const char **changed = NULL;
  guint n = g_strv_length ((char **) pairs);

  changed = g_new0 (const char *, n + 1);
  for (guint i = 0; i < n; i++)
    {
      const char *id = i % 2 == 0 ? id_there (pasting, NK_ATTRIBUTE, pairs[i]) : NULL;

      changed[i] = id != NULL ? id : pairs[i];
    }
  nk_record_set_values (copy, NK_FIELD_ATTRIBUTES, changed);
}

static void
translate_evidence (const Pasting *pasting,
                    NkRecord      *copy)
{
  guint n;
  const NkEvidence *evidence = nk_record_evidence (copy, NK_FIELD_EVIDENCE, &n);
  g_autofree NkEvidence *changed = g_memdup2 (evidence, n * sizeof (NkEvidence));

  for (guint i = 0; i < n; i++)
    {
      const char *id = id_there (pasting, NK_SOURCE, changed[i].source);

      if (id != NULL)
        changed[i].source = id;
    }
  nk_record_set_evidence (copy, NK_FIELD_EVIDENCE, changed, n);
}

static NkRecord *
translate (const Pasting  *pasting,
           const NkRecord *record)
{
  g_autofree char *id = free_id (pasting, record);
  NkRecord *copy = nk_record_copy (record, id);
  NkRecordKind kind = nk_record_kind (record);

  translate_references (pasting, copy);
  if (nk_schema_slot (kind, NK_FIELD_ATTRIBUTES) >= 0)
    translate_values (pasting, copy);
  if (nk_schema_slot (kind, NK_FIELD_EVIDENCE) >= 0)
    translate_evidence (pasting, copy);
  return copy;
}

static void
put (Pasting  *pasting,
     NkRecord *record)
{
  nk_edit_put (pasting->edit, pasting->map, record);
  g_ptr_array_add (pasting->pasted->records, record);
}

/* Actors */

/* Copies and companions get the ids by which ties find them. */
static GPtrArray *
name_actors (Pasting *pasting)
{
  GPtrArray *actors = g_ptr_array_new ();
  g_autoptr (GHashTable) names = index_names (pasting->map, NK_ACTOR);

  for (guint i = 0; i < nk_map_count (pasting->fragment, NK_ACTOR); i++)
    {
      NkRecord *record = nk_map_at (pasting->fragment, NK_ACTOR, i);
      NkRecord *actor = nk_fragment_is_companion (record) ? find_same (pasting, names, record)
                                                          : translate (pasting, record);

      if (actor == NULL)
        continue;
      g_hash_table_insert (pasting->ids[NK_ACTOR], (gpointer) nk_record_id (record),
                           g_strdup (nk_record_id (actor)));
      if (nk_fragment_is_companion (record))
        continue;
      put (pasting, actor);
      g_ptr_array_add (actors, actor);
    }
  return actors;
}

/* Where the block is wished for: by how much that is from where it was. */
static NkPoint
wished_shift (const Pasting *pasting,
              const NkPoint *middle)
{
  NkPoint old;

  if (middle == NULL || !nk_fragment_middle (pasting->fragment, &old))
    return (NkPoint) { 0, 0 };
  return (NkPoint) { middle->x - old.x, middle->y - old.y };
}

/* Ties and notes */

/* By how much an actor has moved; FALSE if it has or had no place. A companion stays. */
static gboolean
moved_by (const Pasting *pasting,
          const char    *id,
          NkPoint       *by)
{
  const NkRecord *old = nk_map_find (pasting->fragment, NK_ACTOR, id);
  const NkRecord *now = nk_edit_look (pasting->edit, pasting->map, NK_ACTOR,
                                      id_there (pasting, NK_ACTOR, id));

  *by = (NkPoint) { 0, 0 };
  if (nk_fragment_is_companion (old))
    return TRUE;
  if (!nk_record_is_placed (old) || !nk_record_is_placed (now))
    return FALSE;
  by->x = nk_record_number (now, NK_FIELD_X) - nk_record_number (old, NK_FIELD_X);
  by->y = nk_record_number (now, NK_FIELD_Y) - nk_record_number (old, NK_FIELD_Y);
  return TRUE;
}

/* Bends go along if both ends have moved alike; else they would lead astray. */
static void
move_bends (const Pasting  *pasting,
            const NkRecord *tie,
            NkRecord       *copy)
{
  guint n;
  const NkPoint *bends = nk_record_points (tie, NK_FIELD_BENDS, &n);
  g_autofree NkPoint *moved = g_memdup2 (bends, n * sizeof (NkPoint));
  NkPoint from, to;

  if (n == 0)
    return;
  if (!moved_by (pasting, nk_record_text (tie, NK_FIELD_FROM), &from)
      || !moved_by (pasting, nk_record_text (tie, NK_FIELD_TO), &to)
      || ABS (from.x - to.x) > 0.01 || ABS (from.y - to.y) > 0.01)
    n = 0;
  for (guint i = 0; i < n; i++)
    moved[i] = (NkPoint) { moved[i].x + from.x, moved[i].y + from.y };
  nk_record_set_points (copy, NK_FIELD_BENDS, moved, n);
}

static void
paste_ties (Pasting *pasting)
{
  for (guint i = 0; i < nk_map_count (pasting->fragment, NK_TIE); i++)
    {
      const NkRecord *tie = nk_map_at (pasting->fragment, NK_TIE, i);
      NkRecord *copy;

      if (id_there (pasting, NK_ACTOR, nk_record_text (tie, NK_FIELD_FROM)) == NULL
          || id_there (pasting, NK_ACTOR, nk_record_text (tie, NK_FIELD_TO)) == NULL)
        {
          pasting->pasted->left_out++;
          continue;
        }
      copy = translate (pasting, tie);
      move_bends (pasting, tie, copy);
      put (pasting, copy);
    }
}

static char *
name_place (double x,
            double y)
{
  return g_strdup_printf ("%.0f %.0f", x, y);
}

static void
paste_notes (Pasting *pasting,
             NkPoint  shift)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < nk_map_count (pasting->map, NK_NOTE); i++)
    {
      const NkRecord *note = nk_map_at (pasting->map, NK_NOTE, i);

      g_hash_table_add (taken, name_place (nk_record_number (note, NK_FIELD_X),
                                           nk_record_number (note, NK_FIELD_Y)));
    }
  for (guint i = 0; i < nk_map_count (pasting->fragment, NK_NOTE); i++)
    {
      NkRecord *copy = translate (pasting, nk_map_at (pasting->fragment, NK_NOTE, i));
      double x = nk_record_number (copy, NK_FIELD_X) + shift.x;
      double y = nk_record_number (copy, NK_FIELD_Y) + shift.y;

      while (nk_record_is_placed (copy))
        {
          g_autofree char *place = name_place (x, y);

          if (g_hash_table_add (taken, g_steal_pointer (&place)))
            break;
          x += ASIDE;
          y += ASIDE;
        }
      nk_record_set_number (copy, NK_FIELD_X, x);
      nk_record_set_number (copy, NK_FIELD_Y, y);
      put (pasting, copy);
    }
}

static void
paste_events (Pasting *pasting)
{
  for (guint i = 0; i < nk_map_count (pasting->fragment, NK_EVENT); i++)
    put (pasting, translate (pasting, nk_map_at (pasting->fragment, NK_EVENT, i)));
}

/* All of it */

static void
paste_all (Pasting       *pasting,
           const NkPoint *middle)
{
  static const NkRecordKind lists[] = {
    NK_LEVEL, NK_DISTRICT, NK_SECTOR, NK_KIND, NK_ATTRIBUTE, NK_PHASE, NK_SOURCE,
  };
  NkPoint shift = wished_shift (pasting, middle);
  g_autoptr (GPtrArray) actors = NULL;
  g_autoptr (NkMap) map = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    paste_list (pasting, lists[i]);
  map = nk_trial_of_lists (pasting->map, pasting->edit);
  actors = name_actors (pasting);
  shift = nk_fragment_place (map, actors, &shift);
  paste_ties (pasting);
  paste_notes (pasting, shift);
  paste_events (pasting);
}

NkEdit *
nk_fragment_paste (const NkMap   *map,
                   const NkMap   *fragment,
                   const char    *name,
                   const NkPoint *middle,
                   NkPasted      *pasted)
{
  Pasting pasting = { map, fragment, nk_edit_new (name), { NULL }, pasted };

  *pasted = (NkPasted) { g_ptr_array_new (), 0 };
  for (int kind = 0; kind < NK_N_RECORD_KINDS; kind++)
    pasting.ids[kind] = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  paste_all (&pasting, middle);
  for (int kind = 0; kind < NK_N_RECORD_KINDS; kind++)
    g_hash_table_unref (pasting.ids[kind]);
  return pasting.edit;
}

void
nk_pasted_clear (NkPasted *pasted)
{
  g_clear_pointer (&pasted->records, g_ptr_array_unref);
}
