/* The fixed words of a figure, in the map's own language: a German map says "formell" whatever the
 * language of the program that draws it is. German and English are there; English stands for
 * others. */
#pragma once

#include "map/map.h"

G_BEGIN_DECLS

typedef enum
{
  NK_WORD_STRUCTURE,    /* the first three: the dimensions in their order */
  NK_WORD_PLACE,
  NK_WORD_PEOPLE,
  NK_WORD_ACTORS,
  NK_WORD_TIES,
  NK_WORD_LINES,
  NK_WORD_FORMAL,
  NK_WORD_INFORMAL,
  NK_WORD_ASSUMED,
  NK_WORD_OPEN,
  NK_WORD_WEAK,         /* these three: strength 1 to 3 */
  NK_WORD_MEDIUM,
  NK_WORD_STRONG,
  NK_WORD_NO_SECTOR,
  NK_WORD_NO_KIND,
  NK_WORD_ABSENT,       /* what is special in layers and panels */
  NK_WORD_SAME_ACTOR,
  NK_WORD_BETWEEN
} NkWord;

typedef enum
{
  NK_COUNT_ACTORS_NOT_THERE,
  NK_COUNT_TIES_NOT_THERE,
  NK_COUNT_NO_DIMENSION,
  NK_COUNT_NO_PLANE,     /* of those that are shown */
  NK_COUNT_NO_PLACE,
  NK_COUNT_THEIR_TIES,   /* behind the three before it */
  NK_COUNT_TIES_NO_PLANE,
  NK_COUNT_NOTES,
  NK_COUNT_TIE_NAMES
} NkCount;

const char *nk_word       (const NkMap *map,
                           NkWord       word);

/* A whole sentence that says how many are not shown; `date` is only used where it is about one. To
 * be freed. */
char       *nk_word_count (const NkMap *map,
                           NkCount      count,
                           guint        n,
                           const char  *date);

/* A date, or a period in words, as "2014-10 to 2015-08"; "" if there is none. To be freed. */
char       *nk_word_period (const NkMap *map,
                           const char  *date);

/* "As of 2015-09." To be freed. */
char       *nk_word_date  (const NkMap *map,
                           const char  *date);

G_END_DECLS
