"""What is placed already: adding an actor moves nobody, and tidying keeps who is left of whom.

Usage: test_placed.py PROGRAMS EXAMPLE

Thirty maps of city.py and the example, as *levels* lays them out.
"""

import concurrent.futures
import copy
import json
import math
import os
import pathlib
import sys
import tempfile
import unittest

import city
import judge
import program

EXAMPLE, PROGRAMS = (pathlib.Path(sys.argv.pop()) for _ in range(2))
NETZKARTE = PROGRAMS / 'netzkarte'
METHODS = ('levels', 'free', 'hierarchy', 'radial', 'circle', 'grid', 'tidy')
MAPS = 31
GAP_X, GAP_Y = 15, 28       # app/work/map-job.c
STEP = 4


def free_places(others, new):
    """Where in the box round its level and district the new one would have the usual gaps to everybody;
    to a few points."""
    zone = [judge.box_of(node) for node in others
            if (node['band'], node.get('cluster')) == (new['band'], new.get('cluster'))]
    taken = [judge.box_of(node) for node in others]
    districts = {node.get('cluster') for node in others} - {None, new.get('cluster')}
    taken += [judge.hull([judge.box_of(node) for node in others if node.get('cluster') == district])
              for district in districts]
    left, top, right, bottom = map(round, judge.hull(zone))
    width, height = new['w'] / 2, new['h'] / 2
    for x in range(left + math.ceil(width), right - math.floor(width), STEP):
        for y in range(top + math.ceil(height), bottom - math.floor(height), STEP):
            room = x - width - GAP_X, y - height - GAP_Y, x + width + GAP_X, y + height + GAP_Y
            if not any(judge.meet(room, box) for box in taken):
                yield x, y


class Placed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix='netzkarte-test-')
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            cls.maps = list(pool.map(cls.make_map, range(MAPS)))

    @classmethod
    def make_map(cls, number):
        """The map of a number, laid out; 0 is the example as it is."""
        if number == 0:
            return program.load(EXAMPLE)
        content = city.city(city.plan(number, shape=city.SHAPES[1 + number % 6]))
        path = cls.folder / f'{number}.json'
        path.write_text(city.to_text(content), encoding='utf-8')
        return json.loads(program.lay_out(NETZKARTE, path, path)[0])

    def lay_out(self, content, *options):
        """The map that comes out, and its boxes by the ids of the actors."""
        path = self.folder / 'map.json'
        path.write_text(city.to_text(content), encoding='utf-8')
        sizes = program.job_of(NETZKARTE, path)['actors']
        content = json.loads(program.lay_out(NETZKARTE, path, self.folder / 'out.json', *options)[0])
        return content, program.nodes_of(content, sizes)


class NewActor(Placed):
    def with_new_actor(self, number):
        """The map of this number with one more actor, tied to two; where the first of these belongs,
        there belongs the new one."""
        numbers = city.Numbers(number)
        content = copy.deepcopy(self.maps[number])
        first, second = (content['actors'][numbers.below(len(content['actors']))] for _ in range(2))
        zone = {field: first[field] for field in ('level', 'district') if field in first}
        content['actors'].append({'id': 'new', 'name': city.name_of(numbers, None), **zone})
        content['ties'] += [{'id': f'new-{i}', 'from': 'new', 'to': neighbour['id']}
                            for i, neighbour in enumerate((first, second))]
        return content, {first['id'], second['id']}

    def test_nobody_moves(self):
        """By no method, and the new one lies on nobody."""
        for number in range(MAPS):
            for method in METHODS:
                with self.subTest(number=number, method=method):
                    before, _ = self.with_new_actor(number)
                    after, nodes = self.lay_out(before, '--method', method, '--unpinned-only-new')
                    self.assertEqual(after['actors'][:-1], before['actors'][:-1])
                    *others, new = map(judge.box_of, nodes)
                    self.assertFalse([nodes[i]['id'] for i, box in enumerate(others) if judge.meet(new, box)])

    def test_in_its_zone(self):
        """Among the actors of its level and district, and among strangers in no box."""
        for number in range(MAPS):
            with self.subTest(number=number):
                _, nodes = self.lay_out(self.with_new_actor(number)[0], '--unpinned-only-new')
                verdict = judge.judge_places(nodes)
                for rule in ('band_misplaced', 'cluster_intruders', 'cluster_box_overlaps'):
                    self.assertEqual(verdict[rule], 0, rule)

    def test_near_its_neighbours(self):
        """No free place among the actors of its level and district is much nearer to the two."""
        for number in range(MAPS):
            with self.subTest(number=number):
                content, neighbours = self.with_new_actor(number)
                _, (*others, new) = self.lay_out(content, '--unpinned-only-new')
                ends = [(node['x'], node['y']) for node in others if node['id'] in neighbours]
                far = sum(math.dist((new['x'], new['y']), end) for end in ends)
                nearer = [place for place in free_places(others, new)
                          if sum(math.dist(place, end) for end in ends) < 0.8 * far]
                self.assertFalse(nearer, (new['x'], new['y'], far, ends))


class Tidy(Placed):
    def jittered(self, number):
        """The map of this number as a hand would have placed it: nobody quite where he should be."""
        numbers = city.Numbers(number)
        content = copy.deepcopy(self.maps[number])
        for actor in content['actors']:
            actor.update(x=round(actor['x'] + numbers.between(-12, 12), 2),
                         y=round(actor['y'] + numbers.between(-8, 8), 2))
        return content

    def test_order(self):
        """What was left of another still is, and what was above it too, in 99 of 100 cases."""
        for number in range(MAPS):
            with self.subTest(number=number):
                before = self.jittered(number)
                after, nodes = self.lay_out(before, '--method', 'tidy')
                self.assertEqual(judge.judge_overlaps(nodes)['node_overlaps'], 0)
                self.assertGreaterEqual(judge.order_kept(city.places(before), city.places(after)), 0.99)


if __name__ == '__main__':
    unittest.main()
