#include "commands/report.h"

#include "drawing/quality.h"
#include "drawing/view.h"

void
nk_report (const NkMap *map,
           const NkMap *before)
{
  g_autoptr (GPtrArray) strays = nk_view_strays (map);
  g_autofree char *text = NULL;
  NkQuality quality;

  nk_quality_measure (map, before, &quality);
  text = nk_quality_to_text (&quality, strays);
  g_print ("%s", text);
}
