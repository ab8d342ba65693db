#include "drawing/paragraph.h"

double
nk_text_width (PangoLayout *layout,
               const char  *text)
{
  int width;

  pango_layout_set_text (layout, text, -1);
  pango_layout_get_size (layout, &width, NULL);
  return width / (double) PANGO_SCALE;
}

gboolean
nk_text_runs_backward (PangoLayout *layout,
                       const char  *text)
{
  pango_layout_set_text (layout, text, -1);
  return pango_layout_line_get_resolved_direction (pango_layout_get_line_readonly (layout, 0))
         == PANGO_DIRECTION_RTL;
}

/* The advance of every character, in the order of the text, whichever way it runs. */
static void
measure_characters (NkParagraph *paragraph,
                    PangoLayout *layout)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);
  double *advances = g_new0 (double, paragraph->n + 1);

  for (GSList *run = line->runs; run != NULL; run = run->next)
    {
      PangoGlyphItem *item = run->data;
      int n = item->item->num_chars;
      int first = g_utf8_pointer_to_offset (paragraph->text,
                                            paragraph->text + item->item->offset);
      int *widths = g_new0 (int, n);

      pango_glyph_item_get_logical_widths (item, paragraph->text, widths);
      for (int i = 0; i < n && first + i < paragraph->n; i++)
        advances[first + i] = widths[i] / (double) PANGO_SCALE;
      g_free (widths);
    }
  paragraph->x[0] = 0;
  for (int i = 0; i < paragraph->n; i++)
    paragraph->x[i + 1] = paragraph->x[i] + advances[i];
  g_free (advances);
}

void
nk_paragraph_init (NkParagraph *paragraph,
                   PangoLayout *layout,
                   const char  *text)
{
  const PangoLogAttr *attributes;
  int n_attributes;

  paragraph->hyphen = nk_text_width (layout, "-");
  pango_layout_set_text (layout, text, -1);
  attributes = pango_layout_get_log_attrs_readonly (layout, &n_attributes);
  paragraph->text = text;
  paragraph->n = g_utf8_strlen (text, -1);
  paragraph->at = g_new (const char *, paragraph->n + 1);
  paragraph->characters = g_new (gunichar, paragraph->n + 1);
  paragraph->attributes = g_memdup2 (attributes, n_attributes * sizeof *attributes);
  paragraph->x = g_new (double, paragraph->n + 1);
  for (int i = 0; i <= paragraph->n; i++)
    {
      paragraph->at[i] = text;
      paragraph->characters[i] = i < paragraph->n ? g_utf8_get_char (text) : 0;
      if (i < paragraph->n)
        text = g_utf8_next_char (text);
    }
  measure_characters (paragraph, layout);
}

void
nk_paragraph_clear (NkParagraph *paragraph)
{
  g_free (paragraph->at);
  g_free (paragraph->characters);
  g_free (paragraph->attributes);
  g_free (paragraph->x);
}
