#include "map/anonymise.h"

#include "map/persons.h"

#include <string.h>

#include "map/text.h"

typedef struct
{
  const NkMap *map;
  NkPersons *persons;
  NkNames *person_ids;                      /* of those who are replaced */
  GHashTable *ids[NK_N_RECORD_KINDS];       /* id -> new id, of those that are replaced */
  GHashTable *taken[NK_N_RECORD_KINDS];     /* new ids */
  guint *n_texts;                           /* by person */
  guint n_ids, n_notes, n_unknown;
} Work;

/* ---- ids ---- */

static gboolean
is_replaced (const Work *work,
             const char *actor)
{
  return g_hash_table_contains (work->persons->numbers, actor);
}

/* TRUE if a record says something about a person who is replaced. */
static gboolean
is_on_person (const Work     *work,
              const NkRecord *record)
{
  switch ((int) nk_record_kind (record))
    {
    case NK_ACTOR:
      return is_replaced (work, nk_record_id (record));
    case NK_TIE:
      return is_replaced (work, nk_record_text (record, NK_FIELD_FROM))
             || is_replaced (work, nk_record_text (record, NK_FIELD_TO));
    default:
      return FALSE;
    }
}

/* An id that says nothing: of a person the number that the alias has. */
static char *
neutral_id (Work         *work,
            NkRecordKind  kind,
            const char   *id)
{
  guint person = kind == NK_ACTOR
                 ? GPOINTER_TO_UINT (g_hash_table_lookup (work->persons->numbers, id)) : 0;
  const char *stem = person > 0 ? "person" : nk_schema_kind (kind)->name;

  for (guint number = person > 0 ? person : 1;; number++)
    {
      g_autofree char *neutral = g_strdup_printf ("%s-%u", stem, number);

      if (nk_map_find (work->map, kind, neutral) == NULL
          && g_hash_table_add (work->taken[kind], g_strdup (neutral)))
        return g_steal_pointer (&neutral);
    }
}

/* The id that a record, or what is named instead of one, has in the copy. */
static const char *
new_id (Work           *work,
        NkRecordKind    kind,
        const char     *id)
{
  const NkRecord *record = nk_map_find (work->map, kind, id);
  char *neutral = g_hash_table_lookup (work->ids[kind], id);

  if (neutral != NULL || id[0] == '\0')
    return neutral != NULL ? neutral : id;
  if ((record == NULL || !is_on_person (work, record))
      && !nk_names_find (work->persons->names, id, NK_NAMES_IN_ID)
      && !nk_names_find (work->person_ids, id, NK_NAMES_IN_ID))
    return id;
  neutral = neutral_id (work, kind, id);
  g_hash_table_insert (work->ids[kind], g_strdup (id), neutral);
  work->n_ids++;
  return neutral;
}

/* ---- texts ---- */

/* NULL if the text may stay. To be freed. */
static char *
hide_names (const NkPersons *persons,
            const char      *text,
            guint           *n_texts)
{
  return nk_names_replace (persons->names, text,
                           (const char *const *) persons->mentions->pdata, NK_SOMEBODY, n_texts);
}

static char *
hide_text (Work       *work,
           const char *text)
{
  return hide_names (work->persons, text, work->n_texts);
}

static void
hide_in_text (Work     *work,
              NkRecord *record,
              NkField   field)
{
  g_autofree char *hidden = hide_text (work, nk_record_text (record, field));

  if (hidden != NULL)
    nk_record_set_text (record, field, hidden);
}

/* Texts one by one, or, of values, every second, with attributes' ids between them. */
static void
hide_in_list (Work                *work,
              NkRecord            *record,
              const NkFieldSchema *field)
{
  gboolean is_values = field->type == NK_TYPE_VALUES;
  g_auto (GStrv) texts = g_strdupv ((char **) (is_values ? nk_record_values (record, field->field)
                                                         : nk_record_texts (record,
                                                                            field->field)));

  if (texts[0] == NULL)
    return;
  for (guint i = 0; texts[i] != NULL; i++)
    {
      char *hidden = is_values && i % 2 == 0 ? g_strdup (new_id (work, NK_ATTRIBUTE, texts[i]))
                                             : hide_text (work, texts[i]);

      if (hidden != NULL)
        {
          g_free (texts[i]);
          texts[i] = hidden;
        }
    }
  if (is_values)
    nk_record_set_values (record, field->field, (const char *const *) texts);
  else
    nk_record_set_texts (record, field->field, (const char *const *) texts);
}

static void
hide_in_evidence (Work     *work,
                  NkRecord *record,
                  NkField   field,
                  gboolean  on_person)
{
  guint n;
  const NkEvidence *evidence = nk_record_evidence (record, field, &n);
  g_autofree NkEvidence *hidden = g_new (NkEvidence, n + 1);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  if (n == 0)
    return;
  for (guint i = 0; i < n; i++)
    {
      char *locator = hide_text (work, evidence[i].locator);
      char *note = on_person ? g_strdup ("") : hide_text (work, evidence[i].note);

      g_ptr_array_add (texts, locator);
      g_ptr_array_add (texts, note);
      work->n_notes += on_person && evidence[i].note[0] != '\0';
      work->n_unknown += evidence[i].extras != NULL;
      hidden[i] = (NkEvidence) {
        .source = new_id (work, NK_SOURCE, evidence[i].source),
        .locator = locator != NULL ? locator : evidence[i].locator,
        .note = note != NULL ? note : evidence[i].note,
      };
    }
  nk_record_set_evidence (record, field, hidden, n);
}

/* ---- records ---- */

static void
hide_in_field (Work                *work,
               NkRecord            *record,
               const NkFieldSchema *field,
               gboolean             on_person)
{
  switch (field->type)
    {
    case NK_TYPE_TEXT:
      hide_in_text (work, record, field->field);
      break;
    case NK_TYPE_REFERENCE:
      if (nk_record_has (record, field->field))
        nk_record_set_text (record, field->field,
                            new_id (work, field->target, nk_record_text (record, field->field)));
      break;
    case NK_TYPE_TEXTS:
    case NK_TYPE_VALUES:
      hide_in_list (work, record, field);
      break;
    case NK_TYPE_EVIDENCE:
      hide_in_evidence (work, record, field->field, on_person);
      break;
    case NK_TYPE_CHOICE:
    case NK_TYPE_DATE:
    case NK_TYPE_COLOR:
    case NK_TYPE_INTEGER:
    case NK_TYPE_NUMBER:
    case NK_TYPE_BOOLEAN:
    case NK_TYPE_POINTS:
      break;
    }
}

/* The name is the alias, so that the copy of the copy is the same. */
static void
hide_person (Work     *work,
             NkRecord *copy,
             guint     number)
{
  const NkPerson *person = g_ptr_array_index (work->persons->persons, number);

  nk_record_set_text (copy, NK_FIELD_NAME, person->alias);
  nk_record_set_text (copy, NK_FIELD_ALIAS, person->alias);
  nk_record_set_text (copy, NK_FIELD_SHORT, "");
}

static NkRecord *
hide_record (Work           *work,
             const NkRecord *record)
{
  const NkKindSchema *schema = nk_schema_kind (nk_record_kind (record));
  NkRecord *copy = nk_record_new (schema->kind,
                                  new_id (work, schema->kind, nk_record_id (record)));
  gboolean on_person = is_on_person (work, record);
  const NkExtra *extras;
  guint n_extras;

  extras = nk_record_extras (record, &n_extras);
  for (guint i = 0; i < n_extras; i++)
    work->n_unknown += !g_str_has_suffix (extras[i].member, "[]");   /* it says nothing */
  for (guint i = 0; i < schema->n_fields; i++)
    nk_record_set_from (copy, schema->fields[i].field, record);
  if (on_person && nk_record_text (copy, NK_FIELD_NOTE)[0] != '\0')
    {
      nk_record_set_text (copy, NK_FIELD_NOTE, "");
      work->n_notes++;
    }
  if (on_person && schema->kind == NK_ACTOR)
    hide_person (work, copy, GPOINTER_TO_UINT (g_hash_table_lookup (work->persons->numbers,
                                                                    nk_record_id (record))) - 1);
  for (guint i = 0; i < schema->n_fields; i++)
    hide_in_field (work, copy, &schema->fields[i], on_person);
  return copy;
}

/* ---- the list ---- */

static void
add_line (GPtrArray *list,
          char      *sentence)
{
  g_ptr_array_add (list, g_strdelimit (sentence, "\r\n\t", ' '));
}

static void
list_person (const Work     *work,
             GPtrArray      *list,
             const NkPerson *person,
             guint           n_texts)
{
  const char *name = nk_record_title (person->actor);

  if (person->stays)
    add_line (list, g_strdup_printf (_("“%s” keeps the name, since the alias is the same."), name));
  else if (n_texts == 0)
    add_line (list, g_strdup_printf (_("“%s” is now “%s”."), name, person->alias));
  else
    add_line (list, g_strdup_printf (ngettext ("“%s” is now “%s”, also in %u other text.",
                                               "“%s” is now “%s”, also in %u other texts.",
                                               n_texts), name, person->alias, n_texts));
  if (person->refused)
    add_line (list, g_strdup_printf (_("The alias “%s” holds a name and is not used."),
                                     nk_record_text (person->actor, NK_FIELD_ALIAS)));
}

static void
list_kept_words (const Work *work,
                 GPtrArray  *list)
{
  g_autoptr (GList) words = g_list_sort (g_hash_table_get_keys (work->persons->kept),
                                         (GCompareFunc) strcmp);
  GString *joined = g_string_new (NULL);

  for (GList *link = words; link != NULL; link = link->next)
    if (!nk_names_find (work->persons->names, link->data, NK_NAMES_IN_TEXT))
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? ", " : "", (char *) link->data);
  if (joined->len > 0)
    add_line (list, g_strdup_printf (_("These words of names stay, since other names of the map "
                                       "hold them: %s."), joined->str));
  g_string_free (joined, TRUE);
}

static GPtrArray *
make_list (const Work *work)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  const NkPersons *persons = work->persons;

  if (persons->n_replaced > 0)
    add_line (list, g_strdup (_("Keep this list apart from the copy: it holds the names.")));
  else
    add_line (list, g_strdup (_("No actor is marked as a natural person with a name to be "
                                "replaced.")));
  for (guint i = 0; i < persons->persons->len; i++)
    list_person (work, list, g_ptr_array_index (persons->persons, i), work->n_texts[i]);
  list_kept_words (work, list);
  if (work->n_notes > 0)
    add_line (list, g_strdup_printf (ngettext ("%u note or quotation on persons and their ties is "
                                               "left out.",
                                               "%u notes and quotations on persons and their ties "
                                               "are left out.", work->n_notes), work->n_notes));
  if (work->n_unknown > 0)
    add_line (list, g_strdup_printf (ngettext ("%u member that this version does not know is left "
                                               "out.",
                                               "%u members that this version does not know are "
                                               "left out.", work->n_unknown), work->n_unknown));
  if (work->n_ids > 0)
    add_line (list, g_strdup_printf (ngettext ("%u id is made anew.", "%u ids are made anew.",
                                               work->n_ids), work->n_ids));
  add_line (list, g_strdup (_("Whoever is no actor of the map, or not marked as a natural person, "
                              "is still named: read the texts before you publish them.")));
  return list;
}

/* ---- all of it ---- */

static void
start_work (Work        *work,
            const NkMap *map)
{
  GHashTableIter iter;
  gpointer id, number;

  *work = (Work) { .map = map, .persons = nk_persons_new (map), .person_ids = nk_names_new () };
  work->n_texts = g_new0 (guint, work->persons->persons->len + 1);
  for (int kind = 0; kind < NK_N_RECORD_KINDS; kind++)
    {
      work->ids[kind] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      work->taken[kind] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    }
  g_hash_table_iter_init (&iter, work->persons->numbers);
  while (g_hash_table_iter_next (&iter, &id, &number))
    nk_names_add (work->person_ids, id, GPOINTER_TO_UINT (number) - 1);
}

static void
clear_work (Work *work)
{
  for (int kind = 0; kind < NK_N_RECORD_KINDS; kind++)
    {
      g_hash_table_unref (work->ids[kind]);
      g_hash_table_unref (work->taken[kind]);
    }
  g_free (work->n_texts);
  nk_names_free (work->person_ids);
  nk_persons_free (work->persons);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, clear_work)

static NkMap *
hide_all (Work *work)
{
  g_autoptr (NkEdit) edit = nk_edit_new ("");
  g_autoptr (GError) error = NULL;
  NkMap *copy = nk_map_new ();

  for (int kind = 0; kind < NK_N_RECORD_KINDS; kind++)
    for (guint i = 0; i < nk_map_count (work->map, kind); i++)
      nk_edit_put (edit, copy, hide_record (work, nk_map_at (work->map, kind, i)));
  if (!nk_map_apply (copy, edit, &error))
    g_error ("The copy of a map does not hold together: %s", error->message);
  return copy;
}

NkMap *
nk_anonymise (const NkMap *map,
              GPtrArray  **list)
{
  g_auto (Work) work;
  NkMap *copy;

  start_work (&work, map);
  copy = work.persons->n_replaced > 0 ? hide_all (&work) : nk_map_copy (map);
  if (list != NULL)
    *list = make_list (&work);
  return copy;
}

char *
nk_anonymise_text (const NkMap *map,
                   const char  *text)
{
  g_autoptr (NkPersons) persons = nk_persons_new (map);
  char *hidden = text != NULL ? hide_names (persons, text, NULL) : NULL;

  return hidden != NULL ? hidden : g_strdup (text);
}

gboolean
nk_anonymise_finds (const NkMap *map,
                    const char  *text)
{
  g_autoptr (NkPersons) persons = nk_persons_new (map);

  return nk_names_find (persons->names, text, NK_NAMES_IN_ID);
}
