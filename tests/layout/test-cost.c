/* The cost: known drawings, and the change of a part is the change of the whole. */
#include "layout/cost.h"

#include "jobs.h"

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
  cost = nk_cost_new (plan);
  g_assert_cmpfloat_with_epsilon (nk_cost_total (cost),
                                  NK_COST_LENGTH * it->length + it->crossings
                                  + NK_COST_THROUGH * it->through, 1e-4);
}

/* Moves some boxes and compares the change around them with the change of the whole. */
static void
test_difference (void)
{
  for (int round = 0; round < 200; round++)
    {
      g_autoptr (NkJob) job = job_at_random (30, 60, 3, 2);
      g_autoptr (NkPlan) plan = nk_plan_new (job);
      g_autoptr (NkCost) cost = NULL;
      int moved[5], n = g_test_rand_int_range (1, 6);
      double before, part_before, after, part_after;

      for (int i = 0; i < plan->n_boxes; i++)
        {
          plan->boxes[i].x = g_test_rand_double_range (0, 900);
          plan->boxes[i].y = g_test_rand_double_range (0, 600);
        }
      cost = nk_cost_new (plan);
      for (int i = 0; i < n; i++)
        moved[i] = 6 * i + g_test_rand_int_range (0, 6);
      before = nk_cost_total (cost);
      part_before = nk_cost_around (cost, moved, n);
      for (int i = 0; i < n; i++)
        plan->boxes[moved[i]].x += g_test_rand_double_range (-300, 300);
      part_after = nk_cost_around (cost, moved, n);
      after = nk_cost_total (cost);
      g_assert_cmpfloat_with_epsilon (part_after - part_before, after - before, 1e-6);
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
  g_test_add_func ("/cost/difference", test_difference);
  return g_test_run ();
}
