#include "drawing/figure.h"

#include <math.h>
#include <string.h>

double
nk_length_parse (const char *text)
{
  static const struct { const char *unit; double points; } units[] = {
    { "mm", 72 / 25.4 }, { "cm", 720 / 25.4 }, { "in", 72 }, { "pt", 1 },
  };
  g_autofree char *unit = NULL;
  char *rest;
  double number;

  while (g_ascii_isspace (*text))
    text++;
  if (strspn (text, "0123456789.") == 0)
    return NAN;
  number = g_ascii_strtod (text, &rest);
  if (strcspn (text, "xX") < (gsize) (rest - text))   /* hexadecimal is no length */
    return NAN;
  unit = g_strstrip (g_strdup (rest));
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (strcmp (unit, units[i].unit) == 0)
      return isfinite (number) ? number * units[i].points : NAN;
  return NAN;
}
