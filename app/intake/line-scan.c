#include "intake/line-scan.h"

#include <string.h>

/* Long ones first: each begins with none that stands above it. */
static const struct { const char *text; NkWay way; } arrows[] = {
  { "<-->", NK_WAY_BOTH }, { "<->", NK_WAY_BOTH }, { "↔", NK_WAY_BOTH },
  { "-->", NK_WAY_RIGHT }, { "->", NK_WAY_RIGHT }, { "→", NK_WAY_RIGHT }, { ">", NK_WAY_RIGHT },
  { "<--", NK_WAY_LEFT }, { "<-", NK_WAY_LEFT }, { "←", NK_WAY_LEFT }, { "<", NK_WAY_LEFT },
  { "--", NK_WAY_NONE },
};

/* Only with a blank at both sides: "Müller-Lüdenscheidt" is one name. */
static const char *const dashes[] = { "-", "–", "—" };

static const struct { const char *open, *close; } quotes[] = {
  { "\"", "\"" }, { "„", "“" }, { "„", "”" }, { "“", "”" }, { "»", "«" }, { "«", "»" },
};

static const struct { char sign; NkPieceKind kind; } signs[] = {
  { ',', NK_PIECE_COMMA }, { '@', NK_PIECE_AT }, { '#', NK_PIECE_HASH }, { ':', NK_PIECE_COLON },
  { '[', NK_PIECE_SOURCE },
};

static void
piece_clear (gpointer data)
{
  g_free (((NkPiece *) data)->text);
}

static gboolean
is_blank (const char *text)
{
  return *text == '\0' || g_unichar_isspace (g_utf8_get_char (text));
}

static gboolean
is_letter (const char *text)
{
  return *text != '\0' && g_unichar_isalpha (g_utf8_get_char (text));
}

/* "Bürger:innen" is one word. */
static gboolean
is_inner_colon (const char *line,
                const char *at)
{
  static const char *const endings[] = { ":innen", ":in" };

  if (at == line || !is_letter (g_utf8_prev_char (at)))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_prefix (at, endings[i]) && !is_letter (at + strlen (endings[i])))
      return TRUE;
  return FALSE;
}

/* How many bytes the arrow here has; 0: there is none. */
static gsize
arrow_at (const char *line,
          const char *at,
          NkWay      *way)
{
  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    if (g_str_has_prefix (at, arrows[i].text))
      {
        *way = arrows[i].way;
        return strlen (arrows[i].text);
      }
  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    if (g_str_has_prefix (at, dashes[i]) && is_blank (at + strlen (dashes[i]))
        && (at == line || is_blank (g_utf8_prev_char (at))))
      {
        *way = NK_WAY_NONE;
        return strlen (dashes[i]);
      }
  return 0;
}

/* The kind of the sign here, or -1. */
static int
sign_at (const char *line,
         const char *at,
         gboolean    behind_colon)
{
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (*at == signs[i].sign)
      {
        if (behind_colon && *at != ',' && *at != '[')
          return -1;
        return *at == ':' && is_inner_colon (line, at) ? -1 : (int) signs[i].kind;
      }
  return -1;
}

/* Where what a quote opens here is closed; NULL if none opens. The closing one is the nearest that
 * fits. */
static const char *
quoted_at (const char  *at,
           const char **inner,
           gsize       *close)
{
  const char *end = NULL;

  *close = 0;
  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    if (g_str_has_prefix (at, quotes[i].open))
      {
        const char *found;

        *inner = at + strlen (quotes[i].open);
        found = strstr (*inner, quotes[i].close);
        if (found != NULL && (*close == 0 || found < end))
          {
            end = found;
            *close = strlen (quotes[i].close);
          }
        else if (end == NULL)
          end = *inner + strlen (*inner);
      }
  return end;
}

static void
add (GArray     *pieces,
     NkPiece     piece,
     const char *from,
     const char *to)
{
  piece.text = g_strstrip (g_strndup (from, (gsize) (to - from)));
  g_array_append_val (pieces, piece);
}

/* A piece that something closes; returns what is behind it. */
static const char *
add_enclosed (GArray     *pieces,
              const char *line,
              NkPieceKind kind,
              const char *at,
              const char *inner,
              const char *end,
              gsize       close)
{
  NkPiece piece = { .kind = kind, .start = (guint) (at - line),
                    .end = (guint) (end + close - line), .quoted = kind == NK_PIECE_NAME };

  add (pieces, piece, inner, end);
  return end + close;
}

static const char *
add_words (GArray     *pieces,
           const char *line,
           const char *at,
           gboolean    behind_colon)
{
  const char *end = at, *past = at;
  NkPiece piece = { .kind = NK_PIECE_NAME, .start = (guint) (at - line) };
  NkWay way;

  while (*past != '\0' && sign_at (line, past, behind_colon) < 0
         && (behind_colon || arrow_at (line, past, &way) == 0))
    {
      const char *next = g_utf8_next_char (past);

      if (!is_blank (past))
        end = next;
      past = next;
    }
  piece.end = (guint) (end - line);
  add (pieces, piece, at, end);
  return past;
}

static const char *
add_sign (GArray     *pieces,
          const char *line,
          const char *at,
          NkPieceKind kind)
{
  NkPiece piece = { .kind = kind, .start = (guint) (at - line), .end = (guint) (at + 1 - line) };
  const char *close = at + strcspn (at, "]");

  if (kind == NK_PIECE_SOURCE)
    return add_enclosed (pieces, line, kind, at, at + 1, close, *close == ']' ? 1 : 0);
  add (pieces, piece, at, at + 1);
  return at + 1;
}

GArray *
nk_line_scan (const char *line)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (NkPiece));
  gboolean behind_colon = FALSE;
  const char *at = line;

  g_array_set_clear_func (pieces, piece_clear);
  while (*at != '\0')
    {
      NkPiece arrow = { .kind = NK_PIECE_ARROW, .start = (guint) (at - line) };
      gsize length = behind_colon ? 0 : arrow_at (line, at, &arrow.way), close;
      int sign = sign_at (line, at, behind_colon);
      const char *inner, *end;

      if (is_blank (at))
        at = g_utf8_next_char (at);
      else if (length > 0)
        {
          arrow.end = arrow.start + (guint) length;
          add (pieces, arrow, at, at + length);
          at += length;
        }
      else if (sign >= 0)
        {
          behind_colon |= sign == NK_PIECE_COLON;
          at = add_sign (pieces, line, at, (NkPieceKind) sign);
        }
      else if ((end = quoted_at (at, &inner, &close)) != NULL)
        at = add_enclosed (pieces, line, NK_PIECE_NAME, at, inner, end, close);
      else
        at = add_words (pieces, line, at, behind_colon);
    }
  return pieces;
}

char *
nk_line_write_name (const char *name)
{
  g_autoptr (GArray) pieces = nk_line_scan (name);
  const NkPiece *piece = pieces->len == 1 ? &g_array_index (pieces, NkPiece, 0) : NULL;

  if (piece != NULL && piece->kind == NK_PIECE_NAME && !piece->quoted
      && !g_str_has_suffix (name, ")"))
    return g_strdup (name);
  return strchr (name, '"') == NULL ? g_strdup_printf ("\"%s\"", name)
                                    : g_strdup_printf ("„%s“", name);
}
