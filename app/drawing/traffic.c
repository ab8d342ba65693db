#include "drawing/traffic.h"

#include "drawing/cells.h"

typedef struct
{
  NkPoint a, b;
  const NkBody *from, *to;
  guint query;             /* the last one that met it */
} Segment;

struct _NkTraffic
{
  NkCells *cells;
  GArray *segments;        /* of Segment */
  GArray *unused;          /* numbers of segments that no line has */
  GArray **lines;          /* of each line: the numbers of its segments, or NULL */
  guint n_lines;
  guint query;
};

NkTraffic *
nk_traffic_new (guint     n_lines,
                NkStands *stands)
{
  NkTraffic *traffic = g_new0 (NkTraffic, 1);
  double left, top, right, bottom;

  nk_stands_bounds (stands, &left, &top, &right, &bottom);
  traffic->cells = nk_cells_new (left, top, right, bottom);
  traffic->segments = g_array_new (FALSE, FALSE, sizeof (Segment));
  traffic->unused = g_array_new (FALSE, FALSE, sizeof (guint));
  traffic->lines = g_new0 (GArray *, MAX (n_lines, 1));
  traffic->n_lines = n_lines;
  return traffic;
}

void
nk_traffic_free (NkTraffic *traffic)
{
  for (guint i = 0; i < traffic->n_lines; i++)
    g_clear_pointer (&traffic->lines[i], g_array_unref);
  g_free (traffic->lines);
  g_array_unref (traffic->unused);
  g_array_unref (traffic->segments);
  nk_cells_free (traffic->cells);
  g_free (traffic);
}

static Segment *
segment_at (const NkTraffic *traffic,
            guint            number)
{
  return &g_array_index (traffic->segments, Segment, number);
}

static void
add_segment (NkTraffic     *traffic,
             guint          line,
             const Segment *segment)
{
  guint number = traffic->segments->len;

  if (traffic->unused->len > 0)
    {
      number = g_array_index (traffic->unused, guint, traffic->unused->len - 1);
      g_array_set_size (traffic->unused, traffic->unused->len - 1);
      *segment_at (traffic, number) = *segment;
    }
  else
    g_array_append_val (traffic->segments, *segment);
  g_array_append_val (traffic->lines[line], number);
  nk_cells_add_line (traffic->cells, number, segment->a, segment->b);
}

void
nk_traffic_set (NkTraffic     *traffic,
                guint          line,
                const NkPoint *points,
                guint          n,
                const NkBody  *from,
                const NkBody  *to)
{
  if (traffic->lines[line] == NULL)
    traffic->lines[line] = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < traffic->lines[line]->len; i++)
    {
      guint number = g_array_index (traffic->lines[line], guint, i);

      nk_cells_remove_line (traffic->cells, number, segment_at (traffic, number)->a,
                            segment_at (traffic, number)->b);
      g_array_append_val (traffic->unused, number);
    }
  g_array_set_size (traffic->lines[line], 0);
  for (guint i = 0; i + 1 < n; i++)
    {
      const Segment segment = { points[i], points[i + 1], from, to, traffic->query };

      add_segment (traffic, line, &segment);
    }
}

static double
cross (NkPoint o,
       NkPoint a,
       NkPoint b)
{
  return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
}

/* TRUE if the segments cross; touching is not crossing. */
static gboolean
do_cross (NkPoint        a,
          NkPoint        b,
          const Segment *other)
{
  return cross (a, b, other->a) * cross (a, b, other->b) < 0
         && cross (other->a, other->b, a) * cross (other->a, other->b, b) < 0;
}

guint
nk_traffic_crossings (NkTraffic    *traffic,
                      NkPoint       a,
                      NkPoint       b,
                      const NkBody *from,
                      const NkBody *to)
{
  guint query = ++traffic->query, crossings = 0, n;
  const guint *things;
  NkCellsWalk walk;

  nk_cells_walk (traffic->cells, a, b, &walk);
  while (nk_cells_next (&walk, &things, &n))
    for (guint i = 0; i < n; i++)
      {
        Segment *other = segment_at (traffic, things[i]);

        if (other->query == query)
          continue;
        other->query = query;
        if (do_cross (a, b, other)
            && (from == NULL || (other->from != from && other->from != to
                                 && other->to != from && other->to != to)))
          crossings++;
      }
  return crossings;
}
