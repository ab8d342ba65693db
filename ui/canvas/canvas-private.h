/* What the files of the canvas share: canvas.c and canvas-camera.c. */
#pragma once

#include "ui/canvas/canvas.h"
#include "ui/canvas/glide.h"
#include "ui/canvas/namer.h"
#include "ui/canvas/picture.h"
#include "ui/canvas/player.h"
#include "ui/canvas/pointer.h"
#include "ui/canvas/proxies.h"
#include "ui/canvas/travel.h"
#include "ui/canvas/walker.h"

G_BEGIN_DECLS

struct _NkCanvas
{
  GtkWidget parent_instance;

  NkSession *session;
  NkPicture *picture;
  NkPointer *pointer;
  NkTravel *travel;
  NkGlide *glide;
  NkWalker *walker;
  NkProxies *proxies;
  NkPlayer *player;
  NkNamer *namer;
  NkMarks *marks;              /* or NULL */

  NkGesture gesture;
  gboolean lifted;             /* the picture is without what is dragged */
  gboolean dropping;           /* what was dragged is shown until the picture shows it */

  int width, height;           /* that it was allocated last */
  int covered, covered_above;
  gboolean fitted;
  guint calm_timer;
  gboolean resting;            /* the proxies follow with the next allocation */
};

G_END_DECLS
