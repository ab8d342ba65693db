#include "drawing/stands.h"

#include "drawing/cells.h"

#include <math.h>

struct _NkStands
{
  gatomicrefcount references;
  GArray *bodies;        /* of NkBody */
  GHashTable *by_actor;  /* id (owned) -> position + 1 */
  NkCells *cells;        /* each with its largest margin; NULL until it is asked for */
  guint *seen;           /* by position: the number of the last query that met it */
  guint query;
};

NkStands *
nk_stands_new (void)
{
  NkStands *stands = g_new0 (NkStands, 1);

  g_atomic_ref_count_init (&stands->references);
  stands->bodies = g_array_new (FALSE, FALSE, sizeof (NkBody));
  stands->by_actor = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return stands;
}

static void
forget_cells (NkStands *stands)
{
  g_clear_pointer (&stands->cells, nk_cells_free);
  g_clear_pointer (&stands->seen, g_free);
}

NkStands *
nk_stands_ref (NkStands *stands)
{
  g_atomic_ref_count_inc (&stands->references);
  return stands;
}

void
nk_stands_unref (NkStands *stands)
{
  if (!g_atomic_ref_count_dec (&stands->references))
    return;
  forget_cells (stands);
  g_array_unref (stands->bodies);
  g_hash_table_unref (stands->by_actor);
  g_free (stands);
}

void
nk_stands_add (NkStands     *stands,
               const char   *actor,
               const NkBody *body)
{
  g_array_append_val (stands->bodies, *body);
  g_hash_table_insert (stands->by_actor, g_strdup (actor), GUINT_TO_POINTER (stands->bodies->len));
  forget_cells (stands);
}

const NkBody *
nk_stands_find (const NkStands *stands,
                const char     *actor)
{
  guint position = GPOINTER_TO_UINT (g_hash_table_lookup (stands->by_actor, actor));

  return position > 0 ? nk_stands_body (stands, position - 1) : NULL;
}

guint
nk_stands_n (const NkStands *stands)
{
  return stands->bodies->len;
}

const NkBody *
nk_stands_body (const NkStands *stands,
                guint           i)
{
  return &g_array_index (stands->bodies, NkBody, i);
}

void
nk_stands_bounds (const NkStands *stands,
                  double         *left,
                  double         *top,
                  double         *right,
                  double         *bottom)
{
  *left = *top = stands->bodies->len > 0 ? INFINITY : 0;
  *right = *bottom = stands->bodies->len > 0 ? -INFINITY : 0;
  for (guint i = 0; i < stands->bodies->len; i++)
    {
      const NkBody *body = nk_stands_body (stands, i);

      *left = MIN (*left, body->x);
      *top = MIN (*top, body->y);
      *right = MAX (*right, body->x + body->width);
      *bottom = MAX (*bottom, body->y + body->height);
    }
}

static NkCells *
get_cells (NkStands *stands)
{
  const double rim = NK_STANDS_MARGIN_MOST;
  double left, top, right, bottom;

  if (stands->cells != NULL)
    return stands->cells;
  nk_stands_bounds (stands, &left, &top, &right, &bottom);
  stands->cells = nk_cells_new (left, top, right, bottom);
  for (guint i = 0; i < stands->bodies->len; i++)
    {
      const NkBody *body = nk_stands_body (stands, i);

      nk_cells_add_box (stands->cells, i, body->x - rim, body->y - rim,
                        body->x + body->width + rim, body->y + body->height + rim);
    }
  stands->seen = g_new0 (guint, MAX (stands->bodies->len, 1));
  return stands->cells;
}

/* A line, how far off it is to keep, and the bodies that it may touch. */
typedef struct
{
  NkPoint a, b;
  double margin;
  const NkBody *from, *to;
} Line;

/* TRUE if the line comes nearer to the body's box than its margin; says where it first does so, as
 * a part of its length. */
static gboolean
touches (const Line   *line,
         const NkBody *body,
         double       *where)
{
  const double from[2] = { line->a.x, line->a.y };
  const double delta[2] = { line->b.x - line->a.x, line->b.y - line->a.y };
  const double low[2] = { body->x - line->margin, body->y - line->margin };
  const double high[2] = { body->x + body->width + line->margin,
                           body->y + body->height + line->margin };
  double t0 = 0, t1 = 1;

  for (int axis = 0; axis < 2; axis++)
    {
      double enter, leave;

      if (fabs (delta[axis]) < 1e-9)
        {
          if (from[axis] <= low[axis] || from[axis] >= high[axis])
            return FALSE;
          continue;
        }
      enter = (low[axis] - from[axis]) / delta[axis];
      leave = (high[axis] - from[axis]) / delta[axis];
      t0 = MAX (t0, MIN (enter, leave));
      t1 = MIN (t1, MAX (enter, leave));
      if (t0 >= t1)
        return FALSE;
    }
  *where = t0;
  return TRUE;
}

static gboolean
is_in_the_way (NkStands   *stands,
               const Line *line,
               guint       position,
               double     *where)
{
  const NkBody *body = nk_stands_body (stands, position);

  return body != line->from && body != line->to && touches (line, body, where);
}

guint
nk_stands_first (NkStands     *stands,
                 NkPoint       a,
                 NkPoint       b,
                 double        margin,
                 const NkBody *from,
                 const NkBody *to)
{
  const Line line = { a, b, margin, from, to };
  guint first = NK_STANDS_NONE, n;
  double nearest = INFINITY, where;
  const guint *things;
  NkCellsWalk walk;

  nk_cells_walk (get_cells (stands), a, b, &walk);
  while (first == NK_STANDS_NONE && nk_cells_next (&walk, &things, &n))
    for (guint i = 0; i < n; i++)
      if (is_in_the_way (stands, &line, things[i], &where)
          && (where < nearest || (where == nearest && things[i] < first)))
        {
          nearest = where;
          first = things[i];
        }
  return first;
}

GArray *
nk_stands_along (NkStands *stands,
                 NkPoint   a,
                 NkPoint   b)
{
  GArray *near = g_array_new (FALSE, FALSE, sizeof (guint));
  const guint *things;
  NkCellsWalk walk;
  guint n;

  nk_cells_walk (get_cells (stands), a, b, &walk);
  stands->query++;
  while (nk_cells_next (&walk, &things, &n))
    for (guint i = 0; i < n; i++)
      if (stands->seen[things[i]] != stands->query)
        {
          stands->seen[things[i]] = stands->query;
          g_array_append_val (near, things[i]);
        }
  return near;
}

gboolean
nk_stands_clear (NkStands     *stands,
                 NkPoint       a,
                 NkPoint       b,
                 double        margin,
                 const NkBody *from,
                 const NkBody *to)
{
  const Line line = { a, b, margin, from, to };
  const guint *things;
  NkCellsWalk walk;
  double where;
  guint n;

  nk_cells_walk (get_cells (stands), a, b, &walk);
  while (nk_cells_next (&walk, &things, &n))
    for (guint i = 0; i < n; i++)
      if (is_in_the_way (stands, &line, things[i], &where))
        return FALSE;
  return TRUE;
}

/* Counts those that the line touches and that this query has not met before. */
static guint
count_hits (NkStands   *stands,
            const Line *line,
            guint       enough)
{
  const guint *things;
  NkCellsWalk walk;
  double where;
  guint n, hits = 0;

  nk_cells_walk (get_cells (stands), line->a, line->b, &walk);
  while (hits < enough && nk_cells_next (&walk, &things, &n))
    for (guint i = 0; i < n; i++)
      if (stands->seen[things[i]] != stands->query
          && is_in_the_way (stands, line, things[i], &where))
        {
          stands->seen[things[i]] = stands->query;
          hits++;
        }
  return hits;
}

guint
nk_stands_hits (NkStands      *stands,
                const NkPoint *points,
                guint          n,
                double         margin,
                const NkBody  *from,
                const NkBody  *to,
                guint          enough)
{
  guint hits = 0;

  stands->query++;
  for (guint i = 0; i + 1 < n && hits < enough; i++)
    {
      const Line line = { points[i], points[i + 1], margin, from, to };

      hits += count_hits (stands, &line, enough - hits);
    }
  return MIN (hits, enough);
}
