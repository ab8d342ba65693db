#include "ui/inspector/ties-list.h"

#include "map/text.h"

#define MOST 100   /* more are looked at in the table */

static void
on_activated (GtkWidget     *list,
              GtkListBoxRow *row,
              NkSession     *session)
{
  const char *id = g_object_get_data (G_OBJECT (row), "tie");

  if (id != NULL)
    nk_session_select_only (session, NK_TIE, id);
}

GtkWidget *
nk_ties_list_new (NkSession *session)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "ties");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Ties"),
                                  -1);
  g_object_set_data (G_OBJECT (list), "session", session);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (on_activated), session, 0);
  return list;
}

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* An arrow as the tie has it, seen from the actor; a bar where it has no direction. */
static const char *
arrow_of (const NkMap    *map,
          const NkRecord *tie,
          gboolean        leaves)
{
  const NkRecord *kind = nk_map_find (map, NK_KIND, nk_record_text (tie, NK_FIELD_KIND));

  if (kind == NULL || !nk_record_boolean (kind, NK_FIELD_DIRECTED))
    return "–";
  return leaves ? "→" : "←";
}

static void
add_tie (GtkWidget      *list,
         const NkMap    *map,
         const NkRecord *actor,
         const NkRecord *tie)
{
  gboolean leaves = g_str_equal (nk_record_text (tie, NK_FIELD_FROM), nk_record_id (actor));
  const NkRecord *other = nk_map_find (map, NK_ACTOR,
                                       nk_record_text (tie, leaves ? NK_FIELD_TO : NK_FIELD_FROM));
  const NkRecord *kind = nk_map_find (map, NK_KIND, nk_record_text (tie, NK_FIELD_KIND));
  const char *kind_name = kind != NULL ? nk_record_title (kind) : "";
  g_autofree char *said = g_strdup_printf ("%s %s %s", arrow_of (map, tie, leaves),
                                           nk_record_title (other), kind_name);
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = make_label (nk_record_title (other), NULL);

  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (box), make_label (arrow_of (map, tie, leaves), NULL));
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), make_label (kind_name, "dim-label"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, said);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  g_object_set_data_full (G_OBJECT (row), "tie", g_strdup (nk_record_id (tie)), g_free);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static void
add_words (GtkWidget  *list,
           const char *text)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), make_label (text, "dim-label"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

void
nk_ties_list_show (GtkWidget      *list,
                   const NkRecord *actor)
{
  const NkMap *map = nk_session_map (g_object_get_data (G_OBJECT (list), "session"));
  const GArray *ties = nk_map_ties_of (map, nk_record_id (actor));
  guint n = ties != NULL ? ties->len : 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (list), child);
  for (guint i = 0; i < MIN (n, MOST); i++)
    add_tie (list, map, actor, nk_map_at (map, NK_TIE, g_array_index (ties, guint, i)));
  if (n == 0)
    add_words (list, _("No ties"));
  if (n > MOST)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("%u more is in the table of ties.",
                                                         "%u more are in the table of ties.",
                                                         n - MOST), n - MOST);

      add_words (list, text);
    }
}
