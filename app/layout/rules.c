#include "layout/insertion.h"

NkHull
nk_insertion_outline (const NkInsertion *insertion,
                      NkHull             alone)
{
  if (nk_hull_is_empty (&insertion->hull))
    return nk_hull_outline (insertion->plan, insertion->zone, alone);
  return nk_hull_padded (insertion->plan, insertion->zone, alone);
}

gboolean
nk_insertion_clear_of (const NkInsertion *insertion,
                       int                zone,
                       NkHull            *other,
                       gboolean          *with_outline)
{
  const NkZone *it = &insertion->zones->zones[zone];
  NkHull own = nk_hull_outline (insertion->plan, insertion->zone, insertion->hull);

  if (it->band != insertion->zone->band || it == insertion->zone
      || nk_hull_is_empty (&insertion->hulls[zone]))
    return FALSE;
  *other = nk_hull_outline (insertion->plan, it, insertion->hulls[zone]);
  *with_outline = !nk_hulls_meet (other, &own);
  if (*with_outline)
    return TRUE;
  *other = insertion->hulls[zone];
  return !nk_hulls_meet (other, &insertion->hull);   /* if these have met already, so be it */
}

static gboolean
keeps_band (const NkInsertion *insertion,
            const NkBox       *box)
{
  const NkZone *zone = insertion->zone;
  const NkBand *band;

  if (zone->band == NK_BESIDE)
    return nk_box_left (box) >= insertion->banded.right + insertion->plan->job->gap_x;
  band = &insertion->bands[zone->band];
  return nk_box_top (box) >= band->top + nk_zone_header (insertion->plan, zone)
         && nk_box_bottom (box) <= band->bottom - nk_zone_padding (insertion->plan, zone);
}

/* The box is within the region of its zone, or between what stands in it. */
static gboolean
keeps_region (const NkInsertion *insertion,
              const NkBox       *box)
{
  const NkHull *region = &insertion->regions[insertion->zones->of_box[insertion->box]];
  const NkHull *hull = &insertion->hull;
  NkHull alone = nk_hull_of_box (box);
  NkHull outline = nk_insertion_outline (insertion, alone);

  return insertion->zone->band == NK_BESIDE
         || nk_hull_holds (region, &outline) || nk_hull_holds (hull, &alone);
}

/* The box's zone, grown round the box, stays clear of the others. */
static gboolean
keeps_clear (const NkInsertion *insertion,
             NkHull             grown)
{
  NkHull outline = nk_hull_outline (insertion->plan, insertion->zone, grown);

  for (int i = 0; i < insertion->zones->n; i++)
    {
      NkHull other;
      gboolean with_outline;

      if (nk_insertion_clear_of (insertion, i, &other, &with_outline)
          && nk_hulls_meet (&other, with_outline ? &outline : &grown))
        return FALSE;
    }
  return TRUE;
}

/* No stranger gets in between the boxes of the zone who was not there before. */
static gboolean
keeps_strangers_out (const NkInsertion *insertion,
                     NkHull             grown)
{
  const NkPlan *plan = insertion->plan;

  for (int i = 0; i < plan->n_boxes; i++)
    {
      NkHull other = nk_hull_of_box (&plan->boxes[i]);

      if (plan->boxes[i].settled
          && insertion->zones->of_box[i] != insertion->zones->of_box[insertion->box]
          && nk_hulls_meet (&other, &grown) && !nk_hulls_meet (&other, &insertion->hull))
        return FALSE;
    }
  return TRUE;
}

gboolean
nk_insertion_keeps_rules (const NkInsertion *insertion,
                          const NkBox       *box)
{
  const NkRules *rules = &insertion->rules;
  NkHull grown = nk_hull_with (insertion->hull, box);

  if (rules->bands && !keeps_band (insertion, box))
    return FALSE;
  if (rules->region && !keeps_region (insertion, box))
    return FALSE;
  return !rules->hulls || insertion->is_alone
         || (keeps_clear (insertion, grown) && keeps_strangers_out (insertion, grown));
}
