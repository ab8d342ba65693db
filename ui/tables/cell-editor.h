/* The editor of a cell: one line of text over it, and for what is chosen from a list the choices below,
 * narrowed by what is typed.
 *
 * Signals: "committed" (int, an NkCellStep), somebody is done with it; "cancelled". */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  NK_CELL_STAY,       /* the keyboard has gone elsewhere */
  NK_CELL_DOWN,       /* Enter */
  NK_CELL_NEXT,       /* Tab */
  NK_CELL_PREVIOUS
} NkCellStep;

/* What can be chosen: a value and what it is called. */
typedef struct
{
  char *value;
  char *name;
} NkCellChoice;

/* What `text` may mean, best first; everything if it is empty. An array of NkCellChoice, taken. */
typedef GArray *(*NkCellChoices) (const char *text,
                                  gpointer    user_data);

#define NK_TYPE_CELL_EDITOR (nk_cell_editor_get_type ())
G_DECLARE_FINAL_TYPE (NkCellEditor, nk_cell_editor, NK, CELL_EDITOR, GtkWidget)

GtkWidget  *nk_cell_editor_new       (const char    *label);

/* An array of them, empty; and one more in it. */
GArray     *nk_cell_choices_new      (void);
void        nk_cell_choices_add      (GArray        *choices,
                                      const char    *value,
                                      const char    *name);

/* Lets choose; `value` is the one that is chosen at first. */
void        nk_cell_editor_set_choices (NkCellEditor *editor,
                                        NkCellChoices choices,
                                        gpointer      user_data,
                                        const char   *value);
/* Begins with this text: selected, or, with `typed`, as if somebody had just written it. */
void        nk_cell_editor_start     (NkCellEditor  *editor,
                                      const char    *text,
                                      gboolean       typed);

/* What was typed, without blanks around it, or the value that was chosen; NULL if what was typed is none
 * of the choices. To be freed. */
char       *nk_cell_editor_value     (NkCellEditor  *editor);
/* TRUE if it ends as it began. */
gboolean    nk_cell_editor_is_same   (NkCellEditor  *editor);
/* Says below the cell why what was typed can't be. */
void        nk_cell_editor_say_wrong (NkCellEditor  *editor,
                                      const char    *message);

G_END_DECLS
