#include "intake/line-words.h"

#include "map/date.h"
#include "map/fold.h"

#include "map/text.h"

#include <stdio.h>
#include <string.h>

/* From so many letters on a word may be only begun. */
#define LEAST_BEGUN 3

/* Folded. */
static const struct { const char *text; NkWord word; } words[] = {
  { "formal", NK_WORD_FORMAL }, { "formell", NK_WORD_FORMAL },
  { "informal", NK_WORD_INFORMAL }, { "informell", NK_WORD_INFORMAL },
  { "weak", NK_WORD_WEAK }, { "schwach", NK_WORD_WEAK },
  { "medium", NK_WORD_MEDIUM }, { "mittel", NK_WORD_MEDIUM },
  { "strong", NK_WORD_STRONG }, { "stark", NK_WORD_STRONG },
  { "stated", NK_WORD_STATED }, { "genannt", NK_WORD_STATED },
  { "assumed", NK_WORD_ASSUMED }, { "vermutet", NK_WORD_ASSUMED },
  { "open", NK_WORD_OPEN }, { "offen", NK_WORD_OPEN },
  { "none", NK_WORD_NO_KIND }, { "ohne", NK_WORD_NO_KIND },
  { "strength", NK_WORD_STRENGTH }, { "starke", NK_WORD_STRENGTH },
  { "staerke", NK_WORD_STRENGTH },
  { "since", NK_WORD_SINCE }, { "from", NK_WORD_SINCE }, { "seit", NK_WORD_SINCE },
  { "ab", NK_WORD_SINCE }, { "von", NK_WORD_SINCE },
  { "until", NK_WORD_UNTIL }, { "till", NK_WORD_UNTIL }, { "to", NK_WORD_UNTIL },
  { "bis", NK_WORD_UNTIL },
};

static const char *const labels[NK_N_WORDS] = {
  [NK_WORD_FORMAL] = NC_("quick line", "formal"),
  [NK_WORD_INFORMAL] = NC_("quick line", "informal"),
  [NK_WORD_WEAK] = NC_("quick line", "weak"),
  [NK_WORD_MEDIUM] = NC_("quick line", "medium"),
  [NK_WORD_STRONG] = NC_("quick line", "strong"),
  [NK_WORD_STATED] = NC_("quick line", "stated"),
  [NK_WORD_ASSUMED] = NC_("quick line", "assumed"),
  [NK_WORD_OPEN] = NC_("quick line", "open"),
  [NK_WORD_NO_KIND] = NC_("quick line", "none"),
  [NK_WORD_STRENGTH] = NC_("quick line", "strength"),
  [NK_WORD_SINCE] = NC_("quick line", "since"),
  [NK_WORD_UNTIL] = NC_("quick line", "until"),
};

static const char *const months[12] = {
  N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"),
  N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
};

/* How they are written otherwise; folded. */
static const struct { const char *text; int month; } german_months[] = {
  { "januar", 1 }, { "februar", 2 }, { "marz", 3 }, { "maerz", 3 }, { "mai", 5 }, { "juni", 6 },
  { "juli", 7 }, { "oktober", 10 }, { "dezember", 12 },
};

int
nk_line_word (const char *text,
              gboolean    begun)
{
  g_autofree char *fold = nk_fold (text, NK_FOLD_PLAIN);
  int found = -1;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].text, fold))
      return (int) words[i].word;
  if (!begun || strlen (fold) < LEAST_BEGUN)
    return -1;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (words[i].text, fold))
      {
        if (found >= 0 && found != (int) words[i].word)
          return -1;
        found = (int) words[i].word;
      }
  return found;
}

const char *
nk_line_word_label (NkWord word)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "quick line", labels[word]);
}

/* Dates */

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
nk_line_date (const char *text)
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
nk_line_date_label (const char *date)
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
