#include "ui/inspector/evidence-card.h"

#include "ui/inspector/entry-editor.h"
#include "ui/inspector/evidence-list.h"
#include "ui/inspector/record-chooser.h"

#include "map/text.h"

struct _NkEvidenceCard
{
  GtkWidget parent_instance;

  NkFieldRow *row;       /* borrowed: it is in there */
  guint i;
  char *source;          /* the id */

  /* children */
  GtkWidget *box;
  NkRecordChooser *chooser;
  GtkWidget *up, *down;
  GtkWidget *locator, *note;
};

G_DEFINE_FINAL_TYPE (NkEvidenceCard, nk_evidence_card, GTK_TYPE_WIDGET)

static void
set (NkEvidenceCard *card,
     const char     *source)
{
  NkEvidence evidence = { source, gtk_editable_get_text (GTK_EDITABLE (card->locator)),
                          gtk_editable_get_text (GTK_EDITABLE (card->note)), NULL };

  nk_evidence_set (card->row, card->i, &evidence);
}

static void
on_chosen (NkEvidenceCard *card,
           const char     *id)
{
  nk_field_row_begin_step (card->row);
  set (card, id);
}

static void
on_wanted (NkEvidenceCard *card,
           const char     *name,
           const char     *type)
{
  nk_evidence_new_source (card->row, (int) card->i, name, type);
}

static void
on_typed (NkEvidenceCard *card)
{
  g_autofree char *source = g_strdup (card->source);

  if (!nk_field_row_is_filling (card->row))
    set (card, source);
}

/* The card may go with it, and the keyboard is to stay near. */
static void
on_remove (NkEvidenceCard *card)
{
  NkFieldRow *row = card->row;

  nk_evidence_remove (row, card->i);
  nk_field_row_focus (row);
}

static void
on_up (NkEvidenceCard *card)
{
  nk_evidence_move (card->row, card->i, -1);
}

static void
on_down (NkEvidenceCard *card)
{
  nk_evidence_move (card->row, card->i, 1);
}

/* The widget */

static GtkWidget *
add_button (NkEvidenceCard *card,
            GtkWidget      *line,
            const char     *icon,
            const char     *label,
            GCallback       on_clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect_swapped (button, "clicked", on_clicked, card);
  gtk_box_append (GTK_BOX (line), button);
  return button;
}

static GtkWidget *
add_entry (NkEvidenceCard *card,
           const char     *label)
{
  GtkWidget *entry = g_object_new (GTK_TYPE_ENTRY, "enable-undo", FALSE, "width-chars", 8,
                                   "placeholder-text", label, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (on_typed), card);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (nk_field_row_go_on), card->row);
  gtk_box_append (GTK_BOX (card->box), entry);
  return entry;
}

static GtkWidget *
make_line (NkEvidenceCard *card)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  card->chooser = NK_RECORD_CHOOSER (nk_record_chooser_new (nk_field_row_session (card->row),
                                                            NK_SOURCE));
  gtk_widget_set_hexpand (GTK_WIDGET (card->chooser), TRUE);
  g_signal_connect_swapped (card->chooser, "chosen", G_CALLBACK (on_chosen), card);
  g_signal_connect_swapped (card->chooser, "wanted", G_CALLBACK (on_wanted), card);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (card->chooser));
  card->up = add_button (card, line, "go-up-symbolic", _("Move up"), G_CALLBACK (on_up));
  card->down = add_button (card, line, "go-down-symbolic", _("Move down"), G_CALLBACK (on_down));
  add_button (card, line, "edit-delete-symbolic", _("Remove this evidence"),
              G_CALLBACK (on_remove));
  return line;
}

static void
fill_card (NkEvidenceCard *card)
{
  card->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (card->box, "evidence");
  gtk_widget_set_parent (card->box, GTK_WIDGET (card));
  gtk_box_append (GTK_BOX (card->box), make_line (card));
  card->locator = add_entry (card, _("Place in the source"));
  card->note = add_entry (card, _("Note on it"));
}

static void
nk_evidence_card_dispose (GObject *object)
{
  NkEvidenceCard *card = NK_EVIDENCE_CARD (object);

  g_clear_pointer (&card->box, gtk_widget_unparent);
  g_clear_pointer (&card->source, g_free);
  G_OBJECT_CLASS (nk_evidence_card_parent_class)->dispose (object);
}

static void
nk_evidence_card_class_init (NkEvidenceCardClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = nk_evidence_card_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
nk_evidence_card_init (NkEvidenceCard *card)
{
}

GtkWidget *
nk_evidence_card_new (NkFieldRow *row,
                      guint       i)
{
  NkEvidenceCard *card = g_object_new (NK_TYPE_EVIDENCE_CARD, NULL);
  g_autofree char *label = g_strdup_printf (_("Evidence %u"), i + 1);

  card->row = row;
  card->i = i;
  fill_card (card);
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (card);
}

/* What the button says of a source, and to whom does not see it. */
static void
show_source (NkEvidenceCard *card)
{
  const NkMap *map = nk_session_map (nk_field_row_session (card->row));
  const NkRecord *source = nk_map_find (map, NK_SOURCE, card->source);
  const char *title = source != NULL ? nk_record_title (source)
                                     : *card->source != '\0' ? card->source : _("No source");
  g_autofree char *label = g_strdup_printf (_("Source: %s"), title);
  GtkWidget *button = nk_record_chooser_button (card->chooser);

  nk_record_chooser_show (card->chooser, title);
  gtk_widget_set_tooltip_text (button, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

void
nk_evidence_card_show (NkEvidenceCard   *card,
                       const NkEvidence *evidence,
                       guint             n)
{
  g_free (card->source);
  card->source = g_strdup (evidence->source);
  show_source (card);
  nk_entry_set_text (card->locator, evidence->locator);
  nk_entry_set_text (card->note, evidence->note);
  gtk_widget_set_visible (card->up, n > 1);
  gtk_widget_set_visible (card->down, n > 1);
  gtk_widget_set_sensitive (card->up, card->i > 0);
  gtk_widget_set_sensitive (card->down, card->i + 1 < n);
}

void
nk_evidence_card_focus (NkEvidenceCard *card)
{
  gtk_widget_grab_focus (card->locator);
}
