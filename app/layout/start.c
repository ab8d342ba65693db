#include "layout/start.h"

#include "layout/graphviz.h"

#include <math.h>

/* Above so many boxes neato takes too long for a mere start. */
#define MOST_FOR_NEATO 400

#define LINK_LENGTH 110

/* The mean of x, y and of what is to grow with them. */
typedef struct
{
  double x, y, rank;
  int n;
} Mean;

/* All have a place where the user put them, or a layout before. */
static gboolean
all_placed (const NkPlan *plan)
{
  for (guint i = 0; i < plan->job->actors->len; i++)
    if (!nk_job_actor (plan->job, i)->placed)
      return FALSE;
  return TRUE;
}

typedef double (*RankFunc) (const NkBox *box);

static double
band_rank (const NkBox *box)
{
  return box->band >= 0 ? box->band : NAN;
}

static double
district_rank (const NkBox *box)
{
  return box->district >= 0 ? box->district : box->column >= 0 ? box->column : NAN;
}

/* The direction in which a rank grows: the covariances of rank and position. */
static NkJobPosition
growth (const NkPlan        *plan,
        const NkJobPosition *at,
        RankFunc             rank)
{
  NkJobPosition direction = { 0, 0 };
  Mean mean = { 0 };

  for (int i = 0; i < plan->n_boxes; i++)
    if (!isnan (rank (&plan->boxes[i])))
      {
        mean.x += at[i].x;
        mean.y += at[i].y;
        mean.rank += rank (&plan->boxes[i]);
        mean.n++;
      }
  for (int i = 0; i < plan->n_boxes; i++)
    if (!isnan (rank (&plan->boxes[i])))
      {
        double above = rank (&plan->boxes[i]) - mean.rank / mean.n;

        direction.x += above * (at[i].x - mean.x / mean.n);
        direction.y += above * (at[i].y - mean.y / mean.n);
      }
  return direction;
}

/* Turns and mirrors positions so that bands grow downwards and districts to the right. */
static void
turn (const NkPlan  *plan,
      NkJobPosition *at)
{
  NkJobPosition down = growth (plan, at, band_rank);
  double length = hypot (down.x, down.y);
  double mirror;

  for (int i = 0; length > 0 && i < plan->n_boxes; i++)
    at[i] = (NkJobPosition) { (at[i].x * down.y - at[i].y * down.x) / length,
                              (at[i].x * down.x + at[i].y * down.y) / length };
  mirror = growth (plan, at, district_rank).x < 0 ? -1 : 1;
  for (int i = 0; i < plan->n_boxes; i++)
    at[i].x *= mirror;
}

typedef struct
{
  double low, high;
} Range;

static void
range_add (Range  *range,
           double  value)
{
  range->low = MIN (range->low, value);
  range->high = MAX (range->high, value);
}

static double
scale (double value,
       Range  from,
       double low,
       double high)
{
  if (from.high - from.low < 1e-9)
    return (low + high) / 2;
  return low + (value - from.low) / (from.high - from.low) * (high - low);
}

/* Stretches what is proposed for a zone's boxes over the zone's rectangle. */
static void
bring_in (NkPlan              *plan,
          const NkZone        *zone,
          const NkJobPosition *at)
{
  Range x = { INFINITY, -INFINITY };
  Range y = { INFINITY, -INFINITY };

  for (int i = 0; i < zone->n_members; i++)
    {
      range_add (&x, at[zone->members[i]].x);
      range_add (&y, at[zone->members[i]].y);
    }
  for (int i = 0; i < zone->n_members; i++)
    {
      NkBox *box = &plan->boxes[zone->members[i]];

      box->x = scale (at[zone->members[i]].x, x, zone->left + box->width / 2,
                      zone->right - box->width / 2);
      box->y = scale (at[zone->members[i]].y, y, zone->top + box->height / 2,
                      zone->bottom - box->height / 2);
    }
}

static NkJobPosition *
propose (const NkPlan  *plan,
         GError       **error)
{
  NkGraphvizWish wish = { .engine = plan->n_boxes > MOST_FOR_NEATO ? "sfdp" : "neato",
                          .link_length = LINK_LENGTH };
  g_autofree int *boxes = g_new (int, plan->n_boxes);
  NkJobPosition *at;

  for (int i = 0; i < plan->n_boxes; i++)
    boxes[i] = i;
  at = nk_graphviz_place (plan, boxes, plan->n_boxes, &wish, error);
  if (at != NULL)
    turn (plan, at);
  return at;
}

static NkJobPosition *
given (const NkPlan *plan)
{
  NkJobPosition *at = g_new (NkJobPosition, plan->n_boxes);

  for (int i = 0; i < plan->n_boxes; i++)
    at[i] = (NkJobPosition) { plan->boxes[i].x, plan->boxes[i].y };
  return at;
}

gboolean
nk_start (NkPlan         *plan,
          const NkZones  *zones,
          GError        **error)
{
  g_autofree NkJobPosition *at = all_placed (plan) ? given (plan) : propose (plan, error);

  if (at == NULL)
    return FALSE;
  for (int i = 0; i < zones->n; i++)
    bring_in (plan, &zones->zones[i], at);
  return TRUE;
}
