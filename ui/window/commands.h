/* The commands: one table of what the window can do. The main menu, the keys and the window that
 * lists the keys are all made from it. */
#pragma once

#include "ui/session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  NK_COMMANDS_FILE,
  NK_COMMANDS_EDIT,
  NK_COMMANDS_SELECT,
  NK_COMMANDS_VIEW,
  NK_COMMANDS_PLANES,       /* within that of the view */
  NK_COMMANDS_LAYOUT,
  NK_COMMANDS_ALIGN,        /* within that of the layout */
  NK_COMMANDS_HELP,
  NK_COMMANDS_WINDOW,
  NK_N_COMMAND_GROUPS
} NkCommandGroup;

#define NK_MOST_ACCELS 3

typedef struct
{
  NkCommandGroup group;
  int section;              /* within its menu: a line is drawn between sections */
  const char *label;        /* untranslated, with a mnemonic */
  const char *action;       /* "win.save", "win.view::layers" */
  const char *accels[NK_MOST_ACCELS + 1];
  gboolean typing;          /* where somebody types text its keys edit that text */
} NkCommand;

const NkCommand *nk_commands          (guint          *n);
/* A label without its mnemonic, and with one underscore for two. To be freed. */
char            *nk_commands_plain    (const char     *label);
/* The title of a group, translated. */
const char      *nk_commands_title    (NkCommandGroup  group);

/* "Undo “Move Actors”": the command and the step that it would take. To be freed. */
char            *nk_commands_undo_label (NkDocument   *document);
char            *nk_commands_redo_label (NkDocument   *document);

/* The label of the command with this action, as it stands on a button: without a mnemonic. To be
 * freed. */
char            *nk_commands_label    (const char     *action);

/* Binds the keys that hold everywhere. */
void             nk_commands_bind     (GtkApplication *application);
/* Binds the keys that hold in a window where nobody types text. */
void             nk_commands_bind_window (GtkWidget   *window);

/* The main menu as it is now: with the names of the steps that undo and redo would take, and the
 * recent files. */
GMenuModel      *nk_commands_menu     (NkSession      *session);
/* Appends the command with this action to a menu of another place. */
void             nk_commands_append   (GMenu          *menu,
                                       const char     *action,
                                       NkSession      *session);
/* A section of a menu that has no such names in it. */
GMenuModel      *nk_commands_section  (NkCommandGroup  group,
                                       int             section);

G_END_DECLS
