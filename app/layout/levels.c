#include "layout/levels.h"

#include "layout/frame.h"
#include "layout/search.h"
#include "layout/start.h"
#include "layout/tighten.h"

gboolean
nk_levels (NkPlan  *plan,
           GError **error)
{
  g_autoptr (NkZones) zones = nk_zones_new (plan);
  g_autoptr (NkRows) rows = NULL;

  nk_frame_make (plan, zones);
  if (!nk_start (plan, zones, error))
    return FALSE;
  rows = nk_rows_new (plan, zones);
  nk_rows_assign (rows);
  nk_search (rows);
  nk_tighten (rows);
  nk_polish (rows);
  return TRUE;
}
