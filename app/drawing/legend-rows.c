#include "drawing/legend-rows.h"

#define STEM 0.8   /* points: a little wider than in the drawing, where there are many */

/* What the drawn ties show, besides their kinds. */
typedef struct
{
  gboolean formal, informal, assumed, open, between;
  gboolean strengths[4];
} Seen;

static void
add_sector (const NkTheme *theme,
            const NkMap   *map,
            GArray        *rows,
            const char    *id)
{
  const NkRecord *sector = nk_map_find (map, NK_SECTOR, id);
  NkLegendRow row = { .kind = id[0] != '\0' ? NK_SECTOR : NK_HEAD, .id = id };

  row.text = sector != NULL ? nk_record_title (sector)
             : id[0] != '\0' ? id : nk_word (map, NK_WORD_NO_SECTOR);
  row.actor = nk_style_sector (theme, map, id);
  g_array_append_val (rows, row);
}

static void
add_kind (const NkTheme *theme,
          const NkMap   *map,
          GArray        *rows,
          const char    *id)
{
  const NkRecord *kind = nk_map_find (map, NK_KIND, id);
  NkLegendRow row = { .kind = id[0] != '\0' ? NK_KIND : NK_HEAD, .id = id, .is_tie = TRUE };

  row.text = kind != NULL ? nk_record_title (kind)
             : id[0] != '\0' ? id : nk_word (map, NK_WORD_NO_KIND);
  row.tie = nk_style_kind (theme, map, id);
  g_array_append_val (rows, row);
}

/* The values of a reference that drawn records have: those in the map's list first, in its order,
 * then unknown ones as they come, then none at all. */
static void
add_used (const NkMap   *map,
          const NkScene *drawn,
          NkItemType     type,
          NkField        field,
          NkRecordKind   target,
          GArray        *rows,
          void         (*add) (const NkTheme *, const NkMap *, GArray *,
                          const char *))
{
  const NkTheme *theme = nk_scene_theme (drawn);
  g_autoptr (GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) unknown = g_ptr_array_new ();

  for (guint i = 0; i < nk_scene_n_items (drawn); i++)
    {
      const NkItem *item = nk_scene_item (drawn, i);
      const char *id;

      if (item->type != type || item->absent)
        continue;
      id = nk_record_text (nk_map_find (map, item->kind, item->id), field);
      if (g_hash_table_add (used, (gpointer) id) && id[0] != '\0'
          && nk_map_find (map, target, id) == NULL)
        g_ptr_array_add (unknown, (gpointer) id);
    }
  for (guint i = 0; i < nk_map_count (map, target); i++)
    if (g_hash_table_contains (used, nk_record_id (nk_map_at (map, target, i))))
      add (theme, map, rows, nk_record_id (nk_map_at (map, target, i)));
  for (guint i = 0; i < unknown->len; i++)
    add (theme, map, rows, unknown->pdata[i]);
  if (g_hash_table_contains (used, ""))
    add (theme, map, rows, "");
}

static void
look_at_ties (const NkMap   *map,
              const NkScene *drawn,
              Seen          *seen)
{
  gboolean planes = FALSE, apart = FALSE;

  for (guint i = 0; i < nk_scene_n_items (drawn); i++)
    {
      const NkItem *item = nk_scene_item (drawn, i);

      planes |= item->plane >= 0;
      if (item->type != NK_ITEM_TIE)
        continue;
      apart |= item->plane < 0;
      seen->formal |= item->line == NK_LINE_SOLID;
      seen->informal |= item->line == NK_LINE_DASHED;
      seen->assumed |= item->line == NK_LINE_DOTTED;
      seen->open |= item->line == NK_LINE_SPARSE;
      seen->strengths[nk_record_integer (nk_map_find (map, NK_TIE, item->id),
                                         NK_FIELD_STRENGTH)] = TRUE;
    }
  seen->between = planes && apart;
}

static void
add_line (const NkTheme *theme,
          const NkMap   *map,
          GArray        *rows,
          NkWord         word,
          NkLine         line,
          int            strength)
{
  NkLegendRow row = { .kind = NK_HEAD, .id = "", .text = nk_word (map, word), .is_tie = TRUE };

  row.tie = nk_style_kind (theme, map, "");
  row.tie.line = line;
  row.tie.width = nk_tie_width (theme, strength);
  g_array_append_val (rows, row);
}

static void
add_lines (const NkMap   *map,
           const NkScene *drawn,
           GArray        *rows)
{
  Seen seen = { 0 };
  const NkTheme *theme = nk_scene_theme (drawn);
  int n_strengths;

  look_at_ties (map, drawn, &seen);
  if (seen.formal)
    add_line (theme, map, rows, NK_WORD_FORMAL, NK_LINE_SOLID, 1);
  if (seen.informal)
    add_line (theme, map, rows, NK_WORD_INFORMAL, NK_LINE_DASHED, 1);
  if (seen.assumed)
    add_line (theme, map, rows, NK_WORD_ASSUMED, NK_LINE_DOTTED, 1);
  if (seen.open)
    add_line (theme, map, rows, NK_WORD_OPEN, NK_LINE_SPARSE, 1);
  n_strengths = seen.strengths[1] + seen.strengths[2] + seen.strengths[3];
  for (int strength = 1; n_strengths > 1 && strength <= 3; strength++)
    if (seen.strengths[strength])
      add_line (theme, map, rows, NK_WORD_WEAK + strength - 1, NK_LINE_SOLID, strength);
  if (seen.between)
    {
      add_line (theme, map, rows, NK_WORD_BETWEEN, NK_LINE_SOLID, 1);
      g_array_index (rows, NkLegendRow, rows->len - 1).swung = TRUE;
    }
}

/* What joins an actor to itself on another plane. */
static void
add_stem (const NkMap   *map,
          const NkScene *drawn,
          GArray        *rows)
{
  NkLegendRow row = { .kind = NK_HEAD, .id = "", .text = nk_word (map, NK_WORD_SAME_ACTOR),
                      .is_tie = TRUE, .upright = TRUE };
  gboolean any = FALSE;

  for (guint i = 0; i < nk_scene_n_items (drawn) && !any; i++)
    any = nk_scene_item (drawn, i)->type == NK_ITEM_ACTOR && nk_scene_item (drawn, i)->n_path > 0;
  row.tie = (NkTieStyle) { .ink = nk_scene_theme (drawn)->stem, .width = STEM };
  if (any)
    g_array_append_val (rows, row);
}

/* Who is there as an outline alone. */
static void
add_absent (const NkMap   *map,
            const NkScene *drawn,
            GArray        *rows)
{
  NkLegendRow row = { .kind = NK_HEAD, .id = "", .text = nk_word (map, NK_WORD_ABSENT) };
  const NkItem *absent = NULL;

  for (guint i = 0; i < nk_scene_n_items (drawn) && absent == NULL; i++)
    if (nk_scene_item (drawn, i)->absent)
      absent = nk_scene_item (drawn, i);
  if (absent == NULL)
    return;
  row.actor = (NkActorStyle) { .shape = NK_SHAPE_BOX, .stroke = absent->stroke,
                               .line_width = absent->line_width / absent->unit };
  g_array_append_val (rows, row);
}

void
nk_legend_rows (const NkMap   *map,
                const NkScene *drawn,
                NkLegendGroup  groups[NK_LEGEND_GROUPS])
{
  static const NkWord headings[NK_LEGEND_GROUPS] = {
    NK_WORD_ACTORS, NK_WORD_TIES, NK_WORD_LINES
  };

  for (int i = 0; i < NK_LEGEND_GROUPS; i++)
    {
      groups[i].heading = nk_word (map, headings[i]);
      groups[i].rows = g_array_new (FALSE, FALSE, sizeof (NkLegendRow));
    }
  add_used (map, drawn, NK_ITEM_ACTOR, NK_FIELD_SECTOR, NK_SECTOR, groups[0].rows, add_sector);
  add_absent (map, drawn, groups[0].rows);
  add_used (map, drawn, NK_ITEM_TIE, NK_FIELD_KIND, NK_KIND, groups[1].rows, add_kind);
  add_lines (map, drawn, groups[2].rows);
  add_stem (map, drawn, groups[2].rows);
}

void
nk_legend_clear (NkLegendGroup groups[NK_LEGEND_GROUPS])
{
  for (int i = 0; i < NK_LEGEND_GROUPS; i++)
    g_clear_pointer (&groups[i].rows, g_array_unref);
}
