#include "ui/canvas/keys.h"

#include "ui/canvas/nudge.h"

static gboolean
rename_selected (NkCanvas *canvas)
{
  const NkSelection *selection = nk_session_selection (nk_canvas_session (canvas));

  if (nk_canvas_has_marks (canvas) || nk_selection_count (selection) != 1
      || !nk_selection_is_all (selection, NK_ACTOR))
    return FALSE;
  nk_canvas_name_actor (canvas, nk_selection_at (selection, 0)->id);
  return TRUE;
}

/* The kinds of the map have the numbers of their places; 0 is none. */
static gboolean
choose_kind (NkCanvas *canvas,
             guint     number)
{
  const NkMap *map = nk_session_map (nk_canvas_session (canvas));

  if (number > nk_map_count (map, NK_KIND))
    return FALSE;
  return gtk_widget_activate_action (GTK_WIDGET (canvas), "win.tie-kind", "s",
                                     number == 0 ? ""
                                     : nk_record_id (nk_map_at (map, NK_KIND, number - 1)));
}

/* While a tie is drawn, the hand that is free need not hold two keys more. */
static gboolean
toggle_formal (NkCanvas *canvas)
{
  return nk_canvas_is_tying (canvas)
         && gtk_widget_activate_action (GTK_WIDGET (canvas), "win.formal-tie", NULL);
}

static gboolean
escape (NkCanvas *canvas)
{
  if (nk_canvas_cancel (canvas))
    return TRUE;
  /* Then it ends the layout, and that is the window's. */
  if (nk_canvas_has_marks (canvas))
    return FALSE;
  nk_session_select_none (nk_canvas_session (canvas));
  return TRUE;
}

static gboolean
on_pressed (GtkEventControllerKey *controller,
            guint                  key,
            guint                  code,
            GdkModifierType        state,
            gpointer               user_data)
{
  NkCanvas *canvas =
    NK_CANVAS (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));
  NkPointer *pointer = user_data;
  gboolean coarse = (state & GDK_SHIFT_MASK) != 0;

  if (nk_canvas_is_naming (canvas) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Left:
      return nk_nudge (canvas, -1, 0, coarse);
    case GDK_KEY_Right:
      return nk_nudge (canvas, 1, 0, coarse);
    case GDK_KEY_Up:
      return nk_nudge (canvas, 0, -1, coarse);
    case GDK_KEY_Down:
      return nk_nudge (canvas, 0, 1, coarse);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return rename_selected (canvas);
    case GDK_KEY_0 ... GDK_KEY_9:
      return choose_kind (canvas, key - GDK_KEY_0);
    case GDK_KEY_KP_0 ... GDK_KEY_KP_9:
      return choose_kind (canvas, key - GDK_KEY_KP_0);
    case GDK_KEY_f:
      return toggle_formal (canvas);
    case GDK_KEY_Escape:
      return escape (canvas);
    case GDK_KEY_space:
      nk_pointer_set_space (pointer, TRUE);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
on_released (GtkEventControllerKey *controller,
             guint                  key,
             guint                  code,
             GdkModifierType        state,
             gpointer               user_data)
{
  if (key == GDK_KEY_space)
    nk_pointer_set_space (user_data, FALSE);
}

void
nk_keys_attach (NkCanvas  *canvas,
                NkPointer *pointer)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_pressed), pointer);
  g_signal_connect (keys, "key-released", G_CALLBACK (on_released), pointer);
  gtk_widget_add_controller (GTK_WIDGET (canvas), keys);
}
