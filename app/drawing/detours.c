#include "drawing/detours.h"

#include <math.h>

/* How far ways stand off from bodies, points: the first of these for which there is room. */
static const double margins[] = { 5, 3.5, 2.2, 1.2, 0.5 };

/* What a bend costs, in points of length: by itself, and for each radian that it turns. */
#define BEND 10.0
#define TURN 30.0
#define CROSSING 24.0    /* what a crossing costs */

#define REACHED 150        /* about so many bodies are looked at from a corner */
#define LOOKS_MOST 400000  /* lines looked at for one drawing */
#define SLACK 1e-3         /* a line along a corner's margin does not touch it */
/* On its way out of a body a tie may come as near as this to its neighbours. */
#define AT_ENDS 2.2

/* A corner as seen from another one. */
typedef struct
{
  guint corner;
  double length;           /* of the line to it; more by what it crosses */
} Sight;

typedef struct
{
  NkPoint at;
  double margin;           /* 0: no way turns here */
  GArray *seen;            /* of Sight; NULL until it is asked for */
  gboolean weighed;        /* the lengths are those of today's traffic */

  /* Of the way that is being looked for, if `search` is its number. */
  guint search;
  gboolean done;
  double cost;             /* from the start */
  double estimate;         /* from there to the end at least, in all */
  guint before;            /* the corner before it, or NOTHING */
} Corner;

#define NOTHING G_MAXUINT

struct _NkDetours
{
  NkStands *stands;
  Corner *corners;         /* four a body */
  guint n;
  double reach;            /* points: a corner farther away is not looked for */
  const NkTraffic *traffic;
  guint search;
  guint looks;
};

/* The way that is looked for. */
typedef struct
{
  NkPoint a, b;
  const NkBody *from, *to;
  GArray *open;            /* corners that are reached and not done */
} Search;

NkPoint
nk_detours_away (guint corner)
{
  guint k = corner % 4;   /* clockwise from the top left */

  return (NkPoint) { k == 1 || k == 2 ? 1 : -1, k >= 2 ? 1 : -1 };
}

static gboolean
looks_clear (NkDetours    *detours,
             NkPoint       a,
             NkPoint       b,
             double        margin,
             const NkBody *from,
             const NkBody *to)
{
  detours->looks++;
  return nk_stands_clear (detours->stands, a, b, MAX (margin - SLACK, 0), from, to);
}

/* Puts a corner's turn as far off from its body as there is room. */
static void
place_corner (NkDetours *detours,
              guint      number)
{
  const NkBody *body = nk_stands_body (detours->stands, number / 4);
  NkPoint away = nk_detours_away (number);
  NkPoint tip = { body->x + (away.x > 0 ? body->width : 0),
                  body->y + (away.y > 0 ? body->height : 0) };
  Corner *corner = &detours->corners[number];

  for (guint i = 0; i < G_N_ELEMENTS (margins); i++)
    {
      NkPoint at = { tip.x + away.x * margins[i], tip.y + away.y * margins[i] };

      if (nk_stands_clear (detours->stands, at, at, margins[i] - SLACK, body, NULL))
        {
          corner->at = at;
          corner->margin = margins[i];
          return;
        }
    }
}

NkDetours *
nk_detours_new (NkStands *stands)
{
  NkDetours *detours = g_new0 (NkDetours, 1);
  guint n = nk_stands_n (stands);
  double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;

  detours->stands = stands;
  detours->n = 4 * n;
  detours->corners = g_new0 (Corner, MAX (detours->n, 1));
  for (guint i = 0; i < detours->n; i++)
    {
      const NkBody *body = nk_stands_body (stands, i / 4);

      place_corner (detours, i);
      left = MIN (left, body->x);
      top = MIN (top, body->y);
      right = MAX (right, body->x + body->width);
      bottom = MAX (bottom, body->y + body->height);
    }
  detours->reach = INFINITY;
  if (n > REACHED)
    detours->reach = sqrt ((right - left) * (bottom - top) * REACHED / (G_PI * n));
  return detours;
}

void
nk_detours_free (NkDetours *detours)
{
  for (guint i = 0; i < detours->n; i++)
    g_clear_pointer (&detours->corners[i].seen, g_array_unref);
  g_free (detours->corners);
  g_free (detours);
}

double
nk_detours_margin (const NkDetours *detours,
                   guint            corner)
{
  return detours->corners[corner].margin;
}

static double
distance (NkPoint a,
          NkPoint b)
{
  return hypot (b.x - a.x, b.y - a.y);
}

/* TRUE if a taut line in this direction may touch the corner: it does not run into its body. */
static gboolean
passes (guint  number,
        double dx,
        double dy)
{
  NkPoint away = nk_detours_away (number);

  return dx * away.x * dy * away.y <= 0;
}

/* The length of a line; more by what it crosses. */
static double
weigh (const NkDetours *detours,
       NkPoint          a,
       NkPoint          b,
       const NkBody    *from,
       const NkBody    *to)
{
  guint crossings = detours->traffic != NULL
                      ? nk_traffic_crossings (detours->traffic, a, b, from, to) : 0;

  return distance (a, b) + CROSSING * crossings;
}

void
nk_detours_avoid (NkDetours       *detours,
                  const NkTraffic *traffic)
{
  detours->traffic = traffic;
  for (guint i = 0; i < detours->n; i++)
    detours->corners[i].weighed = FALSE;
}

static void
look_round (NkDetours *detours,
            guint      number)
{
  Corner *corner = &detours->corners[number];

  corner->seen = g_array_new (FALSE, FALSE, sizeof (Sight));
  for (guint i = 0; i < detours->n; i++)
    {
      const Corner *other = &detours->corners[i];
      double dx = other->at.x - corner->at.x, dy = other->at.y - corner->at.y;
      Sight sight = { i, 0 };

      if (i != number && other->margin > 0 && passes (number, dx, dy) && passes (i, dx, dy)
          && fabs (dx) <= detours->reach && fabs (dy) <= detours->reach
          && looks_clear (detours, corner->at, other->at, MIN (corner->margin, other->margin),
                          NULL, NULL))
        g_array_append_val (corner->seen, sight);
    }
}

/* The corners that a taut line from this one may run to. */
static GArray *
corners_in_sight (NkDetours *detours,
                  guint      number)
{
  Corner *corner = &detours->corners[number];

  if (corner->seen == NULL)
    look_round (detours, number);
  for (guint i = 0; i < corner->seen->len && !corner->weighed; i++)
    {
      Sight *sight = &g_array_index (corner->seen, Sight, i);

      sight->length = weigh (detours, corner->at, detours->corners[sight->corner].at, NULL, NULL);
    }
  corner->weighed = TRUE;
  return corner->seen;
}

/* What it costs to turn from one direction to another, given by three points. */
static double
turn_cost (NkPoint before,
           NkPoint at,
           NkPoint after)
{
  double ux = at.x - before.x, uy = at.y - before.y;
  double vx = after.x - at.x, vy = after.y - at.y;
  double angle = fabs (atan2 (ux * vy - uy * vx, ux * vx + uy * vy));

  return angle < 1e-3 ? 0 : BEND + TURN * angle;
}

static NkPoint
point_before (const NkDetours *detours,
              const Search    *search,
              guint            number)
{
  guint before = detours->corners[number].before;

  return before == NOTHING ? search->a : detours->corners[before].at;
}

/* Notes that a corner can be reached at this cost. */
static void
reach_corner (NkDetours *detours,
              Search    *search,
              guint      number,
              guint      before,
              double     cost)
{
  Corner *corner = &detours->corners[number];

  if (corner->search == detours->search && (corner->done || corner->cost <= cost))
    return;
  if (corner->search != detours->search)
    g_array_append_val (search->open, number);
  corner->search = detours->search;
  corner->done = FALSE;
  corner->cost = cost;
  corner->estimate = cost + distance (corner->at, search->b);
  corner->before = before;
}

/* Takes the most promising corner out of those that are open; NOTHING if there is none. */
static guint
take_best (NkDetours *detours,
           Search    *search)
{
  guint best = NOTHING, where = 0, number;

  for (guint i = 0; i < search->open->len; i++)
    {
      number = g_array_index (search->open, guint, i);
      if (best == NOTHING || detours->corners[number].estimate < detours->corners[best].estimate
          || (detours->corners[number].estimate == detours->corners[best].estimate
              && number < best))
        {
          best = number;
          where = i;
        }
    }
  if (best != NOTHING)
    g_array_remove_index_fast (search->open, where);
  return best;
}

static gboolean
is_at_end (const NkDetours *detours,
           const Search    *search,
           guint            number)
{
  const NkBody *body = nk_stands_body (detours->stands, number / 4);

  return body == search->from || body == search->to;
}

/* Reaches the corners that can be seen from the start. */
static void
leave_start (NkDetours *detours,
             Search    *search)
{
  for (guint i = 0; i < detours->n; i++)
    {
      const Corner *corner = &detours->corners[i];
      double dx = corner->at.x - search->a.x, dy = corner->at.y - search->a.y;

      if (corner->margin > 0 && !is_at_end (detours, search, i) && passes (i, dx, dy)
          && looks_clear (detours, search->a, corner->at, MIN (corner->margin, AT_ENDS),
                          search->from, search->to))
        reach_corner (detours, search, i, NOTHING,
                      weigh (detours, search->a, corner->at, search->from, search->to));
    }
}

/* The end as it is reached from a corner: its cost, INFINITY if it is not in sight. */
static double
end_cost (NkDetours *detours,
          Search    *search,
          guint      number)
{
  const Corner *corner = &detours->corners[number];
  double dx = search->b.x - corner->at.x, dy = search->b.y - corner->at.y;

  if (!passes (number, dx, dy)
      || !looks_clear (detours, corner->at, search->b, MIN (corner->margin, AT_ENDS),
                       search->from, search->to))
    return INFINITY;
  return corner->cost + weigh (detours, corner->at, search->b, search->from, search->to)
         + turn_cost (point_before (detours, search, number), corner->at, search->b);
}

/* Goes on from a corner to those that it sees. */
static void
leave_corner (NkDetours *detours,
              Search    *search,
              guint      number)
{
  const GArray *seen = corners_in_sight (detours, number);
  const Corner *corner = &detours->corners[number];
  NkPoint before = point_before (detours, search, number);

  for (guint i = 0; i < seen->len; i++)
    {
      const Sight *next = &g_array_index (seen, Sight, i);
      NkPoint at = detours->corners[next->corner].at;

      if (!is_at_end (detours, search, next->corner))
        reach_corner (detours, search, next->corner, number,
                      corner->cost + next->length + turn_cost (before, corner->at, at));
    }
}

/* The last corner of the cheapest way, or NOTHING. */
static guint
run_search (NkDetours *detours,
            Search    *search)
{
  double least = INFINITY;
  guint last = NOTHING, number;

  leave_start (detours, search);
  while (detours->looks < LOOKS_MOST && (number = take_best (detours, search)) != NOTHING
         && detours->corners[number].estimate < least)
    {
      double cost = end_cost (detours, search, number);

      detours->corners[number].done = TRUE;
      if (cost < least)
        {
          least = cost;
          last = number;
        }
      leave_corner (detours, search, number);
    }
  return last;
}

gboolean
nk_detours_find (NkDetours    *detours,
                 NkPoint       a,
                 NkPoint       b,
                 const NkBody *from,
                 const NkBody *to,
                 GArray       *turns)
{
  Search search = { a, b, from, to, g_array_new (FALSE, FALSE, sizeof (guint)) };
  guint first = turns->len, number;

  detours->search++;
  number = run_search (detours, &search);
  g_array_unref (search.open);
  for (guint i = number; i != NOTHING; i = detours->corners[i].before)
    {
      NkTurn turn = { i, detours->corners[i].at };

      g_array_insert_val (turns, first, turn);
    }
  return number != NOTHING;
}

double
nk_detours_cost (const NkDetours *detours,
                 const NkPoint   *points,
                 guint            n,
                 const NkBody    *from,
                 const NkBody    *to)
{
  double cost = 0;

  for (guint i = 0; i + 1 < n; i++)
    {
      cost += weigh (detours, points[i], points[i + 1], from, to);
      if (i > 0)
        cost += turn_cost (points[i - 1], points[i], points[i + 1]);
    }
  return cost;
}
