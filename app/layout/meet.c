#include "layout/meet.h"

#include "layout/figure.h"

/* Nearer to each other than this, squared, they say nothing about the scale. */
#define LEAST_SPREAD 1

/* One axis of the figure: value → scale × value + shift. */
typedef struct
{
  double scale, shift;
} Fit;

/* The fit with the least squares between values and targets. */
static Fit
find_fit (const double *values,
          const double *targets,
          int           n,
          double        most_scale)
{
  double from = 0, to = 0, square = 0, product = 0;
  Fit fit = { 1, 0 };

  for (int i = 0; i < n; i++)
    {
      from += values[i] / n;
      to += targets[i] / n;
    }
  for (int i = 0; i < n; i++)
    {
      square += (values[i] - from) * (values[i] - from);
      product += (values[i] - from) * (targets[i] - to);
    }
  if (square > LEAST_SPREAD)
    fit.scale = CLAMP (product / square, 1 / most_scale, most_scale);
  fit.shift = to - fit.scale * from;
  return fit;
}

/* Finds the fit of one axis. */
static Fit
fit_axis (const NkPlan *plan,
          const int    *boxes,
          int           n,
          double        most_scale,
          gboolean      is_x)
{
  g_autofree double *values = g_new (double, n + 1);
  g_autofree double *targets = g_new (double, n + 1);
  NkJobPosition middle = nk_figure_middle (plan, 0, 0);
  int n_fixed = 0;

  for (int i = 0; i < n; i++)
    {
      const NkBox *box = &plan->boxes[boxes[i]];
      const NkJobActor *actor = nk_job_actor (plan->job, (guint) boxes[i]);

      if (!box->fixed)
        continue;
      values[n_fixed] = is_x ? box->x : box->y;
      targets[n_fixed++] = is_x ? actor->x : actor->y;
    }
  if (n_fixed > 0)
    return find_fit (values, targets, n_fixed, most_scale);
  for (int i = 0; i < n; i++)
    {
      values[i] = is_x ? plan->boxes[boxes[i]].x : plan->boxes[boxes[i]].y;
      targets[i] = is_x ? middle.x : middle.y;
    }
  return find_fit (values, targets, n, 1);
}

void
nk_put_back_fixed (NkPlan    *plan,
                   const int *boxes,
                   int        n)
{
  for (int i = 0; i < n; i++)
    if (plan->boxes[boxes[i]].fixed)
      {
        const NkJobActor *actor = nk_job_actor (plan->job, (guint) boxes[i]);

        plan->boxes[boxes[i]].x = actor->x;
        plan->boxes[boxes[i]].y = actor->y;
      }
}

void
nk_meet_fixed (NkPlan    *plan,
               const int *boxes,
               int        n,
               double     most_scale)
{
  Fit x = fit_axis (plan, boxes, n, most_scale, TRUE);
  Fit y = fit_axis (plan, boxes, n, most_scale, FALSE);

  for (int i = 0; i < n; i++)
    {
      NkBox *box = &plan->boxes[boxes[i]];

      box->x = x.scale * box->x + x.shift;
      box->y = y.scale * box->y + y.shift;
    }
  nk_put_back_fixed (plan, boxes, n);
}
