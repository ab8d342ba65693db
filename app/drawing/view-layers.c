/* The layers view: Struktur above Ort above Menschen, each a plane in perspective. An actor stands
 * on every plane to which it belongs, at the same place of the map, upright and as large as
 * everywhere; its copies stand straight above each other. */
#include "drawing/layers.h"
#include "drawing/style.h"
#include "drawing/ties.h"

#define NAME_GAP 3.0        /* points from a plane's name to its back edge */
#define BAND_NAME_PAD 6.0   /* from its left edge to the names of the bands */
#define BAND_NAME_TOP 2.0   /* from the top of a band to its name, where that has a line of its own */
#define GRIP_ASIDE 7.0      /* from the middle of an actor to a tie that leads to another plane */
#define GRIP_STEP 6.0       /* and from that to the next one */
#define SWING 0.55          /* how long such a tie stays upright, of the way down */

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
  item->line_width = 0.8 * layers->drawing->theme->weight;
  nk_lettering_size (name, &width, &height);
  nk_view_add_label (layers->drawing, NK_HEAD, "", plane, name, corner.x,
                     corner.y - NAME_GAP - height, layers->drawing->theme->heading);
}

/* Where the name of a band stands: beside the slanting edge of the plane, at the middle of the band
 * or, where the bands have no strip for their names, in its upper left. */
static NkPoint
place_band_name (const NkLayers *layers,
                 int             plane,
                 const NkBand   *band)
{
  const NkTransform *transform = &layers->transforms[plane];
  NkPoint upper = nk_transform_point (transform, layers->left, band->top);
  NkPoint lower = nk_transform_point (transform, layers->left, band->bottom);
  double width, height, y, slope = (lower.x - upper.x) / MAX (lower.y - upper.y, 1);

  nk_lettering_size (band->name, &width, &height);
  y = layers->bands->gutter > 0 ? (upper.y + lower.y - height) / 2 : upper.y + BAND_NAME_TOP;
  return (NkPoint) { upper.x + slope * (y - upper.y) + BAND_NAME_PAD, y };
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
      NkItem *item = add_quad (layers, NK_ITEM_BAND, NK_LEVEL, id, plane,
                               layers->left, band->top, layers->right, band->bottom);
      NkPoint at;

      item->fill = i % 2 == 0 ? layers->drawing->theme->plane_band : nk_ink_none;
      at = place_band_name (layers, plane, band);
      nk_view_add_label (layers->drawing, NK_LEVEL, id, plane, nk_lettering_ref (band->name),
                         at.x, at.y, layers->drawing->theme->small);
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
      item->line_width = 0.6 * layers->drawing->theme->weight;
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
    if (nk_layers_planes (layers, actor) & 1u << above)
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

      if (nk_layers_planes (layers, placed->actor) & 1u << plane)
        g_ptr_array_add (order, placed);
    }
  g_ptr_array_sort (order, compare_front_first);
  for (guint i = 0; i < order->len; i++)
    add_actor (layers, order->pdata[i], plane);
}

/* Where a tie takes hold of a body from above or from below, a little to the side on which the other
 * end is, so that it leaves the line to the actor's own copy free. `rank` counts those that take
 * hold of it. */
static NkPoint
grip (const NkBody *body,
      gboolean      above,
      double        aside,
      guint         rank)
{
  NkPoint middle = { body->x + body->width / 2, body->y + body->height / 2 }, exit;
  double side = MIN (GRIP_ASIDE + rank * GRIP_STEP, body->width * 0.35);
  NkPoint far = { middle.x + (aside < 0 ? -side : side),
                  above ? body->y - body->height : body->y + 2 * body->height };
  NkPoint inside = { far.x, middle.y };

  if (!nk_body_contains (body, inside.x, inside.y))
    inside = middle;
  return nk_body_exit (body, inside, far, &exit) ? exit : middle;
}

/* Adds the item of a tie that leads from plane to plane: it leaves its actors upright and swings over
 * in one curve, while ties within a plane keep to its ground. `ranks` counts the ties of each. */
static void
add_tie_between (const NkLayers *layers,
                 const NkRecord *tie,
                 GHashTable     *ranks)
{
  const NkBody *ends[2];
  NkTieStyle style = nk_style_tie (layers->drawing->theme, layers->drawing->map, tie);
  NkPoint path[4];
  NkItem *item;
  double bow;

  for (int i = 0; i < 2; i++)
    ends[i] = nk_stands_find (layers->highest,
                              nk_record_text (tie, i == 0 ? NK_FIELD_FROM : NK_FIELD_TO));
  for (int i = 0; i < 2; i++)
    {
      guint rank = GPOINTER_TO_UINT (g_hash_table_lookup (ranks, ends[i]));

      path[3 * i] = grip (ends[i], ends[i]->y > ends[1 - i]->y, ends[1 - i]->x - ends[i]->x, rank);
      g_hash_table_insert (ranks, (gpointer) ends[i], GUINT_TO_POINTER (rank + 1));
    }
  bow = (path[3].y - path[0].y) * SWING;
  path[1] = (NkPoint) { path[0].x, path[0].y + bow };
  path[2] = (NkPoint) { path[3].x, path[3].y - bow };
  item = nk_scene_add (layers->drawing->scene, NK_ITEM_TIE, NK_TIE, nk_record_id (tie), -1);
  nk_item_set_path (item, path, 4, TRUE);
  item->stroke = style.ink;
  item->line = style.line;
  item->line_width = style.width;
  item->from_end = style.from_end;
  item->to_end = style.to_end;
  item->end_size = style.end_size;
}

/* The ties that lead from plane to plane. They take hold of an actor where it stands highest; each
 * is drawn before the actors of the lower of its two planes. */
static void
add_ties_between (const NkLayers *layers,
                  int             plane,
                  GHashTable     *ranks)
{
  const NkMap *map = layers->drawing->map;

  for (guint i = 0; i < layers->between->len; i++)
    {
      const NkRecord *tie = layers->between->pdata[i];
      int lowest = -1;

      for (int end = 0; end < 2; end++)
        {
          const char *id = nk_record_text (tie, end == 0 ? NK_FIELD_FROM : NK_FIELD_TO);
          guint planes = nk_layers_planes (layers, nk_map_find (map, NK_ACTOR, id));

          lowest = MAX (lowest, nk_planes_first (planes));
        }
      if (lowest == plane)
        add_tie_between (layers, tie, ranks);
    }
}

void
nk_view_layers (const NkDrawing *drawing)
{
  g_autoptr (GHashTable) ranks = g_hash_table_new (NULL, NULL);
  NkLayers layers;

  nk_layers_init (&layers, drawing);
  for (int plane = NK_N_DIMENSIONS - 1; plane >= 0; plane--)
    {
      if ((layers.planes & 1u << plane) == 0)
        continue;
      add_plane (&layers, plane);
      add_bands (&layers, plane);
      add_districts (&layers, plane);
      add_ties_between (&layers, plane, ranks);
      nk_draw_ties (drawing, layers.ties[plane], layers.stands[plane], TRUE, plane,
                    &layers.transforms[plane]);
      add_district_names (&layers, plane);
      add_actors (&layers, plane);
    }
  nk_layers_clear (&layers);
}
