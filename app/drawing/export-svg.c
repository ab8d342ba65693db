/* SVG from a scene: text stays text, ids are those of the map. */
#include "drawing/export.h"

#include "drawing/ends.h"
#include "drawing/export-names.h"
#include "drawing/lettering-private.h"
#include "drawing/numbers.h"
#include "drawing/painter.h"
#include "drawing/style.h"

#include <math.h>
#include <string.h>

typedef struct
{
  const NkExport *options;
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

static gboolean
is_xml (gunichar c)
{
  return (c >= ' ' || c == '\n' || c == '\t') && c != 0xFFFE && c != 0xFFFF;
}

/* Without the few characters that XML has no way to write. */
static void
append_escaped (Writer     *writer,
                const char *words)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  g_autofree char *escaped = NULL;

  for (const char *c = words; *c != '\0'; c = g_utf8_next_char (c))
    if (is_xml (g_utf8_get_char (c)))
      g_string_append_unichar (plain, g_utf8_get_char (c));
  escaped = g_markup_escape_text (plain->str, -1);
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

/* The family that was measured with, and what is as narrow elsewhere. */
static const char *
family_list (Writer     *writer,
             const char *family)
{
  char *list = g_hash_table_lookup (writer->families, family);

  if (list == NULL)
    {
      g_autofree char *found = nk_type_family (family);

      list = g_strdup_printf (strstr (found, "Condensed") != NULL
                                ? "%s, Arial Narrow, Liberation Sans Narrow, sans-serif"
                                : "%s, sans-serif", found);
      g_hash_table_insert (writer->families, g_strdup (family), list);
    }
  return list;
}

/* One line. It says its width, so that another typeface keeps to the room that there is. Words from
 * right to left begin at its right. */
static void
write_line (Writer       *writer,
            const NkItem *item,
            guint         i)
{
  const NkLettering *lettering = item->lettering;
  gboolean last = i + 1 == nk_lettering_n_lines (lettering);
  gboolean backward = nk_lettering_is_backward (lettering, i);
  double width = nk_lettering_line_width (lettering, i), x, baseline;
  const char *words = nk_lettering_line (lettering, i, &x, &baseline);

  g_string_append (writer->text, "<tspan");
  append_attribute (writer, "x", item->text_x + x + (backward ? width : 0));
  append_attribute (writer, "y", item->text_y + baseline);
  if (width > 0)
    append_attribute (writer, "textLength", width);
  g_string_append (writer->text, width > 0 ? " lengthAdjust=\"spacingAndGlyphs\">" : ">");
  append_escaped (writer, words);
  g_string_append (writer->text,
                   last || nk_lettering_is_joined (lettering, i) ? "</tspan>" : "</tspan> ");
}

static void
append_halo (Writer       *writer,
             const NkItem *item)
{
  if (!item->halo)
    return;
  append_ink (writer, "stroke", item->theme->paper);
  append_attribute (writer, "stroke-width", nk_halo_width (item));
  g_string_append (writer->text, " stroke-linejoin=\"round\" paint-order=\"stroke\"");
}

static void
write_text (Writer       *writer,
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
  if (nk_lettering_is_backward (lettering, 0))
    g_string_append (writer->text, " direction=\"rtl\"");
  append_ink (writer, "fill", item->ink);
  append_halo (writer, item);
  g_string_append_c (writer->text, '>');
  for (guint i = 0; i < n; i++)
    write_line (writer, item, i);
  g_string_append (writer->text, "</text>\n");
}

/* The same as outlines, which need no typeface. Cairo keeps paths in 256ths of its unit, and leaves
 * out glyphs that are beyond a surface. */
static void
write_outlines (Writer       *writer,
                const NkItem *item)
{
  const double fine = 64;
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  cairo_path_t *path;

  cairo_scale (cr, fine, fine);
  nk_lettering_trace (item->lettering, cr, item->text_x, item->text_y);
  path = cairo_copy_path (cr);
  g_string_append (writer->text, "<path d=\"");
  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *data = &path->data[i];

      g_string_append_c (writer->text, "MLCZ"[data->header.type]);
      for (int k = 1; k < data->header.length; k++)
        {
          if (k > 1)
            g_string_append_c (writer->text, ' ');
          append_point (writer->text, (NkPoint) { data[k].point.x, data[k].point.y });
        }
    }
  g_string_append_c (writer->text, '"');
  append_ink (writer, "fill", item->ink);
  append_halo (writer, item);
  g_string_append (writer->text, "/>\n");
  cairo_path_destroy (path);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* What who can't see it is told, and what a browser says under the pointer. */
static void
write_told (Writer     *writer,
            const char *element,
            const char *words)
{
  if (words == NULL || words[0] == '\0')
    return;
  g_string_append_printf (writer->text, "<%s>", element);
  append_escaped (writer, words);
  g_string_append_printf (writer->text, "</%s>\n", element);
}

static void
begin_item (Writer       *writer,
            const NkItem *item)
{
  g_autofree char *title = nk_export_title (writer->options->map, item);
  g_autofree char *note = nk_export_note (writer->options->map, item);

  g_string_append (writer->text, "<g");
  if (item->id[0] != '\0')
    g_string_append_printf (writer->text, " id=\"%s\"", nk_export_name (writer->ids, item));
  g_string_append (writer->text, ">\n");
  write_told (writer, "title", title);
  write_told (writer, "desc", note);
}

static void
write_item (Writer       *writer,
            const NkItem *item)
{
  begin_item (writer, item);
  if (item->n_path >= 2 && item->shape != NK_SHAPE_QUAD && item->stroke.alpha > 0)
    write_path (writer, item);
  if (item->shape != NK_SHAPE_NONE)
    write_body (writer, item);
  if (item->lettering != NULL && writer->options->outlines)
    write_outlines (writer, item);
  else if (item->lettering != NULL)
    write_text (writer, item);
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
  /* As Cairo has it: corners are as sharp, and letters are set apart. */
  g_string_append (writer->text,
                   " stroke-miterlimit=\"10\" style=\"font-variant-ligatures: none\">\n");
  write_told (writer, "title", options->title);
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
    .options = options,
    .text = g_string_new (NULL),
    .ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .families = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
  };
  guint n = nk_scene_n_items (scene);

  write_head (&writer, scene, options);
  for (guint i = 0; i < n; i++)
    {
      const NkItem *item = nk_scene_item (scene, i);
      gboolean named = i + 1 < n && nk_export_is_name_of (nk_scene_item (scene, i + 1), item);

      /* An actor holds its words. */
      write_item (&writer, item);
      if (named)
        write_item (&writer, nk_scene_item (scene, ++i));
      g_string_append (writer.text, named ? "</g>\n</g>\n" : "</g>\n");
    }
  g_string_append (writer.text, "</svg>\n");
  g_hash_table_unref (writer.ids);
  g_hash_table_unref (writer.families);
  return g_string_free_to_bytes (writer.text);
}
