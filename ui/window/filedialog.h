/* The file dialogs: the one place that knows that GTK has two generations of them. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  const char *name;       /* "Netzkarte maps", translated */
  const char *pattern;    /* "*.json" */
} NkFilePattern;

/* Gets the file, borrowed, or NULL if none was chosen. */
typedef void (*NkFileChosen) (GFile    *file,
                              gpointer  user_data);

/* Asks for a file to open. It begins in `folder`, or if that is NULL in the user's documents.
 * The patterns end with one without a name; the first is chosen at first. */
void nk_file_dialog_open (GtkWindow           *parent,
                          const char          *title,
                          GFile               *folder,
                          const NkFilePattern *patterns,
                          NkFileChosen         chosen,
                          gpointer             user_data);

/* Asks where to save; it asks itself before another file is replaced. */
void nk_file_dialog_save (GtkWindow           *parent,
                          const char          *title,
                          GFile               *folder,
                          const char          *name,
                          const NkFilePattern *patterns,
                          NkFileChosen         chosen,
                          gpointer             user_data);

G_END_DECLS
