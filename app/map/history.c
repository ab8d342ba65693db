#include "map/history.h"

struct _NkHistory
{
  GPtrArray *steps;   /* of NkEdit */
  guint done;         /* how many of them are in the map */
  int saved;          /* how many were when it was saved; -1: undo and redo no longer lead there */
};

NkHistory *
nk_history_new (void)
{
  NkHistory *history = g_new0 (NkHistory, 1);

  history->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) nk_edit_unref);
  return history;
}

void
nk_history_free (NkHistory *history)
{
  g_ptr_array_unref (history->steps);
  g_free (history);
}

void
nk_history_push (NkHistory *history,
                 NkEdit    *edit)
{
  g_ptr_array_set_size (history->steps, history->done);
  if (history->saved > (int) history->done)
    history->saved = -1;
  g_ptr_array_add (history->steps, nk_edit_ref (edit));
  history->done++;
}

void
nk_history_drop (NkHistory *history)
{
  g_assert (history->done > 0 && history->done == history->steps->len);

  if (history->saved == (int) history->done)
    history->saved = -1;
  history->done--;
  g_ptr_array_set_size (history->steps, history->done);
}

void
nk_history_replace (NkHistory *history,
                    NkEdit    *edit)
{
  nk_history_drop (history);
  nk_history_push (history, edit);
}

NkEdit *
nk_history_last (NkHistory *history)
{
  return history->done > 0 ? g_ptr_array_index (history->steps, history->done - 1) : NULL;
}

NkEdit *
nk_history_next (NkHistory *history)
{
  return history->done < history->steps->len ? g_ptr_array_index (history->steps, history->done)
                                             : NULL;
}

guint
nk_history_n_steps (NkHistory *history)
{
  return history->steps->len;
}

guint
nk_history_n_done (NkHistory *history)
{
  return history->done;
}

int
nk_history_n_saved (NkHistory *history)
{
  return history->saved;
}

NkEdit *
nk_history_step (NkHistory *history,
                 guint      i)
{
  return g_ptr_array_index (history->steps, i);
}

void
nk_history_back (NkHistory *history)
{
  g_assert (history->done > 0);
  history->done--;
}

void
nk_history_forward (NkHistory *history)
{
  g_assert (history->done < history->steps->len);
  history->done++;
}

void
nk_history_mark_saved (NkHistory *history)
{
  history->saved = history->done;
}

gboolean
nk_history_is_saved (NkHistory *history)
{
  return history->saved == (int) history->done;
}
