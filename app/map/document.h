/* A document: a map that is being worked on, with its history.
 *
 * It is the one place that applies edits, so that nothing can change without a way back. It emits
 * "changed" (NkEdit *) after each edit, undo and redo, with the edit that was applied to the map
 * (for an undo: the inverse); who shows the map refreshes what that names. */
#pragma once

#include "map/history.h"
#include "map/map.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define NK_TYPE_DOCUMENT (nk_document_get_type ())
G_DECLARE_FINAL_TYPE (NkDocument, nk_document, NK, DOCUMENT, GObject)

/* A document of this map, unmodified. */
NkDocument *nk_document_new          (NkMap       *map);

/* The map as it is now. Borrowed; read only. */
NkMap      *nk_document_map          (NkDocument  *document);

/* Applies an edit and remembers it. An empty edit does nothing. With an error nothing has
 * happened. */
gboolean    nk_document_apply        (NkDocument  *document,
                                      NkEdit      *edit,
                                      GError     **error);
/* The same, but if the last step was done with the same non-NULL `gesture` and is still the last,
 * the two become one step: typing in one entry, nudging one selection. What ends where it began is
 * no step at all. */
gboolean    nk_document_amend        (NkDocument  *document,
                                      NkEdit      *edit,
                                      const char  *gesture,
                                      GError     **error);
/* Ends a gesture: the next amend is a step of its own. */
void        nk_document_end_gesture  (NkDocument  *document);

gboolean    nk_document_undo         (NkDocument  *document);
gboolean    nk_document_redo         (NkDocument  *document);
/* The name of the step that undo would take back, or NULL. */
const char *nk_document_undo_name    (NkDocument  *document);
const char *nk_document_redo_name    (NkDocument  *document);

/* The history, to be looked at. Borrowed. */
NkHistory  *nk_document_history      (NkDocument  *document);

/* TRUE unless the map is as it was when it was opened or saved last. */
gboolean    nk_document_is_modified  (NkDocument  *document);
void        nk_document_mark_saved   (NkDocument  *document);

G_END_DECLS
