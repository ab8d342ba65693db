#include "drawing/typeface.h"

#include "drawing/lettering-private.h"
#include "drawing/netzkarte-drawing.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <sys/mman.h>
#include <unistd.h>

#define FAMILY "Roboto Condensed"

/* fontconfig reads fonts from files only, so this is one in memory. It stays open as long as the
 * program runs, since fonts are loaded from it when they are needed. */
static gboolean
add_font (const char *name)
{
  g_autofree char *resource = g_strconcat ("/org/netzkarte/fonts/", name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (netzkarte_drawing_get_resource (), resource,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  int fd = memfd_create (name, MFD_CLOEXEC);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  return fd >= 0 && write (fd, data, size) == (gssize) size &&
         FcConfigAppFontAddFile (FcConfigGetCurrent (), (const FcChar8 *) path);
}

static gboolean
add_fonts (void)
{
  if (!add_font ("RobotoCondensed-Regular.ttf") || !add_font ("RobotoCondensed-Bold.ttf"))
    return FALSE;
  pango_fc_font_map_config_changed (PANGO_FC_FONT_MAP (pango_cairo_font_map_get_default ()));
  return TRUE;
}

static void
find_typeface (gpointer data)
{
  const char **family = data;

  if (g_atomic_pointer_get (family) == NULL)
    g_atomic_pointer_set (family, add_fonts () ? FAMILY : "Sans");
}

typedef struct
{
  const char *family;
  gboolean there;
} Search;

static void
find_family (gpointer data)
{
  Search *search = data;
  PangoFontMap *map = pango_context_get_font_map (nk_type_context ());
  g_autofree char *wanted = g_utf8_casefold (search->family, -1);
  g_autofree PangoFontFamily **families = NULL;
  int n;

  pango_font_map_list_families (map, &families, &n);
  for (int i = 0; i < n && !search->there; i++)
    {
      g_autofree char *name = g_utf8_casefold (pango_font_family_get_name (families[i]), -1);

      search->there = g_str_equal (name, wanted);
    }
}

gboolean
nk_typeface_is_there (const char *family)
{
  Search search = { family, FALSE };

  nk_type_run (find_family, &search);
  return search.there;
}

const char *
nk_typeface (void)
{
  static const char *family;

  if (g_atomic_pointer_get (&family) == NULL)
    nk_type_run (find_typeface, &family);
  return g_atomic_pointer_get (&family);
}
