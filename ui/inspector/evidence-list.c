#include "ui/inspector/evidence-list.h"

#include "map/text.h"

static gboolean
is_equal (const NkEvidence *a,
          const NkEvidence *b)
{
  return g_str_equal (a->source, b->source) && g_str_equal (a->locator, b->locator)
         && g_str_equal (a->note, b->note) && g_strcmp0 (a->extras, b->extras) == 0;
}

/* Where a record has it, or -1. */
static int
find (const NkRecord   *record,
      const NkEvidence *wanted)
{
  guint n;
  const NkEvidence *evidence = nk_record_evidence (record, NK_FIELD_EVIDENCE, &n);

  for (guint i = 0; i < n; i++)
    if (is_equal (&evidence[i], wanted))
      return (int) i;
  return -1;
}

static gboolean
all_have (const NkSubject  *subject,
          const NkEvidence *wanted)
{
  for (guint i = 1; i < subject->records->len; i++)
    if (find (g_ptr_array_index (subject->records, i), wanted) < 0)
      return FALSE;
  return TRUE;
}

GArray *
nk_evidence_shared (const NkSubject *subject)
{
  GArray *shared = g_array_new (FALSE, FALSE, sizeof (NkEvidence));
  guint n;
  const NkEvidence *evidence = nk_record_evidence (nk_subject_first (subject), NK_FIELD_EVIDENCE,
                                                   &n);

  for (guint i = 0; i < n; i++)
    if (all_have (subject, &evidence[i]))
      g_array_append_val (shared, evidence[i]);
  return shared;
}

/* Changing it */

typedef enum { SET, REMOVE, ADD, MOVE } Act;

typedef struct
{
  Act act;
  gboolean several;
  guint i;               /* of one record, the place; of several, found by `old` */
  NkEvidence old, new;
  int step;
} Change;

static void
do_act (GArray       *list,
        const Change *change,
        guint         i)
{
  NkEvidence moved;

  switch (change->act)
    {
    case SET:
      g_array_index (list, NkEvidence, i) = change->new;
      break;
    case REMOVE:
      g_array_remove_index (list, i);
      break;
    case ADD:
      g_array_append_val (list, change->new);
      break;
    case MOVE:
      moved = g_array_index (list, NkEvidence, i);
      g_array_remove_index (list, i);
      g_array_insert_val (list, CLAMP ((int) i + change->step, 0, (int) list->len), moved);
      break;
    }
}

static void
change_record (NkRecord *record,
               guint     number,
               gpointer  user_data)
{
  const Change *change = user_data;
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (NkEvidence));
  guint n;
  const NkEvidence *evidence = nk_record_evidence (record, NK_FIELD_EVIDENCE, &n);
  int i = change->several ? find (record, &change->old) : (int) change->i;

  if (change->act != ADD && (i < 0 || i >= (int) n))
    return;
  if (n > 0)
    g_array_append_vals (list, evidence, n);
  do_act (list, change, (guint) MAX (i, 0));
  nk_record_set_evidence (record, NK_FIELD_EVIDENCE, (const NkEvidence *) (gpointer) list->data,
                          list->len);
}

/* Fills in which evidence it is; FALSE if there is none. */
static gboolean
aim (NkFieldRow *row,
     guint       i,
     Change     *change)
{
  const NkSubject *subject = nk_field_row_subject (row);
  g_autoptr (GArray) shared = nk_evidence_shared (subject);

  if (i >= shared->len)
    return FALSE;
  change->several = nk_subject_has_several (subject);
  change->i = i;
  change->old = g_array_index (shared, NkEvidence, i);
  return TRUE;
}

void
nk_evidence_set (NkFieldRow       *row,
                 guint             i,
                 const NkEvidence *evidence)
{
  Change change = { .act = SET, .new = *evidence };

  if (!aim (row, i, &change))
    return;
  change.new.extras = change.old.extras;
  nk_field_row_change (row, change_record, &change);
}

/* What is no typing is a step of its own. */
static void
change_at_once (NkFieldRow *row,
                Change     *change)
{
  nk_field_row_begin_step (row);
  nk_field_row_change (row, change_record, change);
  nk_field_row_begin_step (row);
}

void
nk_evidence_remove (NkFieldRow *row,
                    guint       i)
{
  Change change = { .act = REMOVE };

  if (aim (row, i, &change))
    change_at_once (row, &change);
}

void
nk_evidence_add (NkFieldRow *row,
                 const char *source)
{
  Change change = { .act = ADD, .new = { source, "", "", NULL } };

  change_at_once (row, &change);
}

void
nk_evidence_move (NkFieldRow *row,
                  guint       i,
                  int         step)
{
  Change change = { .act = MOVE, .step = step };

  if (aim (row, i, &change))
    change_at_once (row, &change);
}

void
nk_evidence_new_source (NkFieldRow *row,
                        int         i,
                        const char *name,
                        const char *type)
{
  NkSession *session = nk_field_row_session (row);
  const NkMap *map = nk_session_map (session);
  NkEdit *edit = nk_edit_new (_("Add Source"));
  g_autofree char *id = nk_map_new_id (map, edit, NK_SOURCE, name);
  NkRecord *source = nk_record_new (NK_SOURCE, id);
  Change change = { .act = ADD, .new = { id, "", "", NULL } };

  nk_record_set_text (source, NK_FIELD_NAME, name);
  nk_record_set_text (source, NK_FIELD_TYPE, type);
  nk_edit_put (edit, map, source);
  if (i >= 0 && aim (row, (guint) i, &change))
    {
      change.act = SET;
      change.new = change.old;
      change.new.source = id;
    }
  nk_subject_change (nk_field_row_subject (row), session, edit, change_record, &change);
  nk_field_row_begin_step (row);
  nk_field_row_apply (row, edit);
  nk_field_row_begin_step (row);
}
