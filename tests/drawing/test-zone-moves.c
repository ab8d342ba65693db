/* Bands and boxes that go elsewhere with all who stand in them. */
#include "sample.h"

#include "drawing/picking.h"
#include "drawing/view.h"
#include "drawing/zone-moves.h"
#include "map/category-edits.h"
#include "map/zones.h"

#include <math.h>

static const NkCategories levels = { NK_LEVEL }, districts = { NK_DISTRICT };

static NkMap *
read_city (void)
{
  return sample_read ("data/maps/duesseldorf.netzkarte.json");
}

static void
do_edit (NkMap  *map,
         NkEdit *edit)
{
  g_autoptr (GError) error = NULL;

  nk_edit_follow_zones (edit, map);
  nk_map_apply (map, edit, &error);
  g_assert_no_error (error);
  nk_edit_unref (edit);
}

/* Everybody stands alone, and in the band and the box to which they belong. */
static void
assert_in_zones (const NkMap *map)
{
  const NkViewSetting setting = { .show = NK_SHOW_LEVELS, .roomy = TRUE };
  g_autoptr (NkScene) scene = nk_view_rough (map, &setting);
  int district_level = nk_map_district_level (map);

  for (guint i = 0; i < nk_map_count (map, NK_ACTOR); i++)
    {
      const NkRecord *actor = nk_map_at (map, NK_ACTOR, i);
      const NkItem *item = nk_scene_find (scene, NK_ITEM_ACTOR, NK_ACTOR, nk_record_id (actor), -1);
      g_autoptr (GArray) near = nk_scene_touching (scene, item->body_x, item->body_y,
                                                   item->body_width, item->body_height);
      int band, district;

      g_test_message ("%s", nk_record_id (actor));
      nk_pick_zone (scene, map, nk_record_number (actor, NK_FIELD_X),
                    nk_record_number (actor, NK_FIELD_Y), &band, &district);
      g_assert_cmpint (band, ==, nk_actor_band (map, actor));
      g_assert_cmpint (district, ==, nk_actor_box (map, actor, district_level));
      for (guint k = 0; k < near->len; k++)
        {
          const NkItem *other = nk_scene_item (scene, g_array_index (near, guint, k));

          if (other->type == NK_ITEM_ACTOR && other != item)
            g_assert_false (item->body_x < other->body_x + other->body_width
                            && other->body_x < item->body_x + item->body_width
                            && item->body_y < other->body_y + other->body_height
                            && other->body_y < item->body_y + item->body_height);
        }
    }
}

/* The middle of those who stand in a band. */
static NkPoint
middle_of (const NkMap *map,
           NkField      field,
           const char  *id)
{
  NkPoint sum = { 0, 0 };
  guint n = 0;

  for (guint i = 0; i < nk_map_count (map, NK_ACTOR); i++)
    {
      const NkRecord *actor = nk_map_at (map, NK_ACTOR, i);

      if (!g_str_equal (nk_record_text (actor, field), id))
        continue;
      sum.x += nk_record_number (actor, NK_FIELD_X);
      sum.y += nk_record_number (actor, NK_FIELD_Y);
      n++;
    }
  return (NkPoint) { sum.x / n, sum.y / n };
}

static void
test_levels_reordered (void)
{
  g_autoptr (NkMap) map = read_city ();

  assert_in_zones (map);
  for (guint from = 0; from < nk_map_count (map, NK_LEVEL); from++)
    for (guint to = 0; to < nk_map_count (map, NK_LEVEL); to++)
      {
        g_autofree char *id = g_strdup (nk_record_id (nk_map_at (map, NK_LEVEL, from)));

        do_edit (map, nk_edit_for_category_move (map, &levels, id, to));
        assert_in_zones (map);
        for (guint i = 1; i < nk_map_count (map, NK_LEVEL); i++)
          g_assert_cmpfloat (
            middle_of (map, NK_FIELD_LEVEL, nk_record_id (nk_map_at (map, NK_LEVEL, i - 1))).y, <,
            middle_of (map, NK_FIELD_LEVEL, nk_record_id (nk_map_at (map, NK_LEVEL, i))).y);
      }
}

static void
test_districts_reordered (void)
{
  g_autoptr (NkMap) map = read_city ();
  double before = middle_of (map, NK_FIELD_DISTRICT, "b5").x
                  - middle_of (map, NK_FIELD_DISTRICT, "b6").x;

  g_assert_cmpfloat (before, <, 0);
  do_edit (map, nk_edit_for_category_move (map, &districts, "b5", 1));
  assert_in_zones (map);
  g_assert_cmpfloat (middle_of (map, NK_FIELD_DISTRICT, "b5").x, >,
                     middle_of (map, NK_FIELD_DISTRICT, "b6").x);
}

/* Bands that do not lie beside each other as well. */
static void
test_merged (void)
{
  for (guint from = 0; from < 4; from++)
    for (guint to = 0; to < 3; to++)
      {
        g_autoptr (NkMap) map = read_city ();
        g_autofree char *gone = g_strdup (nk_record_id (nk_map_at (map, NK_LEVEL, from)));
        g_autofree char *kept = g_strdup (nk_record_id (nk_map_at (map, NK_LEVEL, to)));

        /* Who comes to where districts have their boxes belongs to none of them. */
        if (from == to)
          continue;
        g_test_message ("%s into %s", gone, kept);
        do_edit (map, nk_edit_for_category_merge (map, &levels, (const char *[]) { gone, NULL },
                                                  kept));
        assert_in_zones (map);
      }
}

static void
test_without (void)
{
  g_autoptr (NkMap) map = read_city ();

  do_edit (map, nk_edit_for_category_delete (map, &levels,
                                             (const char *[]) { "intermediary", NULL },
                                             NK_FATE_NONE, NULL));
  assert_in_zones (map);
}

/* A bend and a note go along with the band in which they are. */
static void
test_bends (void)
{
  g_autoptr (NkMap) map = read_city ();
  g_autoptr (NkEdit) edit = nk_edit_new ("Bend");
  const NkRecord *actor = NULL;
  g_autofree char *id = NULL;
  NkRecord *tie, *note;
  NkPoint place, moved;
  guint n;

  for (guint i = 0; actor == NULL; i++)
    if (g_str_equal (nk_record_text (nk_map_at (map, NK_ACTOR, i), NK_FIELD_LEVEL), "city"))
      actor = nk_map_at (map, NK_ACTOR, i);
  id = g_strdup (nk_record_id (actor));
  place = (NkPoint) { nk_record_number (actor, NK_FIELD_X), nk_record_number (actor, NK_FIELD_Y) };
  tie = nk_record_copy (nk_map_at (map, NK_TIE, 0), NULL);
  nk_record_set_points (tie, NK_FIELD_BENDS, &place, 1);
  nk_edit_put (edit, map, tie);
  note = nk_record_new (NK_NOTE, "note");
  nk_record_set_number (note, NK_FIELD_X, place.x);
  nk_record_set_number (note, NK_FIELD_Y, place.y);
  nk_edit_put (edit, map, note);
  g_assert_true (nk_map_apply (map, edit, NULL));

  do_edit (map, nk_edit_for_category_move (map, &levels, "city", 3));
  moved = nk_record_points (nk_map_at (map, NK_TIE, 0), NK_FIELD_BENDS, &n)[0];
  actor = nk_map_find (map, NK_ACTOR, id);
  g_assert_cmpfloat (moved.y, >, place.y);
  g_assert_cmpfloat_with_epsilon (moved.y, nk_record_number (actor, NK_FIELD_Y), 0.011);
  g_assert_cmpfloat_with_epsilon (nk_record_number (nk_map_find (map, NK_NOTE, "note"), NK_FIELD_Y),
                                  moved.y, 0.011);
}

/* What was placed by hand stays where it is when nobody has to move. */
static void
test_nothing_moves (void)
{
  g_autoptr (NkMap) map = read_city ();
  NkPoint before = middle_of (map, NK_FIELD_LEVEL, "city");

  do_edit (map, nk_edit_for_category_name (map, &levels, "state", "Land"));
  do_edit (map, nk_edit_for_category_merge (map, &levels, (const char *[]) { "intermediary", NULL },
                                            "district"));
  g_assert_cmpfloat (middle_of (map, NK_FIELD_LEVEL, "city").y, ==, before.y);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/zone-moves/levels-reordered", test_levels_reordered);
  g_test_add_func ("/zone-moves/districts-reordered", test_districts_reordered);
  g_test_add_func ("/zone-moves/merged", test_merged);
  g_test_add_func ("/zone-moves/without", test_without);
  g_test_add_func ("/zone-moves/bends", test_bends);
  g_test_add_func ("/zone-moves/nothing-moves", test_nothing_moves);
  return g_test_run ();
}
