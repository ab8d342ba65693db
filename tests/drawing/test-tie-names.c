/* Names of ties: on their lines, on nothing else, and none is lost without a word. */
#include "drawing/tie-names.h"

#include "drawing/figure.h"
#include "drawing/hidden.h"
#include "drawing/picking.h"
#include "drawing/shape.h"

#include "sample.h"

#include <math.h>

static const char *const names[] = {
  "Auftrag", "vierteljährlicher Austausch", "Steuerungsunterstützung", "合作", "تبادل المعلومات",
  "Verwaltungsvereinbarungsfortschreibungsentwurf",
};

/* The example, every third of its ties with a name. */
static NkMap *
named_map (void)
{
  NkMap *map = sample_read ("data/maps/duesseldorf.netzkarte.json");
  g_autoptr (NkEdit) edit = nk_edit_new ("Try");

  for (guint i = 0; i < nk_map_count (map, NK_TIE); i += 3)
    {
      NkRecord *tie = nk_record_copy (nk_map_at (map, NK_TIE, i), NULL);

      nk_record_set_text (tie, NK_FIELD_NAME, names[i / 3 % G_N_ELEMENTS (names)]);
      nk_edit_put (edit, map, tie);
    }
  g_assert_true (nk_map_apply (map, edit, NULL));
  return map;
}

static gboolean
is_name (const NkItem *item)
{
  return item->type == NK_ITEM_LABEL && item->kind == NK_TIE;
}

static gboolean
overlap (const NkItem *a,
         const NkItem *b)
{
  return a->x < b->x + b->width && a->x + a->width > b->x
         && a->y < b->y + b->height && a->y + a->height > b->y;
}

/* Each has a place of its own, with no body and no other words below it. */
static void
test_free (void)
{
  g_autoptr (NkMap) map = named_map ();

  for (int show = 0; show < NK_N_SHOWS; show++)
    {
      const NkViewSetting setting = { .show = show };
      g_autoptr (NkScene) scene = nk_view_scene (map, &setting);
      guint n = 0;

      for (guint i = 0; i < nk_scene_n_items (scene); i++)
        for (guint k = 0; is_name (nk_scene_item (scene, i)) && k < nk_scene_n_items (scene); k++)
          {
            const NkItem *name = nk_scene_item (scene, i), *other = nk_scene_item (scene, k);

            n += k == 0;
            if (other->type == NK_ITEM_LABEL && k != i)
              g_assert_false (overlap (name, other));
            else if (other->type == NK_ITEM_ACTOR)
              g_assert_false (name->x < other->body_x + other->body_width
                              && name->x + name->width > other->body_x
                              && name->y < other->body_y + other->body_height
                              && name->y + name->height > other->body_y);
          }
      g_assert_cmpuint (n, >, 20);
      g_assert_true (nk_scene_item (scene, nk_scene_n_items (scene) - 1)->halo);
    }
}

/* A map of actors in a row, so far from each other, and a tie with a name from each to the next. */
static NkMap *
row_of (guint       n,
        double      apart,
        const char *name)
{
  NkMap *map = nk_map_new ();
  g_autoptr (NkEdit) edit = nk_edit_new ("Try");

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i), *next = g_strdup_printf ("a%u", i + 1);
      NkRecord *actor = nk_record_new (NK_ACTOR, id);

      nk_record_set_text (actor, NK_FIELD_NAME, "Rat");
      nk_record_set_number (actor, NK_FIELD_X, i * apart);
      nk_record_set_number (actor, NK_FIELD_Y, 0);
      nk_edit_put (edit, map, actor);
      if (i + 1 < n)
        {
          NkRecord *tie = nk_record_new (NK_TIE, id);

          nk_record_set_text (tie, NK_FIELD_NAME, name);
          nk_record_set_text (tie, NK_FIELD_FROM, id);
          nk_record_set_text (tie, NK_FIELD_TO, next);
          nk_edit_put (edit, map, tie);
        }
    }
  g_assert_true (nk_map_apply (map, edit, NULL));
  return map;
}

/* Where there is room, a name stands in the middle of its line and is picked as the tie. */
static void
test_middle (void)
{
  const NkViewSetting setting = { .show = NK_SHOW_LEVELS };
  g_autoptr (NkMap) map = row_of (2, 300, "Auftrag");
  g_autoptr (NkScene) scene = nk_view_scene (map, &setting);
  const NkItem *name = sample_find (scene, NK_ITEM_LABEL, NK_TIE, "a0", -1);
  const NkItem *tie = sample_find (scene, NK_ITEM_TIE, NK_TIE, "a0", -1);
  double middle = (tie->path[0].x + tie->path[tie->n_path - 1].x) / 2;

  g_assert_cmpfloat_with_epsilon (name->x + name->width / 2, middle, 0.5);
  g_assert_cmpfloat_with_epsilon (name->y + name->height / 2, 0, 0.5);
  g_assert_true (name->halo);
  g_assert_true (nk_pick (scene, middle, name->y + 1, 1) == tie);
  g_assert_cmpuint (nk_tie_names_left_out (scene, map), ==, 0);
}

/* Many ties between two actors: their names stand beside each other all the same. */
static void
test_many (void)
{
  const NkViewSetting setting = { .show = NK_SHOW_LEVELS };
  g_autoptr (NkMap) map = row_of (2, 300, "Auftrag");
  g_autoptr (NkEdit) edit = nk_edit_new ("Try");
  g_autoptr (NkScene) scene = NULL;

  for (int i = 0; i < 12; i++)
    {
      g_autofree char *id = g_strdup_printf ("again%d", i);
      NkRecord *tie = nk_record_copy (nk_map_at (map, NK_TIE, 0), id);

      nk_edit_put (edit, map, tie);
    }
  g_assert_true (nk_map_apply (map, edit, NULL));
  scene = nk_view_scene (map, &setting);
  g_assert_cmpuint (nk_tie_names_left_out (scene, map), ==, 0);
}

/* Between boxes that nearly touch there is no room, and that is said. */
static void
test_left_out (void)
{
  const NkViewSetting setting = { .show = NK_SHOW_LEVELS };
  g_autoptr (NkMap) map = row_of (4, 32, "Steuerungsunterstützung");
  g_autoptr (NkScene) scene = nk_view_scene (map, &setting);
  g_autofree char *said = nk_hidden_names_text (map, scene);

  g_assert_cmpuint (nk_tie_names_left_out (scene, map), ==, 3);
  g_assert_cmpstr (said, ==, "There is no room for the names of 3 ties.");
}

/* In a figure names of ties are never under 7 points, whatever the type of the actors. */
static void
test_figure (void)
{
  static const double types[] = { 7, 8, 12 };
  g_autoptr (NkMap) map = named_map ();

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      NkFigureSetting setting = nk_figure_setting (nk_profile ("poster"));
      g_autoptr (NkScene) scene = NULL;

      setting.type = types[i];
      scene = nk_figure_scene (map, &setting, NULL);
      g_assert_nonnull (scene);
      g_assert_cmpuint (nk_tie_names_left_out (scene, map), <, nk_map_count (map, NK_TIE) / 3);
      for (guint k = 0; k < nk_scene_n_items (scene); k++)
        if (is_name (nk_scene_item (scene, k)))
          g_assert_cmpfloat (nk_lettering_font_size (nk_scene_item (scene, k)->lettering), >=, 7);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tie-names/free", test_free);
  g_test_add_func ("/tie-names/middle", test_middle);
  g_test_add_func ("/tie-names/many", test_many);
  g_test_add_func ("/tie-names/left-out", test_left_out);
  g_test_add_func ("/tie-names/figure", test_figure);
  return g_test_run ();
}
