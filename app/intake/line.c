#include "intake/line-private.h"

#include "intake/line-words.h"
#include "map/zones.h"

#include "map/text.h"

#include <string.h>

/* So many at the most, lest a slip floods a map. */
#define MOST_TIES 100

/* A name as it stands in the line, before anybody knows whom it means. */
typedef struct
{
  guint piece;
  guint group;               /* names with commas between them are one group */
  NkLineActor actor;         /* what is said of it */
  guint number;              /* its place in the line's actors, once it is known */
} Name;

typedef struct
{
  NkLineReading *line;
  guint at;                  /* the next piece */
  GArray *names;             /* of Name */
  GArray *ways;              /* of NkWay: between the groups */
} Reader;

/* Marks and faults */

void
nk_line_mark (NkLineReading *line,
              NkLineMark     mark,
              const NkPiece *first,
              const NkPiece *last,
              NkRecord      *record,
              const char    *text)
{
  char *kept = g_strdup (text);
  const NkLinePart part = { mark, first->start, last->end, record, kept };

  g_ptr_array_add (line->texts, kept);
  g_array_append_val (line->parts, part);
}

void
nk_line_fail (NkLineReading *line,
              const NkPiece *piece,
              char          *fault)
{
  if (line->state == NK_LINE_READY)
    {
      line->state = NK_LINE_WRONG;
      line->fault = fault;
      nk_line_mark (line, NK_LINE_FAULT, piece, piece, NULL, piece->text);
    }
  else
    g_free (fault);
}

void
nk_line_expect (NkLineReading *line,
                char          *fault)
{
  if (line->state == NK_LINE_READY)
    {
      line->state = NK_LINE_UNFINISHED;
      line->fault = fault;
    }
  else
    g_free (fault);
}

const NkPiece *
nk_line_piece (const NkLineReading *line,
               guint                at)
{
  return at < line->pieces->len ? &g_array_index (line->pieces, NkPiece, at) : NULL;
}

static gboolean
is_piece (const NkPiece *piece,
          NkPieceKind    kind)
{
  return piece != NULL && piece->kind == kind;
}

/* Names and what belongs to them */

static void
read_zone (Reader      *reader,
           NkLineActor *actor)
{
  static const int kinds[] = { NK_LEVEL, NK_DISTRICT, -1 };
  NkLineReading *line = reader->line;
  const NkPiece *piece = nk_line_piece (line, ++reader->at);
  NkRecord *record;

  if (!is_piece (piece, NK_PIECE_NAME))
    {
      nk_line_expect (line, g_strdup (_("Behind “@” comes a level or a district.")));
      return;
    }
  reader->at++;
  record = nk_line_find_named (line, piece, piece->text, kinds);
  if (record == NULL)
    return;
  nk_line_mark (line, NK_LINE_NAMED, piece, piece, record, nk_record_title (record));
  if (nk_record_kind (record) == NK_LEVEL)
    actor->level = record;
  else
    actor->district = record;
}

static void
read_sector (Reader      *reader,
             NkLineActor *actor)
{
  static const int kinds[] = { NK_SECTOR, -1 };
  NkLineReading *line = reader->line;
  const NkPiece *piece = nk_line_piece (line, ++reader->at);

  if (!is_piece (piece, NK_PIECE_NAME))
    {
      nk_line_expect (line, g_strdup (_("Behind “#” comes a sector.")));
      return;
    }
  reader->at++;
  actor->sector = nk_line_find_named (line, piece, piece->text, kinds);
  if (actor->sector != NULL)
    nk_line_mark (line, NK_LINE_NAMED, piece, piece, actor->sector,
                  nk_record_title (actor->sector));
}

/* "Name (Sector)", unless somebody is called so with the brackets. */
static void
split_sector (NkLineReading *line,
              NkPiece       *piece,
              NkLineActor   *actor)
{
  char *open = strrchr (piece->text, '(');
  g_autofree char *inside = NULL;
  NkRecord *sector;

  if (piece->quoted || open == NULL || open == piece->text || open[-1] != ' '
      || !g_str_has_suffix (piece->text, ")")
      || nk_line_only (line, NK_ACTOR, piece->text, NK_MATCH_SAME) != NULL)
    return;
  inside = g_strndup (open + 1, strlen (open) - 2);
  sector = nk_line_only (line, NK_SECTOR, inside, NK_MATCH_SAME);
  if (sector == NULL)
    return;
  actor->sector = sector;
  *open = '\0';
  g_strchomp (piece->text);
}

static void
read_name (Reader *reader,
           guint   group)
{
  NkLineReading *line = reader->line;
  Name name = { .piece = reader->at++, .group = group };
  const NkPiece *next;

  split_sector (line, &g_array_index (line->pieces, NkPiece, name.piece), &name.actor);
  while (is_piece (next = nk_line_piece (line, reader->at), NK_PIECE_AT)
         || is_piece (next, NK_PIECE_HASH))
    if (next->kind == NK_PIECE_AT)
      read_zone (reader, &name.actor);
    else
      read_sector (reader, &name.actor);
  g_array_append_val (reader->names, name);
}

static void
miss_name (Reader *reader)
{
  NkLineReading *line = reader->line;
  const NkPiece *here = nk_line_piece (line, reader->at);
  const NkPiece *before = reader->at > 0 ? nk_line_piece (line, reader->at - 1) : NULL;

  if (here == NULL && before != NULL)
    nk_line_expect (line, g_strdup_printf (_("Behind “%s” a name is missing."), before->text));
  else if (here != NULL)
    nk_line_fail (line, here, g_strdup_printf (_("In front of “%s” a name is missing."),
                                               here->text));
}

static const char *
arrow_text (NkWay way)
{
  switch (way)
    {
    case NK_WAY_RIGHT:
      return "→";
    case NK_WAY_LEFT:
      return "←";
    case NK_WAY_BOTH:
      return "↔";
    default:
      return "–";
    }
}

/* Reads all names and the arrows between them. */
static void
read_chain (Reader *reader)
{
  NkLineReading *line = reader->line;
  guint group = 0;
  const NkPiece *piece;

  while (is_piece (nk_line_piece (line, reader->at), NK_PIECE_NAME))
    {
      read_name (reader, group);
      piece = nk_line_piece (line, reader->at);
      if (piece == NULL || piece->kind == NK_PIECE_COLON || piece->kind == NK_PIECE_SOURCE)
        return;
      if (piece->kind == NK_PIECE_ARROW)
        {
          g_array_append_val (reader->ways, piece->way);
          nk_line_mark (line, NK_LINE_ARROW, piece, piece, NULL, arrow_text (piece->way));
          group++;
        }
      else if (piece->kind != NK_PIECE_COMMA)
        {
          nk_line_fail (line, piece,
                        g_strdup_printf (_("“%s” can't stand here: an arrow, a comma or a colon is "
                                           "missing in front of it."), piece->text));
          return;
        }
      reader->at++;
    }
  miss_name (reader);
}

/* Takes over from another name what this one does not say. */
static void
take_over (NkLineActor       *actor,
           const NkLineActor *other)
{
  if (actor->level == NULL && actor->district == NULL)
    {
      actor->level = other->level;
      actor->district = other->district;
    }
  if (actor->sector == NULL)
    actor->sector = other->sector;
}

/* "A, B @ City" and "A @ City, B": what is said of one new actor is meant of all that say nothing
 * else, first of those before it. */
static void
share (GArray *names)
{
  for (guint i = names->len; i > 1; i--)
    take_over (&g_array_index (names, Name, i - 2).actor, &g_array_index (names, Name, i - 1).actor);
  for (guint i = 1; i < names->len; i++)
    take_over (&g_array_index (names, Name, i).actor, &g_array_index (names, Name, i - 1).actor);
}

/* Whom the names mean */

/* The lowest level, if no actor says at which one the districts are. */
static NkRecord *
level_of_districts (const NkMap *map)
{
  guint n = nk_map_count (map, NK_LEVEL);
  int position = nk_map_district_level (map);

  if (position < 0 && n == 0)
    return NULL;
  return nk_map_at (map, NK_LEVEL, position < 0 ? n - 1 : (guint) position);
}

static void
settle_zone (const NkLineReading *line,
             NkLineActor         *actor)
{
  const NkLineSetting *setting = &line->setting;
  guint n = nk_map_count (line->map, NK_LEVEL);

  if (actor->level != NULL)
    return;
  if (actor->district != NULL)
    actor->level = level_of_districts (line->map);
  else if (setting->level == NULL)
    actor->level = n > 0 ? nk_map_at (line->map, NK_LEVEL, n / 2) : NULL;
  else
    {
      actor->level = nk_map_find (line->map, NK_LEVEL, setting->level);
      actor->district = nk_map_find (line->map, NK_DISTRICT, setting->district);
    }
}

static gboolean
is_same_actor (const NkLineActor *a,
               const NkLineActor *b)
{
  if (a->known != NULL || b->known != NULL)
    return a->known == b->known;
  return g_str_equal (a->name, b->name) && a->level == b->level && a->district == b->district;
}

/* Who is named twice in a line is one actor. */
static guint
number_of (NkLineReading *line,
           NkLineActor   *actor)
{
  for (guint i = 0; i < line->actors->len; i++)
    if (is_same_actor (&g_array_index (line->actors, NkLineActor, i), actor))
      {
        g_clear_pointer (&actor->name, g_free);
        return i;
      }
  g_array_append_val (line->actors, *actor);
  return line->actors->len - 1;
}

static void
settle_name (Reader  *reader,
             Name    *name,
             gboolean alone)
{
  NkLineReading *line = reader->line;
  const NkPiece *piece = nk_line_piece (line, name->piece);
  NkLineActor *actor = &name->actor;

  if (*piece->text == '\0')
    {
      nk_line_expect (line, g_strdup (_("Between the quotes a name is missing.")));
      return;
    }
  nk_line_find_actor (line, piece, alone, actor);
  if (actor->known == NULL && actor->name == NULL)
    return;
  if (actor->known != NULL && (alone || actor->sector != NULL))
    nk_line_fail (line, piece, g_strdup_printf (_("“%s” is on the map already."),
                                                nk_record_title (actor->known)));
  if (actor->known == NULL)
    settle_zone (line, actor);
  nk_line_mark (line, actor->known != NULL ? NK_LINE_KNOWN : NK_LINE_NEW, piece, piece,
                actor->known, actor->known != NULL ? nk_record_title (actor->known) : actor->name);
  name->number = number_of (line, actor);
}

/* Ties */

static void
add_tie (NkLineReading *line,
         guint          from,
         guint          to)
{
  const NkLineTie tie = { from, to };

  for (guint i = 0; i < line->ties->len; i++)
    if (memcmp (&g_array_index (line->ties, NkLineTie, i), &tie, sizeof tie) == 0)
      return;
  if (line->ties->len < MOST_TIES + 1)
    g_array_append_val (line->ties, tie);
}

static void
tie_names (NkLineReading *line,
           const Name    *a,
           const Name    *b,
           NkWay          way)
{
  const NkRecord *kind = line->values.kind;

  if (a->number == b->number)
    nk_line_fail (line, nk_line_piece (line, b->piece),
                  g_strdup (_("A tie goes from one actor to another one.")));
  else if (way == NK_WAY_LEFT)
    add_tie (line, b->number, a->number);
  else
    add_tie (line, a->number, b->number);
  if (way == NK_WAY_BOTH && kind != NULL && nk_record_boolean (kind, NK_FIELD_DIRECTED))
    add_tie (line, b->number, a->number);
}

static void
tie_groups (Reader *reader)
{
  NkLineReading *line = reader->line;

  for (guint i = 0; i < reader->names->len; i++)
    for (guint j = i + 1; j < reader->names->len && line->ties->len <= MOST_TIES; j++)
      {
        const Name *a = &g_array_index (reader->names, Name, i);
        const Name *b = &g_array_index (reader->names, Name, j);

        if (b->group == a->group + 1)
          tie_names (line, a, b, g_array_index (reader->ways, NkWay, a->group));
      }
  if (line->ties->len > MOST_TIES)
    nk_line_fail (line, nk_line_piece (line, 0),
                  g_strdup_printf (_("These are more than %d ties in one line."), MOST_TIES));
}

/* The whole line */

static void
read_all (NkLineReading *line)
{
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (Name));
  g_autoptr (GArray) ways = g_array_new (FALSE, FALSE, sizeof (NkWay));
  Reader reader = { line, 0, names, ways };
  gboolean alone;

  read_chain (&reader);
  alone = ways->len == 0;
  if (alone)
    share (names);
  for (guint i = 0; i < names->len; i++)
    settle_name (&reader, &g_array_index (names, Name, i), alone);
  nk_line_read_values (line, reader.at, alone);
  if (line->values.formal < 0 && line->setting.formal)
    line->values.formal = TRUE;
  if (!alone && line->state == NK_LINE_READY)
    tie_groups (&reader);
}

static int
compare_parts (gconstpointer a,
               gconstpointer b)
{
  const NkLinePart *first = a, *second = b;

  return first->start < second->start ? -1 : first->start > second->start;
}

/* What no key gives counts as a blank. */
static char *
clean (const char *text)
{
  char *line = g_utf8_make_valid (text, -1);

  for (char *at = line; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at))
      *at = ' ';
  return line;
}

static void
actor_clear (gpointer data)
{
  g_free (((NkLineActor *) data)->name);
}

NkLineReading *
nk_line_read (NkMatcher           *matcher,
              const NkMap         *map,
              const char          *text,
              const NkLineSetting *setting)
{
  NkLineReading *line = g_new0 (NkLineReading, 1);
  g_autofree char *cleaned = clean (text);

  line->matcher = matcher;
  line->map = map;
  line->setting = *setting;
  line->pieces = nk_line_scan (cleaned);
  line->parts = g_array_new (FALSE, FALSE, sizeof (NkLinePart));
  line->actors = g_array_new (FALSE, FALSE, sizeof (NkLineActor));
  g_array_set_clear_func (line->actors, actor_clear);
  line->ties = g_array_new (FALSE, FALSE, sizeof (NkLineTie));
  line->texts = g_ptr_array_new_with_free_func (g_free);
  line->values = (NkLineValues) { .formal = -1, .certainty = -1 };
  line->values.kind = nk_map_find (map, NK_KIND, setting->kind);
  line->values.evidence = g_array_new (FALSE, FALSE, sizeof (NkEvidence));
  line->state = line->pieces->len == 0 ? NK_LINE_EMPTY : NK_LINE_READY;
  if (line->state == NK_LINE_READY)
    read_all (line);
  g_array_sort (line->parts, compare_parts);
  return line;
}

void
nk_line_free (NkLineReading *line)
{
  g_array_unref (line->pieces);
  g_array_unref (line->parts);
  g_array_unref (line->actors);
  g_array_unref (line->ties);
  g_array_unref (line->values.evidence);
  g_free (line->values.since);
  g_free (line->values.until);
  g_free (line->values.note);
  g_ptr_array_unref (line->texts);
  g_free (line->fault);
  g_free (line);
}

NkLineState
nk_line_state (const NkLineReading *line)
{
  return line->state;
}

const NkLinePart *
nk_line_parts (const NkLineReading *line,
               guint               *n)
{
  *n = line->parts->len;
  return (const NkLinePart *) (gpointer) line->parts->data;
}
