#include "layout/sift.h"

#include <stdlib.h>
#include <string.h>

#define MOST_ROUNDS 8
#define MOST_STEPS 40000000

typedef struct
{
  const NkPlan *plan;
  int *members;
  const int *groups;
  int n;
  int *place;            /* of each box; -1: it is not on the circle */
  int *left, *right;     /* room for the ends of ties of two neighbours */
  gint64 steps;
} Sifting;

static int
compare_ints (const void *left,
              const void *right)
{
  const int *a = left;
  const int *b = right;

  return (*a > *b) - (*a < *b);
}

/* Where the ties of a box end, counted in places from `start` on, but for those to `not`. */
static int
find_ends (Sifting *sifting,
           int      box,
           int      not,
           int      start,
           int     *ends)
{
  const NkPlan *plan = sifting->plan;
  int n = 0;

  for (int i = plan->first_link[box]; i < plan->first_link[box + 1]; i++)
    {
      int other = nk_link_other (&plan->links[plan->links_of[i]], box);

      if (other != not && sifting->place[other] >= 0)
        ends[n++] = (sifting->place[other] - start + sifting->n) % sifting->n;
    }
  qsort (ends, (gsize) n, sizeof (int), compare_ints);
  sifting->steps += n + 1;
  return n;
}

/* How many pairs have the first one less than the second. */
static gint64
count_less (const int *first,
            int        n_first,
            const int *second,
            int        n_second)
{
  gint64 count = 0;

  for (int i = 0, below = 0; i < n_second; i++)
    {
      while (below < n_first && first[below] < second[i])
        below++;
      count += below;
    }
  return count;
}

/* Swaps the boxes at a place and the next one. Returns how many crossings come by it. */
static gint64
swap (Sifting *sifting,
      int      place)
{
  int a = sifting->members[place], b = sifting->members[place + 1];
  int n_left = find_ends (sifting, a, b, place, sifting->left);
  int n_right = find_ends (sifting, b, a, place, sifting->right);

  sifting->members[place] = b;
  sifting->members[place + 1] = a;
  sifting->place[b] = place;
  sifting->place[a] = place + 1;
  return count_less (sifting->right, n_right, sifting->left, n_left)
         - count_less (sifting->left, n_left, sifting->right, n_right);
}

/* Moves a box through its whole group and then to the best place. Returns how many crossings go. */
static gint64
sift_box (Sifting *sifting,
          int      box)
{
  int start = sifting->place[box], best = start, at = start;
  gint64 crossings = 0, least = 0;

  for (; at > 0 && sifting->groups[at - 1] == sifting->groups[start]; at--)
    crossings += swap (sifting, at - 1);
  for (;;)
    {
      if (crossings < least)
        {
          least = crossings;
          best = at;
        }
      if (at + 1 >= sifting->n || sifting->groups[at + 1] != sifting->groups[start])
        break;
      crossings += swap (sifting, at++);
    }
  for (; at > best; at--)
    swap (sifting, at - 1);
  return -least;
}

/* How well a box goes on from those that are strung: the ties to these, less those to others; among
 * equals one that is tied to the last. */
static int
fitness (const Sifting *sifting,
         int            box,
         int            last)
{
  const NkPlan *plan = sifting->plan;
  int sum = 0;

  for (int i = plan->first_link[box]; i < plan->first_link[box + 1]; i++)
    {
      int other = nk_link_other (&plan->links[plan->links_of[i]], box);

      sum += 2 * (sifting->place[other] >= 0 ? 1 : -1) + (other == last ? 1 : 0);
    }
  return sum;
}

/* Strings the groups together, and numbers the places. */
static void
string_together (Sifting *sifting)
{
  for (int i = 0; i < sifting->n; i++)
    {
      int most = G_MININT, next = i, box;

      for (int k = i; k < sifting->n && sifting->groups[k] == sifting->groups[i]; k++)
        {
          int fits = fitness (sifting, sifting->members[k], i > 0 ? sifting->members[i - 1] : -1);

          if (fits <= most)
            continue;
          most = fits;
          next = k;
        }
      box = sifting->members[next];
      memmove (&sifting->members[i + 1], &sifting->members[i], sizeof (int) * (gsize) (next - i));
      sifting->members[i] = box;
      sifting->place[box] = i;
    }
}

void
nk_sift (const NkPlan *plan,
         int          *members,
         const int    *groups,
         int           n)
{
  g_autofree int *place = g_new (int, plan->n_boxes + 1);
  g_autofree int *left = g_new (int, plan->n_boxes + 1);
  g_autofree int *right = g_new (int, plan->n_boxes + 1);
  g_autofree int *boxes = g_memdup2 (members, sizeof (int) * (gsize) n);
  Sifting sifting = { plan, members, groups, n, place, left, right, 0 };
  gint64 gained = 1;

  for (int i = 0; i < plan->n_boxes; i++)
    place[i] = -1;
  string_together (&sifting);
  for (int round = 0; gained > 0 && round < MOST_ROUNDS; round++)
    {
      gained = 0;
      for (int i = 0; i < n && sifting.steps < MOST_STEPS; i++)
        gained += sift_box (&sifting, boxes[i]);
    }
}
