"""Holds every layout method to the rules that all keep, and each to its own, over made-up maps.

Usage: test_methods.py WORKER
"""

import json
import math
import os
import pathlib
import subprocess
import sys
import unittest

import generate

WORKER = pathlib.Path(sys.argv.pop())
METHODS = ('levels', 'free', 'grid', 'tidy', 'circle', 'radial', 'hierarchy')
EPSILON = 0.02      # positions are rounded to 0.01
SIZES = (1, 2, 10, 40, 150)
FORMS = ('none', 'star', 'chain', 'clustered')
SHARES = (0, 0.25, 0.8)


def ties(form, n):
    if form == 'star':
        return [(0, i, 1) for i in range(1, n)]
    if form == 'chain':
        return [(i, i + 1, 1) for i in range(n - 1)]
    if form == 'clustered':
        pairs = [(i, i // 8 * 8 + k) for i in range(n) for k in range(i % 8) if (i + k) % 3]
        return [(a, b, 1) for a, b in pairs] + [(i, i - 8, 2) for i in range(8, n, 8)]
    return []


def make_job(form, n, share=0, **members):
    numbers = generate.Numbers(n)
    actors = generate.make_actors(numbers, n, 4)
    for i, entry in enumerate(actors):
        entry['order'] = n - i - 1
    generate.pin_anywhere(actors, n, share)
    return {**generate.job(actors, ties(form, n)), **members}


def lay_out(job, **environment):
    """The bytes of the answer, and its positions."""
    result = subprocess.run([WORKER], input=json.dumps(job).encode(), capture_output=True,
                            timeout=300, env={**os.environ, **environment})
    if result.returncode != 0:
        raise AssertionError(f'exit {result.returncode}: {result.stderr.decode()}')
    return result.stdout, json.loads(result.stdout)['positions']


def overlap(a, at, b, there, gap=EPSILON):
    return (abs(at[0] - there[0]) < (a['width'] + b['width']) / 2 - gap
            and abs(at[1] - there[1]) < (a['height'] + b['height']) / 2 - gap)


class AllMethods(unittest.TestCase):
    def check(self, job, positions):
        actors = job['actors']
        self.assertEqual(len(positions), len(actors))
        for i, (entry, at) in enumerate(zip(actors, positions)):
            self.assertTrue(all(math.isfinite(value) for value in at))
            if entry['fixed']:
                self.assertEqual(at, [entry['x'], entry['y']], f'actor {i} is fixed')
            for k in range(i):
                if not (entry['fixed'] and actors[k]['fixed']):
                    self.assertFalse(overlap(entry, at, actors[k], positions[k]),
                                     f'actors {k} and {i} overlap')

    def test_rules(self):
        """Nothing on top of anything, nothing fixed moves, all is finite, twice the same."""
        for method in METHODS:
            for form in FORMS:
                for n in SIZES:
                    for share in SHARES:
                        with self.subTest(method=method, form=form, n=n, share=share):
                            job = make_job(form, n, share, method=method)
                            answer, positions = lay_out(job, LC_ALL='C')
                            self.check(job, positions)
                            self.assertEqual(lay_out(job, LC_ALL='de_DE.UTF-8')[0], answer)

    def test_meets_pins(self):
        """What is fixed as a layout has put it, only elsewhere, takes the others with it."""
        for method in ('hierarchy', 'radial', 'circle', 'grid'):
            for n in (40, 150):
                with self.subTest(method=method, n=n):
                    job = make_job('clustered', n, method=method, around=1)
                    _, at = lay_out(job)
                    for i, (x, y) in enumerate(at):
                        if i % 4 == 0:
                            generate.place(job['actors'][i], x + 5000, y - 3000)
                    _, moved = lay_out(job)
                    for (x, y), there in zip(at, moved):
                        self.assertLess(math.dist((x + 5000, y - 3000), there), 1)

    def test_edges(self):
        """Nobody at all, all fixed on one spot, a point beside a poster, the end of the world."""
        for method in METHODS:
            with self.subTest(method=method):
                self.assertEqual(lay_out(generate.job([], [], method=method))[1], [])
                job = make_job('star', 6, method=method)
                for entry in job['actors']:
                    generate.place(entry, 1 / 3, -1e6)
                self.assertEqual(lay_out(job)[1], [[1 / 3, -1e6]] * 6)
                job['actors'][2].update(fixed=False)
                self.check(job, lay_out(job)[1])
                job['actors'][3].update(fixed=False, placed=False)
                self.check(job, lay_out(job)[1])
                sizes = ((1, 1), (5000, 5000), (5000, 1), (1, 5000), (80, 22))
                actors = [generate.actor(*size, band) for band in (0, 1) for size in sizes]
                job = generate.job(actors, ties('star', 10), method=method)
                self.check(job, lay_out(job)[1])


class Free(unittest.TestCase):
    def ring(self, start, n):
        return [(start + i, start + (i + 1) % n, 1) for i in range(n)]

    def extent(self, job, positions, members):
        edges = [(x - a['width'] / 2, y - a['height'] / 2, x + a['width'] / 2, y + a['height'] / 2)
                 for a, (x, y) in ((job['actors'][i], positions[i]) for i in members)]
        return [min(e[0] for e in edges), min(e[1] for e in edges),
                max(e[2] for e in edges), max(e[3] for e in edges)]

    def test_fills_page(self):
        """A long chain of groups lies along the longer side of the page."""
        actors = [generate.actor(80, 22, -1) for _ in range(60)]
        chain = [(i, i + k, 1) for i in range(60) for k in (1, 2, 3) if i + k < 60]
        for aspect in (0.5, 1, 2):
            with self.subTest(aspect=aspect):
                job = generate.job(actors, chain, method='free', aspect=aspect)
                left, top, right, bottom = self.extent(job, lay_out(job)[1], range(60))
                self.assertLess(abs(math.log((right - left) / (bottom - top) / aspect)), 0.7)

    def test_pieces(self):
        """Who is not tied to each other stands apart, in little room; who has no ties, in rows."""
        pairs = self.ring(0, 30) + self.ring(30, 8) + self.ring(38, 8) + [(46, 47, 1)]
        job = generate.job([generate.actor(80, 22, -1) for _ in range(70)], pairs, method='free')
        _, at = lay_out(job)
        pieces = [range(30), range(30, 38), range(38, 46), range(46, 48)]
        extents = [self.extent(job, at, piece) for piece in pieces]
        for i, a in enumerate(extents):
            for b in extents[:i]:
                self.assertTrue(a[2] < b[0] or b[2] < a[0] or a[3] < b[1] or b[3] < a[1])
        self.assertEqual(at[46][1], at[47][1])
        rows = {y for _, y in at[48:]}
        self.assertLessEqual(len(rows), 6)
        self.assertGreater(min(rows), max(e[3] for e in extents))

    def test_keeps_sides(self):
        """Who was far left of another is not brought to his right without need."""
        job = generate.job([generate.actor(80, 22, -1) for _ in range(24)], self.ring(0, 24),
                           method='free')
        for i, (x, y) in enumerate(lay_out(job)[1]):
            generate.place(job['actors'][i], y + 3, -x, fixed=False)
        _, at = lay_out(job)
        left = [job['actors'][i]['x'] for i in range(24)]
        self.assertLess(at[left.index(min(left))][0], at[left.index(max(left))][0])


class Untied(unittest.TestCase):
    def test_fill_the_page(self):
        """Who has no ties stands so below the others that all together have about the wanted form."""
        for method in ('free', 'radial', 'hierarchy'):
            for tied, n in ((12, 70), (8, 40), (0, 50)):
                with self.subTest(method=method, tied=tied, n=n):
                    actors = [generate.actor(230 if i == n - 1 else 80, 22, -1) for i in range(n)]
                    pairs = [(i, i + 1, 1) for i in range(0, tied, 2)]
                    job = generate.job(actors, pairs, method=method)
                    _, at = lay_out(job)
                    width, height = (max(p[d] + a[k] / 2 for p, a in zip(at, actors))
                                     - min(p[d] - a[k] / 2 for p, a in zip(at, actors))
                                     for d, k in ((0, 'width'), (1, 'height')))
                    self.assertLess(abs(math.log(width / height / job['aspect'])), 0.5)


class Grid(unittest.TestCase):
    def test_aligned(self):
        """Few heights and few widths; bands and districts from top to bottom, in them by name."""
        for n in SIZES:
            with self.subTest(n=n):
                job = make_job('none', n, method='grid')
                _, positions = lay_out(job)
                rows = {y for _, y in positions}
                columns = {x for x, _ in positions}
                self.assertLessEqual(len(columns) * (len(rows) - 7), n)
                reading = sorted(range(n), key=lambda i: (positions[i][1], positions[i][0]))
                wanted = sorted(range(n), key=lambda i: (job['actors'][i]['band'] % 100,
                                                        job['actors'][i]['district'] % 100, -i))
                self.assertEqual(reading, wanted)


class Circle(unittest.TestCase):
    def test_ring(self):
        """All as far from the middle, and the members of a band and district side by side."""
        for n in (10, 40, 60):
            with self.subTest(n=n):
                job = make_job('clustered', n, method='circle')
                _, positions = lay_out(job)
                self.assertLess(max(math.hypot(*at) for at in positions)
                                - min(math.hypot(*at) for at in positions), EPSILON)
                around = sorted(range(n), key=lambda i: math.atan2(*positions[i]))
                zones = [(job['actors'][i]['band'], job['actors'][i]['district']) for i in around]
                changes = sum(zones[k] != zones[k - 1] for k in range(n))
                self.assertEqual(changes, len(set(zones)))

    def test_rings(self):
        """Many actors stand on a few rings, or the names would be small."""
        for n, rings in ((100, 2), (300, 3)):
            with self.subTest(n=n):
                _, positions = lay_out(make_job('clustered', n, method='circle'))
                radii = sorted(math.hypot(*at) for at in positions)
                self.assertEqual(sum(b - a > 1 for a, b in zip(radii, radii[1:])), rings - 1)
                self.assertLess(radii[-1], 7 * n)

    def test_crossings(self):
        """A ring of actors who know their neighbours is drawn as one, however they are named."""
        actors = [generate.actor(80, 22, -1) for _ in range(12)]
        for i, entry in enumerate(actors):
            entry['order'] = i * 5 % 12
        pairs = [(i, (i + 1) % 12, 1) for i in range(12)]
        _, at = lay_out(generate.job(actors, pairs, method='circle'))
        around = sorted(range(12), key=lambda i: math.atan2(*at[i]))
        self.assertEqual({(around[k] - around[k - 1]) % 12 for k in range(12)} - {1, 11}, set())


    def test_frames(self):
        """On one ring the frames of districts, with their names on top, do not touch."""
        for n, districts in ((24, 6), (40, 8), (60, 10)):
            with self.subTest(n=n, districts=districts):
                numbers = generate.Numbers(n)
                actors = [generate.actor(numbers.between(40, 115), 22, 0, i % districts) for i in range(n)]
                job = generate.job(actors, ties('chain', n), method='circle')
                _, at = lay_out(job)
                frames = []
                for district in range(districts):
                    edges = [(x - a['width'] / 2, y - a['height'] / 2, x + a['width'] / 2, y + a['height'] / 2)
                             for a, (x, y) in zip(actors, at) if a['district'] == district]
                    left, top = (min(e[d] for e in edges) - job['zone-padding'] for d in (0, 1))
                    right, bottom = (max(e[d] for e in edges) + job['zone-padding'] for d in (2, 3))
                    frames.append((left, top - job['zone-header'], right, bottom))
                for i, a in enumerate(frames):
                    for b in frames[:i]:
                        self.assertTrue(a[2] < b[0] or b[2] < a[0] or a[3] < b[1] or b[3] < a[1], (a, b))


class Radial(unittest.TestCase):
    def distances(self, n, pairs, start):
        distance = {start: 0}
        queue = [start]
        for box in queue:
            for a, b, _ in pairs:
                for here, there in ((a, b), (b, a)):
                    if here == box and there not in distance:
                        distance[there] = distance[box] + 1
                        queue.append(there)
        return distance

    def test_rings(self):
        """As many ties away, as far away; more ties, farther; who is not tied is below."""
        for form in FORMS:
            for n in SIZES:
                with self.subTest(form=form, n=n):
                    _, at = lay_out(make_job(form, n, method='radial', around=n // 2))
                    far = [math.dist(place, at[n // 2]) for place in at]
                    distance = self.distances(n, ties(form, n), n // 2)
                    rings = [[far[i] for i in range(n) if distance.get(i) == d]
                             for d in range(max(distance.values()) + 1)]
                    for ring in rings:
                        self.assertLess(max(ring) - min(ring), EPSILON)
                    for inner, outer in zip(rings, rings[1:]):
                        self.assertLess(max(inner) + 20, min(outer))
                    for i in set(range(n)) - set(distance):
                        self.assertGreater(at[i][1], at[n // 2][1] + max(rings[-1]))

    def test_most_tied(self):
        """If nobody is named the actor with the most ties is in the middle."""
        actors = [generate.actor(80, 22, -1) for _ in range(9)]
        _, at = lay_out(generate.job(actors, [(i, 4, 1) for i in range(9) if i != 4],
                                     method='radial'))
        far = {round(math.dist(place, at[4])) for i, place in enumerate(at) if i != 4}
        self.assertEqual(len(far), 1)

    def test_sectors(self):
        """In a tree no tie crosses another way: each stands behind the one it is tied to."""
        actors = [generate.actor(80, 22, -1) for _ in range(31)]
        tree = [(i, (i - 1) // 2, 1) for i in range(1, 31)]
        _, at = lay_out({**generate.job(actors, tree, method='radial'), 'around': 0})
        for ring in ((3, 7), (7, 15), (15, 31)):
            around = sorted(range(*ring), key=lambda i: math.atan2(at[i][1] - at[0][1],
                                                                   at[i][0] - at[0][0]))
            apart = sum((a - 1) // 2 != (b - 1) // 2 for a, b in zip(around, around[1:] + around[:1]))
            self.assertEqual(apart, len(around) // 2)

    def test_nobody(self):
        """An actor that is not there cannot be in the middle."""
        with self.assertRaisesRegex(AssertionError, 'The actor in the middle is not there.'):
            lay_out(make_job('star', 4, method='radial', around=4))


class Hierarchy(unittest.TestCase):
    def check_rows(self, job):
        """Straight rows one below the other."""
        _, at = lay_out(job)
        rows = sorted({y for _, y in at})
        edges = [(max(y + a['height'] / 2 for (_, y), a in zip(at, job['actors']) if y == row),
                  min(y - a['height'] / 2 for (_, y), a in zip(at, job['actors']) if y == row))
                 for row in rows]
        for upper, lower in zip(edges, edges[1:]):
            self.assertLess(upper[0], lower[1])
        return at

    def test_tree(self):
        """From the top downwards, without crossings: each below the one it is tied to."""
        actors = [generate.actor(80, 22, 0 if i == 0 else -1) for i in range(31)]
        tree = [(i, (i - 1) // 2, 1) for i in range(1, 31)]
        at = self.check_rows(generate.job(actors, tree, method='hierarchy', aspect=20))
        for below, above, _ in tree:
            self.assertLess(at[above][1], at[below][1])
        for row in ((1, 3), (3, 7), (7, 15), (15, 31)):
            beside = sorted(range(*row), key=lambda i: at[i][0])
            apart = sum((a - 1) // 2 != (b - 1) // 2 for a, b in zip(beside, beside[1:]))
            self.assertEqual(apart, len(beside) // 2 - 1)

    def test_rows(self):
        """Few and many, with dot and without."""
        for form in FORMS:
            for n in (*SIZES, 230):
                with self.subTest(form=form, n=n):
                    job = make_job(form, n, method='hierarchy')
                    at = self.check_rows(job)
                    width, height = (max(p[d] for p in at) - min(p[d] for p in at) for d in (0, 1))
                    if form in ('none', 'star') and n > 10:
                        self.assertLess(max(width / height, height / width), 4)

    def down(self, pairs, n, **members):
        """How many of the ties lead downwards."""
        at = self.check_rows({**make_job('none', n, method='hierarchy'), **members,
                              'ties': generate.job([], pairs)['ties']})
        return sum(at[a][1] < at[b][1] for a, b, *_ in pairs)

    def test_directed(self):
        """Ties that lead from one to the other lead downwards, whoever is in which band."""
        numbers = generate.Numbers(5)
        for n in (10, 40, 150, 230):
            with self.subTest(n=n):
                names = sorted(range(n), key=lambda i: numbers.unit())
                pairs = {(a, b) for a, b in ((numbers.below(n), numbers.below(n))
                                             for _ in range(2 * n)) if a < b}
                pairs = [(names[a], names[b], 1, True) for a, b in sorted(pairs)]
                self.assertEqual(self.down(pairs, n), len(pairs))

    def test_circle(self):
        """One of those that lead in a circle leads upwards, the weakest."""
        pairs = [(i, (i + 1) % 9, 3 if i != 4 else 1, True) for i in range(9)]
        self.assertEqual(self.down(pairs, 9), 8)
        self.assertEqual(self.down([pair for pair in pairs if pair[0] != 4], 9), 8)

    def test_both_ways(self):
        """Beside ties that lead, others count as little as they must."""
        pairs = [(i, i + 1, 1, True) for i in range(6)]
        others = [(i + 1, i, 3) for i in range(6)] + [(6, 0, 1)]
        job = make_job('none', 7, method='hierarchy', ties=generate.job([], pairs + others)['ties'])
        at = self.check_rows(job)
        self.assertEqual([at[a][1] < at[b][1] for a, b, *_ in pairs], [True] * 6)


class Tidy(unittest.TestCase):
    def placed(self, n, pins=()):
        """Rows and columns that are not quite straight, without overlaps."""
        job = make_job('clustered', n, method='tidy')
        numbers = generate.Numbers(n)
        for i, entry in enumerate(job['actors']):
            generate.place(entry, i % 10 * 140 + numbers.between(-4, 4),
                           i // 10 * 60 + numbers.between(-3, 3), fixed=i % 7 in pins)
        return job

    def turned(self, job, positions, least):
        """How many of the pairs at this distance have changed sides, and of how many."""
        before = [(entry['x'], entry['y']) for entry in job['actors']]
        n = len(before)
        pairs = [(before[i][d] - before[k][d], positions[i][d] - positions[k][d])
                 for i in range(n) for k in range(i) for d in (0, 1)]
        pairs = [pair for pair in pairs if abs(pair[0]) > least]
        return sum(a * b < 0 for a, b in pairs), len(pairs)

    def lines(self, values):
        """How many rows, or columns; in one they differ by less than can be seen."""
        values = sorted(values)
        return 1 + sum(b - a > 0.2 for a, b in zip(values, values[1:]))

    def used(self, number):
        """A map that people have worked on: shaken, some pinned, or some dragged onto others."""
        job = generate.free_job(number)
        numbers = generate.Numbers(number + 77)
        actors = job['actors']
        for entry, (x, y) in zip(actors, lay_out(job)[1]):
            generate.place(entry, round(x + numbers.between(-6, 6), 2),
                           round(y + numbers.between(-6, 6), 2),
                           fixed=number % 3 == 1 and numbers.below(4) == 0)
        for _ in range(0 if number % 2 else 1 + len(actors) // 20):
            entry, onto = numbers.choice(actors), numbers.choice(actors)
            if not entry['fixed']:
                entry.update(x=round(onto['x'] + numbers.between(-30, 30), 2),
                             y=round(onto['y'] + numbers.between(-12, 12), 2))
        return {**job, 'method': 'tidy'}

    def test_keeps_what_is_used(self):
        """Of all pairs that stood left and right or above and below at all, 99 of 100 still do."""
        for number in range(30):
            job = self.used(number)
            with self.subTest(number=number, n=len(job['actors'])):
                _, positions = lay_out(job)
                before = [(entry['x'], entry['y']) for entry in job['actors']]
                pairs = [(before[i][d] - before[k][d], positions[i][d] - positions[k][d])
                         for i in range(len(before)) for k in range(i) for d in (0, 1)]
                pairs = [(a, b) for a, b in pairs if a != 0]
                self.assertGreaterEqual(sum(a * b > 0 for a, b in pairs), 0.99 * len(pairs))
                for d in (0, 1):
                    self.assertLessEqual(self.lines(at[d] for at in positions),
                                         self.lines(at[d] for at in before))

    def test_keeps_order(self):
        """Left stays left and above stays above; the rows are straight; nobody goes far."""
        for n in SIZES:
            with self.subTest(n=n):
                job = self.placed(n)
                _, positions = lay_out(job)
                turned, of = self.turned(job, positions, 0)
                self.assertLessEqual(turned, 0.01 * of)
                self.assertEqual(self.lines(y for _, y in positions), math.ceil(n / 10))
                self.assertEqual(self.lines(x for x, _ in positions), min(n, 10))
                self.assertLess(max(math.dist((a['x'], a['y']), at)
                                    for a, at in zip(job['actors'], positions)), 8)

    def test_keeps_order_round_pins(self):
        """The order of who stands in one row already may change, of nobody else."""
        for n in SIZES:
            with self.subTest(n=n):
                job = self.placed(n, pins=(3, 5))
                _, positions = lay_out(job)
                self.assertEqual(self.turned(job, positions, 12)[0], 0)

    def test_is_done(self):
        """What is tidy stays as it is."""
        job = self.placed(40)
        _, positions = lay_out(job)
        for entry, (x, y) in zip(job['actors'], positions):
            entry.update(x=x, y=y)
        self.assertEqual(lay_out(job)[1], positions)

    def test_new_one(self):
        """Comes near those to whom it is tied."""
        job = self.placed(40)
        job['actors'][8].update(placed=False, fixed=False, x=0, y=0)
        _, positions = lay_out(job)
        self.assertLess(math.dist(positions[8], positions[0]), 300)


if __name__ == '__main__':
    unittest.main()
