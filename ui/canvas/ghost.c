#include "ui/canvas/ghost.h"

#include "drawing/courses.h"

#include <math.h>

#define POINT 0.01    /* the size of the body of a point */

struct _NkGhost
{
  NkScene *scene;
  NkItem item;              /* its path is its own */
  GHashTable *numbers;      /* or NULL */
  cairo_rectangle_t area;
};

NkGhost *
nk_ghost_new (NkScene *scene)
{
  NkGhost *ghost = g_new0 (NkGhost, 1);

  ghost->scene = nk_scene_ref (scene);
  ghost->item = (NkItem) { .type = NK_ITEM_TIE, .kind = NK_TIE, .id = "", .plane = -1, .unit = 1,
                           .theme = nk_scene_theme (scene), .shape = NK_SHAPE_NONE };
  return ghost;
}

void
nk_ghost_free (NkGhost *ghost)
{
  g_free (ghost->item.path);
  g_clear_pointer (&ghost->numbers, g_hash_table_unref);
  nk_scene_unref (ghost->scene);
  g_free (ghost);
}

void
nk_ghost_set_look (NkGhost          *ghost,
                   const NkTieStyle *style)
{
  ghost->item.stroke = style->ink;
  ghost->item.line = style->line;
  ghost->item.line_width = style->width;
  ghost->item.from_end = style->from_end;
  ghost->item.to_end = style->to_end;
  ghost->item.end_size = style->end_size;
}

static void
bound (NkItem *item)
{
  double right = -INFINITY, bottom = -INFINITY;

  item->x = item->y = INFINITY;
  for (guint i = 0; i < item->n_path; i++)
    {
      item->x = MIN (item->x, item->path[i].x);
      item->y = MIN (item->y, item->path[i].y);
      right = MAX (right, item->path[i].x);
      bottom = MAX (bottom, item->path[i].y);
    }
  item->width = right - item->x;
  item->height = bottom - item->y;
}

void
nk_ghost_lead (NkGhost       *ghost,
               const NkBody  *from,
               const NkBody  *to,
               const NkPoint *bends,
               guint          n)
{
  g_autoptr (GArray) courses = nk_courses_new ();
  g_autoptr (GArray) routes = g_array_new (FALSE, FALSE, sizeof (NkRoute));
  NkCourse course = { .from = from, .to = to, .width = ghost->item.line_width,
                      .bends = n > 0 ? g_memdup2 (bends, n * sizeof *bends) : NULL,
                      .n_bends = n };
  const NkRoute *route;

  g_array_append_val (courses, course);
  nk_courses_find (courses, NULL, routes);
  route = &g_array_index (routes, NkRoute, 0);
  g_free (ghost->item.path);
  ghost->item.path = route->points;
  ghost->item.n_path = route->n;
  ghost->item.curved = route->curved;
  bound (&ghost->item);
}

NkBody
nk_ghost_point (NkPoint at)
{
  return (NkBody) { .shape = NK_SHAPE_BOX, .x = at.x - POINT / 2, .y = at.y - POINT / 2,
                    .width = POINT, .height = POINT, .unit = 1 };
}

const NkItem *
nk_ghost_item (NkGhost *ghost)
{
  return &ghost->item;
}

/* What it takes the place of */

static void
hide (NkGhost      *ghost,
      const NkItem *item)
{
  g_autoptr (GArray) near = nk_scene_touching (ghost->scene, item->x, item->y, item->width,
                                               item->height);
  double right, bottom;

  for (guint i = 0; i < near->len; i++)
    {
      guint number = g_array_index (near, guint, i);

      if (nk_scene_item (ghost->scene, number) == item)
        g_hash_table_add (ghost->numbers, GINT_TO_POINTER ((int) number));
    }
  right = MAX (ghost->area.x + ghost->area.width, item->x + item->width);
  bottom = MAX (ghost->area.y + ghost->area.height, item->y + item->height);
  ghost->area.x = MIN (ghost->area.x, item->x);
  ghost->area.y = MIN (ghost->area.y, item->y);
  ghost->area.width = right - ghost->area.x;
  ghost->area.height = bottom - ghost->area.y;
}

void
nk_ghost_replace (NkGhost      *ghost,
                  const NkItem *tie)
{
  const NkItem *name = nk_scene_find (ghost->scene, NK_ITEM_LABEL, NK_TIE, tie->id, tie->plane);

  ghost->numbers = g_hash_table_new (NULL, NULL);
  ghost->area = (cairo_rectangle_t) { tie->x, tie->y, tie->width, tie->height };
  hide (ghost, tie);
  if (name != NULL)
    hide (ghost, name);
}

GHashTable *
nk_ghost_numbers (NkGhost *ghost)
{
  return ghost->numbers;
}

const cairo_rectangle_t *
nk_ghost_area (NkGhost *ghost)
{
  return &ghost->area;
}
