/* The player: shows how the scene of a canvas becomes another one, and keeps the last frame of that
 * until the picture is painted. It does nothing where the system wants no animations. */
#pragma once

#include "ui/session/session.h"
#include "ui/canvas/transition.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _NkPlayer NkPlayer;

NkPlayer *nk_player_new      (GtkWidget    *canvas,
                              NkSession    *session);
void      nk_player_free     (NkPlayer     *player);

/* The session is about to have another scene, and perhaps another camera. The way begins with what
 * is shown now. */
void      nk_player_begin    (NkPlayer     *player,
                              const NkLook *look);
/* Leaves it at once: the next frame is the picture. */
void      nk_player_end      (NkPlayer     *player);
/* The session has another scene. If actors stand elsewhere in it than where they are going, that
 * ends; if only ties run another way, it goes on. */
void      nk_player_follow   (NkPlayer     *player);
/* The picture shows the session's scene. */
void      nk_player_sharp    (NkPlayer     *player);

/* TRUE if there is a frame to paint; asked within a snapshot. */
gboolean  nk_player_is_on    (NkPlayer     *player);
/* Paints the frame of this moment; only while it is on. */
void      nk_player_snapshot (NkPlayer     *player,
                              const NkLook *look,
                              GtkSnapshot  *snapshot);

G_END_DECLS
