/* Printing: a figure through the system's dialog, on paper of its size, as large as in a file. */
#pragma once

#include "ui/figures/figure-choice.h"
#include "ui/window/window.h"

G_BEGIN_DECLS

void nk_print_figure (NkWindow             *window,
                      const NkFigureChoice *choice);

G_END_DECLS
