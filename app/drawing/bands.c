#include "drawing/bands.h"

#include "drawing/strays.h"
#include "drawing/style.h"
#include "map/zones.h"

#include <math.h>

/* All in points. */
#define PAD 10.0            /* from the actors to the edge of their band */
#define BESIDE_GAP 1.5      /* from the bands to those without a level, at least */
#define EMPTY 26.0          /* the height of a band without an actor, at least */
#define NAME_PAD 3.0        /* above and below its name */
#define EMPTY_MAP 64.0      /* the same, on a map without any */
#define ROOMY_MAP 110.0     /* the same, where there is to be room for more */
#define ROOMY_WIDTH 620.0   /* how far bands run then at least */
#define GUTTER 66.0         /* names of bands are broken to this width */
#define GUTTER_WORD 92.0    /* but a word is not */
#define NAME_HEIGHT (1.3 * NK_TYPE_ZONE)   /* of a band's name in its upper left */
#define BOX_PAD 6.0         /* from the actors to the edge of their district's box */
#define SAME_EDGE 40.0      /* edges of boxes that differ by no more are drawn at one height */
#define BOX_NAME 120.0      /* the name of a district is broken to this width in a narrow box */

typedef struct
{
  double left, top, right, bottom;
} Extent;

static const Extent nothing = { INFINITY, INFINITY, -INFINITY, -INFINITY };

static gboolean
is_nothing (const Extent *extent)
{
  return extent->left > extent->right;
}

static void
include (Extent *extent,
         double  x,
         double  y,
         double  width,
         double  height)
{
  extent->left = MIN (extent->left, x);
  extent->top = MIN (extent->top, y);
  extent->right = MAX (extent->right, x + width);
  extent->bottom = MAX (extent->bottom, y + height);
}

static void
clear_band (gpointer data)
{
  g_clear_pointer (&((NkBand *) data)->name, nk_lettering_unref);
}

static void
clear_district (gpointer data)
{
  g_clear_pointer (&((NkDistrictBox *) data)->name, nk_lettering_unref);
}

NkLettering *
nk_bands_district_name (const char     *language,
                        const NkRecord *district,
                        const char     *family,
                        double          width)
{
  return nk_lettering_new (nk_record_title (district), language, family, NK_TYPE_ZONE, TRUE,
                           MAX (width, BOX_NAME), NK_ALIGN_LEFT);
}

NkLettering *
nk_bands_level_name (const char     *language,
                     const NkRecord *level,
                     const char     *family,
                     double         *gutter)
{
  NkLettering *name = nk_lettering_label (nk_record_title (level), language, family,
                                          NK_TYPE_ZONE, TRUE, GUTTER, GUTTER_WORD, 6);
  double width, height;

  nk_lettering_size (name, &width, &height);
  *gutter = width + 2 * PAD;
  return name;
}

static void
add_district (const NkDrawing *drawing,
              NkBands         *bands,
              const NkRecord  *district,
              const Extent    *extent)
{
  double width = extent->right - extent->left;
  NkDistrictBox box = { .district = district };
  double name_width, name_height;

  box.name = nk_bands_district_name (nk_map_language (drawing->map), district, drawing->family,
                                     width / bands->unit_x);
  nk_lettering_size (box.name, &name_width, &name_height);
  width = MAX (width, name_width * bands->unit_x);
  box.x = (extent->left + extent->right - width) / 2 - BOX_PAD * bands->unit_x;
  box.y = extent->top - (BOX_PAD + name_height + 1) * bands->unit_y;
  box.width = width + 2 * BOX_PAD * bands->unit_x;
  box.height = extent->bottom + BOX_PAD * bands->unit_y - box.y;
  box.name_x = box.x + BOX_PAD * bands->unit_x;
  box.name_y = box.y + 3 * bands->unit_y;
  g_array_append_val (bands->districts, box);
}

static gboolean
do_overlap (const NkDistrictBox *a,
            const NkDistrictBox *b)
{
  return MIN (a->x + a->width, b->x + b->width) - MAX (a->x, b->x) > 0
         && MIN (a->y + a->height, b->y + b->height) - MAX (a->y, b->y) > 0;
}

/* Boxes that lie over each other would say nothing about who belongs where. */
static void
leave_out_mixed (NkBands *bands)
{
  guint n = bands->districts->len;
  g_autofree gboolean *mixed = g_new0 (gboolean, n + 1);

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < i; k++)
      if (do_overlap (&g_array_index (bands->districts, NkDistrictBox, i),
                      &g_array_index (bands->districts, NkDistrictBox, k)))
        mixed[i] = mixed[k] = TRUE;
  for (guint i = n; i-- > 0;)
    if (mixed[i])
      g_array_remove_index (bands->districts, i);
}

static int
by_edge (gconstpointer a,
         gconstpointer b,
         gpointer      user_data)
{
  const double *edges = user_data;
  double first = edges[*(const int *) a], second = edges[*(const int *) b];

  return (first > second) - (first < second);
}

/* TRUE if nothing is between two heights above or below a box. */
static gboolean
is_clear (const NkBands *bands,
          GArray        *actors,
          guint          number,
          double         top,
          double         bottom)
{
  const NkDistrictBox *box = &g_array_index (bands->districts, NkDistrictBox, number);

  for (guint i = 0; i < bands->districts->len; i++)
    {
      const NkDistrictBox *other = &g_array_index (bands->districts, NkDistrictBox, i);

      if (i != number && other->x < box->x + box->width && other->x + other->width > box->x
          && other->y < bottom && other->y + other->height > top)
        return FALSE;
    }
  for (guint i = 0; i < actors->len; i++)
    {
      const NkBody *body = &g_array_index (actors, NkPlacedActor, i).body;

      if (body->x < box->x + box->width && body->x + body->width > box->x
          && body->y < bottom && body->y + body->height > top)
        return FALSE;
    }
  return TRUE;
}

/* Moves the upper or the lower edge of a box outwards, if nothing is in the way. */
static void
move_edge (NkBands *bands,
           GArray  *actors,
           guint    number,
           gboolean upper,
           double   to)
{
  NkDistrictBox *box = &g_array_index (bands->districts, NkDistrictBox, number);
  double bottom = box->y + box->height;

  if (upper ? to >= box->y || !is_clear (bands, actors, number, to, box->y)
            : to <= bottom || !is_clear (bands, actors, number, bottom, to))
    return;
  if (upper)
    {
      box->name_y += to - box->y;
      box->y = to;
    }
  box->height = (upper ? bottom : to) - box->y;
}

/* Boxes that stand side by side begin at one height, and end at one: of edges that differ little,
 * all are drawn where the outermost is. */
static void
align_edges (NkBands *bands,
             GArray  *actors,
             gboolean upper)
{
  guint n = bands->districts->len;
  g_autofree double *edges = g_new (double, n + 1);
  g_autofree int *order = g_new (int, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const NkDistrictBox *box = &g_array_index (bands->districts, NkDistrictBox, i);

      edges[i] = upper ? box->y : -box->y - box->height;   /* the outermost is the least */
      order[i] = (int) i;
    }
  g_qsort_with_data (order, (int) n, sizeof (int), by_edge, edges);
  for (guint first = 0, i = 0; i < n; i++)
    {
      if (edges[order[i]] - edges[order[first]] > SAME_EDGE * bands->unit_y)
        first = i;
      move_edge (bands, actors, (guint) order[i], upper,
                 upper ? edges[order[first]] : -edges[order[first]]);
    }
}

/* Boxes round the actors of a district at the level where districts have boxes. Who strays from
 * that level does not draw the box along. */
static void
find_districts (const NkDrawing *drawing,
                NkBands         *bands,
                GArray          *actors,
                const gboolean  *strays,
                int              level)
{
  guint n = nk_map_count (drawing->map, NK_DISTRICT);
  g_autofree Extent *extents = g_new (Extent, n + 1);

  for (guint i = 0; i < n; i++)
    extents[i] = nothing;
  for (guint i = 0; i < actors->len; i++)
    {
      const NkPlacedActor *placed = &g_array_index (actors, NkPlacedActor, i);
      const NkBody *body = &placed->body;
      int district = nk_actor_box (drawing->map, placed->actor, level);

      if (district >= 0 && !strays[i])
        include (&extents[district], body->x, body->y, body->width, body->height);
    }
  for (guint i = 0; i < n; i++)
    if (!is_nothing (&extents[i]))
      add_district (drawing, bands, nk_map_at (drawing->map, NK_DISTRICT, i), &extents[i]);
  leave_out_mixed (bands);
  align_edges (bands, actors, TRUE);
  align_edges (bands, actors, FALSE);
}

/* What stands in each band, district boxes included, strays not. */
static void
find_extents (const NkDrawing *drawing,
              const NkBands   *bands,
              GArray          *actors,
              const gboolean  *strays,
              int              district_level,
              Extent          *extents)
{
  for (guint i = 0; i < actors->len; i++)
    {
      const NkPlacedActor *placed = &g_array_index (actors, NkPlacedActor, i);
      const NkBody *body = &placed->body;
      int band = nk_actor_band (drawing->map, placed->actor);

      if (band >= 0 && !strays[i])
        include (&extents[band], body->x, body->y, body->width, body->height);
    }
  for (guint i = 0; i < bands->districts->len; i++)
    {
      const NkDistrictBox *box = &g_array_index (bands->districts, NkDistrictBox, i);

      include (&extents[district_level], box->x, box->y, box->width, box->height);
    }
}

/* Gives the bands from `first` to before `end`, which are empty, their strips between two edges. */
static void
place_empty (NkBands *bands,
             guint    first,
             guint    end,
             double   top,
             double   bottom)
{
  double step = (bottom - top) / (end - first);

  for (guint i = first; i < end; i++)
    {
      NkBand *band = &g_array_index (bands->bands, NkBand, i);

      band->top = top + (i - first) * step;
      band->bottom = band->top + step;
    }
}

/* TRUE if all that stands in a band stands in the strip that it has on a roomy map without actors. */
static gboolean
is_roomy (const NkDrawing *drawing,
          const NkBands   *bands,
          const Extent    *extents)
{
  if (!drawing->setting->roomy)
    return FALSE;
  for (guint i = 0; i < bands->bands->len; i++)
    if (!is_nothing (&extents[i])
        && (extents[i].top < i * ROOMY_MAP || extents[i].bottom > (i + 1) * ROOMY_MAP
            || extents[i].left < 0 || extents[i].right > ROOMY_WIDTH))
      return FALSE;
  return TRUE;
}

/* How high a band without an actor is, so that the highest of all names has room in it. */
static double
height_of_empty (const NkBands *bands)
{
  double highest = EMPTY;

  for (guint i = 0; i < bands->bands->len; i++)
    {
      double width, height;

      nk_lettering_size (g_array_index (bands->bands, NkBand, i).name, &width, &height);
      highest = MAX (highest, height + 2 * NAME_PAD);
    }
  return highest * bands->unit_y;
}

/* The edges of all bands: each round what stands in it, neighbours meeting half way; empty ones get
 * a strip at their place in the order, in what room there is. */
static void
place_bands (NkBands      *bands,
             const Extent *extents,
             double        name_height)
{
  const double pad = PAD * bands->unit_y, empty_height = height_of_empty (bands);
  guint n = bands->bands->len;
  int last = -1;   /* the last band above that holds something */

  for (guint i = 0; i < n; i++)
    {
      NkBand *band = &g_array_index (bands->bands, NkBand, i);
      NkBand *above = last >= 0 ? &g_array_index (bands->bands, NkBand, last) : NULL;
      guint empty = i - last - 1;
      double gap, strip;

      if (is_nothing (&extents[i]))
        continue;
      band->top = extents[i].top - name_height - pad;
      band->bottom = extents[i].bottom + pad;
      if (above == NULL)
        place_empty (bands, 0, i, band->top - empty_height * empty, band->top);
      else
        {
          gap = extents[i].top - name_height - extents[last].bottom;
          strip = empty > 0 ? CLAMP (gap * 0.5, 0, empty_height * empty) : 0;
          above->bottom = MAX (extents[last].bottom + (gap - strip) / 2, above->top);
          band->top = above->bottom + strip;
          band->bottom = MAX (band->bottom, band->top);
          if (empty > 0)
            place_empty (bands, last + 1, i, above->bottom, band->top);
        }
      last = i;
    }
  if (last >= 0)
    {
      double bottom = g_array_index (bands->bands, NkBand, last).bottom;

      if (last + 1 < (int) n)
        place_empty (bands, last + 1, n, bottom, bottom + empty_height * (n - last - 1));
    }
  else if (n > 0)
    place_empty (bands, 0, n, 0, EMPTY_MAP * n);
}

/* From where to where the bands run: over all that stands in them, and a gutter for their names
 * that covers no actor at all. */
static void
place_sides (NkBands      *bands,
             const Extent *extents,
             GArray       *actors,
             gboolean      roomy,
             gboolean      tight)
{
  Extent all = nothing;

  for (guint i = 0; i < bands->bands->len; i++)
    if (!is_nothing (&extents[i]))
      include (&all, extents[i].left, extents[i].top, extents[i].right - extents[i].left, 0);
  if (roomy)
    include (&all, 0, 0, ROOMY_WIDTH, 0);
  else if (is_nothing (&all))
    include (&all, 0, 0, 5 * EMPTY_MAP, 0);
  for (guint i = 0; i < actors->len; i++)
    all.left = MIN (all.left, g_array_index (actors, NkPlacedActor, i).body.x);
  bands->left = all.left - (tight ? PAD * bands->unit_x : bands->gutter);
  bands->right = all.right + PAD * bands->unit_x;
}

/* TRUE if there are actors, but none of them stands in a band, and none is to be put there. */
static gboolean
is_beside_all (const NkDrawing *drawing,
               GArray          *actors)
{
  for (guint i = 0; i < actors->len; i++)
    if (nk_actor_band (drawing->map, g_array_index (actors, NkPlacedActor, i).actor) >= 0)
      return FALSE;
  return actors->len > 0 && !drawing->setting->roomy;
}

NkBands *
nk_bands_new (const NkDrawing *drawing,
              GArray          *actors,
              double           unit_x,
              double           unit_y)
{
  const char *language = nk_map_language (drawing->map);
  NkBands *bands = g_new0 (NkBands, 1);
  int district_level = nk_map_district_level (drawing->map);
  guint n = nk_map_count (drawing->map, NK_LEVEL);
  g_autofree Extent *extents = g_new (Extent, n + 1);
  gboolean roomy, hold, tight = drawing->setting->tight;
  g_autofree gboolean *strays = nk_strays_find (drawing->map, actors, &hold);

  bands->unit_x = unit_x;
  bands->unit_y = unit_y;
  bands->bands = g_array_new (FALSE, TRUE, sizeof (NkBand));
  bands->districts = g_array_new (FALSE, TRUE, sizeof (NkDistrictBox));
  g_array_set_clear_func (bands->bands, clear_band);
  g_array_set_clear_func (bands->districts, clear_district);
  if (!hold || is_beside_all (drawing, actors))
    return bands;
  for (guint i = 0; i < n; i++)
    {
      NkBand band = { .level = nk_map_at (drawing->map, NK_LEVEL, i) };
      double gutter;

      if (tight)
        band.name = nk_lettering_new (nk_record_title (band.level), language, drawing->family,
                                      NK_TYPE_ZONE, TRUE, 0, NK_ALIGN_LEFT);
      else
        {
          band.name = nk_bands_level_name (language, band.level, drawing->family, &gutter);
          bands->gutter = MAX (bands->gutter, gutter * unit_x);
        }
      g_array_append_val (bands->bands, band);
      extents[i] = nothing;
    }
  find_districts (drawing, bands, actors, strays, district_level);
  find_extents (drawing, bands, actors, strays, district_level, extents);
  roomy = is_roomy (drawing, bands, extents);
  if (roomy && n > 0)
    place_empty (bands, 0, n, 0, n * ROOMY_MAP);
  else
    place_bands (bands, extents, tight ? NAME_HEIGHT * bands->unit_y : 0);
  place_sides (bands, extents, actors, roomy, tight);
  return bands;
}

gboolean
nk_bands_beside (const NkBands *bands,
                 const NkMap   *map,
                 GArray        *actors,
                 gboolean       right,
                 double        *x,
                 double        *y,
                 double        *width,
                 double        *height)
{
  Extent strip = nothing;
  guint n = bands->bands->len;

  for (guint i = 0; i < actors->len && n > 0; i++)
    {
      const NkPlacedActor *placed = &g_array_index (actors, NkPlacedActor, i);
      const NkBody *body = &placed->body;

      if (nk_actor_band (map, placed->actor) < 0
          && (right ? body->x >= bands->right : body->x + body->width <= bands->left))
        include (&strip, body->x, body->y, body->width, body->height);
    }
  if (is_nothing (&strip))
    return FALSE;
  strip.top = MIN (strip.top - PAD, g_array_index (bands->bands, NkBand, 0).top);
  strip.bottom = MAX (strip.bottom + PAD, g_array_index (bands->bands, NkBand, n - 1).bottom);
  strip.left -= PAD;
  strip.right += PAD;
  if (right)
    strip.left = MAX (strip.left, bands->right + BESIDE_GAP);
  else
    strip.right = MIN (strip.right, bands->left - BESIDE_GAP);
  *x = strip.left;
  *y = strip.top;
  *width = strip.right - strip.left;
  *height = strip.bottom - strip.top;
  return TRUE;
}

void
nk_bands_free (NkBands *bands)
{
  g_array_unref (bands->bands);
  g_array_unref (bands->districts);
  g_free (bands);
}
