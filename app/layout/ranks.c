#include "layout/ranks.h"

#include "layout/pieces.h"
#include "layout/reach.h"

#include <stdlib.h>

/* So often everybody moves to where his ties are shortest. */
#define ROUNDS 16

typedef struct
{
  const NkPlan *plan;
  const int *boxes;        /* of the piece */
  int n;
  int *rank;
  int *distance;           /* of each box of the plan, from the top of its piece */
  int *turn;               /* of each box of the plan: earlier ones may lead later ones */
  double *out, *in;        /* weights of the ties that lead from and to each box */
} Ranking;

/* A rank that a tie asks for. */
typedef struct
{
  int rank;
  double weight;
} Wish;

/* TRUE if a box should rather be on top than another: its band is higher, or it has more ties. */
static gboolean
is_higher (const NkPlan *plan,
           int           box,
           int           other)
{
  guint band = (guint) plan->boxes[box].band;       /* beside all: below all */
  guint other_band = (guint) plan->boxes[other].band;

  if (band != other_band)
    return band < other_band;
  return nk_bond (plan, box) > nk_bond (plan, other);
}

/* How much a box leads the other end of a link; less than 0: the other one leads. */
static double
lead (const NkLink *link,
      int           box)
{
  return link->a == box ? link->lead : -link->lead;
}

/* Takes a box out: its ties no longer count. */
static void
take_out (Ranking *ranking,
          int      box,
          int      turn)
{
  const NkPlan *plan = ranking->plan;

  ranking->turn[box] = turn;
  for (int i = plan->first_link[box]; i < plan->first_link[box + 1]; i++)
    {
      const NkLink *link = &plan->links[plan->links_of[i]];
      int other = nk_link_other (link, box);

      if (ranking->turn[other] >= 0)
        continue;
      if (lead (link, box) > 0)
        ranking->in[other] -= lead (link, box);
      else
        ranking->out[other] += lead (link, box);
    }
}

/* Who is next: one who leads nobody any more, to the end; else one whom nobody leads, or who leads
 * most more than he is led. */
static int
pick_next (const Ranking *ranking,
           gboolean      *last)
{
  int best = -1;

  for (int i = 0; i < ranking->n; i++)
    {
      int box = ranking->boxes[i];

      if (ranking->turn[box] >= 0)
        continue;
      *last = ranking->out[box] < 1e-9;
      if (*last)
        return box;
      if (best < 0
          || ranking->out[box] - ranking->in[box] > ranking->out[best] - ranking->in[best] + 1e-9)
        best = box;
    }
  return best;
}

/* Sets everybody's turn so that few ties lead from later ones to earlier ones. */
static void
find_turns (Ranking *ranking)
{
  const NkPlan *plan = ranking->plan;
  int first = 0, end = ranking->n;

  for (int i = 0; i < ranking->n; i++)
    {
      int box = ranking->boxes[i];

      ranking->out[box] = ranking->in[box] = 0;
      ranking->turn[box] = -1;
      for (int k = plan->first_link[box]; k < plan->first_link[box + 1]; k++)
        {
          double leads = lead (&plan->links[plan->links_of[k]], box);

          ranking->out[box] += MAX (leads, 0);
          ranking->in[box] += MAX (-leads, 0);
        }
    }
  while (first < end)
    {
      gboolean last;
      int box = pick_next (ranking, &last);

      take_out (ranking, box, last ? --end : first++);
    }
}

/* By how much the other end of a link shall be lower at least: 1 or -1; 0: it may be anywhere. */
static int
descent (const Ranking *ranking,
         const NkLink  *link,
         int            box)
{
  int other = nk_link_other (link, box);
  double leads = lead (link, box);

  if (leads > 0 && ranking->turn[box] < ranking->turn[other])
    return 1;
  if (leads < 0 && ranking->turn[box] > ranking->turn[other])
    return -1;
  return 0;
}

static int
compare_wishes (const void *left,
                const void *right)
{
  const Wish *a = left;
  const Wish *b = right;

  return a->rank - b->rank;
}

/* The rank with which a box's ties are shortest. */
static int
middle_wish (Wish *wishes,
             int   n)
{
  double sum = 0, half = 0;
  int i = 0;

  qsort (wishes, (gsize) n, sizeof (Wish), compare_wishes);
  for (int k = 0; k < n; k++)
    half += wishes[k].weight / 2;
  while (i < n - 1 && (sum += wishes[i].weight) < half)
    i++;
  return wishes[i].rank;
}

/* Moves a box to where its ties are shortest, between those who lead it and whom it leads. */
static void
settle (Ranking *ranking,
        int      box,
        Wish    *wishes)
{
  const NkPlan *plan = ranking->plan;
  int low = -plan->n_boxes, high = plan->n_boxes, n = 0;

  for (int i = plan->first_link[box]; i < plan->first_link[box + 1]; i++)
    {
      const NkLink *link = &plan->links[plan->links_of[i]];
      int other = nk_link_other (link, box);
      int down = descent (ranking, link, box);

      if (down > 0)
        high = MIN (high, ranking->rank[other] - 1);
      else if (down < 0)
        low = MAX (low, ranking->rank[other] + 1);
      else if (link->lead == 0)
        down = ranking->distance[other] - ranking->distance[box];
      wishes[n++] = (Wish) { ranking->rank[other] - down, link->weight };
    }
  ranking->rank[box] = CLAMP (middle_wish (wishes, n), low, MAX (low, high));
}

/* Ranks a piece: below all who lead him, and then nearer to those to whom he is tied. */
static void
rank_piece (Ranking *ranking,
            Wish    *wishes)
{
  const NkPlan *plan = ranking->plan;
  g_autofree int *boxes = g_new (int, ranking->n);

  find_turns (ranking);
  for (int i = 0; i < ranking->n; i++)
    {
      boxes[ranking->turn[ranking->boxes[i]]] = ranking->boxes[i];
      ranking->rank[ranking->boxes[i]] = ranking->distance[ranking->boxes[i]];
    }
  for (int i = 0; i < ranking->n; i++)
    for (int k = plan->first_link[boxes[i]]; k < plan->first_link[boxes[i] + 1]; k++)
      {
        const NkLink *link = &plan->links[plan->links_of[k]];
        int other = nk_link_other (link, boxes[i]);

        if (descent (ranking, link, boxes[i]) > 0)
          ranking->rank[other] = MAX (ranking->rank[other], ranking->rank[boxes[i]] + 1);
      }
  for (int round = 0; round < ROUNDS; round++)
    for (int i = 0; i < ranking->n; i++)
      settle (ranking, boxes[round % 2 == 0 ? ranking->n - 1 - i : i], wishes);
}

static int
compare_ints (const void *left,
              const void *right)
{
  return *(const int *) left - *(const int *) right;
}

/* Numbers the ranks of a piece from 0 on, without gaps. */
static void
number_ranks (const Ranking *ranking)
{
  g_autofree int *ranks = g_new (int, ranking->n);
  int n = 0;

  for (int i = 0; i < ranking->n; i++)
    ranks[i] = ranking->rank[ranking->boxes[i]];
  qsort (ranks, (gsize) ranking->n, sizeof (int), compare_ints);
  for (int i = 0; i < ranking->n; i++)
    if (n == 0 || ranks[i] != ranks[n - 1])
      ranks[n++] = ranks[i];
  for (int i = 0; i < ranking->n; i++)
    {
      int *rank = &ranking->rank[ranking->boxes[i]];

      *rank = (int) ((int *) bsearch (rank, ranks, (gsize) n, sizeof (int), compare_ints) - ranks);
    }
}

void
nk_ranks_find (const NkPlan *plan,
               int          *rank)
{
  g_autoptr (NkPieces) pieces = nk_pieces_new (plan);
  g_autofree int *distance = g_new (int, plan->n_boxes);
  g_autofree int *turn = g_new (int, plan->n_boxes);
  g_autofree int *reached = g_new (int, plan->n_boxes);
  g_autofree double *out = g_new (double, plan->n_boxes);
  g_autofree double *in = g_new (double, plan->n_boxes);
  g_autofree Wish *wishes = g_new (Wish, plan->n_boxes);
  Ranking ranking = { .plan = plan, .rank = rank, .distance = distance, .turn = turn,
                      .out = out, .in = in };

  for (int i = 0; i < plan->n_boxes; i++)
    rank[i] = distance[i] = -1;
  for (int i = 0; i < pieces->n && nk_piece_size (pieces, i) > 1; i++)
    {
      int top = nk_piece (pieces, i)[0];

      ranking.boxes = nk_piece (pieces, i);
      ranking.n = nk_piece_size (pieces, i);
      for (int k = 1; k < ranking.n; k++)
        if (is_higher (plan, ranking.boxes[k], top))
          top = ranking.boxes[k];
      nk_reach (plan, top, distance, reached);
      rank_piece (&ranking, wishes);
      number_ranks (&ranking);
    }
}
