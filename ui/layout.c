#include "ui/layout.h"

#include "drawing/view.h"
#include "ui/trace.h"
#include "work/client.h"
#include "work/map-job.h"

#include "map/text.h"

typedef struct
{
  NkWindow *window;
  NkJob *job;
  guint revision;
  gboolean only_selection;
} Run;

static void
run_free (Run *run)
{
  g_object_unref (run->window);
  nk_job_unref (run->job);
  g_free (run);
}

static NkJobSize *
measure_actors (const NkMap *map)
{
  guint n = nk_map_count (map, NK_ACTOR);
  NkJobSize *sizes = g_new (NkJobSize, n);

  for (guint i = 0; i < n; i++)
    nk_view_actor_size (map, nk_map_at (map, NK_ACTOR, i), &sizes[i].width, &sizes[i].height);
  return sizes;
}

static GHashTable *
selected_actors (NkSession *session)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const NkSelection *selection = nk_session_selection (session);

  for (guint i = 0; i < nk_selection_count (selection); i++)
    if (nk_selection_at (selection, i)->kind == NK_ACTOR)
      g_hash_table_add (ids, g_strdup (nk_selection_at (selection, i)->id));
  return ids;
}

/* The id of the one selected actor, whom others can be laid out around; NULL if it is not just one. */
static const char *
selected_actor (NkSession *session)
{
  const NkSelection *selection = nk_session_selection (session);

  return nk_selection_count (selection) == 1 && nk_selection_is_all (selection, NK_ACTOR)
         ? nk_selection_at (selection, 0)->id : NULL;
}

static NkJob *
make_job (NkWindow *window,
          gboolean  only_selection)
{
  NkSession *session = nk_window_session (window);
  const NkMap *map = nk_session_map (session);
  g_autoptr (GVariant) method = g_action_group_get_action_state (G_ACTION_GROUP (window), "method");
  g_autoptr (GHashTable) only = only_selection ? selected_actors (session) : NULL;
  g_autofree NkJobSize *sizes = measure_actors (map);
  NkJobOptions options = { .only = only, .around = selected_actor (session) };

  return nk_job_for_map (map, sizes,
                         (NkMethod) nk_method_from_name (g_variant_get_string (method, NULL)),
                         &options);
}

/* The map has changed while it was being laid out: the answer is one to another question. */
static void
offer_again (Run *run)
{
  nk_message_bar_offer (nk_window_messages (run->window),
                        _("The map was changed while it was being laid out, so it was left as you "
                          "made it."),
                        _("_Lay Out Again"),
                        run->only_selection ? "win.lay-out-selection" : "win.lay-out");
  nk_trace ("layout failed changed");
}

static void
use_answer (Run            *run,
            const NkAnswer *answer)
{
  NkSession *session = nk_window_session (run->window);
  NkEdit *edit = nk_edit_from_answer (nk_session_map (session), run->job, answer);
  g_autoptr (GError) error = NULL;
  gboolean moved = !nk_edit_is_empty (edit);

  if (!nk_session_apply (session, edit, NULL, &error))
    {
      nk_message_bar_say (nk_window_messages (run->window), error->message);
      nk_trace ("layout failed %s", error->message);
      return;
    }
  nk_canvas_refit (nk_window_canvas (run->window));
  if (moved)
    nk_message_bar_clear (nk_window_messages (run->window));
  else
    nk_message_bar_say (nk_window_messages (run->window),
                        _("Everything stays where it is: nobody may move, or nobody needs to."));
  nk_trace ("layout done");
}

static void
on_done (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Run *run = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NkAnswer) answer = nk_layout_run_finish (result, &error);

  if (!nk_window_is_open (run->window))
    {
      run_free (run);
      return;
    }
  nk_window_set_layout (run->window, NULL);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      nk_message_bar_clear (nk_window_messages (run->window));
      nk_trace ("layout cancelled");
    }
  else if (answer == NULL)
    {
      nk_message_bar_say (nk_window_messages (run->window), error->message);
      nk_trace ("layout failed %s", error->message);
    }
  else if (run->revision != nk_session_revision (nk_window_session (run->window)))
    offer_again (run);
  else
    use_answer (run, answer);
  run_free (run);
}

void
nk_layout_start (NkWindow *window,
                 gboolean  only_selection)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Run *run = g_new0 (Run, 1);

  nk_canvas_end_naming (nk_window_canvas (window));
  run->window = g_object_ref (window);
  run->job = make_job (window, only_selection);
  run->revision = nk_session_revision (nk_window_session (window));
  run->only_selection = only_selection;
  nk_window_set_layout (window, cancellable);
  nk_message_bar_progress (nk_window_messages (window), _("Laying out the map…"), _("_Cancel"),
                           "win.cancel-layout");
  nk_layout_run_async (NULL, run->job, NK_LAYOUT_TIME_LIMIT, cancellable, on_done, run);
}
