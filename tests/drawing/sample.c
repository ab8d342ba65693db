#include "sample.h"

#include "drawing/view.h"
#include "files/native.h"
#include "map/zones.h"

#define COLUMNS 9
#define ACROSS 150.0
#define DOWN 70.0

/* Rows of a band's actors, those of one box together; the place depends on nothing but the map. */
static void
place_band (NkMap  *map,
            NkEdit *edit,
            int     band,
            guint  *row)
{
  guint column = 0;

  for (int box = -1; box < (int) nk_map_count (map, NK_DISTRICT); box++, column = 0)
    {
      for (guint i = 0; i < nk_map_count (map, NK_ACTOR); i++)
        {
          const NkRecord *actor = nk_map_at (map, NK_ACTOR, i);

          if (nk_record_is_placed (actor) || nk_actor_band (map, actor) != band
              || nk_actor_box (map, actor, nk_map_district_level (map)) != box)
            continue;
          nk_edit_set_place (edit, map, NK_ACTOR, nk_record_id (actor),
                             column % COLUMNS * ACROSS, (*row + column / COLUMNS) * DOWN);
          column++;
        }
      *row += (column + COLUMNS - 1) / COLUMNS + (column > 0);
    }
}

NkMap *
sample_read (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, name, NULL);
  g_autoptr (NkEdit) edit = nk_edit_new ("Place");
  g_autofree char *bytes = NULL;
  GError *error = NULL;
  NkMap *map;
  gsize length;
  guint row = 0;

  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);
  map = nk_native_read (bytes, length, name, &error);
  g_assert_no_error (error);
  for (int band = -1; band < (int) nk_map_count (map, NK_LEVEL); band++)
    place_band (map, edit, band, &row);
  g_assert_true (nk_map_apply (map, edit, NULL));
  return map;
}

char *
sample_words (const NkLettering *lettering)
{
  GString *words = g_string_new (NULL);
  guint n = nk_lettering_n_lines (lettering);

  for (guint i = 0; i < n; i++)
    {
      double x, baseline;

      g_string_append (words, nk_lettering_line (lettering, i, &x, &baseline));
      if (i + 1 < n && !nk_lettering_is_joined (lettering, i))
        g_string_append_c (words, ' ');
    }
  return g_string_free (words, FALSE);
}

const NkItem *
sample_find (const NkScene *scene,
             NkItemType     type,
             NkRecordKind   kind,
             const char    *id,
             int            plane)
{
  const NkItem *item = nk_scene_find (scene, type, kind, id, plane);

  if (item == NULL)
    g_error ("nothing draws %s/%s on plane %d", nk_schema_kind (kind)->name, id, plane);
  return item;
}
