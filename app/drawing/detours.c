#include "drawing/detours.h"

#include <math.h>

/* What is worth how many points of length: a bend by itself, each radian that it turns, a crossing,
 * and turning where there is no room, for each line too many. */
#define BEND 12.0
#define TURN 30.0
#define CROSSING 18.0
#define CROWDED 20.0

/* On its way out of a body a tie may come as near as this to its neighbours. */
#define AT_ENDS 2.2

#define LOOKS_MOST 300000   /* lines looked at for one drawing */
#define LOOKS_BETTER 200000 /* of these, for ways that are only better than those that are known */
#define NOTHING G_MAXUINT

/* How a corner is reached in the search of this number. */
typedef struct
{
  guint search;
  gboolean done;
  double cost;              /* from the start */
  double estimate;          /* from there to the end at least, in all */
  guint before;             /* the corner before it, or NOTHING */
} Reached;

struct _NkDetours
{
  NkCorners *corners;
  Reached *reached;         /* of each corner */
  const NkTraffic *traffic;
  guint search;
};

/* The way that is looked for. */
typedef struct
{
  NkPoint a, b;
  const NkBody *from, *to;
  double least;             /* what the best way that is known costs */
  GArray *open;             /* corners that are reached and not done */
} Search;

NkDetours *
nk_detours_new (NkCorners *corners)
{
  NkDetours *detours = g_new0 (NkDetours, 1);

  detours->corners = corners;
  detours->reached = g_new0 (Reached, MAX (corners->n, 1));
  return detours;
}

void
nk_detours_free (NkDetours *detours)
{
  g_free (detours->reached);
  g_free (detours);
}

static NkCorner *
corner_at (const NkDetours *detours,
           guint            number)
{
  return &detours->corners->corners[number];
}

void
nk_detours_avoid (NkDetours       *detours,
                  const NkTraffic *traffic)
{
  detours->traffic = traffic;
  nk_corners_recount (detours->corners);
}

void
nk_detours_use (NkDetours    *detours,
                const GArray *turns,
                int           by)
{
  for (guint i = 0; i < turns->len; i++)
    {
      guint corner = g_array_index (turns, NkTurn, i).corner;

      if (corner != NK_TURN_NONE)
        corner_at (detours, corner)->users += by;
    }
}

static double
distance (NkPoint a,
          NkPoint b)
{
  return hypot (b.x - a.x, b.y - a.y);
}

static guint
count_crossings (const NkDetours *detours,
                 NkPoint          a,
                 NkPoint          b,
                 const NkBody    *from,
                 const NkBody    *to)
{
  if (detours->traffic == NULL)
    return 0;
  detours->corners->looks++;
  return nk_traffic_crossings (detours->traffic, a, b, from, to);
}

/* What it costs that one more line turns at a corner. */
static double
crowding_cost (const NkCorner *corner)
{
  /* Half of the room: a gap belongs to the bodies on both its sides. */
  double too_many = corner->users - corner->room / 2 / NK_LANES_APART;

  return too_many > 0 ? CROWDED * too_many : 0;
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

/* TRUE if a line that turns at the corner does so round its body, not away from it. */
static gboolean
turns_round (const NkCorner *corner,
             NkPoint         before,
             NkPoint         after)
{
  double ux = corner->at.x - before.x, uy = corner->at.y - before.y;
  double vx = after.x - corner->at.x, vy = after.y - corner->at.y;
  double u = MAX (hypot (ux, uy), 1e-9), v = MAX (hypot (vx, vy), 1e-9);

  return (vx / v - ux / u) * corner->away.x + (vy / v - uy / u) * corner->away.y <= 1e-6;
}

static NkPoint
point_before (const NkDetours *detours,
              const Search    *search,
              guint            number)
{
  guint before = detours->reached[number].before;

  return before == NOTHING ? search->a : corner_at (detours, before)->at;
}

/* TRUE if it would help to reach a corner at this cost. */
static gboolean
helps (const NkDetours *detours,
       const Search    *search,
       guint            number,
       double           cost)
{
  const Reached *reached = &detours->reached[number];

  if (cost + distance (corner_at (detours, number)->at, search->b) >= search->least)
    return FALSE;
  return reached->search != detours->search || (!reached->done && cost < reached->cost);
}

static void
reach_corner (NkDetours *detours,
              Search    *search,
              guint      number,
              guint      before,
              double     cost)
{
  Reached *reached = &detours->reached[number];

  if (reached->search != detours->search)
    g_array_append_val (search->open, number);
  *reached = (Reached) { detours->search, FALSE, cost,
                         cost + distance (corner_at (detours, number)->at, search->b), before };
}

/* Takes the most promising corner out of those that are open; NOTHING if there is none. */
static guint
take_best (NkDetours *detours,
           Search    *search)
{
  guint best = NOTHING, where = 0;

  for (guint i = 0; i < search->open->len; i++)
    {
      guint number = g_array_index (search->open, guint, i);
      double estimate = detours->reached[number].estimate;

      if (best == NOTHING || estimate < detours->reached[best].estimate
          || (estimate == detours->reached[best].estimate && number < best))
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
  const NkBody *body = nk_stands_body (detours->corners->stands, number / 4);

  return body == search->from || body == search->to;
}

/* Reaches the corners that can be seen from the start. */
static void
leave_start (NkDetours *detours,
             Search    *search)
{
  for (guint i = 0; i < detours->corners->n; i++)
    {
      const NkCorner *corner = corner_at (detours, i);
      double dx = corner->at.x - search->a.x, dy = corner->at.y - search->a.y;
      double cost = hypot (dx, dy) + crowding_cost (corner);

      if (corner->margin == 0 || is_at_end (detours, search, i)
          || !nk_corner_passes (corner, dx, dy) || !helps (detours, search, i, cost)
          || !nk_corners_look (detours->corners, search->a, corner->at,
                               MIN (corner->margin, AT_ENDS), search->from, search->to))
        continue;
      cost += CROSSING * count_crossings (detours, search->a, corner->at, search->from,
                                          search->to);
      if (helps (detours, search, i, cost))
        reach_corner (detours, search, i, NOTHING, cost);
    }
}

/* Goes on from a corner to the end if it is in sight; TRUE if that is the best way so far. */
static gboolean
reach_end (NkDetours *detours,
           Search    *search,
           guint      number)
{
  const NkCorner *corner = corner_at (detours, number);
  NkPoint before = point_before (detours, search, number);
  double dx = search->b.x - corner->at.x, dy = search->b.y - corner->at.y;
  double cost = detours->reached[number].cost + hypot (dx, dy)
                + turn_cost (before, corner->at, search->b);

  if (cost >= search->least || !nk_corner_passes (corner, dx, dy)
      || !turns_round (corner, before, search->b)
      || !nk_corners_look (detours->corners, corner->at, search->b, MIN (corner->margin, AT_ENDS),
                           search->from, search->to))
    return FALSE;
  cost += CROSSING * count_crossings (detours, corner->at, search->b, search->from, search->to);
  if (cost >= search->least)
    return FALSE;
  search->least = cost;
  return TRUE;
}

/* Goes on from a corner to those that it sees. */
static void
leave_corner (NkDetours *detours,
              Search    *search,
              guint      number)
{
  GArray *sights = nk_corners_sights (detours->corners, number);
  const NkCorner *corner = corner_at (detours, number);
  NkPoint before = point_before (detours, search, number);

  for (guint i = 0; i < sights->len; i++)
    {
      NkSight *sight = &g_array_index (sights, NkSight, i);
      const NkCorner *next = corner_at (detours, sight->corner);
      double cost = detours->reached[number].cost + sight->length + crowding_cost (next);

      if (is_at_end (detours, search, sight->corner)
          || !helps (detours, search, sight->corner, cost)
          || !turns_round (corner, before, next->at))
        continue;
      cost += turn_cost (before, corner->at, next->at);
      if (!helps (detours, search, sight->corner, cost))
        continue;
      if (sight->crossings < 0)
        sight->crossings = count_crossings (detours, corner->at, next->at, NULL, NULL);
      cost += CROSSING * sight->crossings;
      if (helps (detours, search, sight->corner, cost))
        reach_corner (detours, search, sight->corner, number, cost);
    }
}

/* The last corner of the cheapest way, or NOTHING. */
static guint
run_search (NkDetours *detours,
            Search    *search)
{
  /* Who has a way already looks for a better one only while others need not go without. */
  guint looks_most = isinf (search->least) ? LOOKS_MOST : LOOKS_BETTER;
  guint last = NOTHING, number;

  if (detours->corners->looks >= looks_most)
    return NOTHING;
  leave_start (detours, search);
  while (detours->corners->looks < LOOKS_MOST && (number = take_best (detours, search)) != NOTHING
         && detours->reached[number].estimate < search->least)
    {
      detours->reached[number].done = TRUE;
      if (reach_end (detours, search, number))
        last = number;
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
                 double        bound,
                 GArray       *turns)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
  Search search = { a, b, from, to, bound, open };
  guint first = turns->len, last;

  detours->search++;
  last = run_search (detours, &search);
  for (guint i = last; i != NOTHING; i = detours->reached[i].before)
    {
      NkPoint at = corner_at (detours, i)->at;
      NkTurn turn = { i, at, at };

      g_array_insert_val (turns, first, turn);
    }
  return last != NOTHING;
}

double
nk_detours_cost (const NkDetours *detours,
                 const GArray    *way,
                 const NkBody    *from,
                 const NkBody    *to)
{
  const NkTurn *turns = (const NkTurn *) (gconstpointer) way->data;
  double cost = 0;

  for (guint i = 0; i + 1 < way->len; i++)
    {
      cost += distance (turns[i].at, turns[i + 1].at)
              + CROSSING * count_crossings (detours, turns[i].at, turns[i + 1].at, from, to);
      if (i > 0)
        cost += turn_cost (turns[i - 1].at, turns[i].at, turns[i + 1].at)
                + crowding_cost (corner_at (detours, turns[i].corner));
    }
  return cost;
}
