/* Jobs for tests. */
#pragma once

#include "work/job.h"

/* A job for the levels method with so many bands and districts. */
NkJob *job_with_zones  (int       n_bands,
                        int       n_districts);
/* Adds an actor without a place. */
void   job_add_actor   (NkJob    *job,
                        double    width,
                        double    height,
                        int       band,
                        int       district);
/* Gives the last actor a place, fixed or not. */
void   job_place_last  (NkJob    *job,
                        double    x,
                        double    y,
                        gboolean  fixed);
void   job_add_tie     (NkJob    *job,
                        int       from,
                        int       to,
                        double    weight);

/* A job with random actors in all zones, none with a place, and random ties. */
NkJob *job_at_random   (int       n_actors,
                        int       n_ties,
                        int       n_bands,
                        int       n_districts);
