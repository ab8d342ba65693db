/* Rows of a form: a label with a mnemonic, and beside it what it names. Each goes below the last one
 * of the grid. Labels and units are translated already. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* `names` ends with NULL. */
GtkDropDown    *nk_form_add_list      (GtkGrid           *grid,
                                       const char        *label,
                                       const char *const *names);
GtkSpinButton  *nk_form_add_number    (GtkGrid           *grid,
                                       const char        *label,
                                       const char        *unit,
                                       double             least,
                                       double             most,
                                       double             step,
                                       guint              digits);
/* A number of which 0 is shown as "automatic". */
GtkSpinButton  *nk_form_add_automatic (GtkGrid           *grid,
                                       const char        *label,
                                       const char        *unit,
                                       double             most);
GtkEditable    *nk_form_add_entry     (GtkGrid           *grid,
                                       const char        *label,
                                       const char        *hint);
GtkCheckButton *nk_form_add_check     (GtkGrid           *grid,
                                       const char        *label);

/* Several beside each other, `names` ending with NULL; `checks` gets them. */
void            nk_form_add_checks    (GtkGrid           *grid,
                                       const char        *label,
                                       const char *const *names,
                                       GtkCheckButton   **checks);
/* Shows or hides the row in which this widget stands. */
void            nk_form_show_row      (gpointer           widget,
                                       gboolean           shown);

/* The families of fonts that there are; the first row stands for the drawing's own. */
GtkDropDown    *nk_form_add_fonts     (GtkGrid           *grid,
                                       const char        *label);
/* The text of the row that is chosen; "" for the first. */
const char     *nk_form_selected_text (GtkDropDown       *list);
/* Chooses the row of a text; the first one for "", NULL, and what is not there. */
void            nk_form_select_text   (GtkDropDown       *list,
                                       const char        *text);

G_END_DECLS
