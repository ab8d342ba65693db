/* Style: readable, and each kind told from every other without its colour. */
#include "drawing/style.h"
#include "drawing/vision.h"

#include "sample.h"

/* A map with so many sectors and kinds of the same colour ("" none), half of the kinds directed. */
static NkMap *
map_with (guint       n,
          const char *color)
{
  NkMap *map = nk_map_new ();
  g_autoptr (NkEdit) edit = nk_edit_new ("Add");

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      NkRecord *sector = nk_record_new (NK_SECTOR, id), *kind = nk_record_new (NK_KIND, id);

      nk_record_set_text (sector, NK_FIELD_COLOR, color);
      nk_record_set_text (kind, NK_FIELD_COLOR, color);
      nk_record_set_boolean (kind, NK_FIELD_DIRECTED, i < n / 2);
      nk_edit_put (edit, map, sector);
      nk_edit_put (edit, map, kind);
    }
  g_assert_true (nk_map_apply (map, edit, NULL));
  return map;
}

static NkActorStyle
sector_style (const NkTheme *theme,
              const NkMap   *map,
              guint          i)
{
  g_autofree char *id = g_strdup_printf ("%u", i);

  return nk_style_sector (theme, map, id);
}

static NkTieStyle
kind_style (const NkTheme *theme,
            const NkMap   *map,
            guint          i)
{
  g_autofree char *id = g_strdup_printf ("%u", i);

  return nk_style_kind (theme, map, id);
}

static void
assert_visible (const NkTheme *theme,
                NkInk          line)
{
  g_assert_cmpfloat (nk_contrast (nk_ink_over (line, theme->paper), theme->paper), >=, 3);
  g_assert_cmpfloat (nk_contrast (nk_ink_over (line, theme->band), theme->band), >=, 3);
}

/* Whatever colour a map gives a sector, the names on it can be read, and its rim be seen. */
static void
test_contrast (void)
{
  const NkTheme *theme;

  for (guint i = 0; (theme = nk_theme_at (i)) != NULL; i++)
    for (int rgb = 0; rgb < 0x1000; rgb += 7)
      {
        g_autofree char *color = g_strdup_printf ("#%x%x%x%x%x%x", rgb >> 8, rgb >> 8,
                                                  rgb >> 4 & 15, rgb >> 4 & 15, rgb & 15, rgb & 15);
        g_autoptr (NkMap) map = map_with (1, color);
        NkActorStyle sector = sector_style (theme, map, 0);

        g_assert_cmpfloat (nk_contrast (sector.fill, sector.ink), >=, 7);
        assert_visible (theme, sector.stroke);
        assert_visible (theme, kind_style (theme, map, 0).ink);
      }
}

/* Words beside the actors, and what is plain. */
static void
test_theme (void)
{
  const NkTheme *theme;

  for (guint i = 0; (theme = nk_theme_at (i)) != NULL; i++)
    {
      const NkInk grounds[] = { theme->paper, theme->band, theme->note, theme->plain_fill,
                                nk_ink_over (theme->district, theme->band),
                                nk_ink_over (theme->plane, theme->paper) };

      g_assert_true (nk_theme (theme->name) == theme);
      for (guint k = 0; k < G_N_ELEMENTS (grounds); k++)
        {
          g_assert_cmpfloat (nk_contrast (theme->text, grounds[k]), >=, 7);
          g_assert_cmpfloat (nk_contrast (theme->heading, grounds[k]), >=, 4.5);
          g_assert_cmpfloat (nk_contrast (theme->small, grounds[k]), >=, 4.5);
        }
      assert_visible (theme, theme->plain_line);
    }
  g_assert_null (nk_theme ("sunset"));
  g_assert_true (nk_theme ("") == nk_theme_at (0));
  g_assert_cmpfloat_with_epsilon (nk_contrast ((NkInk) { 1, 1, 1, 1 }, (NkInk) { 0, 0, 0, 1 }), 21,
                                  1e-6);
}

static gboolean
same_marks (const NkTieStyle *one,
            const NkTieStyle *other)
{
  return one->from_end == other->from_end && one->to_end == other->to_end;
}

/* So many kinds with a direction, and thirteen without, that no two have the same marks. */
static void
test_ends (void)
{
  const guint n = 60, n_told = 30 + 13;
  g_autoptr (NkMap) map = map_with (n, "");

  for (guint i = 0; i < n_told; i++)
    {
      NkTieStyle style = kind_style (nk_theme (NULL), map, i);

      g_assert_true ((style.from_end == style.to_end) == (i >= n / 2));
      for (guint j = 0; j < i; j++)
        {
          NkTieStyle other = kind_style (nk_theme (NULL), map, j);

          g_assert_false (same_marks (&style, &other));
        }
    }
}

/* The colours for those that have none are told apart: eight in every theme with colours and every
 * vision that has some; three of them in grey. */
static void
test_palettes (void)
{
  g_autoptr (NkMap) map = map_with (8, "");
  const NkTheme *theme;

  for (guint t = 0; (theme = nk_theme_at (t)) != NULL; t++)
    for (guint i = 0; i < 8; i++)
      for (guint j = 0; j < i; j++)
        for (int vision = 0; vision < NK_N_VISIONS; vision++)
          {
            NkInk one = nk_ink_over (kind_style (theme, map, i).ink, theme->paper);
            NkInk other = nk_ink_over (kind_style (theme, map, j).ink, theme->paper);

            if (theme->grey || (vision == NK_VISION_GREY && i >= 3))
              continue;
            g_assert_cmpfloat (nk_vision_distance (vision, one, other), >=, NK_TOLD_APART);
            if (!theme->dark || vision != NK_VISION_GREY)
              g_assert_cmpfloat (nk_vision_distance (vision, sector_style (theme, map, i).fill,
                                                     sector_style (theme, map, j).fill),
                                 >=, NK_TOLD_APART);
          }
}

/* A map of a sector or a kind for each colour that there is to choose from. */
static NkMap *
map_of_choices (NkRecordKind kind)
{
  const char *const *colors = nk_style_palette (kind);
  g_autoptr (NkEdit) edit = nk_edit_new ("Choices");
  NkMap *map = nk_map_new ();

  for (guint i = 0; colors[i] != NULL; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      NkRecord *record = nk_record_new (kind, id);

      nk_record_set_text (record, NK_FIELD_COLOR, colors[i]);
      nk_edit_put (edit, map, record);
    }
  g_assert_true (nk_map_apply (map, edit, NULL));
  return map;
}

/* The colours to choose from are told apart as they are drawn, but for grey. */
static void
test_choices (void)
{
  static const NkRecordKind kinds[] = { NK_SECTOR, NK_KIND };
  const NkTheme *theme = nk_theme (NULL);

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (NkMap) map = map_of_choices (kinds[k]);
      NkInk inks[16];
      guint n = nk_map_count (map, kinds[k]);

      g_assert_cmpuint (n, >=, 10);
      for (guint i = 0; i < n; i++)
        {
          const char *id = nk_record_id (nk_map_at (map, kinds[k], i));

          inks[i] = kinds[k] == NK_SECTOR
                      ? nk_style_sector (theme, map, id).fill
                      : nk_ink_over (nk_style_kind (theme, map, id).ink, theme->paper);
          for (guint j = 0; j < i; j++)
            for (int vision = 0; vision < NK_N_VISIONS; vision++)
              if (vision != NK_VISION_GREY)
                g_assert_cmpfloat (nk_vision_distance (vision, inks[i], inks[j]), >=,
                                   NK_TOLD_APART);
        }
    }
}

/* Without colours, sectors of one shape differ in lightness, and when there are no more steps of
 * that, in their rims. */
static void
test_grey (void)
{
  const NkTheme *theme = nk_theme ("grey");
  g_autoptr (NkMap) map = map_with (10, "#aa0000");

  for (guint i = 0; i < 10; i++)
    for (guint j = 0; j < i; j++)
      {
        NkActorStyle one = sector_style (theme, map, i), other = sector_style (theme, map, j);
        double distance = nk_vision_distance (NK_VISION_FULL, one.fill, other.fill);

        g_assert_cmpfloat (nk_lab (one.fill).a, <, 0.5);
        if (i % 5 == j % 5)
          g_assert_cmpfloat (one.line_width, >, 1.5 * other.line_width);
        else
          g_assert_cmpfloat (distance, >=, NK_TOLD_APART);
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
  g_assert_cmpfloat (nk_tie_end_size (nk_tie_width (nk_theme (NULL), 1)), <,
                     nk_tie_end_size (nk_tie_width (nk_theme (NULL), 3)));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/style/contrast", test_contrast);
  g_test_add_func ("/style/theme", test_theme);
  g_test_add_func ("/style/ends", test_ends);
  g_test_add_func ("/style/palettes", test_palettes);
  g_test_add_func ("/style/choices", test_choices);
  g_test_add_func ("/style/grey", test_grey);
  g_test_add_func ("/style/plain", test_plain);
  g_test_add_func ("/style/lines", test_lines);
  return g_test_run ();
}
