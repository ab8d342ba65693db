#include "map/persons.h"

#include "map/fold.h"

#include <string.h>

/* Folded words that say how a person is spoken to, or what somebody is or does: not who. */
static const char *const titles[] = {
  "dipl", "doctor", "doktor", "frau", "herr", "herrn", "lady", "miss", "person", "professor",
  "professorin", NULL
};

static const char *const roles[] = {
  "actor", "akteur", "akteurin", "assistant", "beauftragte", "beauftragter", "berater", "beraterin",
  "bezirk", "buergermeister", "buergermeisterin", "chair", "chairman", "chairwoman", "chef",
  "chefin", "coordinator", "dezernent", "dezernentin", "director", "direktor", "direktorin",
  "ehrenamtliche", "ehrenamtlicher", "expert", "experte", "expertin", "freiwillige",
  "geschaeftsfuehrer", "geschaeftsfuehrerin", "geschaeftsfuehrung", "head", "interview",
  "koordination", "koordinator", "koordinatorin", "leader", "leiter", "leiterin", "leitung",
  "manager", "mayor", "member", "minister", "ministerin", "mitarbeitende", "mitarbeiter",
  "mitarbeiterin", "mitglied", "oberbuergermeister", "oberbuergermeisterin", "officer", "paedagoge",
  "paedagogin", "pastor", "pastorin", "pfarrer", "pfarrerin", "praesident", "praesidentin",
  "president", "referent", "referentin", "rektor", "rektorin", "sachbearbeiter", "sachbearbeiterin",
  "schulleiter", "schulleiterin", "schulleitung", "secretary", "sozialarbeiter", "sozialarbeiterin",
  "sprecher", "sprecherin", "stadtbezirk", "teacher", "vertreter", "vertreterin", "volunteer",
  "vorsitz", "vorsitzende", "vorsitzender", "vorstand", "worker", NULL
};

/* Behind these stands to whom a person belongs. */
static const char *const links[] = {
  "am", "at", "aus", "bei", "beim", "das", "dem", "den", "der", "des", "die", "for", "from", "fuer",
  "im", "in", "of", "the", "und", "vom", "von", "zum", "zur", NULL
};

/* ---- words ---- */

static void
add_words (GHashTable *words,
           const char *text)
{
  g_autofree char *folded = nk_fold (text, NK_FOLD_GERMAN);
  g_auto (GStrv) list = g_strsplit (folded, " ", -1);

  for (guint i = 0; list[i] != NULL; i++)
    g_hash_table_add (words, g_strdup (list[i]));
}

static GHashTable *
new_words (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* The words of the names of levels, districts, sectors and kinds. */
static GHashTable *
list_words (const NkMap *map)
{
  static const NkRecordKind kinds[] = { NK_LEVEL, NK_DISTRICT, NK_SECTOR, NK_KIND };
  GHashTable *words = new_words ();

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint i = 0; i < nk_map_count (map, kinds[k]); i++)
      add_words (words, nk_record_text (nk_map_at (map, kinds[k], i), NK_FIELD_NAME));
  return words;
}

/* The words of the names of actors who are no persons. */
static GHashTable *
body_words (const NkMap *map)
{
  GHashTable *words = new_words ();

  for (guint i = 0; i < nk_map_count (map, NK_ACTOR); i++)
    {
      const NkRecord *actor = nk_map_at (map, NK_ACTOR, i);

      if (nk_record_boolean (actor, NK_FIELD_PERSON))
        continue;
      add_words (words, nk_record_text (actor, NK_FIELD_NAME));
      add_words (words, nk_record_text (actor, NK_FIELD_SHORT));
    }
  return words;
}

/* ---- which words of a name go ---- */

typedef struct
{
  NkPersons *persons;
  GHashTable *of_lists, *of_bodies;   /* words */
} Reading;

/* A word that is short and in capitals is short for something else than a person. */
static gboolean
is_surname (const char *word)
{
  const char *second = g_utf8_next_char (word);
  gboolean small = FALSE;

  if (!g_unichar_isupper (g_utf8_get_char (word)))
    return FALSE;
  for (; *second != '\0'; second = g_utf8_next_char (second))
    small = small || g_unichar_islower (g_utf8_get_char (second));
  return small;
}

/* What stands in front of a word of a name. */
typedef enum
{
  BEFORE_NOTHING,
  BEFORE_ROLE,      /* "Leitung" */
  BEFORE_LINK       /* "der", a comma, a bracket */
} Before;

/* TRUE if the word says where the person belongs: then it stands in the names of the map. */
static gboolean
is_of_map (const Reading *reading,
           const char    *folded,
           Before         before)
{
  return (before >= BEFORE_ROLE && g_hash_table_contains (reading->of_lists, folded))
         || (before == BEFORE_LINK && g_hash_table_contains (reading->of_bodies, folded));
}

/* Whether a word of a name is one that goes. */
static gboolean
goes (const Reading *reading,
      GHashTable    *released,
      const char    *word,
      Before         before,
      gboolean       last)
{
  g_autofree char *folded = nk_fold (word, NK_FOLD_GERMAN);
  glong n = g_utf8_strlen (folded, -1);

  if (g_ascii_isdigit (folded[0]) || g_strv_contains (titles, folded)
      || g_strv_contains (roles, folded) || g_strv_contains (links, folded)
      || g_hash_table_contains (released, folded))
    return FALSE;
  if (n < 4 && !(last && n >= 2 && is_surname (word)))
    return FALSE;
  if (is_of_map (reading, folded, before))
    {
      g_hash_table_add (reading->persons->kept, g_strdup (word));
      return FALSE;
    }
  return TRUE;
}

/* The next word of a name, with what stands in front of it; NULL behind the last. To be freed. */
static char *
next_word (const char **at,
           Before      *before)
{
  const char *start = *at, *end;

  while (*start != '\0' && !nk_is_word_char (g_utf8_get_char (start)))
    {
      if (strchr (",;(/", *start) != NULL)
        *before = BEFORE_LINK;
      start = g_utf8_next_char (start);
    }
  for (end = start; *end != '\0' && (nk_is_word_char (g_utf8_get_char (end))
                                     || g_unichar_type (g_utf8_get_char (end))
                                        == G_UNICODE_FORMAT);
       end = g_utf8_next_char (end))
    ;
  *at = end;
  return end > start ? g_strndup (start, end - start) : NULL;
}

static void
add_words_of (const Reading *reading,
              GHashTable    *released,
              const char    *name,
              guint          number)
{
  Before before = BEFORE_NOTHING;
  const char *at = name;
  g_autofree char *word = next_word (&at, &before);

  while (word != NULL)
    {
      Before before_this = before;
      char *following = next_word (&at, &before);
      g_autofree char *folded = nk_fold (word, NK_FOLD_GERMAN);

      if (goes (reading, released, word, before_this, following == NULL))
        nk_names_add (reading->persons->names, word, number);
      if (g_strv_contains (links, folded))
        before = BEFORE_LINK;
      else if (g_strv_contains (roles, folded))
        before = MAX (before, BEFORE_ROLE);
      g_free (word);
      word = following;
    }
}

static const NkField name_fields[] = { NK_FIELD_NAME, NK_FIELD_SHORT };

static NkPerson *
person_at (const NkPersons *persons,
           guint            number)
{
  return g_ptr_array_index (persons->persons, number);
}

/* Only whole names and short forms. Who is called "Person" has no name yet. */
static NkNames *
whole_names (const NkPersons *persons)
{
  NkNames *names = nk_names_new ();

  for (guint i = 0; i < persons->persons->len; i++)
    for (guint k = 0; k < G_N_ELEMENTS (name_fields) && !person_at (persons, i)->stays; k++)
      {
        const char *name = nk_record_text (person_at (persons, i)->actor, name_fields[k]);
        g_autofree char *folded = nk_fold (name, NK_FOLD_GERMAN);

        if (!g_str_equal (folded, "person"))
          nk_names_add (names, name, i);
      }
  return names;
}

static gboolean
has_alias (const NkPerson *person)
{
  return nk_record_text (person->actor, NK_FIELD_ALIAS)[0] != '\0' && !person->refused;
}

/* All that goes, as long as no more aliases are refused. */
static void
read_names (Reading *reading)
{
  NkPersons *persons = reading->persons;

  g_clear_pointer (&persons->names, nk_names_free);
  g_hash_table_remove_all (persons->kept);
  persons->names = whole_names (persons);
  for (guint i = 0; i < persons->persons->len; i++)
    {
      const NkPerson *person = person_at (persons, i);
      g_autoptr (GHashTable) released = new_words ();

      if (person->stays)
        continue;
      if (has_alias (person))
        add_words (released, nk_record_text (person->actor, NK_FIELD_ALIAS));
      for (guint k = 0; k < G_N_ELEMENTS (name_fields); k++)
        add_words_of (reading, released, nk_record_text (person->actor, name_fields[k]), i);
    }
}

/* ---- aliases ---- */

/* TRUE if there were aliases of the map that hold a name. */
static gboolean
refuse_aliases (NkPersons     *persons,
                const NkNames *names)
{
  gboolean refused = FALSE;

  for (guint i = 0; i < persons->persons->len; i++)
    {
      NkPerson *person = person_at (persons, i);

      if (!person->stays && has_alias (person)
          && nk_names_find (names, nk_record_text (person->actor, NK_FIELD_ALIAS),
                            NK_NAMES_IN_TEXT))
        person->refused = refused = TRUE;
    }
  return refused;
}

/* The district or level of a person, without what stands behind it in brackets. To be freed; NULL
 * if it has none, or that holds a name. */
static char *
zone_of (const NkMap    *map,
         const NkPerson *person,
         const NkNames  *names)
{
  const NkRecord *zone = nk_map_find (map, NK_DISTRICT,
                                      nk_record_text (person->actor, NK_FIELD_DISTRICT));
  g_autofree char *name = NULL;
  char *bracket;

  if (zone == NULL)
    zone = nk_map_find (map, NK_LEVEL, nk_record_text (person->actor, NK_FIELD_LEVEL));
  name = g_strdup (zone != NULL ? nk_record_text (zone, NK_FIELD_NAME) : "");
  bracket = strstr (name, " (");
  if (bracket != NULL)
    *bracket = '\0';
  if (g_strstrip (name)[0] == '\0' || nk_names_find (names, name, NK_NAMES_IN_TEXT))
    return NULL;
  return g_steal_pointer (&name);
}

/* Names and aliases that are there already. */
static GHashTable *
taken_names (const NkMap *map)
{
  GHashTable *taken = new_words ();

  for (guint i = 0; i < nk_map_count (map, NK_ACTOR); i++)
    {
      const NkRecord *actor = nk_map_at (map, NK_ACTOR, i);

      g_hash_table_add (taken, g_strdup (nk_record_text (actor, NK_FIELD_NAME)));
      g_hash_table_add (taken, g_strdup (nk_record_text (actor, NK_FIELD_ALIAS)));
    }
  return taken;
}

static gboolean
is_free (const char    *alias,
         GHashTable    *taken,
         const NkNames *names)
{
  return !g_hash_table_contains (taken, alias) && !nk_names_find (names, alias, NK_NAMES_IN_TEXT);
}

/* "Person 3, Stadtbezirk 5"; without the place if that holds a name; "3b" if 3 is taken. */
static void
make_alias (NkPerson      *person,
            const char    *zone,
            guint          number,
            GHashTable    *taken,
            const NkNames *names)
{
  for (guint n = 0; person->alias == NULL; n++)
    {
      g_autofree char *letters = g_strnfill (n, 'b');
      g_autofree char *alone = g_strdup_printf (NK_SOMEBODY " %u%s", number, letters);
      g_autofree char *placed = g_strdup_printf ("%s, %s", alone, zone != NULL ? zone : "");

      if (!is_free (alone, taken, names))
        continue;
      if (zone != NULL && is_free (placed, taken, names))
        person->alias = g_steal_pointer (&placed);
      else
        person->alias = g_strdup (alone);
      person->mention = g_steal_pointer (&alone);
    }
}

static void
give_aliases (NkPersons   *persons,
              const NkMap *map)
{
  g_autoptr (GHashTable) taken = taken_names (map);

  for (guint i = 0; i < persons->persons->len; i++)
    {
      NkPerson *person = person_at (persons, i);
      g_autofree char *zone = NULL;

      if (person->stays || has_alias (person))
        {
          person->alias = g_strdup (nk_record_text (person->actor, NK_FIELD_ALIAS));
          person->mention = g_strdup (person->alias);
        }
      else
        {
          zone = zone_of (map, person, persons->names);
          make_alias (person, zone, i + 1, taken, persons->names);
          g_hash_table_add (taken, g_strdup (person->alias));
          g_hash_table_add (taken, g_strdup (person->mention));
        }
      g_ptr_array_add (persons->mentions, person->mention);
    }
}

/* ---- all of it ---- */

static void
free_person (gpointer data)
{
  NkPerson *person = data;

  g_free (person->alias);
  g_free (person->mention);
  g_free (person);
}

static void
find_persons (NkPersons   *persons,
              const NkMap *map)
{
  for (guint i = 0; i < nk_map_count (map, NK_ACTOR); i++)
    {
      const NkRecord *actor = nk_map_at (map, NK_ACTOR, i);
      NkPerson *person;

      if (!nk_record_boolean (actor, NK_FIELD_PERSON))
        continue;
      person = g_new0 (NkPerson, 1);
      person->actor = actor;
      person->stays = nk_record_text (actor, NK_FIELD_NAME)[0] != '\0'
                      && g_str_equal (nk_record_text (actor, NK_FIELD_NAME),
                                      nk_record_text (actor, NK_FIELD_ALIAS));
      g_ptr_array_add (persons->persons, person);
      if (person->stays)
        continue;
      persons->n_replaced++;
      g_hash_table_insert (persons->numbers, (gpointer) nk_record_id (actor),
                           GUINT_TO_POINTER (persons->persons->len));
    }
}

NkPersons *
nk_persons_new (const NkMap *map)
{
  NkPersons *persons = g_new0 (NkPersons, 1);
  g_autoptr (GHashTable) of_lists = list_words (map);
  g_autoptr (GHashTable) of_bodies = body_words (map);
  g_autoptr (NkNames) whole = NULL;
  Reading reading = { persons, of_lists, of_bodies };

  persons->persons = g_ptr_array_new_with_free_func (free_person);
  persons->mentions = g_ptr_array_new ();
  persons->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  persons->kept = new_words ();
  find_persons (persons, map);
  whole = whole_names (persons);
  refuse_aliases (persons, whole);
  do
    read_names (&reading);
  while (refuse_aliases (persons, persons->names));
  give_aliases (persons, map);
  return persons;
}

void
nk_persons_free (NkPersons *persons)
{
  nk_names_free (persons->names);
  g_hash_table_unref (persons->kept);
  g_hash_table_unref (persons->numbers);
  g_ptr_array_unref (persons->mentions);
  g_ptr_array_unref (persons->persons);
  g_free (persons);
}
