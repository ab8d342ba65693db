/* What is said of a page that is too small. */
#include "drawing/figure-private.h"

#include <math.h>

#include "map/text.h"

/* What the error says in points. */
typedef struct
{
  double width;
} NkFigureErrorPrivate;

static void
nk_figure_error_private_init (NkFigureErrorPrivate *private)
{
}

static void
nk_figure_error_private_copy (const NkFigureErrorPrivate *from,
                              NkFigureErrorPrivate       *to)
{
  *to = *from;
}

static void
nk_figure_error_private_clear (NkFigureErrorPrivate *private)
{
}

G_DEFINE_EXTENDED_ERROR (NkFigureError, nk_figure_error)

double
nk_figure_error_width (const GError *error)
{
  return error->domain == NK_FIGURE_ERROR ? nk_figure_error_get_private (error)->width : 0;
}

void
nk_figure_set_too_small (double   type,
                         double   width,
                         double   least,
                         GError **error)
{
  GError *mine;

  if (isinf (least))
    {
      g_set_error (error, NK_FIGURE_ERROR, NK_FIGURE_ERROR_TOO_SMALL,
                   _("With names at %.4g pt this map fits no page of this height, however wide. Make "
                     "it higher, show less of the map, or take smaller type."), type);
      return;
    }
  mine = g_error_new (NK_FIGURE_ERROR, NK_FIGURE_ERROR_TOO_SMALL,
                      _("With names at %.4g pt this map needs a page at least %.0f mm wide; this "
                        "one has %.4g mm. Make it wider, show less of the map, or leave the "
                        "legend out."),
                      type, least / NK_POINTS_A_MILLIMETRE, width / NK_POINTS_A_MILLIMETRE);
  nk_figure_error_get_private (mine)->width = least;
  g_propagate_error (error, mine);
}
