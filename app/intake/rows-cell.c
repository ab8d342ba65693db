/* One cell of a row as the value of a field. */
#include "intake/rows-private.h"

#include "intake/date-words.h"
#include "map/fold.h"

#include <string.h>

#include "map/text.h"

/* Folded, in German and English. */
static const char *const yes[] = {
  "yes", "ja", "j", "y", "x", "1", "true", "wahr", "formell", "formal", NULL
};
static const char *const no[] = {
  "no", "nein", "n", "0", "false", "falsch", "informell", "informal", "", NULL
};
static const struct { const char *word, *choice; } choices[] = {
  { "genannt", "stated" }, { "vermutet", "assumed" }, { "angenommen", "assumed" },
  { "offen", "open" }, { "not known", "open" }, { "nicht bekannt", "open" }, { "unbekannt", "open" },
};

static char *
set_date (NkRecord            *record,
          const NkFieldSchema *field,
          const char          *text)
{
  g_autofree char *date = nk_date_from_words (text);

  if (date == NULL)
    return nk_field_refuse_text (field, text);
  nk_record_set_text (record, field->field, date);
  return NULL;
}

static char *
set_integer (NkRecord            *record,
             const NkFieldSchema *field,
             const char          *text)
{
  gint64 value;

  if (!g_ascii_string_to_signed (text, 10, (gint64) field->least, (gint64) field->most, &value, NULL))
    return g_strdup_printf (_("“%s” is not a whole number from %d to %d."), text, (int) field->least,
                            (int) field->most);
  nk_record_set_integer (record, field->field, (int) value);
  return NULL;
}

static char *
set_boolean (NkRecord            *record,
             const NkFieldSchema *field,
             const char          *text)
{
  g_autofree char *word = nk_fold (text, NK_FOLD_GERMAN);
  g_autofree char *own = nk_fold (_("yes"), NK_FOLD_GERMAN);
  gboolean is_yes = g_strv_contains (yes, word) || g_str_equal (word, own);

  if (!is_yes && !g_strv_contains (no, word))
    return g_strdup_printf (_("“%s” is neither yes nor no."), text);
  nk_record_set_boolean (record, field->field, is_yes);
  return NULL;
}

static char *
set_choice (NkRecord            *record,
            const NkFieldSchema *field,
            const char          *text)
{
  g_autofree char *word = nk_fold (text, NK_FOLD_GERMAN);
  const char *choice = word;
  char *refusal;

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (g_str_equal (choices[i].word, word))
      choice = choices[i].choice;
  refusal = nk_field_refuse_text (field, choice);
  if (refusal == NULL)
    nk_record_set_text (record, field->field, choice);
  return refusal;
}

char *
nk_rows_set_cell (NkRecord            *record,
                  const NkFieldSchema *field,
                  const char          *text)
{
  switch ((int) field->type)
    {
    case NK_TYPE_DATE:
      return set_date (record, field, text);
    case NK_TYPE_INTEGER:
      return set_integer (record, field, text);
    case NK_TYPE_BOOLEAN:
      return set_boolean (record, field, text);
    case NK_TYPE_CHOICE:
      return set_choice (record, field, text);
    default:
      nk_record_set_text (record, field->field, text);
      return NULL;
    }
}
