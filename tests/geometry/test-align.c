#include "geometry/align.h"

#define BOXES 3

/* Where three boxes of 40 × 20, 20 × 40 and 60 × 10 go. */
static const NkBox before[BOXES] = { { 0, 100, 40, 20 }, { 100, 0, 20, 40 }, { 50, 300, 60, 10 } };

typedef struct
{
  const char *name;
  NkSide side;
  double expected[BOXES];    /* x of left, centre and right, y of the others */
} Row;

static const Row rows[] = {
  { "left", NK_SIDE_LEFT, { 0, 0, 0 } },
  { "centre", NK_SIDE_CENTRE, { 40, 50, 30 } },
  { "right", NK_SIDE_RIGHT, { 80, 100, 60 } },
  { "top", NK_SIDE_TOP, { 0, 0, 0 } },
  { "middle", NK_SIDE_MIDDLE, { 145, 135, 150 } },
  { "bottom", NK_SIDE_BOTTOM, { 290, 270, 300 } },
};

static void
test_align (gconstpointer data)
{
  const Row *row = data;
  NkBox boxes[BOXES];
  NkAxis axis = row->side <= NK_SIDE_RIGHT ? NK_AXIS_X : NK_AXIS_Y;
  NkAxis across = axis == NK_AXIS_X ? NK_AXIS_Y : NK_AXIS_X;

  for (guint i = 0; i < BOXES; i++)
    boxes[i] = before[i];
  nk_align (boxes, BOXES, row->side);
  for (guint i = 0; i < BOXES; i++)
    {
      g_assert_cmpfloat_with_epsilon (nk_box_start (&boxes[i], axis), row->expected[i], 1e-9);
      g_assert_cmpfloat (nk_box_start (&boxes[i], across), ==, nk_box_start (&before[i], across));
    }
}

typedef struct
{
  const char *name;
  guint n;
  struct { double x, width; } before[4];
  double expected[4];
} Gaps;

static const Gaps gaps[] = {
  { "nobody", 0, { { 0, 0 } }, { 0 } },
  { "two stay", 2, { { 0, 10 }, { 100, 10 } }, { 0, 100 } },
  { "three", 3, { { 0, 10 }, { 20, 30 }, { 100, 20 } }, { 0, 40, 100 } },
  { "in any order", 3, { { 100, 20 }, { 0, 10 }, { 20, 30 } }, { 100, 0, 40 } },
  { "without room", 3, { { 0, 20 }, { 10, 20 }, { 30, 20 } }, { 0, 15, 30 } },
  { "all at one place", 4, { { 5, 10 }, { 5, 10 }, { 5, 10 }, { 5, 10 } }, { 5, 5, 5, 5 } },
};

static void
test_distribute (gconstpointer data)
{
  const Gaps *row = data;

  for (int axis = NK_AXIS_X; axis <= NK_AXIS_Y; axis++)
    {
      NkBox boxes[4];

      for (guint i = 0; i < row->n; i++)
        boxes[i] = axis == NK_AXIS_X
                   ? (NkBox) { row->before[i].x, 7, row->before[i].width, 3 }
                   : (NkBox) { 7, row->before[i].x, 3, row->before[i].width };
      nk_distribute (boxes, row->n, axis);
      for (guint i = 0; i < row->n; i++)
        {
          g_assert_cmpfloat_with_epsilon (nk_box_start (&boxes[i], axis), row->expected[i], 1e-9);
          g_assert_cmpfloat (axis == NK_AXIS_X ? boxes[i].y : boxes[i].x, ==, 7);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/align/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_align);
    }
  for (guint i = 0; i < G_N_ELEMENTS (gaps); i++)
    {
      g_autofree char *path = g_strconcat ("/distribute/", gaps[i].name, NULL);

      g_test_add_data_func (path, &gaps[i], test_distribute);
    }
  return g_test_run ();
}
