#include "ui/window/window-actions.h"

#include "map/text.h"

/* No kind has such an id: what the selected ties have in common, if that is none. */
#define SEVERAL_KINDS " "

static NkSession *
session_of (NkWindow *window)
{
  return nk_window_session (window);
}

/* TRUE if what is chosen goes for the ties that are selected, FALSE if for the next one. */
static gboolean
means_selected (NkWindow *window)
{
  return !nk_canvas_is_tying (nk_window_canvas (window))
         && nk_ties_selected (nk_session_selection (session_of (window))) > 0;
}

static void
apply (NkWindow *window,
       NkEdit   *edit)
{
  g_autoptr (NkEdit) taken = edit;

  if (!nk_canvas_refuses (nk_window_canvas (window)))
    nk_canvas_apply (nk_window_canvas (window), g_steal_pointer (&taken), NULL);
}

/* The next tie is another one than before: a ghost shows it, or words say it. */
static void
follow_next (NkWindow *window)
{
  NkSession *session = session_of (window);
  NkCanvas *canvas = nk_window_canvas (window);
  g_autofree char *words = nk_next_tie_words (nk_session_next_tie (session),
                                              nk_session_map (session));
  g_autofree char *text = g_strdup_printf (_("Next tie: %s"), words);

  if (nk_canvas_is_tying (canvas))
    nk_canvas_repeat_gesture (canvas);
  else
    nk_canvas_say (canvas, text);
  nk_tie_actions_update (window);
}

static void
on_kind (GSimpleAction *action, GVariant *kind, gpointer user_data)
{
  NkSession *session = session_of (user_data);
  const char *id = g_variant_get_string (kind, NULL);

  if (means_selected (user_data))
    apply (user_data, nk_edit_for_kind (nk_session_map (session), nk_session_selection (session),
                                        id));
  else
    {
      nk_next_tie_set_kind (nk_session_next_tie (session), id);
      follow_next (user_data);
    }
}

static void
on_formal (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NkSession *session = session_of (user_data);
  const NkSelection *selection = nk_session_selection (session);
  NkNextTie *next = nk_session_next_tie (session);
  const NkMap *map = nk_session_map (session);

  if (means_selected (user_data))
    apply (user_data, nk_edit_for_formal (map, selection, !nk_ties_are_formal (map, selection)));
  else
    {
      next->formal = !next->formal;
      follow_next (user_data);
    }
}

static void
on_reverse (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NkSession *session = session_of (user_data);

  apply (user_data, nk_edit_for_reverse (nk_session_map (session), nk_session_selection (session)));
}

static void
on_straighten (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NkSession *session = session_of (user_data);

  apply (user_data, nk_edit_for_straight (nk_session_map (session),
                                          nk_session_selection (session)));
}

/* From the actor that was selected first to each of the others. */
static void
on_add (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NkSession *session = session_of (user_data);
  const NkMap *map = nk_session_map (session);
  const NkSelection *selection = nk_session_selection (session);
  const NkNextTie *next = nk_session_next_tie (session);
  const NkNewTie look = { nk_next_tie_kind (next, map), next->formal, -1 };
  guint n = nk_selection_count (selection);
  NkEdit *edit = nk_edit_new (ngettext ("Add Tie", "Add Ties", n - 1));

  for (guint i = 1; i < n; i++)
    g_free (nk_edit_add_tie (edit, map, nk_selection_at (selection, 0)->id,
                             nk_selection_at (selection, i)->id, &look));
  apply (user_data, edit);
}

static const GActionEntry actions[] = {
  { .name = "add-tie", .activate = on_add },
  { .name = "reverse-tie", .activate = on_reverse },
  { .name = "straighten-tie", .activate = on_straighten },
  { .name = "formal-tie", .activate = on_formal, .state = "false" },
  { .name = "tie-kind", .activate = on_kind, .parameter_type = "s", .state = "''" },
};

void
nk_tie_actions_add (NkWindow *window)
{
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), window);
}

/* What it looks like now */

static const char *
kind_in_common (const NkMap       *map,
                const NkSelection *selection)
{
  const char *common = NULL;

  for (guint i = 0; i < nk_selection_count (selection); i++)
    {
      const NkRecordName *name = nk_selection_at (selection, i);
      const NkRecord *tie = name->kind == NK_TIE ? nk_map_find (map, NK_TIE, name->id) : NULL;
      const char *kind = tie != NULL ? nk_record_text (tie, NK_FIELD_KIND) : common;

      if (common != NULL && !g_str_equal (common, kind))
        return SEVERAL_KINDS;
      common = kind;
    }
  return common;
}

static gboolean
has_bends (const NkMap       *map,
           const NkSelection *selection)
{
  for (guint i = 0; i < nk_selection_count (selection); i++)
    {
      const NkRecordName *name = nk_selection_at (selection, i);
      const NkRecord *tie = name->kind == NK_TIE ? nk_map_find (map, NK_TIE, name->id) : NULL;

      if (tie != NULL && nk_record_has (tie, NK_FIELD_BENDS))
        return TRUE;
    }
  return FALSE;
}

static void
set_state (NkWindow   *window,
           const char *name,
           GVariant   *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), state);
}

void
nk_tie_actions_update (NkWindow *window)
{
  NkSession *session = session_of (window);
  const NkMap *map = nk_session_map (session);
  const NkSelection *selection = nk_session_selection (session);
  const NkNextTie *next = nk_session_next_tie (session);
  gboolean ties = nk_ties_selected (selection) > 0;

  nk_window_enable (window, "add-tie", nk_selection_count (selection) > 1
                                         && nk_selection_is_all (selection, NK_ACTOR));
  nk_window_enable (window, "reverse-tie", ties);
  nk_window_enable (window, "straighten-tie", has_bends (map, selection));
  set_state (window, "formal-tie",
             g_variant_new_boolean (ties ? nk_ties_are_formal (map, selection) : next->formal));
  set_state (window, "tie-kind",
             g_variant_new_string (ties ? kind_in_common (map, selection)
                                        : nk_next_tie_kind (next, map)));
}
