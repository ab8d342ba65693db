#include "ui/window/window.h"

#include "ui/clipboard/drop.h"
#include "ui/window/commands.h"
#include "ui/window/context-menu.h"
#include "ui/window/files.h"
#include "ui/window/hidden-note.h"
#include "ui/window/history-list.h"
#include "ui/inspector/inspector.h"
#include "ui/layout/layout.h"
#include "ui/line/quick-line.h"
#include "ui/program/trace.h"
#include "ui/tables/tables.h"
#include "ui/window/view-options.h"
#include "ui/window/welcome.h"
#include "ui/window/panes.h"
#include "ui/window/window-actions.h"
#include "ui/window/window-memory.h"
#include "ui/program/x11.h"

#include "map/text.h"

#define DEFAULT_WIDTH 1280
#define DEFAULT_HEIGHT 800

struct _NkWindow
{
  GtkApplicationWindow parent_instance;

  /* owned */
  NkSession *session;
  NkLayout *layout;
  guint returning;         /* an idle source, or 0 */

  /* template */
  GtkStack *pages;
  NkWelcome *welcome;
  NkCanvas *canvas;
  NkInspector *inspector;
  NkTables *tables;
  NkHiddenNote *hidden_note;
  NkFindBar *find_bar;
  NkMessageBar *messages;
  NkQuickLine *quick_line;
  NkLayoutBar *layout_bar;
  GtkRevealer *side;
  GtkWidget *undo, *redo;
  GtkMenuButton *history_button;
  NkHistoryList *history;
  GtkMenuButton *menu_button;
  GtkWidget *options_button;
  NkViewOptions *options;
  GtkWidget *hint;
};

G_DEFINE_FINAL_TYPE (NkWindow, nk_window, GTK_TYPE_APPLICATION_WINDOW)

NkSession *
nk_window_session (NkWindow *window)
{
  return window->session;
}

NkCanvas *
nk_window_canvas (NkWindow *window)
{
  return window->canvas;
}

NkQuickLine *
nk_window_quick_line (NkWindow *window)
{
  return window->quick_line;
}

NkMessageBar *
nk_window_messages (NkWindow *window)
{
  return window->messages;
}

NkLayout *
nk_window_layout (NkWindow *window)
{
  return window->layout;
}

NkFindBar *
nk_window_find_bar (NkWindow *window)
{
  return window->find_bar;
}

gboolean
nk_window_inspects (NkWindow *window)
{
  return gtk_revealer_get_reveal_child (window->side);
}

void
nk_window_set_inspects (NkWindow *window,
                        gboolean  inspects)
{
  gtk_revealer_set_reveal_child (window->side, inspects);
}

void
nk_window_show_history (NkWindow *window)
{
  gtk_menu_button_popup (window->history_button);
}

NkTables *
nk_window_tables (NkWindow *window)
{
  return window->tables;
}

void
nk_window_step_pane (NkWindow *window,
                     int       direction)
{
  GtkWidget *const panes[] = {
    gtk_window_get_titlebar (GTK_WINDOW (window)), GTK_WIDGET (window->find_bar),
    GTK_WIDGET (window->pages), GTK_WIDGET (window->tables), GTK_WIDGET (window->side),
  };

  nk_panes_step (GTK_WINDOW (window), panes, G_N_ELEMENTS (panes), direction);
}

gboolean
nk_window_is_open (NkWindow *window)
{
  return gtk_window_get_application (GTK_WINDOW (window)) != NULL;
}

void
nk_window_close_now (NkWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
}

gboolean
nk_window_is_welcoming (NkWindow *window)
{
  return gtk_stack_get_visible_child (window->pages) == GTK_WIDGET (window->welcome);
}

/* What follows the session */

static void
update_title (NkWindow *window)
{
  g_autofree char *name = nk_window_is_welcoming (window) ? g_strdup ("Netzkarte")
                                                          : nk_session_title (window->session);
  g_autofree char *title = nk_session_is_modified (window->session) ? g_strdup_printf ("• %s", name)
                                                                    : g_strdup (name);

  gtk_window_set_title (GTK_WINDOW (window), title);
}

static void
update_hint (NkWindow *window)
{
  gtk_widget_set_visible (window->hint,
                          nk_map_count (nk_session_map (window->session), NK_ACTOR) == 0
                          && !nk_canvas_is_naming (window->canvas)
                          && !gtk_widget_get_visible (GTK_WIDGET (window->quick_line))
                          && !nk_window_is_welcoming (window));
}

/* Only some views have planes. */
static void
update_options (NkWindow *window)
{
  NkShow show = nk_session_show (window->session);

  gtk_widget_set_visible (window->options_button,
                          show == NK_SHOW_LAYERS || show == NK_SHOW_PANELS);
}

/* The buttons say which step they would take. */
static void
update_steps (NkWindow *window)
{
  NkDocument *document = nk_session_document (window->session);
  g_autofree char *undo = nk_commands_undo_label (document);
  g_autofree char *redo = nk_commands_redo_label (document);

  gtk_widget_set_tooltip_text (window->undo, undo);
  gtk_widget_set_tooltip_text (window->redo, redo);
  gtk_widget_set_sensitive (GTK_WIDGET (window->history_button),
                            nk_history_n_steps (nk_document_history (document)) > 0);
}

static void
on_state_changed (NkWindow *window)
{
  update_title (window);
  update_steps (window);
  update_hint (window);
  nk_window_update_actions (window);
}

void
nk_window_welcome (NkWindow *window)
{
  gtk_stack_set_visible_child (window->pages, GTK_WIDGET (window->welcome));
  gtk_revealer_set_reveal_child (window->side, FALSE);
  nk_welcome_show (window->welcome);
  on_state_changed (window);
  nk_trace ("welcome");
}

/* There is a map to work on now. */
static void
leave_welcome (NkWindow *window)
{
  if (!nk_window_is_welcoming (window))
    return;
  gtk_stack_set_visible_child (window->pages, GTK_WIDGET (window->canvas));
  gtk_revealer_set_reveal_child (window->side, nk_window_memory_boolean ("inspector", TRUE));
  gtk_widget_grab_focus (GTK_WIDGET (window->canvas));
  /* Until somebody uses a key. */
  gtk_window_set_focus_visible (GTK_WINDOW (window), FALSE);
}

/* Actors without a place are on no drawing, so somebody has to say that they are there. */
static void
on_opened (NkWindow *window)
{
  guint n = nk_map_count_unplaced (nk_session_map (window->session));
  g_autofree char *text = NULL;

  leave_welcome (window);
  nk_message_bar_clear (window->messages);
  if (n == 0)
    return;
  text = g_strdup_printf (ngettext ("%u actor has no place on the map yet.",
                                    "%u actors have no place on the map yet.", n), n);
  nk_message_bar_offer (window->messages, text, _("_Lay Out"), "win.lay-out");
}

static void
on_failed (NkWindow   *window,
           const char *message)
{
  nk_message_bar_say (window->messages, message);
}

static void
on_said (NkWindow   *window,
         const char *message)
{
  nk_message_bar_confirm (window->messages, message);
}

/* The menu is made when it is opened: it names the steps to undo and the recent files. */
static void
on_menu (GtkMenuButton *button,
         gpointer       user_data)
{
  NkWindow *window = user_data;
  g_autoptr (GMenuModel) menu = nk_commands_menu (window->session);

  gtk_menu_button_set_menu_model (button, menu);
  /* Whoever has left the menu goes on where the work is. */
  g_signal_connect_object (gtk_menu_button_get_popover (button), "closed",
                           G_CALLBACK (gtk_widget_grab_focus), window->canvas, G_CONNECT_SWAPPED);
}

static gboolean
on_nowhere (gpointer data)
{
  NkWindow *window = data;

  window->returning = 0;
  if (gtk_window_get_focus (GTK_WINDOW (window)) == NULL && !nk_window_is_welcoming (window))
    gtk_widget_grab_focus (GTK_WIDGET (window->canvas));
  return G_SOURCE_REMOVE;
}

/* Where what had the keyboard goes away, GTK leaves it to nobody, and then no key does anything. It
 * comes back to the map, once what is under way is done. */
static void
on_focus (NkWindow *window)
{
  if (gtk_window_get_focus (GTK_WINDOW (window)) == NULL && window->returning == 0)
    window->returning = g_idle_add (on_nowhere, window);
}

static void
on_map (NkWindow *window)
{
  nk_x11_keep_pool (gtk_widget_get_display (GTK_WIDGET (window)));
  nk_trace ("ready");
}

/* The next window is as large. */
static void
remember_size (NkWindow *window)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  nk_window_memory_set_integer ("width", width);
  nk_window_memory_set_integer ("height", height);
  nk_window_memory_set_boolean ("maximized", gtk_window_is_maximized (GTK_WINDOW (window)));
}

static void
recall_size (NkWindow *window)
{
  gtk_window_set_default_size (GTK_WINDOW (window),
                               nk_window_memory_integer ("width", DEFAULT_WIDTH),
                               nk_window_memory_integer ("height", DEFAULT_HEIGHT));
  if (nk_window_memory_boolean ("maximized", FALSE))
    gtk_window_maximize (GTK_WINDOW (window));
}

/* The class */

static gboolean
nk_window_close_request (GtkWindow *base)
{
  NkWindow *window = NK_WINDOW (base);

  nk_layout_cancel_preview (window->layout);
  nk_canvas_end_naming (window->canvas);
  if (nk_session_is_modified (window->session))
    {
      nk_files_ask_to_close (window);
      return TRUE;
    }
  remember_size (window);
  return GTK_WINDOW_CLASS (nk_window_parent_class)->close_request (base);
}

static void
nk_window_dispose (GObject *object)
{
  NkWindow *window = NK_WINDOW (object);

  g_clear_handle_id (&window->returning, g_source_remove);
  g_clear_pointer (&window->layout, nk_layout_free);
  G_OBJECT_CLASS (nk_window_parent_class)->dispose (object);
}

static void
nk_window_finalize (GObject *object)
{
  g_clear_object (&NK_WINDOW (object)->session);
  G_OBJECT_CLASS (nk_window_parent_class)->finalize (object);
}

static void
nk_window_class_init (NkWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = nk_window_dispose;
  G_OBJECT_CLASS (class)->finalize = nk_window_finalize;
  GTK_WINDOW_CLASS (class)->close_request = nk_window_close_request;

  g_type_ensure (NK_TYPE_CANVAS);
  g_type_ensure (NK_TYPE_WELCOME);
  g_type_ensure (NK_TYPE_INSPECTOR);
  g_type_ensure (NK_TYPE_TABLES);
  g_type_ensure (NK_TYPE_HIDDEN_NOTE);
  g_type_ensure (NK_TYPE_FIND_BAR);
  g_type_ensure (NK_TYPE_HISTORY_LIST);
  g_type_ensure (NK_TYPE_MESSAGE_BAR);
  g_type_ensure (NK_TYPE_QUICK_LINE);
  g_type_ensure (NK_TYPE_LAYOUT_BAR);
  g_type_ensure (NK_TYPE_VIEW_OPTIONS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/netzkarte/Netzkarte/window.ui");
  gtk_widget_class_bind_template_child (widget_class, NkWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, NkWindow, welcome);
  gtk_widget_class_bind_template_child (widget_class, NkWindow, canvas);
  gtk_widget_class_bind_template_child (widget_class, NkWindow, inspector);
  gtk_widget_class_bind_template_child (widget_class, NkWindow, tables);
  gtk_widget_class_bind_template_child (widget_class, NkWindow, hidden_note);
  gtk_widget_class_bind_template_child (widget_class, NkWindow, find_bar);
  gtk_widget_class_bind_template_child (widget_class, NkWindow, messages);
  gtk_widget_class_bind_template_child (widget_class, NkWindow, quick_line);
  gtk_widget_class_bind_template_child (widget_class, NkWindow, layout_bar);
  gtk_widget_class_bind_template_child (widget_class, NkWindow, side);
  gtk_widget_class_bind_template_child (widget_class, NkWindow, undo);
  gtk_widget_class_bind_template_child (widget_class, NkWindow, redo);
  gtk_widget_class_bind_template_child (widget_class, NkWindow, history_button);
  gtk_widget_class_bind_template_child (widget_class, NkWindow, history);
  gtk_widget_class_bind_template_child (widget_class, NkWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, NkWindow, options_button);
  gtk_widget_class_bind_template_child (widget_class, NkWindow, options);
  gtk_widget_class_bind_template_child (widget_class, NkWindow, hint);
}

static void
listen (NkWindow   *window,
        const char *signal,
        GCallback   callback)
{
  g_signal_connect_object (window->session, signal, callback, window, G_CONNECT_SWAPPED);
}

static void
nk_window_init (NkWindow *window)
{
  window->session = nk_session_new ();
  gtk_widget_init_template (GTK_WIDGET (window));
  nk_canvas_set_session (window->canvas, window->session);
  nk_inspector_set_session (window->inspector, window->session);
  nk_tables_set_canvas (window->tables, window->canvas);
  nk_hidden_note_set_session (window->hidden_note, window->session);
  nk_find_bar_set_canvas (window->find_bar, window->canvas);
  nk_quick_line_set_canvas (window->quick_line, window->canvas);
  nk_history_list_set_session (window->history, window->session);
  nk_view_options_set_session (window->options, window->session);
  window->layout = nk_layout_new (window, window->layout_bar);
  nk_commands_bind_window (GTK_WIDGET (window));
  nk_window_add_actions (window);
  nk_drop_attach (window);
  nk_context_menu_add (window);

  listen (window, "state-changed", G_CALLBACK (on_state_changed));
  listen (window, "selection-changed", G_CALLBACK (nk_window_update_actions));
  listen (window, "opened", G_CALLBACK (on_opened));
  listen (window, "scene-changed", G_CALLBACK (update_options));
  g_signal_connect_object (window->canvas, "failed", G_CALLBACK (on_failed), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window->canvas, "said", G_CALLBACK (on_said), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window->canvas, "naming-changed", G_CALLBACK (update_hint), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window->quick_line, "notify::visible", G_CALLBACK (update_hint), window,
                           G_CONNECT_SWAPPED);
  /* Both want the lower edge, and while a layout is proposed nothing is added. */
  g_signal_connect_object (window->layout_bar, "notify::visible", G_CALLBACK (nk_quick_line_close),
                           window->quick_line, G_CONNECT_SWAPPED);
  g_signal_connect_object (window->inspector, "failed", G_CALLBACK (on_failed), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window->inspector, "left", G_CALLBACK (gtk_widget_grab_focus),
                           window->canvas, G_CONNECT_SWAPPED);
  g_signal_connect_object (window->history, "closed", G_CALLBACK (gtk_widget_grab_focus),
                           window->canvas, G_CONNECT_SWAPPED);
  gtk_menu_button_set_create_popup_func (window->menu_button, on_menu, window, NULL);
  g_signal_connect_after (window, "map", G_CALLBACK (on_map), NULL);
  g_signal_connect (window, "notify::focus-widget", G_CALLBACK (on_focus), NULL);
  recall_size (window);
  on_state_changed (window);
  gtk_widget_grab_focus (GTK_WIDGET (window->canvas));
}

NkWindow *
nk_window_new (GtkApplication *application)
{
  return g_object_new (NK_TYPE_WINDOW, "application", application, NULL);
}
