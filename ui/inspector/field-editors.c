#include "ui/inspector/field-editors.h"

static const NkFieldEditor *
text_editor (NkField field)
{
  switch (field)
    {
    case NK_FIELD_NOTE:
      return &nk_note_editor;
    case NK_FIELD_DESCRIPTION:
    case NK_FIELD_TEXT:
      return &nk_lines_editor;
    case NK_FIELD_LANGUAGE:
      return &nk_language_editor;
    default:
      return &nk_entry_editor;
    }
}

/* Places are changed on the map; here is said only whether there is one. */
static const NkFieldEditor *
number_editor (NkField field)
{
  switch (field)
    {
    case NK_FIELD_X:
      return &nk_place_editor;
    case NK_FIELD_Y:
      return NULL;
    default:
      return &nk_number_editor;
    }
}

const NkFieldEditor *
nk_field_editor_for (const NkFieldSchema *field)
{
  switch (field->type)
    {
    case NK_TYPE_TEXT:
      return text_editor (field->field);
    case NK_TYPE_DATE:
      return &nk_date_editor;
    case NK_TYPE_REFERENCE:
      return field->required ? &nk_end_editor : &nk_choice_editor;
    case NK_TYPE_CHOICE:
      return &nk_choice_editor;
    case NK_TYPE_INTEGER:
      return &nk_integer_editor;
    case NK_TYPE_BOOLEAN:
      return &nk_check_editor;
    case NK_TYPE_EVIDENCE:
      return &nk_evidence_editor;
    case NK_TYPE_COLOR:
      return &nk_color_editor;
    case NK_TYPE_NUMBER:
      return number_editor (field->field);
    case NK_TYPE_TEXTS:
      return &nk_texts_editor;
    case NK_TYPE_POINTS:
      return &nk_bends_editor;
    case NK_TYPE_VALUES:
      return &nk_attribute_editor;
    }
  return NULL;
}
