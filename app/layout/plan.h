/* The worker's own copy of a job: boxes that move until the layout is done, ties merged to links,
 * and who is linked to whom. */
#pragma once

#include "work/job.h"

#define NK_BESIDE (-1)   /* the band of what stands beside all bands */

typedef struct
{
  double width, height;
  double x, y;           /* centre; what it means before the box is settled is up to the method */
  gboolean fixed;
  gboolean settled;      /* it stands where it will stay unless the search moves it */
  gboolean stray;        /* it stands where its band or district is not: nothing but an obstacle */
  int band, district, column;
} NkBox;

typedef struct
{
  int a, b;              /* boxes, a < b */
  double weight;         /* of all ties between the two, at least 1, at most 100 */
  double lead;           /* of the ties that lead from a to b, less of those from b to a */
} NkLink;

typedef struct
{
  const NkJob *job;      /* not owned */
  int n_bands;           /* at least 1 */
  int n_boxes;
  NkBox *boxes;
  int n_links;
  NkLink *links;         /* in the order of their boxes */
  int *first_link;       /* box i has links_of[first_link[i]] to links_of[first_link[i + 1] - 1] */
  int *links_of;
  gboolean any_fixed;
  guint64 random;        /* the generator's state; see nk_plan_random () */
} NkPlan;

NkPlan  *nk_plan_new         (const NkJob  *job);
void     nk_plan_free        (NkPlan       *plan);

/* The next random number, 0 to 2^64 - 1; the same row for the same seed. */
guint64  nk_plan_random      (NkPlan       *plan);
/* 0 to n - 1. */
int      nk_plan_random_below (NkPlan      *plan,
                              int           n);
/* 0 to less than 1. */
double   nk_plan_random_unit (NkPlan       *plan);

static inline int
nk_link_other (const NkLink *link, int box)
{
  return link->a == box ? link->b : link->a;
}

/* Where the boxes linked to `box` stand on average, by weight; only settled ones count if
 * `settled_only`. FALSE, and nothing is set, if there are none. */
gboolean nk_plan_pull        (const NkPlan *plan,
                              int           box,
                              gboolean      settled_only,
                              double       *x,
                              double       *y);

/* TRUE if two boxes come nearer to each other than the gaps in both directions. */
gboolean nk_boxes_clash      (const NkBox  *a,
                              const NkBox  *b,
                              double        gap_x,
                              double        gap_y);

/* TRUE if a box stands where an answer may say so. */
gboolean nk_box_is_near      (const NkBox  *box);

static inline double nk_box_left   (const NkBox *box) { return box->x - box->width / 2; }
static inline double nk_box_right  (const NkBox *box) { return box->x + box->width / 2; }
static inline double nk_box_top    (const NkBox *box) { return box->y - box->height / 2; }
static inline double nk_box_bottom (const NkBox *box) { return box->y + box->height / 2; }

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkPlan, nk_plan_free)
