/* Where lines end: as few lines as the width allows, as even as they can be. */
#include "drawing/lettering-private.h"
#include "drawing/paragraph.h"

#include <math.h>
#include <string.h>

#define SOFT_HYPHEN 0x00AD
#define SOFT_HYPHEN_TEXT "\u00AD"

/* A place where a line may end: in front of the character `at`. */
typedef struct
{
  int at;
  gboolean hyphen;    /* with a hyphen that is not in the text */
  gboolean in_word;   /* not behind a blank */
} Break;

/* How wide a line from one character up to another is, without the blanks at its end. */
static double
line_width (const NkParagraph *paragraph,
            int              from,
            const Break     *to)
{
  int end = to->at;

  while (end > from && g_unichar_isspace (paragraph->characters[end - 1]))
    end--;
  return paragraph->x[end] - paragraph->x[from] + (to->hyphen ? paragraph->hyphen : 0);
}

static Break
break_at (const NkParagraph *paragraph,
          int              i)
{
  gunichar before = paragraph->characters[i - 1];

  return (Break) { .at = i,
                   .hyphen = before == SOFT_HYPHEN,
                   .in_word = !g_unichar_isspace (before) };
}

static gboolean
is_vowel (gunichar c)
{
  return c != 0 && g_utf8_strchr ("aeiouyäöüAEIOUYÄÖÜ", -1, c) != NULL;
}

/* How good it is to break a word in front of a character: best at the joint of a German compound
 * ("Koordinierungs-instanz"), then in front of a syllable, then anywhere; a cost in characters. */
static double
cost_within (const NkParagraph *paragraph,
             int              from,
             int              i,
             int              to)
{
  static const char *const joints[] = {
    "ungs", "heits", "keits", "schafts", "tions", "täts", "lings"
  };
  const gunichar *c = paragraph->characters;
  gsize length = paragraph->at[i] - paragraph->at[from];
  g_autofree char *before = g_strndup (paragraph->at[from], length);

  if (i - from < 3 || to - i < 3)
    return 6;
  for (guint j = 0; j < G_N_ELEMENTS (joints); j++)
    if (g_str_has_suffix (before, joints[j]))
      return -4;
  return is_vowel (c[i - 1]) && !is_vowel (c[i]) && is_vowel (c[i + 1]) ? 0 : 2;
}

/* The place between whole characters in from..to that is nearest to `target` and not beyond `most`;
 * the first one if there is none. */
static int
nearest_place (const NkParagraph *paragraph,
               int              from,
               int              to,
               double           target,
               double           most)
{
  double a_character = (paragraph->x[to] - paragraph->x[from]) / (to - from);
  double least = INFINITY;
  int best = -1;

  for (int i = from + 1; i < to; i++)
    {
      double cost = fabs (paragraph->x[i] - target)
                    + a_character * cost_within (paragraph, from, i, to);

      if (paragraph->attributes[i].is_cursor_position
          && (best < 0 || (paragraph->x[i] <= most && cost < least)))
        {
          best = i;
          least = cost;
        }
    }
  return best;
}

/* Breaks a piece that is wider than a line into even parts, between whole characters. */
static void
add_breaks_within (const NkParagraph *paragraph,
                   int              from,
                   int              to,
                   double           width,
                   GArray          *breaks)
{
  double whole = paragraph->x[to] - paragraph->x[from];
  double room = MAX (width - paragraph->hyphen, 1);
  int parts = ceil (whole / room);

  for (int part = 1, last = from; part < parts; part++)
    {
      Break within = { .in_word = TRUE };
      int i = nearest_place (paragraph, last, to, paragraph->x[from] + whole * part / parts,
                             paragraph->x[last] + room);

      if (i < 0)
        return;
      within.at = last = i;
      within.hyphen = g_unichar_isalpha (paragraph->characters[i - 1])
                      && g_unichar_isalpha (paragraph->characters[i])
                      && !g_unichar_iswide (paragraph->characters[i]);
      g_array_append_val (breaks, within);
    }
}

/* Adds the breaks within a word that is wider than a line: behind hyphens and slashes, at soft
 * hyphens, and where all that is not enough, between any two characters. */
static void
add_word_breaks (const NkParagraph *paragraph,
                 int              from,
                 int              to,
                 double           width,
                 GArray          *breaks)
{
  for (int i = from + 1; i <= to; i++)
    if (i == to || paragraph->attributes[i].is_line_break)
      {
        Break end = break_at (paragraph, i);

        if (line_width (paragraph, from, &end) > width)
          add_breaks_within (paragraph, from, i, width, breaks);
        if (i < to)
          g_array_append_val (breaks, end);
        from = i;
      }
}

/* All places where a line may end, the end of the paragraph last. A word that fits is kept whole,
 * so that names are found as they are written. */
static GArray *
find_breaks (const NkParagraph *paragraph,
             double           width)
{
  GArray *breaks = g_array_new (FALSE, FALSE, sizeof (Break));
  Break start = { .at = 0 };
  int from = 0;

  g_array_append_val (breaks, start);
  for (int i = 1; i <= paragraph->n; i++)
    if (i == paragraph->n
        || (paragraph->attributes[i].is_line_break
            && g_unichar_isspace (paragraph->characters[i - 1])))
      {
        Break end = { .at = i };

        if (line_width (paragraph, from, &end) > width)
          add_word_breaks (paragraph, from, i, width, breaks);
        g_array_append_val (breaks, end);
        from = i;
      }
  return breaks;
}

/* Chooses among the breaks: fewest lines first, then the least sum of squared remainders. Returns,
 * for each break, where the line that ends there begins. */
static int *
choose_breaks (const NkParagraph *paragraph,
               const Break     *breaks,
               int              n,
               double           width,
               gboolean         even)
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
                 + (end < n - 1 && breaks[end].in_word ? 0.08 : 0);
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

static void
break_paragraph (PangoLayout *layout,
                 const char  *text,
                 double       width,
                 gboolean     even,
                 GArray      *lines)
{
  NkParagraph paragraph;
  GArray *breaks;
  const Break *b;
  int *previous;
  int n, first = lines->len;

  nk_paragraph_init (&paragraph, layout, text);
  breaks = find_breaks (&paragraph, width);
  b = (const Break *) (gpointer) breaks->data;
  n = breaks->len;
  previous = choose_breaks (&paragraph, b, n, width, even);
  for (int end = n - 1; end > 0; end = previous[end])
    {
      NkBrokenLine line = { line_text (paragraph.at[b[previous[end]].at], paragraph.at[b[end].at],
                                       b[end].hyphen),
                            b[end].in_word };

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
        break_paragraph (layout, *paragraph, width, even, lines);
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
      breaks = find_breaks (&paragraph, INFINITY);
      for (guint i = 1; i < breaks->len; i++)
        widest = MAX (widest, line_width (&paragraph, g_array_index (breaks, Break, i - 1).at,
                                          &g_array_index (breaks, Break, i)));
      g_array_unref (breaks);
      nk_paragraph_clear (&paragraph);
    }
  return widest;
}
