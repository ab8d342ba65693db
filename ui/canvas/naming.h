/* Naming in place: an entry on the canvas for the name of an actor. Below it stands where a new one
 * will belong, and who has such a name already. */
#pragma once

#include "intake/match.h"
#include "ui/session/edits.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _NkNaming NkNaming;

typedef enum
{
  NK_NAMING_NOTHING,    /* all is as it was */
  NK_NAMING_NAMED,      /* the text is its name */
  NK_NAMING_NEXT,       /* the same, and another one is to follow; "": only that */
  NK_NAMING_KNOWN       /* the text is the id of an actor that is there: that one is meant */
} NkNamingEnd;

/* Called once at the end. It frees the naming. */
typedef void (*NkNamingDone) (NkNaming    *naming,
                              NkNamingEnd  end,
                              const char  *text,
                              gpointer     user_data);

/* What it looks at while it is open: borrowed, and the map may change meanwhile. */
typedef struct
{
  NkMatcher *matcher;
  const NkMap *map;
} NkNamingGround;

/* Opens the entry as a child of `parent` and gives it the keyboard. `id` is that of an actor that
 * is there, or NULL for a new one. */
NkNaming     *nk_naming_new      (GtkWidget            *parent,
                                  const NkNamingGround *ground,
                                  const char           *id,
                                  const char           *name,
                                  const NkSpot         *spot,
                                  NkNamingDone          done,
                                  gpointer              user_data);
void          nk_naming_free     (NkNaming             *naming);

const char   *nk_naming_id       (NkNaming             *naming);
const NkSpot *nk_naming_spot     (NkNaming             *naming);
/* The new one will belong elsewhere. */
void          nk_naming_set_spot (NkNaming             *naming,
                                  const NkSpot         *spot);
GtkWidget    *nk_naming_widget   (NkNaming             *naming);
/* Ends it with the name that is typed, without blanks round it; nothing typed is nothing changed, nor
 * is a new name that somebody has already. */
void          nk_naming_commit   (NkNaming             *naming);
/* Ends it with nothing changed. */
void          nk_naming_cancel   (NkNaming             *naming);
/* Places it with the entry round a point of the parent. */
void          nk_naming_allocate (NkNaming             *naming,
                                  double                x,
                                  double                y);

G_END_DECLS
