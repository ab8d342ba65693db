#include "layout/overlap.h"

#include <math.h>
#include <stdlib.h>

#define MOST_ROUNDS 300

/* Nearer to the gap than this is clear: what has been laid out with gaps, rounded and fixed has them
 * still. Never more than the gap, or nearly. */
#define SLACK 0.02
#define LEAST_SLACK 1e-6

/* The steps of the way outwards on which a free place is looked for. */
#define RING_STEP 8.0

/* Boxes by where they are: a cell is so large that boxes that come near each other are in the same
 * or in neighbouring cells. What lies outside belongs to the outermost cells. */
typedef struct
{
  double left, top, cell;
  int columns, rows;
  int *first;              /* box of each cell, -1: none */
  int *next;               /* box of the same cell */
} Grid;

typedef struct
{
  NkPlan *plan;
  double gap_x, gap_y;
  Grid grid;
  NkJobPosition *push;
  int *pushes;
} Overlaps;

static int
column_of (const Grid *grid,
           double      x)
{
  return (int) CLAMP ((x - grid->left) / grid->cell, 0, grid->columns - 1);
}

static int
row_of (const Grid *grid,
        double      y)
{
  return (int) CLAMP ((y - grid->top) / grid->cell, 0, grid->rows - 1);
}

static void
grid_add (Grid        *grid,
          const NkBox *boxes,
          int          box)
{
  int cell = row_of (grid, boxes[box].y) * grid->columns + column_of (grid, boxes[box].x);

  grid->next[box] = grid->first[cell];
  grid->first[cell] = box;
}

static void
grid_empty (Grid *grid)
{
  for (int i = 0; i < grid->columns * grid->rows; i++)
    grid->first[i] = -1;
}

/* A grid over all boxes, with about as many cells as boxes. */
static void
grid_init (Grid         *grid,
           const NkPlan *plan,
           double        gap)
{
  double left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY;

  grid->cell = 1;
  for (int i = 0; i < plan->n_boxes; i++)
    {
      const NkBox *box = &plan->boxes[i];

      grid->cell = MAX (grid->cell, MAX (box->width, box->height) + gap);
      left = MIN (left, box->x);
      right = MAX (right, box->x);
      top = MIN (top, box->y);
      bottom = MAX (bottom, box->y);
    }
  grid->cell = MAX (grid->cell, sqrt ((right - left) * (bottom - top) / plan->n_boxes));
  grid->cell = MAX (grid->cell, MAX (right - left, bottom - top) / plan->n_boxes);
  grid->left = left;
  grid->top = top;
  grid->columns = 1 + (int) ((right - left) / grid->cell);
  grid->rows = 1 + (int) ((bottom - top) / grid->cell);
  grid->first = g_new (int, grid->columns * grid->rows);
  grid->next = g_new (int, plan->n_boxes);
  grid_empty (grid);
}

static void
grid_clear (Grid *grid)
{
  g_free (grid->first);
  g_free (grid->next);
}

static gboolean
overlap (const Overlaps *overlaps,
         const NkBox    *a,
         const NkBox    *b)
{
  return nk_boxes_clash (a, b, overlaps->gap_x - CLAMP (overlaps->gap_x, LEAST_SLACK, SLACK),
                         overlaps->gap_y - CLAMP (overlaps->gap_y, LEAST_SLACK, SLACK));
}

static double
share (const NkBox *box,
       const NkBox *other)
{
  return box->fixed ? 0 : other->fixed ? 1 : 0.5;
}

/* Pushes two boxes apart, along the axis on which less is needed. */
static void
push_apart (Overlaps *overlaps,
            int       first,
            int       second)
{
  const NkBox *a = &overlaps->plan->boxes[first];
  const NkBox *b = &overlaps->plan->boxes[second];
  double x = (a->width + b->width) / 2 + overlaps->gap_x - fabs (a->x - b->x);
  double y = (a->height + b->height) / 2 + overlaps->gap_y - fabs (a->y - b->y);
  NkJobPosition push = { 0, 0 };

  if (x < y)
    push.x = a->x < b->x || (a->x == b->x && first < second) ? -x : x;
  else
    push.y = a->y < b->y || (a->y == b->y && first < second) ? -y : y;
  overlaps->push[first].x += push.x * share (a, b);
  overlaps->push[first].y += push.y * share (a, b);
  overlaps->push[second].x -= push.x * share (b, a);
  overlaps->push[second].y -= push.y * share (b, a);
  overlaps->pushes[first]++;
  overlaps->pushes[second]++;
}

/* Pushes a box and those that come after it in the job apart. Returns how many overlapped. */
static int
push_neighbours (Overlaps *overlaps,
                 int       box)
{
  const Grid *grid = &overlaps->grid;
  const NkBox *boxes = overlaps->plan->boxes;
  int column = column_of (grid, boxes[box].x), row = row_of (grid, boxes[box].y);
  int n = 0;

  for (int y = MAX (row - 1, 0); y <= MIN (row + 1, grid->rows - 1); y++)
    for (int x = MAX (column - 1, 0); x <= MIN (column + 1, grid->columns - 1); x++)
      for (int i = grid->first[y * grid->columns + x]; i >= 0; i = grid->next[i])
        if (i > box && !(boxes[i].fixed && boxes[box].fixed)
            && overlap (overlaps, &boxes[box], &boxes[i]))
          {
            push_apart (overlaps, box, i);
            n++;
          }
  return n;
}

/* Moves a box, but not out of the world. */
static void
move (NkBox  *box,
      double  x,
      double  y)
{
  box->x = CLAMP (box->x + x, -NK_JOB_FARTHEST, NK_JOB_FARTHEST);
  box->y = CLAMP (box->y + y, -NK_JOB_FARTHEST, NK_JOB_FARTHEST);
}

/* One round of pushing. Returns how many pairs overlapped before. */
static int
push_all (Overlaps *overlaps)
{
  NkPlan *plan = overlaps->plan;
  int n = 0;

  grid_init (&overlaps->grid, plan, MAX (overlaps->gap_x, overlaps->gap_y));
  for (int i = 0; i < plan->n_boxes; i++)
    {
      grid_add (&overlaps->grid, plan->boxes, i);
      overlaps->push[i] = (NkJobPosition) { 0, 0 };
      overlaps->pushes[i] = 0;
    }
  for (int i = 0; i < plan->n_boxes; i++)
    n += push_neighbours (overlaps, i);
  for (int i = 0; i < plan->n_boxes; i++)
    if (overlaps->pushes[i] > 0)
      {
        /* Pushes from several sides are averaged, and then some, or it would take too long. */
        double part = overlaps->pushes[i] == 1 ? 1.01 : 1.2 / overlaps->pushes[i] + 0.15;

        move (&plan->boxes[i], overlaps->push[i].x * part, overlaps->push[i].y * part);
      }
  grid_clear (&overlaps->grid);
  return n;
}

/* TRUE if a box would overlap one that is in the grid. */
static gboolean
is_taken (const Overlaps *overlaps,
          const NkBox    *box)
{
  const Grid *grid = &overlaps->grid;
  int column = column_of (grid, box->x), row = row_of (grid, box->y);

  for (int y = MAX (row - 1, 0); y <= MIN (row + 1, grid->rows - 1); y++)
    for (int x = MAX (column - 1, 0); x <= MIN (column + 1, grid->columns - 1); x++)
      for (int i = grid->first[y * grid->columns + x]; i >= 0; i = grid->next[i])
        if (overlap (overlaps, box, &overlaps->plan->boxes[i]))
          return TRUE;
  return FALSE;
}

/* Moves a box outwards in rings to a free place. There is one: the map ends somewhere. */
static void
find_place (const Overlaps *overlaps,
            NkBox          *box)
{
  NkBox there = *box;
  gboolean found = !is_taken (overlaps, &there);

  for (int ring = 1; !found; ring++)
    for (int i = 0; !found && i < 8 * ring; i++)
      {
        double angle = 2 * G_PI * i / (8 * ring);

        there.x = box->x + 1.5 * ring * RING_STEP * cos (angle);
        there.y = box->y + ring * RING_STEP * sin (angle);
        found = nk_box_is_near (&there) && !is_taken (overlaps, &there);
      }
  *box = there;
}

/* Puts in the fixed boxes, and then the others one by one, each where nothing is yet. */
static void
place_all (Overlaps *overlaps)
{
  NkPlan *plan = overlaps->plan;

  grid_init (&overlaps->grid, plan, MAX (overlaps->gap_x, overlaps->gap_y));
  for (int i = 0; i < plan->n_boxes; i++)
    if (plan->boxes[i].fixed)
      grid_add (&overlaps->grid, plan->boxes, i);
  for (int i = 0; i < plan->n_boxes; i++)
    if (!plan->boxes[i].fixed)
      {
        find_place (overlaps, &plan->boxes[i]);
        grid_add (&overlaps->grid, plan->boxes, i);
      }
  grid_clear (&overlaps->grid);
}

void
nk_overlap_remove (NkPlan *plan,
                   double  gap_x,
                   double  gap_y)
{
  g_autofree NkJobPosition *push = g_new (NkJobPosition, plan->n_boxes + 1);
  g_autofree int *pushes = g_new (int, plan->n_boxes + 1);
  Overlaps overlaps = { .plan = plan, .gap_x = gap_x, .gap_y = gap_y,
                        .push = push, .pushes = pushes };
  int n = 1;

  for (int i = 0; i < plan->n_boxes; i++)
    move (&plan->boxes[i], 0, 0);
  for (int round = 0; n > 0 && round < MOST_ROUNDS; round++)
    n = push_all (&overlaps);
  if (n > 0)
    place_all (&overlaps);
}
