#include "ui/line/quick-line.h"

#include "ui/line/line-history.h"
#include "ui/line/line-list.h"
#include "ui/line/line-marks.h"
#include "ui/program/trace.h"

#include "map/text.h"

#include <string.h>

#define MOST_CHOICES 6

struct _NkQuickLine
{
  GtkWidget parent_instance;

  NkCanvas *canvas;
  NkMatcher *matcher;
  NkLineReading *line;     /* as it is read for the map as it is; NULL: to be read again */
  GArray *choices;         /* of NkLineChoice; as above */
  guint idle;              /* a source that reads it again, or 0 */
  NkLineHistory history;
  char *level, *district;  /* ids: where new actors come to; NULL: wherever is usual */
  char *last;              /* id of whom they stand near, or NULL */

  /* template */
  GtkWidget *box;
  GtkListBox *list;
  GtkLabel *says;
  GtkWidget *marks_scroll;
  GtkBox *marks;
  GtkEntry *entry;
  GtkLabel *ghost;
};

G_DEFINE_FINAL_TYPE (NkQuickLine, nk_quick_line, GTK_TYPE_WIDGET)

static NkSession *
session_of (NkQuickLine *line)
{
  return nk_canvas_session (line->canvas);
}

static const char *
text_of (NkQuickLine *line)
{
  return gtk_editable_get_text (GTK_EDITABLE (line->entry));
}

/* The byte of the text where somebody writes. */
static guint
cursor_of (NkQuickLine *line)
{
  const char *text = text_of (line);
  int position = gtk_editable_get_position (GTK_EDITABLE (line->entry));

  return (guint) (g_utf8_offset_to_pointer (text, position) - text);
}

/* Reading */

/* What was borrowed from the map as it was. */
static void
forget (NkQuickLine *line)
{
  g_clear_pointer (&line->line, nk_line_free);
  g_clear_pointer (&line->choices, g_array_unref);
}

/* Red is what nobody is still writing: a word that is only begun is not wrong yet. */
static gboolean
is_plainly_wrong (NkQuickLine *line)
{
  guint n;
  const NkLinePart *parts = nk_line_parts (line->line, &n);

  for (guint i = 0; i < n; i++)
    if (parts[i].mark == NK_LINE_FAULT)
      return text_of (line)[parts[i].end] != '\0';
  return FALSE;
}

static void
show_wrong (NkQuickLine *line,
            gboolean     wrong)
{
  if (wrong)
    gtk_widget_add_css_class (line->box, "wrong");
  else
    gtk_widget_remove_css_class (line->box, "wrong");
  gtk_accessible_update_state (GTK_ACCESSIBLE (line->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

/* Who hears the line instead of seeing it hears what stands above it. */
static void
describe (NkQuickLine *line,
          const char  *text)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (line->entry),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
show_says (NkQuickLine *line)
{
  g_autofree char *says = nk_line_says (line->line);
  NkLineState state = nk_line_state (line->line);

  if (!g_str_equal (says, gtk_label_get_text (line->says)))
    nk_trace ("line says \"%s\"", says);
  gtk_label_set_text (line->says, says);
  gtk_widget_set_visible (GTK_WIDGET (line->says), state != NK_LINE_EMPTY);
  gtk_widget_set_visible (line->marks_scroll, state != NK_LINE_EMPTY);
  show_wrong (line, is_plainly_wrong (line));
  describe (line, says);
}

/* What Tab would add, in grey behind the cursor. */
static void
show_ghost (NkQuickLine *line)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (line->entry));
  guint cursor = cursor_of (line);
  const char *rest = "";
  graphene_rect_t place;
  graphene_point_t point = GRAPHENE_POINT_INIT_ZERO;

  if (line->choices->len > 0 && text_of (line)[cursor] == '\0')
    {
      const NkLineChoice *first = &g_array_index (line->choices, NkLineChoice, 0);

      if (first->start < cursor)
        rest = nk_line_list_rest (first, text_of (line) + first->start);
    }
  gtk_label_set_text (line->ghost, rest);
  if (*rest == '\0')
    return;
  gtk_text_compute_cursor_extents (GTK_TEXT (text),
                                   (gsize) gtk_editable_get_position (GTK_EDITABLE (line->entry)),
                                   &place, NULL);
  if (gtk_widget_compute_point (GTK_WIDGET (text), gtk_widget_get_parent (GTK_WIDGET (line->ghost)),
                                &GRAPHENE_POINT_INIT (place.origin.x, 0), &point))
    gtk_widget_set_margin_start (GTK_WIDGET (line->ghost), (int) point.x);
}

static void
read_line (NkQuickLine *line)
{
  const NkMap *map = nk_session_map (session_of (line));
  const NkNextTie *next = nk_session_next_tie (session_of (line));
  const NkLineSetting setting = { line->level, line->district, nk_next_tie_kind (next, map),
                                  next->formal, line->last };
  g_autoptr (PangoAttrList) faults = NULL;

  g_clear_handle_id (&line->idle, g_source_remove);
  forget (line);
  line->line = nk_line_read (line->matcher, map, text_of (line), &setting);
  line->choices = nk_line_choices (line->matcher, map, text_of (line), cursor_of (line),
                                   MOST_CHOICES);
  faults = nk_line_marks_faults (line->line);
  gtk_entry_set_attributes (line->entry, faults);
  nk_line_marks_show (line->marks, map, line->line);
  nk_line_list_show (line->list, map, line->choices);
  show_says (line);
  show_ghost (line);
}

static gboolean
on_idle (gpointer data)
{
  NkQuickLine *line = data;

  line->idle = 0;
  read_line (line);
  return G_SOURCE_REMOVE;
}

/* Text and cursor change one after the other, so it is read when both have. */
static void
on_changed (NkQuickLine *line)
{
  if (line->idle == 0 && line->canvas != NULL && gtk_widget_get_visible (GTK_WIDGET (line)))
    line->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_idle, line, NULL);
}

static void
ensure_read (NkQuickLine *line)
{
  if (line->idle != 0 || line->line == NULL)
    read_line (line);
}

static void
on_edited (NkQuickLine *line)
{
  forget (line);
  on_changed (line);
}

static void
set_text (NkQuickLine *line,
          const char  *text)
{
  gtk_editable_set_text (GTK_EDITABLE (line->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (line->entry), -1);
}

/* Where new actors come to */

static void
set_zone (NkQuickLine    *line,
          const NkRecord *actor)
{
  g_free (line->level);
  g_free (line->district);
  g_free (line->last);
  line->level = actor != NULL ? g_strdup (nk_record_text (actor, NK_FIELD_LEVEL)) : NULL;
  line->district = actor != NULL ? g_strdup (nk_record_text (actor, NK_FIELD_DISTRICT)) : NULL;
  line->last = actor != NULL ? g_strdup (nk_record_id (actor)) : NULL;
}

static void
take_zone_of_selection (NkQuickLine *line)
{
  const NkSelection *selection = nk_session_selection (session_of (line));
  const NkRecordName *first = nk_selection_count (selection) > 0 ? nk_selection_at (selection, 0)
                                                                 : NULL;

  if (first != NULL && first->kind == NK_ACTOR)
    set_zone (line, nk_map_find (nk_session_map (session_of (line)), NK_ACTOR, first->id));
}

/* Another map. */
static void
on_opened (NkQuickLine *line)
{
  set_zone (line, NULL);
  on_edited (line);
}

/* Doing what it says */

static gboolean
has_new (NkQuickLine *line)
{
  guint n;
  const NkLinePart *parts = nk_line_parts (line->line, &n);

  for (guint i = 0; i < n; i++)
    if (parts[i].mark == NK_LINE_NEW)
      return TRUE;
  return FALSE;
}

/* Selects what is new: the actors, or else the ties. */
static void
select_new (NkQuickLine  *line,
            const NkEdit *edit,
            NkRecordKind  kind)
{
  g_autoptr (NkSelection) selection = nk_selection_new ();
  const NkRecord *actor = NULL;

  for (guint i = 0; i < nk_edit_n_changes (edit); i++)
    {
      const NkChange *change = nk_edit_change (edit, i);

      if (change->kind != kind)
        continue;
      nk_selection_add (selection, kind, nk_record_id (change->after));
      if (kind == NK_ACTOR)
        actor = change->after;
    }
  if (actor != NULL)
    set_zone (line, actor);
  nk_session_select (session_of (line), g_steal_pointer (&selection));
  if (actor != NULL)
    nk_canvas_reveal (line->canvas, NK_ACTOR, nk_record_id (actor));
}

static void
apply (NkQuickLine *line)
{
  gboolean adds_actors = has_new (line);
  g_autoptr (NkRoom) room = adds_actors ? nk_room_new (nk_session_map (session_of (line))) : NULL;
  g_autoptr (NkEdit) edit = nk_line_edit (line->line, room);

  if (!nk_canvas_apply (line->canvas, nk_edit_ref (edit), NULL))
    return;
  nk_line_history_add (&line->history, text_of (line));
  set_text (line, "");
  select_new (line, edit, adds_actors ? NK_ACTOR : NK_TIE);
}

static void
accept (NkQuickLine *line,
        int          at)
{
  GtkEditable *editable = GTK_EDITABLE (line->entry);
  const NkLineChoice *choice = &g_array_index (line->choices, NkLineChoice, at);
  const char *text = text_of (line);
  g_autofree char *whole = g_strdup_printf ("%.*s%s%s", (int) choice->start, text, choice->text,
                                            text + choice->end);
  int position = (int) g_utf8_strlen (text, (gssize) choice->start)
                 + (int) g_utf8_strlen (choice->text, -1);

  gtk_editable_set_text (editable, whole);
  gtk_editable_set_position (editable, position);
}

static void
on_activate (NkQuickLine *line)
{
  int at;

  ensure_read (line);
  at = nk_line_list_at (line->list);
  if (at >= 0)
    accept (line, at);
  else if (nk_line_state (line->line) == NK_LINE_EMPTY || nk_canvas_refuses (line->canvas))
    return;
  else if (nk_line_state (line->line) == NK_LINE_READY)
    apply (line);
  else
    {
      show_wrong (line, TRUE);
      gtk_widget_error_bell (GTK_WIDGET (line->entry));
    }
}

static void
on_row_activated (NkQuickLine   *line,
                  GtkListBoxRow *row)
{
  ensure_read (line);
  accept (line, gtk_list_box_row_get_index (row));
  gtk_entry_grab_focus_without_selecting (line->entry);
}

/* Keys */

static void
recall (NkQuickLine *line,
        int          step)
{
  const char *text = nk_line_history_step (&line->history, step);

  if (text != NULL)
    set_text (line, text);
}

static void
choose (NkQuickLine *line,
        int          by)
{
  int at;

  nk_line_list_step (line->list, (int) line->choices->len, by);
  at = nk_line_list_at (line->list);
  describe (line, at >= 0 ? g_array_index (line->choices, NkLineChoice, at).label
                          : gtk_label_get_text (line->says));
}

static void
step (NkQuickLine *line,
      int          by)
{
  ensure_read (line);
  if (nk_line_history_shows (&line->history, text_of (line)) || line->choices->len == 0)
    recall (line, by);
  else
    choose (line, by);
}

static gboolean
complete (NkQuickLine *line)
{
  ensure_read (line);
  if (line->choices->len == 0)
    return FALSE;
  accept (line, MAX (nk_line_list_at (line->list), 0));
  return TRUE;
}

static gboolean
on_key (NkQuickLine    *line,
        guint           key,
        guint           code,
        GdkModifierType state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Escape:
      nk_quick_line_close (line);
      return TRUE;
    case GDK_KEY_Up:
      step (line, -1);
      return TRUE;
    case GDK_KEY_Down:
      step (line, 1);
      return TRUE;
    case GDK_KEY_Tab:
      return complete (line);
    default:
      return FALSE;
    }
}

/* What is written last stays in sight. */
static void
on_marks_changed (GtkAdjustment *adjustment)
{
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
}

/* Opening and closing */

void
nk_quick_line_set_canvas (NkQuickLine *line,
                          NkCanvas    *canvas)
{
  NkSession *session = nk_canvas_session (canvas);

  line->canvas = canvas;
  g_signal_connect_object (session, "edited", G_CALLBACK (on_edited), line, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "opened", G_CALLBACK (on_opened), line, G_CONNECT_SWAPPED);
}

void
nk_quick_line_open (NkQuickLine *line)
{
  if (nk_canvas_refuses (line->canvas))
    return;
  if (!gtk_widget_get_visible (GTK_WIDGET (line)))
    {
      nk_canvas_end_naming (line->canvas);
      take_zone_of_selection (line);
      gtk_widget_set_visible (GTK_WIDGET (line), TRUE);
      read_line (line);
      nk_trace ("line opened");
    }
  gtk_widget_grab_focus (GTK_WIDGET (line->entry));
}

void
nk_quick_line_close (NkQuickLine *line)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (line)))
    return;
  /* Whoever did not mean it finds the line again. */
  nk_line_history_add (&line->history, text_of (line));
  gtk_widget_grab_focus (GTK_WIDGET (line->canvas));
  gtk_widget_set_visible (GTK_WIDGET (line), FALSE);
  set_text (line, "");
  g_clear_handle_id (&line->idle, g_source_remove);
  forget (line);
  nk_trace ("line closed");
}

/* The class */

static void
nk_quick_line_dispose (GObject *object)
{
  NkQuickLine *line = NK_QUICK_LINE (object);

  g_clear_handle_id (&line->idle, g_source_remove);
  forget (line);
  g_clear_pointer (&line->box, gtk_widget_unparent);
  G_OBJECT_CLASS (nk_quick_line_parent_class)->dispose (object);
}

static void
nk_quick_line_finalize (GObject *object)
{
  NkQuickLine *line = NK_QUICK_LINE (object);

  set_zone (line, NULL);
  nk_line_history_clear (&line->history);
  nk_matcher_free (line->matcher);
  G_OBJECT_CLASS (nk_quick_line_parent_class)->finalize (object);
}

static void
nk_quick_line_class_init (NkQuickLineClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = nk_quick_line_dispose;
  G_OBJECT_CLASS (class)->finalize = nk_quick_line_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/netzkarte/Netzkarte/quick-line.ui");
  gtk_widget_class_bind_template_child (widget_class, NkQuickLine, box);
  gtk_widget_class_bind_template_child (widget_class, NkQuickLine, list);
  gtk_widget_class_bind_template_child (widget_class, NkQuickLine, says);
  gtk_widget_class_bind_template_child (widget_class, NkQuickLine, marks_scroll);
  gtk_widget_class_bind_template_child (widget_class, NkQuickLine, marks);
  gtk_widget_class_bind_template_child (widget_class, NkQuickLine, entry);
  gtk_widget_class_bind_template_child (widget_class, NkQuickLine, ghost);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, nk_quick_line_close);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
nk_quick_line_init (NkQuickLine *line)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (line));
  line->matcher = nk_matcher_new ();
  nk_line_history_init (&line->history);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), line);
  gtk_widget_add_controller (GTK_WIDGET (line->entry), keys);
  g_signal_connect (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (line->marks_scroll)),
                    "changed", G_CALLBACK (on_marks_changed), NULL);
}
