"""Has an independent judge look at layouts of the worker; skipped where it is not at hand.

Usage: test_quality.py WORKER JUDGE SAMPLE
"""

import json
import pathlib
import subprocess
import sys
import unittest

import generate

SAMPLE, JUDGE, WORKER = (pathlib.Path(sys.argv.pop()) for _ in range(3))

# What the best layout with nothing but Graphviz has on the sample, and what was asked to be 40 % fewer.
CROSSINGS_OF_DOT = 139


def lay_out(job):
    result = subprocess.run([WORKER], input=json.dumps(job).encode(), capture_output=True,
                            check=True, timeout=300)
    return json.loads(result.stdout)['positions']


def judge(job, positions):
    nodes = [{'id': i, 'x': x, 'y': y, 'w': a['width'], 'h': a['height'],
              'band': a['band'] if a['band'] >= 0 else None,
              'cluster': a['district'] if a['district'] >= 0 else None,
              **({'pinned_x': a['x'], 'pinned_y': a['y']} if a['fixed'] else {})}
             for i, (a, (x, y)) in enumerate(zip(job['actors'], positions))]
    edges = [[tie['from'], tie['to']] for tie in job['ties']]
    result = subprocess.run([sys.executable, JUDGE, '-'], capture_output=True, check=True, timeout=300,
                            input=json.dumps({'nodes': nodes, 'edges': edges}).encode())
    return json.loads(result.stdout)


def sample(pinned):
    data = json.loads(SAMPLE.read_text(encoding='utf-8'))
    number = {node['id']: i for i, node in enumerate(data['nodes'])}
    actors = []
    for node in data['nodes']:
        district = -1 if node['cluster'] is None else int(node['cluster']) - 5
        actors.append(generate.actor(node['w'], node['h'], node['band'], district))
        if pinned and node.get('pinned_x') is not None:
            generate.place(actors[-1], node['pinned_x'], node['pinned_y'])
    return generate.job(actors, [(number[tie[0]], number[tie[1]], tie[4]) for tie in data['ties']],
                        aspect=1.6)


class Quality(unittest.TestCase):

    def test_sample(self):
        for pinned in (False, True):
            with self.subTest(pinned=pinned):
                job = sample(pinned)
                verdict = judge(job, lay_out(job))
                for rule in ('node_overlaps', 'pins_moved', 'band_misplaced', 'cluster_intruders',
                             'cluster_box_overlaps', 'nonfinite_nodes'):
                    self.assertEqual(verdict[rule], 0, rule)
                self.assertLess(verdict['edge_crossings'], (0.8 if pinned else 0.6) * CROSSINGS_OF_DOT)

    def test_generated(self):
        for number in range(500, 510):
            with self.subTest(number=number):
                job = generate.free_job(number)
                verdict = judge(job, lay_out(job))
                for rule in ('node_overlaps', 'band_misplaced', 'cluster_intruders',
                             'cluster_box_overlaps', 'nonfinite_nodes'):
                    self.assertEqual(verdict[rule], 0, rule)


if not (JUDGE.exists() and SAMPLE.exists()):
    print('The judge is not at hand.')
    sys.exit(77)

if __name__ == '__main__':
    unittest.main()
