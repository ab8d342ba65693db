#include "map/document.h"

struct _NkDocument
{
  GObject parent_instance;

  /* owned */
  NkMap *map;
  NkHistory *history;
  char *gesture;        /* of the last step, while it may still grow: until the next step, an
                           undo, a redo or a save, for what is on disk must stay reachable */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NkDocument, nk_document, G_TYPE_OBJECT)

static void
nk_document_finalize (GObject *object)
{
  NkDocument *self = NK_DOCUMENT (object);

  nk_map_unref (self->map);
  nk_history_free (self->history);
  g_free (self->gesture);
  G_OBJECT_CLASS (nk_document_parent_class)->finalize (object);
}

static void
nk_document_class_init (NkDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nk_document_finalize;

  signals[CHANGED] =
    g_signal_new ("changed", NK_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
nk_document_init (NkDocument *self)
{
  self->history = nk_history_new ();
}

NkDocument *
nk_document_new (NkMap *map)
{
  NkDocument *self = g_object_new (NK_TYPE_DOCUMENT, NULL);

  self->map = nk_map_ref (map);
  return self;
}

NkMap *
nk_document_map (NkDocument *self)
{
  return self->map;
}

gboolean
nk_document_apply (NkDocument  *self,
                   NkEdit      *edit,
                   GError     **error)
{
  return nk_document_amend (self, edit, NULL, error);
}

/* Remembers an edit that was just applied, as a step of its own or as part of the last one. */
static void
note_step (NkDocument *self,
           NkEdit     *edit,
           const char *gesture)
{
  g_autoptr (NkEdit) joined = NULL;

  if (gesture != NULL && g_strcmp0 (gesture, self->gesture) == 0)
    joined = nk_edit_join (nk_history_last (self->history), edit);
  if (joined == NULL)
    {
      nk_history_push (self->history, edit);
      g_free (self->gesture);
      self->gesture = g_strdup (gesture);
    }
  else if (nk_edit_is_empty (joined))
    {
      nk_history_drop (self->history);
      nk_document_end_gesture (self);
    }
  else
    nk_history_replace (self->history, joined);
}

gboolean
nk_document_amend (NkDocument  *self,
                   NkEdit      *edit,
                   const char  *gesture,
                   GError     **error)
{
  if (nk_edit_is_empty (edit))
    return TRUE;
  if (!nk_map_apply (self->map, edit, error))
    return FALSE;
  note_step (self, edit, gesture);
  g_signal_emit (self, signals[CHANGED], 0, edit);
  return TRUE;
}

void
nk_document_end_gesture (NkDocument *self)
{
  g_clear_pointer (&self->gesture, g_free);
}

/* The history holds what was applied to this very map, so to apply it back cannot fail. */
static void
apply_step (NkDocument *self,
            NkEdit     *edit)
{
  g_autoptr (GError) error = NULL;

  if (!nk_map_apply (self->map, edit, &error))
    g_error ("The history does not fit the map: %s", error->message);
  nk_document_end_gesture (self);
}

gboolean
nk_document_undo (NkDocument *self)
{
  NkEdit *last = nk_history_last (self->history);
  g_autoptr (NkEdit) inverse = NULL;

  if (last == NULL)
    return FALSE;
  inverse = nk_edit_inverse (last);
  apply_step (self, inverse);
  nk_history_back (self->history);
  g_signal_emit (self, signals[CHANGED], 0, inverse);
  return TRUE;
}

gboolean
nk_document_redo (NkDocument *self)
{
  NkEdit *next = nk_history_next (self->history);

  if (next == NULL)
    return FALSE;
  apply_step (self, next);
  nk_history_forward (self->history);
  g_signal_emit (self, signals[CHANGED], 0, next);
  return TRUE;
}

const char *
nk_document_undo_name (NkDocument *self)
{
  NkEdit *last = nk_history_last (self->history);

  return last != NULL ? nk_edit_name (last) : NULL;
}

const char *
nk_document_redo_name (NkDocument *self)
{
  NkEdit *next = nk_history_next (self->history);

  return next != NULL ? nk_edit_name (next) : NULL;
}

NkHistory *
nk_document_history (NkDocument *self)
{
  return self->history;
}

gboolean
nk_document_is_modified (NkDocument *self)
{
  return !nk_history_is_saved (self->history);
}

void
nk_document_mark_saved (NkDocument *self)
{
  nk_history_mark_saved (self->history);
  nk_document_end_gesture (self);
}
