#include "ui/tables/cell-editor.h"

#define MOST_LINES 8       /* that are seen at once */
#define LINE_HEIGHT 30     /* pixels */
#define LEAST_WIDTH 160

struct _NkCellEditor
{
  GtkWidget parent_instance;

  /* children */
  GtkWidget *text;
  GtkWidget *popover;
  GtkWidget *wrong;
  GtkWidget *scroll;
  GtkListBox *list;

  NkCellChoices choices;   /* NULL: any text */
  gpointer user_data;
  GArray *offered;         /* NkCellChoice, or NULL */
  char *before;            /* the text with which it began */
  char *value;             /* of choices: the one with which it began */
  gboolean typed;          /* somebody has written something */
  gboolean filling;
  gboolean ended;
  guint leaving;           /* an idle source, or 0 */
};

G_DEFINE_FINAL_TYPE (NkCellEditor, nk_cell_editor, GTK_TYPE_WIDGET)

enum { COMMITTED, CANCELLED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* Choices */

static void
choice_clear (gpointer data)
{
  NkCellChoice *choice = data;

  g_free (choice->value);
  g_free (choice->name);
}

GArray *
nk_cell_choices_new (void)
{
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (NkCellChoice));

  g_array_set_clear_func (choices, choice_clear);
  return choices;
}

void
nk_cell_choices_add (GArray     *choices,
                     const char *value,
                     const char *name)
{
  NkCellChoice choice = { g_strdup (value), g_strdup (name) };

  g_array_append_val (choices, choice);
}

static const NkCellChoice *
choice_at (NkCellEditor *editor,
           int           i)
{
  if (i < 0 || (guint) i >= editor->offered->len)
    return NULL;
  return &g_array_index (editor->offered, NkCellChoice, i);
}

static const char *
text_of (NkCellEditor *editor)
{
  return gtk_editable_get_text (GTK_EDITABLE (editor->text));
}

static void
scroll_to (NkCellEditor *editor,
           int           i)
{
  GtkAdjustment *adjustment =
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (editor->scroll));

  gtk_adjustment_clamp_page (adjustment, i * LINE_HEIGHT, (i + 1) * LINE_HEIGHT);
}

static void
choose (NkCellEditor *editor,
        int           i)
{
  const NkCellChoice *choice = choice_at (editor, i);

  gtk_list_box_select_row (editor->list, gtk_list_box_get_row_at_index (editor->list, i));
  if (choice == NULL)
    return;
  scroll_to (editor, i);
  /* The keyboard stays in the text, so that is where the choice is spoken. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (editor->text),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, choice->name, -1);
}

static int
chosen (NkCellEditor *editor)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (editor->list);

  return row != NULL ? gtk_list_box_row_get_index (row) : -1;
}

static GtkWidget *
make_line (const char *name)
{
  GtkWidget *label = gtk_label_new (*name != '\0' ? name : "–");
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_size_request (row, -1, LINE_HEIGHT);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static int
find_value (NkCellEditor *editor,
            const char   *value)
{
  for (guint i = 0; i < editor->offered->len; i++)
    if (g_str_equal (choice_at (editor, (int) i)->value, value))
      return (int) i;
  return -1;
}

static void
offer (NkCellEditor *editor)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (editor->list))) != NULL)
    gtk_list_box_remove (editor->list, child);
  g_clear_pointer (&editor->offered, g_array_unref);
  editor->offered = editor->choices (editor->typed ? text_of (editor) : "", editor->user_data);
  for (guint i = 0; i < editor->offered->len; i++)
    gtk_list_box_append (editor->list, make_line (choice_at (editor, (int) i)->name));
  gtk_widget_set_size_request (editor->scroll, LEAST_WIDTH,
                               (int) MIN (editor->offered->len, MOST_LINES) * LINE_HEIGHT);
  gtk_widget_set_visible (editor->scroll, editor->offered->len > 0);
  choose (editor, editor->typed ? 0 : find_value (editor, editor->value));
}

static void
show_popover (NkCellEditor *editor)
{
  gboolean needed = gtk_widget_get_visible (editor->wrong)
                    || gtk_widget_get_visible (editor->scroll);

  if (needed)
    gtk_popover_popup (GTK_POPOVER (editor->popover));
  else
    gtk_popover_popdown (GTK_POPOVER (editor->popover));
}

void
nk_cell_editor_say_wrong (NkCellEditor *editor,
                          const char   *message)
{
  gtk_label_set_text (GTK_LABEL (editor->wrong), message != NULL ? message : "");
  gtk_widget_set_visible (editor->wrong, message != NULL);
  if (message != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (editor), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (editor), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (editor->text), GTK_ACCESSIBLE_STATE_INVALID,
                               message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                               : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  show_popover (editor);
}

/* What it says */

char *
nk_cell_editor_value (NkCellEditor *editor)
{
  const NkCellChoice *choice;

  if (editor->choices == NULL)
    return g_strstrip (g_strdup (text_of (editor)));
  choice = choice_at (editor, chosen (editor));
  if (choice != NULL)
    return g_strdup (choice->value);
  return g_strdup (!editor->typed ? editor->value : *text_of (editor) == '\0' ? "" : NULL);
}

gboolean
nk_cell_editor_is_same (NkCellEditor *editor)
{
  g_autofree char *value = nk_cell_editor_value (editor);

  return g_strcmp0 (value, editor->choices != NULL ? editor->value : editor->before) == 0;
}

/* How it ends */

static void
commit (NkCellEditor *editor,
        NkCellStep    step)
{
  if (!editor->ended)
    g_signal_emit (editor, signals[COMMITTED], 0, step);
}

static gboolean
on_left (gpointer data)
{
  NkCellEditor *editor = data;

  editor->leaving = 0;
  commit (editor, NK_CELL_STAY);
  return G_SOURCE_REMOVE;
}

/* Whoever goes on elsewhere in the window is done with it; who looks at another window is not. GTK is
 * not done with the text yet, and so it must not go before that. */
static void
on_leave (NkCellEditor *editor)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (editor));

  if (!editor->ended && editor->leaving == 0 && GTK_IS_WINDOW (root)
      && gtk_window_is_active (GTK_WINDOW (root)))
    editor->leaving = g_idle_add (on_left, editor);
}

static gboolean
on_key (NkCellEditor   *editor,
        guint           key,
        guint           code,
        GdkModifierType state)
{
  int step = key == GDK_KEY_Down ? 1 : key == GDK_KEY_Up ? -1 : 0;

  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      commit (editor, NK_CELL_DOWN);
      return TRUE;
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      commit (editor, (state & GDK_SHIFT_MASK) != 0 ? NK_CELL_PREVIOUS : NK_CELL_NEXT);
      return TRUE;
    case GDK_KEY_Escape:
      g_signal_emit (editor, signals[CANCELLED], 0);
      return TRUE;
    default:
      if (step == 0 || editor->offered == NULL || editor->offered->len == 0)
        return FALSE;
      choose (editor, CLAMP (chosen (editor) + step, 0, (int) editor->offered->len - 1));
      return TRUE;
    }
}

static void
on_changed (NkCellEditor *editor)
{
  if (editor->filling)
    return;
  editor->typed = TRUE;
  if (editor->choices != NULL)
    offer (editor);
  nk_cell_editor_say_wrong (editor, NULL);
}

static void
on_line_activated (NkCellEditor  *editor,
                   GtkListBoxRow *row)
{
  gtk_list_box_select_row (editor->list, row);
  commit (editor, NK_CELL_DOWN);
}

/* Starting */

void
nk_cell_editor_set_choices (NkCellEditor  *editor,
                            NkCellChoices  choices,
                            gpointer       user_data,
                            const char    *value)
{
  editor->choices = choices;
  editor->user_data = user_data;
  editor->value = g_strdup (value);
}

void
nk_cell_editor_start (NkCellEditor *editor,
                      const char   *text,
                      gboolean      typed)
{
  editor->before = g_strdup (typed ? "" : text);
  editor->typed = typed;
  editor->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (editor->text), text);
  editor->filling = FALSE;
  gtk_entry_grab_focus_without_selecting (GTK_ENTRY (editor->text));
  if (typed)
    gtk_editable_set_position (GTK_EDITABLE (editor->text), -1);
  else
    gtk_editable_select_region (GTK_EDITABLE (editor->text), 0, -1);
  if (editor->choices != NULL)
    offer (editor);
  show_popover (editor);
}

/* The widget */

static void
make_popover (NkCellEditor *editor)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  editor->wrong = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (editor->wrong), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (editor->wrong), 40);
  gtk_label_set_xalign (GTK_LABEL (editor->wrong), 0);
  gtk_widget_add_css_class (editor->wrong, "wrong");
  gtk_widget_set_visible (editor->wrong, FALSE);
  gtk_box_append (GTK_BOX (box), editor->wrong);

  editor->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (editor->list, GTK_SELECTION_BROWSE);
  g_signal_connect_swapped (editor->list, "row-activated", G_CALLBACK (on_line_activated), editor);
  editor->scroll = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (editor->scroll), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (editor->scroll), GTK_WIDGET (editor->list));
  gtk_widget_set_visible (editor->scroll, FALSE);
  gtk_box_append (GTK_BOX (box), editor->scroll);

  editor->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (editor->popover), box);
  gtk_popover_set_autohide (GTK_POPOVER (editor->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (editor->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (editor->popover), GTK_POS_BOTTOM);
  gtk_widget_set_halign (editor->popover, GTK_ALIGN_START);
  gtk_widget_set_can_focus (editor->popover, FALSE);
  gtk_widget_add_css_class (editor->popover, "cell-choices");
  gtk_widget_set_parent (editor->popover, GTK_WIDGET (editor));
}

static void
nk_cell_editor_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  NkCellEditor *editor = NK_CELL_EDITOR (widget);
  int line;

  gtk_widget_measure (editor->text, GTK_ORIENTATION_VERTICAL, width, NULL, &line, NULL, NULL);
  gtk_widget_size_allocate (editor->text,
                            &(GtkAllocation) { 0, (height - line) / 2, width, line }, -1);
  gtk_popover_present (GTK_POPOVER (editor->popover));
}

static void
nk_cell_editor_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  gtk_widget_measure (NK_CELL_EDITOR (widget)->text, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
nk_cell_editor_dispose (GObject *object)
{
  NkCellEditor *editor = NK_CELL_EDITOR (object);

  editor->ended = TRUE;
  g_clear_handle_id (&editor->leaving, g_source_remove);
  g_clear_pointer (&editor->popover, gtk_widget_unparent);
  g_clear_pointer (&editor->text, gtk_widget_unparent);
  g_clear_pointer (&editor->offered, g_array_unref);
  g_clear_pointer (&editor->before, g_free);
  g_clear_pointer (&editor->value, g_free);
  G_OBJECT_CLASS (nk_cell_editor_parent_class)->dispose (object);
}

static void
nk_cell_editor_class_init (NkCellEditorClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = nk_cell_editor_dispose;
  widget_class->size_allocate = nk_cell_editor_size_allocate;
  widget_class->measure = nk_cell_editor_measure;
  gtk_widget_class_set_css_name (widget_class, "celleditor");
  signals[COMMITTED] = g_signal_new ("committed", NK_TYPE_CELL_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[CANCELLED] = g_signal_new ("cancelled", NK_TYPE_CELL_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);
}

static void
nk_cell_editor_init (NkCellEditor *editor)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  /* The map has its own undo. */
  editor->text = g_object_new (GTK_TYPE_ENTRY, "enable-undo", FALSE, "width-chars", 0, NULL);
  gtk_widget_set_parent (editor->text, GTK_WIDGET (editor));
  g_signal_connect_swapped (editor->text, "changed", G_CALLBACK (on_changed), editor);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), editor);
  gtk_widget_add_controller (editor->text, keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_leave), editor);
  gtk_widget_add_controller (editor->text, focus);
  make_popover (editor);
}

GtkWidget *
nk_cell_editor_new (const char *label)
{
  NkCellEditor *editor = g_object_new (NK_TYPE_CELL_EDITOR, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (editor->text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  return GTK_WIDGET (editor);
}
