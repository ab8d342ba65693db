/* A scene as the bytes of a file: PDF, SVG, PNG. The same bytes each time, in every locale. */
#pragma once

#include "drawing/scene.h"
#include "map/map.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  const char *title;       /* of the document; "" if it has none */
  const char *language;    /* of its words; "" if it is not known */
  double dpi;              /* PNG only */
  gboolean outlines;       /* SVG only: words as outlines, which need no typeface */
  const NkMap *map;        /* for who can't see actors and ties: what they are called; or NULL */
} NkExport;

GBytes *nk_export_pdf (const NkScene   *scene,
                       const NkExport  *options,
                       GError         **error);
GBytes *nk_export_png (const NkScene   *scene,
                       const NkExport  *options,
                       GError         **error);
GBytes *nk_export_svg (const NkScene   *scene,
                       const NkExport  *options);

G_END_DECLS
