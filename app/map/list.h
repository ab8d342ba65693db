/* Lists as values of a field: shared by the copies of a record, never changed. Private to map/. */
#pragma once

#include "map/record.h"

G_BEGIN_DECLS

typedef struct
{
  NkType type;
  guint n;                 /* of texts: of single texts, pairs counted twice */
  union
  {
    char **texts;          /* ended by NULL: texts and values */
    NkPoint *points;
    NkEvidence *evidence;
  };
} NkList;

/* NULL for an empty list: absent and empty are the same value. */
NkList   *nk_list_new_texts    (NkType            type,
                                const char *const*texts);
NkList   *nk_list_new_points   (const NkPoint    *points,
                                guint             n,
                                double            least,
                                double            most);
NkList   *nk_list_new_evidence (const NkEvidence *evidence,
                                guint             n);
/* Both take NULL. */
NkList   *nk_list_ref          (NkList           *list);
void      nk_list_unref        (NkList           *list);
gboolean  nk_list_equal        (const NkList     *a,
                                const NkList     *b);

/* To two decimals, which is what the file keeps; no negative zero. NaN stays. */
double    nk_round             (double            number);

G_END_DECLS
