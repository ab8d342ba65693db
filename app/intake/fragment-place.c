#include "intake/fragment-private.h"

#include "drawing/room.h"

#include <math.h>

/* From so many on nobody looks for a place for each: they stand as they stood, a little aside. */
#define MOST_FITTED 60
#define ASIDE 20.0

/* The steps, points, in which room is looked for around where they stood, and how many. */
#define STEP_X 40.0
#define STEP_Y 20.0
#define MOST_STEPS 12

static NkPoint
place_of (const NkRecord *record)
{
  return (NkPoint) { nk_record_number (record, NK_FIELD_X), nk_record_number (record, NK_FIELD_Y) };
}

static void
set_place (NkRecord *record,
           NkPoint   place)
{
  nk_record_set_number (record, NK_FIELD_X, place.x);
  nk_record_set_number (record, NK_FIELD_Y, place.y);
}

static gboolean
all_fit (NkRoom    *room,
         GPtrArray *actors,
         NkPoint    shift)
{
  for (guint i = 0; i < actors->len; i++)
    {
      const NkRecord *actor = g_ptr_array_index (actors, i);
      NkPoint place = place_of (actor);

      place = (NkPoint) { place.x + shift.x, place.y + shift.y };
      if (nk_record_is_placed (actor) && !nk_room_fits (room, actor, &place))
        return FALSE;
    }
  return TRUE;
}

/* The smallest further shift with which all have room as they stand to each other; those to the right
 * and below come first. */
static gboolean
find_shift (NkRoom    *room,
            GPtrArray *actors,
            NkPoint   *shift)
{
  for (int k = 0; k <= MOST_STEPS; k++)
    for (int j = k; j >= -k; j--)
      for (int i = k; i >= -k; i -= ABS (j) == k ? 1 : 2 * k)
        {
          NkPoint tried = { shift->x + i * STEP_X, shift->y + j * STEP_Y };

          if (all_fit (room, actors, tried))
            {
              *shift = tried;
              return TRUE;
            }
          if (k == 0)
            break;
        }
  return FALSE;
}

static void
move_all (GPtrArray *actors,
          NkPoint    shift)
{
  for (guint i = 0; i < actors->len; i++)
    {
      NkRecord *actor = g_ptr_array_index (actors, i);
      NkPoint place = place_of (actor);

      if (nk_record_is_placed (actor))
        set_place (actor, (NkPoint) { place.x + shift.x, place.y + shift.y });
    }
}

static void
move_each (NkRoom    *room,
           GPtrArray *actors,
           NkPoint    shift)
{
  for (guint i = 0; i < actors->len; i++)
    {
      NkRecord *actor = g_ptr_array_index (actors, i);
      NkPoint place = place_of (actor), wish = { place.x + shift.x, place.y + shift.y };

      if (nk_record_is_placed (actor))
        set_place (actor, nk_room_take (room, actor, &wish));
    }
}

NkPoint
nk_fragment_place (const NkMap   *map,
                   GPtrArray     *actors,
                   const NkPoint *shift)
{
  NkPoint moved = *shift;
  g_autoptr (NkRoom) room = NULL;

  if (actors->len > MOST_FITTED)
    {
      moved = (NkPoint) { shift->x + ASIDE, shift->y + ASIDE };
      move_all (actors, moved);
      return moved;
    }
  room = nk_room_new (map);
  if (find_shift (room, actors, &moved))
    {
      move_all (actors, moved);
      return moved;
    }
  move_each (room, actors, *shift);
  return (NkPoint) { shift->x + ASIDE, shift->y + ASIDE };
}
