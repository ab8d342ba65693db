/* Dates as people know them of a network: a year, a month or a day, as text. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* TRUE for YYYY, YYYY-MM and YYYY-MM-DD that exist in the calendar. */
gboolean nk_date_is_valid (const char *date);

/* The first and the last day of the period that a date names, as a number that can be compared
 * (year * 10000 + month * 100 + day). "" is open: 0 for the first, G_MAXINT for the last. */
int      nk_date_first    (const char *date);
int      nk_date_last     (const char *date);

/* The same for a date, and for a period from one date to another: "2014-10/2015-08", "2016-12/" or
 * "/2015". */
gboolean nk_period_is_valid (const char *period);

/* TRUE if something that lasts from `since` to `until` (both whole, "" open) is there at some
 * day of `date`, which may be a period. "" is always. */
gboolean nk_date_covers   (const char *since,
                           const char *until,
                           const char *date);

G_END_DECLS
