#include "drawing/traffic.h"

typedef struct
{
  NkPoint a, b;
  const NkBody *from, *to;
  guint line;
} Segment;

struct _NkTraffic
{
  GArray *segments;      /* of Segment, in no order */
  guint *n_of_line;      /* how many each line has */
};

NkTraffic *
nk_traffic_new (guint n_lines)
{
  NkTraffic *traffic = g_new (NkTraffic, 1);

  traffic->segments = g_array_new (FALSE, FALSE, sizeof (Segment));
  traffic->n_of_line = g_new0 (guint, MAX (n_lines, 1));
  return traffic;
}

void
nk_traffic_free (NkTraffic *traffic)
{
  g_array_unref (traffic->segments);
  g_free (traffic->n_of_line);
  g_free (traffic);
}

void
nk_traffic_set (NkTraffic     *traffic,
                guint          line,
                const NkPoint *points,
                guint          n,
                const NkBody  *from,
                const NkBody  *to)
{
  for (guint i = traffic->segments->len; i-- > 0 && traffic->n_of_line[line] > 0;)
    if (g_array_index (traffic->segments, Segment, i).line == line)
      {
        g_array_remove_index_fast (traffic->segments, i);
        traffic->n_of_line[line]--;
      }
  for (guint i = 0; i + 1 < n; i++)
    {
      Segment segment = { points[i], points[i + 1], from, to, line };

      g_array_append_val (traffic->segments, segment);
      traffic->n_of_line[line]++;
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
  if (MAX (a.x, b.x) <= MIN (other->a.x, other->b.x)
      || MAX (other->a.x, other->b.x) <= MIN (a.x, b.x)
      || MAX (a.y, b.y) <= MIN (other->a.y, other->b.y)
      || MAX (other->a.y, other->b.y) <= MIN (a.y, b.y))
    return FALSE;
  return cross (a, b, other->a) * cross (a, b, other->b) < 0
         && cross (other->a, other->b, a) * cross (other->a, other->b, b) < 0;
}

guint
nk_traffic_crossings (const NkTraffic *traffic,
                      NkPoint          a,
                      NkPoint          b,
                      const NkBody    *from,
                      const NkBody    *to)
{
  guint crossings = 0;

  for (guint i = 0; i < traffic->segments->len; i++)
    {
      const Segment *other = &g_array_index (traffic->segments, Segment, i);

      if (do_cross (a, b, other)
          && (from == NULL || (other->from != from && other->from != to
                               && other->to != from && other->to != to)))
        crossings++;
    }
  return crossings;
}
