/* Runs a program and writes as a line of JSON on standard error what that took: seconds by the
 * clock and of the processor, MiB of memory, and whether it succeeded. It is small, since a program
 * that starts another one lends it its own memory for a moment, and that is counted.
 *
 * Usage: bench-run PROGRAM ARGUMENT… <INPUT >OUTPUT */
#include <spawn.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

static double
now (void)
{
  struct timespec at;

  clock_gettime (CLOCK_MONOTONIC, &at);
  return (double) at.tv_sec + (double) at.tv_nsec / 1e9;
}

static double
seconds (struct timeval time)
{
  return (double) time.tv_sec + (double) time.tv_usec / 1e6;
}

int
main (int    argc,
      char **argv)
{
  double start = now ();
  struct rusage used;
  pid_t process;
  int status;

  if (argc < 2 || posix_spawn (&process, argv[1], NULL, NULL, argv + 1, environ) != 0
      || wait4 (process, &status, 0, &used) != process)
    return 1;
  fprintf (stderr, "{\"wall\": %.6f, \"cpu\": %.6f, \"memory\": %.3f, \"succeeded\": %s}\n",
           now () - start, seconds (used.ru_utime) + seconds (used.ru_stime),
           (double) used.ru_maxrss / 1024, status == 0 ? "true" : "false");
  return 0;
}
