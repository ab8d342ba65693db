#include "ui/session/tie-edits.h"

#include "map/text.h"

/* How much a tie belongs to the dimension on whose plane it was drawn by hand. */
#define DRAWN_WEIGHT 2

char *
nk_edit_add_tie (NkEdit         *edit,
                 const NkMap    *map,
                 const char     *from,
                 const char     *to,
                 const NkNewTie *look)
{
  g_autofree char *words = g_strdup_printf ("%s %s", from, to);
  char *id = nk_map_new_id (map, edit, NK_TIE, words);
  NkRecord *tie = nk_record_new (NK_TIE, id);

  nk_record_set_text (tie, NK_FIELD_FROM, from);
  nk_record_set_text (tie, NK_FIELD_TO, to);
  nk_record_set_text (tie, NK_FIELD_KIND, look->kind);
  nk_record_set_boolean (tie, NK_FIELD_FORMAL, look->formal);
  if (look->plane >= 0)
    nk_record_set_integer (tie, nk_dimensions[look->plane], DRAWN_WEIGHT);
  nk_edit_put (edit, map, tie);
  return id;
}

NkEdit *
nk_edit_for_tie (const NkMap    *map,
                 const char     *from,
                 const char     *to,
                 const NkNewTie *look,
                 char          **id)
{
  NkEdit *edit = nk_edit_new (_("Add Tie"));

  *id = nk_edit_add_tie (edit, map, from, to, look);
  return edit;
}

/* What is selected */

/* The tie that is the `i`th of what is selected, or NULL if that is none. */
static const NkRecord *
tie_at (const NkMap       *map,
        const NkSelection *selection,
        guint              i)
{
  const NkRecordName *name = nk_selection_at (selection, i);

  return name->kind == NK_TIE ? nk_map_find (map, NK_TIE, name->id) : NULL;
}

guint
nk_ties_selected (const NkSelection *selection)
{
  guint n = 0;

  for (guint i = 0; i < nk_selection_count (selection); i++)
    n += nk_selection_at (selection, i)->kind == NK_TIE;
  return n;
}

gboolean
nk_ties_are_formal (const NkMap       *map,
                    const NkSelection *selection)
{
  gboolean formal = FALSE;

  for (guint i = 0; i < nk_selection_count (selection); i++)
    {
      const NkRecord *tie = tie_at (map, selection, i);

      if (tie == NULL)
        continue;
      formal = nk_record_boolean (tie, NK_FIELD_FORMAL);
      if (!formal)
        return FALSE;
    }
  return formal;
}

guint
nk_ties_between (const NkMap *map,
                 const char  *a,
                 const char  *b,
                 const char  *kind)
{
  const GArray *ties = nk_map_ties_of (map, a);
  guint n = 0;

  for (guint i = 0; ties != NULL && i < ties->len; i++)
    {
      const NkRecord *tie = nk_map_at (map, NK_TIE, g_array_index (ties, guint, i));

      if (g_str_equal (nk_record_text (tie, NK_FIELD_KIND), kind)
          && (g_str_equal (nk_record_text (tie, NK_FIELD_FROM), b)
              || g_str_equal (nk_record_text (tie, NK_FIELD_TO), b)))
        n++;
    }
  return n;
}

/* Changes */

static void
put_bends (NkEdit         *edit,
           const NkMap    *map,
           const NkRecord *tie,
           const NkPoint  *bends,
           guint           n)
{
  NkRecord *after = nk_record_copy (tie, NULL);

  nk_record_set_points (after, NK_FIELD_BENDS, bends, n);
  nk_edit_put (edit, map, after);
}

static void
reverse (NkEdit         *edit,
         const NkMap    *map,
         const NkRecord *tie)
{
  NkRecord *after = nk_record_copy (tie, NULL);
  guint n;
  const NkPoint *bends = nk_record_points (tie, NK_FIELD_BENDS, &n);
  g_autofree NkPoint *turned = g_new (NkPoint, n);

  for (guint i = 0; i < n; i++)
    turned[i] = bends[n - 1 - i];
  nk_record_set_points (after, NK_FIELD_BENDS, turned, n);
  nk_record_set_text (after, NK_FIELD_FROM, nk_record_text (tie, NK_FIELD_TO));
  nk_record_set_text (after, NK_FIELD_TO, nk_record_text (tie, NK_FIELD_FROM));
  nk_edit_put (edit, map, after);
}

NkEdit *
nk_edit_for_reverse (const NkMap       *map,
                     const NkSelection *selection)
{
  NkEdit *edit = nk_edit_new (ngettext ("Reverse Tie", "Reverse Ties",
                                        nk_ties_selected (selection)));

  for (guint i = 0; i < nk_selection_count (selection); i++)
    {
      const NkRecord *tie = tie_at (map, selection, i);

      if (tie != NULL)
        reverse (edit, map, tie);
    }
  return edit;
}

NkEdit *
nk_edit_for_formal (const NkMap       *map,
                    const NkSelection *selection,
                    gboolean           formal)
{
  guint n = nk_ties_selected (selection);
  NkEdit *edit = nk_edit_new (formal ? ngettext ("Make Tie Formal", "Make Ties Formal", n)
                                     : ngettext ("Make Tie Informal", "Make Ties Informal", n));

  for (guint i = 0; i < nk_selection_count (selection); i++)
    {
      const NkRecord *tie = tie_at (map, selection, i);

      if (tie != NULL)
        nk_edit_set_boolean (edit, map, NK_TIE, nk_record_id (tie), NK_FIELD_FORMAL, formal);
    }
  return edit;
}

NkEdit *
nk_edit_for_kind (const NkMap       *map,
                  const NkSelection *selection,
                  const char        *kind)
{
  NkEdit *edit = nk_edit_new (ngettext ("Change Kind of Tie", "Change Kind of Ties",
                                        nk_ties_selected (selection)));

  for (guint i = 0; i < nk_selection_count (selection); i++)
    {
      const NkRecord *tie = tie_at (map, selection, i);

      if (tie != NULL)
        nk_edit_set_text (edit, map, NK_TIE, nk_record_id (tie), NK_FIELD_KIND, kind);
    }
  return edit;
}

NkEdit *
nk_edit_for_end (const NkMap *map,
                 const char  *tie,
                 NkField      end,
                 const char  *actor)
{
  NkEdit *edit = nk_edit_new (_("Move End of Tie"));

  nk_edit_set_text (edit, map, NK_TIE, tie, end, actor);
  return edit;
}

NkEdit *
nk_edit_for_bends (const NkMap   *map,
                   const char    *tie,
                   const NkPoint *bends,
                   guint          n)
{
  NkEdit *edit = nk_edit_new (n > 0 ? _("Bend Tie") : _("Straighten Tie"));

  put_bends (edit, map, nk_map_find (map, NK_TIE, tie), bends, n);
  return edit;
}

NkEdit *
nk_edit_for_straight (const NkMap       *map,
                      const NkSelection *selection)
{
  NkEdit *edit = nk_edit_new (ngettext ("Straighten Tie", "Straighten Ties",
                                        nk_ties_selected (selection)));

  for (guint i = 0; i < nk_selection_count (selection); i++)
    {
      const NkRecord *tie = tie_at (map, selection, i);

      if (tie != NULL)
        put_bends (edit, map, tie, NULL, 0);
    }
  return edit;
}
