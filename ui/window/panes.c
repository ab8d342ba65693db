#include "ui/window/panes.h"

static int
pane_with (GtkWidget        *focus,
           GtkWidget *const *panes,
           int               n)
{
  for (int i = 0; focus != NULL && i < n; i++)
    if (focus == panes[i] || gtk_widget_is_ancestor (focus, panes[i]))
      return i;
  return -1;
}

void
nk_panes_step (GtkWindow        *window,
               GtkWidget *const *panes,
               int               n,
               int               direction)
{
  int at = pane_with (gtk_window_get_focus (window), panes, n);

  if (at < 0)
    at = direction > 0 ? -1 : n;
  for (int step = 1; step <= n; step++)
    if (gtk_widget_child_focus (panes[(at + direction * step + 2 * n) % n], GTK_DIR_TAB_FORWARD))
      return;
}
