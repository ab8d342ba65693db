/* Where lines end: as few lines as the width allows, as even as they can be. */
#include "drawing/hyphenation.h"
#include "drawing/lettering-private.h"
#include "drawing/paragraph.h"

#include <math.h>
#include <string.h>

#define SOFT_HYPHEN 0x00AD
#define SOFT_HYPHEN_TEXT "\u00AD"
#define LEFT_TO_RIGHT_MARK "\u200E"
#define RIGHT_TO_LEFT_MARK "\u200F"

/* A place where a line may end: in front of the character `at`. */
typedef struct
{
  int at;
  gboolean hyphen;    /* with a hyphen that is not in the text */
  gboolean joined;    /* not behind a blank */
  double cost;        /* beside that of uneven lines */
} Break;

#define COST_IN_WORD 0.08    /* behind a hyphen or a slash that is there; one of ours costs more */
#define COST_ANYWHERE 1.0    /* where no rule allows it */

/* How wide a line from one character up to another is, without the blanks at its end. */
static double
line_width (const NkParagraph *paragraph,
            int                from,
            const Break       *to)
{
  int end = to->at;

  while (end > from && g_unichar_isspace (paragraph->characters[end - 1]))
    end--;
  return paragraph->x[end] - paragraph->x[from] + (to->hyphen ? paragraph->hyphen : 0);
}

static gboolean
is_too_wide (const NkParagraph *paragraph,
             int                from,
             int                to,
             double             width)
{
  Break end = { .at = to, .hyphen = paragraph->characters[to - 1] == SOFT_HYPHEN };

  return line_width (paragraph, from, &end) > width;
}

/* TRUE if a word ends in front of a character: behind blanks, and where a script has none between
 * its words. */
static gboolean
ends_word (const NkParagraph *paragraph,
           int                i)
{
  gunichar before = paragraph->characters[i - 1];

  return paragraph->attributes[i].is_line_break
         && (g_unichar_isspace (before) || g_unichar_iswide (before)
             || g_unichar_iswide (paragraph->characters[i]));
}

/* TRUE if all that is left of a word is the ending for all genders, as in "Akteur_innen" or
 * "Bürger/in": it stays with its word. */
static gboolean
is_ending (const NkParagraph *paragraph,
           int                i)
{
  static const char *const endings[] = { "in", "innen" };
  int n = 0;

  while (i + n < paragraph->n && g_unichar_isalpha (paragraph->characters[i + n]))
    n++;
  for (guint e = 0; e < G_N_ELEMENTS (endings); e++)
    if ((int) strlen (endings[e]) == n && strncmp (paragraph->at[i], endings[e], n) == 0)
      return TRUE;
  return FALSE;
}

/* TRUE if a word that is too wide may be broken here by what is written in it: a hyphen, a slash, a
 * soft hyphen, an underscore. */
static gboolean
may_break (const NkParagraph *paragraph,
           int                i)
{
  return (paragraph->attributes[i].is_line_break || paragraph->characters[i - 1] == '_')
         && !is_ending (paragraph, i);
}

static gboolean
takes_hyphen (gunichar c)
{
  GUnicodeScript script = g_unichar_get_script (c);

  return script == G_UNICODE_SCRIPT_LATIN || script == G_UNICODE_SCRIPT_GREEK
         || script == G_UNICODE_SCRIPT_CYRILLIC;
}

/* Breaks a piece that has no place for it into even parts, between whole characters. */
static void
add_breaks_anywhere (const NkParagraph *paragraph,
                     int                from,
                     int                to,
                     double             width,
                     GArray            *breaks)
{
  double room = MAX (width - paragraph->hyphen, 1);
  double whole = paragraph->x[to] - paragraph->x[from];
  double part = whole / ceil (whole / room);

  for (int i = from + 1, start = from; i < to; i++)
    if (paragraph->attributes[i].is_cursor_position
        && paragraph->x[i + 1] - paragraph->x[start] > part + 1e-6)
      {
        Break within = { .at = i, .joined = TRUE, .cost = COST_ANYWHERE };

        within.hyphen = takes_hyphen (paragraph->characters[i - 1])
                        && takes_hyphen (paragraph->characters[i]);
        g_array_append_val (breaks, within);
        start = i;
      }
}

/* The cost of a hyphen of ours in front of each character of a piece without blanks. */
static float *
find_hyphens (const NkParagraph *paragraph,
              const char        *language,
              int                from,
              int                to)
{
  float *costs = g_new0 (float, to - from);

  for (int start = from, end; start < to; start = end + 1)
    {
      for (end = start; end < to && g_unichar_isalpha (paragraph->characters[end]); end++)
        ;
      nk_hyphenate (language, paragraph->characters + start, end - start, costs + (start - from));
    }
  return costs;
}

/* Adds the breaks between the syllables of a piece that is wider than a line. */
static void
add_hyphens (const NkParagraph *paragraph,
             const char        *language,
             int                from,
             int                to,
             double             width,
             GArray            *breaks)
{
  g_autofree float *costs = find_hyphens (paragraph, language, from, to);

  for (int i = from + 1, start = from; i <= to; i++)
    {
      Break here = { .at = i, .hyphen = i < to, .joined = TRUE, .cost = COST_IN_WORD };

      if (i < to && (costs[i - from] == NK_NO_HYPHEN
                     || !paragraph->attributes[i].is_cursor_position))
        continue;
      if (line_width (paragraph, start, &here) > width)
        add_breaks_anywhere (paragraph, start, i, width, breaks);
      if (i < to)
        {
          here.cost += costs[i - from];
          g_array_append_val (breaks, here);
        }
      start = i;
    }
}

/* Adds the breaks within a word that is wider than a line. */
static void
add_word_breaks (const NkParagraph *paragraph,
                 const char        *language,
                 int                from,
                 int                to,
                 double             width,
                 GArray            *breaks)
{
  for (int i = from + 1; i <= to; i++)
    if (i == to || may_break (paragraph, i))
      {
        Break end = { .at = i, .joined = TRUE, .cost = COST_IN_WORD,
                      .hyphen = paragraph->characters[i - 1] == SOFT_HYPHEN };

        if (is_too_wide (paragraph, from, i, width))
          add_hyphens (paragraph, language, from, i, width, breaks);
        if (i < to)
          g_array_append_val (breaks, end);
        from = i;
      }
}

/* All places where a line may end, the end of the paragraph last. A word that fits is kept whole,
 * so that names are found as they are written. */
static GArray *
find_breaks (const NkParagraph *paragraph,
             const char        *language,
             double             width)
{
  GArray *breaks = g_array_new (FALSE, FALSE, sizeof (Break));
  Break start = { .at = 0 };
  int from = 0;

  g_array_append_val (breaks, start);
  for (int i = 1; i <= paragraph->n; i++)
    if (i == paragraph->n || ends_word (paragraph, i))
      {
        gboolean blank = i == paragraph->n || g_unichar_isspace (paragraph->characters[i - 1]);
        Break end = { .at = i, .joined = !blank };

        if (is_too_wide (paragraph, from, i, width))
          add_word_breaks (paragraph, language, from, i, width, breaks);
        g_array_append_val (breaks, end);
        from = i;
      }
  return breaks;
}

/* Chooses among the breaks: fewest lines first, then the least sum of squared remainders. Returns,
 * for each break, where the line that ends there begins. */
static int *
choose_breaks (const NkParagraph *paragraph,
               const Break       *breaks,
               int                n,
               double             width,
               gboolean           even)
{
  const double a_line = 1e4;   /* dearer than any unevenness of all lines */
  int *previous = g_new0 (int, n);
  double *cost = g_new (double, n);

  cost[0] = 0;
  for (int end = 1; end < n; end++)
    {
      cost[end] = INFINITY;
      for (int start = end - 1; start >= 0; start--)
        {
          double slack = width - line_width (paragraph, breaks[start].at, &breaks[end]);
          double here = slack / width;

          if (slack < 0 && start < end - 1)
            break;
          /* The last line may be short where lines are filled, not balanced. */
          here = a_line + (even || end < n - 1 ? here * here : 0)
                 + (end < n - 1 ? breaks[end].cost : 0);
          if (cost[start] + here < cost[end])
            {
              cost[end] = cost[start] + here;
              previous[end] = start;
            }
        }
    }
  g_free (cost);
  return previous;
}

/* Some bytes of a text as a line: no blank at its end, no soft hyphens, but the hyphen it was
 * broken with. */
static char *
line_text (const char *start,
           const char *end,
           gboolean    hyphen)
{
  GString *line = g_string_new_len (start, end - start);

  g_string_replace (line, SOFT_HYPHEN_TEXT, "", 0);
  g_strchomp (line->str);
  line->len = strlen (line->str);
  if (hyphen)
    g_string_append_c (line, '-');
  return g_string_free (line, FALSE);
}

/* Lets a line run as its paragraph does, even if its own letters would not say so. Takes it. */
static char *
run_along (PangoLayout *layout,
           char        *line,
           gboolean     backward)
{
  char *marked;

  if (nk_text_runs_backward (layout, line) == backward)
    return line;
  marked = g_strconcat (backward ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK, line, NULL);
  g_free (line);
  return marked;
}

static void
break_paragraph (PangoLayout *layout,
                 const char  *text,
                 const char  *language,
                 double       width,
                 gboolean     even,
                 GArray      *lines)
{
  NkParagraph paragraph;
  gboolean backward = nk_text_runs_backward (layout, text);
  GArray *breaks;
  const Break *b;
  int *previous;
  int n, first = lines->len;

  nk_paragraph_init (&paragraph, layout, text);
  breaks = find_breaks (&paragraph, language, width);
  b = (const Break *) (gpointer) breaks->data;
  n = breaks->len;
  previous = choose_breaks (&paragraph, b, n, width, even);
  for (int end = n - 1; end > 0; end = previous[end])
    {
      char *words = line_text (paragraph.at[b[previous[end]].at], paragraph.at[b[end].at],
                               b[end].hyphen);
      NkBrokenLine line = { run_along (layout, words, backward), b[end].joined };

      g_array_insert_val (lines, first, line);
    }
  g_free (previous);
  g_array_unref (breaks);
  nk_paragraph_clear (&paragraph);
}

/* The paragraphs of a text, whatever they are ended with; tabs are blanks. */
static char **
split_paragraphs (const char *text)
{
  GString *plain = g_string_new (NULL);
  char **paragraphs;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    switch (g_utf8_get_char (c))
      {
      case '\r':
        if (c[1] != '\n')
          g_string_append_c (plain, '\n');
        break;
      case '\n': case '\v': case '\f': case 0x85: case 0x2028: case 0x2029:
        g_string_append_c (plain, '\n');
        break;
      case '\t':
        g_string_append_c (plain, ' ');
        break;
      default:
        if (!g_unichar_iscntrl (g_utf8_get_char (c)))
          g_string_append_unichar (plain, g_utf8_get_char (c));
      }
  paragraphs = g_strsplit (plain->str, "\n", -1);
  g_string_free (plain, TRUE);
  return paragraphs;
}

static void
clear_line (gpointer data)
{
  g_free (((NkBrokenLine *) data)->text);
}

GArray *
nk_break_lines (const char                 *text,
                const char                 *language,
                const PangoFontDescription *font,
                double                      width,
                gboolean                    even)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (NkBrokenLine));
  g_autoptr (PangoLayout) layout = nk_type_layout (font, "");
  g_auto (GStrv) paragraphs = split_paragraphs (text);

  g_array_set_clear_func (lines, clear_line);
  if (paragraphs[0] == NULL)
    {
      NkBrokenLine empty = { g_strdup (""), FALSE };

      g_array_append_val (lines, empty);
    }
  for (char **paragraph = paragraphs; *paragraph != NULL; paragraph++)
    {
      g_strstrip (*paragraph);
      if (width > 0 && nk_text_width (layout, *paragraph) > width)
        break_paragraph (layout, *paragraph, language, width, even, lines);
      else
        {
          const char *end = *paragraph + strlen (*paragraph);
          NkBrokenLine line = { line_text (*paragraph, end, FALSE), FALSE };

          g_array_append_val (lines, line);
        }
    }
  return lines;
}

double
nk_widest_word (const char                 *text,
                const PangoFontDescription *font)
{
  g_autoptr (PangoLayout) layout = nk_type_layout (font, "");
  g_auto (GStrv) paragraphs = split_paragraphs (text);
  double widest = 0;

  for (char **text_of = paragraphs; *text_of != NULL; text_of++)
    {
      NkParagraph paragraph;
      GArray *breaks;

      nk_paragraph_init (&paragraph, layout, *text_of);
      breaks = find_breaks (&paragraph, "", INFINITY);
      for (guint i = 1; i < breaks->len; i++)
        widest = MAX (widest, line_width (&paragraph, g_array_index (breaks, Break, i - 1).at,
                                          &g_array_index (breaks, Break, i)));
      g_array_unref (breaks);
      nk_paragraph_clear (&paragraph);
    }
  return widest;
}
