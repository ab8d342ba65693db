#include "drawing/refit-map.h"

#include "drawing/perspective.h"
#include "drawing/strays.h"
#include "drawing/style.h"
#include "drawing/view-private.h"
#include "map/zones.h"

#include <math.h>

#define NAME_GAP 2.5                  /* points below the name of a district */
#define ROUNDS 8
#define NEAR 0.5                      /* points that the view may be wider or higher than asked for */

/* Of the actors that the view shows, the map's places and sizes. */
static NkRefitBox *
make_boxes (const NkMap *map,
            GArray      *actors)
{
  NkRefitBox *boxes = g_new0 (NkRefitBox, actors->len + 1);
  int district_level = nk_map_district_level (map);
  gboolean hold;
  g_autofree gboolean *strays = nk_strays_find (map, actors, &hold);

  for (guint i = 0; i < actors->len; i++)
    {
      const NkPlacedActor *placed = &g_array_index (actors, NkPlacedActor, i);
      const NkBody *body = &placed->body;

      boxes[i] = (NkRefitBox) { body->x + body->width / 2, body->y + body->height / 2,
                                body->width, body->height, 0, -1 };
      if (hold && !strays[i])
        {
          boxes[i].band = nk_actor_band (map, placed->actor);
          boxes[i].box = nk_actor_box (map, placed->actor, district_level);
        }
    }
  return boxes;
}

/* Where a point that is no actor's goes: as the actors near it do. */
static NkPoint
carry (const NkRefitBox *before,
       const NkRefitBox *after,
       guint             n,
       NkPoint           point)
{
  double x = 0, y = 0, weights = 0;

  for (guint i = 0; i < n; i++)
    {
      double far = hypot (before[i].x - point.x, before[i].y - point.y) + 1;
      double weight = 1 / (far * far * far);

      x += weight * (after[i].x - before[i].x);
      y += weight * (after[i].y - before[i].y);
      weights += weight;
    }
  return weights > 0 ? (NkPoint) { point.x + x / weights, point.y + y / weights } : point;
}

static void
carry_notes (const NkMap      *map,
             NkEdit           *edit,
             const NkRefitBox *before,
             const NkRefitBox *after,
             guint             n)
{
  for (guint i = 0; i < nk_map_count (map, NK_NOTE); i++)
    {
      const NkRecord *note = nk_map_at (map, NK_NOTE, i);
      NkPoint at;

      if (!nk_record_is_placed (note))
        continue;
      at = carry (before, after, n, (NkPoint) { nk_record_number (note, NK_FIELD_X),
                                                nk_record_number (note, NK_FIELD_Y) });
      nk_edit_set_place (edit, map, NK_NOTE, nk_record_id (note), at.x, at.y);
    }
}

static void
carry_bends (const NkMap      *map,
             NkEdit           *edit,
             const NkRefitBox *before,
             const NkRefitBox *after,
             guint             n)
{
  for (guint i = 0; i < nk_map_count (map, NK_TIE); i++)
    {
      const NkRecord *tie = nk_map_at (map, NK_TIE, i);
      guint n_bends;
      const NkPoint *bends = nk_record_points (tie, NK_FIELD_BENDS, &n_bends);
      g_autofree NkPoint *carried = g_new (NkPoint, n_bends + 1);
      NkRecord *changed;

      if (n_bends == 0)
        continue;
      for (guint k = 0; k < n_bends; k++)
        carried[k] = carry (before, after, n, bends[k]);
      changed = nk_record_copy (tie, NULL);
      nk_record_set_points (changed, NK_FIELD_BENDS, carried, n_bends);
      nk_edit_put (edit, map, changed);
    }
}

/* A copy of the map with these places. */
static NkMap *
with_places (const NkMap      *map,
             GArray           *actors,
             const NkRefitBox *before,
             const NkRefitBox *after)
{
  NkMap *copy = nk_map_copy (map);
  g_autoptr (NkEdit) edit = nk_edit_new ("Refit");

  for (guint i = 0; i < actors->len; i++)
    nk_edit_set_place (edit, copy, NK_ACTOR,
                       nk_record_id (g_array_index (actors, NkPlacedActor, i).actor),
                       after[i].x, after[i].y);
  carry_notes (copy, edit, before, after, actors->len);
  carry_bends (copy, edit, before, after, actors->len);
  if (!nk_map_apply (copy, edit, NULL))
    g_assert_not_reached ();
  return copy;
}

/* How often the map stands in the view. */
typedef struct
{
  int across, down;
} Copies;

static Copies
copies_of (const NkViewSetting *setting)
{
  Copies copies;

  nk_view_copies (setting, &copies.across, &copies.down);
  return copies;
}

/* How wide the boxes are together; their left is at 0. */
static double
width_of (const NkRefitBox *boxes,
          guint             n)
{
  double right = 0;

  for (guint i = 0; i < n; i++)
    right = MAX (right, boxes[i].x + boxes[i].width / 2);
  return right;
}

/* Lays what stands upright in a room back on a plane that is seen from the side: there it looks as it
 * stood, since boxes are not foreshortened. */
static void
lay_back (const NkViewSetting *setting,
          NkRefitBox          *boxes,
          guint                n)
{
  double top = INFINITY, bottom = -INFINITY;
  NkPerspective perspective;
  NkTransform look, back;

  for (guint i = 0; i < n; i++)
    {
      top = MIN (top, boxes[i].y);
      bottom = MAX (bottom, boxes[i].y);
    }
  if (n == 0)
    return;
  perspective = nk_perspective_from (setting->angle,
                                     nk_perspective_depth (setting->angle, bottom - top),
                                     width_of (boxes, n) / 2, bottom);
  look = nk_perspective_at (&perspective, bottom);
  back = nk_transform_inverse (&look);
  for (guint i = 0; i < n; i++)
    {
      NkPoint at = nk_transform_point (&back, boxes[i].x - perspective.middle, boxes[i].y);

      boxes[i].x = at.x;
      boxes[i].y = at.y;
    }
}

/* What the view draws round the actors takes room as well; how much shows once it is drawn. Takes it
 * from the room that the actors get. FALSE if the view has room. */
static gboolean
take_off (const NkScene *view,
          double         width,
          double         height,
          NkRefitRoom   *room,
          const Copies  *copies)
{
  double x, y, view_width, view_height;

  nk_scene_bounds (view, &x, &y, &view_width, &view_height);
  if (view_width <= width + NEAR && view_height <= height + NEAR)
    return FALSE;
  room->width -= MAX (view_width - width, 0) / copies->across;
  room->height -= MAX (view_height - height, 0) / copies->down;
  return TRUE;
}

/* The room that the names of the districts need in narrow boxes, in which they have more lines. */
static double
header_of (const NkMap *map)
{
  double width, height, header = 0;

  for (guint i = 0; i < nk_map_count (map, NK_DISTRICT); i++)
    {
      nk_view_name_size (map, nk_map_at (map, NK_DISTRICT, i), &width, &height);
      header = MAX (header, height + NAME_GAP);
    }
  return header;
}

NkMap *
nk_refit_map (const NkMap         *map,
              const NkViewSetting *setting,
              double               width,
              double               height,
              NkRefitOrder         order)
{
  g_autoptr (GArray) actors = nk_view_actors_of (map, setting);
  Copies copies = copies_of (setting);
  g_autofree NkRefitBox *before = make_boxes (map, actors);
  NkRefitRoom room = {
    .width = width / copies.across, .height = height / copies.down,
    .header = header_of (map), .order = order,
  };

  for (int round = 0; round < ROUNDS && room.width > 0 && room.height > 0; round++)
    {
      g_autofree NkRefitBox *after = g_memdup2 (before, (actors->len + 1) * sizeof *before);
      double used = nk_refit (after, actors->len, &room);
      g_autoptr (NkMap) copy = NULL;
      g_autoptr (NkScene) view = NULL;

      if (!(used <= room.height + NEAR))
        return NULL;
      if (setting->show == NK_SHOW_LAYERS)
        lay_back (setting, after, actors->len);
      copy = with_places (map, actors, before, after);
      view = nk_view_rough (copy, setting);
      if (!take_off (view, width, height, &room, &copies))
        return g_steal_pointer (&copy);
    }
  return NULL;
}
