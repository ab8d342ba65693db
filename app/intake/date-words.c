#include "intake/date-words.h"

#include "map/date.h"
#include "map/fold.h"

#include "map/text.h"

#include <stdio.h>
#include <string.h>

/* From so many letters on the name of a month may be only begun. */
#define LEAST_BEGUN 3

static const char *const months[12] = {
  N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"),
  N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
};

/* How they are written otherwise; folded. */
static const struct { const char *text; int month; } german_months[] = {
  { "januar", 1 }, { "februar", 2 }, { "marz", 3 }, { "maerz", 3 }, { "mai", 5 }, { "juni", 6 },
  { "juli", 7 }, { "oktober", 10 }, { "dezember", 12 },
};

/* The number that a part of a date says, also of a month by its name; -1: none. `is_year` if it has
 * four digits. */
static int
read_part (const char *part,
           gboolean   *is_year)
{
  g_autofree char *fold = nk_fold (part, NK_FOLD_PLAIN);
  gsize length = strlen (fold);

  *is_year = FALSE;
  if (length > 0 && length <= 4 && strspn (fold, "0123456789") == length)
    {
      *is_year = length == 4;
      return (int) g_ascii_strtoll (fold, NULL, 10);
    }
  for (guint i = 0; length >= LEAST_BEGUN && i < G_N_ELEMENTS (german_months); i++)
    if (g_str_has_prefix (german_months[i].text, fold))
      return german_months[i].month;
  for (guint i = 0; length >= LEAST_BEGUN && i < G_N_ELEMENTS (months); i++)
    if (g_ascii_strncasecmp (months[i], fold, length) == 0)
      return (int) i + 1;
  return -1;
}

char *
nk_date_from_words (const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, " .-/", -1);
  int numbers[3] = { 0 };
  gboolean is_year[3] = { FALSE };
  guint n = 0;
  g_autofree char *date = NULL;

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      {
        if (n == G_N_ELEMENTS (numbers) || (numbers[n] = read_part (parts[i], &is_year[n])) < 0)
          return NULL;
        n++;
      }
  if (n == 0)
    return NULL;
  if (is_year[0] && n == 1)
    date = g_strdup_printf ("%04d", numbers[0]);
  else if (is_year[0] && n == 2)
    date = g_strdup_printf ("%04d-%02d", numbers[0], numbers[1]);
  else if (is_year[0])
    date = g_strdup_printf ("%04d-%02d-%02d", numbers[0], numbers[1], numbers[2]);
  else if (is_year[1] && n == 2)
    date = g_strdup_printf ("%04d-%02d", numbers[1], numbers[0]);
  else if (is_year[2])
    date = g_strdup_printf ("%04d-%02d-%02d", numbers[2], numbers[1], numbers[0]);
  return date != NULL && nk_date_is_valid (date) ? g_steal_pointer (&date) : NULL;
}

char *
nk_date_in_words (const char *date)
{
  int year = 0, month = 0, day = 0;
  int n = sscanf (date, "%4d-%2d-%2d", &year, &month, &day);

  if (n == 3)
    /* Translators: a day, such as "30 September 2015". */
    return g_strdup_printf (_("%d %s %d"), day, _(months[month - 1]), year);
  if (n == 2)
    /* Translators: a month, such as "September 2015". */
    return g_strdup_printf (_("%s %d"), _(months[month - 1]), year);
  return g_strdup (date);
}
