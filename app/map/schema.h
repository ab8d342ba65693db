/* The schema: which kinds of record a map has and which fields each of them has.
 *
 * One table drives the reader, the writer, the inspector, the check and all that comes later. A new
 * field is one row in it (schema.c) and one name in NkField. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In the order in which the file lists them. The map's own fields (title, language) are a record as
 * well, the head, so that every change is of one form. */
typedef enum
{
  NK_HEAD,
  NK_LEVEL,
  NK_DISTRICT,
  NK_SECTOR,
  NK_KIND,
  NK_ATTRIBUTE,
  NK_PHASE,
  NK_EVENT,
  NK_SOURCE,
  NK_ACTOR,
  NK_TIE,
  NK_NOTE,
  NK_VIEW,
  NK_N_RECORD_KINDS
} NkRecordKind;

/* Every field that some kind of record has. One name means one thing in all of them. */
typedef enum
{
  NK_FIELD_TITLE,
  NK_FIELD_DESCRIPTION,
  NK_FIELD_LANGUAGE,
  NK_FIELD_NAME,
  NK_FIELD_SHORT,
  NK_FIELD_FROM,
  NK_FIELD_TO,
  NK_FIELD_KIND,
  NK_FIELD_FORMAL,
  NK_FIELD_STRENGTH,
  NK_FIELD_CERTAINTY,
  NK_FIELD_LEVEL,
  NK_FIELD_DISTRICT,
  NK_FIELD_SECTOR,
  NK_FIELD_COLOR,
  NK_FIELD_SHAPE,
  NK_FIELD_DIRECTED,
  NK_FIELD_CATEGORIES,
  NK_FIELD_STRUCTURE,
  NK_FIELD_PLACE,
  NK_FIELD_PEOPLE,
  NK_FIELD_INFLUENCE,
  NK_FIELD_PERSON,
  NK_FIELD_ALIAS,
  NK_FIELD_TYPE,
  NK_FIELD_DATE,
  NK_FIELD_SINCE,
  NK_FIELD_UNTIL,
  NK_FIELD_TEXT,
  NK_FIELD_X,
  NK_FIELD_Y,
  NK_FIELD_WIDTH,
  NK_FIELD_PINNED,
  NK_FIELD_BENDS,
  NK_FIELD_ATTRIBUTES,
  NK_FIELD_SHOW,
  NK_FIELD_PHASE,
  NK_FIELD_PLANES,
  NK_FIELD_GAP,
  NK_FIELD_ANGLE,
  NK_FIELD_STACKED,
  NK_FIELD_BUNDLE,
  NK_FIELD_PROFILE,
  NK_FIELD_PAGE_WIDTH,
  NK_FIELD_PAGE_HEIGHT,
  NK_FIELD_TYPE_SIZE,
  NK_FIELD_THEME,
  NK_FIELD_LEGEND,
  NK_FIELD_CAPTION,
  NK_FIELD_FAMILY,
  NK_FIELD_QUIET,
  NK_FIELD_NOTE,
  NK_FIELD_EVIDENCE,
  NK_N_FIELDS
} NkField;

typedef enum
{
  NK_TYPE_TEXT,       /* any text; default "" */
  NK_TYPE_REFERENCE,  /* the id of a record of kind `target`; default "" (none) */
  NK_TYPE_CHOICE,     /* one of `choices`; the first is the default */
  NK_TYPE_DATE,       /* YYYY, YYYY-MM or YYYY-MM-DD; default "" (open) */
  NK_TYPE_COLOR,      /* #rrggbb */
  NK_TYPE_INTEGER,    /* from `least` to `most` */
  NK_TYPE_NUMBER,     /* finite, from `least` to `most`; default NaN (absent) */
  NK_TYPE_BOOLEAN,    /* default FALSE */
  NK_TYPE_TEXTS,      /* a list of texts: an attribute's values */
  NK_TYPE_POINTS,     /* a list of points: a tie's bends */
  NK_TYPE_VALUES,     /* texts by attribute id */
  NK_TYPE_EVIDENCE    /* a list of evidence */
} NkType;

typedef struct
{
  NkField field;
  NkType type;
  NkRecordKind target;        /* references only */
  const char *const *choices; /* choices only; ended by NULL; an empty first one stands for none */
  double least, most;         /* integers and numbers */
  int fallback;               /* integers: the default */
  gboolean required;          /* a record without it is not read */
  const char *label;          /* untranslated; shown through _() */
} NkFieldSchema;

typedef struct
{
  NkRecordKind kind;
  const char *name;           /* "actor": in messages and in the text form of a scene */
  const char *list;           /* "actors": the member of the file; NULL for the head */
  const char *label;          /* "Actor", untranslated */
  const NkFieldSchema *fields;/* in the order of the file */
  guint n_fields;
} NkKindSchema;

/* The schema of a kind of record. Never NULL. */
const NkKindSchema  *nk_schema_kind       (NkRecordKind  kind);

/* The kind whose list in the file is called so, or -1. */
int                  nk_schema_find_list  (const char   *list);

/* The kind of this name ("actor"), or -1. */
int                  nk_schema_find_kind  (const char   *name);

/* Where a field stands in the records of a kind, or -1 if that kind does not have it. O(1). */
int                  nk_schema_slot       (NkRecordKind  kind,
                                           NkField       field);

/* The row of a field, or NULL if that kind does not have it. */
const NkFieldSchema *nk_schema_field      (NkRecordKind  kind,
                                           NkField       field);

/* The field with this name in the file, of this kind, or NULL. */
const NkFieldSchema *nk_schema_find_field (NkRecordKind  kind,
                                           const char   *name);

/* The name of a field in the file ("structure"). */
const char          *nk_field_name        (NkField       field);

/* The three dimensions, top to bottom as planes: structure, place, people. */
#define NK_N_DIMENSIONS 3
extern const NkField nk_dimensions[NK_N_DIMENSIONS];

G_END_DECLS
