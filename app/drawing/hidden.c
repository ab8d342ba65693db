#include "drawing/hidden.h"

#include "drawing/planes.h"
#include "drawing/tie-names.h"
#include "drawing/words.h"

typedef struct
{
  guint actors_not_there, no_dimension, no_plane, no_place;
  guint ties_not_there, their_ties, ties_no_plane;
  guint notes;
} Hidden;

/* In the triangle an actor stands where its weights draw it. */
static gboolean
has_place (const NkRecord      *actor,
           const NkViewSetting *view)
{
  return view->show == NK_SHOW_TRIANGLE || nk_record_is_placed (actor);
}

static gboolean
is_shown (const NkMap         *map,
          const char          *actor,
          const NkViewSetting *view)
{
  const NkRecord *record = nk_map_find (map, NK_ACTOR, actor);

  return has_place (record, view) && nk_view_shows (map, record, view);
}

/* TRUE if none can be hidden: at no date, on the one plane that there is, and all actors have a
 * place. */
static gboolean
shows_all_ties (const NkViewSetting *view,
                const Hidden        *hidden)
{
  return view->show == NK_SHOW_LEVELS && (view->date == NULL || view->date[0] == '\0')
         && hidden->no_place == 0;
}

/* Counts what the map has and the figure doesn't show, each thing for the first reason it has. */
static Hidden
count_hidden (const NkMap         *map,
              const NkViewSetting *view)
{
  NkViewSetting dated = { .show = NK_SHOW_LEVELS, .date = view->date };
  Hidden hidden = { 0 };

  for (guint i = 0; i < nk_map_count (map, NK_ACTOR); i++)
    {
      const NkRecord *actor = nk_map_at (map, NK_ACTOR, i);

      if (!nk_view_shows (map, actor, &dated))
        hidden.actors_not_there++;
      else if (!nk_view_shows (map, actor, view))
        (*(nk_planes_of (actor) == 0 ? &hidden.no_dimension : &hidden.no_plane))++;
      else if (!has_place (actor, view))
        hidden.no_place++;
    }
  for (guint i = 0; !shows_all_ties (view, &hidden) && i < nk_map_count (map, NK_TIE); i++)
    {
      const NkRecord *tie = nk_map_at (map, NK_TIE, i);

      if (!nk_view_shows (map, tie, &dated))
        hidden.ties_not_there++;
      else if (!is_shown (map, nk_record_text (tie, NK_FIELD_FROM), view)
               || !is_shown (map, nk_record_text (tie, NK_FIELD_TO), view))
        hidden.their_ties++;
      else if (!nk_view_shows (map, tie, view))
        hidden.ties_no_plane++;
    }
  for (guint i = 0; i < nk_map_count (map, NK_NOTE); i++)
    if (!nk_view_shows (map, nk_map_at (map, NK_NOTE, i), view))
      hidden.notes++;
  return hidden;
}

static void
append_count (GString     *text,
              const NkMap *map,
              NkCount      count,
              guint        n,
              const char  *date)
{
  g_autofree char *sentence = n > 0 ? nk_word_count (map, count, n, date) : NULL;

  if (sentence != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
}

char *
nk_hidden_text (const NkMap         *map,
                const NkViewSetting *view)
{
  GString *text = g_string_new (NULL);
  Hidden hidden = count_hidden (map, view);

  g_autofree char *date = nk_word_period (map, view->date);

  if (date[0] != '\0')
    {
      g_autofree char *sentence = nk_word_date (map, date);

      g_string_append (text, sentence);
    }
  append_count (text, map, NK_COUNT_ACTORS_NOT_THERE, hidden.actors_not_there, date);
  append_count (text, map, NK_COUNT_TIES_NOT_THERE, hidden.ties_not_there, date);
  append_count (text, map, NK_COUNT_NO_DIMENSION, hidden.no_dimension, NULL);
  append_count (text, map, NK_COUNT_NO_PLANE, hidden.no_plane, NULL);
  append_count (text, map, NK_COUNT_NO_PLACE, hidden.no_place, NULL);
  append_count (text, map, NK_COUNT_THEIR_TIES, hidden.their_ties, NULL);
  append_count (text, map, NK_COUNT_TIES_NO_PLANE, hidden.ties_no_plane, NULL);
  append_count (text, map, NK_COUNT_NOTES, hidden.notes, NULL);
  return g_string_free (text, FALSE);
}

char *
nk_hidden_names_text (const NkMap   *map,
                      const NkScene *drawn)
{
  GString *text = g_string_new (NULL);

  append_count (text, map, NK_COUNT_TIE_NAMES, nk_tie_names_left_out (drawn, map), NULL);
  return g_string_free (text, FALSE);
}
