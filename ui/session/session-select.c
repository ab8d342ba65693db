/* Selecting in a session by what is drawn of its map. */
#include "ui/session/session.h"

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

  if (nk_selection_contains (selection, kind, id))
    nk_selection_remove (selection, kind, id);
  else
    nk_selection_add (selection, kind, id);
  nk_session_select (session, selection);
}

void
nk_session_select_none (NkSession *session)
{
  nk_session_select (session, nk_selection_new ());
}

void
nk_session_select_all (NkSession *session)
{
  NkSelection *selection = nk_selection_new ();
  NkScene *scene = nk_session_scene (session);

  for (guint i = 0; i < nk_scene_n_items (scene); i++)
    {
      const NkItem *item = nk_scene_item (scene, i);

      if (item->type == NK_ITEM_ACTOR || (item->type == NK_ITEM_NOTE && item->kind == NK_NOTE))
        nk_selection_add (selection, item->kind, item->id);
    }
  nk_session_select (session, selection);
}
