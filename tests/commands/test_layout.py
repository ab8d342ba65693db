"""netzkarte layout: in place or elsewhere, the methods, and who may move."""

import json
import math
import sys

import support

METHODS = ('levels', 'free', 'hierarchy', 'radial', 'circle', 'grid', 'tidy')


def places(path):
    """Where the actors stand that have a place."""
    actors = [actor for actor in support.load(path).get('actors', []) if 'x' in actor]
    return {actor['id']: (actor['x'], actor['y']) for actor in actors}


def without_places(path):
    """The map but for where its actors stand."""
    content = support.load(path)
    for actor in content['actors']:
        actor.pop('x', None)
        actor.pop('y', None)
    for tie in content.get('ties', []):
        tie.pop('bends', None)
    return content


class Layout(support.Case):
    def test_in_place(self):
        path = self.copy_example()
        self.assertEqual(self.succeed('layout', path), '')
        self.assertEqual(self.names(), ['map.json'])
        self.assertEqual(without_places(path), without_places(support.EXAMPLE))
        self.assertEqual(len(set(places(path).values())), len(support.load(path)['actors']))

    def test_elsewhere(self):
        path = self.write_excerpt()
        before = path.read_bytes()
        for method in METHODS:
            self.succeed('layout', path, '-o', f'{method}.json', '--method', method)
            self.assertEqual(without_places(self.folder / f'{method}.json'), without_places(path))
        self.assertEqual(path.read_bytes(), before)
        self.assertNotEqual(places(self.folder / 'levels.json'), places(self.folder / 'free.json'))

    def test_around_somebody(self):
        """The named actor is in the middle, who is one tie away stands nearer than who is two."""
        path = self.write_map(actors=[{'id': name} for name in 'abcd'],
                              ties=[{'id': a, 'from': a, 'to': b} for a, b in ('ab', 'bc', 'cd')])
        self.succeed('layout', path, '--method', 'radial', '--around', 'b')
        far = {name: math.dist(place, places(path)['b']) for name, place in places(path).items()}
        self.assertAlmostEqual(far['a'], far['c'], delta=0.02)
        self.assertGreater(far['d'], far['c'])

    def test_names_strays(self):
        """Who is pinned where another level is stays there, and is named."""
        actors = [{'id': f'{level}{i}', 'name': f'{level} {i}', 'level': level, 'x': 100 * i, 'y': y, 'pinned': True}
                  for level, y in (('city', 0), ('district', 300)) for i in range(4)]
        actors[5]['y'] = -200
        path = self.write_map(levels=[{'id': 'city'}, {'id': 'district'}], actors=actors)
        result = self.run_program('layout', path)
        self.assertEqual(result.returncode, 0)
        self.assertEqual(len(result.stderr.splitlines()), 1)
        self.assertIn('district 1', result.stderr)
        self.assertEqual(places(path)['district1'], (100, -200))
        self.assertEqual(json.loads(self.succeed('layout', path, '--report'))['strays'], ['district1'])

    def test_levels_is_the_default(self):
        path = self.write_excerpt()
        self.succeed('layout', path, '-o', 'default.json')
        self.succeed('layout', path, '--output=levels.json', '--method=levels')
        self.assertEqual((self.folder / 'default.json').read_bytes(),
                         (self.folder / 'levels.json').read_bytes())

    def test_same_bytes(self):
        """The same map gives the same layout, whatever the time zone and the language."""
        path = self.write_excerpt()
        surroundings = [{}, {'TZ': 'Pacific/Kiritimati'}, {'LC_ALL': 'C'}]
        if support.has_locale('de_DE.UTF-8'):
            surroundings.append({'LC_ALL': 'de_DE.UTF-8'})
        for method in METHODS:
            results = set()
            for surrounding in surroundings:
                self.succeed('layout', path, '-o', 'out.json', '--method', method, **surrounding)
                results.add((self.folder / 'out.json').read_bytes())
            self.assertEqual(len(results), 1, method)

    def test_quality(self):
        """No overlaps, nobody outside a band or district: the boxes are those of the drawing."""
        path = self.copy_example()
        self.succeed('layout', path)
        self.succeed('export', path, '-o', 'map.scene.json')
        items = support.load(self.folder / 'map.scene.json')['items']
        actors = {item['record']: item for item in items if item['type'] == 'actor'}
        bands = {item['record'].split('/')[1]: item for item in items
                 if item['type'] == 'band' and 'record' in item}
        for record in support.load(path)['actors']:
            actor, band = actors[f'actor/{record["id"]}'], bands.get(record.get('level'))
            if band:
                self.assertGreaterEqual(actor['y'], band['y'] - 0.1, record)
                end = band['y'] + band['height'] + 0.1
                self.assertLessEqual(actor['y'] + actor['height'], end, record)
        boxes = sorted(actors.values(), key=lambda item: item['x'])
        for i, a in enumerate(boxes):
            for b in boxes[i + 1:]:
                apart = (b['x'] >= a['x'] + a['width'] - 0.02 or
                         b['y'] >= a['y'] + a['height'] - 0.02 or
                         a['y'] >= b['y'] + b['height'] - 0.02)
                self.assertTrue(apart, (a['record'], b['record']))


class Pins(support.Case):
    def lay_out_with(self, change, method, *options):
        """Lays the example out, changes it, lays it out again; the places before and after."""
        path = self.write_excerpt()
        self.succeed('layout', path, '--method', method)
        content = support.load(path)
        change(content['actors'])
        self.write('map.json', support.json.dumps(content))
        before = places(path)
        self.succeed('layout', path, '--method', method, *options)
        return before, places(path)

    def test_pinned_do_not_move(self):
        def pin(actors):
            for actor in actors[::4]:
                actor.update(x=round(actor['x'] + 13.37, 2), pinned=True)
        for method in METHODS:
            before, after = self.lay_out_with(pin, method)
            for actor in list(before)[::4]:
                self.assertEqual(after[actor], before[actor], (method, actor))

    def test_only_new(self):
        """Who has a place keeps it; who is new gets one."""
        def take_places(actors):
            for i, actor in enumerate(actors):
                if i % 3 == 0:
                    del actor['x'], actor['y']
                elif i % 3 == 1:
                    actor['x'] = round(actor['x'] + 700, 2)   # where no layout would leave it
        for method in METHODS:
            before, after = self.lay_out_with(take_places, method, '--unpinned-only-new')
            self.assertEqual({actor: after[actor] for actor in before}, before)
            self.assertGreater(len(after), len(before))

    def test_without_it_others_move(self):
        def scatter(actors):
            for actor in actors:
                actor['x'] += 1000 if len(actor['id']) % 2 else 0
        before, after = self.lay_out_with(scatter, 'levels')
        self.assertNotEqual(before, after)


class SmallMaps(support.Case):
    def test_small(self):
        actor = {'id': 'a', 'name': 'A'}
        rows = {
            'nobody': {},
            'one': {'actors': [actor]},
            'a loop': {'actors': [actor], 'ties': [{'id': 't', 'from': 'a', 'to': 'a'}]},
            'two ties between two': {
                'actors': [actor, {'id': 'b'}],
                'ties': [{'id': 't', 'from': 'a', 'to': 'b'}, {'id': 'u', 'from': 'b', 'to': 'a'}]},
            'unknown zones': {'actors': [{'id': 'a', 'level': 'moon', 'district': 'sea'}]},
            'a long name': {'actors': [{'id': 'a', 'name': 'Rindfleischetikettierung' * 40}]},
            'no name': {'actors': [{'id': 'a'}, {'id': 'b'}]},
        }
        for name, members in rows.items():
            for method in METHODS:
                with self.subTest(name=name, method=method):
                    path = self.write_map(**members)
                    self.succeed('layout', path, '--method', method)
                    self.assertEqual(len(places(path)), len(members.get('actors', [])))


class Refusals(support.Case):
    def test_unknown_method(self):
        path = self.write_excerpt()
        with self.unchanged():
            self.assertEqual(self.refuse('layout', path, '--method', 'spring'),
                             'There is no layout method “spring”. Use “levels”, “free”, '
                             '“hierarchy”, “radial”, “circle”, “grid” or “tidy”.')

    def test_around(self):
        path = self.write_excerpt()
        with self.unchanged():
            self.assertEqual(self.refuse('layout', path, '--method', 'radial', '--around', 'nobody'),
                             'The actor “nobody” is not in the map.')
            self.assertEqual(self.refuse('layout', path, '--around', 'nobody'),
                             '“--around” goes with “--method radial”.')

    def test_nowhere_to_write(self):
        path = self.write_map(actors=[{'id': 'a'}])
        (self.folder / 'folder').mkdir()
        no_folder = 'cannot be written: its folder does not exist.'
        with self.unchanged():
            self.assertEqual(self.refuse('layout', path, '-o', 'none/out.json'),
                             f'{self.folder}/none/out.json {no_folder}')
            self.assertEqual(self.refuse('layout', path, '-o', 'folder'),
                             f'{self.folder}/folder is a folder. Name a file.')

    def test_read_only(self):
        path = self.write_map(actors=[{'id': 'a'}])
        path.chmod(0o444)
        before = self.powerless()
        with self.unchanged():
            self.assertEqual(self.refuse('layout', path, before=before),
                             f'{path} cannot be written: you do not have the permission.')

    def test_disk_full(self):
        """A map that cannot be written whole is not written at all."""
        path = self.copy_example()
        limited = [sys.executable, '-c', 'import os, resource, signal, sys\n'
                   'signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n'
                   'resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000))\n'
                   'os.execv(sys.argv[1], sys.argv[1:])']
        with self.unchanged():
            self.assertEqual(self.refuse('layout', path, before=limited),
                             f'{path} cannot be written: File too large.')

    def test_saved_meanwhile(self):
        """Somebody's newer save is not written over."""
        path = self.write_excerpt()
        content = path.read_bytes()
        worker = self.write('netzkarte-layout', f'#!/bin/sh\ntouch -d 2001-01-01 "{path}"\n'
                                                f'exec "{support.PROGRAMS}/netzkarte-layout"\n')
        worker.chmod(0o755)
        program = self.folder / 'netzkarte'
        support.shutil.copy(support.NETZKARTE, program)
        self.assertEqual(self.refuse('layout', path, program=program),
                         f'{path} has been changed on disk since it was opened.')
        self.assertEqual(path.read_bytes(), content)


class Wishes(support.Case):
    """Who may move, how wide the drawing is to be, and how good it has become."""

    def placed_excerpt(self):
        path = self.write_excerpt()
        self.succeed('layout', path)
        return path

    def test_only(self):
        path = self.placed_excerpt()
        before = places(path)
        moving = sorted(before)[:3]
        self.succeed('layout', path, '--only', ','.join(moving), '--method', 'free')
        after = places(path)
        self.assertEqual({actor for actor in before if before[actor] != after[actor]} - set(moving),
                         set())
        self.assertNotEqual(before, after)
        with self.unchanged():
            self.assertEqual(self.refuse('layout', path, '--only', 'nobody'),
                             'The actor “nobody” is not in the map.')

    def test_aspect(self):
        path = self.write_excerpt()
        aspects = []
        for wanted in ('0.5', '2.5'):
            self.succeed('layout', path, '-o', 'out.json', '--aspect', wanted)
            report = self.succeed('layout', 'out.json', '--report')
            aspects.append(support.json.loads(report)['aspect'])
        self.assertLess(aspects[0], aspects[1])
        for wrong in ('-1', '99', 'nan'):
            self.refuse('layout', path, '-o', 'no.json', '--aspect', wrong)
        self.assertFalse((self.folder / 'no.json').exists())

    def test_seed(self):
        path = self.write_excerpt()
        drawings = set()
        for seed in ('1', '2', '1'):
            self.succeed('layout', path, '-o', 'out.json', '--seed', seed)
            drawings.add((self.folder / 'out.json').read_bytes())
        self.assertEqual(len(drawings), 2)

    def test_report(self):
        path = self.placed_excerpt()
        with self.unchanged():
            report = support.json.loads(self.succeed('layout', path, '--report'))
            self.succeed('layout', path, '--report', '--method', 'free')
        self.assertEqual(report['nodes'], len(places(path)))
        self.assertEqual(report['node_overlaps'], 0)
        self.assertEqual(report['band_misplaced'], 0)


class Workers(support.Case):
    """The worker falls over: a sentence, and the map as it was."""

    def refuse_with(self, script):
        path = self.write_excerpt()
        program = self.folder / 'netzkarte'
        support.shutil.copy(support.NETZKARTE, program)
        if script is not None:
            self.write('netzkarte-layout', '#!/bin/sh\n' + script).chmod(0o755)
        with self.unchanged():
            sentence = self.refuse('layout', path, program=program)
            again = self.refuse('export', path, '-o', 'figure.pdf', program=program)
            self.assertEqual(again, sentence)
        return sentence

    def test_sentences(self):
        unchanged = 'The map is unchanged.'
        damaged = 'The calculation’s result can’t be used: it is damaged. The map is unchanged.'
        scripts = {
            'kill -SEGV $$': f'The calculation ended unexpectedly (signal 11). {unchanged}',
            'kill -KILL $$': f'The calculation ended unexpectedly (signal 9). {unchanged}',
            'exec <&-; exit 3': f'The calculation ended unexpectedly (status 3). {unchanged}',
            'cat >/dev/null; echo "It is too hard." >&2; exit 1':
                f'The calculation is not possible. {unchanged} (It is too hard.)',
            'exit 0': f'The calculation ended without a result. {unchanged}',
            'cat >/dev/null; echo hello': damaged,
            'cat >/dev/null; echo "{}"': damaged,
        }
        for script, sentence in scripts.items():
            with self.subTest(script=script):
                self.assertEqual(self.refuse_with(script + '\n'), sentence)

    def test_missing(self):
        missing = 'The program “netzkarte-layout” is missing. Please install Netzkarte again.'
        self.assertEqual(self.refuse_with(None), missing)


if __name__ == '__main__':
    support.unittest.main()
