#include "ui/figures/form-rows.h"

#include "ui/program/access.h"
#include "ui/window/commands.h"

#include <math.h>
#include <string.h>

#include "map/text.h"

/* The first row of a grid that has nothing in it. */
static int
next_row (GtkGrid *grid)
{
  int row = 0;

  while (gtk_grid_get_child_at (grid, 1, row) != NULL)
    row++;
  return row;
}

static void
add_row (GtkGrid    *grid,
         const char *text,
         GtkWidget  *widget,
         GtkWidget  *named)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (text);
  int row = next_row (grid);

  if (GTK_IS_DROP_DOWN (named))
    {
      g_autofree char *plain = nk_commands_plain (text);

      nk_access_name_list (named, plain);
    }
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), named);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  gtk_grid_attach (grid, widget, 1, row, 1, 1);
}

/* Names that are too long for the form end in an ellipsis; in the list they are whole. */
static void
set_up_name (GtkSignalListItemFactory *factory,
             GtkListItem              *item)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END,
                                   NULL);

  gtk_list_item_set_child (item, label);
}

static void
bind_name (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static void
cut_names (GtkDropDown *list)
{
  g_autoptr (GtkListItemFactory) whole = g_object_ref (gtk_drop_down_get_factory (list));
  g_autoptr (GtkListItemFactory) cut = gtk_signal_list_item_factory_new ();

  g_signal_connect (cut, "setup", G_CALLBACK (set_up_name), NULL);
  g_signal_connect (cut, "bind", G_CALLBACK (bind_name), NULL);
  gtk_drop_down_set_factory (list, cut);
  gtk_drop_down_set_list_factory (list, whole);
}

GtkDropDown *
nk_form_add_list (GtkGrid           *grid,
                  const char        *label,
                  const char *const *names)
{
  GtkWidget *list = gtk_drop_down_new_from_strings (names);

  cut_names (GTK_DROP_DOWN (list));
  add_row (grid, label, list, list);
  return GTK_DROP_DOWN (list);
}

GtkSpinButton *
nk_form_add_number (GtkGrid    *grid,
                    const char *label,
                    const char *unit,
                    double      least,
                    double      most,
                    double      step,
                    guint       digits)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *spin = gtk_spin_button_new_with_range (least, most, step);
  GtkWidget *behind = gtk_label_new (unit);

  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (spin), digits);
  gtk_editable_set_width_chars (GTK_EDITABLE (spin), 10);
  gtk_widget_add_css_class (behind, "dim-label");
  gtk_box_append (GTK_BOX (box), spin);
  gtk_box_append (GTK_BOX (box), behind);
  add_row (grid, label, box, spin);
  return GTK_SPIN_BUTTON (spin);
}

static int
read_automatic (GtkSpinButton *spin,
                double        *value)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (spin));

  if (text[0] != '\0' && !g_str_equal (text, _("automatic")))
    return FALSE;
  *value = 0;
  return TRUE;
}

static gboolean
write_automatic (GtkSpinButton *spin)
{
  if (gtk_spin_button_get_value (spin) > 0)
    return FALSE;
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (spin)), _("automatic")))
    gtk_editable_set_text (GTK_EDITABLE (spin), _("automatic"));
  return TRUE;
}

GtkSpinButton *
nk_form_add_automatic (GtkGrid    *grid,
                       const char *label,
                       const char *unit,
                       double      most)
{
  GtkSpinButton *spin = nk_form_add_number (grid, label, unit, 0, most, 1, 0);

  gtk_spin_button_set_numeric (spin, FALSE);
  g_signal_connect (spin, "input", G_CALLBACK (read_automatic), NULL);
  g_signal_connect (spin, "output", G_CALLBACK (write_automatic), NULL);
  return spin;
}

GtkEditable *
nk_form_add_entry (GtkGrid    *grid,
                   const char *label,
                   const char *hint)
{
  GtkWidget *entry = g_object_new (GTK_TYPE_ENTRY, "activates-default", TRUE, "width-chars", 18,
                                   "placeholder-text", hint, NULL);

  add_row (grid, label, entry, entry);
  return GTK_EDITABLE (entry);
}

GtkCheckButton *
nk_form_add_check (GtkGrid    *grid,
                   const char *label)
{
  GtkWidget *check = gtk_check_button_new_with_mnemonic (label);
  g_autofree char *plain = nk_commands_plain (label);

  /* GTK would have the mnemonic's underline read out. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, plain, -1);
  gtk_grid_attach (grid, check, 1, next_row (grid), 1, 1);
  return GTK_CHECK_BUTTON (check);
}

void
nk_form_add_checks (GtkGrid           *grid,
                    const char        *label,
                    const char *const *names,
                    GtkCheckButton   **checks)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  for (guint i = 0; names[i] != NULL; i++)
    {
      GtkWidget *check = gtk_check_button_new_with_label (names[i]);

      gtk_box_append (GTK_BOX (box), check);
      checks[i] = GTK_CHECK_BUTTON (check);
    }
  add_row (grid, label, box, GTK_WIDGET (checks[0]));
}

void
nk_form_show_row (gpointer widget,
                  gboolean shown)
{
  GtkWidget *cell = widget, *grid;
  int column, row, width, height;

  while (!GTK_IS_GRID (gtk_widget_get_parent (cell)))
    cell = gtk_widget_get_parent (cell);
  grid = gtk_widget_get_parent (cell);
  gtk_grid_query_child (GTK_GRID (grid), cell, &column, &row, &width, &height);
  gtk_widget_set_visible (cell, shown);
  gtk_widget_set_visible (gtk_grid_get_child_at (GTK_GRID (grid), 0, row), shown);
}

/* Fonts */

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

static GtkStringList *
families (GtkWidget *widget)
{
  GtkStringList *list = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree PangoFontFamily **found = NULL;
  int n;

  pango_context_list_families (gtk_widget_get_pango_context (widget), &found, &n);
  for (int i = 0; i < n; i++)
    g_ptr_array_add (names, (gpointer) pango_font_family_get_name (found[i]));
  g_ptr_array_sort (names, compare_names);
  gtk_string_list_append (list, _("The drawing’s own"));
  for (guint i = 0; i < names->len; i++)
    gtk_string_list_append (list, g_ptr_array_index (names, i));
  return list;
}

GtkDropDown *
nk_form_add_fonts (GtkGrid    *grid,
                   const char *label)
{
  GtkExpression *name = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkWidget *list = gtk_drop_down_new (G_LIST_MODEL (families (GTK_WIDGET (grid))), name);

  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (list), TRUE);
  cut_names (GTK_DROP_DOWN (list));
  add_row (grid, label, list, list);
  return GTK_DROP_DOWN (list);
}

const char *
nk_form_selected_text (GtkDropDown *list)
{
  GtkStringObject *row = gtk_drop_down_get_selected_item (list);

  return row != NULL && gtk_drop_down_get_selected (list) > 0 ? gtk_string_object_get_string (row)
                                                              : "";
}

void
nk_form_select_text (GtkDropDown *list,
                     const char  *text)
{
  GtkStringList *rows = GTK_STRING_LIST (gtk_drop_down_get_model (list));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (rows)), found = 0;

  for (guint i = 1; i < n && found == 0; i++)
    if (g_strcmp0 (gtk_string_list_get_string (rows, i), text) == 0)
      found = i;
  gtk_drop_down_set_selected (list, found);
}
