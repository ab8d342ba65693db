#include "drawing/layers.h"

#include "drawing/style.h"
#include "drawing/words.h"

#include <math.h>

#define PLANE_PAD 6.0       /* points from the outermost boxes to the edge */
#define BETWEEN_PLANES 15.0 /* points from a plane's front edge to the next one's name */

gboolean
nk_layers_belongs (const NkRecord *record,
                   int             plane)
{
  return nk_record_integer (record, nk_dimensions[plane]) > 0;
}

/* The body of an actor on a plane: as large as on the map, centred at its place. */
static NkBody
body_on (const NkTransform *transform,
         const NkBody      *body)
{
  NkPoint at = nk_transform_point (transform, body->x + body->width / 2,
                                   body->y + body->height / 2);
  NkBody there = *body;

  there.x = at.x - body->width / 2;
  there.y = at.y - body->height / 2;
  return there;
}

/* The actors with the part of the map that their upright boxes cover. */
static GArray *
actors_as_covered (const NkLayers *layers)
{
  const NkTransform flat = nk_perspective_at (&layers->perspective, 0);
  const NkTransform back = nk_transform_inverse (&flat);
  GArray *covered = g_array_new (FALSE, FALSE, sizeof (NkPlacedActor));

  for (guint i = 0; i < layers->actors->len; i++)
    {
      NkPlacedActor placed = g_array_index (layers->actors, NkPlacedActor, i);
      NkBody body = body_on (&flat, &placed.body);
      double right = body.x + body.width, bottom = body.y + body.height;
      NkPoint a = nk_transform_point (&back, body.x, body.y);
      NkPoint b = nk_transform_point (&back, right, body.y);
      NkPoint c = nk_transform_point (&back, body.x, bottom);
      NkPoint d = nk_transform_point (&back, right, bottom);

      placed.body.x = MIN (a.x, c.x);
      placed.body.y = a.y;
      placed.body.width = MAX (b.x, d.x) - placed.body.x;
      placed.body.height = c.y - a.y;
      g_array_append_val (covered, placed);
    }
  return covered;
}

/* The rectangle of the map that every plane shows: all bands and boxes. */
static void
find_extent (NkLayers *layers,
             GArray *covered)
{
  const NkBands *bands = layers->bands;
  guint n = bands->bands->len;

  layers->left = layers->top = INFINITY;
  layers->right = layers->bottom = -INFINITY;
  for (guint i = 0; i < covered->len; i++)
    {
      const NkBody *body = &g_array_index (covered, NkPlacedActor, i).body;

      layers->left = MIN (layers->left, body->x - PLANE_PAD * bands->unit_x);
      layers->top = MIN (layers->top, body->y - PLANE_PAD * bands->unit_y);
      layers->right = MAX (layers->right, body->x + body->width + PLANE_PAD * bands->unit_x);
      layers->bottom = MAX (layers->bottom, body->y + body->height + PLANE_PAD * bands->unit_y);
    }
  if (n > 0)
    {
      layers->left = MIN (layers->left, bands->left);
      layers->right = MAX (layers->right, bands->right);
      layers->top = MIN (layers->top, g_array_index (bands->bands, NkBand, 0).top);
      layers->bottom = MAX (layers->bottom, g_array_index (bands->bands, NkBand, n - 1).bottom);
    }
  if (layers->left > layers->right)
    {
      layers->left = layers->top = 0;
      layers->right = 400;
      layers->bottom = 200;
    }
}

NkLettering *
nk_layers_name (const NkLayers *layers,
                int             plane)
{
  return nk_lettering_new (nk_word (layers->drawing->map, NK_WORD_STRUCTURE + plane),
                           nk_map_language (layers->drawing->map), layers->drawing->family, NK_TYPE_PLANE, TRUE, 0, NK_ALIGN_LEFT);
}

/* Stacks the planes: each wholly below the one above, with room for its name. */
static void
place_planes (NkLayers *layers)
{
  const NkTransform flat = nk_perspective_at (&layers->perspective, 0);
  double depth = nk_transform_point (&flat, layers->left, layers->bottom).y
                 - nk_transform_point (&flat, layers->left, layers->top).y;
  double name_width, name_height;
  NkLettering *name = nk_layers_name (layers, 0);

  nk_lettering_size (name, &name_width, &name_height);
  nk_lettering_unref (name);
  for (int plane = 0; plane < NK_N_DIMENSIONS; plane++)
    {
      double base = plane * (depth + name_height + BETWEEN_PLANES);

      layers->transforms[plane] = nk_perspective_at (&layers->perspective, base);
      nk_scene_set_transform (layers->drawing->scene, plane, &layers->transforms[plane]);
    }
  nk_scene_set_transform (layers->drawing->scene, -1, &layers->transforms[0]);
}

int
nk_layers_highest (const NkRecord *actor)
{
  int plane = 0;

  while (!nk_layers_belongs (actor, plane))
    plane++;
  return plane;
}

static void
place_actors (NkLayers *layers)
{
  layers->highest = nk_stands_new ();
  for (int plane = 0; plane < NK_N_DIMENSIONS; plane++)
    {
      layers->stands[plane] = nk_stands_new ();
      for (guint i = 0; i < layers->actors->len; i++)
        {
          const NkPlacedActor *placed = &g_array_index (layers->actors, NkPlacedActor, i);
          NkBody body = body_on (&layers->transforms[plane], &placed->body);

          if (!nk_layers_belongs (placed->actor, plane))
            continue;
          nk_stands_add (layers->stands[plane], nk_record_id (placed->actor), &body);
          if (nk_layers_highest (placed->actor) == plane)
            nk_stands_add (layers->highest, nk_record_id (placed->actor), &body);
        }
    }
}

/* The plane that two actors share most, or -1 if none. */
static int
plane_shared_best (const NkRecord *from,
                   const NkRecord *to)
{
  int best = -1, most = 0;

  for (int plane = 0; plane < NK_N_DIMENSIONS; plane++)
    {
      int shared = MIN (nk_record_integer (from, nk_dimensions[plane]),
                        nk_record_integer (to, nk_dimensions[plane]));

      if (shared > most)
        {
          most = shared;
          best = plane;
        }
    }
  return best;
}

/* A tie is drawn on each plane to which it belongs and on which both its ends stand; one that says
 * of no dimension belongs to all. One that would be nowhere by that is drawn on the plane that its
 * ends share most, and if they share none, it leads from plane to plane. */
static void
place_tie (NkLayers         *layers,
           const NkRecord *tie)
{
  const NkMap *map = layers->drawing->map;
  const NkRecord *from = nk_map_find (map, NK_ACTOR, nk_record_text (tie, NK_FIELD_FROM));
  const NkRecord *to = nk_map_find (map, NK_ACTOR, nk_record_text (tie, NK_FIELD_TO));
  gboolean says = FALSE;
  gboolean drawn = FALSE;
  int best;

  for (int plane = 0; plane < NK_N_DIMENSIONS; plane++)
    says |= nk_layers_belongs (tie, plane);
  for (int plane = 0; plane < NK_N_DIMENSIONS; plane++)
    if ((!says || nk_layers_belongs (tie, plane))
        && nk_layers_belongs (from, plane) && nk_layers_belongs (to, plane))
      {
        g_ptr_array_add (layers->ties[plane], (gpointer) tie);
        drawn = TRUE;
      }
  if (drawn)
    return;
  best = plane_shared_best (from, to);
  g_ptr_array_add (best >= 0 ? layers->ties[best] : layers->between, (gpointer) tie);
}

static void
place_ties (NkLayers *layers)
{
  g_autoptr (GPtrArray) ties = nk_view_ties (layers->drawing);

  layers->between = g_ptr_array_new ();
  for (int plane = 0; plane < NK_N_DIMENSIONS; plane++)
    layers->ties[plane] = g_ptr_array_new ();
  for (guint i = 0; i < ties->len; i++)
    place_tie (layers, ties->pdata[i]);
}

void
nk_layers_init (NkLayers        *layers,
                const NkDrawing *drawing)
{
  g_autoptr (GArray) covered = NULL;
  double depth;

  *layers = (NkLayers) { .drawing = drawing, .actors = nk_view_actors (drawing) };
  layers->perspective = nk_perspective_for (layers->actors);
  depth = layers->perspective.scale * layers->perspective.tilt;
  covered = actors_as_covered (layers);
  /* At the back edge, where lengths are shortest, type takes most of the map. */
  layers->bands = nk_bands_new (drawing, covered, 1.16 / layers->perspective.scale, 1.25 / depth);
  find_extent (layers, covered);
  place_planes (layers);
  place_actors (layers);
  place_ties (layers);
}

void
nk_layers_clear (NkLayers *layers)
{
  g_array_unref (layers->actors);
  nk_bands_free (layers->bands);
  g_ptr_array_unref (layers->between);
  nk_stands_unref (layers->highest);
  for (int plane = 0; plane < NK_N_DIMENSIONS; plane++)
    {
      nk_stands_unref (layers->stands[plane]);
      g_ptr_array_unref (layers->ties[plane]);
    }
}
