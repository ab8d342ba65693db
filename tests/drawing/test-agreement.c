/* The same figure in the window, as PNG, PDF and SVG looks the same, whoever draws it: in every
 * view and theme, with names in every script. PDF is drawn by poppler, SVG by librsvg; without them only
 * the others are compared.
 *
 * Two thresholds. Poppler sets letters on whole pixels, and everybody has rims of lines of their
 * own. In the mean of three by three pixels, what is one pixel aside makes a difference of a third
 * of black and white, 85 of 255, at most: where it is more than DIFFERENT, something is there in one picture
 * and not in the other. Corners of letters may leave one or two such places; a name, an arrow head
 * or a line that is missing leaves ten and more near each other. So no square of SQUARE pixels
 * may have more than MANY of them. */
#include "drawing/export.h"
#include "drawing/figure.h"
#include "drawing/lettering-private.h"
#include "drawing/painter.h"
#include "drawing/scene-private.h"

#include "sample.h"

#include <glib/gstdio.h>
#include <math.h>
#include <stdlib.h>

#define DPI 120
#define SCALE (DPI / 72.0)
#define TILE 256

#define EXAMPLE "data/maps/duesseldorf.netzkarte.json"
#define STRANGE "tests/drawing/strange.netzkarte.json"

#define DIFFERENT 88
#define SQUARE 48
#define MANY 4

static char *folder, **surroundings;

static cairo_surface_t *
new_picture (const NkScene *scene)
{
  double width, height;

  nk_scene_page (scene, &width, &height);
  return cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width * SCALE - 1e-6),
                                     (int) ceil (height * SCALE - 1e-6));
}

/* As the window does it: piece by piece, words as glyphs, as much as can be seen. */
static cairo_surface_t *
paint_tiles (const NkScene *scene)
{
  const NkPaintOptions options = { .detail = SCALE };
  cairo_surface_t *picture = new_picture (scene);
  cairo_t *cr = cairo_create (picture);

  for (int y = 0; y < cairo_image_surface_get_height (picture); y += TILE)
    for (int x = 0; x < cairo_image_surface_get_width (picture); x += TILE)
      {
        cairo_save (cr);
        cairo_rectangle (cr, x, y, TILE, TILE);
        cairo_clip (cr);
        nk_paint_paper (scene, cr);
        cairo_scale (cr, SCALE, SCALE);
        nk_paint_scene (scene, cr, &options, x / SCALE, y / SCALE, TILE / SCALE, TILE / SCALE);
        cairo_restore (cr);
      }
  cairo_destroy (cr);
  cairo_surface_flush (picture);
  return picture;
}

/* A file of the test's folder; to be freed. */
static char *
path_of (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

/* Opens a picture on white, as it is seen. */
static cairo_surface_t *
open_picture (const char *name)
{
  g_autofree char *path = path_of (name);
  cairo_surface_t *file = cairo_image_surface_create_from_png (path);
  cairo_surface_t *picture;
  cairo_t *cr;

  g_assert_cmpint (cairo_surface_status (file), ==, CAIRO_STATUS_SUCCESS);
  picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, cairo_image_surface_get_width (file),
                                        cairo_image_surface_get_height (file));
  cr = cairo_create (picture);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_surface (cr, file, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (file);
  cairo_surface_flush (picture);
  return picture;
}

static void
write_file (const char *name,
            GBytes     *bytes)
{
  g_autofree char *path = path_of (name);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  GError *error = NULL;

  g_file_set_contents (path, data, length, &error);
  g_assert_no_error (error);
}

static void
run (const char *const *command)
{
  GError *error = NULL;
  int status;

  g_spawn_sync (folder, (char **) command, surroundings, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                NULL, &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
}

/* What a program makes of a file of the scene; NULL if there is none on this machine. */
static cairo_surface_t *
draw_elsewhere (const NkScene *scene,
                const char    *format,
                gboolean       outlines)
{
  static const char *const poppler[] = { "pdftocairo", "-png", "-r", "120", "-singlefile", "a.pdf",
                                         "pdf", NULL };
  static const char *const librsvg[] = { "rsvg-convert", "-d", "120", "-p", "120", "a.svg", "-o",
                                         "svg.png", NULL };
  const NkExport options = { .title = "", .language = "", .dpi = DPI, .outlines = outlines };
  gboolean pdf = g_str_equal (format, "pdf"), png = g_str_equal (format, "png");
  const char *const *command = pdf ? poppler : librsvg;
  g_autofree char *program = png ? NULL : g_find_program_in_path (command[0]);
  g_autofree char *picture = g_strconcat (format, ".png", NULL);
  g_autofree char *name = g_strconcat ("a.", format, NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (program == NULL && !png)
    return NULL;
  bytes = pdf ? nk_export_pdf (scene, &options, NULL)
          : png ? nk_export_png (scene, &options, NULL) : nk_export_svg (scene, &options);
  g_assert_nonnull (bytes);
  write_file (png ? picture : name, bytes);
  if (!png)
    run (command);
  return open_picture (picture);
}

/* How much two pictures differ in the mean of three by three pixels: in the channel where most. */
static int
difference (const guint8 *a,
            int           a_stride,
            const guint8 *b,
            int           b_stride)
{
  int most = 0;

  for (int channel = 0; channel < 3; channel++)
    {
      int sum = 0;

      for (int y = -1; y <= 1; y++)
        for (int x = -4; x <= 4; x += 4)
          sum += a[y * a_stride + x + channel] - b[y * b_stride + x + channel];
      most = MAX (most, abs (sum) / 9);
    }
  return most;
}

/* How many pixels differ in the square of two pictures where most do. */
static int
worst_square (cairo_surface_t *a,
              cairo_surface_t *b,
              NkPoint         *where)
{
  int width = MIN (cairo_image_surface_get_width (a), cairo_image_surface_get_width (b));
  int height = MIN (cairo_image_surface_get_height (a), cairo_image_surface_get_height (b));
  int columns = width / SQUARE + 1, worst = 0;
  int p_stride = cairo_image_surface_get_stride (a), q_stride = cairo_image_surface_get_stride (b);
  const guint8 *p = cairo_image_surface_get_data (a), *q = cairo_image_surface_get_data (b);
  g_autofree int *counts = g_new0 (int, columns * (height / SQUARE + 1));

  /* What is left of a pixel at the end is one or none. */
  g_assert_cmpint (cairo_image_surface_get_width (a), <=, width + 1);
  g_assert_cmpint (cairo_image_surface_get_width (b), <=, width + 1);
  g_assert_cmpint (cairo_image_surface_get_height (a), <=, height + 1);
  g_assert_cmpint (cairo_image_surface_get_height (b), <=, height + 1);
  for (int y = 1; y < height - 1; y++)
    for (int x = 1; x < width - 1; x++)
      {
        int *count = &counts[y / SQUARE * columns + x / SQUARE];

        *count += difference (p + y * p_stride + x * 4, p_stride,
                              q + y * q_stride + x * 4, q_stride) > DIFFERENT;
        if (*count > worst)
          {
            worst = *count;
            *where = (NkPoint) { x, y };
          }
      }
  return worst;
}

/* Two pictures of what is named. */
static void
agree (cairo_surface_t *a,
       cairo_surface_t *b,
       const char      *what)
{
  NkPoint where;
  int worst = worst_square (a, b, &where);

  if (worst > MANY)
    g_error ("%s: %d pixels of a square differ, at %g, %g", what, worst, where.x, where.y);
}

/* TRUE if no font has some of the characters: then everybody draws something else. */
static gboolean
has_holes (const NkLettering *lettering)
{
  PangoFontDescription *font = nk_type_font (nk_lettering_family (lettering), 9, FALSE);
  gboolean holes = FALSE;

  for (guint i = 0; i < nk_lettering_n_lines (lettering); i++)
    {
      double x, baseline;
      const char *words = nk_lettering_line (lettering, i, &x, &baseline);
      g_autoptr (PangoLayout) layout = nk_type_layout (font, words);

      holes |= pango_layout_get_unknown_glyphs_count (layout) > 0;
    }
  pango_font_description_free (font);
  return holes;
}

/* Puts white over such words, and a little around. */
static void
cover_holes (const NkScene   *scene,
             cairo_surface_t *picture)
{
  cairo_t *cr = cairo_create (picture);

  cairo_scale (cr, SCALE, SCALE);
  cairo_set_source_rgb (cr, 1, 1, 1);
  for (guint i = 0; i < nk_scene_n_items (scene); i++)
    {
      const NkItem *item = nk_scene_item (scene, i);

      if (item->lettering != NULL && has_holes (item->lettering))
        {
          cairo_rectangle (cr, item->x - 2, item->y - 2, item->width + 4, item->height + 4);
          cairo_fill (cr);
        }
    }
  cairo_destroy (cr);
  cairo_surface_flush (picture);
}

static NkScene *
figure_of (const char    *map_name,
           NkShow         show,
           const NkTheme *theme)
{
  g_autoptr (NkMap) map = sample_read (map_name);
  NkFigureSetting setting = nk_figure_setting (nk_profile (NULL));
  NkScene *scene;
  GError *error = NULL;

  setting.view = (NkViewSetting) { .show = show, .theme = theme };
  setting.title = "Eine Überschrift: office, Straße, ½";
  scene = nk_figure_scene (map, &setting, &error);
  g_assert_no_error (error);
  return scene;
}

static void
check_format (const NkScene *scene,
              const char    *format,
              gboolean       outlines,
              const char    *name)
{
  g_autofree char *what = g_strdup_printf ("%s, %s%s", name, format, outlines ? ", outlines" : "");
  cairo_surface_t *picture = draw_elsewhere (scene, format, outlines), *window;

  if (picture == NULL)
    return;
  window = paint_tiles (scene);
  if (g_str_equal (format, "svg") && !outlines)
    {
      cover_holes (scene, window);
      cover_holes (scene, picture);
    }
  agree (window, picture, what);
  cairo_surface_destroy (window);
  cairo_surface_destroy (picture);
}

static void
check_figure (const char    *map,
              NkShow         show,
              const NkTheme *theme)
{
  g_autoptr (NkScene) scene = figure_of (map, show, theme);
  g_autofree char *name = g_strdup_printf ("%s, view %d, %s", map, show, theme->name);

  check_format (scene, "png", FALSE, name);
  check_format (scene, "pdf", FALSE, name);
  check_format (scene, "svg", FALSE, name);
  if (theme == nk_theme (NULL))
    check_format (scene, "svg", TRUE, name);
}

static void
test_example (void)
{
  for (int show = NK_SHOW_LEVELS; show <= NK_SHOW_TRIANGLE; show++)
    check_figure (EXAMPLE, show, nk_theme (NULL));
}

static void
test_strange (void)
{
  for (int show = NK_SHOW_LEVELS; show <= NK_SHOW_TRIANGLE; show++)
    for (guint i = 0; nk_theme_at (i) != NULL; i++)
      check_figure (STRANGE, show, nk_theme_at (i));
}

/* The window's picture, but for one item. */
static cairo_surface_t *
paint_without (const NkScene *scene,
               guint          number)
{
  const NkPaintOptions options = { .detail = SCALE };
  cairo_surface_t *picture = new_picture (scene);
  cairo_t *cr = cairo_create (picture);

  nk_paint_paper (scene, cr);
  cairo_scale (cr, SCALE, SCALE);
  for (guint i = 0; i < nk_scene_n_items (scene); i++)
    if (i != number)
      nk_paint_item (nk_scene_item (scene, i), cr, &options);
  cairo_destroy (cr);
  cairo_surface_flush (picture);
  return picture;
}

/* That they agree means something: that a name is missing would be seen. */
static void
test_seen (void)
{
  g_autoptr (NkScene) scene = figure_of (EXAMPLE, NK_SHOW_LEVELS, nk_theme (NULL));
  cairo_surface_t *whole = paint_tiles (scene);
  guint n_names = 0;

  for (guint i = 0; i < nk_scene_n_items (scene); i++)
    if (nk_scene_item (scene, i)->type == NK_ITEM_LABEL && n_names++ % 10 == 0)
      {
        cairo_surface_t *without = paint_without (scene, i);
        NkPoint where;

        g_assert_cmpint (worst_square (whole, without, &where), >, MANY);
        cairo_surface_destroy (without);
      }
  cairo_surface_destroy (whole);
}

/* The drawing's own typeface travels in the program; librsvg gets it from the source. */
static void
tell_fonts (void)
{
  const char *usual = g_getenv ("FONTCONFIG_FILE");
  g_autofree char *fonts = g_test_build_filename (G_TEST_DIST, "data", "fonts", NULL);
  g_autofree char *path = path_of ("fonts.conf");
  g_autofree char *text = g_markup_printf_escaped (
    "<?xml version=\"1.0\"?>\n<!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">\n"
    "<fontconfig><include ignore_missing=\"yes\">%s</include><dir>%s</dir></fontconfig>\n",
    usual != NULL ? usual : "/etc/fonts/fonts.conf", fonts);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  surroundings = g_environ_setenv (g_get_environ (), "FONTCONFIG_FILE", path, TRUE);
}

static void
remove_folder (void)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = path_of (name);

      g_remove (path);
    }
  g_dir_close (dir);
  g_rmdir (folder);
  g_free (folder);
  g_strfreev (surroundings);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("netzkarte-agreement-XXXXXX", NULL);
  tell_fonts ();
  g_test_add_func ("/agreement/example", test_example);
  g_test_add_func ("/agreement/strange", test_strange);
  g_test_add_func ("/agreement/seen", test_seen);
  status = g_test_run ();
  remove_folder ();
  return status;
}
