/* Editing in place: from a cell and what was typed into it to one edit of the map. */
#include "ui/tables/table-private.h"

#include "map/choices.h"

#include "ui/program/trace.h"

#include "map/text.h"

#define MOST_CHOICES 50

static const NkColumn *
edited (NkTable *table)
{
  return &table->columns[table->cursor_column];
}

/* What can be chosen */

/* Whatever a name can be found by: what comes of it must be one of the list. */
static void
add_found (NkTable    *table,
           GArray     *choices,
           const char *text)
{
  g_autoptr (GArray) found = nk_matcher_find (table->matcher, nk_session_map (table->session),
                                              edited (table)->field->target, text, MOST_CHOICES);

  for (guint i = 0; i < found->len; i++)
    {
      const NkRecord *record = g_array_index (found, NkMatch, i).record;

      nk_cell_choices_add (choices, nk_record_id (record), nk_record_title (record));
    }
}

static void
add_all (NkTable *table,
         GArray  *choices)
{
  const NkMap *map = nk_session_map (table->session);
  const NkFieldSchema *field = edited (table)->field;
  const char *value = nk_record_text (nk_table_row_record (table->cursor), field->field);
  guint n = nk_map_count (map, field->target);

  if (!field->required)
    nk_cell_choices_add (choices, "", _("None"));
  if (*value != '\0' && nk_map_find (map, field->target, value) == NULL)
    nk_cell_choices_add (choices, value, value);
  for (guint i = 0; i < (field->required ? MIN (n, MOST_CHOICES) : n); i++)
    {
      const NkRecord *record = nk_map_at (map, field->target, i);

      nk_cell_choices_add (choices, nk_record_id (record), nk_record_title (record));
    }
}

static GArray *
references (const char *text,
            gpointer    user_data)
{
  GArray *choices = nk_cell_choices_new ();

  if (*text == '\0')
    add_all (user_data, choices);
  else
    add_found (user_data, choices, text);
  return choices;
}

/* Few words or numbers: those that begin with what was typed. */
static void
add_beginning (GArray     *choices,
               const char *text,
               const char *value,
               const char *name)
{
  g_autofree char *typed = g_utf8_casefold (text, -1);
  g_autofree char *folded = g_utf8_casefold (name, -1);

  if (g_str_has_prefix (folded, typed))
    nk_cell_choices_add (choices, value, name);
}

static GArray *
words (const char *text,
       gpointer    user_data)
{
  const NkFieldSchema *field = edited (user_data)->field;
  GArray *choices = nk_cell_choices_new ();

  for (guint i = 0; field->choices[i] != NULL; i++)
    add_beginning (choices, text, field->choices[i],
                   *field->choices[i] != '\0' ? nk_choice_name (field->field, field->choices[i])
                                               : _("None"));
  return choices;
}

static GArray *
numbers (const char *text,
         gpointer    user_data)
{
  const NkFieldSchema *field = edited (user_data)->field;
  GArray *choices = nk_cell_choices_new ();

  for (int number = (int) field->least; number <= (int) field->most; number++)
    {
      g_autofree char *value = g_strdup_printf ("%d", number);

      add_beginning (choices, text, value, value);
    }
  return choices;
}

static void
set_choices (NkTable        *table,
             const NkRecord *record)
{
  const NkFieldSchema *field = edited (table)->field;
  g_autofree char *number = NULL;

  switch (field->type)
    {
    case NK_TYPE_REFERENCE:
      nk_cell_editor_set_choices (table->editor, references, table,
                                  nk_record_text (record, field->field));
      return;
    case NK_TYPE_CHOICE:
      nk_cell_editor_set_choices (table->editor, words, table,
                                  nk_record_text (record, field->field));
      return;
    case NK_TYPE_INTEGER:
      number = g_strdup_printf ("%d", nk_record_integer (record, field->field));
      nk_cell_editor_set_choices (table->editor, numbers, table, number);
      return;
    default:
      return;
    }
}

/* Changing */

static NkEdit *
start_edit (const NkFieldSchema *field)
{
  /* Translators: %s is the label of a field, such as "Name". */
  g_autofree char *name = g_strdup_printf (_("Change “%s”"), _(field->label));

  return nk_edit_new (name);
}

/* Who comes into another band or district goes there. */
static NkEdit *
zone_edit (NkTable    *table,
           const char *id,
           NkField     field,
           const char *value)
{
  g_autoptr (NkSelection) one = nk_selection_new ();

  nk_selection_add (one, NK_ACTOR, id);
  return nk_edit_for_zone (nk_session_map (table->session), one, field, value);
}

static void
set_field (NkTable             *table,
           const char          *id,
           const NkFieldSchema *field,
           const char          *value)
{
  const NkMap *map = nk_session_map (table->session);
  NkEdit *edit;

  if (table->kind == NK_ACTOR
      && (field->field == NK_FIELD_LEVEL || field->field == NK_FIELD_DISTRICT))
    {
      nk_canvas_apply (table->canvas, zone_edit (table, id, field->field, value), NULL);
      return;
    }
  edit = start_edit (field);
  if (field->type == NK_TYPE_INTEGER)
    nk_edit_set_integer (edit, map, table->kind, id, field->field,
                         (int) g_ascii_strtoll (value, NULL, 10));
  else
    nk_edit_set_text (edit, map, table->kind, id, field->field, value);
  nk_canvas_apply (table->canvas, edit, NULL);
}

/* Why a value can't be; NULL if it can. To be freed. */
static char *
refusal_of (const NkFieldSchema *field,
            const char          *value)
{
  if (value == NULL)
    return g_strdup (field->type == NK_TYPE_INTEGER ? _("This is none of the numbers it can have.")
                                                    : _("Nothing in the list is called so."));
  if (field->required && *value == '\0')
    return g_strdup (_("A tie needs an actor at each end."));
  if (field->type == NK_TYPE_TEXT || field->type == NK_TYPE_DATE)
    return nk_field_refuse_text (field, value);
  return NULL;
}

gboolean
nk_table_can_toggle (const NkColumn *column)
{
  return column->type == NK_COLUMN_FIELD && column->field->type == NK_TYPE_BOOLEAN;
}

void
nk_table_toggle (NkTable    *table,
                 NkTableRow *row,
                 guint       column)
{
  const NkFieldSchema *field = table->columns[column].field;
  const NkRecord *record = nk_table_row_record (row);
  NkEdit *edit;

  if (nk_table_row_is_draft (row) || nk_canvas_refuses (table->canvas))
    return;
  edit = start_edit (field);
  nk_edit_set_boolean (edit, nk_session_map (table->session), table->kind, nk_record_id (record),
                       field->field, !nk_record_boolean (record, field->field));
  nk_canvas_apply (table->canvas, edit, NULL);
}

/* The editor */

static void
close_editor (NkTable *table)
{
  GtkWidget *editor = (GtkWidget *) g_steal_pointer (&table->editor);

  g_signal_handlers_disconnect_by_data (editor, table);
  gtk_widget_unparent (editor);
}

/* A row that nothing has come of goes again. */
static void
drop_draft (NkTable *table)
{
  if (nk_table_rows_draft (table->rows) != NULL)
    nk_table_rows_drop_draft (table->rows);
}

void
nk_table_end_editing (NkTable *table)
{
  if (table->editor == NULL)
    return;
  close_editor (table);
  drop_draft (table);
}

static void
on_cancelled (NkTable *table)
{
  guint position = nk_table_position (table, table->cursor);
  gboolean was_draft = nk_table_rows_draft (table->rows) != NULL;

  close_editor (table);
  drop_draft (table);
  nk_trace ("cell cancelled");
  if (was_draft)
    g_clear_object (&table->cursor);
  if (was_draft)
    nk_table_focus (table);
  else
    nk_table_go (table, position, table->cursor_column);
}

/* Where the keyboard goes when a cell is done. The rows may have another order then, so the next one is
 * known before. */
static void
go_on (NkTable    *table,
       NkTableRow *next,
       NkCellStep  step)
{
  guint column = step == NK_CELL_DOWN || step == NK_CELL_STAY ? table->cursor_column
                 : nk_table_next_column (table, table->cursor_column,
                                         step == NK_CELL_NEXT ? 1 : -1);
  guint position = nk_table_position (table, next);

  if (step == NK_CELL_STAY || position == GTK_INVALID_LIST_POSITION)
    return;
  nk_table_go (table, position, column == NK_NO_COLUMN ? table->cursor_column : column);
  nk_table_select (table, position);
  if (step != NK_CELL_DOWN && column != NK_NO_COLUMN && nk_column_can_edit (edited (table))
      && !nk_table_can_toggle (edited (table)))
    nk_table_edit (table, table->cursor, column, NULL);
}

static void
commit_draft (NkTable    *table,
              const char *value,
              NkCellStep  step)
{
  NkField field = edited (table)->field->field;
  g_autoptr (NkTableRow) draft = g_object_ref (table->cursor);
  gboolean done = nk_table_set_draft (table, field, value);

  /* Enter in a new row that is done begins the next one. */
  if (done && step == NK_CELL_DOWN)
    nk_table_add (table);
  else if (done)
    go_on (table, table->cursor, step);
  else if (step != NK_CELL_STAY)
    go_on (table, draft, step == NK_CELL_DOWN ? NK_CELL_NEXT : step);
  else
    drop_draft (table);
}

static void
on_committed (NkTable    *table,
              NkCellStep  step)
{
  const NkFieldSchema *field = edited (table)->field;
  g_autofree char *value = nk_cell_editor_value (table->editor);
  g_autofree char *refusal = refusal_of (field, value);
  g_autofree char *id = g_strdup (nk_record_id (nk_table_row_record (table->cursor)));
  gboolean same = nk_cell_editor_is_same (table->editor);
  g_autoptr (NkTableRow) next = NULL;
  guint position = nk_table_position (table, table->cursor);

  if (refusal != NULL && step != NK_CELL_STAY)
    {
      nk_cell_editor_say_wrong (table->editor, refusal);
      nk_trace ("cell refused \"%s\"", refusal);
      return;
    }
  close_editor (table);
  nk_trace ("cell done");
  if (nk_table_row_is_draft (table->cursor))
    {
      commit_draft (table, refusal == NULL ? value : "", step);
      return;
    }
  next = step == NK_CELL_DOWN ? nk_table_row_at (table, position + 1) : NULL;
  if (next == NULL)
    next = g_object_ref (table->cursor);
  if (refusal == NULL && !same)
    set_field (table, id, field, value);
  go_on (table, next, step);
}

void
nk_table_edit (NkTable    *table,
               NkTableRow *row,
               guint       column,
               const char *typed)
{
  const NkColumn *what = &table->columns[column];
  g_autoptr (NkTableRow) kept = g_object_ref (row);
  g_autofree char *text = NULL;

  if (!nk_column_can_edit (what) || nk_canvas_refuses (table->canvas))
    return;
  if (nk_table_can_toggle (what))
    {
      nk_table_toggle (table, row, column);
      return;
    }
  nk_table_go (table, nk_table_position (table, row), column);
  if (table->editor != NULL)
    close_editor (table);
  table->editor = NK_CELL_EDITOR (nk_cell_editor_new (_(what->label)));
  set_choices (table, nk_table_row_record (row));
  text = nk_column_text (what, table->lookup, nk_table_row_record (row));
  g_signal_connect_swapped (table->editor, "committed", G_CALLBACK (on_committed), table);
  g_signal_connect_swapped (table->editor, "cancelled", G_CALLBACK (on_cancelled), table);
  gtk_widget_set_parent (GTK_WIDGET (table->editor), GTK_WIDGET (table));
  nk_cell_editor_start (table->editor, typed != NULL ? typed : text, typed != NULL);
  nk_trace ("cell %s", what->name);
}
