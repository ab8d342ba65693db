#include "ui/window/context-menu.h"

#include "ui/program/trace.h"
#include "ui/window/commands.h"
#include "ui/window/tie-menu.h"

#include "map/text.h"

/* On what it opens. */
enum
{
  ON_GROUND = 1 << 0,
  ON_ACTOR = 1 << 1,
  ON_ACTORS = 1 << 2,
  ON_TIES = 1 << 3,
  ON_NOTES = 1 << 4,
  ON_MIXED = 1 << 5,
};
#define ON_SOMETHING (ON_ACTOR | ON_ACTORS | ON_TIES | ON_NOTES | ON_MIXED)

/* Its commands, a line between sections; those that select are in a submenu. */
enum
{
  SECTION_FIRST,
  SECTION_CLIPBOARD,
  SECTION_SELECT,
  SECTION_STAND,
  SECTION_STEPS,
  SECTION_LAST,
  N_SECTIONS
};

static const struct { guint on; int section; const char *action; } rows[] = {
  { ON_ACTOR, SECTION_FIRST, "win.rename" },
  { ON_ACTORS, SECTION_FIRST, "win.add-tie" },
  { ON_TIES, SECTION_FIRST, "win.reverse-tie" },
  { ON_TIES, SECTION_FIRST, "win.formal-tie" },
  { ON_TIES, SECTION_FIRST, "win.straighten-tie" },
  { ON_SOMETHING, SECTION_CLIPBOARD, "win.cut" },
  { ON_SOMETHING, SECTION_CLIPBOARD, "win.copy" },
  { ON_SOMETHING | ON_GROUND, SECTION_CLIPBOARD, "win.paste" },
  { ON_SOMETHING, SECTION_CLIPBOARD, "win.duplicate" },
  { ON_ACTOR | ON_ACTORS | ON_TIES, SECTION_SELECT, "win.select-neighbors" },
  { ON_ACTOR | ON_ACTORS, SECTION_SELECT, "win.select-their-ties" },
  { ON_ACTORS, SECTION_SELECT, "win.select-ties-between" },
  { ON_ACTOR | ON_ACTORS, SECTION_SELECT, "win.select-same-sector" },
  { ON_ACTOR | ON_ACTORS, SECTION_SELECT, "win.select-same-level" },
  { ON_ACTOR | ON_ACTORS, SECTION_SELECT, "win.select-same-district" },
  { ON_TIES, SECTION_SELECT, "win.select-same-kind" },
  { ON_GROUND, SECTION_SELECT, "win.select-all" },
  { ON_GROUND, SECTION_SELECT, "win.select-ties" },
  { ON_ACTOR | ON_ACTORS, SECTION_STAND, "win.pinned" },
  { ON_GROUND, SECTION_STEPS, "win.undo" },
  { ON_GROUND, SECTION_STEPS, "win.redo" },
  { ON_GROUND, SECTION_LAST, "win.zoom-fit" },
  { ON_SOMETHING, SECTION_LAST, "win.delete" },
};

typedef struct
{
  NkWindow *window;
  GtkWidget *popover;
  guint leaving;        /* an idle source, or 0 */
} ContextMenu;

static guint
what_is_selected (const NkSelection *selection)
{
  guint n = nk_selection_count (selection);

  if (n == 0)
    return ON_GROUND;
  if (nk_selection_is_all (selection, NK_ACTOR))
    return n == 1 ? ON_ACTOR : ON_ACTORS;
  if (nk_selection_is_all (selection, NK_TIE))
    return ON_TIES;
  return nk_selection_is_all (selection, NK_NOTE) ? ON_NOTES : ON_MIXED;
}

/* What stands in front of the commands of a section: a new actor where the menu opens. */
static void
append_new_actor (GMenu *menu,
                  double x,
                  double y)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (_("New _Actor Here"), NULL);

  g_menu_item_set_action_and_target (item, "win.new-actor-at", "(dd)", x, y);
  g_menu_append_item (menu, item);
}

static void
append_align (GMenu *menu)
{
  g_autoptr (GMenu) align = g_menu_new ();

  for (int section = 0;; section++)
    {
      g_autoptr (GMenuModel) part = nk_commands_section (NK_COMMANDS_ALIGN, section);

      if (g_menu_model_get_n_items (part) == 0)
        break;
      g_menu_append_section (align, NULL, part);
    }
  g_menu_append_submenu (menu, nk_commands_title (NK_COMMANDS_ALIGN), G_MENU_MODEL (align));
}

static GMenu *
section_of (NkSession *session,
            guint      on,
            int        section,
            double     x,
            double     y)
{
  GMenu *menu = g_menu_new ();

  if (section == SECTION_FIRST && on == ON_GROUND)
    append_new_actor (menu, x, y);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].section == section && (rows[i].on & on) != 0)
      nk_commands_append (menu, rows[i].action, session);
  if (section == SECTION_FIRST && on == ON_TIES)
    nk_tie_menu_append (menu, session);
  if (section == SECTION_STAND && on == ON_ACTORS)
    append_align (menu);
  return menu;
}

/* A menu of nothing but this one below a title, or of nothing. Takes the menu. */
static GMenu *
as_submenu (GMenu      *menu,
            const char *title)
{
  GMenu *outer = g_menu_new ();

  if (g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0)
    g_menu_append_submenu (outer, title, G_MENU_MODEL (menu));
  g_object_unref (menu);
  return outer;
}

static GMenuModel *
make_menu (NkSession *session,
           double     x,
           double     y)
{
  GMenu *menu = g_menu_new ();
  guint on = what_is_selected (nk_session_selection (session));

  for (int section = 0; section < N_SECTIONS; section++)
    {
      g_autoptr (GMenu) part = section_of (session, on, section, x, y);

      if (section == SECTION_SELECT)
        part = as_submenu (part, _("_Select"));
      if (g_menu_model_get_n_items (G_MENU_MODEL (part)) > 0)
        g_menu_append_section (menu, NULL, G_MENU_MODEL (part));
    }
  return G_MENU_MODEL (menu);
}

static gboolean
on_left (gpointer data)
{
  ContextMenu *menu = data;

  menu->leaving = 0;
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (menu->popover), NULL);
  return G_SOURCE_REMOVE;
}

/* Whoever has left the menu goes on where the work is, if not in the entry for a name. The commands
 * last until the one that was chosen is done, and no longer: a hidden popover whose commands change
 * takes the next click for itself. */
static void
on_closed (ContextMenu *menu)
{
  NkCanvas *canvas = nk_window_canvas (menu->window);

  if (!nk_canvas_is_naming (canvas))
    gtk_widget_grab_focus (GTK_WIDGET (canvas));
  if (menu->leaving == 0)
    menu->leaving = g_idle_add (on_left, menu);
}

/* One for as long as the window lasts: GTK loses count of the buttons that are down where a popover
 * goes in the middle of a click. */
static void
make_popover (ContextMenu *menu)
{
  menu->popover = gtk_popover_menu_new_from_model (NULL);
  gtk_popover_set_has_arrow (GTK_POPOVER (menu->popover), FALSE);
  gtk_widget_set_halign (menu->popover, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (menu->popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Context menu"), -1);
  gtk_widget_set_parent (menu->popover, GTK_WIDGET (nk_window_canvas (menu->window)));
  g_signal_connect_swapped (menu->popover, "closed", G_CALLBACK (on_closed), menu);
}

/* Opens at a point of the canvas (pixels). */
static void
open_at (ContextMenu *menu,
         double       x,
         double       y)
{
  GdkRectangle point = { (int) x, (int) y, 1, 1 };
  g_autoptr (GMenuModel) model = make_menu (nk_window_session (menu->window), x, y);

  g_clear_handle_id (&menu->leaving, g_source_remove);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (menu->popover), model);
  gtk_popover_set_pointing_to (GTK_POPOVER (menu->popover), &point);
  gtk_popover_popup (GTK_POPOVER (menu->popover));
  nk_trace ("context menu");
}

static void
open_on (ContextMenu *menu,
         double       x,
         double       y)
{
  NkCanvas *canvas = nk_window_canvas (menu->window);

  nk_canvas_end_naming (canvas);
  nk_canvas_cancel (canvas);
  gtk_widget_grab_focus (GTK_WIDGET (canvas));
  nk_canvas_select_at (canvas, x, y);
  open_at (menu, x, y);
}

static void
on_right_press (GtkGestureClick *gesture,
                int              n_press,
                double           x,
                double           y,
                gpointer         user_data)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  open_on (user_data, x, y);
}

static void
on_long_press (GtkGestureLongPress *gesture,
               double               x,
               double               y,
               gpointer             user_data)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  open_on (user_data, x, y);
}

/* By keyboard it opens at what was selected last, as far as that is in view, or in the middle. */
static gboolean
on_key (GtkWidget *canvas,
        GVariant  *arguments,
        gpointer   user_data)
{
  ContextMenu *menu = user_data;
  NkSession *session = nk_window_session (menu->window);
  const NkSelection *selection = nk_session_selection (session);
  guint n = nk_selection_count (selection);
  int width = gtk_widget_get_width (canvas), height = gtk_widget_get_height (canvas);
  double x = width / 2.0, y = height / 2.0;

  if (n > 0)
    {
      const NkRecordName *name = nk_selection_at (selection, n - 1);
      g_autoptr (GPtrArray) items = nk_session_items (session, name->kind, name->id);
      const NkItem *item = items->len > 0 ? g_ptr_array_index (items, 0) : NULL;

      if (item != NULL)
        nk_canvas_from_scene (NK_CANVAS (canvas), item->x + item->width / 2,
                              item->y + item->height / 2, &x, &y);
    }
  nk_canvas_cancel (NK_CANVAS (canvas));
  open_at (menu, CLAMP (x, 0, width), CLAMP (y, 0, height));
  return TRUE;
}

/* What it adds to the canvas */

static void
add_keys (ContextMenu *menu)
{
  static const char *const triggers[] = { "Menu", "<Shift>F10" };
  GtkEventController *keys = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (triggers); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (triggers[i]),
                        gtk_callback_action_new (on_key, menu, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (nk_window_canvas (menu->window)), keys);
}

static void
add_gestures (ContextMenu *menu)
{
  GtkWidget *canvas = GTK_WIDGET (nk_window_canvas (menu->window));
  GtkGesture *right = gtk_gesture_click_new ();
  GtkGesture *stay = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (right), GDK_BUTTON_SECONDARY);
  g_signal_connect (right, "pressed", G_CALLBACK (on_right_press), menu);
  gtk_widget_add_controller (canvas, GTK_EVENT_CONTROLLER (right));
  /* A mouse has a button for it, and who holds that still before a drag means the drag. */
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (stay), TRUE);
  g_signal_connect (stay, "pressed", G_CALLBACK (on_long_press), menu);
  gtk_widget_add_controller (canvas, GTK_EVENT_CONTROLLER (stay));
}

static void
on_destroy (ContextMenu *menu)
{
  g_clear_handle_id (&menu->leaving, g_source_remove);
  g_clear_pointer (&menu->popover, gtk_widget_unparent);
}

void
nk_context_menu_add (NkWindow *window)
{
  GtkWidget *canvas = GTK_WIDGET (nk_window_canvas (window));
  ContextMenu *menu = g_new0 (ContextMenu, 1);

  menu->window = window;
  make_popover (menu);
  add_keys (menu);
  add_gestures (menu);
  g_signal_connect_swapped (canvas, "destroy", G_CALLBACK (on_destroy), menu);
  g_object_set_data_full (G_OBJECT (canvas), "context-menu", menu, g_free);
}
