#include "drawing/scene-private.h"

#include "drawing/index.h"
#include "drawing/lettering-private.h"

#include <math.h>

struct _NkScene
{
  gatomicrefcount references;
  const NkTheme *theme;
  GArray *items;              /* of NkItem */
  GStringChunk *ids;
  double page_width, page_height;
  double x, y, width, height;
  NkTransform transforms[NK_N_DIMENSIONS + 1];   /* [plane + 1] */
  NkTransform inverses[NK_N_DIMENSIONS + 1];
  NkIndex *index;
  GArray *zones;              /* of numbers */
  GHashTable *by_record;      /* Key -> number + 1 */
  GArray *keys;
};

typedef struct
{
  NkItemType type;
  NkRecordKind kind;
  int plane;
  const char *id;
} Key;

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;

  return g_str_hash (key->id) ^ (key->type * 31u + key->kind * 257u + (key->plane + 1) * 8191u);
}

static gboolean
key_equal (gconstpointer a,
           gconstpointer b)
{
  const Key *x = a, *y = b;

  return x->type == y->type && x->kind == y->kind && x->plane == y->plane
         && g_str_equal (x->id, y->id);
}

static void
clear_item (gpointer data)
{
  NkItem *item = data;

  g_free (item->path);
  g_clear_pointer (&item->lettering, nk_lettering_unref);
}

NkScene *
nk_scene_new (const NkTheme *theme)
{
  NkScene *scene = g_new0 (NkScene, 1);

  g_atomic_ref_count_init (&scene->references);
  scene->items = g_array_new (FALSE, TRUE, sizeof (NkItem));
  g_array_set_clear_func (scene->items, clear_item);
  scene->ids = g_string_chunk_new (1024);
  scene->theme = theme != NULL ? theme : nk_theme (NULL);
  for (int i = 0; i <= NK_N_DIMENSIONS; i++)
    scene->transforms[i] = scene->inverses[i] = nk_transform_scale (1, 0, 0);
  return scene;
}

NkScene *
nk_scene_ref (NkScene *scene)
{
  g_atomic_ref_count_inc (&scene->references);
  return scene;
}

void
nk_scene_unref (NkScene *scene)
{
  if (!g_atomic_ref_count_dec (&scene->references))
    return;
  g_clear_pointer (&scene->by_record, g_hash_table_unref);
  g_clear_pointer (&scene->keys, g_array_unref);
  g_clear_pointer (&scene->zones, g_array_unref);
  g_clear_pointer (&scene->index, nk_index_free);
  g_array_unref (scene->items);
  g_string_chunk_free (scene->ids);
  g_free (scene);
}

const NkTheme *
nk_scene_theme (const NkScene *scene)
{
  return scene->theme;
}

NkItem *
nk_scene_add (NkScene      *scene,
              NkItemType    type,
              NkRecordKind  kind,
              const char   *id,
              int           plane)
{
  NkItem *item;

  g_array_set_size (scene->items, scene->items->len + 1);
  item = &g_array_index (scene->items, NkItem, scene->items->len - 1);
  item->type = type;
  item->kind = kind;
  item->id = g_string_chunk_insert_const (scene->ids, id);
  item->plane = plane;
  item->shape = NK_SHAPE_NONE;
  item->unit = 1;
  item->theme = scene->theme;
  return item;
}

void
nk_item_set_path (NkItem        *item,
                  const NkPoint *path,
                  guint          n_path,
                  gboolean       curved)
{
  g_free (item->path);
  item->path = g_memdup2 (path, n_path * sizeof *path);
  item->n_path = n_path;
  item->curved = curved;
}

void
nk_item_set_text (NkItem      *item,
                  NkLettering *lettering,
                  double       x,
                  double       y,
                  NkInk        ink)
{
  item->lettering = lettering;
  item->text_x = x;
  item->text_y = y;
  item->ink = ink;
}

void
nk_item_set_body (NkItem  *item,
                  NkShape  shape,
                  double   x,
                  double   y,
                  double   width,
                  double   height)
{
  item->shape = shape;
  item->body_x = x;
  item->body_y = y;
  item->body_width = width;
  item->body_height = height;
}

void
nk_scene_set_transform (NkScene           *scene,
                        int                plane,
                        const NkTransform *transform)
{
  scene->transforms[plane + 1] = *transform;
  scene->inverses[plane + 1] = nk_transform_inverse (transform);
}

NkTransform
nk_scene_transform (const NkScene *scene,
                    int            plane)
{
  return scene->transforms[plane + 1];
}

static void
scale_item (NkItem *item,
            double  scale,
            double  dx,
            double  dy)
{
  item->body_x = item->body_x * scale + dx;
  item->body_y = item->body_y * scale + dy;
  item->body_width *= scale;
  item->body_height *= scale;
  item->text_x = item->text_x * scale + dx;
  item->text_y = item->text_y * scale + dy;
  item->unit *= scale;
  item->line_width *= scale;
  item->end_size *= scale;
  for (guint i = 0; i < item->n_path; i++)
    item->path[i] = (NkPoint) { item->path[i].x * scale + dx, item->path[i].y * scale + dy };
}

void
nk_scene_add_scaled (NkScene       *scene,
                     const NkScene *other,
                     double         scale,
                     double         dx,
                     double         dy)
{
  NkTransform page = nk_transform_scale (scale, dx, dy);

  for (guint i = 0; i < nk_scene_n_items (other); i++)
    {
      const NkItem *source = nk_scene_item (other, i);
      NkItem *item = nk_scene_add (scene, source->type, source->kind, source->id, source->plane);
      const char *id = item->id;

      *item = *source;
      item->id = id;
      item->path = g_memdup2 (source->path, source->n_path * sizeof *source->path);
      if (item->lettering != NULL)
        item->lettering = nk_lettering_scale (source->lettering, scale);
      scale_item (item, scale, dx, dy);
    }
  for (int plane = -1; plane < NK_N_DIMENSIONS; plane++)
    {
      NkTransform joined = nk_transform_join (&page, &other->transforms[plane + 1]);

      nk_scene_set_transform (scene, plane, &joined);
    }
}

typedef struct
{
  double x0, y0, x1, y1;
} Box;

static void
widen (Box   *box,
       double x0,
       double y0,
       double x1,
       double y1)
{
  box->x0 = MIN (box->x0, x0);
  box->y0 = MIN (box->y0, y0);
  box->x1 = MAX (box->x1, x1);
  box->y1 = MAX (box->y1, y1);
}

/* The bounds of all that an item draws: body, path with its ends, and words. */
static void
set_bounds (NkItem *item)
{
  Box box = { INFINITY, INFINITY, -INFINITY, -INFINITY };
  double rim = item->stroke.alpha > 0 ? item->line_width / 2 : 0;

  if (item->shape != NK_SHAPE_NONE && item->shape != NK_SHAPE_QUAD)
    widen (&box, item->body_x - rim, item->body_y - rim,
           item->body_x + item->body_width + rim, item->body_y + item->body_height + rim);
  if (item->from_end != NK_END_NONE || item->to_end != NK_END_NONE)
    rim = MAX (rim, item->end_size / 2);
  for (guint i = 0; i < item->n_path; i++)
    widen (&box, item->path[i].x - rim, item->path[i].y - rim,
           item->path[i].x + rim, item->path[i].y + rim);
  if (item->lettering != NULL)
    {
      double width, height;

      nk_lettering_size (item->lettering, &width, &height);
      widen (&box, item->text_x, item->text_y, item->text_x + width, item->text_y + height);
    }
  if (box.x0 > box.x1)
    box = (Box) { item->body_x, item->body_y, item->body_x, item->body_y };
  item->x = box.x0;
  item->y = box.y0;
  item->width = box.x1 - box.x0;
  item->height = box.y1 - box.y0;
}

static void
add_keys (NkScene *scene)
{
  scene->by_record = g_hash_table_new (key_hash, key_equal);
  scene->keys = g_array_sized_new (FALSE, FALSE, sizeof (Key), scene->items->len * 2);
  /* Backwards: the first one stays. */
  for (guint i = scene->items->len; i-- > 0;)
    {
      const NkItem *item = nk_scene_item (scene, i);
      Key keys[2] = { { item->type, item->kind, -1, item->id },
                      { item->type, item->kind, item->plane, item->id } };

      for (int k = 0; k < (item->plane < 0 ? 1 : 2) && item->id[0] != '\0'; k++)
        {
          g_array_append_val (scene->keys, keys[k]);   /* room was reserved: it never moves */
          g_hash_table_insert (scene->by_record,
                               &g_array_index (scene->keys, Key, scene->keys->len - 1),
                               GUINT_TO_POINTER (i + 1));
        }
    }
}

static void
add_zones (NkScene *scene)
{
  scene->zones = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < scene->items->len; i++)
    {
      NkItemType type = nk_scene_item (scene, i)->type;

      if (type == NK_ITEM_BAND || type == NK_ITEM_DISTRICT || type == NK_ITEM_PLANE)
        g_array_append_val (scene->zones, i);
    }
}

void
nk_scene_finish (NkScene *scene,
                 double   page_width,
                 double   page_height)
{
  Box box = { INFINITY, INFINITY, -INFINITY, -INFINITY };

  for (guint i = 0; i < scene->items->len; i++)
    {
      NkItem *item = &g_array_index (scene->items, NkItem, i);

      set_bounds (item);
      widen (&box, item->x, item->y, item->x + item->width, item->y + item->height);
    }
  if (scene->items->len == 0)
    box = (Box) { 0, 0, 0, 0 };
  scene->x = box.x0;
  scene->y = box.y0;
  scene->width = box.x1 - box.x0;
  scene->height = box.y1 - box.y0;
  scene->page_width = page_width;
  scene->page_height = page_height;
  scene->index = nk_index_new ((const NkItem *) (gpointer) scene->items->data, scene->items->len);
  add_zones (scene);
  add_keys (scene);
}

void
nk_scene_page (const NkScene *scene,
               double        *width,
               double        *height)
{
  *width = scene->page_width;
  *height = scene->page_height;
}

void
nk_scene_bounds (const NkScene *scene,
                 double        *x,
                 double        *y,
                 double        *width,
                 double        *height)
{
  *x = scene->x;
  *y = scene->y;
  *width = scene->width;
  *height = scene->height;
}

guint
nk_scene_n_items (const NkScene *scene)
{
  return scene->items->len;
}

const NkItem *
nk_scene_item (const NkScene *scene,
               guint          i)
{
  g_return_val_if_fail (i < scene->items->len, NULL);
  return &g_array_index (scene->items, NkItem, i);
}

guint
nk_scene_number (const NkScene *scene,
                 const NkItem  *item)
{
  return (guint) (item - nk_scene_item (scene, 0));
}

const NkItem *
nk_scene_find (const NkScene *scene,
               NkItemType     type,
               NkRecordKind   kind,
               const char    *id,
               int            plane)
{
  Key key = { type, kind, plane, id };
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (scene->by_record, &key));

  return number > 0 ? nk_scene_item (scene, number - 1) : NULL;
}

const GArray *
nk_scene_zones (const NkScene *scene)
{
  return scene->zones;
}

GArray *
nk_scene_touching (const NkScene *scene,
                   double         x,
                   double         y,
                   double         width,
                   double         height)
{
  return nk_index_query (scene->index, x, y, width, height);
}

void
nk_scene_to_map (const NkScene *scene,
                 int            plane,
                 double         x,
                 double         y,
                 double        *map_x,
                 double        *map_y)
{
  NkPoint point = nk_transform_point (&scene->inverses[plane + 1], x, y);

  *map_x = point.x;
  *map_y = point.y;
}

void
nk_scene_from_map (const NkScene *scene,
                   int            plane,
                   double         map_x,
                   double         map_y,
                   double        *x,
                   double        *y)
{
  NkPoint point = nk_transform_point (&scene->transforms[plane + 1], map_x, map_y);

  *x = point.x;
  *y = point.y;
}
