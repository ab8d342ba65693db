#include "ui/lists/list-deeds.h"

#include "ui/lists/list-question.h"
#include "ui/lists/list-words.h"

#include "map/text.h"

/* What is to be done once it is answered. */
typedef struct
{
  const NkListHost *host;
  char **keys;      /* to which it is done */
  char **others;    /* of which one is chosen */
} Deed;

static Deed *
deed_new (const NkListHost  *host,
          const char *const *keys,
          char             **others)
{
  Deed *deed = g_new (Deed, 1);

  *deed = (Deed) { host, g_strdupv ((char **) keys), others };
  return deed;
}

static void
deed_free (gpointer data)
{
  Deed *deed = data;

  g_strfreev (deed->keys);
  g_strfreev (deed->others);
  g_free (deed);
}

/* The list without these. To be freed. */
static char **
others_than (const NkListHost  *host,
             const char *const *keys)
{
  g_auto (GStrv) all = nk_categories_keys (nk_list_host_map (host), &host->list);
  g_autoptr (GStrvBuilder) others = g_strv_builder_new ();

  for (guint i = 0; all[i] != NULL; i++)
    if (!g_strv_contains (keys, all[i]))
      g_strv_builder_add (others, all[i]);
  return g_strv_builder_end (others);
}

static char **
titles_of (const NkListHost *host,
           char            **keys)
{
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();

  for (guint i = 0; keys[i] != NULL; i++)
    g_strv_builder_add (titles,
                        nk_categories_title (nk_list_host_map (host), &host->list, keys[i]));
  return g_strv_builder_end (titles);
}

static void
ask (GtkWindow      *parent,
     NkListQuestion *question,
     Deed           *deed,
     NkListAnswered  answered)
{
  g_auto (GStrv) titles = titles_of (deed->host, deed->others);

  question->others = (const char *const *) titles;
  nk_list_ask (parent, question, answered, deed, deed_free);
}

/* Merging */

static void
on_merge (NkListAnswer answer,
          guint        other,
          gpointer     user_data)
{
  Deed *deed = user_data;

  if (answer == NK_LIST_OTHER)
    nk_list_host_apply (deed->host,
                        nk_edit_for_category_merge (nk_list_host_map (deed->host),
                                                    &deed->host->list,
                                                    (const char *const *) deed->keys,
                                                    deed->others[other]),
                        NULL);
}

static const char *
merge_text (const NkListHost *host)
{
  if (host->list.kind == NK_ATTRIBUTE && host->list.attribute == NULL)
    return _("Whoever has values of both keeps the one of the attribute that remains.");
  return _("Whoever refers to the others then refers to the one that remains.");
}

void
nk_list_merge (const NkListHost  *host,
               GtkWindow         *parent,
               const char *const *keys)
{
  guint n = g_strv_length ((char **) keys);
  const char *title = nk_categories_title (nk_list_host_map (host), &host->list, keys[0]);
  g_autofree char *text = n > 1
    ? g_strdup_printf (ngettext ("Merge %u entry into one?", "Merge %u entries into one?", n), n)
    : g_strdup_printf (_("Merge “%s” into another one?"), title);
  NkListQuestion question = {
    .question = text, .text = merge_text (host),
    .others_label = n > 1 ? _("_What remains:") : _("_Into:"), .button = _("_Merge"),
  };

  ask (parent, &question,
       deed_new (host, keys, n > 1 ? g_strdupv ((char **) keys) : others_than (host, keys)),
       on_merge);
}

void
nk_list_replace (const NkListHost *host,
                 GtkWindow        *parent,
                 const char       *key)
{
  const char *const keys[] = { key, NULL };
  g_autofree char *text = g_strdup_printf (_("Replace “%s” by what?"), key);
  NkListQuestion question = {
    .question = text, .others_label = _("_By:"), .button = _("_Replace"),
  };

  ask (parent, &question, deed_new (host, keys, others_than (host, keys)), on_merge);
}

/* Deleting */

static void
delete_now (const NkListHost  *host,
            const char *const *keys,
            NkFate             fate,
            const char        *another)
{
  nk_list_host_apply (host,
                      nk_edit_for_category_delete (nk_list_host_map (host), &host->list, keys, fate,
                                                   another),
                      NULL);
}

static void
on_delete (NkListAnswer answer,
           guint        other,
           gpointer     user_data)
{
  Deed *deed = user_data;
  const char *const *keys = (const char *const *) deed->keys;

  if (answer == NK_LIST_OTHER)
    delete_now (deed->host, keys, NK_FATE_ANOTHER, deed->others[other]);
  else if (answer == NK_LIST_NONE)
    delete_now (deed->host, keys, NK_FATE_NONE, NULL);
  else if (answer == NK_LIST_REMOVED)
    delete_now (deed->host, keys, NK_FATE_REMOVED, NULL);
}

/* To be freed. */
static char *
users_text (const NkListHost *host,
            guint             n)
{
  switch ((int) host->list.kind)
    {
    case NK_LEVEL:
    case NK_DISTRICT:
    case NK_SECTOR:
      return g_strdup_printf (ngettext ("%u actor belongs there.", "%u actors belong there.", n), n);
    case NK_KIND:
      return g_strdup_printf (ngettext ("%u tie is of that kind.", "%u ties are of that kind.", n),
                              n);
    default:
      return g_strdup_printf (ngettext ("%u entry refers to it.", "%u entries refer to it.", n), n);
    }
}

void
nk_list_delete (const NkListHost  *host,
                GtkWindow         *parent,
                const char *const *keys)
{
  const NkMap *map = nk_list_host_map (host);
  guint n = g_strv_length ((char **) keys);
  guint users = nk_categories_users (map, &host->list, keys);
  g_autofree char *text = n > 1
    ? g_strdup_printf (ngettext ("Delete this %u entry?", "Delete these %u entries?", n), n)
    : g_strdup_printf (_("Delete “%s”?"), nk_categories_title (map, &host->list, keys[0]));
  g_autofree char *users_said = users_text (host, users);
  g_autofree char *removed = nk_list_fate_removed (&host->list, users);
  NkListQuestion question = {
    .question = text, .text = users_said, .others_label = _("_Give them another one:"),
    .none = _("Leave them _without"), .removed = removed, .button = _("_Delete"),
    .destructive = TRUE,
  };

  if (users == 0)
    delete_now (host, keys, NK_FATE_NONE, NULL);
  else
    ask (parent, &question, deed_new (host, keys, others_than (host, keys)), on_delete);
}
