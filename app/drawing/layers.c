#include "drawing/layers.h"

#include "drawing/style.h"

#include <math.h>

#define PLANE_PAD 6.0       /* points from the outermost boxes to the edge */
#define BETWEEN_PLANES 15.0 /* points from a plane's front edge to the next one's name */

guint
nk_layers_planes (const NkLayers *layers,
                  const NkRecord *actor)
{
  return nk_planes_of (actor) & layers->planes;
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
  double width = layers->perspective.scale * (layers->right - layers->left);
  double depth = layers->perspective.scale * layers->perspective.tilt
                 * (layers->bottom - layers->top);

  return nk_view_title (layers->drawing, plane,
                        MAX (width, depth * nk_planes_count (layers->planes)));
}

/* Stacks the planes: each wholly below the one above, with room for its name, or farther away. */
static void
place_planes (NkLayers *layers)
{
  const NkTransform flat = nk_perspective_at (&layers->perspective, 0);
  double depth = nk_transform_point (&flat, layers->left, layers->bottom).y
                 - nk_transform_point (&flat, layers->left, layers->top).y;
  double gap = CLAMP (layers->drawing->setting->gap, NK_GAP_LEAST, NK_GAP_MOST);
  double name_width, name_height, base = 0;
  g_autoptr (NkLettering) name = nk_layers_name (layers, 0);

  nk_lettering_size (name, &name_width, &name_height);
  for (int plane = 0; plane < NK_N_DIMENSIONS; plane++)
    {
      layers->transforms[plane] = nk_perspective_at (&layers->perspective, base);
      nk_scene_set_transform (layers->drawing->scene, plane, &layers->transforms[plane]);
      if (layers->planes & 1u << plane)
        base += gap * depth + name_height + BETWEEN_PLANES;
    }
  nk_scene_set_transform (layers->drawing->scene, -1,
                          &layers->transforms[nk_planes_first (layers->planes)]);
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
          guint planes = nk_layers_planes (layers, placed->actor);
          NkBody body = body_on (&layers->transforms[plane], &placed->body);

          if ((planes & 1u << plane) == 0)
            continue;
          nk_stands_add (layers->stands[plane], nk_record_id (placed->actor), &body);
          if (nk_planes_first (planes) == plane)
            nk_stands_add (layers->highest, nk_record_id (placed->actor), &body);
        }
    }
}

static void
place_ties (NkLayers *layers)
{
  g_autoptr (GPtrArray) ties = nk_view_ties (layers->drawing);

  layers->between = g_ptr_array_new ();
  for (int plane = 0; plane < NK_N_DIMENSIONS; plane++)
    layers->ties[plane] = g_ptr_array_new ();
  for (guint i = 0; i < ties->len; i++)
    {
      guint planes = nk_planes_of_tie (layers->drawing->map, ties->pdata[i]);

      if (planes == 0)
        g_ptr_array_add (layers->between, ties->pdata[i]);
      for (int plane = 0; plane < NK_N_DIMENSIONS; plane++)
        if (planes & layers->planes & 1u << plane)
          g_ptr_array_add (layers->ties[plane], ties->pdata[i]);
    }
}

void
nk_layers_init (NkLayers        *layers,
                const NkDrawing *drawing)
{
  g_autoptr (GArray) covered = NULL;
  double depth;

  *layers = (NkLayers) { .drawing = drawing, .planes = nk_planes_shown (drawing->setting),
                         .actors = nk_view_actors (drawing) };
  layers->perspective = nk_perspective_for (layers->actors, layers->planes,
                                            drawing->setting->angle);
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
