/* A row of the inspector: a field's label, its editor, and what is wrong with what was typed.
 *
 * It shows and changes one field of one record or of several at once. Which editor it has follows
 * from the type of the field in the schema (ui/inspector/field-editors.h). */
#pragma once

#include "ui/session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NK_TYPE_FIELD_ROW (nk_field_row_get_type ())
G_DECLARE_FINAL_TYPE (NkFieldRow, nk_field_row, NK, FIELD_ROW, GtkWidget)

/* A row for a field of a kind of record. Its "failed" (const char *) signal says why a change
 * was not made. */
NkFieldRow          *nk_field_row_new         (NkSession           *session,
                                               const NkKindSchema  *kind,
                                               const NkFieldSchema *field);

/* Shows the field of these records, all of the row's kind and all there. */
void                 nk_field_row_show        (NkFieldRow          *row,
                                               const NkSelection   *subject);

/* For the editors: */

NkSession           *nk_field_row_session     (NkFieldRow          *row);
const NkFieldSchema *nk_field_row_field       (NkFieldRow          *row);
/* One of the records that are shown. */
const NkRecord      *nk_field_row_record      (NkFieldRow          *row);
/* TRUE if they do not all have the same value. */
gboolean             nk_field_row_is_mixed    (NkFieldRow          *row);
/* TRUE while the editor is being filled: what it signals then is not the user's doing. */
gboolean             nk_field_row_is_filling  (NkFieldRow          *row);

/* Change the field in all of them; typing on makes one step. A text that the field refuses is not
 * set, and the row says why. */
void                 nk_field_row_set_text    (NkFieldRow          *row,
                                               const char          *value);
void                 nk_field_row_set_integer (NkFieldRow          *row,
                                               int                  value);
void                 nk_field_row_set_boolean (NkFieldRow          *row,
                                               gboolean             value);

G_END_DECLS
