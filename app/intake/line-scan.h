/* The pieces of a quick line (intake/line.h), as they stand there: names, arrows and signs. It
 * knows no map. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  NK_PIECE_NAME,     /* words, or whatever stands in quotes */
  NK_PIECE_ARROW,
  NK_PIECE_COMMA,
  NK_PIECE_AT,
  NK_PIECE_HASH,
  NK_PIECE_COLON,
  NK_PIECE_SOURCE    /* in square brackets */
} NkPieceKind;

typedef enum
{
  NK_WAY_RIGHT,      /* -> */
  NK_WAY_LEFT,       /* <- */
  NK_WAY_BOTH,       /* <-> */
  NK_WAY_NONE        /* -- */
} NkWay;

typedef struct
{
  NkPieceKind kind;
  guint start, end;  /* bytes of the line; of a name in quotes and a source with these around it */
  NkWay way;         /* arrows only */
  gboolean quoted;   /* names only */
  char *text;        /* without quotes, brackets, and blanks at both ends */
} NkPiece;

/* An array of NkPiece, to be freed. `line` is UTF-8. Quotes and brackets that nobody closed reach
 * to the end of the line. Behind the first colon only commas, quotes and brackets count. */
GArray  *nk_line_scan       (const char *line);

/* How a name is written so that it is read as one: in quotes if need be. To be freed. */
char    *nk_line_write_name (const char *name);

G_END_DECLS
