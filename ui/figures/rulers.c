#include "ui/figures/rulers.h"

#include "drawing/profile.h"

#include <math.h>

#define TICK_LEAST 4.0      /* pixels from one to the next */
#define LABEL_LEAST 44.0
#define TICK 4              /* pixels long */
#define LONG_TICK 8
#define TYPE 7              /* pt of the numbers */

/* It can be read on a light and on a dark ground. */
static const GdkRGBA ink = { 0.53f, 0.53f, 0.53f, 1 };

/* The least of 1, 2, 5, 10, 20, … millimetres that are so many pixels. */
static int
step_of (double millimetre,
         double least)
{
  for (int ten = 1;; ten *= 10)
    for (int i = 0; i < 3; i++)
      {
        static const int steps[] = { 1, 2, 5 };

        if (steps[i] * ten * millimetre >= least)
          return steps[i] * ten;
      }
}

static PangoLayout *
number (GtkWidget *widget,
        int        n)
{
  g_autofree char *text = g_strdup_printf ("%d", n);
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_size (font, TYPE * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  return layout;
}

/* A number beside its tick, which is at the origin. */
static void
snapshot_number (GtkWidget   *widget,
                 GtkSnapshot *snapshot,
                 int          n,
                 gboolean     down)
{
  g_autoptr (PangoLayout) layout = number (widget, n);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  if (down)
    gtk_snapshot_rotate (snapshot, -90);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (-width / 2),
                                                          (float) (-4 - LONG_TICK - height)));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

/* One of them: to the right above the origin, or down on its left. */
static void
snapshot_ruler (GtkWidget   *widget,
                GtkSnapshot *snapshot,
                gboolean     down,
                double       length,
                double       millimetre)
{
  int tick = step_of (millimetre, TICK_LEAST), label = step_of (millimetre, LABEL_LEAST);

  for (int n = 0; n * millimetre <= length + 0.5; n += tick)
    {
      float at = (float) floor (n * millimetre);
      float size = n % label == 0 ? LONG_TICK : TICK;

      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (down ? 0 : at, down ? at : 0));
      gtk_snapshot_append_color (snapshot, &ink, down ? &GRAPHENE_RECT_INIT (-3 - size, 0, size, 1)
                                                      : &GRAPHENE_RECT_INIT (0, -3 - size, 1, size));
      if (n % label == 0)
        snapshot_number (widget, snapshot, n, down);
      gtk_snapshot_restore (snapshot);
    }
}

void
nk_rulers_snapshot (GtkWidget             *widget,
                    GtkSnapshot           *snapshot,
                    const graphene_rect_t *page,
                    double                 scale)
{
  double millimetre = scale * NK_POINTS_A_MILLIMETRE;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &page->origin);
  snapshot_ruler (widget, snapshot, FALSE, page->size.width, millimetre);
  snapshot_ruler (widget, snapshot, TRUE, page->size.height, millimetre);
  gtk_snapshot_restore (snapshot);
}
