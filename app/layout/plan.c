#include "layout/plan.h"

#include <math.h>
#include <stdlib.h>

static int
compare_links (const void *left,
               const void *right)
{
  const NkLink *a = left;
  const NkLink *b = right;

  return a->a != b->a ? a->a - b->a : a->b - b->b;
}

/* All ties between two actors become one link with the sum of their weights. */
static void
make_links (NkPlan *plan)
{
  const GArray *ties = plan->job->ties;
  int n = 0;

  plan->links = g_new (NkLink, ties->len + 1);
  for (guint i = 0; i < ties->len; i++)
    {
      const NkJobTie *tie = &g_array_index (ties, NkJobTie, i);

      double lead = !tie->directed ? 0 : tie->from < tie->to ? tie->weight : -tie->weight;

      plan->links[i] = (NkLink) { MIN (tie->from, tie->to), MAX (tie->from, tie->to), tie->weight,
                                  lead };
    }
  qsort (plan->links, ties->len, sizeof (NkLink), compare_links);
  for (guint i = 0; i < ties->len; i++)
    if (n > 0 && compare_links (&plan->links[n - 1], &plan->links[i]) == 0)
      {
        plan->links[n - 1].weight += plan->links[i].weight;
        plan->links[n - 1].lead += plan->links[i].lead;
      }
    else
      plan->links[n++] = plan->links[i];
  plan->n_links = n;
  for (int i = 0; i < n; i++)
    plan->links[i].weight = CLAMP (plan->links[i].weight, 1, 100);
}

static void
make_index (NkPlan *plan)
{
  int *next;

  plan->first_link = g_new0 (int, plan->n_boxes + 1);
  plan->links_of = g_new (int, 2 * plan->n_links + 1);
  for (int i = 0; i < plan->n_links; i++)
    {
      plan->first_link[plan->links[i].a + 1]++;
      plan->first_link[plan->links[i].b + 1]++;
    }
  for (int i = 0; i < plan->n_boxes; i++)
    plan->first_link[i + 1] += plan->first_link[i];
  next = g_memdup2 (plan->first_link, sizeof (int) * ((gsize) plan->n_boxes + 1));
  for (int i = 0; i < plan->n_links; i++)
    {
      plan->links_of[next[plan->links[i].a]++] = i;
      plan->links_of[next[plan->links[i].b]++] = i;
    }
  g_free (next);
}

NkPlan *
nk_plan_new (const NkJob *job)
{
  NkPlan *plan = g_new0 (NkPlan, 1);

  plan->job = job;
  plan->n_bands = MAX (job->n_bands, 1);
  plan->random = job->seed;
  plan->n_boxes = (int) job->actors->len;
  plan->boxes = g_new0 (NkBox, plan->n_boxes + 1);
  for (int i = 0; i < plan->n_boxes; i++)
    {
      const NkJobActor *actor = nk_job_actor (job, (guint) i);

      plan->boxes[i] = (NkBox) {
        .width = actor->width, .height = actor->height, .x = actor->x, .y = actor->y,
        .fixed = actor->fixed, .settled = actor->fixed,
        .band = actor->band, .district = actor->district, .column = actor->column,
      };
      plan->any_fixed |= actor->fixed;
    }
  make_links (plan);
  make_index (plan);
  return plan;
}

void
nk_plan_free (NkPlan *plan)
{
  g_free (plan->boxes);
  g_free (plan->links);
  g_free (plan->first_link);
  g_free (plan->links_of);
  g_free (plan);
}

/* SplitMix64: small, and any seed will do, also 0. */
guint64
nk_plan_random (NkPlan *plan)
{
  guint64 z = plan->random += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

int
nk_plan_random_below (NkPlan *plan,
                      int     n)
{
  return (int) (nk_plan_random (plan) % (guint64) n);
}

double
nk_plan_random_unit (NkPlan *plan)
{
  return (double) (nk_plan_random (plan) >> 11) / 9007199254740992.0;   /* 2^53 */
}

gboolean
nk_plan_pull (const NkPlan *plan,
              int           box,
              gboolean      settled_only,
              double       *x,
              double       *y)
{
  double sum_x = 0, sum_y = 0, sum = 0;

  for (int i = plan->first_link[box]; i < plan->first_link[box + 1]; i++)
    {
      const NkLink *link = &plan->links[plan->links_of[i]];
      const NkBox *other = &plan->boxes[nk_link_other (link, box)];

      if (settled_only && !other->settled)
        continue;
      sum_x += link->weight * other->x;
      sum_y += link->weight * other->y;
      sum += link->weight;
    }
  if (sum <= 0)
    return FALSE;
  *x = sum_x / sum;
  *y = sum_y / sum;
  return TRUE;
}

gboolean
nk_boxes_clash (const NkBox *a,
                const NkBox *b,
                double       gap_x,
                double       gap_y)
{
  return fabs (a->x - b->x) < (a->width + b->width) / 2 + gap_x
         && fabs (a->y - b->y) < (a->height + b->height) / 2 + gap_y;
}

gboolean
nk_box_is_near (const NkBox *box)
{
  return fabs (box->x) <= NK_JOB_FARTHEST && fabs (box->y) <= NK_JOB_FARTHEST;
}
