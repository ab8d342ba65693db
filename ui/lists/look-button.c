#include "ui/lists/look-button.h"

#include "drawing/style.h"
#include "drawing/swatch.h"

#include <math.h>

#include "map/text.h"

/* Pixels. A point of the map is SCALE of them. */
#define SCALE 1.5
#define WIDTH 42
#define HEIGHT 22
#define SHAPE_WIDTH 34
#define COLOR_SIZE 22
#define COLUMNS 6
#define PAPER_RADIUS 4

struct _NkLookButton
{
  GtkWidget parent_instance;

  /* owned */
  char *key;

  /* borrowed */
  const NkListHost *host;

  /* children */
  GtkWidget *button;
  GtkWidget *swatch;
  GtkWidget *shapes, *colors;   /* boxes in the popover, once it was opened */
  GtkWidget *code;
  GtkWidget *wrong;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (NkLookButton, nk_look_button, GTK_TYPE_WIDGET)

static const NkTheme *
theme_of (NkLookButton *look)
{
  return nk_session_theme (nk_window_session (look->host->window));
}

static const char *
text_of (NkLookButton *look,
         NkField       field)
{
  const NkRecord *record = nk_list_host_record (look->host, look->key);

  return record != NULL ? nk_record_text (record, field) : "";
}

/* Painting */

/* On a piece of the paper on which it will be. */
static void
paint_paper (cairo_t       *cr,
             const NkTheme *theme,
             int            width,
             int            height)
{
  const double r = PAPER_RADIUS;

  cairo_new_sub_path (cr);
  cairo_arc (cr, width - r, r, r, -G_PI / 2, 0);
  cairo_arc (cr, width - r, height - r, r, 0, G_PI / 2);
  cairo_arc (cr, r, height - r, r, G_PI / 2, G_PI);
  cairo_arc (cr, r, r, r, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
  cairo_set_source_rgb (cr, theme->paper.red, theme->paper.green, theme->paper.blue);
  cairo_fill (cr);
  cairo_translate (cr, 4, 4);
  cairo_scale (cr, SCALE, SCALE);
}

static void
paint_look (GtkDrawingArea *area,
            cairo_t        *cr,
            int             width,
            int             height,
            gpointer        user_data)
{
  NkLookButton *look = user_data;

  if (look->key == NULL)
    return;
  paint_paper (cr, theme_of (look), width, height);
  nk_swatch_paint (cr, theme_of (look), nk_list_host_map (look->host), look->host->list.kind,
                   look->key, (width - 8) / SCALE, (height - 8) / SCALE);
}

static const char *const *
shape_names (void)
{
  return nk_schema_field (NK_SECTOR, NK_FIELD_SHAPE)->choices;
}

static void
paint_shape (GtkDrawingArea *area,
             cairo_t        *cr,
             int             width,
             int             height,
             gpointer        user_data)
{
  NkLookButton *look = user_data;
  NkActorStyle style = nk_style_sector (theme_of (look), nk_list_host_map (look->host), look->key);
  NkShape shape = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (area), "shape"));

  style.shape = shape;
  paint_paper (cr, theme_of (look), width, height);
  nk_swatch_paint_actor (cr, theme_of (look), &style, (width - 8) / SCALE, (height - 8) / SCALE);
}

static void
paint_color (GtkDrawingArea *area,
             cairo_t        *cr,
             int             width,
             int             height,
             gpointer        user_data)
{
  GdkRGBA color;

  gdk_rgba_parse (&color, g_object_get_data (G_OBJECT (area), "color"));
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_arc (cr, width / 2.0, height / 2.0, MIN (width, height) / 2.0 - 1, 0, 2 * G_PI);
  cairo_fill_preserve (cr);
  cairo_set_source_rgba (cr, 0.5, 0.5, 0.5, 0.6);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

static GtkWidget *
new_area (NkLookButton           *look,
          int                     width,
          int                     height,
          GtkDrawingAreaDrawFunc  paint)
{
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), width);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), height);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), paint, look, NULL);
  gtk_widget_set_halign (area, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  return area;
}

/* What is chosen */

static void
say_wrong (NkLookButton *look,
           const char   *text)
{
  gtk_label_set_text (GTK_LABEL (look->wrong), text != NULL ? text : "");
  gtk_widget_set_visible (look->wrong, text != NULL);
  if (text != NULL)
    gtk_widget_add_css_class (look->code, "error");
  else
    gtk_widget_remove_css_class (look->code, "error");
}

static void
set_color (NkLookButton *look,
           const char   *color)
{
  g_autofree char *refusal = nk_field_refuse_text (
    nk_schema_field (look->host->list.kind, NK_FIELD_COLOR), color);

  say_wrong (look, refusal);
  if (refusal == NULL)
    nk_list_host_set (look->host, look->key, NK_FIELD_COLOR, color);
}

static void
on_code (NkLookButton *look)
{
  if (!look->filling)
    set_color (look, gtk_editable_get_text (GTK_EDITABLE (look->code)));
}

static void
on_color (NkLookButton    *look,
          GtkToggleButton *button)
{
  if (!look->filling && gtk_toggle_button_get_active (button))
    set_color (look, g_object_get_data (G_OBJECT (button), "color"));
}

static void
on_usual (NkLookButton *look)
{
  set_color (look, "");
}

static void
on_shape (NkLookButton    *look,
          GtkToggleButton *button)
{
  if (!look->filling && gtk_toggle_button_get_active (button))
    nk_list_host_set (look->host, look->key, NK_FIELD_SHAPE,
                      g_object_get_data (G_OBJECT (button), "shape-name"));
}

static void
press_if (GtkWidget  *box,
          const char *datum,
          const char *value)
{
  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (child),
      g_ascii_strcasecmp (g_object_get_data (G_OBJECT (child), datum), value) == 0);
}

static void
fill_popover (NkLookButton *look)
{
  const char *color = text_of (look, NK_FIELD_COLOR);

  if (look->code == NULL)
    return;
  look->filling = TRUE;
  if (look->shapes != NULL)
    press_if (look->shapes, "shape-name", text_of (look, NK_FIELD_SHAPE));
  press_if (look->colors, "color", color);
  /* While it is typed it is there already. */
  if (g_ascii_strcasecmp (gtk_editable_get_text (GTK_EDITABLE (look->code)), color) != 0)
    gtk_editable_set_text (GTK_EDITABLE (look->code), color);
  say_wrong (look, NULL);
  look->filling = FALSE;
}

/* The popover */

static void
add_heading (GtkWidget  *box,
             const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
}

/* `label` is what is said of it. */
static GtkWidget *
new_choice (NkLookButton *look,
            GtkWidget    *area,
            GtkWidget    *group,
            const char   *label,
            GCallback     chosen)
{
  GtkWidget *button = gtk_toggle_button_new ();

  if (group != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (group));
  gtk_button_set_child (GTK_BUTTON (button), area);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "look");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect_swapped (button, "toggled", chosen, look);
  return button;
}

static const char *
shape_label (NkShape shape)
{
  static const char *const labels[] = {
    N_("Box"), N_("Rounded box"), N_("Ellipse"), N_("Diamond"), N_("Hexagon"), N_("House"),
    N_("Person"),
  };

  return shape < G_N_ELEMENTS (labels) ? _(labels[shape]) : "";
}

static void
add_shapes (NkLookButton *look,
            GtkWidget    *box)
{
  const char *const *names = shape_names ();
  GtkWidget *first = NULL;

  add_heading (box, _("Shape"));
  look->shapes = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  for (guint i = 0; names[i] != NULL; i++)
    {
      GtkWidget *area = new_area (look, SHAPE_WIDTH, HEIGHT, paint_shape);
      GtkWidget *button = new_choice (look, area, first, shape_label (i), G_CALLBACK (on_shape));

      first = first != NULL ? first : button;
      g_object_set_data (G_OBJECT (area), "shape", GUINT_TO_POINTER (i));
      g_object_set_data (G_OBJECT (button), "shape-name", (gpointer) names[i]);
      gtk_box_append (GTK_BOX (look->shapes), button);
    }
  gtk_box_append (GTK_BOX (box), look->shapes);
}

static void
add_colors (NkLookButton *look,
            GtkWidget    *box)
{
  const char *const *colors = nk_style_palette (look->host->list.kind);
  GtkWidget *first = NULL;

  add_heading (box, _("Color"));
  look->colors = gtk_grid_new ();
  for (int i = 0; colors[i] != NULL; i++)
    {
      GtkWidget *area = new_area (look, COLOR_SIZE, COLOR_SIZE, paint_color);
      GtkWidget *button = new_choice (look, area, first, colors[i], G_CALLBACK (on_color));

      first = first != NULL ? first : button;
      g_object_set_data (G_OBJECT (area), "color", (gpointer) colors[i]);
      g_object_set_data (G_OBJECT (button), "color", (gpointer) colors[i]);
      gtk_grid_attach (GTK_GRID (look->colors), button, i % COLUMNS, i / COLUMNS, 1, 1);
    }
  gtk_box_append (GTK_BOX (box), look->colors);
}

static void
add_code (NkLookButton *look,
          GtkWidget    *box)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *usual = gtk_button_new_with_mnemonic (_("_Usual Color"));

  look->code = g_object_new (GTK_TYPE_ENTRY, "enable-undo", FALSE, "width-chars", 8,
                             "max-length", 7, "placeholder-text", "#3465a4", "hexpand", TRUE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (look->code), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Color"), -1);
  gtk_widget_set_tooltip_text (usual, _("The color that goes with its place in the list"));
  g_signal_connect_swapped (look->code, "changed", G_CALLBACK (on_code), look);
  g_signal_connect_swapped (usual, "clicked", G_CALLBACK (on_usual), look);
  gtk_box_append (GTK_BOX (line), look->code);
  gtk_box_append (GTK_BOX (line), usual);
  gtk_box_append (GTK_BOX (box), line);

  look->wrong = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (look->wrong), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (look->wrong), 30);
  gtk_label_set_xalign (GTK_LABEL (look->wrong), 0);
  gtk_widget_add_css_class (look->wrong, "wrong");
  gtk_widget_set_visible (look->wrong, FALSE);
  gtk_box_append (GTK_BOX (box), look->wrong);
}

/* The keyboard begins with the first thing that there is. */
static void
on_shown (NkLookButton *look)
{
  GtkWidget *choices = look->shapes != NULL ? look->shapes : look->colors;

  gtk_widget_grab_focus (gtk_widget_get_first_child (choices));
}

/* Made when it is first opened: a list has many, of which few are. */
static void
on_open (GtkMenuButton *button,
         gpointer       user_data)
{
  NkLookButton *look = user_data;
  GtkWidget *box, *popover;

  if (look->code == NULL)
    {
      box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
      popover = gtk_popover_new ();
      if (look->host->list.kind == NK_SECTOR)
        add_shapes (look, box);
      add_colors (look, box);
      add_code (look, box);
      gtk_widget_add_css_class (box, "looks");
      g_signal_connect_object (popover, "map", G_CALLBACK (on_shown), look, G_CONNECT_SWAPPED);
      gtk_popover_set_child (GTK_POPOVER (popover), box);
      gtk_menu_button_set_popover (button, popover);
    }
  fill_popover (look);
}

void
nk_look_button_show (NkLookButton *look,
                     const char   *key)
{
  const NkMap *map = nk_list_host_map (look->host);
  g_autofree char *label = NULL;

  if (g_strcmp0 (look->key, key) != 0)
    {
      g_free (look->key);
      look->key = g_strdup (key);
    }
  /* Translators: %s is the name of a sector or of a kind of tie. */
  label = g_strdup_printf (_("Look of “%s”"), nk_categories_title (map, &look->host->list, key));
  gtk_accessible_update_property (GTK_ACCESSIBLE (look->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  gtk_widget_queue_draw (look->swatch);
  for (GtkWidget *shape = look->shapes != NULL ? gtk_widget_get_first_child (look->shapes) : NULL;
       shape != NULL; shape = gtk_widget_get_next_sibling (shape))
    gtk_widget_queue_draw (gtk_button_get_child (GTK_BUTTON (shape)));
  fill_popover (look);
}

/* The class */

static void
nk_look_button_dispose (GObject *object)
{
  NkLookButton *look = NK_LOOK_BUTTON (object);

  look->filling = TRUE;
  g_clear_pointer (&look->button, gtk_widget_unparent);
  g_clear_pointer (&look->key, g_free);
  G_OBJECT_CLASS (nk_look_button_parent_class)->dispose (object);
}

static void
nk_look_button_class_init (NkLookButtonClass *class)
{
  G_OBJECT_CLASS (class)->dispose = nk_look_button_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
nk_look_button_init (NkLookButton *look)
{
  look->button = gtk_menu_button_new ();
  look->swatch = new_area (look, WIDTH, HEIGHT, paint_look);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (look->button), look->swatch);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (look->button), on_open, look, NULL);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (look->button), FALSE);
  gtk_widget_add_css_class (look->button, "look");
  gtk_widget_set_parent (look->button, GTK_WIDGET (look));
}

GtkWidget *
nk_look_button_new (const NkListHost *host)
{
  NkLookButton *look = g_object_new (NK_TYPE_LOOK_BUTTON, NULL);

  look->host = host;
  return GTK_WIDGET (look);
}
