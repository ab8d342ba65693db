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

/* The lowest settled box of a zone; NULL if there is none. */
static const NkBox *
lowest_in (const NkPlan *plan,
           const NkZone *zone)
{
  const NkBox *lowest = NULL;

  for (int i = 0; i < zone->n_members; i++)
    {
      const NkBox *box = &plan->boxes[zone->members[i]];

      if (box->settled && !box->stray && (lowest == NULL || box->y > lowest->y))
        lowest = box;
    }
  return lowest;
}

/* The end of a zone's last row or, if that is full, the start of the next one, as long as the band
 * has room for it. */
static void
find_end (NkInsertion  *insertion,
          const NkHull *reach)
{
  const NkPlan *plan = insertion->plan;
  const NkZone *zone = insertion->zone;
  const NkBox *box = &plan->boxes[insertion->box];
  const NkBox *lowest = lowest_in (plan, zone);
  double end = -INFINITY, next = insertion->hull.bottom + plan->job->gap_y;

  for (int i = 0; i < zone->n_members; i++)
    {
      const NkBox *other = &plan->boxes[zone->members[i]];

      if (other->settled && !other->stray && nk_box_bottom (other) > nk_box_top (lowest))
        end = MAX (end, nk_box_right (other));
    }
  insertion->x = end + plan->job->gap_x + box->width / 2;
  insertion->y = lowest->y;
  if (insertion->x + box->width / 2 <= reach->right
      || (zone->band != NK_BESIDE && next + box->height > insertion->bands[zone->band].bottom))
    return;
  insertion->x = insertion->hull.left + box->width / 2;
  insertion->y = next + box->height / 2;
}

/* Where the zone is or may be: how far the box may be pulled. */
static NkHull
find_reach (const NkInsertion *insertion)
{
  const NkZone *zone = insertion->zone;
  NkHull reach = { zone->left, zone->right, zone->top, zone->bottom };
  const NkHull *hull = &insertion->hull;

  if (zone->band == NK_BESIDE)
    {
      reach.left = insertion->banded.right + insertion->plan->job->band_gap + zone->widest / 2;
      return (NkHull) { reach.left, reach.left, -INFINITY, INFINITY };
    }
  if (!nk_hull_is_empty (hull))
    reach = (NkHull) { MIN (reach.left, hull->left), MAX (reach.right, hull->right),
                       MIN (reach.top, hull->top), MAX (reach.bottom, hull->bottom) };
  if (insertion->is_alone)
    reach.right = MAX (reach.right, insertion->banded.right);
  return reach;
}

/* Where the box is pulled: to its settled neighbours, never farther than its zone and its band are;
 * if it has none, to the end of its zone; if it is all of its zone, to the top of it. */
static void
find_pull (NkInsertion *insertion)
{
  const NkZone *zone = insertion->zone;
  NkHull reach = find_reach (insertion);
  NkHull around = zone->band == NK_BESIDE ? insertion->banded : reach;

  insertion->x = (reach.left + reach.right) / 2;
  insertion->y = nk_hull_is_empty (&around) ? 0 : (around.top + around.bottom) / 2;
  if (insertion->packing)
    {
      insertion->x = reach.left;
      insertion->y = reach.top;
    }
  else if (!nk_plan_pull (insertion->plan, insertion->box, TRUE, &insertion->x, &insertion->y)
           && !nk_hull_is_empty (&insertion->hull))
    {
      find_end (insertion, &reach);
      return;
    }
  else if (zone->n_members == 1 && zone->boxed)
    insertion->y = zone->top + insertion->plan->boxes[insertion->box].height / 2;
  insertion->x = CLAMP (insertion->x, reach.left, reach.right);
  insertion->y = CLAMP (insertion->y, reach.top, reach.bottom);
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
    insertion->banded = nk_hull_with (insertion->banded, box);
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
                            .hulls = hulls,
                            .banded = { INFINITY, -INFINITY, INFINITY, -INFINITY } };
  int box;

  for (int i = 0; i < plan->n_boxes; i++)
    if (plan->boxes[i].settled && plan->boxes[i].band != NK_BESIDE)
      insertion.banded = nk_hull_with (insertion.banded, &plan->boxes[i]);
  while ((box = next_box (plan, FALSE)) >= 0)
    insert (&insertion, box);
  for (int i = 0; i < nk_zones_n_banded (zones); i++)
    pack (&insertion, &zones->zones[i]);
  if (nk_hull_is_empty (&insertion.banded))
    insertion.banded = (NkHull) { 0, 0, 0, 0 };
  while ((box = next_box (plan, TRUE)) >= 0)
    insert (&insertion, box);
}
