#include "ui/figures/figure-preview.h"

#include "ui/canvas/damage.h"
#include "ui/figures/rulers.h"
#include "ui/canvas/tiles.h"
#include "ui/program/trace.h"

#include <math.h>

#define PAD 14                        /* pixels of ground right of the page and below it */
#define USUAL_SCALE (96 / 72.0)       /* pixels a point, where the monitor doesn't know its size */
#define DPI_LEAST 60.0                /* monitors that say less, or more, do not know it */
#define DPI_MOST 500.0

struct _NkFigurePreview
{
  GtkWidget parent_instance;

  NkScene *scene;                     /* or NULL */
  NkTiles *tiles;
  NkTilesView asked;                  /* what the tiles were asked for last */
  gboolean fit, sharp;
  GtkAdjustment *across, *down;       /* of the scrolled window, borrowed */
};

G_DEFINE_FINAL_TYPE (NkFigurePreview, nk_figure_preview, GTK_TYPE_WIDGET)

/* Pixels a point at which the page is as large as on paper. */
static double
paper_scale (NkFigurePreview *preview)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (preview));
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;
  GdkMonitor *monitor = surface != NULL
    ? gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface) : NULL;
  GdkRectangle area;
  double dpi;

  if (monitor == NULL || gdk_monitor_get_width_mm (monitor) <= 0)
    return USUAL_SCALE;
  gdk_monitor_get_geometry (monitor, &area);
  dpi = area.width * 25.4 / gdk_monitor_get_width_mm (monitor);
  return dpi >= DPI_LEAST && dpi <= DPI_MOST ? dpi / 72 : USUAL_SCALE;
}

static double
scale_of (NkFigurePreview *preview)
{
  double scale = paper_scale (preview), width, height;

  if (!preview->fit)
    return scale;
  nk_scene_page (preview->scene, &width, &height);
  return MIN (scale, MIN ((gtk_widget_get_width (GTK_WIDGET (preview)) - NK_RULER - PAD) / width,
                          (gtk_widget_get_height (GTK_WIDGET (preview)) - NK_RULER - PAD) / height));
}

/* Where the page lies on the widget: whole pixels. */
static graphene_rect_t
page_area (NkFigurePreview *preview,
           double           scale)
{
  double room_width = gtk_widget_get_width (GTK_WIDGET (preview)) - NK_RULER - PAD;
  double room_height = gtk_widget_get_height (GTK_WIDGET (preview)) - NK_RULER - PAD;
  double width, height;

  nk_scene_page (preview->scene, &width, &height);
  width = ceil (width * scale);
  height = ceil (height * scale);
  return GRAPHENE_RECT_INIT (NK_RULER + floor (MAX (room_width - width, 0) / 2),
                             NK_RULER + floor (MAX (room_height - height, 0) / 2), width, height);
}

/* The part that the scrolled window shows. */
static graphene_rect_t
visible_area (NkFigurePreview *preview)
{
  int width = gtk_widget_get_width (GTK_WIDGET (preview));
  int height = gtk_widget_get_height (GTK_WIDGET (preview));

  if (preview->across == NULL || preview->fit)
    return GRAPHENE_RECT_INIT (0, 0, width, height);
  return GRAPHENE_RECT_INIT (floor (gtk_adjustment_get_value (preview->across)),
                             floor (gtk_adjustment_get_value (preview->down)),
                             MIN (width, ceil (gtk_adjustment_get_page_size (preview->across)) + 1),
                             MIN (height, ceil (gtk_adjustment_get_page_size (preview->down)) + 1));
}

/* Painting */

static void
on_painted (gpointer user_data)
{
  gtk_widget_queue_draw (user_data);
}

static NkTilesView
look (NkFigurePreview       *preview,
      double                 scale,
      const graphene_rect_t *page,
      const graphene_rect_t *visible)
{
  int device = gtk_widget_get_scale_factor (GTK_WIDGET (preview));

  return (NkTilesView) {
    .step = (int) lround (scale * device * 1e4), .scale = scale * device,
    .origin_x = (int) (page->origin.x - visible->origin.x) * device,
    .origin_y = (int) (page->origin.y - visible->origin.y) * device,
    .width = (int) visible->size.width * device, .height = (int) visible->size.height * device,
  };
}

static gboolean
same_view (const NkTilesView *a,
           const NkTilesView *b)
{
  return a->step == b->step && a->origin_x == b->origin_x && a->origin_y == b->origin_y
         && a->width == b->width && a->height == b->height;
}

static gboolean
wants_textures (NkFigurePreview *preview)
{
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (GTK_WIDGET (preview)));

  return g_strcmp0 (G_OBJECT_TYPE_NAME (renderer), "GskCairoRenderer") != 0;
}

static void
snapshot_page (NkFigurePreview       *preview,
               double                 scale,
               const graphene_rect_t *page,
               GtkSnapshot           *snapshot)
{
  graphene_rect_t visible = visible_area (preview);
  NkTilesView view = look (preview, scale, page, &visible);

  if (!same_view (&view, &preview->asked))
    {
      preview->asked = view;
      preview->sharp = FALSE;
      nk_tiles_ask (preview->tiles, &view);
    }
  gtk_snapshot_push_clip (snapshot, page);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &visible.origin);
  nk_tiles_snapshot (preview->tiles, &view, snapshot,
                     gtk_widget_get_scale_factor (GTK_WIDGET (preview)), wants_textures (preview));
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);
  if (!preview->sharp && nk_tiles_is_sharp (preview->tiles, &view))
    {
      preview->sharp = TRUE;
      nk_trace ("preview sharp");
    }
}

static void
nk_figure_preview_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  NkFigurePreview *preview = NK_FIGURE_PREVIEW (widget);
  static const GdkRGBA shadow = { 0, 0, 0, 0.35f };
  GskRoundedRect frame;
  graphene_rect_t page;
  NkInk paper;
  double scale;

  if (preview->scene == NULL)
    return;
  scale = scale_of (preview);
  if (!(scale > 0))
    return;
  page = page_area (preview, scale);
  paper = nk_scene_theme (preview->scene)->paper;
  gsk_rounded_rect_init_from_rect (&frame, &page, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &frame, &shadow, 0, 1, 0, 4);
  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { paper.red, paper.green, paper.blue, 1 }, &page);
  snapshot_page (preview, scale, &page, snapshot);
  nk_rulers_snapshot (widget, snapshot, &page, scale);
}

/* Size */

static void
nk_figure_preview_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  NkFigurePreview *preview = NK_FIGURE_PREVIEW (widget);
  double width, height;

  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  if (preview->fit || preview->scene == NULL)
    return;
  nk_scene_page (preview->scene, &width, &height);
  *minimum = *natural = NK_RULER + PAD
                        + (int) ceil (paper_scale (preview)
                                      * (orientation == GTK_ORIENTATION_HORIZONTAL ? width
                                                                                   : height));
}

static void
follow (NkFigurePreview *preview,
        GtkAdjustment   *adjustment)
{
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), preview,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (gtk_widget_queue_draw), preview,
                           G_CONNECT_SWAPPED);
}

static void
nk_figure_preview_root (GtkWidget *widget)
{
  NkFigurePreview *preview = NK_FIGURE_PREVIEW (widget);
  GtkWidget *scrolled = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);

  GTK_WIDGET_CLASS (nk_figure_preview_parent_class)->root (widget);
  if (scrolled == NULL || preview->across != NULL)
    return;
  preview->across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scrolled));
  preview->down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  follow (preview, preview->across);
  follow (preview, preview->down);
}

static void
on_scale_factor (NkFigurePreview *preview)
{
  nk_tiles_forget (preview->tiles);
  preview->asked = (NkTilesView) { 0 };
  gtk_widget_queue_draw (GTK_WIDGET (preview));
}

/* What is shown */

static void
describe (NkFigurePreview *preview,
          double           width,
          double           height)
{
  g_autofree char *text = g_strdup_printf ("%.0f × %.0f mm", width / 72 * 25.4, height / 72 * 25.4);

  gtk_accessible_update_property (GTK_ACCESSIBLE (preview), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
}

void
nk_figure_preview_set_scene (NkFigurePreview *preview,
                             NkScene         *scene)
{
  g_autoptr (NkScene) old = g_steal_pointer (&preview->scene);
  g_autoptr (GArray) damage = NULL;
  double width, height;

  gtk_widget_queue_resize (GTK_WIDGET (preview));
  preview->asked = (NkTilesView) { 0 };
  if (scene == NULL)
    return;
  preview->scene = nk_scene_ref (scene);
  nk_scene_page (scene, &width, &height);
  describe (preview, width, height);
  /* What has not changed stays, so that it doesn't flicker. */
  if (old != NULL && nk_scene_theme (old) == nk_scene_theme (scene))
    damage = nk_damage_between (old, scene);
  nk_tiles_set_scene (preview->tiles, scene, damage);
}

void
nk_figure_preview_set_fit (NkFigurePreview *preview,
                           gboolean         fit)
{
  preview->fit = fit;
  gtk_widget_queue_resize (GTK_WIDGET (preview));
}

/* The class */

static void
nk_figure_preview_finalize (GObject *object)
{
  NkFigurePreview *preview = NK_FIGURE_PREVIEW (object);

  g_clear_pointer (&preview->tiles, nk_tiles_free);
  g_clear_pointer (&preview->scene, nk_scene_unref);
  G_OBJECT_CLASS (nk_figure_preview_parent_class)->finalize (object);
}

static void
nk_figure_preview_class_init (NkFigurePreviewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = nk_figure_preview_finalize;
  widget_class->snapshot = nk_figure_preview_snapshot;
  widget_class->measure = nk_figure_preview_measure;
  widget_class->root = nk_figure_preview_root;
  gtk_widget_class_set_css_name (widget_class, "figurepreview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
nk_figure_preview_init (NkFigurePreview *preview)
{
  preview->tiles = nk_tiles_new (on_painted, preview);
  nk_tiles_set_whole (preview->tiles);
  preview->fit = TRUE;
  gtk_widget_set_overflow (GTK_WIDGET (preview), GTK_OVERFLOW_HIDDEN);
  /* So that keys can scroll it. */
  gtk_widget_set_focusable (GTK_WIDGET (preview), TRUE);
  g_signal_connect (preview, "notify::scale-factor", G_CALLBACK (on_scale_factor), NULL);
}
