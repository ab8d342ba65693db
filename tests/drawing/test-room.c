/* A place for one more actor: free, and where the actor belongs. */
#include "sample.h"

#include "drawing/picking.h"
#include "drawing/room.h"
#include "drawing/view.h"

static const NkItem *
actor_item (const NkScene *scene,
            const char    *id)
{
  return nk_scene_find (scene, NK_ITEM_ACTOR, NK_ACTOR, id, -1);
}

static void
assert_stands_alone (const NkMap *map,
                     const char  *id)
{
  const NkViewSetting setting = { .show = NK_SHOW_LEVELS, .roomy = TRUE };
  g_autoptr (NkScene) scene = nk_view_rough (map, &setting);
  const NkRecord *actor = nk_map_find (map, NK_ACTOR, id);
  const NkItem *own = actor_item (scene, id);
  int band, district;

  g_assert_nonnull (own);
  for (guint i = 0; i < nk_map_count (map, NK_ACTOR); i++)
    {
      const NkItem *other = actor_item (scene, nk_record_id (nk_map_at (map, NK_ACTOR, i)));

      if (other != own && other != NULL)
        g_assert_false (own->body_x < other->body_x + other->body_width
                        && other->body_x < own->body_x + own->body_width
                        && own->body_y < other->body_y + other->body_height
                        && other->body_y < own->body_y + own->body_height);
    }
  nk_pick_zone (scene, map, own->body_x + own->body_width / 2,
                own->body_y + own->body_height / 2, &band, &district);
  g_assert_cmpint (band, ==, nk_map_position (map, NK_LEVEL,
                                              nk_record_text (actor, NK_FIELD_LEVEL)));
  if (*nk_record_text (actor, NK_FIELD_DISTRICT) != '\0'
      || !g_str_equal (nk_record_text (actor, NK_FIELD_LEVEL), "district"))
    g_assert_cmpint (district, ==, nk_map_position (map, NK_DISTRICT,
                                                    nk_record_text (actor, NK_FIELD_DISTRICT)));
}

/* Adds an actor where there is room; `near` may be NULL. */
static void
add (NkMap         *map,
     guint          number,
     const char    *level,
     const char    *district,
     const NkPoint *near)
{
  g_autoptr (NkRoom) room = nk_room_new (map);
  g_autoptr (NkEdit) edit = nk_edit_new ("Add");
  g_autofree char *id = g_strdup_printf ("new-%u", number);
  NkRecord *actor = nk_record_new (NK_ACTOR, id);
  NkPoint place;

  nk_record_set_text (actor, NK_FIELD_NAME, "Verein für Begegnung im Stadtteil");
  nk_record_set_text (actor, NK_FIELD_LEVEL, level);
  nk_record_set_text (actor, NK_FIELD_DISTRICT, district);
  place = nk_room_take (room, actor, near);
  nk_record_set_number (actor, NK_FIELD_X, place.x);
  nk_record_set_number (actor, NK_FIELD_Y, place.y);
  nk_edit_put (edit, map, actor);
  g_assert_true (nk_map_apply (map, edit, NULL));
  assert_stands_alone (map, id);
}

static void
test_full_map (void)
{
  static const char *const levels[] = { "city", "intermediary", "district" };
  g_autoptr (NkMap) map = sample_read ("data/maps/duesseldorf.netzkarte.json");
  guint number = 0;

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    for (guint j = 0; j < 4; j++)
      add (map, number++, levels[i], "", NULL);
  for (guint i = 0; i < nk_map_count (map, NK_DISTRICT); i++)
    for (guint j = 0; j < 2; j++)
      add (map, number++, "district", nk_record_id (nk_map_at (map, NK_DISTRICT, i)), NULL);
}

static void
test_near (void)
{
  g_autoptr (NkMap) map = sample_read ("data/maps/duesseldorf.netzkarte.json");
  const NkRecord *first = nk_map_at (map, NK_ACTOR, 0);
  NkPoint near = { nk_record_number (first, NK_FIELD_X), nk_record_number (first, NK_FIELD_Y) };
  const NkRecord *new;

  add (map, 0, nk_record_text (first, NK_FIELD_LEVEL), "", &near);
  new = nk_map_find (map, NK_ACTOR, "new-0");
  g_assert_cmpfloat (ABS (nk_record_number (new, NK_FIELD_X) - near.x), <, 400);
}

/* Several at once, in a map with nobody: nobody stands on anybody, though none of them is in the map
 * while they are placed. */
static void
test_several (void)
{
  g_autoptr (NkMap) map = sample_read ("data/maps/duesseldorf.netzkarte.json");
  g_autoptr (NkEdit) clear = nk_edit_new ("Clear");
  g_autoptr (NkEdit) edit = nk_edit_new ("Add");
  g_autoptr (NkRoom) room = NULL;

  for (guint i = 0; i < nk_map_count (map, NK_ACTOR); i++)
    nk_edit_remove (clear, map, NK_ACTOR, nk_record_id (nk_map_at (map, NK_ACTOR, i)));
  g_assert_true (nk_map_apply (map, clear, NULL));
  room = nk_room_new (map);
  for (guint i = 0; i < 12; i++)
    {
      static const char *const levels[] = { "city", "intermediary", "district", "" };
      g_autofree char *id = g_strdup_printf ("new-%u", i);
      NkRecord *actor = nk_record_new (NK_ACTOR, id);
      NkPoint place;

      nk_record_set_text (actor, NK_FIELD_NAME, "Verein");
      nk_record_set_text (actor, NK_FIELD_LEVEL, levels[i % G_N_ELEMENTS (levels)]);
      place = nk_room_take (room, actor, NULL);
      nk_record_set_number (actor, NK_FIELD_X, place.x);
      nk_record_set_number (actor, NK_FIELD_Y, place.y);
      nk_edit_put (edit, map, actor);
    }
  g_assert_true (nk_map_apply (map, edit, NULL));
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *id = g_strdup_printf ("new-%u", i);

      assert_stands_alone (map, id);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/room/full-map", test_full_map);
  g_test_add_func ("/room/near", test_near);
  g_test_add_func ("/room/several", test_several);
  return g_test_run ();
}
