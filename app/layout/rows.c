#include "layout/rows.h"

#include <math.h>
#include <string.h>

NkRows *
nk_rows_new (NkPlan  *plan,
             NkZones *zones,
             GArray  *list)
{
  NkRows *rows = g_new0 (NkRows, 1);
  int next = 0;

  rows->plan = plan;
  rows->zones = zones;
  rows->n = (int) list->len;
  rows->rows = (NkRow *) (gpointer) g_array_free (list, FALSE);
  rows->first_of_zone = g_new0 (int, zones->n + 1);
  for (int zone = 0; zone < zones->n; zone++)
    {
      for (; next < rows->n && rows->rows[next].zone == zone; next++)
        rows->rows[next].members = g_new (int, zones->zones[zone].n_members);
      rows->first_of_zone[zone + 1] = next;
    }
  rows->of_box = g_new (int, plan->n_boxes + 1);
  rows->want = g_new0 (double, plan->n_boxes + 1);
  rows->blocks = g_new (NkPoolBlock, plan->n_boxes + 1);
  rows->sizes = g_new (double, plan->n_boxes + 1);
  rows->wants = g_new (double, plan->n_boxes + 1);
  for (int i = 0; i < plan->n_boxes; i++)
    {
      rows->of_box[i] = -1;
      rows->want[i] = plan->boxes[i].x;
    }
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
                 const NkBox  *box)
{
  return row->used + box->width <= row->right - row->left + 1e-6 && box->height <= row->height;
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
  if (row->n == 1 && rows->zones->zones[row->zone].band == NK_BESIDE)
    rows->wants[0] = (row->left + row->right) / 2;   /* or the column would not look like one */
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
    gap = CLAMP ((row->right - row->left - widths) / (row->n - 1),
                 least, MAX (least, 1) * most_gaps);
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
      double right = nk_box_right (&boxes[row->members[i]]);
      double gap = nk_box_left (&boxes[row->members[i + 1]]) - right;

      sum += MIN (fabs (gap - mean) / unit, 1);
    }
  return sum;
}
