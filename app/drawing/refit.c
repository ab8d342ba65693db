#include "drawing/refit.h"

#include "geometry/pool.h"

#include <math.h>
#include <stdlib.h>

/* The least that stays between two boxes; points. */
#define GAP_X 8.0
#define GAP_Y 8.0
/* The most that comes between two rows, where there is room. */
#define GAP_Y_MOST 34.0
#define BAND_GAP 20.0       /* from the last row of a band to the first of the next, at least */
#define BOX_PAD 6.0         /* from boxes to the outline that is drawn round them */
#define BOX_GAP 10.0        /* from outline to outline */
/* Where there is more room than needed, all goes so many times as far apart at most. */
#define STRETCH_MOST 1.3
/* What it costs a box to stand aside from where it belongs, in points of height. */
#define ASIDE 0.4
/* In zones with more boxes than this they only go upwards, or it takes too long. */
#define DROP_MOST 150
#define BESIDE_GAP 16.0     /* from the bands to what stands beside them */

/* Members of one band that stand in one box, or in none. */
typedef struct
{
  int band, box;
  guint first, n;           /* of the list of members */
  double left, top, right, bottom;   /* where they were */
  double area;
  double widest;
  int shelf;
  double to_left, to_right; /* where they are to stand */
} Zone;

/* Boxes side by side. */
typedef struct
{
  guint zone;
  guint first, n;           /* of the list of members, from left to right */
  double height;
} Line;

typedef struct
{
  NkRefitBox *boxes;
  guint n;
  guint *members;           /* boxes, zone by zone, in each line by line */
  GArray *zones;            /* of Zone, band by band, in each from the left */
  GArray *lines;            /* of Line, zone by zone from the top */
  double *wanted;           /* x of each box where it stands in its line */
  double header;
  gboolean close;           /* rows need not be straight */
} Refit;

static const Zone *
zone_at (const Refit *refit,
         guint        i)
{
  return &g_array_index (refit->zones, Zone, i);
}

static double
pad_of (const Zone *zone)
{
  return zone->box >= 0 ? BOX_PAD : 0;
}

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
zone_include (Zone             *zone,
              const NkRefitBox *box)
{
  zone->left = MIN (zone->left, box->x - box->width / 2);
  zone->right = MAX (zone->right, box->x + box->width / 2);
  zone->top = MIN (zone->top, box->y - box->height / 2);
  zone->bottom = MAX (zone->bottom, box->y + box->height / 2);
  zone->area += (box->width + GAP_X) * (box->height + GAP_Y);
  zone->widest = MAX (zone->widest, box->width);
  zone->n++;
}

static int
by_place (gconstpointer a,
          gconstpointer b)
{
  const Zone *p = a, *q = b;
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
  const Zone *p = a, *q = b;

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
      Zone *zone = &g_array_index (zones, Zone, i);
      const Zone *last = i > 0 ? zone - 1 : NULL;

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

static void
find_zones (Refit *refit)
{
  for (guint i = 0; i < refit->n; i++)
    refit->members[i] = i;
  g_qsort_with_data (refit->members, refit->n, sizeof *refit->members, by_zone, refit->boxes);
  for (guint i = 0; i < refit->n; i++)
    {
      const NkRefitBox *box = &refit->boxes[refit->members[i]];
      Zone *last = refit->zones->len > 0
                   ? &g_array_index (refit->zones, Zone, refit->zones->len - 1) : NULL;

      if (last == NULL || last->band != box->band || last->box != box->box)
        {
          const Zone zone = { .band = box->band, .box = box->box, .first = i, .left = INFINITY,
                              .top = INFINITY, .right = -INFINITY, .bottom = -INFINITY };

          g_array_append_val (refit->zones, zone);
          last = &g_array_index (refit->zones, Zone, refit->zones->len - 1);
        }
      zone_include (last, box);
    }
  find_shelves (refit->zones);
}

/* The first zone behind those that stand on one shelf with `first`. */
static guint
end_of_shelf (const GArray *zones,
              guint         first)
{
  guint end = first + 1;

  while (end < zones->len
         && g_array_index (zones, Zone, end).band == g_array_index (zones, Zone, first).band
         && g_array_index (zones, Zone, end).shelf == g_array_index (zones, Zone, first).shelf)
    end++;
  return end;
}

static double
least_width (const Zone *zones,
             guint       n)
{
  double width = (n - 1) * BOX_GAP;

  for (guint i = 0; i < n; i++)
    width += zones[i].widest + 2 * pad_of (&zones[i]);
  return width;
}

/* Breaks shelves that are too long in two, as often as need be. */
static void
break_shelves (GArray *zones,
               double  width)
{
  for (guint first = 0; first < zones->len;)
    {
      guint end = end_of_shelf (zones, first);
      Zone *zone = &g_array_index (zones, Zone, first);

      if (end - first == 1 || least_width (zone, end - first) <= width)
        {
          first = end;
          continue;
        }
      for (guint i = first + (end - first + 1) / 2;
           i < zones->len && g_array_index (zones, Zone, i).band == zone->band; i++)
        g_array_index (zones, Zone, i).shelf++;
    }
}

/* Shares out a width to the zones of a shelf: to each as much as it had, and as it has to hold, but
 * no less than its widest box. */
static void
share_out (Zone  *zones,
           guint  n,
           double width)
{
  double room = width - (n - 1) * BOX_GAP, hulls = 0, areas = 0, spare, wanted = 0, x = 0;

  for (guint i = 0; i < n; i++)
    {
      hulls += zones[i].right - zones[i].left + 2 * pad_of (&zones[i]);
      areas += zones[i].area;
    }
  spare = room - (least_width (zones, n) - (n - 1) * BOX_GAP);
  for (guint i = 0; i < n; i++)
    {
      double hull = zones[i].right - zones[i].left + 2 * pad_of (&zones[i]);
      double share = room * (hull / hulls + zones[i].area / areas) / 2;

      zones[i].to_right = MAX (share - zones[i].widest - 2 * pad_of (&zones[i]), 0);
      wanted += zones[i].to_right;
    }
  for (guint i = 0; i < n; i++)
    {
      double pad = pad_of (&zones[i]);
      double own = zones[i].widest + 2 * pad
                   + (wanted > 0 ? spare * zones[i].to_right / wanted : spare / n);

      zones[i].to_left = x + pad;
      zones[i].to_right = x + own - pad;
      x += own + BOX_GAP;
    }
}

static int
by_x (gconstpointer a,
      gconstpointer b,
      gpointer      data)
{
  const NkRefitBox *boxes = data;
  double p = boxes[*(const guint *) a].x, q = boxes[*(const guint *) b].x;

  return (p > q) - (p < q);
}

/* The members of a row, from left to right, in as few lines as hold them: each goes to the line that
 * has come the least far, so that neighbours stand one above the other. */
static void
break_row (Refit *refit,
           guint  number,
           guint  first,
           guint  n)
{
  const Zone *zone = zone_at (refit, number);
  guint *members = refit->members + first;
  g_autofree guint *sorted = g_memdup2 (members, n * sizeof *members);
  g_autofree guint *line_of = g_new0 (guint, n);
  double room = zone->to_right - zone->to_left + GAP_X + 1e-6;
  guint n_lines = 0, at = 0;
  gboolean fits;

  g_qsort_with_data (sorted, n, sizeof *sorted, by_x, refit->boxes);
  do
    {
      g_autofree double *used = g_new0 (double, ++n_lines);

      fits = TRUE;
      for (guint i = 0; i < n; i++)
        {
          guint best = 0;

          for (guint line = 1; line < n_lines; line++)
            if (used[line] < used[best] - 1e-9)
              best = line;
          line_of[i] = best;
          used[best] += refit->boxes[sorted[i]].width + GAP_X;
          fits = fits && used[best] <= room;
        }
    }
  while (!fits && n_lines < n);
  for (guint line = 0; line < n_lines; line++)
    {
      Line it = { .zone = number, .first = first + at };

      for (guint i = 0; i < n; i++)
        if (line_of[i] == line)
          {
            members[at++] = sorted[i];
            it.height = MAX (it.height, refit->boxes[sorted[i]].height);
            it.n++;
          }
      if (it.n > 0)
        g_array_append_val (refit->lines, it);
    }
}

/* Boxes whose middles are nearly level stood in a row. */
static void
find_lines (Refit *refit)
{
  for (guint z = 0; z < refit->zones->len; z++)
    {
      const Zone *zone = zone_at (refit, z);

      for (guint i = 0, end; zone->band >= 0 && i < zone->n; i = end)
        {
          const NkRefitBox *box = &refit->boxes[refit->members[zone->first + i]];
          double sum = box->y, least = box->height;

          for (end = i + 1; end < zone->n; end++)
            {
              const NkRefitBox *next = &refit->boxes[refit->members[zone->first + end]];

              least = MIN (least, next->height);
              if (next->y - sum / (end - i) > least / 2)
                break;
              sum += next->y;
            }
          break_row (refit, z, zone->first + i, end - i);
        }
    }
}

/* How long a line is with the least gaps. */
static double
line_length (const Refit *refit,
             const Line  *line)
{
  double length = -GAP_X;

  for (guint i = 0; i < line->n; i++)
    length += refit->boxes[refit->members[line->first + i]].width + GAP_X;
  return length;
}

/* Puts lines of a zone that follow each other and are short together into one, where height is
 * dearer than the order of above and below. */
static void
join_lines (Refit *refit)
{
  guint kept = 0;

  for (guint i = 1; i < refit->lines->len; i++)
    {
      Line *last = &g_array_index (refit->lines, Line, kept);
      const Line *line = &g_array_index (refit->lines, Line, i);
      const Zone *zone = zone_at (refit, line->zone);

      if (last->zone == line->zone
          && line_length (refit, last) + GAP_X + line_length (refit, line)
             <= zone->to_right - zone->to_left + 1e-6)
        {
          last->n += line->n;
          last->height = MAX (last->height, line->height);
          g_qsort_with_data (refit->members + last->first, last->n, sizeof *refit->members, by_x,
                             refit->boxes);
        }
      else
        g_array_index (refit->lines, Line, ++kept) = *line;
    }
  if (refit->lines->len > 0)
    g_array_set_size (refit->lines, kept + 1);
}

/* Stands the boxes of a line as near as can be to where they were, in proportion. */
static void
place_line (const Refit *refit,
            const Line  *line)
{
  const Zone *zone = zone_at (refit, line->zone);
  g_autofree double *sizes = g_new (double, line->n), *at = g_new (double, line->n);
  g_autofree NkPoolBlock *blocks = g_new (NkPoolBlock, line->n);
  double from = zone->right - zone->left, to = zone->to_right - zone->to_left;

  for (guint i = 0; i < line->n; i++)
    {
      const NkRefitBox *box = &refit->boxes[refit->members[line->first + i]];
      /* Of the way that the box can go at all, as large a part as before. */
      double part = from - box->width > 1e-6
                    ? (box->x - box->width / 2 - zone->left) / (from - box->width) : 0.5;

      sizes[i] = box->width;
      at[i] = zone->to_left + box->width / 2 + part * (to - box->width);
    }
  nk_pool (line->n, sizes, at, GAP_X, zone->to_left, zone->to_right, blocks, at);
  for (guint i = 0; i < line->n; i++)
    refit->boxes[refit->members[line->first + i]].x = at[i];
}

/* How high a box can stand at `x`: right below what has been stood there before it. */
static double
drop (const Refit *refit,
      const guint *above,
      guint        n_above,
      double       x,
      double       width,
      double       top,
      double       gap)
{
  for (guint i = 0; i < n_above; i++)
    {
      const NkRefitBox *box = &refit->boxes[above[i]];

      if (fabs (box->x - x) < (box->width + width) / 2 + GAP_X - 1e-6)
        top = MAX (top, box->y + box->height / 2 + gap);
    }
  return top;
}

/* Stands a box where it belongs or, where that lets it stand higher, beside one of those that have
 * been stood before it. */
static void
drop_box (const Refit *refit,
          const Zone  *zone,
          guint        rank,
          double       top,
          double       gap)
{
  const guint *members = refit->members + zone->first;
  NkRefitBox *box = &refit->boxes[members[rank]];
  double half = box->width / 2, want = box->x, best_x = want;
  double best_y = drop (refit, members, rank, want, box->width, top, gap), best = best_y;

  for (guint i = 0; i < 2 * rank && zone->n <= DROP_MOST; i++)
    {
      const NkRefitBox *other = &refit->boxes[members[i / 2]];
      double away = (other->width / 2 + half + GAP_X) * (i % 2 == 0 ? 1 : -1);
      double x = other->x + away, y;

      if (x - half < zone->to_left - 1e-6 || x + half > zone->to_right + 1e-6)
        continue;
      y = drop (refit, members, rank, x, box->width, top, gap);
      if (y + ASIDE * fabs (x - want) < best - 1e-6)
        {
          best = y + ASIDE * fabs (x - want);
          best_x = x;
          best_y = y;
        }
    }
  box->x = best_x;
  box->y = best_y + box->height / 2;
}

/* Stands the members of a zone, line by line, each as high as those above it let it: less straight
 * than rows, but closer. Returns where they end. */
static double
drop_zone (const Refit *refit,
           guint        number,
           double       top,
           double       gap)
{
  const Zone *zone = zone_at (refit, number);
  double y = top + (zone->box >= 0 ? BOX_PAD + refit->header : 0), bottom = y;

  for (guint i = 0; i < zone->n; i++)
    {
      NkRefitBox *box = &refit->boxes[refit->members[zone->first + i]];

      box->x = refit->wanted[refit->members[zone->first + i]];
      drop_box (refit, zone, i, y, gap);
      bottom = MAX (bottom, box->y + box->height / 2);
    }
  return bottom + pad_of (zone);
}

/* Stands the lines of a zone one below the other; returns where they end. */
static double
stack_zone (const Refit *refit,
            guint        number,
            double       top,
            double       gap)
{
  const Zone *zone = zone_at (refit, number);
  double y = top + (zone->box >= 0 ? BOX_PAD + refit->header : 0);
  gboolean first = TRUE;

  for (guint i = 0; i < refit->lines->len; i++)
    {
      const Line *line = &g_array_index (refit->lines, Line, i);

      if (line->zone != number)
        continue;
      y += first ? 0 : gap;
      first = FALSE;
      for (guint k = 0; k < line->n; k++)
        refit->boxes[refit->members[line->first + k]].y = y + line->height / 2;
      y += line->height;
    }
  return y + pad_of (zone);
}

/* Stands shelf below shelf, with such a gap between rows; returns where they end. Zones beside the
 * bands are left out. */
static double
stack (const Refit *refit,
       double       gap)
{
  double y = 0;
  const Zone *last = NULL;

  for (guint first = 0, end; first < refit->zones->len; first = end)
    {
      const Zone *zone = zone_at (refit, first);
      double bottom;

      end = end_of_shelf (refit->zones, first);
      if (zone->band < 0)
        continue;
      if (last != NULL)
        y += last->band != zone->band ? MAX (BAND_GAP, gap) : MAX (BOX_GAP, gap);
      bottom = y;
      for (guint z = first; z < end; z++)
        bottom = MAX (bottom, refit->close ? drop_zone (refit, z, y, gap)
                                           : stack_zone (refit, z, y, gap));
      y = bottom;
      last = zone;
    }
  return y;
}

/* Stands what is beside the bands in a column, each as high as it was, in proportion. Returns how
 * high the column is at least. */
static double
place_beside (const Refit *refit,
              double       left,
              double       right,
              double       height)
{
  g_autofree double *sizes = g_new (double, refit->n + 1), *at = g_new (double, refit->n + 1);
  g_autofree NkPoolBlock *blocks = g_new (NkPoolBlock, refit->n + 1);
  double top = INFINITY, bottom = -INFINITY, used = -GAP_Y;
  const Zone *beside = NULL;

  for (guint i = 0; i < refit->zones->len; i++)
    {
      const Zone *zone = zone_at (refit, i);

      if (zone->band < 0)
        beside = zone;
      top = MIN (top, zone->top);
      bottom = MAX (bottom, zone->bottom);
    }
  if (beside == NULL)
    return 0;
  for (guint i = 0; i < beside->n; i++)
    {
      NkRefitBox *box = &refit->boxes[refit->members[beside->first + i]];

      sizes[i] = box->height;
      at[i] = bottom > top ? (box->y - top) / (bottom - top) * height : 0;
      used += box->height + GAP_Y;
      box->x = (left + right) / 2;
    }
  nk_pool (beside->n, sizes, at, GAP_Y, 0, MAX (height, used), blocks, at);
  for (guint i = 0; i < beside->n; i++)
    refit->boxes[refit->members[beside->first + i]].y = at[i];
  return used;
}

/* The gap between rows with which the whole is as high as may be. */
static double
find_gap (const Refit *refit,
          double       height)
{
  double least = GAP_Y, most = GAP_Y_MOST;

  if (stack (refit, most) <= height)
    return most;
  if (stack (refit, least) > height)
    return least;
  for (int i = 0; i < 20; i++)
    {
      double middle = (least + most) / 2;

      if (stack (refit, middle) <= height)
        least = middle;
      else
        most = middle;
    }
  return least;
}

/* The width that the column beside the bands takes, its gap included. */
static double
beside_width (const GArray *zones)
{
  for (guint i = 0; i < zones->len; i++)
    if (g_array_index (zones, Zone, i).band < 0)
      return g_array_index (zones, Zone, i).widest + (zones->len > 1 ? BESIDE_GAP : 0);
  return 0;
}

static double
stand (Refit *refit,
       double width,
       double height)
{
  double banded = width - beside_width (refit->zones);
  double bands;

  for (guint i = 0; i < refit->zones->len; i++)
    if (zone_at (refit, i)->band >= 0
        && zone_at (refit, i)->widest + 2 * pad_of (zone_at (refit, i)) > banded)
      return NAN;
  if (banded < 0)
    return NAN;
  break_shelves (refit->zones, banded);
  for (guint first = 0, end; first < refit->zones->len; first = end)
    {
      end = end_of_shelf (refit->zones, first);
      if (zone_at (refit, first)->band >= 0)
        share_out (&g_array_index (refit->zones, Zone, first), end - first, banded);
    }
  find_lines (refit);
  if (refit->close)
    join_lines (refit);
  for (guint i = 0; i < refit->lines->len; i++)
    place_line (refit, &g_array_index (refit->lines, Line, i));
  for (guint i = 0; i < refit->n; i++)
    refit->wanted[i] = refit->boxes[i].x;
  bands = stack (refit, find_gap (refit, height));
  return MAX (bands, place_beside (refit, banded + BESIDE_GAP, width, bands));
}

/* How high all was, in proportion to the width that it gets. */
static double
height_of (const GArray *zones,
           double        width)
{
  double left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY;

  for (guint i = 0; i < zones->len; i++)
    {
      const Zone *zone = &g_array_index (zones, Zone, i);

      left = MIN (left, zone->left);
      right = MAX (right, zone->right);
      top = MIN (top, zone->top);
      bottom = MAX (bottom, zone->bottom);
    }
  return (bottom - top) * width / (right - left);
}

/* How long all are, from the first to the last, if their middles are so many times as far from each
 * other. */
static double
length_scaled (const Refit *refit,
               gboolean     down,
               double       scale)
{
  double first = INFINITY, last = -INFINITY;

  for (guint i = 0; i < refit->n; i++)
    {
      const NkRefitBox *box = &refit->boxes[i];
      double half = (down ? box->height : box->width) / 2;

      first = MIN (first, scale * (down ? box->y : box->x) - half);
      last = MAX (last, scale * (down ? box->y : box->x) + half);
    }
  return last - first;
}

/* The scale with which all are so long, at most STRETCH_MOST. */
static double
find_scale (const Refit *refit,
            gboolean     down,
            double       length)
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

/* TRUE if two of the boxes, each with its least gaps, come too near to each other. */
static gboolean
any_clash (NkRefitBox *boxes,
           guint       n)
{
  double tallest = 0;

  qsort (boxes, n, sizeof *boxes, by_y);
  for (guint i = 0; i < n; i++)
    tallest = MAX (tallest, boxes[i].height);
  for (guint i = 0; i < n; i++)
    for (guint k = i + 1; k < n && boxes[k].y - boxes[i].y < tallest + GAP_Y; k++)
      if (boxes[k].y - boxes[i].y < (boxes[i].height + boxes[k].height) / 2 + GAP_Y
          && fabs (boxes[k].x - boxes[i].x) < (boxes[i].width + boxes[k].width) / 2 + GAP_X)
        return TRUE;
  return FALSE;
}

/* A zone as a box, with its outline if it has one. */
static NkRefitBox
outline_of (const Refit      *refit,
            const Zone       *zone,
            const NkRefitBox *boxes)
{
  double left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY;
  double pad = pad_of (zone) + BOX_GAP / 2;

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

/* TRUE if zones that have an outline, or stand in different bands, come too near to each other. */
static gboolean
zones_clash (const Refit      *refit,
             const NkRefitBox *boxes)
{
  for (guint i = 0; i < refit->zones->len; i++)
    for (guint k = 0; k < i; k++)
      {
        NkRefitBox a = outline_of (refit, zone_at (refit, i), boxes);
        NkRefitBox b = outline_of (refit, zone_at (refit, k), boxes);
        gboolean level = fabs (a.y - b.y) < (a.height + b.height) / 2;

        if (a.band >= 0 && b.band >= 0 && a.band != b.band ? level
            : level && (a.box >= 0 || b.box >= 0 || a.band != b.band)
              && fabs (a.x - b.x) < (a.width + b.width) / 2)
          return TRUE;
      }
  return FALSE;
}

/* Brings all nearer to each other alike, or farther apart: the arrangement stays exactly as it was.
 * FALSE, and nothing is moved, if something would come too near to something else. */
static gboolean
scale_all (Refit  *refit,
           double  width,
           double *height)
{
  double scale_x = find_scale (refit, FALSE, width);
  double scale_y = isinf (*height) ? MAX (scale_x, 1) : find_scale (refit, TRUE, *height);
  double left = INFINITY, top = INFINITY;
  g_autofree NkRefitBox *moved = g_memdup2 (refit->boxes, refit->n * sizeof *refit->boxes);
  g_autofree NkRefitBox *sorted = NULL;

  for (guint i = 0; i < refit->n; i++)
    {
      moved[i].x *= scale_x;
      moved[i].y *= scale_y;
      left = MIN (left, moved[i].x - moved[i].width / 2);
      top = MIN (top, moved[i].y - moved[i].height / 2);
    }
  sorted = g_memdup2 (moved, refit->n * sizeof *moved);
  if (length_scaled (refit, FALSE, scale_x) > width + 1e-6
      || (!isinf (*height) && length_scaled (refit, TRUE, scale_y) > *height + 1e-6)
      || any_clash (sorted, refit->n) || zones_clash (refit, moved))
    return FALSE;
  *height = length_scaled (refit, TRUE, scale_y);
  for (guint i = 0; i < refit->n; i++)
    {
      refit->boxes[i].x = moved[i].x - left;
      refit->boxes[i].y = moved[i].y - top;
    }
  return TRUE;
}

double
nk_refit (NkRefitBox *boxes,
          guint       n,
          double      width,
          double      height,
          double      header,
          gboolean    close)
{
  g_autofree guint *members = g_new (guint, n + 1);
  g_autofree double *wanted = g_new (double, n + 1);
  g_autoptr (GArray) zones = g_array_new (FALSE, FALSE, sizeof (Zone));
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (Line));
  Refit refit = { boxes, n, members, zones, lines, wanted, header, close };

  if (n == 0)
    return 0;
  find_zones (&refit);
  if (scale_all (&refit, width, &height))
    return height;
  return stand (&refit, width, isinf (height) ? height_of (zones, width) : height);
}
