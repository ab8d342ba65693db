/* A record: one actor, tie, level …; the fields are those of its kind in the schema.
 *
 * A record is made with nk_record_new () or nk_record_copy (), filled, and put into a map by an
 * edit. From then on it is sealed: it never changes again, is counted by reference, and may be read
 * from any thread. A change makes a new record. */
#pragma once

#include "map/schema.h"

G_BEGIN_DECLS

typedef struct _NkRecord NkRecord;

typedef struct
{
  const char *source;    /* id of a source; "" none. In a record these three are never NULL. */
  const char *locator;   /* "Kap. 2.1.3" */
  const char *note;
  const char *extras;    /* members of the file that this version does not know, as text, or NULL */
} NkEvidence;

typedef struct
{
  double x, y;
} NkPoint;

/* A new record of a kind, every field at its default. Only the head has the id "". */
NkRecord         *nk_record_new            (NkRecordKind      kind,
                                            const char       *id);
/* A copy that may be changed; with another id if `id` is not NULL. */
NkRecord         *nk_record_copy           (const NkRecord   *record,
                                            const char       *id);
NkRecord         *nk_record_ref            (NkRecord         *record);
void              nk_record_unref          (NkRecord         *record);
/* From now on the record can't be changed. Applying an edit does it. */
void              nk_record_seal           (NkRecord         *record);

NkRecordKind      nk_record_kind           (const NkRecord   *record);
const char       *nk_record_id             (const NkRecord   *record);
/* TRUE if both have the same kind, id, fields and unknown members. */
gboolean          nk_record_equal          (const NkRecord   *a,
                                            const NkRecord   *b);
/* What a person calls it: its name, or what stands for one (a note's text), or its id. Owned by the
 * record. */
const char       *nk_record_title          (const NkRecord   *record);

/* TRUE if the file or a person gave the field a value, even its default. */
gboolean          nk_record_has            (const NkRecord   *record,
                                            NkField           field);
/* TRUE if the field has the same value in both, which may be of different kinds, or neither kind
 * has it. */
gboolean          nk_record_field_equal    (const NkRecord   *a,
                                            const NkRecord   *b,
                                            NkField           field);

/* Values. A field that was not given has its default. Reading or writing a field that the kind does
 * not have, or as another type, is a programming error. What is returned belongs to the record. */
const char       *nk_record_text           (const NkRecord   *record,   /* any text; not NULL */
                                            NkField           field);
int               nk_record_integer        (const NkRecord   *record,
                                            NkField           field);
double            nk_record_number         (const NkRecord   *record,   /* NaN: not given */
                                            NkField           field);
gboolean          nk_record_boolean        (const NkRecord   *record,
                                            NkField           field);
const char *const*nk_record_texts          (const NkRecord   *record,   /* never NULL */
                                            NkField           field);
const NkPoint    *nk_record_points         (const NkRecord   *record,
                                            NkField           field,
                                            guint            *n);
const NkEvidence *nk_record_evidence       (const NkRecord   *record,
                                            NkField           field,
                                            guint            *n);
/* Attribute ids and their values, in turn, ended by NULL; never NULL. */
const char *const*nk_record_values         (const NkRecord   *record,
                                            NkField           field);

/* TRUE if x and y are given: the actor has a place on the map. */
gboolean          nk_record_is_placed      (const NkRecord   *record);

/* Setting a field to its default takes it away. Only before the record is sealed. Numbers are
 * brought into the range of the field and rounded to two decimals, since the file has no others;
 * a text must be one that nk_field_refuse_text () does not refuse. */
void              nk_record_set_text       (NkRecord         *record,
                                            NkField           field,
                                            const char       *value);
void              nk_record_set_integer    (NkRecord         *record,
                                            NkField           field,
                                            int               value);
void              nk_record_set_number     (NkRecord         *record,
                                            NkField           field,
                                            double            value);
void              nk_record_set_boolean    (NkRecord         *record,
                                            NkField           field,
                                            gboolean          value);
void              nk_record_set_texts      (NkRecord         *record,
                                            NkField           field,
                                            const char *const*values);
void              nk_record_set_points     (NkRecord         *record,
                                            NkField           field,
                                            const NkPoint    *points,
                                            guint             n);
void              nk_record_set_evidence   (NkRecord         *record,
                                            NkField           field,
                                            const NkEvidence *evidence,
                                            guint             n);
void              nk_record_set_values     (NkRecord         *record,
                                            NkField           field,
                                            const char *const*pairs);
/* Takes the value of `field` over from a record of the same kind. */
void              nk_record_set_from       (NkRecord         *record,
                                            NkField           field,
                                            const NkRecord   *other);
/* The reader only: marks a field as given though it has its default, so that it is written back. */
void              nk_record_mark_given     (NkRecord         *record,
                                            NkField           field);

/* Members of the file that this version does not know. Each is a whole `"name": value` as it stood
 * there, and stands behind the known field `after` (-1: in front of all). */
typedef struct
{
  int after;       /* an NkField, or -1 */
  char *member;
} NkExtra;

void              nk_record_add_extra      (NkRecord         *record,
                                            int               after,
                                            const char       *member);
const NkExtra    *nk_record_extras         (const NkRecord   *record,
                                            guint            *n);

/* NULL if `value` is one that the field may have; else a sentence that says what is wrong with it,
 * to be freed. For texts, dates, colors, choices. */
char             *nk_field_refuse_text     (const NkFieldSchema *field,
                                            const char          *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkRecord, nk_record_unref)

G_END_DECLS
