/* What a quick line was read as. Only the files called line-… include this. */
#pragma once

#include "intake/line-scan.h"
#include "intake/line.h"

G_BEGIN_DECLS

/* Whom a name of the line means. */
typedef struct
{
  NkRecord *known;                 /* an actor of the map, or NULL: it is new and is as follows */
  char *name;
  NkRecord *level, *district, *sector;   /* each may be NULL */
  NkRecord *similar;               /* somebody on the map with nearly the same name, or NULL */
} NkLineActor;

typedef struct
{
  guint from, to;                  /* positions in `actors` */
} NkLineTie;

/* What is said behind the colon. */
typedef struct
{
  NkRecord *kind;                  /* NULL: none */
  gboolean has_kind;               /* the line says so */
  int formal;                      /* FALSE, TRUE; -1: not said */
  int strength;                    /* 1 to 3; 0: not said */
  int certainty;                   /* NK_WORD_STATED, …_ASSUMED or …_OPEN; -1: not said */
  char *since, *until, *note;      /* NULL: not said */
  GArray *evidence;                /* of NkEvidence, whose texts `texts` owns */
} NkLineValues;

struct _NkLineReading
{
  NkMatcher *matcher;
  const NkMap *map;
  NkLineSetting setting;
  GArray *pieces;                  /* of NkPiece */
  GArray *parts;                   /* of NkLinePart */
  GArray *actors;                  /* of NkLineActor */
  GArray *ties;                    /* of NkLineTie */
  NkLineValues values;
  GPtrArray *texts;                /* kept for parts and evidence */
  NkLineState state;
  char *fault;                     /* what is missing or wrong, or NULL */
};

/* Marks from `first` to `last`, which may be the same piece. */
void            nk_line_mark         (NkLineReading *line,
                                      NkLineMark     mark,
                                      const NkPiece *first,
                                      const NkPiece *last,
                                      NkRecord      *record,
                                      const char    *text);
/* Says what is wrong with a piece. The first fault counts. Takes the sentence. */
void            nk_line_fail         (NkLineReading *line,
                                      const NkPiece *piece,
                                      char          *fault);
/* The same where the line only goes no further. */
void            nk_line_expect       (NkLineReading *line,
                                      char          *fault);

/* How many of its actors are new; `first`, if not NULL, gets the first of them. */
guint           nk_line_count_new    (const NkLineReading *line,
                                      const NkLineActor  **first);

/* The piece at a place, or NULL behind the last one. */
const NkPiece  *nk_line_piece        (const NkLineReading *line,
                                      guint                at);

/* The level, district, sector, kind or source of this name. NULL: there is none, or several, and
 * the line has failed. `kinds` ends with -1. */
NkRecord       *nk_line_find_named   (NkLineReading *line,
                                      const NkPiece *piece,
                                      const char    *text,
                                      const int     *kinds);
/* The only one of a kind whose name has this in it, at the most so loosely; or NULL. */
NkRecord       *nk_line_only         (const NkLineReading *line,
                                      NkRecordKind         kind,
                                      const char          *text,
                                      NkMatchKind          most);
/* Whom a name means: fills `known`, or `name` and `similar`, of an actor whose level and district
 * are set if the line says them. `alone`: the line has no tie. */
void            nk_line_find_actor   (NkLineReading *line,
                                      const NkPiece *piece,
                                      gboolean       alone,
                                      NkLineActor   *actor);

/* Reads what stands from a piece on to the end: behind the colon, and sources before it. */
void            nk_line_read_values  (NkLineReading *line,
                                      guint          at,
                                      gboolean       alone);

G_END_DECLS
