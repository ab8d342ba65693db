/* Bending: where a bend comes, and when it goes. */
#include "drawing/bending.h"

#define SLACK 5.0
#define MOST 4

static const NkPoint first = { 0, 0 }, last = { 300, 0 };
static const NkPoint two[] = { { 100, 50 }, { 200, 50 } };

static void
assert_points (const NkPoint *points,
               guint          n,
               const NkPoint *wanted,
               guint          n_wanted)
{
  g_assert_cmpuint (n, ==, n_wanted);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpfloat (points[i].x, ==, wanted[i].x);
      g_assert_cmpfloat (points[i].y, ==, wanted[i].y);
    }
}

static void
test_add (void)
{
  static const struct
  {
    guint n;
    NkPoint held, now;
    guint n_wanted;
    NkPoint wanted[MOST];
  } rows[] = {
    { 0, { 150, 0 }, { 150, 40 }, 1, { { 150, 40 } } },
    { 0, { 150, 0 }, { 150, 4 }, 0, { { 0 } } },           /* as good as straight */
    { 0, { 150, 0 }, { 400, 0 }, 1, { { 400, 0 } } },      /* beyond the end it is a bend */
    { 2, { 50, 25 }, { 40, 90 }, 3, { { 40, 90 }, { 100, 50 }, { 200, 50 } } },
    { 2, { 150, 50 }, { 150, 90 }, 3, { { 100, 50 }, { 150, 90 }, { 200, 50 } } },
    { 2, { 250, 25 }, { 260, 90 }, 3, { { 100, 50 }, { 200, 50 }, { 260, 90 } } },
    { 2, { 150, 50 }, { 150, 52 }, 2, { { 100, 50 }, { 200, 50 } } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint n = rows[i].n;
      g_autofree NkPoint *points = nk_bends_add (two, &n, first, last, rows[i].held, rows[i].now,
                                                 SLACK);

      assert_points (points, n, rows[i].wanted, rows[i].n_wanted);
    }
}

static void
test_move (void)
{
  static const struct
  {
    guint i;
    NkPoint now;
    guint n_wanted;
    NkPoint wanted[MOST];
  } rows[] = {
    { 0, { 90, 70 }, 2, { { 90, 70 }, { 200, 50 } } },
    { 1, { 210, 70 }, 2, { { 100, 50 }, { 210, 70 } } },
    { 0, { 100, 25 }, 1, { { 200, 50 } } },     /* on the line from the beginning to the second */
    { 1, { 200, 27 }, 1, { { 100, 50 } } },     /* near the line from the first to the end */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint n = G_N_ELEMENTS (two);
      g_autofree NkPoint *points = nk_bends_move (two, &n, first, last, rows[i].i, rows[i].now,
                                                  SLACK);

      assert_points (points, n, rows[i].wanted, rows[i].n_wanted);
    }
}

/* Both ends at one point: there is no line to be on, but the point. */
static void
test_no_length (void)
{
  guint n = 0;
  g_autofree NkPoint *near = nk_bends_add (NULL, &n, first, first, first, (NkPoint) { 3, 0 }, SLACK);
  g_autofree NkPoint *far = NULL;

  g_assert_cmpuint (n, ==, 0);
  far = nk_bends_add (NULL, &n, first, first, first, (NkPoint) { 30, 0 }, SLACK);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpfloat (far[0].x, ==, 30);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bending/add", test_add);
  g_test_add_func ("/bending/move", test_move);
  g_test_add_func ("/bending/no-length", test_no_length);
  return g_test_run ();
}
