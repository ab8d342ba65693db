"""Whether pins leave room for a drawing that keeps to bands and districts.

The answer is a witness, such a drawing itself, that the judge has looked at: so nobody has to believe a
theory about pins. Two are tried: the drawing that the pins were taken from, and a very plain one. If
neither is good, nothing is claimed, though a cleverer one might exist.
"""

import itertools
import math

import judge

FAR = 50000             # beyond everything pinned


def keeps_rules(nodes):
    verdict = judge.judge_places(nodes)
    return not any(verdict[rule] for rule in ('node_overlaps', 'band_misplaced', 'cluster_box_overlaps',
                                              'cluster_intruders'))


def is_pinned(node):
    return node.get('pinned_x') is not None


def stand(node, left, top):
    node.update(x=left + node['w'] / 2, y=top + node['h'] / 2)
    return left + node['w'] + 1


def stack_below(pinned, free):
    """Puts the free ones of a district one below the other under its pinned ones."""
    left, _, right, bottom = judge.hull([judge.box_of(node) for node in pinned])
    for node in free:
        stand(node, (left + right - node['w']) / 2, bottom + 1)
        bottom += 1 + node['h']


def plain(nodes):
    """Everybody free far to the right of the pins, in one row for each band; but who is in a district
    with pins stands below these."""
    nodes = [dict(node) for node in nodes]
    for node in filter(is_pinned, nodes):
        node.update(x=node['pinned_x'], y=node['pinned_y'])
    left, top = FAR, -FAR
    bands = sorted({node['band'] for node in nodes if node['band'] is not None})
    for band in [*bands, None]:
        members = [node for node in nodes if node['band'] == band]
        row = []
        for cluster, group in itertools.groupby(sorted(members, key=lambda node: node.get('cluster') or ''),
                                                key=lambda node: node.get('cluster')):
            group = list(group)
            pinned = [node for node in group if is_pinned(node)]
            free = [node for node in group if not is_pinned(node)]
            if cluster is not None and pinned:
                stack_below(pinned, free)
            else:
                row += free
        for node in row:
            left = stand(node, left, top)
        if band is not None:
            top = max([top, *(judge.box_of(node)[3] for node in members)]) + 1
    return nodes


def at_home(nodes, former):
    """The drawing that the pins were taken from, with the pinned at their pins."""
    return [dict(node, x=node['pinned_x'], y=node['pinned_y']) if is_pinned(node)
            else dict(node, x=former[node['id']][0], y=former[node['id']][1]) for node in nodes]


def pins_allow(nodes, former=None):
    """True if there is a witness. `former` is where everybody stood before some were pinned."""
    assert all(math.isfinite(node['w'] * node['h']) for node in nodes)
    return former is not None and keeps_rules(at_home(nodes, former)) or keeps_rules(plain(nodes))
