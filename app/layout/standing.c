#include "layout/standing.h"

#include "layout/hulls.h"

#include <math.h>
#include <stdlib.h>

/* Rows keep this distance from what is above and below them. */
#define LEAST_GAP 4.0

/* Heights that differ by less are one row. */
#define SAME_LINE 0.01

typedef struct
{
  double y, height;
  int n;                  /* boxes on it */
} Line;

typedef struct
{
  NkPlan *plan;
  NkZones *zones;
  NkHull *hulls;
  NkHull all;             /* of all zones in bands */
  gboolean *held;         /* boxes that stay */
} Standing;

static int
compare_lines (gconstpointer left,
               gconstpointer right)
{
  const Line *a = left;
  const Line *b = right;

  if (a->n != b->n)
    return b->n - a->n;
  return (a->y > b->y) - (a->y < b->y);
}

/* The heights at which free boxes of a zone stand. */
static GArray *
find_lines (const Standing *standing,
            const NkZone   *zone)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  for (int i = 0; i < zone->n_members; i++)
    {
      const NkBox *box = &standing->plan->boxes[zone->members[i]];
      Line *line;
      guint k = 0;

      if (standing->held[zone->members[i]])
        continue;
      while (k < lines->len && fabs (g_array_index (lines, Line, k).y - box->y) > SAME_LINE)
        k++;
      if (k == lines->len)
        g_array_append_vals (lines, &(Line) { box->y, 0, 0 }, 1);
      line = &g_array_index (lines, Line, k);
      line->n++;
      line->height = MAX (line->height, box->height);
    }
  return lines;
}

/* Holds the boxes of a zone that stand at this height. */
static void
hold_line (Standing     *standing,
           const NkZone *zone,
           double        y)
{
  for (int i = 0; i < zone->n_members; i++)
    if (fabs (standing->plan->boxes[zone->members[i]].y - y) <= SAME_LINE)
      standing->held[zone->members[i]] = TRUE;
}

/* Leaves of a zone's lines only such as are not in each other's way; those with most boxes stay. */
static void
choose_lines (Standing     *standing,
              const NkZone *zone,
              GArray       *lines)
{
  guint n = 0;

  g_array_sort (lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    {
      Line line = g_array_index (lines, Line, i);
      gboolean clear = TRUE;

      for (guint k = 0; clear && k < n; k++)
        {
          const Line *other = &g_array_index (lines, Line, k);

          clear = fabs (line.y - other->y) >= (line.height + other->height) / 2 + LEAST_GAP;
        }
      if (clear)
        g_array_index (lines, Line, n++) = line;
      else
        hold_line (standing, zone, line.y);
    }
  g_array_set_size (lines, n);
}

static int
compare_hulls (gconstpointer left,
               gconstpointer right)
{
  const NkHull *a = left;
  const NkHull *b = right;

  return (a->left > b->left) - (a->left < b->left);
}

/* What is in the way of a line: boxes that stay. */
static GArray *
find_obstacles (const Standing *standing,
                const Line     *line)
{
  const NkPlan *plan = standing->plan;
  GArray *obstacles = g_array_new (FALSE, FALSE, sizeof (NkHull));
  NkHull reach = { -INFINITY, INFINITY, line->y - line->height / 2 - LEAST_GAP,
                   line->y + line->height / 2 + LEAST_GAP };

  for (int i = 0; i < plan->n_boxes; i++)
    {
      NkHull hull = nk_hull_of_box (&plan->boxes[i]);

      if (standing->held[i] && nk_hulls_meet (&hull, &reach))
        g_array_append_val (obstacles, hull);
    }
  g_array_sort (obstacles, compare_hulls);
  return obstacles;
}

static void
add_piece (GArray     *list,
           int         zone,
           const Line *line,
           double      left,
           double      right)
{
  NkRow row = { .zone = zone, .left = left, .right = right, .y = line->y, .height = line->height };

  if (right > left)
    g_array_append_val (list, row);
}

/* From where to where the rows of a zone may go: as far as the zone does, or, where it has its band
 * for itself, as far as all bands do. */
static NkHull
room_of (const Standing *standing,
         int             number)
{
  NkHull room = standing->hulls[number];

  if (standing->zones->zones[number].band == NK_BESIDE)
    room.left = MAX (room.left, standing->all.right + standing->plan->job->gap_x);
  else if (nk_zone_is_alone (standing->zones, number))
    {
      room.left = standing->all.left;
      room.right = standing->all.right;
    }
  return room;
}

static void
cut_line (const Standing *standing,
          int             number,
          const Line     *line,
          GArray         *list)
{
  g_autoptr (GArray) obstacles = find_obstacles (standing, line);
  NkHull hull = room_of (standing, number);
  double gap = standing->plan->job->gap_x;
  double left = hull.left;

  for (guint i = 0; i < obstacles->len; i++)
    {
      const NkHull *obstacle = &g_array_index (obstacles, NkHull, i);

      add_piece (list, number, line, left, MIN (obstacle->left - gap, hull.right));
      left = MAX (left, obstacle->right + gap);
    }
  add_piece (list, number, line, left, hull.right);
}

static GArray *
list_rows (Standing *standing)
{
  GArray *list = g_array_new (FALSE, TRUE, sizeof (NkRow));

  for (int i = 0; i < standing->zones->n; i++)
    {
      g_autoptr (GArray) lines = find_lines (standing, &standing->zones->zones[i]);

      choose_lines (standing, &standing->zones->zones[i], lines);
      for (guint k = 0; k < lines->len; k++)
        cut_line (standing, i, &g_array_index (lines, Line, k), list);
    }
  return list;
}

/* The row in which a box of a zone stands, -1 if in none. */
static int
row_under (const NkRow *rows,
           int          n,
           int          zone,
           const NkBox *box)
{
  for (int i = 0; i < n; i++)
    if (rows[i].zone == zone && fabs (rows[i].y - box->y) <= SAME_LINE
        && nk_box_left (box) >= rows[i].left - 1e-6 && nk_box_right (box) <= rows[i].right + 1e-6)
      return i;
  return -1;
}

/* Holds free boxes that stand in no row. FALSE if there are none. */
static gboolean
hold_misfits (Standing     *standing,
              const GArray *list)
{
  const NkRow *rows = (const NkRow *) (gconstpointer) list->data;
  gboolean any = FALSE;

  for (int i = 0; i < standing->plan->n_boxes; i++)
    if (!standing->held[i] && row_under (rows, (int) list->len, standing->zones->of_box[i],
                                         &standing->plan->boxes[i]) < 0)
      any = standing->held[i] = TRUE;
  return any;
}

/* Where rows of two zones would be in each other's way nobody of either may change places. */
static gboolean
lies_over_another (const Standing *standing,
                   int             number)
{
  NkHull room = room_of (standing, number);

  for (int i = 0; i < standing->zones->n; i++)
    {
      NkHull other = room_of (standing, i);

      if (i != number && nk_hulls_meet (&room, &other))
        return TRUE;
    }
  return FALSE;
}

static void
hold_zones (Standing *standing)
{
  for (int i = 0; i < standing->zones->n; i++)
    {
      const NkZone *zone = &standing->zones->zones[i];

      if (!nk_hull_is_empty (&standing->hulls[i]) && lies_over_another (standing, i))
        for (int k = 0; k < zone->n_members; k++)
          standing->held[zone->members[k]] = TRUE;
    }
}

static void
standing_init (Standing *standing,
               NkPlan   *plan,
               NkZones  *zones)
{
  *standing = (Standing) { plan, zones, nk_hulls_new (plan, zones),
                           { INFINITY, -INFINITY, INFINITY, -INFINITY },
                           g_new (gboolean, plan->n_boxes + 1) };
  for (int i = 0; i < plan->n_boxes; i++)
    {
      const NkBox *box = &plan->boxes[i];

      standing->held[i] = box->fixed || box->stray || !box->settled;
      if (box->settled && !box->stray && box->band != NK_BESIDE)
        standing->all = nk_hull_with (standing->all, box);
    }
  hold_zones (standing);
}

NkRows *
nk_rows_standing (NkPlan  *plan,
                  NkZones *zones)
{
  Standing standing;
  NkRows *rows;
  GArray *list;

  standing_init (&standing, plan, zones);
  list = list_rows (&standing);
  while (hold_misfits (&standing, list))   /* what is held is in the way of others */
    {
      g_array_unref (list);
      list = list_rows (&standing);
    }
  rows = nk_rows_new (plan, zones, list);
  for (int i = 0; i < plan->n_boxes; i++)
    if (!standing.held[i])
      nk_row_insert (rows, row_under (rows->rows, rows->n, zones->of_box[i], &plan->boxes[i]), i);
  for (int i = 0; i < rows->n; i++)
    nk_row_place (rows, i);
  g_free (standing.hulls);
  g_free (standing.held);
  return rows;
}
