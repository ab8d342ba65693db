/* The removal of overlaps. */
#include "layout/overlap.h"

#include "jobs.h"

#include <math.h>

#define GAP_X 15
#define GAP_Y 10

typedef struct
{
  const char *name;
  int n;
  double spread;          /* boxes are this far from 0 at most */
  double fixed;           /* the share of fixed ones */
} Case;

static const Case cases[] = {
  { "one", 1, 0, 0 }, { "all on a spot", 40, 0, 0 }, { "all on a spot, half fixed", 40, 0, 0.5 },
  { "all but fixed", 30, 100, 1 }, { "dense", 150, 200, 0 }, { "dense, some fixed", 150, 200, 0.2 },
  { "dense, most fixed", 150, 300, 0.8 }, { "loose", 100, 2000, 0.3 }, { "many", 1500, 1500, 0.3 },
};

static void
check (const NkJob  *job,
       const NkPlan *plan)
{
  for (int i = 0; i < plan->n_boxes; i++)
    {
      const NkBox *box = &plan->boxes[i];

      g_assert_true (isfinite (box->x) && isfinite (box->y));
      if (box->fixed)
        {
          g_assert_cmpfloat (box->x, ==, nk_job_actor (job, (guint) i)->x);
          g_assert_cmpfloat (box->y, ==, nk_job_actor (job, (guint) i)->y);
        }
      for (int k = 0; k < i; k++)
        if (!(box->fixed && plan->boxes[k].fixed))
          g_assert_false (nk_boxes_clash (box, &plan->boxes[k], GAP_X - 0.021, GAP_Y - 0.021));
    }
}

static void
test_case (gconstpointer data)
{
  const Case *it = data;
  g_autoptr (NkJob) job = job_with_zones (1, 0);
  g_autoptr (NkPlan) plan = NULL;

  for (int i = 0; i < it->n; i++)
    {
      job_add_actor (job, g_test_rand_double_range (10, 150), g_test_rand_double_range (10, 50), 0, -1);
      job_place_last (job, g_test_rand_double_range (-it->spread, it->spread + 1e-9),
                      g_test_rand_double_range (-it->spread, it->spread + 1e-9),
                      g_test_rand_double () < it->fixed);
    }
  plan = nk_plan_new (job);
  nk_overlap_remove (plan, GAP_X, GAP_Y);
  check (job, plan);
}

/* What does not overlap does not move. */
static void
test_clear (void)
{
  g_autoptr (NkJob) job = job_with_zones (1, 0);
  g_autoptr (NkPlan) plan = NULL;

  for (int i = 0; i < 50; i++)
    {
      job_add_actor (job, 80, 20, 0, -1);
      job_place_last (job, 95.5 * (i % 7), 30.5 * (i / 7), FALSE);
    }
  plan = nk_plan_new (job);
  nk_overlap_remove (plan, GAP_X, GAP_Y);
  for (int i = 0; i < 50; i++)
    {
      g_assert_cmpfloat (plan->boxes[i].x, ==, nk_job_actor (job, (guint) i)->x);
      g_assert_cmpfloat (plan->boxes[i].y, ==, nk_job_actor (job, (guint) i)->y);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/overlap/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/overlap/clear", test_clear);
  return g_test_run ();
}
