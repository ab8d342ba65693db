/* Refit: whatever the boxes and the room, none overlaps another and all are where they belong. */
#include "drawing/refit.h"

#include <math.h>

#define ROUNDS 400
#define NEAR 1e-6

static const NkRefitOrder orders[] = {
  NK_REFIT_ROWS, NK_REFIT_CLOSE, NK_REFIT_CLOSEST, NK_REFIT_ANYHOW,
};

static double
gap_of (NkRefitOrder order)
{
  return order >= NK_REFIT_CLOSEST ? NK_REFIT_CLOSEST_GAP : NK_REFIT_GAP;
}

/* Boxes in rows, as a layout stands them: bands one below the other, in the last of them boxes
 * side by side, and sometimes somebody beside all. Returns how many there are. */
static guint
make_boxes (NkRefitBox *boxes)
{
  int n_bands = g_test_rand_int_range (1, 4), n_districts = g_test_rand_int_range (0, 4);
  guint n = 0;
  double y = 0;

  for (int band = 0; band < n_bands; band++)
    {
      int zones = band == n_bands - 1 ? MAX (n_districts, 1) : 1;

      for (int row = g_test_rand_int_range (1, 4); row > 0; row--, y += 60)
        for (int zone = 0; zone < zones; zone++)
          for (int i = g_test_rand_int_range (1, 6); i > 0; i--)
            boxes[n++] = (NkRefitBox) { zone * 700 + i * 120, y, g_test_rand_int_range (30, 110),
                                        g_test_rand_int_range (14, 50), band,
                                        band == n_bands - 1 && n_districts > 0 ? zone : -1 };
      y += 80;
    }
  if (g_test_rand_bit ())
    boxes[n++] = (NkRefitBox) { 3000, y / 2, 90, 30, -1, -1 };
  return n;
}

/* How far apart two boxes are, across or down: negative if they overlap. */
static double
apart (const NkRefitBox *a,
       const NkRefitBox *b)
{
  return MAX (fabs (a->x - b->x) - (a->width + b->width) / 2,
              fabs (a->y - b->y) - (a->height + b->height) / 2);
}

static void
check_boxes (const NkRefitBox *boxes,
             guint             n,
             const NkRefitRoom *room,
             double            used)
{
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpfloat (boxes[i].x - boxes[i].width / 2, >=, -NEAR);
      g_assert_cmpfloat (boxes[i].x + boxes[i].width / 2, <=, room->width + NEAR);
      g_assert_cmpfloat (boxes[i].y - boxes[i].height / 2, >=, -NEAR);
      g_assert_cmpfloat (boxes[i].y + boxes[i].height / 2, <=, used + NEAR);
      for (guint k = 0; k < i; k++)
        {
          g_assert_cmpfloat (apart (&boxes[i], &boxes[k]), >=, gap_of (room->order) - NEAR);
          if (boxes[i].band > boxes[k].band && boxes[k].band >= 0)
            g_assert_cmpfloat (boxes[i].y - boxes[i].height / 2, >,
                               boxes[k].y + boxes[k].height / 2);
        }
    }
}

static void
test_rules (void)
{
  NkRefitBox before[200], after[200];
  guint fitted = 0, refused = 0;

  for (int round = 0; round < ROUNDS; round++)
    {
      guint n = make_boxes (before);
      NkRefitRoom room = {
        .width = g_test_rand_double_range (150, 1500),
        .height = g_test_rand_double_range (100, 1200), .header = 14, .order = orders[round % G_N_ELEMENTS (orders)],
      };
      double used;

      for (guint i = 0; i < n; i++)
        after[i] = before[i];
      used = nk_refit (after, n, &room);
      fitted += used <= room.height + NEAR;
      refused += !(used <= room.height + NEAR);
      if (!isnan (used))
        check_boxes (after, n, &room, used);
    }
  g_assert_cmpuint (fitted, >, ROUNDS / 10);
  g_assert_cmpuint (refused, >, ROUNDS / 10);
}

/* Boxes of one district stay apart from those of another. */
static void
test_districts (void)
{
  NkRefitBox before[200];

  for (int round = 0; round < ROUNDS; round++)
    {
      guint n = make_boxes (before);
      NkRefitRoom room = { .width = 700, .height = 900, .header = 14, .order = NK_REFIT_CLOSE };
      double left[4], right[4], top[4], bottom[4];

      if (isnan (nk_refit (before, n, &room)))
        continue;
      for (int i = 0; i < 4; i++)
        {
          left[i] = top[i] = INFINITY;
          right[i] = bottom[i] = 0;
        }
      for (guint i = 0; i < n; i++)
        if (before[i].box >= 0)
          {
            left[before[i].box] = MIN (left[before[i].box], before[i].x - before[i].width / 2);
            right[before[i].box] = MAX (right[before[i].box], before[i].x + before[i].width / 2);
            top[before[i].box] = MIN (top[before[i].box], before[i].y - before[i].height / 2);
            bottom[before[i].box] = MAX (bottom[before[i].box], before[i].y + before[i].height / 2);
          }
      for (int i = 0; i < 4; i++)
        for (int k = 0; k < i; k++)
          g_assert_true (isinf (left[i]) || isinf (left[k]) || left[i] > right[k]
                         || left[k] > right[i] || top[i] > bottom[k] || top[k] > bottom[i]);
    }
}

/* Where all has room as it stands, it stays as it stands: everything only comes nearer, or goes
 * apart. */
static void
test_room_enough (void)
{
  NkRefitBox boxes[] = {
    { 100, 0, 50, 20, 0, -1 }, { 300, 0, 50, 20, 0, -1 }, { 180, 90, 50, 20, 1, -1 },
  };
  const NkRefitRoom room = { .width = 200, .height = 80, .header = 0, .order = NK_REFIT_ROWS };

  g_assert_cmpfloat_with_epsilon (nk_refit (boxes, 3, &room), 80, 1e-3);
  g_assert_cmpfloat_with_epsilon (boxes[0].x, 25, 1e-3);
  g_assert_cmpfloat_with_epsilon (boxes[1].x, 175, 1e-3);
  g_assert_cmpfloat_with_epsilon (boxes[2].x, 85, 1e-3);    /* 80 of 200 along, as before */
  g_assert_cmpfloat_with_epsilon (boxes[2].y, 70, 1e-3);
}

/* Rows that are not too long keep who stands left of whom, and above whom. */
static void
test_order (void)
{
  NkRefitBox boxes[] = {
    { 400, 0, 40, 20, 0, -1 }, { 100, 2, 40, 40, 0, -1 }, { 150, -3, 40, 20, 0, -1 },
    { 390, 60, 40, 30, 0, -1 }, { 110, 61, 40, 20, 0, -1 },
  };
  const NkRefitRoom room = { .width = 150, .height = 300, .header = 0, .order = NK_REFIT_ROWS };

  g_assert_cmpfloat (nk_refit (boxes, 5, &room), <=, 300);
  g_assert_cmpfloat (boxes[1].x, <, boxes[2].x);
  g_assert_cmpfloat (boxes[2].x, <, boxes[0].x);
  g_assert_cmpfloat (boxes[4].x, <, boxes[3].x);
  g_assert_cmpfloat (boxes[0].y, ==, boxes[1].y);
  g_assert_cmpfloat (boxes[0].y, ==, boxes[2].y);
  g_assert_cmpfloat (boxes[3].y, >, boxes[0].y);
}

static void
test_no_room (void)
{
  static const struct { double width, height; gboolean narrow; } rows[] = {
    { 40, 500, TRUE }, { 61, 500, FALSE }, { 61, 10, FALSE }, { 0, 0, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      NkRefitBox boxes[] = { { 0, 0, 60, 20, 0, -1 }, { 90, 0, 60, 20, 0, -1 } };
      const NkRefitRoom room = { .width = rows[i].width, .height = rows[i].height,
                                 .order = NK_REFIT_CLOSE };
      double used = nk_refit (boxes, 2, &room);

      g_assert_cmpint (isnan (used), ==, rows[i].narrow);
      if (rows[i].narrow)
        g_assert_cmpfloat (boxes[1].x, ==, 90);
      else
        g_assert_cmpfloat_with_epsilon (used, 20 + 20 + NK_REFIT_GAP,
                                        rows[i].height < 50 ? 1e-6 : 30);
    }
}

static void
test_nothing (void)
{
  const NkRefitRoom room = { .width = 100, .height = 100, .order = NK_REFIT_ROWS };

  g_assert_cmpfloat (nk_refit (NULL, 0, &room), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/refit/rules", test_rules);
  g_test_add_func ("/refit/districts", test_districts);
  g_test_add_func ("/refit/room-enough", test_room_enough);
  g_test_add_func ("/refit/order", test_order);
  g_test_add_func ("/refit/no-room", test_no_room);
  g_test_add_func ("/refit/nothing", test_nothing);
  return g_test_run ();
}
