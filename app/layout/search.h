/* The search: trades places within the zones as long as that makes the drawing easier to read. */
#pragma once

#include "layout/rows.h"

/* Improves rows that hold the boxes already. Each try changes one or two rows, and is kept if the
 * cost falls, or, while the search is still warm, if it does not rise by much. The number of tries
 * depends on nothing but the job, so the result does not depend on the machine's speed. */
void nk_search  (NkRows *rows);

/* The end of it: only small moves within the rows, none that costs. */
void nk_polish  (NkRows *rows);
