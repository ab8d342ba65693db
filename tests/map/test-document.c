/* A document: steps back and forth, gestures, the saved mark. Each test is a table of rows: what a
 * person does, and what the map says then. A new bug is one more row. */
#include "map/document.h"

#include "network.h"

typedef enum
{
  END,        /* of the table */
  ADD,        /* an actor: id */
  RENAME,     /* an actor: id, name */
  REMOVE,     /* an actor: id */
  ORDER,      /* an actor to the front: id */
  TYPE,       /* a name, in one gesture: id, name */
  NUDGE,      /* an actor, in one gesture: id, x as text */
  PAUSE,      /* the gesture ends */
  NOTHING,    /* an empty edit */
  REFUSE,     /* an edit that does not fit */
  UNDO,
  REDO,
  SAVE
} Command;

typedef struct
{
  Command command;
  const char *id, *value;
  const char *actors;          /* then */
  const char *undo, *redo;     /* the names of the steps that can be taken then, or NULL */
  gboolean modified;
} Row;

/* ---- doing a row ---- */

static NkEdit *
make_edit (const Row *row,
           NkMap     *map)
{
  NkEdit *edit;

  switch ((int) row->command)
    {
    case ADD:
      edit = nk_edit_new ("Add");
      nk_edit_put (edit, map, network_record (NK_ACTOR, row->id, NK_FIELD_NAME, row->id, -1));
      return edit;
    case RENAME:
    case TYPE:
      edit = nk_edit_new (row->command == TYPE ? "Type" : "Rename");
      nk_edit_set_text (edit, map, NK_ACTOR, row->id, NK_FIELD_NAME, row->value);
      return edit;
    case REMOVE:
      edit = nk_edit_new ("Remove");
      nk_edit_remove (edit, map, NK_ACTOR, row->id);
      return edit;
    case ORDER:
      edit = nk_edit_new ("Order");
      nk_edit_move (edit, map, NK_ACTOR, row->id, 0);
      return edit;
    case NUDGE:
      edit = nk_edit_new ("Nudge");
      nk_edit_set_place (edit, map, NK_ACTOR, row->id, g_ascii_strtod (row->value, NULL), 0);
      return edit;
    case REFUSE:
      edit = nk_edit_new ("Refused");
      nk_edit_set_text (edit, map, NK_ACTOR, row->id, NK_FIELD_NAME, "not to be seen");
      nk_edit_put (edit, map, nk_record_new (NK_TIE, "loose"));
      return edit;
    default:
      return nk_edit_new ("Nothing");
    }
}

static void
do_row (const Row  *row,
        NkDocument *document)
{
  g_autoptr (NkEdit) edit = NULL;

  switch ((int) row->command)
    {
    case UNDO:
      nk_document_undo (document);
      return;
    case REDO:
      nk_document_redo (document);
      return;
    case SAVE:
      nk_document_mark_saved (document);
      return;
    case PAUSE:
      nk_document_end_gesture (document);
      return;
    default:
      break;
    }
  edit = make_edit (row, nk_document_map (document));
  if (row->command == REFUSE)
    g_assert_false (nk_document_apply (document, edit, NULL));
  else if (row->command == TYPE || row->command == NUDGE)
    g_assert_true (nk_document_amend (document, edit, row->command == TYPE ? "type" : "nudge",
                                      NULL));
  else
    g_assert_true (nk_document_apply (document, edit, NULL));
}

static char *
actors_text (const NkMap *map)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < nk_map_count (map, NK_ACTOR); i++)
    {
      const NkRecord *actor = nk_map_at (map, NK_ACTOR, i);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", nk_record_title (actor));
      if (nk_record_is_placed (actor))
        g_string_append_printf (text, "@%d", (int) nk_record_number (actor, NK_FIELD_X));
    }
  return g_string_free (text, FALSE);
}

static void
play (const Row *rows)
{
  g_autoptr (NkMap) map = network_new ();
  g_autoptr (NkDocument) document = nk_document_new (map);

  for (const Row *row = rows; row->command != END; row++)
    {
      g_autofree char *actors = NULL;

      g_test_message ("row %d", (int) (row - rows));
      do_row (row, document);
      actors = actors_text (nk_document_map (document));
      g_assert_cmpstr (actors, ==, row->actors);
      g_assert_cmpstr (nk_document_undo_name (document), ==, row->undo);
      g_assert_cmpstr (nk_document_redo_name (document), ==, row->redo);
      g_assert_cmpint (nk_document_is_modified (document), ==, row->modified);
    }
}

/* ---- the tables ---- */

#define FIRST "Rat, Amt, Welcome Point"

static void
test_undo (void)
{
  static const Row rows[] = {
    { UNDO, NULL, NULL, FIRST, NULL, NULL, FALSE },
    { REDO, NULL, NULL, FIRST, NULL, NULL, FALSE },
    { ADD, "Kita", NULL, FIRST ", Kita", "Add", NULL, TRUE },
    { RENAME, "rat", "Stadtrat", "Stadtrat, Amt, Welcome Point, Kita", "Rename", NULL, TRUE },
    { REMOVE, "amt", NULL, "Stadtrat, Welcome Point, Kita", "Remove", NULL, TRUE },
    { ORDER, "Kita", NULL, "Kita, Stadtrat, Welcome Point", "Order", NULL, TRUE },
    { UNDO, NULL, NULL, "Stadtrat, Welcome Point, Kita", "Remove", "Order", TRUE },
    { UNDO, NULL, NULL, "Stadtrat, Amt, Welcome Point, Kita", "Rename", "Remove", TRUE },
    { UNDO, NULL, NULL, FIRST ", Kita", "Add", "Rename", TRUE },
    { UNDO, NULL, NULL, FIRST, NULL, "Add", FALSE },
    { UNDO, NULL, NULL, FIRST, NULL, "Add", FALSE },
    { REDO, NULL, NULL, FIRST ", Kita", "Add", "Rename", TRUE },
    { REDO, NULL, NULL, "Stadtrat, Amt, Welcome Point, Kita", "Rename", "Remove", TRUE },
    { REDO, NULL, NULL, "Stadtrat, Welcome Point, Kita", "Remove", "Order", TRUE },
    { REDO, NULL, NULL, "Kita, Stadtrat, Welcome Point", "Order", NULL, TRUE },
    { REDO, NULL, NULL, "Kita, Stadtrat, Welcome Point", "Order", NULL, TRUE },
    { END }
  };

  play (rows);
}

/* Who goes another way forgets what could have been redone. */
static void
test_other_way (void)
{
  static const Row rows[] = {
    { ADD, "A", NULL, FIRST ", A", "Add", NULL, TRUE },
    { ADD, "B", NULL, FIRST ", A, B", "Add", NULL, TRUE },
    { UNDO, NULL, NULL, FIRST ", A", "Add", "Add", TRUE },
    { RENAME, "A", "C", FIRST ", C", "Rename", NULL, TRUE },
    { REDO, NULL, NULL, FIRST ", C", "Rename", NULL, TRUE },
    { UNDO, NULL, NULL, FIRST ", A", "Add", "Rename", TRUE },
    { UNDO, NULL, NULL, FIRST, NULL, "Add", FALSE },
    { END }
  };

  play (rows);
}

static void
test_nothing (void)
{
  static const Row rows[] = {
    { NOTHING, NULL, NULL, FIRST, NULL, NULL, FALSE },
    { REFUSE, "rat", NULL, FIRST, NULL, NULL, FALSE },
    { RENAME, "rat", "Rat", FIRST, NULL, NULL, FALSE },
    { REMOVE, "nobody", NULL, FIRST, NULL, NULL, FALSE },
    { ADD, "A", NULL, FIRST ", A", "Add", NULL, TRUE },
    { UNDO, NULL, NULL, FIRST, NULL, "Add", FALSE },
    { NOTHING, NULL, NULL, FIRST, NULL, "Add", FALSE },
    { REFUSE, "rat", NULL, FIRST, NULL, "Add", FALSE },
    { REDO, NULL, NULL, FIRST ", A", "Add", NULL, TRUE },
    { END }
  };

  play (rows);
}

static void
test_saved (void)
{
  static const Row rows[] = {
    { ADD, "A", NULL, FIRST ", A", "Add", NULL, TRUE },
    { SAVE, NULL, NULL, FIRST ", A", "Add", NULL, FALSE },
    { RENAME, "A", "B", FIRST ", B", "Rename", NULL, TRUE },
    { UNDO, NULL, NULL, FIRST ", A", "Add", "Rename", FALSE },
    { UNDO, NULL, NULL, FIRST, NULL, "Add", TRUE },
    { REDO, NULL, NULL, FIRST ", A", "Add", "Rename", FALSE },
    { REDO, NULL, NULL, FIRST ", B", "Rename", NULL, TRUE },
    { SAVE, NULL, NULL, FIRST ", B", "Rename", NULL, FALSE },
    { UNDO, NULL, NULL, FIRST ", A", "Add", "Rename", TRUE },
    { UNDO, NULL, NULL, FIRST, NULL, "Add", TRUE },
    { END }
  };

  play (rows);
}

/* Undone behind the saved state and gone another way: undo and redo no longer lead to what is on
 * disk. */
static void
test_saved_state_lost (void)
{
  static const Row rows[] = {
    { ADD, "A", NULL, FIRST ", A", "Add", NULL, TRUE },
    { SAVE, NULL, NULL, FIRST ", A", "Add", NULL, FALSE },
    { UNDO, NULL, NULL, FIRST, NULL, "Add", TRUE },
    { ADD, "B", NULL, FIRST ", B", "Add", NULL, TRUE },
    { UNDO, NULL, NULL, FIRST, NULL, "Add", TRUE },
    { REDO, NULL, NULL, FIRST ", B", "Add", NULL, TRUE },
    { SAVE, NULL, NULL, FIRST ", B", "Add", NULL, FALSE },
    { END }
  };

  play (rows);
}

static void
test_gesture (void)
{
  static const Row rows[] = {
    { TYPE, "rat", "S", "S, Amt, Welcome Point", "Type", NULL, TRUE },
    { TYPE, "rat", "St", "St, Amt, Welcome Point", "Type", NULL, TRUE },
    { TYPE, "rat", "Sta", "Sta, Amt, Welcome Point", "Type", NULL, TRUE },
    { UNDO, NULL, NULL, FIRST, NULL, "Type", FALSE },
    { REDO, NULL, NULL, "Sta, Amt, Welcome Point", "Type", NULL, TRUE },
    /* A step that was taken back and redone is over. */
    { TYPE, "rat", "Stad", "Stad, Amt, Welcome Point", "Type", NULL, TRUE },
    { UNDO, NULL, NULL, "Sta, Amt, Welcome Point", "Type", "Type", TRUE },
    { TYPE, "rat", "Stab", "Stab, Amt, Welcome Point", "Type", NULL, TRUE },
    { UNDO, NULL, NULL, "Sta, Amt, Welcome Point", "Type", "Type", TRUE },
    { UNDO, NULL, NULL, FIRST, NULL, "Type", FALSE },
    { END }
  };

  play (rows);
}

static void
test_gesture_ends (void)
{
  static const Row rows[] = {
    { TYPE, "rat", "S", "S, Amt, Welcome Point", "Type", NULL, TRUE },
    { PAUSE, NULL, NULL, "S, Amt, Welcome Point", "Type", NULL, TRUE },
    { TYPE, "rat", "St", "St, Amt, Welcome Point", "Type", NULL, TRUE },
    { NUDGE, "amt", "5", "St, Amt@5, Welcome Point", "Nudge", NULL, TRUE },
    { NUDGE, "wp", "6", "St, Amt@5, Welcome Point@6", "Nudge", NULL, TRUE },
    { NUDGE, "amt", "7", "St, Amt@7, Welcome Point@6", "Nudge", NULL, TRUE },
    { ADD, "A", NULL, "St, Amt@7, Welcome Point@6, A", "Add", NULL, TRUE },
    { NUDGE, "amt", "8", "St, Amt@8, Welcome Point@6, A", "Nudge", NULL, TRUE },
    { UNDO, NULL, NULL, "St, Amt@7, Welcome Point@6, A", "Add", "Nudge", TRUE },
    { UNDO, NULL, NULL, "St, Amt@7, Welcome Point@6", "Nudge", "Add", TRUE },
    { UNDO, NULL, NULL, "St, Amt, Welcome Point", "Type", "Nudge", TRUE },
    { UNDO, NULL, NULL, "S, Amt, Welcome Point", "Type", "Type", TRUE },
    { UNDO, NULL, NULL, FIRST, NULL, "Type", FALSE },
    { END }
  };

  play (rows);
}

/* What is on disk must stay reachable, so a gesture does not run through a save. */
static void
test_gesture_saved (void)
{
  static const Row rows[] = {
    { TYPE, "rat", "S", "S, Amt, Welcome Point", "Type", NULL, TRUE },
    { SAVE, NULL, NULL, "S, Amt, Welcome Point", "Type", NULL, FALSE },
    { TYPE, "rat", "St", "St, Amt, Welcome Point", "Type", NULL, TRUE },
    { TYPE, "rat", "Sta", "Sta, Amt, Welcome Point", "Type", NULL, TRUE },
    { UNDO, NULL, NULL, "S, Amt, Welcome Point", "Type", "Type", FALSE },
    { UNDO, NULL, NULL, FIRST, NULL, "Type", TRUE },
    { END }
  };

  play (rows);
}

/* Back where it began, a gesture leaves nothing to take back. */
static void
test_gesture_returns (void)
{
  static const Row rows[] = {
    { ADD, "A", NULL, FIRST ", A", "Add", NULL, TRUE },
    { SAVE, NULL, NULL, FIRST ", A", "Add", NULL, FALSE },
    { TYPE, "rat", "Rate", "Rate, Amt, Welcome Point, A", "Type", NULL, TRUE },
    { TYPE, "rat", "Rat", FIRST ", A", "Add", NULL, FALSE },
    { TYPE, "rat", "Ra", "Ra, Amt, Welcome Point, A", "Type", NULL, TRUE },
    { UNDO, NULL, NULL, FIRST ", A", "Add", "Type", FALSE },
    { UNDO, NULL, NULL, FIRST, NULL, "Add", TRUE },
    /* Nor is the step before it of the same gesture. */
    { RENAME, "amt", "Büro", "Rat, Büro, Welcome Point", "Rename", NULL, TRUE },
    { TYPE, "amt", "B", "Rat, B, Welcome Point", "Type", NULL, TRUE },
    { TYPE, "amt", "Büro", "Rat, Büro, Welcome Point", "Rename", NULL, TRUE },
    { TYPE, "amt", "Bü", "Rat, Bü, Welcome Point", "Type", NULL, TRUE },
    { UNDO, NULL, NULL, "Rat, Büro, Welcome Point", "Rename", "Type", TRUE },
    { END }
  };

  play (rows);
}

/* ---- the signal ---- */

typedef struct
{
  guint times;
  guint n_changes;
  NkRecord *after;
} Seen;

static void
note_change (NkDocument *document,
             NkEdit     *edit,
             Seen       *seen)
{
  const NkChange *change = nk_edit_find (edit, NK_ACTOR, "rat");

  seen->times++;
  seen->n_changes = nk_edit_n_changes (edit);
  seen->after = change != NULL ? change->after : NULL;
  /* Whoever listens already finds the map as it is now. */
  if (seen->after != NULL)
    g_assert_true (nk_map_find (nk_document_map (document), NK_ACTOR, "rat") == seen->after);
}

static void
test_changed (void)
{
  static const Row renamed = { RENAME, "rat", "Stadtrat" }, refused = { REFUSE, "rat" };
  static const Row typed = { TYPE, "rat", "Ratte" }, nothing = { NOTHING };
  static const struct
  {
    const Row *row;
    Command command;
    guint times;
    const char *title;
  } steps[] = {
    { &renamed, RENAME, 1, "Stadtrat" },
    { &nothing, NOTHING, 1, "Stadtrat" },
    { &refused, REFUSE, 1, "Stadtrat" },
    { &typed, TYPE, 2, "Ratte" },
    { NULL, UNDO, 3, "Stadtrat" },
    { NULL, UNDO, 4, "Rat" },
    { NULL, UNDO, 4, "Rat" },
    { NULL, REDO, 5, "Stadtrat" },
    { NULL, SAVE, 5, "Stadtrat" },
  };
  g_autoptr (NkMap) map = network_new ();
  g_autoptr (NkDocument) document = nk_document_new (map);
  Seen seen = { 0 };

  g_signal_connect (document, "changed", G_CALLBACK (note_change), &seen);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      const Row row = { steps[i].command };

      do_row (steps[i].row != NULL ? steps[i].row : &row, document);
      g_assert_cmpuint (seen.times, ==, steps[i].times);
      g_assert_cmpuint (seen.n_changes, ==, 1);
      g_assert_cmpstr (nk_record_title (seen.after), ==, steps[i].title);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/undo", test_undo);
  g_test_add_func ("/document/other-way", test_other_way);
  g_test_add_func ("/document/nothing", test_nothing);
  g_test_add_func ("/document/saved", test_saved);
  g_test_add_func ("/document/saved-state-lost", test_saved_state_lost);
  g_test_add_func ("/document/gesture", test_gesture);
  g_test_add_func ("/document/gesture-ends", test_gesture_ends);
  g_test_add_func ("/document/gesture-saved", test_gesture_saved);
  g_test_add_func ("/document/gesture-returns", test_gesture_returns);
  g_test_add_func ("/document/changed", test_changed);
  return g_test_run ();
}
