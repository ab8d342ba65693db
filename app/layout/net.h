/* What is near: a net of square cells over the drawing, and in each cell, as bits, which lines or
 * which boxes lie in it. */
#pragma once

#include "layout/plan.h"

typedef struct
{
  double x0, y0, x1, y1;
} NkLine;

typedef struct
{
  double left, right, top, bottom;
} NkExtent;

typedef struct _NkNet NkNet;

/* Empty cells over this part of the plane, for things that are numbered 0 to n - 1. What lies
 * outside is in the cells at the edge. */
NkNet   *nk_net_new       (NkExtent all,
                           int      n);
void     nk_net_free      (NkNet       *net);

/* Puts a thing into the cells that a line or a rectangle touches, or takes it out of them; the
 * same is to be said again to take it out. */
void     nk_net_put_line  (NkNet        *net,
                           int           thing,
                           const NkLine *line,
                           gboolean      in);
void     nk_net_put_box   (NkNet          *net,
                           int             thing,
                           const NkExtent *extent,
                           gboolean        in);

/* Lists, in their order, the things in the cells that a line or a rectangle touches; `near` is room
 * for n. Returns how many. */
int      nk_net_near_line (NkNet        *net,
                           const NkLine *line,
                           int          *near);
int      nk_net_near_box  (NkNet          *net,
                           const NkExtent *extent,
                           int            *near);

/* What has been looked at in all lists up to now. */
gint64   nk_net_work      (const NkNet *net);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkNet, nk_net_free)
