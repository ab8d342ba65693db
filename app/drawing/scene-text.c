/* The text form of a scene: one JSON object, one item a line. Members that say nothing are left
 * out. */
#include "drawing/numbers.h"
#include "drawing/scene.h"
#include "drawing/shape.h"

#include "map/schema.h"

static const char *const type_names[] = {
  [NK_ITEM_BAND] = "band",
  [NK_ITEM_DISTRICT] = "district",
  [NK_ITEM_PLANE] = "plane",
  [NK_ITEM_TIE] = "tie",
  [NK_ITEM_ACTOR] = "actor",
  [NK_ITEM_LABEL] = "label",
  [NK_ITEM_LEGEND] = "legend",
  [NK_ITEM_NOTE] = "note",
};

static void
append_member (GString    *text,
               const char *name,
               double      number)
{
  g_string_append_printf (text, ", \"%s\": ", name);
  nk_append_number (text, number);
}

static void
append_record (GString      *text,
               const NkItem *item)
{
  g_autofree char *record = NULL;

  if (item->id[0] == '\0')
    return;
  record = g_strconcat (nk_schema_kind (item->kind)->name, "/", item->id, NULL);
  g_string_append (text, ", \"record\": ");
  nk_append_string (text, record);
}

static void
append_points (GString       *text,
               const char    *name,
               const NkPoint *points,
               guint          n)
{
  g_string_append_printf (text, ", \"%s\": [", name);
  for (guint i = 0; i < n; i++)
    {
      g_string_append (text, i > 0 ? ", [" : "[");
      nk_append_number (text, points[i].x);
      g_string_append (text, ", ");
      nk_append_number (text, points[i].y);
      g_string_append_c (text, ']');
    }
  g_string_append_c (text, ']');
}

/* Its lines, and where the baseline of each begins. */
static void
append_lettering (GString      *text,
                  const NkItem *item)
{
  guint n = nk_lettering_n_lines (item->lettering);
  g_autofree NkPoint *starts = g_new (NkPoint, n + 1);

  g_string_append (text, ", \"text\": [");
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append (text, ", ");
      nk_append_string (text, nk_lettering_line (item->lettering, i, &starts[i].x, &starts[i].y));
      starts[i].x += item->text_x;
      starts[i].y += item->text_y;
    }
  g_string_append_c (text, ']');
  append_points (text, "lines", starts, n);
  append_member (text, "font_size", nk_lettering_font_size (item->lettering));
}

/* The shape of an actor, as a polygon. */
static void
append_outline (GString      *text,
                const NkItem *item)
{
  const NkBody body = nk_item_body (item);
  NkPoint points[NK_POLYGON_POINTS];
  NkOutline outline;

  nk_body_outline (&body, &outline);
  append_points (text, "outline", points, nk_outline_polygon (&outline, points));
}

static void
append_item (GString      *text,
             const NkItem *item)
{
  g_string_append_printf (text, "    {\"type\": \"%s\"", type_names[item->type]);
  append_record (text, item);
  if (item->plane >= 0)
    g_string_append_printf (text, ", \"plane\": \"%s\"",
                            nk_field_name (nk_dimensions[item->plane]));
  append_member (text, "x", item->x);
  append_member (text, "y", item->y);
  append_member (text, "width", item->width);
  append_member (text, "height", item->height);
  if (item->type == NK_ITEM_ACTOR)
    append_outline (text, item);
  if (item->absent)
    g_string_append (text, ", \"absent\": true");
  if (item->lettering != NULL)
    append_lettering (text, item);
  if (item->n_path > 0)
    append_points (text, "path", item->path, item->n_path);
  g_string_append_c (text, '}');
}

char *
nk_scene_to_text (const NkScene *scene)
{
  GString *text = g_string_new ("{\n  \"page\": {\"width\": ");
  guint n = nk_scene_n_items (scene);
  double width, height;

  nk_scene_page (scene, &width, &height);
  nk_append_number (text, width);
  g_string_append (text, ", \"height\": ");
  nk_append_number (text, height);
  g_string_append (text, n > 0 ? "},\n  \"items\": [\n" : "},\n  \"items\": [");
  for (guint i = 0; i < n; i++)
    {
      append_item (text, nk_scene_item (scene, i));
      g_string_append (text, i + 1 < n ? ",\n" : "\n  ");
    }
  g_string_append (text, "]\n}\n");
  return g_string_free (text, FALSE);
}
