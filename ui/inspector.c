#include "ui/inspector.h"

struct _NkInspector
{
  GtkWidget parent_instance;
  NkSession *session;
};

G_DEFINE_FINAL_TYPE (NkInspector, nk_inspector, GTK_TYPE_WIDGET)

void
nk_inspector_set_session (NkInspector *inspector,
                          NkSession   *session)
{
  inspector->session = session;
}

static void
nk_inspector_class_init (NkInspectorClass *class)
{
  g_signal_new ("failed", NK_TYPE_INSPECTOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
nk_inspector_init (NkInspector *inspector)
{
}
