/* The session: what a person is looking at. It stands between a document and the widgets of one
 * window.
 *
 * It holds the document with its file, the view and its date, the selection, what the pointer is
 * on, the camera, and the scene, which is made anew when one of these makes it old. Widgets ask it
 * and listen to it; they never tell each other anything.
 *
 * Signals:
 * - "opened": the document is another one.
 * - "edited" (NkEdit *): the document has changed by this.
 * - "scene-changed": there is another scene to paint.
 * - "selection-changed", "hover-changed", "cursor-changed", "found-changed", "camera-changed".
 * - "state-changed": the file, the saved mark or the names of the steps may be others. */
#pragma once

#include "drawing/picking.h"
#include "drawing/view.h"
#include "map/document.h"
#include "ui/session/camera.h"
#include "ui/session/next-tie.h"
#include "ui/session/selection.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define NK_TYPE_SESSION (nk_session_get_type ())
G_DECLARE_FINAL_TYPE (NkSession, nk_session, NK, SESSION, GObject)

/* With an empty map. */
NkSession          *nk_session_new           (void);

/* Another map. `file` is NULL for one that was never saved; `entity` is the tag of the file as it
 * was read, or NULL. */
void                nk_session_open          (NkSession          *session,
                                              NkMap              *map,
                                              GFile              *file,
                                              const char         *entity);
/* The map as it was at `revision` is in this file now. */
void                nk_session_saved         (NkSession          *session,
                                              GFile              *file,
                                              const char         *entity,
                                              guint               revision);

NkDocument         *nk_session_document      (NkSession          *session);
const NkMap        *nk_session_map           (NkSession          *session);
GFile              *nk_session_file          (NkSession          *session);   /* or NULL */
const char         *nk_session_entity        (NkSession          *session);   /* or NULL */
/* Another number after each edit, undo, redo and opening. */
guint               nk_session_revision      (NkSession          *session);
gboolean            nk_session_is_modified   (NkSession          *session);
/* TRUE if nothing was opened, saved or edited in it. */
gboolean            nk_session_is_pristine   (NkSession          *session);
/* What the map is called: its title, or the file's name, or "Untitled Map". To be freed. */
char               *nk_session_title         (NkSession          *session);

/* Applies an edit and takes it. With a `gesture` it is joined to the last step if that was of the
 * same one. With an error nothing has happened. */
gboolean            nk_session_apply         (NkSession          *session,
                                              NkEdit             *edit,
                                              const char         *gesture,
                                              GError            **error);
void                nk_session_undo          (NkSession          *session);
void                nk_session_redo          (NkSession          *session);
/* Undoes or redoes until so many steps are done. */
void                nk_session_go_to         (NkSession          *session,
                                              guint               n_done);

/* Shows the map as an edit would make it, and takes the edit; the map stays as it is. The next
 * proposal, an edit of the map or another map end it. With an error nothing has happened. */
gboolean            nk_session_propose       (NkSession          *session,
                                              NkEdit             *edit,
                                              GError            **error);
gboolean            nk_session_is_proposing  (NkSession          *session);
/* Makes the edit that is proposed: one step. */
gboolean            nk_session_accept        (NkSession          *session,
                                              GError            **error);
/* Shows the map again as it is, on the paper that it had. */
void                nk_session_withdraw      (NkSession          *session);

/* What the next tie begins as; it may be changed. */
NkNextTie          *nk_session_next_tie      (NkSession          *session);

NkShow              nk_session_show          (NkSession          *session);
void                nk_session_set_show      (NkSession          *session,
                                              NkShow              show);
/* The planes of the layers and the panels that are shown (a bit each, never none), and of the layers
 * how far they are from each other and from how far above they are seen: as in NkViewSetting. Not all
 * planes can be hidden. */
guint               nk_session_planes        (NkSession          *session);
void                nk_session_set_planes    (NkSession          *session,
                                              guint               planes);
void                nk_session_look          (NkSession          *session,
                                              double             *gap,
                                              double             *angle);
void                nk_session_set_look      (NkSession          *session,
                                              double              gap,
                                              double              angle);
/* Whether the panels stand one below the other. */
gboolean            nk_session_stacked       (NkSession          *session);
void                nk_session_set_stacked   (NkSession          *session,
                                              gboolean            stacked);
/* Whether the legend stands below the drawing. */
gboolean            nk_session_legend        (NkSession          *session);
void                nk_session_set_legend    (NkSession          *session,
                                              gboolean            legend);
/* Whether ties between the same two zones run side by side. */
gboolean            nk_session_bundle        (NkSession          *session);
void                nk_session_set_bundle    (NkSession          *session,
                                              gboolean            bundle);
/* The inks in which it is shown. */
const NkTheme      *nk_session_theme         (NkSession          *session);
void                nk_session_set_theme     (NkSession          *session,
                                              const NkTheme      *theme);
/* "" is no date. */
const char         *nk_session_date          (NkSession          *session);
void                nk_session_set_date      (NkSession          *session,
                                              const char         *date);
void                nk_session_view_setting  (NkSession          *session,
                                              NkViewSetting      *setting);

/* The scene as it is now: of the map, or of what is proposed; where there are many ties, a sketch
 * until their routes are found, which changes the scene once more. Borrowed; it never changes, so
 * whoever needs it longer takes a reference. */
NkScene            *nk_session_scene         (NkSession          *session);
/* The paper on which it lies: its bounds with a rim. It grows with the scene and shrinks only
 * when it is cut, so that it does not move about under the hands. */
void                nk_session_paper         (NkSession          *session,
                                              cairo_rectangle_t  *paper);
void                nk_session_cut_paper     (NkSession          *session);
/* All that draws a record with a body or a line of its own: one item, or one for each plane. An
 * array of const NkItem *, to be freed. */
GPtrArray          *nk_session_items         (NkSession          *session,
                                              NkRecordKind        kind,
                                              const char         *id);

const NkSelection  *nk_session_selection     (NkSession          *session);
/* Takes the selection. */
void                nk_session_select        (NkSession          *session,
                                              NkSelection        *selection);
void                nk_session_select_only   (NkSession          *session,
                                              NkRecordKind        kind,
                                              const char         *id);
void                nk_session_select_toggle (NkSession          *session,
                                              NkRecordKind        kind,
                                              const char         *id);
void                nk_session_select_none   (NkSession          *session);
/* What the pointer is on, or NULL. */
const NkRecordName *nk_session_hover         (NkSession          *session);
void                nk_session_set_hover     (NkSession          *session,
                                              NkRecordKind        kind,
                                              const char         *id);      /* NULL: nothing */

/* The actor on which the keyboard is apart from the selection, or NULL: it is where the selection is.
 * A change of the selection ends that. */
const NkRecordName *nk_session_cursor        (NkSession          *session);
void                nk_session_set_cursor    (NkSession          *session,
                                              const char         *actor);   /* NULL: nowhere else */

/* What a search has found, and so is marked; what of it has gone since then is still named. */
const NkSelection  *nk_session_found         (NkSession          *session);
/* Takes what was found. */
void                nk_session_set_found     (NkSession          *session,
                                              NkSelection        *found);

const NkCamera     *nk_session_camera        (NkSession          *session);
void                nk_session_set_camera    (NkSession          *session,
                                              const NkCamera     *camera);

G_END_DECLS
