#include "ui/lists/list-words.h"

#include "map/text.h"

char *
nk_list_title (const NkMap        *map,
               const NkCategories *list)
{
  static const char *const titles[NK_N_RECORD_KINDS] = {
    [NK_LEVEL] = N_("Levels"), [NK_DISTRICT] = N_("Districts"), [NK_SECTOR] = N_("Sectors"),
    [NK_KIND] = N_("Kinds of Tie"), [NK_ATTRIBUTE] = N_("Attributes"), [NK_PHASE] = N_("Phases"),
    [NK_SOURCE] = N_("Sources"),
  };
  const NkRecord *attribute = nk_map_find (map, NK_ATTRIBUTE, list->attribute);

  if (attribute != NULL)
    /* Translators: %s is the name of an attribute. */
    return g_strdup_printf (_("Values of “%s”"), nk_record_title (attribute));
  return g_strdup (list->attribute != NULL ? _("Values") : _(titles[list->kind]));
}

const char *
nk_list_new_one (const NkCategories *list)
{
  static const char *const words[NK_N_RECORD_KINDS] = {
    [NK_LEVEL] = N_("New level"), [NK_DISTRICT] = N_("New district"),
    [NK_SECTOR] = N_("New sector"), [NK_KIND] = N_("New kind of tie"),
    [NK_ATTRIBUTE] = N_("New attribute"), [NK_PHASE] = N_("New phase"),
    [NK_SOURCE] = N_("New source"),
  };

  return list->attribute != NULL ? _("New value") : _(words[list->kind]);
}

char *
nk_list_uses (const NkCategories *list,
              const NkUses       *uses)
{
  guint n = nk_uses_total (uses);

  if (n == 0)
    return g_strdup (_("Not used"));
  switch ((int) list->kind)
    {
    case NK_LEVEL:
    case NK_DISTRICT:
    case NK_SECTOR:
      return g_strdup_printf (ngettext ("%u actor", "%u actors", n), n);
    case NK_KIND:
      return g_strdup_printf (ngettext ("%u tie", "%u ties", n), n);
    case NK_PHASE:
      return g_strdup_printf (ngettext ("%u saved view", "%u saved views", n), n);
    default:
      return g_strdup_printf (ngettext ("%u entry", "%u entries", n), n);
    }
}

char *
nk_list_fate_removed (const NkCategories *list,
                      guint               uses)
{
  switch ((int) list->kind)
    {
    case NK_LEVEL:
    case NK_DISTRICT:
    case NK_SECTOR:
      return g_strdup_printf (ngettext ("Delete the _actor too, with its ties",
                                        "Delete the %u _actors too, with their ties", uses), uses);
    case NK_KIND:
      return g_strdup_printf (ngettext ("Delete the _tie too", "Delete the %u _ties too", uses),
                              uses);
    case NK_PHASE:
      return g_strdup_printf (ngettext ("Delete the saved _view too",
                                        "Delete the %u saved _views too", uses), uses);
    case NK_SOURCE:
      return g_strdup (_("Delete the _evidence that names it, too"));
    default:
      return NULL;
    }
}
