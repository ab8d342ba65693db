#include "ui/clipboard/paste-question.h"

#include "ui/program/access.h"

#include "map/text.h"

struct _NkPasteQuestion
{
  GObject parent_instance;
  const NkName *name;
  char *sentence;
};

G_DEFINE_FINAL_TYPE (NkPasteQuestion, nk_paste_question, G_TYPE_OBJECT)

typedef struct
{
  NkPasteAnswered answered;
  gpointer user_data;
} Asking;

NkPasteQuestion *
nk_paste_question_new (const NkName *name,
                       const char   *sentence)
{
  NkPasteQuestion *question = g_object_new (NK_TYPE_PASTE_QUESTION, NULL);

  question->name = name;
  question->sentence = g_strdup (sentence);
  return question;
}

/* Words */

static const char *
new_one (NkRecordKind kind)
{
  switch ((int) kind)
    {
    case NK_LEVEL:
      return _("New level");
    case NK_DISTRICT:
      return _("New district");
    case NK_SECTOR:
      return _("New sector");
    case NK_KIND:
      return _("New kind of tie");
    case NK_SOURCE:
      return _("New source");
    default:
      return _("New actor");
    }
}

static const char *
nobody (const NkName *name)
{
  if (name->is_end)
    return _("Leave its ties out");
  return name->kind == NK_ACTOR ? _("Leave out") : _("Leave empty");
}

static char *
describe (const NkName *name)
{
  const char *kind = _(nk_schema_kind (name->kind)->label);

  /* Translators: of a name in pasted rows: what it names, and in how many rows it stands. */
  return g_strdup_printf (ngettext ("%s, in %u row", "%s, in %u rows", name->n), kind, name->n);
}

/* Answers: the candidates in their order, then a new one, then nobody. */

static guint
number_of_answer (const NkName *name)
{
  if (name->answer >= 0)
    return (guint) name->answer;
  return name->candidates->len + (name->answer == NK_NAME_NONE ? 1 : 0);
}

static int
answer_of_number (const NkName *name,
                  guint         number)
{
  if (number < name->candidates->len)
    return (int) number;
  return number == name->candidates->len ? NK_NAME_NEW : NK_NAME_NONE;
}

static GListModel *
list_answers (const NkName *name)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (guint i = 0; i < name->candidates->len; i++)
    gtk_string_list_append (list, nk_record_title (g_ptr_array_index (name->candidates, i)));
  gtk_string_list_append (list, new_one (name->kind));
  gtk_string_list_append (list, nobody (name));
  return G_LIST_MODEL (list);
}

/* Rows of the list */

typedef struct
{
  GtkWidget *text, *about, *answer;
  gulong handler;
} Row;

static void
on_selected (GtkListItem *item)
{
  Row *row = g_object_get_data (G_OBJECT (item), "row");
  Asking *asking = g_object_get_data (G_OBJECT (item), "asking");
  NkPasteQuestion *question = gtk_list_item_get_item (item);
  guint number = gtk_drop_down_get_selected (GTK_DROP_DOWN (row->answer));

  if (question != NULL && question->name != NULL && number != GTK_INVALID_LIST_POSITION)
    asking->answered (question->name, answer_of_number (question->name, number), asking->user_data);
}

static void
on_setup (GtkListItemFactory *factory,
          GtkListItem        *item,
          gpointer            user_data)
{
  Row *row = g_new0 (Row, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  row->text = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (row->text), 0);
  gtk_label_set_wrap (GTK_LABEL (row->text), TRUE);
  gtk_widget_set_hexpand (row->text, TRUE);
  row->about = gtk_label_new (NULL);
  gtk_widget_add_css_class (row->about, "dim-label");
  row->answer = gtk_drop_down_new (NULL, NULL);
  gtk_widget_set_size_request (row->answer, 280, -1);
  gtk_box_append (GTK_BOX (box), row->text);
  gtk_box_append (GTK_BOX (box), row->about);
  gtk_box_append (GTK_BOX (box), row->answer);
  gtk_widget_add_css_class (box, "question-row");
  gtk_list_item_set_child (item, box);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
  row->handler = g_signal_connect_swapped (row->answer, "notify::selected",
                                           G_CALLBACK (on_selected), item);
  g_object_set_data_full (G_OBJECT (item), "row", row, g_free);
  g_object_set_data (G_OBJECT (item), "asking", user_data);
}

static void
show_name (Row          *row,
           const NkName *name)
{
  g_autoptr (GListModel) answers = list_answers (name);
  g_autofree char *text = g_strdup_printf (_("“%s”"), name->text);
  g_autofree char *about = describe (name);

  gtk_label_set_label (GTK_LABEL (row->text), text);
  gtk_label_set_label (GTK_LABEL (row->about), about);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->answer), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
  nk_access_name_list (row->answer, text);
  gtk_drop_down_set_model (GTK_DROP_DOWN (row->answer), answers);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (row->answer), number_of_answer (name));
}

static void
on_bind (GtkListItemFactory *factory,
         GtkListItem        *item)
{
  Row *row = g_object_get_data (G_OBJECT (item), "row");
  NkPasteQuestion *question = gtk_list_item_get_item (item);

  gtk_widget_set_visible (row->about, question->name != NULL);
  gtk_widget_set_visible (row->answer, question->name != NULL);
  g_signal_handler_block (row->answer, row->handler);
  if (question->name != NULL)
    show_name (row, question->name);
  else
    gtk_label_set_label (GTK_LABEL (row->text), question->sentence);
  nk_access_name_row (item, gtk_label_get_label (GTK_LABEL (row->text)));
  g_signal_handler_unblock (row->answer, row->handler);
}

GtkListItemFactory *
nk_paste_question_factory (NkPasteAnswered answered,
                           gpointer        user_data)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Asking *asking = g_new (Asking, 1);

  *asking = (Asking) { answered, user_data };
  g_object_set_data_full (G_OBJECT (factory), "asking", asking, g_free);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), asking);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  return factory;
}

static void
nk_paste_question_finalize (GObject *object)
{
  g_free (NK_PASTE_QUESTION (object)->sentence);
  G_OBJECT_CLASS (nk_paste_question_parent_class)->finalize (object);
}

static void
nk_paste_question_class_init (NkPasteQuestionClass *class)
{
  G_OBJECT_CLASS (class)->finalize = nk_paste_question_finalize;
}

static void
nk_paste_question_init (NkPasteQuestion *question)
{
}
