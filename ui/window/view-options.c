#include "ui/window/view-options.h"

struct _NkViewOptions
{
  GtkPopover parent_instance;

  NkSession *session;
  gboolean following;      /* the scales are set to what the session has */

  /* template */
  GtkWidget *look;
  GtkRange *gap, *angle;
};

G_DEFINE_FINAL_TYPE (NkViewOptions, nk_view_options, GTK_TYPE_POPOVER)

static void
on_scale (NkViewOptions *options)
{
  if (!options->following)
    nk_session_set_look (options->session, gtk_range_get_value (options->gap),
                         gtk_range_get_value (options->angle));
}

/* Panels lie flat. */
static void
follow (NkViewOptions *options)
{
  double gap, angle;

  nk_session_look (options->session, &gap, &angle);
  options->following = TRUE;
  gtk_range_set_value (options->gap, gap);
  gtk_range_set_value (options->angle, angle);
  options->following = FALSE;
  gtk_widget_set_visible (options->look, nk_session_show (options->session) == NK_SHOW_LAYERS);
}

void
nk_view_options_set_session (NkViewOptions *options,
                             NkSession     *session)
{
  g_return_if_fail (options->session == NULL);
  options->session = g_object_ref (session);
  g_signal_connect_object (session, "scene-changed", G_CALLBACK (follow), options,
                           G_CONNECT_SWAPPED);
  follow (options);
}

static void
nk_view_options_dispose (GObject *object)
{
  g_clear_object (&NK_VIEW_OPTIONS (object)->session);
  G_OBJECT_CLASS (nk_view_options_parent_class)->dispose (object);
}

static void
nk_view_options_class_init (NkViewOptionsClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = nk_view_options_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/netzkarte/Netzkarte/view-options.ui");
  gtk_widget_class_bind_template_child (widget_class, NkViewOptions, look);
  gtk_widget_class_bind_template_child (widget_class, NkViewOptions, gap);
  gtk_widget_class_bind_template_child (widget_class, NkViewOptions, angle);
  gtk_widget_class_bind_template_callback (widget_class, on_scale);
}

static void
nk_view_options_init (NkViewOptions *options)
{
  options->following = TRUE;   /* until there is a session */
  gtk_widget_init_template (GTK_WIDGET (options));
  gtk_range_set_range (options->gap, NK_GAP_LEAST, NK_GAP_MOST);
  gtk_range_set_range (options->angle, NK_ANGLE_LEAST, NK_ANGLE_MOST);
}
