#include "layout/figure.h"

#include <math.h>

/* Where somebody has been put and fixed is so much off at most. */
#define ROUNDING 0.02

/* What is in no band or district comes after those that are. */
static int
rank (int number)
{
  return number >= 0 ? number : G_MAXINT;
}

static int
compare (int a,
         int b)
{
  return (a > b) - (a < b);
}

static int
compare_members (gconstpointer left,
                 gconstpointer right,
                 gpointer      user_data)
{
  const NkPlan *plan = user_data;
  int first = *(const int *) left, second = *(const int *) right;
  const NkBox *a = &plan->boxes[first];
  const NkBox *b = &plan->boxes[second];
  int result = compare (rank (a->band), rank (b->band));

  if (result == 0)
    result = compare (rank (a->district), rank (b->district));
  if (result == 0)
    result = compare (nk_job_actor (plan->job, (guint) first)->order,
                      nk_job_actor (plan->job, (guint) second)->order);
  return result != 0 ? result : compare (first, second);
}

int *
nk_figure_everybody (const NkPlan *plan,
                     int          *n)
{
  int *members = g_new (int, plan->n_boxes + 1);

  *n = plan->n_boxes;
  for (int i = 0; i < plan->n_boxes; i++)
    members[i] = i;
  g_qsort_with_data (members, *n, sizeof (int), compare_members, (gpointer) plan);
  return members;
}

int *
nk_figure_members (const NkPlan *plan,
                   int          *n)
{
  int n_all;
  int *members = nk_figure_everybody (plan, &n_all);

  *n = 0;
  for (int i = 0; i < n_all; i++)
    if (!plan->boxes[members[i]].fixed)
      members[(*n)++] = members[i];
  return members;
}

/* The mean of the boxes that have a place and are fixed or not. FALSE if there are none. */
static gboolean
mean_place (const NkPlan  *plan,
            gboolean       fixed,
            NkJobPosition *mean)
{
  NkJobPosition sum = { 0, 0 };
  int n = 0;

  for (int i = 0; i < plan->n_boxes; i++)
    {
      const NkJobActor *actor = nk_job_actor (plan->job, (guint) i);

      if (!actor->placed || actor->fixed != fixed)
        continue;
      sum.x += actor->x;
      sum.y += actor->y;
      n++;
    }
  if (n == 0)
    return FALSE;
  *mean = (NkJobPosition) { sum.x / n, sum.y / n };
  return TRUE;
}

static double
inside (double value,
        double size)
{
  double farthest = MAX (0, NK_JOB_FARTHEST - size);

  return CLAMP (value, -farthest, farthest);
}

NkJobPosition
nk_figure_middle (const NkPlan *plan,
                  double        width,
                  double        height)
{
  NkJobPosition middle = { 0, 0 };

  if (!mean_place (plan, FALSE, &middle))
    mean_place (plan, TRUE, &middle);
  return (NkJobPosition) { inside (middle.x, width), inside (middle.y, height) };
}

double
nk_figure_tallest (const NkPlan *plan,
                   const int    *boxes,
                   int           n)
{
  double height = 0;

  for (int i = 0; i < n; i++)
    height = MAX (height, plan->boxes[boxes[i]].height);
  return height;
}

NkSlots
nk_slots_for (const NkPlan *plan,
              const int    *members,
              int           n)
{
  NkSlots slots = { .columns = 1 };

  for (int i = 0; i < n; i++)
    {
      slots.width = MAX (slots.width, plan->boxes[members[i]].width);
      slots.height = MAX (slots.height, plan->boxes[members[i]].height);
    }
  slots.width += plan->job->gap_x;
  slots.height += NK_FIGURE_GAP_BELOW * plan->job->gap_y;
  return slots;
}

static gboolean
is_taken (const NkPlan *plan,
          const NkBox  *box)
{
  for (int i = 0; i < plan->n_boxes; i++)
    if (plan->boxes[i].fixed
        && nk_boxes_clash (box, &plan->boxes[i], plan->job->gap_x - ROUNDING,
                           NK_FIGURE_GAP_BELOW * plan->job->gap_y - ROUNDING))
      return TRUE;
  return FALSE;
}

double
nk_slots_x (const NkSlots *slots,
            int            slot)
{
  return slots->left + (slot % slots->columns + 0.5) * slots->width;
}

double
nk_slots_y (const NkSlots *slots,
            int            slot)
{
  return slots->top + (slot / slots->columns + 0.5) * slots->height;
}

/* TRUE if a slot is free for a box, which then stands there; if it is fixed, TRUE if it does. */
static gboolean
take_slot (const NkSlots *slots,
           NkPlan        *plan,
           NkBox         *box,
           int            slot)
{
  double x = nk_slots_x (slots, slot), y = nk_slots_y (slots, slot);

  if (box->fixed)
    return fabs (box->x - x) < slots->width / 2 && fabs (box->y - y) < slots->height / 2;
  box->x = x;
  box->y = y;
  return !is_taken (plan, box);
}

double
nk_slots_fill (const NkSlots *slots,
               NkPlan        *plan,
               const int     *members,
               int            n)
{
  int slot = 0;

  for (int i = 0; i < n; i++)
    {
      NkBox *box = &plan->boxes[members[i]];

      while (!take_slot (slots, plan, box, slot) && !box->fixed)
        slot++;
      slot += !box->fixed || take_slot (slots, plan, box, slot) ? 1 : 0;
    }
  return slots->top + (slot + slots->columns - 1) / slots->columns * slots->height;
}

/* How many columns the slots of so many boxes have below a figure: so many that all of it can be
 * shown largest on a page of the wanted aspect, in rows of about one length. */
static int
columns_below (const NkPlan   *plan,
               const NkSlots  *slots,
               int             n,
               const NkExtent *figure)
{
  double least = INFINITY;
  int columns = 1, rows;

  for (int i = 1; i <= n; i++)
    {
      double width = MAX (figure->right - figure->left, i * slots->width);
      double height = figure->bottom - figure->top + (n + i - 1) / i * slots->height;
      double size = MAX (width / plan->job->aspect, height);

      if (size > least)
        continue;
      least = size;
      columns = i;
    }
  rows = MAX ((n + columns - 1) / columns, 1);
  return MAX ((n + rows - 1) / rows, 1);
}

void
nk_figure_below (NkPlan         *plan,
                 const int      *members,
                 int             n,
                 const NkExtent *figure)
{
  NkSlots slots = nk_slots_for (plan, members, n);

  slots.columns = columns_below (plan, &slots, n, figure);
  slots.left = (figure->left + figure->right - slots.columns * slots.width) / 2;
  slots.top = figure->bottom + plan->job->band_gap;
  nk_slots_fill (&slots, plan, members, n);
}
