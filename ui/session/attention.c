#include "ui/session/attention.h"

#include "ui/program/trace.h"

void
nk_attention_init (NkAttention *attention)
{
  *attention = (NkAttention) { .selection = nk_selection_new (), .found = nk_selection_new () };
}

void
nk_attention_clear (NkAttention *attention)
{
  g_clear_pointer (&attention->selection, nk_selection_free);
  g_clear_pointer (&attention->found, nk_selection_free);
  g_clear_pointer (&attention->hover.id, g_free);
  g_clear_pointer (&attention->cursor.id, g_free);
}

static gboolean
is_gone (const NkMap        *map,
         const NkRecordName *name)
{
  return name->id != NULL && nk_map_find (map, name->kind, name->id) == NULL;
}

void
nk_attention_follow (NkSession *session)
{
  NkAttention *attention = nk_session_attention (session);
  const NkMap *map = nk_session_map (session);

  if (is_gone (map, &attention->hover))
    nk_session_set_hover (session, NK_HEAD, NULL);
  if (is_gone (map, &attention->cursor))
    nk_session_set_cursor (session, NULL);
  nk_session_select (session, nk_selection_prune (attention->selection, map));
}

/* What is selected */

const NkSelection *
nk_session_selection (NkSession *session)
{
  return nk_session_attention (session)->selection;
}

static void
trace_selection (const NkSelection *selection)
{
  g_autoptr (GString) names = g_string_new ("select");

  for (guint i = 0; i < nk_selection_count (selection); i++)
    {
      const NkRecordName *name = nk_selection_at (selection, i);

      g_string_append_printf (names, " %s/%s", nk_schema_kind (name->kind)->name, name->id);
    }
  nk_trace ("%s", names->str);
}

void
nk_session_select (NkSession   *session,
                   NkSelection *selection)
{
  NkAttention *attention = nk_session_attention (session);
  gboolean same = nk_selection_equal (attention->selection, selection);

  nk_selection_free (attention->selection);
  attention->selection = selection;
  if (same)
    return;
  nk_document_end_gesture (nk_session_document (session));
  nk_session_set_cursor (session, NULL);
  trace_selection (selection);
  g_signal_emit_by_name (session, "selection-changed");
}

/* What else somebody attends to */

static const NkRecordName *
name_or_null (const NkRecordName *name)
{
  return name->id != NULL ? name : NULL;
}

/* FALSE if it is that already. */
static gboolean
take_name (NkRecordName *name,
           NkRecordKind  kind,
           const char   *id)
{
  if (name->kind == kind && g_strcmp0 (name->id, id) == 0)
    return FALSE;
  name->kind = kind;
  g_free (name->id);
  name->id = g_strdup (id);
  return TRUE;
}

const NkRecordName *
nk_session_hover (NkSession *session)
{
  return name_or_null (&nk_session_attention (session)->hover);
}

void
nk_session_set_hover (NkSession    *session,
                      NkRecordKind  kind,
                      const char   *id)
{
  if (take_name (&nk_session_attention (session)->hover, kind, id))
    g_signal_emit_by_name (session, "hover-changed");
}

const NkRecordName *
nk_session_cursor (NkSession *session)
{
  return name_or_null (&nk_session_attention (session)->cursor);
}

void
nk_session_set_cursor (NkSession  *session,
                       const char *actor)
{
  if (!take_name (&nk_session_attention (session)->cursor, actor != NULL ? NK_ACTOR : NK_HEAD, actor))
    return;
  if (actor != NULL)
    nk_trace ("cursor %s", actor);
  g_signal_emit_by_name (session, "cursor-changed");
}

const NkSelection *
nk_session_found (NkSession *session)
{
  return nk_session_attention (session)->found;
}

void
nk_session_set_found (NkSession   *session,
                      NkSelection *found)
{
  NkAttention *attention = nk_session_attention (session);
  gboolean same = nk_selection_equal (attention->found, found);

  nk_selection_free (attention->found);
  attention->found = found;
  if (!same)
    g_signal_emit_by_name (session, "found-changed");
}
