#include "layout/bands.h"

#include <math.h>
#include <stdlib.h>

/* Where a line between two bands may lie: the fewest fixed boxes are on the wrong side of it. */
typedef struct
{
  double low, high;
} Range;

/* The edge of a fixed box that has to be above or below a line. */
typedef struct
{
  double at;
  int change;      /* of the boxes on the wrong side when the line goes down past this */
} Event;

static int
compare_events (const void *left,
                const void *right)
{
  const Event *a = left;
  const Event *b = right;

  if (a->at != b->at)
    return a->at < b->at ? -1 : 1;
  return a->change - b->change;
}

static Event
event_of (const NkBox *box,
          int          line)
{
  if (box->band < line)
    return (Event) { nk_box_bottom (box), -1 };
  return (Event) { nk_box_top (box), 1 };
}

/* The longest range for the line above band `line`, of those with the fewest boxes on its wrong
 * side. */
static Range
find_range (const NkPlan *plan,
            int           line,
            Event        *events)
{
  Range range = { -INFINITY, INFINITY };
  int n = 0, wrong = 0, fewest = 0;

  for (int i = 0; i < plan->n_boxes; i++)
    if (plan->boxes[i].fixed && !plan->boxes[i].stray && plan->boxes[i].band != NK_BESIDE)
      {
        events[n] = event_of (&plan->boxes[i], line);
        wrong += events[n++].change < 0;   /* a line above all has these on its wrong side */
      }
  qsort (events, (gsize) n, sizeof (Event), compare_events);
  fewest = wrong;
  range.high = n > 0 ? events[0].at : INFINITY;
  for (int i = 0; i < n; i++)
    {
      Range next = { events[i].at, i + 1 < n ? events[i + 1].at : INFINITY };

      wrong += events[i].change;
      if (wrong > fewest || (wrong == fewest && next.high - next.low <= range.high - range.low))
        continue;
      fewest = wrong;
      range = next;
    }
  return range;
}

/* Marks the boxes on the wrong side of a line as strays: they have no say in where other lines
 * lie. */
static void
mark_wrong (NkPlan *plan,
            int     line,
            Range   range)
{
  for (int i = 0; i < plan->n_boxes; i++)
    {
      NkBox *box = &plan->boxes[i];
      Event event;

      if (!box->fixed || box->band == NK_BESIDE)
        continue;
      event = event_of (box, line);
      box->stray |= event.change < 0 ? event.at > range.low : event.at < range.high;
    }
}

/* From the top of the first to the bottom of the last zone of a band, as arranged; 0 if it has
 * none. */
static double
band_height (const NkPlan  *plan,
             const NkZones *zones,
             int            band)
{
  double top = INFINITY, bottom = -INFINITY;

  for (int i = 0; i < zones->n; i++)
    if (zones->zones[i].band == band)
      {
        top = MIN (top, zones->zones[i].top - nk_zone_header (plan, &zones->zones[i]));
        bottom = MAX (bottom, zones->zones[i].bottom + nk_zone_padding (plan, &zones->zones[i]));
      }
  return MAX (0, bottom - top);
}

/* What a row of a band needs, with the outline of its districts. */
static double
row_height (const NkPlan  *plan,
            const NkZones *zones,
            int            band)
{
  double height = 0;

  for (int i = 0; i < zones->n; i++)
    if (zones->zones[i].band == band)
      height = MAX (height, zones->zones[i].tallest + nk_zone_header (plan, &zones->zones[i])
                            + nk_zone_padding (plan, &zones->zones[i]));
  return height;
}

/* From the top of the first to the bottom of the last fixed box of a band; 0 if it has none. */
static double
fixed_height (const NkPlan *plan,
              int           band)
{
  double top = INFINITY, bottom = -INFINITY;

  for (int i = 0; i < plan->n_boxes; i++)
    if (plan->boxes[i].fixed && !plan->boxes[i].stray && plan->boxes[i].band == band)
      {
        top = MIN (top, nk_box_top (&plan->boxes[i]));
        bottom = MAX (bottom, nk_box_bottom (&plan->boxes[i]));
      }
  return MAX (0, bottom - top);
}

/* How far a line with nothing fixed on its other side lies from what is fixed in this band: so far
 * that, with as much at the band's other side, there is room for all of it. */
static double
room_beside_fixed (const NkPlan  *plan,
                   const NkZones *zones,
                   int            band)
{
  double more = band_height (plan, zones, band) - fixed_height (plan, band);

  return plan->job->band_gap / 2 + MAX (0, more / 2);
}

/* Lays lines between two sides: one in the middle; of several, the first and the last near the
 * sides, and the others so that each band gets its share of the height. */
static void
lay_between (const NkPlan  *plan,
             const NkZones *zones,
             Range          range,
             int            first,
             int            end,
             double        *lines)
{
  double room = range.high - range.low;
  double rows = 0, wanted = 0, margin;

  if (end - first == 1)
    {
      lines[first] = range.low + room / 2;
      return;
    }
  for (int i = first; i < end - 1; i++)
    {
      rows += row_height (plan, zones, i) + plan->job->band_gap;
      wanted += band_height (plan, zones, i) + plan->job->band_gap;
    }
  margin = CLAMP ((room - rows) / 2, 0, plan->job->band_gap / 2);
  lines[first] = range.low + margin;
  for (int i = first; i < end - 1; i++)
    {
      double share = (band_height (plan, zones, i) + plan->job->band_gap) / MAX (wanted, 1);

      lines[i + 1] = lines[i] + (room - 2 * margin) * share;
    }
}

/* Lays the lines `first` to `end` - 1, which all have the same range: between its sides, or as far
 * from the only side as the bands are high, or, without any, from 0 on. */
static void
lay_lines (const NkPlan  *plan,
           const NkZones *zones,
           Range          range,
           int            first,
           int            end,
           double        *lines)
{
  double gap = plan->job->band_gap;

  if (isfinite (range.low) && isfinite (range.high))
    lay_between (plan, zones, range, first, end, lines);
  else if (isfinite (range.high))
    for (int i = end - 1; i >= first; i--)
      lines[i] = i == end - 1 ? range.high - room_beside_fixed (plan, zones, i)
                              : lines[i + 1] - band_height (plan, zones, i) - gap;
  else if (isfinite (range.low))
    for (int i = first; i < end; i++)
      lines[i] = i == first ? range.low + room_beside_fixed (plan, zones, i - 1)
                            : lines[i - 1] + band_height (plan, zones, i - 1) + gap;
  else
    for (int i = first; i < end; i++)
      lines[i] = i == first ? 0 : lines[i - 1] + band_height (plan, zones, i - 1) + gap;
}

static gboolean
has_boxes (const NkZones *zones,
           int            band)
{
  for (int i = 0; i < zones->n; i++)
    if (zones->zones[i].band == band)
      return TRUE;
  return FALSE;
}

/* The margin that a line keeps from what is in a band: half the gap of bands, if there is that
 * much room. */
static double
margin_of (const NkPlan  *plan,
           const NkZones *zones,
           int            band,
           double         room)
{
  return CLAMP ((room - row_height (plan, zones, band)) / 2, 0, plan->job->band_gap / 2);
}

/* Where a fixed box is nearer to a line than the margin, others may be as well. */
static void
widen (const NkPlan  *plan,
       const NkZones *zones,
       NkBand        *bands)
{
  for (int i = 0; i < plan->n_boxes; i++)
    {
      const NkBox *box = &plan->boxes[i];
      const NkZone *zone = &zones->zones[zones->of_box[i]];
      NkBand *band = &bands[MAX (box->band, 0)];

      if (!box->fixed || box->stray || box->band == NK_BESIDE)
        continue;
      band->top = MIN (band->top, MAX (band->upper_line,
                                       nk_box_top (box) - nk_zone_header (plan, zone)));
      band->bottom = MAX (band->bottom, MIN (band->lower_line,
                                             nk_box_bottom (box) + nk_zone_padding (plan, zone)));
    }
}

NkBand *
nk_bands_new (NkPlan        *plan,
              const NkZones *zones)
{
  int n_bands = plan->n_bands;
  NkBand *bands = g_new (NkBand, n_bands + 1);
  g_autofree Range *ranges = g_new (Range, n_bands + 1);
  g_autofree double *lines = g_new (double, n_bands + 2);
  g_autofree Event *events = g_new (Event, plan->n_boxes + 1);

  lines[0] = -INFINITY;
  lines[n_bands] = INFINITY;
  for (int i = 1; i < n_bands; i++)
    {
      ranges[i] = find_range (plan, i, events);
      mark_wrong (plan, i, ranges[i]);
    }
  for (int first = 1, end; first < n_bands; first = end)
    {
      for (end = first + 1; end < n_bands; end++)
        if (ranges[end].low != ranges[first].low || ranges[end].high != ranges[first].high)
          break;
      lay_lines (plan, zones, ranges[first], first, end, lines);
    }
  for (int i = 1; i < n_bands; i++)
    lines[i] = MAX (lines[i], lines[i - 1]);
  for (int i = 0; i < n_bands && !has_boxes (zones, i); i++)
    lines[i + 1] = -INFINITY;
  for (int i = n_bands - 1; i >= 0 && !has_boxes (zones, i); i--)
    lines[i] = INFINITY;
  for (int i = 0; i < n_bands; i++)
    {
      double margin = margin_of (plan, zones, i, lines[i + 1] - lines[i]);

      bands[i] = (NkBand) { lines[i], lines[i + 1], lines[i] + margin, lines[i + 1] - margin };
    }
  widen (plan, zones, bands);
  return bands;
}
