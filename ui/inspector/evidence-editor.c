/* Evidence: a card for each piece, and a button that adds one. Of several records it shows what all
 * of them have, and adds to all. */
#include "ui/inspector/evidence-card.h"
#include "ui/inspector/evidence-list.h"
#include "ui/inspector/field-editors.h"
#include "ui/inspector/record-chooser.h"

#include "map/text.h"

#define SPACING 12   /* pixels */

/* The parts of the editor: the cards, a line that says what is not shown, and the button. */

static GtkWidget *
cards_of (GtkWidget *box)
{
  return gtk_widget_get_first_child (box);
}

static GtkWidget *
words_of (GtkWidget *box)
{
  return gtk_widget_get_next_sibling (cards_of (box));
}

static void
focus_last (GtkWidget *box)
{
  GtkWidget *last = gtk_widget_get_last_child (cards_of (box));

  if (last != NULL)
    nk_evidence_card_focus (NK_EVIDENCE_CARD (last));
}

static void
on_chosen (GtkWidget  *chooser,
           const char *id,
           NkFieldRow *row)
{
  nk_evidence_add (row, id);
  focus_last (gtk_widget_get_parent (chooser));
}

static void
on_wanted (GtkWidget  *chooser,
           const char *name,
           const char *type,
           NkFieldRow *row)
{
  nk_evidence_new_source (row, -1, name, type);
  focus_last (gtk_widget_get_parent (chooser));
}

static GtkWidget *
make_words (void)
{
  GtkWidget *words = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_widget_add_css_class (words, "dim-label");
  return words;
}

static GtkWidget *
make (NkFieldRow *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  GtkWidget *chooser = nk_record_chooser_new (nk_field_row_session (row), NK_SOURCE);
  GtkWidget *button = nk_record_chooser_button (NK_RECORD_CHOOSER (chooser));

  nk_record_chooser_show (NK_RECORD_CHOOSER (chooser), _("Add Evidence"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Add Evidence"), -1);
  g_signal_connect (chooser, "chosen", G_CALLBACK (on_chosen), row);
  g_signal_connect (chooser, "wanted", G_CALLBACK (on_wanted), row);
  gtk_box_append (GTK_BOX (box), gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING));
  gtk_box_append (GTK_BOX (box), make_words ());
  gtk_box_append (GTK_BOX (box), chooser);
  nk_field_row_set_main (row, button);
  return box;
}

/* As many cards as there is evidence; those that are there stay, since somebody may type in one. */
static void
fill_cards (NkFieldRow *row,
            GtkWidget  *cards,
            GArray     *evidence,
            gboolean    can_move)
{
  GtkWidget *card = gtk_widget_get_first_child (cards);

  for (guint i = 0; i < evidence->len; i++)
    {
      if (card == NULL)
        {
          card = nk_evidence_card_new (row, i);
          gtk_box_append (GTK_BOX (cards), card);
        }
      nk_evidence_card_show (NK_EVIDENCE_CARD (card), &g_array_index (evidence, NkEvidence, i),
                             can_move ? evidence->len : 0);
      card = gtk_widget_get_next_sibling (card);
    }
  while (card != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (card);

      gtk_box_remove (GTK_BOX (cards), card);
      card = next;
    }
  gtk_widget_set_visible (cards, evidence->len > 0);
}

/* TRUE if one of them has evidence that not all have. */
static gboolean
has_more (const NkSubject *subject,
          guint            n_shared)
{
  for (guint i = 0; i < subject->records->len; i++)
    {
      guint n;

      nk_record_evidence (g_ptr_array_index (subject->records, i), NK_FIELD_EVIDENCE, &n);
      if (n > n_shared)
        return TRUE;
    }
  return FALSE;
}

static void
fill (NkFieldRow *row,
      GtkWidget  *box)
{
  const NkSubject *subject = nk_field_row_subject (row);
  g_autoptr (GArray) shared = nk_evidence_shared (subject);
  gboolean more = has_more (subject, shared->len);

  fill_cards (row, cards_of (box), shared, !nk_subject_has_several (subject));
  gtk_label_set_text (GTK_LABEL (words_of (box)),
                      more ? _("Here is what all have in common. Some have more.") : "");
  gtk_widget_set_visible (words_of (box), more);
}

const NkFieldEditor nk_evidence_editor = {
  .make = make, .fill = fill, .label = NK_LABEL_NONE, .typed = TRUE
};
