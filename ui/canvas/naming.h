/* Naming in place: an entry on the canvas for the name of an actor. */
#pragma once

#include "ui/session/edits.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _NkNaming NkNaming;

/* Called once at the end: with the name, or with NULL if it is as it was. It frees the naming. */
typedef void (*NkNamingDone) (NkNaming   *naming,
                              const char *name,
                              gpointer    user_data);

/* Opens the entry as a child of `parent` and gives it the keyboard. `id` is that of an actor that
 * is there, or NULL for a new one. */
NkNaming     *nk_naming_new      (GtkWidget    *parent,
                                  const char   *id,
                                  const char   *name,
                                  const NkSpot *spot,
                                  NkNamingDone  done,
                                  gpointer      user_data);
void          nk_naming_free     (NkNaming     *naming);

const char   *nk_naming_id       (NkNaming     *naming);
const NkSpot *nk_naming_spot     (NkNaming     *naming);
GtkWidget    *nk_naming_widget   (NkNaming     *naming);
/* Ends it with the name that is typed, without blanks round it; nothing typed is nothing changed. */
void          nk_naming_commit   (NkNaming     *naming);
/* Ends it with nothing changed. */
void          nk_naming_cancel   (NkNaming     *naming);
/* Places it round a point of the parent. */
void          nk_naming_allocate (NkNaming     *naming,
                                  double        x,
                                  double        y);

G_END_DECLS
