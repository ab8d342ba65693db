/* A job for the layout worker and its answer: what both sides agree on, and how they write it.
 *
 * Lengths are points, x to the right, y down; a box is named by its centre. Both directions check
 * everything: what has been read or is about to be written keeps the ranges named here. This file
 * knows no map, since the worker does not. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define NK_WORK_ERROR nk_work_error_quark ()
GQuark nk_work_error_quark (void);
typedef enum
{
  NK_WORK_ERROR_CRASHED,      /* the worker ended by a signal or without saying why */
  NK_WORK_ERROR_TIMED_OUT,    /* it took longer than it may */
  NK_WORK_ERROR_REFUSED,      /* the job breaks a rule, or can't be done */
  NK_WORK_ERROR_BAD_ANSWER,   /* cut off, not finite, or not an answer to this job */
  NK_WORK_ERROR_NOT_FOUND     /* the worker's program is not there or can't be started */
} NkWorkError;

/* How the actors are arranged. */
typedef enum
{
  NK_METHOD_LEVELS,   /* bands from top to bottom, in each the districts' boxes side by side */
  NK_METHOD_FREE,     /* tied actors near each other */
  NK_METHOD_GRID,     /* rows and columns, by band, district and name */
  NK_METHOD_TIDY,     /* as it is, but without overlaps and with straight rows and columns */
  NK_METHOD_CIRCLE,   /* all on one ring, or a few, by band and district, so that few ties cross */
  NK_METHOD_RADIAL,   /* rings round one actor, by how many ties away the others are */
  NK_METHOD_HIERARCHY, /* rows: ties that lead do so downwards, else by how many ties away */
  NK_N_METHODS
} NkMethod;

/* The name of a method ("levels"), and back: -1 if none is called so. `name` may be NULL. */
const char *nk_method_name      (NkMethod    method);
int         nk_method_from_name (const char *name);

#define NK_JOB_MOST_ACTORS     20000
#define NK_JOB_MOST_TIES      100000
#define NK_JOB_MOST_ZONES        500     /* bands; districts */
#define NK_JOB_LARGEST_BOX      5000.0   /* width and height: 1 to this */
#define NK_JOB_FARTHEST      1000000.0   /* x and y: from minus this to this, as in a map */
#define NK_JOB_HEAVIEST_TIE      100.0   /* weight: 0.01 to this */

typedef struct
{
  double width, height;  /* its box */
  double x, y;           /* its centre, if it is placed; else 0 */
  gboolean placed;       /* it has a place: the search starts from there */
  gboolean fixed;        /* it must not move by a hair; only if it is placed */
  int band;              /* from the top: 0 to n_bands - 1; -1: beside all bands */
  int district;          /* its box in the band, left to right: position in `districts`; -1: in none */
  int column;            /* the district that it would like to stand above or below; -1: none */
  int order;             /* where it comes in a list by name, from 0 on; equal ones as in the job */
} NkJobActor;

typedef struct
{
  double name_width;     /* its box is not narrower than its name: 0 to 5000 */
} NkJobDistrict;

typedef struct
{
  int from, to;          /* positions in `actors`, not equal */
  double weight;
  gboolean directed;     /* it leads from one to the other; else both ways count the same */
} NkJobTie;

typedef struct
{
  NkMethod method;
  guint64 seed;          /* another seed, another of the good solutions */
  double aspect;         /* the wanted width / height: 0.05 to 20 */
  double gap_x, gap_y;   /* the least distance of boxes; ties need room between rows: 0 to 1000,
                          * as all below */
  double zone_padding;   /* between a district's box and the actors in it */
  double zone_header;    /* the height of the districts' names, on top inside their boxes */
  double band_gap;       /* between what belongs to one band and to the next */
  double band_label;     /* room at the left of the bands for their names; 0: none */
  int n_bands;
  int around;            /* radial: the actor in the middle; -1: the one with the most ties */
  GArray *districts;     /* NkJobDistrict, from left to right */
  GArray *actors;        /* NkJobActor */
  GArray *ties;          /* NkJobTie */
} NkJob;

typedef struct
{
  double x, y;
} NkJobPosition;

typedef struct
{
  GArray *positions;     /* NkJobPosition for each actor of the job, rounded to 0.01; a fixed one's
                          * is the job's own number */
} NkAnswer;

/* A job with no actors: aspect 1.3, gaps that suit boxes with 9 pt names, no room for names of
 * bands. Jobs are counted by reference, and not changed once they are given away. */
NkJob      *nk_job_new            (NkMethod         method);
NkJob      *nk_job_ref            (NkJob           *job);
void        nk_job_unref          (NkJob           *job);

static inline const NkJobActor *
nk_job_actor (const NkJob *job, guint i)
{
  return &g_array_index (job->actors, NkJobActor, i);
}

/* The job as the worker reads it. NULL with NK_WORK_ERROR_REFUSED if it breaks a rule. */
GBytes     *nk_job_to_data        (const NkJob     *job,
                                   GError         **error);
/* NULL with NK_WORK_ERROR_REFUSED if the data is no job or the job breaks a rule. */
NkJob      *nk_job_from_data      (GBytes          *data,
                                   GError         **error);

/* An answer with room for `n` positions, all 0. */
NkAnswer   *nk_answer_new         (guint            n);
void        nk_answer_free        (NkAnswer        *answer);

static inline NkJobPosition *
nk_answer_position (const NkAnswer *answer, guint i)
{
  return &g_array_index (answer->positions, NkJobPosition, i);
}

/* Writes an answer; rounds it, and puts in the job's own numbers for fixed actors. NULL with
 * NK_WORK_ERROR_BAD_ANSWER if it is not an answer to this job. */
GBytes     *nk_answer_to_data     (const NkAnswer  *answer,
                                   const NkJob     *job,
                                   GError         **error);
/* Reads the answer to a job. NULL with NK_WORK_ERROR_BAD_ANSWER if it is cut off, has another
 * number of positions, one that is not finite or too far away, or one that moves a fixed actor. */
NkAnswer   *nk_answer_from_data   (GBytes          *data,
                                   const NkJob     *job,
                                   GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkJob, nk_job_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkAnswer, nk_answer_free)

G_END_DECLS
