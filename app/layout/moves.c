#include "layout/moves.h"

#include <math.h>

/* Gaps are spread to so many times the least, where a row has room. */
#define MOST_GAPS 4

/* One of so many boxes is chosen for its width. */
#define CHOICE 4

static gboolean
fits_instead (const NkRows *rows,
              const NkRow  *row,
              int           leaving,
              int           coming)
{
  const NkBox *boxes = rows->plan->boxes;
  double used = row->used + boxes[coming].width - boxes[leaving].width;

  return used <= row->right - row->left + rows->plan->job->gap_x + 1e-6
         && boxes[coming].height <= row->height;
}

static void
put_instead (NkRow *row,
             int    leaving,
             int    coming,
             double change)
{
  int at = 0;

  while (row->members[at] != leaving)
    at++;
  row->members[at] = coming;
  row->used += change;
}

/* Two boxes of a zone take each other's place. */
static gboolean
swap (NkTry  *it,
      NkRows *rows,
      int     box,
      int     other)
{
  int from = rows->of_box[box], to = rows->of_box[other];
  double change = rows->plan->boxes[other].width - rows->plan->boxes[box].width;
  double want = rows->want[box];

  if (other == box || to < 0)
    return FALSE;
  if (from != to && (!fits_instead (rows, &rows->rows[from], box, other)
                     || !fits_instead (rows, &rows->rows[to], other, box)))
    return FALSE;
  nk_try_keep (it, from);
  nk_try_keep (it, to);
  put_instead (&rows->rows[from], box, -1, change);
  put_instead (&rows->rows[to], other, box, -change);
  put_instead (&rows->rows[from], -1, other, 0);
  rows->of_box[box] = to;
  rows->of_box[other] = from;
  rows->want[box] = rows->want[other];
  rows->want[other] = want;
  nk_try_place (it);
  return TRUE;
}

/* Any box of the same zone. */
static int
random_other (const NkRows *rows,
              int           box)
{
  const NkZone *zone = &rows->zones->zones[rows->zones->of_box[box]];

  return zone->members[nk_plan_random_below (rows->plan, zone->n_members)];
}

static gboolean
move_swap (NkTry  *it,
           NkRows *rows,
           int     box)
{
  return swap (it, rows, box, random_other (rows, box));
}

/* Of some boxes that one which is about as wide: then the others of the rows need not make room. */
static gboolean
move_swap_alike (NkTry  *it,
                 NkRows *rows,
                 int     box)
{
  const NkBox *boxes = rows->plan->boxes;
  double nearest = INFINITY;
  int other = box;

  for (int i = 0; i < CHOICE; i++)
    {
      int candidate = random_other (rows, box);
      double wider = fabs (boxes[candidate].width - boxes[box].width);

      if (candidate == box || wider >= nearest)
        continue;
      nearest = wider;
      other = candidate;
    }
  return swap (it, rows, box, other);
}

/* Any row of the box's zone. */
static int
random_row (const NkRows *rows,
            int           box)
{
  int zone = rows->zones->of_box[box];
  int first = rows->first_of_zone[zone];

  return first + nk_plan_random_below (rows->plan, rows->first_of_zone[zone + 1] - first);
}

/* The row of the box's zone that is nearest to a height. */
static int
nearest_row (const NkRows *rows,
             int           box,
             double        y)
{
  int zone = rows->zones->of_box[box];
  int nearest = rows->first_of_zone[zone];

  for (int i = nearest + 1; i < rows->first_of_zone[zone + 1]; i++)
    if (fabs (rows->rows[i].y - y) < fabs (rows->rows[nearest].y - y))
      nearest = i;
  return nearest;
}

/* The box goes to where its ties pull it, and who stands there takes its place. */
static gboolean
move_swap_near (NkTry  *it,
                NkRows *rows,
                int     box)
{
  double x, y, nearest = INFINITY;
  const NkRow *row;
  int other = box;

  if (!nk_plan_pull (rows->plan, box, FALSE, &x, &y))
    return FALSE;
  row = &rows->rows[nk_plan_random_below (rows->plan, 2) ? nearest_row (rows, box, y)
                    : random_row (rows, box)];
  for (int i = 0; i < row->n; i++)
    {
      double away = fabs (rows->plan->boxes[row->members[i]].x - x);

      if (row->members[i] == box || away >= nearest)
        continue;
      nearest = away;
      other = row->members[i];
    }
  return swap (it, rows, box, other);
}

/* The box and its neighbour in the row change sides. */
static gboolean
move_swap_next (NkTry  *it,
                NkRows *rows,
                int     box)
{
  const NkRow *row = &rows->rows[rows->of_box[box]];
  int at = 0;

  while (row->members[at] != box)
    at++;
  return at + 1 < row->n && swap (it, rows, box, row->members[at + 1]);
}

static gboolean
move_to (NkTry  *it,
         NkRows *rows,
         int     box,
         int     to,
         double  x)
{
  int from = rows->of_box[box];
  const NkRow *row = &rows->rows[to];

  if (from != to && !nk_row_has_room (rows, row, &rows->plan->boxes[box]))
    return FALSE;
  nk_try_keep (it, from);
  nk_try_keep (it, to);
  nk_row_remove (rows, from, box);
  rows->want[box] = CLAMP (x, row->left, row->right);
  nk_row_insert (rows, to, box);
  nk_try_place (it);
  return TRUE;
}

/* A box goes anywhere in its zone. */
static gboolean
move_away (NkTry  *it,
           NkRows *rows,
           int     box)
{
  int to = random_row (rows, box);
  const NkRow *row = &rows->rows[to];

  return move_to (it, rows, box, to,
                  row->left + nk_plan_random_unit (rows->plan) * (row->right - row->left));
}

/* A box goes where its ties pull it. */
static gboolean
move_near (NkTry  *it,
           NkRows *rows,
           int     box)
{
  double x, y;

  if (!nk_plan_pull (rows->plan, box, FALSE, &x, &y))
    return FALSE;
  return move_to (it, rows, box, nk_plan_random_below (rows->plan, 2)
                  ? nearest_row (rows, box, y) : random_row (rows, box), x);
}

gboolean
nk_move_nudge (NkTry  *it,
               NkRows *rows,
               int     box)
{
  double x, y;

  if (!nk_plan_pull (rows->plan, box, FALSE, &x, &y))
    return FALSE;
  nk_try_keep (it, rows->of_box[box]);
  rows->want[box] = x;
  nk_try_place (it);
  return TRUE;
}

void
nk_move_row_nudge (NkTry  *it,
                   NkRows *rows,
                   int     row)
{
  double x, y;

  nk_try_keep (it, row);
  for (int i = 0; i < rows->rows[row].n; i++)
    if (nk_plan_pull (rows->plan, rows->rows[row].members[i], FALSE, &x, &y))
      rows->want[rows->rows[row].members[i]] = x;
  nk_try_place (it);
}

void
nk_move_even (NkTry  *it,
              NkRows *rows,
              int     row)
{
  nk_try_keep (it, row);
  nk_row_want_even (rows, row, MOST_GAPS);
  nk_try_place (it);
}

static gboolean
move_even (NkTry  *it,
           NkRows *rows,
           int     box)
{
  nk_move_even (it, rows, rows->of_box[box]);
  return TRUE;
}

/* Left and right of a row change sides. */
static void
mirror_row (NkTry  *it,
            NkRows *rows,
            int     number)
{
  NkRow *row = &rows->rows[number];

  nk_try_keep (it, number);
  for (int i = 0, k = row->n - 1; i < k; i++, k--)
    {
      int member = row->members[i];

      row->members[i] = row->members[k];
      row->members[k] = member;
    }
  for (int i = 0; i < row->n; i++)
    rows->want[row->members[i]] = row->left + row->right
                                  - rows->plan->boxes[row->members[i]].x;
}

static gboolean
move_mirror_row (NkTry  *it,
                 NkRows *rows,
                 int     box)
{
  mirror_row (it, rows, rows->of_box[box]);
  nk_try_place (it);
  return TRUE;
}

static gboolean
move_mirror_zone (NkTry  *it,
                  NkRows *rows,
                  int     box)
{
  int zone = rows->zones->of_box[box];

  for (int i = rows->first_of_zone[zone]; i < rows->first_of_zone[zone + 1]; i++)
    mirror_row (it, rows, i);
  nk_try_place (it);
  return TRUE;
}

/* TRUE if all members of a row may stand in another one instead of its own. */
static gboolean
may_stand_in (const NkRows *rows,
              const NkRow  *members,
              const NkRow  *row)
{
  if (members->used > row->right - row->left + rows->plan->job->gap_x + 1e-6)
    return FALSE;
  for (int i = 0; i < members->n; i++)
    if (rows->plan->boxes[members->members[i]].height > row->height)
      return FALSE;
  return TRUE;
}

/* Two rows of a zone trade all that is in them. */
static gboolean
move_swap_rows (NkTry  *it,
                NkRows *rows,
                int     box)
{
  int from = rows->of_box[box], to = random_row (rows, box);
  NkRow *a = &rows->rows[from], *b = &rows->rows[to];
  NkRow kept = *a;

  if (from == to || !may_stand_in (rows, a, b) || !may_stand_in (rows, b, a))
    return FALSE;
  nk_try_keep (it, from);
  nk_try_keep (it, to);
  a->members = b->members;
  a->n = b->n;
  a->used = b->used;
  b->members = kept.members;
  b->n = kept.n;
  b->used = kept.used;
  for (int i = 0; i < a->n; i++)
    rows->of_box[a->members[i]] = from;
  for (int i = 0; i < b->n; i++)
    rows->of_box[b->members[i]] = to;
  nk_try_place (it);
  return TRUE;
}

typedef struct
{
  gboolean (*move) (NkTry  *it,
                    NkRows *rows,
                    int     box);
  int often;               /* in a hundred tries */
} Move;

static const Move moves[] = {
  { move_swap, 10 },
  { move_swap_alike, 20 },
  { move_swap_near, 15 },
  { move_swap_next, 8 },
  { move_away, 15 },
  { move_near, 15 },
  { nk_move_nudge, 8 },
  { move_even, 5 },
  { move_mirror_row, 2 },
  { move_swap_rows, 1 },
  { move_mirror_zone, 1 },
};

gboolean
nk_move_any (NkTry  *it,
             NkRows *rows,
             int     box)
{
  int number = nk_plan_random_below (rows->plan, 100);
  int i = 0;

  while (number >= moves[i].often)
    number -= moves[i++].often;
  return moves[i].move (it, rows, box);
}
