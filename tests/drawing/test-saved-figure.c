/* Figures saved in a map: a setting becomes a view and comes back the same. */
#include "drawing/saved-figure.h"

#include <math.h>
#include <string.h>

#define MM NK_POINTS_A_MILLIMETRE

static NkMap *
map_with_phase (void)
{
  NkMap *map = nk_map_new ();
  g_autoptr (NkEdit) edit = nk_edit_new ("Add");
  NkRecord *phase = nk_record_new (NK_PHASE, "first");

  nk_record_set_text (phase, NK_FIELD_SINCE, "2014-10");
  nk_record_set_text (phase, NK_FIELD_UNTIL, "2015");
  nk_edit_put (edit, map, phase);
  g_assert_true (nk_map_apply (map, edit, NULL));
  return map;
}

static void
assert_same (const NkFigureSetting *a,
             const NkFigureSetting *b)
{
  g_assert_cmpint (a->view.show, ==, b->view.show);
  g_assert_cmpstr (a->view.theme->name, ==, b->view.theme->name);
  g_assert_cmpstr (a->view.date, ==, b->view.date);
  g_assert_cmpstr (a->view.family, ==, b->view.family);
  g_assert_cmpuint (a->view.planes, ==, b->view.planes);
  g_assert_cmpfloat (a->view.gap, ==, b->view.gap);
  g_assert_cmpfloat (a->view.angle, ==, b->view.angle);
  g_assert_cmpint (a->view.stacked, ==, b->view.stacked);
  g_assert_cmpint (a->view.bundle, ==, b->view.bundle);
  g_assert_cmpfloat_with_epsilon (a->width, b->width, 0.02);
  g_assert_cmpfloat_with_epsilon (a->height, b->height, 0.02);
  g_assert_cmpfloat (a->most_height, ==, b->most_height);
  g_assert_cmpint (a->turns, ==, b->turns);
  g_assert_cmpfloat (a->margin, ==, b->margin);
  g_assert_cmpfloat (a->type, ==, b->type);
  g_assert_cmpint (a->legend, ==, b->legend);
  g_assert_cmpstr (a->title, ==, b->title);
  g_assert_cmpstr (a->caption, ==, b->caption);
  g_assert_cmpint (a->quiet, ==, b->quiet);
}

static void
check_round_trip (const NkMap     *map,
                  NkFigureSetting *setting,
                  const NkProfile *profile)
{
  NkRecord *view = nk_view_from_figure_setting (map, "v", "Name", setting, profile);
  g_autofree char *period = NULL;
  NkFigureSetting back = nk_figure_setting_from_view (map, view, &period);

  g_assert_cmpstr (nk_record_text (view, NK_FIELD_NAME), ==, "Name");
  assert_same (setting, &back);
  nk_record_unref (view);
}

static void
test_round_trip (void)
{
  static const char *const dates[] = { "", "2015-09", "2014-10/2015" };
  g_autoptr (NkMap) map = map_with_phase ();

  for (guint i = 0; nk_profile_at (i) != NULL; i++)
    for (guint k = 0; k < 12; k++)
      {
        NkFigureSetting setting = nk_figure_setting (nk_profile_at (i));

        setting.view = (NkViewSetting) {
          .show = k % NK_N_SHOWS, .theme = nk_theme_at (k % 2), .date = dates[k % 3],
          .family = k % 2 ? "Sans" : "", .planes = 1 + k % 7, .gap = k % 3 ? 1.5 : 0,
          .angle = k % 4 ? 40 : 0, .stacked = k % 5 == 1, .bundle = k % 5 == 2,
        };
        setting.type += k % 3;
        setting.legend = k % NK_N_LEGENDS;
        setting.title = k % 2 ? "Titel" : "";
        setting.caption = k % 3 ? "Quelle" : "";
        setting.quiet = k % 4 == 1;
        check_round_trip (map, &setting, nk_profile_at (i));
      }
}

static void
test_own_size (void)
{
  static const double sizes[][2] = { { 174, 0 }, { 120, 80 }, { 0, 100 }, { 33.33, 44.44 } };
  g_autoptr (NkMap) map = nk_map_new ();

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      NkFigureSetting setting = nk_figure_setting (nk_profile (NULL));

      nk_figure_setting_resize (&setting, sizes[i][0] * MM, sizes[i][1] * MM);
      setting.view.theme = nk_theme (NULL);
      setting.view.planes = 7;
      setting.view.date = setting.view.family = setting.title = setting.caption = "";
      check_round_trip (map, &setting, NULL);
    }
}

/* What is as it usually is takes no room in the file. */
static void
test_usual (void)
{
  g_autoptr (NkMap) map = nk_map_new ();
  NkFigureSetting setting = nk_figure_setting (nk_profile (NULL));
  NkRecord *view = nk_view_from_figure_setting (map, "v", "Name", &setting, nk_profile (NULL));
  const NkKindSchema *schema = nk_schema_kind (NK_VIEW);

  for (guint i = 0; i < schema->n_fields; i++)
    g_assert_cmpint (nk_record_has (view, schema->fields[i].field), ==,
                     schema->fields[i].field == NK_FIELD_NAME);
  nk_record_unref (view);
}

/* What the file may say is what there is. */
static void
test_choices (void)
{
  const char *const *profiles = nk_schema_field (NK_VIEW, NK_FIELD_PROFILE)->choices;
  const char *const *themes = nk_schema_field (NK_VIEW, NK_FIELD_THEME)->choices;
  const char *const *legends = nk_schema_field (NK_VIEW, NK_FIELD_LEGEND)->choices;

  for (guint i = 0; profiles[i] != NULL || nk_profile_at (i) != NULL; i++)
    g_assert_cmpstr (profiles[i], ==, nk_profile_at (i)->name);
  for (guint i = 0; themes[i] != NULL || nk_theme_at (i) != NULL; i++)
    g_assert_cmpstr (themes[i], ==, nk_theme_at (i)->name);
  for (guint i = 0; i < NK_N_LEGENDS; i++)
    g_assert_cmpstr (legends[i + 1], ==, nk_legend_name (i));
  g_assert_null (legends[NK_N_LEGENDS + 1]);
}

static void
test_find (void)
{
  static const struct { const char *name, *id; } rows[] = {
    { "B", "a" }, { "a", "b" }, { "b", "b" }, { "c", NULL }, { "", NULL },
  };
  g_autoptr (NkMap) map = nk_map_new ();
  g_autoptr (NkEdit) edit = nk_edit_new ("Add");
  static const char *const ids[] = { "a", "b" }, *const names[] = { "B", "a" };

  for (int i = 0; i < 2; i++)
    {
      NkRecord *view = nk_record_new (NK_VIEW, ids[i]);

      nk_record_set_text (view, NK_FIELD_NAME, names[i]);
      nk_edit_put (edit, map, view);
    }
  g_assert_true (nk_map_apply (map, edit, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const NkRecord *found = nk_saved_figure_find (map, rows[i].name);

      g_assert_cmpstr (found != NULL ? nk_record_id (found) : NULL, ==, rows[i].id);
    }
}

static void
test_file_name (void)
{
  static const struct { const char *name, *file; } rows[] = {
    { "Abbildung 1: Ebenen", "Abbildung-1-Ebenen" }, { "../../etc/passwd", "etc-passwd" },
    { "  Öffentlichkeit  (2015)", "Öffentlichkeit-2015" }, { "CON|<>", "CON" }, { "", "v_1" },
    { "…", "v_1" }, { "שלום עולם", "שלום-עולם" }, { ".hidden", "hidden" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      NkRecord *view = nk_record_new (NK_VIEW, "v_1");
      g_autofree char *file = NULL;

      nk_record_set_text (view, NK_FIELD_NAME, rows[i].name);
      file = nk_saved_figure_file_name (view);
      g_assert_cmpstr (file, ==, rows[i].file);
      nk_record_unref (view);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/saved-figure/round-trip", test_round_trip);
  g_test_add_func ("/saved-figure/own-size", test_own_size);
  g_test_add_func ("/saved-figure/usual", test_usual);
  g_test_add_func ("/saved-figure/choices", test_choices);
  g_test_add_func ("/saved-figure/find", test_find);
  g_test_add_func ("/saved-figure/file-name", test_file_name);
  return g_test_run ();
}
