#include "drawing/vision.h"

#include <math.h>

/* Red, green and blue without the curve that sRGB puts on them. */
typedef struct
{
  double v[3];
} Light;

/* Table 1 of Machado and others, severity 1; rows for red, green and blue. */
static const double deficient[][3][3] = {
  [NK_VISION_PROTANOPIA] = { { 0.152286, 1.052583, -0.204868 },
                             { 0.114503, 0.786281, 0.099216 },
                             { -0.003882, -0.048116, 1.051998 } },
  [NK_VISION_DEUTERANOPIA] = { { 0.367322, 0.860646, -0.227968 },
                               { 0.280085, 0.672501, 0.047413 },
                               { -0.011820, 0.042940, 0.968881 } },
  [NK_VISION_TRITANOPIA] = { { 1.255528, -0.076749, -0.178779 },
                             { -0.078411, 0.930809, 0.147602 },
                             { 0.004733, 0.691367, 0.303900 } },
};

/* From light to CIE XYZ, IEC 61966-2-1. */
static const double to_xyz[3][3] = {
  { 0.4124, 0.3576, 0.1805 }, { 0.2126, 0.7152, 0.0722 }, { 0.0193, 0.1192, 0.9505 },
};
static const double from_xyz[3][3] = {
  { 3.2406, -1.5372, -0.4986 }, { -0.9689, 1.8758, 0.0415 }, { 0.0557, -0.2040, 1.0570 },
};
static const double white[3] = { 0.9505, 1.0, 1.0890 };

static double
decode (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
encode (double light)
{
  return light <= 0.0031308 ? light * 12.92 : 1.055 * pow (light, 1 / 2.4) - 0.055;
}

static Light
light_of (NkInk ink)
{
  return (Light) { { decode (ink.red), decode (ink.green), decode (ink.blue) } };
}

static NkInk
ink_of (Light light)
{
  return (NkInk) { encode (CLAMP (light.v[0], 0, 1)), encode (CLAMP (light.v[1], 0, 1)),
                   encode (CLAMP (light.v[2], 0, 1)), 1 };
}

static Light
transform (const double matrix[3][3],
           Light        from)
{
  Light to;

  for (int i = 0; i < 3; i++)
    to.v[i] = matrix[i][0] * from.v[0] + matrix[i][1] * from.v[1] + matrix[i][2] * from.v[2];
  return to;
}

double
nk_luminance (NkInk ink)
{
  return transform (to_xyz, light_of (ink)).v[1];
}

NkInk
nk_ink_over (NkInk ink,
             NkInk ground)
{
  float k = ink.alpha;

  return (NkInk) { ground.red + (ink.red - ground.red) * k,
                   ground.green + (ink.green - ground.green) * k,
                   ground.blue + (ink.blue - ground.blue) * k, 1 };
}

/* CIELAB's curve, and back. */
static double
curve (double t)
{
  return t > 216.0 / 24389 ? cbrt (t) : (24389.0 / 27 * t + 16) / 116;
}

static double
uncurve (double t)
{
  return t > 6.0 / 29 ? t * t * t : (116 * t - 16) * 27 / 24389;
}

NkLab
nk_lab (NkInk ink)
{
  Light xyz = transform (to_xyz, light_of (ink));
  double x = curve (xyz.v[0] / white[0]), y = curve (xyz.v[1] / white[1]);
  double z = curve (xyz.v[2] / white[2]);

  return (NkLab) { 116 * y - 16, 500 * (x - y), 200 * (y - z) };
}

static Light
light_of_lab (NkLab lab)
{
  double y = (lab.lightness + 16) / 116;
  Light xyz = { { white[0] * uncurve (y + lab.a / 500), white[1] * uncurve (y),
                  white[2] * uncurve (y - lab.b / 200) } };

  return transform (from_xyz, xyz);
}

static gboolean
can_be_shown (Light light)
{
  const double slack = 1e-4;

  for (int i = 0; i < 3; i++)
    if (!(light.v[i] >= -slack && light.v[i] <= 1 + slack))
      return FALSE;
  return TRUE;
}

NkInk
nk_lab_ink (NkLab lab)
{
  double most = 1, least = 0;

  if (can_be_shown (light_of_lab (lab)))
    return ink_of (light_of_lab (lab));
  for (int i = 0; i < 16; i++)
    {
      double part = (most + least) / 2;

      if (can_be_shown (light_of_lab ((NkLab) { lab.lightness, lab.a * part, lab.b * part })))
        least = part;
      else
        most = part;
    }
  return ink_of (light_of_lab ((NkLab) { lab.lightness, lab.a * least, lab.b * least }));
}

static double
degrees (double radians)
{
  return radians * 180 / G_PI;
}

static double
radians (double degrees)
{
  return degrees * G_PI / 180;
}

/* 0 to 360; 0 for grey. */
static double
hue (double a,
     double b)
{
  double h = a == 0 && b == 0 ? 0 : degrees (atan2 (b, a));

  return h < 0 ? h + 360 : h;
}

static double
mean_hue (double   one,
          double   other,
          gboolean grey)
{
  double sum = one + other;

  if (grey)
    return sum;
  if (ABS (one - other) <= 180)
    return sum / 2;
  return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
}

/* How much a strong colour's distances count less: its seventh power against 25's. */
static double
saturation (double chroma)
{
  double seventh = pow (chroma, 7);

  return sqrt (seventh / (seventh + pow (25, 7)));
}

double
nk_lab_distance (NkLab one,
                 NkLab other)
{
  double mean = (hypot (one.a, one.b) + hypot (other.a, other.b)) / 2;
  double stretch = 1 + 0.5 * (1 - saturation (mean));
  double a1 = one.a * stretch, a2 = other.a * stretch;
  double c1 = hypot (a1, one.b), c2 = hypot (a2, other.b), c = (c1 + c2) / 2;
  double h1 = hue (a1, one.b), h2 = hue (a2, other.b);
  double h = mean_hue (h1, h2, c1 * c2 == 0);
  double turn = remainder (h2 - h1, 360);
  double dl = other.lightness - one.lightness, dc = c2 - c1;
  double dh = c1 * c2 == 0 ? 0 : 2 * sqrt (c1 * c2) * sin (radians (turn / 2));
  double l = (one.lightness + other.lightness) / 2 - 50;
  double t = 1 - 0.17 * cos (radians (h - 30)) + 0.24 * cos (radians (2 * h))
             + 0.32 * cos (radians (3 * h + 6)) - 0.20 * cos (radians (4 * h - 63));
  double rotation = -2 * saturation (c)
                    * sin (radians (60 * exp (-pow ((h - 275) / 25, 2))));

  dl /= 1 + 0.015 * l * l / sqrt (20 + l * l);
  dc /= 1 + 0.045 * c;
  dh /= 1 + 0.015 * c * t;
  return sqrt (dl * dl + dc * dc + dh * dh + rotation * dc * dh);
}

NkInk
nk_vision_ink (NkVision vision,
               NkInk    ink)
{
  double grey;

  switch (vision)
    {
    case NK_VISION_PROTANOPIA:
    case NK_VISION_DEUTERANOPIA:
    case NK_VISION_TRITANOPIA:
      return ink_of (transform (deficient[vision], light_of (ink)));
    case NK_VISION_GREY:
      grey = nk_luminance (ink);
      return ink_of ((Light) { { grey, grey, grey } });
    case NK_VISION_FULL:
    case NK_N_VISIONS:
    default:
      return ink;
    }
}

double
nk_vision_distance (NkVision vision,
                    NkInk    one,
                    NkInk    other)
{
  return nk_lab_distance (nk_lab (nk_vision_ink (vision, one)),
                          nk_lab (nk_vision_ink (vision, other)));
}
