#include "layout/reach.h"

int
nk_reach (const NkPlan *plan,
          int           start,
          int          *distance,
          int          *order)
{
  int n = 0;

  order[n++] = start;
  distance[start] = 0;
  for (int at = 0; at < n; at++)
    for (int i = plan->first_link[order[at]]; i < plan->first_link[order[at] + 1]; i++)
      {
        int other = nk_link_other (&plan->links[plan->links_of[i]], order[at]);

        if (distance[other] >= 0)
          continue;
        distance[other] = distance[order[at]] + 1;
        order[n++] = other;
      }
  return n;
}

double
nk_bond (const NkPlan *plan,
         int           box)
{
  double sum = 0;

  for (int i = plan->first_link[box]; i < plan->first_link[box + 1]; i++)
    sum += plan->links[plan->links_of[i]].weight;
  return sum;
}
