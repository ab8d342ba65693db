#include "ui/window/commands.h"

#include "ui/window/recent.h"
#include "ui/window/select-menu.h"
#include "ui/window/tie-menu.h"

#include "map/text.h"

#include <string.h>

static const NkCommand commands[] = {
  { NK_COMMANDS_FILE, 0, N_("_New"), "win.new", { "<Control>n" } },
  { NK_COMMANDS_FILE, 0, N_("_Open…"), "win.open", { "<Control>o" } },
  { NK_COMMANDS_FILE, 1, N_("_Save"), "win.save", { "<Control>s" } },
  { NK_COMMANDS_FILE, 1, N_("Save _As…"), "win.save-as", { "<Control><Shift>s" } },
  { NK_COMMANDS_FILE, 1, N_("Save Anonymised Cop_y…"), "win.save-anonymised", { NULL } },
  { NK_COMMANDS_FILE, 1, N_("E_xport…"), "win.export", { "<Control>e" } },
  { NK_COMMANDS_FILE, 1, N_("_Print…"), "win.print", { "<Control>p" } },
  { NK_COMMANDS_FILE, 2, N_("_Map Properties…"), "win.lists", { "<Control>comma" } },

  { NK_COMMANDS_EDIT, 0, N_("_Undo"), "win.undo", { "<Control>z" } },
  { NK_COMMANDS_EDIT, 0, N_("_Redo"), "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { NK_COMMANDS_EDIT, 0, N_("_History"), "win.history", { "<Control>h" } },
  { NK_COMMANDS_EDIT, 1, N_("Cu_t"), "win.cut", { "<Control>x" }, .typing = TRUE },
  { NK_COMMANDS_EDIT, 1, N_("C_opy"), "win.copy", { "<Control>c" }, .typing = TRUE },
  { NK_COMMANDS_EDIT, 1, N_("_Paste"), "win.paste", { "<Control>v" }, .typing = TRUE },
  { NK_COMMANDS_EDIT, 1, N_("Dup_licate"), "win.duplicate", { "<Control>d" }, .typing = TRUE },
  { NK_COMMANDS_EDIT, 1, N_("_Copy Figure"), "win.copy-figure", { "<Control><Shift>c" } },
  { NK_COMMANDS_EDIT, 2, N_("_Quick Line"), "win.quick-line", { "<Control>l" } },
  { NK_COMMANDS_EDIT, 2, N_("_Add Actor"), "win.add-actor", { "Insert", "KP_Insert" },
    .typing = TRUE },
  { NK_COMMANDS_EDIT, 2, N_("Re_name"), "win.rename", { "F2" }, .typing = TRUE },
  { NK_COMMANDS_EDIT, 2, N_("_Delete"), "win.delete", { "Delete" }, .typing = TRUE },
  { NK_COMMANDS_EDIT, 3, N_("Add T_ie"), "win.add-tie", { "<Control><Shift>t" } },
  { NK_COMMANDS_EDIT, 3, N_("Re_verse Tie"), "win.reverse-tie", { "<Control>r" } },
  { NK_COMMANDS_EDIT, 3, N_("Strai_ghten Tie"), "win.straighten-tie", { NULL } },
  { NK_COMMANDS_EDIT, 3, N_("_Formal Tie"), "win.formal-tie", { "<Control><Shift>f" } },

  { NK_COMMANDS_SELECT, 0, N_("_All"), "win.select-all", { "<Control>a" }, .typing = TRUE },
  { NK_COMMANDS_SELECT, 0, N_("All T_ies"), "win.select-ties", { NULL } },
  { NK_COMMANDS_SELECT, 0, N_("_None"), "win.select-none", { "<Control><Shift>a" },
    .typing = TRUE },
  { NK_COMMANDS_SELECT, 0, N_("In_vert"), "win.select-invert", { "<Control>i" }, .typing = TRUE },
  { NK_COMMANDS_SELECT, 1, N_("Extend to Neigh_bors"), "win.select-neighbors",
    { "<Control><Shift>e" }, .typing = TRUE },
  { NK_COMMANDS_SELECT, 1, N_("Thei_r Ties"), "win.select-their-ties", { NULL } },
  { NK_COMMANDS_SELECT, 1, N_("Ties bet_ween Them"), "win.select-ties-between", { NULL } },
  { NK_COMMANDS_SELECT, 2, N_("Same _Sector"), "win.select-same-sector", { NULL } },
  { NK_COMMANDS_SELECT, 2, N_("Same _Level"), "win.select-same-level", { NULL } },
  { NK_COMMANDS_SELECT, 2, N_("Same _District"), "win.select-same-district", { NULL } },
  { NK_COMMANDS_SELECT, 2, N_("Same _Kind"), "win.select-same-kind", { NULL } },
  { NK_COMMANDS_SELECT, 3, N_("_Find…"), "win.find", { "<Control>f" } },
  { NK_COMMANDS_SELECT, 3, N_("Find Ne_xt"), "win.find-next", { "<Control>g", "F3" } },
  { NK_COMMANDS_SELECT, 3, N_("Find _Previous"), "win.find-previous",
    { "<Control><Shift>g", "<Shift>F3" } },
  { NK_COMMANDS_SELECT, 3, N_("Select All Fo_und"), "win.select-found", { "<Alt>Return" } },

  { NK_COMMANDS_VIEW, 0, N_("_Levels"), "win.view::levels", { "<Alt>1" } },
  { NK_COMMANDS_VIEW, 0, N_("La_yers"), "win.view::layers", { "<Alt>2" } },
  { NK_COMMANDS_VIEW, 0, N_("_Panels"), "win.view::panels", { "<Alt>3" } },
  { NK_COMMANDS_VIEW, 0, N_("_Triangle"), "win.view::triangle", { "<Alt>4" } },
  { NK_COMMANDS_VIEW, 2, N_("Le_gend"), "win.legend", { "<Control>k" } },
  { NK_COMMANDS_VIEW, 2, N_("Bun_dled Ties"), "win.bundle", { "<Control>b" } },
  { NK_COMMANDS_VIEW, 3, N_("_Zoom In"), "win.zoom-in",
    { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
  { NK_COMMANDS_VIEW, 3, N_("Zoom _Out"), "win.zoom-out",
    { "<Control>minus", "<Control>KP_Subtract" } },
  { NK_COMMANDS_VIEW, 3, N_("_Fit to Window"), "win.zoom-fit", { "<Control>0" } },
  { NK_COMMANDS_VIEW, 3, N_("Original _Size"), "win.zoom-original", { "<Control>1" } },
  { NK_COMMANDS_VIEW, 4, N_("_Inspector"), "win.inspector", { "F9" } },
  { NK_COMMANDS_VIEW, 4, N_("Ta_bles"), "win.tables", { "<Control>t", "F8" } },
  { NK_COMMANDS_VIEW, 4, N_("Full S_creen"), "win.fullscreen", { "F11" } },
  { NK_COMMANDS_VIEW, 4, N_("Ne_xt Pane"), "win.next-pane", { "F6" } },
  { NK_COMMANDS_VIEW, 4, N_("Pre_vious Pane"), "win.previous-pane", { "<Shift>F6" } },

  { NK_COMMANDS_PLANES, 0, N_("Str_ucture"), "win.structure", { "<Control><Alt>1" } },
  { NK_COMMANDS_PLANES, 0, N_("Pl_ace"), "win.place", { "<Control><Alt>2" } },
  { NK_COMMANDS_PLANES, 0, N_("Peop_le"), "win.people", { "<Control><Alt>3" } },
  { NK_COMMANDS_PLANES, 1, N_("Planes _Farther Apart"), "win.farther", { "<Alt>Page_Down" } },
  { NK_COMMANDS_PLANES, 1, N_("Planes N_earer"), "win.nearer", { "<Alt>Page_Up" } },
  { NK_COMMANDS_PLANES, 1, N_("Look from _Higher Up"), "win.higher", { "<Alt>Up" } },
  { NK_COMMANDS_PLANES, 1, N_("Look from Lo_wer Down"), "win.lower", { "<Alt>Down" } },

  { NK_COMMANDS_LAYOUT, 0, N_("La_y Out All"), "win.lay-out", { "<Control><Shift>l" } },
  { NK_COMMANDS_LAYOUT, 0, N_("Lay Out _Selection"), "win.lay-out-selection",
    { "<Control><Alt>l" } },
  { NK_COMMANDS_LAYOUT, 0, N_("Lay Out _New Ones"), "win.lay-out-new", { "<Control><Alt>n" } },
  { NK_COMMANDS_LAYOUT, 1, N_("By _Levels"), "win.method::levels", { NULL } },
  { NK_COMMANDS_LAYOUT, 1, N_("_Free"), "win.method::free", { NULL } },
  { NK_COMMANDS_LAYOUT, 1, N_("As _Hierarchy"), "win.method::hierarchy", { NULL } },
  { NK_COMMANDS_LAYOUT, 1, N_("Around _One Actor"), "win.method::radial", { NULL } },
  { NK_COMMANDS_LAYOUT, 1, N_("In a C_ircle"), "win.method::circle", { NULL } },
  { NK_COMMANDS_LAYOUT, 1, N_("In a _Grid"), "win.method::grid", { NULL } },
  { NK_COMMANDS_LAYOUT, 1, N_("Only _Tidy Up"), "win.method::tidy", { NULL } },
  { NK_COMMANDS_LAYOUT, 2, N_("Pinn_ed"), "win.pinned", { "<Control><Shift>p" } },
  { NK_COMMANDS_LAYOUT, 3, N_("_Keep Layout"), "win.keep-layout", { "Return", "KP_Enter" },
    .typing = TRUE },
  { NK_COMMANDS_LAYOUT, 3, N_("T_ry Another"), "win.try-another", { "<Control><Alt>a" } },
  { NK_COMMANDS_LAYOUT, 3, N_("_Cancel Layout"), "win.cancel-layout",
    { "Escape", "<Control>period" }, .typing = TRUE },

  { NK_COMMANDS_ALIGN, 0, N_("_Left Edges"), "win.align::left", { "<Control><Shift>Left" },
    .typing = TRUE },
  { NK_COMMANDS_ALIGN, 0, N_("_Centres in a Column"), "win.align::centre",
    { "<Control><Shift>h" } },
  { NK_COMMANDS_ALIGN, 0, N_("_Right Edges"), "win.align::right", { "<Control><Shift>Right" },
    .typing = TRUE },
  { NK_COMMANDS_ALIGN, 1, N_("_Top Edges"), "win.align::top", { "<Control><Shift>Up" },
    .typing = TRUE },
  { NK_COMMANDS_ALIGN, 1, N_("Centres in a Ro_w"), "win.align::middle", { "<Control><Shift>j" } },
  { NK_COMMANDS_ALIGN, 1, N_("_Bottom Edges"), "win.align::bottom", { "<Control><Shift>Down" },
    .typing = TRUE },
  { NK_COMMANDS_ALIGN, 2, N_("Equal Gaps _Horizontally"), "win.distribute::x",
    { "<Control><Alt>h" } },
  { NK_COMMANDS_ALIGN, 2, N_("Equal Gaps _Vertically"), "win.distribute::y",
    { "<Control><Alt>j" } },

  { NK_COMMANDS_HELP, 0, N_("_Keyboard Shortcuts"), "win.shortcuts",
    { "<Control>question", "F1" } },
  { NK_COMMANDS_HELP, 0, N_("A_bout Netzkarte"), "app.about", { NULL } },

  { NK_COMMANDS_WINDOW, 0, N_("_Close"), "window.close", { "<Control>w" } },
  { NK_COMMANDS_WINDOW, 0, N_("_Quit"), "app.quit", { "<Control>q" } },
};

const NkCommand *
nk_commands (guint *n)
{
  *n = G_N_ELEMENTS (commands);
  return commands;
}

const char *
nk_commands_title (NkCommandGroup group)
{
  static const char *const titles[NK_N_COMMAND_GROUPS] = {
    N_("_File"), N_("_Edit"), N_("Selec_t"), N_("_View"), N_("Pla_nes"), N_("_Layout"), N_("_Align"), N_("_Help"),
    N_("_Window"),
  };

  return _(titles[group]);
}

char *
nk_commands_plain (const char *label)
{
  GString *plain = g_string_new (NULL);

  for (const char *at = label; *at != '\0'; at++)
    {
      /* Two of them stand for one. */
      if (*at == '_' && *++at == '\0')
        break;
      g_string_append_c (plain, *at);
    }
  return g_string_free (plain, FALSE);
}

char *
nk_commands_label (const char *action)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].action, action))
      return nk_commands_plain (_(commands[i].label));
  g_return_val_if_reached (NULL);
}

/* Keys */

void
nk_commands_bind (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (!commands[i].typing)
      gtk_application_set_accels_for_action (application, commands[i].action,
                                             (const char **) commands[i].accels);
}

/* An entry takes only those keys for itself that can do something in it just now; the rest of its
 * keys mean nothing else either. */
static gboolean
run_unless_typing (GtkWidget *window,
                   GVariant  *arguments,
                   gpointer   detailed)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));
  g_autofree char *action = NULL;
  g_autoptr (GVariant) target = NULL;

  if (!g_action_parse_detailed_name (detailed, &action, &target, NULL))
    g_return_val_if_reached (FALSE);
  /* What can't be done now leaves its keys to others. */
  if (GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus)
      || !g_action_group_get_action_enabled (G_ACTION_GROUP (window), action + strlen ("win.")))
    return FALSE;
  return gtk_widget_activate_action_variant (window, action, target);
}

void
nk_commands_bind_window (GtkWidget *window)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    for (guint j = 0; commands[i].typing && commands[i].accels[j] != NULL; j++)
      {
        GtkShortcutTrigger *trigger = gtk_shortcut_trigger_parse_string (commands[i].accels[j]);
        GtkShortcutAction *action = gtk_callback_action_new (run_unless_typing,
                                                             (gpointer) commands[i].action, NULL);

        gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                              gtk_shortcut_new (trigger, action));
      }
  gtk_widget_add_controller (window, controller);
}

/* The menu */

char *
nk_commands_undo_label (NkDocument *document)
{
  const char *step = nk_document_undo_name (document);

  /* Translators: %s is the name of a step such as "Move Actors". */
  return step != NULL ? g_strdup_printf (_("Undo “%s”"), step) : g_strdup (_("Undo"));
}

char *
nk_commands_redo_label (NkDocument *document)
{
  const char *step = nk_document_redo_name (document);

  return step != NULL ? g_strdup_printf (_("Redo “%s”"), step) : g_strdup (_("Redo"));
}

static char *
label_of (const NkCommand *command,
          NkSession       *session)
{
  if (g_str_equal (command->action, "win.undo"))
    return nk_commands_undo_label (nk_session_document (session));
  if (g_str_equal (command->action, "win.redo"))
    return nk_commands_redo_label (nk_session_document (session));
  return g_strdup (_(command->label));
}

static void
append_command (GMenu           *menu,
                const NkCommand *command,
                NkSession       *session)
{
  g_autofree char *label = label_of (command, session);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, command->action);

  /* The others' keys are known to the application. */
  if (command->typing)
    g_menu_item_set_attribute (item, "accel", "s", command->accels[0]);
  g_menu_append_item (menu, item);
}

static void append_sections (GMenu          *menu,
                             NkCommandGroup  group,
                             NkSession      *session);

void
nk_commands_append (GMenu      *menu,
                    const char *action,
                    NkSession  *session)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].action, action))
      {
        append_command (menu, &commands[i], session);
        return;
      }
  g_return_if_reached ();
}

static void
append_group (GMenu          *menu,
              NkCommandGroup  group,
              NkSession      *session)
{
  g_autoptr (GMenu) part = g_menu_new ();

  append_sections (part, group, session);
  g_menu_append_submenu (menu, nk_commands_title (group), G_MENU_MODEL (part));
}

static GMenu *
section_of (NkCommandGroup group,
            int            section,
            NkSession     *session)
{
  static const struct { NkCommandGroup group, outer; int section; } inner[] = {
    { NK_COMMANDS_PLANES, NK_COMMANDS_VIEW, 1 },
    { NK_COMMANDS_ALIGN, NK_COMMANDS_LAYOUT, 2 },
  };
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (commands[i].group == group && commands[i].section == section)
      append_command (menu, &commands[i], session);
  if (group == NK_COMMANDS_FILE && section == 0)
    {
      g_autoptr (GMenuModel) recent = nk_recent_menu ();

      g_menu_append_submenu (menu, _("Open _Recent"), recent);
    }
  for (guint i = 0; i < G_N_ELEMENTS (inner); i++)
    if (inner[i].outer == group && inner[i].section == section)
      append_group (menu, inner[i].group, session);
  return menu;
}

static void
append_sections (GMenu          *menu,
                 NkCommandGroup  group,
                 NkSession      *session)
{
  for (int section = 0;; section++)
    {
      g_autoptr (GMenu) part = section_of (group, section, session);

      if (g_menu_model_get_n_items (G_MENU_MODEL (part)) == 0)
        return;
      g_menu_append_section (menu, NULL, G_MENU_MODEL (part));
    }
}

GMenuModel *
nk_commands_section (NkCommandGroup group,
                     int            section)
{
  return G_MENU_MODEL (section_of (group, section, NULL));
}

static void
append_lists (GMenu     *menu,
              NkSession *session)
{
  g_autoptr (GMenuModel) lists = nk_select_menu (nk_session_map (session));

  g_menu_append_section (menu, NULL, lists);
}

static void
append_kinds (GMenu     *menu,
              NkSession *session)
{
  g_autoptr (GMenu) section = g_menu_new ();

  nk_tie_menu_append (section, session);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

/* The inks for the map, as figures know them. */
static void
append_themes (GMenu *menu)
{
  g_autoptr (GMenu) section = g_menu_new (), themes = g_menu_new ();
  const NkTheme *theme;

  for (guint i = 0; (theme = nk_theme_at (i)) != NULL; i++)
    {
      g_autofree char *action = g_strconcat ("win.theme::", theme->name, NULL);

      g_menu_append (themes, _(theme->label), action);
    }
  g_menu_append_submenu (section, _("The_me"), G_MENU_MODEL (themes));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

GMenuModel *
nk_commands_menu (NkSession *session)
{
  static const NkCommandGroup submenus[] = { NK_COMMANDS_EDIT, NK_COMMANDS_SELECT,
                                             NK_COMMANDS_VIEW, NK_COMMANDS_LAYOUT };
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) groups = g_menu_new ();

  append_sections (menu, NK_COMMANDS_FILE, session);
  for (guint i = 0; i < G_N_ELEMENTS (submenus); i++)
    {
      NkCommandGroup group = submenus[i];
      g_autoptr (GMenu) part = g_menu_new ();

      append_sections (part, group, session);
      if (group == NK_COMMANDS_EDIT)
        append_kinds (part, session);
      if (group == NK_COMMANDS_SELECT)
        append_lists (part, session);
      if (group == NK_COMMANDS_VIEW)
        append_themes (part);
      g_menu_append_submenu (groups, nk_commands_title (group), G_MENU_MODEL (part));
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (groups));
  append_sections (menu, NK_COMMANDS_HELP, session);
  append_sections (menu, NK_COMMANDS_WINDOW, session);
  return G_MENU_MODEL (menu);
}
