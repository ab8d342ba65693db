"""Holds the layout worker to its rules over made-up maps, and sees that it behaves as a process.

Usage: test_worker.py WORKER
"""

import copy
import fcntl
import json
import math
import os
import pathlib
import struct
import subprocess
import sys
import termios
import time
import unittest

import generate

WORKER = pathlib.Path(sys.argv.pop())
EPSILON = 0.02      # positions are rounded to 0.01


def run(data, **environment):
    """What the worker says to these bytes."""
    return subprocess.run([WORKER], input=data, capture_output=True, timeout=300,
                          env={**os.environ, **environment})


def lay_out(job, **environment):
    """The bytes of the answer, and its positions."""
    result = run(json.dumps(job).encode(), **environment)
    if result.returncode != 0:
        raise AssertionError(f'exit {result.returncode}: {result.stderr.decode()}')
    return result.stdout, json.loads(result.stdout)['positions']


def box(actor, position):
    """Left, top, right, bottom."""
    x, y = position
    return (x - actor['width'] / 2, y - actor['height'] / 2,
            x + actor['width'] / 2, y + actor['height'] / 2)


def meet(a, b):
    return (min(a[2], b[2]) - max(a[0], b[0]) > EPSILON
            and min(a[3], b[3]) - max(a[1], b[1]) > EPSILON)


def hull(boxes):
    lefts, tops, rights, bottoms = zip(*boxes)
    return min(lefts), min(tops), max(rights), max(bottoms)


class Rules(unittest.TestCase):
    """The rules that each answer keeps."""

    def check_boxes(self, job, positions):
        actors = job['actors']
        self.assertEqual(len(positions), len(actors))
        boxes = [box(*pair) for pair in zip(actors, positions)]
        for i, actor in enumerate(actors):
            self.assertTrue(all(math.isfinite(value) for value in positions[i]))
            if actor['fixed']:
                self.assertEqual(positions[i], [actor['x'], actor['y']], f'actor {i} is fixed')
            for k in range(i):
                if not (actor['fixed'] and actors[k]['fixed']):
                    self.assertFalse(meet(boxes[i], boxes[k]), f'actors {k} and {i} overlap')

    def check_bands(self, job, positions):
        """Bands one above the other, and what is beside them at the right."""
        bands = {}
        for actor, position in zip(job['actors'], positions):
            bands.setdefault(actor['band'], []).append(box(actor, position))
        beside = bands.pop(-1, [])
        ordered = [hull(bands[band]) for band in sorted(bands)]
        for upper, lower in zip(ordered, ordered[1:]):
            self.assertLessEqual(upper[3], lower[1] + EPSILON)
        if beside and bands:
            self.assertGreaterEqual(hull(beside)[0] + EPSILON, max(band[2] for band in ordered))

    def check_districts(self, job, positions, padding):
        """Nobody strange in a district's box, and with all free the boxes in the user's order."""
        boxes = [box(*pair) for pair in zip(job['actors'], positions)]
        zones = [(actor['band'], actor['district']) for actor in job['actors']]
        for zone in set(zones):
            if zone[1] < 0:
                continue
            left, top, right, bottom = hull([b for b, of in zip(boxes, zones) if of == zone])
            outline = left - padding, top - padding, right + padding, bottom + padding
            for i, other in enumerate(boxes):
                if zones[i] != zone:
                    self.assertFalse(meet(other, outline), f'actor {i} in the box of {zone}')

    def check_order(self, job, positions):
        """Districts side by side, wrapped where there are many: each right of or below the one before."""
        boxes = {}
        for actor, position in zip(job['actors'], positions):
            if actor['district'] >= 0:
                boxes.setdefault((actor['band'], actor['district']), []).append(box(actor, position))
        hulls = [(zone, hull(boxes[zone])) for zone in sorted(boxes)]
        for (first, a), (second, b) in zip(hulls, hulls[1:]):
            if first[0] == second[0]:
                self.assertTrue(a[2] < b[0] or a[3] < b[1], f'{second} is not behind {first}')

    def check_all(self, job, positions, padding=0):
        self.check_boxes(job, positions)
        self.check_bands(job, positions)
        self.check_districts(job, positions, padding)


class Levels(Rules):
    """Made-up maps: 45 numbers, with all free, some fixed where a layout has put them, or anywhere."""

    def test_free(self):
        for number in range(15):
            with self.subTest(number=number):
                job = generate.free_job(number)
                first, positions = lay_out(job)
                self.check_all(job, positions, padding=8)
                self.check_order(job, positions)
                self.assertEqual(lay_out(job)[0], first, 'the same job, another answer')

    def test_fixed(self):
        """Fixed near where a layout for another page has put them: all rules can be kept."""
        for number in range(100, 120):
            with self.subTest(number=number):
                job = generate.free_job(number)
                _, positions = lay_out({**job, 'aspect': 1.1})
                share = (0.1, 0.25, 0.5, 0.8)[number % 4]
                generate.pin(job['actors'], positions, number, share, 3 if number % 2 else 0)
                first, positions = lay_out(job)
                self.check_all(job, positions)
                self.assertEqual(lay_out(job)[0], first, 'the same job, another answer')

    def test_fixed_anywhere(self):
        """Also in the wrong band: no rule but the first can be kept then."""
        for number in range(200, 215):
            with self.subTest(number=number):
                job = generate.free_job(number)
                generate.pin_anywhere(job['actors'], number, (0.1, 0.5, 0.8)[number % 3])
                first, positions = lay_out(job)
                self.check_boxes(job, positions)
                self.assertEqual(lay_out(job)[0], first, 'the same job, another answer')

    def test_one_in_the_wrong_band(self):
        """It stays there, and the others do not mind it."""
        job = generate.free_job(7)
        _, positions = lay_out(job)
        generate.pin(job['actors'], positions, 7, 0.5, 0)
        stray = next(i for i, actor in enumerate(job['actors']) if actor['band'] == 2)
        top = min(y for (_, y), a in zip(positions, job['actors']) if a['band'] == 0)
        generate.place(job['actors'][stray], positions[stray][0], top - 200)
        _, positions = lay_out(job)
        self.check_boxes(job, positions)
        rest = {**job, 'actors': [a for i, a in enumerate(job['actors']) if i != stray]}
        self.check_bands(rest, [p for i, p in enumerate(positions) if i != stray])

    def test_new_ones(self):
        """A new actor comes near those to whom it is tied, in its zone, and nobody else moves."""
        for number in range(300, 310):
            with self.subTest(number=number):
                job = generate.free_job(number)
                _, before = lay_out(job)
                new = generate.Numbers(number).below(len(before))
                for i, (actor, position) in enumerate(zip(job['actors'], before)):
                    if i != new:
                        generate.place(actor, *position)
                _, after = lay_out(job)
                self.check_all(job, after)

    def settled(self, n=60, districts=4):
        """A job in which all but the actors to come have a place and keep it."""
        actors = [generate.actor(60 + 7 * (i % 5), 22, min(i // 6, 2), i % districts if i >= 12 else -1)
                  for i in range(n)]
        job = generate.job(actors, [(i, (7 * i + 5) % n, 1) for i in range(n) if i != (7 * i + 5) % n])
        for actor, position in zip(actors, lay_out(job)[1]):
            generate.place(actor, *position)
        return job

    def check_added(self, job, actor):
        """Lays out with one more, which is returned as a box; all rules are kept."""
        grown = {**job, 'actors': [*job['actors'], actor]}
        _, positions = lay_out(grown)
        self.check_all(grown, positions)
        return box(actor, positions[-1])

    def test_added_at_the_end(self):
        """Who has no ties comes to the zone's last row, or to the next."""
        job = self.settled()
        for band, district in ((0, -1), (2, 0), (2, 1), (2, 2), (2, 3)):
            bottom = max(a['y'] + 11 for a in job['actors']
                         if (a['band'], a['district']) == (band, district))
            new = self.check_added(job, generate.actor(70, 22, band, district))
            self.assertGreaterEqual(new[3], bottom - EPSILON)
            self.assertLess(new[1], bottom + 40)

    def test_added_district(self):
        """The first actor of a district stands at the height of the others, where its place is."""
        for new in range(4):
            job = self.settled()
            job['actors'] = [a for a in job['actors'] if a['district'] != new]
            job['ties'] = []
            first = self.check_added(job, generate.actor(70, 22, 2, new))
            hulls = {d: hull([box(a, (a['x'], a['y'])) for a in job['actors'] if a['district'] == d])
                     for d in range(4) if d != new}
            self.assertLess(abs(first[1] - min(h[1] for h in hulls.values())), 30)
            for district, other in hulls.items():
                self.assertTrue(other[2] < first[0] if district < new else other[0] > first[2])

    def test_seed(self):
        """Another seed gives another layout, as good."""
        job = generate.free_job(2)
        answers = set()
        for seed in range(3):
            answer, positions = lay_out({**job, 'seed': str(seed)})
            self.check_all(job, positions, padding=8)
            answers.add(answer)
        self.assertEqual(len(answers), 3)

    def test_column(self):
        """Who would like to stand above a district does, if nothing else pulls."""
        actors = [generate.actor(90, 22, 0, column=i % 2) for i in range(2)]
        actors += [generate.actor(90, 22, 1, district) for district in (0, 1) for _ in range(9)]
        _, positions = lay_out(generate.job(actors, []))
        for i in range(2):
            left, _, right, _ = hull([box(a, p) for a, p in zip(actors, positions)
                                      if a['district'] == i])
            self.assertTrue(left < positions[i][0] < right)

    def test_aspect(self):
        """The drawing is about as wide as is wanted, where there is enough to choose from."""
        for number, n, districts in ((1, 40, 3), (2, 60, 5), (3, 90, 8)):
            numbers = generate.Numbers(number)
            actors = [generate.actor(numbers.between(50, 110), numbers.choice([22, 22, 31, 58]), *zone)
                      for i in range(n) for zone in [(min(i // 8, 2), i % districts if i >= 16 else -1)]]
            ties = generate.make_ties(numbers, n)
            for aspect in (0.8, 1.3, 1.8):
                with self.subTest(n=n, aspect=aspect):
                    _, positions = lay_out(generate.job(actors, ties, aspect=aspect))
                    left, top, right, bottom = hull([box(*pair) for pair in zip(actors, positions)])
                    self.assertLess(abs(math.log((right - left + 20) / (bottom - top) / aspect)), 0.15)

    def test_beside(self):
        """What is beside the bands stands close together, at the height of what it is tied to."""
        actors = [generate.actor(90, 22, band) for band in range(6) for _ in range(4)]
        actors += [generate.actor(90, 22, -1) for _ in range(3)]
        for band in (0, 3, 5):
            ties = [(4 * band + k, 24 + k, 1) for k in range(3)]
            _, positions = lay_out(generate.job(actors, ties))
            ys = sorted(y for _, y in positions[24:])
            wanted = positions[4 * band][1]
            self.assertLessEqual(ys[2] - ys[0], 2 * (22 + 28) + EPSILON)
            self.assertTrue(ys[0] - 75 <= wanted <= ys[2] + 75, f'{wanted} of {ys}')

    @staticmethod
    def outlines(job, positions):
        """Left and right of the districts' boxes, as wide as their names at least."""
        result = []
        for district, name in enumerate(job['districts']):
            left, _, right, _ = hull([box(a, p) for a, p in zip(job['actors'], positions)
                                      if a['district'] == district])
            more = max(0, name['name-width'] - (right - left)) / 2 + job['zone-padding']
            result.append((left - more, right + more))
        return result

    def test_names(self):
        """No district's box is narrower than its name, and the gaps between them are even."""
        actors = [generate.actor(40 + 30 * k, 22, 0, district) for district in range(5)
                  for k in range(1 + district % 3)]
        for pinned in (False, True):
            job = generate.job(copy.deepcopy(actors), [(0, 5, 1), (2, 8, 1)], aspect=4)
            for district, width in enumerate((130, 60, 0, 220, 20)):
                job['districts'][district]['name-width'] = width
            if pinned:
                generate.place(job['actors'][0], 100, 100)
            _, positions = lay_out(job)
            outlines = self.outlines(job, positions)
            gaps = [b[0] - a[1] for a, b in zip(outlines, outlines[1:])]
            self.assertGreaterEqual(min(gaps), 15 - EPSILON)
            if not pinned:
                self.assertLess(max(gaps) - min(gaps), 3 * EPSILON)

    def test_ties_shape_it(self):
        """Two crowds that know nothing of each other do not stand mixed."""
        actors = [generate.actor(80, 22, 0) for _ in range(12)]
        ties = [(a, b, 1) for a in range(12) for b in range(a) if a % 2 == b % 2]
        _, positions = lay_out(generate.job(actors, ties, aspect=4))
        sides = [sum(x for x, _ in positions[i::2]) / 6 for i in range(2)]
        rows = [sum(y for _, y in positions[i::2]) / 6 for i in range(2)]
        self.assertGreater(math.dist((sides[0], rows[0]), (sides[1], rows[1])), 80)


class Free(Rules):
    """The free method."""

    def test_rules(self):
        for number in range(400, 420):
            with self.subTest(number=number):
                job = {**generate.free_job(number), 'method': 'free'}
                if number % 2:
                    generate.pin_anywhere(job['actors'], number, (0.1, 0.5, 0.9)[number % 3])
                first, positions = lay_out(job)
                self.check_boxes(job, positions)
                self.assertEqual(lay_out(job)[0], first, 'the same job, another answer')

    def test_near(self):
        """In a chain, who is tied is nearer than who is not."""
        actors = [generate.actor(80, 22, -1) for _ in range(12)]
        _, at = lay_out(generate.job(actors, [(i, i + 1, 1) for i in range(11)], method='free'))
        tied = sum(math.dist(at[i], at[i + 1]) for i in range(11)) / 11
        self.assertLess(2 * tied, math.dist(at[0], at[11]))


class Process(unittest.TestCase):
    """The worker as a program."""

    def test_locale(self):
        """Numbers do not depend on the user's language."""
        for method in ('levels', 'free'):
            job = {**generate.free_job(4), 'method': method}
            answer, _ = lay_out(job, LC_ALL='C')
            self.assertEqual(lay_out(job, LC_ALL='de_DE.UTF-8')[0], answer)

    def test_dies_with_its_parent(self):
        """Though its input stays open."""
        reading, writing = os.pipe()
        shell = subprocess.Popen(['sh', '-c', 'exec 3<&0; "$0" <&3 & echo $!; wait', WORKER],
                                 stdin=reading, stdout=subprocess.PIPE, text=True)
        worker = int(shell.stdout.readline())
        os.write(writing, b'{')   # once this is read the worker has come to its work
        self.wait(lambda: not struct.unpack('i', fcntl.ioctl(reading, termios.FIONREAD, b'    '))[0])
        self.assertTrue(self.is_running(worker))
        shell.kill()
        shell.wait()
        shell.stdout.close()
        self.wait(lambda: not self.is_running(worker))
        os.close(writing)
        os.close(reading)

    def wait(self, condition):
        deadline = time.monotonic() + 60
        while not condition():
            self.assertLess(time.monotonic(), deadline, 'waited in vain')
            os.sched_yield()

    @staticmethod
    def is_running(process):
        try:
            state = pathlib.Path(f'/proc/{process}/stat').read_text(encoding='ascii')
        except (FileNotFoundError, ProcessLookupError):
            return False
        return state.rsplit(')', 1)[1].split()[0] != 'Z'

    def test_limits(self):
        """It has limits of its own on time, and leaves no core."""
        with subprocess.Popen([WORKER], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL) as worker:
            self.wait(lambda: self.limit(worker, 'Max cpu time') == '60'
                      and self.limit(worker, 'Max core file size') == '0')
            worker.kill()

    @staticmethod
    def limit(process, name):
        text = pathlib.Path(f'/proc/{process.pid}/limits').read_text(encoding='ascii')
        line = next(line for line in text.splitlines() if line.startswith(name))
        return line[len(name):].split()[0]


if __name__ == '__main__':
    unittest.main()
