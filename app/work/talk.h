/* The talk with a worker: it gets its job, and what it says is taken until it stops saying anything. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* More than this no worker has to say: its answer, and on standard error its complaint. */
#define NK_TALK_LONGEST_ANSWER    (16 * 1024 * 1024)
#define NK_TALK_LONGEST_COMPLAINT (1024 * 1024)

/* Gives the job to a worker that has pipes for all three of its streams, and reads both of its outputs
 * to their ends. A worker that says too much is killed, so that no memory fills up. */
void     nk_talk_async  (GSubprocess          *worker,
                         GBytes               *job,
                         GCancellable         *cancellable,
                         GAsyncReadyCallback   callback,
                         gpointer              user_data);

/* What the worker has said; both are empty if it said nothing. FALSE with G_IO_ERROR_NO_SPACE if that
 * was too much, with another error if the talk was cancelled or could not be heard: then there is
 * neither. A worker that did not listen to its job is no error. */
gboolean nk_talk_finish (GAsyncResult         *result,
                         GBytes              **answer,
                         GBytes              **complaint,
                         GError              **error);

G_END_DECLS
