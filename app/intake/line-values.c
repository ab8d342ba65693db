/* What is said behind the colon. */
#include "intake/line-private.h"

#include "intake/date-words.h"
#include "intake/line-words.h"
#include "map/date.h"

#include "map/text.h"

#include <string.h>

static void
mark_word (NkLineReading *line,
           const NkPiece *piece)
{
  nk_line_mark (line, NK_LINE_WORD, piece, piece, NULL, piece->text);
}

/* Dates */

/* Takes the date, or says that it is none. */
static void
take_date (NkLineReading *line,
           const NkPiece *piece,
           const char    *word,
           const char    *text,
           char         **value)
{
  char *date = nk_date_from_words (text);

  if (*text == '\0')
    nk_line_expect (line, g_strdup_printf (_("Behind “%s” a date is missing."), word));
  else if (date == NULL)
    nk_line_fail (line, piece, g_strdup_printf (_("“%s” is not a date. Write a year, a month or a "
                                                  "day: 2015, 2015-09 or 2015-09-01."), text));
  else
    {
      g_free (*value);
      *value = date;
    }
}

/* "2015 until 2018", of which the second word is `word`: the first date in front of it. */
static char *
cut_until (char **rest,
           char **word)
{
  g_auto (GStrv) words = g_strsplit (*rest, " ", -1);
  gsize length = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (nk_line_word (words[i], FALSE) == NK_WORD_UNTIL)
        {
          char *first = g_strstrip (g_strndup (*rest, length));

          *word = g_strdup (words[i]);
          *rest += length + strlen (words[i]);
          *rest += strspn (*rest, " ");
          return first;
        }
      length += strlen (words[i]) + 1;
    }
  return NULL;
}

static void
read_since (NkLineReading *line,
            const NkPiece *piece,
            const char    *word,
            char          *rest)
{
  g_autofree char *until = NULL;
  g_autofree char *first = cut_until (&rest, &until);

  take_date (line, piece, word, first != NULL ? first : rest, &line->values.since);
  if (first != NULL)
    take_date (line, piece, until, rest, &line->values.until);
}

/* Takes two dates for since and until. FALSE, and nothing happens, if one of them is none. */
static gboolean
take_period (NkLineReading *line,
             const char    *first,
             const char    *last)
{
  g_autofree char *since = nk_date_from_words (first), *until = nk_date_from_words (last);

  if (since == NULL || until == NULL)
    return FALSE;
  g_free (line->values.since);
  g_free (line->values.until);
  line->values.since = g_steal_pointer (&since);
  line->values.until = g_steal_pointer (&until);
  return TRUE;
}

/* "2015–2018", "2015-2018" or "2015 until 2018". FALSE: it is not that. */
static gboolean
read_period (NkLineReading *line,
             const NkPiece *piece)
{
  static const char *const dashes[] = { "–", "—", " - ", "-" };
  char *rest = piece->text;
  g_autofree char *until = NULL;
  g_autofree char *since = cut_until (&rest, &until);

  if (since != NULL)
    return take_period (line, since, rest);
  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    {
      const char *dash = strstr (piece->text, dashes[i]);
      g_autofree char *head = dash != NULL ? g_strndup (piece->text,
                                                        (gsize) (dash - piece->text)) : NULL;

      if (dash != NULL && take_period (line, head, dash + strlen (dashes[i])))
        return TRUE;
    }
  return FALSE;
}

static void
check_dates (NkLineReading *line)
{
  const NkLineValues *values = &line->values;
  const NkPiece *last = nk_line_piece (line, line->pieces->len - 1);

  if (values->since != NULL && values->until != NULL
      && nk_date_first (values->since) > nk_date_last (values->until))
    nk_line_fail (line, last, g_strdup_printf (_("It would end, %s, before it begins, %s."),
                                               values->until, values->since));
}

/* Words */

static void
read_strength (NkLineReading *line,
               const NkPiece *piece,
               const char    *word,
               const char    *text)
{
  if (*text == '\0')
    nk_line_expect (line,
                    g_strdup_printf (_("Behind “%s” a number from 1 to 3 is missing."), word));
  else if (strlen (text) != 1 || *text < '1' || *text > '3')
    nk_line_fail (line, piece,
                  g_strdup_printf (_("“%s” is no strength: that is 1, 2 or 3."), text));
  else
    line->values.strength = *text - '0';
}

/* Takes a word; what is behind it is `rest`. FALSE: nothing belongs behind it, but something is
 * there. */
static gboolean
take_word (NkLineReading *line,
           const NkPiece *piece,
           NkWord         kind,
           const char    *word,
           char          *rest)
{
  NkLineValues *values = &line->values;

  if (kind < NK_WORD_STRENGTH && *rest != '\0')
    return FALSE;
  if (kind == NK_WORD_STRENGTH)
    read_strength (line, piece, word, rest);
  else if (kind == NK_WORD_SINCE)
    read_since (line, piece, word, rest);
  else if (kind == NK_WORD_UNTIL)
    take_date (line, piece, word, rest, &values->until);
  else if (kind >= NK_WORD_STATED && kind <= NK_WORD_OPEN)
    values->certainty = (int) kind;
  else if (kind >= NK_WORD_WEAK && kind <= NK_WORD_STRONG)
    values->strength = (int) (kind - NK_WORD_WEAK) + 1;
  else if (kind == NK_WORD_NO_KIND)
    {
      values->kind = NULL;
      values->has_kind = TRUE;
    }
  else
    values->formal = kind == NK_WORD_FORMAL;
  mark_word (line, piece);
  return TRUE;
}

/* A word that is written out, or, with `begun`, only begun. */
static gboolean
read_word (NkLineReading *line,
           const NkPiece *piece,
           gboolean       begun)
{
  gsize length = strcspn (piece->text, " ");
  g_autofree char *word = g_strndup (piece->text, length);
  int kind = nk_line_word (word, begun);
  char *rest = piece->text + length;

  return kind >= 0 && take_word (line, piece, (NkWord) kind, word, rest + strspn (rest, " "));
}

static gboolean
read_number (NkLineReading *line,
             const NkPiece *piece)
{
  if (strlen (piece->text) != 1 || !g_ascii_isdigit (*piece->text))
    return FALSE;
  read_strength (line, piece, "", piece->text);
  mark_word (line, piece);
  return TRUE;
}

static void
take_kind (NkLineReading *line,
           const NkPiece *piece,
           NkRecord      *kind)
{
  if (kind == NULL)
    return;
  if (line->values.has_kind)
    {
      nk_line_fail (line, piece, g_strdup (_("A tie has one kind.")));
      return;
    }
  line->values.kind = kind;
  line->values.has_kind = TRUE;
  nk_line_mark (line, NK_LINE_NAMED, piece, piece, kind, nk_record_title (kind));
}

static void
read_item (NkLineReading *line,
           const NkPiece *piece)
{
  static const int kinds[] = { NK_KIND, -1 };
  NkRecord *kind = nk_line_only (line, NK_KIND, piece->text, NK_MATCH_SAME);
  g_autofree char *date = nk_date_from_words (piece->text);

  if (kind != NULL)
    take_kind (line, piece, kind);
  else if (read_period (line, piece))
    mark_word (line, piece);
  else if (read_word (line, piece, FALSE) || read_number (line, piece))
    return;
  else if (date != NULL)
    nk_line_fail (line, piece, g_strdup_printf (_("Write whether it was “since %s” or “until %s”."),
                                                date, date));
  /* A kind is asked for first; who has said it means something else. */
  else if (!line->values.has_kind
           && (kind = nk_line_only (line, NK_KIND, piece->text, NK_MATCH_WORDS)) != NULL)
    take_kind (line, piece, kind);
  else if (!read_word (line, piece, TRUE))
    take_kind (line, piece,
               nk_line_find_named (line, piece, piece->text, kinds));
}

static void
read_note (NkLineReading *line,
           const NkPiece *piece)
{
  g_free (line->values.note);
  line->values.note = g_strdup (piece->text);
  mark_word (line, piece);
}

/* "[Interview 3, p. 7]" */
static void
read_source (NkLineReading *line,
             const NkPiece *piece)
{
  static const int kinds[] = { NK_SOURCE, -1 };
  const char *comma = strchr (piece->text, ',');
  g_autofree char *name = comma == NULL ? g_strdup (piece->text)
                                        : g_strndup (piece->text, (gsize) (comma - piece->text));
  char *locator = g_strstrip (g_strdup (comma != NULL ? comma + 1 : ""));
  NkRecord *source;

  g_ptr_array_add (line->texts, locator);
  if (*name == '\0')
    {
      nk_line_expect (line, g_strdup (_("In the brackets comes a source.")));
      return;
    }
  source = nk_line_find_named (line, piece, name, kinds);
  if (source != NULL)
    {
      const NkEvidence evidence = { nk_record_id (source), locator, "", NULL };

      g_array_append_val (line->values.evidence, evidence);
      nk_line_mark (line, NK_LINE_NAMED, piece, piece, source, nk_record_title (source));
    }
}

static void
refuse_without_tie (NkLineReading *line,
                    const NkPiece *piece)
{
  const NkLineValues *values = &line->values;

  if (values->has_kind || values->formal >= 0 || values->strength > 0 || values->certainty >= 0)
    nk_line_fail (line, piece,
                  g_strdup_printf (_("“%s” is said of a tie, and there is none in this line: write "
                                     "“A -> B”."), piece->text));
}

void
nk_line_read_values (NkLineReading *line,
                     guint          at,
                     gboolean       alone)
{
  const NkPiece *piece;

  for (; (piece = nk_line_piece (line, at)) != NULL; at++)
    {
      if (piece->kind == NK_PIECE_SOURCE)
        read_source (line, piece);
      else if (piece->kind == NK_PIECE_NAME && piece->quoted)
        read_note (line, piece);
      else if (piece->kind == NK_PIECE_NAME)
        read_item (line, piece);
      if (alone)
        refuse_without_tie (line, piece);
    }
  if (line->state == NK_LINE_READY)
    check_dates (line);
}
