/* What the files of a table share. */
#pragma once

#include "intake/match.h"
#include "intake/search.h"
#include "ui/tables/cell-editor.h"
#include "ui/tables/table-rows.h"
#include "ui/tables/table-selection.h"
#include "ui/tables/table.h"

G_BEGIN_DECLS

#define NK_NO_COLUMN G_MAXUINT

struct _NkTable
{
  GtkWidget parent_instance;

  NkCanvas *canvas;
  NkSession *session;
  NkRecordKind kind;
  const NkColumn *columns;
  guint n_columns;
  gboolean shown;
  const NkMap *fitted;         /* the map whose values the columns are as wide as; only compared */
  gboolean stale;              /* the map has changed since it was shown */

  /* rows → those that are found → in order */
  NkLookup *lookup;
  NkSearch *search;
  NkMatcher *matcher;
  char *text;                  /* that is looked for, or "" */
  NkTableRows *rows;
  GtkFilter *filter;
  GListModel *sorted;
  NkTableSelection *selection;
  guint sort_column;           /* or NK_NO_COLUMN */
  gboolean descending;

  /* children */
  GtkWidget *scroll;
  GtkColumnView *view;
  GtkWidget *list;             /* of the view: what has its rows */
  NkCellEditor *editor;        /* or NULL */

  GtkColumnViewColumn **view_columns;   /* by column; borrowed */
  GHashTable *bound;           /* NkTableRow → its cells (table-cells.c) */
  GMenuModel *menu;
  GSimpleActionGroup *actions;

  /* Where the keyboard is, or would be */
  NkTableRow *cursor;          /* owned, or NULL */
  guint cursor_column;
  guint anchor;                /* where a range began */
  guint waiting;               /* to scroll to it, once there are rows: a tick callback, or 0 */
};

/* table-cells.c: cells */

GtkListItemFactory *nk_table_factory       (NkTable      *table,
                                            guint         column);
/* The cell of a row, or NULL if nobody can see it. */
GtkWidget  *nk_table_cell                  (NkTable      *table,
                                            NkTableRow   *row,
                                            guint         column);
/* Of every row, pixels with what its rim adds; 0 if none is shown yet. */
int         nk_table_row_height            (NkTable      *table);
/* How many letters have room where the swatch of a column is. */
guint       nk_table_swatch_chars          (const NkColumn *column);
/* Which row and column a widget belongs to: FALSE for none. */
gboolean    nk_table_cell_at               (NkTable      *table,
                                            GtkWidget    *widget,
                                            NkTableRow  **row,
                                            guint        *column);
void        nk_table_fill_cells            (NkTable      *table);
/* What a screen reader says of a row. To be freed. */
char       *nk_table_sentence              (NkTable      *table,
                                            const NkRecord *record);

/* table-columns.c: columns and their menu */

void        nk_table_add_columns           (NkTable      *table);
/* Makes the columns as wide as what the map has for them, but none wider than usual. */
void        nk_table_fit_columns           (NkTable      *table);
gboolean    nk_table_column_is_shown       (NkTable      *table,
                                            guint         column);
/* The next column that is shown, to the right (1) or to the left (-1), or NK_NO_COLUMN. */
guint       nk_table_next_column           (NkTable      *table,
                                            guint         column,
                                            int           step);

/* table-cursor.c: the keyboard and the mouse */

void        nk_table_add_controllers       (NkTable      *table);
/* The place of a row in what is shown, or GTK_INVALID_LIST_POSITION. O(rows). */
guint       nk_table_position              (NkTable      *table,
                                            NkTableRow   *row);
NkTableRow *nk_table_row_at                (NkTable      *table,
                                            guint         position);   /* to be unreferenced; or NULL */
void        nk_table_scroll_to             (NkTable      *table,
                                            guint         position);
/* Puts the keyboard on a cell; and selects its row. */
void        nk_table_go                    (NkTable      *table,
                                            guint         position,
                                            guint         column);
void        nk_table_select                (NkTable      *table,
                                            guint         position);

/* table-edit.c: editing in place */

/* Opens the editor of a cell, or changes it if it is a yes or no. With `typed`, a letter that is the
 * beginning of what it shall be. */
void        nk_table_edit                  (NkTable      *table,
                                            NkTableRow   *row,
                                            guint         column,
                                            const char   *typed);
void        nk_table_toggle                (NkTable      *table,
                                            NkTableRow   *row,
                                            guint         column);
void        nk_table_end_editing           (NkTable      *table);
gboolean    nk_table_can_toggle            (const NkColumn *column);

/* table-draft.c: records that are still being typed */

/* Sets a field of the draft; once it has what it needs it becomes a record of the map. TRUE then. */
gboolean    nk_table_set_draft             (NkTable      *table,
                                            NkField       field,
                                            const char   *value);

G_END_DECLS
