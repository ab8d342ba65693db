/* Zones of a refit: which there are, which stand side by side, and how wide each is. */
#include "drawing/refit-private.h"

#include <math.h>

/* How fast a zone that is too high gets wider. */
#define EAGERNESS 0.6

static int
by_zone (gconstpointer a,
         gconstpointer b,
         gpointer      data)
{
  const NkRefitBox *boxes = data;
  const NkRefitBox *p = &boxes[*(const guint *) a], *q = &boxes[*(const guint *) b];

  if (p->band != q->band)
    return p->band - q->band;
  if (p->box != q->box)
    return p->box - q->box;
  return (p->y > q->y) - (p->y < q->y);
}

static void
include (NkRefitZone      *zone,
         const NkRefitBox *box,
         double            gap)
{
  zone->left = MIN (zone->left, box->x - box->width / 2);
  zone->right = MAX (zone->right, box->x + box->width / 2);
  zone->top = MIN (zone->top, box->y - box->height / 2);
  zone->bottom = MAX (zone->bottom, box->y + box->height / 2);
  zone->area += (box->width + gap) * (box->height + gap);
  zone->widest = MAX (zone->widest, box->width);
  zone->n++;
}

static int
by_place (gconstpointer a,
          gconstpointer b)
{
  const NkRefitZone *p = a, *q = b;
  double middle = p->left + p->right, other = q->left + q->right;

  if (p->band != q->band)
    return p->band - q->band;
  if (p->shelf != q->shelf)
    return p->shelf - q->shelf;
  return (middle > other) - (middle < other);
}

static int
by_top (gconstpointer a,
        gconstpointer b)
{
  const NkRefitZone *p = a, *q = b;

  if (p->band != q->band)
    return p->band - q->band;
  return (p->top > q->top) - (p->top < q->top);
}

/* Zones of a band that stood side by side are a shelf. */
static void
find_shelves (GArray *zones)
{
  double bottom = -INFINITY;

  g_array_sort (zones, by_top);
  for (guint i = 0; i < zones->len; i++)
    {
      NkRefitZone *zone = &g_array_index (zones, NkRefitZone, i);
      const NkRefitZone *last = i > 0 ? zone - 1 : NULL;

      if (last == NULL || last->band != zone->band)
        zone->shelf = 0;
      else
        zone->shelf = last->shelf + ((zone->top + zone->bottom) / 2 >= bottom);
      if (last == NULL || last->band != zone->band || last->shelf != zone->shelf)
        bottom = zone->bottom;
      else
        bottom = MAX (bottom, zone->bottom);
    }
  g_array_sort (zones, by_place);
}

/* A zone that has its shelf to itself stands where it stood beside all the others, not beside
 * itself. */
static void
widen_lone_zones (const NkRefit *refit)
{
  double left = INFINITY, right = -INFINITY;

  for (guint i = 0; i < refit->zones->len; i++)
    if (nk_refit_zone (refit, i)->band >= 0)
      {
        left = MIN (left, nk_refit_zone (refit, i)->left - nk_refit_pad (nk_refit_zone (refit, i)));
        right = MAX (right,
                     nk_refit_zone (refit, i)->right + nk_refit_pad (nk_refit_zone (refit, i)));
      }
  for (guint first = 0, end; first < refit->zones->len; first = end)
    {
      NkRefitZone *zone = nk_refit_zone (refit, first);

      end = nk_refit_shelf_end (refit, first);
      if (end - first == 1 && zone->band >= 0 && zone->box < 0)
        {
          zone->left = left;
          zone->right = right;
        }
    }
}

void
nk_refit_find_zones (NkRefit *refit)
{
  NkRefitZone *zone = NULL;

  for (guint i = 0; i < refit->n; i++)
    refit->members[i] = i;
  g_qsort_with_data (refit->members, refit->n, sizeof *refit->members, by_zone,
                     (gpointer) refit->from);
  for (guint i = 0; i < refit->n; i++)
    {
      const NkRefitBox *box = &refit->from[refit->members[i]];

      if (zone == NULL || zone->band != box->band || zone->box != box->box)
        {
          const NkRefitZone next = { .band = box->band, .box = box->box, .first = i,
                                     .left = INFINITY, .top = INFINITY, .right = -INFINITY,
                                     .bottom = -INFINITY };

          g_array_append_val (refit->zones, next);
          zone = nk_refit_zone (refit, refit->zones->len - 1);
        }
      include (zone, box, refit->gap);
    }
  find_shelves (refit->zones);
  widen_lone_zones (refit);
}

guint
nk_refit_shelf_end (const NkRefit *refit,
                    guint          first)
{
  const NkRefitZone *zone = nk_refit_zone (refit, first);
  guint end = first + 1;

  while (end < refit->zones->len && nk_refit_zone (refit, end)->band == zone->band
         && nk_refit_zone (refit, end)->shelf == zone->shelf)
    end++;
  return end;
}

/* How wide zones of a shelf are together at least. */
static double
least_width (const NkRefitZone *zones,
             guint              n)
{
  double width = (n - 1) * NK_REFIT_BOX_GAP;

  for (guint i = 0; i < n; i++)
    width += zones[i].widest + 2 * nk_refit_pad (&zones[i]);
  return width;
}

void
nk_refit_break_shelves (NkRefit *refit,
                        double   width)
{
  guint first = 0;

  while (first < refit->zones->len)
    {
      guint end = nk_refit_shelf_end (refit, first), n = end - first;
      int band = nk_refit_zone (refit, first)->band;

      if (n == 1 || least_width (nk_refit_zone (refit, first), n) <= width)
        {
          first = end;
          continue;
        }
      for (guint i = first + (n + 1) / 2;
           i < refit->zones->len && nk_refit_zone (refit, i)->band == band; i++)
        nk_refit_zone (refit, i)->shelf++;
    }
}

/* Gives the zones of a shelf these parts of the width, but none less than its widest box takes. */
static void
set_widths (NkRefitZone  *zones,
            const double *parts,
            guint         n,
            double        width)
{
  double room = width - (n - 1) * NK_REFIT_BOX_GAP, spare = width - least_width (zones, n);
  double all = 0, over = 0, x = 0;

  for (guint i = 0; i < n; i++)
    all += parts[i];
  for (guint i = 0; i < n; i++)
    over += MAX (room * parts[i] / all - zones[i].widest - 2 * nk_refit_pad (&zones[i]), 0);
  for (guint i = 0; i < n; i++)
    {
      double pad = nk_refit_pad (&zones[i]), least = zones[i].widest + 2 * pad;
      double own = MAX (room * parts[i] / all - least, 0);

      own = least + (over > 0 ? spare * own / over : spare / n);
      zones[i].to_left = x + pad;
      zones[i].to_right = x + own - pad;
      x += own + NK_REFIT_BOX_GAP;
    }
}

void
nk_refit_share_out (NkRefit *refit,
                    double   width)
{
  g_autofree double *parts = g_new (double, refit->zones->len + 1);

  for (guint first = 0, end; first < refit->zones->len; first = end)
    {
      NkRefitZone *zones = nk_refit_zone (refit, first);

      end = nk_refit_shelf_end (refit, first);
      for (guint i = 0; i < end - first; i++)
        parts[i] = zones[i].area;
      set_widths (zones, parts, end - first, width);
    }
}

void
nk_refit_share_again (NkRefit      *refit,
                      const double *heights,
                      double        width)
{
  g_autofree double *parts = g_new (double, refit->zones->len + 1);

  for (guint first = 0, end; first < refit->zones->len; first = end)
    {
      NkRefitZone *zones = nk_refit_zone (refit, first);

      end = nk_refit_shelf_end (refit, first);
      for (guint i = 0; i < end - first; i++)
        parts[i] = (zones[i].to_right - zones[i].to_left + 2 * nk_refit_pad (&zones[i]))
                   * pow (MAX (heights[first + i], 1), EAGERNESS);
      set_widths (zones, parts, end - first, width);
    }
}

double
nk_refit_wanted_x (const NkRefit     *refit,
                   const NkRefitZone *zone,
                   guint              box)
{
  const NkRefitBox *it = &refit->from[box];
  double from = zone->right - zone->left - it->width;
  double to = zone->to_right - zone->to_left - it->width;
  /* Of the way that the box can go at all, as large a part as before. */
  double part = from > 1e-6 ? (it->x - it->width / 2 - zone->left) / from : 0.5;

  return zone->to_left + it->width / 2 + part * to;
}
