"""What has brought a layout engine down somewhere: none of it costs more than a sentence.

Usage: test_crashes.py PROGRAMS

Jobs that no map gives go to the worker itself, maps through the program; and the program meets workers
that crash, hang up, or talk nonsense.
"""

import copy
import json
import math
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

import city
import generate
import judge
import program

PROGRAMS = pathlib.Path(sys.argv.pop())
NETZKARTE, WORKER = PROGRAMS / 'netzkarte', PROGRAMS / 'netzkarte-layout'
METHODS = ('levels', 'free', 'hierarchy', 'radial', 'circle', 'grid', 'tidy')

# What JSON itself cannot say, and what it can but no job may: in place of a number.
NUMBERS = ('NaN', 'Infinity', '-Infinity', '1e999', '1e308', '-1e308', '2147483648', '"80"', '"nan"', 'null',
           'true', '[]', '{}', '1,5', '')

WORKERS = {
    'dies of a fault': 'kill -SEGV $$',
    'aborts': 'kill -ABRT $$',
    'is killed': 'kill -KILL $$',
    'has no more time': 'kill -XCPU $$',
    'fails': 'exit 3',
    'refuses without a word': 'exit 1',
    'says nothing': 'exit 0',
    'does not read': 'exec < /dev/null; echo "{}"',
    'says something else': 'echo "Segmentation violation? No: just this."',
    'says what is no text': 'printf "\\377\\376\\000\\001"',
    'stops in the middle': 'printf "{\\"format\\": \\"netzkarte-answer-1\\", \\"positions\\": [[1, 2], [3"',
    'knows one actor': 'printf "{\\"format\\": \\"netzkarte-answer-1\\", \\"positions\\": [[1, 2]]}"',
    'is not finite': 'printf "{\\"format\\": \\"netzkarte-answer-1\\", \\"positions\\": [[1, NaN], [3, 4]]}"',
    'never ends': 'exec cat /dev/zero',
    'never ends to complain': 'exec cat /dev/zero >&2',
    'opens brackets': 'exec tr "\\000" "[" < /dev/zero',
}


def small_job(**members):
    actors = [generate.actor(80, 22, 0), generate.actor(80, 22, 1, 0), generate.actor(60, 22, -1)]
    generate.place(actors[0], 10, 20)
    return {**generate.job(actors, [(0, 1, 1), (1, 2, 2)]), **members}


def ask(data):
    return subprocess.run([WORKER], input=data, capture_output=True, timeout=300, check=False)


class BadJobs(unittest.TestCase):
    """The worker says in one sentence that it does not do these."""

    def refused(self, data):
        result = ask(data if isinstance(data, bytes) else data.encode())
        self.assertEqual((result.returncode, result.stdout), (1, b''))
        said = result.stderr.decode()
        self.assertEqual((said.count('\n'), said[-2:]), (1, '.\n'))

    def test_numbers(self):
        """In the place of any number of a job."""
        for where, names in (('actors', ('width', 'height', 'x', 'y', 'band', 'district', 'column', 'order')),
                             ('ties', ('from', 'to', 'weight')), (None, ('aspect', 'gap-x', 'bands', 'around'))):
            for name in names:
                for number in NUMBERS:
                    with self.subTest(where=where, name=name, number=number):
                        job = small_job()
                        (job[where][1] if where else job)[name] = 'HERE'
                        self.refused(json.dumps(job).replace('"HERE"', number))

    def test_ranges(self):
        for where, name, values in (
                ('actors', 'width', (0, -5, 0.5, 5001, 1e18)), ('actors', 'height', (0, -5, 5001)),
                ('actors', 'x', (1.1e6, -1.1e6)), ('actors', 'band', (-2, 2, 0.5, 2**31 - 1)),
                ('actors', 'district', (-2, 1, 500)), ('actors', 'column', (-2, 1)),
                ('ties', 'from', (-1, 1, 3, 2**31 - 1, 0.5)), ('ties', 'to', (-1, 3)),
                ('ties', 'weight', (0, -1, 101, 2**31 - 1)), (None, 'around', (-2, 3)), (None, 'aspect', (0, -1, 21)),
                (None, 'bands', (-1, 501, 1)), (None, 'method', (3, '', 'dot')), (None, 'seed', (1, '', '-1')),
                (None, 'actors', ([], {}, None, [[]])), (None, 'ties', ({}, None, [3]))):
            for value in values:
                with self.subTest(name=name, value=value):
                    job = small_job()
                    if where == 'ties' and (name, value) == ('from', 1):
                        value = job['ties'][1]['to']    # to itself
                    (job[where][1] if where else job)[name] = value
                    self.refused(json.dumps(job))

    def test_missing(self):
        whole = small_job()
        for name in whole:
            with self.subTest(name=name):
                self.refused(json.dumps({other: whole[other] for other in whole if other != name}))
        for part in ('actors', 'ties'):
            for name in whole[part][0]:
                with self.subTest(part=part, name=name):
                    job = copy.deepcopy(whole)
                    del job[part][0][name]
                    self.refused(json.dumps(job))

    def test_cut_off(self):
        """After any byte."""
        data = json.dumps(small_job()).encode()
        for length in range(0, len(data), 7):
            with self.subTest(length=length):
                self.refused(data[:length])

    def test_no_job(self):
        good = json.dumps(small_job())
        for name, data in {
                'a text': 'hello', 'a list': '[]', 'a number': '1', 'nothing but blanks': ' \n' * 1000,
                'open brackets': '[' * 200000, 'open braces': '{"a":' * 200000,
                'deep within': good.replace('"ties": [', '"deep": ' + '[' * 5000 + ']' * 5000 + ', "ties": ['),
                'another format': good.replace('job-1', 'job-2'),
                'no text': good.encode().replace(b'levels', b'lev\xff\xfe'),
                'another text': good.encode('utf-16'), 'zeros': b'\0' * 100000,
                'a zero': good.encode() + b'\0'}.items():
            with self.subTest(name):
                self.refused(data)

    def test_too_much(self):
        actors = [generate.actor(80, 22, -1)]
        self.refused(json.dumps(generate.job(actors * 20001, [])))
        self.refused(json.dumps(generate.job(actors * 2, [(0, 1, 1)] * 100001)))
        self.refused(b'[' + b' ' * (65 * 1024 * 1024))


class StrangeJobs(unittest.TestCase):
    """These can be done, and are."""

    def done(self, job):
        positions = json.loads(program.ask(WORKER, job))['positions']
        self.assertEqual(len(positions), len(job['actors']))
        nodes = program.nodes_of_job(job, positions)
        for node in nodes:
            self.assertTrue(math.isfinite(node['x']) and math.isfinite(node['y']))
        free = [node for node in nodes if 'pinned_x' not in node]
        self.assertEqual(judge.judge_overlaps(free)['node_overlaps'], 0)
        self.assertEqual(judge.judge_pins(nodes)['pins_moved'], 0)

    def each(self, actors, ties):
        for method in METHODS:
            with self.subTest(method=method):
                self.done(generate.job(copy.deepcopy(actors), ties, method=method))

    def test_few(self):
        for n in range(4):
            for band in (-1, 0):
                self.each([generate.actor(80, 22, band) for _ in range(n)], [(i, i - 1, 1) for i in range(1, n)])

    def test_one_spot(self):
        """All, some of them fixed there."""
        for fixed in (0, 1, 8, 20):
            actors = [generate.actor(80, 22, i % 3 - 1) for i in range(20)]
            for i, actor in enumerate(actors):
                generate.place(actor, 5, 5, fixed=i < fixed)
            self.each(actors, [(i, i + 1, 1) for i in range(19)])

    def test_parallel_ties(self):
        self.each([generate.actor(80, 22, -1) for _ in range(3)], [(i % 2, 1 + i % 2, 1) for i in range(1000)])

    def test_weights(self):
        self.each([generate.actor(80, 22, i % 2) for i in range(9)],
                  [(i, (i * 5 + 3) % 9, (0.01, 100)[i % 2]) for i in range(9) if i != (i * 5 + 3) % 9])

    def test_far_apart(self):
        """Two at the ends of the world, the others nowhere."""
        actors = [generate.actor(80, 22, 0) for _ in range(6)]
        generate.place(actors[0], -1e6, -1e6)
        generate.place(actors[1], 1e6, 1e6)
        self.each(actors, [(i, i + 1, 1) for i in range(5)])

    def test_extremes(self):
        """A point beside a poster."""
        sizes = ((1, 1), (5000, 5000), (5000, 1), (1, 5000))
        self.each([generate.actor(*size, i) for i in range(2) for size in sizes], [(i, 7, 1) for i in range(7)])

    def test_not_quite_json(self):
        """What json-glib takes for numbers, or does not look at, does no harm."""
        data = json.dumps(small_job())
        for before, after in (('60', '0x50'), ('20', '18446744073709551616'), ('}]}', '}]} {')):
            with self.subTest(after):
                self.assertIn(before, data)
                self.assertIn(ask(data.replace(before, after).encode()).returncode, (0, 1))

    def test_unknown_members(self):
        job = small_job(new='?', graph={'splines': 'ortho'})
        job['actors'][0]['label'] = '\\N" shape="point'
        self.done(job)


class Maps(unittest.TestCase):
    """Through the program."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix='netzkarte-test-')
        self.addCleanup(folder.cleanup)
        self.path = pathlib.Path(folder.name, 'map.json')

    def write(self, content):
        self.path.write_text(city.to_text({'format': 'netzkarte', 'version': 1, **content}), encoding='utf-8')

    def test_maps(self):
        """Loops, a thousand ties between two, all on one spot, no names, far away, names that are code."""
        names = ['', 'x' * 5000, '\\N', '<TABLE>', '"];}', '%s%n', '\u202e', '👩‍👩‍👧 ' * 50]
        actors = [{'id': f'{i}"\\', 'name': name, 'x': 0, 'y': 0, 'pinned': i == 3} for i, name in enumerate(names)]
        actors += [{'id': 'far', 'name': 'far', 'x': 1e6, 'y': -1e6, 'pinned': True}]
        ends = [(actors[0], actors[1])] * 1000 + [(actor, actor) for actor in actors]
        self.write({'actors': actors, 'ties': [{'id': f't{i}', 'from': a['id'], 'to': b['id'], 'strength': 1 + i % 3}
                                               for i, (a, b) in enumerate(ends)]})
        for method in METHODS:
            with self.subTest(method=method):
                data, _ = program.lay_out(NETZKARTE, self.path, self.path.with_name('out.json'), '--method', method)
                self.assertEqual(len(city.places(json.loads(data))), len(actors))

    def test_workers(self):
        """Whatever the worker does, the map's file stays as it is, and the user is told."""
        self.write({'actors': [{'id': 'a', 'name': 'A'}, {'id': 'b', 'name': 'B'}], 'ties': []})
        before = self.path.read_bytes()
        for name, script in WORKERS.items():
            with self.subTest(name), tempfile.TemporaryDirectory(prefix='netzkarte-test-') as folder:
                reads = '' if 'not read' in name else 'cat > /dev/null\n'
                netzkarte = program.with_worker(NETZKARTE, folder, f'#!/bin/sh\n{reads}{script}\n')
                result = program.run(netzkarte, 'layout', self.path)
                self.assertEqual((result.returncode, result.stdout), (2, ''))
                self.assertRegex(result.stderr, r'\Anetzkarte: The calculation[^\n]+\.\n\Z')
                self.assertEqual(self.path.read_bytes(), before)
                self.assertEqual(os.listdir(self.path.parent), [self.path.name])


if __name__ == '__main__':
    unittest.main()
