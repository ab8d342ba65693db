/* Spans in a row. */
#include "geometry/pool.h"

#include <glib.h>
#include <math.h>

typedef struct
{
  const char *name;
  int n;
  double size[5], want[5];
  double gap, left, right;
  double at[5];
} Case;

static const Case cases[] = {
  { "nothing", 0, { 0 }, { 0 }, 5, 0, 100, { 0 } },
  { "free", 2, { 10, 10 }, { 20, 60 }, 5, 0, 100, { 20, 60 } },
  { "close", 2, { 10, 10 }, { 50, 50 }, 5, 0, 100, { 42.5, 57.5 } },
  { "order kept", 2, { 10, 10 }, { 60, 40 }, 5, 0, 100, { 42.5, 57.5 } },
  { "left end", 2, { 10, 20 }, { -50, 0 }, 5, 0, 100, { 5, 25 } },
  { "right end", 2, { 10, 20 }, { 300, 300 }, 5, 0, 100, { 70, 90 } },
  { "blocks join", 3, { 10, 10, 10 }, { 30, 31, 10 }, 0, 0, 100, { 13.0 + 2.0 / 3, 23.0 + 2.0 / 3, 33.0 + 2.0 / 3 } },
  { "exactly full", 3, { 30, 30, 30 }, { 0, 0, 0 }, 5, 0, 100, { 15, 50, 85 } },
  { "too full", 3, { 50, 50, 50 }, { 0, 0, 0 }, 0, 10, 100, { 35, 85, 135 } },
  { "no ends", 2, { 10, 10 }, { 0, 2 }, 0, -INFINITY, INFINITY, { -4, 6 } },
};

static void
test_case (gconstpointer data)
{
  const Case *it = data;
  NkPoolBlock blocks[5];
  double at[5];

  nk_pool (it->n, it->size, it->want, it->gap, it->left, it->right, blocks, at);
  for (int i = 0; i < it->n; i++)
    g_assert_cmpfloat_with_epsilon (at[i], it->at[i], 1e-9);
}

static double
squares (int           n,
         const double *want,
         const double *at)
{
  double sum = 0;

  for (int i = 0; i < n; i++)
    sum += (at[i] - want[i]) * (at[i] - want[i]);
  return sum;
}

/* What it finds keeps all rules, and no small change that keeps them is nearer to what is wanted. */
static void
test_random (void)
{
  for (int round = 0; round < 500; round++)
    {
      NkPoolBlock blocks[8];
      double size[8], want[8], at[8];
      int n = g_test_rand_int_range (1, 9);

      for (int i = 0; i < n; i++)
        {
          size[i] = g_test_rand_double_range (1, 20);
          want[i] = g_test_rand_double_range (-50, 250);
        }
      nk_pool (n, size, want, 3, 0, 200, blocks, at);
      g_assert_cmpfloat (at[0] - size[0] / 2, >=, -1e-9);
      g_assert_cmpfloat (at[n - 1] + size[n - 1] / 2, <=, 200 + 1e-9);
      for (int i = 1; i < n; i++)
        g_assert_cmpfloat (at[i] - at[i - 1], >=, (size[i] + size[i - 1]) / 2 + 3 - 1e-9);
      for (int first = 0; first < n; first++)
        for (int last = first; last < n; last++)
          for (double step = -0.01; step < 0.02; step += 0.02)
            {
              double moved[8];
              gboolean allowed;

              for (int i = 0; i < n; i++)
                moved[i] = at[i] + (i >= first && i <= last ? step : 0);
              allowed = moved[0] >= size[0] / 2 && moved[n - 1] + size[n - 1] / 2 <= 200;
              for (int i = 1; i < n; i++)
                allowed &= moved[i] - moved[i - 1] >= (size[i] + size[i - 1]) / 2 + 3;
              if (allowed)
                g_assert_cmpfloat (squares (n, want, moved), >=, squares (n, want, at) - 1e-9);
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
      g_autofree char *path = g_strdup_printf ("/pool/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/pool/random", test_random);
  return g_test_run ();
}
