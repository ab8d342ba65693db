#include "drawing/tie-names.h"

#include "drawing/cells.h"
#include "drawing/path.h"
#include "drawing/scene-private.h"
#include "drawing/shape.h"
#include "drawing/style.h"

#include <math.h>

/* Names are broken to the first width, or to the second where they have no room with it. Points. */
static const double widths[] = { 100, 52 };

#define REACH 110.0        /* points: no name reaches farther from its line */
#define PLACES 25          /* along a line at which a name may stand */
#define AIR 1.5            /* points that it keeps off from what it must not touch */
#define MARK_AIR 1.2       /* the same of arrow heads, in their size */

/* What is bad about a place, in lines that run through the name. */
#define COST_BESIDE 0.6    /* beside its line, not on it */
#define COST_STEM 0.3      /* on a thin line from an actor to the plane above */
#define COST_EDGE 0.2      /* on the edge of a band, a district or a plane */
#define COST_OUTSIDE 0.5   /* where nothing else is drawn */
#define COST_MIDDLE 0.5    /* at an end of its line; less towards the middle */
#define COST_NARROW 0.3    /* broken to the smaller width */

typedef struct
{
  double left, top, right, bottom;
} Box;

typedef struct
{
  const NkItem *tie;
  const char *name;
  NkPoint *line;           /* straight parts */
  guint n_line;
  double length;
} Named;

typedef struct
{
  NkLettering *lettering;  /* or NULL: there is no room */
  double x, y, cost;
} Place;

typedef struct
{
  NkScene *drawn;
  Box bounds;
  GArray *boxes;           /* of Box: the names that have their place */
  NkCells *cells;          /* of these, each as wide as a name in its way might begin */
  NkPoint **lines;         /* by the number of an item: its line as straight parts, or NULL */
  guint *n_lines;
} Search;

static const char *
name_of (const NkMap  *map,
         const NkItem *item)
{
  const NkRecord *tie = item->type == NK_ITEM_TIE ? nk_map_find (map, NK_TIE, item->id) : NULL;

  return tie != NULL ? nk_record_text (tie, NK_FIELD_NAME) : "";
}

static gboolean
overlap (const Box *a,
         const Box *b)
{
  return a->left < b->right && a->right > b->left && a->top < b->bottom && a->bottom > b->top;
}

static Box
widened (Box    box,
         double by)
{
  return (Box) { box.left - by, box.top - by, box.right + by, box.bottom + by };
}

/* Takes off of a part of a line, from *t0 to *t1, what is on the far side of a border. */
static gboolean
clip (double  from,
      double  step,
      double  least,
      double  most,
      double *t0,
      double *t1)
{
  if (step == 0)
    return from >= least && from <= most;
  *t0 = MAX (*t0, ((step > 0 ? least : most) - from) / step);
  *t1 = MIN (*t1, ((step > 0 ? most : least) - from) / step);
  return *t0 <= *t1;
}

static gboolean
line_meets (const NkPoint *line,
            guint          n,
            const Box     *box)
{
  for (guint i = 0; i + 1 < n; i++)
    {
      double t0 = 0, t1 = 1;

      if (clip (line[i].x, line[i + 1].x - line[i].x, box->left, box->right, &t0, &t1)
          && clip (line[i].y, line[i + 1].y - line[i].y, box->top, box->bottom, &t0, &t1))
        return TRUE;
    }
  return FALSE;
}

static gboolean
item_line_meets (Search    *search,
                 guint      number,
                 const Box *box)
{
  const NkItem *item = nk_scene_item (search->drawn, number);

  if (item->n_path < 2)
    return FALSE;
  if (search->lines[number] == NULL)
    search->lines[number] = nk_path_flatten (item->path, item->n_path, item->curved,
                                             &search->n_lines[number]);
  return line_meets (search->lines[number], search->n_lines[number], box);
}

/* TRUE if an arrow head of a tie lies in a box. */
static gboolean
mark_meets (const NkItem *tie,
            const Box    *box)
{
  for (int end = 0; end < 2; end++)
    {
      NkPoint at = tie->path[end == 0 ? 0 : tie->n_path - 1];
      Box mark = widened ((Box) { at.x, at.y, at.x, at.y }, tie->end_size * MARK_AIR);

      if ((end == 0 ? tie->from_end : tie->to_end) != NK_END_NONE && overlap (&mark, box))
        return TRUE;
    }
  return FALSE;
}

/* TRUE if the edge of a zone runs through a box. */
static gboolean
edge_meets (const NkItem *zone,
            const Box    *box)
{
  gboolean first = nk_item_contains (zone, box->left, box->top);

  return nk_item_contains (zone, box->right, box->top) != first
         || nk_item_contains (zone, box->left, box->bottom) != first
         || nk_item_contains (zone, box->right, box->bottom) != first;
}

static Box
body_box (const NkItem *item)
{
  return (Box) { item->body_x, item->body_y, item->body_x + item->body_width,
                 item->body_y + item->body_height };
}

static Box
words_box (const NkItem *item)
{
  double width, height;

  nk_lettering_size (item->lettering, &width, &height);
  return (Box) { item->text_x, item->text_y, item->text_x + width, item->text_y + height };
}

/* What an item costs a name that would stand in this box; INFINITY if it can't stand there. */
static double
cost_of_item (Search       *search,
              guint         number,
              const NkItem *tie,
              const Box    *box)
{
  const NkItem *item = nk_scene_item (search->drawn, number);
  Box wide = widened (*box, AIR), other;

  if (item->lettering != NULL && (other = words_box (item), overlap (&other, &wide)))
    return INFINITY;
  switch (item->type)
    {
    case NK_ITEM_ACTOR:
    case NK_ITEM_NOTE:
      other = body_box (item);
      if (item->shape != NK_SHAPE_NONE && overlap (&other, &wide))
        return INFINITY;
      return item_line_meets (search, number, box) ? COST_STEM : 0;
    case NK_ITEM_TIE:
      if (mark_meets (item, box))
        return INFINITY;
      return item != tie && item_line_meets (search, number, box) ? 1 : 0;
    case NK_ITEM_BAND:
    case NK_ITEM_DISTRICT:
    case NK_ITEM_PLANE:
      return edge_meets (item, box) ? COST_EDGE : 0;
    case NK_ITEM_LABEL:
    case NK_ITEM_LEGEND:
      break;
    }
  return 0;
}

/* Adds to a cost what is bad about a box for a name; it stops once that is not under `enough`. */
static double
cost_of_box (Search       *search,
             const NkItem *tie,
             GArray       *near,
             const Box    *box,
             double        cost,
             double        enough)
{
  g_autoptr (GArray) items = NULL;
  Box wide = widened (*box, AIR);

  if (box->left < search->bounds.left || box->right > search->bounds.right
      || box->top < search->bounds.top || box->bottom > search->bounds.bottom)
    cost += COST_OUTSIDE;
  for (guint i = 0; i < near->len; i++)
    if (overlap (&g_array_index (search->boxes, Box, g_array_index (near, guint, i)), &wide))
      return INFINITY;
  items = nk_scene_touching (search->drawn, wide.left, wide.top, wide.right - wide.left,
                             wide.bottom - wide.top);
  for (guint i = 0; i < items->len && cost < enough; i++)
    cost += cost_of_item (search, g_array_index (items, guint, i), tie, box);
  return cost;
}

/* The point at a part of the line's length, 0 to 1, and the direction there, of length 1. */
static NkPoint
point_along (const Named *named,
             double       part,
             NkPoint     *direction)
{
  double left = part * named->length;

  for (guint i = 0; i + 1 < named->n_line; i++)
    {
      NkPoint a = named->line[i], b = named->line[i + 1];
      double length = hypot (b.x - a.x, b.y - a.y);

      if (length > 0 && (left <= length || i + 2 == named->n_line))
        {
          double t = MIN (left / length, 1);

          *direction = (NkPoint) { (b.x - a.x) / length, (b.y - a.y) / length };
          return (NkPoint) { a.x + t * (b.x - a.x), a.y + t * (b.y - a.y) };
        }
      left -= length;
    }
  *direction = (NkPoint) { 1, 0 };
  return named->line[0];
}

/* The names with a place that one on this line might touch: numbers, each once. */
static GArray *
find_near (Search      *search,
           const Named *named)
{
  GArray *near = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i + 1 < named->n_line; i++)
    {
      NkCellsWalk walk;
      const guint *things;
      guint n;

      nk_cells_walk (search->cells, named->line[i], named->line[i + 1], &walk);
      while (nk_cells_next (&walk, &things, &n))
        for (guint t = 0; t < n; t++)
          if (g_hash_table_add (seen, GUINT_TO_POINTER (things[t])))
            g_array_append_val (near, things[t]);
    }
  return near;
}

/* Looks for a better place for a name that is set like this: on its line, and beside it. */
static void
try_lettering (Search      *search,
               const Named *named,
               NkLettering *lettering,
               GArray      *near,
               double       extra,
               Place       *best)
{
  double width, height;

  nk_lettering_size (lettering, &width, &height);
  for (int i = 0; i < PLACES; i++)
    for (int side = 0; side < 3; side++)
      {
        /* From the middle outward: 0.5, 0.54, 0.46, 0.58 and so on. */
        double off = (i + 1) / 2 / (PLACES + 1.0) * (i % 2 == 1 ? 1 : -1);
        double cost = extra + COST_MIDDLE * 2 * fabs (off) + (side > 0 ? COST_BESIDE : 0), away;
        NkPoint direction, at = point_along (named, 0.5 + off, &direction);
        Box box;

        if (cost >= best->cost)
          continue;
        away = (side == 0 ? 0 : side == 1 ? -1 : 1)
               * (fabs (direction.y) * width / 2 + fabs (direction.x) * height / 2 + 2 * AIR);
        box.left = at.x - direction.y * away - width / 2;
        box.top = at.y + direction.x * away - height / 2;
        box.right = box.left + width;
        box.bottom = box.top + height;
        cost = cost_of_box (search, named->tie, near, &box, cost, best->cost);
        if (cost < best->cost)
          {
            g_clear_pointer (&best->lettering, nk_lettering_unref);
            *best = (Place) { nk_lettering_ref (lettering), box.left, box.top, cost };
          }
      }
}

static Place
find_place (Search      *search,
            const Named *named,
            const char  *language,
            const char  *family,
            double       size)
{
  g_autoptr (GArray) near = find_near (search, named);
  Place best = { NULL, 0, 0, INFINITY };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (NkLettering) lettering = nk_lettering_new (named->name, language, family, size,
                                                            FALSE, widths[i], NK_ALIGN_CENTER);

      try_lettering (search, named, lettering, near, i * COST_NARROW, &best);
    }
  return best;
}

/* Keeps a place free from now on. */
static void
take_place (Search      *search,
            const Place *place)
{
  double width, height;
  Box box;

  nk_lettering_size (place->lettering, &width, &height);
  box = (Box) { place->x, place->y, place->x + width, place->y + height };
  nk_cells_add_box (search->cells, search->boxes->len, box.left - REACH, box.top - REACH,
                    box.right + REACH, box.bottom + REACH);
  g_array_append_val (search->boxes, box);
}

static void
clear_named (gpointer data)
{
  g_free (((Named *) data)->line);
}

/* Shorter lines have less choice, so they come first. */
static int
by_length (gconstpointer a,
           gconstpointer b)
{
  const Named *x = a, *y = b;

  return x->length != y->length ? (x->length > y->length) - (x->length < y->length)
                                : (x->tie > y->tie) - (x->tie < y->tie);
}

static GArray *
find_named (const NkScene *drawn,
            const NkMap   *map)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Named));

  g_array_set_clear_func (all, clear_named);
  for (guint i = 0; i < nk_scene_n_items (drawn); i++)
    {
      const NkItem *item = nk_scene_item (drawn, i);
      Named named = { .tie = item, .name = name_of (map, item) };

      if (named.name[0] == '\0' || item->n_path < 2)
        continue;
      named.line = nk_path_flatten (item->path, item->n_path, item->curved, &named.n_line);
      for (guint p = 0; p + 1 < named.n_line; p++)
        named.length += hypot (named.line[p + 1].x - named.line[p].x,
                               named.line[p + 1].y - named.line[p].y);
      g_array_append_val (all, named);
    }
  g_array_sort (all, by_length);
  return all;
}

static void
search_init (Search  *search,
             NkScene *drawn)
{
  double x, y, width, height;
  guint n = nk_scene_n_items (drawn);

  nk_scene_bounds (drawn, &x, &y, &width, &height);
  search->drawn = drawn;
  search->bounds = (Box) { x, y, x + width, y + height };
  search->boxes = g_array_new (FALSE, FALSE, sizeof (Box));
  search->cells = nk_cells_new (x, y, x + width, y + height);
  search->lines = g_new0 (NkPoint *, n + 1);
  search->n_lines = g_new0 (guint, n + 1);
}

static void
search_clear (Search *search)
{
  for (guint i = 0; i < nk_scene_n_items (search->drawn); i++)
    g_free (search->lines[i]);
  g_free (search->lines);
  g_free (search->n_lines);
  nk_cells_free (search->cells);
  g_array_unref (search->boxes);
}

NkScene *
nk_tie_names_add (NkScene     *drawn,
                  const NkMap *map,
                  const char  *family,
                  double       least_type)
{
  g_autoptr (GArray) all = find_named (drawn, map);
  NkScene *scene;
  Search search;

  if (all->len == 0)
    return drawn;
  scene = nk_scene_new (nk_scene_theme (drawn));
  nk_scene_add_scaled (scene, drawn, 1, 0, 0);
  search_init (&search, drawn);
  for (guint i = 0; i < all->len; i++)
    {
      const Named *named = &g_array_index (all, Named, i);
      Place place = find_place (&search, named, nk_map_language (map), family,
                                MAX (NK_TYPE_TIE, least_type));
      NkItem *item;

      if (place.lettering == NULL)
        continue;
      take_place (&search, &place);
      item = nk_scene_add (scene, NK_ITEM_LABEL, NK_TIE, named->tie->id, named->tie->plane);
      nk_item_set_text (item, place.lettering, place.x, place.y, item->theme->heading);
      item->halo = TRUE;
    }
  nk_scene_finish (scene, 0, 0);
  search_clear (&search);
  nk_scene_unref (drawn);
  return scene;
}

guint
nk_tie_names_left_out (const NkScene *drawn,
                       const NkMap   *map)
{
  guint n = 0;

  for (guint i = 0; i < nk_scene_n_items (drawn); i++)
    {
      const NkItem *item = nk_scene_item (drawn, i);

      n += name_of (map, item)[0] != '\0'
           && nk_scene_find (drawn, NK_ITEM_LABEL, NK_TIE, item->id, item->plane) == NULL;
    }
  return n;
}
