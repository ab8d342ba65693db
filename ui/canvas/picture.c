#include "ui/canvas/picture.h"

#include "ui/canvas/damage.h"

#define REST 80         /* ms without zooming after which tiles of the new size are painted */
#define FAR_ZOOM 1.5    /* or a factor from the size that is painted */

struct _NkPicture
{
  NkSession *session;
  NkPictureEvents events;
  gpointer user_data;

  NkTiles *tiles;
  NkScene *scene;        /* the one that the tiles show, or NULL */
  NkShow show;           /* in which view */
  int width, height;     /* pixels */
  int device;            /* device pixels a pixel */
  double asked_scale;    /* of the tiles that were asked for last */
  GskRenderNode *ground; /* paper and tiles; NULL: old */
  gboolean sharp;
  guint rest_timer;
};

void
nk_picture_origin (NkPicture *picture,
                   double    *x,
                   double    *y)
{
  nk_camera_origin (nk_session_camera (picture->session), picture->width, picture->height, x, y);
}

static double
scale_of (NkPicture *picture)
{
  return nk_camera_scale (nk_session_camera (picture->session)) * picture->device;
}

static void
look (NkPicture   *picture,
      NkTilesView *view)
{
  double x, y;

  nk_picture_origin (picture, &x, &y);
  view->step = nk_session_camera (picture->session)->step;
  view->scale = scale_of (picture);
  view->origin_x = (int) x * picture->device;
  view->origin_y = (int) y * picture->device;
  view->width = picture->width * picture->device;
  view->height = picture->height * picture->device;
}

static void
on_painted (gpointer user_data)
{
  NkPicture *picture = user_data;

  g_clear_pointer (&picture->ground, gsk_render_node_unref);
  picture->events.changed (picture->user_data);
}

/* It is another one from the next frame on, and not sharp until that is painted. */
static void
change (NkPicture *picture)
{
  picture->sharp = FALSE;
  on_painted (picture);
}

static void
ask (NkPicture *picture)
{
  NkTilesView view;

  g_clear_handle_id (&picture->rest_timer, g_source_remove);
  if (picture->scene == NULL)
    return;
  look (picture, &view);
  picture->asked_scale = view.scale;
  nk_tiles_ask (picture->tiles, &view);
}

static gboolean
on_rest (gpointer data)
{
  NkPicture *picture = data;

  picture->rest_timer = 0;
  ask (picture);
  return G_SOURCE_REMOVE;
}

void
nk_picture_resize (NkPicture *picture,
                   int        width,
                   int        height)
{
  picture->width = width;
  picture->height = height;
  change (picture);
  ask (picture);
}

void
nk_picture_set_device (NkPicture *picture,
                       int        device)
{
  picture->device = device;
  nk_tiles_forget (picture->tiles);
  change (picture);
  ask (picture);
}

void
nk_picture_move (NkPicture *picture)
{
  double now = scale_of (picture);
  double factor = MAX (now / picture->asked_scale, picture->asked_scale / now);

  change (picture);
  if (factor == 1 || factor > FAR_ZOOM)
    ask (picture);
  else
    {
      g_clear_handle_id (&picture->rest_timer, g_source_remove);
      picture->rest_timer = g_timeout_add (REST, on_rest, picture);
    }
}

void
nk_picture_renew (NkPicture *picture)
{
  change (picture);
}

void
nk_picture_forget (NkPicture *picture)
{
  g_clear_pointer (&picture->scene, nk_scene_unref);
  change (picture);
}

/* Hands the session's scene to the tiles if it is another one: once a frame at most, however
 * many edits there were. */
static void
follow (NkPicture *picture)
{
  NkScene *scene = nk_session_scene (picture->session);
  NkShow show = nk_session_show (picture->session);
  g_autoptr (GArray) damage = NULL;

  if (scene == picture->scene)
    return;
  if (picture->scene != NULL && picture->show == show
      && nk_scene_theme (picture->scene) == nk_scene_theme (scene))
    damage = nk_damage_between (picture->scene, scene);
  nk_tiles_set_scene (picture->tiles, scene, damage);
  g_clear_pointer (&picture->scene, nk_scene_unref);
  picture->scene = nk_scene_ref (scene);
  picture->show = show;
  g_clear_pointer (&picture->ground, gsk_render_node_unref);
  ask (picture);
}

void
nk_picture_set_without (NkPicture               *picture,
                        GHashTable              *without,
                        const cairo_rectangle_t *area)
{
  follow (picture);
  nk_tiles_set_without (picture->tiles, without, area);
  change (picture);
  ask (picture);
}

static GskRenderNode *
make_ground (NkPicture         *picture,
             const NkTilesView *view,
             gboolean           textures)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  double scale = nk_camera_scale (nk_session_camera (picture->session));
  cairo_rectangle_t paper;
  NkInk ink = nk_session_theme (picture->session)->paper;
  graphene_rect_t area;
  double x, y;

  nk_session_paper (picture->session, &paper);
  nk_picture_origin (picture, &x, &y);
  area = GRAPHENE_RECT_INIT ((int) (x + paper.x * scale), (int) (y + paper.y * scale),
                             (int) (paper.width * scale), (int) (paper.height * scale));
  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { ink.red, ink.green, ink.blue, 1 }, &area);
  gtk_snapshot_push_clip (snapshot, &area);
  nk_tiles_snapshot (picture->tiles, view, snapshot, picture->device, textures);
  gtk_snapshot_pop (snapshot);
  return gtk_snapshot_free_to_node (snapshot);
}

gboolean
nk_picture_is_sharp (NkPicture *picture)
{
  return picture->sharp;
}

void
nk_picture_snapshot (NkPicture   *picture,
                     GtkSnapshot *snapshot,
                     gboolean     textures)
{
  NkTilesView view;

  follow (picture);
  look (picture, &view);
  /* The same node as long as nothing changes, so that GTK redraws only what lies over it. */
  if (picture->ground == NULL)
    picture->ground = make_ground (picture, &view, textures);
  gtk_snapshot_append_node (snapshot, picture->ground);
  if (picture->sharp || !nk_tiles_is_sharp (picture->tiles, &view))
    return;
  picture->sharp = TRUE;
  picture->events.sharp (picture->user_data);
}

NkPicture *
nk_picture_new (NkSession             *session,
                const NkPictureEvents *events,
                gpointer               user_data)
{
  NkPicture *picture = g_new0 (NkPicture, 1);

  picture->session = g_object_ref (session);
  picture->events = *events;
  picture->user_data = user_data;
  picture->tiles = nk_tiles_new (on_painted, picture);
  picture->device = 1;
  return picture;
}

void
nk_picture_free (NkPicture *picture)
{
  g_clear_handle_id (&picture->rest_timer, g_source_remove);
  nk_tiles_free (picture->tiles);
  g_clear_pointer (&picture->ground, gsk_render_node_unref);
  g_clear_pointer (&picture->scene, nk_scene_unref);
  g_object_unref (picture->session);
  g_free (picture);
}
