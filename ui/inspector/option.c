#include "ui/inspector/option.h"

#include "drawing/swatch.h"

#define LOOK_WIDTH 30    /* pixels */
#define LOOK_HEIGHT 18
#define FEW 12             /* so many are seen at once, and need no search */

struct _NkOption
{
  GObject parent_instance;
  char *id, *name;
  NkRecord *record;      /* whose look it shows, or NULL */
};

G_DEFINE_FINAL_TYPE (NkOption, nk_option, G_TYPE_OBJECT)

enum { PROPERTY_NAME = 1 };

static void
nk_option_finalize (GObject *object)
{
  NkOption *option = NK_OPTION (object);

  g_free (option->id);
  g_free (option->name);
  g_clear_pointer (&option->record, nk_record_unref);
  G_OBJECT_CLASS (nk_option_parent_class)->finalize (object);
}

static void
nk_option_get_property (GObject    *object,
                        guint       property,
                        GValue     *value,
                        GParamSpec *spec)
{
  if (property == PROPERTY_NAME)
    g_value_set_string (value, NK_OPTION (object)->name);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, spec);
}

static void
nk_option_class_init (NkOptionClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->finalize = nk_option_finalize;
  object_class->get_property = nk_option_get_property;
  g_object_class_install_property (object_class, PROPERTY_NAME,
                                   g_param_spec_string ("name", NULL, NULL, NULL,
                                                        G_PARAM_READABLE
                                                        | G_PARAM_STATIC_STRINGS));
}

static void
nk_option_init (NkOption *option)
{
}

NkOption *
nk_option_new (const char *id,
               const char *name)
{
  NkOption *option = g_object_new (NK_TYPE_OPTION, NULL);

  option->id = g_strdup (id);
  option->name = g_strdup (name);
  return option;
}

NkOption *
nk_option_new_record (const NkRecord *record)
{
  NkOption *option = nk_option_new (nk_record_id (record), nk_record_title (record));

  if (nk_schema_field (nk_record_kind (record), NK_FIELD_COLOR) != NULL)
    option->record = nk_record_ref ((NkRecord *) record);
  return option;
}

static gboolean
is_same (NkOption *a,
         NkOption *b)
{
  return g_strcmp0 (a->id, b->id) == 0 && g_strcmp0 (a->name, b->name) == 0
         && a->record == b->record;
}

/* The look */

typedef struct
{
  NkSession *session;
  NkRecordKind kind;
  char *id;
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_object_unref (look->session);
  g_free (look->id);
  g_free (look);
}

/* On a piece of paper, so that it is as on the map also where the window is dark. */
static void
draw_look (GtkDrawingArea *area,
           cairo_t        *cr,
           int             width,
           int             height,
           gpointer        user_data)
{
  const Look *look = user_data;
  const NkTheme *theme = nk_session_theme (look->session);

  cairo_set_source_rgb (cr, theme->paper.red, theme->paper.green, theme->paper.blue);
  cairo_paint (cr);
  nk_swatch_paint (cr, theme, nk_session_map (look->session), look->kind, look->id, width, height);
}

GtkWidget *
nk_look_new (NkSession *session)
{
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  Look *look = g_new0 (Look, 1);

  look->session = g_object_ref (session);
  gtk_widget_set_size_request (area, LOOK_WIDTH, LOOK_HEIGHT);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  gtk_widget_set_overflow (area, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (area, "look");
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_look, look, look_free);
  g_object_set_data (G_OBJECT (area), "look", look);
  return area;
}

void
nk_look_set (GtkWidget    *area,
             NkRecordKind  kind,
             const char   *id)
{
  Look *look = g_object_get_data (G_OBJECT (area), "look");

  look->kind = kind;
  g_free (look->id);
  look->id = g_strdup (id);
  gtk_widget_queue_draw (area);
}

/* The rows of the list */

static void
add_row (GtkListItem *item,
         NkSession   *session,
         gboolean     cut)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  if (cut)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), nk_look_new (session));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static void
setup_cut (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           gpointer                  session)
{
  add_row (item, session, TRUE);
}

static void
setup_whole (GtkSignalListItemFactory *factory,
             GtkListItem              *item,
             gpointer                  session)
{
  add_row (item, session, FALSE);
}

static void
bind (GtkSignalListItemFactory *factory,
      GtkListItem              *item)
{
  NkOption *option = gtk_list_item_get_item (item);
  GtkWidget *look = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  gtk_widget_set_visible (look, option->record != NULL);
  if (option->record != NULL)
    nk_look_set (look, nk_record_kind (option->record), option->id);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (look)), option->name);
}

static GtkListItemFactory *
make_factory (NkSession *session,
              GCallback  setup)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", setup, session, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind), NULL);
  return factory;
}

/* The keyboard is in the button within the list, so that has to say what is chosen. */
static void
on_selected (GtkWidget *list)
{
  NkOption *option = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (list));

  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (list)),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  option != NULL ? option->name : "", -1);
}

GtkWidget *
nk_option_list_new (NkSession *session)
{
  GtkExpression *name = gtk_property_expression_new (NK_TYPE_OPTION, NULL, "name");
  GtkWidget *list = gtk_drop_down_new (NULL, name);
  g_autoptr (GtkListItemFactory) button = make_factory (session, G_CALLBACK (setup_cut));
  g_autoptr (GtkListItemFactory) rows = make_factory (session, G_CALLBACK (setup_whole));

  gtk_drop_down_set_factory (GTK_DROP_DOWN (list), button);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (list), rows);
  g_signal_connect (list, "notify::selected-item", G_CALLBACK (on_selected), NULL);
  return list;
}

static gboolean
has_same (GListModel *shown,
          GListModel *options)
{
  if (shown == NULL || g_list_model_get_n_items (shown) != g_list_model_get_n_items (options))
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (options); i++)
    {
      g_autoptr (NkOption) one = g_list_model_get_item (shown, i);
      g_autoptr (NkOption) other = g_list_model_get_item (options, i);

      if (!is_same (one, other))
        return FALSE;
    }
  return TRUE;
}

void
nk_option_list_fill (GtkWidget  *list,
                     GListStore *options)
{
  GtkDropDown *drop_down = GTK_DROP_DOWN (list);

  if (has_same (gtk_drop_down_get_model (drop_down), G_LIST_MODEL (options)))
    return;
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (options));
  gtk_drop_down_set_enable_search (drop_down,
                                   g_list_model_get_n_items (G_LIST_MODEL (options)) > FEW);
}

void
nk_option_list_choose (GtkWidget  *list,
                       const char *id)
{
  GListModel *options = gtk_drop_down_get_model (GTK_DROP_DOWN (list));
  guint chosen = 0;

  for (guint i = 0; i < g_list_model_get_n_items (options); i++)
    {
      g_autoptr (NkOption) option = g_list_model_get_item (options, i);

      if (g_strcmp0 (option->id, id) == 0)
        chosen = i;
    }
  gtk_drop_down_set_selected (GTK_DROP_DOWN (list), chosen);
}

const char *
nk_option_list_chosen (GtkWidget *list)
{
  NkOption *option = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (list));

  return option != NULL ? option->id : NULL;
}
