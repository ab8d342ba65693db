/* An edit: a list of (before, after) pairs with a name. The only thing that changes a map.
 *
 * One gesture is one edit: a typed word, a drag, a layout, an import. Its inverse swaps before and
 * after; undo, redo, and whatever looks at what has changed work from this one form. */
#pragma once

#include "map/record.h"

G_BEGIN_DECLS

typedef struct _NkMap NkMap;
typedef struct _NkEdit NkEdit;

typedef struct
{
  NkRecordKind kind;
  NkRecord *before;      /* NULL: the record is new */
  NkRecord *after;       /* NULL: the record goes */
  int before_position;   /* in its list before the edit; -1 if it stays where it is or is new */
  int after_position;    /* in its list after the edit; -1 if it stays where it is or goes */
} NkChange;

/* An edit to be filled. The name says in the user's words what it does ("Move actors"); it is shown
 * behind "Undo". */
NkEdit         *nk_edit_new          (const char   *name);
NkEdit         *nk_edit_ref          (NkEdit       *edit);
void            nk_edit_unref        (NkEdit       *edit);
const char     *nk_edit_name         (const NkEdit *edit);
gboolean        nk_edit_is_empty     (const NkEdit *edit);
guint           nk_edit_n_changes    (const NkEdit *edit);
const NkChange *nk_edit_change       (const NkEdit *edit,
                                      guint         i);

/* Filling. All of them look at the map and at what the edit does to it already. */

/* The record as it will be after the edit as it is now, or NULL. Borrowed. */
NkRecord       *nk_edit_look         (const NkEdit *edit,
                                      const NkMap  *map,
                                      NkRecordKind  kind,
                                      const char   *id);
/* Puts a record in: instead of the one with its kind and id, or at the end of its list. Takes the
 * record. Equal to what is there: nothing is added. */
void            nk_edit_put          (NkEdit       *edit,
                                      const NkMap  *map,
                                      NkRecord     *record);
/* Takes a record out; with an actor go its ties. Nothing happens if it is not there. Not for the
 * head. */
void            nk_edit_remove       (NkEdit       *edit,
                                      const NkMap  *map,
                                      NkRecordKind  kind,
                                      const char   *id);
/* Moves a record of the map (not one that the edit puts in) to another place in its list. At most
 * one record of a list an edit, and only in an edit that adds or takes out none of that list. */
void            nk_edit_move         (NkEdit       *edit,
                                      const NkMap  *map,
                                      NkRecordKind  kind,
                                      const char   *id,
                                      guint         position);
/* Sets one field of a record that is there, by nk_edit_put (). */
void            nk_edit_set_text     (NkEdit       *edit,
                                      const NkMap  *map,
                                      NkRecordKind  kind,
                                      const char   *id,
                                      NkField       field,
                                      const char   *value);
void            nk_edit_set_integer  (NkEdit       *edit,
                                      const NkMap  *map,
                                      NkRecordKind  kind,
                                      const char   *id,
                                      NkField       field,
                                      int           value);
void            nk_edit_set_boolean  (NkEdit       *edit,
                                      const NkMap  *map,
                                      NkRecordKind  kind,
                                      const char   *id,
                                      NkField       field,
                                      gboolean      value);
/* Gives an actor or a note a place (points, y down); NaN takes it away. */
void            nk_edit_set_place    (NkEdit       *edit,
                                      const NkMap  *map,
                                      NkRecordKind  kind,
                                      const char   *id,
                                      double        x,
                                      double        y);

/* The edit that takes this one back. */
NkEdit         *nk_edit_inverse      (const NkEdit *edit);

/* One edit that does what `first` and then `second` do, with the name of `first`; empty if the
 * second takes back the first. NULL if one of them adds, takes out or moves records (only
 * changes of fields are joined). */
NkEdit         *nk_edit_join         (const NkEdit *first,
                                      const NkEdit *second);

/* Ends the filling: seals the records and settles where in their lists they come and go. Called by
 * nk_map_apply (); the second time it does nothing. */
void            nk_edit_seal         (NkEdit       *edit,
                                      const NkMap  *map);

/* The change of this record in the edit, or NULL. O(1). */
const NkChange *nk_edit_find         (const NkEdit *edit,
                                      NkRecordKind  kind,
                                      const char   *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkEdit, nk_edit_unref)

G_END_DECLS
