#include "layout/dot.h"

#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>
#include <math.h>

/* The graph's attributes. newrank, or dot loses the rows; the limits make it many times as fast for
 * some more crossings. */
static const char *const graph_attributes[][2] = {
  { "newrank", "true" }, { "splines", "" }, { "rank", "" },
  { "nslimit", "1" }, { "nslimit1", "1" }, { "mclimit", "0.2" },
};

static const char *const node_attributes[][2] = {
  { "shape", "box" }, { "fixedsize", "true" }, { "label", "" },
  { "width", "0.01" }, { "height", "0.01" },
};

/* Graphviz takes text that it does not change, but not as const. */
static void
declare (Agraph_t         *graph,
         int               kind,
         const char *const attributes[][2],
         guint             n)
{
  for (guint i = 0; i < n; i++)
    agattr (graph, kind, (char *) attributes[i][0], (char *) attributes[i][1]);
}

static Agnode_t *
add_node (Agraph_t *graph,
          char      kind,
          int       number)
{
  char name[16];

  g_snprintf (name, sizeof name, "%c%d", kind, number);
  return agnode (graph, name, TRUE);
}

static Agraph_t *
open_graph (const NkPlan *plan)
{
  Agraph_t *graph = agopen ((char *) "g", Agstrictdirected, NULL);
  char gap[G_ASCII_DTOSTR_BUF_SIZE];

  declare (graph, AGRAPH, graph_attributes, G_N_ELEMENTS (graph_attributes));
  declare (graph, AGNODE, node_attributes, G_N_ELEMENTS (node_attributes));
  g_ascii_formatd (gap, sizeof gap, "%.4f", plan->job->gap_x / POINTS_PER_INCH);
  agattr (graph, AGRAPH, (char *) "nodesep", gap);
  agattr (graph, AGEDGE, (char *) "weight", (char *) "1");
  return graph;
}

/* A chain of one more node a row holds the rows apart, and each row together. */
static Agraph_t **
add_rows (Agraph_t *graph,
          int       n_rows)
{
  Agraph_t **rows = g_new (Agraph_t *, n_rows + 1);
  Agnode_t *above = NULL;

  for (int i = 0; i < n_rows; i++)
    {
      Agnode_t *node = add_node (graph, 'r', i);
      char name[16];

      g_snprintf (name, sizeof name, "s%d", i);
      rows[i] = agsubg (graph, name, TRUE);
      agset (rows[i], (char *) "rank", (char *) "same");
      agsubnode (rows[i], node, TRUE);
      if (above != NULL)
        agedge (graph, above, node, NULL, TRUE);
      above = node;
    }
  return rows;
}

static Agnode_t **
add_boxes (Agraph_t     *graph,
           Agraph_t    **rows,
           const NkPlan *plan,
           const int    *row)
{
  Agnode_t **nodes = g_new0 (Agnode_t *, plan->n_boxes + 1);
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  for (int i = 0; i < plan->n_boxes; i++)
    {
      if (row[i] < 0)
        continue;
      nodes[i] = add_node (graph, 'n', i);
      g_ascii_formatd (text, sizeof text, "%.6f", plan->boxes[i].width / POINTS_PER_INCH);
      agset (nodes[i], (char *) "width", text);
      agsubnode (rows[row[i]], nodes[i], TRUE);
    }
  return nodes;
}

/* Ties run downwards. */
static void
add_ties (Agraph_t     *graph,
          Agnode_t    **nodes,
          const NkPlan *plan,
          const int    *row)
{
  char text[16];

  for (int i = 0; i < plan->n_links; i++)
    {
      const NkLink *link = &plan->links[i];
      gboolean down = row[link->a] <= row[link->b];
      Agedge_t *edge;

      if (row[link->a] < 0 || row[link->b] < 0)
        continue;
      edge = agedge (graph, nodes[down ? link->a : link->b], nodes[down ? link->b : link->a],
                     NULL, TRUE);
      g_snprintf (text, sizeof text, "%d", (int) ceil (link->weight));
      agset (edge, (char *) "weight", text);
    }
}

static double *
read_order (Agnode_t    **nodes,
            int           n,
            GError      **error)
{
  g_autofree double *x = g_new0 (double, n + 1);

  for (int i = 0; i < n; i++)
    if (nodes[i] != NULL)
      {
        x[i] = ND_coord (nodes[i]).x;
        if (isfinite (x[i]))
          continue;
        g_set_error_literal (error, NK_WORK_ERROR, NK_WORK_ERROR_REFUSED,
                             "Graphviz gave a position that is no number.");
        return NULL;
      }
  return g_steal_pointer (&x);
}

double *
nk_dot_order (const NkPlan  *plan,
              const int     *row,
              int            n_rows,
              GError       **error)
{
  GVC_t *context = gvContext ();
  Agraph_t *graph = open_graph (plan);
  g_autofree Agraph_t **rows = add_rows (graph, n_rows);
  g_autofree Agnode_t **nodes = add_boxes (graph, rows, plan, row);
  double *x = NULL;

  agseterr (AGMAX);   /* it warns of things that do not matter here */
  add_ties (graph, nodes, plan, row);
  if (gvLayout (context, graph, "dot") == 0)
    {
      x = read_order (nodes, plan->n_boxes, error);
      gvFreeLayout (context, graph);
    }
  else
    g_set_error_literal (error, NK_WORK_ERROR, NK_WORK_ERROR_REFUSED,
                         "Graphviz can’t order these rows.");
  agclose (graph);
  gvFreeContext (context);
  return x;
}
