/* The layers view: Struktur above Ort above Menschen, each a plane in perspective. An actor stands
 * on every plane to which it belongs, at the same place of the map, upright and as large as
 * everywhere; its copies stand straight above each other. */
#include "drawing/layers.h"
#include "drawing/style.h"
#include "drawing/ties.h"

#define NAME_GAP 3.0        /* points from a plane's name to its back edge */
#define BAND_NAME_PAD 6.0   /* from its left edge to the names of the bands */

/* Adds a rectangle of the map as a quadrangle on a plane. */
static NkItem *
add_quad (const NkLayers *layers,
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
add_plane (const NkLayers *layers,
           int           plane)
{
  NkItem *item = add_quad (layers, NK_ITEM_PLANE, NK_HEAD, "", plane,
                           layers->left, layers->top, layers->right, layers->bottom);
  NkPoint corner = item->path[0];
  NkLettering *name = nk_layers_name (layers, plane);
  double width, height;

  item->fill = layers->drawing->theme->plane;
  item->stroke = layers->drawing->theme->plane_rim;
  item->line_width = 0.8;
  nk_lettering_size (name, &width, &height);
  nk_view_add_label (layers->drawing, NK_HEAD, "", plane, name, corner.x,
                     corner.y - NAME_GAP - height, layers->drawing->theme->heading);
}

/* The bands as faint strips, every other one, each with its name at the left edge. */
static void
add_bands (const NkLayers *layers,
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

      item->fill = i % 2 == 0 ? layers->drawing->theme->plane_band : nk_ink_none;
      nk_lettering_size (band->name, &width, &height);
      nk_view_add_label (layers->drawing, NK_LEVEL, id, plane, nk_lettering_ref (band->name),
                         edge.x + BAND_NAME_PAD, edge.y - height / 2, layers->drawing->theme->small);
    }
}

static void
add_districts (const NkLayers *layers,
               int           plane)
{
  for (guint i = 0; i < layers->bands->districts->len; i++)
    {
      const NkDistrictBox *box = &g_array_index (layers->bands->districts, NkDistrictBox, i);
      NkItem *item = add_quad (layers, NK_ITEM_DISTRICT, NK_DISTRICT,
                               nk_record_id (box->district), plane, box->x, box->y,
                               box->x + box->width, box->y + box->height);

      item->fill = layers->drawing->theme->plane_district;
      item->stroke = layers->drawing->theme->district_rim;
      item->line_width = 0.6;
    }
}

static void
add_district_names (const NkLayers *layers,
                    int           plane)
{
  for (guint i = 0; i < layers->bands->districts->len; i++)
    {
      const NkDistrictBox *box = &g_array_index (layers->bands->districts, NkDistrictBox, i);
      NkPoint at = nk_transform_point (&layers->transforms[plane], box->name_x, box->name_y);
      NkItem *item = nk_view_add_label (layers->drawing, NK_DISTRICT,
                                        nk_record_id (box->district), plane,
                                        nk_lettering_ref (box->name), at.x, at.y, layers->drawing->theme->small);

      item->halo = TRUE;
    }
}

/* Where an actor stands next above a plane, or NULL. */
static const NkBody *
copy_above (const NkLayers   *layers,
            const NkRecord *actor,
            int             plane)
{
  for (int above = plane - 1; above >= 0; above--)
    if (nk_layers_belongs (actor, above))
      return nk_stands_find (layers->stands[above], nk_record_id (actor));
  return NULL;
}

static void
add_actor (const NkLayers        *layers,
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
add_actors (const NkLayers *layers,
            int           plane)
{
  g_autoptr (GPtrArray) order = g_ptr_array_new ();

  for (guint i = 0; i < layers->actors->len; i++)
    {
      NkPlacedActor *placed = &g_array_index (layers->actors, NkPlacedActor, i);

      if (nk_layers_belongs (placed->actor, plane))
        g_ptr_array_add (order, placed);
    }
  g_ptr_array_sort (order, compare_front_first);
  for (guint i = 0; i < order->len; i++)
    add_actor (layers, order->pdata[i], plane);
}

/* The ties that lead from plane to plane. They take hold of an actor where it stands highest; each
 * is drawn before the actors of the lower of its two planes. */
static void
add_ties_between (const NkLayers *layers,
                  int           plane)
{
  const NkMap *map = layers->drawing->map;
  g_autoptr (GPtrArray) ties = g_ptr_array_new ();

  for (guint i = 0; i < layers->between->len; i++)
    {
      const NkRecord *tie = layers->between->pdata[i];
      const char *from = nk_record_text (tie, NK_FIELD_FROM);
      const char *to = nk_record_text (tie, NK_FIELD_TO);

      if (MAX (nk_layers_highest (nk_map_find (map, NK_ACTOR, from)),
               nk_layers_highest (nk_map_find (map, NK_ACTOR, to))) == plane)
        g_ptr_array_add (ties, (gpointer) tie);
    }
  nk_draw_ties (layers->drawing, ties, layers->highest, FALSE, -1, &layers->transforms[plane]);
}

void
nk_view_layers (const NkDrawing *drawing)
{
  NkLayers layers;

  nk_layers_init (&layers, drawing);
  for (int plane = NK_N_DIMENSIONS - 1; plane >= 0; plane--)
    {
      add_plane (&layers, plane);
      add_bands (&layers, plane);
      add_districts (&layers, plane);
      add_ties_between (&layers, plane);
      nk_draw_ties (drawing, layers.ties[plane], layers.stands[plane], TRUE, plane,
                    &layers.transforms[plane]);
      add_district_names (&layers, plane);
      add_actors (&layers, plane);
    }
  nk_layers_clear (&layers);
}
