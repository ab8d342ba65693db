/* Zones: who stands in which band and box. */
#include "map/zones.h"

#include "network.h"

/* Puts `n` actors of a level and a district in. */
static void
add_actors (NkMap      *map,
            guint       n,
            const char *level,
            const char *district)
{
  g_autoptr (NkEdit) edit = nk_edit_new ("Add");

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = nk_map_new_id (map, edit, NK_ACTOR, "more");

      nk_edit_put (edit, map, network_record (NK_ACTOR, id, NK_FIELD_LEVEL, level,
                                              NK_FIELD_DISTRICT, district, -1));
    }
  g_assert_true (nk_map_apply (map, edit, NULL));
}

static void
test_district_level (void)
{
  static const struct { guint n; const char *level, *district; int district_level; } rows[] = {
    { 0, "", "", 1 },
    { 1, "city", "b5", 1 },      /* the lower of two that have as many */
    { 2, "city", "b5", 0 },
    { 2, "city", "b7", 1 },      /* a district that is not there */
    { 2, "", "b5", 1 },
    { 2, "moon", "b5", 1 },
  };
  g_autoptr (NkMap) empty = nk_map_new ();

  g_assert_cmpint (nk_map_district_level (empty), ==, -1);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (NkMap) map = network_new ();

      add_actors (map, rows[i].n, rows[i].level, rows[i].district);
      g_assert_cmpint (nk_map_district_level (map), ==, rows[i].district_level);
    }
}

static void
test_place (void)
{
  static const struct { const char *level, *district; int band, box; } rows[] = {
    { "city", "", 0, -1 },
    { "district", "b5", 1, 0 },
    { "district", "", 1, -1 },
    { "district", "b7", 1, -1 },
    { "city", "b5", 0, -1 },     /* districts have their boxes one level down */
    { "", "b5", -1, -1 },
    { "moon", "b5", -1, -1 },
  };
  g_autoptr (NkMap) map = network_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (NkRecord) actor = network_record (NK_ACTOR, "a", NK_FIELD_LEVEL, rows[i].level,
                                                   NK_FIELD_DISTRICT, rows[i].district, -1);

      g_assert_cmpint (nk_actor_band (map, actor), ==, rows[i].band);
      g_assert_cmpint (nk_actor_box (map, actor, 1), ==, rows[i].box);
      g_assert_cmpint (nk_actor_box (map, actor, -1), ==, -1);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/zones/district-level", test_district_level);
  g_test_add_func ("/zones/place", test_place);
  return g_test_run ();
}
