/* Where things are is changed on the map; here is said whether there is anything, and what can be
 * done about it with a button. */
#include "ui/inspector/field-editors.h"

#include "drawing/room.h"
#include "ui/session/tie-edits.h"

#include "map/text.h"

static GtkWidget *
make_line (NkFieldRow *row,
           const char *button_label,
           GCallback   on_clicked)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *button = gtk_button_new_with_mnemonic (button_label);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  g_signal_connect_swapped (button, "clicked", on_clicked, row);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

/* When it has nothing to do, nothing is seen of the button, but it keeps its room. */
static void
fill_line (GtkWidget  *box,
           const char *text,
           gboolean    can_do)
{
  GtkWidget *button = gtk_widget_get_last_child (box);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)), text);
  gtk_widget_set_sensitive (button, can_do);
  gtk_widget_set_opacity (button, can_do ? 1 : 0);
}

/* The places of actors */

static guint
count_placed (NkFieldRow *row)
{
  GPtrArray *records = nk_field_row_subject (row)->records;
  guint n = 0;

  for (guint i = 0; i < records->len; i++)
    n += nk_record_is_placed (g_ptr_array_index (records, i));
  return n;
}

static void
take_place (NkRecord *record,
            guint     i,
            gpointer  room)
{
  NkPoint place;

  if (nk_record_is_placed (record))
    return;
  place = nk_room_take (room, record, NULL);
  nk_record_set_number (record, NK_FIELD_X, place.x);
  nk_record_set_number (record, NK_FIELD_Y, place.y);
}

static void
on_place (NkFieldRow *row)
{
  NkSession *session = nk_field_row_session (row);
  g_autoptr (NkRoom) room = nk_room_new (nk_session_map (session));
  NkEdit *edit = nk_edit_new (_("Put on the Map"));

  nk_field_row_begin_step (row);
  nk_subject_change (nk_field_row_subject (row), session, edit, take_place, room);
  nk_field_row_apply (row, edit);
}

static GtkWidget *
make_place (NkFieldRow *row)
{
  return make_line (row, _("_Put There"), G_CALLBACK (on_place));
}

static void
fill_place (NkFieldRow *row,
            GtkWidget  *box)
{
  guint all = nk_field_row_subject (row)->records->len, placed = count_placed (row);

  fill_line (box, placed == all ? _("Yes") : placed == 0 ? _("Not yet") : _("Some"), placed < all);
}

const NkFieldEditor nk_place_editor = {
  .make = make_place, .fill = fill_place, .title = N_("On the map")
};

/* The bends of ties */

static void
on_straighten (NkFieldRow *row)
{
  NkSession *session = nk_field_row_session (row);

  nk_field_row_begin_step (row);
  nk_field_row_apply (row, nk_edit_for_straight (nk_session_map (session),
                                                 nk_session_selection (session)));
}

static GtkWidget *
make_bends (NkFieldRow *row)
{
  return make_line (row, _("St_raighten"), G_CALLBACK (on_straighten));
}

static void
fill_bends (NkFieldRow *row,
            GtkWidget  *box)
{
  GPtrArray *records = nk_field_row_subject (row)->records;
  g_autofree char *text = NULL;
  guint all = 0;

  for (guint i = 0; i < records->len; i++)
    {
      guint n;

      nk_record_points (g_ptr_array_index (records, i), NK_FIELD_BENDS, &n);
      all += n;
    }
  text = g_strdup_printf ("%u", all);
  fill_line (box, text, all > 0);
}

const NkFieldEditor nk_bends_editor = { .make = make_bends, .fill = fill_bends };
