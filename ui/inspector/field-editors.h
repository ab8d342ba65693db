/* The editors of the inspector: one widget for each type of field. */
#pragma once

#include "ui/inspector/field-row.h"

G_BEGIN_DECLS

typedef enum
{
  NK_LABEL_BESIDE,
  NK_LABEL_ABOVE,
  NK_LABEL_WITHIN    /* the editor says it itself */
} NkLabelPlace;

typedef struct
{
  /* Makes the widget, which the row owns. */
  GtkWidget *(*make) (NkFieldRow *row);
  /* Fills it with what the records have now. */
  void       (*fill) (NkFieldRow *row,
                      GtkWidget  *widget);
  NkLabelPlace label;
} NkFieldEditor;

/* The editor of a field, or NULL if the inspector leaves it out: places are changed on the map. */
const NkFieldEditor *nk_field_editor_for (const NkFieldSchema *field);

G_END_DECLS
