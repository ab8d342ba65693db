#include "ui/canvas/keys.h"

#include "ui/canvas/nudge.h"

typedef struct
{
  NkCanvas *canvas;
  NkPointer *pointer;
  NkWalker *walker;
} Keys;

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
  /* What was gathered stays. */
  if (nk_session_cursor (nk_canvas_session (canvas)) != NULL)
    nk_session_set_cursor (nk_canvas_session (canvas), NULL);
  else
    nk_session_select_none (nk_canvas_session (canvas));
  return TRUE;
}

static gboolean
is_arrow (guint  key,
          int   *x,
          int   *y)
{
  static const struct { guint key, keypad; int x, y; } arrows[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0 }, { GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0 },
    { GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1 }, { GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    if (key == arrows[i].key || key == arrows[i].keypad)
      {
        *x = arrows[i].x;
        *y = arrows[i].y;
        return TRUE;
      }
  return FALSE;
}

/* With Ctrl it walks; without, it moves what is selected, and where nothing is, it walks. */
static gboolean
press_arrow (Keys            *keys,
             int              x,
             int              y,
             GdkModifierType  state)
{
  gboolean shift = (state & GDK_SHIFT_MASK) != 0, control = (state & GDK_CONTROL_MASK) != 0;
  const NkSelection *selection = nk_session_selection (nk_canvas_session (keys->canvas));

  if (control && shift)
    return FALSE;
  if (control || nk_selection_count (selection) == 0)
    return nk_walker_toward (keys->walker, x, y);
  return nk_nudge (keys->canvas, x, y, shift);
}

static gboolean
on_pressed (GtkEventControllerKey *controller,
            guint                  key,
            guint                  code,
            GdkModifierType        state,
            gpointer               user_data)
{
  Keys *keys = user_data;
  int x, y;

  if (nk_canvas_is_naming (keys->canvas) || (state & GDK_ALT_MASK) != 0)
    return FALSE;
  if (is_arrow (key, &x, &y))
    return press_arrow (keys, x, y, state);
  if ((state & GDK_CONTROL_MASK) != 0)
    return key == GDK_KEY_space && nk_walker_gather (keys->walker);
  switch (key)
    {
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      return nk_walker_along (keys->walker, 1);
    case GDK_KEY_ISO_Left_Tab:
      return nk_walker_along (keys->walker, -1);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return rename_selected (keys->canvas);
    case GDK_KEY_0 ... GDK_KEY_9:
      return choose_kind (keys->canvas, key - GDK_KEY_0);
    case GDK_KEY_KP_0 ... GDK_KEY_KP_9:
      return choose_kind (keys->canvas, key - GDK_KEY_KP_0);
    case GDK_KEY_f:
      return toggle_formal (keys->canvas);
    case GDK_KEY_colon:
      return gtk_widget_activate_action (GTK_WIDGET (keys->canvas), "win.quick-line", NULL);
    case GDK_KEY_Escape:
      return escape (keys->canvas);
    case GDK_KEY_space:
      nk_pointer_set_space (keys->pointer, TRUE);
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
  Keys *keys = user_data;

  if (key == GDK_KEY_space)
    nk_pointer_set_space (keys->pointer, FALSE);
}

static void
keys_free (gpointer  data,
           GClosure *closure)
{
  g_free (data);
}

void
nk_keys_attach (NkCanvas  *canvas,
                NkPointer *pointer,
                NkWalker  *walker)
{
  GtkEventController *controller = gtk_event_controller_key_new ();
  Keys *keys = g_new (Keys, 1);

  *keys = (Keys) { canvas, pointer, walker };
  g_signal_connect_data (controller, "key-pressed", G_CALLBACK (on_pressed), keys, keys_free, 0);
  g_signal_connect (controller, "key-released", G_CALLBACK (on_released), keys);
  gtk_widget_add_controller (GTK_WIDGET (canvas), controller);
}
