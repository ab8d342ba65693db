#include "ui/line/line-list.h"

#include "map/text.h"

#include <string.h>

/* What tells it from others with nearly the same name; NULL: nothing. */
static const char *
detail_of (const NkMap        *map,
           const NkLineChoice *choice)
{
  const NkRecord *level;

  if (choice->record == NULL)
    return NULL;
  if (nk_record_kind (choice->record) != NK_ACTOR)
    return _(nk_schema_kind (nk_record_kind (choice->record))->label);
  level = nk_map_find (map, NK_LEVEL, nk_record_text (choice->record, NK_FIELD_LEVEL));
  return level != NULL ? nk_record_title (level) : NULL;
}

static void
add_label (GtkBox     *box,
           const char *text,
           gboolean    dim)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), dim ? 1 : 0);
  gtk_widget_set_hexpand (label, !dim);
  if (dim)
    gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (box, label);
}

static void
add_row (GtkListBox         *list,
         const NkMap        *map,
         const NkLineChoice *choice,
         gboolean            first)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *row;
  g_autofree char *name = choice->is_new
                          ? g_strdup_printf (_("A new actor called “%s”"), choice->label)
                          : g_strdup (choice->label);
  const char *detail = detail_of (map, choice);

  add_label (GTK_BOX (box), name, FALSE);
  if (detail != NULL)
    add_label (GTK_BOX (box), detail, TRUE);
  if (first)
    add_label (GTK_BOX (box), _("Tab"), TRUE);
  row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", box, "can-focus", FALSE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (list, row);
}

void
nk_line_list_show (GtkListBox   *list,
                   const NkMap  *map,
                   const GArray *choices)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
  for (guint i = 0; i < choices->len; i++)
    add_row (list, map, &g_array_index (choices, NkLineChoice, i), i == 0);
  gtk_widget_set_visible (GTK_WIDGET (list), choices->len > 0);
}

int
nk_line_list_at (GtkListBox *list)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (list);

  return row != NULL ? gtk_list_box_row_get_index (row) : -1;
}

void
nk_line_list_step (GtkListBox *list,
                   int         n,
                   int         step)
{
  /* -1 is none: one more place in the round. */
  int at = (nk_line_list_at (list) + 1 + step + n + 1) % (n + 1) - 1;

  gtk_list_box_select_row (list, at >= 0 ? gtk_list_box_get_row_at_index (list, at) : NULL);
}

const char *
nk_line_list_rest (const NkLineChoice *choice,
                   const char         *text)
{
  const char *rest = choice->label;

  for (; *text != '\0'; text = g_utf8_next_char (text), rest = g_utf8_next_char (rest))
    if (*rest == '\0' || g_unichar_tolower (g_utf8_get_char (text))
                         != g_unichar_tolower (g_utf8_get_char (rest)))
      return "";
  return choice->is_new ? "" : rest;
}
