/* The persons of a map that is to be anonymised: their aliases, and the names that go. Private to
 * map/. */
#pragma once

#include "map/map.h"
#include "map/names.h"

G_BEGIN_DECLS

/* What stands where a name may be that of several persons. */
#define NK_SOMEBODY "Person"

typedef struct
{
  const NkRecord *actor;      /* the map's */
  char *alias;                /* the name from now on */
  char *mention;              /* what stands for the person in a text: the alias, or "Person 3" */
  gboolean stays;             /* the alias is the name itself: nothing is replaced */
  gboolean refused;           /* the map's alias held a name, and `alias` is another */
} NkPerson;

typedef struct
{
  GPtrArray *persons;         /* of NkPerson: all natural persons, in the order of the map */
  GPtrArray *mentions;        /* of char *, borrowed, by the same number */
  GHashTable *numbers;        /* actor id -> its number plus one, of those who are replaced */
  GHashTable *kept;           /* words of names that say where a person belongs, and stay */
  NkNames *names;             /* of those who are replaced; the owner is the number */
  guint n_replaced;
} NkPersons;

/* Who is a natural person in the map, by what each is replaced, and which words go. The alias is
 * that of the map unless it holds the whole name of somebody or a word of another's name; or else
 * one made from the person's number among the persons and its district or level: "Person 3,
 * Stadtbezirk 5", and in a text "Person 3". It is another than all names and aliases, and the same
 * whoever is added behind.
 *
 * Besides the name and its short form, each of its words goes that has four letters, or is the
 * last and has two; but not a word like "Leitung" that is nobody's name, nor one that stands in
 * the person's own alias, nor one that says where the person belongs: behind "Leitung" one of the
 * names of levels, districts, sectors and kinds, and behind "der", "von", a comma or a bracket
 * also one of the names of actors who are no persons.
 *
 * Borrows from the map. O(records). */
NkPersons *nk_persons_new  (const NkMap *map);
void       nk_persons_free (NkPersons   *persons);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkPersons, nk_persons_free)

G_END_DECLS
