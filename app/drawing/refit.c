#include "drawing/refit-private.h"

#include "geometry/pool.h"

#include <math.h>

/* The most that comes between two rows, where there is room; points. */
#define ROW_GAP_MOST 34.0
/* From the last row of a band to the first of the next, at least. */
#define BAND_GAP 20.0
/* What a band between them needs in which nobody stands, so that its name can be read. */
#define EMPTY_BAND 60.0
/* From the bands to what stands beside them. */
#define BESIDE_GAP 16.0

/* How often zones that are higher than others of their shelf get wider. */
#define SHARES 4

/* What it costs a box to stand aside from where it wants to: the first with which all has room,
 * also if boxes may stand anyhow. */
static const double usual_asides[] = { 0.4, 0.2, 0.1 }, last_asides[] = { 0.05, 0.02 };
#define ASIDE_FIRST 0.2     /* while widths are shared out */

/* Stands zones one below the other or side by side; returns where they end. */
typedef struct
{
  NkRefit *refit;
  NkRefitOrder order;
  double aside;
  double *heights;          /* of each zone */
} Stacking;

/* From the last row of a shelf to the first of the next. */
static double
gap_between (const NkRefitZone *above,
             const NkRefitZone *below,
             double             gap)
{
  if (above->band == below->band)
    return MAX (NK_REFIT_BOX_GAP, gap);
  return MAX (BAND_GAP, gap) + (below->band - above->band - 1) * EMPTY_BAND;
}

/* Stands shelf below shelf, with such a gap between rows; returns where they end. What stands
 * beside the bands is left out. */
static double
stack (const Stacking *stacking,
       double          gap)
{
  const NkRefit *refit = stacking->refit;
  const NkRefitZone *last = NULL;
  double y = 0;

  for (guint first = 0, end; first < refit->zones->len; first = end)
    {
      const NkRefitZone *zone = nk_refit_zone (refit, first);
      double bottom;

      end = nk_refit_shelf_end (refit, first);
      if (zone->band < 0)
        continue;
      if (last != NULL)
        y += gap_between (last, zone, gap);
      bottom = y;
      for (guint z = first; z < end; z++)
        {
          double ends = stacking->order == NK_REFIT_ROWS
                        ? nk_refit_stack (refit, z, y, gap)
                        : nk_refit_pack (refit, z, y, gap, stacking->aside);

          stacking->heights[z] = ends - y;
          bottom = MAX (bottom, ends);
        }
      y = bottom;
      last = zone;
    }
  return y;
}

/* Stands all with the largest gap between rows with which it is no higher than that; returns how
 * high it is. */
static double
spread (const Stacking *stacking,
        double          height)
{
  double least = stacking->refit->gap, most = ROW_GAP_MOST;
  double all = stack (stacking, least);

  if (all > height)
    return all;
  all = stack (stacking, most);
  if (all <= height)
    return all;
  for (int i = 0; i < 20; i++)
    {
      double middle = (least + most) / 2;

      if (stack (stacking, middle) <= height)
        least = middle;
      else
        most = middle;
    }
  return stack (stacking, least);
}

/* Shares out the width so that the zones of a shelf are about as high as each other. */
static void
even_out (const Stacking *stacking,
          double          width)
{
  nk_refit_share_out (stacking->refit, width);
  for (int i = 0; i < SHARES; i++)
    {
      stack (stacking, stacking->refit->gap);
      nk_refit_share_again (stacking->refit, stacking->heights, width);
    }
}

/* Stands what is in bands; returns how high that is. */
static double
stand_bands (NkRefit     *refit,
             NkRefitOrder order,
             double       width,
             double       height)
{
  g_autofree double *heights = g_new0 (double, refit->zones->len);
  Stacking stacking = { refit, order, ASIDE_FIRST, heights };
  gboolean anyhow = order == NK_REFIT_ANYHOW;
  const double *asides = anyhow ? last_asides : usual_asides;
  guint n = anyhow ? G_N_ELEMENTS (last_asides) : G_N_ELEMENTS (usual_asides);
  double all = INFINITY;

  nk_refit_break_shelves (refit, width);
  if (order == NK_REFIT_ROWS)
    {
      nk_refit_share_out (refit, width);
      nk_refit_break_rows (refit);
      return spread (&stacking, height);
    }
  even_out (&stacking, width);
  for (guint i = 0; i < n && all > height; i++)
    {
      stacking.aside = asides[i];
      all = spread (&stacking, height);
    }
  return all;
}

/* Those that stand beside the bands, or NULL. */
static const NkRefitZone *
beside_of (const NkRefit *refit)
{
  const NkRefitZone *first = nk_refit_zone (refit, 0);

  return first->band < 0 ? first : NULL;
}

/* Stands what is beside the bands in a column, each as high as it was, in proportion. Returns how
 * high the column is at least. */
static double
stand_beside (const NkRefit *refit,
              double         middle,
              double         height)
{
  const NkRefitZone *beside = beside_of (refit);
  g_autofree double *sizes = g_new (double, refit->n), *at = g_new (double, refit->n);
  g_autofree NkPoolBlock *blocks = g_new (NkPoolBlock, refit->n);
  double top = INFINITY, bottom = -INFINITY, used = -refit->gap;

  if (beside == NULL)
    return 0;
  for (guint i = 0; i < refit->zones->len; i++)
    {
      top = MIN (top, nk_refit_zone (refit, i)->top);
      bottom = MAX (bottom, nk_refit_zone (refit, i)->bottom);
    }
  for (guint i = 0; i < beside->n; i++)
    {
      const NkRefitBox *box = &refit->from[refit->members[beside->first + i]];

      sizes[i] = box->height;
      at[i] = bottom > top ? (box->y - top) / (bottom - top) * height : 0;
      used += box->height + refit->gap;
    }
  nk_pool (beside->n, sizes, at, refit->gap, 0, MAX (height, used), blocks, at);
  for (guint i = 0; i < beside->n; i++)
    {
      NkRefitBox *box = &refit->boxes[refit->members[beside->first + i]];

      box->x = middle;
      box->y = at[i];
    }
  return used;
}

/* How high all was, in proportion to the width that it gets. */
static double
height_of (const NkRefit *refit,
           double         width)
{
  double left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY;

  for (guint i = 0; i < refit->zones->len; i++)
    {
      const NkRefitZone *zone = nk_refit_zone (refit, i);

      left = MIN (left, zone->left);
      right = MAX (right, zone->right);
      top = MIN (top, zone->top);
      bottom = MAX (bottom, zone->bottom);
    }
  return (bottom - top) * width / (right - left);
}

static double
stand (NkRefit      *refit,
       NkRefitOrder  order,
       double        width,
       double        height)
{
  const NkRefitZone *beside = beside_of (refit);
  double column = beside != NULL ? beside->widest : 0;
  double banded = width - column - (beside != NULL && refit->zones->len > 1 ? BESIDE_GAP : 0);
  double bands;

  for (guint i = 0; i < refit->zones->len; i++)
    if (nk_refit_zone (refit, i)->band >= 0
        && nk_refit_zone (refit, i)->widest + 2 * nk_refit_pad (nk_refit_zone (refit, i)) > banded)
      return NAN;
  if (banded < 0)
    return NAN;
  bands = stand_bands (refit, order, banded, height);
  return MAX (bands, stand_beside (refit, width - column / 2, bands));
}

double
nk_refit (NkRefitBox        *boxes,
          guint              n,
          const NkRefitRoom *room)
{
  g_autofree NkRefitBox *from = g_memdup2 (boxes, n * sizeof *boxes);
  g_autofree guint *members = g_new (guint, n + 1);
  NkRefit refit = {
    from, boxes, n, members, g_array_new (FALSE, FALSE, sizeof (NkRefitZone)),
    g_array_new (FALSE, FALSE, sizeof (NkRefitRow)), room->header,
    room->order >= NK_REFIT_CLOSEST ? NK_REFIT_CLOSEST_GAP : NK_REFIT_GAP,
  };
  double height = room->height, width = room->width;

  if (n > 0)
    {
      nk_refit_find_zones (&refit);
      if (!nk_refit_scale (&refit, room->width, &height))
        {
          nk_refit_find_rows (&refit);
          if (room->order == NK_REFIT_ROWS)
            width = MIN (width, nk_refit_widest (&refit));
          height = stand (&refit, room->order, width,
                          isinf (height) ? height_of (&refit, width) : height);
        }
    }
  g_array_unref (refit.zones);
  g_array_unref (refit.rows);
  return n > 0 ? height : 0;
}
