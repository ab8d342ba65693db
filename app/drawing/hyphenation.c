#include "drawing/hyphenation.h"

#include "drawing/netzkarte-drawing.h"

#include <hyphen.h>
#include <stdio.h>
#include <string.h>

#define LEAST 3   /* letters on either side of a hyphen */

/* The patterns of a language: loaded when they are first asked for, kept as long as the program
 * runs. */
typedef struct
{
  const char *language, *file;
  gboolean compounds;
  HyphenDict *patterns;
} Rules;

static Rules all_rules[] = {
  { "de", "hyph-de.dic", TRUE, NULL },
  { "en", "hyph-en.dic", FALSE, NULL },
};

static HyphenDict *
load_patterns (const char *file)
{
  g_autofree char *resource = g_strconcat ("/org/netzkarte/hyphenation/", file, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (netzkarte_drawing_get_resource (), resource,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);
  FILE *stream = fmemopen ((void *) data, size, "r");
  HyphenDict *patterns = stream != NULL ? hnj_hyphen_load_file (stream) : NULL;

  if (stream != NULL)
    fclose (stream);
  return patterns;
}

static const Rules *
find_rules (const char *language)
{
  for (guint i = 0; i < G_N_ELEMENTS (all_rules); i++)
    {
      Rules *rules = &all_rules[i];
      gsize length = strlen (rules->language);

      if (g_ascii_strncasecmp (language, rules->language, length) != 0
          || g_ascii_isalpha (language[length]))
        continue;
      if (rules->patterns == NULL)
        rules->patterns = load_patterns (rules->file);
      return rules->patterns != NULL ? rules : NULL;
    }
  return NULL;
}

/* TRUE if the syllable ends as the first part of a German compound often does: with an s behind a
 * consonant ("Koordinierungs-instanz"), which is rare at the end of any other syllable. */
static gboolean
ends_a_part (const gunichar *word,
             int             end)
{
  return g_unichar_tolower (word[end - 1]) == 's'
         && g_utf8_strchr ("aeiouyäöü", -1, g_unichar_tolower (word[end - 2])) == NULL;
}

/* TRUE if one of the texts stands at a place of the word. */
static gboolean
has_at (const gunichar    *word,
        int                n,
        const char *const *texts)
{
  for (; *texts != NULL; texts++)
    {
      int length = strlen (*texts), i = 0;

      while (i < length && i < n && word[i] == (guchar) (*texts)[i])
        i++;
      if (i == length)
        return TRUE;
    }
  return FALSE;
}

/* TRUE if a German break tears a prefix or a suffix off its word: "Stadtbe-zirk",
 * "Gesund-heitsamt". */
static gboolean
tears (const gunichar *word,
       int             n,
       int             start,
       int             at)
{
  static const char *const prefixes[] = { "be", "ge", "er", "ver", "zer", "ent", "un", NULL };
  static const char *const suffixes[] = { "schaft", "heit", "keit", "lich", "lings", NULL };

  for (int length = 2; length <= 3; length++)
    if (at - start == length && has_at (word + start, length, prefixes))
      return TRUE;
  return has_at (word + at, n - at, suffixes);
}

/* What a hyphen costs that the patterns allow: the surer they are, the less. */
static float
cost_of (const Rules    *rules,
         const gunichar *word,
         int             n,
         int             start,
         int             at,
         int             sureness)
{
  float cost = sureness >= 5 ? 0.12f : sureness >= 3 ? 0.16f : 0.20f;

  if (!rules->compounds)
    return cost;
  if (ends_a_part (word, at))
    return 0.02f;
  return tears (word, n, start, at) ? cost + 0.3f : cost;
}

void
nk_hyphenate (const char     *language,
              const gunichar *word,
              int             n,
              float          *costs)
{
  const Rules *rules = find_rules (language);
  g_autofree gunichar *small = g_new (gunichar, n + 1);
  g_autofree char *text = NULL, *places = NULL, **replaced = NULL;
  g_autofree int *at = NULL, *cut = NULL;
  glong size;

  for (int i = 0; i < n; i++)
    {
      costs[i] = NK_NO_HYPHEN;
      small[i] = g_unichar_tolower (word[i]);
    }
  if (rules == NULL || n < 2 * LEAST)
    return;
  text = g_ucs4_to_utf8 (small, n, NULL, &size, NULL);
  places = g_malloc0 (size + 5);   /* as libhyphen wants it */
  if (text == NULL
      || hnj_hyphen_hyphenate3 (rules->patterns, text, size, places, NULL, &replaced, &at, &cut,
                                LEAST, LEAST, LEAST, LEAST) != 0)
    return;
  /* A digit stands behind the character before the break; it is odd if there can be one. */
  for (int i = LEAST, start = 0; i <= n - LEAST; i++)
    if ((places[i - 1] - '0') % 2 == 1)
      {
        costs[i] = cost_of (rules, small, n, start, i, places[i - 1] - '0');
        start = i;
      }
}
