/* Starts a worker program, gives it a job, watches it and takes its answer.
 *
 * A worker is a process of its own: one job in on its standard input, one answer out on its
 * standard output. If it crashes, hangs or talks nonsense, that costs a message and nothing else.
 * No worker outlives its run: it is killed when the run is cancelled or its time is over, and it
 * dies by itself with the thread that started it. Every error is a whole sentence for the user, in
 * the domain NK_WORK_ERROR; a cancelled run has G_IO_ERROR_CANCELLED. */
#pragma once

#include "work/job.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* How long a layout may take where the user has not said otherwise, in seconds. */
#define NK_LAYOUT_TIME_LIMIT 60

/* Runs the worker program at the path `program` on the job. The callback comes in the thread's
 * default main context, and not before this call has returned. */
void      nk_work_run_async    (const char           *program,
                                GBytes               *job,
                                int                   seconds,
                                GCancellable         *cancellable,
                                GAsyncReadyCallback   callback,
                                gpointer              user_data);
/* The answer as it came: never NULL without an error. */
GBytes   *nk_work_run_finish   (GAsyncResult         *result,
                                GError              **error);

/* Does a layout. `program` is the worker's path; NULL is the program's own, as nk_program_path ()
 * finds it. The job is kept until the answer is there. */
void      nk_layout_run_async  (const char           *program,
                                NkJob                *job,
                                int                   seconds,
                                GCancellable         *cancellable,
                                GAsyncReadyCallback   callback,
                                gpointer              user_data);
NkAnswer *nk_layout_run_finish (GAsyncResult         *result,
                                GError              **error);

/* The same, and waits for it: for the command line. Sources of other main contexts do not run
 * meanwhile. */
NkAnswer *nk_layout_run        (const char           *program,
                                NkJob                *job,
                                int                   seconds,
                                GCancellable         *cancellable,
                                GError              **error);

G_END_DECLS
