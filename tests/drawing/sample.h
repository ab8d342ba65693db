/* Maps to draw. */
#pragma once

#include "drawing/scene.h"
#include "map/map.h"

/* A map of this folder or of data/maps, its actors without a place put into rows, band by band. */
NkMap *sample_read (const char *name);

/* The words of a lettering in one line, as they were before they were broken. To be freed. */
char  *sample_words (const NkLettering *lettering);

/* The item of this type and record; fails if there is none. */
const NkItem *sample_find (const NkScene *scene,
                           NkItemType     type,
                           NkRecordKind   kind,
                           const char    *id,
                           int            plane);
