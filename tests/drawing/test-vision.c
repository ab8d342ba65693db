/* Vision: distances as published, and what each deficiency makes equal. */
#include "drawing/vision.h"

#define INK(hex) ((NkInk) { ((hex) >> 16 & 255) / 255.0f, ((hex) >> 8 & 255) / 255.0f, \
                            ((hex) & 255) / 255.0f, 1 })

/* Table 1 of Sharma and others: where programs that compute it get it wrong. */
static void
test_distance (void)
{
  static const struct { NkLab one, other; double distance; } rows[] = {
    { { 50.0000, 2.6772, -79.7751 }, { 50.0000, 0.0000, -82.7485 }, 2.0425 },
    { { 50.0000, 3.1571, -77.2803 }, { 50.0000, 0.0000, -82.7485 }, 2.8615 },
    { { 50.0000, 2.8361, -74.0200 }, { 50.0000, 0.0000, -82.7485 }, 3.4412 },
    { { 50.0000, -1.3802, -84.2814 }, { 50.0000, 0.0000, -82.7485 }, 1.0000 },
    { { 50.0000, -1.1848, -84.8006 }, { 50.0000, 0.0000, -82.7485 }, 1.0000 },
    { { 50.0000, -0.9009, -85.5211 }, { 50.0000, 0.0000, -82.7485 }, 1.0000 },
    { { 50.0000, 0.0000, 0.0000 }, { 50.0000, -1.0000, 2.0000 }, 2.3669 },
    { { 50.0000, -1.0000, 2.0000 }, { 50.0000, 0.0000, 0.0000 }, 2.3669 },
    { { 50.0000, 2.4900, -0.0010 }, { 50.0000, -2.4900, 0.0009 }, 7.1792 },
    { { 50.0000, 2.4900, -0.0010 }, { 50.0000, -2.4900, 0.0010 }, 7.1792 },
    { { 50.0000, 2.4900, -0.0010 }, { 50.0000, -2.4900, 0.0011 }, 7.2195 },
    { { 50.0000, 2.4900, -0.0010 }, { 50.0000, -2.4900, 0.0012 }, 7.2195 },
    { { 50.0000, -0.0010, 2.4900 }, { 50.0000, 0.0009, -2.4900 }, 4.8045 },
    { { 50.0000, -0.0010, 2.4900 }, { 50.0000, 0.0010, -2.4900 }, 4.8045 },
    { { 50.0000, -0.0010, 2.4900 }, { 50.0000, 0.0011, -2.4900 }, 4.7461 },
    { { 50.0000, 2.5000, 0.0000 }, { 50.0000, 0.0000, -2.5000 }, 4.3065 },
    { { 50.0000, 2.5000, 0.0000 }, { 73.0000, 25.0000, -18.0000 }, 27.1492 },
    { { 50.0000, 2.5000, 0.0000 }, { 61.0000, -5.0000, 29.0000 }, 22.8977 },
    { { 50.0000, 2.5000, 0.0000 }, { 56.0000, -27.0000, -3.0000 }, 31.9030 },
    { { 50.0000, 2.5000, 0.0000 }, { 58.0000, 24.0000, 15.0000 }, 19.4535 },
    { { 50.0000, 2.5000, 0.0000 }, { 50.0000, 3.1736, 0.5854 }, 1.0000 },
    { { 50.0000, 2.5000, 0.0000 }, { 50.0000, 3.2972, 0.0000 }, 1.0000 },
    { { 50.0000, 2.5000, 0.0000 }, { 50.0000, 1.8634, 0.5757 }, 1.0000 },
    { { 50.0000, 2.5000, 0.0000 }, { 50.0000, 3.2592, 0.3350 }, 1.0000 },
    { { 60.2574, -34.0099, 36.2677 }, { 60.4626, -34.1751, 39.4387 }, 1.2644 },
    { { 63.0109, -31.0961, -5.8663 }, { 62.8187, -29.7946, -4.0864 }, 1.2630 },
    { { 61.2901, 3.7196, -5.3901 }, { 61.4292, 2.2480, -4.9620 }, 1.8731 },
    { { 35.0831, -44.1164, 3.7933 }, { 35.0232, -40.0716, 1.5901 }, 1.8645 },
    { { 22.7233, 20.0904, -46.6940 }, { 23.0331, 14.9730, -42.5619 }, 2.0373 },
    { { 36.4612, 47.8580, 18.3852 }, { 36.2715, 50.5065, 21.2231 }, 1.4146 },
    { { 90.8027, -2.0831, 1.4410 }, { 91.1528, -1.6435, 0.0447 }, 1.4441 },
    { { 90.9257, -0.5406, -0.9208 }, { 88.6381, -0.8985, -0.7239 }, 1.5381 },
    { { 6.7747, -0.2908, -2.4247 }, { 5.8714, -0.0985, -2.2286 }, 0.6377 },
    { { 2.0776, 0.0795, -1.1350 }, { 0.9033, -0.0636, -0.5514 }, 0.9082 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpfloat_with_epsilon (nk_lab_distance (rows[i].one, rows[i].other),
                                      rows[i].distance, 0.00005);
      g_assert_cmpfloat_with_epsilon (nk_lab_distance (rows[i].other, rows[i].one),
                                      rows[i].distance, 0.00005);
    }
}

static void
test_lab (void)
{
  static const struct { guint32 rgb; NkLab lab; } rows[] = {
    { 0x000000, { 0, 0, 0 } }, { 0xffffff, { 100, 0, 0 } }, { 0xff0000, { 53.24, 80.09, 67.20 } },
    { 0x00ff00, { 87.73, -86.18, 83.18 } }, { 0x0000ff, { 32.30, 79.19, -107.86 } },
    { 0x777777, { 50.03, 0, 0 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      NkInk ink = INK (rows[i].rgb), back;
      NkLab lab = nk_lab (ink);

      g_assert_cmpfloat_with_epsilon (lab.lightness, rows[i].lab.lightness, 0.02);
      g_assert_cmpfloat_with_epsilon (lab.a, rows[i].lab.a, 0.05);
      g_assert_cmpfloat_with_epsilon (lab.b, rows[i].lab.b, 0.05);
      back = nk_lab_ink (lab);
      g_assert_cmpfloat_with_epsilon (back.red, ink.red, 0.005);
      g_assert_cmpfloat_with_epsilon (back.green, ink.green, 0.005);
      g_assert_cmpfloat_with_epsilon (back.blue, ink.blue, 0.005);
    }
}

/* A green that no screen shows becomes the strongest of its lightness and hue that one does. */
static void
test_gamut (void)
{
  NkLab lab = nk_lab (nk_lab_ink ((NkLab) { 60, -150, 75 }));

  g_assert_cmpfloat_with_epsilon (lab.lightness, 60, 0.2);
  g_assert_cmpfloat_with_epsilon (lab.a / lab.b, -2, 0.05);
  g_assert_cmpfloat (lab.a, <, -35);
}

/* Pairs that one vision can't tell apart and the others can. */
static void
test_visions (void)
{
  static const struct { NkVision vision; guint32 one, other; } rows[] = {
    { NK_VISION_PROTANOPIA, 0x7a2000, 0x333300 },
    { NK_VISION_DEUTERANOPIA, 0xc26a30, 0x969632 },
    { NK_VISION_TRITANOPIA, 0x3d6fd0, 0x1f7d80 },
    { NK_VISION_GREY, 0xe0592a, 0x3a8ac8 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      NkInk one = INK (rows[i].one), other = INK (rows[i].other);

      g_assert_cmpfloat (nk_vision_distance (NK_VISION_FULL, one, other), >, NK_TOLD_APART);
      g_assert_cmpfloat (nk_vision_distance (rows[i].vision, one, other), <, NK_TOLD_APART);
      g_assert_cmpfloat (nk_vision_distance (rows[i].vision, one, one), ==, 0);
    }
  for (int vision = 0; vision < NK_N_VISIONS; vision++)
    g_assert_cmpfloat (nk_vision_distance (vision, INK (0x808080),
                                           nk_vision_ink (vision, INK (0x808080))), <, 0.1);
}

static void
test_over (void)
{
  NkInk half = { 0, 0, 0, 0.5f }, grey = nk_ink_over (half, INK (0xffffff));

  g_assert_cmpfloat_with_epsilon (grey.red, 0.5, 1e-6);
  g_assert_cmpfloat (grey.alpha, ==, 1);
  g_assert_cmpfloat_with_epsilon (nk_luminance (INK (0xffffff)), 1, 1e-6);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vision/distance", test_distance);
  g_test_add_func ("/vision/lab", test_lab);
  g_test_add_func ("/vision/gamut", test_gamut);
  g_test_add_func ("/vision/visions", test_visions);
  g_test_add_func ("/vision/over", test_over);
  return g_test_run ();
}
