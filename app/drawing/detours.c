#include "drawing/detours.h"

#include <math.h>

/* What is worth how many points of length: a bend by itself, each radian that it turns, turning left
 * after right or right after left, a crossing, and turning where there is no room, for each line
 * too many. */
#define BEND 12.0
#define TURN 30.0
#define WAVE 20.0
#define CROSSING 24.0
#define CROWDED 20.0

/* On its way out of a body a tie may come as near as this to its neighbours. */
#define AT_ENDS 2.2

/* Lines looked at: for one way, from one corner, and for one drawing; of the latter, for ways that
 * are only better than those that are known. */
#define LOOKS_A_WAY 4000
#define LOOKS_A_CORNER 400
#define LOOKS_MOST 8000000
#define LOOKS_BETTER 600000

#define SLACK 1e-3        /* a line along a corner's margin does not touch it */
#define NOTHING G_MAXUINT

/* How a corner is reached in the search of this number. */
typedef struct
{
  guint search;
  gboolean done;
  double cost;              /* from the start */
  double estimate;          /* from there to the end at least, in all */
  guint before;             /* the corner before it, or NOTHING */
  guint tried;              /* the number of the last expansion that looked at it */
} Reached;

struct _NkDetours
{
  NkCorners *corners;
  NkStands *stands;
  Reached *reached;         /* of each corner */
  NkTraffic *traffic;
  guint search, expansion;
  guint looks;              /* how many lines have been looked at: what all this costs */
};

/* The way that is looked for. */
typedef struct
{
  NkPoint a, b;
  const NkBody *from, *to;
  double least;             /* what the best way that is known costs */
  GArray *open;             /* corners that are reached and not done */
  gboolean wide;            /* looks round what is beside the line to the end, too */
} Search;

/* Where the search goes on from: the start, or a corner. */
typedef struct
{
  guint number;             /* or NOTHING */
  const NkCorner *corner;   /* or NULL */
  NkPoint at, before;       /* `before` of a corner only */
  NkPoint first;            /* the point before that, if there is one, else the same */
  double cost;
  GArray *targets;          /* of guint: corners to be looked at */
} Place;

NkDetours *
nk_detours_new (NkCorners *corners)
{
  NkDetours *detours = g_new0 (NkDetours, 1);

  detours->corners = corners;
  detours->stands = nk_corners_stands (corners);
  detours->reached = g_new0 (Reached, MAX (nk_corners_n (corners), 1));
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
  return nk_corners_at (detours->corners, number);
}

void
nk_detours_avoid (NkDetours *detours,
                  NkTraffic *traffic)
{
  detours->traffic = traffic;
}

void
nk_detours_use (NkDetours    *detours,
                const GArray *turns,
                int           by)
{
  for (guint i = 0; i < turns->len; i++)
    {
      guint corner = g_array_index (turns, NkTurn, i).corner;

      if (corner < NK_TURN_TRUNK)
        corner_at (detours, corner)->users += by;
    }
}

static double
distance (NkPoint a,
          NkPoint b)
{
  double dx = b.x - a.x, dy = b.y - a.y;

  return sqrt (dx * dx + dy * dy);   /* several times as fast as hypot () */
}

static guint
count_crossings (NkDetours    *detours,
                 NkPoint       a,
                 NkPoint       b,
                 const NkBody *from,
                 const NkBody *to)
{
  if (detours->traffic == NULL)
    return 0;
  detours->looks++;
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

/* What it costs if a line that turns one way at `before` turns the other way at `at`. */
static double
wave_cost (NkPoint first,
           NkPoint before,
           NkPoint at,
           NkPoint after)
{
  double turn = (before.x - first.x) * (at.y - before.y) - (before.y - first.y) * (at.x - before.x);
  double next = (at.x - before.x) * (after.y - at.y) - (at.y - before.y) * (after.x - at.x);

  return (turn < 0) != (next < 0) ? WAVE : 0;
}

/* TRUE if a line that turns at the corner does so round its body, not away from it. */
static gboolean
turns_round (const NkCorner *corner,
             NkPoint         before,
             NkPoint         after)
{
  double ux = corner->at.x - before.x, uy = corner->at.y - before.y;
  double vx = after.x - corner->at.x, vy = after.y - corner->at.y;
  double u = MAX (distance (before, corner->at), 1e-9);
  double v = MAX (distance (corner->at, after), 1e-9);

  return (vx / v - ux / u) * corner->away.x + (vy / v - uy / u) * corner->away.y <= 1e-6;
}

static NkPoint
point_before (NkDetours    *detours,
              const Search *search,
              guint         number)
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
                         cost + distance (corner_at (detours, number)->at, search->b), before,
                         reached->tried };
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
  const NkBody *body = nk_stands_body (detours->stands, number / 4);

  return body == search->from || body == search->to;
}

/* What it costs to turn at a place on the way to a point. */
static double
bend_cost (const Place *place,
           NkPoint      to)
{
  double cost = turn_cost (place->before, place->at, to);
  gboolean is_first = place->first.x == place->before.x && place->first.y == place->before.y;

  return is_first ? cost : cost + wave_cost (place->first, place->before, place->at, to);
}

/* Looks along a line: the body that it meets first, or NK_STANDS_NONE. */
static guint
look (NkDetours     *detours,
      const Place   *place,
      NkPoint        to,
      double         margin,
      const NkBody  *start,
      const NkBody  *end)
{
  detours->looks++;
  return nk_stands_first (detours->stands, place->at, to, MAX (margin - SLACK, 0), start, end);
}

/* Notes the corners of a body at which a line may pass it, to be looked at. */
static void
pass_by (NkDetours    *detours,
         const Search *search,
         Place        *place,
         guint         body)
{
  if (body == NK_STANDS_NONE || is_at_end (detours, search, 4 * body))
    return;
  for (guint i = 4 * body; i < 4 * body + 4; i++)
    {
      const NkCorner *corner = corner_at (detours, i);

      if (detours->reached[i].tried == detours->expansion || i == place->number)
        continue;
      detours->reached[i].tried = detours->expansion;
      if (corner->margin > 0 && place->targets->len < LOOKS_A_CORNER
          && nk_corner_passes (corner, corner->at.x - place->at.x, corner->at.y - place->at.y))
        g_array_append_val (place->targets, i);
    }
}

/* Notes the corners of all bodies on both sides of the line to the end: the way with fewer crossings
 * may lead round what is not in the way. */
static void
pass_all (NkDetours    *detours,
          const Search *search,
          Place        *place)
{
  g_autoptr (GArray) bodies = nk_stands_along (detours->stands, place->at, search->b);

  for (guint i = 0; i < bodies->len; i++)
    pass_by (detours, search, place, g_array_index (bodies, guint, i));
}

/* Goes on to the end if it is in sight; TRUE if that is the best way so far. */
static gboolean
try_end (NkDetours *detours,
         Search    *search,
         Place     *place)
{
  const NkCorner *corner = place->corner;
  double margin = MIN (corner != NULL ? corner->margin : AT_ENDS, AT_ENDS);
  guint blocker = look (detours, place, search->b, margin, search->from, search->to);
  double cost;

  if (blocker != NK_STANDS_NONE || corner == NULL)
    {
      pass_by (detours, search, place, blocker);
      return FALSE;
    }
  if (!nk_corner_passes (corner, search->b.x - place->at.x, search->b.y - place->at.y)
      || !turns_round (corner, place->before, search->b))
    return FALSE;
  cost = place->cost + distance (place->at, search->b) + bend_cost (place, search->b);
  if (cost < search->least)
    cost += CROSSING * count_crossings (detours, place->at, search->b, search->from, search->to);
  if (cost >= search->least)
    return FALSE;
  search->least = cost;
  return TRUE;
}

/* Goes on to a corner if it is in sight, else notes how to pass by what is in the way. */
static void
try_corner (NkDetours *detours,
            Search    *search,
            Place     *place,
            guint      number)
{
  const NkCorner *corner = place->corner, *next = corner_at (detours, number);
  const NkBody *from = corner == NULL ? search->from : NULL;
  const NkBody *to = corner == NULL ? search->to : NULL;
  double margin = MIN (corner != NULL ? corner->margin : AT_ENDS, next->margin);
  double cost = place->cost + distance (place->at, next->at) + crowding_cost (next);
  guint blocker;

  if (!helps (detours, search, number, cost))
    return;
  blocker = look (detours, place, next->at, margin, from, to);
  if (blocker != NK_STANDS_NONE)
    {
      pass_by (detours, search, place, blocker);
      return;
    }
  if (corner != NULL)
    {
      if (!nk_corner_passes (corner, next->at.x - place->at.x, next->at.y - place->at.y)
          || !turns_round (corner, place->before, next->at))
        return;
      cost += bend_cost (place, next->at);
    }
  if (helps (detours, search, number, cost))
    cost += CROSSING * count_crossings (detours, place->at, next->at, from, to);
  if (helps (detours, search, number, cost))
    reach_corner (detours, search, number, place->number, cost);
}

/* Goes on from a place: straight to the end, or to corners round what is in the way. TRUE if this
 * is the best way so far. */
static gboolean
leave (NkDetours *detours,
       Search    *search,
       guint      number)
{
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (guint));
  Place place = { .number = number, .at = search->a, .targets = targets };
  gboolean found;

  if (number != NOTHING)
    {
      place.corner = corner_at (detours, number);
      place.at = place.corner->at;
      place.before = point_before (detours, search, number);
      place.first = detours->reached[number].before == NOTHING
                      ? place.before : point_before (detours, search, detours->reached[number].before);
      place.cost = detours->reached[number].cost;
    }
  detours->expansion++;
  found = try_end (detours, search, &place);
  if (search->wide)
    pass_all (detours, search, &place);
  for (guint i = 0; i < targets->len; i++)
    try_corner (detours, search, &place, g_array_index (targets, guint, i));
  return found;
}

/* The last corner of the cheapest way, or NOTHING. */
static guint
run_search (NkDetours *detours,
            Search    *search)
{
  /* Who has a way already looks for a better one only while others need not go without. */
  guint most = isinf (search->least) ? LOOKS_MOST : LOOKS_BETTER;
  guint looks_most = MIN (detours->looks + LOOKS_A_WAY, most);
  guint last = NOTHING, number;

  detours->search++;
  if (detours->looks >= most)
    return NOTHING;
  leave (detours, search, NOTHING);
  while (detours->looks < looks_most && (number = take_best (detours, search)) != NOTHING
         && detours->reached[number].estimate < search->least)
    {
      detours->reached[number].done = TRUE;
      if (leave (detours, search, number))
        last = number;
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
  Search search = { a, b, from, to, bound, open, detours->traffic != NULL };
  guint first = turns->len, last;

  last = run_search (detours, &search);
  if (last == NOTHING && isinf (bound))
    {
      search.wide = TRUE;
      g_array_set_size (open, 0);
      last = run_search (detours, &search);
    }
  for (guint i = last; i != NOTHING; i = detours->reached[i].before)
    {
      NkPoint at = corner_at (detours, i)->at;
      NkTurn turn = { i, at, at };

      g_array_insert_val (turns, first, turn);
    }
  return last != NOTHING;
}

double
nk_detours_cost (NkDetours    *detours,
                 const GArray *way,
                 const NkBody *from,
                 const NkBody *to)
{
  const NkTurn *turns = (const NkTurn *) (gconstpointer) way->data;
  double cost = 0;

  for (guint i = 0; i + 1 < way->len; i++)
    {
      cost += distance (turns[i].at, turns[i + 1].at)
              + CROSSING * count_crossings (detours, turns[i].at, turns[i + 1].at, from, to);
      if (i > 0)
        cost += turn_cost (turns[i - 1].at, turns[i].at, turns[i + 1].at)
                + (i > 1 ? wave_cost (turns[i - 2].at, turns[i - 1].at, turns[i].at,
                                      turns[i + 1].at) : 0)
                + crowding_cost (corner_at (detours, turns[i].corner));
    }
  return cost;
}
