/* Spans in a row: each as near to where it wants to be as the others let it. */
#pragma once

typedef struct
{
  double sum;      /* of the places that its spans want, as if all started where the block starts */
  int n;
} NkPoolBlock;

/* Places `n` spans of the given sizes in their order, `gap` between them at least, between `left`
 * and `right`, so that the squares of the distances from the wanted middles are least
 * (pool adjacent violators). If they do not fit they start at `left` and run over. `at` receives
 * their middles, and may be `want`; `blocks` is room for n blocks. O(n). */
void nk_pool (int           n,
              const double *size,
              const double *want,
              double        gap,
              double        left,
              double        right,
              NkPoolBlock  *blocks,
              double       *at);
