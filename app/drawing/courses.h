/* Courses: the lines of all ties of a plane, found together.
 *
 * A tie runs straight where it can. Where it would run through a body that it does not end at, it
 * goes round it; ties that turn at the same corner lie side by side there, and those that end at
 * one side of a body share it. */
#pragma once

#include "drawing/detours.h"
#include "drawing/routes.h"

G_BEGIN_DECLS

typedef struct
{
  const NkBody *from, *to;    /* of the stands; not the same */
  NkPoint *bends;             /* of the user, where they lie in the scene; owned */
  guint n_bends;
  double side;                /* how far to its left it lies among the ties of its pair, points */
  double width;               /* of its line, points */
  guint bundle;               /* those of the same one share a trunk; 0: it runs alone */
  gboolean backward;          /* from the second zone of the bundle to the first */

  /* What is found. */
  GArray *way;                /* of NkTurn: a point in `from`, the turns, a point in `to` */
  double margin;              /* points that it keeps off from other bodies */
  gboolean blocked;           /* there is no way round what lies between */
  gboolean bundled;           /* it runs in a trunk: two of its turns, next to each other, are
                                 NK_TURN_TRUNK */
} NkCourse;

/* How far the middles of two ties are to be apart so that there is as much between their lines as
 * between two thin ones that are `apart`. */
double  nk_courses_apart (const NkCourse *a,
                          const NkCourse *b,
                          double          apart);

/* An empty array of NkCourse that frees what they own. */
GArray *nk_courses_new  (void);

/* Finds the lines of all of them: appends an NkRoute each to `routes`. `stands` is NULL if nothing
 * is in the way. A few hundred take some ten milliseconds, ten thousand a second or two; the work
 * is bounded, see detours.h. */
void    nk_courses_find (GArray   *courses,
                         NkStands *stands,
                         GArray   *routes);

/* The line of one of them as it is with nothing in the way. */
NkRoute nk_course_straight (NkCourse *course);

/* A point of the way: 0 is its start, its number of turns + 1 its end. */
NkTurn *nk_course_turn  (const NkCourse *course,
                         guint           i);

/* Moves a point of the way there if the lines to it stay clear; TRUE if it did. */
gboolean nk_course_move (NkCourse       *course,
                         guint           i,
                         NkPoint         at,
                         NkStands       *stands);

/* The point of a body that a tie from there aims at by itself: on the body's middle line, a little
 * towards it. */
NkPoint nk_courses_aim  (const NkBody   *body,
                         NkPoint         other);

G_END_DECLS
