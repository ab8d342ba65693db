#include "layout/insertion.h"

#include <math.h>

/* So many places along a height are looked at, the nearest of them. */
#define MOST_PLACES 16

typedef struct
{
  double low, high;
} Span;

static double
gap (double wanted,
     double share)
{
  return MAX (NK_LEAST_GAP, wanted * share);
}

static int
compare_spans (gconstpointer left,
               gconstpointer right)
{
  const Span *a = left;
  const Span *b = right;

  return (a->low > b->low) - (a->low < b->low);
}

/* Joins spans that touch; sorted. */
static void
join_spans (GArray *spans)
{
  guint n = 0;

  g_array_sort (spans, compare_spans);
  for (guint i = 0; i < spans->len; i++)
    {
      Span *last = n > 0 ? &g_array_index (spans, Span, n - 1) : NULL;
      Span span = g_array_index (spans, Span, i);

      if (last != NULL && span.low < last->high)
        last->high = MAX (last->high, span.high);
      else
        g_array_index (spans, Span, n++) = span;
    }
  g_array_set_size (spans, n);
}

/* Adds what other zones take of a row. */
static void
add_zones (const NkInsertion *insertion,
           const NkBox       *box,
           GArray            *taken)
{
  NkHull alone = nk_hull_of_box (box);
  NkHull outline = nk_insertion_outline (insertion, alone);

  for (int i = 0; i < insertion->zones->n; i++)
    {
      gboolean with_outline;
      NkHull other, own;
      double reach;

      if (!nk_insertion_clear_of (insertion, i, &other, &with_outline))
        continue;
      own = with_outline ? outline : alone;
      reach = (own.right - own.left) / 2
              + gap (insertion->plan->job->gap_x, insertion->rules.gap_x);
      if (other.top < own.bottom && own.top < other.bottom)
        g_array_append_vals (taken, &(Span) { other.left - reach, other.right + reach }, 1);
    }
}

/* Adds what is outside of the zone's region and of what stands in it. */
static void
add_region (const NkInsertion *insertion,
            const NkBox       *box,
            GArray            *taken)
{
  const NkHull *region = &insertion->regions[insertion->zones->of_box[insertion->box]];
  double padding = nk_zone_padding (insertion->plan, insertion->zone);
  double left = MIN (region->left + padding, insertion->hull.left) + box->width / 2;
  double right = MAX (region->right - padding, insertion->hull.right) - box->width / 2;

  g_array_append_vals (taken, &(Span) { -INFINITY, left }, 1);
  g_array_append_vals (taken, &(Span) { right, INFINITY }, 1);
}

/* The stretches of a row in which the box's middle can't be. */
static GArray *
find_taken (const NkInsertion *insertion,
            double             y)
{
  const NkPlan *plan = insertion->plan;
  NkBox box = plan->boxes[insertion->box];
  double gap_x = gap (plan->job->gap_x, insertion->rules.gap_x);
  double gap_y = gap (plan->job->gap_y, insertion->rules.gap_y);
  GArray *taken = g_array_new (FALSE, FALSE, sizeof (Span));

  box.y = y;
  for (int i = 0; i < plan->n_boxes; i++)
    {
      const NkBox *other = &plan->boxes[i];
      double reach = (box.width + other->width) / 2 + gap_x;
      Span span = { other->x - reach, other->x + reach };

      if (other->settled && fabs (other->y - y) < (box.height + other->height) / 2 + gap_y)
        g_array_append_val (taken, span);
    }
  if (insertion->rules.hulls && !insertion->is_alone)
    add_zones (insertion, &box, taken);
  if (insertion->rules.region && insertion->zone->band != NK_BESIDE)
    add_region (insertion, &box, taken);
  join_spans (taken);
  return taken;
}

/* The nearest free x to one that is wished for. */
static double
nearest_free (const GArray *taken,
              double        x)
{
  for (guint i = 0; i < taken->len; i++)
    {
      const Span *span = &g_array_index (taken, Span, i);

      if (x > span->low && x < span->high)
        return x - span->low < span->high - x ? span->low : span->high;
    }
  return x;
}

static gboolean
is_free (const GArray *taken,
         double        x)
{
  return nearest_free (taken, x) == x;
}

GArray *
nk_insertion_places (const NkInsertion *insertion,
                     double             y)
{
  const NkBox *box = &insertion->plan->boxes[insertion->box];
  g_autoptr (GArray) taken = find_taken (insertion, y);
  GArray *places = g_array_new (FALSE, FALSE, sizeof (double));
  double from = insertion->x, near = nearest_free (taken, insertion->x);

  g_array_append_val (places, near);
  if (!nk_hull_is_empty (&insertion->hull))
    {
      double left = insertion->hull.left + box->width / 2;
      double right = MAX (left, insertion->hull.right - box->width / 2);
      double inside = nearest_free (taken, CLAMP (insertion->x, left, right));

      g_array_append_val (places, inside);
    }
  for (guint i = 0; i < taken->len; i++)
    {
      g_array_append_val (places, g_array_index (taken, Span, i).low);
      g_array_append_val (places, g_array_index (taken, Span, i).high);
    }
  for (guint i = places->len; i-- > 0;)
    if (!isfinite (g_array_index (places, double, i))
        || !is_free (taken, g_array_index (places, double, i)))
      g_array_remove_index (places, i);
  g_array_sort_with_data (places, nk_compare_distance, &from);
  if (places->len > MOST_PLACES)
    g_array_set_size (places, MOST_PLACES);
  return places;
}
