#include "ui/session/landing.h"

#include "drawing/picking.h"
#include "map/zones.h"

#include <math.h>

#include "map/text.h"

#define GROWS 36.0   /* so far from its box an actor takes it along, points */

NkGround
nk_ground (const NkMap   *map,
           const NkScene *scene)
{
  return (NkGround) { map, scene, nk_map_district_level (map) };
}

int
nk_landing_district_level (const NkMap *map)
{
  int level = nk_map_district_level (map);

  return level >= 0 ? level : (int) nk_map_count (map, NK_LEVEL) - 1;
}

static double
distance_from (double from,
               double size,
               double value)
{
  return MAX (MAX (from - value, value - from - size), 0);
}

static int
nearest_band (const NkGround *ground,
              double          y)
{
  const NkMap *map = ground->map;
  double least = INFINITY;
  int nearest = -1;

  for (guint i = 0; i < nk_map_count (map, NK_LEVEL); i++)
    {
      const NkItem *band = nk_scene_find (ground->scene, NK_ITEM_BAND, NK_LEVEL,
                                          nk_record_id (nk_map_at (map, NK_LEVEL, i)), -1);
      double distance = band != NULL ? distance_from (band->body_y, band->body_height, y)
                                     : INFINITY;

      if (distance < least)
        {
          least = distance;
          nearest = (int) i;
        }
    }
  return nearest;
}

/* TRUE on the strip beside the bands on which those stand who have no level. */
static gboolean
is_beside (const NkScene *scene,
           double         x,
           double         y)
{
  g_autoptr (GArray) numbers = nk_scene_touching (scene, x, y, 0, 0);

  for (guint i = 0; i < numbers->len; i++)
    {
      const NkItem *item = nk_scene_item (scene, g_array_index (numbers, guint, i));

      if (item->type == NK_ITEM_BAND && item->kind == NK_HEAD)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_near_box (const NkGround *ground,
             int             plane,
             int             district,
             double          x,
             double          y)
{
  const NkItem *box;

  if (district < 0)
    return FALSE;
  box = nk_scene_find (ground->scene, NK_ITEM_DISTRICT, NK_DISTRICT,
                       nk_record_id (nk_map_at (ground->map, NK_DISTRICT, (guint) district)), plane);
  return box != NULL
    && hypot (distance_from (box->body_x, box->body_width, x),
              distance_from (box->body_y, box->body_height, y)) <= GROWS;
}

/* The band outside all of them. */
static int
band_outside (const NkGround *ground,
              int             plane,
              double          x,
              double          y,
              const NkRecord *actor)
{
  int before = actor != NULL ? nk_actor_band (ground->map, actor) : -1;
  int nearest;

  if (plane >= 0)
    return before;
  if (is_beside (ground->scene, x, y) || (actor != NULL && before < 0))
    return -1;
  nearest = nearest_band (ground, y);
  return nearest >= 0 ? nearest : before;
}

NkLanding
nk_landing_at (const NkGround *ground,
               int             plane,
               double          x,
               double          y,
               const NkRecord *actor)
{
  NkLanding landing;

  nk_pick_zone (ground->scene, ground->map, x, y, &landing.band, &landing.district);
  if (landing.band < 0)
    landing = (NkLanding) { band_outside (ground, plane, x, y, actor), -1 };
  if (landing.band != ground->district_level)
    landing.district = -1;
  else if (landing.district < 0 && actor != NULL)
    {
      int box = nk_actor_box (ground->map, actor, ground->district_level);

      if (is_near_box (ground, plane, box, x, y))
        landing.district = box;
    }
  return landing;
}

static const char *
title_at (const NkMap  *map,
          NkRecordKind  kind,
          int           position)
{
  return nk_record_title (nk_map_at (map, kind, (guint) position));
}

char *
nk_landing_words (const NkMap     *map,
                  const NkLanding *landing)
{
  const char *level;

  if (nk_map_count (map, NK_LEVEL) == 0)
    return NULL;
  if (landing->band < 0)
    return g_strdup (_("No level"));
  level = title_at (map, NK_LEVEL, landing->band);
  if (landing->district >= 0)
    /* Translators: a level and a district in it. */
    return g_strdup_printf (_("%s · %s"), level, title_at (map, NK_DISTRICT, landing->district));
  if (nk_map_count (map, NK_DISTRICT) > 0 && landing->band == nk_landing_district_level (map))
    /* Translators: %s is a level. */
    return g_strdup_printf (_("%s · no district"), level);
  return g_strdup (level);
}
