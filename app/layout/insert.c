#include "layout/insert.h"

#include "layout/insertion.h"

#include <math.h>
#include <string.h>

/* What a point outside of the zone's rectangle costs, in points of distance; and one by which the
 * zone grows. */
#define COST_OUTSIDE 2.0
#define COST_GROWTH 0.5

/* What it costs to stand on no row with others. */
#define COST_OFF_ROW 20

static const NkRules all_rules[] = {
  { 1, 0.6, TRUE, TRUE, TRUE },
  { 0.6, 0.3, TRUE, TRUE, TRUE },
  { 1, 0.6, FALSE, TRUE, TRUE },
  { 0.6, 0.3, FALSE, TRUE, TRUE },
  { 0, 0, FALSE, TRUE, TRUE },
  { 0.6, 0.3, FALSE, FALSE, TRUE },
  { 0, 0, FALSE, FALSE, TRUE },
  { 1, 0.6, FALSE, FALSE, FALSE },
};

/* Where the box is pulled: to its settled neighbours, or, if it has none, to the middle of its
 * zone; never farther than its zone and its band are. */
static void
find_pull (NkInsertion *insertion)
{
  const NkZone *zone = insertion->zone;
  const NkHull *hull = &insertion->hull;
  double left = zone->left, right = zone->right, top = zone->top, bottom = zone->bottom;

  if (zone->band == NK_BESIDE)
    {
      left = right = insertion->banded_right + insertion->plan->job->band_gap + zone->widest / 2;
      top = -INFINITY;
      bottom = INFINITY;
    }
  else if (!nk_hull_is_empty (hull))
    {
      left = MIN (left, hull->left);
      right = MAX (right, hull->right);
      top = MIN (top, hull->top);
      bottom = MAX (bottom, hull->bottom);
    }
  insertion->x = (left + right) / 2;
  insertion->y = isfinite (top) ? (top + bottom) / 2 : 0;
  nk_plan_pull (insertion->plan, insertion->box, TRUE, &insertion->x, &insertion->y);
  if (insertion->packing)
    {
      insertion->x = left;
      insertion->y = top;
    }
  insertion->x = CLAMP (insertion->x, left, right);
  insertion->y = CLAMP (insertion->y, top, bottom);
}

static double
outside (double value,
         double low,
         double high)
{
  return MAX (0, MAX (low - value, value - high));
}

static double
place_cost (const NkInsertion *insertion,
            const NkBox     *box)
{
  const NkZone *zone = insertion->zone;
  NkHull hull = nk_hull_with (insertion->hull, box);
  double cost = hypot (box->x - insertion->x, box->y - insertion->y);

  if (zone->band == NK_BESIDE)
    return cost;
  cost += COST_OUTSIDE * (outside (nk_box_left (box), zone->left, zone->right)
                          + outside (nk_box_right (box), zone->left, zone->right)
                          + outside (nk_box_top (box), zone->top, zone->bottom)
                          + outside (nk_box_bottom (box), zone->top, zone->bottom));
  if (!nk_hull_is_empty (&insertion->hull))
    cost += COST_GROWTH * (hull.right - hull.left - insertion->hull.right + insertion->hull.left
                           + hull.bottom - hull.top - insertion->hull.bottom + insertion->hull.top);
  return cost;
}

/* TRUE if others of the shelf stand at this height. */
static gboolean
is_row (const NkInsertion *insertion,
        double             y)
{
  const NkZones *zones = insertion->zones;

  for (int i = 0; i < insertion->plan->n_boxes; i++)
    if (insertion->plan->boxes[i].settled && fabs (insertion->plan->boxes[i].y - y) < 0.01
        && zones->zones[zones->of_box[i]].shelf == insertion->zone->shelf)
      return TRUE;
  return FALSE;
}

/* Looks at the places along one height; keeps the best in `best`, and its cost in `least`. */
static void
look_along (const NkInsertion *insertion,
            double             y,
            NkBox             *best,
            double            *least)
{
  g_autoptr (GArray) places = nk_insertion_places (insertion, y);
  NkBox box = insertion->plan->boxes[insertion->box];
  double off_row = is_row (insertion, y) ? 0 : COST_OFF_ROW;

  box.y = y;
  for (guint i = 0; i < places->len; i++)
    {
      double cost;

      box.x = g_array_index (places, double, i);
      cost = place_cost (insertion, &box) + off_row;
      if (cost >= *least || !nk_box_is_near (&box) || !nk_insertion_keeps_rules (insertion, &box))
        continue;
      *least = cost;
      *best = box;
    }
}

static void
insert (NkInsertion *insertion,
        int          number)
{
  NkBox *box = &insertion->plan->boxes[number];
  int zone = insertion->zones->of_box[number];
  g_autoptr (GArray) lines = NULL;
  double least = INFINITY;

  insertion->box = number;
  insertion->zone = &insertion->zones->zones[zone];
  insertion->is_alone = nk_zone_is_alone (insertion->zones, zone);
  insertion->hull = insertion->hulls[zone];
  find_pull (insertion);
  lines = nk_insertion_lines (insertion);
  for (guint r = 0; r < G_N_ELEMENTS (all_rules) && isinf (least); r++)
    {
      insertion->rules = all_rules[r];
      if (r + 1 == G_N_ELEMENTS (all_rules))
        nk_insertion_outer_lines (insertion, lines);
      for (guint i = 0; i < lines->len; i++)
        if (fabs (g_array_index (lines, double, i) - insertion->y) < least)
          look_along (insertion, g_array_index (lines, double, i), box, &least);
    }
  box->settled = TRUE;
  box->stray = !insertion->rules.hulls;
  if (!box->stray)
    insertion->hulls[zone] = nk_hull_with (insertion->hull, box);
  if (box->band != NK_BESIDE)
    insertion->banded_right = MAX (insertion->banded_right, nk_box_right (box));
}

/* How much a box is tied to settled ones. */
static double
bond (const NkPlan *plan,
      int           box)
{
  double sum = 0;

  for (int i = plan->first_link[box]; i < plan->first_link[box + 1]; i++)
    {
      const NkLink *link = &plan->links[plan->links_of[i]];

      if (plan->boxes[nk_link_other (link, box)].settled)
        sum += link->weight;
    }
  return sum;
}

/* The next box to bring in, of those beside the bands or of the others; -1 if none is left. */
static int
next_box (const NkPlan *plan,
          gboolean      beside)
{
  double strongest = -1;
  int next = -1;

  for (int i = 0; i < plan->n_boxes; i++)
    if (!plan->boxes[i].settled && (plan->boxes[i].band == NK_BESIDE) == beside
        && bond (plan, i) > strongest)
      {
        strongest = bond (plan, i);
        next = i;
      }
  return next;
}

/* Packing: where some boxes of a zone found no room among the others, all its free boxes are
 * brought in once more, the widest first and close together. */

typedef struct
{
  int number;
  NkBox before;
} Packed;

static int
compare_packed (gconstpointer left,
                gconstpointer right)
{
  const Packed *a = left;
  const Packed *b = right;

  if (a->before.width != b->before.width)
    return a->before.width > b->before.width ? -1 : 1;
  return a->number - b->number;
}

static int
count_strays (const NkPlan *plan,
              const NkZone *zone)
{
  int n = 0;

  for (int i = 0; i < zone->n_members; i++)
    n += plan->boxes[zone->members[i]].stray && !plan->boxes[zone->members[i]].fixed;
  return n;
}

static void
measure_hulls (NkInsertion *insertion)
{
  g_autofree NkHull *hulls = nk_hulls_new (insertion->plan, insertion->zones);

  memcpy (insertion->hulls, hulls, sizeof (NkHull) * (gsize) insertion->zones->n);
}

static GArray *
take_out (NkPlan       *plan,
          const NkZone *zone)
{
  GArray *packed = g_array_new (FALSE, FALSE, sizeof (Packed));

  for (int i = 0; i < zone->n_members; i++)
    {
      Packed entry = { zone->members[i], plan->boxes[zone->members[i]] };

      if (entry.before.fixed)
        continue;
      g_array_append_val (packed, entry);
      plan->boxes[entry.number].settled = plan->boxes[entry.number].stray = FALSE;
    }
  g_array_sort (packed, compare_packed);
  return packed;
}

static void
pack (NkInsertion  *insertion,
      const NkZone *zone)
{
  int strays = count_strays (insertion->plan, zone);
  g_autoptr (GArray) packed = NULL;

  if (strays == 0)
    return;
  packed = take_out (insertion->plan, zone);
  measure_hulls (insertion);
  insertion->packing = TRUE;
  for (guint i = 0; i < packed->len; i++)
    insert (insertion, g_array_index (packed, Packed, i).number);
  insertion->packing = FALSE;
  if (count_strays (insertion->plan, zone) <= strays)
    return;
  for (guint i = 0; i < packed->len; i++)
    {
      const Packed *entry = &g_array_index (packed, Packed, i);

      insertion->plan->boxes[entry->number] = entry->before;
    }
  measure_hulls (insertion);
}

void
nk_insert_all (NkPlan        *plan,
               const NkZones *zones,
               const NkBand  *bands,
               const NkHull  *regions)
{
  g_autofree NkHull *hulls = nk_hulls_new (plan, zones);
  NkInsertion insertion = { .plan = plan, .zones = zones, .bands = bands, .regions = regions,
                            .hulls = hulls, .banded_right = -INFINITY };
  int box;

  for (int i = 0; i < plan->n_boxes; i++)
    if (plan->boxes[i].settled && plan->boxes[i].band != NK_BESIDE)
      insertion.banded_right = MAX (insertion.banded_right, nk_box_right (&plan->boxes[i]));
  while ((box = next_box (plan, FALSE)) >= 0)
    insert (&insertion, box);
  for (int i = 0; i < nk_zones_n_banded (zones); i++)
    pack (&insertion, &zones->zones[i]);
  if (isinf (insertion.banded_right))
    insertion.banded_right = 0;
  while ((box = next_box (plan, TRUE)) >= 0)
    insert (&insertion, box);
}
