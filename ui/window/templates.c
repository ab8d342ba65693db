#include "ui/window/templates.h"

#include "files/native.h"

#include <gio/gio.h>

#include "map/text.h"

#define FOLDER "/org/netzkarte/Netzkarte/"
#define SUFFIX ".netzkarte.json"

static const NkTemplate templates[] = {
  { "levels", N_("City, Intermediaries, Districts"),
    N_("Three levels, with the usual sectors and kinds of ties") },
  { "empty", N_("Empty Map"), N_("No levels, no sectors, nothing decided") },
  { "example", N_("Welcome Points in Düsseldorf"), N_("An example that is complete, to try things on") },
};

const NkTemplate *
nk_templates (guint *n)
{
  *n = G_N_ELEMENTS (templates);
  return templates;
}

const NkTemplate *
nk_template (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    if (g_strcmp0 (templates[i].name, name) == 0)
      return &templates[i];
  return NULL;
}

/* The file of a template in the user's language, or in the only one that it has. NULL: it has no
 * file, and is empty. */
static GBytes *
find_file (const char *name)
{
  const char *const *languages = g_get_language_names ();
  g_autofree char *only = g_strconcat (FOLDER, name, SUFFIX, NULL);
  g_autofree char *english = g_strconcat (FOLDER, name, ".en" SUFFIX, NULL);
  GBytes *bytes = NULL;

  for (guint i = 0; languages[i] != NULL && bytes == NULL; i++)
    {
      g_autofree char *path = g_strconcat (FOLDER, name, ".", languages[i], SUFFIX, NULL);

      bytes = g_resources_lookup_data (path, 0, NULL);
    }
  if (bytes == NULL)
    bytes = g_resources_lookup_data (english, 0, NULL);
  return bytes != NULL ? bytes : g_resources_lookup_data (only, 0, NULL);
}

NkMap *
nk_template_map (const NkTemplate *model)
{
  g_autoptr (GBytes) bytes = find_file (model->name);
  g_autoptr (GError) error = NULL;
  NkMap *map;

  if (bytes == NULL)
    return nk_map_new ();
  map = nk_native_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), model->name,
                        &error);
  if (map == NULL)
    g_error ("%s", error->message);   /* it is part of the program */
  return map;
}
