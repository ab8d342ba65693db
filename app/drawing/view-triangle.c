/* The triangle view: the model of Sozialraumarbeit, with its corners Struktur, Ort and Menschen, and
 * all actors between them. */
#include "drawing/stands.h"
#include "drawing/ties.h"
#include "drawing/triangle.h"

#include <math.h>

#define TITLE_GAP 5.0       /* points from a corner to its name */
#define UPRIGHT 0.866       /* the form of the triangle, height to base: all sides alike */
#define UPRIGHT_LEAST 0.55  /* those that it may take to fill a room */
#define UPRIGHT_MOST 1.2

static double
title_height (const NkDrawing *drawing,
              double           base)
{
  g_autoptr (NkLettering) title = nk_view_title (drawing, 0, base);
  double width, height;

  nk_lettering_size (title, &width, &height);
  return height + TITLE_GAP;
}

/* Stands the actors so that the triangle, with its titles, fills the room; if they have none in it,
 * it is as large as it needs to be. */
static gboolean
fill_room (const NkDrawing *drawing,
           NkTriangle      *triangle,
           GArray          *actors)
{
  double width = drawing->setting->room_width;
  double height = drawing->setting->room_height - 2 * title_height (drawing, width);
  double usual = width * UPRIGHT;

  /* No flatter and no steeper than looks like a triangle of three alike. */
  height = isfinite (height) ? MIN (height, width * UPRIGHT_MOST) : usual;
  width = MIN (width, height / UPRIGHT_LEAST);
  return height > 0 && nk_triangle_stand (triangle, actors, width, height);
}

static void
stand (const NkDrawing *drawing,
       NkTriangle      *triangle,
       GArray          *actors)
{
  double base;

  if (drawing->setting->room_width > 0 && fill_room (drawing, triangle, actors))
    return;
  base = nk_triangle_base (actors);
  nk_triangle_stand (triangle, actors, base, base * UPRIGHT);
}

static void
add_guide (const NkDrawing *drawing,
           NkPoint          from,
           NkPoint          to)
{
  const NkPoint path[2] = { from, to };
  NkItem *item = nk_scene_add (drawing->scene, NK_ITEM_PLANE, NK_HEAD, "", -1);

  nk_item_set_path (item, path, 2, FALSE);
  item->stroke = drawing->theme->plane_rim;
  item->line = NK_LINE_DASHED;
  item->line_width = 0.6 * drawing->theme->weight;
}

/* The ground, and from each corner the line of those who belong to both others alike. */
static void
add_ground (const NkDrawing  *drawing,
            const NkTriangle *triangle)
{
  const NkPoint *corners = triangle->corners;
  NkItem *item = nk_scene_add (drawing->scene, NK_ITEM_PLANE, NK_HEAD, "", -1);

  item->shape = NK_SHAPE_QUAD;
  nk_item_set_path (item, corners, NK_N_DIMENSIONS, FALSE);
  item->fill = drawing->theme->plane;
  item->stroke = drawing->theme->plane_rim;
  item->line_width = 0.8 * drawing->theme->weight;
  for (int i = 0; i < NK_N_DIMENSIONS; i++)
    {
      NkPoint a = corners[(i + 1) % NK_N_DIMENSIONS], b = corners[(i + 2) % NK_N_DIMENSIONS];

      add_guide (drawing, corners[i], (NkPoint) { (a.x + b.x) / 2, (a.y + b.y) / 2 });
    }
}

static void
add_titles (const NkDrawing  *drawing,
            const NkTriangle *triangle)
{
  double base = triangle->corners[2].x - triangle->corners[1].x;

  for (int i = 0; i < NK_N_DIMENSIONS; i++)
    {
      NkLettering *title = nk_view_title (drawing, i, base);
      NkPoint corner = triangle->corners[i];
      double width, height;

      nk_lettering_size (title, &width, &height);
      if (i == 0)
        corner = (NkPoint) { corner.x - width / 2, corner.y - TITLE_GAP - height };
      else
        corner = (NkPoint) { i == 1 ? corner.x : corner.x - width, corner.y + TITLE_GAP };
      nk_view_add_label (drawing, NK_HEAD, "", -1, title, corner.x, corner.y,
                         drawing->theme->heading);
    }
}

void
nk_view_triangle (const NkDrawing *drawing)
{
  g_autoptr (GArray) actors = nk_view_actors (drawing);
  g_autoptr (GPtrArray) ties = nk_view_ties (drawing);
  g_autoptr (NkStands) stands = nk_stands_new ();
  NkTransform shares;
  NkTriangle triangle;

  stand (drawing, &triangle, actors);
  shares = nk_triangle_transform (&triangle);
  nk_scene_set_transform (drawing->scene, 0, &shares);
  for (guint i = 0; i < actors->len; i++)
    {
      const NkPlacedActor *placed = &g_array_index (actors, NkPlacedActor, i);

      nk_stands_add (stands, nk_record_id (placed->actor), &placed->body);
    }
  add_ground (drawing, &triangle);
  add_titles (drawing, &triangle);
  nk_draw_ties (drawing, ties, stands, TRUE, -1, NULL);
  for (guint i = 0; i < actors->len; i++)
    {
      const NkPlacedActor *placed = &g_array_index (actors, NkPlacedActor, i);

      nk_view_add_actor (drawing, placed->actor, &placed->body, -1, NULL);
    }
}
