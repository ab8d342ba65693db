/* Even gaps between the districts of a shelf. */
#pragma once

#include "layout/rows.h"

/* Moves what stands in the zones of each shelf, zone by zone as a whole, so that the gaps between
 * the outlines are even and the shelf is in the middle of the whole; a district whose boxes stand
 * one below the other has them in one column. No zone leaves the width of the whole. Only where
 * nothing is fixed. O(boxes). */
void nk_justify (NkRows *rows);
