/* What all editors share that are a line of text. */
#pragma once

#include "ui/inspector/field-row.h"

G_BEGIN_DECLS

/* An entry that sets the row's text as it is typed; Enter goes on to the next field. */
GtkWidget *nk_row_entry_new  (NkFieldRow *row);
/* Gives it the text that the records have; `hint` is shown while it is empty, or NULL. */
void       nk_row_entry_fill (NkFieldRow *row,
                              GtkWidget  *entry,
                              const char *hint);
/* Puts a text into an entry, unless it is there: the cursor stays where it is. */
void       nk_entry_set_text (GtkWidget  *entry,
                              const char *text);

G_END_DECLS
