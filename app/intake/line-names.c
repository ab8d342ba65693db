#include "intake/line-private.h"

#include "map/text.h"

/* A name of fewer letters is like too many others. */
#define LEAST_SIMILAR 3

/* Of those whose names match a text: who is meant. */
typedef struct
{
  NkRecord *first, *second;   /* of those that match best; NULL: not so many */
  guint n;                    /* how many match so well */
  NkMatchKind kind;           /* how well */
  NkRecord *loose;            /* the best one that matches too loosely, or NULL */
} Meant;

static Meant
choose (const GArray *matches,
        NkMatchKind   most)
{
  Meant meant = { 0 };

  meant.kind = NK_MATCH_SIMILAR;
  for (guint i = 0; i < matches->len; i++)
    meant.kind = MIN (meant.kind, g_array_index (matches, NkMatch, i).kind);
  for (guint i = 0; i < matches->len; i++)
    {
      const NkMatch *match = &g_array_index (matches, NkMatch, i);

      if (match->kind > most && meant.loose == NULL)
        meant.loose = match->record;
      if (match->kind > most || match->kind != meant.kind)
        continue;
      if (meant.n++ == 0)
        meant.first = match->record;
      else if (meant.second == NULL)
        meant.second = match->record;
    }
  return meant;
}

static void
fail_several (NkLineReading *line,
              const NkPiece *piece,
              const char    *text,
              const Meant   *meant)
{
  const char *first = nk_record_title (meant->first), *second = nk_record_title (meant->second);

  nk_line_fail (line, piece,
                meant->n == 2
                ? g_strdup_printf (_("“%s” may mean “%s” or “%s”. Type on, or choose one."), text,
                                   first, second)
                : g_strdup_printf (_("“%s” may mean “%s”, “%s” or another one. Type on, or choose "
                                     "one."), text, first, second));
}

/* What is named */

/* That there is none, and which one may be meant (or NULL). */
static char *
none_such (NkRecordKind    kind,
           const char     *text,
           const NkRecord *similar)
{
  const char *name = similar != NULL ? nk_record_title (similar) : NULL;

  switch ((int) kind)
    {
    case NK_KIND:
      return name == NULL
             ? g_strdup_printf (_("There is no kind “%s”."), text)
             : g_strdup_printf (_("There is no kind “%s”. Did you mean “%s”?"), text, name);
    case NK_SECTOR:
      return name == NULL
             ? g_strdup_printf (_("There is no sector “%s”."), text)
             : g_strdup_printf (_("There is no sector “%s”. Did you mean “%s”?"), text, name);
    case NK_SOURCE:
      return name == NULL
             ? g_strdup_printf (_("There is no source “%s”."), text)
             : g_strdup_printf (_("There is no source “%s”. Did you mean “%s”?"), text, name);
    default:
      return name == NULL
             ? g_strdup_printf (_("There is no level and no district “%s”."), text)
             : g_strdup_printf (_("There is no level and no district “%s”. Did you mean “%s”?"),
                                text, name);
    }
}

NkRecord *
nk_line_find_named (NkLineReading *line,
                    const NkPiece *piece,
                    const char    *text,
                    const int     *kinds)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (NkMatch));
  Meant meant;

  for (guint i = 0; kinds[i] >= 0; i++)
    {
      g_autoptr (GArray) matches = nk_matcher_find (line->matcher, line->map,
                                                    (NkRecordKind) kinds[i], text, 0);

      if (matches->len > 0)
        g_array_append_vals (all, matches->data, matches->len);
    }
  meant = choose (all, piece->quoted ? NK_MATCH_SAME : NK_MATCH_PART);
  if (meant.n == 1 || (meant.n > 1 && meant.kind == NK_MATCH_EXACT))
    return meant.first;
  if (meant.n > 1)
    fail_several (line, piece, text, &meant);
  else
    nk_line_fail (line, piece, none_such ((NkRecordKind) kinds[0], text, meant.loose));
  return NULL;
}

NkRecord *
nk_line_only (const NkLineReading *line,
              NkRecordKind         kind,
              const char          *text,
              NkMatchKind          most)
{
  g_autoptr (GArray) matches = nk_matcher_find (line->matcher, line->map, kind, text, 0);
  Meant meant = choose (matches, most);

  return meant.n == 1 ? meant.first : NULL;
}

/* Actors */

static gboolean
stands_there (const NkRecord    *record,
              const NkLineActor *actor)
{
  return (actor->level == NULL || g_str_equal (nk_record_text (record, NK_FIELD_LEVEL),
                                               nk_record_id (actor->level)))
         && (actor->district == NULL || g_str_equal (nk_record_text (record, NK_FIELD_DISTRICT),
                                                     nk_record_id (actor->district)));
}

static void
keep_those_there (GArray            *matches,
                  const NkLineActor *actor)
{
  guint n = 0;

  for (guint i = 0; i < matches->len; i++)
    if (stands_there (g_array_index (matches, NkMatch, i).record, actor))
      g_array_index (matches, NkMatch, n++) = g_array_index (matches, NkMatch, i);
  g_array_set_size (matches, n);
}

static gboolean
same_title (const Meant *meant)
{
  return g_str_equal (nk_record_title (meant->first), nk_record_title (meant->second));
}

static void
fail_many (NkLineReading *line,
           const NkPiece *piece,
           const Meant   *meant)
{
  if (meant->kind == NK_MATCH_EXACT || same_title (meant))
    nk_line_fail (line, piece,
                  g_strdup_printf (_("Several actors are called “%s”: write behind “@” on which "
                                     "level or in which district the one is that you mean."),
                                   nk_record_title (meant->first)));
  else
    fail_several (line, piece, piece->text, meant);
}

void
nk_line_find_actor (NkLineReading *line,
                    const NkPiece *piece,
                    gboolean       alone,
                    NkLineActor   *actor)
{
  g_autoptr (GArray) matches = nk_matcher_find (line->matcher, line->map, NK_ACTOR, piece->text, 0);
  Meant meant;

  keep_those_there (matches, actor);
  meant = choose (matches, piece->quoted || alone ? NK_MATCH_SAME : NK_MATCH_WORDS);
  if (meant.n > 1)
    fail_many (line, piece, &meant);
  else if (meant.n == 1)
    actor->known = meant.first;
  if (meant.n > 0)
    return;
  actor->name = g_strdup (piece->text);
  meant = choose (matches, NK_MATCH_SIMILAR);
  if (meant.n == 1 && !piece->quoted && g_utf8_strlen (piece->text, -1) >= LEAST_SIMILAR)
    actor->similar = meant.first;
}
