/* Style: readable, and each kind told from every other without its colour. */
#include "drawing/style.h"

#include "sample.h"

/* Whatever colour a map gives a sector, the names on it can be read, and its rim be seen. */
static void
test_contrast (void)
{
  const NkTheme *theme = nk_theme (NULL);
  for (int rgb = 0; rgb < 0x1000; rgb += 7)
    {
      g_autoptr (NkMap) map = nk_map_new ();
      g_autoptr (NkEdit) edit = nk_edit_new ("Add");
      NkRecord *sector = nk_record_new (NK_SECTOR, "s"), *kind = nk_record_new (NK_KIND, "k");
      g_autofree char *color = g_strdup_printf ("#%x%x%x%x%x%x", rgb >> 8, rgb >> 8, rgb >> 4 & 15,
                                                rgb >> 4 & 15, rgb & 15, rgb & 15);
      NkInk ink;

      nk_record_set_text (sector, NK_FIELD_COLOR, color);
      nk_record_set_text (kind, NK_FIELD_COLOR, color);
      nk_edit_put (edit, map, sector);
      nk_edit_put (edit, map, kind);
      g_assert_true (nk_map_apply (map, edit, NULL));
      g_assert_cmpfloat (nk_contrast (nk_style_sector (theme, map, "s").fill, theme->text), >=, 4.5);
      g_assert_cmpfloat (nk_contrast (nk_style_sector (theme, map, "s").stroke, theme->paper), >=, 2);
      ink = nk_style_kind (theme, map, "k").ink;
      g_assert_cmpfloat (nk_contrast (ink, theme->paper), >=, 3);
    }
  g_assert_cmpfloat (nk_contrast (theme->heading, theme->band), >=, 4.5);
  g_assert_cmpfloat (nk_contrast (theme->small, theme->band), >=, 4.5);
  g_assert_cmpfloat_with_epsilon (nk_contrast (theme->paper, (NkInk) { 0, 0, 0, 1 }), 21, 1e-6);
}

static void
test_ends (void)
{
  const NkTheme *theme = nk_theme (NULL);
  const guint n = 10;
  g_autoptr (NkMap) map = nk_map_new ();
  g_autoptr (NkEdit) edit = nk_edit_new ("Add");

  for (guint i = 0; i < 2 * n; i++)
    {
      g_autofree char *id = g_strdup_printf ("k%u", i);
      NkRecord *kind = nk_record_new (NK_KIND, id);

      nk_record_set_boolean (kind, NK_FIELD_DIRECTED, i < n);
      nk_edit_put (edit, map, kind);
    }
  g_assert_true (nk_map_apply (map, edit, NULL));
  for (guint i = 0; i < 2 * n; i++)
    {
      g_autofree char *id = g_strdup_printf ("k%u", i);
      NkTieStyle style = nk_style_kind (theme, map, id);

      g_assert_true (i < n ? style.from_end == NK_END_NONE && style.to_end != NK_END_NONE
                           : style.from_end == style.to_end);
      for (guint j = 0; j < i && i < n; j++)
        {
          g_autofree char *other = g_strdup_printf ("k%u", j);

          g_assert_cmpint (style.to_end, !=, nk_style_kind (theme, map, other).to_end);
        }
    }
}

static void
test_plain (void)
{
  const NkTheme *theme = nk_theme (NULL);
  g_autoptr (NkMap) map = nk_map_new ();
  NkTieStyle tie = nk_style_kind (theme, map, "gone");

  g_assert_cmpint (nk_style_sector (theme, map, "gone").shape, ==, NK_SHAPE_BOX);
  g_assert_cmpint (nk_style_sector (theme, map, "").shape, ==, NK_SHAPE_BOX);
  g_assert_cmpint (tie.from_end, ==, NK_END_NONE);
  g_assert_cmpint (tie.to_end, ==, NK_END_NONE);
}

static void
test_lines (void)
{
  static const struct { gboolean formal; const char *certainty; NkLine line; } rows[] = {
    { TRUE, "stated", NK_LINE_SOLID }, { FALSE, "stated", NK_LINE_DASHED },
    { TRUE, "assumed", NK_LINE_DOTTED }, { FALSE, "assumed", NK_LINE_DOTTED },
    { TRUE, "open", NK_LINE_SPARSE }, { FALSE, "open", NK_LINE_SPARSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (nk_style_line (rows[i].formal, rows[i].certainty), ==, rows[i].line);
  g_assert_cmpfloat (nk_tie_width (nk_theme (NULL), 1), <, nk_tie_width (nk_theme (NULL), 2));
  g_assert_cmpfloat (nk_tie_width (nk_theme (NULL), 2), <, nk_tie_width (nk_theme (NULL), 3));
  g_assert_cmpfloat (nk_tie_end_size (nk_tie_width (nk_theme (NULL), 1)), <, nk_tie_end_size (nk_tie_width (nk_theme (NULL), 3)));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/style/contrast", test_contrast);
  g_test_add_func ("/style/ends", test_ends);
  g_test_add_func ("/style/plain", test_plain);
  g_test_add_func ("/style/lines", test_lines);
  return g_test_run ();
}
