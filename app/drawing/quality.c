#include "drawing/quality-private.h"

#include "drawing/numbers.h"
#include "drawing/path.h"
#include "drawing/view.h"
#include "map/zones.h"

#include <math.h>
#include <stdlib.h>

#define TIGHT 4.0          /* points: boxes nearer than this are a tight pair */
#define SCREEN_WIDTH 1600
#define SCREEN_HEIGHT 1000

/* The boxes of all actors that are drawn; `numbers` gets each actor's number + 1. */
static GArray *
collect_boxes (const NkMap   *map,
               const NkScene *scene,
               GHashTable    *numbers)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (NkQualityBox));
  int district_level = nk_map_district_level (map);

  for (guint i = 0; i < nk_map_count (map, NK_ACTOR); i++)
    {
      const NkRecord *actor = nk_map_at (map, NK_ACTOR, i);
      const NkItem *item = nk_scene_find (scene, NK_ITEM_ACTOR, NK_ACTOR, nk_record_id (actor), -1);
      NkQualityBox box = { .actor = actor };

      if (item == NULL)
        continue;
      box.left = item->body_x;
      box.top = item->body_y;
      box.right = item->body_x + item->body_width;
      box.bottom = item->body_y + item->body_height;
      box.centre = (NkPoint) { item->body_x + item->body_width / 2,
                               item->body_y + item->body_height / 2 };
      box.band = nk_actor_band (map, actor);
      box.cluster = nk_actor_box (map, actor, district_level);
      g_array_append_val (boxes, box);
      g_hash_table_insert (numbers, (gpointer) nk_record_id (actor), GUINT_TO_POINTER (boxes->len));
    }
  return boxes;
}

static void
clear_line (gpointer data)
{
  g_free (((NkQualityLine *) data)->points);
}

/* The lines of all ties that are drawn, but for loops. */
static GArray *
collect_lines (const NkMap   *map,
               const NkScene *scene,
               GHashTable    *numbers)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (NkQualityLine));

  g_array_set_clear_func (lines, clear_line);
  for (guint i = 0; i < nk_map_count (map, NK_TIE); i++)
    {
      const NkRecord *tie = nk_map_at (map, NK_TIE, i);
      const NkItem *item = nk_scene_find (scene, NK_ITEM_TIE, NK_TIE, nk_record_id (tie), -1);
      const char *from = nk_record_text (tie, NK_FIELD_FROM);
      const char *to = nk_record_text (tie, NK_FIELD_TO);
      NkQualityLine line = { .left = INFINITY, .top = INFINITY,
                             .right = -INFINITY, .bottom = -INFINITY };

      if (item == NULL || g_str_equal (from, to))
        continue;
      line.from = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, from)) - 1;
      line.to = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, to)) - 1;
      line.points = nk_path_flatten (item->path, item->n_path, item->curved, &line.n);
      for (guint p = 0; p < line.n; p++)
        {
          line.left = MIN (line.left, line.points[p].x);
          line.top = MIN (line.top, line.points[p].y);
          line.right = MAX (line.right, line.points[p].x);
          line.bottom = MAX (line.bottom, line.points[p].y);
        }
      g_array_append_val (lines, line);
    }
  return lines;
}

static void
count_edges (const NkMap   *map,
             const NkScene *scene,
             NkQuality     *quality)
{
  g_autoptr (GHashTable) pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < nk_map_count (map, NK_TIE); i++)
    {
      const NkRecord *tie = nk_map_at (map, NK_TIE, i);
      const char *from = nk_record_text (tie, NK_FIELD_FROM);
      const char *to = nk_record_text (tie, NK_FIELD_TO);
      gboolean forward = g_strcmp0 (from, to) <= 0;

      if (nk_scene_find (scene, NK_ITEM_TIE, NK_TIE, nk_record_id (tie), -1) == NULL)
        continue;
      quality->edges++;
      quality->self_loops += g_str_equal (from, to);
      g_hash_table_add (pairs, g_strconcat (forward ? from : to, "\n", forward ? to : from, NULL));
    }
  quality->multi_edges = quality->edges - g_hash_table_size (pairs);
}

static int
compare_left (const void *a,
              const void *b)
{
  const NkQualityBox *p = *(const NkQualityBox *const *) a;
  const NkQualityBox *q = *(const NkQualityBox *const *) b;

  if (p->left != q->left)
    return p->left < q->left ? -1 : 1;
  return (p > q) - (p < q);
}

static void
measure_overlaps (const NkQualityBox *boxes,
                  guint               n,
                  NkQuality          *quality)
{
  const double least = NK_QUALITY_EPSILON;
  g_autofree const NkQualityBox **order = g_new (const NkQualityBox *, n + 1);
  double worst = 0;

  for (guint i = 0; i < n; i++)
    order[i] = &boxes[i];
  qsort (order, n, sizeof *order, compare_left);
  for (guint j = 0; j < n; j++)
    for (guint i = 0; i < j; i++)
      {
        const NkQualityBox *a = order[i], *b = order[j];
        double across = MIN (a->right, b->right) - MAX (a->left, b->left);
        double down = MIN (a->bottom, b->bottom) - MAX (a->top, b->top);

        if (across > least - TIGHT && down > least - TIGHT)
          quality->node_tight_pairs++;
        if (!(across > least && down > least))
          continue;
        quality->node_overlaps++;
        quality->node_overlap_area += across * down;
        if (across * down > worst)
          {
            worst = across * down;
            quality->worst_overlap[0] = nk_record_id (a->actor);
            quality->worst_overlap[1] = nk_record_id (b->actor);
          }
      }
}

/* The fewest boxes that are in the way of a horizontal line between two bands. */
static guint
fewest_misplaced (const NkQualityBox *boxes,
                  guint               n,
                  int                 upper,
                  int                 lower)
{
  guint fewest = G_MAXUINT;

  for (guint c = 0; c <= 2 * n; c++)
    {
      guint in_the_way = 0;
      double line = -INFINITY;

      /* It can be moved to the edge of some box of the two, or above all. */
      if (c < 2 * n && boxes[c / 2].band == (c % 2 == 0 ? upper : lower))
        line = c % 2 == 0 ? boxes[c / 2].bottom : boxes[c / 2].top;
      else if (c < 2 * n)
        continue;
      for (guint i = 0; i < n; i++)
        in_the_way += (boxes[i].band == upper && boxes[i].bottom > line + NK_QUALITY_EPSILON)
                      || (boxes[i].band == lower && boxes[i].top < line - NK_QUALITY_EPSILON);
      fewest = MIN (fewest, in_the_way);
    }
  return fewest;
}

static double
gap_between (const NkQualityBox *boxes,
             guint               n,
             int                 upper,
             int                 lower)
{
  double bottom = -INFINITY, top = INFINITY;

  for (guint i = 0; i < n; i++)
    if (boxes[i].band == upper)
      bottom = MAX (bottom, boxes[i].bottom);
    else if (boxes[i].band == lower)
      top = MIN (top, boxes[i].top);
  return top - bottom;
}

static void
measure_bands (const NkQualityBox *boxes,
               guint               n,
               guint               n_levels,
               NkQuality          *quality)
{
  int above = -1;

  quality->band_gap_min = NAN;
  for (int band = 0; band < (int) n_levels; band++)
    {
      gboolean used = FALSE;

      for (guint i = 0; i < n && !used; i++)
        used = boxes[i].band == band;
      if (!used)
        continue;
      quality->bands++;
      if (above >= 0)
        {
          quality->band_misplaced += fewest_misplaced (boxes, n, above, band);
          quality->band_gap_min = fmin (quality->band_gap_min, gap_between (boxes, n, above, band));
        }
      above = band;
    }
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      quality->band_inversions += boxes[i].band >= 0 && boxes[j].band > boxes[i].band
                                  && boxes[i].centre.y >= boxes[j].centre.y;
}

static gboolean
overlap (const NkQualityBox *a,
         const NkQualityBox *b)
{
  return MIN (a->right, b->right) - MAX (a->left, b->left) > NK_QUALITY_EPSILON
         && MIN (a->bottom, b->bottom) - MAX (a->top, b->top) > NK_QUALITY_EPSILON;
}

/* Widens a box so that it holds another one, too. */
static void
widen (NkQualityBox       *box,
       const NkQualityBox *other)
{
  box->left = MIN (box->left, other->left);
  box->top = MIN (box->top, other->top);
  box->right = MAX (box->right, other->right);
  box->bottom = MAX (box->bottom, other->bottom);
}

static void
measure_clusters (const NkQualityBox *boxes,
                  guint               n,
                  guint               n_districts,
                  NkQuality          *quality)
{
  g_autofree NkQualityBox *clusters = g_new (NkQualityBox, n_districts + 1);

  for (guint c = 0; c < n_districts; c++)
    clusters[c] = (NkQualityBox) { .left = INFINITY, .top = INFINITY,
                                   .right = -INFINITY, .bottom = -INFINITY };
  for (guint i = 0; i < n; i++)
    if (boxes[i].cluster >= 0)
      widen (&clusters[boxes[i].cluster], &boxes[i]);
  for (guint c = 0; c < n_districts; c++)
    {
      quality->clusters += clusters[c].left <= clusters[c].right;
      for (guint other = 0; other < c; other++)
        quality->cluster_box_overlaps += overlap (&clusters[c], &clusters[other]);
      for (guint i = 0; i < n; i++)
        quality->cluster_intruders += boxes[i].cluster != (int) c
                                      && overlap (&boxes[i], &clusters[c]);
    }
}

static void
measure_pins (const NkQualityBox *boxes,
              guint               n,
              const NkMap        *before,
              NkQuality          *quality)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    {
      const NkRecord *pinned = nk_map_find (before, NK_ACTOR, nk_record_id (boxes[i].actor));
      double moved;

      if (pinned == NULL || !nk_record_boolean (pinned, NK_FIELD_PINNED)
          || !nk_record_is_placed (pinned))
        continue;
      moved = hypot (boxes[i].centre.x - nk_record_number (pinned, NK_FIELD_X),
                     boxes[i].centre.y - nk_record_number (pinned, NK_FIELD_Y));
      quality->pins++;
      quality->pins_moved += moved > 1e-9;
      quality->pin_max = MAX (quality->pin_max, moved);
      sum += moved;
    }
  quality->pin_mean = quality->pins > 0 ? sum / quality->pins : 0;
}

static void
measure_extent (const NkQualityBox *boxes,
                guint               n,
                NkQuality          *quality)
{
  double covered = 0;
  NkQualityBox all;

  quality->width = quality->height = quality->aspect = quality->ink = quality->fit_zoom = NAN;
  if (n == 0)
    return;
  all = boxes[0];
  for (guint i = 0; i < n; i++)
    {
      widen (&all, &boxes[i]);
      covered += (boxes[i].right - boxes[i].left) * (boxes[i].bottom - boxes[i].top);
    }
  quality->width = all.right - all.left;
  quality->height = all.bottom - all.top;
  quality->aspect = quality->width / quality->height;
  quality->ink = covered / (quality->width * quality->height);
  quality->fit_zoom = MIN (SCREEN_WIDTH / quality->width, SCREEN_HEIGHT / quality->height);
}

void
nk_quality_measure (const NkMap *map,
                    const NkMap *before,
                    NkQuality   *quality)
{
  const NkViewSetting levels = { .show = NK_SHOW_LEVELS };
  g_autoptr (NkScene) scene = nk_view_scene (map, &levels);
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) boxes = collect_boxes (map, scene, numbers);
  g_autoptr (GArray) lines = collect_lines (map, scene, numbers);
  const NkQualityBox *data = (const NkQualityBox *) (gconstpointer) boxes->data;

  *quality = (NkQuality) { .nodes = boxes->len };
  count_edges (map, scene, quality);
  measure_overlaps (data, boxes->len, quality);
  nk_quality_lines (data, boxes->len, (const NkQualityLine *) (gconstpointer) lines->data,
                    lines->len, quality);
  measure_bands (data, boxes->len, nk_map_count (map, NK_LEVEL), quality);
  measure_clusters (data, boxes->len, nk_map_count (map, NK_DISTRICT), quality);
  measure_pins (data, boxes->len, before, quality);
  measure_extent (data, boxes->len, quality);
}

typedef enum
{
  COUNT,
  LENGTH
} Kind;

static const struct { const char *name; Kind kind; gsize offset; } members[] = {
#define MEMBER(kind, name) { #name, kind, G_STRUCT_OFFSET (NkQuality, name) }
  MEMBER (COUNT, nodes), MEMBER (COUNT, edges), MEMBER (COUNT, self_loops),
  MEMBER (COUNT, multi_edges), MEMBER (COUNT, node_overlaps), MEMBER (LENGTH, node_overlap_area),
  MEMBER (COUNT, node_tight_pairs), MEMBER (COUNT, edge_crossings), MEMBER (COUNT, edge_collinear),
  MEMBER (COUNT, edge_node_overlaps), MEMBER (LENGTH, edge_length_mean),
  MEMBER (LENGTH, edge_length_max), MEMBER (LENGTH, edge_length_cv), MEMBER (LENGTH, stress),
  MEMBER (COUNT, bands), MEMBER (COUNT, band_inversions), MEMBER (COUNT, band_misplaced),
  MEMBER (LENGTH, band_gap_min), MEMBER (COUNT, clusters), MEMBER (COUNT, cluster_box_overlaps),
  MEMBER (COUNT, cluster_intruders), MEMBER (COUNT, pins), MEMBER (LENGTH, pin_max),
  MEMBER (LENGTH, pin_mean), MEMBER (COUNT, pins_moved), MEMBER (LENGTH, width),
  MEMBER (LENGTH, height), MEMBER (LENGTH, aspect), MEMBER (LENGTH, ink), MEMBER (LENGTH, fit_zoom),
#undef MEMBER
};

static void
append_strays (GString         *text,
               const GPtrArray *strays)
{
  g_string_append (text, ",\n  \"strays\": [");
  for (guint i = 0; i < strays->len; i++)
    {
      g_string_append (text, i > 0 ? ", " : "");
      nk_append_string (text, nk_record_id (g_ptr_array_index (strays, i)));
    }
  g_string_append_c (text, ']');
}

char *
nk_quality_to_text (const NkQuality *quality,
                    const GPtrArray *strays)
{
  GString *text = g_string_new ("{\n  \"worst_overlap\": ");

  if (quality->worst_overlap[0] != NULL)
    {
      g_string_append_c (text, '[');
      nk_append_string (text, quality->worst_overlap[0]);
      g_string_append (text, ", ");
      nk_append_string (text, quality->worst_overlap[1]);
      g_string_append_c (text, ']');
    }
  else
    g_string_append (text, "null");
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const char *field = (const char *) quality + members[i].offset;
      char number[G_ASCII_DTOSTR_BUF_SIZE] = "null";
      double length = members[i].kind == LENGTH ? G_STRUCT_MEMBER (double, field, 0) : 0;

      if (members[i].kind == COUNT)
        g_snprintf (number, sizeof number, "%u", G_STRUCT_MEMBER (guint, field, 0));
      else if (isfinite (length))
        g_ascii_dtostr (number, sizeof number, length);
      g_string_append_printf (text, ",\n  \"%s\": %s", members[i].name, number);
    }
  append_strays (text, strays);
  g_string_append (text, "\n}\n");
  return g_string_free (text, FALSE);
}
