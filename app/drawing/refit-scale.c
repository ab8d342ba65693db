/* Scaling: all boxes brought nearer to each other, or farther apart, alike. */
#include "drawing/refit-private.h"

#include <math.h>
#include <stdlib.h>

/* Where there is more room than needed, all goes so many times as far apart at most. */
#define STRETCH_MOST 1.3
/* From band to band, points: more than that is a hole. */
#define HOLE 120.0

/* How long all are, from the first to the last, if their middles are so many times as far from each
 * other. */
static double
length_scaled (const NkRefit *refit,
               gboolean       down,
               double         scale)
{
  double first = INFINITY, last = -INFINITY;

  for (guint i = 0; i < refit->n; i++)
    {
      const NkRefitBox *box = &refit->from[i];
      double half = (down ? box->height : box->width) / 2;

      first = MIN (first, scale * (down ? box->y : box->x) - half);
      last = MAX (last, scale * (down ? box->y : box->x) + half);
    }
  return last - first;
}

/* The scale with which all are so long, at most STRETCH_MOST. */
static double
find_scale (const NkRefit *refit,
            gboolean       down,
            double         length)
{
  double least = 0, most = STRETCH_MOST;

  if (length_scaled (refit, down, most) <= length)
    return most;
  for (int i = 0; i < 40; i++)
    {
      double middle = (least + most) / 2;

      if (length_scaled (refit, down, middle) <= length)
        least = middle;
      else
        most = middle;
    }
  return least;
}

static int
by_y (gconstpointer a,
      gconstpointer b)
{
  const NkRefitBox *p = a, *q = b;

  return (p->y > q->y) - (p->y < q->y);
}

/* TRUE if two of the boxes come too near to each other. */
static gboolean
any_clash (const NkRefitBox *boxes,
           guint             n,
           double            gap)
{
  g_autofree NkRefitBox *sorted = g_memdup2 (boxes, n * sizeof *boxes);
  double tallest = 0;

  qsort (sorted, n, sizeof *sorted, by_y);
  for (guint i = 0; i < n; i++)
    tallest = MAX (tallest, sorted[i].height);
  for (guint i = 0; i < n; i++)
    for (guint k = i + 1; k < n && sorted[k].y - sorted[i].y < tallest + gap; k++)
      if (sorted[k].y - sorted[i].y < (sorted[i].height + sorted[k].height) / 2 + gap
          && fabs (sorted[k].x - sorted[i].x)
             < (sorted[i].width + sorted[k].width) / 2 + gap)
        return TRUE;
  return FALSE;
}

/* A zone as a box, with its outline if it has one and half of the gap to the next. */
static NkRefitBox
outline_of (const NkRefit     *refit,
            const NkRefitZone *zone,
            const NkRefitBox  *boxes)
{
  double left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY;
  double pad = nk_refit_pad (zone) + NK_REFIT_BOX_GAP / 2;

  for (guint i = 0; i < zone->n; i++)
    {
      const NkRefitBox *box = &boxes[refit->members[zone->first + i]];

      left = MIN (left, box->x - box->width / 2 - pad);
      right = MAX (right, box->x + box->width / 2 + pad);
      top = MIN (top, box->y - box->height / 2 - pad);
      bottom = MAX (bottom, box->y + box->height / 2 + pad);
    }
  top -= zone->box >= 0 ? refit->header : 0;
  return (NkRefitBox) { (left + right) / 2, (top + bottom) / 2, right - left, bottom - top,
                        zone->band, zone->box };
}

/* TRUE if two zones come too near to each other: those of different bands may not be level, and
 * those of one band, or beside all, may not overlap if one has an outline. */
static gboolean
clash (const NkRefitBox *a,
       const NkRefitBox *b)
{
  if (fabs (a->y - b->y) >= (a->height + b->height) / 2)
    return FALSE;
  if (a->band >= 0 && b->band >= 0 && a->band != b->band)
    return TRUE;
  return (a->box >= 0 || b->box >= 0 || a->band != b->band)
         && fabs (a->x - b->x) < (a->width + b->width) / 2;
}

static gboolean
zones_clash (const NkRefit    *refit,
             const NkRefitBox *boxes)
{
  guint n = refit->zones->len;
  g_autofree NkRefitBox *outlines = g_new (NkRefitBox, n);

  for (guint i = 0; i < n; i++)
    outlines[i] = outline_of (refit, nk_refit_zone (refit, i), boxes);
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < i; k++)
      if (clash (&outlines[i], &outlines[k]))
        return TRUE;
  return FALSE;
}

/* TRUE if bands that follow each other are so far apart that something must have stood between them
 * that is not shown now. */
static gboolean
leaves_holes (const NkRefit    *refit,
              const NkRefitBox *boxes)
{
  double bottom = INFINITY;

  for (guint first = 0, end; first < refit->zones->len; first = end)
    {
      double top = INFINITY, next_bottom = -INFINITY;

      end = nk_refit_shelf_end (refit, first);
      if (nk_refit_zone (refit, first)->band < 0)
        continue;
      for (guint i = first; i < end; i++)
        {
          NkRefitBox outline = outline_of (refit, nk_refit_zone (refit, i), boxes);

          top = MIN (top, outline.y - outline.height / 2);
          next_bottom = MAX (next_bottom, outline.y + outline.height / 2);
        }
      if (top - bottom > HOLE)
        return TRUE;
      bottom = next_bottom;
    }
  return FALSE;
}

double
nk_refit_widest (const NkRefit *refit)
{
  return length_scaled (refit, FALSE, STRETCH_MOST);
}

gboolean
nk_refit_scale (NkRefit *refit,
                double   width,
                double  *height)
{
  double scale_x = find_scale (refit, FALSE, width);
  double scale_y = isinf (*height) ? MAX (scale_x, 1) : find_scale (refit, TRUE, *height);
  double left = INFINITY, top = INFINITY;
  g_autofree NkRefitBox *moved = g_memdup2 (refit->from, refit->n * sizeof *moved);

  for (guint i = 0; i < refit->n; i++)
    {
      moved[i].x *= scale_x;
      moved[i].y *= scale_y;
      left = MIN (left, moved[i].x - moved[i].width / 2);
      top = MIN (top, moved[i].y - moved[i].height / 2);
    }
  if (length_scaled (refit, FALSE, scale_x) > width + 1e-6
      || (!isinf (*height) && length_scaled (refit, TRUE, scale_y) > *height + 1e-6)
      || any_clash (moved, refit->n, refit->gap) || zones_clash (refit, moved)
      || leaves_holes (refit, moved))
    return FALSE;
  *height = length_scaled (refit, TRUE, scale_y);
  for (guint i = 0; i < refit->n; i++)
    {
      refit->boxes[i].x = moved[i].x - left;
      refit->boxes[i].y = moved[i].y - top;
    }
  return TRUE;
}
