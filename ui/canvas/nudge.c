#include "ui/canvas/nudge.h"

#define FINE 1.0       /* points a stroke of an arrow key */
#define COARSE 10.0

/* Strokes that make one step. Bands and boxes grow with who stands in them, so these are taken from
 * the scene in which the series began, as a drag does: else nobody would ever get out of one. */
typedef struct
{
  NkScene *scene;
  NkSelection *selection;   /* whom it moves */
  guint revision;           /* of the map after the last stroke */
  guint number;
} Series;

static void
series_free (gpointer data)
{
  Series *series = data;

  g_clear_pointer (&series->scene, nk_scene_unref);
  g_clear_pointer (&series->selection, nk_selection_free);
  g_free (series);
}

static Series *
series_of (NkCanvas *canvas)
{
  Series *series = g_object_get_data (G_OBJECT (canvas), "nudges");

  if (series == NULL)
    {
      series = g_new0 (Series, 1);
      g_object_set_data_full (G_OBJECT (canvas), "nudges", series, series_free);
    }
  return series;
}

static void
go_on (Series    *series,
       NkSession *session)
{
  const NkSelection *selection = nk_session_selection (session);

  if (series->scene != NULL && series->revision == nk_session_revision (session)
      && nk_selection_equal (series->selection, selection))
    return;
  g_clear_pointer (&series->scene, nk_scene_unref);
  g_clear_pointer (&series->selection, nk_selection_free);
  series->scene = nk_scene_ref (nk_session_scene (session));
  series->selection = nk_selection_copy (selection);
  series->number++;
}

gboolean
nk_nudge (NkCanvas *canvas,
          int       x,
          int       y,
          gboolean  coarse)
{
  NkSession *session = nk_canvas_session (canvas);
  const NkSelection *selection = nk_session_selection (session);
  Series *series = series_of (canvas);
  g_autofree char *gesture = NULL;
  double step = coarse ? COARSE : FINE;
  NkEdit *edit;

  if (nk_selection_count (selection) == 0)
    return FALSE;
  go_on (series, session);
  if (nk_session_show (session) == NK_SHOW_TRIANGLE)
    edit = nk_edit_for_weight_step (nk_session_map (session), selection, x, y);
  else
    edit = nk_edit_for_move (nk_session_map (session), series->scene, -1, selection, x * step,
                             y * step);
  gesture = g_strdup_printf ("nudge %u", series->number);
  nk_canvas_apply (canvas, edit, gesture);
  series->revision = nk_session_revision (session);
  return TRUE;
}
