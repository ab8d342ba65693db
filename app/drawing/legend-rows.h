/* The rows of a legend: what a scene shows, each thing once. */
#pragma once

#include "drawing/style.h"
#include "drawing/words.h"

G_BEGIN_DECLS

typedef struct
{
  NkRecordKind kind;        /* with `id`: the record that the row explains; NK_HEAD: none */
  const char *id;
  const char *text;
  gboolean is_tie;          /* which of the two looks its sample has */
  gboolean upright;         /* a tie's sample is drawn from top to bottom */
  gboolean swung;           /* or in the curve of what leads from plane to plane */
  NkActorStyle actor;
  NkTieStyle tie;
} NkLegendRow;

#define NK_LEGEND_GROUPS 3

typedef struct
{
  const char *heading;
  GArray *rows;             /* of NkLegendRow */
} NkLegendGroup;

/* Fills the groups: sectors; kinds of tie; what lines mean. Texts belong to the map. */
void nk_legend_rows  (const NkMap   *map,
                      const NkScene *drawn,
                      NkLegendGroup  groups[NK_LEGEND_GROUPS]);
void nk_legend_clear (NkLegendGroup  groups[NK_LEGEND_GROUPS]);

G_END_DECLS
