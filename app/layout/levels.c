#include "layout/levels.h"

#include "layout/deal.h"
#include "layout/fit.h"
#include "layout/frame.h"
#include "layout/insert.h"
#include "layout/justify.h"
#include "layout/search.h"
#include "layout/standing.h"
#include "layout/start.h"
#include "layout/tighten.h"

/* Nothing is fixed: the frame is as it would best be. */
static gboolean
compose (NkPlan   *plan,
         NkZones  *zones,
         GError  **error)
{
  g_autoptr (NkRows) rows = NULL;

  if (!nk_start (plan, zones, error))
    return FALSE;
  rows = nk_deal (plan, zones);
  nk_search (rows);
  nk_tighten (rows);
  nk_polish (rows);
  nk_justify (rows);
  return TRUE;
}

/* What is fixed gives the frame; the others find their places round it. */
static void
complete (NkPlan  *plan,
          NkZones *zones)
{
  g_autofree NkBand *bands = nk_bands_new (plan, zones);
  g_autofree NkHull *regions = NULL;
  g_autoptr (NkRows) rows = NULL;

  nk_hulls_part (plan, zones);
  regions = nk_fit (plan, zones, bands);
  nk_insert_all (plan, zones, bands, regions);
  rows = nk_rows_standing (plan, zones);
  nk_search (rows);
  nk_polish (rows);
}

/* If nobody stands in a band there is nothing to stand beside of: then all stand in one. */
static void
ensure_band (NkPlan *plan)
{
  for (int i = 0; i < plan->n_boxes; i++)
    if (plan->boxes[i].band != NK_BESIDE)
      return;
  for (int i = 0; i < plan->n_boxes; i++)
    plan->boxes[i].band = 0;
}

gboolean
nk_levels (NkPlan  *plan,
           GError **error)
{
  g_autoptr (NkZones) zones = NULL;

  ensure_band (plan);
  zones = nk_zones_new (plan);
  nk_frame_make (plan, zones);
  if (!plan->any_fixed)
    return compose (plan, zones, error);
  complete (plan, zones);
  return TRUE;
}
