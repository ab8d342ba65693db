#include "drawing/stands.h"

#include <math.h>

#define CELL_LEAST 80.0  /* points: about a box */
#define CELLS_MOST 200   /* in each direction */

/* The bodies by where they stand: a grid, each body in all cells that its box with the largest
 * margin touches. */
typedef struct
{
  double x, y, cell;
  int columns, rows;
  guint *starts;         /* of each cell, and one more */
  guint *entries;        /* positions of bodies */
} Grid;

struct _NkStands
{
  GArray *bodies;        /* of NkBody */
  GHashTable *by_actor;  /* id (owned) -> position + 1 */
  Grid *grid;            /* NULL until it is asked for */
  guint *seen;           /* by position: the number of the last query that met it */
  guint query;
};

/* Looks at a body that is near a line; TRUE if it has seen enough. */
typedef gboolean (*Visit) (NkStands *stands,
                           guint     position,
                           gpointer  data);

NkStands *
nk_stands_new (void)
{
  NkStands *stands = g_new0 (NkStands, 1);

  stands->bodies = g_array_new (FALSE, FALSE, sizeof (NkBody));
  stands->by_actor = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return stands;
}

static void
forget_grid (NkStands *stands)
{
  if (stands->grid == NULL)
    return;
  g_free (stands->grid->starts);
  g_free (stands->grid->entries);
  g_clear_pointer (&stands->grid, g_free);
  g_clear_pointer (&stands->seen, g_free);
}

void
nk_stands_free (NkStands *stands)
{
  forget_grid (stands);
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
  forget_grid (stands);
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

static int
cell_of (double offset,
         double cell,
         int    count)
{
  return (int) CLAMP (floor (offset / cell), 0, count - 1);
}

static void
measure_grid (const NkStands *stands,
              Grid           *grid)
{
  double right = -INFINITY, bottom = -INFINITY;

  grid->x = grid->y = INFINITY;
  for (guint i = 0; i < stands->bodies->len; i++)
    {
      const NkBody *body = nk_stands_body (stands, i);

      grid->x = MIN (grid->x, body->x);
      grid->y = MIN (grid->y, body->y);
      right = MAX (right, body->x + body->width);
      bottom = MAX (bottom, body->y + body->height);
    }
  if (grid->x > right)
    grid->x = grid->y = right = bottom = 0;
  grid->cell = MAX (CELL_LEAST, MAX (right - grid->x, bottom - grid->y) / CELLS_MOST);
  grid->columns = (int) ((right - grid->x) / grid->cell) + 1;
  grid->rows = (int) ((bottom - grid->y) / grid->cell) + 1;
}

/* Counts the bodies of each cell or, if `fill`, enters them. */
static void
enter_bodies (const NkStands *stands,
              Grid           *grid,
              gboolean        fill)
{
  const double rim = NK_STANDS_MARGIN_MOST;

  for (guint i = 0; i < stands->bodies->len; i++)
    {
      const NkBody *body = nk_stands_body (stands, i);
      double left = body->x - rim - grid->x, top = body->y - rim - grid->y;
      int column0 = cell_of (left, grid->cell, grid->columns);
      int column1 = cell_of (left + body->width + 2 * rim, grid->cell, grid->columns);
      int row0 = cell_of (top, grid->cell, grid->rows);
      int row1 = cell_of (top + body->height + 2 * rim, grid->cell, grid->rows);

      for (int row = row0; row <= row1; row++)
        for (int column = column0; column <= column1; column++)
          {
            guint cell = row * grid->columns + column;

            if (fill)
              grid->entries[--grid->starts[cell]] = i;
            else
              grid->starts[cell]++;
          }
    }
}

static Grid *
get_grid (NkStands *stands)
{
  Grid *grid = stands->grid;
  guint n_cells, sum = 0;

  if (grid != NULL)
    return grid;
  grid = stands->grid = g_new0 (Grid, 1);
  measure_grid (stands, grid);
  n_cells = grid->columns * grid->rows;
  grid->starts = g_new0 (guint, n_cells + 1);
  enter_bodies (stands, grid, FALSE);
  for (guint i = 0; i <= n_cells; i++)
    {
      sum += grid->starts[i];
      grid->starts[i] = sum;   /* the end of the cell; entering counts it down to its start */
    }
  grid->entries = g_new (guint, MAX (sum, 1));
  enter_bodies (stands, grid, TRUE);
  stands->seen = g_new0 (guint, MAX (stands->bodies->len, 1));
  return grid;
}

/* Visits the bodies in the cells that a line runs through, column by column. */
static gboolean
walk (NkStands *stands,
      NkPoint   a,
      NkPoint   b,
      Visit     visit,
      gpointer  data)
{
  const Grid *grid = get_grid (stands);
  NkPoint left = a.x <= b.x ? a : b, right = a.x <= b.x ? b : a;
  double slope = right.x - left.x > 1e-9 ? (right.y - left.y) / (right.x - left.x) : 0;
  int column0 = cell_of (left.x - grid->x, grid->cell, grid->columns);
  int column1 = cell_of (right.x - grid->x, grid->cell, grid->columns);

  for (int column = column0; column <= column1; column++)
    {
      double x0 = column > column0 ? grid->x + column * grid->cell : left.x;
      double x1 = column < column1 ? grid->x + (column + 1) * grid->cell : right.x;
      double y0 = slope != 0 ? left.y + (x0 - left.x) * slope : left.y;
      double y1 = slope != 0 ? left.y + (x1 - left.x) * slope : right.y;
      int row0 = cell_of (MIN (y0, y1) - 1e-6 - grid->y, grid->cell, grid->rows);
      int row1 = cell_of (MAX (y0, y1) + 1e-6 - grid->y, grid->cell, grid->rows);

      for (int row = row0; row <= row1; row++)
        {
          guint cell = row * grid->columns + column;

          for (guint i = grid->starts[cell]; i < grid->starts[cell + 1]; i++)
            if (visit (stands, grid->entries[i], data))
              return TRUE;
        }
    }
  return FALSE;
}

/* A line, what it may touch, and what it has touched. */
typedef struct
{
  NkPoint a, b;
  double margin;
  const NkBody *from, *to;
  guint hits, enough;
} Line;

/* TRUE if the line comes nearer to the body's box than its margin. */
static gboolean
touches (const Line   *line,
         const NkBody *body)
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
  return TRUE;
}

static gboolean
is_in_the_way (NkStands *stands,
               guint     position,
               gpointer  data)
{
  const Line *line = data;
  const NkBody *body = nk_stands_body (stands, position);

  return body != line->from && body != line->to && touches (line, body);
}

gboolean
nk_stands_clear (NkStands     *stands,
                 NkPoint       a,
                 NkPoint       b,
                 double        margin,
                 const NkBody *from,
                 const NkBody *to)
{
  Line line = { .a = a, .b = b, .margin = margin, .from = from, .to = to };

  return !walk (stands, a, b, is_in_the_way, &line);
}

/* Counts a body that the line touches, unless this query has met it before. */
static gboolean
count_hit (NkStands *stands,
           guint     position,
           gpointer  data)
{
  Line *line = data;

  if (stands->seen[position] != stands->query && is_in_the_way (stands, position, data))
    {
      stands->seen[position] = stands->query;
      line->hits++;
    }
  return line->hits >= line->enough;
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
  Line line = { .margin = margin, .from = from, .to = to, .enough = enough };

  stands->query++;
  for (guint i = 0; i + 1 < n; i++)
    {
      line.a = points[i];
      line.b = points[i + 1];
      if (walk (stands, line.a, line.b, count_hit, &line))
        break;
    }
  return line.hits;
}
