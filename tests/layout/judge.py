#!/usr/bin/env python3
"""How good a drawing is, by the definitions alone: no cleverness, no sampling, no trust in the program.

    judge.py DRAWING        prints the measures as JSON

A drawing is {"nodes": [{"id", "x", "y", "w", "h", "band", "cluster", "pinned_x", "pinned_y"}, …],
"edges": [[from, to], [from, to, [[x, y], …]], …]}: x and y are centres, y goes down, bands count from
the top. Band, cluster, pin and the line of an edge may be missing; without a line it is drawn straight
from centre to centre. The program's own report (app/drawing/quality.h) has the same measures.
"""

import itertools
import json
import math
import pathlib
import sys

TOUCH = 0.01            # less than this is touching, not overlapping
TIGHT = 4               # boxes nearer than this are tight
SCREEN = 1600, 1000


def box_of(node):
    """Left, top, right, bottom."""
    return (node['x'] - node['w'] / 2, node['y'] - node['h'] / 2,
            node['x'] + node['w'] / 2, node['y'] + node['h'] / 2)


def shared(a, b):
    """Width and height of what two boxes have in common; negative where there is a gap."""
    return min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])


def meet(a, b, gap=0.0):
    return min(shared(a, b)) > TOUCH - gap


def hull(boxes):
    lefts, tops, rights, bottoms = zip(*boxes)
    return min(lefts), min(tops), max(rights), max(bottoms)


# Boxes

def judge_overlaps(nodes):
    """The worst are two ids, the one farther left first."""
    boxes = sorted(((box_of(node), node['id']) for node in nodes), key=lambda pair: pair[0][0])
    pairs = list(itertools.combinations(boxes, 2))
    over = [(math.prod(shared(a, b)), [name, other]) for (a, name), (b, other) in pairs if meet(a, b)]
    worst = max(over, key=lambda pair: pair[0], default=(0, None))[1]
    return {'node_overlaps': len(over), 'node_overlap_area': sum(area for area, _ in over),
            'node_tight_pairs': sum(meet(a, b, TIGHT) for (a, _), (b, _) in pairs),
            'worst_overlap': worst}


def judge_size(nodes):
    if not nodes:
        return dict.fromkeys(('width', 'height', 'aspect', 'ink', 'fit_zoom'))
    left, top, right, bottom = hull([box_of(node) for node in nodes])
    width, height = right - left, bottom - top
    return {'width': width, 'height': height, 'aspect': width / height,
            'ink': sum(node['w'] * node['h'] for node in nodes) / (width * height),
            'fit_zoom': min(SCREEN[0] / width, SCREEN[1] / height)}


def judge_pins(nodes):
    moved = [math.dist((node['x'], node['y']), (node['pinned_x'], node['pinned_y']))
             for node in nodes if node.get('pinned_x') is not None]
    return {'pins': len(moved), 'pins_moved': sum(distance > 1e-9 for distance in moved),
            'pin_max': max(moved, default=0), 'pin_mean': sum(moved) / max(len(moved), 1)}


# Lines

def side(a, b, point):
    """On which side of the line from a to b a point lies: more or less than 0, or 0 on it."""
    return (b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0])


def meeting(p, q, r, s):
    """'cross' if two pieces of line meet in one point, 'along' if one runs on the other, else None."""
    if (max(p[0], q[0]) < min(r[0], s[0]) or max(r[0], s[0]) < min(p[0], q[0])
            or max(p[1], q[1]) < min(r[1], s[1]) or max(r[1], s[1]) < min(p[1], q[1])):
        return None
    least = 1e-9 * (math.dist(p, q) * math.dist(r, s) + 1e-12)
    sides = [0 if abs(turn) <= least else math.copysign(1, turn)
             for turn in (side(r, s, p), side(r, s, q), side(p, q, r), side(p, q, s))]
    if sides == [0, 0, 0, 0]:
        axis = 0 if abs(p[0] - q[0]) >= abs(p[1] - q[1]) else 1
        both = min(max(p[axis], q[axis]), max(r[axis], s[axis])) \
            - max(min(p[axis], q[axis]), min(r[axis], s[axis]))
        return 'along' if both > TOUCH else None
    return 'cross' if sides[0] * sides[1] <= 0 and sides[2] * sides[3] <= 0 else None


def runs_through(p, q, box):
    """True if a piece of line goes through the inside of a box: a part of it is right of the left edge,
    left of the right one, below the top and above the bottom."""
    first, last = 0.0, 1.0
    for axis in (0, 1):
        low, high = box[axis] + TOUCH, box[axis + 2] - TOUCH
        step = q[axis] - p[axis]
        if step == 0:
            if not low < p[axis] < high:
                return False
        else:
            enters, leaves = sorted(((low - p[axis]) / step, (high - p[axis]) / step))
            first, last = max(first, enters), min(last, leaves)
    return first < last


class Line:
    """An edge as it is drawn, in pieces."""

    def __init__(self, edge, at):
        self.ends = {edge[0], edge[1]}
        points = edge[2] if len(edge) > 2 and edge[2] and len(edge[2]) > 1 else [at[edge[0]], at[edge[1]]]
        points = [tuple(point) for point in points]
        self.pieces = [(p, q, hull((p + p, q + q))) for p, q in zip(points, points[1:])]
        self.outline = hull([point + point for point in points])
        self.length = sum(math.dist(p, q) for p, q, _ in self.pieces)

    def pieces_in(self, box):
        """The pieces whose outline touches a box."""
        left, top, right, bottom = box
        return [(p, q) for p, q, (west, north, east, south) in self.pieces
                if east >= left and west <= right and south >= top and north <= bottom]


def judge_meetings(lines):
    crossings = collinear = 0
    for a, b in itertools.combinations(lines, 2):
        if min(shared(a.outline, b.outline)) < 0:
            continue
        found = [meeting(*one, *other) for one in a.pieces_in(b.outline) for other in b.pieces_in(a.outline)]
        crossings += 0 if a.ends & b.ends else found.count('cross')
        collinear += 'along' in found
    return {'edge_crossings': crossings, 'edge_collinear': collinear}


def judge_lengths(lines):
    lengths = [line.length for line in lines]
    mean = sum(lengths) / max(len(lengths), 1)
    spread = math.sqrt(sum((length - mean) ** 2 for length in lengths) / len(lengths)) if lengths else 0
    return {'edge_length_mean': mean, 'edge_length_max': max(lengths, default=0),
            'edge_length_cv': spread / mean if mean else 0}


def judge_edges(nodes, edges):
    at = {node['id']: (node['x'], node['y']) for node in nodes}
    lines = [Line(edge, at) for edge in edges if edge[0] != edge[1]]
    boxes = [(node['id'], box_of(node)) for node in nodes]
    through = sum(name not in line.ends and min(shared(line.outline, box)) >= 0
                  and any(runs_through(*piece, box) for piece in line.pieces_in(box))
                  for line in lines for name, box in boxes)
    return {'self_loops': len(edges) - len(lines),
            'multi_edges': len(edges) - len({frozenset(edge[:2]) for edge in edges}),
            'edge_node_overlaps': through, **judge_meetings(lines), **judge_lengths(lines)}


def distances(start, neighbours):
    """How many edges away everybody is who can be reached."""
    away = {start: 0}
    queue = [start]
    for here in queue:
        for there in neighbours[here]:
            if there not in away:
                away[there] = away[here] + 1
                queue.append(there)
    return away


def judge_stress(nodes, edges):
    """The mean of ((scale × distance on paper − edges between) / edges between)², at the best scale."""
    at = {node['id']: (node['x'], node['y']) for node in nodes}
    neighbours = {name: [] for name in at}
    for a, b, *_ in edges:
        neighbours[a].append(b)
        neighbours[b].append(a)
    ratios = [math.dist(at[start], at[end]) / edges_between for start in at
              for end, edges_between in distances(start, neighbours).items() if end != start]
    if not any(ratios):
        return {'stress': None}
    scale = sum(ratios) / sum(ratio ** 2 for ratio in ratios)
    return {'stress': sum((scale * ratio - 1) ** 2 for ratio in ratios) / len(ratios)}


# Bands and clusters

def misplaced(upper, lower):
    """The fewest boxes to take away so that a straight line lies between the others."""
    heights = [box[3] for box in upper] + [box[1] for box in lower] + [-math.inf]
    return min(sum(box[3] > height + TOUCH for box in upper) + sum(box[1] < height - TOUCH for box in lower)
               for height in heights)


def by_member(nodes, member):
    found = {}
    for node in nodes:
        if node.get(member) is not None:
            found.setdefault(node[member], []).append(node)
    return [found[key] for key in sorted(found)]


def judge_bands(nodes):
    bands = by_member(nodes, 'band')
    inversions = sum(above['y'] >= below['y'] for upper, lower in itertools.combinations(bands, 2)
                     for above in upper for below in lower)
    bands = [[box_of(node) for node in band] for band in bands]
    neighbours = list(zip(bands, bands[1:]))
    return {'bands': len(bands), 'band_inversions': inversions,
            'band_misplaced': sum(misplaced(*pair) for pair in neighbours),
            'band_gap_min': min((hull(lower)[1] - hull(upper)[3] for upper, lower in neighbours),
                                default=None)}


def judge_clusters(nodes):
    clusters = by_member(nodes, 'cluster')
    hulls = [hull([box_of(node) for node in cluster]) for cluster in clusters]
    return {'clusters': len(clusters),
            'cluster_box_overlaps': sum(meet(a, b) for a, b in itertools.combinations(hulls, 2)),
            'cluster_intruders': sum(meet(box_of(node), outline) for node in nodes
                                     for cluster, outline in zip(clusters, hulls)
                                     if node.get('cluster') != cluster[0]['cluster'])}


# All of it

def judge_places(nodes):
    """What does not depend on edges. Of drawings in which every number is finite."""
    return {'nodes': len(nodes), **judge_overlaps(nodes), **judge_bands(nodes), **judge_clusters(nodes),
            **judge_pins(nodes), **judge_size(nodes)}


def judge(nodes, edges):
    return {'edges': len(edges), **judge_places(nodes), **judge_edges(nodes, edges),
            **judge_stress(nodes, edges)}


def order_kept(before, after):
    """The part of all that was left or right of, above or below another, and still is."""
    kept = of = 0
    for one, other in itertools.combinations([name for name in before if name in after], 2):
        for axis in (0, 1):
            was = before[one][axis] - before[other][axis]
            if abs(was) > TOUCH:
                of += 1
                kept += was * (after[one][axis] - after[other][axis]) > 0
    return kept / of if of else 1


def main():
    drawing = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding='utf-8'))
    print(json.dumps(judge(drawing['nodes'], drawing['edges']), ensure_ascii=False))


if __name__ == '__main__':
    main()
