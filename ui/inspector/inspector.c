#include "ui/inspector/inspector.h"

#include "ui/inspector/field-editors.h"
#include "ui/inspector/field-row.h"

#include "map/text.h"

#define ROW_SPACING 8   /* pixels; the same as in the template */

/* The rows for one kind of record. Made when they are needed first, and then only shown and hidden,
 * since a row is a dozen widgets and the selection changes with every click. */
typedef struct
{
  GtkWidget *box;          /* NULL: not made yet */
  GPtrArray *rows;         /* NkFieldRow, owned by the box */
} Page;

struct _NkInspector
{
  GtkWidget parent_instance;

  /* owned */
  NkSession *session;
  NkSelection *subject;    /* what it shows: the selection, or the head of the map */
  int kind;                /* of all of them; -1: of several kinds */
  gboolean several;

  /* children */
  GtkWidget *scroll;
  GtkWidget *box;
  GtkLabel *heading;
  GtkLabel *summary;
  GtkWidget *actions;
  Page pages[NK_N_RECORD_KINDS][2];   /* for one record, and for several */
  Page *page;              /* the one that is shown, or NULL */
};

G_DEFINE_FINAL_TYPE (NkInspector, nk_inspector, GTK_TYPE_WIDGET)

static guint failed_signal;

/* What it says above the fields */

static guint
count_kind (const NkSelection *selection,
            NkRecordKind       kind)
{
  guint n = 0;

  for (guint i = 0; i < nk_selection_count (selection); i++)
    n += nk_selection_at (selection, i)->kind == kind;
  return n;
}

static char *
count_text (guint actors,
            guint ties)
{
  g_autofree char *actor_text = g_strdup_printf (ngettext ("%u actor", "%u actors", actors),
                                                 actors);
  g_autofree char *tie_text = g_strdup_printf (ngettext ("%u tie", "%u ties", ties), ties);

  if (ties == 0)
    return g_steal_pointer (&actor_text);
  if (actors == 0)
    return g_steal_pointer (&tie_text);
  /* Translators: "3 actors, 2 ties" */
  return g_strdup_printf (_("%s, %s"), actor_text, tie_text);
}

static void
show_heading (NkInspector *inspector)
{
  const NkMap *map = nk_session_map (inspector->session);
  const NkSelection *selection = nk_session_selection (inspector->session);
  guint actors = count_kind (selection, NK_ACTOR), ties = count_kind (selection, NK_TIE);
  g_autofree char *selected = count_text (actors, ties);
  g_autofree char *all = count_text (nk_map_count (map, NK_ACTOR), nk_map_count (map, NK_TIE));

  if (inspector->kind == NK_HEAD)
    gtk_label_set_text (inspector->heading, _("Map"));
  else if (!inspector->several)
    gtk_label_set_text (inspector->heading, _(nk_schema_kind (inspector->kind)->label));
  else if (actors + ties > 0)
    gtk_label_set_text (inspector->heading, selected);
  else
    gtk_label_set_text (inspector->heading, _("Notes"));
  gtk_label_set_text (inspector->summary, all);
  gtk_widget_set_visible (GTK_WIDGET (inspector->summary), inspector->kind == NK_HEAD);
  gtk_widget_set_visible (inspector->actions, inspector->kind != NK_HEAD);
}

/* The fields */

/* What is each one's own can't be the same in several. */
static gboolean
is_own (NkField field)
{
  switch (field)
    {
    case NK_FIELD_NAME:
    case NK_FIELD_SHORT:
    case NK_FIELD_ALIAS:
    case NK_FIELD_TEXT:
    case NK_FIELD_NOTE:
    case NK_FIELD_EVIDENCE:
    case NK_FIELD_FROM:
    case NK_FIELD_TO:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
on_row_failed (NkInspector *inspector,
               const char  *message)
{
  g_signal_emit (inspector, failed_signal, 0, message);
}

static void
add_row (NkInspector         *inspector,
         Page                *page,
         const NkKindSchema  *kind,
         const NkFieldSchema *field)
{
  NkFieldRow *row = nk_field_row_new (inspector->session, kind, field);

  g_signal_connect_swapped (row, "failed", G_CALLBACK (on_row_failed), inspector);
  gtk_box_append (GTK_BOX (page->box), GTK_WIDGET (row));
  g_ptr_array_add (page->rows, row);
}

static void
make_page (NkInspector *inspector,
           Page        *page)
{
  const NkKindSchema *kind = nk_schema_kind (inspector->kind);

  page->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, ROW_SPACING);
  page->rows = g_ptr_array_new ();
  for (guint i = 0; i < kind->n_fields; i++)
    if (nk_field_editor_for (&kind->fields[i]) != NULL
        && !(inspector->several && is_own (kind->fields[i].field)))
      add_row (inspector, page, kind, &kind->fields[i]);
  /* Above the buttons. */
  gtk_box_insert_child_after (GTK_BOX (inspector->box), page->box,
                              gtk_widget_get_prev_sibling (inspector->actions));
}

static void
turn_page (NkInspector *inspector)
{
  if (inspector->page != NULL)
    gtk_widget_set_visible (inspector->page->box, FALSE);
  inspector->page = NULL;
  if (inspector->kind >= 0)
    inspector->page = &inspector->pages[inspector->kind][inspector->several];
  if (inspector->page == NULL)
    return;
  if (inspector->page->box == NULL)
    make_page (inspector, inspector->page);
  gtk_widget_set_visible (inspector->page->box, TRUE);
}

static void
show_values (NkInspector *inspector)
{
  show_heading (inspector);
  for (guint i = 0; inspector->page != NULL && i < inspector->page->rows->len; i++)
    nk_field_row_show (g_ptr_array_index (inspector->page->rows, i), inspector->subject);
}

/* The kind of all that is selected; -1 if there are several kinds. */
static int
kind_of (const NkSelection *selection)
{
  NkRecordKind kind = nk_selection_at (selection, 0)->kind;

  return nk_selection_is_all (selection, kind) ? (int) kind : -1;
}

static void
follow_selection (NkInspector *inspector)
{
  const NkSelection *selection = nk_session_selection (inspector->session);
  gboolean several = nk_selection_count (selection) > 1;
  int kind;

  g_clear_pointer (&inspector->subject, nk_selection_free);
  inspector->subject = nk_selection_copy (selection);
  if (nk_selection_count (selection) == 0)
    nk_selection_add (inspector->subject, NK_HEAD,
                      nk_record_id (nk_map_head (nk_session_map (inspector->session))));
  kind = kind_of (inspector->subject);
  if (kind != inspector->kind || several != inspector->several)
    {
      inspector->kind = kind;
      inspector->several = several;
      turn_page (inspector);
    }
  show_values (inspector);
}

void
nk_inspector_set_session (NkInspector *inspector,
                          NkSession   *session)
{
  g_return_if_fail (inspector->session == NULL);
  inspector->session = g_object_ref (session);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (follow_selection), inspector,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "opened", G_CALLBACK (follow_selection), inspector,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "edited", G_CALLBACK (show_values), inspector,
                           G_CONNECT_SWAPPED);
  follow_selection (inspector);
}

/* The class */

static void
nk_inspector_dispose (GObject *object)
{
  NkInspector *inspector = NK_INSPECTOR (object);

  g_clear_pointer (&inspector->scroll, gtk_widget_unparent);
  for (guint kind = 0; kind < NK_N_RECORD_KINDS; kind++)
    for (guint several = 0; several < 2; several++)
      g_clear_pointer (&inspector->pages[kind][several].rows, g_ptr_array_unref);
  g_clear_pointer (&inspector->subject, nk_selection_free);
  if (inspector->session != NULL)
    g_signal_handlers_disconnect_by_data (inspector->session, inspector);
  g_clear_object (&inspector->session);
  G_OBJECT_CLASS (nk_inspector_parent_class)->dispose (object);
}

static void
nk_inspector_class_init (NkInspectorClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = nk_inspector_dispose;
  failed_signal = g_signal_new ("failed", NK_TYPE_INSPECTOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/netzkarte/Netzkarte/inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, NkInspector, scroll);
  gtk_widget_class_bind_template_child (widget_class, NkInspector, box);
  gtk_widget_class_bind_template_child (widget_class, NkInspector, heading);
  gtk_widget_class_bind_template_child (widget_class, NkInspector, summary);
  gtk_widget_class_bind_template_child (widget_class, NkInspector, actions);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
nk_inspector_init (NkInspector *inspector)
{
  inspector->kind = -1;
  gtk_widget_init_template (GTK_WIDGET (inspector));
}
