/* A table: all records of one kind as rows, to be sorted, filtered and edited in place. What is selected
 * in it is selected on the map.
 *
 * Signals: "counted", when it shows or has other rows; "chosen" (const char *), when somebody has selected
 * the record of this id in it. */
#pragma once

#include "ui/canvas/canvas.h"
#include "ui/tables/columns.h"

G_BEGIN_DECLS

#define NK_TYPE_TABLE (nk_table_get_type ())
G_DECLARE_FINAL_TYPE (NkTable, nk_table, NK, TABLE, GtkWidget)

/* Edits go through the canvas, which knows when there may be none. The title is spoken. */
GtkWidget    *nk_table_new        (NkCanvas     *canvas,
                                   NkRecordKind  kind,
                                   const char   *title);
NkRecordKind  nk_table_kind       (NkTable      *table);

/* Only a table that is shown follows the map. */
void          nk_table_set_shown  (NkTable      *table,
                                   gboolean      shown);

/* Shows only those rows that have the words somewhere; "" shows all. */
void          nk_table_filter     (NkTable      *table,
                                   const char   *text);
/* How many rows it shows, and how many there are. */
void          nk_table_count      (NkTable      *table,
                                   guint        *shown,
                                   guint        *all);

/* Opens a row for a new record. */
void          nk_table_add        (NkTable      *table);
/* Gives the keyboard to its cell, or to the first one. */
void          nk_table_focus      (NkTable      *table);

/* Which columns are shown, and by which the rows are sorted, as a menu. */
GMenuModel   *nk_table_menu       (NkTable      *table);
/* The actions of that menu, the group "table". */
GActionGroup *nk_table_actions    (NkTable      *table);

/* What is selected in it, in the order of its rows: an array of const NkRecord *, to be freed. */
GPtrArray    *nk_table_selected   (NkTable      *table);
/* The columns that are shown, in their order: an array of const NkColumn *, to be freed. */
GPtrArray    *nk_table_columns    (NkTable      *table);

G_END_DECLS
