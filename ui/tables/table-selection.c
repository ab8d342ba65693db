#include "ui/tables/table-selection.h"

struct _NkTableSelection
{
  GObject parent_instance;

  NkSession *session;   /* owned */
  NkRecordKind kind;
  GListModel *rows;     /* owned */
  gboolean own;
};

static void init_list_model (GListModelInterface *interface);
static void init_selection_model (GtkSelectionModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NkTableSelection, nk_table_selection, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_list_model)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                      init_selection_model))

/* The list */

static GType
get_item_type (GListModel *model)
{
  return NK_TYPE_TABLE_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (NK_TABLE_SELECTION (model)->rows);
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  return g_list_model_get_item (NK_TABLE_SELECTION (model)->rows, position);
}

static void
init_list_model (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

/* The selection */

/* The id of a row's record; NULL if it is none of the map's yet. */
static const char *
id_at (NkTableSelection *selection,
       guint             position)
{
  g_autoptr (NkTableRow) row = g_list_model_get_item (selection->rows, position);

  /* The list keeps the row. */
  return row == NULL || nk_table_row_is_draft (row) ? NULL
                                                    : nk_record_id (nk_table_row_record (row));
}

static gboolean
is_selected (GtkSelectionModel *model,
             guint              position)
{
  NkTableSelection *selection = NK_TABLE_SELECTION (model);
  const char *id = id_at (selection, position);

  return id != NULL
         && nk_selection_contains (nk_session_selection (selection->session), selection->kind, id);
}

static void
take (NkTableSelection *selection,
      NkSelection      *names)
{
  selection->own = TRUE;
  nk_session_select (selection->session, names);
  selection->own = FALSE;
}

/* Whoever says something of every row says it of the whole map: nothing else stays selected. */
static gboolean
set_selection (GtkSelectionModel *model,
               GtkBitset         *selected,
               GtkBitset         *mask)
{
  NkTableSelection *selection = NK_TABLE_SELECTION (model);
  gboolean anew = gtk_bitset_get_size (mask) >= get_n_items (G_LIST_MODEL (model));
  NkSelection *names = anew ? nk_selection_new ()
                            : nk_selection_copy (nk_session_selection (selection->session));
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, anew ? selected : mask, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      const char *id = id_at (selection, position);

      if (id == NULL)
        continue;
      if (gtk_bitset_contains (selected, position))
        nk_selection_add (names, selection->kind, id);
      else
        nk_selection_remove (names, selection->kind, id);
    }
  take (selection, names);
  return TRUE;
}

static void
init_selection_model (GtkSelectionModelInterface *interface)
{
  interface->is_selected = is_selected;
  interface->set_selection = set_selection;
}

guint
nk_table_selection_first (NkTableSelection *selection)
{
  guint n = get_n_items (G_LIST_MODEL (selection));

  if (nk_selection_count (nk_session_selection (selection->session)) == 0)
    return GTK_INVALID_LIST_POSITION;
  for (guint i = 0; i < n; i++)
    if (is_selected (GTK_SELECTION_MODEL (selection), i))
      return i;
  return GTK_INVALID_LIST_POSITION;
}

void
nk_table_selection_range (NkTableSelection *selection,
                          guint             first,
                          guint             last)
{
  NkSelection *names = nk_selection_new ();

  for (guint i = MIN (first, last); i <= MAX (first, last); i++)
    if (id_at (selection, i) != NULL)
      nk_selection_add (names, selection->kind, id_at (selection, i));
  take (selection, names);
}

gboolean
nk_table_selection_is_own (NkTableSelection *selection)
{
  return selection->own;
}

/* What it follows */

static void
on_selection_changed (NkTableSelection *selection)
{
  guint n = get_n_items (G_LIST_MODEL (selection));

  if (n > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (selection), 0, n);
}

static void
on_items_changed (NkTableSelection *selection,
                  guint             position,
                  guint             removed,
                  guint             added)
{
  g_list_model_items_changed (G_LIST_MODEL (selection), position, removed, added);
}

static void
nk_table_selection_finalize (GObject *object)
{
  NkTableSelection *selection = NK_TABLE_SELECTION (object);

  g_clear_object (&selection->rows);
  g_clear_object (&selection->session);
  G_OBJECT_CLASS (nk_table_selection_parent_class)->finalize (object);
}

static void
nk_table_selection_class_init (NkTableSelectionClass *class)
{
  G_OBJECT_CLASS (class)->finalize = nk_table_selection_finalize;
}

static void
nk_table_selection_init (NkTableSelection *selection)
{
}

NkTableSelection *
nk_table_selection_new (NkSession    *session,
                        NkRecordKind  kind,
                        GListModel   *rows)
{
  NkTableSelection *selection = g_object_new (NK_TYPE_TABLE_SELECTION, NULL);

  selection->session = g_object_ref (session);
  selection->kind = kind;
  selection->rows = g_object_ref (rows);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (on_selection_changed),
                           selection, G_CONNECT_SWAPPED);
  g_signal_connect_object (rows, "items-changed", G_CALLBACK (on_items_changed), selection,
                           G_CONNECT_SWAPPED);
  return selection;
}
