#include "geometry/snap.h"

#include <math.h>

#define REACH 5.0

typedef struct
{
  const char *name;
  NkBox moved;
  guint n;
  NkBox others[4];
  double dx, dy;
  const char *guides;      /* "| x: y y" a line, "- y: x x" one across; "<>" and "^v" gaps */
} Row;

static const Row rows[] = {
  { "alone", { 0, 0, 40, 20 }, 0, { { 0 } }, 0, 0, "" },
  { "far", { 0, 0, 40, 20 }, 1, { { 200, 107, 60, 30 } }, 0, 0, "" },
  { "middle", { 3, 0, 40, 20 }, 1, { { -10, 100, 60, 30 } }, -3, 0, "| 20: 0 130" },
  { "left edge", { 3, 0, 40, 20 }, 1, { { 0, 100, 90, 30 } }, -3, 0, "| 0: 0 130" },
  { "right edge", { 3, 0, 40, 20 }, 1, { { -30, 100, 77, 30 } }, 4, 0, "| 47: 0 130" },
  { "upper edge", { 0, 104, 40, 20 }, 1, { { 200, 100, 60, 60 } }, 0, -4, "- 100: 0 260" },
  { "as far as that", { 5, 0, 40, 20 }, 1, { { 0, 100, 90, 30 } }, -5, 0, "| 0: 0 130" },
  { "not so far", { 5.1, 0, 40, 20 }, 1, { { 0, 100, 90, 30 } }, 0, 0, "" },
  { "the nearest", { 3, 0, 40, 20 }, 2, { { 0, 100, 90, 30 }, { 5, 50, 90, 30 } }, 2, 0,
    "| 5: 0 80" },
  { "both ways", { 3, 102, 40, 20 }, 2, { { 0, 300, 40, 20 }, { 300, 100, 40, 20 } }, -3, -2,
    "| 20: 100 320, - 110: 0 340" },
  { "several on one line", { 1, 0, 40, 20 }, 2, { { 0, 300, 40, 20 }, { 0, 100, 40, 20 } }, -1, 0,
    "| 20: 0 120" },
  { "between two", { 1, 62, 40, 20 }, 3,
    { { 0, 300, 40, 20 }, { 0, 100, 40, 20 }, { 0, 0, 40, 20 } }, -1, 0, "| 20: 0 120" },
  { "gap after", { 222, 14, 40, 10 }, 2, { { 0, 0, 50, 60 }, { 100, 0, 70, 60 } }, -2, 0,
    "<> 19: 50 100, <> 19: 170 220" },
  { "gap before", { -88, 14, 40, 10 }, 2, { { 0, 0, 50, 60 }, { 100, 0, 70, 60 } }, -2, 0,
    "<> 19: -50 0, <> 19: 50 100" },
  { "gap between", { 97, 14, 40, 10 }, 2, { { 0, 0, 50, 60 }, { 180, 0, 70, 60 } }, -2, 0,
    "<> 19: 50 95, <> 19: 135 180" },
  { "gap below", { 7, 131, 10, 20 }, 2, { { 0, 0, 30, 30 }, { 0, 50, 30, 60 } }, 3, -1,
    "| 15: 50 150, ^v 15: 30 50, ^v 15: 110 130" },
  { "no gap into somebody", { 222, 14, 40, 10 }, 3,
    { { 0, 0, 50, 60 }, { 100, 0, 70, 60 }, { 200, 0, 70, 60 } }, 0, 0, "" },
};

static char *
guides_text (const Row   *row,
             const NkBox *moved)
{
  static const char *const forms[2][2] = { { "-", "<>" }, { "|", "^v" } };
  g_autoptr (GArray) guides = nk_guides (moved, row->others, row->n);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < guides->len; i++)
    {
      const NkGuide *guide = &g_array_index (guides, NkGuide, i);

      g_string_append_printf (text, "%s%s %g: %g %g", i > 0 ? ", " : "",
                              forms[guide->axis][guide->gap], guide->at, guide->from, guide->to);
    }
  return g_string_free (text, FALSE);
}

static void
test_snap (gconstpointer data)
{
  const Row *row = data;
  NkBox moved = row->moved;
  g_autofree char *guides = NULL;
  double dx, dy;

  nk_snap (&moved, row->others, row->n, REACH, &dx, &dy);
  g_assert_cmpfloat_with_epsilon (dx, row->dx, 1e-9);
  g_assert_cmpfloat_with_epsilon (dy, row->dy, 1e-9);
  moved.x += dx;
  moved.y += dy;
  guides = guides_text (row, &moved);
  g_assert_cmpstr (guides, ==, row->guides);
}

/* What has snapped stays where it is. */
static void
test_again (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      NkBox moved = rows[i].moved;
      double dx, dy;

      nk_snap (&moved, rows[i].others, rows[i].n, REACH, &dx, &dy);
      moved.x += dx;
      moved.y += dy;
      nk_snap (&moved, rows[i].others, rows[i].n, REACH, &dx, &dy);
      g_assert_cmpfloat (hypot (dx, dy), <, 0.011);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/snap/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_snap);
    }
  g_test_add_func ("/snap/again", test_again);
  return g_test_run ();
}
