/* From where to where bands reach when something is fixed. */
#include "layout/bands.h"
#include "layout/frame.h"

#include "jobs.h"

#include <math.h>

/* Fixed boxes, 20 high, in three bands; free ones in all of them. */
typedef struct
{
  const char *name;
  int n;
  struct { int band; double y; gboolean stray; } fixed[6];
  double lines[2][2];     /* from where to where the line above bands 1 and 2 is */
} Case;

static const Case cases[] = {
  { "all three", 3, { { 0, 0, FALSE }, { 1, 100, FALSE }, { 2, 200, FALSE } }, { { 10, 90 }, { 110, 190 } } },
  { "a gap for the middle", 2, { { 0, 0, FALSE }, { 2, 200, FALSE } }, { { 10, 60 }, { 140, 190 } } },
  { "top only", 1, { { 0, 0, FALSE } }, { { 10, 60 }, { 30, 300 } } },
  { "bottom only", 1, { { 2, 0, FALSE } }, { { -300, -30 }, { -60, -10 } } },
  { "one in the wrong band", 5,
    { { 0, 0, FALSE }, { 0, 10, FALSE }, { 1, 100, FALSE }, { 2, 200, FALSE }, { 0, 250, TRUE } },
    { { 20, 90 }, { 110, 190 } } },
  { "upside down", 3, { { 2, 0, TRUE }, { 1, 100, FALSE }, { 1, 110, FALSE } }, { { -200, 90 }, { 120, 400 } } },
};

static void
test_case (gconstpointer data)
{
  const Case *it = data;
  g_autoptr (NkJob) job = job_with_zones (3, 0);
  g_autoptr (NkPlan) plan = NULL;
  g_autoptr (NkZones) zones = NULL;
  g_autofree NkBand *bands = NULL;

  for (int i = 0; i < it->n; i++)
    {
      job_add_actor (job, 80, 20, it->fixed[i].band, -1);
      job_place_last (job, 100.0 * i, it->fixed[i].y, TRUE);
    }
  for (int band = 0; band < 3; band++)
    job_add_actor (job, 80, 20, band, -1);
  plan = nk_plan_new (job);
  zones = nk_zones_new (plan);
  nk_frame_make (plan, zones);
  bands = nk_bands_new (plan, zones);
  for (int i = 0; i < it->n; i++)
    g_assert_cmpint (plan->boxes[i].stray, ==, it->fixed[i].stray);
  g_assert_true (isinf (bands[0].top) && isinf (bands[2].bottom));
  for (int i = 0; i < 2; i++)
    {
      g_assert_cmpfloat (bands[i].lower_line, ==, bands[i + 1].upper_line);
      g_assert_cmpfloat (bands[i].lower_line, >=, it->lines[i][0]);
      g_assert_cmpfloat (bands[i].lower_line, <=, it->lines[i][1]);
      g_assert_cmpfloat (bands[i].bottom, <=, bands[i].lower_line);
      g_assert_cmpfloat (bands[i + 1].top, >=, bands[i + 1].upper_line);
    }
  g_assert_cmpfloat (bands[1].bottom - bands[1].top, >=, 20);   /* there is room for a row */
}

/* One fixed box does not make its band, with many free ones, as low as itself. */
static void
test_room_for_many (void)
{
  g_autoptr (NkJob) job = job_with_zones (3, 0);
  g_autoptr (NkPlan) plan = NULL;
  g_autoptr (NkZones) zones = NULL;
  g_autofree NkBand *bands = NULL;

  job_add_actor (job, 80, 20, 1, -1);
  job_place_last (job, 0, 0, TRUE);
  for (int i = 0; i < 60; i++)
    job_add_actor (job, 80, 20, i % 10 < 8 ? 1 : i % 10 == 8 ? 0 : 2, -1);
  plan = nk_plan_new (job);
  zones = nk_zones_new (plan);
  nk_frame_make (plan, zones);
  bands = nk_bands_new (plan, zones);
  g_assert_cmpfloat (bands[1].bottom, >=, 60);
  g_assert_cmpfloat (bands[1].top, <=, -60);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/bands/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/bands/room for many", test_room_for_many);
  return g_test_run ();
}
