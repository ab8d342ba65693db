/* SVG from a scene: text stays text, ids are those of the map. */
#include "drawing/export.h"

#include "drawing/ends.h"
#include "drawing/lettering-private.h"
#include "drawing/numbers.h"
#include "drawing/painter.h"
#include "drawing/style.h"

#include <math.h>
#include <string.h>

typedef struct
{
  GString *text;
  GHashTable *ids;          /* those given already */
  GHashTable *families;     /* family -> what stands for it in the file */
} Writer;

static void
append_attribute (Writer     *writer,
                  const char *name,
                  double      value)
{
  g_string_append_printf (writer->text, " %s=\"", name);
  nk_append_number (writer->text, value);
  g_string_append_c (writer->text, '"');
}

static void
append_ink (Writer     *writer,
            const char *name,
            NkInk       ink)
{
  if (ink.alpha <= 0)
    {
      g_string_append_printf (writer->text, " %s=\"none\"", name);
      return;
    }
  g_string_append_printf (writer->text, " %s=\"#%02x%02x%02x\"", name,
                          (guint) lroundf (ink.red * 255), (guint) lroundf (ink.green * 255),
                          (guint) lroundf (ink.blue * 255));
  if (ink.alpha < 1)
    {
      g_autofree char *opacity = g_strconcat (name, "-opacity", NULL);

      append_attribute (writer, opacity, ink.alpha);
    }
}

static void
append_escaped (Writer     *writer,
                const char *words)
{
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  g_string_append (writer->text, escaped);
}

static void
append_point (GString *text,
              NkPoint  point)
{
  nk_append_number (text, point.x);
  g_string_append_c (text, ' ');
  nk_append_number (text, point.y);
}

static void
append_path (GString       *text,
             const NkPoint *points,
             guint          n,
             gboolean       curved)
{
  g_string_append_c (text, 'M');
  append_point (text, points[0]);
  for (guint i = 1; i < n; i++)
    {
      g_string_append_c (text, !curved ? 'L' : i % 3 == 1 ? 'C' : ' ');
      append_point (text, points[i]);
    }
}

static void
append_outline (GString         *text,
                const NkOutline *outline)
{
  g_string_append_c (text, 'M');
  append_point (text, outline->start);
  for (guint i = 0; i < outline->n; i++)
    {
      const NkPiece *piece = &outline->pieces[i];

      g_string_append_c (text, piece->curved ? 'C' : 'L');
      if (piece->curved)
        {
          append_point (text, piece->a);
          g_string_append_c (text, ' ');
          append_point (text, piece->b);
          g_string_append_c (text, ' ');
        }
      append_point (text, piece->end);
    }
}

static void
write_body (Writer       *writer,
            const NkItem *item)
{
  NkBody body = nk_item_body (item);
  NkOutline outline;

  g_string_append (writer->text, "<path d=\"");
  if (item->shape == NK_SHAPE_QUAD)
    append_path (writer->text, item->path, item->n_path, FALSE);
  else
    {
      nk_body_outline (&body, &outline);
      append_outline (writer->text, &outline);
    }
  g_string_append (writer->text, "Z\"");
  append_ink (writer, "fill", item->fill);
  if (item->stroke.alpha > 0 && item->line_width > 0)
    {
      append_ink (writer, "stroke", item->stroke);
      append_attribute (writer, "stroke-width", item->line_width);
    }
  g_string_append (writer->text, "/>\n");
}

static void
write_mark (Writer       *writer,
            const NkItem *item,
            gboolean      at_end)
{
  NkMark mark;

  if (!nk_item_mark (item, at_end, &mark))
    return;
  for (guint i = 0; i < mark.n; i++)
    {
      gboolean filled = mark.style == NK_MARK_FILLED && mark.closed[i];

      g_string_append (writer->text, "<path d=\"");
      append_outline (writer->text, &mark.parts[i]);
      g_string_append (writer->text, mark.closed[i] ? "Z\"" : "\"");
      append_ink (writer, "fill", filled ? item->stroke
                                  : mark.style == NK_MARK_HOLLOW ? item->theme->paper
                                  : nk_ink_none);
      if (!filled)
        {
          append_ink (writer, "stroke", item->stroke);
          append_attribute (writer, "stroke-width", nk_mark_width (item));
        }
      g_string_append (writer->text, "/>\n");
    }
}

static void
write_path (Writer       *writer,
            const NkItem *item)
{
  g_autofree NkPoint *points = g_new (NkPoint, item->n_path);
  double dashes[2];

  nk_item_line (item, points);
  g_string_append (writer->text, "<path d=\"");
  append_path (writer->text, points, item->n_path, item->curved);
  g_string_append (writer->text, "\" fill=\"none\"");
  append_ink (writer, "stroke", nk_item_line_ink (item));
  append_attribute (writer, "stroke-width", nk_item_line_width (item));
  if (nk_item_dashes (item, dashes) > 0)
    {
      g_string_append (writer->text, " stroke-dasharray=\"");
      append_point (writer->text, (NkPoint) { dashes[0], dashes[1] });
      g_string_append_c (writer->text, '"');
    }
  g_string_append (writer->text, "/>\n");
  write_mark (writer, item, FALSE);
  write_mark (writer, item, TRUE);
}

/* The family that was measured with, and what is like it elsewhere. */
static const char *
family_list (Writer     *writer,
             const char *family)
{
  char *list = g_hash_table_lookup (writer->families, family);

  if (list == NULL)
    {
      g_autofree char *found = nk_type_family (family);

      list = strcmp (found, "DejaVu Sans") == 0
               ? g_strdup ("DejaVu Sans, Verdana, sans-serif")
               : g_strdup_printf ("%s, sans-serif", found);
      g_hash_table_insert (writer->families, g_strdup (family), list);
    }
  return list;
}

/* Each line has its own place, so that none depends on how wide another program sets the one
 * before; the blank at its end keeps the words apart for who searches or copies. */
static void
write_words (Writer       *writer,
             const NkItem *item)
{
  const NkLettering *lettering = item->lettering;
  guint n = nk_lettering_n_lines (lettering);

  g_string_append (writer->text, "<text font-family=\"");
  append_escaped (writer, family_list (writer, nk_lettering_family (lettering)));
  g_string_append_c (writer->text, '"');
  append_attribute (writer, "font-size", nk_lettering_font_size (lettering));
  if (nk_lettering_is_bold (lettering))
    g_string_append (writer->text, " font-weight=\"bold\"");
  append_ink (writer, "fill", item->ink);
  if (item->halo)
    {
      append_ink (writer, "stroke", item->theme->paper);
      append_attribute (writer, "stroke-width", nk_halo_width (item));
      g_string_append (writer->text, " stroke-linejoin=\"round\" paint-order=\"stroke\"");
    }
  g_string_append_c (writer->text, '>');
  for (guint i = 0; i < n; i++)
    {
      double x, baseline;
      const char *line = nk_lettering_line (lettering, i, &x, &baseline);

      g_string_append (writer->text, "<tspan");
      append_attribute (writer, "x", item->text_x + x);
      append_attribute (writer, "y", item->text_y + baseline);
      g_string_append_c (writer->text, '>');
      append_escaped (writer, line);
      g_string_append (writer->text,
                       i + 1 < n && !nk_lettering_is_joined (lettering, i) ? " </tspan>"
                                                                           : "</tspan>");
    }
  g_string_append (writer->text, "</text>\n");
}

/* An id that XML allows and that no other element has: what is not a letter, digit, "-" or "." of
 * ASCII becomes its code between underscores. */
static void
append_id (Writer       *writer,
           const NkItem *item)
{
  GString *id = g_string_new (nk_schema_kind (item->kind)->name);
  guint base;

  g_string_append_c (id, '-');
  for (const char *c = item->id; *c != '\0'; c = g_utf8_next_char (c))
    if (g_ascii_isalnum (*c) || *c == '-' || *c == '.')
      g_string_append_c (id, *c);
    else
      g_string_append_printf (id, "_%x_", g_utf8_get_char (c));
  if (item->plane >= 0)
    g_string_append_printf (id, "-%s", nk_field_name (nk_dimensions[item->plane]));
  if (item->type == NK_ITEM_LABEL)
    g_string_prepend (id, "label-");
  else if (item->type == NK_ITEM_LEGEND)
    g_string_prepend (id, "legend-");
  base = id->len;
  for (guint i = 2; g_hash_table_contains (writer->ids, id->str); i++)
    {
      g_string_truncate (id, base);
      g_string_append_printf (id, "_%u", i);
    }
  g_string_append_printf (writer->text, " id=\"%s\"", id->str);
  g_hash_table_add (writer->ids, g_string_free (id, FALSE));
}

static void
write_item (Writer       *writer,
            const NkItem *item)
{
  g_string_append (writer->text, "<g");
  if (item->id[0] != '\0')
    append_id (writer, item);
  g_string_append (writer->text, ">\n");
  if (item->n_path >= 2 && item->shape != NK_SHAPE_QUAD && item->stroke.alpha > 0)
    write_path (writer, item);
  if (item->shape != NK_SHAPE_NONE)
    write_body (writer, item);
  if (item->lettering != NULL)
    write_words (writer, item);
  g_string_append (writer->text, "</g>\n");
}

static void
write_head (Writer         *writer,
            const NkScene  *scene,
            const NkExport *options)
{
  double width, height;

  nk_scene_page (scene, &width, &height);
  g_string_append (writer->text, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                 "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"");
  nk_append_number (writer->text, width / 72 * 25.4);
  g_string_append (writer->text, "mm\" height=\"");
  nk_append_number (writer->text, height / 72 * 25.4);
  g_string_append (writer->text, "mm\" viewBox=\"0 0 ");
  append_point (writer->text, (NkPoint) { width, height });
  g_string_append_c (writer->text, '"');
  if (options->language[0] != '\0')
    {
      g_string_append (writer->text, " xml:lang=\"");
      append_escaped (writer, options->language);
      g_string_append_c (writer->text, '"');
    }
  g_string_append (writer->text, ">\n");
  if (options->title[0] != '\0')
    {
      g_string_append (writer->text, "<title>");
      append_escaped (writer, options->title);
      g_string_append (writer->text, "</title>\n");
    }
  g_string_append (writer->text, "<rect");
  append_attribute (writer, "width", width);
  append_attribute (writer, "height", height);
  append_ink (writer, "fill", nk_scene_theme (scene)->paper);
  g_string_append (writer->text, "/>\n");
}

GBytes *
nk_export_svg (const NkScene  *scene,
               const NkExport *options)
{
  Writer writer = {
    .text = g_string_new (NULL),
    .ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .families = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
  };

  write_head (&writer, scene, options);
  for (guint i = 0; i < nk_scene_n_items (scene); i++)
    write_item (&writer, nk_scene_item (scene, i));
  g_string_append (writer.text, "</svg>\n");
  g_hash_table_unref (writer.ids);
  g_hash_table_unref (writer.families);
  return g_string_free_to_bytes (writer.text);
}
