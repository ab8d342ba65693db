/* The canvas: the widget that shows a session's scene and lets hands change the map.
 *
 * It shows the picture (ui/canvas/picture.h), paints the overlay on it (ui/canvas/overlay.h), and leaves what
 * the mouse and the keyboard do to ui/canvas/pointer.h, ui/canvas/travel.h and ui/canvas/keys.h.
 *
 * Signals: "failed" (const char *), a sentence that says why something was not done; "said" (const
 * char *), one that says quietly what has been done;
 * "naming-changed", when the entry for a name comes or goes. */
#pragma once

#include "ui/session/edits.h"
#include "ui/session/tie-edits.h"
#include "ui/canvas/marks.h"
#include "ui/canvas/overlay.h"
#include "geometry/box.h"

G_BEGIN_DECLS

#define NK_TYPE_CANVAS (nk_canvas_get_type ())
G_DECLARE_FINAL_TYPE (NkCanvas, nk_canvas, NK, CANVAS, GtkWidget)

/* Once, before it is shown. */
void       nk_canvas_set_session    (NkCanvas         *canvas,
                                     NkSession        *session);
NkSession *nk_canvas_session        (NkCanvas         *canvas);

/* Shows the map in another view. What the eye was on stays where it is on the screen, or all is shown
 * as before. */
void       nk_canvas_set_show       (NkCanvas         *canvas,
                                     NkShow            show);

/* Shows all of the paper. It stays so when the canvas changes its size, until somebody pans or
 * zooms. */
void       nk_canvas_fit            (NkCanvas         *canvas);
/* Does it again if that is still so: the paper has become another one. */
void       nk_canvas_refit          (NkCanvas         *canvas);
/* Pixels at the lower edge that something else covers: the next time the paper is fitted above
 * them. */
void       nk_canvas_set_covered    (NkCanvas         *canvas,
                                     int               covered);
/* The same at the upper edge; the paper may lie below that, but who is gone to does not. */
void       nk_canvas_set_covered_above (NkCanvas      *canvas,
                                        int            covered);
/* Its width by the height that is not covered. */
double     nk_canvas_aspect         (NkCanvas         *canvas);
/* Larger or smaller by a factor; the middle stays where it is. */
void       nk_canvas_zoom_by        (NkCanvas         *canvas,
                                     double            factor);
void       nk_canvas_zoom_to        (NkCanvas         *canvas,
                                     double            zoom);
/* The same, and the point x, y of the canvas stays where it is. */
void       nk_canvas_zoom_at        (NkCanvas         *canvas,
                                     double            x,
                                     double            y,
                                     double            zoom);
void       nk_canvas_pan            (NkCanvas         *canvas,
                                     double            dx,
                                     double            dy);

/* The keyboard comes to an actor: it is shown, and who listens to the window hears of it. */
void       nk_canvas_come_to        (NkCanvas         *canvas,
                                     const NkItem     *actor);
/* Goes to what is drawn of a record, calmly, if it is not in view. */
void       nk_canvas_reveal         (NkCanvas         *canvas,
                                     NkRecordKind      kind,
                                     const char       *id);
/* The same for the place of a new actor. */
void       nk_canvas_reveal_spot    (NkCanvas         *canvas,
                                     const NkSpot     *spot);

/* Opens an entry in place for the name of a new actor or of one that is there. Enter makes one
 * step of it; Escape leaves all as it was. */
void       nk_canvas_name_new       (NkCanvas         *canvas,
                                     const NkSpot     *spot);
void       nk_canvas_name_actor     (NkCanvas         *canvas,
                                     const char       *id);
/* The same for a new actor that gets a tie in the same step, from this one; the ghost, which is
 * taken, shows it while the name is typed. Not while a layout is proposed. */
void       nk_canvas_name_tied      (NkCanvas         *canvas,
                                     const NkSpot     *spot,
                                     const char       *from,
                                     NkGhost          *ghost);
/* The same beside what is selected, or in the middle of what is in view. */
void       nk_canvas_name_next      (NkCanvas         *canvas);
/* A press (pixels) that says of the new actor where it will belong, or that is on its entry; FALSE if
 * it means something else. */
gboolean   nk_canvas_press_naming   (NkCanvas         *canvas,
                                     double            x,
                                     double            y);
/* The namer only: it has begun or ended. */
void       nk_canvas_naming_changed (NkCanvas         *canvas);
gboolean   nk_canvas_is_naming      (NkCanvas         *canvas);
/* Takes the name that is being typed, if one is. */
void       nk_canvas_end_naming     (NkCanvas         *canvas);
/* TRUE while a name is typed, actors are dragged or a tie is drawn. */
gboolean   nk_canvas_is_changing    (NkCanvas         *canvas);
/* TRUE while a tie is drawn from an actor. */
gboolean   nk_canvas_is_tying       (NkCanvas         *canvas);
/* Selects what lies at a point of the canvas, unless that is selected already. */
void       nk_canvas_select_at      (NkCanvas         *canvas,
                                     double            x,
                                     double            y);
/* What is proposed is there to be looked at: TRUE, and says so, while something is. */
gboolean   nk_canvas_refuses        (NkCanvas         *canvas);
/* Ends whatever is under way with nothing changed. FALSE if nothing is. */
gboolean   nk_canvas_cancel         (NkCanvas         *canvas);

/* Points of the canvas (pixels) and of the scene. */
void       nk_canvas_to_scene       (NkCanvas         *canvas,
                                     double            x,
                                     double            y,
                                     double           *scene_x,
                                     double           *scene_y);
void       nk_canvas_from_scene     (NkCanvas         *canvas,
                                     double            scene_x,
                                     double            scene_y,
                                     double           *x,
                                     double           *y);

/* The part of the scene that is in view. */
NkBox      nk_canvas_view           (NkCanvas         *canvas);

/* What the gesture under way shows; whoever changes it calls nk_canvas_gesture_changed (). */
NkGesture *nk_canvas_gesture        (NkCanvas         *canvas);
void       nk_canvas_gesture_changed(NkCanvas         *canvas);
/* Takes what is dragged, or the tie whose place the ghost takes, out of the picture, so that the
 * gesture alone shows it. */
void       nk_canvas_lift           (NkCanvas         *canvas);
/* Puts it back. With `keep` the gesture shows it until the picture does. */
void       nk_canvas_drop           (NkCanvas         *canvas,
                                     gboolean          keep);

/* Does the last motion of the gesture under way again: a key has changed what it means. */
void       nk_canvas_repeat_gesture (NkCanvas         *canvas);

/* Shows who may move, taking the marks; NULL: nobody is marked. */
void       nk_canvas_set_marks      (NkCanvas         *canvas,
                                     NkMarks          *marks);
gboolean   nk_canvas_has_marks      (NkCanvas         *canvas);
/* The session is about to have another scene: actors go to their places there before the eye. */
void       nk_canvas_begin_transition (NkCanvas       *canvas);

/* Has the "failed" signal say this. */
void       nk_canvas_fail           (NkCanvas         *canvas,
                                     const char       *message);
/* Has the "said" signal say this. */
void       nk_canvas_say            (NkCanvas         *canvas,
                                     const char       *message);
/* Applies an edit, taking it, and shows the error if there is one. */
gboolean   nk_canvas_apply          (NkCanvas         *canvas,
                                     NkEdit           *edit,
                                     const char       *gesture);

G_END_DECLS
