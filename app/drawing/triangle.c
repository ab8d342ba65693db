#include "drawing/triangle.h"

#include "drawing/planes.h"

#include <math.h>
#include <stdlib.h>

/* All in points. */
#define GAP_X 9.0           /* from actor to actor of one group */
#define GAP_Y 8.0
#define GROUP_GAP 17.0      /* from group to group */
#define LOOK 1.9            /* the form of a group, width to height */
#define LOOK_ABOVE 0.7      /* the same for the one in the upper corner, which is narrow */

/* So far from where their weights draw them, on average and as a part of the base, is near enough. */
#define NEAR 0.07
#define GROWTH 1.08         /* of the base, from try to try */
#define TRIES 40
#define BASE_LEAST 260.0
#define ROOM_LEAST 1.3      /* the area of the triangle, by that of all actors, with which they begin */
#define ROOM_MOST 3.0       /* and with which they end, near or not */

/* Actors whose weights have the same proportion. */
typedef struct
{
  int weights[NK_N_DIMENSIONS];   /* the least that have it */
  GArray *members;                /* of guint */
  double width, height;           /* as they stand together, with a gap round them */
  NkPoint want, at;               /* of its middle */
} Group;

static void
clear_group (gpointer data)
{
  g_array_unref (((Group *) data)->members);
}

static int
divisor (int a,
         int b)
{
  return b == 0 ? a : divisor (b, a % b);
}

static void
read_weights (const NkRecord *actor,
              int             weights[NK_N_DIMENSIONS])
{
  for (int i = 0; i < NK_N_DIMENSIONS; i++)
    weights[i] = nk_record_integer (actor, nk_dimensions[i]);
}

static void
reduce (int weights[NK_N_DIMENSIONS])
{
  int by = MAX (divisor (divisor (weights[0], weights[1]), weights[2]), 1);

  for (int i = 0; i < NK_N_DIMENSIONS; i++)
    weights[i] /= by;
}

static int
sum_of (const int weights[NK_N_DIMENSIONS])
{
  return weights[0] + weights[1] + weights[2];
}

static NkPoint
barycentre (const NkPoint corners[NK_N_DIMENSIONS],
            const int     weights[NK_N_DIMENSIONS])
{
  double sum = MAX (sum_of (weights), 1);
  NkPoint point = { 0, 0 };

  for (int i = 0; i < NK_N_DIMENSIONS; i++)
    {
      point.x += corners[i].x * weights[i] / sum;
      point.y += corners[i].y * weights[i] / sum;
    }
  return point;
}

static Group *
find_group (GArray    *groups,
            const int  weights[NK_N_DIMENSIONS])
{
  Group group = { .weights = { weights[0], weights[1], weights[2] } };

  for (guint i = 0; i < groups->len; i++)
    {
      Group *other = &g_array_index (groups, Group, i);

      if (other->weights[0] == weights[0] && other->weights[1] == weights[1]
          && other->weights[2] == weights[2])
        return other;
    }
  group.members = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (groups, group);
  return &g_array_index (groups, Group, groups->len - 1);
}

/* Stands the members of a group in centred rows no longer than `length`, their middle at `at`; says
 * how wide and high they are together. */
static void
stand_rows (GArray      *actors,
            const Group *group,
            double       length,
            NkPoint      at,
            double      *width,
            double      *height)
{
  double y = 0;
  guint n = group->members->len;

  *width = 0;
  for (guint first = 0, end; first < n; first = end)
    {
      double row = -GAP_X, tallest = 0, x;

      for (end = first; end < n; end++)
        {
          const NkBody *body = &g_array_index (actors, NkPlacedActor,
                                               g_array_index (group->members, guint, end)).body;

          if (end > first && row + GAP_X + body->width > length)
            break;
          row += GAP_X + body->width;
          tallest = MAX (tallest, body->height);
        }
      x = at.x - row / 2;
      for (guint i = first; i < end; i++)
        {
          NkBody *body = &g_array_index (actors, NkPlacedActor,
                                         g_array_index (group->members, guint, i)).body;

          body->x = x;
          body->y = at.y + y + (tallest - body->height) / 2;
          x += body->width + GAP_X;
        }
      *width = MAX (*width, row);
      y += tallest + GAP_Y;
    }
  *height = y - GAP_Y;
}

/* The length of rows that gives a group about the form that it should have. */
static double
row_length (GArray      *actors,
            const Group *group)
{
  double area = 0, widest = 0;
  gboolean above;

  for (guint i = 0; i < group->members->len; i++)
    {
      const NkBody *body = &g_array_index (actors, NkPlacedActor,
                                           g_array_index (group->members, guint, i)).body;

      area += (body->width + GAP_X) * (body->height + GAP_Y);
      widest = MAX (widest, body->width);
    }
  above = group->weights[1] == 0 && group->weights[2] == 0;
  return MAX (widest, sqrt (area * (above ? LOOK_ABOVE : LOOK)));
}

/* The groups with their sizes, the largest first: it is hardest to find a place for it. */
static int
by_size (gconstpointer a,
         gconstpointer b)
{
  const Group *p = a, *q = b;
  double size = p->width * p->height, other = q->width * q->height;

  if (size != other)
    return size < other ? 1 : -1;
  for (int i = 0; i < NK_N_DIMENSIONS; i++)
    if (p->weights[i] != q->weights[i])
      return q->weights[i] - p->weights[i];
  return 0;
}

static GArray *
make_groups (GArray *actors)
{
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (Group));

  g_array_set_clear_func (groups, clear_group);
  for (guint i = 0; i < actors->len; i++)
    {
      int weights[NK_N_DIMENSIONS];

      read_weights (g_array_index (actors, NkPlacedActor, i).actor, weights);
      reduce (weights);
      g_array_append_val (find_group (groups, weights)->members, i);
    }
  for (guint i = 0; i < groups->len; i++)
    {
      Group *group = &g_array_index (groups, Group, i);

      stand_rows (actors, group, row_length (actors, group), (NkPoint) { 0, 0 }, &group->width,
                  &group->height);
      group->width += GROUP_GAP;
      group->height += GROUP_GAP;
    }
  g_array_sort (groups, by_size);
  return groups;
}

/* The triangle of corners, less what the group needs round its middle to stand in it: how high its
 * middle may be at x, and how low. */
static double
highest_at (const NkTriangle *triangle,
            const Group      *group,
            double            x)
{
  const NkPoint *c = triangle->corners;
  double slope = (c[1].y - c[0].y) / c[2].x;

  return c[0].y + slope * (fabs (x) + group->width / 2) + group->height / 2;
}

static double
lowest (const NkTriangle *triangle,
        const Group      *group)
{
  return triangle->corners[1].y - group->height / 2;
}

/* How far to both sides the middle may be at y. */
static double
aside_at (const NkTriangle *triangle,
          const Group      *group,
          double            y)
{
  const NkPoint *c = triangle->corners;
  double slope = (c[1].y - c[0].y) / c[2].x;

  return (y - group->height / 2 - c[0].y) / slope - group->width / 2;
}

/* TRUE if the group may stand there for the triangle and for all of the first `n`. */
static gboolean
is_free (const NkTriangle *triangle,
         const GArray     *groups,
         guint             n,
         const Group      *group,
         NkPoint           at)
{
  if (at.y > lowest (triangle, group) + 1e-6 || at.y < highest_at (triangle, group, at.x) - 1e-6)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const Group *other = &g_array_index (groups, Group, i);

      if (fabs (other->at.x - at.x) < (other->width + group->width) / 2 - 1e-6
          && fabs (other->at.y - at.y) < (other->height + group->height) / 2 - 1e-6)
        return FALSE;
    }
  return TRUE;
}

typedef struct
{
  const NkTriangle *triangle;
  const GArray *groups;
  guint n;                /* of them have their places */
  Group *group;
  double best;            /* how far from where it wants to be the best place so far is */
} Search;

static void
try_place (Search *search,
           double  x,
           double  y)
{
  double far = hypot (x - search->group->want.x, y - search->group->want.y);

  if (far < search->best - 1e-9
      && is_free (search->triangle, search->groups, search->n, search->group, (NkPoint) { x, y }))
    {
      search->best = far;
      search->group->at = (NkPoint) { x, y };
    }
}

/* At a line that goes down at x, or over at y, the places on the sides of the triangle. */
static void
try_sides (Search *search,
           double  x,
           double  y)
{
  double aside = aside_at (search->triangle, search->group, y);

  try_place (search, x, highest_at (search->triangle, search->group, x));
  try_place (search, x, lowest (search->triangle, search->group));
  try_place (search, -aside, y);
  try_place (search, aside, y);
}

/* The places on the sides of the triangle that are nearest to where the group wants to be. */
static void
try_nearest_sides (Search *search)
{
  const NkPoint *c = search->triangle->corners;
  double dx = c[2].x, dy = c[1].y - c[0].y, length2 = dx * dx + dy * dy;
  double top = highest_at (search->triangle, search->group, 0);

  try_sides (search, search->group->want.x, search->group->want.y);
  try_sides (search, 0, lowest (search->triangle, search->group));
  for (int side = -1; side <= 1; side += 2)
    {
      NkPoint want = search->group->want;
      double along = (side * want.x * dx + (want.y - top) * dy) / length2;

      try_place (search, side * along * dx, top + along * dy);
    }
}

/* Stands a group at the free place that is nearest to where it wants to be: such a place touches
 * others or the sides at one point or at two. FALSE if there is none. */
static gboolean
stand_group (const NkTriangle *triangle,
             const GArray     *groups,
             guint             n,
             Group            *group)
{
  g_autofree double *xs = g_new (double, 2 * n + 1), *ys = g_new (double, 2 * n + 1);
  Search search = { triangle, groups, n, group, INFINITY };

  xs[2 * n] = group->want.x;
  ys[2 * n] = group->want.y;
  for (guint i = 0; i < n; i++)
    {
      const Group *other = &g_array_index (groups, Group, i);
      double away_x = (other->width + group->width) / 2;
      double away_y = (other->height + group->height) / 2;

      xs[2 * i] = other->at.x - away_x;
      xs[2 * i + 1] = other->at.x + away_x;
      ys[2 * i] = other->at.y - away_y;
      ys[2 * i + 1] = other->at.y + away_y;
      try_sides (&search, xs[2 * i], ys[2 * i]);
      try_sides (&search, xs[2 * i + 1], ys[2 * i + 1]);
    }
  try_nearest_sides (&search);
  for (guint i = 0; i <= 2 * n; i++)
    for (guint k = 0; k <= 2 * n; k++)
      try_place (&search, xs[i], ys[k]);
  return !isinf (search.best);
}

static void
place_corners (NkTriangle *triangle,
               double      width,
               double      height)
{
  triangle->corners[0] = (NkPoint) { 0, -height * 2 / 3 };
  triangle->corners[1] = (NkPoint) { -width / 2, height / 3 };
  triangle->corners[2] = (NkPoint) { width / 2, height / 3 };
}

/* Returns how far from where they want to be the groups come to stand, on an average of actors;
 * INFINITY if they have no room. */
static double
stand_groups (const NkTriangle *triangle,
              GArray           *groups)
{
  double far = 0;
  guint n = 0;

  for (guint i = 0; i < groups->len; i++)
    {
      Group *group = &g_array_index (groups, Group, i);

      group->want = barycentre (triangle->corners, group->weights);
      if (!stand_group (triangle, groups, i, group))
        return INFINITY;
      far += group->members->len * hypot (group->at.x - group->want.x,
                                          group->at.y - group->want.y);
      n += group->members->len;
    }
  return n > 0 ? far / n : 0;
}

gboolean
nk_triangle_stand (NkTriangle *triangle,
                   GArray     *actors,
                   double      width,
                   double      height)
{
  g_autoptr (GArray) groups = make_groups (actors);
  double unused;

  place_corners (triangle, width, height);
  if (isinf (stand_groups (triangle, groups)))
    return FALSE;
  for (guint i = 0; i < groups->len; i++)
    {
      const Group *group = &g_array_index (groups, Group, i);
      NkPoint top = { group->at.x, group->at.y - (group->height - GROUP_GAP) / 2 };

      stand_rows (actors, group, row_length (actors, group), top, &unused, &unused);
    }
  return TRUE;
}

double
nk_triangle_base (GArray *actors)
{
  g_autoptr (GArray) groups = make_groups (actors);
  double area = 0, base, far;

  for (guint i = 0; i < groups->len; i++)
    area += g_array_index (groups, Group, i).width * g_array_index (groups, Group, i).height;
  /* An equilateral triangle has the area of its base times √3 / 4 times that. */
  base = MAX (sqrt (ROOM_LEAST * area * 4 / sqrt (3)), BASE_LEAST);
  for (int i = 0; i < TRIES; i++)
    {
      NkTriangle triangle;

      place_corners (&triangle, base, base * sqrt (3) / 2);
      far = stand_groups (&triangle, groups);
      if (far <= NEAR * base
          || (!isinf (far) && base * base * sqrt (3) / 4 > ROOM_MOST * area && base > BASE_LEAST))
        break;
      base *= GROWTH;
    }
  return base;
}

NkTransform
nk_triangle_transform (const NkTriangle *triangle)
{
  const NkPoint *c = triangle->corners;

  return (NkTransform) { { c[1].x - c[0].x, c[2].x - c[0].x, c[0].x,
                           c[1].y - c[0].y, c[2].y - c[0].y, c[0].y,
                           0, 0, 1 } };
}

/* How far a point is from where these weights draw an actor. */
static double
distance_to_share (const NkScene *scene,
                   const int      weights[NK_N_DIMENSIONS],
                   double         x,
                   double         y)
{
  double sum = sum_of (weights), at_x, at_y;

  nk_scene_from_map (scene, 0, weights[1] / sum, weights[2] / sum, &at_x, &at_y);
  return hypot (x - at_x, y - at_y);
}

/* How far a point is from an actor's body; 0 within. */
static double
distance_to_body (const NkItem *item,
                  double        x,
                  double        y)
{
  double dx = MAX (MAX (item->body_x - x, x - item->body_x - item->body_width), 0);
  double dy = MAX (MAX (item->body_y - y, y - item->body_y - item->body_height), 0);

  return hypot (dx, dy);
}

/* The weights of the nearest actor, and how far that is. */
static double
nearest_actor (const NkScene *scene,
               const NkMap   *map,
               double         x,
               double         y,
               int            weights[NK_N_DIMENSIONS])
{
  const NkItem *nearest = NULL;
  double least = INFINITY;

  for (guint i = 0; i < nk_scene_n_items (scene); i++)
    {
      const NkItem *item = nk_scene_item (scene, i);
      double far = item->type == NK_ITEM_ACTOR ? distance_to_body (item, x, y) : INFINITY;

      if (far < least)
        {
          least = far;
          nearest = item;
        }
    }
  if (nearest != NULL)
    read_weights (nk_map_find (map, NK_ACTOR, nearest->id), weights);
  return least;
}

/* Of the weights with the same shares, those whose sum is nearest. */
static void
keep_sum (int weights[NK_N_DIMENSIONS],
          int sum)
{
  int by = 1, largest;

  reduce (weights);
  largest = MAX (MAX (weights[0], weights[1]), weights[2]);
  for (int k = 2; k * largest <= NK_WEIGHT_MOST; k++)
    if (abs (k * sum_of (weights) - sum) < abs (by * sum_of (weights) - sum))
      by = k;
  for (int i = 0; i < NK_N_DIMENSIONS; i++)
    weights[i] *= by;
}

void
nk_triangle_weights (const NkScene *scene,
                     const NkMap   *map,
                     double         x,
                     double         y,
                     int            weights[NK_N_DIMENSIONS])
{
  int sum = sum_of (weights), best[NK_N_DIMENSIONS] = { 1, 1, 1 };
  double least = nearest_actor (scene, map, x, y, best);

  for (int i = 1; i < (NK_WEIGHT_MOST + 1) * (NK_WEIGHT_MOST + 1) * (NK_WEIGHT_MOST + 1); i++)
    {
      const int trial[] = { i / (NK_WEIGHT_MOST + 1) / (NK_WEIGHT_MOST + 1),
                            i / (NK_WEIGHT_MOST + 1) % (NK_WEIGHT_MOST + 1),
                            i % (NK_WEIGHT_MOST + 1) };
      double far = distance_to_share (scene, trial, x, y);

      if (far < least - 1e-9)
        {
          least = far;
          for (int k = 0; k < NK_N_DIMENSIONS; k++)
            best[k] = trial[k];
        }
    }
  keep_sum (best, sum);
  for (int k = 0; k < NK_N_DIMENSIONS; k++)
    weights[k] = best[k];
}

/* More of one dimension or, where it can't have more, less of the others. */
static gboolean
draw_to (int weights[NK_N_DIMENSIONS],
         int to,
         int from,
         int other)
{
  if (weights[to] < NK_WEIGHT_MOST)
    {
      weights[to]++;
      return TRUE;
    }
  if (weights[from] == 0 && weights[other] == 0)
    return FALSE;
  weights[from] = MAX (weights[from] - 1, 0);
  weights[other] = MAX (weights[other] - 1, 0);
  return TRUE;
}

gboolean
nk_triangle_step (int weights[NK_N_DIMENSIONS],
                  int x,
                  int y)
{
  enum { STRUCTURE, PLACE, PEOPLE };

  if (y < 0)
    return draw_to (weights, STRUCTURE, PLACE, PEOPLE);
  if (x < 0)
    return draw_to (weights, PLACE, PEOPLE, PEOPLE);
  if (x > 0)
    return draw_to (weights, PEOPLE, PLACE, PLACE);
  if (weights[STRUCTURE] == 0)
    return FALSE;
  if (weights[PLACE] == 0 && weights[PEOPLE] == 0)
    weights[PLACE] = weights[PEOPLE] = 1;
  else
    weights[STRUCTURE]--;
  return TRUE;
}
