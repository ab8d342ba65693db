#include "commands/report.h"

#include "drawing/quality.h"

void
nk_report (const NkMap *map,
           const NkMap *before)
{
  g_autofree char *text = NULL;
  NkQuality quality;

  nk_quality_measure (map, before, &quality);
  text = nk_quality_to_text (&quality);
  g_print ("%s", text);
}
