/* One of several: references to records of the map, and choices. */
#include "ui/inspector/field-editors.h"
#include "ui/inspector/option.h"
#include "ui/program/access.h"

#include "map/choices.h"
#include "ui/session/edits.h"

#include "map/text.h"

/* Takes the option. */
static void
add (GListStore *options,
     NkOption   *option)
{
  g_list_store_append (options, option);
  g_object_unref (option);
}

static void
add_records (GListStore   *options,
             const NkMap  *map,
             NkRecordKind  target,
             const char   *value)
{
  add (options, nk_option_new ("", _("None")));
  for (guint i = 0; i < nk_map_count (map, target); i++)
    add (options, nk_option_new_record (nk_map_at (map, target, i)));
  /* What the map does not know is kept and shown by its id. */
  if (*value != '\0' && nk_map_find (map, target, value) == NULL)
    add (options, nk_option_new (value, value));
}

static GListStore *
list_options (NkFieldRow *row,
              gboolean    mixed)
{
  const NkFieldSchema *field = nk_field_row_field (row);
  GListStore *options = g_list_store_new (NK_TYPE_OPTION);

  if (field->type == NK_TYPE_REFERENCE)
    add_records (options, nk_session_map (nk_field_row_session (row)), field->target,
                 nk_field_row_text (row));
  else
    for (guint i = 0; field->choices[i] != NULL; i++)
      add (options, nk_option_new (field->choices[i],
                                   nk_choice_name (field->field, field->choices[i])));
  if (mixed)
    add (options, nk_option_new (NULL, _("Mixed")));
  return options;
}

/* Who comes into another band or box takes a place there. */
static gboolean
moves_actors (NkField field)
{
  return field == NK_FIELD_LEVEL || field == NK_FIELD_DISTRICT;
}

static void
on_chosen (NkFieldRow *row,
           GParamSpec *property,
           GtkWidget  *list)
{
  NkSession *session = nk_field_row_session (row);
  NkField field = nk_field_row_field (row)->field;
  const char *id = nk_option_list_chosen (list);

  if (nk_field_row_is_filling (row) || id == NULL)
    return;
  if (moves_actors (field))
    nk_field_row_apply (row, nk_edit_for_zone (nk_session_map (session),
                                               nk_session_selection (session), field, id));
  else
    nk_field_row_set_text (row, id);
}

static GtkWidget *
make (NkFieldRow *row)
{
  GtkWidget *list = nk_option_list_new (nk_field_row_session (row));
  g_autofree char *title = nk_field_row_title (row);

  nk_access_name_list (list, title);
  g_signal_connect_swapped (list, "notify::selected", G_CALLBACK (on_chosen), row);
  return list;
}

static void
fill (NkFieldRow *row,
      GtkWidget  *list)
{
  gboolean mixed = nk_field_row_is_mixed (row);
  g_autoptr (GListStore) options = list_options (row, mixed);
  const char *value = nk_record_text (nk_field_row_record (row), nk_field_row_field (row)->field);

  nk_option_list_fill (list, options);
  nk_option_list_choose (list, mixed ? NULL : value);
}

const NkFieldEditor nk_choice_editor = { .make = make, .fill = fill };
