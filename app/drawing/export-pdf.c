#include "drawing/export.h"

#include "drawing/painter.h"

#include <cairo-pdf.h>
#include <stdlib.h>

#include "map/text.h"

/* What a PDF can be at most: 200 inches. */
#define PAGE_MOST 14400.0
/* The date that a PDF says it was made at: the same for the same map, so that the bytes are. */
#define MADE_AT "2024-01-01T00:00:00Z"

static cairo_status_t
append (void                *closure,
        const unsigned char *data,
        unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* The date that reproducible builds ask for by SOURCE_DATE_EPOCH, or a fixed one. To be freed. */
static char *
date_of_making (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds;
  g_autoptr (GDateTime) date = NULL;

  if (epoch != NULL && g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT64, &seconds, NULL))
    date = g_date_time_new_from_unix_utc (seconds);
  return date != NULL ? g_date_time_format (date, "%Y-%m-%dT%H:%M:%SZ") : g_strdup (MADE_AT);
}

static void
set_metadata (cairo_surface_t *surface,
              const NkExport  *options)
{
  g_autofree char *date = date_of_making ();

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Netzkarte");
  if (options->title[0] != '\0')
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, options->title);
}

GBytes *
nk_export_pdf (const NkScene   *scene,
               const NkExport  *options,
               GError         **error)
{
  const NkPaintOptions paint = { .detail = 0, .text = TRUE };
  GByteArray *bytes;
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;
  double width, height;

  nk_scene_page (scene, &width, &height);
  if (width > PAGE_MOST || height > PAGE_MOST)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _("The figure is %.0f by %.0f mm. A PDF page can be 5080 mm at most; "
                     "make the figure narrower."),
                   width / 72 * 25.4, height / 72 * 25.4);
      return NULL;
    }
  bytes = g_byte_array_new ();
  surface = cairo_pdf_surface_create_for_stream (append, bytes, width, height);
  set_metadata (surface, options);
  cr = cairo_create (surface);
  nk_paint_scene (scene, cr, &paint, 0, 0, 0, 0);
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The PDF can’t be made: %s."),
                   cairo_status_to_string (status));
      g_byte_array_unref (bytes);
      return NULL;
    }
  return g_byte_array_free_to_bytes (bytes);
}
