"""Three hundred maps by every method, through the program: the rules that every layout keeps.

Usage: test_cities.py [--all] PROGRAMS EXAMPLE

The maps are the example and those of city.py. Without --all every third of them is tried. Where a rule
is broken the map is left in meson-logs/cities, as it was before it was laid out.
"""

import collections
import concurrent.futures
import json
import math
import os
import pathlib
import shutil
import sys
import tempfile
import time
import unittest

import city
import judge
import maps
import program
import witness

EXAMPLE, PROGRAMS = (pathlib.Path(sys.argv.pop()) for _ in range(2))
NETZKARTE = PROGRAMS / 'netzkarte'
METHODS = ('levels', 'free', 'hierarchy', 'radial', 'circle', 'grid', 'tidy')
MAPS = 300
ALL = '--all' in sys.argv
GERMAN = 'de_DE.UTF-8' if program.has_locale('de_DE.UTF-8') else 'C'

BROKEN = PROGRAMS.parent / 'meson-logs/cities'

# `broken` has what is wrong by the name of the rule; `allowed`: the pins allow bands and districts.
Result = collections.namedtuple('Result', 'name method allowed broken')


def overlaps(nodes):
    """Pairs that overlap, but for what somebody has pinned so."""
    boxes = [(judge.box_of(node), node) for node in nodes]
    return [(a['id'], b['id']) for i, (box, a) in enumerate(boxes) for other, b in boxes[:i]
            if judge.meet(box, other) and not (witness.is_pinned(a) and witness.is_pinned(b))]


def broken_zones(nodes):
    zones = {**judge.judge_bands(nodes), **judge.judge_clusters(nodes)}
    return {rule: zones[rule] for rule in ('band_misplaced', 'cluster_intruders', 'cluster_box_overlaps')
            if zones[rule]}


def try_method(path, method, name, sizes, former):
    """Lays a map out twice, the second time in another language."""
    before = program.load(path)
    output = path.with_name('out.json')
    try:
        first, again = (program.lay_out(NETZKARTE, path, output, '--method', method, LC_ALL=locale)[0]
                        for locale in ('C', GERMAN))
    except AssertionError as error:
        return Result(name, method, False, {'done': str(error)})
    content = json.loads(first)
    at = city.places(content)
    lost = [actor['id'] for actor in content['actors']
            if not all(map(math.isfinite, at.get(actor['id'], [math.nan])))]
    if lost:
        return Result(name, method, False, {'finite': lost})
    nodes = program.nodes_of(content, sizes, before)
    allowed = method == 'levels' and witness.pins_allow(nodes, former)
    broken = {
        'same bytes': first != again,
        'overlaps': overlaps(nodes),
        'pins': [node['id'] for node in nodes if witness.is_pinned(node)
                 and (node['x'], node['y']) != (node['pinned_x'], node['pinned_y'])],
        'zones': broken_zones(nodes) if allowed else {}}
    return Result(name, method, allowed, broken)


def try_map(number):
    with tempfile.TemporaryDirectory(prefix='netzkarte-test-') as folder:
        path, former, name = maps.make_map(NETZKARTE, EXAMPLE, number, pathlib.Path(folder))
        sizes = program.job_of(NETZKARTE, path)['actors']
        results = [try_method(path, method, name, sizes, former) for method in METHODS]
        if any(any(result.broken.values()) for result in results):
            BROKEN.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, BROKEN / f'{number}.netzkarte.json')
    return results


class Cities(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        start = time.monotonic()
        with concurrent.futures.ProcessPoolExecutor(os.cpu_count()) as pool:
            numbers = range(0, MAPS, 1 if ALL else 3)
            cls.results = [result for results in pool.map(try_map, numbers) for result in results]
        levels = [result for result in cls.results if result.method == 'levels']
        print(f'{len(levels)} maps, {len(cls.results)} layouts, each twice, the second in {GERMAN}: '
              f'{time.monotonic() - start:.0f} s. The pins allow bands and districts in '
              f'{sum(result.allowed for result in levels)}.')

    def check(self, rule):
        """Names the layouts that break a rule."""
        found = [f'{result.method} {result.name}: {result.broken[rule]}' for result in self.results
                 if result.broken.get(rule)]
        self.assertFalse(found, '\n' + '\n'.join(found))

    def test_done(self):
        self.check('done')

    def test_finite(self):
        self.check('finite')

    def test_overlaps(self):
        self.check('overlaps')

    def test_pins(self):
        """They stand where they stood, to the last bit."""
        self.check('pins')

    def test_zones(self):
        """Nobody out of a band or in a strange district, where the pins allow it."""
        self.check('zones')

    def test_same_bytes(self):
        self.check('same bytes')


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
