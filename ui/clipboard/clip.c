#include "ui/clipboard/clip.h"

#include "files/native.h"
#include "intake/fragment.h"
#include "intake/rows-write.h"

#include <string.h>

/* Actors come first, as it is them that most rows are about. */
static const NkRecordKind kinds[] = { NK_ACTOR, NK_TIE, NK_NOTE, NK_EVENT, NK_SOURCE };

typedef struct
{
  NkRecord *record;
  int position;
} Place;

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  return ((const Place *) a)->position - ((const Place *) b)->position;
}

static void
add_kind (GPtrArray         *records,
          const NkMap       *map,
          const NkSelection *selection,
          NkRecordKind       kind)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint i = 0; i < nk_selection_count (selection); i++)
    {
      const NkRecordName *name = nk_selection_at (selection, i);
      Place place = { nk_map_find (map, name->kind, name->id), 0 };

      if (name->kind != kind || place.record == NULL)
        continue;
      place.position = nk_map_position (map, kind, name->id);
      g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);
  for (guint i = 0; i < places->len; i++)
    g_ptr_array_add (records, g_array_index (places, Place, i).record);
}

GPtrArray *
nk_clip_selected (NkSession *session)
{
  GPtrArray *records = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    add_kind (records, nk_session_map (session), nk_session_selection (session), kinds[i]);
  return records;
}

static GPtrArray *
of_first_kind (GPtrArray *records)
{
  GPtrArray *same = g_ptr_array_new ();
  NkRecordKind kind = nk_record_kind (g_ptr_array_index (records, 0));

  for (guint i = 0; i < records->len; i++)
    if (nk_record_kind (g_ptr_array_index (records, i)) == kind)
      g_ptr_array_add (same, g_ptr_array_index (records, i));
  return same;
}

GdkContentProvider *
nk_clip_provider (const NkMap *map,
                  GPtrArray   *records,
                  gboolean     with_ties,
                  GArray      *columns)
{
  g_autoptr (NkMap) fragment = nk_fragment_new (map, records, with_ties);
  g_autoptr (GBytes) bytes = nk_native_write (fragment);
  g_autoptr (GPtrArray) same = of_first_kind (records);
  g_autoptr (GArray) full = columns != NULL ? g_array_ref (columns) : nk_rows_columns (map, same);
  g_autofree char *text = nk_rows_text (map, same, full);
  char *html = nk_rows_html (map, same, full);
  g_autoptr (GBytes) page = g_bytes_new_take (html, strlen (html));
  GdkContentProvider *forms[] = {
    gdk_content_provider_new_for_bytes (NK_FRAGMENT_TYPE, bytes),
    gdk_content_provider_new_for_bytes ("text/html", page),
    gdk_content_provider_new_typed (G_TYPE_STRING, text),
  };

  return gdk_content_provider_new_union (forms, G_N_ELEMENTS (forms));
}
