/* What quality is measured by: boxes and lines, taken from a scene. */
#pragma once

#include "drawing/quality.h"
#include "drawing/scene.h"

G_BEGIN_DECLS

/* What is less than this, points, does not count as an overlap. */
#define NK_QUALITY_EPSILON 0.01

typedef struct
{
  const NkRecord *actor;
  double left, top, right, bottom;
  NkPoint centre;
  int band, cluster;       /* -1: none */
} NkQualityBox;

typedef struct
{
  guint from, to;          /* boxes */
  NkPoint *points;
  guint n;
  double left, top, right, bottom;
} NkQualityLine;

/* Fills what is measured of lines; loops are none of them. */
void nk_quality_lines (const NkQualityBox  *boxes,
                       guint                n_boxes,
                       const NkQualityLine *lines,
                       guint                n_lines,
                       NkQuality           *quality);

G_END_DECLS
