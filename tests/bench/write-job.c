/* Writes on standard output the job that the layout worker gets to lay a map out.
 *
 * Usage: bench-write-job MAP METHOD */
#include "maps.h"

#include <stdio.h>

int
main (int    argc,
      char **argv)
{
  g_autoptr (NkMap) map = NULL;
  g_autoptr (NkJob) job = NULL;
  g_autoptr (GBytes) data = NULL;
  g_autoptr (GError) error = NULL;

  g_assert (argc == 3);
  map = bench_map_open (argv[1]);
  job = bench_map_job (map, (NkMethod) nk_method_from_name (argv[2]));
  data = nk_job_to_data (job, &error);
  if (data == NULL)
    g_error ("%s", error->message);
  return fwrite (g_bytes_get_data (data, NULL), g_bytes_get_size (data), 1, stdout) == 1 ? 0 : 1;
}
