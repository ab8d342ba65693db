/* Views: what must hold in every drawing of every map. */
#include "drawing/legend-rows.h"
#include "drawing/perspective.h"
#include "drawing/planes.h"
#include "drawing/shape.h"
#include "drawing/view.h"
#include "map/zones.h"

#include "sample.h"

#include <math.h>

static const char *const maps[] = {
  "data/maps/duesseldorf.netzkarte.json",
  "tests/drawing/strange.netzkarte.json",
};

static const NkViewSetting settings[] = {
  { .show = NK_SHOW_LEVELS },
  { .show = NK_SHOW_LAYERS },
  { .show = NK_SHOW_LEVELS, .date = "2015-09" },
  { .show = NK_SHOW_LAYERS, .date = "2017", .family = "Serif" },
  { .show = NK_SHOW_LEVELS, .legend = TRUE },
  { .show = NK_SHOW_LAYERS, .planes = 1 << 0 | 1 << 2, .gap = 2, .angle = 30 },
  { .show = NK_SHOW_PANELS },
  { .show = NK_SHOW_PANELS, .planes = 1 << 1 | 1 << 2, .stacked = TRUE, .date = "2015-09" },
  { .show = NK_SHOW_TRIANGLE },
  { .show = NK_SHOW_TRIANGLE, .date = "2017", .legend = TRUE },
};

/* Views that draw an actor once, on no plane. */
static gboolean
is_flat (const NkViewSetting *setting)
{
  return setting->show == NK_SHOW_LEVELS || setting->show == NK_SHOW_TRIANGLE;
}

typedef void (*Check) (const NkMap         *map,
                       const NkViewSetting *setting,
                       const NkScene       *scene);

static void
check_all (gconstpointer data)
{
  for (guint m = 0; m < G_N_ELEMENTS (maps); m++)
    {
      g_autoptr (NkMap) map = sample_read (maps[m]);

      for (guint s = 0; s < G_N_ELEMENTS (settings); s++)
        {
          g_autoptr (NkScene) scene = nk_view_scene (map, &settings[s]);

          ((Check) data) (map, &settings[s], scene);
        }
    }
}

static gboolean
stands_on (const NkRecord      *record,
           const NkViewSetting *setting,
           int                  plane)
{
  if (is_flat (setting) || plane < 0)
    return is_flat (setting) && plane < 0;
  if ((nk_planes_shown (setting) & 1u << plane) == 0)
    return FALSE;
  return setting->show == NK_SHOW_PANELS || nk_record_integer (record, nk_dimensions[plane]) > 0;
}

/* A name without what it may be broken at. To be freed. */
static char *
plain (const char *name)
{
  GString *text = g_string_new (name);

  g_string_replace (text, "-", "", 0);
  g_string_replace (text, " ", "", 0);
  g_string_replace (text, "\t", "", 0);
  g_string_replace (text, "\n", "", 0);
  g_string_replace (text, "\u2028", "", 0);
  return g_string_free (text, FALSE);
}

/* Every actor that is there stands on its planes and on no other, with its whole name; in panels of
 * dimensions to which it does not belong, without one. */
static void
check_actors (const NkMap         *map,
              const NkViewSetting *setting,
              const NkScene       *scene)
{
  guint drawn = 0, expected = 0;

  for (guint i = 0; i < nk_map_count (map, NK_ACTOR); i++)
    {
      const NkRecord *actor = nk_map_at (map, NK_ACTOR, i);
      const char *id = nk_record_id (actor);

      for (int plane = is_flat (setting) ? -1 : 0; plane < NK_N_DIMENSIONS; plane++)
        {
          g_autofree char *words = NULL, *drawn_name = NULL, *name = NULL;
          gboolean wanted = nk_view_shows (map, actor, setting)
                            && stands_on (actor, setting, plane);
          const NkItem *item = nk_scene_find (scene, NK_ITEM_ACTOR, NK_ACTOR, id, plane);

          if (is_flat (setting) && plane >= 0)
            break;
          g_assert_true (wanted == (item != NULL));
          if (!wanted)
            continue;
          expected++;
          g_assert_true (item->absent
                         == (plane >= 0 && nk_record_integer (actor, nk_dimensions[plane]) == 0));
          if (item->absent)
            {
              g_assert_null (nk_scene_find (scene, NK_ITEM_LABEL, NK_ACTOR, id, plane));
              g_assert_cmpfloat (item->fill.alpha, ==, 0);
              continue;
            }
          words = sample_words (sample_find (scene, NK_ITEM_LABEL, NK_ACTOR, id, plane)->lettering);
          name = plain (nk_record_title (actor));
          drawn_name = plain (words);
          g_assert_cmpstr (drawn_name, ==, name);
        }
    }
  for (guint i = 0; i < nk_scene_n_items (scene); i++)
    drawn += nk_scene_item (scene, i)->type == NK_ITEM_ACTOR;
  g_assert_cmpuint (drawn, ==, expected);
}

static gboolean
overlap (const NkItem *a,
         const NkItem *b)
{
  return a->body_x < b->body_x + b->body_width && b->body_x < a->body_x + a->body_width
         && a->body_y < b->body_y + b->body_height && b->body_y < a->body_y + a->body_height;
}

/* Labels lie in their bodies, and no body overlaps another one of its plane if it does not on the
 * map, in the triangle none at all; so no label can cover another. */
static void
check_overlaps (const NkMap         *map,
                const NkViewSetting *setting,
                const NkScene       *scene)
{
  const NkViewSetting levels = { .show = NK_SHOW_LEVELS, .family = setting->family };
  g_autoptr (NkScene) flat = nk_view_scene (map, &levels);

  for (guint i = 0; i < nk_scene_n_items (scene); i++)
    {
      const NkItem *a = nk_scene_item (scene, i);
      const NkItem *label;

      if (a->type != NK_ITEM_ACTOR)
        continue;
      label = a->absent ? NULL : sample_find (scene, NK_ITEM_LABEL, NK_ACTOR, a->id, a->plane);
      g_assert_true (label == NULL
                     || (label->x >= a->body_x && label->y >= a->body_y
                         && label->x + label->width <= a->body_x + a->body_width
                         && label->y + label->height <= a->body_y + a->body_height));
      for (guint j = i + 1; j < nk_scene_n_items (scene); j++)
        {
          const NkItem *b = nk_scene_item (scene, j);

          if (b->type == NK_ITEM_ACTOR && b->plane == a->plane && overlap (a, b))
            g_assert_true (setting->show != NK_SHOW_TRIANGLE
                           && overlap (sample_find (flat, NK_ITEM_ACTOR, NK_ACTOR, a->id, -1),
                                    sample_find (flat, NK_ITEM_ACTOR, NK_ACTOR, b->id, -1)));
        }
    }
}

/* Every tie between actors that are shown is drawn; in the layers, on planes where both ends stand,
 * or between planes if there is none such. */
static void
check_ties (const NkMap         *map,
            const NkViewSetting *setting,
            const NkScene       *scene)
{
  for (guint i = 0; i < nk_map_count (map, NK_TIE); i++)
    {
      const NkRecord *tie = nk_map_at (map, NK_TIE, i);
      const NkItem *item = nk_scene_find (scene, NK_ITEM_TIE, NK_TIE, nk_record_id (tie), -1);

      g_assert_true (nk_view_shows (map, tie, setting) == (item != NULL));
    }
  for (guint i = 0; i < nk_scene_n_items (scene); i++)
    {
      const NkItem *item = nk_scene_item (scene, i);
      const NkRecord *tie = nk_map_find (map, NK_TIE, item->id);
      const NkItem *start, *end;
      NkBody from, to;

      if (item->type != NK_ITEM_TIE)
        continue;
      if (setting->show == NK_SHOW_LAYERS && item->plane < 0)
        continue;
      start = sample_find (scene, NK_ITEM_ACTOR, NK_ACTOR, nk_record_text (tie, NK_FIELD_FROM),
                           item->plane);
      end = sample_find (scene, NK_ITEM_ACTOR, NK_ACTOR, nk_record_text (tie, NK_FIELD_TO),
                         item->plane);
      if (start != end && overlap (start, end))
        continue;
      from = nk_item_body (start);
      to = nk_item_body (end);
      g_assert_false (nk_body_contains (&from, item->path[0].x, item->path[0].y));
      g_assert_false (nk_body_contains (&to, item->path[item->n_path - 1].x,
                                        item->path[item->n_path - 1].y));
    }
}

/* The bands lie in their order, none over another, all as wide; each holds what stands in it. */
static void
check_bands (const NkMap         *map,
             const NkViewSetting *setting,
             const NkScene       *scene)
{
  const NkItem *above = NULL;

  if (setting->show != NK_SHOW_LEVELS)
    return;
  for (guint i = 0; i < nk_map_count (map, NK_LEVEL); i++)
    {
      const char *id = nk_record_id (nk_map_at (map, NK_LEVEL, i));
      const NkItem *band = sample_find (scene, NK_ITEM_BAND, NK_LEVEL, id, -1);
      const NkItem *name = sample_find (scene, NK_ITEM_LABEL, NK_LEVEL, id, -1);

      g_assert_cmpfloat (band->body_height, >, 0);
      g_assert_true (name->x >= band->body_x);
      if (above != NULL)
        {
          g_assert_cmpfloat (band->body_x, ==, above->body_x);
          g_assert_cmpfloat (band->body_y, >=, above->body_y + above->body_height);
        }
      above = band;
    }
  for (guint i = 0; i < nk_scene_n_items (scene); i++)
    {
      const NkItem *actor = nk_scene_item (scene, i), *band, *name;
      int position;

      if (actor->type != NK_ITEM_ACTOR)
        continue;
      position = nk_actor_band (map, nk_map_find (map, NK_ACTOR, actor->id));
      if (position < 0)
        continue;
      band = sample_find (scene, NK_ITEM_BAND, NK_LEVEL,
                          nk_record_id (nk_map_at (map, NK_LEVEL, position)), -1);
      name = sample_find (scene, NK_ITEM_LABEL, NK_LEVEL, band->id, -1);
      g_assert_true (actor->body_x >= name->x + name->width
                     && actor->body_x + actor->body_width <= band->body_x + band->body_width
                     && actor->body_y >= band->body_y
                     && actor->body_y + actor->body_height <= band->body_y + band->body_height);
    }
}

/* Each plane lies wholly below the one above, as far as is asked for; the copies of an actor stand straight above each
 * other, within their planes, joined by a line that is upright. */
static void
check_planes (const NkMap         *map,
              const NkViewSetting *setting,
              const NkScene       *scene)
{
  const NkItem *planes[NK_N_DIMENSIONS] = { NULL }, *above = NULL;

  if (setting->show != NK_SHOW_LAYERS)
    return;
  for (guint i = 0; i < nk_scene_n_items (scene); i++)
    if (nk_scene_item (scene, i)->type == NK_ITEM_PLANE)
      planes[nk_scene_item (scene, i)->plane] = nk_scene_item (scene, i);
  for (int plane = 0; plane < NK_N_DIMENSIONS; plane++)
    {
      const NkPoint *corner;

      g_assert_true ((planes[plane] != NULL) == ((nk_planes_shown (setting) >> plane & 1) != 0));
      if (planes[plane] == NULL)
        continue;
      corner = planes[plane]->path;
      g_assert_cmpfloat (corner[1].x - corner[0].x, <, corner[2].x - corner[3].x);
      g_assert_cmpfloat (corner[0].y, ==, corner[1].y);
      if (above != NULL)
        g_assert_cmpfloat (planes[plane]->y - above->y, >, MAX (setting->gap, 1) * above->height);
      above = planes[plane];
    }
  for (guint i = 0; i < nk_scene_n_items (scene); i++)
    {
      const NkItem *actor = nk_scene_item (scene, i);
      const NkItem *first;
      double x = actor->body_x + actor->body_width / 2;

      if (actor->type != NK_ITEM_ACTOR)
        continue;
      first = sample_find (scene, NK_ITEM_ACTOR, NK_ACTOR, actor->id, -1);
      g_assert_cmpfloat_with_epsilon (first->body_x + first->body_width / 2, x, 1e-6);
      g_assert_true (nk_item_contains (planes[actor->plane], actor->body_x, actor->body_y)
                     && nk_item_contains (planes[actor->plane], actor->body_x + actor->body_width,
                                          actor->body_y + actor->body_height));
      g_assert_true (actor->n_path == 0 || actor->n_path == 2);
      if (actor->n_path == 2)
        {
          g_assert_cmpfloat (actor->path[0].x, ==, actor->path[1].x);
          g_assert_cmpfloat (actor->path[0].y, >, actor->path[1].y);
        }
    }
}

/* Where an actor is drawn, there its place on the map is found again. */
static void
check_places (const NkMap         *map,
              const NkViewSetting *setting,
              const NkScene       *scene)
{
  for (guint i = 0; i < nk_scene_n_items (scene); i++)
    {
      const NkItem *item = nk_scene_item (scene, i);
      const NkRecord *actor = nk_map_find (map, NK_ACTOR, item->id);
      double x, y;

      if (item->type != NK_ITEM_ACTOR || setting->show == NK_SHOW_TRIANGLE)
        continue;
      nk_scene_to_map (scene, item->plane, item->body_x + item->body_width / 2,
                       item->body_y + item->body_height / 2, &x, &y);
      g_assert_cmpfloat_with_epsilon (x, nk_record_number (actor, NK_FIELD_X), 1e-6);
      g_assert_cmpfloat_with_epsilon (y, nk_record_number (actor, NK_FIELD_Y), 1e-6);
    }
}

static guint
count_rows (const NkLegendGroup *group,
            NkRecordKind         kind,
            const char          *id)
{
  guint n = 0;

  for (guint i = 0; i < group->rows->len; i++)
    {
      const NkLegendRow *row = &g_array_index (group->rows, NkLegendRow, i);

      n += row->kind == kind && g_str_equal (row->id, id);
    }
  return n;
}

/* The legend has a row for each sector and kind that is drawn, one, and none for others. */
static void
check_legend (const NkMap         *map,
              const NkViewSetting *setting,
              const NkScene       *scene)
{
  NkLegendGroup groups[NK_LEGEND_GROUPS];
  g_autoptr (GHashTable) sectors = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) kinds = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean absent = FALSE;
  GHashTableIter iter;
  gpointer id;

  for (guint i = 0; i < nk_scene_n_items (scene); i++)
    {
      const NkItem *item = nk_scene_item (scene, i);

      absent |= item->absent;
      if (item->type == NK_ITEM_ACTOR && !item->absent)
        g_hash_table_add (sectors, (gpointer) nk_record_text (nk_map_find (map, NK_ACTOR, item->id),
                                                              NK_FIELD_SECTOR));
      else if (item->type == NK_ITEM_TIE)
        g_hash_table_add (kinds, (gpointer) nk_record_text (nk_map_find (map, NK_TIE, item->id),
                                                            NK_FIELD_KIND));
    }
  nk_legend_rows (map, scene, groups);
  g_assert_cmpuint (groups[0].rows->len, ==, g_hash_table_size (sectors) + absent);
  g_assert_cmpuint (groups[1].rows->len, ==, g_hash_table_size (kinds));
  g_hash_table_iter_init (&iter, sectors);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_assert_cmpuint (count_rows (&groups[0], *(char *) id ? NK_SECTOR : NK_HEAD, id), ==,
                      *(char *) id ? 1 : 1 + absent);
  g_hash_table_iter_init (&iter, kinds);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_assert_cmpuint (count_rows (&groups[1], *(char *) id ? NK_KIND : NK_HEAD, id), ==, 1);
  nk_legend_clear (groups);
}

static void
check_stable (const NkMap         *map,
              const NkViewSetting *setting,
              const NkScene       *scene)
{
  g_autoptr (NkScene) again = nk_view_scene (map, setting);
  g_autofree char *text = nk_scene_to_text (scene), *other = nk_scene_to_text (again);

  g_assert_cmpstr (text, ==, other);
}

static void
test_names (void)
{
  g_assert_cmpint (nk_show_from_name ("levels"), ==, NK_SHOW_LEVELS);
  g_assert_cmpint (nk_show_from_name ("layers"), ==, NK_SHOW_LAYERS);
  g_assert_cmpint (nk_show_from_name ("panels"), ==, NK_SHOW_PANELS);
  g_assert_cmpint (nk_show_from_name ("triangle"), ==, NK_SHOW_TRIANGLE);
  g_assert_cmpint (nk_show_from_name ("Levels"), ==, -1);
  g_assert_cmpint (nk_show_from_name (""), ==, -1);
  g_assert_cmpstr (nk_show_name (NK_SHOW_LAYERS), ==, "layers");
}

/* A map of nothing, or of bands alone, is drawn as what there is. */
static void
test_empty (void)
{
  g_autoptr (NkMap) map = nk_map_new ();
  g_autoptr (NkEdit) edit = nk_edit_new ("Add");

  for (int n_levels = 0; n_levels < 2; n_levels++)
    {
      for (guint s = 0; s < G_N_ELEMENTS (settings); s++)
        {
          g_autoptr (NkScene) scene = nk_view_scene (map, &settings[s]);
          gboolean band = nk_scene_find (scene, NK_ITEM_BAND, NK_LEVEL, "l", -1) != NULL;

          g_assert_true (band == (n_levels > 0 && settings[s].show != NK_SHOW_TRIANGLE));
        }
      nk_edit_put (edit, map, nk_record_new (NK_LEVEL, "l"));
      if (n_levels == 0)
        g_assert_true (nk_map_apply (map, edit, NULL));
    }
}

/* Turns actors of the example upside down, so that they stand among those of another level. */
static void
turn_over (NkMap *map,
           guint  first,
           guint  n)
{
  g_autoptr (NkEdit) edit = nk_edit_new ("Move");

  for (guint i = first; i < first + n; i++)
    {
      const NkRecord *actor = nk_map_at (map, NK_ACTOR, i);

      nk_edit_set_place (edit, map, NK_ACTOR, nk_record_id (actor),
                         nk_record_number (actor, NK_FIELD_X),
                         -nk_record_number (actor, NK_FIELD_Y));
    }
  g_assert_true (nk_map_apply (map, edit, NULL));
}

/* Bands and boxes do not follow the few who stray, and are not drawn where nearly all do. */
static void
test_strays (void)
{
  g_autoptr (NkMap) map = sample_read (maps[0]);
  guint n = nk_map_count (map, NK_ACTOR);

  for (guint s = 0; s < 2; s++)
    {
      g_autoptr (NkScene) before = nk_view_scene (map, &settings[s]);
      g_autoptr (NkMap) moved = nk_map_copy (map);
      g_autoptr (NkScene) few = NULL, many = NULL;
      const NkItem *box = sample_find (before, NK_ITEM_DISTRICT, NK_DISTRICT, "b5", -1);
      const NkItem *same;

      turn_over (moved, n - 3, 2);
      few = nk_view_scene (moved, &settings[s]);
      same = sample_find (few, NK_ITEM_DISTRICT, NK_DISTRICT, "b5", -1);
      g_assert_cmpfloat_with_epsilon (same->height, box->height, box->height * 0.3);
      turn_over (moved, 0, n);
      many = nk_view_scene (moved, &settings[s]);
      g_assert_null (nk_scene_find (many, NK_ITEM_BAND, NK_LEVEL, "city", -1));
      g_assert_null (nk_scene_find (many, NK_ITEM_DISTRICT, NK_DISTRICT, "b5", -1));
    }
}

/* Boxes are not drawn where most actors of districts stand in that of another. */
static void
test_mixed_districts (void)
{
  g_autoptr (NkMap) map = sample_read (maps[0]);

  for (guint every = 2; every <= 30; every += 28)
    {
      g_autoptr (NkMap) moved = nk_map_copy (map);
      g_autoptr (NkEdit) edit = nk_edit_new ("Move");
      g_autoptr (NkScene) scene = NULL;

      for (guint i = 0; i < nk_map_count (map, NK_ACTOR); i += every)
        {
          const NkRecord *actor = nk_map_at (map, NK_ACTOR, i);

          if (every > 2 && nk_actor_box (map, actor, nk_map_district_level (map)) >= 0)
            continue;
          nk_edit_set_place (edit, map, NK_ACTOR, nk_record_id (actor),
                             -nk_record_number (actor, NK_FIELD_X),
                             nk_record_number (actor, NK_FIELD_Y));
        }
      g_assert_true (nk_map_apply (moved, edit, NULL));
      scene = nk_view_scene (moved, &settings[0]);
      g_assert_true ((nk_scene_find (scene, NK_ITEM_DISTRICT, NK_DISTRICT, "b5", -1) == NULL)
                     == (every == 2));
    }
}

/* A legend stands below all of the drawing and changes nothing of it. */
static void
test_legend_below (void)
{
  for (guint m = 0; m < G_N_ELEMENTS (maps); m++)
    for (int show = NK_SHOW_LEVELS; show < NK_N_SHOWS; show++)
      {
        g_autoptr (NkMap) map = sample_read (maps[m]);
        NkViewSetting plain = { .show = show }, explained = { .show = show, .legend = TRUE };
        g_autoptr (NkScene) drawn = nk_view_scene (map, &plain);
        g_autoptr (NkScene) scene = nk_view_scene (map, &explained);
        double x, y, width, height, here_x, here_y, map_x, map_y;
        guint n = nk_scene_n_items (drawn);

        nk_scene_bounds (drawn, &x, &y, &width, &height);
        g_assert_cmpuint (nk_scene_n_items (scene), >, n);
        for (guint i = 0; i < nk_scene_n_items (scene); i++)
          {
            const NkItem *item = nk_scene_item (scene, i);

            g_assert_true ((item->type == NK_ITEM_LEGEND) == (i >= n));
            if (i >= n)
              g_assert_cmpfloat (item->y, >=, y + height);
            else
              g_assert_cmpfloat (item->x, ==, nk_scene_item (drawn, i)->x);
          }
        nk_scene_to_map (drawn, show == NK_SHOW_LAYERS ? 1 : -1, 100, 50, &map_x, &map_y);
        nk_scene_from_map (scene, show == NK_SHOW_LAYERS ? 1 : -1, map_x, map_y, &here_x, &here_y);
        g_assert_cmpfloat_with_epsilon (here_x, 100, 1e-6);
        g_assert_cmpfloat_with_epsilon (here_y, 50, 1e-6);
      }
}

int
main (int    argc,
      char **argv)
{
  static const struct { const char *path; Check check; } checks[] = {
    { "/views/actors", check_actors }, { "/views/overlaps", check_overlaps },
    { "/views/ties", check_ties }, { "/views/bands", check_bands },
    { "/views/planes", check_planes }, { "/views/places", check_places },
    { "/views/legend", check_legend }, { "/views/stable", check_stable },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    g_test_add_data_func (checks[i].path, checks[i].check, check_all);
  g_test_add_func ("/views/names", test_names);
  g_test_add_func ("/views/empty", test_empty);
  g_test_add_func ("/views/strays", test_strays);
  g_test_add_func ("/views/mixed-districts", test_mixed_districts);
  g_test_add_func ("/views/legend below", test_legend_below);
  return g_test_run ();
}
