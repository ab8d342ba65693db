/* PDF: Cairo draws it; what Cairo can't say (the language, what the actors are called) is added by
 * qpdf. */
#include "drawing/export.h"

#include "drawing/export-names.h"
#include "drawing/painter.h"

#include <cairo-pdf.h>
#include <qpdf/qpdf-c.h>

#include "map/text.h"

/* What a PDF can be at most: 200 inches. */
#define PAGE_MOST 14400.0
/* The date that a PDF says it was made at: the same for the same map, so that the bytes are. */
#define MADE_AT "2024-01-01T00:00:00Z"

/* The structure of a tagged PDF: parts of one document. */
#define DOCUMENT "Document"
#define FIGURE "Figure"
#define PARAGRAPH "P"

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
  if (options->title[0] == '\0')
    return;
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, options->title);
  cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, options->title,
                                 "page=1 pos=[0 0]", CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

/* An actor with its words is a figure of its own to who can't see it, and what a link may lead to:
 * its name in the file is that of the SVG. */
static void
begin_actor (cairo_t      *cr,
             GHashTable   *names,
             const NkItem *actor)
{
  g_autofree char *attributes = g_strdup_printf ("name='%s'", nk_export_name (names, actor));

  cairo_tag_begin (cr, FIGURE, NULL);
  cairo_tag_begin (cr, CAIRO_TAG_DEST, attributes);
}

static void
end_actor (cairo_t *cr)
{
  cairo_tag_end (cr, CAIRO_TAG_DEST);
  cairo_tag_end (cr, FIGURE);
}

static char *
words_of (const NkMap  *map,
          const NkItem *actor)
{
  g_autofree char *title = nk_export_title (map, actor), *note = nk_export_note (map, actor);

  return note == NULL ? g_steal_pointer (&title) : g_strconcat (title, "\n", note, NULL);
}

static gboolean
is_white (NkInk ink)
{
  return ink.red >= 1 && ink.green >= 1 && ink.blue >= 1;
}

/* Paints it all. For each part of the document's structure, `told` gets the words that stand for
 * it, or NULL where it has its own. */
static void
paint (const NkScene  *scene,
       cairo_t        *cr,
       const NkExport *options,
       GPtrArray      *told)
{
  const NkPaintOptions paint_options = { .detail = 0, .text = TRUE };
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = nk_scene_n_items (scene);

  /* A page is white by itself, and what is not painted can't lie under other things in a layout. */
  if (!is_white (nk_scene_theme (scene)->paper))
    nk_paint_paper (scene, cr);
  cairo_tag_begin (cr, DOCUMENT, NULL);
  for (guint i = 0; i < n; i++)
    {
      const NkItem *item = nk_scene_item (scene, i);
      gboolean actor = item->type == NK_ITEM_ACTOR, words = !actor && item->lettering != NULL;

      if (actor || words)
        g_ptr_array_add (told, actor ? words_of (options->map, item) : NULL);
      if (actor)
        begin_actor (cr, names, item);
      else if (words)
        cairo_tag_begin (cr, PARAGRAPH, NULL);
      nk_paint_item (item, cr, &paint_options);
      if (i + 1 < n && nk_export_is_name_of (nk_scene_item (scene, i + 1), item))
        nk_paint_item (nk_scene_item (scene, ++i), cr, &paint_options);
      if (actor)
        end_actor (cr);
      else if (words)
        cairo_tag_end (cr, PARAGRAPH);
    }
  cairo_tag_end (cr, DOCUMENT);
}

/* What Cairo makes of it; NULL with an error. */
static GBytes *
draw (const NkScene   *scene,
      const NkExport  *options,
      GPtrArray       *told,
      GError         **error)
{
  GByteArray *bytes = g_byte_array_new ();
  double width, height;
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  nk_scene_page (scene, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (append, bytes, width, height);
  set_metadata (surface, options);
  cr = cairo_create (surface);
  nk_paint_paper (scene, cr);
  paint (scene, cr, options, told);
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (bytes);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The PDF can’t be made: %s."),
               cairo_status_to_string (status));
  g_byte_array_unref (bytes);
  return NULL;
}

/* ---- what Cairo can't say ---- */

static void
set_value (qpdf_data   pdf,
           qpdf_oh     dictionary,
           const char *key,
           qpdf_oh     value)
{
  qpdf_oh_replace_key (pdf, dictionary, key, value);
  qpdf_oh_release (pdf, value);
}

/* The language of the words, and that a reader shows the title instead of the file's name. */
static void
tell_document (qpdf_data       pdf,
               qpdf_oh         catalog,
               const NkExport *options)
{
  qpdf_oh preferences;

  if (options->language[0] != '\0')
    set_value (pdf, catalog, "/Lang", qpdf_oh_new_unicode_string (pdf, options->language));
  if (options->title[0] == '\0')
    return;
  preferences = qpdf_oh_new_dictionary (pdf);
  set_value (pdf, preferences, "/DisplayDocTitle", qpdf_oh_new_bool (pdf, QPDF_TRUE));
  set_value (pdf, catalog, "/ViewerPreferences", preferences);
}

/* Gives the parts of the structure the words that stand for them. */
static void
tell_parts (qpdf_data  pdf,
            qpdf_oh    catalog,
            GPtrArray *told)
{
  qpdf_oh tree = qpdf_oh_get_key (pdf, catalog, "/StructTreeRoot");
  qpdf_oh documents = qpdf_oh_get_key (pdf, tree, "/K");
  qpdf_oh document = qpdf_oh_get_array_item (pdf, documents, 0);
  qpdf_oh parts = qpdf_oh_get_key (pdf, document, "/K");

  for (guint i = 0; i < told->len; i++)
    {
      qpdf_oh part;

      if (told->pdata[i] == NULL)
        continue;
      part = told->len == 1 ? parts : qpdf_oh_get_array_item (pdf, parts, i);
      set_value (pdf, part, "/Alt", qpdf_oh_new_unicode_string (pdf, told->pdata[i]));
      if (part != parts)
        qpdf_oh_release (pdf, part);
    }
}

/* Adds it to a PDF of Cairo. NULL with an error. */
static GBytes *
tell (GBytes          *drawn,
      const NkExport  *options,
      GPtrArray       *told,
      GError         **error)
{
  qpdf_data pdf = qpdf_init ();
  gsize length;
  const char *data = g_bytes_get_data (drawn, &length);
  GBytes *bytes = NULL;

  qpdf_silence_errors (pdf);
  qpdf_set_suppress_warnings (pdf, QPDF_TRUE);
  if (!(qpdf_read_memory (pdf, "figure", data, length, NULL) & QPDF_ERRORS))
    {
      qpdf_oh catalog = qpdf_get_root (pdf);

      tell_document (pdf, catalog, options);
      tell_parts (pdf, catalog, told);
      qpdf_init_write_memory (pdf);
      qpdf_set_deterministic_ID (pdf, QPDF_TRUE);
      qpdf_set_object_stream_mode (pdf, qpdf_o_generate);
      if (!(qpdf_write (pdf) & QPDF_ERRORS) && !qpdf_has_error (pdf))
        bytes = g_bytes_new (qpdf_get_buffer (pdf), qpdf_get_buffer_length (pdf));
    }
  qpdf_cleanup (&pdf);
  if (bytes == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                         _("The PDF can’t be made: what it says of the actors can’t be added."));
  return bytes;
}

GBytes *
nk_export_pdf (const NkScene   *scene,
               const NkExport  *options,
               GError         **error)
{
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GBytes) drawn = NULL;
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
  drawn = draw (scene, options, told, error);
  return drawn != NULL ? tell (drawn, options, told, error) : NULL;
}
