/* What the inspector shows: the records that are selected, or the head of the map. Looked up once
 * when the selection or the map has changed; the rows ask it what the records have in common. */
#pragma once

#include "ui/session/session.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *records;    /* of NkRecord, as they are now; at least one */
  guint kinds;           /* of them: a bit each, 1 << NkRecordKind */
} NkSubject;

NkSubject   *nk_subject_new         (NkSession           *session);
NkSubject   *nk_subject_ref         (NkSubject           *subject);
void         nk_subject_unref       (NkSubject           *subject);

/* The first of them. */
NkRecord    *nk_subject_first       (const NkSubject     *subject);
gboolean     nk_subject_has_several (const NkSubject     *subject);
/* TRUE if both are of the same records, however these have changed. */
gboolean     nk_subject_is_same     (const NkSubject     *subject,
                                     const NkSubject     *other);

/* TRUE if they do not all have the same value. Looks no farther than to the first difference. */
gboolean     nk_subject_is_mixed    (const NkSubject     *subject,
                                     NkField              field);
/* The same for the value of one attribute (its id). */
gboolean     nk_subject_differs_in  (const NkSubject     *subject,
                                     const char          *attribute);

/* What a record has of an attribute of the map (its id); "" if nothing. */
const char  *nk_attribute_value     (const NkRecord      *record,
                                     const char          *attribute);
/* Gives it another value; "" takes it away. Only before the record is sealed. */
void         nk_attribute_set_value (NkRecord            *record,
                                     const char          *attribute,
                                     const char          *value);

/* Changes the i-th record of a subject, which is a copy. */
typedef void (*NkRecordChange)      (NkRecord            *record,
                                     guint                i,
                                     gpointer             user_data);

/* Adds to an edit a change of all of them. */
void         nk_subject_change      (const NkSubject     *subject,
                                     NkSession           *session,
                                     NkEdit              *edit,
                                     NkRecordChange       change,
                                     gpointer             user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkSubject, nk_subject_unref)

G_END_DECLS
