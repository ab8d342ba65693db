#include "commands/anonymous.h"

#include "files/store.h"
#include "map/anonymise.h"

#include "map/text.h"

/* Names that are gone can't come back: the map itself is never written over. */
static gboolean
may_be_written (const NkMap *map,
                GFile       *file,
                GFile       *output,
                GFile       *list)
{
  g_autofree char *base = g_file_get_basename (output);
  g_autofree char *name = g_filename_display_name (base);

  if (g_file_equal (output, file) || (list != NULL && g_file_equal (list, file)))
    nk_command_say (_("The map itself would be written over, and its names would be lost. Name "
                      "another file."));
  else if (list != NULL && g_file_equal (list, output))
    nk_command_say (_("The list holds the names: it needs a file of its own."));
  else if (nk_anonymise_finds (map, name))
    nk_command_say (_("The file name “%s” holds a name that is replaced. Choose another."), name);
  else
    return TRUE;
  return FALSE;
}

static gboolean
write_list (GPtrArray  *sentences,
            GFile      *file,
            GError    **error)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < sentences->len; i++)
    g_string_append_printf (text, "%s\n", (const char *) g_ptr_array_index (sentences, i));
  if (file == NULL)
    {
      g_printerr ("%s", text->str);
      g_string_free (text, TRUE);
      return TRUE;
    }
  bytes = g_string_free_to_bytes (text);
  return nk_store_replace (file, bytes, NULL, error);
}

NkMap *
nk_anonymous_map (const NkMap *map,
                  GFile       *file,
                  GFile       *output,
                  const char  *list)
{
  g_autoptr (GFile) list_file = list != NULL ? g_file_new_for_commandline_arg (list) : NULL;
  g_autoptr (GPtrArray) sentences = NULL;
  g_autoptr (NkMap) copy = NULL;
  GError *error = NULL;

  if (!may_be_written (map, file, output, list_file))
    return NULL;
  copy = nk_anonymise (map, &sentences);
  if (write_list (sentences, list_file, &error))
    return g_steal_pointer (&copy);
  nk_command_fail (error);
  return NULL;
}
