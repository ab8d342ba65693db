/* Rows: what somebody pastes from a spreadsheet, and what it would do to a map.
 *
 * It says first what it has understood, and lets that be put right: whether the rows are actors or ties,
 * what each column means, whom each name means that the map does not have just so. Only then it makes one
 * edit of all rows. It never changes the map. */
#pragma once

#include "intake/rows-columns.h"
#include "intake/sheet.h"

G_BEGIN_DECLS

typedef struct _NkRows NkRows;

/* The rows in a text of `length` bytes (see nk_sheet_read ()), as they are for a map as it is now. NULL if
 * there are none. O(length + records), and as much again for each name that the map does not have. */
NkRows         *nk_rows_new         (const NkMap    *map,
                                     const char     *text,
                                     gsize           length);
void            nk_rows_free        (NkRows         *rows);

/* The cells below the header. */
guint           nk_rows_count       (const NkRows   *rows);
guint           nk_rows_n_columns   (const NkRows   *rows);
/* The header of a column; "" if there is none. */
const char     *nk_rows_header      (const NkRows   *rows,
                                     guint           column);
const char     *nk_rows_cell        (const NkRows   *rows,
                                     guint           row,
                                     guint           column);

/* What has been understood. Setting it looks at all rows again, and forgets the answers. */

/* NK_ACTOR or NK_TIE. Setting it finds the meaning of the columns anew. */
NkRecordKind    nk_rows_kind        (const NkRows   *rows);
void            nk_rows_set_kind    (NkRows         *rows,
                                     NkRecordKind    kind);
/* Whether the first row holds the names of the columns. */
gboolean        nk_rows_has_header  (const NkRows   *rows);
void            nk_rows_set_header  (NkRows         *rows,
                                     gboolean        has_header);
const NkRowColumn *nk_rows_column      (const NkRows   *rows,
                                     guint           column);
/* Another column of the same meaning loses it. */
void            nk_rows_set_column  (NkRows         *rows,
                                     guint           column,
                                     const NkRowColumn *meaning);
/* What the map has is only filled where it is empty, unless it is to be replaced. At first FALSE. */
gboolean        nk_rows_replaces    (const NkRows   *rows);
void            nk_rows_set_replaces (NkRows        *rows,
                                     gboolean        replaces);

/* Names that the map does not have just so */

#define NK_NAME_NEW -1     /* it is a new one */
#define NK_NAME_NONE -2    /* rows without it: ties are left out, fields stay empty */

typedef struct
{
  NkRecordKind kind;       /* of what it names */
  const char *text;        /* as it stands in the first row that has it */
  guint n;                 /* how many cells have it */
  gboolean is_end;         /* it is the end of a tie */
  GPtrArray *candidates;   /* of NkRecord *: whom it may mean, best first */
  int answer;              /* a number of a candidate, or one of the above */
} NkName;

/* Those about which one can be of another opinion, actors first, in the order of the rows: an array of
 * const NkName *, to be freed, valid until something is set but an answer. */
GPtrArray      *nk_rows_names       (const NkRows   *rows);
void            nk_rows_answer      (NkRows         *rows,
                                     const NkName   *name,
                                     int             answer);

/* Sentences of what is wrong in a cell and left out ("Row 7: …"): char *. */
GPtrArray      *nk_rows_problems    (const NkRows   *rows);

/* What comes of one row. */
typedef enum
{
  NK_ROW_NEW,
  NK_ROW_KNOWN,         /* the map has it, and it is filled or replaced */
  NK_ROW_LEFT_OUT
} NkRowFate;

typedef struct
{
  guint actors, ties;        /* new ones */
  guint known;               /* rows that the map has */
  guint spelling;            /* names taken for known ones under another spelling */
  guint nobody;              /* ties to somebody whom the map does not have */
  guint left_out;            /* rows */
} NkRowsCounts;

NkRowFate       nk_rows_fate        (const NkRows   *rows,
                                     guint           row);
/* As the answers are now. O(rows). */
NkRowsCounts    nk_rows_counts      (const NkRows   *rows);

/* The edit of all rows; `unplaced`, if not NULL, says how many new actors have no place: where there are
 * many of them, that is for the layout. */
NkEdit         *nk_rows_edit        (const NkRows   *rows,
                                     guint          *unplaced);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkRows, nk_rows_free)

G_END_DECLS
