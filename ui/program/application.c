#include "ui/program/application.h"

#include "ui/window/commands.h"
#include "ui/window/files.h"
#include "ui/program/trace.h"
#include "ui/window/window.h"

#include "map/text.h"

struct _NkApplication
{
  GtkApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (NkApplication, nk_application, GTK_TYPE_APPLICATION)

static void
on_quit (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  /* Each asks for itself if it has something to lose; the last one to go ends the program. */
  for (GList *link = windows; link != NULL; link = link->next)
    gtk_window_close (link->data);
}

static void
on_about (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  gtk_show_about_dialog (gtk_application_get_active_window (user_data),
                         "program-name", "Netzkarte",
                         "logo-icon-name", NK_APPLICATION_ID,
                         "version", NK_VERSION,
                         "comments", _("Maps of who works with whom in a city"),
                         "license-type", GTK_LICENSE_MIT_X11,
                         NULL);
}

static void
add_style (void)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (style, "/org/netzkarte/Netzkarte/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
nk_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { .name = "quit", .activate = on_quit },
    { .name = "about", .activate = on_about },
  };

  G_APPLICATION_CLASS (nk_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (NK_APPLICATION_ID);
  add_style ();
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  nk_commands_bind (GTK_APPLICATION (application));
}

static NkWindow *
show_window (GApplication *application)
{
  NkWindow *window = nk_window_new (GTK_APPLICATION (application));

  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
nk_application_activate (GApplication *application)
{
  nk_window_welcome (show_window (application));
}

static void
nk_application_open (GApplication  *application,
                     GFile        **files,
                     int            n_files,
                     const char    *hint)
{
  for (int i = 0; i < n_files; i++)
    nk_files_load (show_window (application), files[i]);
}

static int
nk_application_handle_local_options (GApplication *application,
                                     GVariantDict *options)
{
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("Netzkarte %s\n", NK_VERSION);
      return 0;
    }
  if (g_variant_dict_contains (options, "test-log"))
    {
      nk_trace_enable ();
      /* The lines belong on the output of the program that was asked for them. */
      g_application_set_flags (application,
                               g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
    }
  return -1;
}

static void
nk_application_class_init (NkApplicationClass *class)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (class);

  application_class->startup = nk_application_startup;
  application_class->activate = nk_application_activate;
  application_class->open = nk_application_open;
  application_class->handle_local_options = nk_application_handle_local_options;
}

static void
nk_application_init (NkApplication *application)
{
  GApplication *base = G_APPLICATION (application);

  g_application_set_option_context_parameter_string (base, _("[MAP…]"));
  g_application_add_main_option (base, "version", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE,
                                 _("Show the version"), NULL);
  g_application_add_main_option (base, "test-log", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE,
                                 "Print a line for each thing that happens", NULL);
}

NkApplication *
nk_application_new (void)
{
  return g_object_new (NK_TYPE_APPLICATION, "application-id", NK_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/org/netzkarte/Netzkarte", NULL);
}
