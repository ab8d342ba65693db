/* What a quick line will do, in sentences. */
#include "intake/line-private.h"

#include "intake/date-words.h"
#include "intake/line-words.h"

#include "map/text.h"

static void G_GNUC_PRINTF (2, 3)
add_sentence (GString    *says,
              const char *format,
              ...)
{
  va_list arguments;

  if (says->len > 0)
    g_string_append_c (says, ' ');
  va_start (arguments, format);
  g_string_append_vprintf (says, format, arguments);
  va_end (arguments);
}

/* What stands in brackets behind a name: a list of words. */

static void
add_word (GString    *words,
          const char *word)
{
  if (words->len > 0)
    g_string_append (words, ", ");
  g_string_append (words, word);
}

/* Takes the word. */
static void
add_made_word (GString *words,
               char    *word)
{
  add_word (words, word);
  g_free (word);
}

/* What can be said of actors and ties. */
static void
add_common (GString             *words,
            const NkLineReading *line)
{
  const NkLineValues *values = &line->values;
  g_autofree char *since = values->since != NULL ? nk_date_in_words (values->since) : NULL;
  g_autofree char *until = values->until != NULL ? nk_date_in_words (values->until) : NULL;

  if (since != NULL)
    add_made_word (words, g_strdup_printf (_("since %s"), since));
  if (until != NULL)
    add_made_word (words, g_strdup_printf (_("until %s"), until));
  if (values->note != NULL)
    add_word (words, _("with a note"));
  for (guint i = 0; i < values->evidence->len; i++)
    {
      const char *id = g_array_index (values->evidence, NkEvidence, i).source;

      add_word (words, nk_record_title (nk_map_find (line->map, NK_SOURCE, id)));
    }
}

static void
add_record (GString  *words,
            NkRecord *record)
{
  if (record != NULL)
    add_word (words, nk_record_title (record));
}

static void
add_about_actor (GString           *words,
                 const NkLineActor *actor)
{
  add_record (words, actor->level);
  add_record (words, actor->district);
  add_record (words, actor->sector);
}

static void
add_about_ties (GString             *words,
                const NkLineReading *line)
{
  const NkLineValues *values = &line->values;

  add_record (words, values->kind);
  if (values->formal >= 0)
    add_word (words, nk_line_word_label (values->formal ? NK_WORD_FORMAL : NK_WORD_INFORMAL));
  if (values->strength > 0)
    add_word (words, nk_line_word_label (NK_WORD_WEAK + (NkWord) values->strength - 1));
  if (values->certainty >= 0)
    add_word (words, nk_line_word_label ((NkWord) values->certainty));
  add_common (words, line);
}

/* Actors */

guint
nk_line_count_new (const NkLineReading *line,
                   const NkLineActor  **first)
{
  guint n = 0;

  for (guint i = 0; i < line->actors->len; i++)
    {
      const NkLineActor *actor = &g_array_index (line->actors, NkLineActor, i);

      if (actor->known == NULL && n++ == 0 && first != NULL)
        *first = actor;
    }
  return n;
}

static gboolean
all_are_like (const NkLineReading *line,
              const NkLineActor   *first)
{
  for (guint i = 0; i < line->actors->len; i++)
    {
      const NkLineActor *actor = &g_array_index (line->actors, NkLineActor, i);

      if (actor->known == NULL && (actor->level != first->level || actor->sector != first->sector
                                   || actor->district != first->district))
        return FALSE;
    }
  return TRUE;
}

static void
say_actors (GString             *says,
            const NkLineReading *line)
{
  g_autoptr (GString) about = g_string_new (NULL);
  const NkLineActor *first = NULL;
  guint n = nk_line_count_new (line, &first);

  if (n == 0)
    return;
  if (all_are_like (line, first))
    add_about_actor (about, first);
  if (line->ties->len == 0)
    add_common (about, line);
  if (n > 1 && about->len > 0)
    add_sentence (says, ngettext ("Adds %u actor (%s).", "Adds %u actors (%s).", n), n, about->str);
  else if (n > 1)
    add_sentence (says, ngettext ("Adds %u actor.", "Adds %u actors.", n), n);
  else if (about->len > 0)
    add_sentence (says, _("Adds the actor “%s” (%s)."), first->name, about->str);
  else
    add_sentence (says, _("Adds the actor “%s”."), first->name);
}

static void
say_similar (GString             *says,
             const NkLineReading *line)
{
  for (guint i = 0; i < line->actors->len; i++)
    {
      const NkLineActor *actor = &g_array_index (line->actors, NkLineActor, i);

      if (actor->similar != NULL)
        add_sentence (says, _("“%s” is new; “%s” is on the map already."), actor->name,
                      nk_record_title (actor->similar));
    }
}

/* Ties */

static const char *
title_of (const NkLineReading *line,
          guint                number)
{
  const NkLineActor *actor = &g_array_index (line->actors, NkLineActor, number);

  return actor->known != NULL ? nk_record_title (actor->known) : actor->name;
}

static void
say_ties (GString             *says,
          const NkLineReading *line)
{
  const NkRecord *kind = line->values.kind;
  gboolean directed = kind != NULL && nk_record_boolean (kind, NK_FIELD_DIRECTED);
  g_autoptr (GString) about = g_string_new (NULL);
  g_autofree char *ends = NULL;
  const NkLineTie *first;
  guint n = line->ties->len;

  if (n == 0)
    return;
  first = &g_array_index (line->ties, NkLineTie, 0);
  ends = g_strconcat (title_of (line, first->from), directed ? " → " : " – ",
                      title_of (line, first->to), NULL);
  add_about_ties (about, line);
  if (n > 1 && about->len > 0)
    add_sentence (says, ngettext ("Adds %u tie (%s).", "Adds %u ties (%s).", n), n, about->str);
  else if (n > 1)
    add_sentence (says, ngettext ("Adds %u tie.", "Adds %u ties.", n), n);
  else if (about->len > 0)
    /* Translators: first the two ends of the tie, with an arrow or a dash between them. */
    add_sentence (says, _("Adds the tie %s (%s)."), ends, about->str);
  else
    add_sentence (says, _("Adds the tie %s."), ends);
}

/* TRUE if there is a tie of this kind between the two already. */
static gboolean
is_there (const NkLineReading *line,
          const NkLineTie     *tie)
{
  NkRecord *from = g_array_index (line->actors, NkLineActor, tie->from).known;
  NkRecord *to = g_array_index (line->actors, NkLineActor, tie->to).known;
  const GArray *ties = from != NULL && to != NULL ? nk_map_ties_of (line->map, nk_record_id (from))
                                                  : NULL;
  const char *kind = line->values.kind != NULL ? nk_record_id (line->values.kind) : "";

  for (guint i = 0; ties != NULL && i < ties->len; i++)
    {
      const NkRecord *other = nk_map_at (line->map, NK_TIE, g_array_index (ties, guint, i));

      if (g_str_equal (nk_record_text (other, NK_FIELD_FROM), nk_record_id (from))
          && g_str_equal (nk_record_text (other, NK_FIELD_TO), nk_record_id (to))
          && g_str_equal (nk_record_text (other, NK_FIELD_KIND), kind))
        return TRUE;
    }
  return FALSE;
}

static void
say_doubled (GString             *says,
             const NkLineReading *line)
{
  guint n = 0;

  for (guint i = 0; i < line->ties->len; i++)
    n += is_there (line, &g_array_index (line->ties, NkLineTie, i));
  if (n > 0)
    add_sentence (says, ngettext ("%u tie like this is there already.",
                                  "%u ties like this are there already.", n), n);
}

char *
nk_line_says (const NkLineReading *line)
{
  GString *says = g_string_new (line->fault);

  if (line->state == NK_LINE_READY)
    {
      say_actors (says, line);
      say_ties (says, line);
      say_similar (says, line);
      say_doubled (says, line);
    }
  return g_string_free (says, FALSE);
}
