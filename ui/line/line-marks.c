#include "ui/line/line-marks.h"

#include "map/text.h"

/* Letters of a mark; a longer one is cut. */
#define MOST_LETTERS 28

static const char *const classes[] = {
  [NK_LINE_KNOWN] = "known",
  [NK_LINE_NEW] = "new",
  [NK_LINE_ARROW] = "arrow",
  [NK_LINE_NAMED] = "named",
  [NK_LINE_WORD] = "word",
  [NK_LINE_FAULT] = "fault",
};

/* The words say all that colours say. To be freed. */
static char *
words_of (const NkLinePart *part)
{
  switch (part->mark)
    {
    case NK_LINE_KNOWN:
    case NK_LINE_NAMED:
      return g_strdup_printf ("✓ %s", part->text);
    case NK_LINE_NEW:
      /* Translators: %s is the name of an actor that is about to be added. */
      return g_strdup_printf (_("New: %s"), part->text);
    case NK_LINE_FAULT:
      return g_strdup_printf ("? %s", part->text);
    default:
      return g_strdup (part->text);
    }
}

/* A dot in the colour of a sector, or of an actor's; NULL: it has none. */
static GtkWidget *
dot_of (const NkMap    *map,
        const NkRecord *record)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoColor color;
  GtkWidget *dot;

  if (record != NULL && nk_record_kind (record) == NK_ACTOR)
    record = nk_map_find (map, NK_SECTOR, nk_record_text (record, NK_FIELD_SECTOR));
  if (record == NULL || nk_record_kind (record) != NK_SECTOR
      || !pango_color_parse (&color, nk_record_text (record, NK_FIELD_COLOR)))
    return NULL;
  dot = gtk_label_new ("●");
  pango_attr_list_insert (attributes,
                          pango_attr_foreground_new (color.red, color.green, color.blue));
  gtk_label_set_attributes (GTK_LABEL (dot), attributes);
  return dot;
}

static void
add_mark (GtkBox           *box,
          const NkMap      *map,
          const NkLinePart *part)
{
  GtkWidget *mark = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  g_autofree char *words = words_of (part);
  GtkWidget *label = gtk_label_new (words), *dot = dot_of (map, part->record);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_LETTERS);
  gtk_widget_add_css_class (mark, "mark");
  gtk_widget_add_css_class (mark, classes[part->mark]);
  if (dot != NULL)
    gtk_box_append (GTK_BOX (mark), dot);
  gtk_box_append (GTK_BOX (mark), label);
  gtk_box_append (box, mark);
}

void
nk_line_marks_show (GtkBox              *box,
                    const NkMap         *map,
                    const NkLineReading *line)
{
  GtkWidget *child;
  guint n;
  const NkLinePart *parts = nk_line_parts (line, &n);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  for (guint i = 0; i < n; i++)
    add_mark (box, map, &parts[i]);
}

PangoAttrList *
nk_line_marks_faults (const NkLineReading *line)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  guint n;
  const NkLinePart *parts = nk_line_parts (line, &n);

  for (guint i = 0; i < n; i++)
    if (parts[i].mark == NK_LINE_FAULT)
      {
        PangoAttribute *underline = pango_attr_underline_new (PANGO_UNDERLINE_ERROR);

        underline->start_index = parts[i].start;
        underline->end_index = parts[i].end;
        pango_attr_list_insert (attributes, underline);
      }
  return attributes;
}
