/* Times what it takes to make a file of a scene, and what bare Cairo takes for a PDF of the same
 * drawing: the same lines, forms and glyphs in the same order, and nothing that says what they are.
 * The scene is made before and not counted.
 *
 * Usage: bench-exports MAP scene|pdf|svg|png|cairo ROUNDS
 * It writes the median of the processor's seconds and the bytes of the file, as JSON. "scene" makes
 * no file: its memory is what the others need before they begin. */
#include "drawing/ends.h"
#include "drawing/export.h"
#include "drawing/figure.h"
#include "drawing/painter.h"

#include "maps.h"

#include <cairo-pdf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define SIDE_MOST 6000.0   /* of a PNG, pixels */

static double
now (void)
{
  struct timespec at;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &at);
  return (double) at.tv_sec + (double) at.tv_nsec / 1e9;
}

static cairo_status_t
count (void                *closure,
       const unsigned char *data,
       unsigned int         length)
{
  *(gsize *) closure += length;
  return CAIRO_STATUS_SUCCESS;
}

static void
set_ink (cairo_t *cr,
         NkInk    ink)
{
  cairo_set_source_rgba (cr, ink.red, ink.green, ink.blue, ink.alpha);
}

static void
draw_line (cairo_t      *cr,
           const NkItem *item)
{
  const NkPoint *p = item->path;
  double dashes[2];

  cairo_set_dash (cr, dashes, (int) nk_item_dashes (item, dashes), 0);
  cairo_set_line_width (cr, item->line_width);
  set_ink (cr, item->stroke);
  cairo_move_to (cr, p[0].x, p[0].y);
  for (guint i = 1; i < item->n_path; i += item->curved ? 3 : 1)
    if (item->curved)
      cairo_curve_to (cr, p[i].x, p[i].y, p[i + 1].x, p[i + 1].y, p[i + 2].x, p[i + 2].y);
    else
      cairo_line_to (cr, p[i].x, p[i].y);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_mark (cairo_t      *cr,
           const NkItem *item,
           gboolean      at_end)
{
  NkMark mark;

  if (!nk_item_mark (item, at_end, &mark))
    return;
  for (guint i = 0; i < mark.n; i++)
    {
      cairo_move_to (cr, mark.parts[i].start.x, mark.parts[i].start.y);
      for (guint k = 0; k < mark.parts[i].n; k++)
        {
          const NkPiece *piece = &mark.parts[i].pieces[k];

          if (piece->curved)
            cairo_curve_to (cr, piece->a.x, piece->a.y, piece->b.x, piece->b.y,
                            piece->end.x, piece->end.y);
          else
            cairo_line_to (cr, piece->end.x, piece->end.y);
        }
      cairo_fill (cr);
    }
}

static void
draw_body (cairo_t      *cr,
           const NkItem *item)
{
  nk_trace_body (item, cr);
  set_ink (cr, item->fill);
  cairo_fill_preserve (cr);
  set_ink (cr, item->stroke);
  cairo_set_line_width (cr, item->line_width);
  cairo_stroke (cr);
}

static void
draw_words (cairo_t      *cr,
            const NkItem *item)
{
  if (item->halo)
    {
      set_ink (cr, item->theme->paper);
      cairo_set_line_width (cr, nk_halo_width (item));
      nk_lettering_trace (item->lettering, cr, item->text_x, item->text_y);
      cairo_stroke (cr);
    }
  set_ink (cr, item->ink);
  nk_lettering_paint_glyphs (item->lettering, cr, item->text_x, item->text_y);
}

static gsize
draw (const NkScene *scene)
{
  gsize length = 0;
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;

  nk_scene_page (scene, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (count, &length, width, height);
  cr = cairo_create (surface);
  for (guint i = 0; i < nk_scene_n_items (scene); i++)
    {
      const NkItem *item = nk_scene_item (scene, i);

      if (item->n_path >= 2 && item->shape != NK_SHAPE_QUAD && item->stroke.alpha > 0)
        {
          draw_line (cr, item);
          draw_mark (cr, item, FALSE);
          draw_mark (cr, item, TRUE);
        }
      if (item->shape != NK_SHAPE_NONE)
        draw_body (cr, item);
      if (item->lettering != NULL)
        draw_words (cr, item);
    }
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return length;
}

static gsize
export (const NkMap   *map,
        const NkScene *scene,
        const char    *what)
{
  double width, height;
  NkExport options = { .title = "", .language = "de", .map = map };
  GBytes *bytes;
  gsize length;

  nk_scene_page (scene, &width, &height);
  options.dpi = MIN (300, SIDE_MOST * 72 / MAX (width, height));
  if (strcmp (what, "cairo") == 0)
    return draw (scene);
  if (strcmp (what, "pdf") == 0)
    bytes = nk_export_pdf (scene, &options, NULL);
  else if (strcmp (what, "svg") == 0)
    bytes = nk_export_svg (scene, &options);
  else if (strcmp (what, "png") == 0)
    bytes = nk_export_png (scene, &options, NULL);
  else
    return 0;
  length = bytes != NULL ? g_bytes_get_size (bytes) : 0;
  g_bytes_unref (bytes);
  return length;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

int
main (int    argc,
      char **argv)
{
  int rounds = argc == 4 ? atoi (argv[3]) : 0;
  NkFigureSetting setting = nk_figure_setting (nk_profile (NULL));
  g_autofree double *times = g_new (double, MAX (rounds, 1));
  NkMap *map;
  NkScene *scene;
  gsize length = 0;

  if (rounds < 1)
    return 1;
  map = bench_map_open (argv[1]);
  scene = nk_figure_scene (map, &setting, NULL);
  if (scene == NULL)
    return 1;
  for (int round = 0; round < rounds; round++)
    {
      double start = now ();

      length = export (map, scene, argv[2]);
      times[round] = now () - start;
    }
  qsort (times, rounds, sizeof *times, compare);
  printf ("{\"seconds\": %.6f, \"bytes\": %zu, \"items\": %u}\n", times[rounds / 2], length,
          nk_scene_n_items (scene));
  nk_scene_unref (scene);
  nk_map_unref (map);
  return 0;
}
