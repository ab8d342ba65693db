/* Attention: what of a map somebody attends to in a window. Private to the session, whose functions
 * change it. */
#pragma once

#include "ui/session/session.h"

G_BEGIN_DECLS

typedef struct
{
  NkSelection *selection;
  NkSelection *found;     /* by a search */
  NkRecordName hover;     /* id NULL: nothing */
  NkRecordName cursor;    /* id NULL: where the selection is */
} NkAttention;

void         nk_attention_init     (NkAttention *attention);
void         nk_attention_clear    (NkAttention *attention);
/* Leaves what the map no longer has. */
void         nk_attention_follow   (NkSession   *session);

/* That of a session. */
NkAttention *nk_session_attention  (NkSession   *session);

G_END_DECLS
