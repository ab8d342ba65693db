#include "map/choices.h"

#include "map/text.h"

static const struct
{
  NkField field;
  const char *choice, *name;
} names[] = {
  { NK_FIELD_CERTAINTY, "stated", N_("Stated") },
  { NK_FIELD_CERTAINTY, "assumed", N_("Assumed") },
  { NK_FIELD_CERTAINTY, "open", N_("Not known") },
  { NK_FIELD_TYPE, "", N_("None") },
  { NK_FIELD_TYPE, "interview", N_("Interview") },
  { NK_FIELD_TYPE, "document", N_("Document") },
  { NK_FIELD_TYPE, "observation", N_("Observation") },
  { NK_FIELD_TYPE, "workshop", N_("Workshop") },
  { NK_FIELD_SHAPE, "box", N_("Box") },
  { NK_FIELD_SHAPE, "round", N_("Rounded box") },
  { NK_FIELD_SHAPE, "ellipse", N_("Ellipse") },
  { NK_FIELD_SHAPE, "diamond", N_("Diamond") },
  { NK_FIELD_SHAPE, "hexagon", N_("Hexagon") },
  { NK_FIELD_SHAPE, "house", N_("House") },
  { NK_FIELD_SHAPE, "person", N_("Person") },
};

const char *
nk_choice_name (NkField     field,
                const char *choice)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i].field == field && g_str_equal (names[i].choice, choice))
      return _(names[i].name);
  return choice;
}
