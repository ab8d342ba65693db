#include "ui/inspector/field-editors.h"

#include "map/text.h"

#define TEXT_HEIGHT 76   /* pixels of a text of several lines */

/* One line of text, and dates */

static void
on_entry_changed (NkFieldRow  *row,
                  GtkEditable *entry)
{
  if (!nk_field_row_is_filling (row))
    nk_field_row_set_text (row, gtk_editable_get_text (entry));
}

static GtkWidget *
make_entry (NkFieldRow *row)
{
  /* The map has its own undo. */
  GtkWidget *entry = g_object_new (GTK_TYPE_ENTRY, "enable-undo", FALSE, "width-chars", 8, NULL);

  g_signal_connect_swapped (entry, "changed", G_CALLBACK (on_entry_changed), row);
  return entry;
}

static void
fill_entry (NkFieldRow *row,
            GtkWidget  *widget)
{
  gboolean mixed = nk_field_row_is_mixed (row);
  gboolean is_date = nk_field_row_field (row)->type == NK_TYPE_DATE;
  const char *hint = mixed ? _("Mixed") : is_date ? _("2015-09") : NULL;
  const char *text = "";

  if (!mixed)
    text = nk_record_text (nk_field_row_record (row), nk_field_row_field (row)->field);
  gtk_entry_set_placeholder_text (GTK_ENTRY (widget), hint);
  /* While somebody types, the text is there already, and the cursor stays. */
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (widget)), text))
    gtk_editable_set_text (GTK_EDITABLE (widget), text);
}

/* Text of several lines */

static void
on_buffer_changed (NkFieldRow    *row,
                   GtkTextBuffer *buffer)
{
  g_autofree char *text = NULL;

  if (nk_field_row_is_filling (row))
    return;
  g_object_get (buffer, "text", &text, NULL);
  nk_field_row_set_text (row, text);
}

static GtkWidget *
make_text (NkFieldRow *row)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkWidget *view = g_object_new (GTK_TYPE_TEXT_VIEW, "wrap-mode", GTK_WRAP_WORD_CHAR,
                                  "accepts-tab", FALSE,
                                  "left-margin", 8, "right-margin", 8, "top-margin", 6,
                                  "bottom-margin", 6, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));

  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(nk_field_row_field (row)->label), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), view);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scroll), TRUE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scroll, -1, TEXT_HEIGHT);
  gtk_widget_add_css_class (scroll, "text");
  g_signal_connect_swapped (buffer, "changed", G_CALLBACK (on_buffer_changed), row);
  return scroll;
}

static void
fill_text (NkFieldRow *row,
           GtkWidget  *widget)
{
  GtkWidget *view = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (widget));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  const char *text = nk_record_text (nk_field_row_record (row), nk_field_row_field (row)->field);
  g_autofree char *old = NULL;

  if (nk_field_row_is_mixed (row))
    text = "";
  g_object_get (buffer, "text", &old, NULL);
  if (!g_str_equal (old, text))
    gtk_text_buffer_set_text (buffer, text, -1);
}

/* One of several: references and choices */

/* What can be chosen: the names, and in the same order what the record would have of it. */
typedef struct
{
  GStrvBuilder *names;
  GStrvBuilder *ids;
} Choices;

static void
add_choice (Choices    *choices,
            const char *id,
            const char *name)
{
  g_strv_builder_add (choices->names, name);
  g_strv_builder_add (choices->ids, id);
}

static void
add_records (Choices     *choices,
             NkFieldRow  *row,
             const char  *value)
{
  const NkMap *map = nk_session_map (nk_field_row_session (row));
  NkRecordKind target = nk_field_row_field (row)->target;

  add_choice (choices, "", _("None"));
  for (guint i = 0; i < nk_map_count (map, target); i++)
    {
      const NkRecord *record = nk_map_at (map, target, i);

      add_choice (choices, nk_record_id (record), nk_record_title (record));
    }
  /* What the map does not know is kept and shown by its id. */
  if (*value != '\0' && nk_map_find (map, target, value) == NULL)
    add_choice (choices, value, value);
}

static const char *
choice_name (const char *choice)
{
  static const struct { const char *choice, *name; } names[] = {
    { "stated", N_("Stated") },
    { "assumed", N_("Assumed") },
    { "open", N_("Not known") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].choice, choice))
      return _(names[i].name);
  return choice;
}

/* Lists what can be chosen. Of several values that differ, the last of the names says so; to choose
 * it changes nothing. */
static void
list_choices (NkFieldRow   *row,
              const char   *value,
              char       ***names,
              char       ***ids)
{
  const NkFieldSchema *field = nk_field_row_field (row);
  Choices choices = { g_strv_builder_new (), g_strv_builder_new () };

  if (field->type == NK_TYPE_REFERENCE)
    add_records (&choices, row, value);
  else
    for (guint i = 0; field->choices[i] != NULL; i++)
      add_choice (&choices, field->choices[i], choice_name (field->choices[i]));
  if (nk_field_row_is_mixed (row))
    g_strv_builder_add (choices.names, _("Mixed"));
  *names = g_strv_builder_end (choices.names);
  *ids = g_strv_builder_end (choices.ids);
  g_strv_builder_unref (choices.names);
  g_strv_builder_unref (choices.ids);
}

static void
on_choice (NkFieldRow  *row,
           GParamSpec  *property,
           GtkDropDown *list)
{
  const char *const *ids = g_object_get_data (G_OBJECT (list), "ids");
  guint chosen = gtk_drop_down_get_selected (list);

  if (!nk_field_row_is_filling (row) && chosen < g_strv_length ((char **) ids))
    nk_field_row_set_text (row, ids[chosen]);
}

static void
setup_name (GtkSignalListItemFactory *factory,
            GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_name (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  GtkStringObject *name = gtk_list_item_get_item (item);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (name));
}

static GtkWidget *
make_choice (NkFieldRow *row)
{
  GtkWidget *list = gtk_drop_down_new (NULL, NULL);
  g_autoptr (GtkListItemFactory) button = gtk_signal_list_item_factory_new ();
  GtkListItemFactory *whole = gtk_drop_down_get_factory (GTK_DROP_DOWN (list));

  /* Long names are cut in the button, so that the inspector keeps its width, and whole in the
     list. */
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (list), whole);
  g_signal_connect (button, "setup", G_CALLBACK (setup_name), NULL);
  g_signal_connect (button, "bind", G_CALLBACK (bind_name), NULL);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (list), button);
  g_signal_connect_swapped (list, "notify::selected", G_CALLBACK (on_choice), row);
  return list;
}

/* Gives the list other names, unless it has these: it may be open. */
static void
set_names (GtkDropDown *list,
           char       **names)
{
  const char *const *old = g_object_get_data (G_OBJECT (list), "names");

  if (old == NULL || !g_strv_equal (old, (const char *const *) names))
    {
      g_autoptr (GtkStringList) model = gtk_string_list_new ((const char *const *) names);

      gtk_drop_down_set_model (list, G_LIST_MODEL (model));
    }
  g_object_set_data_full (G_OBJECT (list), "names", names, (GDestroyNotify) g_strfreev);
}

static void
fill_choice (NkFieldRow *row,
             GtkWidget  *widget)
{
  GtkDropDown *list = GTK_DROP_DOWN (widget);
  const char *value = nk_record_text (nk_field_row_record (row), nk_field_row_field (row)->field);
  char **names, **ids;
  guint chosen = 0;

  list_choices (row, value, &names, &ids);
  while (!g_str_equal (ids[chosen], value))
    chosen++;
  if (nk_field_row_is_mixed (row))
    chosen = g_strv_length (ids);
  set_names (list, names);
  g_object_set_data_full (G_OBJECT (list), "ids", ids, (GDestroyNotify) g_strfreev);
  gtk_drop_down_set_selected (list, chosen);
}

/* Small whole numbers: one button each */

static void
on_number (NkFieldRow      *row,
           GtkToggleButton *button)
{
  if (!nk_field_row_is_filling (row) && gtk_toggle_button_get_active (button))
    nk_field_row_set_integer (row,
                              GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "number")));
}

static GtkWidget *
make_numbers (NkFieldRow *row)
{
  const NkFieldSchema *field = nk_field_row_field (row);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *first = NULL;

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_add_css_class (box, "numbers");
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  for (int number = (int) field->least; number <= (int) field->most; number++)
    {
      g_autofree char *text = g_strdup_printf ("%d", number);
      g_autofree char *label = g_strdup_printf ("%s %d", _(field->label), number);
      GtkWidget *button = gtk_toggle_button_new_with_label (text);

      if (first == NULL)
        first = button;
      else
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                      -1);
      g_object_set_data (G_OBJECT (button), "number", GINT_TO_POINTER (number));
      g_signal_connect_swapped (button, "toggled", G_CALLBACK (on_number), row);
      gtk_box_append (GTK_BOX (box), button);
    }
  return box;
}

static void
fill_numbers (NkFieldRow *row,
              GtkWidget  *widget)
{
  gboolean mixed = nk_field_row_is_mixed (row);
  int value = nk_record_integer (nk_field_row_record (row), nk_field_row_field (row)->field);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int number = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (child), "number"));

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), !mixed && number == value);
    }
}

/* Yes and no */

static void
on_check (NkFieldRow     *row,
          GtkCheckButton *check)
{
  if (nk_field_row_is_filling (row))
    return;
  gtk_check_button_set_inconsistent (check, FALSE);
  nk_field_row_set_boolean (row, gtk_check_button_get_active (check));
}

static GtkWidget *
make_check (NkFieldRow *row)
{
  GtkWidget *check = gtk_check_button_new_with_label (_(nk_field_row_field (row)->label));

  gtk_widget_set_halign (check, GTK_ALIGN_START);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (on_check), row);
  return check;
}

static void
fill_check (NkFieldRow *row,
            GtkWidget  *widget)
{
  gtk_check_button_set_inconsistent (GTK_CHECK_BUTTON (widget), nk_field_row_is_mixed (row));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (widget),
                               nk_record_boolean (nk_field_row_record (row),
                                                  nk_field_row_field (row)->field));
}

/* What is shown and not edited: the ends of a tie, and evidence */

static GtkWidget *
make_name (NkFieldRow *row)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

static void
fill_name (NkFieldRow *row,
           GtkWidget  *widget)
{
  const NkFieldSchema *field = nk_field_row_field (row);
  const NkRecord *target = nk_map_find (nk_session_map (nk_field_row_session (row)), field->target,
                                        nk_record_text (nk_field_row_record (row), field->field));

  gtk_label_set_text (GTK_LABEL (widget),
                      nk_field_row_is_mixed (row) ? _("Mixed") : nk_record_title (target));
}

static GtkWidget *
make_evidence (NkFieldRow *row)
{
  return gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
}

static void
add_line (GtkWidget  *box,
          const char *text,
          const char *style)
{
  GtkWidget *label;

  if (*text == '\0')
    return;
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
}

static void
fill_evidence (NkFieldRow *row,
               GtkWidget  *widget)
{
  const NkMap *map = nk_session_map (nk_field_row_session (row));
  guint n;
  const NkEvidence *evidence = nk_record_evidence (nk_field_row_record (row), NK_FIELD_EVIDENCE,
                                                   &n);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_box_remove (GTK_BOX (widget), child);
  if (n == 0)
    add_line (widget, _("None"), NULL);
  for (guint i = 0; i < n; i++)
    {
      const NkRecord *source = nk_map_find (map, NK_SOURCE, evidence[i].source);
      GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

      add_line (lines, source != NULL ? nk_record_title (source) : evidence[i].source, NULL);
      add_line (lines, evidence[i].locator, "dim-label");
      add_line (lines, evidence[i].note, "dim-label");
      gtk_box_append (GTK_BOX (widget), lines);
    }
}

/* Which field has which */

static const NkFieldEditor entry = { make_entry, fill_entry, NK_LABEL_BESIDE };
static const NkFieldEditor text = { make_text, fill_text, NK_LABEL_ABOVE };
static const NkFieldEditor choice = { make_choice, fill_choice, NK_LABEL_BESIDE };
static const NkFieldEditor numbers = { make_numbers, fill_numbers, NK_LABEL_BESIDE };
static const NkFieldEditor check = { make_check, fill_check, NK_LABEL_WITHIN };
static const NkFieldEditor name = { make_name, fill_name, NK_LABEL_BESIDE };
static const NkFieldEditor evidence_list = { make_evidence, fill_evidence, NK_LABEL_ABOVE };

static gboolean
has_lines (NkField field)
{
  return field == NK_FIELD_NOTE || field == NK_FIELD_DESCRIPTION || field == NK_FIELD_TEXT;
}

const NkFieldEditor *
nk_field_editor_for (const NkFieldSchema *field)
{
  switch (field->type)
    {
    case NK_TYPE_TEXT:
      return has_lines (field->field) ? &text : &entry;
    case NK_TYPE_DATE:
      return &entry;
    case NK_TYPE_REFERENCE:
      return field->required ? &name : &choice;
    case NK_TYPE_CHOICE:
      return &choice;
    case NK_TYPE_INTEGER:
      return &numbers;
    case NK_TYPE_BOOLEAN:
      return &check;
    case NK_TYPE_EVIDENCE:
      return &evidence_list;
    case NK_TYPE_COLOR:
    case NK_TYPE_NUMBER:
    case NK_TYPE_TEXTS:
    case NK_TYPE_POINTS:
    case NK_TYPE_VALUES:
      return NULL;
    }
  return NULL;
}
