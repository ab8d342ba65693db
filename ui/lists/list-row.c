#include "ui/lists/list-row.h"

#include "map/choices.h"
#include "map/date.h"
#include "ui/lists/list-words.h"
#include "ui/lists/look-button.h"

#include "map/text.h"

#define DATE_CHARS 10
#define USES_CHARS 16

struct _NkListRow
{
  GtkListBoxRow parent_instance;

  /* owned */
  char *key;
  NkRecord *shown;     /* as it was when it was shown last; NULL for values */

  /* borrowed */
  const NkListHost *host;
  gboolean filling;

  /* children; some are there in some lists only, and else NULL */
  GtkWidget *handle;
  GtkWidget *look;
  GtkWidget *name;
  GtkWidget *directed;
  GtkWidget *type;
  GtkWidget *since, *until, *date;
  GtkLabel *uses;
  GtkLabel *wrong;     /* what was typed is refused */
  GtkLabel *doubt;
};

G_DEFINE_FINAL_TYPE (NkListRow, nk_list_row, GTK_TYPE_LIST_BOX_ROW)

const char *
nk_list_row_key (NkListRow *row)
{
  return row->key;
}

GtkWidget *
nk_list_row_handle (NkListRow *row)
{
  return row->handle;
}

void
nk_list_row_edit (NkListRow *row)
{
  gtk_widget_grab_focus (row->name);
  gtk_editable_select_region (GTK_EDITABLE (row->name), 0, -1);
}

/* What is wrong */

static void
say (GtkLabel   *label,
     const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
say_wrong (NkListRow  *row,
           GtkWidget  *entry,
           const char *text)
{
  say (row->wrong, text);
  if (text != NULL)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               text != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                            : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* The name */

static const char *
refuse_name (NkListRow  *row,
             const char *name)
{
  g_autofree char *plain = g_strstrip (g_strdup (name));

  if (*plain == '\0')
    return _("It needs a name.");
  if (row->host->list.attribute != NULL && !g_str_equal (name, row->key)
      && nk_categories_have (nk_list_host_map (row->host), &row->host->list, name))
    return _("This value is in the list already. To make one of the two, merge them.");
  return NULL;
}

/* While what is typed is refused, there is what was there before. */
static void
on_name (NkListRow *row)
{
  const char *name = gtk_editable_get_text (GTK_EDITABLE (row->name));
  const char *refusal = refuse_name (row, name);
  g_autofree char *gesture = NULL;
  g_autofree char *new_key = NULL;
  NkEdit *edit;

  if (row->filling)
    return;
  say_wrong (row, row->name, refusal);
  if (refusal != NULL)
    return;
  /* A value has another key after each letter, but its place stays. */
  gesture = g_strdup_printf ("name in list %d %d", row->host->list.kind,
                             gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
  edit = nk_edit_for_category_name (nk_list_host_map (row->host), &row->host->list, row->key, name);
  nk_list_host_apply (row->host, edit, gesture);
}

/* Dates */

static NkField
field_of (NkListRow *row,
          GtkWidget *entry)
{
  return entry == row->since ? NK_FIELD_SINCE : entry == row->until ? NK_FIELD_UNTIL
                                                                    : NK_FIELD_DATE;
}

static void
on_date (NkListRow *row,
         GtkWidget *entry)
{
  NkField field = field_of (row, entry);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  g_autofree char *refusal = NULL;

  if (row->filling)
    return;
  refusal = nk_field_refuse_text (nk_schema_field (row->host->list.kind, field), text);
  say_wrong (row, entry, refusal);
  if (refusal == NULL)
    nk_list_host_set (row->host, row->key, field, text);
}

/* What was refused is gone when the keyboard goes elsewhere. */
static void
on_leave (NkListRow *row)
{
  GtkWidget *entries[] = { row->name, row->since, row->until, row->date };
  g_autofree char *key = g_strdup (row->key);
  const NkMap *map = nk_list_host_map (row->host);
  gboolean filling = row->filling;

  row->filling = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    if (entries[i] != NULL && gtk_widget_has_css_class (entries[i], "error"))
      {
        const NkRecord *record = nk_list_host_record (row->host, key);

        say_wrong (row, entries[i], NULL);
        gtk_editable_set_text (GTK_EDITABLE (entries[i]),
                               i > 0 && record != NULL
                                 ? nk_record_text (record, field_of (row, entries[i]))
                                 : nk_categories_title (map, &row->host->list, key));
      }
  row->filling = filling;
}

/* The rest */

static void
on_directed (NkListRow *row)
{
  NkEdit *edit;
  /* Translators: %s is the label of a field, such as "Name". */
  g_autofree char *name = g_strdup_printf (_("Change “%s”"), _("Directed"));

  if (row->filling)
    return;
  edit = nk_edit_new (name);
  nk_edit_set_boolean (edit, nk_list_host_map (row->host), NK_KIND, row->key, NK_FIELD_DIRECTED,
                       gtk_check_button_get_active (GTK_CHECK_BUTTON (row->directed)));
  nk_list_host_apply (row->host, edit, NULL);
}

static const char *const *
source_types (void)
{
  return nk_schema_field (NK_SOURCE, NK_FIELD_TYPE)->choices;
}

static const char *
type_label (const char *type)
{
  return *type != '\0' ? nk_choice_name (NK_FIELD_TYPE, type) : _("No type");
}

static void
on_type (NkListRow *row,
         GVariant  *type)
{
  nk_list_host_set (row->host, row->key, NK_FIELD_TYPE, g_variant_get_string (type, NULL));
}

/* Made when it is opened: a list of sources may be long, and drop-down lists take time. */
static void
on_types (GtkMenuButton *button,
          gpointer       user_data)
{
  NkListRow *row = user_data;
  const NkRecord *source = nk_list_host_record (row->host, row->key);
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (
    "type", G_VARIANT_TYPE_STRING, g_variant_new_string (nk_record_text (source, NK_FIELD_TYPE)));
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; source_types ()[i] != NULL; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (type_label (source_types ()[i]), NULL);

      g_menu_item_set_action_and_target (item, "row.type", "s", source_types ()[i]);
      g_menu_append_item (menu, item);
    }
  g_signal_connect_object (action, "activate", G_CALLBACK (on_type), row, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (GTK_WIDGET (button), "row", G_ACTION_GROUP (group));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/* Showing */

static void
set_entry (GtkWidget  *entry,
           const char *text)
{
  /* While somebody types it is there already, and what is refused stays until they go. */
  if (entry != NULL && !gtk_widget_has_css_class (entry, "error")
      && !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (entry)), text))
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
show_fields (NkListRow      *row,
             const NkRecord *record)
{
  if (row->look != NULL)
    nk_look_button_show (NK_LOOK_BUTTON (row->look), row->key);
  if (row->directed != NULL)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (row->directed),
                                 nk_record_boolean (record, NK_FIELD_DIRECTED));
  if (row->since != NULL)
    {
      set_entry (row->since, nk_record_text (record, NK_FIELD_SINCE));
      set_entry (row->until, nk_record_text (record, NK_FIELD_UNTIL));
    }
  if (row->type == NULL)
    return;
  set_entry (row->date, nk_record_text (record, NK_FIELD_DATE));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (row->type),
                             type_label (nk_record_text (record, NK_FIELD_TYPE)));
}

/* TRUE if there is nothing to do: a list may be long, and little of it changes at once. A look depends on
 * the others as well. */
static gboolean
is_shown (NkListRow      *row,
          const char     *key,
          const NkRecord *record,
          const char     *used,
          const char     *doubt_said)
{
  return row->look == NULL && row->shown == record && g_strcmp0 (row->key, key) == 0
         && g_str_equal (gtk_label_get_text (row->uses), used)
         && g_str_equal (gtk_label_get_text (row->doubt), doubt_said != NULL ? doubt_said : "");
}

void
nk_list_row_show (NkListRow    *row,
                  const char   *key,
                  const NkUses *uses,
                  const char   *doubt)
{
  NkRecord *record = nk_list_host_record (row->host, key);
  const char *name = record != NULL ? nk_record_text (record, NK_FIELD_NAME) : key;
  g_autofree char *used = nk_list_uses (&row->host->list, uses);

  if (is_shown (row, key, record, used, doubt))
    return;
  row->filling = TRUE;
  g_clear_pointer (&row->shown, nk_record_unref);
  row->shown = record != NULL ? nk_record_ref (record) : NULL;
  if (g_strcmp0 (row->key, key) != 0)
    {
      g_free (row->key);
      row->key = g_strdup (key);
    }
  set_entry (row->name, name);
  /* Long ones are cut. */
  gtk_widget_set_tooltip_text (row->name, name);
  if (record != NULL)
    show_fields (row, record);
  gtk_label_set_text (row->uses, used);
  say (row->doubt, doubt);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  nk_categories_title (nk_list_host_map (row->host),
                                                       &row->host->list, key), -1);
  row->filling = FALSE;
}

/* Making it */

static GtkWidget *
new_entry (NkListRow  *row,
           const char *label,
           GCallback   changed)
{
  GtkWidget *entry = g_object_new (GTK_TYPE_ENTRY, "enable-undo", FALSE, "width-chars", DATE_CHARS,
                                   "has-frame", FALSE, "valign", GTK_ALIGN_CENTER, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (entry, "changed", changed, row);
  return entry;
}

static GtkWidget *
new_date (NkListRow *row,
          NkField    field)
{
  const char *label = _(nk_schema_field (row->host->list.kind, field)->label);
  GtkWidget *entry = new_entry (row, label, G_CALLBACK (on_date));

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), label);
  gtk_widget_set_tooltip_text (entry, label);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), DATE_CHARS);
  return entry;
}

static GtkWidget *
new_type (NkListRow *row)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  gtk_widget_set_tooltip_text (button, _("Type"));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), on_types, row, NULL);
  gtk_size_group_add_widget (row->host->types, button);
  return button;
}

/* What only some lists have. */
static void
add_fields (NkListRow *row,
            GtkBox    *line)
{
  switch ((int) row->host->list.kind)
    {
    case NK_KIND:
      row->directed = gtk_check_button_new_with_label (_("Directed"));
      g_signal_connect_swapped (row->directed, "toggled", G_CALLBACK (on_directed), row);
      gtk_box_append (line, row->directed);
      break;
    case NK_PHASE:
      row->since = new_date (row, NK_FIELD_SINCE);
      row->until = new_date (row, NK_FIELD_UNTIL);
      gtk_box_append (line, row->since);
      gtk_box_append (line, row->until);
      break;
    case NK_SOURCE:
      row->type = new_type (row);
      row->date = new_date (row, NK_FIELD_DATE);
      gtk_box_append (line, row->type);
      gtk_box_append (line, row->date);
      break;
    default:
      break;
    }
}

static GtkLabel *
new_sentence (GtkWidget  *box,
              const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_visible (label, FALSE);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
fill_line (NkListRow *row,
           GtkBox    *line)
{
  NkRecordKind kind = row->host->list.kind;

  row->handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  gtk_widget_add_css_class (row->handle, "dim-label");
  gtk_widget_set_cursor_from_name (row->handle, "grab");
  gtk_box_append (line, row->handle);
  if (kind == NK_SECTOR || kind == NK_KIND)
    {
      row->look = nk_look_button_new (row->host);
      gtk_box_append (line, row->look);
    }
  row->name = new_entry (row, _("Name"), G_CALLBACK (on_name));
  gtk_widget_set_hexpand (row->name, TRUE);
  gtk_box_append (line, row->name);
  add_fields (row, line);
  row->uses = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_width_chars (row->uses, USES_CHARS);
  gtk_label_set_xalign (row->uses, 1);
  gtk_widget_add_css_class (GTK_WIDGET (row->uses), "dim-label");
  gtk_box_append (line, GTK_WIDGET (row->uses));
}

static void
nk_list_row_finalize (GObject *object)
{
  NkListRow *row = NK_LIST_ROW (object);

  g_free (row->key);
  g_clear_pointer (&row->shown, nk_record_unref);
  G_OBJECT_CLASS (nk_list_row_parent_class)->finalize (object);
}

static void
nk_list_row_dispose (GObject *object)
{
  /* What its entries still say while they go is nobody's wish. */
  NK_LIST_ROW (object)->filling = TRUE;
  G_OBJECT_CLASS (nk_list_row_parent_class)->dispose (object);
}

static void
nk_list_row_class_init (NkListRowClass *class)
{
  G_OBJECT_CLASS (class)->dispose = nk_list_row_dispose;
  G_OBJECT_CLASS (class)->finalize = nk_list_row_finalize;
}

static void
nk_list_row_init (NkListRow *row)
{
}

GtkWidget *
nk_list_row_new (const NkListHost *host)
{
  NkListRow *row = g_object_new (NK_TYPE_LIST_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  row->host = host;
  fill_line (row, GTK_BOX (line));
  gtk_box_append (GTK_BOX (box), line);
  row->wrong = new_sentence (box, "wrong");
  row->doubt = new_sentence (box, "doubt");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_leave), row);
  gtk_widget_add_controller (GTK_WIDGET (row), focus);
  return GTK_WIDGET (row);
}
