/* The columns of a table: what stands in a cell, and how cells are put into order. They follow from the
 * schema; what is counted (ties, evidence, uses) comes on top. Knows no widget. */
#pragma once

#include "map/map.h"

G_BEGIN_DECLS

typedef enum
{
  NK_COLUMN_FIELD,      /* a field of the record; the others are counts, which nobody edits */
  NK_COLUMN_TIES,       /* of an actor */
  NK_COLUMN_EVIDENCE,
  NK_COLUMN_USES        /* the rows of evidence that name a source */
} NkColumnType;

typedef struct
{
  NkColumnType type;
  const NkFieldSchema *field;   /* also of evidence; NULL for the other counts */
  const char *name;             /* "level", "ties": for memory and tests */
  const char *label;            /* untranslated; shown through _() */
  guint chars;                  /* how many letters it has room for at most */
  gboolean shown;               /* unless somebody has chosen otherwise */
} NkColumn;

/* Where a cell stands among others: those without a value last. */
typedef struct
{
  gboolean empty;
  gint64 number;
  const char *text;             /* to be compared by strcmp (), or NULL; owned by the lookup */
} NkKey;

/* What cells need to know of the whole map, found once: how names collate, how often a source is
 * named. */
typedef struct _NkLookup NkLookup;

NkLookup       *nk_lookup_new       (void);
void            nk_lookup_free      (NkLookup        *lookup);
/* The map is another one, or has changed. Borrowed until the next call. O(1). */
void            nk_lookup_set_map   (NkLookup        *lookup,
                                     const NkMap     *map);
const NkMap    *nk_lookup_map       (const NkLookup  *lookup);

/* The columns of actors, ties, sources or events. */
const NkColumn *nk_columns          (NkRecordKind     kind,
                                     guint           *n);

/* What a cell says, in one line; "" for nothing. To be freed. */
char           *nk_column_text      (const NkColumn  *column,
                                     NkLookup        *lookup,
                                     const NkRecord  *record);
NkKey           nk_column_key       (const NkColumn  *column,
                                     NkLookup        *lookup,
                                     const NkRecord  *record);
/* As strcmp (). With `descending` those without a value are still last. */
int             nk_key_compare      (const NkKey     *a,
                                     const NkKey     *b,
                                     gboolean         descending);

gboolean        nk_column_is_number (const NkColumn  *column);
gboolean        nk_column_can_edit  (const NkColumn  *column);

/* TRUE if a cell of this kind of record looks otherwise after a change of one record. */
gboolean        nk_columns_differ   (NkRecordKind     kind,
                                     const NkRecord  *a,
                                     const NkRecord  *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkLookup, nk_lookup_free)

G_END_DECLS
