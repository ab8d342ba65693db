#include "layout/graphviz.h"

#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>
#include <math.h>

/* How dense prism makes a drawing before it moves boxes apart: ties about twice as long as boxes
 * are wide. Its own -4 takes nearly twice the space, and no more can be seen. */
#define COMPACT "-2"

/* Graphviz takes text that it does not change, but not as const. */
static void
set (void       *object,
     const char *name,
     const char *value)
{
  agset (object, (char *) name, (char *) value);
}

static void
set_default (Agraph_t   *graph,
             int         kind,
             const char *name,
             const char *value)
{
  agattr (graph, kind, (char *) name, (char *) value);
}

static void
set_inches (void       *object,
            const char *name,
            double      points)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  set (object, name, g_ascii_formatd (text, sizeof text, "%.6f", points / POINTS_PER_INCH));
}

static void
set_position (Agnode_t *node,
              double    x,
              double    y,
              gboolean  stays)
{
  char text_x[G_ASCII_DTOSTR_BUF_SIZE], text_y[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *text = NULL;

  g_ascii_formatd (text_x, sizeof text_x, "%.9f", x);
  g_ascii_formatd (text_y, sizeof text_y, "%.9f", -y);
  text = g_strdup_printf ("%s,%s%s", text_x, text_y, stays ? "!" : "");
  set (node, "pos", text);
}

/* A graph of some boxes of a plan, and the links between them. */
typedef struct
{
  const NkPlan *plan;
  const int *boxes;
  int n;
  Agraph_t *graph;
  Agnode_t **nodes;        /* by box of the plan; NULL: not one of them */
} Graph;

static void
declare (Agraph_t     *graph,
         const NkPlan *plan)
{
  char seed[16];

  g_snprintf (seed, sizeof seed, "%d", 1 + (int) (plan->job->seed % 10000));
  set_default (graph, AGRAPH, "overlap", "true");
  set_default (graph, AGRAPH, "splines", "");
  set_default (graph, AGRAPH, "start", seed);
  set_default (graph, AGRAPH, "K", "");
  set_default (graph, AGRAPH, "overlap_scaling", COMPACT);
  set_default (graph, AGRAPH, "sep", "");
  set_default (graph, AGNODE, "shape", "box");
  set_default (graph, AGNODE, "fixedsize", "true");
  set_default (graph, AGNODE, "label", "");
  set_default (graph, AGNODE, "width", "1");
  set_default (graph, AGNODE, "height", "1");
  set_default (graph, AGNODE, "pos", "");
}

static void
graph_open (Graph        *graph,
            const NkPlan *plan,
            const int    *boxes,
            int           n)
{
  char name[16];

  *graph = (Graph) { plan, boxes, n, agopen ((char *) "g", Agstrictundirected, NULL),
                     g_new0 (Agnode_t *, plan->n_boxes) };
  agseterr (AGMAX);   /* it warns of things that do not matter here */
  declare (graph->graph, plan);
  for (int i = 0; i < n; i++)
    {
      g_snprintf (name, sizeof name, "n%d", boxes[i]);
      graph->nodes[boxes[i]] = agnode (graph->graph, name, TRUE);
      set_inches (graph->nodes[boxes[i]], "width", plan->boxes[boxes[i]].width);
      set_inches (graph->nodes[boxes[i]], "height", plan->boxes[boxes[i]].height);
    }
  for (int i = 0; i < plan->n_links; i++)
    {
      Agnode_t *a = graph->nodes[plan->links[i].a], *b = graph->nodes[plan->links[i].b];

      if (a != NULL && b != NULL)
        agedge (graph->graph, a, b, NULL, TRUE);
    }
}

static void
graph_close (Graph *graph)
{
  agclose (graph->graph);
  g_free (graph->nodes);
}

/* Sets the distance that is left between boxes: half of it on each side of a box. */
static void
set_separation (const Graph *graph)
{
  char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *text = NULL;

  g_ascii_formatd (x, sizeof x, "%.3f", graph->plan->job->gap_x / 2);
  g_ascii_formatd (y, sizeof y, "%.3f", graph->plan->job->gap_y / 2);
  text = g_strdup_printf ("+%s,%s", x, y);
  set (graph->graph, "sep", text);
  set (graph->graph, "overlap", "prism");
}

static NkJobPosition *
read_positions (const Graph  *graph,
                GError      **error)
{
  g_autofree NkJobPosition *positions = g_new (NkJobPosition, graph->n);

  for (int i = 0; i < graph->n; i++)
    {
      Agnode_t *node = graph->nodes[graph->boxes[i]];

      positions[i] = (NkJobPosition) { ND_coord (node).x, -ND_coord (node).y };
      if (isfinite (positions[i].x) && isfinite (positions[i].y))
        continue;
      g_set_error_literal (error, NK_WORK_ERROR, NK_WORK_ERROR_REFUSED,
                           "Graphviz gave a position that is no number.");
      return NULL;
    }
  return g_steal_pointer (&positions);
}

static NkJobPosition *
lay_out (const Graph  *graph,
         const char   *engine,
         GError      **error)
{
  GVC_t *context = gvContext ();
  NkJobPosition *positions = NULL;

  if (gvLayout (context, graph->graph, engine) == 0)
    {
      positions = read_positions (graph, error);
      gvFreeLayout (context, graph->graph);
    }
  else
    g_set_error (error, NK_WORK_ERROR, NK_WORK_ERROR_REFUSED,
                 "Graphviz can’t lay this out with “%s”.", engine);
  gvFreeContext (context);
  return positions;
}

NkJobPosition *
nk_graphviz_place (const NkPlan          *plan,
                   const int             *boxes,
                   int                    n,
                   const NkGraphvizWish  *wish,
                   GError               **error)
{
  Graph graph;
  NkJobPosition *positions;
  char length[G_ASCII_DTOSTR_BUF_SIZE];

  graph_open (&graph, plan, boxes, n);
  g_ascii_formatd (length, sizeof length, "%.6f", wish->link_length / POINTS_PER_INCH);
  set (graph.graph, "K", length);
  if (wish->by_piece)
    set_default (graph.graph, AGRAPH, "pack", "true");
  set_default (graph.graph, AGEDGE, "len", length);
  for (int i = 0; i < n; i++)
    {
      const NkJobActor *actor = nk_job_actor (plan->job, (guint) boxes[i]);

      if (wish->from_here && actor->placed)
        set_position (graph.nodes[boxes[i]], actor->x / POINTS_PER_INCH,
                      actor->y / POINTS_PER_INCH, actor->fixed);
    }
  positions = lay_out (&graph, wish->engine, error);
  graph_close (&graph);
  return positions;
}

NkJobPosition *
nk_graphviz_separate (const NkPlan  *plan,
                      const int     *boxes,
                      int            n,
                      GError       **error)
{
  Graph graph;
  NkJobPosition *positions;

  graph_open (&graph, plan, boxes, n);
  set_separation (&graph);
  for (int i = 0; i < n; i++)   /* this engine wants points */
    set_position (graph.nodes[boxes[i]], plan->boxes[boxes[i]].x, plan->boxes[boxes[i]].y, FALSE);
  positions = lay_out (&graph, "nop", error);
  graph_close (&graph);
  return positions;
}
