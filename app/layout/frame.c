#include "layout/frame.h"

#include "layout/arrange.h"

#include <math.h>

/* So many districts stand in one row in the user's order; with more they wrap. */
#define MOST_ON_A_SHELF 6

/* A frame with one more shelf than it needs must make the page smaller by this part to be taken. */
#define WORTH_OF_A_SHELF 0.3

/* How the tried widths of the whole grow. */
#define STEP 1.03

typedef struct
{
  int first, end;      /* zones */
  int rows;            /* at most, of its zones */
  double width, height;
} Shelf;

/* One way to arrange the zones. */
typedef struct
{
  Shelf *shelves;
  int n;
  double width, height;
} Frame;

static int
zone_rows (const NkZone *zone,
           int           rows)
{
  return MIN (rows, zone->n_members);
}

static double
outer_width (const NkPlan *plan,
             NkZone       *zone,
             int           rows)
{
  return nk_zone_width (plan, zone, zone_rows (zone, rows)) + 2 * nk_zone_padding (plan, zone);
}

static double
shelf_width (const NkPlan  *plan,
             const NkZones *zones,
             const Shelf   *shelf,
             int            rows)
{
  double width = -plan->job->gap_x;

  for (int i = shelf->first; i < shelf->end; i++)
    width += outer_width (plan, &zones->zones[i], rows) + plan->job->gap_x;
  return width;
}

static double
shelf_header (const NkPlan  *plan,
              const NkZones *zones,
              const Shelf   *shelf)
{
  double header = 0;

  for (int i = shelf->first; i < shelf->end; i++)
    header = MAX (header, nk_zone_header (plan, &zones->zones[i]));
  return header;
}

/* How high a row of a shelf will be: the more boxes stand in it, the likelier is a tall one. */
static double
shelf_row_height (const NkZones *zones,
                  const Shelf   *shelf)
{
  double tallest = 0, total = 0, mean;
  int n = 0;

  for (int i = shelf->first; i < shelf->end; i++)
    {
      tallest = MAX (tallest, zones->zones[i].tallest);
      total += zones->zones[i].total_height;
      n += zones->zones[i].n_members;
    }
  mean = total / n;
  return mean + (tallest - mean) * (1 - sqrt (MIN (1, (double) shelf->rows / n)));
}

/* The padding at the bottom of a shelf. */
static double
shelf_footer (const NkPlan  *plan,
              const NkZones *zones,
              const Shelf   *shelf)
{
  return shelf_header (plan, zones, shelf) > 0 ? plan->job->zone_padding : 0;
}

/* Gives a shelf the fewest rows with which it is not wider than `width`, or as many as it can
 * have. */
static void
shelf_fit (const NkPlan  *plan,
           const NkZones *zones,
           Shelf         *shelf,
           double         width)
{
  int most = 1;

  for (int i = shelf->first; i < shelf->end; i++)
    most = MAX (most, zones->zones[i].n_members);
  for (shelf->rows = 1; shelf->rows < most; shelf->rows++)
    if (shelf_width (plan, zones, shelf, shelf->rows) <= width)
      break;
  shelf->width = shelf_width (plan, zones, shelf, shelf->rows);
  shelf->height = shelf_header (plan, zones, shelf) + shelf_footer (plan, zones, shelf)
                  + shelf->rows * (shelf_row_height (zones, shelf) + plan->job->gap_y)
                  - plan->job->gap_y;
}

/* How many zones of a band count when they are dealt to shelves: all but the one of no district. */
static int
count_dealt (const NkZones *zones,
             int            first,
             int            end)
{
  return MAX (1, zones->zones[end - 1].boxed ? end - first : end - first - 1);
}

static int
fewest_shelves (const NkZones *zones,
                int            first,
                int            end)
{
  return (count_dealt (zones, first, end) + MOST_ON_A_SHELF - 1) / MOST_ON_A_SHELF;
}

/* Deals the zones `first` to `end` to `n` shelves, as many to each, in their order. */
static void
deal_shelves (const NkZones *zones,
              int            first,
              int            end,
              int            n,
              Shelf         *shelves)
{
  int dealt = count_dealt (zones, first, end);

  for (int i = 0; i < n; i++)
    {
      shelves[i].first = first;
      first += dealt / n + (i < dealt % n);
      shelves[i].end = first;
    }
  shelves[n - 1].end = end;
}

/* The shelves of one band: as few as can be, but more where they are too wide to fit `width` even
 * with one box a row. Returns how many. */
static int
fit_band (const NkPlan  *plan,
          const NkZones *zones,
          int            first,
          int            end,
          double         width,
          Shelf         *shelves)
{
  int least = fewest_shelves (zones, first, end);
  int most = least > 1 ? count_dealt (zones, first, end) : 1;

  for (int n = least; n <= most; n++)
    {
      double widest = 0;

      deal_shelves (zones, first, end, n, shelves);
      for (int i = 0; i < n; i++)
        {
          shelf_fit (plan, zones, &shelves[i], width);
          widest = MAX (widest, shelves[i].width);
        }
      if (widest <= width)
        return n;
    }
  return most;
}

static int
band_end (const NkZones *zones,
          int            first)
{
  int end = first + 1;

  while (end < zones->n && zones->zones[end].band == zones->zones[first].band)
    end++;
  return end;
}

static double
gap_below (const NkPlan  *plan,
           const NkZones *zones,
           const Shelf   *shelf)
{
  gboolean same = shelf->end < zones->n
                  && zones->zones[shelf->end].band == zones->zones[shelf->first].band;

  return same ? plan->job->gap_y : plan->job->band_gap;
}

/* So many rows has the column beside the bands: one box in each, unless that makes it a tower. */
static int
beside_rows (const NkPlan *plan,
             const NkZone *beside,
             double        height)
{
  double fitting = (height + plan->job->gap_y) / (beside->tallest + plan->job->gap_y);

  return (int) MAX (fitting, ceil (sqrt (beside->n_members)));
}

/* The room that the column beside takes of the width of the whole. */
static double
beside_width (const NkPlan  *plan,
              const NkZones *zones,
              double         height)
{
  const NkZone *beside = &zones->zones[zones->n - 1];
  int rows;

  if (nk_zones_n_banded (zones) == zones->n)
    return 0;
  rows = beside_rows (plan, beside, height);
  return plan->job->band_gap
         + (beside->n_members + rows - 1) / rows * (beside->widest + plan->job->gap_x);
}

static void
frame_fit (const NkPlan  *plan,
           const NkZones *zones,
           double         width,
           Frame         *frame)
{
  frame->n = 0;
  frame->width = 0;
  frame->height = -plan->job->band_gap;
  for (int first = 0, end; first < nk_zones_n_banded (zones); first = end)
    {
      int begin = frame->n;

      end = band_end (zones, first);
      frame->n += fit_band (plan, zones, first, end, width, &frame->shelves[begin]);
      for (int i = begin; i < frame->n; i++)
        {
          frame->width = MAX (frame->width, frame->shelves[i].width);
          frame->height += frame->shelves[i].height + gap_below (plan, zones, &frame->shelves[i]);
        }
    }
}

/* How many shelves the frame has more than it needs. */
static int
extra_shelves (const NkZones *zones,
               const Frame   *frame)
{
  int extra = frame->n;

  for (int first = 0, end; first < nk_zones_n_banded (zones); first = end)
    {
      end = band_end (zones, first);
      extra -= fewest_shelves (zones, first, end);
    }
  return extra;
}

/* How large a page of the wanted aspect must be to hold the frame, and larger than that if it has
 * more shelves than it needs: the largest picture is not worth an order that cannot be seen. */
static double
page_width (const NkPlan  *plan,
            const NkZones *zones,
            const Frame   *frame)
{
  double width = frame->width + plan->job->band_label + beside_width (plan, zones, frame->height);

  return MAX (width, plan->job->aspect * frame->height)
         * (1 + WORTH_OF_A_SHELF * extra_shelves (zones, frame));
}

static void
apply (const NkPlan  *plan,
       const NkZones *zones,
       const Frame   *frame)
{
  for (int i = 0; i < frame->n; i++)
    for (int k = frame->shelves[i].first; k < frame->shelves[i].end; k++)
      {
        NkZone *zone = &zones->zones[k];

        zone->shelf = i;
        nk_zone_set_rows (zone, zone_rows (zone, frame->shelves[i].rows));
        zone->width = nk_zone_width (plan, zone, zone->n_rows);
      }
  if (nk_zones_n_banded (zones) < zones->n)
    {
      NkZone *beside = &zones->zones[zones->n - 1];
      int n_rows = beside_rows (plan, beside, frame->height);
      int columns = (beside->n_members + n_rows - 1) / n_rows;

      nk_zone_set_rows (beside, n_rows);
      beside->shelf = frame->n;
      beside->width = columns * (beside->widest + plan->job->gap_x) - plan->job->gap_x;
    }
}

void
nk_frame_make (const NkPlan *plan,
               NkZones      *zones)
{
  Frame frame = { g_new0 (Shelf, zones->n + 1) };
  double narrowest = 1, widest = 1;
  double best = INFINITY, best_width = 1;

  for (int i = 0; i < zones->n; i++)
    {
      narrowest = MAX (narrowest, zones->zones[i].widest);
      widest += zones->zones[i].total_width + 4 * plan->job->gap_x + 2 * plan->job->zone_padding;
    }
  for (double width = narrowest; width <= widest * STEP; width *= STEP)
    {
      double page;

      frame_fit (plan, zones, width, &frame);
      page = page_width (plan, zones, &frame);
      if (page >= best)
        continue;
      best = page;
      best_width = width;
    }
  frame_fit (plan, zones, best_width, &frame);
  apply (plan, zones, &frame);
  g_free (frame.shelves);
  nk_arrange_zones (plan, zones);
}
