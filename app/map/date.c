#include "map/date.h"

#include <string.h>

/* Reads `n` digits into `value`; FALSE if there are others. */
static gboolean
read_digits (const char *text,
             int         n,
             int        *value)
{
  *value = 0;
  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      *value = *value * 10 + (text[i] - '0');
    }
  return TRUE;
}

/* Month and day are 0 where the date does not name them. */
static gboolean
read_date (const char *date,
           int        *year,
           int        *month,
           int        *day)
{
  gsize length = strlen (date);

  *month = *day = 0;
  if ((length != 4 && length != 7 && length != 10) || !read_digits (date, 4, year) || *year < 1)
    return FALSE;
  if (length == 4)
    return TRUE;
  if (date[4] != '-' || !read_digits (date + 5, 2, month) || *month < 1 || *month > 12)
    return FALSE;
  if (length == 7)
    return TRUE;
  return date[7] == '-' && read_digits (date + 8, 2, day) &&
         g_date_valid_dmy (*day, *month, *year);
}

gboolean
nk_date_is_valid (const char *date)
{
  int year, month, day;

  return read_date (date, &year, &month, &day);
}

int
nk_date_first (const char *date)
{
  int year, month, day;

  if (!read_date (date, &year, &month, &day))
    return 0;
  return year * 10000 + MAX (month, 1) * 100 + MAX (day, 1);
}

int
nk_date_last (const char *date)
{
  int year, month, day;

  if (!read_date (date, &year, &month, &day))
    return G_MAXINT;
  if (month == 0)
    month = 12;
  if (day == 0)
    day = g_date_get_days_in_month (month, year);
  return year * 10000 + month * 100 + day;
}

gboolean
nk_period_is_valid (const char *period)
{
  g_auto (GStrv) ends = g_strsplit (period, "/", 3);

  if (g_strv_length (ends) != 2)
    return nk_date_is_valid (period);
  return (ends[0][0] != '\0' || ends[1][0] != '\0')
         && (ends[0][0] == '\0' || nk_date_is_valid (ends[0]))
         && (ends[1][0] == '\0' || nk_date_is_valid (ends[1]));
}

gboolean
nk_date_covers (const char *since,
                const char *until,
                const char *date)
{
  const char *slash = strchr (date, '/');
  g_autofree char *first = slash != NULL ? g_strndup (date, slash - date) : g_strdup (date);

  return nk_date_first (since) <= nk_date_last (slash != NULL ? slash + 1 : date) &&
         nk_date_last (until) >= nk_date_first (first);
}
