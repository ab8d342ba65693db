/* Dates as people write them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A date as the map has it (YYYY, YYYY-MM or YYYY-MM-DD), of one as people write it: 2015, 2015-09,
 * 9/2015, 30.9.2015, September 2015, 30. Sept. 2015. NULL: it is none. To be freed. */
char *nk_date_from_words (const char *text);

/* A date of the map as it stands in a sentence: "September 2015". To be freed. */
char *nk_date_in_words   (const char *date);

G_END_DECLS
