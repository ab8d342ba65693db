#include "drawing/profile.h"

#include <string.h>

#include "map/text.h"

#define MM NK_POINTS_A_MILLIMETRE

static const NkProfile profiles[] = {
  { "map", N_("As large as the map"), 0, 0, 0, 1 * MM, 8, NK_LEGEND_BELOW, FALSE },
  { "page", N_("Page of a journal (174 mm)"), 174 * MM, 0, 240 * MM, 1 * MM, 8,
    NK_LEGEND_BELOW, FALSE },
  { "column", N_("Column of a journal (84 mm)"), 84 * MM, 0, 240 * MM, 1 * MM, 8,
    NK_LEGEND_BELOW, FALSE },
  { "a4", N_("A4"), 210 * MM, 297 * MM, 0, 12 * MM, 8, NK_LEGEND_BELOW, TRUE },
  { "a3", N_("A3"), 297 * MM, 420 * MM, 0, 15 * MM, 9, NK_LEGEND_BELOW, TRUE },
  { "slide", N_("Slide (16:9)"), 960, 540, 0, 8 * MM, 10, NK_LEGEND_BESIDE, FALSE },
  { "poster", N_("Poster (A1)"), 594 * MM, 841 * MM, 0, 25 * MM, 18, NK_LEGEND_BELOW, TRUE },
};

static const char *const places[NK_N_LEGENDS] = { "below", "beside", "corner", "none" };

const NkProfile *
nk_profile (const char *name)
{
  if (name == NULL || name[0] == '\0')
    return &profiles[0];
  for (guint i = 0; i < G_N_ELEMENTS (profiles); i++)
    if (strcmp (profiles[i].name, name) == 0)
      return &profiles[i];
  return NULL;
}

const NkProfile *
nk_profile_at (guint i)
{
  return i < G_N_ELEMENTS (profiles) ? &profiles[i] : NULL;
}

int
nk_legend_from_name (const char *name)
{
  for (int i = 0; i < NK_N_LEGENDS; i++)
    if (strcmp (places[i], name) == 0)
      return i;
  return -1;
}

const char *
nk_legend_name (NkLegendPlace place)
{
  return places[place];
}
