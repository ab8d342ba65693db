#include "geometry/snap.h"

#include <math.h>
#include <stdlib.h>

#define SAME 0.011   /* points: the map keeps two decimals */

static NkAxis
other_axis (NkAxis axis)
{
  return axis == NK_AXIS_X ? NK_AXIS_Y : NK_AXIS_X;
}

/* 0: the start, 1: the middle, 2: the end. */
static double
anchor (const NkBox *box,
        NkAxis       axis,
        int          which)
{
  return nk_box_start (box, axis) + nk_box_size (box, axis) * which / 2;
}

/* The order in which anchors are tried. */
static const int anchors[] = { 1, 0, 2 };

/* Gaps */

static int
by_x (gconstpointer a,
      gconstpointer b)
{
  const NkBox *first = *(NkBox *const *) a, *second = *(NkBox *const *) b;

  return (first->x > second->x) - (first->x < second->x);
}

static int
by_y (gconstpointer a,
      gconstpointer b)
{
  const NkBox *first = *(NkBox *const *) a, *second = *(NkBox *const *) b;

  return (first->y > second->y) - (first->y < second->y);
}

/* Those that stand in a row (along the axis) with the box, in their order. */
static GPtrArray *
row_of (const NkBox *moved,
        const NkBox *others,
        guint        n,
        NkAxis       axis)
{
  GPtrArray *row = g_ptr_array_new ();
  NkAxis across = other_axis (axis);

  for (guint i = 0; i < n; i++)
    if (nk_box_start (&others[i], across) < nk_box_end (moved, across)
        && nk_box_end (&others[i], across) > nk_box_start (moved, across))
      g_ptr_array_add (row, (gpointer) &others[i]);
  g_ptr_array_sort (row, axis == NK_AXIS_X ? by_x : by_y);
  return row;
}

/* A place in a row at which the box has equal gaps: `first` and `second` stand beside each other. */
typedef struct
{
  const NkBox *first, *second;
  enum { BEFORE, BETWEEN, AFTER } where;
  double start;              /* of the box, if it stands there */
} Place;

typedef void (*PlaceFunc) (const Place *place,
                           gpointer     user_data);

static gboolean
is_room (const GPtrArray *row,
         guint            i,
         NkAxis           axis,
         double           start,
         double           end)
{
  const NkBox *box;

  if (i >= row->len)
    return TRUE;
  box = g_ptr_array_index (row, i);
  return nk_box_start (box, axis) >= end || nk_box_end (box, axis) <= start;
}

static void
for_places (const NkBox *moved,
            GPtrArray   *row,
            NkAxis       axis,
            PlaceFunc    function,
            gpointer     user_data)
{
  double size = nk_box_size (moved, axis);

  for (guint i = 0; i + 1 < row->len; i++)
    {
      Place place = { g_ptr_array_index (row, i), g_ptr_array_index (row, i + 1), BETWEEN, 0 };
      double end = nk_box_end (place.first, axis), start = nk_box_start (place.second, axis);
      double gap = start - end;

      if (gap < SAME)
        continue;
      place.start = (start + end - size) / 2;
      if (size <= gap)
        function (&place, user_data);
      place.where = AFTER;
      place.start = nk_box_end (place.second, axis) + gap;
      if (is_room (row, i + 2, axis, place.start, place.start + size))
        function (&place, user_data);
      place.where = BEFORE;
      place.start = nk_box_start (place.first, axis) - gap - size;
      if (i == 0 || is_room (row, i - 1, axis, place.start, place.start + size))
        function (&place, user_data);
    }
}

/* Snapping */

typedef struct
{
  double start;   /* of the box that is moved */
  double reach;
  double best;    /* offset; not finite: none yet */
} Search;

static void
consider (Search *search,
          double  offset)
{
  if (fabs (offset) <= search->reach && fabs (offset) < fabs (search->best) - SAME)
    search->best = offset;
}

static void
consider_place (const Place *place,
                gpointer     user_data)
{
  Search *search = user_data;

  consider (search, place->start - search->start);
}

static double
snap_along (const NkBox *moved,
            const NkBox *others,
            guint        n,
            double       reach,
            NkAxis       axis)
{
  Search search = { nk_box_start (moved, axis), reach, INFINITY };
  g_autoptr (GPtrArray) row = row_of (moved, others, n, axis);

  for (guint k = 0; k < G_N_ELEMENTS (anchors); k++)
    for (guint i = 0; i < n; i++)
      consider (&search, anchor (&others[i], axis, anchors[k]) - anchor (moved, axis, anchors[k]));
  for_places (moved, row, axis, consider_place, &search);
  return isfinite (search.best) ? search.best : 0;
}

void
nk_snap (const NkBox *moved,
         const NkBox *others,
         guint        n,
         double       reach,
         double      *dx,
         double      *dy)
{
  *dx = snap_along (moved, others, n, reach, NK_AXIS_X);
  *dy = snap_along (moved, others, n, reach, NK_AXIS_Y);
}

/* Guides */

/* A line across the axis on which the anchors of the box and of others lie, as far as to the nearest
 * of them on either side. FALSE if there are none. */
static gboolean
add_line (GArray      *guides,
          const NkBox *moved,
          const NkBox *others,
          guint        n,
          NkAxis       axis,
          int          which)
{
  NkAxis across = other_axis (axis);
  double middle = nk_box_middle (moved, across);
  const NkBox *before = NULL, *after = NULL;
  NkGuide guide = { across, FALSE, anchor (moved, axis, which), nk_box_start (moved, across),
                    nk_box_end (moved, across) };

  for (guint i = 0; i < n; i++)
    {
      double at = nk_box_middle (&others[i], across);

      if (fabs (anchor (&others[i], axis, which) - guide.at) >= SAME)
        continue;
      if (at < middle && (before == NULL || at > nk_box_middle (before, across)))
        before = &others[i];
      if (at >= middle && (after == NULL || at < nk_box_middle (after, across)))
        after = &others[i];
    }
  if (before == NULL && after == NULL)
    return FALSE;
  if (before != NULL)
    guide.from = MIN (guide.from, nk_box_start (before, across));
  if (after != NULL)
    guide.to = MAX (guide.to, nk_box_end (after, across));
  g_array_append_val (guides, guide);
  return TRUE;
}

typedef struct
{
  GArray *guides;
  const NkBox *moved;
  NkAxis axis;
} Marking;

/* The two gaps at one height: that of what the three boxes have in common. */
static void
mark_gaps (const Marking *marking,
           const NkBox   *const row[3])
{
  NkAxis axis = marking->axis, across = other_axis (axis);
  double from = -INFINITY, to = INFINITY;

  for (guint i = 0; i < 3; i++)
    {
      from = MAX (from, nk_box_start (row[i], across));
      to = MIN (to, nk_box_end (row[i], across));
    }
  for (guint i = 0; i < 2; i++)
    {
      NkGuide guide = { axis, TRUE, (from + to) / 2, nk_box_end (row[i], axis),
                        nk_box_start (row[i + 1], axis) };

      g_array_append_val (marking->guides, guide);
    }
}

static void
mark_place (const Place *place,
            gpointer     user_data)
{
  const Marking *marking = user_data;
  const NkBox *moved = marking->moved;
  const NkBox *const rows[][3] = {
    [BEFORE] = { moved, place->first, place->second },
    [BETWEEN] = { place->first, moved, place->second },
    [AFTER] = { place->first, place->second, moved },
  };

  if (fabs (place->start - nk_box_start (moved, marking->axis)) < SAME)
    mark_gaps (marking, rows[place->where]);
}

GArray *
nk_guides (const NkBox *moved,
           const NkBox *others,
           guint        n)
{
  GArray *guides = g_array_new (FALSE, FALSE, sizeof (NkGuide));

  for (int axis = NK_AXIS_X; axis <= NK_AXIS_Y; axis++)
    {
      g_autoptr (GPtrArray) row = row_of (moved, others, n, axis);
      Marking marking = { guides, moved, axis };

      /* Boxes of one size have their edges in line as well: one line says it. */
      if (!add_line (guides, moved, others, n, axis, 1))
        for (int edge = 0; edge <= 2; edge += 2)
          add_line (guides, moved, others, n, axis, edge);
      for_places (moved, row, axis, mark_place, &marking);
    }
  return guides;
}
