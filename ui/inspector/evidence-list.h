/* The evidence of one record or of several: what they have in common, and how it is changed in all
 * of them. */
#pragma once

#include "ui/inspector/field-row.h"

G_BEGIN_DECLS

/* What all of them have, in the order of the first: an array of NkEvidence, which belong to the
 * records, to be freed. O(records). */
GArray  *nk_evidence_shared  (const NkSubject  *subject);

/* Each of these is done in all records of a row. `i` is a place in what is shared. */
void     nk_evidence_set     (NkFieldRow       *row,
                              guint             i,
                              const NkEvidence *evidence);
void     nk_evidence_remove  (NkFieldRow       *row,
                              guint             i);
/* At the end. */
void     nk_evidence_add     (NkFieldRow       *row,
                              const char       *source);
/* One record only: by one place towards the end or the beginning. */
void     nk_evidence_move    (NkFieldRow       *row,
                              guint             i,
                              int               step);

/* Makes a source of this name and type, and in the same step gives it to the i-th evidence, or to a
 * new one if `i` is negative. */
void     nk_evidence_new_source (NkFieldRow    *row,
                                 int            i,
                                 const char    *name,
                                 const char    *type);

G_END_DECLS
