#include "layout/deal.h"

#include <math.h>
#include <stdlib.h>

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

/* The boxes of a zone, from the top or by their widths. Returns how many. */
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

      if (!nk_row_has_room (rows, row, box) || distance >= best)
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

  if (nk_row_has_room (rows, &rows->rows[due], box))
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

/* Rows equally full, from the top by where the boxes stand; or, if that
 * does not fit, the widest first to the emptiest row, which is how its width was found. */
static void
deal_zone (NkRows    *rows,
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

/* One row for each line of the zones. */
static GArray *
list_rows (const NkZones *zones)
{
  GArray *list = g_array_new (FALSE, TRUE, sizeof (NkRow));

  for (int i = 0; i < zones->n; i++)
    for (int line = 0; line < zones->zones[i].n_rows; line++)
      {
        const NkZone *zone = &zones->zones[i];
        NkRow row = { .zone = i, .line = line, .left = zone->left, .right = zone->right,
                      .y = zone->row_y[line], .height = zone->tallest };

        g_array_append_val (list, row);
      }
  return list;
}

NkRows *
nk_deal (NkPlan  *plan,
         NkZones *zones)
{
  NkRows *rows = nk_rows_new (plan, zones, list_rows (zones));
  g_autofree Candidate *sorted = g_new (Candidate, plan->n_boxes + 1);

  for (int zone = 0; zone < zones->n; zone++)
    deal_zone (rows, zone, sorted);
  for (int i = 0; i < rows->n; i++)
    nk_row_place (rows, i);
  return rows;
}
