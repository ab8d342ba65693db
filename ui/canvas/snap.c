#include "ui/canvas/snap.h"

#define REACH 6.0        /* pixels */
#define LEAST_SIZE 8.0   /* of what is dragged, pixels: smaller, a pixel more or less is in line with all */

struct _NkSnapper
{
  NkCanvas *canvas;
  NkScene *scene;
  int plane;
  GHashTable *dragged;    /* numbers of items, borrowed */
  NkBox box;              /* round all bodies that are dragged, where the drag began */
};

static gboolean
is_body (const NkItem *item,
         int           plane)
{
  return (item->type == NK_ITEM_ACTOR || (item->type == NK_ITEM_NOTE && item->kind == NK_NOTE))
    && item->plane == plane && !item->absent;
}

static NkBox
box_of (const NkItem *item)
{
  return (NkBox) { item->body_x, item->body_y, item->body_width, item->body_height };
}

static NkBox
join (const NkBox *a,
      const NkBox *b)
{
  double x = MIN (a->x, b->x), y = MIN (a->y, b->y);

  return (NkBox) { x, y, MAX (a->x + a->width, b->x + b->width) - x,
                   MAX (a->y + a->height, b->y + b->height) - y };
}

NkSnapper *
nk_snapper_new (const NkPress   *press,
                NkDragged     *dragged)
{
  NkShow show = nk_session_show (nk_press_session (press));
  NkSnapper *snapper;

  if (show != NK_SHOW_LEVELS && show != NK_SHOW_PANELS)
    return NULL;
  snapper = g_new0 (NkSnapper, 1);
  snapper->canvas = press->canvas;
  snapper->scene = nk_scene_ref (press->scene);
  snapper->plane = press->item->plane;
  snapper->dragged = nk_dragged_numbers (dragged);
  snapper->box = box_of (press->item);
  for (guint i = 0; i < nk_dragged_n_items (dragged); i++)
    {
      const NkItem *item = nk_dragged_item (dragged, i);
      NkBox box = box_of (item);

      if (is_body (item, snapper->plane))
        snapper->box = join (&snapper->box, &box);
    }
  return snapper;
}

void
nk_snapper_free (NkSnapper *snapper)
{
  nk_scene_unref (snapper->scene);
  g_free (snapper);
}

static gboolean
do_touch (const NkBox *a,
          const NkBox *b)
{
  return a->x <= b->x + b->width && b->x <= a->x + a->width && a->y <= b->y + b->height
    && b->y <= a->y + a->height;
}

/* Adds the boxes in an area that stay where they are, but for those that touch `known`. */
static void
add_boxes (NkSnapper   *snapper,
           const NkBox *area,
           const NkBox *known,
           GArray      *boxes)
{
  g_autoptr (GArray) numbers = nk_scene_touching (snapper->scene, area->x, area->y, area->width,
                                                  area->height);

  for (guint i = 0; i < numbers->len; i++)
    {
      guint number = g_array_index (numbers, guint, i);
      const NkItem *item = nk_scene_item (snapper->scene, number);
      NkBox box = box_of (item);

      if (is_body (item, snapper->plane) && do_touch (&box, area)
          && (known == NULL || !do_touch (&box, known))
          && !g_hash_table_contains (snapper->dragged, GUINT_TO_POINTER (number)))
        g_array_append_val (boxes, box);
    }
}

/* What stands above, below and beside a box: nobody else has an edge or a middle in line with it. */
static GArray *
find_near (NkSnapper   *snapper,
           const NkBox *box,
           double       reach)
{
  GArray *near = g_array_new (FALSE, FALSE, sizeof (NkBox));
  NkBox view = nk_canvas_view (snapper->canvas);
  NkBox column = { box->x - reach, view.y, box->width + 2 * reach, view.height };
  NkBox row = { view.x, box->y - reach, view.width, box->height + 2 * reach };

  add_boxes (snapper, &column, NULL, near);
  add_boxes (snapper, &row, &column, near);
  return near;
}

GArray *
nk_snapper_snap (NkSnapper *snapper,
                 double    *dx,
                 double    *dy)
{
  double scale = nk_camera_scale (nk_session_camera (nk_canvas_session (snapper->canvas)));
  double reach = REACH / scale, more_x, more_y;
  NkBox box = snapper->box;
  g_autoptr (GArray) near = NULL;

  if (MIN (box.width, box.height) * scale < LEAST_SIZE)
    return g_array_new (FALSE, FALSE, sizeof (NkGuide));
  box.x += *dx;
  box.y += *dy;
  near = find_near (snapper, &box, reach);
  nk_snap (&box, (const NkBox *) near->data, near->len, reach, &more_x, &more_y);
  box.x += more_x;
  box.y += more_y;
  *dx += more_x;
  *dy += more_y;
  return nk_guides (&box, (const NkBox *) near->data, near->len);
}
