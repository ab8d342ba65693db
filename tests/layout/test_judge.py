"""The judge, on drawings of which everybody can say what it must find; and side by side with another
judge, where that is at hand.

Usage: test_judge.py OTHER
"""

import importlib.util
import itertools
import math
import pathlib
import sys
import unittest

import city
import judge

OTHER = pathlib.Path(sys.argv.pop())


def node(name, x, y, w=10, h=10, **members):
    return {'id': name, 'x': x, 'y': y, 'w': w, 'h': h, **members}


def ring(n):
    """Nodes on a circle, in general position."""
    return [node(i, 200 * math.cos(2 * math.pi * i / n + 0.1), 200 * math.sin(2 * math.pi * i / n + 0.1))
            for i in range(n)]


def row(n):
    return [node(i, 100 * i, 0) for i in range(n)]


class Known(unittest.TestCase):
    def check(self, nodes, edges, **measures):
        verdict = judge.judge(nodes, edges)
        for name, value in measures.items():
            if isinstance(value, float):
                self.assertAlmostEqual(verdict[name], value, msg=name)
            else:
                self.assertEqual(verdict[name], value, name)

    def test_crossings(self):
        for n in range(3, 9):
            edges = list(itertools.combinations(range(n), 2))
            self.check(ring(n), edges, edge_crossings=math.comb(n, 4), edge_node_overlaps=0)
        upper, lower = [node(i, 107 * i, 0) for i in range(3)], [node(i + 3, 100 * i, 200) for i in range(3)]
        edges = list(itertools.product(range(3), range(3, 6)))
        self.check(upper + lower, edges, edge_crossings=9)

    def test_boxes(self):
        self.check([node('a', 0, 0), node('b', 5, 5), node('c', 10, 0), node('d', 40, 0)], [],
                   node_overlaps=2, node_overlap_area=50.0, node_tight_pairs=3)
        self.check([node('a', 0, 0, 10, 10), node('b', 2, 0, 10, 10), node('c', 9, 0, 10, 10)], [],
                   worst_overlap=['a', 'b'])
        self.check([node('a', 0, 0), node('b', 90, 40)], [], aspect=2.0, ink=0.04, width=100.0, height=50.0,
                   fit_zoom=16.0)

    def test_lines(self):
        self.check(row(5), [(0, 4)], edge_node_overlaps=3, edge_length_mean=400.0)
        self.check(row(5), [(i, i + 1) for i in range(4)], edge_node_overlaps=0, edge_length_cv=0.0)
        self.check(row(5), [(0, 4, [[0, 0], [0, 50], [400, 50], [400, 0]])], edge_node_overlaps=0,
                   edge_length_max=500.0)
        self.check(row(5), [(0, 2), (1, 3)], edge_crossings=0, edge_collinear=1)
        self.check(row(5), [(0, 2), (0, 3)], edge_collinear=1)
        self.check(row(3), [(0, 0), (0, 1), (1, 0)], self_loops=1, multi_edges=1, edge_length_max=100.0)

    def test_stress(self):
        self.check(row(5), [(i, i + 1) for i in range(4)], stress=0.0)
        self.check(row(3), [(0, 1), (1, 2), (0, 2)], stress=1 / 9)
        self.check(row(3), [], stress=None)

    def test_bands(self):
        bands = [node('a', 0, 0, band=0), node('b', 50, 0, band=0), node('c', 0, 50, band=1),
                 node('d', 0, 100, band=2)]
        self.check(bands, [], bands=3, band_inversions=0, band_misplaced=0, band_gap_min=40.0)
        bands[1]['y'] = 120
        self.check(bands, [], band_inversions=2, band_misplaced=1, band_gap_min=-80.0)

    def test_clusters(self):
        self.check([node('a', 0, 0, cluster='5'), node('b', 100, 100, cluster='5'),
                    node('c', 50, 50, cluster='6'), node('d', 300, 0, cluster='6'), node('e', 80, 80)], [],
                   clusters=2, cluster_box_overlaps=1, cluster_intruders=2)

    def test_pins(self):
        self.check([node('a', 3, 4, pinned_x=0, pinned_y=0), node('b', 1, 1, pinned_x=1, pinned_y=1)], [],
                   pins=2, pins_moved=1, pin_max=5.0, pin_mean=2.5)

    def test_nothing(self):
        self.check([], [], pins=0, edge_crossings=0, fit_zoom=None, stress=None, worst_overlap=None)

    def test_order(self):
        before = {i: (at['x'], at['y']) for i, at in enumerate(ring(12))}
        self.assertEqual(judge.order_kept(before, before), 1)
        mirrored = {i: (-x, y) for i, (x, y) in before.items()}
        self.assertEqual(judge.order_kept(before, mirrored), 0.5)


def drawing(number):
    """Nodes here and there, in a grid or not, with straight and bent edges."""
    numbers = city.Numbers(number)

    def point():
        if numbers.below(2):
            return 10 * numbers.below(40), 10 * numbers.below(30)
        return numbers.between(0, 400), numbers.between(0, 300)

    nodes = [node(f'n{i}', *point(), numbers.choice((20, 40, numbers.between(1, 80))), 20,
                  band=numbers.choice((None, 0, 1, 2)), cluster=numbers.choice((None, '1', '2')))
             for i in range(1 + numbers.below(30))]
    for one in nodes[::3]:
        one.update(pinned_x=one['x'] + numbers.below(2), pinned_y=one['y'])
    edges = [(numbers.choice(nodes)['id'], numbers.choice(nodes)['id'],
              [point() for _ in range(numbers.choice((0, 0, 2, 5)))]) for _ in range(numbers.below(60))]
    return nodes, edges


@unittest.skipUnless(OTHER.exists(), 'The other judge is not at hand.')
class SideBySide(unittest.TestCase):
    def test_agree(self):
        spec = importlib.util.spec_from_file_location('other', OTHER)
        other = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(other)
        for number in range(100):
            with self.subTest(number=number):
                nodes, edges = drawing(number)
                theirs = other.measure([{'pinned_x': None, 'pinned_y': None, **one} for one in nodes], edges)
                for name, value in judge.judge(nodes, edges).items():
                    if name == 'worst_overlap':
                        self.assertEqual(value, theirs[name] and list(theirs[name]))
                    elif value is None:
                        self.assertIsNone(theirs[name], name)
                    else:
                        self.assertAlmostEqual(value, theirs[name], places=6, msg=name)


if __name__ == '__main__':
    unittest.main()
