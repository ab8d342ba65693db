#include "drawing/room.h"

#include "drawing/view.h"
#include "map/zones.h"

#include <math.h>

#define GAP 14.0         /* between two actors, points */
#define RIM 6.0          /* from the edge of a band or of somebody else's district box */
#define HEADER 18.0      /* of a district box, for its name */
#define ROWS 3.0         /* so much farther it is up and down: people stand in rows */
#define MOST_RINGS 60    /* of places that are tried round the one that is wished for */

typedef struct
{
  double left, top, right, bottom;
} Box;

struct _NkRoom
{
  const NkMap *map;
  NkScene *scene;        /* the bodies of the levels view */
  int district_level;
  double gutter;
  GArray *taken;         /* of Box */
};

/* Where an actor may stand. */
typedef struct
{
  const char *id;        /* its old place is free */
  double width, height;  /* of its box */
  int band;              /* -1: beside all bands */
  Box within;            /* infinite where nothing bounds it */
  const char *district;  /* whose box may be around it; NULL: none */
  gboolean has_box;
  Box box;               /* of that district, if it has one */
} Zone;

NkRoom *
nk_room_new (const NkMap *map)
{
  NkRoom *room = g_new0 (NkRoom, 1);

  room->map = map;
  room->scene = nk_view_bodies (map);
  room->district_level = nk_map_district_level (map);
  room->gutter = nk_view_gutter (map);
  room->taken = g_array_new (FALSE, FALSE, sizeof (Box));
  return room;
}

void
nk_room_free (NkRoom *room)
{
  nk_scene_unref (room->scene);
  g_array_unref (room->taken);
  g_free (room);
}

/* Boxes */

static gboolean
overlap (const Box *a,
         const Box *b)
{
  return a->left < b->right && b->left < a->right && a->top < b->bottom && b->top < a->bottom;
}

static Box
grow (const Box *box,
      double     by)
{
  return (Box) { box->left - by, box->top - by, box->right + by, box->bottom + by };
}

static Box
join (const Box *a,
      const Box *b)
{
  return (Box) { MIN (a->left, b->left), MIN (a->top, b->top), MAX (a->right, b->right),
                 MAX (a->bottom, b->bottom) };
}

static Box
body_of (const NkItem *item)
{
  return (Box) { item->body_x, item->body_y, item->body_x + item->body_width,
                 item->body_y + item->body_height };
}

static Box
box_at (const Zone *zone,
        NkPoint     middle)
{
  return (Box) { middle.x - zone->width / 2, middle.y - zone->height / 2,
                 middle.x + zone->width / 2, middle.y + zone->height / 2 };
}

/* Zones */

static const NkItem *
find_zone (const NkRoom  *room,
           NkItemType     type,
           NkRecordKind   kind,
           int            position)
{
  if (position < 0)
    return NULL;
  return nk_scene_find (room->scene, type, kind,
                        nk_record_id (nk_map_at (room->map, kind, (guint) position)), -1);
}

/* Who has no level stands to the right of all bands. */
static double
right_of_bands (const NkRoom *room)
{
  double right = -INFINITY;

  for (guint i = 0; i < nk_map_count (room->map, NK_LEVEL); i++)
    {
      const NkItem *band = find_zone (room, NK_ITEM_BAND, NK_LEVEL, (int) i);

      if (band != NULL)
        right = MAX (right, band->body_x + band->body_width + GAP);
    }
  return right;
}

static void
find_within (const NkRoom   *room,
             const NkRecord *actor,
             Zone           *zone)
{
  const NkItem *band;
  double spare;

  zone->band = nk_actor_band (room->map, actor);
  band = find_zone (room, NK_ITEM_BAND, NK_LEVEL, zone->band);
  zone->within = (Box) { right_of_bands (room), -INFINITY, INFINITY, INFINITY };
  if (band == NULL)
    return;
  /* To the right a band grows with those who stand in it. */
  zone->within = (Box) { band->body_x + room->gutter + RIM, band->body_y + RIM, INFINITY,
                         band->body_y + band->body_height - RIM };
  spare = zone->within.bottom - zone->within.top - zone->height;
  if (spare < 0)
    {
      zone->within.top += spare / 2;
      zone->within.bottom -= spare / 2;
    }
}

static Zone
zone_of (const NkRoom   *room,
         const NkRecord *actor)
{
  Zone zone = { .id = nk_record_id (actor) };
  int district = nk_actor_box (room->map, actor, room->district_level);
  const NkItem *box = find_zone (room, NK_ITEM_DISTRICT, NK_DISTRICT, district);

  nk_view_actor_size (room->map, actor, &zone.width, &zone.height);
  find_within (room, actor, &zone);
  if (district >= 0)
    zone.district = nk_record_id (nk_map_at (room->map, NK_DISTRICT, (guint) district));
  if (box != NULL)
    {
      zone.has_box = TRUE;
      zone.box = body_of (box);
      zone.within.top = MAX (zone.within.top, MIN (zone.box.top + HEADER,
                                                   zone.within.bottom - zone.height));
    }
  return zone;
}

/* Places */

static gboolean
is_member (const NkRoom *room,
           const Zone   *zone,
           const char   *actor)
{
  const NkRecord *record = nk_map_find (room->map, NK_ACTOR, actor);
  int box = nk_actor_box (room->map, record, room->district_level);

  return box >= 0 && zone->district != NULL
         && g_str_equal (nk_record_id (nk_map_at (room->map, NK_DISTRICT, (guint) box)),
                         zone->district);
}

/* TRUE if an item is in the way of an actor in `box`, with whom the box of its district becomes
 * `whole`. */
static gboolean
is_in_way (const NkRoom *room,
           const Zone   *zone,
           const NkItem *item,
           const Box    *box,
           const Box    *whole)
{
  Box body = body_of (item);

  if (item->type == NK_ITEM_DISTRICT)
    {
      Box kept = grow (&body, RIM);

      return g_strcmp0 (item->id, zone->district) != 0 && overlap (&kept, whole);
    }
  if (item->type != NK_ITEM_ACTOR || g_str_equal (item->id, zone->id))
    return FALSE;
  body = grow (&body, GAP);
  return overlap (&body, is_member (room, zone, item->id) ? box : whole);
}

/* TRUE if something in the scene is in the way. */
static gboolean
is_blocked (const NkRoom *room,
            const Zone   *zone,
            const Box    *box,
            const Box    *whole)
{
  Box asked = grow (whole, GAP);
  g_autoptr (GArray) numbers = nk_scene_touching (room->scene, asked.left, asked.top,
                                                  asked.right - asked.left,
                                                  asked.bottom - asked.top);

  for (guint i = 0; i < numbers->len; i++)
    if (is_in_way (room, zone, nk_scene_item (room->scene, g_array_index (numbers, guint, i)), box,
                   whole))
      return TRUE;
  return FALSE;
}

static gboolean
is_free (const NkRoom *room,
         const Zone   *zone,
         NkPoint       middle)
{
  Box box = box_at (zone, middle), whole = zone->has_box ? join (&zone->box, &box) : box;

  if (box.left < zone->within.left || box.right > zone->within.right
      || box.top < zone->within.top || box.bottom > zone->within.bottom)
    return FALSE;
  for (guint i = 0; i < room->taken->len; i++)
    {
      Box taken = grow (&g_array_index (room->taken, Box, i), GAP);

      if (overlap (&taken, &box))
        return FALSE;
    }
  /* A whole district box holds much more to look at, and most places are taken by somebody near. */
  return !is_blocked (room, zone, &box, &box)
         && (!zone->has_box || !is_blocked (room, zone, &box, &whole));
}

static double
clamp_to (double value,
          double least,
          double most)
{
  return least > most ? (least + most) / 2 : CLAMP (value, least, most);
}

/* The middle of what bounds the actor, as far as it is bounded. */
static NkPoint
usual_place (const NkRoom *room,
             const Zone   *zone)
{
  double x, y, width, height;
  NkPoint place;

  nk_scene_bounds (room->scene, &x, &y, &width, &height);
  place = (NkPoint) { x + width / 2, y + height / 2 };
  if (zone->has_box)
    place = (NkPoint) { (zone->box.left + zone->box.right) / 2,
                        (zone->box.top + HEADER + zone->box.bottom) / 2 };
  else if (isfinite (zone->within.top))
    place.y = (zone->within.top + zone->within.bottom) / 2;
  return place;
}

/* The best free place on the ring `k` of a grid round a point, if it is better than `least`. */
static void
search_ring (const NkRoom *room,
             const Zone   *zone,
             NkPoint       wish,
             int           k,
             double       *least,
             NkPoint      *place)
{
  double dx = (zone->width + GAP) / 4, dy = (zone->height + GAP) / 3;

  for (int i = -k; i <= k; i++)
    for (int j = -k; j <= k; j += ABS (i) == k ? 1 : 2 * k)
      {
        NkPoint tried = { wish.x + i * dx, wish.y + j * dy };
        double distance = hypot (i * dx, ROWS * j * dy);

        if (distance < *least && is_free (room, zone, tried))
          {
            *least = distance;
            *place = tried;
          }
        if (k == 0)
          break;
      }
}

/* A band is as high as those who stand in it need it, so it may reach as far as those in the bands
 * above and below; not into one where nobody is. */
static void
stretch (const NkRoom *room,
         Zone         *zone)
{
  int last = (int) nk_map_count (room->map, NK_LEVEL) - 1;
  double top = zone->band == 0 ? -INFINITY : INFINITY;
  double bottom = zone->band == last ? INFINITY : -INFINITY;
  double above = -INFINITY, below = INFINITY;

  for (guint i = 0; i < nk_map_count (room->map, NK_ACTOR); i++)
    {
      const NkRecord *actor = nk_map_at (room->map, NK_ACTOR, i);
      const NkItem *item = nk_scene_find (room->scene, NK_ITEM_ACTOR, NK_ACTOR,
                                          nk_record_id (actor), -1);
      int band = nk_actor_band (room->map, actor);

      if (item != NULL && band == zone->band - 1)
        top = above = MAX (above, item->body_y + item->body_height + 2 * GAP);
      else if (item != NULL && band == zone->band + 1)
        bottom = below = MIN (below, item->body_y - 2 * GAP);
    }
  zone->within.top = MIN (zone->within.top, top);
  zone->within.bottom = MAX (zone->within.bottom, bottom);
}

static gboolean
search (const NkRoom *room,
        const Zone   *zone,
        NkPoint       wish,
        NkPoint      *place)
{
  double step = MIN ((zone->width + GAP) / 4, ROWS * (zone->height + GAP) / 3);
  double least = INFINITY;

  /* What lies on a ring is at least so many steps away. */
  for (int k = 0; k <= MOST_RINGS && least > k * step; k++)
    search_ring (room, zone, wish, k, &least, place);
  return isfinite (least);
}

static NkPoint
find_place (const NkRoom *room,
            const Zone   *zone,
            NkPoint       wish)
{
  Zone open = *zone;
  double x, y, width, height;
  NkPoint place;

  wish.x = clamp_to (wish.x, zone->within.left + zone->width / 2,
                     zone->within.right - zone->width / 2);
  wish.y = clamp_to (wish.y, zone->within.top + zone->height / 2,
                     zone->within.bottom - zone->height / 2);
  if (search (room, zone, wish, &place))
    return place;
  if (zone->band >= 0)
    stretch (room, &open);
  if (search (room, &open, wish, &place))
    return place;
  /* Beyond all that is there now, where a box that reaches so far holds strangers as well. */
  open.has_box = FALSE;
  nk_scene_bounds (room->scene, &x, &y, &width, &height);
  place = (NkPoint) { x + width + GAP + zone->width / 2, wish.y };
  while (!is_free (room, &open, place))
    place.x += zone->width + GAP;
  return place;
}

NkPoint
nk_room_take (NkRoom         *room,
              const NkRecord *actor,
              const NkPoint  *near)
{
  Zone zone = zone_of (room, actor);
  NkPoint place = find_place (room, &zone, near != NULL ? *near : usual_place (room, &zone));
  Box box = box_at (&zone, place);

  g_array_append_val (room->taken, box);
  return place;
}

gboolean
nk_room_fits (NkRoom         *room,
              const NkRecord *actor,
              const NkPoint  *place)
{
  Zone zone = zone_of (room, actor);

  return is_free (room, &zone, *place);
}
