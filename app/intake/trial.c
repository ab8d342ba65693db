#include "intake/trial.h"

NkMap *
nk_trial_of_lists (const NkMap  *map,
                   const NkEdit *edit)
{
  NkMap *trial = nk_map_copy (map);
  g_autoptr (NkEdit) lists = nk_edit_new ("");

  for (guint i = 0; i < nk_edit_n_changes (edit); i++)
    {
      const NkChange *change = nk_edit_change (edit, i);

      if (change->kind < NK_ACTOR && change->after != NULL)
        nk_edit_put (lists, trial, nk_record_copy (change->after, NULL));
    }
  if (!nk_map_apply (trial, lists, NULL))
    g_assert_not_reached ();   /* what could be put into the map can be put into its copy */
  return trial;
}
