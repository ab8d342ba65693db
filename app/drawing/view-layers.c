/* The layers view: Struktur above Ort above Menschen, each a plane in perspective. An actor stands
 * on every plane to which it belongs, at the same place of the map, upright and as large as
 * everywhere; its copies stand straight above each other. */
#include "drawing/bands.h"
#include "drawing/perspective.h"
#include "drawing/style.h"
#include "drawing/ties.h"
#include "drawing/words.h"

#include <math.h>

#define PLANE_PAD 6.0       /* points from the outermost boxes to the edge */
#define BETWEEN_PLANES 12.0 /* points from a plane's front edge to the next one's name */
#define NAME_GAP 3.0

typedef struct
{
  const NkDrawing *drawing;
  GArray *actors;                        /* of NkPlacedActor, where they stand on the map */
  NkPerspective perspective;
  NkBands *bands;                        /* on the map, as foreshortened */
  double left, top, right, bottom;       /* of the planes, on the map */
  NkTransform transforms[NK_N_DIMENSIONS];
  NkStands *stands[NK_N_DIMENSIONS];
  NkStands *highest;                     /* each actor once, on the highest of its planes */
  GPtrArray *ties[NK_N_DIMENSIONS];      /* those drawn on each plane */
  GPtrArray *between;                    /* those that lead from plane to plane */
} Layers;

static gboolean
stands_on (const NkRecord *actor,
           int             plane)
{
  return nk_record_integer (actor, nk_dimensions[plane]) > 0;
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
actors_as_covered (const Layers *layers)
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
find_extent (Layers *layers,
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

static NkLettering *
plane_name (const Layers *layers,
            int           plane)
{
  return nk_lettering_new (nk_word (layers->drawing->map, NK_WORD_STRUCTURE + plane),
                           layers->drawing->family, NK_TYPE_PLANE, TRUE, 0, NK_ALIGN_LEFT);
}

/* Stacks the planes: each wholly below the one above, with room for its name. */
static void
place_planes (Layers *layers)
{
  const NkTransform flat = nk_perspective_at (&layers->perspective, 0);
  double depth = nk_transform_point (&flat, layers->left, layers->bottom).y
                 - nk_transform_point (&flat, layers->left, layers->top).y;
  double name_width, name_height;
  NkLettering *name = plane_name (layers, 0);

  nk_lettering_size (name, &name_width, &name_height);
  nk_lettering_unref (name);
  for (int plane = 0; plane < NK_N_DIMENSIONS; plane++)
    {
      double base = plane * (depth + name_height + NAME_GAP + BETWEEN_PLANES);

      layers->transforms[plane] = nk_perspective_at (&layers->perspective, base);
      nk_scene_set_transform (layers->drawing->scene, plane, &layers->transforms[plane]);
    }
  nk_scene_set_transform (layers->drawing->scene, -1, &layers->transforms[0]);
}

static int
highest_plane (const NkRecord *actor)
{
  int plane = 0;

  while (!stands_on (actor, plane))
    plane++;
  return plane;
}

static void
place_actors (Layers *layers)
{
  layers->highest = nk_stands_new ();
  for (int plane = 0; plane < NK_N_DIMENSIONS; plane++)
    {
      layers->stands[plane] = nk_stands_new ();
      for (guint i = 0; i < layers->actors->len; i++)
        {
          const NkPlacedActor *placed = &g_array_index (layers->actors, NkPlacedActor, i);
          NkBody body = body_on (&layers->transforms[plane], &placed->body);

          if (!stands_on (placed->actor, plane))
            continue;
          nk_stands_add (layers->stands[plane], nk_record_id (placed->actor), &body);
          if (highest_plane (placed->actor) == plane)
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
place_tie (Layers         *layers,
           const NkRecord *tie)
{
  const NkMap *map = layers->drawing->map;
  const NkRecord *from = nk_map_find (map, NK_ACTOR, nk_record_text (tie, NK_FIELD_FROM));
  const NkRecord *to = nk_map_find (map, NK_ACTOR, nk_record_text (tie, NK_FIELD_TO));
  gboolean says = stands_on (tie, 0) || stands_on (tie, 1) || stands_on (tie, 2);
  gboolean drawn = FALSE;
  int best;

  for (int plane = 0; plane < NK_N_DIMENSIONS; plane++)
    if ((!says || stands_on (tie, plane)) && stands_on (from, plane) && stands_on (to, plane))
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
place_ties (Layers *layers)
{
  g_autoptr (GPtrArray) ties = nk_view_ties (layers->drawing);

  layers->between = g_ptr_array_new ();
  for (int plane = 0; plane < NK_N_DIMENSIONS; plane++)
    layers->ties[plane] = g_ptr_array_new ();
  for (guint i = 0; i < ties->len; i++)
    place_tie (layers, ties->pdata[i]);
}

/* Adds a rectangle of the map as a quadrangle on a plane. */
static NkItem *
add_quad (const Layers *layers,
          NkItemType    type,
          NkRecordKind  kind,
          const char   *id,
          int           plane,
          double        left,
          double        top,
          double        right,
          double        bottom)
{
  const NkTransform *transform = &layers->transforms[plane];
  NkPoint corners[4] = {
    nk_transform_point (transform, left, top), nk_transform_point (transform, right, top),
    nk_transform_point (transform, right, bottom), nk_transform_point (transform, left, bottom),
  };
  NkItem *item = nk_scene_add (layers->drawing->scene, type, kind, id, plane);

  item->shape = NK_SHAPE_QUAD;
  nk_item_set_path (item, corners, 4, FALSE);
  return item;
}

static void
add_plane (const Layers *layers,
           int           plane)
{
  NkItem *item = add_quad (layers, NK_ITEM_PLANE, NK_HEAD, "", plane,
                           layers->left, layers->top, layers->right, layers->bottom);
  NkPoint corner = item->path[0];
  NkLettering *name = plane_name (layers, plane);
  double width, height;

  item->fill = nk_plane_fill;
  item->stroke = nk_plane_stroke;
  item->line_width = 0.8;
  nk_lettering_size (name, &width, &height);
  nk_view_add_label (layers->drawing, NK_HEAD, "", plane, name, corner.x,
                     corner.y - NAME_GAP - height, nk_ink_heading);
}

/* The bands as faint strips, every other one, each with its name at the left edge. */
static void
add_bands (const Layers *layers,
           int           plane)
{
  const NkBands *bands = layers->bands;

  for (guint i = 0; i < bands->bands->len; i++)
    {
      const NkBand *band = &g_array_index (bands->bands, NkBand, i);
      const char *id = nk_record_id (band->level);
      NkPoint edge = nk_transform_point (&layers->transforms[plane], layers->left,
                                         (band->top + band->bottom) / 2);
      NkItem *item = add_quad (layers, NK_ITEM_BAND, NK_LEVEL, id, plane,
                               layers->left, band->top, layers->right, band->bottom);
      double width, height;

      item->fill = i % 2 == 0 ? nk_plane_band_fill : nk_ink_none;
      nk_lettering_size (band->name, &width, &height);
      nk_view_add_label (layers->drawing, NK_LEVEL, id, plane, nk_lettering_ref (band->name),
                         edge.x + PLANE_PAD, edge.y - height / 2, nk_ink_small);
    }
}

static void
add_districts (const Layers *layers,
               int           plane)
{
  for (guint i = 0; i < layers->bands->districts->len; i++)
    {
      const NkDistrictBox *box = &g_array_index (layers->bands->districts, NkDistrictBox, i);
      NkItem *item = add_quad (layers, NK_ITEM_DISTRICT, NK_DISTRICT,
                               nk_record_id (box->district), plane, box->x, box->y,
                               box->x + box->width, box->y + box->height);

      item->fill = nk_plane_district_fill;
      item->stroke = nk_district_stroke;
      item->line_width = 0.6;
    }
}

static void
add_district_names (const Layers *layers,
                    int           plane)
{
  for (guint i = 0; i < layers->bands->districts->len; i++)
    {
      const NkDistrictBox *box = &g_array_index (layers->bands->districts, NkDistrictBox, i);
      NkPoint at = nk_transform_point (&layers->transforms[plane], box->name_x, box->name_y);
      NkItem *item = nk_view_add_label (layers->drawing, NK_DISTRICT,
                                        nk_record_id (box->district), plane,
                                        nk_lettering_ref (box->name), at.x, at.y, nk_ink_small);

      item->halo = TRUE;
    }
}

/* Where an actor stands next above a plane, or NULL. */
static const NkBody *
copy_above (const Layers   *layers,
            const NkRecord *actor,
            int             plane)
{
  for (int above = plane - 1; above >= 0; above--)
    if (stands_on (actor, above))
      return nk_stands_find (layers->stands[above], nk_record_id (actor));
  return NULL;
}

static void
add_actor (const Layers        *layers,
           const NkPlacedActor *placed,
           int                  plane)
{
  const NkBody *body = nk_stands_find (layers->stands[plane], nk_record_id (placed->actor));
  const NkBody *above = copy_above (layers, placed->actor, plane);
  double x = body->x + body->width / 2;
  NkPoint stem[2] = { { x, body->y } };

  if (above != NULL)
    stem[1] = (NkPoint) { x, above->y + above->height };
  nk_view_add_actor (layers->drawing, placed->actor, body, plane, above != NULL ? stem : NULL);
}

static int
compare_front_first (const void *a,
                     const void *b)
{
  const NkBody *p = &(*(const NkPlacedActor *const *) a)->body;
  const NkBody *q = &(*(const NkPlacedActor *const *) b)->body;
  double front = p->y + p->height, other = q->y + q->height;

  return (front < other) - (front > other);
}

/* From the front to the back: so the boxes behind cover the stems that rise in front of them. */
static void
add_actors (const Layers *layers,
            int           plane)
{
  g_autoptr (GPtrArray) order = g_ptr_array_new ();

  for (guint i = 0; i < layers->actors->len; i++)
    {
      NkPlacedActor *placed = &g_array_index (layers->actors, NkPlacedActor, i);

      if (stands_on (placed->actor, plane))
        g_ptr_array_add (order, placed);
    }
  g_ptr_array_sort (order, compare_front_first);
  for (guint i = 0; i < order->len; i++)
    add_actor (layers, order->pdata[i], plane);
}

/* The ties that lead from plane to plane. They take hold of an actor where it stands highest; each
 * is drawn before the actors of the lower of its two planes. */
static void
add_ties_between (const Layers *layers,
                  int           plane)
{
  const NkMap *map = layers->drawing->map;
  g_autoptr (GPtrArray) ties = g_ptr_array_new ();

  for (guint i = 0; i < layers->between->len; i++)
    {
      const NkRecord *tie = layers->between->pdata[i];
      int from = highest_plane (nk_map_find (map, NK_ACTOR, nk_record_text (tie, NK_FIELD_FROM)));
      int to = highest_plane (nk_map_find (map, NK_ACTOR, nk_record_text (tie, NK_FIELD_TO)));

      if (MAX (from, to) == plane)
        g_ptr_array_add (ties, (gpointer) tie);
    }
  nk_draw_ties (layers->drawing->scene, map, ties, layers->highest, NULL, -1,
                &layers->transforms[plane]);
}

static void
layers_clear (Layers *layers)
{
  g_array_unref (layers->actors);
  nk_bands_free (layers->bands);
  g_ptr_array_unref (layers->between);
  nk_stands_free (layers->highest);
  for (int plane = 0; plane < NK_N_DIMENSIONS; plane++)
    {
      nk_stands_free (layers->stands[plane]);
      g_ptr_array_unref (layers->ties[plane]);
    }
}

void
nk_view_layers (const NkDrawing *drawing)
{
  Layers layers = { .drawing = drawing, .actors = nk_view_actors (drawing) };
  g_autoptr (GArray) covered = NULL;
  double depth;

  layers.perspective = nk_perspective_for (layers.actors);
  depth = layers.perspective.scale * layers.perspective.tilt;
  covered = actors_as_covered (&layers);
  /* At the back edge, where lengths are shortest, type takes most of the map. */
  layers.bands = nk_bands_new (drawing, covered, 1.16 / layers.perspective.scale, 1.25 / depth);
  find_extent (&layers, covered);
  place_planes (&layers);
  place_actors (&layers);
  place_ties (&layers);
  for (int plane = NK_N_DIMENSIONS - 1; plane >= 0; plane--)
    {
      add_plane (&layers, plane);
      add_bands (&layers, plane);
      add_districts (&layers, plane);
      add_ties_between (&layers, plane);
      nk_draw_ties (drawing->scene, drawing->map, layers.ties[plane], layers.stands[plane],
                    layers.stands[plane], plane, &layers.transforms[plane]);
      add_district_names (&layers, plane);
      add_actors (&layers, plane);
    }
  layers_clear (&layers);
}
