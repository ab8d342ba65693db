#include "ui/canvas/accent.h"

#define BLUE .208f, .518f, .894f
#define LIGHT_BLUE .494f, .718f, .984f
#define AMBER .961f, .761f, .067f

static const NkAccent on_light = {
  .line = { BLUE, 1 }, .rim = { BLUE, .45f }, .wash = { BLUE, .12f },
  .mark = { AMBER, .4f },
  .pin = { .24f, .22f, .27f, 1 }, .ground = { 1, 1, 1, 1 },
};
static const NkAccent on_dark = {
  .line = { LIGHT_BLUE, 1 }, .rim = { BLUE, .6f }, .wash = { LIGHT_BLUE, .2f },
  .mark = { AMBER, .35f },
  .pin = { .9f, .91f, .93f, 1 }, .ground = { .08f, .09f, .11f, 1 },
};

const NkAccent *
nk_accent (const NkTheme *theme)
{
  return theme->dark ? &on_dark : &on_light;
}
