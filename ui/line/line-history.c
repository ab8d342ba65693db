#include "ui/line/line-history.h"

void
nk_line_history_init (NkLineHistory *history)
{
  history->lines = g_ptr_array_new_with_free_func (g_free);
  history->at = 0;
}

void
nk_line_history_clear (NkLineHistory *history)
{
  g_clear_pointer (&history->lines, g_ptr_array_unref);
}

static const char *
line_at (NkLineHistory *history,
         guint          at)
{
  return at < history->lines->len ? g_ptr_array_index (history->lines, at) : "";
}

void
nk_line_history_add (NkLineHistory *history,
                     const char    *line)
{
  g_autofree char *text = g_strstrip (g_strdup (line));

  if (*text != '\0' && g_strcmp0 (line_at (history, history->lines->len - 1), text) != 0)
    g_ptr_array_add (history->lines, g_steal_pointer (&text));
  history->at = history->lines->len;
}

gboolean
nk_line_history_shows (NkLineHistory *history,
                       const char    *text)
{
  return g_str_equal (line_at (history, history->at), text);
}

const char *
nk_line_history_step (NkLineHistory *history,
                      int            step)
{
  if (step < 0 && history->at == 0)
    return NULL;
  if (step > 0 && history->at >= history->lines->len)
    return NULL;
  history->at = step < 0 ? history->at - 1 : history->at + 1;
  return line_at (history, history->at);
}
