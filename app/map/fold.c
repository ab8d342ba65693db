#include "map/fold.h"

#include <string.h>

gboolean
nk_is_word_char (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c)
         || g_unichar_type (c) == G_UNICODE_OTHER_SYMBOL;
}

/* Letters that GLib has no plain form of. */
static const char *
plain_letter (gunichar c)
{
  switch (c)
    {
    case 0x131:   /* ı */
      return "i";
    case 0x111:   /* đ */
      return "d";
    case 0x127:   /* ħ */
      return "h";
    default:
      return NULL;
    }
}

/* A letter without case and accents; one of another script keeps its form. */
static void
append_plain (GString  *words,
              gunichar  c,
              NkFold    fold)
{
  char letter[7] = { 0 };
  g_autofree char *small = NULL, *ascii = NULL;

  if (c < 0x80)
    {
      g_string_append_c (words, g_ascii_tolower (c));
      return;
    }
  g_unichar_to_utf8 (g_unichar_tolower (c), letter);
  small = g_utf8_casefold (letter, -1);
  ascii = g_str_to_ascii (small, fold == NK_FOLD_GERMAN ? "de" : "en");
  if (plain_letter (g_utf8_get_char (small)) != NULL)
    g_string_append (words, plain_letter (g_utf8_get_char (small)));
  else if (strchr (ascii, '?') != NULL)
    g_string_append (words, small);
  else
    for (const char *at = ascii; *at != '\0'; at++)
      if (g_ascii_isalnum (*at))
        g_string_append_c (words, g_ascii_tolower (*at));
}

static void
append_letter (NkFolded *folded,
               gunichar  c,
               NkFold    fold,
               guint     start,
               guint     end)
{
  if (fold == NK_FOLD_EXACT)
    g_string_append_unichar (folded->words, c);
  else if (!g_unichar_ismark (c))
    append_plain (folded->words, c, fold);
  while (folded->starts != NULL && folded->starts->len < folded->words->len)
    {
      g_array_append_val (folded->starts, start);
      g_array_append_val (folded->ends, end);
    }
}

/* A letter, or what stands between words. */
static void
append_char (NkFolded *folded,
             gunichar  c,
             NkFold    fold,
             guint     start,
             guint     end)
{
  if (g_ascii_isalnum (c) || nk_is_word_char (c))
    append_letter (folded, c, fold, start, end);
  else if (g_unichar_type (c) != G_UNICODE_FORMAT && folded->words->len > 0
           && folded->words->str[folded->words->len - 1] != ' ')
    append_letter (folded, ' ', NK_FOLD_EXACT, start, end);
}

/* A letter with its marks. */
static void
append_cluster (NkFolded   *folded,
                NkFold      fold,
                const char *text,
                guint       start,
                guint       end)
{
  g_autofree char *composed = g_utf8_normalize (text + start, end - start,
                                                G_NORMALIZE_ALL_COMPOSE);

  for (const char *at = composed; *at != '\0'; at = g_utf8_next_char (at))
    append_char (folded, g_utf8_get_char (at), fold, start, end);
}

/* Without places if there are no arrays for them. */
static void
append_text (NkFolded   *folded,
             const char *text,
             NkFold      fold)
{
  const char *end;

  for (const char *at = text; *at != '\0'; at = end)
    {
      end = g_utf8_next_char (at);
      while ((*end & 0x80) != 0 && g_unichar_ismark (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      if (end == at + 1)
        append_char (folded, *at, fold, at - text, end - text);
      else
        append_cluster (folded, fold, text, at - text, end - text);
    }
  if (folded->words->len > 0 && folded->words->str[folded->words->len - 1] == ' ')
    g_string_truncate (folded->words, folded->words->len - 1);
}

NkFolded *
nk_fold_text (const char *text,
              NkFold      fold)
{
  NkFolded *folded = g_new0 (NkFolded, 1);

  folded->words = g_string_sized_new (strlen (text));
  folded->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  folded->ends = g_array_new (FALSE, FALSE, sizeof (guint));
  append_text (folded, text, fold);
  return folded;
}

void
nk_folded_free (NkFolded *folded)
{
  g_string_free (folded->words, TRUE);
  g_array_unref (folded->starts);
  g_array_unref (folded->ends);
  g_free (folded);
}

char *
nk_fold (const char *text,
         NkFold      fold)
{
  NkFolded folded = { .words = g_string_sized_new (strlen (text)) };

  append_text (&folded, text, fold);
  return g_string_free (folded.words, FALSE);
}
