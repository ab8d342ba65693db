#include "ui/session/next-tie.h"

#include "map/text.h"

void
nk_next_tie_set_kind (NkNextTie  *next,
                      const char *kind)
{
  char *copy = g_strdup (kind);

  g_free (next->kind);
  next->kind = copy;
}

/* TRUE if the change makes a tie, or another kind of tie of it. */
static gboolean
tells (const NkChange *change)
{
  return change->kind == NK_TIE && change->after != NULL
         && (change->before == NULL
             || !nk_record_field_equal (change->before, change->after, NK_FIELD_KIND)
             || !nk_record_field_equal (change->before, change->after, NK_FIELD_FORMAL));
}

void
nk_next_tie_note (NkNextTie    *next,
                  const NkEdit *edit)
{
  for (guint i = nk_edit_n_changes (edit); i-- > 0;)
    {
      const NkChange *change = nk_edit_change (edit, i);

      if (!tells (change))
        continue;
      nk_next_tie_set_kind (next, nk_record_text (change->after, NK_FIELD_KIND));
      next->formal = nk_record_boolean (change->after, NK_FIELD_FORMAL);
      return;
    }
}

const char *
nk_next_tie_kind (const NkNextTie *next,
                  const NkMap     *map)
{
  if (next->kind != NULL
      && (*next->kind == '\0' || nk_map_find (map, NK_KIND, next->kind) != NULL))
    return next->kind;
  return nk_map_count (map, NK_KIND) > 0 ? nk_record_id (nk_map_at (map, NK_KIND, 0)) : "";
}

char *
nk_next_tie_words (const NkNextTie *next,
                   const NkMap     *map)
{
  const char *kind = nk_next_tie_kind (next, map);
  int position = nk_map_position (map, NK_KIND, kind);
  const char *title;

  if (position < 0)
    return g_strdup (next->formal ? _("0 No kind, formal") : _("0 No kind, informal"));
  title = nk_record_title (nk_map_at (map, NK_KIND, (guint) position));
  /* Translators: the number of a kind of tie (the key that chooses it) and its name. */
  return g_strdup_printf (next->formal ? _("%d %s, formal") : _("%d %s, informal"), position + 1,
                          title);
}

void
nk_next_tie_clear (NkNextTie *next)
{
  g_clear_pointer (&next->kind, g_free);
}
