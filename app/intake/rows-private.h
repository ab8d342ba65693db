/* What the files of the rows share. */
#pragma once

#include "intake/match.h"
#include "intake/rows.h"

G_BEGIN_DECLS

typedef struct
{
  NkName public;           /* first, so that one is the other */
  char *text;
  gboolean is_asked;
} Name;

struct _NkRows
{
  NkMap *map;
  NkSheet *sheet;
  NkRecordKind kind;
  gboolean has_header;
  GArray *columns;         /* of NkRowColumn */
  gboolean replaces;

  NkMatcher *matcher;
  GHashTable *known[NK_N_RECORD_KINDS];   /* folded name → NkRecord *; NULL: not made */
  GPtrArray *names;        /* of Name *, in the order of the rows */
  GHashTable *by_text[NK_N_RECORD_KINDS]; /* folded text → Name * */
  struct NkRowsOutcome *outcome;          /* NULL: not known yet */
};

/* What comes of all rows, by the answers as they are. */
typedef struct NkRowsOutcome
{
  NkEdit *edit;
  GPtrArray *added;        /* of NkRecord *, owned by the edit: the new actors */
  GArray *fates;           /* of NkRowFate */
  NkRowsCounts counts;
  GPtrArray *problems;     /* of char * */
} NkRowsOutcome;

NkRowsOutcome *nk_rows_outcome_new  (const NkRows  *rows);
void           nk_rows_outcome_free (NkRowsOutcome *outcome);

/* The column of this field, or -1. */
int         nk_rows_find_column   (const NkRows        *rows,
                                   NkField              field);

/* What the rows and their columns are: by the header, or by what stands in the cells. */
void        nk_rows_guess_kind    (NkRows              *rows);
void        nk_rows_guess_columns (NkRows              *rows);

/* The record of the map that has this name, but for case, accents and punctuation; NULL if none. */
NkRecord   *nk_rows_known         (NkRows              *rows,
                                   NkRecordKind         kind,
                                   const char          *text);
/* Finds all names of the rows anew, and who they may be. */
void        nk_rows_find_names    (NkRows              *rows);
/* The name of a kind in a text, or NULL if that says nothing. */
const Name *nk_rows_name          (const NkRows        *rows,
                                   NkRecordKind         kind,
                                   const char          *text);
/* The record that the map has for it by its answer, or NULL. */
NkRecord   *nk_rows_named         (const Name          *name);

/* Puts a cell into a field of a record, but for references. NULL, or the sentence that says why not. */
char       *nk_rows_set_cell      (NkRecord            *record,
                                   const NkFieldSchema *field,
                                   const char          *text);

G_END_DECLS
