/* Texts of several lines. */
#include "ui/inspector/field-editors.h"

#include "map/text.h"

#include <math.h>

#define HEIGHT 76   /* pixels */

/* The parts of the editor: a text view that scrolls, and over it a word when values differ. */

static GtkWidget *
view_of (GtkWidget *overlay)
{
  GtkWidget *scroll = gtk_overlay_get_child (GTK_OVERLAY (overlay));

  return gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroll));
}

static GtkWidget *
hint_of (GtkWidget *overlay)
{
  return gtk_widget_get_last_child (overlay);
}

static char *
text_in (GtkTextBuffer *buffer)
{
  char *text;

  g_object_get (buffer, "text", &text, NULL);
  return text;
}

/* The heading of its group may be all that names it. */
static void
name_view (NkFieldRow *row,
           GtkWidget  *view)
{
  g_autofree char *title = nk_field_row_title (row);

  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static gboolean
on_go_on (GtkWidget *view,
          GVariant  *arguments,
          gpointer   row)
{
  nk_field_row_go_on (row);
  return TRUE;
}

/* Enter is a line here, and Ctrl+Enter goes on. */
static void
add_keys (NkFieldRow *row,
          GtkWidget  *view)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcutTrigger *trigger = gtk_shortcut_trigger_parse_string ("<Control>Return");

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (trigger,
                                                          gtk_callback_action_new (on_go_on, row,
                                                                                   NULL)));
  gtk_widget_add_controller (view, keys);
}

static gboolean
can_scroll (GtkAdjustment *adjustment,
            double         dy)
{
  double value = gtk_adjustment_get_value (adjustment);
  double end = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  return dy < 0 ? value > 0 : value < end;
}

/* A text that has nothing more to show leaves the wheel to the page on which it stands; GTK would
 * keep it. */
static gboolean
on_scroll (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           GtkScrolledWindow        *scroll)
{
  GtkWidget *page = gtk_widget_get_ancestor (gtk_widget_get_parent (GTK_WIDGET (scroll)),
                                             GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;
  double step = 1;

  if (page == NULL || can_scroll (gtk_scrolled_window_get_vadjustment (scroll), dy))
    return FALSE;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (page));
  if (gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL)
    step = pow (gtk_adjustment_get_page_size (adjustment), 2.0 / 3.0);   /* as GTK does */
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + dy * step);
  return TRUE;
}

static void
add_wheel (GtkWidget *scroll)
{
  GtkEventController *wheel
    = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect (wheel, "scroll", G_CALLBACK (on_scroll), scroll);
  gtk_widget_add_controller (scroll, wheel);
}

static GtkWidget *
make_scroll (GtkWidget *view)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();

  add_wheel (scroll);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), view);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scroll), TRUE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scroll, -1, HEIGHT);
  gtk_widget_add_css_class (scroll, "text");
  return scroll;
}

static GtkWidget *
make_hint (void)
{
  GtkWidget *hint = gtk_label_new (_("Mixed"));

  gtk_widget_set_halign (hint, GTK_ALIGN_START);
  gtk_widget_set_valign (hint, GTK_ALIGN_START);
  gtk_widget_set_can_target (hint, FALSE);
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_widget_add_css_class (hint, "text-hint");
  return hint;
}

static GtkWidget *
make_view (NkFieldRow *row,
           GCallback   on_changed)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *view = g_object_new (GTK_TYPE_TEXT_VIEW, "wrap-mode", GTK_WRAP_WORD_CHAR,
                                  "accepts-tab", FALSE,
                                  "left-margin", 8, "right-margin", 8, "top-margin", 6,
                                  "bottom-margin", 6, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));

  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  name_view (row, view);
  add_keys (row, view);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), make_scroll (view));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), make_hint ());
  g_signal_connect_swapped (buffer, "changed", on_changed, row);
  nk_field_row_set_main (row, view);
  return overlay;
}

static void
fill_view (GtkWidget  *overlay,
           const char *text,
           gboolean    mixed)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view_of (overlay)));
  g_autofree char *old = text_in (buffer);

  if (!g_str_equal (old, text))
    gtk_text_buffer_set_text (buffer, text, -1);
  gtk_widget_set_visible (hint_of (overlay), mixed);
}

/* One text */

static void
on_text_changed (NkFieldRow    *row,
                 GtkTextBuffer *buffer)
{
  g_autofree char *text = text_in (buffer);

  if (!nk_field_row_is_filling (row))
    nk_field_row_set_text (row, text);
}

static GtkWidget *
make_text (NkFieldRow *row)
{
  return make_view (row, G_CALLBACK (on_text_changed));
}

static void
fill_text (NkFieldRow *row,
           GtkWidget  *overlay)
{
  fill_view (overlay, nk_field_row_text (row), nk_field_row_is_mixed (row));
}

const NkFieldEditor nk_lines_editor = {
  .make = make_text, .fill = fill_text, .label = NK_LABEL_ABOVE, .typed = TRUE
};

const NkFieldEditor nk_note_editor = {
  .make = make_text, .fill = fill_text, .label = NK_LABEL_NONE, .typed = TRUE
};

/* A list of texts, one a line */

typedef struct
{
  NkField field;
  const char *const *texts;
} Texts;

static void
set_texts (NkRecord *record,
           guint     i,
           gpointer  user_data)
{
  const Texts *texts = user_data;

  nk_record_set_texts (record, texts->field, texts->texts);
}

/* Empty lines are on their way to be something. */
static char **
lines_of (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_strv_builder_add (kept, lines[i]);
  return g_strv_builder_end (kept);
}

static void
on_texts_changed (NkFieldRow    *row,
                  GtkTextBuffer *buffer)
{
  g_autofree char *text = text_in (buffer);
  g_auto (GStrv) lines = lines_of (text);
  Texts texts = { nk_field_row_field (row)->field, (const char *const *) lines };

  if (!nk_field_row_is_filling (row))
    nk_field_row_change (row, set_texts, &texts);
}

static GtkWidget *
make_texts (NkFieldRow *row)
{
  return make_view (row, G_CALLBACK (on_texts_changed));
}

static void
fill_texts (NkFieldRow *row,
            GtkWidget  *overlay)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view_of (overlay)));
  const char *const *texts = nk_record_texts (nk_field_row_record (row),
                                              nk_field_row_field (row)->field);
  gboolean mixed = nk_field_row_is_mixed (row);
  g_autofree char *wanted = g_strjoinv ("\n", (char **) texts);
  g_autofree char *shown = text_in (buffer);
  g_auto (GStrv) lines = lines_of (shown);

  /* While somebody types, an empty line is in the view alone. */
  if (mixed || !g_strv_equal ((const char *const *) lines, texts))
    fill_view (overlay, mixed ? "" : wanted, mixed);
}

const NkFieldEditor nk_texts_editor = {
  .make = make_texts, .fill = fill_texts, .label = NK_LABEL_ABOVE, .typed = TRUE
};
