#include "intake/line-words.h"

#include "map/fold.h"

#include "map/text.h"

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
