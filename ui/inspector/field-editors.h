/* The editors of the inspector: one for each type of field, each in a file of its own. */
#pragma once

#include "ui/inspector/field-row.h"

G_BEGIN_DECLS

typedef enum
{
  NK_LABEL_BESIDE,
  NK_LABEL_ABOVE,
  NK_LABEL_WITHIN,   /* the editor says it itself, and stands below the other editors */
  NK_LABEL_NONE      /* the heading of its group says it */
} NkLabelPlace;

typedef struct
{
  /* Makes the widget, which the row owns. The row has a subject only when it is filled. */
  GtkWidget *(*make) (NkFieldRow *row);
  /* Fills it with what the records have now. While somebody types, that is there already. */
  void       (*fill) (NkFieldRow *row,
                      GtkWidget  *widget);
  NkLabelPlace label;
  gboolean typed;       /* Escape gives back what was there before */
  const char *title;    /* instead of the field's label; untranslated; or NULL */
} NkFieldEditor;

/* The editor of a field, or NULL if the inspector leaves it out. */
const NkFieldEditor *nk_field_editor_for (const NkFieldSchema *field);

extern const NkFieldEditor nk_entry_editor;      /* a line of text */
extern const NkFieldEditor nk_language_editor;
extern const NkFieldEditor nk_lines_editor;      /* text of several lines */
extern const NkFieldEditor nk_note_editor;       /* the same in a group of its own */
extern const NkFieldEditor nk_texts_editor;      /* one text a line */
extern const NkFieldEditor nk_date_editor;
extern const NkFieldEditor nk_color_editor;
extern const NkFieldEditor nk_number_editor;     /* any number */
extern const NkFieldEditor nk_integer_editor;    /* one of a few numbers: a button each */
extern const NkFieldEditor nk_check_editor;
extern const NkFieldEditor nk_choice_editor;     /* one of a list; also a reference to a record */
extern const NkFieldEditor nk_end_editor;        /* an end of a tie */
extern const NkFieldEditor nk_bends_editor;
extern const NkFieldEditor nk_place_editor;      /* whether an actor is on the map */
extern const NkFieldEditor nk_attribute_editor;  /* the value of one attribute */
extern const NkFieldEditor nk_evidence_editor;

G_END_DECLS
