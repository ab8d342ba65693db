/* A band parted between its zones. */
#include "layout/slice.h"

#include <math.h>

static const NkHull whole = { -INFINITY, INFINITY, 0, 1000 };

static gboolean
holds (const NkHull *region,
       const NkHull *seat)
{
  return nk_hull_holds (region, seat);
}

static void
test_columns (void)
{
  static const NkHull seats[] = { { 200, 300, 10, 50 }, { 0, 100, 10, 90 }, { 400, 500, 0, 20 } };
  NkHull regions[3];

  nk_slice (3, seats, seats, whole, 15, regions);
  g_assert_true (isinf (regions[1].left) && isinf (regions[2].right));
  g_assert_cmpfloat (regions[1].right, ==, 142.5);
  g_assert_cmpfloat (regions[0].left, ==, 157.5);
  g_assert_cmpfloat (regions[0].bottom, ==, 1000);
}

/* Side by side and one above the other: what is wished decides where the first cut is. */
static void
test_wishes (void)
{
  static const NkHull seats[] = { { 0, 50, 0, 20 }, { 100, 150, 100, 120 } };
  static const NkHull wide[] = { { 0, 300, 0, 40 }, { 0, 300, 100, 140 } };
  static const NkHull high[] = { { 0, 60, 0, 400 }, { 90, 150, 0, 400 } };
  NkHull regions[2];

  nk_slice (2, seats, wide, whole, 0, regions);
  g_assert_cmpfloat (regions[0].bottom, ==, 70);
  g_assert_true (isinf (regions[0].right) && isinf (regions[1].left));
  nk_slice (2, seats, high, whole, 0, regions);
  g_assert_cmpfloat (regions[0].right, ==, 75);
  g_assert_cmpfloat (regions[0].bottom, ==, 1000);
}

/* Four in a wheel cannot be parted by straight cuts: they share. */
static void
test_wheel (void)
{
  static const NkHull seats[] = {
    { 0, 60, 0, 30 }, { 70, 100, 0, 60 }, { 40, 100, 70, 100 }, { 0, 30, 40, 100 },
  };
  NkHull regions[4];

  nk_slice (4, seats, seats, whole, 0, regions);
  for (int i = 0; i < 4; i++)
    g_assert_true (holds (&regions[i], &seats[i]));
}

/* Seats on a grid that leaves room between them: each region holds its seat and meets no other. */
static void
test_random (void)
{
  for (int round = 0; round < 300; round++)
    {
      NkHull seats[12], wishes[12], regions[12];

      for (int i = 0; i < 12; i++)
        {
          double x = 100.0 * (i % 4), y = 100.0 * (i / 4);

          seats[i] = (NkHull) { x + g_test_rand_double_range (0, 45), x + g_test_rand_double_range (45, 95),
                                y + g_test_rand_double_range (0, 45), y + g_test_rand_double_range (45, 95) };
          wishes[i] = (NkHull) { seats[i].left - g_test_rand_double_range (0, 90), seats[i].right,
                                 seats[i].top, seats[i].bottom + g_test_rand_double_range (0, 90) };
        }
      nk_slice (12, seats, wishes, whole, 10, regions);
      for (int i = 0; i < 12; i++)
        {
          g_assert_true (holds (&regions[i], &seats[i]));
          for (int k = 0; k < i; k++)
            g_assert_false (nk_hulls_meet (&regions[i], &regions[k]));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/slice/columns", test_columns);
  g_test_add_func ("/slice/wishes", test_wishes);
  g_test_add_func ("/slice/wheel", test_wheel);
  g_test_add_func ("/slice/random", test_random);
  return g_test_run ();
}
