/* A small network to try things on. */
#pragma once

#include "map/map.h"

/* levels city and district, district b5, sector office, kind steering, attribute culture (order or
 * projects), phase start, source i1; the actors rat, amt and wp, with the ties t1 (rat to amt) and
 * t2 (amt to wp); the note n1. The check has nothing to say of it. */
NkMap    *network_new   (void);

/* Its actors and ties in their order: "Rat, Amt, Welcome Point; rat>amt, amt>wp". To be freed. */
char     *network_text  (const NkMap   *map);

/* A record whose texts are set in turn: a field and its value, ended by -1. */
NkRecord *network_record (NkRecordKind   kind,
                          const char    *id,
                          ...);
