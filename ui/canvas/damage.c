#include "ui/canvas/damage.h"

#include <string.h>

/* Beyond this many areas one round all of them is cheaper to look through. */
#define MOST_AREAS 200

static guint64
mix (guint64       hash,
     gconstpointer data,
     gsize         size)
{
  const guchar *bytes = data;

  for (gsize i = 0; i < size; i += sizeof (guint64))
    {
      guint64 word = 0;

      memcpy (&word, bytes + i, MIN (sizeof word, size - i));
      hash = (hash ^ word) * G_GUINT64_CONSTANT (1099511628211);
      hash ^= hash >> 32;
    }
  return hash;
}

#define MIX(hash, value) mix (hash, &(value), sizeof (value))

/* A number that is the same for items that look the same. Letterings are shared by what they
 * say. */
static guint64
look_of (const NkItem *item)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);
  double places[] = { item->x, item->y, item->width, item->height, item->body_x, item->body_y,
                      item->body_width, item->body_height, item->text_x, item->text_y,
                      item->line_width, item->end_size };
  int forms[] = { item->type, item->shape, item->curved, item->line, item->from_end, item->to_end,
                  item->halo };

  hash = MIX (hash, places);
  hash = MIX (hash, forms);
  hash = MIX (hash, item->fill);
  hash = MIX (hash, item->stroke);
  hash = MIX (hash, item->ink);
  hash = MIX (hash, item->lettering);
  if (item->n_path > 0)
    hash = mix (hash, item->path, item->n_path * sizeof *item->path);
  return hash;
}

static gint64 *
looks_of (const NkScene *scene)
{
  gint64 *looks = g_new (gint64, nk_scene_n_items (scene));

  for (guint i = 0; i < nk_scene_n_items (scene); i++)
    looks[i] = (gint64) look_of (nk_scene_item (scene, i));
  return looks;
}

static void
add_area (GArray       *areas,
          const NkItem *item)
{
  cairo_rectangle_t area = { item->x, item->y, item->width, item->height };

  g_array_append_val (areas, area);
}

static void
merge_all (GArray *areas)
{
  cairo_rectangle_t *first = &g_array_index (areas, cairo_rectangle_t, 0);
  double right = first->x + first->width, bottom = first->y + first->height;

  for (guint i = 1; i < areas->len; i++)
    {
      const cairo_rectangle_t *area = &g_array_index (areas, cairo_rectangle_t, i);

      right = MAX (right, area->x + area->width);
      bottom = MAX (bottom, area->y + area->height);
      first->x = MIN (first->x, area->x);
      first->y = MIN (first->y, area->y);
    }
  first->width = right - first->x;
  first->height = bottom - first->y;
  g_array_set_size (areas, 1);
}

GArray *
nk_damage_between (const NkScene *before,
                   const NkScene *after)
{
  g_autoptr (GHashTable) looks = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, NULL);
  g_autofree gint64 *old = looks_of (before), *new = looks_of (after);
  guint n_old = nk_scene_n_items (before), n_new = nk_scene_n_items (after);
  GArray *areas = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));

  /* Most are the same as before, and in the same place. */
  for (guint i = 0; i < n_old; i++)
    if (i >= n_new || old[i] != new[i])
      g_hash_table_insert (looks, &old[i], (gpointer) nk_scene_item (before, i));
  for (guint i = 0; i < n_new; i++)
    if ((i >= n_old || old[i] != new[i]) && !g_hash_table_remove (looks, &new[i]))
      add_area (areas, nk_scene_item (after, i));

  GHashTableIter iter;
  gpointer item;
  g_hash_table_iter_init (&iter, looks);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    add_area (areas, item);

  if (areas->len > MOST_AREAS)
    merge_all (areas);
  return areas;
}
