/* Shared by the reader and the writer of the map file. */
#pragma once

#include "map/schema.h"

/* Where an unknown member of the root object stands: behind a known field of the head (its
 * NkField), or behind a list of records, or behind "version" for the head. */
#define NK_AFTER_LIST(kind) (NK_N_FIELDS + (kind))

/* How an empty list that stands in the file is kept, with its name. */
#define NK_EMPTY_LIST "\"%s\": []"
