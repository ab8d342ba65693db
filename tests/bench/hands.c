/* How long what hands do takes on a large map, apart from what is drawn of it: a line for each,
 * with what it is, a tab, and milliseconds of the processor.
 *
 * Usage: bench-hands MAP ANSWER */
#include "maps.h"

#include "drawing/room.h"
#include "drawing/view.h"
#include "intake/match.h"
#include "intake/rows.h"
#include "intake/search.h"
#include "map/document.h"

#include <time.h>

#define ROWS 1000   /* that are pasted */

static double began;

/* Of the processor: others may be at work on this machine. */
static double
milliseconds (void)
{
  struct timespec at;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &at);
  return (double) at.tv_sec * 1e3 + (double) at.tv_nsec / 1e6;
}

static void
begin (void)
{
  began = milliseconds ();
}

static void
end (const char *what)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_print ("%s\t%s\n", what,
           g_ascii_formatd (text, sizeof text, "%.1f", milliseconds () - began));
}

static void
time_names (const NkMap *map)
{
  static const char *const slip = "Fachstelle für Wohnne";
  g_autoptr (NkMatcher) matcher = nk_matcher_new ();
  g_autoptr (NkSearch) search = nk_search_new ();

  begin ();
  g_array_unref (nk_matcher_find (matcher, map, NK_ACTOR, "f", 0));
  end ("whom a name means, first key");
  begin ();
  g_array_unref (nk_matcher_find (matcher, map, NK_ACTOR, slip, 0));
  end ("whom a name means, next key");
  begin ();
  nk_matcher_same (matcher, map, NK_ACTOR, slip);
  end ("who has this name");
  begin ();
  g_array_unref (nk_search_find (search, map, NK_TIE, "f"));
  end ("words in all ties, first key");
  begin ();
  g_array_unref (nk_search_find (search, map, NK_TIE, "fa"));
  end ("words in all ties, next key");
}

static void
time_room (const NkMap *map)
{
  const NkRecord *actor = nk_map_at (map, NK_ACTOR, nk_map_count (map, NK_ACTOR) / 2);
  g_autoptr (NkRecord) new = nk_record_copy (actor, " ");
  NkPoint near = { nk_record_number (actor, NK_FIELD_X), nk_record_number (actor, NK_FIELD_Y) };
  NkRoom *room;

  begin ();
  room = nk_room_new (map);
  nk_room_take (room, new, &near);
  end ("a place beside somebody");
  nk_room_free (room);
}

static void
time_rows (const NkMap *map)
{
  g_autoptr (GString) text = g_string_new ("Name\n");
  NkRows *rows;

  for (guint i = 0; i < ROWS; i++)
    g_string_append_printf (text, "Verein zur Pflege von %s %u\n",
                            nk_record_title (nk_map_at (map, NK_ACTOR, i)), i);
  begin ();
  rows = nk_rows_new (map, text->str, text->len);
  nk_edit_unref (nk_rows_edit (rows, NULL));
  end ("1 000 rows that are pasted");
  nk_rows_free (rows);
}

static NkEdit *
move_all (const NkMap *map)
{
  NkEdit *edit = nk_edit_new ("Move");

  for (guint i = 0; i < nk_map_count (map, NK_ACTOR); i++)
    {
      const NkRecord *actor = nk_map_at (map, NK_ACTOR, i);

      nk_edit_set_place (edit, map, NK_ACTOR, nk_record_id (actor),
                         nk_record_number (actor, NK_FIELD_X) + 1,
                         nk_record_number (actor, NK_FIELD_Y));
    }
  return edit;
}

static NkEdit *
remove_all (const NkMap *map)
{
  NkEdit *edit = nk_edit_new ("Remove");

  for (guint i = 0; i < nk_map_count (map, NK_ACTOR); i++)
    nk_edit_remove (edit, map, NK_ACTOR, nk_record_id (nk_map_at (map, NK_ACTOR, i)));
  return edit;
}

static void
time_edit (NkMap      *map,
           NkEdit   *(*make) (const NkMap *map),
           const char *done,
           const char *undone)
{
  g_autoptr (NkDocument) document = nk_document_new (map);
  g_autoptr (NkEdit) edit = NULL;

  begin ();
  edit = make (map);
  nk_document_apply (document, edit, NULL);
  end (done);
  begin ();
  nk_document_undo (document);
  end (undone);
}

/* The scene that is shown until the routes of all ties are found. */
static void
time_sketch (const NkMap *map)
{
  const NkViewSetting setting = { .show = NK_SHOW_LEVELS, .roomy = TRUE };

  nk_scene_unref (nk_view_rough (map, &setting));   /* sets all names, which stay set */
  begin ();
  nk_scene_unref (nk_view_rough (map, &setting));
  end ("a sketch of the scene");
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (NkMap) map = NULL;

  g_assert (argc == 3);
  map = bench_map_open (argv[1]);
  bench_map_lay_out (map, argv[2]);
  time_sketch (map);
  time_names (map);
  time_room (map);
  time_rows (map);
  time_edit (map, move_all, "all actors moved", "and undone");
  time_edit (map, remove_all, "all actors removed", "and undone");
  return 0;
}
