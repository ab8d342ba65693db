#include "drawing/words.h"

/* In each row: English, German. */
static const char *const words[][2] = {
  [NK_WORD_STRUCTURE] = { "Structure", "Struktur" },
  [NK_WORD_PLACE] = { "Place", "Ort" },
  [NK_WORD_PEOPLE] = { "People", "Menschen" },
  [NK_WORD_ACTORS] = { "Actors", "Akteur_innen" },
  [NK_WORD_TIES] = { "Ties", "Verbindungen" },
  [NK_WORD_LINES] = { "Lines", "Linien" },
  [NK_WORD_FORMAL] = { "formal", "formell" },
  [NK_WORD_INFORMAL] = { "informal", "informell" },
  [NK_WORD_ASSUMED] = { "assumed", "angenommen" },
  [NK_WORD_OPEN] = { "open: asked for, not known", "offen: gefragt, nicht bekannt" },
  [NK_WORD_WEAK] = { "weak", "schwach" },
  [NK_WORD_MEDIUM] = { "medium", "mittel" },
  [NK_WORD_STRONG] = { "strong", "stark" },
  [NK_WORD_NO_SECTOR] = { "no sector", "ohne Sektor" },
  [NK_WORD_NO_KIND] = { "no kind", "ohne Art" },
  [NK_WORD_ABSENT] = { "not in this dimension", "nicht in dieser Dimension" },
  [NK_WORD_SAME_ACTOR] = { "the same actor on two planes", "auf zwei Schichten zugleich" },
  [NK_WORD_BETWEEN] = { "from plane to plane", "von Schicht zu Schicht" },
};

/* In each row: English for one, for more; German for one, for more. */
static const char *const counts[][4] = {
  [NK_COUNT_ACTORS_NOT_THERE] = {
    "1 actor is not there in {date} and is not shown.",
    "{n} actors are not there in {date} and are not shown.",
    "1 Akteur_in besteht {date} nicht und ist nicht gezeigt.",
    "{n} Akteur_innen bestehen {date} nicht und sind nicht gezeigt.",
  },
  [NK_COUNT_TIES_NOT_THERE] = {
    "1 tie is not there in {date} and is not shown.",
    "{n} ties are not there in {date} and are not shown.",
    "1 Verbindung besteht {date} nicht und ist nicht gezeigt.",
    "{n} Verbindungen bestehen {date} nicht und sind nicht gezeigt.",
  },
  [NK_COUNT_NO_DIMENSION] = {
    "1 actor has no dimension and is not shown.",
    "{n} actors have no dimension and are not shown.",
    "1 Akteur_in hat keine Dimension und ist nicht gezeigt.",
    "{n} Akteur_innen haben keine Dimension und sind nicht gezeigt.",
  },
  [NK_COUNT_NO_PLANE] = {
    "1 actor is on none of these planes and is not shown.",
    "{n} actors are on none of these planes and are not shown.",
    "1 Akteur_in steht auf keiner dieser Schichten und ist nicht gezeigt.",
    "{n} Akteur_innen stehen auf keiner dieser Schichten und sind nicht gezeigt.",
  },
  [NK_COUNT_NO_PLACE] = {
    "1 actor has no place on the map and is not shown.",
    "{n} actors have no place on the map and are not shown.",
    "1 Akteur_in hat keinen Platz auf der Karte und ist nicht gezeigt.",
    "{n} Akteur_innen haben keinen Platz auf der Karte und sind nicht gezeigt.",
  },
  [NK_COUNT_THEIR_TIES] = {
    "1 tie of theirs is not shown either.",
    "{n} ties of theirs are not shown either.",
    "1 Verbindung von ihnen ist auch nicht gezeigt.",
    "{n} Verbindungen von ihnen sind auch nicht gezeigt.",
  },
  [NK_COUNT_TIES_NO_PLANE] = {
    "1 tie is on none of these planes and is not shown.",
    "{n} ties are on none of these planes and are not shown.",
    "1 Verbindung liegt auf keiner dieser Schichten und ist nicht gezeigt.",
    "{n} Verbindungen liegen auf keiner dieser Schichten und sind nicht gezeigt.",
  },
  [NK_COUNT_NOTES] = {
    "1 note is not shown in this view.",
    "{n} notes are not shown in this view.",
    "1 Notiz ist in dieser Ansicht nicht gezeigt.",
    "{n} Notizen sind in dieser Ansicht nicht gezeigt.",
  },
  [NK_COUNT_TIE_NAMES] = {
    "There is no room for the name of 1 tie.",
    "There is no room for the names of {n} ties.",
    "Für den Namen von 1 Verbindung ist kein Platz.",
    "Für die Namen von {n} Verbindungen ist kein Platz.",
  },
};

static gboolean
is_german (const NkMap *map)
{
  const char *language = nk_map_language (map);

  return g_ascii_strncasecmp (language, "de", 2) == 0 && !g_ascii_isalpha (language[2]);
}

const char *
nk_word (const NkMap *map,
         NkWord       word)
{
  return words[word][is_german (map) ? 1 : 0];
}

char *
nk_word_count (const NkMap *map,
               NkCount      count,
               guint        n,
               const char  *date)
{
  GString *sentence = g_string_new (counts[count][(is_german (map) ? 2 : 0) + (n == 1 ? 0 : 1)]);
  g_autofree char *number = g_strdup_printf ("%u", n);

  g_string_replace (sentence, "{n}", number, 0);
  g_string_replace (sentence, "{date}", date != NULL ? date : "", 0);
  return g_string_free (sentence, FALSE);
}

char *
nk_word_period (const NkMap *map,
                const char  *date)
{
  g_auto (GStrv) ends = g_strsplit (date != NULL ? date : "", "/", 2);

  if (g_strv_length (ends) < 2)
    return g_strdup (ends[0] != NULL ? ends[0] : "");
  if (ends[0][0] == '\0')
    return g_strdup_printf (is_german (map) ? "bis %s" : "until %s", ends[1]);
  if (ends[1][0] == '\0')
    return g_strdup_printf (is_german (map) ? "ab %s" : "since %s", ends[0]);
  return g_strdup_printf (is_german (map) ? "%s bis %s" : "%s to %s", ends[0], ends[1]);
}

char *
nk_word_date (const NkMap *map,
              const char  *date)
{
  return g_strdup_printf (is_german (map) ? "Stand: %s." : "As of %s.", date);
}
