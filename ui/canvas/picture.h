/* The picture: what a canvas shows of the session's scene, without what hands do on it. It follows
 * the session's scene and camera and has tiles painted for them. */
#pragma once

#include "ui/session/session.h"
#include "ui/canvas/tiles.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _NkPicture NkPicture;

typedef struct
{
  void (*changed) (gpointer user_data);   /* the next frame is another one */
  void (*sharp)   (gpointer user_data);   /* all of it is painted as it is to be */
} NkPictureEvents;

NkPicture *nk_picture_new           (NkSession               *session,
                                     const NkPictureEvents   *events,
                                     gpointer                 user_data);
void       nk_picture_free          (NkPicture               *picture);

/* The size of the canvas in pixels, and the device pixels of one. */
void       nk_picture_resize        (NkPicture               *picture,
                                     int                      width,
                                     int                      height);
void       nk_picture_set_device    (NkPicture               *picture,
                                     int                      device);
/* Where the scene's origin is on the canvas. */
void       nk_picture_origin        (NkPicture               *picture,
                                     double                  *x,
                                     double                  *y);

/* The session has another camera, or another scene. */
void       nk_picture_move          (NkPicture               *picture);
void       nk_picture_renew         (NkPicture               *picture);
/* It has another map: nothing of the old one is to be seen any more. */
void       nk_picture_forget        (NkPicture               *picture);
/* Leaves items out, by number in the scene; they cover `area`. NULL: none. */
void       nk_picture_set_without   (NkPicture               *picture,
                                     GHashTable              *without,
                                     const cairo_rectangle_t *area);

gboolean   nk_picture_is_sharp      (NkPicture               *picture);
/* Paints it. It may find that it is sharp and say so. */
void       nk_picture_snapshot      (NkPicture               *picture,
                                     GtkSnapshot             *snapshot,
                                     gboolean                 textures);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkPicture, nk_picture_free)

G_END_DECLS
