/* Vision: how far apart two inks look, and how they look to somebody who does not see all colours
 * or has only a copy in grey. */
#pragma once

#include "drawing/theme.h"

G_BEGIN_DECLS

/* Two inks are told apart from this distance on. */
#define NK_TOLD_APART 10.0

typedef enum
{
  NK_VISION_FULL,
  NK_VISION_PROTANOPIA,     /* sees no red */
  NK_VISION_DEUTERANOPIA,   /* sees no green */
  NK_VISION_TRITANOPIA,     /* sees no blue */
  NK_VISION_GREY,           /* a print or a copy without colour */
  NK_N_VISIONS
} NkVision;

/* CIELAB with the white of sRGB (D65, 2°). */
typedef struct
{
  double lightness;         /* 0 black to 100 white */
  double a, b;              /* green to red, blue to yellow; both 0 is grey */
} NkLab;

/* An opaque ink in CIELAB, and back: a colour that no screen shows loses as much of its strength as
 * it must, and keeps lightness and hue. */
NkLab  nk_lab            (NkInk    ink);
NkInk  nk_lab_ink        (NkLab    lab);

/* CIEDE2000: 0 the same, 1 can just be seen, 100 black and white. After G. Sharma, W. Wu,
 * E. N. Dalal, “The CIEDE2000 Color-Difference Formula”, Color Research and Application 30 (2005),
 * 21–30. */
double nk_lab_distance   (NkLab    one,
                          NkLab    other);

/* An opaque ink as this vision has it. The dichromats are simulated after G. M. Machado,
 * M. M. Oliveira, L. A. F. Fernandes, “A Physiologically-based Model for Simulation of Color Vision
 * Deficiency”, IEEE Transactions on Visualization and Computer Graphics 15 (2009), 1291–1298; grey
 * keeps the luminance. */
NkInk  nk_vision_ink     (NkVision vision,
                          NkInk    ink);

/* How far apart two opaque inks look: CIEDE2000. */
double nk_vision_distance (NkVision vision,
                           NkInk    one,
                           NkInk    other);

/* The relative luminance of an opaque ink (Rec. 709), 0 to 1. */
double nk_luminance      (NkInk    ink);

/* What lies on the ground through a translucent ink; opaque. */
NkInk  nk_ink_over       (NkInk    ink,
                          NkInk    ground);

G_END_DECLS
