#include "intake/line-choices.h"

#include "intake/line-scan.h"
#include "intake/line-words.h"
#include "map/fold.h"

#include <string.h>

/* What somebody is writing. */
typedef struct
{
  guint start, end;          /* bytes of the line */
  const char *text;          /* of a piece, or "" */
  int kinds[3];              /* of records that may stand there; ends with -1 */
  gboolean words;            /* words may stand there, too */
  gboolean words_first;      /* and rather than a kind, which comes first as a rule */
  gboolean in_brackets;
} Place;

typedef struct
{
  NkMatcher *matcher;
  const NkMap *map;
  Place place;
  guint most;
  GArray *choices;
  gboolean same;             /* somebody is called so, but for case and the like */
} Search;

static void
choice_clear (gpointer data)
{
  NkLineChoice *choice = data;

  g_free (choice->text);
  g_free (choice->label);
}

/* What is before a byte of the line, and what is written there. */
typedef struct
{
  const NkPiece *here;       /* a name or a source; NULL: nothing yet */
  int before;                /* the kind of the sign before it; -1: none */
  gboolean behind_colon;
} Spot;

static Spot
find_spot (const GArray *pieces,
           guint         at)
{
  Spot spot = { NULL, -1, FALSE };

  for (guint i = 0; i < pieces->len && spot.here == NULL; i++)
    {
      const NkPiece *piece = &g_array_index (pieces, NkPiece, i);

      if (piece->start > at)
        break;
      if ((piece->kind == NK_PIECE_NAME || piece->kind == NK_PIECE_SOURCE) && at <= piece->end)
        spot.here = piece;
      else
        {
          spot.before = (int) piece->kind;
          spot.behind_colon |= piece->kind == NK_PIECE_COLON;
        }
    }
  return spot;
}

/* TRUE for a source that nobody has closed and of which no place in it is said. */
static gboolean
is_open_source (const NkPiece *piece)
{
  return strchr (piece->text, ',') == NULL && piece->end - piece->start < strlen (piece->text) + 2;
}

/* What may stand at a byte of the line. FALSE: nothing that has a name. */
static gboolean
find_place (const GArray *pieces,
            guint         at,
            Place        *place)
{
  Spot spot = find_spot (pieces, at);

  *place = (Place) { .start = at, .end = at, .text = "", .kinds = { NK_ACTOR, -1, -1 } };
  if (spot.here != NULL)
    {
      place->start = spot.here->start;
      place->end = spot.here->end;
      place->text = spot.here->text;
      if (spot.here->quoted)
        return FALSE;
    }
  if (spot.here != NULL && spot.here->kind == NK_PIECE_SOURCE)
    {
      place->in_brackets = TRUE;
      place->kinds[0] = NK_SOURCE;
      return is_open_source (spot.here);
    }
  if (spot.before == NK_PIECE_AT || spot.before == NK_PIECE_HASH)
    {
      place->kinds[0] = spot.before == NK_PIECE_AT ? NK_LEVEL : NK_SECTOR;
      place->kinds[1] = spot.before == NK_PIECE_AT ? NK_DISTRICT : -1;
      return TRUE;
    }
  if (!spot.behind_colon)
    return spot.here != NULL;
  place->kinds[0] = NK_KIND;
  place->words = TRUE;
  place->words_first = spot.before == NK_PIECE_COMMA;
  return spot.here != NULL || spot.before == NK_PIECE_COLON || spot.before == NK_PIECE_COMMA;
}

static void
add_choice (Search     *search,
            char       *text,
            const char *label,
            NkRecord   *record,
            gboolean    is_new)
{
  const NkLineChoice choice = { search->place.start, search->place.end, text, g_strdup (label),
                                record, is_new };

  g_array_append_val (search->choices, choice);
}

static char *
write_record (const Search   *search,
              const NkRecord *record)
{
  const char *title = nk_record_title (record);

  return search->place.in_brackets ? g_strdup_printf ("[%s]", title) : nk_line_write_name (title);
}

/* The records whose names match, those of all kinds best first. */
static GArray *
find_records (const Search *search)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (NkMatch));

  for (guint i = 0; search->place.kinds[i] >= 0; i++)
    {
      NkRecordKind kind = (NkRecordKind) search->place.kinds[i];
      guint n = *search->place.text == '\0' ? MIN (nk_map_count (search->map, kind), search->most)
                                            : 0;
      g_autoptr (GArray) matches = nk_matcher_find (search->matcher, search->map, kind,
                                                    search->place.text, search->most);

      for (guint j = 0; j < n; j++)
        {
          const NkMatch match = { nk_map_at (search->map, kind, j), NK_MATCH_PART };

          g_array_append_val (all, match);
        }
      if (matches->len > 0)
        g_array_append_vals (all, matches->data, matches->len);
    }
  return all;
}

/* TRUE if a name is there as it is. */
static gboolean
add_records (Search *search)
{
  g_autoptr (GArray) all = find_records (search);

  for (guint how = 0; how <= NK_MATCH_SIMILAR; how++)
    for (guint i = 0; i < all->len && search->choices->len < search->most; i++)
      {
        const NkMatch *match = &g_array_index (all, NkMatch, i);

        if (match->kind != how)
          continue;
        if (how == NK_MATCH_EXACT)
          return TRUE;
        search->same |= how == NK_MATCH_SAME;
        add_choice (search, write_record (search, match->record), nk_record_title (match->record),
                    match->record, FALSE);
      }
  return FALSE;
}

static void
add_words (Search *search)
{
  g_autofree char *fold = nk_fold (search->place.text, NK_FOLD_PLAIN);

  for (guint i = 0; *fold != '\0' && i < NK_N_WORDS && search->choices->len < search->most; i++)
    {
      const char *label = nk_line_word_label ((NkWord) i);
      g_autofree char *word = nk_fold (label, NK_FOLD_PLAIN);

      if (g_str_has_prefix (word, fold) && !g_str_equal (word, fold))
        add_choice (search, g_strdup (label), label, NULL, FALSE);
    }
}

/* In a tie the beginning of a name is enough: so somebody else who is called no more than that has
 * to be said. */
static void
add_new (Search *search)
{
  const char *text = search->place.text;

  if (search->choices->len > 0 && strchr (text, '"') == NULL && !search->same)
    add_choice (search, g_strdup_printf ("\"%s\"", text), text, NULL, TRUE);
}

static gboolean
has_arrow (const GArray *pieces)
{
  for (guint i = 0; i < pieces->len; i++)
    if (g_array_index (pieces, NkPiece, i).kind == NK_PIECE_ARROW)
      return TRUE;
  return FALSE;
}

GArray *
nk_line_choices (NkMatcher   *matcher,
                 const NkMap *map,
                 const char  *line,
                 guint        at,
                 guint        most)
{
  g_autoptr (GArray) pieces = nk_line_scan (line);
  Search search = { matcher, map, { 0 }, most, g_array_new (FALSE, FALSE, sizeof (NkLineChoice)) };

  g_array_set_clear_func (search.choices, choice_clear);
  if (!find_place (pieces, at, &search.place))
    return search.choices;
  if (search.place.words_first)
    add_words (&search);
  if (add_records (&search))
    {
      g_array_set_size (search.choices, 0);
      return search.choices;
    }
  if (search.place.words && !search.place.words_first)
    add_words (&search);
  if (search.place.kinds[0] == NK_ACTOR && has_arrow (pieces))
    add_new (&search);
  return search.choices;
}
