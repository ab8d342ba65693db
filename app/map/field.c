#include "map/date.h"
#include "map/record.h"

#include <string.h>

#include "map/text.h"

static gboolean
is_color (const char *value)
{
  return strlen (value) == 7 && value[0] == '#' &&
         strspn (value + 1, "0123456789abcdefABCDEF") == 6;
}

static char *
refuse_choice (const NkFieldSchema *field,
               const char          *value)
{
  const char *const *choices = field->choices[0][0] == '\0' ? field->choices + 1 : field->choices;
  g_autofree char *list = NULL;

  if (g_strv_contains (field->choices, value))
    return NULL;
  list = g_strjoinv (", ", (char **) choices);
  return g_strdup_printf (_("“%s” is not one of the values that “%s” can have: %s."),
                          value, nk_field_name (field->field), list);
}

char *
nk_field_refuse_text (const NkFieldSchema *field,
                      const char          *value)
{
  switch ((int) field->type)
    {
    case NK_TYPE_DATE:
      if (value[0] == '\0' || nk_date_is_valid (value))
        return NULL;
      return g_strdup_printf (_("“%s” is not a date. Write a year, a month or a day: 2015, 2015-09 "
                                "or 2015-09-01."), value);
    case NK_TYPE_COLOR:
      if (value[0] == '\0' || is_color (value))
        return NULL;
      return g_strdup_printf (_("“%s” is not a color. Write it as in #3465a4."), value);
    case NK_TYPE_CHOICE:
      return refuse_choice (field, value);
    default:
      return NULL;
    }
}
