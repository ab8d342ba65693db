#include "drawing/theme.h"

#include "map/text.h"

#define RGB(hex, opacity) \
  { ((hex) >> 16 & 255) / 255.0f, ((hex) >> 8 & 255) / 255.0f, ((hex) & 255) / 255.0f, opacity }

const NkInk nk_ink_none = RGB (0x000000, 0);

static const NkTheme themes[] = {
  {
    .name = "paper", .label = N_("Paper"),
    .paper = RGB (0xffffff, 1), .text = RGB (0x1b2026, 1), .heading = RGB (0x49535f, 1),
    .small = RGB (0x5a6470, 1),
    .band = RGB (0xf1f3f5, 1), .district = RGB (0xffffff, 0.75f),
    .district_rim = RGB (0xb4bcc6, 1),
    .plane = RGB (0xe3e9f0, 0.5f), .plane_rim = RGB (0xa3afbd, 1),
    .plane_band = RGB (0xffffff, 0.4f), .plane_district = RGB (0xffffff, 0.6f),
    .stem = RGB (0x8a94a0, 0.65f), .note = RGB (0xfff9e0, 1), .note_rim = RGB (0xd8cb96, 1),
    .plain_fill = RGB (0xffffff, 1), .plain_line = RGB (0x5f6973, 1),
    .tint = 0.3, .contrast = 7, .weight = 1, .tie_opacity = 0.75,
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
