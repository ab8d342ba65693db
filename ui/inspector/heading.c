#include "ui/inspector/heading.h"

#include "map/text.h"

/* "3 actors"; of kinds that are seldom selected only the number. */
static char *
count_text (NkRecordKind kind,
            guint        n)
{
  switch ((int) kind)
    {
    case NK_ACTOR:
      return g_strdup_printf (ngettext ("%u actor", "%u actors", n), n);
    case NK_TIE:
      return g_strdup_printf (ngettext ("%u tie", "%u ties", n), n);
    case NK_NOTE:
      return g_strdup_printf (ngettext ("%u note", "%u notes", n), n);
    case NK_SOURCE:
      return g_strdup_printf (ngettext ("%u source", "%u sources", n), n);
    case NK_EVENT:
      return g_strdup_printf (ngettext ("%u event", "%u events", n), n);
    default:
      return g_strdup_printf ("%s (%u)", _(nk_schema_kind (kind)->label), n);
    }
}

static guint
count_kind (const NkSubject *subject,
            NkRecordKind     kind)
{
  guint n = 0;

  for (guint i = 0; i < subject->records->len; i++)
    n += nk_record_kind (g_ptr_array_index (subject->records, i)) == kind;
  return n;
}

char *
nk_heading_of (const NkSubject *subject)
{
  g_autoptr (GStrvBuilder) counts = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  if (!nk_subject_has_several (subject))
    return g_strdup (_(nk_schema_kind (nk_record_kind (nk_subject_first (subject)))->label));
  /* Actors first, as on the map. */
  for (int i = 0; i < NK_N_RECORD_KINDS; i++)
    {
      NkRecordKind kind = (NK_ACTOR + i) % NK_N_RECORD_KINDS;
      g_autofree char *count = NULL;

      if (!(subject->kinds & (1u << kind)))
        continue;
      count = count_text (kind, count_kind (subject, kind));
      g_strv_builder_add (counts, count);
    }
  parts = g_strv_builder_end (counts);
  return g_strjoinv (", ", parts);
}

char *
nk_counts_of (const NkMap *map)
{
  g_autofree char *actors = count_text (NK_ACTOR, nk_map_count (map, NK_ACTOR));
  g_autofree char *ties = count_text (NK_TIE, nk_map_count (map, NK_TIE));

  return g_strdup_printf ("%s, %s", actors, ties);
}
