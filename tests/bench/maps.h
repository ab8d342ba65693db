/* The map that is measured, and the job that the program would make of it. */
#pragma once

#include "map/map.h"
#include "work/job.h"

/* Opens a map file; ends the program with a sentence if that fails. */
NkMap *bench_map_open    (const char *path);

NkJob *bench_map_job     (const NkMap *map,
                          NkMethod     method);

/* Gives the actors the places of an answer to such a job, from a file; may end the program, too. */
void   bench_map_lay_out (NkMap      *map,
                          const char *answer);
