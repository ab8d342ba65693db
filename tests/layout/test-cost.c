/* The cost: known drawings, and what is kept while boxes move is what would be counted afresh. */
#include "layout/cost.h"

#include "jobs.h"

#include <math.h>

/* Boxes of 10 × 10 at these middles. */
typedef struct
{
  const char *name;
  int n_boxes;
  NkJobPosition at[6];
  int n_ties;
  int ties[4][2];
  double length;      /* of all ties, each of weight 1 */
  int crossings, through;
} Case;

static const Case cases[] = {
  { "one", 2, { { 0, 0 }, { 70, 0 } }, 1, { { 0, 1 } }, 70, 0, 0 },
  { "cross", 4, { { 0, 0 }, { 100, 100 }, { 0, 100 }, { 100, 0 } }, 2, { { 0, 1 }, { 2, 3 } },
    282.842712, 1, 0 },
  { "common end", 3, { { 0, 0 }, { 100, 0 }, { 100, 100 } }, 2, { { 0, 1 }, { 0, 2 } },
    241.421356, 0, 0 },
  { "apart", 4, { { 0, 0 }, { 100, 0 }, { 0, 50 }, { 100, 50 } }, 2, { { 0, 1 }, { 2, 3 } },
    200, 0, 0 },
  { "through two", 4, { { 0, 0 }, { 200, 0 }, { 70, 4 }, { 130, -4 } }, 1, { { 0, 1 } }, 200, 0, 2 },
  { "passes near", 3, { { 0, 0 }, { 200, 0 }, { 100, 6.9 } }, 1, { { 0, 1 } }, 200, 0, 1 },
  { "passes by", 3, { { 0, 0 }, { 200, 0 }, { 100, 7.1 } }, 1, { { 0, 1 } }, 200, 0, 0 },
  { "one behind the other", 4, { { 0, 0 }, { 100, 0 }, { 150, 0 }, { 250, 0 } }, 2,
    { { 0, 1 }, { 2, 3 } }, 200, 0, 0 },
  { "on each other", 4, { { 0, 0 }, { 200, 0 }, { 100, 0 }, { 300, 0 } }, 2,
    { { 0, 1 }, { 2, 3 } }, 400, 1, 2 },
  { "passes the corner", 3, { { 0, 0 }, { 100, 100 }, { 56, 44 } }, 1, { { 0, 1 } }, 141.421356, 0, 1 },
};

static void
test_case (gconstpointer data)
{
  const Case *it = data;
  g_autoptr (NkJob) job = job_with_zones (1, 0);
  g_autoptr (NkPlan) plan = NULL;
  g_autoptr (NkCost) cost = NULL;

  for (int i = 0; i < it->n_boxes; i++)
    {
      job_add_actor (job, 10, 10, 0, -1);
      job_place_last (job, it->at[i].x, it->at[i].y, FALSE);
    }
  for (int i = 0; i < it->n_ties; i++)
    job_add_tie (job, it->ties[i][0], it->ties[i][1], 1);
  plan = nk_plan_new (job);
  cost = nk_cost_new (plan, FALSE);
  g_assert_cmpfloat_with_epsilon (nk_cost_total (cost),
                                  NK_COST_LENGTH * it->length + it->crossings
                                  + NK_COST_THROUGH * it->through, 1e-4);
}

static void
place_at_random (NkBox *box)
{
  box->x = g_test_rand_double_range (-100, 900);
  box->y = 40 * g_test_rand_int_range (0, 15);   /* in rows, where ties lie on each other */
}

static double
count_afresh (const NkPlan *plan)
{
  g_autoptr (NkCost) cost = nk_cost_new (plan, FALSE);

  return nk_cost_total (cost);
}

/* Boxes are moved and stay there, or are taken back, in any order. */
static void
test_kept (void)
{
  for (int round = 0; round < 20; round++)
    {
      g_autoptr (NkJob) job = job_at_random (40, 100, 3, 2);
      g_autoptr (NkPlan) plan = nk_plan_new (job);
      g_autoptr (NkCost) cost = NULL;

      for (int i = 0; i < plan->n_boxes; i++)
        place_at_random (&plan->boxes[i]);
      cost = nk_cost_new (plan, FALSE);
      for (int try = 0; try < 100; try++)
        {
          int n = g_test_rand_int_range (1, 7), moved[6];
          double before = nk_cost_total (cost), rise, most;
          NkBox kept[6];

          for (int i = 0; i < n; i++)
            {
              moved[i] = 6 * i + g_test_rand_int_range (0, 6);
              kept[i] = plan->boxes[moved[i]];
              place_at_random (&plan->boxes[moved[i]]);
            }
          rise = nk_cost_rise (cost, moved, n, INFINITY);
          g_assert_cmpfloat_with_epsilon (before + rise, count_afresh (plan), 1e-6);
          most = g_test_rand_double_range (-40, 40);
          g_assert_cmpint (nk_cost_rise (cost, moved, n, most) > most, ==, rise > most);
          if (g_test_rand_bit ())
            nk_cost_accept (cost, moved, n);
          else
            for (int i = 0; i < n; i++)
              plan->boxes[moved[i]] = kept[i];
          g_assert_cmpfloat_with_epsilon (nk_cost_total (cost), count_afresh (plan), 1e-6);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/cost/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/cost/kept", test_kept);
  return g_test_run ();
}
