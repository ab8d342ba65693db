#include "map/list.h"

#include <math.h>

double
nk_round (double number)
{
  double rounded = round (number * 100) / 100;

  return rounded == 0 ? 0 : rounded;
}

static NkList *
new_list (NkType type,
          guint  n)
{
  NkList *list = g_atomic_rc_box_new0 (NkList);

  list->type = type;
  list->n = n;
  return list;
}

NkList *
nk_list_new_texts (NkType            type,
                   const char *const*texts)
{
  NkList *list;

  if (texts == NULL || texts[0] == NULL)
    return NULL;
  list = new_list (type, g_strv_length ((char **) texts));
  list->texts = g_strdupv ((char **) texts);
  return list;
}

NkList *
nk_list_new_points (const NkPoint *points,
                    guint          n,
                    double         least,
                    double         most)
{
  NkList *list;

  if (n == 0)
    return NULL;
  list = new_list (NK_TYPE_POINTS, n);
  list->points = g_new (NkPoint, n);
  for (guint i = 0; i < n; i++)
    list->points[i] = (NkPoint) {
      nk_round (CLAMP (points[i].x, least, most)),
      nk_round (CLAMP (points[i].y, least, most)),
    };
  return list;
}

static char *
copy_text (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

NkList *
nk_list_new_evidence (const NkEvidence *evidence,
                      guint             n)
{
  NkList *list;

  if (n == 0)
    return NULL;
  list = new_list (NK_TYPE_EVIDENCE, n);
  list->evidence = g_new (NkEvidence, n);
  for (guint i = 0; i < n; i++)
    list->evidence[i] = (NkEvidence) {
      .source = copy_text (evidence[i].source),
      .locator = copy_text (evidence[i].locator),
      .note = copy_text (evidence[i].note),
      .extras = g_strdup (evidence[i].extras),
    };
  return list;
}

static void
clear_list (gpointer data)
{
  NkList *list = data;

  switch ((int) list->type)
    {
    case NK_TYPE_POINTS:
      g_free (list->points);
      break;
    case NK_TYPE_EVIDENCE:
      for (guint i = 0; i < list->n; i++)
        {
          g_free ((char *) list->evidence[i].source);
          g_free ((char *) list->evidence[i].locator);
          g_free ((char *) list->evidence[i].note);
          g_free ((char *) list->evidence[i].extras);
        }
      g_free (list->evidence);
      break;
    default:
      g_strfreev (list->texts);
    }
}

NkList *
nk_list_ref (NkList *list)
{
  return list != NULL ? g_atomic_rc_box_acquire (list) : NULL;
}

void
nk_list_unref (NkList *list)
{
  if (list != NULL)
    g_atomic_rc_box_release_full (list, clear_list);
}

static gboolean
points_equal (const NkList *a,
              const NkList *b)
{
  for (guint i = 0; i < a->n; i++)
    if (a->points[i].x != b->points[i].x || a->points[i].y != b->points[i].y)
      return FALSE;
  return TRUE;
}

static gboolean
evidence_equal (const NkList *a,
                const NkList *b)
{
  for (guint i = 0; i < a->n; i++)
    {
      const NkEvidence *one = &a->evidence[i], *other = &b->evidence[i];

      if (!g_str_equal (one->source, other->source) ||
          !g_str_equal (one->locator, other->locator) ||
          !g_str_equal (one->note, other->note) || g_strcmp0 (one->extras, other->extras) != 0)
        return FALSE;
    }
  return TRUE;
}

gboolean
nk_list_equal (const NkList *a,
               const NkList *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL || a->type != b->type || a->n != b->n)
    return FALSE;
  switch ((int) a->type)
    {
    case NK_TYPE_POINTS:
      return points_equal (a, b);
    case NK_TYPE_EVIDENCE:
      return evidence_equal (a, b);
    default:
      return g_strv_equal ((const char *const *) a->texts, (const char *const *) b->texts);
    }
}
