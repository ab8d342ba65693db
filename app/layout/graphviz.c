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
set_position (Agnode_t         *node,
              const NkJobActor *actor)
{
  char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *text = NULL;

  g_ascii_formatd (x, sizeof x, "%.9f", actor->x / POINTS_PER_INCH);
  g_ascii_formatd (y, sizeof y, "%.9f", -actor->y / POINTS_PER_INCH);
  text = g_strdup_printf ("%s,%s%s", x, y, actor->fixed ? "!" : "");
  set (node, "pos", text);
}

static Agraph_t *
open_graph (const NkPlan         *plan,
            const NkGraphvizWish *wish)
{
  Agraph_t *graph = agopen ((char *) "g", Agstrictundirected, NULL);
  char seed[16], length[G_ASCII_DTOSTR_BUF_SIZE];

  g_snprintf (seed, sizeof seed, "%d", 1 + (int) (plan->job->seed % 10000));
  g_ascii_formatd (length, sizeof length, "%.6f", wish->link_length / POINTS_PER_INCH);
  set_default (graph, AGRAPH, "overlap", wish->separate ? "prism" : "true");
  set_default (graph, AGRAPH, "splines", "line");
  set_default (graph, AGRAPH, "start", seed);
  set_default (graph, AGRAPH, "K", length);
  set_default (graph, AGRAPH, "overlap_scaling", COMPACT);
  set_default (graph, AGRAPH, "sep", "");
  set_default (graph, AGNODE, "shape", "box");
  set_default (graph, AGNODE, "fixedsize", "true");
  set_default (graph, AGNODE, "label", "");
  set_default (graph, AGNODE, "width", "1");
  set_default (graph, AGNODE, "height", "1");
  set_default (graph, AGNODE, "pos", "");
  set_default (graph, AGEDGE, "len", length);
  return graph;
}

static Agnode_t **
add_nodes (Agraph_t             *graph,
           const NkPlan         *plan,
           const NkGraphvizWish *wish)
{
  Agnode_t **nodes = g_new (Agnode_t *, plan->n_boxes);
  char name[16];

  for (int i = 0; i < plan->n_boxes; i++)
    {
      const NkJobActor *actor = nk_job_actor (plan->job, (guint) i);

      g_snprintf (name, sizeof name, "n%d", i);
      nodes[i] = agnode (graph, name, TRUE);
      set_inches (nodes[i], "width", actor->width);
      set_inches (nodes[i], "height", actor->height);
      if (wish->from_here && actor->placed)
        set_position (nodes[i], actor);
    }
  return nodes;
}

/* Sets the distance that is left between boxes: half of it on each side of a box. */
static void
set_separation (Agraph_t     *graph,
                const NkPlan *plan)
{
  char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *text = NULL;

  g_ascii_formatd (x, sizeof x, "%.3f", plan->job->gap_x / 2);
  g_ascii_formatd (y, sizeof y, "%.3f", plan->job->gap_y / 2);
  text = g_strdup_printf ("+%s,%s", x, y);
  set (graph, "sep", text);
}

static NkJobPosition *
read_positions (Agnode_t    **nodes,
                int           n,
                GError      **error)
{
  g_autofree NkJobPosition *positions = g_new (NkJobPosition, n);

  for (int i = 0; i < n; i++)
    {
      positions[i] = (NkJobPosition) { ND_coord (nodes[i]).x, -ND_coord (nodes[i]).y };
      if (isfinite (positions[i].x) && isfinite (positions[i].y))
        continue;
      g_set_error_literal (error, NK_WORK_ERROR, NK_WORK_ERROR_REFUSED,
                           "Graphviz gave a position that is no number.");
      return NULL;
    }
  return g_steal_pointer (&positions);
}

NkJobPosition *
nk_graphviz_place (const NkPlan          *plan,
                   const NkGraphvizWish  *wish,
                   GError               **error)
{
  GVC_t *context = gvContext ();
  Agraph_t *graph = open_graph (plan, wish);
  g_autofree Agnode_t **nodes = add_nodes (graph, plan, wish);
  NkJobPosition *positions = NULL;

  agseterr (AGMAX);   /* it warns of things that do not matter here */
  set_separation (graph, plan);
  for (int i = 0; i < plan->n_links; i++)
    agedge (graph, nodes[plan->links[i].a], nodes[plan->links[i].b], NULL, TRUE);
  if (gvLayout (context, graph, wish->engine) == 0)
    {
      positions = read_positions (nodes, plan->n_boxes, error);
      gvFreeLayout (context, graph);
    }
  else
    g_set_error (error, NK_WORK_ERROR, NK_WORK_ERROR_REFUSED,
                 "Graphviz can’t lay this out with “%s”.", wish->engine);
  agclose (graph);
  gvFreeContext (context);
  return positions;
}
