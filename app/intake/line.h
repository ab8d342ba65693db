/* The quick line: one line of text that says what comes onto a map, as fast as people talk.
 *
 *     New Office                               a new actor
 *     New Office # Welfare @ District A        its sector; its level or district, or both: @ … @ …
 *     Office A, Office B @ District A          several; what one of them says is meant of all
 *     Jobcenter -> Welcome Point 5 : referral  a tie, and of which kind
 *     A <- B    A <-> B    A -- B    A - B     the other way; both ways; no way is said
 *     A -> B, C -> D                           of each to each: A to B and C, B and C to D
 *     A -> B : referral, informal, strong, since 9/2015, until 2018, assumed, "note" [Source, p. 7]
 *
 * - An arrow is -> → or >, <- ← or <, <-> or ↔. `-` and `--` make a tie from left to right: whether
 *   it shows a way is for its kind to say. `<->` makes two ties if the kind has a way, else one.
 *   A single dash needs blanks around it, so that "Müller-Lüdenscheidt" is one name.
 * - Behind the colon, in any order, with commas between: a kind (without one it is the usual one;
 *   "none" for no kind), formal or informal, weak, medium, strong or strength 1 to 3, since and until
 *   with a date or both as 2015–2018, stated, assumed or open, a note in quotes, and in square
 *   brackets a source and where in it. The words are known in English and in German, whatever the
 *   window speaks. In a line without a tie all this that an actor can have is said of the new ones.
 * - A name is that of an actor on the map if one is called so. In a tie its beginning is enough, or
 *   the beginnings of its words ("welc 5", "wp5"), if only one actor can be meant; more than one is
 *   wrong. Anything else is a new actor. Alone, a name that is only the beginning of another is new.
 * - Quotes end all guessing: "Job" is whoever is called Job, or somebody new. They also hold what
 *   would mean something else in a name: commas, arrows, colons, @, #, square brackets. (The colon
 *   of "Bürger:innen" needs none.)
 * - Of several new actors each may say what holds for itself. In a tie each says only that.
 * - With @, a name means only those who stand there, or somebody new who does.
 * - Kinds, sectors, levels, districts and sources are known by any part that only one has.
 *   They are never made here. "Name (Sector)" is the same as "Name # Sector" if there is a sector
 *   of exactly this name; else the brackets belong to the name.
 *
 * A line that was read holds what it borrowed from its map: use it before the map is edited. */
#pragma once

#include "drawing/room.h"
#include "intake/match.h"

G_BEGIN_DECLS

/* A line as it was read for a map. */
typedef struct _NkLineReading NkLineReading;

/* What is taken for granted. Ids, borrowed while a line is read and used. */
typedef struct
{
  const char *level;      /* of a new actor; NULL: the middle one of the map */
  const char *district;   /* of a new actor, with that level; NULL or "": none */
  const char *kind;       /* of a tie; NULL or "": none */
  gboolean formal;        /* a tie is, unless the line says that it is not */
  const char *last;       /* the actor that was added last, near whom the next one stands, or NULL */
} NkLineSetting;

typedef enum
{
  NK_LINE_EMPTY,
  NK_LINE_UNFINISHED,   /* something has to follow */
  NK_LINE_WRONG,
  NK_LINE_READY
} NkLineState;

/* What a part of the line means. */
typedef enum
{
  NK_LINE_KNOWN,        /* an actor of the map */
  NK_LINE_NEW,          /* an actor that will be new */
  NK_LINE_ARROW,
  NK_LINE_NAMED,        /* a level, district, sector, kind or source */
  NK_LINE_WORD,         /* a word that it knows, with what belongs to it; or a note */
  NK_LINE_FAULT
} NkLineMark;

typedef struct
{
  NkLineMark mark;
  guint start, end;     /* bytes of the line */
  NkRecord *record;     /* known actors and what is named; else NULL */
  const char *text;     /* what it is called, or what stands there */
} NkLinePart;

/* Reads a line, which may be any text. O(names in it * records). */
NkLineReading    *nk_line_read  (NkMatcher           *matcher,
                                 const NkMap         *map,
                                 const char          *text,
                                 const NkLineSetting *setting);
void              nk_line_free  (NkLineReading       *line);

NkLineState       nk_line_state (const NkLineReading *line);
/* What it will do, in whole sentences; or what is missing or wrong. "" for an empty line. To be
 * freed. */
char             *nk_line_says  (const NkLineReading *line);
/* What the parts of the line mean, from left to right. */
const NkLinePart *nk_line_parts (const NkLineReading *line,
                                 guint               *n);

/* The edit that does what a line that is ready says, with a name in the user's words. New actors
 * get free places of `room` and are pinned; without a room they get none. */
NkEdit           *nk_line_edit  (const NkLineReading *line,
                                 NkRoom              *room);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkLineReading, nk_line_free)

G_END_DECLS
