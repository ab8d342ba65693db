#include "layout/rows.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A piece of a row narrower than this is none. */
#define NARROWEST 20

typedef struct
{
  double left, right;
} Span;

static int
compare_spans (const void *left,
               const void *right)
{
  const Span *a = left;
  const Span *b = right;

  return (a->left > b->left) - (a->left < b->left);
}

static void
add_row (GArray       *rows,
         const NkZone *zone,
         int           zone_number,
         int           line,
         double        left,
         double        right)
{
  NkRow row = { .zone = zone_number, .line = line, .left = left, .right = right,
                .y = zone->row_y[line] };

  if (right - left < NARROWEST)
    return;
  row.members = g_new (int, zone->n_members);
  g_array_append_val (rows, row);
}

/* What fixed boxes leave of a row: any box of the zone can stand in each piece. */
static void
add_pieces (const NkPlan *plan,
            const NkZone *zone,
            int           zone_number,
            int           line,
            GArray       *rows)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (Span));
  double left = zone->left;

  for (int i = 0; i < plan->n_boxes; i++)
    {
      const NkBox *box = &plan->boxes[i];
      double near = (box->height + zone->tallest) / 2 + plan->job->gap_y / 4;
      Span span = { nk_box_left (box) - plan->job->gap_x, nk_box_right (box) + plan->job->gap_x };

      if (box->fixed && fabs (box->y - zone->row_y[line]) < near)
        g_array_append_val (taken, span);
    }
  g_array_sort (taken, compare_spans);
  for (guint i = 0; i < taken->len; i++)
    {
      const Span *span = &g_array_index (taken, Span, i);

      add_row (rows, zone, zone_number, line, left, MIN (span->left, zone->right));
      left = MAX (left, span->right);
    }
  add_row (rows, zone, zone_number, line, left, zone->right);
}

NkRows *
nk_rows_new (NkPlan  *plan,
             NkZones *zones)
{
  NkRows *rows = g_new0 (NkRows, 1);
  GArray *list = g_array_new (FALSE, TRUE, sizeof (NkRow));
  guint n;

  rows->plan = plan;
  rows->zones = zones;
  rows->first_of_zone = g_new0 (int, zones->n + 1);
  for (int i = 0; i < zones->n; i++)
    {
      for (int line = 0; line < zones->zones[i].n_rows; line++)
        add_pieces (plan, &zones->zones[i], i, line, list);
      rows->first_of_zone[i + 1] = (int) list->len;
    }
  n = list->len;
  rows->n = (int) n;
  rows->rows = (NkRow *) (gpointer) g_array_free (list, FALSE);
  rows->of_box = g_new (int, plan->n_boxes + 1);
  rows->want = g_new0 (double, plan->n_boxes + 1);
  rows->blocks = g_new (NkPoolBlock, plan->n_boxes + 1);
  rows->sizes = g_new (double, plan->n_boxes + 1);
  rows->wants = g_new (double, plan->n_boxes + 1);
  for (int i = 0; i < plan->n_boxes; i++)
    rows->of_box[i] = -1;
  return rows;
}

void
nk_rows_free (NkRows *rows)
{
  for (int i = 0; i < rows->n; i++)
    g_free (rows->rows[i].members);
  g_free (rows->rows);
  g_free (rows->first_of_zone);
  g_free (rows->of_box);
  g_free (rows->want);
  g_free (rows->blocks);
  g_free (rows->sizes);
  g_free (rows->wants);
  g_free (rows);
}

gboolean
nk_row_has_room (const NkRows *rows,
                 const NkRow  *row,
                 double        width)
{
  return row->used + width <= row->right - row->left + 1e-6;
}

void
nk_row_insert (NkRows *rows,
               int     number,
               int     box)
{
  NkRow *row = &rows->rows[number];
  int at = row->n;

  for (; at > 0 && rows->want[row->members[at - 1]] > rows->want[box]; at--)
    row->members[at] = row->members[at - 1];
  row->members[at] = box;
  row->n++;
  row->used += rows->plan->boxes[box].width + rows->plan->job->gap_x;
  rows->of_box[box] = number;
}

void
nk_row_remove (NkRows *rows,
               int     number,
               int     box)
{
  NkRow *row = &rows->rows[number];
  int at = 0;

  while (row->members[at] != box)
    at++;
  row->n--;
  memmove (&row->members[at], &row->members[at + 1], sizeof (int) * (gsize) (row->n - at));
  row->used -= rows->plan->boxes[box].width + rows->plan->job->gap_x;
  rows->of_box[box] = -1;
}

void
nk_row_place (NkRows *rows,
              int     number)
{
  const NkRow *row = &rows->rows[number];
  NkBox *boxes = rows->plan->boxes;

  for (int i = 0; i < row->n; i++)
    {
      rows->sizes[i] = boxes[row->members[i]].width;
      rows->wants[i] = rows->want[row->members[i]];
    }
  nk_pool (row->n, rows->sizes, rows->wants, rows->plan->job->gap_x, row->left, row->right,
           rows->blocks, rows->wants);
  for (int i = 0; i < row->n; i++)
    {
      boxes[row->members[i]].x = rows->wants[i];
      boxes[row->members[i]].y = row->y;
    }
}

void
nk_row_want_even (NkRows *rows,
                  int     number,
                  double  most_gaps)
{
  const NkRow *row = &rows->rows[number];
  double least = rows->plan->job->gap_x;
  double widths = row->used - row->n * least;
  double middle = 0, gap = 0, x;

  for (int i = 0; i < row->n; i++)
    middle += rows->plan->boxes[row->members[i]].x / row->n;
  if (row->n > 1)
    gap = CLAMP ((row->right - row->left - widths) / (row->n - 1), least, MAX (least, 1) * most_gaps);
  x = middle - (widths + (row->n - 1) * gap) / 2;
  x = CLAMP (x, row->left, MAX (row->left, row->right - widths - (row->n - 1) * gap));
  for (int i = 0; i < row->n; i++)
    {
      double width = rows->plan->boxes[row->members[i]].width;

      rows->want[row->members[i]] = x + width / 2;
      x += width + gap;
    }
}

double
nk_row_unevenness (const NkRows *rows,
                   int           number)
{
  const NkRow *row = &rows->rows[number];
  const NkBox *boxes = rows->plan->boxes;
  double unit = 2 * MAX (rows->plan->job->gap_x, 1);
  double span, mean, sum = 0;

  if (row->n < 3)
    return 0;
  span = nk_box_left (&boxes[row->members[row->n - 1]]) - nk_box_right (&boxes[row->members[0]]);
  for (int i = 1; i < row->n - 1; i++)
    span -= boxes[row->members[i]].width;
  mean = span / (row->n - 1);
  for (int i = 0; i < row->n - 1; i++)
    {
      double gap = nk_box_left (&boxes[row->members[i + 1]]) - nk_box_right (&boxes[row->members[i]]);

      sum += MIN (fabs (gap - mean) / unit, 1);
    }
  return sum;
}

/* Dealing */

typedef struct
{
  double key;
  int box;
} Candidate;

static int
compare_candidates (const void *left,
                    const void *right)
{
  const Candidate *a = left;
  const Candidate *b = right;

  if (a->key != b->key)
    return a->key < b->key ? -1 : 1;
  return a->box - b->box;
}

/* The free boxes of a zone, sorted by `key`. Returns how many. */
static int
sorted_members (const NkRows *rows,
                const NkZone *zone,
                gboolean      widest_first,
                Candidate    *sorted)
{
  int n = 0;

  for (int i = 0; i < zone->n_members; i++)
    {
      const NkBox *box = &rows->plan->boxes[zone->members[i]];

      if (!box->fixed)
        sorted[n++] = (Candidate) { widest_first ? -box->width : box->y, zone->members[i] };
    }
  qsort (sorted, (gsize) n, sizeof (Candidate), compare_candidates);
  return n;
}

/* The row with room in which a box would stand nearest to where it is now; -1 if none has room. */
static int
nearest_row (const NkRows *rows,
             int           zone,
             const NkBox  *box)
{
  double best = INFINITY;
  int nearest = -1;

  for (int i = rows->first_of_zone[zone]; i < rows->first_of_zone[zone + 1]; i++)
    {
      const NkRow *row = &rows->rows[i];
      double x = CLAMP (box->x, row->left + box->width / 2,
                        MAX (row->left, row->right - box->width) + box->width / 2);
      double distance = fabs (x - box->x) + fabs (row->y - box->y);

      if (!nk_row_has_room (rows, row, box->width) || distance >= best)
        continue;
      best = distance;
      nearest = i;
    }
  return nearest;
}

/* The row that is due next if all rows are to be equally full; the nearest one if that is full. */
static int
due_row (const NkRows *rows,
         int           zone,
         const NkBox  *box,
         double        dealt)
{
  int first = rows->first_of_zone[zone];
  int n = rows->first_of_zone[zone + 1] - first;
  double total = rows->zones->zones[zone].total_width;
  double share = (dealt + box->width / 2) / total;
  int due = first + CLAMP ((int) (share * n), 0, n - 1);

  if (nk_row_has_room (rows, &rows->rows[due], box->width))
    return due;
  return nearest_row (rows, zone, box);
}

static int
emptiest_row (const NkRows *rows,
              int           zone)
{
  int emptiest = rows->first_of_zone[zone];

  for (int i = emptiest + 1; i < rows->first_of_zone[zone + 1]; i++)
    if (rows->rows[i].used < rows->rows[emptiest].used)
      emptiest = i;
  return emptiest;
}

/* A zone without obstacles: rows equally full, from the top by where the boxes stand; or, if that
 * does not fit, the widest first to the emptiest row, which is how its width was found. */
static void
deal_evenly (NkRows    *rows,
             int        zone,
             Candidate *sorted)
{
  int n = sorted_members (rows, &rows->zones->zones[zone], FALSE, sorted);
  double dealt = 0;
  int i;

  for (i = 0; i < n; i++)
    {
      const NkBox *box = &rows->plan->boxes[sorted[i].box];
      int row = due_row (rows, zone, box, dealt);

      if (row < 0)
        break;
      nk_row_insert (rows, row, sorted[i].box);
      dealt += box->width + rows->plan->job->gap_x;
    }
  if (i == n)
    return;
  while (i-- > 0)
    nk_row_remove (rows, rows->of_box[sorted[i].box], sorted[i].box);
  sorted_members (rows, &rows->zones->zones[zone], TRUE, sorted);
  for (i = 0; i < n; i++)
    nk_row_insert (rows, emptiest_row (rows, zone), sorted[i].box);
}

/* A zone with obstacles: wide boxes first, each to the nearest row that has room. */
static void
deal_between (NkRows    *rows,
              int        zone,
              Candidate *sorted)
{
  int n = sorted_members (rows, &rows->zones->zones[zone], TRUE, sorted);

  for (int i = 0; i < n; i++)
    {
      int row = nearest_row (rows, zone, &rows->plan->boxes[sorted[i].box]);

      if (row >= 0)
        nk_row_insert (rows, row, sorted[i].box);
    }
}

void
nk_rows_assign (NkRows *rows)
{
  g_autofree Candidate *sorted = g_new (Candidate, rows->plan->n_boxes + 1);

  for (int i = 0; i < rows->plan->n_boxes; i++)
    rows->want[i] = rows->plan->boxes[i].x;
  for (int zone = 0; zone < rows->zones->n; zone++)
    if (rows->plan->any_fixed)
      deal_between (rows, zone, sorted);
    else
      deal_evenly (rows, zone, sorted);
  for (int i = 0; i < rows->n; i++)
    nk_row_place (rows, i);
}
