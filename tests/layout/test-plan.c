/* The plan: ties become links, each box knows its own; random numbers repeat. */
#include "layout/plan.h"

#include "jobs.h"

static void
test_links (void)
{
  g_autoptr (NkJob) job = job_with_zones (1, 0);
  g_autoptr (NkPlan) plan = NULL;

  for (int i = 0; i < 4; i++)
    job_add_actor (job, 80, 20, 0, -1);
  job_add_tie (job, 2, 0, 1);
  job_add_tie (job, 0, 2, 2);
  job_add_tie (job, 3, 0, 0.01);
  job_add_tie (job, 1, 2, 100);
  job_add_tie (job, 2, 1, 100);
  plan = nk_plan_new (job);
  g_assert_cmpint (plan->n_links, ==, 3);
  g_assert_cmpint (plan->links[0].a, ==, 0);
  g_assert_cmpint (plan->links[0].b, ==, 2);
  g_assert_cmpfloat (plan->links[0].weight, ==, 3);
  g_assert_cmpfloat (plan->links[1].weight, ==, 1);      /* no less */
  g_assert_cmpfloat (plan->links[2].weight, ==, 100);    /* and no more */
  g_assert_cmpint (plan->first_link[1] - plan->first_link[0], ==, 2);
  for (int box = 0; box < 4; box++)
    for (int i = plan->first_link[box]; i < plan->first_link[box + 1]; i++)
      {
        const NkLink *link = &plan->links[plan->links_of[i]];

        g_assert_true (link->a == box || link->b == box);
        g_assert_cmpint (nk_link_other (link, nk_link_other (link, box)), ==, box);
      }
}

static void
test_pull (void)
{
  g_autoptr (NkJob) job = job_with_zones (1, 0);
  g_autoptr (NkPlan) plan = NULL;
  double x = -1, y = -1;

  job_add_actor (job, 80, 20, 0, -1);
  job_add_actor (job, 80, 20, 0, -1);
  job_place_last (job, 100, 10, TRUE);
  job_add_actor (job, 80, 20, 0, -1);
  job_place_last (job, 200, 50, FALSE);
  job_add_actor (job, 80, 20, 0, -1);
  job_add_tie (job, 0, 1, 1);
  job_add_tie (job, 0, 2, 3);
  plan = nk_plan_new (job);
  g_assert_true (nk_plan_pull (plan, 0, FALSE, &x, &y));
  g_assert_cmpfloat (x, ==, 175);
  g_assert_cmpfloat (y, ==, 40);
  g_assert_true (nk_plan_pull (plan, 0, TRUE, &x, &y));
  g_assert_cmpfloat (x, ==, 100);
  g_assert_false (nk_plan_pull (plan, 3, FALSE, &x, &y));
  g_assert_cmpfloat (x, ==, 100);
}

static void
test_random (void)
{
  g_autoptr (NkJob) job = job_with_zones (1, 0);
  g_autoptr (NkPlan) one = NULL;
  g_autoptr (NkPlan) two = NULL;
  int seen[6] = { 0 };

  job->seed = 7;
  one = nk_plan_new (job);
  two = nk_plan_new (job);
  for (int i = 0; i < 6000; i++)
    {
      int number = nk_plan_random_below (one, 6);

      g_assert_cmpint (number, ==, nk_plan_random_below (two, 6));
      seen[number]++;
    }
  for (int i = 0; i < 6; i++)
    g_assert_cmpint (ABS (seen[i] - 1000), <, 150);
  for (int i = 0; i < 1000; i++)
    {
      double number = nk_plan_random_unit (one);

      g_assert_true (number >= 0 && number < 1);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/links", test_links);
  g_test_add_func ("/plan/pull", test_pull);
  g_test_add_func ("/plan/random", test_random);
  return g_test_run ();
}
