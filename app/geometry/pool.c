#include "geometry/pool.h"

#include <glib.h>

static double
mean (const NkPoolBlock *block)
{
  return block->sum / block->n;
}

void
nk_pool (int           n,
         const double *size,
         const double *want,
         double        gap,
         double        left,
         double        right,
         NkPoolBlock  *blocks,
         double       *at)
{
  double offset = 0;       /* of the span from where all would start if they stood close together */
  double last;
  int n_blocks = 0;
  int next = 0;

  for (int i = 0; i < n; i++)
    {
      blocks[n_blocks++] = (NkPoolBlock) { want[i] - size[i] / 2 - offset, 1 };
      while (n_blocks > 1 && mean (&blocks[n_blocks - 2]) >= mean (&blocks[n_blocks - 1]))
        {
          n_blocks--;
          blocks[n_blocks - 1].sum += blocks[n_blocks].sum;
          blocks[n_blocks - 1].n += blocks[n_blocks].n;
        }
      offset += size[i] + gap;
    }
  last = MAX (left, right - (offset - gap));
  offset = 0;
  for (int b = 0; b < n_blocks; b++)
    {
      double start = CLAMP (mean (&blocks[b]), left, last);

      for (int i = 0; i < blocks[b].n; i++, next++)
        {
          at[next] = start + offset + size[next] / 2;
          offset += size[next] + gap;
        }
    }
}
