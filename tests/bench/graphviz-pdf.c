/* What a PDF is measured against: Graphviz drawing a graph whose nodes have their places, with
 * straight lines between them. It reads the graph in DOT from standard input and writes as JSON the
 * processor's seconds that the drawing took, and the bytes of the file.
 *
 * Usage: graphviz-pdf */
#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>
#include <stdio.h>
#include <time.h>

static double
now (void)
{
  struct timespec at;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &at);
  return (double) at.tv_sec + (double) at.tv_nsec / 1e9;
}

int
main (void)
{
  GVC_t *context = gvContext ();
  Agraph_t *graph = agread (stdin, NULL);
  unsigned length = 0;
  char *bytes = NULL;
  double start = now ();

  agseterr (AGMAX);
  if (graph == NULL || gvLayout (context, graph, "nop") != 0
      || gvRenderData (context, graph, "pdf", &bytes, &length) != 0)
    return 1;
  printf ("{\"seconds\": %.6f, \"bytes\": %u}\n", now () - start, length);
  return 0;
}
