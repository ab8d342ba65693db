#include "map/map.h"

#include <string.h>

#include "map/text.h"

struct _NkMap
{
  gatomicrefcount references;
  GPtrArray *records[NK_N_RECORD_KINDS];   /* of NkRecord, in the order of the file */
  GHashTable *positions[NK_N_RECORD_KINDS];/* id (the record's own) -> position */
  GHashTable *ties_of;                     /* actor id -> GArray of positions; NULL: not made */
};

G_DEFINE_QUARK (nk-map-error-quark, nk_map_error)

/* ---- life ---- */

static NkMap *
new_map (void)
{
  NkMap *map = g_new0 (NkMap, 1);

  g_atomic_ref_count_init (&map->references);
  for (int kind = 0; kind < NK_N_RECORD_KINDS; kind++)
    {
      map->records[kind] = g_ptr_array_new_with_free_func ((GDestroyNotify) nk_record_unref);
      map->positions[kind] = g_hash_table_new (g_str_hash, g_str_equal);
    }
  return map;
}

static void
add_record (NkMap    *map,
            NkRecord *record)
{
  NkRecordKind kind = nk_record_kind (record);

  g_hash_table_insert (map->positions[kind], (char *) nk_record_id (record),
                       GUINT_TO_POINTER (map->records[kind]->len));
  g_ptr_array_add (map->records[kind], record);
}

NkMap *
nk_map_new (void)
{
  NkMap *map = new_map ();
  NkRecord *head = nk_record_new (NK_HEAD, "");

  nk_record_seal (head);
  add_record (map, head);
  return map;
}

NkMap *
nk_map_copy (const NkMap *map)
{
  NkMap *copy = new_map ();

  for (int kind = 0; kind < NK_N_RECORD_KINDS; kind++)
    for (guint i = 0; i < map->records[kind]->len; i++)
      add_record (copy, nk_record_ref (nk_map_at (map, kind, i)));
  return copy;
}

NkMap *
nk_map_ref (NkMap *map)
{
  g_atomic_ref_count_inc (&map->references);
  return map;
}

void
nk_map_unref (NkMap *map)
{
  if (!g_atomic_ref_count_dec (&map->references))
    return;
  g_clear_pointer (&map->ties_of, g_hash_table_unref);
  for (int kind = 0; kind < NK_N_RECORD_KINDS; kind++)
    {
      g_hash_table_unref (map->positions[kind]);
      g_ptr_array_unref (map->records[kind]);
    }
  g_free (map);
}

/* ---- looking ---- */

guint
nk_map_count (const NkMap  *map,
              NkRecordKind  kind)
{
  return map->records[kind]->len;
}

NkRecord *
nk_map_at (const NkMap  *map,
           NkRecordKind  kind,
           guint         position)
{
  g_assert (position < map->records[kind]->len);
  return g_ptr_array_index (map->records[kind], position);
}

int
nk_map_position (const NkMap  *map,
                 NkRecordKind  kind,
                 const char   *id)
{
  gpointer position;

  if (id == NULL || !g_hash_table_lookup_extended (map->positions[kind], id, NULL, &position))
    return -1;
  return GPOINTER_TO_INT (position);
}

NkRecord *
nk_map_find (const NkMap  *map,
             NkRecordKind  kind,
             const char   *id)
{
  int position = nk_map_position (map, kind, id);

  return position < 0 ? NULL : nk_map_at (map, kind, position);
}

guint
nk_map_count_unplaced (const NkMap *map)
{
  guint n = 0;

  for (guint i = 0; i < nk_map_count (map, NK_ACTOR); i++)
    n += !nk_record_is_placed (nk_map_at (map, NK_ACTOR, i));
  return n;
}

NkRecord *
nk_map_head (const NkMap *map)
{
  return nk_map_at (map, NK_HEAD, 0);
}

const char *
nk_map_language (const NkMap *map)
{
  return nk_record_text (nk_map_head (map), NK_FIELD_LANGUAGE);
}

static void
add_tie_of (GHashTable *ties_of,
            const char *actor,
            guint       position)
{
  GArray *ties = g_hash_table_lookup (ties_of, actor);

  if (ties == NULL)
    {
      ties = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (ties_of, g_strdup (actor), ties);
    }
  g_array_append_val (ties, position);
}

static GHashTable *
index_ties (const NkMap *map)
{
  GHashTable *ties_of = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                               (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < map->records[NK_TIE]->len; i++)
    {
      const NkRecord *tie = nk_map_at (map, NK_TIE, i);
      const char *from = nk_record_text (tie, NK_FIELD_FROM);
      const char *to = nk_record_text (tie, NK_FIELD_TO);

      add_tie_of (ties_of, from, i);
      if (!g_str_equal (from, to))
        add_tie_of (ties_of, to, i);
    }
  return ties_of;
}

const GArray *
nk_map_ties_of (const NkMap *map,
                const char  *actor)
{
  /* The index is no part of what the map says, so making it changes nothing. */
  if (map->ties_of == NULL)
    ((NkMap *) map)->ties_of = index_ties (map);
  return g_hash_table_lookup (map->ties_of, actor);
}

/* "Welcome Point (Bezirk 5)" to "welcome-point-bezirk-5". */
static char *
id_of_words (const char *name)
{
  g_autofree char *ascii = g_str_to_ascii (name, "de");
  GString *id = g_string_new (NULL);

  for (const char *c = ascii; *c != '\0' && id->len < 40; c++)
    if (g_ascii_isalnum (*c))
      g_string_append_c (id, g_ascii_tolower (*c));
    else if (id->len > 0 && id->str[id->len - 1] != '-')
      g_string_append_c (id, '-');
  while (id->len > 0 && id->str[id->len - 1] == '-')
    g_string_truncate (id, id->len - 1);
  return g_string_free (id, FALSE);
}

/* Of the first one the words alone. */
static char *
numbered (const char *stem,
          guint       number)
{
  return number == 1 ? g_strdup (stem) : g_strdup_printf ("%s-%u", stem, number);
}

static gboolean
is_taken (const NkMap  *map,
          const NkEdit *edit,
          NkRecordKind  kind,
          const char   *stem,
          guint         number)
{
  g_autofree char *id = numbered (stem, number);

  return nk_map_find (map, kind, id) != NULL
         || (edit != NULL && nk_edit_find (edit, kind, id) != NULL);
}

char *
nk_map_new_id (const NkMap  *map,
               const NkEdit *edit,
               NkRecordKind  kind,
               const char   *name)
{
  g_autofree char *words = id_of_words (name);
  const char *stem = words[0] != '\0' ? words : nk_schema_kind (kind)->name;
  guint taken = 0, number = 1;

  /* Of a thousand that begin alike, not each is tried. */
  while (is_taken (map, edit, kind, stem, number))
    {
      taken = number;
      number *= 2;
    }
  while (number - taken > 1)
    {
      guint middle = taken + (number - taken) / 2;

      if (is_taken (map, edit, kind, stem, middle))
        taken = middle;
      else
        number = middle;
    }
  return numbered (stem, number);
}

gboolean
nk_map_equal (const NkMap *a,
              const NkMap *b)
{
  for (int kind = 0; kind < NK_N_RECORD_KINDS; kind++)
    {
      if (a->records[kind]->len != b->records[kind]->len)
        return FALSE;
      for (guint i = 0; i < a->records[kind]->len; i++)
        if (!nk_record_equal (nk_map_at (a, kind, i), nk_map_at (b, kind, i)))
          return FALSE;
    }
  return TRUE;
}

/* ---- refusing an edit ---- */

static gboolean
change_fits (const NkMap     *map,
             const NkChange  *change,
             GError         **error)
{
  const char *id = nk_record_id (change->before != NULL ? change->before : change->after);
  const char *kind = nk_schema_kind (change->kind)->name;
  const NkRecord *there = nk_map_find (map, change->kind, id);

  if (change->before == NULL && there != NULL)
    g_set_error (error, NK_MAP_ERROR, NK_MAP_ERROR_DUPLICATE,
                 _("There is already a record with the id “%s” (%s)."), id, kind);
  else if (change->before != NULL && there == NULL)
    g_set_error (error, NK_MAP_ERROR, NK_MAP_ERROR_MISSING,
                 _("There is no record with the id “%s” (%s)."), id, kind);
  else if (change->before != NULL &&
           (!nk_record_equal (there, change->before) ||
            (change->before_position >= 0 &&
             nk_map_position (map, change->kind, id) != change->before_position)))
    g_set_error (error, NK_MAP_ERROR, NK_MAP_ERROR_CHANGED,
                 _("The record “%s” (%s) has been changed meanwhile."), id, kind);
  else
    return TRUE;
  return FALSE;
}

/* TRUE if the actor is there once the edit is done. */
static gboolean
actor_stays (const NkMap  *map,
             const NkEdit *edit,
             const char   *id)
{
  return nk_edit_look (edit, map, NK_ACTOR, id) != NULL;
}

static gboolean
refuse_loose_tie (const NkRecord  *tie,
                  const char      *actor,
                  GError         **error)
{
  g_set_error (error, NK_MAP_ERROR, NK_MAP_ERROR_MISSING,
               _("The tie “%s” would lead to the actor “%s”, who is not there."),
               nk_record_id (tie), actor);
  return FALSE;
}

/* A tie that the edit puts in must have both its actors. */
static gboolean
ends_are_there (const NkMap     *map,
                const NkEdit    *edit,
                const NkRecord  *tie,
                GError         **error)
{
  static const NkField ends[] = { NK_FIELD_FROM, NK_FIELD_TO };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (!actor_stays (map, edit, nk_record_text (tie, ends[i])))
      return refuse_loose_tie (tie, nk_record_text (tie, ends[i]), error);
  return TRUE;
}

/* An actor that the edit takes out must take its ties along. */
static gboolean
ties_go_too (const NkMap   *map,
             const NkEdit  *edit,
             const char    *actor,
             GError       **error)
{
  const GArray *ties = nk_map_ties_of (map, actor);

  for (guint i = 0; ties != NULL && i < ties->len; i++)
    {
      const NkRecord *tie = nk_map_at (map, NK_TIE, g_array_index (ties, guint, i));

      if (nk_edit_find (edit, NK_TIE, nk_record_id (tie)) == NULL)
        return refuse_loose_tie (tie, actor, error);
    }
  return TRUE;
}

/* An edit that was made for another state of the list may name places that the list does not
 * have. */
static gboolean
positions_fit (const NkMap   *map,
               const NkEdit  *edit,
               GError       **error)
{
  int length[NK_N_RECORD_KINDS];

  for (int kind = 0; kind < NK_N_RECORD_KINDS; kind++)
    length[kind] = nk_map_count (map, kind);
  for (guint i = 0; i < nk_edit_n_changes (edit); i++)
    {
      const NkChange *change = nk_edit_change (edit, i);

      length[change->kind] += (change->before == NULL) - (change->after == NULL);
    }
  for (guint i = 0; i < nk_edit_n_changes (edit); i++)
    {
      const NkChange *change = nk_edit_change (edit, i);

      if (change->after_position >= length[change->kind])
        {
          g_set_error (error, NK_MAP_ERROR, NK_MAP_ERROR_CHANGED,
                       _("The list “%s” has been changed meanwhile."),
                       nk_schema_kind (change->kind)->list);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
edit_fits (const NkMap   *map,
           const NkEdit  *edit,
           GError       **error)
{
  for (guint i = 0; i < nk_edit_n_changes (edit); i++)
    {
      const NkChange *change = nk_edit_change (edit, i);

      if (!change_fits (map, change, error))
        return FALSE;
      if (change->kind == NK_TIE && change->after != NULL &&
          !ends_are_there (map, edit, change->after, error))
        return FALSE;
      if (change->kind == NK_ACTOR && change->after == NULL &&
          !ties_go_too (map, edit, nk_record_id (change->before), error))
        return FALSE;
    }
  return positions_fit (map, edit, error);
}

/* ---- doing it ---- */

static int
by_after_position (gconstpointer a,
                   gconstpointer b)
{
  const NkChange *one = *(const NkChange *const *) a, *other = *(const NkChange *const *) b;

  return one->after_position - other->after_position;
}

static void
index_positions (NkMap        *map,
                 NkRecordKind  kind)
{
  g_hash_table_remove_all (map->positions[kind]);
  for (guint i = 0; i < map->records[kind]->len; i++)
    g_hash_table_insert (map->positions[kind], (char *) nk_record_id (nk_map_at (map, kind, i)),
                         GUINT_TO_POINTER (i));
}

/* Records come, go or move: the list is made anew. Positions of what goes are those of the old
 * list, positions of what comes are those of the new one, so their order does not matter. */
static void
rebuild_list (NkMap        *map,
              const NkEdit *edit,
              NkRecordKind  kind)
{
  g_autoptr (GPtrArray) coming = g_ptr_array_new ();
  GPtrArray *old = map->records[kind];
  GPtrArray *list = g_ptr_array_new_full (old->len, (GDestroyNotify) nk_record_unref);
  g_autofree gboolean *goes = g_new0 (gboolean, old->len + 1);
  guint next = 0;

  for (guint i = 0; i < nk_edit_n_changes (edit); i++)
    {
      const NkChange *change = nk_edit_change (edit, i);

      if (change->kind == kind && change->before_position >= 0)
        goes[change->before_position] = TRUE;
      if (change->kind == kind && change->after_position >= 0)
        g_ptr_array_add (coming, (gpointer) change);
    }
  g_ptr_array_sort (coming, by_after_position);
  for (guint i = 0; i <= old->len; i++)
    {
      for (; next < coming->len; next++)
        {
          const NkChange *change = g_ptr_array_index (coming, next);

          if (change->after_position != (int) list->len)
            break;
          g_ptr_array_add (list, nk_record_ref (change->after));
        }
      if (i < old->len && !goes[i])
        g_ptr_array_add (list, nk_record_ref (g_ptr_array_index (old, i)));
    }
  g_assert (next == coming->len);
  map->records[kind] = list;
  index_positions (map, kind);
  g_ptr_array_unref (old);
}

static void
replace_record (NkMap    *map,
                NkRecord *after)
{
  NkRecordKind kind = nk_record_kind (after);
  guint position = nk_map_position (map, kind, nk_record_id (after));
  NkRecord *old = nk_map_at (map, kind, position);

  map->records[kind]->pdata[position] = nk_record_ref (after);
  g_hash_table_replace (map->positions[kind], (char *) nk_record_id (after),
                        GUINT_TO_POINTER (position));
  nk_record_unref (old);
}

static gboolean
has_other_ends (const NkChange *change)
{
  return change->kind == NK_TIE &&
         (change->before == NULL || change->after == NULL ||
          change->before_position >= 0 || change->after_position >= 0 ||
          !nk_record_field_equal (change->before, change->after, NK_FIELD_FROM) ||
          !nk_record_field_equal (change->before, change->after, NK_FIELD_TO));
}

gboolean
nk_map_apply (NkMap   *map,
              NkEdit  *edit,
              GError **error)
{
  gboolean rebuild[NK_N_RECORD_KINDS] = { FALSE };

  if (!edit_fits (map, edit, error))
    return FALSE;
  nk_edit_seal (edit, map);
  for (guint i = 0; i < nk_edit_n_changes (edit); i++)
    {
      const NkChange *change = nk_edit_change (edit, i);

      if (change->before != NULL && change->after != NULL)
        replace_record (map, change->after);
      if (change->before_position >= 0 || change->after_position >= 0)
        rebuild[change->kind] = TRUE;
      if (has_other_ends (change))
        g_clear_pointer (&map->ties_of, g_hash_table_unref);
    }
  for (int kind = 0; kind < NK_N_RECORD_KINDS; kind++)
    if (rebuild[kind])
      rebuild_list (map, edit, kind);
  return TRUE;
}
