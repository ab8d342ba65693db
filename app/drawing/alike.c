#include "drawing/alike.h"

#include "drawing/style.h"
#include "drawing/vision.h"

#include "map/text.h"

#define MOST 100

/* What of a sector or a kind is compared. */
typedef struct
{
  const NkRecord *record;
  NkLab seen[NK_N_VISIONS];
  int form[2];                /* its shape, or the marks at the ends of its ties */
} Look;

static void
look_at (Look           *look,
         const NkRecord *record,
         NkInk           ink)
{
  look->record = record;
  for (int vision = 0; vision < NK_N_VISIONS; vision++)
    look->seen[vision] = nk_lab (nk_vision_ink (vision, ink));
}

static GArray *
looks_of (const NkMap  *map,
          NkRecordKind  kind)
{
  const NkTheme *theme = nk_theme (NULL);
  GArray *looks = g_array_new (FALSE, FALSE, sizeof (Look));

  for (guint i = 0; i < MIN (nk_map_count (map, kind), MOST); i++)
    {
      const NkRecord *record = nk_map_at (map, kind, i);
      Look look = { NULL };

      if (kind == NK_SECTOR)
        {
          NkActorStyle style = nk_style_sector (theme, map, nk_record_id (record));

          look_at (&look, record, style.fill);
          look.form[0] = style.shape;
        }
      else
        {
          NkTieStyle style = nk_style_kind (theme, map, nk_record_id (record));

          look_at (&look, record, nk_ink_over (style.ink, theme->paper));
          look.form[0] = style.from_end;
          look.form[1] = style.to_end;
        }
      g_array_append_val (looks, look);
    }
  return looks;
}

/* To be freed. */
static char *
alike_sentence (NkVision    vision,
                const char *other,
                const char *distance)
{
  switch (vision)
    {
    case NK_VISION_PROTANOPIA:
      return g_strdup_printf (_("Who sees no red (protanopia) can't tell its color from that of "
                                "“%s”: they are %s apart, and it takes 10. Make one of them "
                                "lighter or darker."), other, distance);
    case NK_VISION_DEUTERANOPIA:
      return g_strdup_printf (_("Who sees no green (deuteranopia) can't tell its color from that of "
                                "“%s”: they are %s apart, and it takes 10. Make one of them "
                                "lighter or darker."), other, distance);
    case NK_VISION_TRITANOPIA:
      return g_strdup_printf (_("Who sees no blue (tritanopia) can't tell its color from that of "
                                "“%s”: they are %s apart, and it takes 10. Make one of them "
                                "lighter or darker."), other, distance);
    case NK_VISION_GREY:
      return g_strdup_printf (_("In grey its color can't be told from that of “%s”: they are %s "
                                "apart, and it takes 10. Make one of them lighter or darker, or "
                                "change its form."), other, distance);
    case NK_VISION_FULL:
    case NK_N_VISIONS:
    default:
      return g_strdup_printf (_("Its color can't be told from that of “%s”: they are %s apart, and "
                                "it takes 10. Choose another one."), other, distance);
    }
}

static gboolean
has_own_color (const Look *look)
{
  return nk_record_text (look->record, NK_FIELD_COLOR)[0] != '\0';
}

static void
compare (const Look *one,
         const Look *other,
         GPtrArray  *notices)
{
  gboolean same_form = one->form[0] == other->form[0] && one->form[1] == other->form[1];

  if (!has_own_color (one) && !has_own_color (other))
    return;
  for (int vision = 0; vision < NK_N_VISIONS; vision++)
    {
      double distance = nk_lab_distance (one->seen[vision], other->seen[vision]);
      char text[G_ASCII_DTOSTR_BUF_SIZE];

      if (distance >= NK_TOLD_APART || (vision == NK_VISION_GREY && !same_form))
        continue;
      /* Never “10.0 apart, and it takes 10”. */
      g_ascii_formatd (text, sizeof text, "%.1f", MIN (distance, NK_TOLD_APART - 0.1));
      nk_notice_add (notices, other->record, NK_FIELD_COLOR,
                     alike_sentence (vision, nk_record_title (one->record), text));
      /* Who sees all colours sees the most. */
      if (vision == NK_VISION_FULL)
        return;
    }
}

void
nk_alike_check (const NkMap *map,
                GPtrArray   *notices)
{
  static const NkRecordKind kinds[] = { NK_SECTOR, NK_KIND };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (GArray) looks = looks_of (map, kinds[k]);

      for (guint i = 1; i < looks->len; i++)
        for (guint j = 0; j < i; j++)
          compare (&g_array_index (looks, Look, j), &g_array_index (looks, Look, i), notices);
    }
}
