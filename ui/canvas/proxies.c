#include "ui/canvas/proxies.h"

/* More than this many at once nobody can listen to. */
#define MOST_PROXIES 500

typedef struct
{
  NkRecordName name;
  int plane;
  cairo_rectangle_t body;   /* in the scene */
  GtkWidget *widget;
} Proxy;

struct _NkProxies
{
  GtkWidget *parent;
  NkSession *session;
  GPtrArray *proxies;       /* Proxy */
};

#define NK_TYPE_PROXY (nk_proxy_get_type ())
G_DECLARE_FINAL_TYPE (NkProxy, nk_proxy, NK, PROXY, GtkWidget)

struct _NkProxy
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (NkProxy, nk_proxy, GTK_TYPE_WIDGET)

static void
nk_proxy_class_init (NkProxyClass *class)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class), GTK_ACCESSIBLE_ROLE_IMG);
}

static void
nk_proxy_init (NkProxy *proxy)
{
  gtk_widget_set_can_target (GTK_WIDGET (proxy), FALSE);
  gtk_widget_set_can_focus (GTK_WIDGET (proxy), FALSE);
}

static void
proxy_free (gpointer data)
{
  Proxy *proxy = data;

  gtk_widget_unparent (proxy->widget);
  g_free (proxy->name.id);
  g_free (proxy);
}

NkProxies *
nk_proxies_new (GtkWidget *parent,
                NkSession *session)
{
  NkProxies *proxies = g_new0 (NkProxies, 1);

  proxies->parent = parent;
  proxies->session = session;
  proxies->proxies = g_ptr_array_new_with_free_func (proxy_free);
  return proxies;
}

void
nk_proxies_free (NkProxies *proxies)
{
  g_ptr_array_unref (proxies->proxies);
  g_free (proxies);
}

static Proxy *
find_or_add (NkProxies    *proxies,
             guint         position,
             const NkItem *item)
{
  Proxy *proxy;

  if (position < proxies->proxies->len)
    {
      proxy = g_ptr_array_index (proxies->proxies, position);
      g_free (proxy->name.id);
    }
  else
    {
      proxy = g_new0 (Proxy, 1);
      proxy->widget = g_object_new (NK_TYPE_PROXY, NULL);
      gtk_widget_set_parent (proxy->widget, proxies->parent);
      g_ptr_array_add (proxies->proxies, proxy);
    }
  proxy->name.kind = item->kind;
  proxy->name.id = g_strdup (item->id);
  proxy->plane = item->plane;
  proxy->body = (cairo_rectangle_t) { item->body_x, item->body_y, item->body_width,
                                      item->body_height };
  return proxy;
}

static void
describe (NkProxies *proxies,
          Proxy     *proxy)
{
  const NkRecord *record = nk_map_find (nk_session_map (proxies->session), proxy->name.kind,
                                        proxy->name.id);
  gboolean selected = nk_selection_contains (nk_session_selection (proxies->session),
                                             proxy->name.kind, proxy->name.id);

  if (record == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (proxy->widget),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, nk_record_title (record), -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (proxy->widget), GTK_ACCESSIBLE_STATE_SELECTED,
                               selected, -1);
}

void
nk_proxies_update (NkProxies               *proxies,
                   const cairo_rectangle_t *part)
{
  NkScene *scene = nk_session_scene (proxies->session);
  g_autoptr (GArray) numbers = nk_scene_touching (scene, part->x, part->y, part->width,
                                                  part->height);
  guint n = 0;

  for (guint i = 0; i < numbers->len && n < MOST_PROXIES; i++)
    {
      const NkItem *item = nk_scene_item (scene, g_array_index (numbers, guint, i));

      if (item->type == NK_ITEM_ACTOR)
        describe (proxies, find_or_add (proxies, n++, item));
    }
  g_ptr_array_set_size (proxies->proxies, (int) n);
  gtk_widget_queue_allocate (proxies->parent);
}

void
nk_proxies_allocate (NkProxies *proxies,
                     double     x,
                     double     y,
                     double     scale)
{
  for (guint i = 0; i < proxies->proxies->len; i++)
    {
      Proxy *proxy = g_ptr_array_index (proxies->proxies, i);
      GtkAllocation place = { (int) (x + proxy->body.x * scale), (int) (y + proxy->body.y * scale),
                              (int) (proxy->body.width * scale),
                              (int) (proxy->body.height * scale) };

      /* GTK asks for the size of a child before each allocation. */
      gtk_widget_measure (proxy->widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (proxy->widget, &place, -1);
    }
}
