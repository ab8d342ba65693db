#include "ui/window/shortcuts.h"

#include "ui/window/commands.h"
#include "ui/window/escape.h"

#include "map/text.h"

/* What hands do on the canvas without a command. */
static const struct { const char *keys, *meaning; } gestures[] = {
  { N_("Double click on empty ground"), N_("Add an actor") },
  { N_("Tab while its name is typed"), N_("Add the next one beside it") },
  { N_("Ctrl+Enter while its name is typed"), N_("Add it though the name is there already") },
  { N_("Double click on an actor, Enter"), N_("Rename it") },
  { N_("Drag from an actor’s knob"), N_("Draw a tie, to another actor or to a new one") },
  { N_("1 to 9, 0"), N_("Kind of the tie that is drawn or selected, or of the next one") },
  { N_("F while a tie is drawn"), N_("Formal or informal") },
  { N_("Drag the line of a tie"), N_("Bend it") },
  { N_("Double click on a tie"), N_("Straighten it") },
  { N_("Drag an end of the selected tie"), N_("Lead it to another actor") },
  { N_("Click again where lines lie on each other"), N_("Select the next one") },
  { N_("Right click, Menu, Shift+F10, long press"), N_("Open the context menu") },
  { N_("Drag an actor"), N_("Move the selection, snapping to its neighbours") },
  { N_("Alt while dragging"), N_("Let go of what it snaps to") },
  { N_("Arrow keys"), N_("Nudge the selection") },
  { N_("Shift and arrow keys"), N_("Nudge it farther") },
  { N_("Tab, Shift and Tab"), N_("Go from actor to actor along ties") },
  { N_("Ctrl and arrow keys"), N_("Go to the nearest actor that way") },
  { N_("Ctrl and Space"), N_("Keep what is selected and go on; then add or take away") },
  { N_("Drag on empty ground"), N_("Select with a rubber band") },
  { N_("Drag across ties on empty ground"), N_("Select these ties") },
  { N_("Shift or Ctrl and click"), N_("Add to the selection or take away") },
  { N_("Colon"), N_("Write what is to be added, in one line") },
  { N_("Esc"), N_("End a gesture with nothing changed") },
  { N_("Wheel, pinch"), N_("Zoom") },
  { N_("Middle button, Space and drag, two fingers"), N_("Move the paper") },
};

/* And in the lists of the map. */
static const struct { const char *keys, *meaning; } list_gestures[] = {
  { N_("Insert"), N_("Go to where one more is added") },
  { N_("F2, Enter"), N_("Rename the entry") },
  { N_("Del"), N_("Delete what is selected") },
  { N_("Alt and up or down, drag by the handle"), N_("Move the entry in the list") },
};

static void
add_row (GtkGrid    *grid,
         int         row,
         const char *meaning,
         const char *keys)
{
  GtkWidget *left = gtk_label_new (meaning);
  GtkWidget *right = gtk_label_new (keys);

  gtk_label_set_xalign (GTK_LABEL (left), 0);
  gtk_label_set_xalign (GTK_LABEL (right), 0);
  gtk_label_set_wrap (GTK_LABEL (left), TRUE);
  gtk_label_set_wrap (GTK_LABEL (right), TRUE);
  gtk_label_set_yalign (GTK_LABEL (left), 0);
  gtk_label_set_yalign (GTK_LABEL (right), 0);
  gtk_widget_add_css_class (right, "dim-label");
  gtk_grid_attach (grid, left, 0, row, 1, 1);
  gtk_grid_attach (grid, right, 1, row, 1, 1);
}

static GtkGrid *
add_group (GtkWidget  *box,
           const char *title)
{
  g_autofree char *text = nk_commands_plain (title);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *grid = gtk_grid_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 24);
  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), grid);
  return GTK_GRID (grid);
}

static char *
keys_of (const NkCommand *command)
{
  g_autoptr (GString) keys = g_string_new (NULL);

  /* The third and further ones are other places of the same key. */
  for (guint i = 0; i < 2 && command->accels[i] != NULL; i++)
    {
      guint key;
      GdkModifierType modifiers;
      g_autofree char *label = NULL;

      if (!gtk_accelerator_parse (command->accels[i], &key, &modifiers))
        continue;
      label = gtk_accelerator_get_label (key, modifiers);
      g_string_append_printf (keys, "%s%s", i > 0 ? ", " : "", label);
    }
  return g_string_free (g_steal_pointer (&keys), FALSE);
}

static void
add_commands (GtkWidget *box)
{
  guint n;
  const NkCommand *commands = nk_commands (&n);
  GtkGrid *grid = NULL;

  for (guint i = 0, row = 0; i < n; i++)
    {
      g_autofree char *label = nk_commands_plain (_(commands[i].label));
      g_autofree char *keys = keys_of (&commands[i]);

      if (i == 0 || commands[i].group != commands[i - 1].group)
        grid = add_group (box, nk_commands_title (commands[i].group));
      if (*keys != '\0')
        add_row (grid, (int) row++, label, keys);
    }
}

static void
add_gestures (GtkWidget *box)
{
  GtkGrid *grid = add_group (box, _("On the map"));

  for (guint i = 0; i < G_N_ELEMENTS (gestures); i++)
    add_row (grid, (int) i, _(gestures[i].meaning), _(gestures[i].keys));
}

static void
add_list_gestures (GtkWidget *box)
{
  GtkGrid *grid = add_group (box, _("In the map properties"));

  for (guint i = 0; i < G_N_ELEMENTS (list_gestures); i++)
    add_row (grid, (int) i, _(list_gestures[i].meaning), _(list_gestures[i].keys));
}

void
nk_shortcuts_show (GtkWindow *parent)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkWindow *window = g_object_new (GTK_TYPE_WINDOW, "transient-for", parent, "title",
                                    _("Keyboard Shortcuts"),
                                    "default-width", 840, "default-height", 640, "child", scroll,
                                    "titlebar", gtk_header_bar_new (), NULL);

  gtk_widget_add_css_class (box, "shortcuts");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), box);
  /* Nothing else here has the keyboard. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (scroll), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Keyboard Shortcuts"), -1);
  add_gestures (box);
  add_commands (box);
  add_list_gestures (box);
  nk_escape_closes (window);
  gtk_window_present (window);
}
