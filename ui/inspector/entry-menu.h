/* A menu button beside an entry, with texts that can be taken instead of being typed. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Fills the menu each time before it is shown, with nk_entry_menu_add (). */
typedef void (*NkEntryMenuFill) (GMenu    *menu,
                                 gpointer  user_data);

/* The entry with the button behind it. `label` says what the button is for (tooltip, accessible
 * name), translated. */
GtkWidget *nk_entry_menu_new  (GtkWidget       *entry,
                               const char      *label,
                               NkEntryMenuFill  fill,
                               gpointer         user_data);
/* A line of the menu that puts `text` into the entry. */
void       nk_entry_menu_add  (GMenu           *menu,
                               const char      *label,
                               const char      *text);
/* Shows the button or hides it: there may be nothing to take. */
void       nk_entry_menu_show (GtkWidget       *box,
                               gboolean         shown);
GtkWidget *nk_entry_menu_entry (GtkWidget      *box);

G_END_DECLS
