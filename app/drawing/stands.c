#include "drawing/stands.h"

#include <math.h>

#define CELL 96.0        /* points: about a box */
#define AIR 1.5          /* a line this near to a box touches it */

struct _NkStands
{
  GArray *bodies;        /* of NkBody */
  GHashTable *by_actor;  /* id (owned) -> position + 1 */
  GHashTable *cells;     /* cell number -> GArray of positions; NULL until it is asked for */
  GArray *seen;          /* by position: the number of the last query that met it */
  guint query;
};

NkStands *
nk_stands_new (void)
{
  NkStands *stands = g_new0 (NkStands, 1);

  stands->bodies = g_array_new (FALSE, FALSE, sizeof (NkBody));
  stands->by_actor = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  stands->seen = g_array_new (FALSE, TRUE, sizeof (guint));
  return stands;
}

void
nk_stands_free (NkStands *stands)
{
  g_array_unref (stands->bodies);
  g_hash_table_unref (stands->by_actor);
  g_clear_pointer (&stands->cells, g_hash_table_unref);
  g_array_unref (stands->seen);
  g_free (stands);
}

void
nk_stands_add (NkStands     *stands,
               const char   *actor,
               const NkBody *body)
{
  g_array_append_val (stands->bodies, *body);
  g_hash_table_insert (stands->by_actor, g_strdup (actor), GUINT_TO_POINTER (stands->bodies->len));
  g_clear_pointer (&stands->cells, g_hash_table_unref);
}

const NkBody *
nk_stands_find (const NkStands *stands,
                const char     *actor)
{
  guint position = GPOINTER_TO_UINT (g_hash_table_lookup (stands->by_actor, actor));

  return position > 0 ? &g_array_index (stands->bodies, NkBody, position - 1) : NULL;
}

static gpointer
cell_key (int column,
          int row)
{
  return GUINT_TO_POINTER (((guint) column & 0xffff) << 16 | ((guint) row & 0xffff));
}

static int
cell_of (double at)
{
  return (int) floor (at / CELL);
}

static void
fill_cells (NkStands *stands)
{
  stands->cells = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  g_array_set_size (stands->seen, stands->bodies->len);
  for (guint i = 0; i < stands->bodies->len; i++)
    {
      const NkBody *body = &g_array_index (stands->bodies, NkBody, i);

      for (int row = cell_of (body->y); row <= cell_of (body->y + body->height); row++)
        for (int column = cell_of (body->x); column <= cell_of (body->x + body->width); column++)
          {
            GArray *cell = g_hash_table_lookup (stands->cells, cell_key (column, row));

            if (cell == NULL)
              {
                cell = g_array_new (FALSE, FALSE, sizeof (guint));
                g_hash_table_insert (stands->cells, cell_key (column, row), cell);
              }
            g_array_append_val (cell, i);
          }
    }
}

/* TRUE if a segment touches a box, with a little air round it. */
static gboolean
segment_touches (NkPoint       a,
                 NkPoint       b,
                 const NkBody *body)
{
  double from[2] = { a.x, a.y }, delta[2] = { b.x - a.x, b.y - a.y };
  double low[2] = { body->x - AIR, body->y - AIR };
  double high[2] = { body->x + body->width + AIR, body->y + body->height + AIR };
  double t0 = 0, t1 = 1;

  for (int axis = 0; axis < 2; axis++)
    {
      double enter, leave;

      if (fabs (delta[axis]) < 1e-9)
        {
          if (from[axis] < low[axis] || from[axis] > high[axis])
            return FALSE;
          continue;
        }
      enter = (low[axis] - from[axis]) / delta[axis];
      leave = (high[axis] - from[axis]) / delta[axis];
      t0 = MAX (t0, MIN (enter, leave));
      t1 = MIN (t1, MAX (enter, leave));
      if (t0 > t1)
        return FALSE;
    }
  return TRUE;
}

/* Counts the bodies in the cells of a segment that this query has not met yet. */
static guint
segment_hits (NkStands     *stands,
              NkPoint       a,
              NkPoint       b,
              const NkBody *from,
              const NkBody *to)
{
  guint hits = 0;

  for (int row = cell_of (MIN (a.y, b.y)); row <= cell_of (MAX (a.y, b.y)); row++)
    for (int column = cell_of (MIN (a.x, b.x)); column <= cell_of (MAX (a.x, b.x)); column++)
      {
        GArray *cell = g_hash_table_lookup (stands->cells, cell_key (column, row));

        for (guint i = 0; cell != NULL && i < cell->len; i++)
          {
            guint position = g_array_index (cell, guint, i);
            const NkBody *body = &g_array_index (stands->bodies, NkBody, position);
            guint *seen = &g_array_index (stands->seen, guint, position);

            if (*seen == stands->query || body == from || body == to
                || !segment_touches (a, b, body))
              continue;
            *seen = stands->query;
            hits++;
          }
      }
  return hits;
}

guint
nk_stands_hits (NkStands      *stands,
                const NkPoint *points,
                guint          n,
                const NkBody  *from,
                const NkBody  *to,
                guint          enough)
{
  guint hits = 0;

  if (stands->cells == NULL)
    fill_cells (stands);
  stands->query++;
  for (guint i = 0; i + 1 < n && hits < enough; i++)
    {
      NkPoint a = points[i], b = points[i + 1];
      int steps = MAX (1, (int) (hypot (b.x - a.x, b.y - a.y) / CELL));

      for (int step = 0; step < steps && hits < enough; step++)
        {
          double t0 = step / (double) steps, t1 = (step + 1) / (double) steps;
          NkPoint p = { a.x + (b.x - a.x) * t0, a.y + (b.y - a.y) * t0 };
          NkPoint q = { a.x + (b.x - a.x) * t1, a.y + (b.y - a.y) * t1 };

          hits += segment_hits (stands, p, q, from, to);
        }
    }
  return hits;
}
