/* Handles: the small round things by which hands take hold of actors and ties. The only actor that
 * is selected, and the one under the pointer, have a knob from which ties are drawn; the only tie
 * that is selected has one at each end and one at each bend. */
#pragma once

#include "ui/session/session.h"

G_BEGIN_DECLS

typedef enum
{
  NK_HANDLE_NONE,
  NK_HANDLE_KNOB,
  NK_HANDLE_FROM,
  NK_HANDLE_TO,
  NK_HANDLE_BEND
} NkHandleKind;

typedef struct
{
  NkHandleKind kind;
  const NkItem *item;     /* of the scene as it is now */
  NkPoint at;             /* its middle, in the scene */
  guint bend;             /* which one */
} NkHandle;

#define NK_KNOB_RADIUS 5.5     /* pixels */
#define NK_HANDLE_RADIUS 4.5

/* Those that are there now: an array of NkHandle, to be unreferenced. None while something is
 * proposed. */
GArray  *nk_handles     (NkSession *session);
/* The handle at a point of the scene; a finger needs more room. */
NkHandle nk_handle_at   (NkSession *session,
                         double     x,
                         double     y,
                         gboolean   touch);
/* TRUE if the line of this tie can be bent: it runs on one plane, and the view shows bends. */
gboolean nk_tie_bends   (NkSession    *session,
                         const NkItem *tie);

G_END_DECLS
