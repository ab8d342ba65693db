#include "ui/layout/layout.h"

#include "drawing/view.h"
#include "ui/program/trace.h"
#include "ui/window/window-actions.h"
#include "work/client.h"
#include "work/map-job.h"

#include "map/text.h"

#include <string.h>

typedef enum
{
  IDLE,
  WORKING,               /* the worker has a job; what it said before may be proposed still */
  PROPOSING
} Phase;

struct _NkLayout
{
  /* borrowed */
  NkWindow *window;
  NkLayoutBar *bar;

  Phase phase;
  gboolean keeping;      /* the edit that comes is the layout itself */

  /* what is wanted */
  NkScope scope;
  GHashTable *only;      /* ids of the actors that were selected when it began */
  char *around;          /* the only one of them, or NULL */
  guint64 seed;

  NkJob *job;            /* the last one */
  GCancellable *worker;  /* NULL: none works */
  NkLayoutCounts counts;
};

/* A job that was given away. */
typedef struct
{
  NkWindow *window;
  GCancellable *worker;
} Run;

static NkSession *
session_of (NkLayout *layout)
{
  return nk_window_session (layout->window);
}

static const NkMap *
map_of (NkLayout *layout)
{
  return nk_session_map (session_of (layout));
}

static NkCanvas *
canvas_of (NkLayout *layout)
{
  return nk_window_canvas (layout->window);
}

static NkMethod
method_of (NkLayout *layout)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (layout->window),
                                                                "method");

  return (NkMethod) nk_method_from_name (g_variant_get_string (state, NULL));
}

/* The job */

static NkJobSize *
measure_actors (const NkMap *map)
{
  guint n = nk_map_count (map, NK_ACTOR);
  NkJobSize *sizes = g_new (NkJobSize, n);

  for (guint i = 0; i < n; i++)
    nk_view_actor_size (map, nk_map_at (map, NK_ACTOR, i), &sizes[i].width, &sizes[i].height);
  return sizes;
}

/* Remembers who is selected: who looks at another actor meanwhile lays out the same ones. */
static void
note_selection (NkLayout *layout)
{
  const NkSelection *selection = nk_session_selection (session_of (layout));
  gboolean is_one = nk_selection_count (selection) == 1
    && nk_selection_is_all (selection, NK_ACTOR);

  g_free (layout->around);
  layout->around = is_one ? g_strdup (nk_selection_at (selection, 0)->id) : NULL;
  g_hash_table_remove_all (layout->only);
  for (guint i = 0; i < nk_selection_count (selection); i++)
    if (nk_selection_at (selection, i)->kind == NK_ACTOR)
      g_hash_table_add (layout->only, g_strdup (nk_selection_at (selection, i)->id));
}

static NkJob *
make_job (NkLayout *layout)
{
  g_autofree NkJobSize *sizes = measure_actors (map_of (layout));
  NkJobOptions options = {
    .only = layout->scope == NK_SCOPE_SELECTION ? layout->only : NULL,
    .only_new = layout->scope == NK_SCOPE_NEW,
    .around = layout->around,
    .seed = layout->seed,
    .aspect = nk_canvas_aspect (canvas_of (layout)),
    .name_size = nk_view_name_size,
    .gutter = nk_view_gutter (map_of (layout)),
  };

  return nk_job_for_map (map_of (layout), sizes, method_of (layout), &options);
}

/* Who may move, by the job, and who stays. */
static NkMarks *
mark_actors (NkLayout *layout)
{
  NkMarks *marks = nk_marks_new ();

  layout->counts = (NkLayoutCounts) { .scope = layout->scope };
  for (guint i = 0; i < nk_map_count (map_of (layout), NK_ACTOR); i++)
    {
      const NkRecord *actor = nk_map_at (map_of (layout), NK_ACTOR, i);

      if (!nk_job_actor (layout->job, i)->fixed)
        g_hash_table_add (marks->moving, g_strdup (nk_record_id (actor)));
      else if (nk_record_boolean (actor, NK_FIELD_PINNED))
        g_hash_table_add (marks->pinned, g_strdup (nk_record_id (actor)));
      else
        layout->counts.outside++;
    }
  layout->counts.moving = g_hash_table_size (marks->moving);
  layout->counts.pinned = g_hash_table_size (marks->pinned);
  return marks;
}

/* Who moves is seen when all do; of a part it shows who has moved. */
static NkMarks *
mark_moved (NkLayout     *layout,
            const NkEdit *edit)
{
  NkMarks *marks = mark_actors (layout);

  g_hash_table_remove_all (marks->moving);
  layout->counts.moving = nk_edit_n_changes (edit);
  for (guint i = 0; layout->scope != NK_SCOPE_ALL && i < layout->counts.moving; i++)
    g_hash_table_add (marks->moving, g_strdup (nk_record_id (nk_edit_change (edit, i)->after)));
  return marks;
}

/* Phases */

static void
set_phase (NkLayout *layout,
           Phase     phase)
{
  layout->phase = phase;
  nk_window_update_actions (layout->window);
}

/* It is killed if it still works, and nobody waits for that. */
static void
forget_worker (NkLayout *layout)
{
  if (layout->worker != NULL)
    g_cancellable_cancel (layout->worker);
  g_clear_object (&layout->worker);
}

static void
leave (NkLayout *layout)
{
  forget_worker (layout);
  g_clear_pointer (&layout->job, nk_job_unref);
  nk_canvas_set_marks (canvas_of (layout), NULL);
  nk_canvas_set_covered (canvas_of (layout), 0);
  if (nk_layout_bar_has_keyboard (layout->bar))
    gtk_widget_grab_focus (GTK_WIDGET (canvas_of (layout)));
  nk_layout_bar_hide (layout->bar);
  set_phase (layout, IDLE);
}

static void
fail (NkLayout   *layout,
      const char *message)
{
  nk_layout_cancel (layout);
  nk_message_bar_say (nk_window_messages (layout->window), message);
  nk_trace ("layout failed %s", message);
}

/* The map has changed: the answer is one to another question. */
static void
offer_again (NkLayout *layout)
{
  leave (layout);
  nk_message_bar_offer (nk_window_messages (layout->window),
                        _("The map was changed while it was being laid out, so it was left as you "
                          "made it."),
                        _("_Lay Out Again"), nk_scope_action (layout->scope));
  nk_trace ("layout failed changed");
}

static void
propose (NkLayout *layout,
         NkEdit   *edit)
{
  g_autoptr (GError) error = NULL;

  nk_canvas_begin_transition (canvas_of (layout));
  nk_canvas_set_marks (canvas_of (layout), mark_moved (layout, edit));
  if (!nk_session_propose (session_of (layout), edit, &error))
    {
      fail (layout, error->message);
      return;
    }
  nk_canvas_set_covered (canvas_of (layout), nk_layout_bar_covers (layout->bar));
  nk_canvas_refit (canvas_of (layout));
  set_phase (layout, PROPOSING);
  nk_layout_bar_show_preview (layout->bar, &layout->counts);
  nk_trace ("layout proposed moving=%u", layout->counts.moving);
}

/* The worker */

static void
use_answer (NkLayout     *layout,
            NkAnswer     *answer,
            const GError *error)
{
  g_clear_object (&layout->worker);
  if (answer == NULL)
    fail (layout, error->message);
  else if (nk_canvas_is_changing (canvas_of (layout)))
    offer_again (layout);
  else
    propose (layout, nk_edit_from_answer (map_of (layout), layout->job, answer));
}

static void
on_done (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Run *run = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NkAnswer) answer = nk_layout_run_finish (result, &error);

  if (nk_window_is_open (run->window)
      && nk_window_layout (run->window)->worker == run->worker)
    use_answer (nk_window_layout (run->window), answer, error);
  g_object_unref (run->window);
  g_object_unref (run->worker);
  g_free (run);
}

static void
start_worker (NkLayout *layout)
{
  Run *run = g_new0 (Run, 1);

  layout->worker = g_cancellable_new ();
  run->window = g_object_ref (layout->window);
  run->worker = g_object_ref (layout->worker);
  nk_layout_run_async (NULL, layout->job, NK_LAYOUT_TIME_LIMIT, layout->worker, on_done, run);
}

/* Starts with what is wanted now. */
static void
work (NkLayout *layout)
{
  g_autofree char *action = g_strconcat ("win.method::", nk_method_name (method_of (layout)), NULL);

  forget_worker (layout);
  g_clear_pointer (&layout->job, nk_job_unref);
  layout->job = make_job (layout);
  nk_canvas_set_marks (canvas_of (layout), mark_actors (layout));
  nk_message_bar_clear (nk_window_messages (layout->window));
  nk_layout_bar_show_working (layout->bar, action, &layout->counts);
  nk_trace ("layout working %s seed=%" G_GUINT64_FORMAT " moving=%u pinned=%u outside=%u",
            nk_method_name (method_of (layout)), layout->seed, layout->counts.moving,
            layout->counts.pinned, layout->counts.outside);
  set_phase (layout, WORKING);
  if (layout->counts.moving > 0)
    start_worker (layout);
  else
    propose (layout, nk_edit_new (""));
}

/* What people do */

void
nk_layout_start (NkLayout *layout,
                 NkScope   scope)
{
  nk_canvas_end_naming (canvas_of (layout));
  note_selection (layout);
  layout->scope = scope;
  layout->seed = 0;
  work (layout);
}

/* Whether there is anybody in the scope. */
static gboolean
can_start (NkLayout *layout,
           NkScope   scope)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (layout->window),
                                            nk_scope_action (scope) + strlen ("win."));
}

void
nk_layout_follow_method (NkLayout *layout)
{
  if (layout->phase == IDLE)
    {
      nk_layout_start (layout, can_start (layout, layout->scope) ? layout->scope : NK_SCOPE_ALL);
      return;
    }
  layout->seed = 0;
  work (layout);
}

void
nk_layout_try_another (NkLayout *layout)
{
  layout->seed++;
  work (layout);
}

/* Says who is pinned where another level is: the bands do not hold there. */
static void
name_strays (NkLayout *layout)
{
  g_autofree char *strays = nk_view_pinned_strays (map_of (layout));

  if (strays != NULL && method_of (layout) == NK_METHOD_LEVELS)
    nk_message_bar_say (nk_window_messages (layout->window), strays);
}

void
nk_layout_keep (NkLayout *layout)
{
  g_autoptr (GError) error = NULL;
  gboolean done;

  layout->keeping = TRUE;
  done = nk_session_accept (session_of (layout), &error);
  layout->keeping = FALSE;
  if (!done)
    {
      fail (layout, error->message);
      return;
    }
  leave (layout);
  nk_canvas_refit (canvas_of (layout));
  name_strays (layout);
  nk_trace ("layout kept");
}

gboolean
nk_layout_cancel (NkLayout *layout)
{
  if (layout->phase == IDLE)
    return FALSE;
  if (nk_session_is_proposing (session_of (layout)))
    nk_canvas_begin_transition (canvas_of (layout));
  nk_session_withdraw (session_of (layout));
  leave (layout);
  nk_canvas_refit (canvas_of (layout));
  nk_trace ("layout cancelled");
  return TRUE;
}

void
nk_layout_cancel_preview (NkLayout *layout)
{
  if (nk_session_is_proposing (session_of (layout)))
    nk_layout_cancel (layout);
}

gboolean
nk_layout_is_on (NkLayout *layout)
{
  return layout->phase != IDLE;
}

gboolean
nk_layout_can_keep (NkLayout *layout)
{
  return layout->phase == PROPOSING && layout->counts.moving > 0;
}

gboolean
nk_layout_can_try (NkLayout *layout)
{
  NkMethod method = method_of (layout);

  /* The others have but one solution. */
  return layout->phase != IDLE && (method == NK_METHOD_LEVELS || method == NK_METHOD_FREE);
}

/* What happens to the map */

static void
on_edited (NkLayout *layout)
{
  if (layout->phase != IDLE && !layout->keeping)
    offer_again (layout);
}

static void
on_opened (NkLayout *layout)
{
  if (layout->phase != IDLE)
    leave (layout);
}

NkLayout *
nk_layout_new (NkWindow    *window,
               NkLayoutBar *bar)
{
  NkLayout *layout = g_new0 (NkLayout, 1);

  layout->window = window;
  layout->bar = bar;
  layout->only = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_signal_connect_swapped (session_of (layout), "edited", G_CALLBACK (on_edited), layout);
  g_signal_connect_swapped (session_of (layout), "opened", G_CALLBACK (on_opened), layout);
  return layout;
}

void
nk_layout_free (NkLayout *layout)
{
  g_signal_handlers_disconnect_by_data (session_of (layout), layout);
  forget_worker (layout);
  g_clear_pointer (&layout->job, nk_job_unref);
  g_hash_table_unref (layout->only);
  g_free (layout->around);
  g_free (layout);
}
