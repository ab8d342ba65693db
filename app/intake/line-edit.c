/* The edit that a quick line makes. */
#include "intake/line-private.h"

#include "intake/line-words.h"

#include "map/text.h"

#include <math.h>

static const char *
edit_name (const NkLineReading *line)
{
  guint actors = nk_line_count_new (line, NULL), ties = line->ties->len;

  if (actors > 0 && ties > 0)
    return _("Add Actors and Ties");
  if (actors > 0)
    return actors == 1 ? _("Add Actor") : _("Add Actors");
  return ties == 1 ? _("Add Tie") : _("Add Ties");
}

static void
set_common (const NkLineReading *line,
            NkRecord            *record)
{
  const NkLineValues *values = &line->values;

  if (values->since != NULL)
    nk_record_set_text (record, NK_FIELD_SINCE, values->since);
  if (values->until != NULL)
    nk_record_set_text (record, NK_FIELD_UNTIL, values->until);
  if (values->note != NULL)
    nk_record_set_text (record, NK_FIELD_NOTE, values->note);
  nk_record_set_evidence (record, NK_FIELD_EVIDENCE,
                          (const NkEvidence *) (gpointer) values->evidence->data,
                          values->evidence->len);
}

/* Actors */

static gboolean
place_of (const NkRecord *actor,
          NkPoint        *place)
{
  if (actor == NULL || !nk_record_is_placed (actor))
    return FALSE;
  *place = (NkPoint) { nk_record_number (actor, NK_FIELD_X), nk_record_number (actor, NK_FIELD_Y) };
  return TRUE;
}

static NkRecord *
actor_at (const NkLineReading *line,
          const NkEdit        *edit,
          char *const         *ids,
          guint                number)
{
  return ids[number] != NULL ? nk_edit_look (edit, line->map, NK_ACTOR, ids[number]) : NULL;
}

/* The place of somebody at the other end of one of its ties. */
static gboolean
place_of_partner (const NkLineReading *line,
                  const NkEdit        *edit,
                  char *const         *ids,
                  guint                number,
                  NkPoint             *place)
{
  for (guint i = 0; i < line->ties->len; i++)
    {
      const NkLineTie *tie = &g_array_index (line->ties, NkLineTie, i);
      guint other = tie->from == number ? tie->to : tie->from;

      if ((tie->from == number || tie->to == number)
          && place_of (actor_at (line, edit, ids, other), place))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_in_zone (const NkRecord *record,
            const NkRecord *other)
{
  return record != NULL && nk_record_field_equal (record, other, NK_FIELD_LEVEL)
         && nk_record_field_equal (record, other, NK_FIELD_DISTRICT);
}

/* Near the other end of its tie; else near whom was added last, if that one is in the same zone. */
static void
give_place (const NkLineReading *line,
            const NkEdit        *edit,
            char *const         *ids,
            guint                number,
            NkRoom              *room,
            NkRecord            *record)
{
  NkRecord *last = NULL;
  NkPoint near, place;
  gboolean has_near = place_of_partner (line, edit, ids, number, &near);

  for (guint i = 0; i < number; i++)
    if (g_array_index (line->actors, NkLineActor, i).known == NULL)
      last = actor_at (line, edit, ids, i);
  if (last == NULL)
    last = nk_map_find (line->map, NK_ACTOR, line->setting.last);
  if (!has_near && is_in_zone (last, record))
    has_near = place_of (last, &near);
  place = nk_room_take (room, record, has_near ? &near : NULL);
  nk_record_set_number (record, NK_FIELD_X, place.x);
  nk_record_set_number (record, NK_FIELD_Y, place.y);
  nk_record_set_boolean (record, NK_FIELD_PINNED, TRUE);
}

static void
set_reference (NkRecord *record,
               NkField   field,
               NkRecord *target)
{
  if (target != NULL)
    nk_record_set_text (record, field, nk_record_id (target));
}

static void
add_actor (const NkLineReading *line,
           NkEdit              *edit,
           char               **ids,
           guint                number,
           NkRoom              *room)
{
  const NkLineActor *actor = &g_array_index (line->actors, NkLineActor, number);
  NkRecord *record;

  ids[number] = nk_map_new_id (line->map, edit, NK_ACTOR, actor->name);
  record = nk_record_new (NK_ACTOR, ids[number]);
  nk_record_set_text (record, NK_FIELD_NAME, actor->name);
  set_reference (record, NK_FIELD_LEVEL, actor->level);
  set_reference (record, NK_FIELD_DISTRICT, actor->district);
  set_reference (record, NK_FIELD_SECTOR, actor->sector);
  if (line->ties->len == 0)
    set_common (line, record);
  if (room != NULL)
    give_place (line, edit, ids, number, room, record);
  nk_edit_put (edit, line->map, record);
}

/* Ties */

static const char *
certainty_of (int word)
{
  return word == NK_WORD_ASSUMED ? "assumed" : word == NK_WORD_OPEN ? "open" : "stated";
}

static void
add_tie (const NkLineReading *line,
         NkEdit              *edit,
         char *const         *ids,
         const NkLineTie     *tie)
{
  const NkLineValues *values = &line->values;
  g_autofree char *words = g_strdup_printf ("%s %s", ids[tie->from], ids[tie->to]);
  g_autofree char *id = nk_map_new_id (line->map, edit, NK_TIE, words);
  NkRecord *record = nk_record_new (NK_TIE, id);

  nk_record_set_text (record, NK_FIELD_FROM, ids[tie->from]);
  nk_record_set_text (record, NK_FIELD_TO, ids[tie->to]);
  set_reference (record, NK_FIELD_KIND, values->kind);
  if (values->formal >= 0)
    nk_record_set_boolean (record, NK_FIELD_FORMAL, values->formal);
  if (values->strength > 0)
    nk_record_set_integer (record, NK_FIELD_STRENGTH, values->strength);
  if (values->certainty >= 0)
    nk_record_set_text (record, NK_FIELD_CERTAINTY, certainty_of (values->certainty));
  set_common (line, record);
  nk_edit_put (edit, line->map, record);
}

NkEdit *
nk_line_edit (const NkLineReading *line,
              NkRoom              *room)
{
  NkEdit *edit = nk_edit_new (edit_name (line));
  g_auto (GStrv) ids = g_new0 (char *, line->actors->len + 1);

  g_return_val_if_fail (line->state == NK_LINE_READY, edit);
  for (guint i = 0; i < line->actors->len; i++)
    {
      NkRecord *known = g_array_index (line->actors, NkLineActor, i).known;

      ids[i] = known != NULL ? g_strdup (nk_record_id (known)) : NULL;
    }
  for (guint i = 0; i < line->actors->len; i++)
    if (ids[i] == NULL)
      add_actor (line, edit, ids, i, room);
  for (guint i = 0; i < line->ties->len; i++)
    add_tie (line, edit, ids, &g_array_index (line->ties, NkLineTie, i));
  return edit;
}
