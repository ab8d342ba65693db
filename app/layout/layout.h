/* Does a job: chooses the method and turns its result into an answer. */
#pragma once

#include "work/job.h"

/* NULL with NK_WORK_ERROR_REFUSED if it can't be done. Once a process: Graphviz keeps state. */
NkAnswer *nk_layout_make (const NkJob  *job,
                          GError      **error);
