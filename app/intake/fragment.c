#include "intake/fragment.h"
#include "intake/fragment-private.h"

#include <math.h>

/* What is taken of a map */
typedef struct
{
  const NkMap *map;
  GHashTable *whole;        /* set of NkRecord *: what is copied as it is */
  GHashTable *companions;   /* set of NkRecord *: actors of which only the name is */
} Taking;

static void
take_referred (Taking         *taking,
               const NkRecord *record)
{
  const NkKindSchema *schema = nk_schema_kind (nk_record_kind (record));
  const NkEvidence *evidence;
  const char *const *values;
  guint n;

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const NkFieldSchema *field = &schema->fields[i];
      NkRecord *target = NULL;

      if (field->type == NK_TYPE_REFERENCE && field->target != NK_ACTOR)
        target = nk_map_find (taking->map, field->target, nk_record_text (record, field->field));
      if (target != NULL)
        g_hash_table_add (taking->whole, target);
    }
  values = nk_schema_slot (schema->kind, NK_FIELD_ATTRIBUTES) >= 0
             ? nk_record_values (record, NK_FIELD_ATTRIBUTES) : NULL;
  for (guint i = 0; values != NULL && values[i] != NULL; i += 2)
    {
      NkRecord *attribute = nk_map_find (taking->map, NK_ATTRIBUTE, values[i]);

      if (attribute != NULL)
        g_hash_table_add (taking->whole, attribute);
    }
  if (nk_schema_slot (schema->kind, NK_FIELD_EVIDENCE) < 0)
    return;
  evidence = nk_record_evidence (record, NK_FIELD_EVIDENCE, &n);
  for (guint i = 0; i < n; i++)
    {
      NkRecord *source = nk_map_find (taking->map, NK_SOURCE, evidence[i].source);

      if (source != NULL)
        g_hash_table_add (taking->whole, source);
    }
}

/* The actor at the other end of a tie. */
static NkRecord *
other_end (const Taking   *taking,
           const NkRecord *tie,
           const char     *actor)
{
  const char *from = nk_record_text (tie, NK_FIELD_FROM);

  return nk_map_find (taking->map, NK_ACTOR,
                      g_str_equal (from, actor) ? nk_record_text (tie, NK_FIELD_TO) : from);
}

static void
take_ties (Taking         *taking,
           const NkRecord *actor,
           gboolean        with_others)
{
  const GArray *ties = nk_map_ties_of (taking->map, nk_record_id (actor));

  for (guint i = 0; ties != NULL && i < ties->len; i++)
    {
      NkRecord *tie = nk_map_at (taking->map, NK_TIE, g_array_index (ties, guint, i));

      if (with_others
          || g_hash_table_contains (taking->whole, other_end (taking, tie, nk_record_id (actor))))
        g_hash_table_add (taking->whole, tie);
    }
}

static void
take_companions (Taking         *taking,
                 const NkRecord *tie)
{
  static const NkField ends[] = { NK_FIELD_FROM, NK_FIELD_TO };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      NkRecord *actor = nk_map_find (taking->map, NK_ACTOR, nk_record_text (tie, ends[i]));

      if (!g_hash_table_contains (taking->whole, actor))
        g_hash_table_add (taking->companions, actor);
    }
}

static NkRecord *
make_companion (const NkRecord *actor)
{
  NkRecord *companion = nk_record_new (NK_ACTOR, nk_record_id (actor));

  nk_record_set_from (companion, NK_FIELD_NAME, actor);
  nk_record_add_extra (companion, -1, NK_FRAGMENT_COMPANION);
  return companion;
}

/* A map of what was taken, in the order in which it stood. */
static NkMap *
make_map (const Taking *taking)
{
  NkMap *fragment = nk_map_new ();
  g_autoptr (NkEdit) edit = nk_edit_new ("");

  for (NkRecordKind kind = NK_HEAD + 1; kind < NK_N_RECORD_KINDS; kind++)
    for (guint i = 0; i < nk_map_count (taking->map, kind); i++)
      {
        NkRecord *record = nk_map_at (taking->map, kind, i);

        if (g_hash_table_contains (taking->whole, record))
          nk_edit_put (edit, fragment, nk_record_ref (record));
        else if (g_hash_table_contains (taking->companions, record))
          nk_edit_put (edit, fragment, make_companion (record));
      }
  if (!nk_map_apply (fragment, edit, NULL))
    g_assert_not_reached ();   /* every tie has its ends, and ids are those of one map */
  return fragment;
}

NkMap *
nk_fragment_new (const NkMap *map,
                 GPtrArray   *records,
                 gboolean     with_ties)
{
  Taking taking = { map, g_hash_table_new (NULL, NULL), g_hash_table_new (NULL, NULL) };
  g_autofree gpointer *whole = NULL;
  NkMap *fragment;
  guint n;

  for (guint i = 0; i < records->len; i++)
    g_hash_table_add (taking.whole, g_ptr_array_index (records, i));
  for (guint i = 0; i < records->len; i++)
    if (nk_record_kind (g_ptr_array_index (records, i)) == NK_ACTOR)
      take_ties (&taking, g_ptr_array_index (records, i), with_ties);
  whole = g_hash_table_get_keys_as_array (taking.whole, &n);
  for (guint i = 0; i < n; i++)
    {
      take_referred (&taking, whole[i]);
      if (nk_record_kind (whole[i]) == NK_TIE)
        take_companions (&taking, whole[i]);
    }
  fragment = make_map (&taking);
  g_hash_table_unref (taking.whole);
  g_hash_table_unref (taking.companions);
  return fragment;
}

gboolean
nk_fragment_is_companion (const NkRecord *actor)
{
  guint n;
  const NkExtra *extras = nk_record_extras (actor, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (extras[i].member, NK_FRAGMENT_COMPANION))
      return TRUE;
  return FALSE;
}

gboolean
nk_fragment_middle (const NkMap *fragment,
                    NkPoint     *middle)
{
  static const NkRecordKind kinds[] = { NK_ACTOR, NK_NOTE };
  double left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint j = 0; j < nk_map_count (fragment, kinds[i]); j++)
      {
        const NkRecord *record = nk_map_at (fragment, kinds[i], j);
        double x = nk_record_number (record, NK_FIELD_X), y = nk_record_number (record, NK_FIELD_Y);

        if (!nk_record_is_placed (record))
          continue;
        left = MIN (left, x);
        right = MAX (right, x);
        top = MIN (top, y);
        bottom = MAX (bottom, y);
      }
  *middle = (NkPoint) { (left + right) / 2, (top + bottom) / 2 };
  return isfinite (left);
}
