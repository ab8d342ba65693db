#include "ui/window/window-actions.h"

#include "ui/canvas/spots.h"
#include "ui/layout/layout.h"

static void
on_undo (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NkCanvas *canvas = nk_window_canvas (user_data);

  /* What is under way is the last thing that was done. */
  if (nk_canvas_cancel (canvas) || nk_layout_cancel (nk_window_layout (user_data)))
    return;
  nk_canvas_begin_transition (canvas);
  nk_session_undo (nk_window_session (user_data));
}

static void
on_redo (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NkCanvas *canvas = nk_window_canvas (user_data);

  nk_canvas_cancel (canvas);
  nk_canvas_begin_transition (canvas);
  nk_session_redo (nk_window_session (user_data));
}

/* Shows the list of all steps. */
static void
on_history (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nk_window_show_history (user_data);
}

static void
on_go_to_step (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NkCanvas *canvas = nk_window_canvas (user_data);

  nk_canvas_cancel (canvas);
  nk_layout_cancel (nk_window_layout (user_data));
  nk_canvas_begin_transition (canvas);
  nk_session_go_to (nk_window_session (user_data), g_variant_get_uint32 (parameter));
}

static void
on_delete (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NkSession *session = nk_window_session (user_data);

  nk_canvas_apply (nk_window_canvas (user_data),
                   nk_edit_for_delete (nk_session_map (session), nk_session_selection (session)),
                   NULL);
}

static void
on_quick_line (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nk_quick_line_open (nk_window_quick_line (user_data));
}

static void
on_rename (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const NkSelection *selection = nk_session_selection (nk_window_session (user_data));

  nk_canvas_name_actor (nk_window_canvas (user_data), nk_selection_at (selection, 0)->id);
}

static void
on_add_actor (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nk_canvas_name_next (nk_window_canvas (user_data));
}

/* At a point of the canvas (pixels): what the context menu says of itself. */
static void
on_new_actor_at (GSimpleAction *action, GVariant *point, gpointer user_data)
{
  NkCanvas *canvas = nk_window_canvas (user_data);
  double x, y;
  NkSpot spot;

  g_variant_get (point, "(dd)", &x, &y);
  if (nk_spot_at (canvas, x, y, &spot))
    nk_canvas_name_new (canvas, &spot);
}

static const GActionEntry actions[] = {
  { .name = "add-actor", .activate = on_add_actor },
  { .name = "undo", .activate = on_undo },
  { .name = "redo", .activate = on_redo },
  { .name = "history", .activate = on_history },
  { .name = "go-to-step", .activate = on_go_to_step, .parameter_type = "u" },
  { .name = "quick-line", .activate = on_quick_line },
  { .name = "delete", .activate = on_delete },
  { .name = "rename", .activate = on_rename },
  { .name = "new-actor-at", .activate = on_new_actor_at, .parameter_type = "(dd)" },
};

void
nk_edit_actions_add (NkWindow *window)
{
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), window);
}

void
nk_edit_actions_update (NkWindow *window)
{
  NkSession *session = nk_window_session (window);
  NkDocument *document = nk_session_document (session);
  const NkSelection *selection = nk_session_selection (session);
  gboolean is_laying_out = nk_layout_is_on (nk_window_layout (window));

  nk_window_enable (window, "undo", nk_document_undo_name (document) != NULL || is_laying_out);
  nk_window_enable (window, "redo", nk_document_redo_name (document) != NULL);
  nk_window_enable (window, "history", nk_history_n_steps (nk_document_history (document)) > 0);
  nk_window_enable (window, "quick-line", !nk_window_is_welcoming (window));
  nk_window_enable (window, "delete", nk_selection_count (selection) > 0);
  nk_window_enable (window, "rename",
                    nk_selection_is_all (selection, NK_ACTOR) && nk_selection_count (selection) == 1);
}
