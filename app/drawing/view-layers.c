#include "drawing/view-private.h"
void
nk_view_layers (const NkDrawing *drawing)
{
}
