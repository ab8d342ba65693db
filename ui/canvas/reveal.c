#include "ui/canvas/reveal.h"

#define RIM 24.0   /* pixels between it and the edge */

/* How far a stretch must move to lie between 0 and `size`; of a longer one its middle is shown. */
static double
way_in (double from,
        double to,
        double size)
{
  if (to - from > size - 2 * RIM)
    return size / 2 - (from + to) / 2;
  if (from < RIM)
    return RIM - from;
  return to > size - RIM ? size - RIM - to : 0;
}

void
nk_canvas_reveal (NkCanvas     *canvas,
                  NkRecordKind  kind,
                  const char   *id)
{
  g_autoptr (GPtrArray) items = nk_session_items (nk_canvas_session (canvas), kind, id);
  const NkItem *item = items->len > 0 ? items->pdata[0] : NULL;
  double x0, y0, x1, y1, dx, dy;

  if (item == NULL)
    return;
  nk_canvas_from_scene (canvas, item->x, item->y, &x0, &y0);
  nk_canvas_from_scene (canvas, item->x + item->width, item->y + item->height, &x1, &y1);
  dx = way_in (x0, x1, gtk_widget_get_width (GTK_WIDGET (canvas)));
  dy = way_in (y0, y1, gtk_widget_get_height (GTK_WIDGET (canvas)));
  if (dx != 0 || dy != 0)
    nk_canvas_pan (canvas, dx, dy);
}
