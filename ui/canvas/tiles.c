#include "ui/canvas/tiles.h"

#include "ui/canvas/tile-painter.h"

#include <math.h>

#define SIZE 256                  /* device pixels a side */
#define MOST_TILES 512            /* 128 MiB */
#define OVERVIEW_SIZE 1024
#define OVERVIEW_STEP G_MAXINT    /* the name of the overview among the jobs */

typedef struct
{
  int step, column, row;          /* the key */
  double scale;                   /* device pixels a point */
  cairo_surface_t *image;         /* NULL: not painted yet */
  GdkTexture *texture;            /* of the image, once it was asked for */
  guint born;                     /* its first version: older paintings are of another scene */
  guint version;                  /* another one each time that something damages it */
  guint painted;                  /* the version that the image shows; 0: none */
  guint64 used;                   /* the frame that needed it last */
} Tile;

struct _NkTiles
{
  NkTilesPainted painted;
  gpointer user_data;
  NkTilePainter *painter;

  NkScene *scene;
  GHashTable *without;
  gboolean whole;
  GHashTable *tiles;              /* set of Tile */
  Tile overview;
  int overview_x, overview_y;     /* its top left, in its pixels from the scene's origin */
  int step;                       /* of the last view that was complete */
  guint clock;                    /* the last version that was given out */
  guint64 frame;
};

/* Squares */

static guint
tile_hash (gconstpointer key)
{
  const Tile *tile = key;

  return (guint) tile->step * 73856093u ^ (guint) tile->column * 19349663u
         ^ (guint) tile->row * 83492791u;
}

static gboolean
tile_equal (gconstpointer a,
            gconstpointer b)
{
  const Tile *one = a;
  const Tile *other = b;

  return one->step == other->step && one->column == other->column && one->row == other->row;
}

static void
tile_clear (Tile *tile)
{
  g_clear_pointer (&tile->image, cairo_surface_destroy);
  g_clear_object (&tile->texture);
}

static void
tile_free (gpointer data)
{
  tile_clear (data);
  g_free (data);
}

static Tile *
find (NkTiles *tiles,
      int      step,
      int      column,
      int      row)
{
  Tile key = { .step = step, .column = column, .row = row };

  return g_hash_table_lookup (tiles->tiles, &key);
}

static Tile *
find_or_add (NkTiles *tiles,
             int      step,
             int      column,
             int      row,
             double   scale)
{
  Tile *tile = find (tiles, step, column, row);

  if (tile != NULL)
    return tile;
  tile = g_new0 (Tile, 1);
  tile->step = step;
  tile->column = column;
  tile->row = row;
  tile->scale = scale;
  tile->born = tile->version = ++tiles->clock;
  g_hash_table_add (tiles->tiles, tile);
  return tile;
}

static gboolean
is_fresh (const Tile *tile)
{
  return tile != NULL && tile->image != NULL && tile->painted == tile->version;
}

static gboolean
touches (const Tile              *tile,
         const cairo_rectangle_t *area)
{
  double size = SIZE / tile->scale;
  double x = tile->column * size, y = tile->row * size;
  double rim = 2 / tile->scale;   /* antialiasing */

  return area->x - rim < x + size && area->x + area->width + rim > x
         && area->y - rim < y + size && area->y + area->height + rim > y;
}

/* Drops what was not needed for longest. */
static void
drop_old (NkTiles *tiles)
{
  while (g_hash_table_size (tiles->tiles) > MOST_TILES)
    {
      GHashTableIter iter;
      gpointer key;
      Tile *oldest = NULL;

      g_hash_table_iter_init (&iter, tiles->tiles);
      while (g_hash_table_iter_next (&iter, &key, NULL))
        if (oldest == NULL || ((Tile *) key)->used < oldest->used)
          oldest = key;
      if (oldest->used == tiles->frame)
        return;
      g_hash_table_remove (tiles->tiles, oldest);
    }
}

/* Having it painted */

static void
on_done (NkTileJob *job,
         gpointer   user_data)
{
  NkTiles *tiles = user_data;
  Tile *tile = job->step == OVERVIEW_STEP ? &tiles->overview
                                          : find (tiles, job->step, job->column, job->row);

  if (tile != NULL && job->version >= tile->born && job->version > tile->painted)
    {
      tile_clear (tile);
      tile->image = g_steal_pointer (&job->image);
      tile->painted = job->version;
      if (tile == &tiles->overview)
        {
          tile->scale = job->scale;
          tiles->overview_x = job->x;
          tiles->overview_y = job->y;
        }
      drop_old (tiles);
      tiles->painted (tiles->user_data);
    }
  nk_tile_job_free (job);
}

static NkTileJob *
job_for_tile (NkTiles *tiles,
              Tile    *tile)
{
  NkTileJob *job = nk_tile_job_new (tiles->scene, tiles->without);

  job->scale = tile->scale;
  job->whole = tiles->whole;
  job->x = tile->column * SIZE;
  job->y = tile->row * SIZE;
  job->width = job->height = SIZE;
  job->step = tile->step;
  job->column = tile->column;
  job->row = tile->row;
  job->version = tile->version;
  return job;
}

static NkTileJob *
job_for_overview (NkTiles *tiles)
{
  NkTileJob *job = nk_tile_job_new (tiles->scene, tiles->without);
  double x, y, width, height;

  nk_scene_bounds (tiles->scene, &x, &y, &width, &height);
  job->scale = MIN (1.0, OVERVIEW_SIZE / MAX (MAX (width, height), 1));
  job->x = (int) floor (x * job->scale);
  job->y = (int) floor (y * job->scale);
  job->width = (int) ceil (width * job->scale) + 1;
  job->height = (int) ceil (height * job->scale) + 1;
  job->step = OVERVIEW_STEP;
  job->version = tiles->overview.version;
  return job;
}

typedef struct
{
  int left, top, right, bottom;   /* columns and rows, the last ones included */
} Range;

static int
floor_div (int a,
           int b)
{
  return a / b - (a % b < 0);
}

static Range
range_of (const NkTilesView *view,
          int                margin)
{
  return (Range) {
    .left = floor_div (-view->origin_x - margin, SIZE),
    .top = floor_div (-view->origin_y - margin, SIZE),
    .right = floor_div (view->width - 1 - view->origin_x + margin, SIZE),
    .bottom = floor_div (view->height - 1 - view->origin_y + margin, SIZE),
  };
}

typedef struct
{
  Tile *tile;
  double distance;                /* from the middle of the view, larger still outside it */
} Wish;

static int
compare_wishes (gconstpointer a,
                gconstpointer b)
{
  const Wish *one = a;
  const Wish *other = b;

  return (one->distance > other->distance) - (one->distance < other->distance);
}

/* The squares that are to be painted, the most urgent first. */
static GArray *
collect_wishes (NkTiles           *tiles,
                const NkTilesView *view)
{
  GArray *wishes = g_array_new (FALSE, FALSE, sizeof (Wish));
  Range seen = range_of (view, 0), wanted = range_of (view, SIZE / 2);
  double middle_x = (view->width / 2.0 - view->origin_x) / SIZE - 0.5;
  double middle_y = (view->height / 2.0 - view->origin_y) / SIZE - 0.5;

  for (int row = wanted.top; row <= wanted.bottom; row++)
    for (int column = wanted.left; column <= wanted.right; column++)
      {
        gboolean outside = row < seen.top || row > seen.bottom || column < seen.left
          || column > seen.right;
        Wish wish = { find_or_add (tiles, view->step, column, row, view->scale),
                      hypot (column - middle_x, row - middle_y) + (outside ? 1000 : 0) };

        wish.tile->used = tiles->frame;
        if (!is_fresh (wish.tile))
          g_array_append_val (wishes, wish);
      }
  g_array_sort (wishes, compare_wishes);
  return wishes;
}

void
nk_tiles_ask (NkTiles           *tiles,
              const NkTilesView *view)
{
  g_autoptr (GArray) wishes = NULL;
  GPtrArray *jobs = g_ptr_array_new ();
  gboolean overview = !is_fresh (&tiles->overview);

  if (tiles->scene == NULL)
    return;
  tiles->frame++;
  wishes = collect_wishes (tiles, view);
  if (overview && tiles->overview.image == NULL)
    g_ptr_array_add (jobs, job_for_overview (tiles));
  for (guint i = 0; i < wishes->len; i++)
    g_ptr_array_add (jobs, job_for_tile (tiles, g_array_index (wishes, Wish, i).tile));
  if (overview && tiles->overview.image != NULL)
    g_ptr_array_add (jobs, job_for_overview (tiles));
  nk_tile_painter_replace (tiles->painter, jobs);
}

gboolean
nk_tiles_is_sharp (NkTiles           *tiles,
                   const NkTilesView *view)
{
  Range seen = range_of (view, 0);

  for (int row = seen.top; row <= seen.bottom; row++)
    for (int column = seen.left; column <= seen.right; column++)
      if (!is_fresh (find (tiles, view->step, column, row)))
        return FALSE;
  return TRUE;
}

/* What it shows */

NkTiles *
nk_tiles_new (NkTilesPainted painted,
              gpointer       user_data)
{
  NkTiles *tiles = g_new0 (NkTiles, 1);

  tiles->painted = painted;
  tiles->user_data = user_data;
  tiles->painter = nk_tile_painter_new (on_done, tiles);
  tiles->tiles = g_hash_table_new_full (tile_hash, tile_equal, tile_free, NULL);
  nk_tiles_forget (tiles);
  return tiles;
}

void
nk_tiles_free (NkTiles *tiles)
{
  nk_tile_painter_free (tiles->painter);
  g_clear_pointer (&tiles->scene, nk_scene_unref);
  g_clear_pointer (&tiles->without, g_hash_table_unref);
  g_hash_table_unref (tiles->tiles);
  tile_clear (&tiles->overview);
  g_free (tiles);
}

static void
damage_area (NkTiles                 *tiles,
             const cairo_rectangle_t *area)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, tiles->tiles);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (touches (key, area))
      ((Tile *) key)->version = ++tiles->clock;
}

void
nk_tiles_set_whole (NkTiles *tiles)
{
  tiles->whole = TRUE;
}

void
nk_tiles_forget (NkTiles *tiles)
{
  g_hash_table_remove_all (tiles->tiles);
  tile_clear (&tiles->overview);
  tiles->overview.born = tiles->overview.version = ++tiles->clock;
}

void
nk_tiles_set_scene (NkTiles      *tiles,
                    NkScene      *scene,
                    const GArray *damage)
{
  nk_scene_ref (scene);
  g_clear_pointer (&tiles->scene, nk_scene_unref);
  tiles->scene = scene;
  g_clear_pointer (&tiles->without, g_hash_table_unref);
  if (damage == NULL)
    {
      nk_tiles_forget (tiles);
      return;
    }
  for (guint i = 0; i < damage->len; i++)
    damage_area (tiles, &g_array_index (damage, cairo_rectangle_t, i));
  if (damage->len > 0)
    tiles->overview.version = ++tiles->clock;
}

void
nk_tiles_set_without (NkTiles                 *tiles,
                      GHashTable              *without,
                      const cairo_rectangle_t *area)
{
  g_clear_pointer (&tiles->without, g_hash_table_unref);
  tiles->without = without != NULL ? g_hash_table_ref (without) : NULL;
  damage_area (tiles, area);
}

/* Putting it together */

typedef struct
{
  cairo_t *cr;                    /* one of the two */
  GtkSnapshot *snapshot;
  int device;
} Canvas;

static void
put (Canvas *canvas,
     Tile   *tile,
     int     x,
     int     y,
     int     width,
     int     height)
{
  int own_width = cairo_image_surface_get_width (tile->image);
  int own_height = cairo_image_surface_get_height (tile->image);

  if (canvas->cr != NULL)
    {
      cairo_t *cr = canvas->cr;
      gboolean scaled = width != own_width || height != own_height;

      cairo_save (cr);
      cairo_rectangle (cr, x, y, width, height);
      cairo_clip (cr);
      cairo_translate (cr, x, y);
      if (scaled)
        cairo_scale (cr, width / (double) own_width, height / (double) own_height);
      cairo_set_source_surface (cr, tile->image, 0, 0);
      cairo_pattern_set_filter (cairo_get_source (cr),
                                scaled ? CAIRO_FILTER_FAST : CAIRO_FILTER_NEAREST);
      cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
      cairo_paint (cr);
      cairo_restore (cr);
      return;
    }
  if (tile->texture == NULL)
    {
      int stride = cairo_image_surface_get_stride (tile->image);
      g_autoptr (GBytes) bytes = g_bytes_new (cairo_image_surface_get_data (tile->image),
                                              (gsize) stride * own_height);

      tile->texture = gdk_memory_texture_new (own_width, own_height, GDK_MEMORY_DEFAULT, bytes,
                                              stride);
    }
  gtk_snapshot_append_texture (canvas->snapshot, tile->texture,
                               &GRAPHENE_RECT_INIT (x / (float) canvas->device,
                                                    y / (float) canvas->device,
                                                    width / (float) canvas->device,
                                                    height / (float) canvas->device));
}

static void
put_overview (NkTiles           *tiles,
              const NkTilesView *view,
              Canvas            *canvas)
{
  Tile *overview = &tiles->overview;
  double ratio;

  if (overview->image == NULL)
    return;
  ratio = view->scale / overview->scale;
  put (canvas, overview,
       view->origin_x + (int) floor (tiles->overview_x * ratio),
       view->origin_y + (int) floor (tiles->overview_y * ratio),
       MAX ((int) (cairo_image_surface_get_width (overview->image) * ratio), 1),
       MAX ((int) (cairo_image_surface_get_height (overview->image) * ratio), 1));
}

/* The squares of the size that was complete last, scaled. Edges are rounded alike, so they leave
 * no gaps. */
static void
put_scaled (NkTiles           *tiles,
            const NkTilesView *view,
            Canvas            *canvas)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, tiles->tiles);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      Tile *tile = key;
      double size = SIZE * view->scale / tile->scale;
      int x, y, right, bottom;

      if (tile->step != tiles->step || tile->image == NULL)
        continue;
      x = view->origin_x + (int) floor (tile->column * size);
      y = view->origin_y + (int) floor (tile->row * size);
      right = view->origin_x + (int) floor ((tile->column + 1) * size);
      bottom = view->origin_y + (int) floor ((tile->row + 1) * size);
      if (right <= 0 || bottom <= 0 || x >= view->width || y >= view->height || right <= x
          || bottom <= y)
        continue;
      tile->used = tiles->frame;
      put (canvas, tile, x, y, right - x, bottom - y);
    }
}

static gboolean
is_complete (NkTiles           *tiles,
             const NkTilesView *view,
             const Range       *seen)
{
  for (int row = seen->top; row <= seen->bottom; row++)
    for (int column = seen->left; column <= seen->right; column++)
      {
        Tile *tile = find (tiles, view->step, column, row);

        if (tile == NULL || tile->image == NULL)
          return FALSE;
      }
  return TRUE;
}

static void
put_all (NkTiles           *tiles,
         const NkTilesView *view,
         Canvas            *canvas)
{
  Range seen = range_of (view, 0);

  if (is_complete (tiles, view, &seen))
    tiles->step = view->step;
  else
    {
      put_overview (tiles, view, canvas);
      if (tiles->step != view->step)
        put_scaled (tiles, view, canvas);
    }
  for (int row = seen.top; row <= seen.bottom; row++)
    for (int column = seen.left; column <= seen.right; column++)
      {
        Tile *tile = find (tiles, view->step, column, row);

        if (tile != NULL && tile->image != NULL)
          put (canvas, tile, view->origin_x + column * SIZE, view->origin_y + row * SIZE, SIZE,
               SIZE);
      }
}

void
nk_tiles_snapshot (NkTiles           *tiles,
                   const NkTilesView *view,
                   GtkSnapshot       *snapshot,
                   int                device,
                   gboolean           textures)
{
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, view->width / (float) device,
                                             view->height / (float) device);
  Canvas canvas = { .snapshot = snapshot, .device = device };

  if (!textures)
    {
      canvas.cr = gtk_snapshot_append_cairo (snapshot, &area);
      cairo_scale (canvas.cr, 1.0 / device, 1.0 / device);
    }
  put_all (tiles, view, &canvas);
  g_clear_pointer (&canvas.cr, cairo_destroy);
}
