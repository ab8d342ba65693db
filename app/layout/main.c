/* netzkarte-layout: one layout job in on standard input, one answer out on standard output. */
#include "layout/layout.h"

#include <errno.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#ifdef __SANITIZE_ADDRESS__
#define MOST_MEMORY RLIM_INFINITY /* the sanitizer maps terabytes that it never touches */
#else
#define MOST_MEMORY (2048UL * 1024 * 1024)
#endif
#define MOST_SECONDS 60
#define MOST_INPUT (64u * 1024 * 1024)

/* A layout that goes wrong ends itself, and leaves nothing behind. */
static void
set_limits (void)
{
  const struct rlimit seconds = { MOST_SECONDS, MOST_SECONDS + 1 };
  const struct rlimit core = { 0, 0 };

  prctl (PR_SET_PDEATHSIG, SIGKILL);
  setrlimit (RLIMIT_CPU, &seconds);
  setrlimit (RLIMIT_CORE, &core);
#ifndef __SANITIZE_ADDRESS__   /* which takes terabytes of addresses for itself */
  setrlimit (RLIMIT_AS, &(struct rlimit) { MOST_MEMORY, MOST_MEMORY });
#endif
}

static GBytes *
read_all (int      file,
          GError **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  guint8 buffer[65536];
  ssize_t n;

  while ((n = read (file, buffer, sizeof buffer)) != 0)
    {
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0 || data->len > MOST_INPUT)
        {
          g_set_error_literal (error, NK_WORK_ERROR, NK_WORK_ERROR_REFUSED,
                               "The job could not be read, or is too long.");
          return NULL;
        }
      g_byte_array_append (data, buffer, (guint) n);
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&data));
}

static gboolean
write_all (int     file,
           GBytes *data)
{
  gsize length;
  const char *at = g_bytes_get_data (data, &length);

  while (length > 0)
    {
      ssize_t n = write (file, at, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      at += n;
      length -= (gsize) n;
    }
  return TRUE;
}

static GBytes *
answer (GError **error)
{
  g_autoptr (GBytes) input = read_all (STDIN_FILENO, error);
  g_autoptr (NkJob) job = input != NULL ? nk_job_from_data (input, error) : NULL;
  g_autoptr (NkAnswer) result = job != NULL ? nk_layout_make (job, error) : NULL;

  return result != NULL ? nk_answer_to_data (result, job, error) : NULL;
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) output = NULL;

  setlocale (LC_ALL, "C");   /* numbers are written with a point, whatever the user's language */
  set_limits ();
  output = answer (&error);
  if (output == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  return write_all (STDOUT_FILENO, output) ? 0 : 1;
}
