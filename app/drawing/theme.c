#include "drawing/theme.h"

#include "map/text.h"

#define RGB(hex, opacity) \
  { ((hex) >> 16 & 255) / 255.0f, ((hex) >> 8 & 255) / 255.0f, ((hex) & 255) / 255.0f, opacity }

const NkInk nk_ink_none = RGB (0x000000, 0);

static const NkTheme themes[] = {
  {
    .name = "paper", .label = N_("Paper"),
    .paper = RGB (0xffffff, 1), .text = RGB (0x14181d, 1), .heading = RGB (0x49535f, 1),
    .small = RGB (0x5a6470, 1),
    .band = RGB (0xf1f3f5, 1), .district = RGB (0xffffff, 0.75f),
    .district_rim = RGB (0xb4bcc6, 1),
    .plane = RGB (0xe3e9f0, 0.5f), .plane_rim = RGB (0xa3afbd, 1),
    .plane_band = RGB (0xffffff, 0.4f), .plane_district = RGB (0xffffff, 0.6f),
    .stem = RGB (0x8a94a0, 0.65f), .note = RGB (0xfff9e0, 1), .note_rim = RGB (0xd8cb96, 1),
    .plain_fill = RGB (0xffffff, 1), .plain_line = RGB (0x5f6973, 1),
    .contrast = 7, .line_contrast = 3, .weight = 1, .tie_opacity = 0.8,
  },
  /* A screen shines: its paper is not as white, and lines of one pixel need some more weight. */
  {
    .name = "screen", .label = N_("Screen"),
    .paper = RGB (0xf7f8fa, 1), .text = RGB (0x14181d, 1), .heading = RGB (0x3f4954, 1),
    .small = RGB (0x525c67, 1),
    .band = RGB (0xebeef2, 1), .district = RGB (0xfafbfc, 0.8f),
    .district_rim = RGB (0xa5aeb9, 1),
    .plane = RGB (0xdbe3ec, 0.55f), .plane_rim = RGB (0x94a1b0, 1),
    .plane_band = RGB (0xffffff, 0.4f), .plane_district = RGB (0xffffff, 0.6f),
    .stem = RGB (0x7d8894, 0.7f), .note = RGB (0xfff6d1, 1), .note_rim = RGB (0xcdbd7d, 1),
    .plain_fill = RGB (0xffffff, 1), .plain_line = RGB (0x57616b, 1),
    .contrast = 7, .line_contrast = 3, .weight = 1.2, .tie_opacity = 0.85,
  },
  /* Seen from four metres, in a room that is not dark: the light that falls on the wall takes the
   * pale away, and thin lines with it. */
  {
    .name = "projector", .label = N_("Projector"),
    .paper = RGB (0xffffff, 1), .text = RGB (0x000000, 1), .heading = RGB (0x171c22, 1),
    .small = RGB (0x2b323a, 1),
    .band = RGB (0xe9edf2, 1), .district = RGB (0xffffff, 0.85f),
    .district_rim = RGB (0x717c89, 1),
    .plane = RGB (0xd3dde8, 0.6f), .plane_rim = RGB (0x5f6c7b, 1),
    .plane_band = RGB (0xffffff, 0.45f), .plane_district = RGB (0xffffff, 0.7f),
    .stem = RGB (0x4f5a66, 0.75f), .note = RGB (0xfff2b8, 1), .note_rim = RGB (0x9a8838, 1),
    .plain_fill = RGB (0xffffff, 1), .plain_line = RGB (0x3a434c, 1),
    .contrast = 8, .line_contrast = 3.5, .weight = 1.7, .tie_opacity = 0.9,
  },
  {
    .name = "dark", .label = N_("Dark"),
    .paper = RGB (0x14181d, 1), .text = RGB (0xf2f4f7, 1), .heading = RGB (0xc3ccd6, 1),
    .small = RGB (0xb0bac5, 1),
    .band = RGB (0x1f252c, 1), .district = RGB (0x14181d, 0.75f),
    .district_rim = RGB (0x6f7b88, 1),
    .plane = RGB (0x2c3540, 0.6f), .plane_rim = RGB (0x76838f, 1),
    .plane_band = RGB (0x000000, 0.25f), .plane_district = RGB (0x0c1013, 0.5f),
    .stem = RGB (0x97a3b0, 0.6f), .note = RGB (0x35301a, 1), .note_rim = RGB (0x8f8353, 1),
    .plain_fill = RGB (0x14181d, 1), .plain_line = RGB (0xa4aeb9, 1),
    .contrast = 7, .line_contrast = 3, .weight = 1.2, .tie_opacity = 0.8, .dark = TRUE,
  },
  {
    .name = "grey", .label = N_("Grey"),
    .paper = RGB (0xffffff, 1), .text = RGB (0x000000, 1), .heading = RGB (0x333333, 1),
    .small = RGB (0x444444, 1),
    .band = RGB (0xf0f0f0, 1), .district = RGB (0xffffff, 0.8f),
    .district_rim = RGB (0x9a9a9a, 1),
    .plane = RGB (0xe2e2e2, 0.5f), .plane_rim = RGB (0x8c8c8c, 1),
    .plane_band = RGB (0xffffff, 0.4f), .plane_district = RGB (0xffffff, 0.6f),
    .stem = RGB (0x808080, 0.7f), .note = RGB (0xffffff, 1), .note_rim = RGB (0x808080, 1),
    .plain_fill = RGB (0xffffff, 1), .plain_line = RGB (0x595959, 1),
    .contrast = 7, .line_contrast = 3, .weight = 1, .tie_opacity = 0.85, .grey = TRUE,
  },
};

const NkTheme *
nk_theme (const char *name)
{
  if (name == NULL || name[0] == '\0')
    return &themes[0];
  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    if (g_str_equal (themes[i].name, name))
      return &themes[i];
  return NULL;
}

const NkTheme *
nk_theme_at (guint i)
{
  return i < G_N_ELEMENTS (themes) ? &themes[i] : NULL;
}
