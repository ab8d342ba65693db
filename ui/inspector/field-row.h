/* A row of the inspector: a field's label, its editor, and what is wrong with what was typed.
 *
 * It shows and changes one field of one record or of several at once, also of different kinds.
 * Which editor it has follows from the type of the field in the schema (ui/inspector/field-editors.h). */
#pragma once

#include "ui/inspector/subject.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NK_TYPE_FIELD_ROW (nk_field_row_get_type ())
G_DECLARE_FINAL_TYPE (NkFieldRow, nk_field_row, NK, FIELD_ROW, GtkWidget)

/* A row for a field; of the values of attributes one row for each `attribute` of the map (its id;
 * NULL for all other fields). */
NkFieldRow          *nk_field_row_new         (NkSession           *session,
                                               const NkFieldSchema *field,
                                               const char          *attribute);

/* Shows the field of these records. */
void                 nk_field_row_show        (NkFieldRow          *row,
                                               NkSubject           *subject);
/* Gives back what the records had when the keyboard came to the row: nothing was typed in it. */
void                 nk_field_row_revert      (NkFieldRow          *row);

/* For the editors: */

NkSession           *nk_field_row_session     (NkFieldRow          *row);
const NkFieldSchema *nk_field_row_field       (NkFieldRow          *row);
const char          *nk_field_row_attribute   (NkFieldRow          *row);
/* What the label says. To be freed. */
char                *nk_field_row_title       (NkFieldRow          *row);
/* Not before the row shows something. */
const NkSubject     *nk_field_row_subject     (NkFieldRow          *row);
const NkRecord      *nk_field_row_record      (NkFieldRow          *row);   /* the first of them */
/* TRUE if they do not all have the same value. */
gboolean             nk_field_row_is_mixed    (NkFieldRow          *row);
/* The text that all of them have; "" if it is mixed. For fields that are kept as a text, and for
 * values of attributes. */
const char          *nk_field_row_text        (NkFieldRow          *row);
/* TRUE while the editor is being filled: what it signals then is not the user's doing. */
gboolean             nk_field_row_is_filling  (NkFieldRow          *row);

/* Of an editor of several widgets, the one that has the label and the keyboard first. */
void                 nk_field_row_set_main    (NkFieldRow          *row,
                                               GtkWidget           *widget);
void                 nk_field_row_focus       (NkFieldRow          *row);
/* To the next field, as Tab does. */
void                 nk_field_row_go_on       (NkFieldRow          *row);
/* Says what is wrong below the editor, as long as it is; NULL: nothing is. */
void                 nk_field_row_say_wrong   (NkFieldRow          *row,
                                               const char          *message);

/* Change the field in all of them; all that is done in one visit of the row makes one step. A text
 * that the field refuses is not set, and the row says why. */
void                 nk_field_row_set_text    (NkFieldRow          *row,
                                               const char          *value);
void                 nk_field_row_set_integer (NkFieldRow          *row,
                                               int                  value);
void                 nk_field_row_set_boolean (NkFieldRow          *row,
                                               gboolean             value);
void                 nk_field_row_change      (NkFieldRow          *row,
                                               NkRecordChange       change,
                                               gpointer             user_data);
/* What is changed from now on is another step. */
void                 nk_field_row_begin_step  (NkFieldRow          *row);
/* An edit with the name of the row's changes, to be filled and given to nk_field_row_apply (),
 * which takes it. */
NkEdit              *nk_field_row_edit        (NkFieldRow          *row);
void                 nk_field_row_apply       (NkFieldRow          *row,
                                               NkEdit              *edit);

G_END_DECLS
