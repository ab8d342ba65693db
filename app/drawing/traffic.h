/* Traffic: the lines that ties take so far, for counting what another line would cross. */
#pragma once

#include "drawing/stands.h"

G_BEGIN_DECLS

typedef struct _NkTraffic NkTraffic;

/* For `n_lines` lines among these bodies, all still empty. */
NkTraffic *nk_traffic_new   (guint            n_lines,
                             NkStands        *stands);
void       nk_traffic_free  (NkTraffic       *traffic);

/* Gives a line its points, instead of those that it had; `from` and `to` are the bodies at its
 * ends. */
void       nk_traffic_set   (NkTraffic       *traffic,
                             guint            line,
                             const NkPoint   *points,
                             guint            n,
                             const NkBody    *from,
                             const NkBody    *to);

/* How often the line from a to b is crossed. Lines that end at `from` or `to` (NULL: none) do not
 * count: they meet it anyway. O(lines near it). */
guint      nk_traffic_crossings (NkTraffic       *traffic,
                                 NkPoint          a,
                                 NkPoint          b,
                                 const NkBody    *from,
                                 const NkBody    *to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkTraffic, nk_traffic_free)

G_END_DECLS
