#include "ui/find/finder.h"

#define ROW 24.0   /* points; what lies within is read from left to right */

/* A hit and where it comes in the walk. */
typedef struct
{
  NkHit hit;
  guint tier;      /* of name, of other names, of the rest */
  guint group;     /* of kind */
  int plane;
  double row, x;
} Place;

struct _NkFinder
{
  NkSession *session;
  NkSearch *search;
  GArray *places;      /* of Place */
  guint hidden;
  NkRecordName current;   /* id NULL: none */
};

NkFinder *
nk_finder_new (NkSession *session)
{
  NkFinder *finder = g_new0 (NkFinder, 1);

  finder->session = g_object_ref (session);
  finder->search = nk_search_new ();
  finder->places = g_array_new (FALSE, FALSE, sizeof (Place));
  return finder;
}

void
nk_finder_free (NkFinder *finder)
{
  g_array_unref (finder->places);
  nk_search_free (finder->search);
  g_free (finder->current.id);
  g_object_unref (finder->session);
  g_free (finder);
}

/* Searching */

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Place *one = a, *other = b;

  if (one->tier != other->tier)
    return one->tier < other->tier ? -1 : 1;
  if (one->group != other->group)
    return one->group < other->group ? -1 : 1;
  if (one->plane != other->plane)
    return one->plane < other->plane ? -1 : 1;
  if (one->row != other->row)
    return one->row < other->row ? -1 : 1;
  return one->x < other->x ? -1 : one->x > other->x;
}

static guint
tier_of (NkField field)
{
  if (field == NK_FIELD_NAME || field == NK_FIELD_TEXT)
    return 0;
  return field == NK_FIELD_SHORT || field == NK_FIELD_ALIAS ? 1 : 2;
}

static void
add_hit (NkFinder    *finder,
         const NkHit *hit,
         NkItemType   type,
         guint        group)
{
  const NkItem *item = nk_scene_find (nk_session_scene (finder->session), type,
                                      nk_record_kind (hit->record), nk_record_id (hit->record), -1);
  Place place = { *hit, tier_of (hit->field), group, .plane = -1 };

  if (item == NULL)
    {
      finder->hidden++;
      return;
    }
  place.plane = item->plane;
  place.row = (int) ((item->y + item->height / 2) / ROW);
  place.x = item->x;
  g_array_append_val (finder->places, place);
}

void
nk_finder_search (NkFinder   *finder,
                  const char *text)
{
  static const struct { NkRecordKind kind; NkItemType type; } kinds[] = {
    { NK_ACTOR, NK_ITEM_ACTOR }, { NK_NOTE, NK_ITEM_NOTE }, { NK_TIE, NK_ITEM_TIE },
  };

  g_array_set_size (finder->places, 0);
  finder->hidden = 0;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GArray) hits = nk_search_find (finder->search, nk_session_map (finder->session),
                                                kinds[i].kind, text);

      for (guint j = 0; j < hits->len; j++)
        add_hit (finder, &g_array_index (hits, NkHit, j), kinds[i].type, i);
    }
  g_array_sort (finder->places, compare_places);
}

guint
nk_finder_count (NkFinder *finder)
{
  return finder->places->len;
}

guint
nk_finder_hidden (NkFinder *finder)
{
  return finder->hidden;
}

const NkHit *
nk_finder_hit (NkFinder *finder,
               guint     i)
{
  return &g_array_index (finder->places, Place, i).hit;
}

/* Walking */

static int
position_of (NkFinder           *finder,
             const NkRecordName *name)
{
  for (guint i = 0; name->id != NULL && i < finder->places->len; i++)
    {
      const NkHit *hit = nk_finder_hit (finder, i);

      if (nk_record_kind (hit->record) == name->kind
          && g_str_equal (nk_record_id (hit->record), name->id))
        return (int) i;
    }
  return -1;
}

int
nk_finder_at (NkFinder *finder)
{
  return position_of (finder, &finder->current);
}

/* From where one walks on: what alone is selected, if it was found. */
static int
start_of (NkFinder *finder)
{
  const NkSelection *selection = nk_session_selection (finder->session);
  int selected = nk_selection_count (selection) == 1
                 ? position_of (finder, nk_selection_at (selection, 0)) : -1;

  return selected >= 0 ? selected : nk_finder_at (finder);
}

const NkHit *
nk_finder_step (NkFinder *finder,
                int       direction)
{
  int n = (int) finder->places->len, at = start_of (finder);
  const NkHit *hit;

  if (n == 0)
    return NULL;
  if (at < 0)
    at = direction >= 0 ? 0 : n - 1;
  else
    at = (at + direction + n) % n;
  hit = nk_finder_hit (finder, (guint) at);
  g_free (finder->current.id);
  finder->current.kind = nk_record_kind (hit->record);
  finder->current.id = g_strdup (nk_record_id (hit->record));
  return hit;
}

static NkSelection *
first_hits (NkFinder *finder,
            guint     n)
{
  NkSelection *hits = nk_selection_new ();

  for (guint i = 0; i < n; i++)
    {
      const NkHit *hit = nk_finder_hit (finder, i);

      nk_selection_add (hits, nk_record_kind (hit->record), nk_record_id (hit->record));
    }
  return hits;
}

NkSelection *
nk_finder_all (NkFinder *finder)
{
  return first_hits (finder, finder->places->len);
}

NkSelection *
nk_finder_best (NkFinder *finder)
{
  guint n = 0;

  while (n < finder->places->len && g_array_index (finder->places, Place, n).tier < 2)
    n++;
  return first_hits (finder, n > 0 ? n : finder->places->len);
}
