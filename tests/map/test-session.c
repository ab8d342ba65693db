/* Random sessions: any order of edits, undo, redo, save, load and typing. After each step the
 * map must be whole, be what its own bytes say, and stand where the history says. Every session
 * has a seed, so that what fails once fails again. */
#include "files/native.h"
#include "map/document.h"

#include "random-edit.h"

typedef struct
{
  GRand *random;
  NkDocument *document;
  GPtrArray *states;     /* of GBytes: the file's bytes in each state that undo and redo lead to */
  guint at;              /* the state that we are in */
  int saved;             /* the one that is on disk; -1: undo and redo no longer lead there */
  gboolean typing;       /* the last step may still grow */
} Session;

/* ---- what must hold after each step ---- */

static void
check_positions (const NkMap *map)
{
  for (int kind = 0; kind < NK_N_RECORD_KINDS; kind++)
    for (guint i = 0; i < nk_map_count (map, kind); i++)
      {
        NkRecord *record = nk_map_at (map, kind, i);

        g_assert_cmpint (nk_record_kind (record), ==, kind);
        g_assert_cmpint (nk_map_position (map, kind, nk_record_id (record)), ==, i);
        g_assert_true (nk_map_find (map, kind, nk_record_id (record)) == record);
      }
}

static gboolean
has_tie (const NkMap *map,
         const char  *actor,
         guint        tie)
{
  const GArray *ties = nk_map_ties_of (map, actor);

  for (guint i = 0; ties != NULL && i < ties->len; i++)
    if (g_array_index (ties, guint, i) == tie)
      return TRUE;
  return FALSE;
}

static void
check_ties (const NkMap *map)
{
  guint n_ends = 0, n_indexed = 0;

  for (guint i = 0; i < nk_map_count (map, NK_TIE); i++)
    {
      const NkRecord *tie = nk_map_at (map, NK_TIE, i);
      const char *from = nk_record_text (tie, NK_FIELD_FROM);
      const char *to = nk_record_text (tie, NK_FIELD_TO);

      g_assert_nonnull (nk_map_find (map, NK_ACTOR, from));
      g_assert_nonnull (nk_map_find (map, NK_ACTOR, to));
      g_assert_true (has_tie (map, from, i) && has_tie (map, to, i));
      n_ends += g_str_equal (from, to) ? 1 : 2;
    }
  for (guint i = 0; i < nk_map_count (map, NK_ACTOR); i++)
    {
      const GArray *ties = nk_map_ties_of (map, nk_record_id (nk_map_at (map, NK_ACTOR, i)));

      n_indexed += ties != NULL ? ties->len : 0;
    }
  g_assert_cmpuint (n_indexed, ==, n_ends);
}

static NkMap *
read_bytes (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  NkMap *map = nk_native_read (data, length, "session", &error);

  g_assert_no_error (error);
  return map;
}

/* An unknown member stands behind a known one; when that goes, it stands behind another. */
static gboolean
has_unknown_members (const NkMap *map)
{
  for (int kind = 0; kind < NK_N_RECORD_KINDS; kind++)
    for (guint i = 0; i < nk_map_count (map, kind); i++)
      {
        guint n;

        nk_record_extras (nk_map_at (map, kind, i), &n);
        if (n > 0)
          return TRUE;
      }
  return FALSE;
}

static void
check_bytes (const NkMap *map,
             GBytes      *expected)
{
  g_autoptr (GBytes) bytes = nk_native_write (map);
  g_autoptr (NkMap) again = read_bytes (bytes);
  g_autoptr (GBytes) bytes_again = nk_native_write (again);

  g_assert_true (g_bytes_equal (bytes, expected));
  g_assert_true (has_unknown_members (map) || nk_map_equal (map, again));
  g_assert_true (g_bytes_equal (bytes, bytes_again));
}

static void
check_session (Session *session)
{
  const NkMap *map = nk_document_map (session->document);

  check_positions (map);
  check_ties (map);
  check_bytes (map, g_ptr_array_index (session->states, session->at));
  g_assert_cmpint (nk_document_is_modified (session->document), ==,
                   session->saved != (int) session->at);
  g_assert_cmpint (nk_document_undo_name (session->document) != NULL, ==, session->at > 0);
  g_assert_cmpint (nk_document_redo_name (session->document) != NULL, ==,
                   session->at + 1 < session->states->len);
}

/* ---- steps ---- */

/* The map has gone on to a new state; what could have been redone is forgotten. */
static void
note_state (Session *session)
{
  if (session->saved > (int) session->at)
    session->saved = -1;
  session->at++;
  g_ptr_array_set_size (session->states, session->at);
  g_ptr_array_add (session->states, nk_native_write (nk_document_map (session->document)));
}

/* The last step has become a longer one, or has come to nothing. */
static void
note_longer_step (Session *session)
{
  g_autoptr (GBytes) bytes = nk_native_write (nk_document_map (session->document));

  g_ptr_array_set_size (session->states, session->at);
  if (g_bytes_equal (bytes, g_ptr_array_index (session->states, session->at - 1)))
    {
      session->at--;
      session->typing = FALSE;
    }
  else
    g_ptr_array_add (session->states, g_steal_pointer (&bytes));
}

static void
step_edit (Session *session)
{
  g_autoptr (NkEdit) edit = random_edit (session->random, nk_document_map (session->document));
  g_autoptr (GError) error = NULL;

  nk_document_apply (session->document, edit, &error);
  g_assert_no_error (error);
  if (nk_edit_is_empty (edit))
    return;
  note_state (session);
  session->typing = FALSE;
}

static void
step_type (Session *session)
{
  g_autoptr (NkEdit) edit = random_typing (session->random, nk_document_map (session->document));
  g_autoptr (GError) error = NULL;

  nk_document_amend (session->document, edit, "type", &error);
  g_assert_no_error (error);
  if (nk_edit_is_empty (edit))
    return;
  if (session->typing)
    {
      note_longer_step (session);
      return;
    }
  note_state (session);
  session->typing = TRUE;
}

static void
step_undo (Session *session)
{
  g_assert_cmpint (nk_document_undo (session->document), ==, session->at > 0);
  if (session->at == 0)
    return;
  session->at--;
  session->typing = FALSE;
}

static void
step_redo (Session *session)
{
  gboolean can = session->at + 1 < session->states->len;

  g_assert_cmpint (nk_document_redo (session->document), ==, can);
  if (!can)
    return;
  session->at++;
  session->typing = FALSE;
}

static void
step_save (Session *session)
{
  nk_document_mark_saved (session->document);
  session->saved = session->at;
  session->typing = FALSE;
}

/* Goes on with the map as its bytes say it; nothing can be undone then. */
static void
step_load (Session *session)
{
  g_autoptr (GBytes) bytes = g_bytes_ref (g_ptr_array_index (session->states, session->at));
  g_autoptr (NkMap) map = read_bytes (bytes);

  g_object_unref (session->document);
  session->document = nk_document_new (map);
  g_ptr_array_set_size (session->states, 0);
  g_ptr_array_add (session->states, g_steal_pointer (&bytes));
  session->at = session->saved = 0;
  session->typing = FALSE;
}

static void
random_step (Session *session)
{
  static const struct { const char *name; void (*take) (Session *session); int weight; } steps[] = {
    { "edit", step_edit, 50 }, { "type", step_type, 20 }, { "undo", step_undo, 25 },
    { "redo", step_redo, 15 }, { "save", step_save, 5 }, { "load", step_load, 1 },
  };
  int left = g_rand_int_range (session->random, 0, 116);
  guint i = 0;

  for (; left >= steps[i].weight; i++)
    left -= steps[i].weight;
  g_test_message ("%s", steps[i].name);
  steps[i].take (session);
}

/* Undoing everything gives the first bytes back, and redoing everything the last. */
static void
check_whole_way (Session *session)
{
  while (session->at + 1 < session->states->len)
    step_redo (session);
  check_session (session);
  while (session->at > 0)
    {
      step_undo (session);
      check_session (session);
    }
  while (session->at + 1 < session->states->len)
    step_redo (session);
  check_session (session);
}

/* ---- sessions ---- */

static void
play (NkMap   *start,
      guint32  seed,
      guint    n_steps)
{
  g_autoptr (NkMap) map = nk_map_copy (start);
  Session session = {
    .random = g_rand_new_with_seed (seed),
    .document = nk_document_new (map),
    .states = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref),
  };

  g_test_message ("seed %u", seed);
  g_ptr_array_add (session.states, nk_native_write (map));
  check_session (&session);
  for (guint i = 0; i < n_steps; i++)
    {
      random_step (&session);
      check_session (&session);
    }
  check_whole_way (&session);
  g_ptr_array_unref (session.states);
  g_object_unref (session.document);
  g_rand_free (session.random);
}

static void
test_from_nothing (void)
{
  g_autoptr (NkMap) map = nk_map_new ();

  for (guint32 seed = 1; seed <= 40; seed++)
    play (map, seed, 150);
}

/* Starts with the bytes of a file, which a session may not change by reading them. */
static void
play_from (GBytes *bytes,
           guint   n_seeds,
           guint   n_steps)
{
  g_autoptr (NkMap) map = read_bytes (bytes);
  g_autoptr (GBytes) written = nk_native_write (map);

  g_assert_true (g_bytes_equal (bytes, written));
  for (guint32 seed = 1; seed <= n_seeds; seed++)
    play (map, seed, n_steps);
}

static void
test_from_example (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "duesseldorf.netzkarte.json", NULL);
  g_autoptr (GBytes) bytes = NULL;
  char *data;
  gsize length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  bytes = g_bytes_new_take (data, length);
  play_from (bytes, 4, 60);
}

/* A file of a newer minor version: members that we do not know, defaults that are written out,
 * empty lists. */
static void
test_from_newer (void)
{
  static const char text[] =
    "{\n"
    "  \"format\": \"netzkarte\",\n"
    "  \"version\": 1,\n"
    "  \"license\": \"CC0\",\n"
    "  \"title\": \"\",\n"
    "  \"levels\": [],\n"
    "  \"districts\": [\n"
    "    {\"id\": \"b5\", \"area\": 12.345, \"name\": \"\"}\n"
    "  ],\n"
    "  \"themes\": [{\"id\": \"blue\"}],\n"
    "  \"actors\": [\n"
    "    {\"id\": \"a\", \"name\": \"A\", \"phone\": null, \"structure\": 0, \"pinned\": false, "
    "\"evidence\": []},\n"
    "    {\"id\": \"b\", \"icon\": {\"a\": [1e3]}, \"evidence\": [{\"source\": \"x\", \"page\": "
    "3}]}\n"
    "  ],\n"
    "  \"ties\": [\n"
    "    {\"id\": \"t\", \"from\": \"a\", \"to\": \"b\", \"strength\": 1, \"weight\": 0.25, "
    "\"bends\": []}\n"
    "  ],\n"
    "  \"notes\": []\n"
    "}\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);

  play_from (bytes, 20, 150);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/from-nothing", test_from_nothing);
  g_test_add_func ("/session/from-newer", test_from_newer);
  g_test_add_func ("/session/from-example", test_from_example);
  return g_test_run ();
}
