#include "ui/session/session.h"

#include "drawing/planes.h"
#include "ui/session/attention.h"
#include "ui/session/paper.h"
#include "ui/session/router.h"
#include "ui/program/trace.h"

#include "map/text.h"

/* What the map would be after an edit. */
typedef struct
{
  NkEdit *edit;
  NkMap *map;
  NkScene *scene;          /* NULL: old */
  cairo_rectangle_t paper; /* that the map had before */
} Proposal;

struct _NkSession
{
  GObject parent_instance;

  NkDocument *document;
  GFile *file;
  char *entity;
  guint revision;
  gboolean pristine;

  NkNextTie next_tie;
  NkViewSetting view;      /* its date is owned */
  NkRouter *router;
  NkScene *scene;          /* of the map; NULL: old */
  Proposal *proposal;      /* or NULL */
  NkScene *accepted;       /* of the edit that is being made, if it was proposed */
  cairo_rectangle_t paper; /* width 0: not cut yet */
  NkAttention attention;
  NkCamera camera;
};

G_DEFINE_FINAL_TYPE (NkSession, nk_session, G_TYPE_OBJECT)

enum { OPENED, EDITED, SCENE_CHANGED, SELECTION_CHANGED, HOVER_CHANGED, CURSOR_CHANGED,
       FOUND_CHANGED, CAMERA_CHANGED, STATE_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
emit (NkSession *session,
      int        signal)
{
  g_signal_emit (session, signals[signal], 0);
}

static void
proposal_free (Proposal *proposal)
{
  nk_edit_unref (proposal->edit);
  nk_map_unref (proposal->map);
  g_clear_pointer (&proposal->scene, nk_scene_unref);
  g_free (proposal);
}

static void
forget_scene (NkSession *session)
{
  g_clear_pointer (&session->scene, nk_scene_unref);
  if (session->proposal != NULL)
    g_clear_pointer (&session->proposal->scene, nk_scene_unref);
  emit (session, SCENE_CHANGED);
}

/* The map has become another one, and so nothing is proposed any more. Takes the scene of the map as
 * it is now; NULL: it is made when somebody asks for it. */
static void
follow_map (NkSession *session,
            NkScene   *scene)
{
  g_clear_pointer (&session->proposal, proposal_free);
  g_clear_pointer (&session->scene, nk_scene_unref);
  session->scene = scene;
  emit (session, SCENE_CHANGED);
}

static void
on_document_changed (NkSession *session,
                     NkEdit    *edit)
{
  session->revision++;
  session->pristine = FALSE;
  nk_next_tie_note (&session->next_tie, edit);
  nk_attention_follow (session);
  follow_map (session, g_steal_pointer (&session->accepted));
  g_signal_emit (session, signals[EDITED], 0, edit);
  emit (session, STATE_CHANGED);
}

static void
set_document (NkSession *session,
              NkMap     *map)
{
  if (session->document != NULL)
    g_signal_handlers_disconnect_by_data (session->document, session);
  g_clear_object (&session->document);
  session->document = nk_document_new (map);
  g_signal_connect_swapped (session->document, "changed", G_CALLBACK (on_document_changed),
                            session);
}

static void
nk_session_finalize (GObject *object)
{
  NkSession *session = NK_SESSION (object);

  g_signal_handlers_disconnect_by_data (session->document, session);
  g_clear_object (&session->document);
  g_clear_object (&session->file);
  g_clear_pointer (&session->entity, g_free);
  nk_next_tie_clear (&session->next_tie);
  g_free ((char *) session->view.date);
  g_clear_pointer (&session->router, nk_router_free);
  g_clear_pointer (&session->scene, nk_scene_unref);
  g_clear_pointer (&session->proposal, proposal_free);
  nk_attention_clear (&session->attention);
  G_OBJECT_CLASS (nk_session_parent_class)->finalize (object);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name, NK_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                       0);
}

static void
nk_session_class_init (NkSessionClass *class)
{
  G_OBJECT_CLASS (class)->finalize = nk_session_finalize;
  signals[OPENED] = add_signal ("opened");
  signals[EDITED] = g_signal_new ("edited", NK_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SCENE_CHANGED] = add_signal ("scene-changed");
  signals[SELECTION_CHANGED] = add_signal ("selection-changed");
  signals[HOVER_CHANGED] = add_signal ("hover-changed");
  signals[CURSOR_CHANGED] = add_signal ("cursor-changed");
  signals[FOUND_CHANGED] = add_signal ("found-changed");
  signals[CAMERA_CHANGED] = add_signal ("camera-changed");
  signals[STATE_CHANGED] = add_signal ("state-changed");
}

/* Which of the scenes this is, or NULL. */
static NkScene **
find_scene (NkSession *session,
            NkScene   *scene)
{
  if (session->scene == scene)
    return &session->scene;
  return session->proposal != NULL && session->proposal->scene == scene ? &session->proposal->scene
                                                                        : NULL;
}

static gboolean
wants_routes (NkScene  *sketch,
              gpointer  session)
{
  return find_scene (session, sketch) != NULL;
}

static void
on_routed (NkScene   *sketch,
           NkRouting *routing,
           gpointer   user_data)
{
  NkSession *session = user_data;
  NkScene **scene = find_scene (session, sketch);
  const NkMap *map = scene == &session->scene ? nk_session_map (session) : session->proposal->map;
  NkViewSetting setting;

  nk_session_view_setting (session, &setting);
  setting.routing = routing;
  nk_scene_unref (*scene);
  *scene = nk_router_scene (session->router, map, &setting);
  emit (session, SCENE_CHANGED);
}

static void
nk_session_init (NkSession *session)
{
  static const NkRouterEvents events = { wants_routes, on_routed };
  g_autoptr (NkMap) map = nk_map_new ();

  session->view.date = g_strdup ("");
  session->view.roomy = TRUE;
  session->view.planes = NK_ALL_PLANES;
  session->view.gap = NK_GAP_LEAST;
  session->view.angle = NK_ANGLE_USUAL;
  session->view.theme = nk_theme (NULL);
  nk_attention_init (&session->attention);
  session->pristine = TRUE;
  session->router = nk_router_new (&events, session);
  set_document (session, map);
}

NkSession *
nk_session_new (void)
{
  return g_object_new (NK_TYPE_SESSION, NULL);
}

/* The document and its file */

static void
take_date (NkSession  *session,
           const char *date)
{
  g_free ((char *) session->view.date);
  session->view.date = g_strdup (date);
}

void
nk_session_open (NkSession  *session,
                 NkMap      *map,
                 GFile      *file,
                 const char *entity)
{
  set_document (session, map);
  g_set_object (&session->file, file);
  g_free (session->entity);
  session->entity = g_strdup (entity);
  session->revision++;
  session->pristine = file == NULL;
  nk_session_set_hover (session, NK_HEAD, NULL);
  nk_session_select_none (session);
  nk_session_set_found (session, nk_selection_new ());
  take_date (session, "");
  follow_map (session, NULL);
  emit (session, OPENED);
  emit (session, STATE_CHANGED);
}

void
nk_session_saved (NkSession  *session,
                  GFile      *file,
                  const char *entity,
                  guint       revision)
{
  g_set_object (&session->file, file);
  g_free (session->entity);
  session->entity = g_strdup (entity);
  session->pristine = FALSE;
  if (revision == session->revision)
    nk_document_mark_saved (session->document);
  emit (session, STATE_CHANGED);
}

NkDocument *
nk_session_document (NkSession *session)
{
  return session->document;
}

const NkMap *
nk_session_map (NkSession *session)
{
  return nk_document_map (session->document);
}

GFile *
nk_session_file (NkSession *session)
{
  return session->file;
}

const char *
nk_session_entity (NkSession *session)
{
  return session->entity;
}

guint
nk_session_revision (NkSession *session)
{
  return session->revision;
}

gboolean
nk_session_is_modified (NkSession *session)
{
  return nk_document_is_modified (session->document);
}

gboolean
nk_session_is_pristine (NkSession *session)
{
  return session->pristine;
}

char *
nk_session_title (NkSession *session)
{
  const char *title = nk_record_text (nk_map_head (nk_session_map (session)), NK_FIELD_TITLE);

  if (*title != '\0')
    return g_strdup (title);
  if (session->file != NULL)
    {
      g_autofree char *name = g_file_get_basename (session->file);

      return g_filename_display_name (name);
    }
  return g_strdup (_("Untitled Map"));
}

/* Edits */

gboolean
nk_session_apply (NkSession   *session,
                  NkEdit      *edit,
                  const char  *gesture,
                  GError     **error)
{
  g_autoptr (NkEdit) taken = edit;

  if (nk_edit_is_empty (taken))
    return TRUE;
  if (!nk_document_amend (session->document, taken, gesture, error))
    return FALSE;
  nk_trace ("edit \"%s\" modified=%d", nk_edit_name (taken), nk_session_is_modified (session));
  return TRUE;
}

void
nk_session_undo (NkSession *session)
{
  g_autofree char *name = g_strdup (nk_document_undo_name (session->document));

  if (nk_document_undo (session->document))
    nk_trace ("undo \"%s\" modified=%d", name, nk_session_is_modified (session));
}

void
nk_session_redo (NkSession *session)
{
  g_autofree char *name = g_strdup (nk_document_redo_name (session->document));

  if (nk_document_redo (session->document))
    nk_trace ("redo \"%s\" modified=%d", name, nk_session_is_modified (session));
}

void
nk_session_go_to (NkSession *session,
                  guint      n_done)
{
  while (nk_history_n_done (nk_document_history (session->document)) > n_done)
    nk_session_undo (session);
  while (nk_history_n_done (nk_document_history (session->document)) < n_done
         && nk_document_redo_name (session->document) != NULL)
    nk_session_redo (session);
}

/* Proposals */

gboolean
nk_session_propose (NkSession  *session,
                    NkEdit     *edit,
                    GError    **error)
{
  g_autoptr (NkEdit) taken = edit;
  g_autoptr (NkMap) map = nk_map_copy (nk_session_map (session));
  cairo_rectangle_t paper = session->proposal != NULL ? session->proposal->paper : session->paper;

  if (!nk_map_apply (map, taken, error))
    return FALSE;
  g_clear_pointer (&session->proposal, proposal_free);
  session->proposal = g_new0 (Proposal, 1);
  session->proposal->edit = g_steal_pointer (&taken);
  session->proposal->map = g_steal_pointer (&map);
  session->proposal->paper = paper;
  nk_trace ("propose");
  emit (session, SCENE_CHANGED);
  return TRUE;
}

gboolean
nk_session_is_proposing (NkSession *session)
{
  return session->proposal != NULL;
}

gboolean
nk_session_accept (NkSession  *session,
                   GError    **error)
{
  Proposal *proposal = g_steal_pointer (&session->proposal);
  gboolean done;

  /* It took long to make, and nothing has to be painted again. */
  session->accepted = g_steal_pointer (&proposal->scene);
  done = nk_session_apply (session, nk_edit_ref (proposal->edit), NULL, error);
  g_clear_pointer (&session->accepted, nk_scene_unref);
  proposal_free (proposal);
  if (!done)
    emit (session, SCENE_CHANGED);
  return done;
}

void
nk_session_withdraw (NkSession *session)
{
  if (session->proposal == NULL)
    return;
  session->paper = session->proposal->paper;
  g_clear_pointer (&session->proposal, proposal_free);
  nk_trace ("withdraw");
  emit (session, SCENE_CHANGED);
}

NkNextTie *
nk_session_next_tie (NkSession *session)
{
  return &session->next_tie;
}

/* The view and its scene */

NkShow
nk_session_show (NkSession *session)
{
  return session->view.show;
}

void
nk_session_set_show (NkSession *session,
                     NkShow     show)
{
  if (session->view.show == show)
    return;
  session->view.show = show;
  nk_trace ("view %s", nk_show_name (show));
  forget_scene (session);
}

guint
nk_session_planes (NkSession *session)
{
  return session->view.planes;
}

void
nk_session_set_planes (NkSession *session,
                       guint      planes)
{
  if (session->view.planes == planes || (planes & NK_ALL_PLANES) == 0)
    return;
  session->view.planes = planes;
  nk_trace ("planes %u", planes);
  forget_scene (session);
}

void
nk_session_look (NkSession *session,
                 double    *gap,
                 double    *angle)
{
  *gap = session->view.gap;
  *angle = session->view.angle;
}

static void
trace_look (double gap,
            double angle)
{
  char gap_text[G_ASCII_DTOSTR_BUF_SIZE], angle_text[G_ASCII_DTOSTR_BUF_SIZE];

  nk_trace ("look %s %s", g_ascii_formatd (gap_text, sizeof gap_text, "%.2f", gap),
            g_ascii_formatd (angle_text, sizeof angle_text, "%.0f", angle));
}

void
nk_session_set_look (NkSession *session,
                     double     gap,
                     double     angle)
{
  if (session->view.gap == gap && session->view.angle == angle)
    return;
  session->view.gap = gap;
  session->view.angle = angle;
  trace_look (gap, angle);
  forget_scene (session);
}

gboolean
nk_session_stacked (NkSession *session)
{
  return session->view.stacked;
}

void
nk_session_set_stacked (NkSession *session,
                        gboolean   stacked)
{
  if (session->view.stacked == stacked)
    return;
  session->view.stacked = stacked;
  nk_trace ("panels %s", stacked ? "stacked" : "side by side");
  forget_scene (session);
}

gboolean
nk_session_legend (NkSession *session)
{
  return session->view.legend;
}

void
nk_session_set_legend (NkSession *session,
                       gboolean   legend)
{
  if (session->view.legend == legend)
    return;
  session->view.legend = legend;
  nk_trace ("legend %s", legend ? "shown" : "hidden");
  forget_scene (session);
}

gboolean
nk_session_bundle (NkSession *session)
{
  return session->view.bundle;
}

void
nk_session_set_bundle (NkSession *session,
                       gboolean   bundle)
{
  if (session->view.bundle == bundle)
    return;
  session->view.bundle = bundle;
  nk_trace ("bundles %s", bundle ? "shown" : "hidden");
  forget_scene (session);
}

const NkTheme *
nk_session_theme (NkSession *session)
{
  return session->view.theme;
}

void
nk_session_set_theme (NkSession     *session,
                      const NkTheme *theme)
{
  if (session->view.theme == theme)
    return;
  session->view.theme = theme;
  nk_trace ("theme %s", theme->name);
  forget_scene (session);
}

const char *
nk_session_date (NkSession *session)
{
  return session->view.date;
}

void
nk_session_set_date (NkSession  *session,
                     const char *date)
{
  if (g_str_equal (session->view.date, date))
    return;
  take_date (session, date);
  forget_scene (session);
}

void
nk_session_view_setting (NkSession     *session,
                         NkViewSetting *setting)
{
  *setting = session->view;
}

NkScene *
nk_session_scene (NkSession *session)
{
  Proposal *proposal = session->proposal;
  NkScene **scene = proposal != NULL ? &proposal->scene : &session->scene;

  if (*scene == NULL)
    {
      NkViewSetting setting;

      nk_session_view_setting (session, &setting);
      *scene = nk_router_scene (session->router,
                                proposal != NULL ? proposal->map : nk_session_map (session),
                                &setting);
    }
  return *scene;
}

void
nk_session_cut_paper (NkSession *session)
{
  session->paper = nk_paper_of (nk_session_scene (session));
}

void
nk_session_paper (NkSession         *session,
                  cairo_rectangle_t *paper)
{
  if (session->paper.width <= 0)
    nk_session_cut_paper (session);
  nk_paper_grow (&session->paper, nk_session_scene (session));
  *paper = session->paper;
}

NkAttention *
nk_session_attention (NkSession *session)
{
  return &session->attention;
}

/* The camera */

const NkCamera *
nk_session_camera (NkSession *session)
{
  return &session->camera;
}

static void
trace_zoom (const NkCamera *camera)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  nk_trace ("zoom %s", g_ascii_formatd (text, sizeof text, "%.3f", nk_camera_zoom (camera)));
}

void
nk_session_set_camera (NkSession      *session,
                       const NkCamera *camera)
{
  gboolean zoomed = camera->step != session->camera.step;

  session->camera = *camera;
  if (zoomed)
    trace_zoom (camera);
  emit (session, CAMERA_CHANGED);
}
