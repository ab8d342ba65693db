/* What a figure doesn't show is said: as many as are not in its scene. */
#include "drawing/hidden.h"

#include "sample.h"

#include <math.h>
#include <string.h>

static const struct
{
  const char *path, *name;
  NkShow show;
  const char *date;
  guint planes;
} rows[] = {
  { "levels", "data/maps/duesseldorf.netzkarte.json", NK_SHOW_LEVELS, NULL },
  { "layers", "data/maps/duesseldorf.netzkarte.json", NK_SHOW_LAYERS, NULL },
  { "dated", "data/maps/duesseldorf.netzkarte.json", NK_SHOW_LEVELS, "2015-09" },
  { "dated layers", "data/maps/duesseldorf.netzkarte.json", NK_SHOW_LAYERS, "2013" },
  { "one plane", "data/maps/duesseldorf.netzkarte.json", NK_SHOW_LAYERS, NULL, 1 << 1 },
  { "two planes", "data/maps/duesseldorf.netzkarte.json", NK_SHOW_LAYERS, "2015", 6 },
  { "panels", "data/maps/duesseldorf.netzkarte.json", NK_SHOW_PANELS, NULL, 0 },
  { "one panel", "data/maps/duesseldorf.netzkarte.json", NK_SHOW_PANELS, NULL, 1 << 1 },
  { "triangle", "data/maps/duesseldorf.netzkarte.json", NK_SHOW_TRIANGLE, "2015", 0 },
  { "strange", "tests/drawing/strange.netzkarte.json", NK_SHOW_LEVELS, NULL },
  { "strange layers", "tests/drawing/strange.netzkarte.json", NK_SHOW_LAYERS, NULL },
  { "strange dated layers", "tests/drawing/strange.netzkarte.json", NK_SHOW_LAYERS, "2015" },
};

/* The map in English; two of its actors have no place, two no dimension, and there is a note. */
static NkMap *
read_map (const char *name)
{
  NkMap *map = sample_read (name);
  g_autoptr (NkEdit) edit = nk_edit_new ("Try");
  NkRecord *head = nk_record_copy (nk_map_head (map), NULL);
  NkRecord *note = nk_record_new (NK_NOTE, "said");
  guint n = nk_map_count (map, NK_ACTOR);

  nk_record_set_text (head, NK_FIELD_LANGUAGE, "en");
  nk_record_set_text (note, NK_FIELD_TEXT, "A note");
  nk_record_set_number (note, NK_FIELD_X, 0);
  nk_record_set_number (note, NK_FIELD_Y, 0);
  nk_edit_put (edit, map, head);
  nk_edit_put (edit, map, note);
  for (guint i = 0; i < 4; i++)
    {
      NkRecord *actor = nk_record_copy (nk_map_at (map, NK_ACTOR, i * n / 4), NULL);

      for (guint k = 0; k < NK_N_DIMENSIONS && i < 2; k++)
        nk_record_set_integer (actor, nk_dimensions[k], 0);
      if (i >= 2)
        nk_record_set_number (actor, NK_FIELD_X, NAN);
      nk_edit_put (edit, map, actor);
    }
  g_assert_true (nk_map_apply (map, edit, NULL));
  return map;
}

/* How many records of a kind the scene lacks. */
static guint
count_missing (const NkMap   *map,
               const NkScene *scene,
               NkRecordKind   kind,
               NkItemType     type)
{
  guint n = 0;

  for (guint i = 0; i < nk_map_count (map, kind); i++)
    n += nk_scene_find (scene, type, kind, nk_record_id (nk_map_at (map, kind, i)), -1) == NULL;
  return n;
}

/* The sum of the numbers that stand in the text before a word, "actor" or "actors". */
static guint
count_said (const char *text,
            const char *word)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint n = 0;

  for (guint i = 1; words[0] != NULL && words[i] != NULL; i++)
    if (g_str_has_prefix (words[i], word) && strspn (words[i - 1], "0123456789") > 0)
      n += g_ascii_strtoull (words[i - 1], NULL, 10);
  return n;
}

static void
test_counts (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (NkMap) map = read_map (rows[row].name);
  const NkViewSetting setting = { .show = rows[row].show, .date = rows[row].date,
                                  .planes = rows[row].planes };
  g_autoptr (NkScene) scene = nk_view_scene (map, &setting);
  g_autofree char *text = nk_hidden_text (map, &setting);

  g_assert_cmpuint (count_said (text, "actor"), ==,
                    count_missing (map, scene, NK_ACTOR, NK_ITEM_ACTOR));
  g_assert_cmpuint (count_said (text, "tie"), ==, count_missing (map, scene, NK_TIE, NK_ITEM_TIE));
  g_assert_cmpuint (count_said (text, "note"), ==,
                    count_missing (map, scene, NK_NOTE, NK_ITEM_NOTE));
  g_assert_cmpuint (count_said (text, "actor"), >=, 2);
  g_assert_cmpint (rows[row].date != NULL, ==, g_str_has_prefix (text, "As of "));
}

/* Of a map that is shown whole nothing is said. */
static void
test_nothing_hidden (void)
{
  g_autoptr (NkMap) map = sample_read ("data/maps/duesseldorf.netzkarte.json");
  const NkViewSetting setting = { .show = NK_SHOW_LEVELS };
  g_autofree char *text = nk_hidden_text (map, &setting);

  g_assert_cmpstr (text, ==, "");
}

static void
test_language (void)
{
  g_autoptr (NkMap) map = sample_read ("data/maps/duesseldorf.netzkarte.json");
  const NkViewSetting setting = { .show = NK_SHOW_LEVELS, .date = "2015-09" };
  g_autofree char *text = nk_hidden_text (map, &setting);

  g_assert_cmpstr (text, ==,
                   "Stand: 2015-09. 14 Akteur_innen bestehen 2015-09 nicht und sind nicht gezeigt. "
                   "92 Verbindungen bestehen 2015-09 nicht und sind nicht gezeigt.");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint row = 0; row < G_N_ELEMENTS (rows); row++)
    {
      g_autofree char *path = g_strconcat ("/hidden/counts/", rows[row].path, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (row), test_counts);
    }
  g_test_add_func ("/hidden/nothing", test_nothing_hidden);
  g_test_add_func ("/hidden/language", test_language);
  return g_test_run ();
}
