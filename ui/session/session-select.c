#include "ui/session/session-select.h"

GPtrArray *
nk_session_items (NkSession    *session,
                  NkRecordKind  kind,
                  const char   *id)
{
  GPtrArray *items = g_ptr_array_new ();
  NkItemType type = kind == NK_ACTOR ? NK_ITEM_ACTOR : kind == NK_TIE ? NK_ITEM_TIE : NK_ITEM_NOTE;
  NkScene *scene = nk_session_scene (session);
  const NkItem *first = nk_scene_find (scene, type, kind, id, -1);

  if (first == NULL)
    return items;
  if (first->plane < 0)
    {
      g_ptr_array_add (items, (gpointer) first);
      return items;
    }
  for (int plane = 0; plane < NK_N_DIMENSIONS; plane++)
    {
      const NkItem *item = nk_scene_find (scene, type, kind, id, plane);

      if (item != NULL)
        g_ptr_array_add (items, (gpointer) item);
    }
  return items;
}

void
nk_session_select_only (NkSession    *session,
                        NkRecordKind  kind,
                        const char   *id)
{
  NkSelection *selection = nk_selection_new ();

  nk_selection_add (selection, kind, id);
  nk_session_select (session, selection);
}

void
nk_session_select_toggle (NkSession    *session,
                          NkRecordKind  kind,
                          const char   *id)
{
  NkSelection *selection = nk_selection_copy (nk_session_selection (session));

  nk_selection_toggle (selection, kind, id);
  nk_session_select (session, selection);
}

void
nk_session_select_none (NkSession *session)
{
  nk_session_select (session, nk_selection_new ());
}

/* Among what is drawn */

/* Asks of a record that is drawn whether it is meant. */
typedef gboolean (*Chooser) (NkSession *session,
                             NkRecord  *record,
                             gpointer   data);

static gboolean
has_record (const NkItem *item)
{
  return item->type == NK_ITEM_ACTOR || item->type == NK_ITEM_TIE
         || (item->type == NK_ITEM_NOTE && item->kind == NK_NOTE);
}

/* Adds what is drawn and meant to a selection. */
static void
choose (NkSession   *session,
        NkSelection *selection,
        Chooser      is_meant,
        gpointer     data)
{
  const NkMap *map = nk_session_map (session);
  NkScene *scene = nk_session_scene (session);

  for (guint i = 0; i < nk_scene_n_items (scene); i++)
    {
      const NkItem *item = nk_scene_item (scene, i);
      NkRecord *record = has_record (item) ? nk_map_find (map, item->kind, item->id) : NULL;

      if (record != NULL && is_meant (session, record, data))
        nk_selection_add (selection, item->kind, item->id);
    }
}

/* Selects what is drawn and meant, and nothing else. */
static void
select_meant (NkSession *session,
              Chooser    is_meant,
              gpointer   data)
{
  NkSelection *selection = nk_selection_new ();

  choose (session, selection, is_meant, data);
  nk_session_select (session, selection);
}

static gboolean
is_body (NkSession *session,
         NkRecord  *record,
         gpointer   data)
{
  return nk_record_kind (record) != NK_TIE;
}

static gboolean
is_tie (NkSession *session,
        NkRecord  *record,
        gpointer   data)
{
  return nk_record_kind (record) == NK_TIE;
}

void
nk_session_select_all (NkSession *session)
{
  select_meant (session, is_body, NULL);
}

void
nk_session_select_ties (NkSession *session)
{
  select_meant (session, is_tie, NULL);
}

/* The others of the kinds that are selected; actors and notes go together. */
static gboolean
is_other (NkSession *session,
          NkRecord  *record,
          gpointer   data)
{
  const NkSelection *selection = nk_session_selection (session);
  guint ties = nk_selection_count_of (selection, NK_TIE);
  gboolean bodies = ties == 0 || nk_selection_count (selection) > ties;
  NkRecordKind kind = nk_record_kind (record);

  return (kind == NK_TIE ? ties > 0 : bodies)
         && !nk_selection_contains (selection, kind, nk_record_id (record));
}

void
nk_session_select_invert (NkSession *session)
{
  select_meant (session, is_other, NULL);
}

/* Along ties */

static gboolean
has_end (NkSession *session,
         NkRecord  *tie,
         NkField    end)
{
  return nk_selection_contains (nk_session_selection (session), NK_ACTOR,
                                nk_record_text (tie, end));
}

static gboolean
begins_or_ends (NkSession *session,
                NkRecord  *record,
                gpointer   data)
{
  return nk_record_kind (record) == NK_TIE
         && (has_end (session, record, NK_FIELD_FROM) || has_end (session, record, NK_FIELD_TO));
}

static gboolean
begins_and_ends (NkSession *session,
                 NkRecord  *record,
                 gpointer   data)
{
  return nk_record_kind (record) == NK_TIE && has_end (session, record, NK_FIELD_FROM)
         && has_end (session, record, NK_FIELD_TO);
}

void
nk_session_select_their_ties (NkSession *session)
{
  select_meant (session, begins_or_ends, NULL);
}

void
nk_session_select_ties_between (NkSession *session)
{
  select_meant (session, begins_and_ends, NULL);
}

/* A tie that leads from somebody selected to somebody else, or that is selected itself. */
static gboolean
leads_on (NkSession *session,
          NkRecord  *record,
          gpointer   data)
{
  return begins_or_ends (session, record, data)
         || (nk_record_kind (record) == NK_TIE
             && nk_selection_contains (nk_session_selection (session), NK_TIE,
                                       nk_record_id (record)));
}

void
nk_session_select_neighbors (NkSession *session)
{
  NkSelection *selection = nk_selection_copy (nk_session_selection (session));
  g_autoptr (NkSelection) ties = nk_selection_new ();
  const NkMap *map = nk_session_map (session);

  choose (session, ties, leads_on, NULL);
  for (guint i = 0; i < nk_selection_count (ties); i++)
    {
      const NkRecord *tie = nk_map_find (map, NK_TIE, nk_selection_at (ties, i)->id);

      nk_selection_add (selection, NK_ACTOR, nk_record_text (tie, NK_FIELD_FROM));
      nk_selection_add (selection, NK_ACTOR, nk_record_text (tie, NK_FIELD_TO));
    }
  nk_session_select (session, selection);
}

/* By what they belong to */

typedef struct
{
  NkRecordKind kind;
  NkField field;
  GHashTable *values;   /* const char * */
} Belonging;

static gboolean
belongs (NkSession *session,
         NkRecord  *record,
         gpointer   data)
{
  const Belonging *belonging = data;

  return nk_record_kind (record) == belonging->kind
         && g_hash_table_contains (belonging->values, nk_record_text (record, belonging->field));
}

static NkRecordKind
kind_with (NkField field)
{
  return field == NK_FIELD_KIND ? NK_TIE : NK_ACTOR;
}

void
nk_session_select_same (NkSession *session,
                        NkField    field)
{
  const NkSelection *selection = nk_session_selection (session);
  g_autoptr (GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  Belonging belonging = { kind_with (field), field, values };

  for (guint i = 0; i < nk_selection_count (selection); i++)
    {
      const NkRecordName *name = nk_selection_at (selection, i);

      if (name->kind == belonging.kind)
        g_hash_table_add (values, (char *) nk_record_text (
                            nk_map_find (nk_session_map (session), name->kind, name->id), field));
    }
  select_meant (session, belongs, &belonging);
}

void
nk_session_select_by (NkSession  *session,
                      NkField     field,
                      const char *value)
{
  g_autoptr (GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  Belonging belonging = { kind_with (field), field, values };

  g_hash_table_add (values, (char *) value);
  select_meant (session, belongs, &belonging);
}
