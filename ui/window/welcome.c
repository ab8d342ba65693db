#include "ui/window/welcome.h"

#include "drawing/painter.h"
#include "drawing/room.h"
#include "drawing/view.h"
#include "ui/window/recent.h"
#include "ui/window/templates.h"

#include "map/text.h"

#define MOST_RECENT 5
#define THUMBNAIL_WIDTH 232
#define THUMBNAIL_HEIGHT 140
#define THUMBNAIL_RIM 8.0   /* pixels */
#define ON_A_LEVEL 5        /* actors in the picture of a template that has none */

struct _NkWelcome
{
  GtkWidget parent_instance;

  /* template */
  GtkWidget *scroll;
  GtkBox *templates, *recent, *gestures;
};

G_DEFINE_FINAL_TYPE (NkWelcome, nk_welcome, GTK_TYPE_WIDGET)

/* Templates */

static void
draw_thumbnail (GtkDrawingArea *area,
                cairo_t        *cr,
                int             width,
                int             height,
                gpointer        user_data)
{
  NkScene *scene = user_data;
  double x, y, scene_width, scene_height, scale;
  NkPaintOptions options = { 0 };

  nk_scene_bounds (scene, &x, &y, &scene_width, &scene_height);
  nk_paint_paper (scene, cr);
  if (scene_width <= 0 || scene_height <= 0)
    return;
  scale = MIN ((width - 2 * THUMBNAIL_RIM) / scene_width,
               (height - 2 * THUMBNAIL_RIM) / scene_height);
  cairo_translate (cr, (width - scene_width * scale) / 2, (height - scene_height * scale) / 2);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -x, -y);
  options.detail = scale * gtk_widget_get_scale_factor (GTK_WIDGET (area));
  nk_paint_scene (scene, cr, &options, 0, 0, 0, 0);
}

/* Puts actors and ties on levels where nobody stands, to show what is meant by them. */
static void
furnish (NkMap *map)
{
  g_autoptr (NkEdit) edit = nk_edit_new ("");
  g_autoptr (NkRoom) room = nk_room_new (map);
  guint n_sectors = nk_map_count (map, NK_SECTOR), number = 0;

  for (guint i = 0; i < nk_map_count (map, NK_LEVEL); i++)
    for (guint j = 0; j < ON_A_LEVEL - i % 2; j++, number++)
      {
        g_autofree char *id = g_strdup_printf ("%u", number);
        NkRecord *actor = nk_record_new (NK_ACTOR, id);
        NkPoint place;

        nk_record_set_text (actor, NK_FIELD_NAME, _("Actor"));
        nk_record_set_text (actor, NK_FIELD_LEVEL, nk_record_id (nk_map_at (map, NK_LEVEL, i)));
        if (n_sectors > 0)
          nk_record_set_text (actor, NK_FIELD_SECTOR,
                              nk_record_id (nk_map_at (map, NK_SECTOR, number % n_sectors)));
        place = nk_room_take (room, actor, NULL);
        nk_record_set_number (actor, NK_FIELD_X, place.x);
        nk_record_set_number (actor, NK_FIELD_Y, place.y);
        nk_edit_put (edit, map, actor);
        if (number >= ON_A_LEVEL)
          {
            g_autofree char *other = g_strdup_printf ("%u", number - ON_A_LEVEL);
            NkRecord *tie = nk_record_new (NK_TIE, id);

            nk_record_set_text (tie, NK_FIELD_FROM, other);
            nk_record_set_text (tie, NK_FIELD_TO, id);
            nk_edit_put (edit, map, tie);
          }
      }
  nk_map_apply (map, edit, NULL);
}

/* What a map of this template looks like. */
static GtkWidget *
make_thumbnail (const NkTemplate *model)
{
  const NkViewSetting setting = { .show = NK_SHOW_LEVELS, .roomy = TRUE };
  g_autoptr (NkMap) map = nk_template_map (model);
  GtkWidget *area = gtk_drawing_area_new ();

  if (nk_map_count (map, NK_ACTOR) == 0)
    furnish (map);
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), THUMBNAIL_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), THUMBNAIL_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_thumbnail,
                                  nk_view_rough (map, &setting),
                                  (GDestroyNotify) nk_scene_unref);
  gtk_widget_add_css_class (area, "thumbnail");
  gtk_widget_set_overflow (area, GTK_OVERFLOW_HIDDEN);
  return area;
}

static GtkWidget *
make_words (const char *text,
            gboolean    quiet)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 1);
  gtk_widget_set_hexpand (label, TRUE);
  if (quiet)
    gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static void
add_template (NkWelcome        *welcome,
              const NkTemplate *model)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *name = make_words (_(model->label), FALSE);
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "child", box, "action-name", "win.begin",
                                    "action-target", g_variant_new_string (model->name), NULL);

  gtk_widget_add_css_class (name, "heading");
  gtk_box_append (GTK_BOX (box), make_thumbnail (model));
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), make_words (_(model->description), TRUE));
  gtk_widget_add_css_class (button, "card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _(model->label),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _(model->description), -1);
  gtk_box_append (welcome->templates, button);
}

static void
fill_templates (NkWelcome *welcome)
{
  const NkTemplate *models;
  guint n;

  models = nk_templates (&n);
  for (guint i = 0; i < n; i++)
    add_template (welcome, &models[i]);
}

/* Recent files */

static void
remove_children (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* The folder in which a file lies, for people: from their home folder on. */
static char *
folder_name (GtkRecentInfo *info)
{
  g_autoptr (GFile) file = g_file_new_for_uri (gtk_recent_info_get_uri (info));
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GFile) home = g_file_new_for_path (g_get_home_dir ());
  g_autofree char *below = folder != NULL ? g_file_get_relative_path (home, folder) : NULL;

  if (below != NULL)
    return g_strconcat ("~/", below, NULL);
  return folder != NULL ? g_file_get_parse_name (folder) : g_strdup ("");
}

static void
add_recent (NkWelcome     *welcome,
            GtkRecentInfo *info)
{
  g_autofree char *folder = folder_name (info);
  const char *name = gtk_recent_info_get_display_name (info);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *where = gtk_label_new (folder), *title = gtk_label_new (name);
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "child", box, "has-frame", FALSE,
                                    "action-name", "win.open-recent", "action-target",
                                    g_variant_new_string (gtk_recent_info_get_uri (info)), NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (where), 0);
  gtk_label_set_ellipsize (GTK_LABEL (where), PANGO_ELLIPSIZE_START);
  gtk_widget_add_css_class (where, "dim-label");
  gtk_widget_add_css_class (where, "caption");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), where);
  gtk_widget_add_css_class (button, "recent");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, folder, -1);
  gtk_box_append (welcome->recent, button);
}

static void
fill_recent (NkWelcome *welcome)
{
  GList *infos = nk_recent_infos (MOST_RECENT);

  remove_children (welcome->recent);
  for (GList *link = infos; link != NULL; link = link->next)
    add_recent (welcome, link->data);
  gtk_widget_set_visible (GTK_WIDGET (welcome->recent), infos != NULL);
  g_list_free_full (infos, (GDestroyNotify) gtk_recent_info_unref);
}

/* Gestures */

static void
add_gesture (NkWelcome  *welcome,
             const char *icon,
             const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), make_words (text, FALSE));
  gtk_box_append (welcome->gestures, box);
}

/* The class */

void
nk_welcome_show (NkWelcome *welcome)
{
  if (gtk_widget_get_first_child (GTK_WIDGET (welcome->templates)) == NULL)
    fill_templates (welcome);
  fill_recent (welcome);
  gtk_widget_grab_focus (gtk_widget_get_first_child (GTK_WIDGET (welcome->templates)));
}

static void
nk_welcome_dispose (GObject *object)
{
  g_clear_pointer (&NK_WELCOME (object)->scroll, gtk_widget_unparent);
  G_OBJECT_CLASS (nk_welcome_parent_class)->dispose (object);
}

static void
nk_welcome_class_init (NkWelcomeClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = nk_welcome_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/netzkarte/Netzkarte/welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, NkWelcome, scroll);
  gtk_widget_class_bind_template_child (widget_class, NkWelcome, templates);
  gtk_widget_class_bind_template_child (widget_class, NkWelcome, recent);
  gtk_widget_class_bind_template_child (widget_class, NkWelcome, gestures);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
nk_welcome_init (NkWelcome *welcome)
{
  gtk_widget_init_template (GTK_WIDGET (welcome));
  add_gesture (welcome, "netzkarte-add-symbolic",
               _("Double-click, and type: an actor stands where you clicked."));
  add_gesture (welcome, "netzkarte-tie-symbolic",
               _("Drag from the knob of an actor to another one: a tie."));
  add_gesture (welcome, "netzkarte-type-symbolic",
               _("Type “:” and what people say: “Jobcenter -> Welcome Point 5”."));
}
