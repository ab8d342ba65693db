#include "drawing/zone-moves.h"

#include "drawing/room.h"
#include "drawing/view.h"
#include "map/zones.h"

/* The strips of a list along one axis: of the levels from top to bottom, of the districts from left to
 * right. By position in the list. */
typedef struct
{
  NkRecordKind kind;
  guint n;
  double *starts, *sizes;   /* a size of 0: it is not on the drawing */
  double *offsets;          /* how far each goes */
  gboolean *merged;         /* it becomes part of another */
  gboolean moves;
} Strips;

typedef struct
{
  NkEdit *edit;
  const NkMap *map;
  NkScene *scene;
  int district_level;
  Strips bands, boxes;
} Moves;

static void
strips_init (Strips       *strips,
             const NkMap  *map,
             NkRecordKind  kind)
{
  guint n = nk_map_count (map, kind);

  *strips = (Strips) { kind, n, g_new0 (double, n + 1), g_new0 (double, n + 1),
                       g_new0 (double, n + 1), g_new0 (gboolean, n + 1), FALSE };
}

static void
strips_clear (Strips *strips)
{
  g_free (strips->starts);
  g_free (strips->sizes);
  g_free (strips->offsets);
  g_free (strips->merged);
}

/* ---- what the edit does ---- */

/* The field that says where a record of such a list has its actors. */
static NkField
field_of (NkRecordKind kind)
{
  return kind == NK_LEVEL ? NK_FIELD_LEVEL : NK_FIELD_DISTRICT;
}

/* The position of the one into which this one is merged, or -1: where its actors go, if it goes. */
static int
target_of (const Moves  *moves,
           NkRecordKind  kind,
           const char   *id)
{
  const NkChange *gone = nk_edit_find (moves->edit, kind, id);

  if (gone == NULL || gone->after != NULL)
    return -1;
  for (guint i = 0; i < nk_edit_n_changes (moves->edit); i++)
    {
      const NkChange *change = nk_edit_change (moves->edit, i);

      if (change->kind == NK_ACTOR && change->before != NULL && change->after != NULL
          && g_str_equal (nk_record_text (change->before, field_of (kind)), id))
        return nk_map_position (moves->map, kind, nk_record_text (change->after, field_of (kind)));
    }
  return -1;
}

static int
find_in (GArray *order,
         int     strip)
{
  for (guint i = 0; i < order->len; i++)
    if (g_array_index (order, int, i) == strip)
      return (int) i;
  return -1;
}

static void
put_beside (GArray *order,
            int     strip,
            int     other)
{
  int place;

  g_array_remove_index (order, (guint) find_in (order, strip));
  place = find_in (order, other) + (strip > other);
  g_array_insert_val (order, (guint) place, strip);
}

/* The strips in the order in which they are to stand: positions in the list (int). Whatever is merged
 * comes beside what it is merged into, on the side where it was. */
static GArray *
order_after (const Moves *moves,
             Strips      *strips)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree int *targets = g_new (int, strips->n + 1);

  for (int i = 0; i < (int) strips->n; i++)
    {
      targets[i] = target_of (moves, strips->kind,
                              nk_record_id (nk_map_at (moves->map, strips->kind, (guint) i)));
      strips->merged[i] = targets[i] >= 0;
      g_array_append_val (order, i);
    }
  for (guint i = 0; i < nk_edit_n_changes (moves->edit); i++)
    {
      const NkChange *change = nk_edit_change (moves->edit, i);
      int place = change->before_position;

      if (change->kind != strips->kind || place < 0 || change->after_position < 0)
        continue;
      g_array_remove_index (order, (guint) place);
      g_array_insert_val (order, (guint) change->after_position, place);
    }
  for (int i = 0; i < (int) strips->n; i++)
    if (targets[i] > i)
      put_beside (order, i, targets[i]);
  for (int i = (int) strips->n - 1; i >= 0; i--)
    if (targets[i] >= 0 && targets[i] < i)
      put_beside (order, i, targets[i]);
  return order;
}

/* ---- strips ---- */

/* Finds how far each strip goes: those that are drawn stand behind each other as before, with the gaps
 * that there were. */
static void
find_offsets (const Moves *moves,
              Strips      *strips)
{
  g_autoptr (GArray) order = order_after (moves, strips);
  g_autoptr (GArray) drawn = g_array_new (FALSE, FALSE, sizeof (int));
  double at = 0;
  guint slot = 0;

  for (int i = 0; i < (int) strips->n; i++)
    if (strips->sizes[i] > 0)
      g_array_append_val (drawn, i);
  for (guint i = 0; i < order->len; i++)
    {
      int strip = g_array_index (order, int, i), old;

      if (strips->sizes[strip] <= 0)
        continue;
      old = g_array_index (drawn, int, slot);
      if (slot == 0)
        at = strips->starts[old];
      strips->offsets[strip] = at - strips->starts[strip];
      strips->moves |= strip != old;
      at += strips->sizes[strip];
      if (++slot < drawn->len)
        at += strips->starts[g_array_index (drawn, int, slot)] - strips->starts[old]
              - strips->sizes[old];
    }
}

static void
find_bands (Moves *moves)
{
  for (guint i = 0; i < moves->bands.n; i++)
    {
      const char *id = nk_record_id (nk_map_at (moves->map, NK_LEVEL, i));
      const NkItem *item = nk_scene_find (moves->scene, NK_ITEM_BAND, NK_LEVEL, id, -1);

      if (item == NULL)
        continue;
      moves->bands.starts[i] = item->body_y;
      moves->bands.sizes[i] = item->body_height;
    }
  find_offsets (moves, &moves->bands);
}

/* TRUE if somebody of that band, in no box, stands between the left and the right end of all boxes. */
static gboolean
has_strangers (const Moves *moves,
               double       left,
               double       right)
{
  for (guint i = 0; i < nk_map_count (moves->map, NK_ACTOR); i++)
    {
      const NkRecord *actor = nk_map_at (moves->map, NK_ACTOR, i);
      double x = nk_record_number (actor, NK_FIELD_X);

      if (x > left && x < right && nk_actor_band (moves->map, actor) == moves->district_level
          && nk_actor_box (moves->map, actor, moves->district_level) < 0)
        return TRUE;
    }
  return FALSE;
}

/* Boxes go only where they stand in a row in the order of the list: elsewhere somebody has placed them
 * so. */
static void
find_boxes (Moves *moves)
{
  Strips *boxes = &moves->boxes;
  double left = 0, right = -G_MAXDOUBLE;

  for (guint i = 0; i < boxes->n; i++)
    {
      const char *id = nk_record_id (nk_map_at (moves->map, NK_DISTRICT, i));
      const NkItem *item = nk_scene_find (moves->scene, NK_ITEM_DISTRICT, NK_DISTRICT, id, -1);

      if (item == NULL)
        continue;
      if (item->body_x < right)
        return;
      left = right == -G_MAXDOUBLE ? item->body_x : left;
      right = item->body_x + item->body_width;
      boxes->starts[i] = item->body_x;
      boxes->sizes[i] = item->body_width;
    }
  if (!has_strangers (moves, left, right))
    find_offsets (moves, boxes);
}

/* ---- what goes along ---- */

/* TRUE if the strip becomes part of another with all who stand in it. */
static gboolean
is_merged (const Strips *strips,
           int           strip)
{
  return strip >= 0 && strips->merged[strip] && strips->sizes[strip] > 0;
}

/* TRUE if the edit takes an actor out of its band or box without what stands around it. */
static gboolean
goes_alone (const Moves    *moves,
            const NkChange *change)
{
  int band, box;

  if (change == NULL || change->before == NULL || change->after == NULL)
    return FALSE;
  band = nk_actor_band (moves->map, change->before);
  box = nk_actor_box (moves->map, change->before, moves->district_level);
  if (band != nk_actor_band (moves->map, change->after))
    return !is_merged (&moves->bands, band);
  return box != nk_actor_box (moves->map, change->after, moves->district_level)
         && !is_merged (&moves->boxes, box);
}

static int
strip_at (const Strips *strips,
          double        place)
{
  for (guint i = 0; i < strips->n; i++)
    if (place >= strips->starts[i] && place < strips->starts[i] + strips->sizes[i])
      return (int) i;
  return -1;
}

/* How far a place goes: with its band and with the box in it. */
static NkPoint
offset_of (const Moves *moves,
           int          band,
           int          box)
{
  return (NkPoint) {
    box >= 0 && moves->boxes.moves ? moves->boxes.offsets[box] : 0,
    band >= 0 && moves->bands.moves ? moves->bands.offsets[band] : 0,
  };
}

static NkPoint
offset_at (const Moves *moves,
           NkPoint      place)
{
  int band = strip_at (&moves->bands, place.y);
  int box = band >= 0 && band == moves->district_level ? strip_at (&moves->boxes, place.x) : -1;

  return offset_of (moves, band, box);
}

static void
move_by (const Moves    *moves,
         const NkRecord *record,
         NkPoint         offset)
{
  if (nk_record_is_placed (record) && (offset.x != 0 || offset.y != 0))
    nk_edit_set_place (moves->edit, moves->map, nk_record_kind (record), nk_record_id (record),
                       nk_record_number (record, NK_FIELD_X) + offset.x,
                       nk_record_number (record, NK_FIELD_Y) + offset.y);
}

static void
move_bends (const Moves    *moves,
            const NkRecord *tie)
{
  guint n;
  const NkPoint *bends = nk_record_points (tie, NK_FIELD_BENDS, &n);
  g_autofree NkPoint *moved = g_new (NkPoint, n + 1);
  NkRecord *copy;

  for (guint i = 0; i < n; i++)
    {
      NkPoint offset = offset_at (moves, bends[i]);

      moved[i] = (NkPoint) { bends[i].x + offset.x, bends[i].y + offset.y };
    }
  if (n == 0)
    return;
  copy = nk_record_copy (tie, NULL);
  nk_record_set_points (copy, NK_FIELD_BENDS, moved, n);
  nk_edit_put (moves->edit, moves->map, copy);
}

/* Actors, notes and bends, as far as the edit leaves them. */
static void
move_along (const Moves *moves)
{
  static const NkRecordKind kinds[] = { NK_ACTOR, NK_NOTE, NK_TIE };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint i = 0; i < nk_map_count (moves->map, kinds[k]); i++)
      {
        const NkRecord *before = nk_map_at (moves->map, kinds[k], i);
        const NkRecord *record = nk_edit_look (moves->edit, moves->map, kinds[k],
                                               nk_record_id (before));

        if (record == NULL)
          continue;
        if (kinds[k] == NK_TIE)
          move_bends (moves, record);
        else if (kinds[k] == NK_NOTE)
          move_by (moves, record, offset_at (moves, (NkPoint) {
            nk_record_number (record, NK_FIELD_X), nk_record_number (record, NK_FIELD_Y) }));
        else if (!goes_alone (moves, nk_edit_find (moves->edit, NK_ACTOR, nk_record_id (before))))
          move_by (moves, record,
                   offset_of (moves, nk_actor_band (moves->map, before),
                              nk_actor_box (moves->map, before, moves->district_level)));
      }
}

/* ---- who changes place alone ---- */


static void
place_others (const Moves *moves)
{
  g_autoptr (NkRoom) room = NULL;
  guint n = nk_edit_n_changes (moves->edit);

  for (guint i = 0; i < n; i++)
    {
      const NkChange *change = nk_edit_change (moves->edit, i);
      NkPoint place;

      if (change->kind != NK_ACTOR || !goes_alone (moves, change)
          || !nk_record_is_placed (change->after))
        continue;
      if (room == NULL)
        room = nk_room_new (moves->map);
      place = (NkPoint) { nk_record_number (change->before, NK_FIELD_X),
                          nk_record_number (change->before, NK_FIELD_Y) };
      place = nk_room_take (room, change->after, &place);
      nk_edit_set_place (moves->edit, moves->map, NK_ACTOR, nk_record_id (change->after), place.x,
                         place.y);
    }
}

void
nk_edit_follow_zones (NkEdit      *edit,
                      const NkMap *map)
{
  Moves moves = { edit, map, nk_view_bodies (map), nk_map_district_level (map) };

  strips_init (&moves.bands, map, NK_LEVEL);
  strips_init (&moves.boxes, map, NK_DISTRICT);
  find_bands (&moves);
  find_boxes (&moves);
  place_others (&moves);
  if (moves.bands.moves || moves.boxes.moves)
    move_along (&moves);
  strips_clear (&moves.bands);
  strips_clear (&moves.boxes);
  nk_scene_unref (moves.scene);
}
