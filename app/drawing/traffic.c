#include "drawing/traffic.h"

typedef struct
{
  double left, top, right, bottom;
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

static Segment
make_segment (NkPoint a,
              NkPoint b)
{
  return (Segment) { MIN (a.x, b.x), MIN (a.y, b.y), MAX (a.x, b.x), MAX (a.y, b.y), a, b,
                     NULL, NULL, 0 };
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
      Segment segment = make_segment (points[i], points[i + 1]);

      segment.from = from;
      segment.to = to;
      segment.line = line;
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
do_cross (const Segment *p,
          const Segment *q)
{
  return cross (p->a, p->b, q->a) * cross (p->a, p->b, q->b) < 0
         && cross (q->a, q->b, p->a) * cross (q->a, q->b, p->b) < 0;
}

guint
nk_traffic_crossings (const NkTraffic *traffic,
                      NkPoint          a,
                      NkPoint          b,
                      const NkBody    *from,
                      const NkBody    *to)
{
  const Segment line = make_segment (a, b);
  const Segment *segments = (const Segment *) (gconstpointer) traffic->segments->data;
  guint crossings = 0;

  for (guint i = 0; i < traffic->segments->len; i++)
    {
      const Segment *other = &segments[i];

      if (other->left < line.right && line.left < other->right
          && other->top < line.bottom && line.top < other->bottom && do_cross (&line, other)
          && (from == NULL || (other->from != from && other->from != to
                               && other->to != from && other->to != to)))
        crossings++;
    }
  return crossings;
}
