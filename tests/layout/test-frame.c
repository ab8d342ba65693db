/* Zones and their frame, while nothing is fixed. */
#include "layout/frame.h"

#include "jobs.h"

#include <math.h>

static void
test_zones (void)
{
  static const int members[][2] = { { 1, 1 }, { 0, -1 }, { 1, 0 }, { -1, 1 }, { 1, -1 }, { 1, 1 }, { 0, -1 } };
  static const struct { int band, district, n; gboolean boxed; } expected[] = {
    { 0, -1, 2, FALSE }, { 1, 0, 1, TRUE }, { 1, 1, 2, TRUE }, { 1, -1, 1, FALSE },
    { NK_BESIDE, -1, 1, FALSE },
  };
  g_autoptr (NkJob) job = job_with_zones (2, 2);
  g_autoptr (NkPlan) plan = NULL;
  g_autoptr (NkZones) zones = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    job_add_actor (job, 80, 20, members[i][0], members[i][1]);
  plan = nk_plan_new (job);
  zones = nk_zones_new (plan);
  g_assert_cmpint (zones->n, ==, G_N_ELEMENTS (expected));
  g_assert_cmpint (nk_zones_n_banded (zones), ==, 4);
  for (int i = 0; i < zones->n; i++)
    {
      g_assert_cmpint (zones->zones[i].band, ==, expected[i].band);
      g_assert_cmpint (zones->zones[i].district, ==, expected[i].district);
      g_assert_cmpint (zones->zones[i].n_members, ==, expected[i].n);
      g_assert_cmpint (zones->zones[i].boxed, ==, expected[i].boxed);
    }
  g_assert_cmpint (zones->of_box[5], ==, 2);
  g_assert_true (nk_zone_is_alone (zones, 0));
  g_assert_false (nk_zone_is_alone (zones, 3));
}

static void
test_width (void)
{
  g_autoptr (NkJob) job = job_with_zones (1, 0);
  g_autoptr (NkPlan) plan = NULL;
  g_autoptr (NkZones) zones = NULL;
  NkZone *zone;

  job->gap_x = 10;
  for (int i = 0; i < 6; i++)
    job_add_actor (job, i < 2 ? 100 : 50, 20, 0, -1);
  plan = nk_plan_new (job);
  zones = nk_zones_new (plan);
  zone = &zones->zones[0];
  g_assert_cmpfloat (nk_zone_width (plan, zone, 1), ==, 450);
  g_assert_cmpfloat (nk_zone_width (plan, zone, 2), >=, 220);    /* 100 + 50 + 50 with gaps */
  g_assert_cmpfloat (nk_zone_width (plan, zone, 2), <, 240);
  g_assert_cmpfloat (nk_zone_width (plan, zone, 6), ==, 100);
  g_assert_cmpfloat (nk_zone_width (plan, zone, 60), ==, 100);
}

static gboolean
outlines_meet (const NkPlan *plan,
               const NkZone *a,
               const NkZone *b)
{
  double pad_a = nk_zone_padding (plan, a), pad_b = nk_zone_padding (plan, b);

  return MIN (a->right + pad_a, b->right + pad_b) - MAX (a->left - pad_a, b->left - pad_b) > 1e-6
         && MIN (a->bottom + pad_a, b->bottom + pad_b)
            - MAX (a->top - nk_zone_header (plan, a), b->top - nk_zone_header (plan, b)) > 1e-6;
}

static void
check_zone (const NkPlan *plan,
            const NkZone *zone)
{
  g_assert_cmpfloat (zone->right - zone->left, >=, zone->widest - 1e-6);
  for (int row = 0; row < zone->n_rows; row++)
    {
      g_assert_cmpfloat (zone->row_y[row] - zone->tallest / 2, >=, zone->top - 1e-6);
      g_assert_cmpfloat (zone->row_y[row] + zone->tallest / 2, <=, zone->bottom + 1e-6);
      if (row > 0)
        g_assert_cmpfloat (zone->row_y[row] - zone->row_y[row - 1], >=,
                           zone->tallest + plan->job->gap_y - 1e-6);
    }
}

/* Whatever the map: zones do not meet, bands follow each other, districts are in the user's order. */
static void
test_rules (void)
{
  for (int round = 0; round < 200; round++)
    {
      g_autoptr (NkJob) job = job_at_random (g_test_rand_int_range (1, 120), 0,
                                             g_test_rand_int_range (1, 5), g_test_rand_int_range (1, 13));
      g_autoptr (NkPlan) plan = NULL;
      g_autoptr (NkZones) zones = NULL;

      job->aspect = g_test_rand_double_range (0.3, 3);
      job_add_actor (job, 80, 20, 0, -1);
      plan = nk_plan_new (job);
      zones = nk_zones_new (plan);
      nk_frame_make (plan, zones);
      for (int i = 0; i < zones->n; i++)
        {
          check_zone (plan, &zones->zones[i]);
          for (int k = 0; k < i; k++)
            {
              const NkZone *before = &zones->zones[k], *zone = &zones->zones[i];

              g_assert_false (outlines_meet (plan, before, zone));
              if (zone->band == NK_BESIDE)
                g_assert_cmpfloat (zone->left, >=, before->right + job->band_gap - 1e-6);
              else if (zone->shelf == before->shelf)
                g_assert_cmpfloat (zone->left, >=, before->right + job->gap_x - 1e-6);
              else
                g_assert_cmpfloat (zone->top, >=, before->bottom + job->gap_y - 1e-6);
            }
        }
    }
}

/* Up to six districts stand side by side, more on shelves with as many on each, or one less. */
static void
test_shelves (void)
{
  static const struct { int n, shelves[3]; } expected[] = {
    { 1, { 1 } }, { 6, { 6 } }, { 7, { 4, 3 } }, { 8, { 4, 4 } }, { 10, { 5, 5 } }, { 12, { 6, 6 } },
    { 13, { 5, 4, 4 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (NkJob) job = job_with_zones (2, expected[i].n);
      g_autoptr (NkPlan) plan = NULL;
      g_autoptr (NkZones) zones = NULL;
      int counts[4] = { 0 };

      job_add_actor (job, 80, 20, 0, -1);
      for (int district = 0; district < expected[i].n; district++)
        for (int k = district % 3; k >= 0; k--)
          job_add_actor (job, 80, 20, 1, district);
      plan = nk_plan_new (job);
      zones = nk_zones_new (plan);
      nk_frame_make (plan, zones);
      for (int k = 0; k < zones->n; k++)
        counts[zones->zones[k].shelf]++;
      g_test_message ("%d districts: %d, %d, %d", expected[i].n, counts[1], counts[2], counts[3]);
      for (int shelf = 0; shelf < 3; shelf++)
        g_assert_cmpint (counts[1 + shelf], ==, expected[i].shelves[shelf]);
    }
}

/* The frame is about as wide as is wished. */
static void
test_aspect (void)
{
  for (double aspect = 0.5; aspect < 3; aspect *= 1.5)
    {
      g_autoptr (NkJob) job = job_with_zones (3, 2);
      g_autoptr (NkPlan) plan = NULL;
      g_autoptr (NkZones) zones = NULL;
      double right = 0, bottom = 0;

      job->aspect = aspect;
      for (int i = 0; i < 90; i++)
        job_add_actor (job, 90, 30, i < 40 ? 0 : i < 46 ? 1 : 2, i < 46 ? -1 : i % 2);
      plan = nk_plan_new (job);
      zones = nk_zones_new (plan);
      nk_frame_make (plan, zones);
      for (int i = 0; i < zones->n; i++)
        {
          right = MAX (right, zones->zones[i].right);
          bottom = MAX (bottom, zones->zones[i].bottom);
        }
      g_assert_cmpfloat (fabs (log (right / bottom / aspect)), <, log (1.3));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/frame/zones", test_zones);
  g_test_add_func ("/frame/width", test_width);
  g_test_add_func ("/frame/rules", test_rules);
  g_test_add_func ("/frame/shelves", test_shelves);
  g_test_add_func ("/frame/aspect", test_aspect);
  return g_test_run ();
}
