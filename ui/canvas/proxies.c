#include "ui/canvas/proxies.h"

#include "map/text.h"

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
  Proxy *focused;           /* the one that had the keyboard last, none of the others; or NULL */
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
  g_clear_pointer (&proxies->focused, proxy_free);
  g_free (proxies);
}

static Proxy *
proxy_new (NkProxies *proxies)
{
  Proxy *proxy = g_new0 (Proxy, 1);

  proxy->widget = g_object_new (NK_TYPE_PROXY, NULL);
  gtk_widget_set_parent (proxy->widget, proxies->parent);
  return proxy;
}

static gboolean
stands_for (const Proxy  *proxy,
            const NkItem *item)
{
  return proxy->plane == item->plane && proxy->name.kind == item->kind
         && g_str_equal (proxy->name.id, item->id);
}

static Proxy *
find_or_add (NkProxies *proxies,
             guint      position)
{
  if (position == proxies->proxies->len)
    g_ptr_array_add (proxies->proxies, proxy_new (proxies));
  return g_ptr_array_index (proxies->proxies, position);
}

/* What a screen reader says after the name: the level, how many ties, whether it is selected. */
static char *
description_of (NkProxies      *proxies,
                const NkRecord *actor)
{
  const NkMap *map = nk_session_map (proxies->session);
  const NkRecord *level = nk_map_find (map, NK_LEVEL, nk_record_text (actor, NK_FIELD_LEVEL));
  const GArray *ties = nk_map_ties_of (map, nk_record_id (actor));
  guint n = ties != NULL ? ties->len : 0;
  g_autofree char *count = g_strdup_printf (ngettext ("%u tie", "%u ties", n), n);
  const char *words[4] = { NULL };
  guint i = 0;

  if (level != NULL)
    words[i++] = nk_record_title (level);
  words[i++] = count;
  if (nk_selection_contains (nk_session_selection (proxies->session), NK_ACTOR,
                             nk_record_id (actor)))
    words[i++] = C_("actor", "selected");
  return g_strjoinv (", ", (char **) words);
}

static void
describe (NkProxies *proxies,
          Proxy     *proxy)
{
  const NkRecord *record = nk_map_find (nk_session_map (proxies->session), proxy->name.kind,
                                        proxy->name.id);
  g_autofree char *description = NULL;

  if (record == NULL)
    return;
  description = description_of (proxies, record);
  gtk_accessible_update_property (GTK_ACCESSIBLE (proxy->widget),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, nk_record_title (record),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (proxy->widget), GTK_ACCESSIBLE_STATE_SELECTED,
                               nk_selection_contains (nk_session_selection (proxies->session),
                                                      proxy->name.kind, proxy->name.id), -1);
}

static void
stand_for (NkProxies    *proxies,
           Proxy        *proxy,
           const NkItem *item)
{
  g_free (proxy->name.id);
  proxy->name.kind = item->kind;
  proxy->name.id = g_strdup (item->id);
  proxy->plane = item->plane;
  proxy->body = (cairo_rectangle_t) { item->body_x, item->body_y, item->body_width,
                                      item->body_height };
  describe (proxies, proxy);
}

/* Whoever had the keyboard is as the others again. */
static void
forget_focused (NkProxies *proxies)
{
  Proxy *focused = g_steal_pointer (&proxies->focused);

  if (focused == NULL)
    return;
  if (gtk_widget_is_focus (focused->widget))
    gtk_widget_grab_focus (proxies->parent);
  proxy_free (focused);
}

void
nk_proxies_focus (NkProxies    *proxies,
                  const NkItem *item)
{
  Proxy *before = g_steal_pointer (&proxies->focused);

  proxies->focused = proxy_new (proxies);
  gtk_widget_set_can_focus (proxies->focused->widget, TRUE);
  gtk_widget_set_focusable (proxies->focused->widget, TRUE);
  stand_for (proxies, proxies->focused, item);
  for (guint i = proxies->proxies->len; i-- > 0;)
    if (stands_for (g_ptr_array_index (proxies->proxies, i), item))
      g_ptr_array_remove_index_fast (proxies->proxies, i);
  gtk_widget_grab_focus (proxies->focused->widget);
  g_clear_pointer (&before, proxy_free);
  gtk_widget_queue_allocate (proxies->parent);
}

/* An actor that has the keyboard keeps it while it is drawn, in view or not. */
static void
follow_focused (NkProxies *proxies)
{
  Proxy *focused = proxies->focused;
  const NkItem *item;

  if (focused == NULL)
    return;
  item = nk_scene_find (nk_session_scene (proxies->session), NK_ITEM_ACTOR, focused->name.kind,
                        focused->name.id, focused->plane);
  if (item == NULL || !gtk_widget_is_focus (focused->widget))
    forget_focused (proxies);
  else
    stand_for (proxies, focused, item);
}

void
nk_proxies_update (NkProxies               *proxies,
                   const cairo_rectangle_t *part)
{
  NkScene *scene = nk_session_scene (proxies->session);
  g_autoptr (GArray) numbers = nk_scene_touching (scene, part->x, part->y, part->width,
                                                  part->height);
  guint n = 0;

  follow_focused (proxies);
  for (guint i = 0; i < numbers->len && n < MOST_PROXIES; i++)
    {
      const NkItem *item = nk_scene_item (scene, g_array_index (numbers, guint, i));

      if (item->type == NK_ITEM_ACTOR
          && (proxies->focused == NULL || !stands_for (proxies->focused, item)))
        stand_for (proxies, find_or_add (proxies, n++), item);
    }
  g_ptr_array_set_size (proxies->proxies, (int) n);
  gtk_widget_queue_allocate (proxies->parent);
}

static void
allocate (Proxy  *proxy,
          double  x,
          double  y,
          double  scale)
{
  GtkAllocation place = { (int) (x + proxy->body.x * scale), (int) (y + proxy->body.y * scale),
                          (int) (proxy->body.width * scale), (int) (proxy->body.height * scale) };

  /* GTK asks for the size of a child before each allocation. */
  gtk_widget_measure (proxy->widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (proxy->widget, &place, -1);
}

void
nk_proxies_allocate (NkProxies *proxies,
                     double     x,
                     double     y,
                     double     scale)
{
  for (guint i = 0; i < proxies->proxies->len; i++)
    allocate (g_ptr_array_index (proxies->proxies, i), x, y, scale);
  if (proxies->focused != NULL)
    allocate (proxies->focused, x, y, scale);
}
