#include "ui/lists/list-host.h"

#include "drawing/zone-moves.h"

#include "map/text.h"

const NkMap *
nk_list_host_map (const NkListHost *host)
{
  return nk_session_map (nk_window_session (host->window));
}

NkRecord *
nk_list_host_record (const NkListHost *host,
                     const char       *key)
{
  return host->list.attribute == NULL ? nk_map_find (nk_list_host_map (host), host->list.kind, key)
                                      : NULL;
}

gboolean
nk_list_host_apply (const NkListHost *host,
                    NkEdit           *edit,
                    const char       *gesture)
{
  NkCanvas *canvas = nk_window_canvas (host->window);
  gboolean zones = host->list.kind == NK_LEVEL || host->list.kind == NK_DISTRICT;

  if (nk_canvas_refuses (canvas))
    {
      nk_edit_unref (edit);
      return FALSE;
    }
  /* Whatever is under way on the map was begun with the lists as they were. */
  nk_canvas_cancel (canvas);
  if (zones && gesture == NULL)
    {
      nk_edit_follow_zones (edit, nk_list_host_map (host));
      nk_canvas_begin_transition (canvas);
    }
  return nk_canvas_apply (canvas, edit, gesture);
}

gboolean
nk_list_host_set (const NkListHost *host,
                  const char       *key,
                  NkField           field,
                  const char       *value)
{
  const NkFieldSchema *schema = nk_schema_field (host->list.kind, field);
  /* Translators: %s is the label of a field, such as "Name". */
  g_autofree char *name = g_strdup_printf (_("Change “%s”"), _(schema->label));
  g_autofree char *gesture = g_strdup_printf ("list %s %s", nk_field_name (field), key);
  NkEdit *edit = nk_edit_new (name);

  nk_edit_set_text (edit, nk_list_host_map (host), host->list.kind, key, field, value);
  return nk_list_host_apply (host, edit, gesture);
}
