/* What the layout worker is measured against: nothing but Graphviz. It reads a graph in DOT from
 * standard input, lays it out, and writes x and y (doubles, points, y down) of each node in their
 * order.
 *
 * Usage: graphviz-alone ENGINE */
#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>
#include <stdio.h>
#include <sys/resource.h>

#define MOST_SECONDS 60   /* as for the layout worker */

int
main (int    argc,
      char **argv)
{
  const struct rlimit seconds = { MOST_SECONDS, MOST_SECONDS + 1 }, core = { 0, 0 };
  GVC_t *context;
  Agraph_t *graph;

  setrlimit (RLIMIT_CPU, &seconds);
  setrlimit (RLIMIT_CORE, &core);
  agseterr (AGMAX);   /* it warns of things that do not matter here */
  context = gvContext ();
  graph = agread (stdin, NULL);
  if (argc != 2 || graph == NULL || gvLayout (context, graph, argv[1]) != 0)
    return 1;
  for (Agnode_t *node = agfstnode (graph); node != NULL; node = agnxtnode (graph, node))
    {
      double at[2] = { ND_coord (node).x, -ND_coord (node).y };

      fwrite (at, sizeof at, 1, stdout);
    }
  return fflush (stdout) == 0 ? 0 : 1;
}
