#include "ui/inspector/subject.h"

static void
add_record (NkSubject *subject,
            NkRecord  *record)
{
  if (record == NULL)
    return;
  g_ptr_array_add (subject->records, nk_record_ref (record));
  subject->kinds |= 1u << nk_record_kind (record);
}

NkSubject *
nk_subject_new (NkSession *session)
{
  NkSubject *subject = g_rc_box_new (NkSubject);
  const NkMap *map = nk_session_map (session);
  const NkSelection *selection = nk_session_selection (session);

  *subject = (NkSubject) { .records = g_ptr_array_new_with_free_func ((GDestroyNotify)
                                                                      nk_record_unref) };
  for (guint i = 0; i < nk_selection_count (selection); i++)
    {
      const NkRecordName *name = nk_selection_at (selection, i);

      add_record (subject, nk_map_find (map, name->kind, name->id));
    }
  if (subject->records->len == 0)
    add_record (subject, nk_map_head (map));
  return subject;
}

NkSubject *
nk_subject_ref (NkSubject *subject)
{
  return g_rc_box_acquire (subject);
}

static void
clear (gpointer data)
{
  g_ptr_array_unref (((NkSubject *) data)->records);
}

void
nk_subject_unref (NkSubject *subject)
{
  g_rc_box_release_full (subject, clear);
}

static NkRecord *
at (const NkSubject *subject,
    guint            i)
{
  return g_ptr_array_index (subject->records, i);
}

NkRecord *
nk_subject_first (const NkSubject *subject)
{
  return at (subject, 0);
}

gboolean
nk_subject_has_several (const NkSubject *subject)
{
  return subject->records->len > 1;
}

gboolean
nk_subject_is_same (const NkSubject *subject,
                    const NkSubject *other)
{
  if (subject->records->len != other->records->len)
    return FALSE;
  for (guint i = 0; i < subject->records->len; i++)
    if (nk_record_kind (at (subject, i)) != nk_record_kind (at (other, i))
        || !g_str_equal (nk_record_id (at (subject, i)), nk_record_id (at (other, i))))
      return FALSE;
  return TRUE;
}

gboolean
nk_subject_is_mixed (const NkSubject *subject,
                     NkField          field)
{
  for (guint i = 1; i < subject->records->len; i++)
    if (!nk_record_field_equal (at (subject, 0), at (subject, i), field))
      return TRUE;
  return FALSE;
}

gboolean
nk_subject_differs_in (const NkSubject *subject,
                       const char      *attribute)
{
  const char *first = nk_attribute_value (at (subject, 0), attribute);

  for (guint i = 1; i < subject->records->len; i++)
    if (!g_str_equal (nk_attribute_value (at (subject, i), attribute), first))
      return TRUE;
  return FALSE;
}

const char *
nk_attribute_value (const NkRecord *record,
                    const char     *attribute)
{
  const char *const *pairs = nk_record_values (record, NK_FIELD_ATTRIBUTES);

  for (guint i = 0; pairs[i] != NULL; i += 2)
    if (g_str_equal (pairs[i], attribute))
      return pairs[i + 1];
  return "";
}

void
nk_attribute_set_value (NkRecord   *record,
                        const char *attribute,
                        const char *value)
{
  const char *const *pairs = nk_record_values (record, NK_FIELD_ATTRIBUTES);
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  gboolean there = FALSE;

  for (guint i = 0; pairs[i] != NULL; i += 2)
    {
      gboolean is_it = g_str_equal (pairs[i], attribute);

      there |= is_it;
      if (is_it && *value == '\0')
        continue;
      g_ptr_array_add (others, (gpointer) pairs[i]);
      g_ptr_array_add (others, (gpointer) (is_it ? value : pairs[i + 1]));
    }
  if (!there && *value != '\0')
    {
      g_ptr_array_add (others, (gpointer) attribute);
      g_ptr_array_add (others, (gpointer) value);
    }
  g_ptr_array_add (others, NULL);
  nk_record_set_values (record, NK_FIELD_ATTRIBUTES, (const char *const *) others->pdata);
}

void
nk_subject_change (const NkSubject *subject,
                   NkSession       *session,
                   NkEdit          *edit,
                   NkRecordChange   change,
                   gpointer         user_data)
{
  const NkMap *map = nk_session_map (session);

  for (guint i = 0; i < subject->records->len; i++)
    {
      const NkRecord *record = at (subject, i);
      const NkRecord *there = nk_edit_look (edit, map, nk_record_kind (record),
                                            nk_record_id (record));
      NkRecord *copy;

      if (there == NULL)
        continue;
      copy = nk_record_copy (there, NULL);
      change (copy, i, user_data);
      nk_edit_put (edit, map, copy);
    }
}
