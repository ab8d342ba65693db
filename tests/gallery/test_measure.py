"""The measuring tool itself: a drawing that is right, and one made from it to break each rule."""

import copy
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

import measure

MAP = {
    'language': 'de',
    'levels': [{'id': 'city', 'name': 'Gesamtstadt'}],
    'sectors': [{'id': 'body', 'name': 'Gremien'}, {'id': 'unused', 'name': 'Politik'}],
    'kinds': [{'id': 'help', 'name': 'Hilfe'}, {'id': 'unused', 'name': 'Streit'}],
    'actors': [{'id': 'a', 'name': 'Runder Tisch', 'sector': 'body', 'level': 'city'},
               {'id': 'b', 'name': 'Jugendamt'}],
    'ties': [{'id': 't', 'from': 'a', 'to': 'b', 'kind': 'help', 'formal': True, 'name': 'seit 2015'}]}


def text(kind, record, x, y, width, *lines, size=8):
    item = {'type': kind, 'x': x, 'y': y, 'width': width, 'height': 10 * len(lines), 'text': list(lines),
            'lines': [[x, y + 8 + 10 * i] for i in range(len(lines))], 'font_size': size}
    return {**item, 'record': record} if record else item


def actor(record, *outline):
    xs, ys = zip(*outline)
    return {'type': 'actor', 'record': record, 'x': min(xs), 'y': min(ys), 'width': max(xs) - min(xs),
            'height': max(ys) - min(ys), 'outline': [list(point) for point in outline]}


SCENE = {'page': {'width': 300, 'height': 200}, 'items': [
    {'type': 'band', 'record': 'level/city', 'x': 5, 'y': 5, 'width': 290, 'height': 100},
    text('label', 'level/city', 10, 50, 40, 'Gesamtstadt'),
    {'type': 'tie', 'record': 'tie/t', 'x': 120.8, 'y': 40, 'width': 58.4, 'height': 2,
     'path': [[120.8, 41], [179.2, 41]]},
    text('label', 'tie/t', 135, 45, 30, 'seit 2015'),
    actor('actor/a', (60, 41), (90, 20), (120, 41), (90, 62)),
    text('label', 'actor/a', 78, 31, 24, 'Runder', 'Tisch'),
    actor('actor/b', (180, 30), (230, 30), (230, 52), (180, 52)),
    text('label', 'actor/b', 184, 36, 42, 'Jugendamt'),
    {'type': 'legend', 'x': 10, 'y': 120, 'width': 280, 'height': 0.5, 'path': [[10, 120], [290, 120]]},
    text('legend', None, 10, 125, 40, 'Akteur_innen'),
    text('legend', 'sector/body', 10, 135, 40, 'Gremien'), text('legend', None, 10, 145, 40, 'ohne Sektor'),
    text('legend', None, 100, 125, 40, 'Verbindungen'), text('legend', 'kind/help', 100, 135, 40, 'Hilfe'),
    text('legend', None, 200, 125, 40, 'Linien'), text('legend', None, 200, 135, 40, 'formell')]}
ROWS = {row: next(i for i, item in enumerate(SCENE['items'])
                  if row in (item.get('record'), ' '.join(item.get('text', []))) and item['type'] == 'legend')
        for row in ('sector/body', 'kind/help', 'Akteur_innen', 'formell', 'ohne Sektor')}


def item(scene, kind, record):
    return next(i for i in scene['items'] if (i['type'], i.get('record')) == (kind, record))


def move(entry, x, y):
    entry['x'] += x
    entry['y'] += y
    for name in ('outline', 'lines', 'path'):
        entry[name] = [[px + x, py + y] for px, py in entry.get(name, [])]


def move_actor(scene, key, x, y):
    for kind in ('actor', 'label'):
        move(item(scene, kind, f'actor/{key}'), x, y)


def stretch(scene):
    """Ties that bring the path along, so that only what is meant is broken."""
    item(scene, 'tie', 'tie/t')['path'][1] = [item(scene, 'actor', 'actor/b')['x'], 41]


# What breaks a rule, and the rule that it breaks.
BREAKS = [
    ('overlap', 'one box on the edge of another',
     lambda s: (move_actor(s, 'b', -61, 0), stretch(s), s['items'].remove(item(s, 'label', 'tie/t')))),
    ('overlap', 'boxes overlap, though outlines do not',
     lambda s: (move_actor(s, 'b', -62, 18), item(s, 'tie', 'tie/t').update(path=[[120, 41], [140, 48]]),
                s['items'].remove(item(s, 'label', 'tie/t')))),
    ('shape', 'beside it', lambda s: move(item(s, 'label', 'actor/b'), 6, 0)),
    ('shape', 'inside its box, but over the slope of a diamond',
     lambda s: item(s, 'label', 'actor/a').update(x=66, width=48, lines=[[66, 39], [78, 49]])),
    ('shape', 'below it', lambda s: move(item(s, 'label', 'actor/b'), 0, 8)),
    ('cut', 'left out', lambda s: s['items'].remove(item(s, 'label', 'actor/b'))),
    ('cut', 'with an ellipsis', lambda s: item(s, 'label', 'actor/b').update(text=['Jugend…'])),
    ('cut', 'a line is missing', lambda s: item(s, 'label', 'actor/a').update(text=['Runder'], lines=[[78, 39]])),
    ('cut', 'in the legend', lambda s: s['items'][ROWS['sector/body']].update(text=['Gremi'])),
    ('cut', 'of a band', lambda s: item(s, 'label', 'level/city').update(text=['Gesamt-', 'stad'])),
    ('cut', 'of a tie', lambda s: item(s, 'label', 'tie/t').update(text=['seit'])),
    ('small', 'in the legend', lambda s: s['items'][ROWS['formell']].update(font_size=6.9)),
    ('page', 'right of it', lambda s: s['page'].update(width=294)),
    ('page', 'above it', lambda s: move(s['items'][0], 0, -5.1)),
    ('legend', 'an unused sector', lambda s: s['items'].append(text('legend', 'sector/unused', 10, 155, 40, 'Politik'))),
    ('legend', 'another form of line', lambda s: s['items'].append(text('legend', None, 200, 145, 40, 'informell'))),
    ('legend', 'one strength', lambda s: s['items'].append(text('legend', None, 200, 145, 40, 'schwach'))),
    ('legend', 'a sector twice', lambda s: s['items'].append(text('legend', 'sector/body', 10, 155, 40, 'Gremien'))),
    *(('legend', f'without {row}', lambda s, i=i: s['items'].pop(i)) for row, i in ROWS.items()),
    ('legend', 'without what is absent',
     lambda s: (item(s, 'actor', 'actor/b').update(absent=True), s['items'].remove(item(s, 'label', 'actor/b')))),
    ('legend', 'in another language', lambda s: s['items'][ROWS['formell']].update(text=['formal'])),
    ('ends', 'beside its actor', lambda s: item(s, 'tie', 'tie/t')['path'].append([178, 41])),
    ('ends', 'inside its actor', lambda s: item(s, 'tie', 'tie/t')['path'].append([200, 41])),
    ('ends', 'at its box, not its outline', lambda s: item(s, 'tie', 'tie/t')['path'].insert(0, [120, 25])),
    ('covered', 'a tie’s words over an actor', lambda s: move(item(s, 'label', 'tie/t'), 25, 0)),
    ('covered', 'a band’s name under an actor', lambda s: move(item(s, 'label', 'level/city'), 15, -15)),
]


class Measure(unittest.TestCase):
    def broken(self, scene, **options):
        return {rule for rule, found in measure.measure(scene, MAP, **options).items() if found}

    def test_right(self):
        self.assertEqual(self.broken(SCENE), set())

    def test_breaks(self):
        for rule, how, change in BREAKS:
            with self.subTest(rule=rule, how=how):
                scene = copy.deepcopy(SCENE)
                change(scene)
                self.assertEqual(self.broken(scene), {rule})

    def test_every_rule(self):
        self.assertEqual({rule for rule, _, _ in BREAKS}, set(measure.RULES))

    def test_broken_words(self):
        """Where a name is broken, and with which hyphen, is no matter."""
        scene = copy.deepcopy(SCENE)
        item(scene, 'label', 'actor/b').update(text=['Jugend-', 'amt'], lines=[[184, 40], [184, 48]])
        self.assertEqual(self.broken(scene), set())

    def test_without_legend(self):
        scene = copy.deepcopy(SCENE)
        self.assertEqual(self.broken(scene, legend=False), {'legend'})
        scene['items'] = [entry for entry in scene['items'] if entry['type'] != 'legend']
        self.assertEqual(self.broken(scene, legend=False), set())

    def test_strengths(self):
        """Where there are several, each is explained."""
        content, scene = copy.deepcopy(MAP), copy.deepcopy(SCENE)
        content['ties'].append({**content['ties'][0], 'id': 'u', 'strength': 3})
        scene['items'].append({**item(scene, 'tie', 'tie/t'), 'record': 'tie/u'})
        self.assertEqual(measure.measure(scene, content)['legend'], ['schwach is missing', 'stark is missing'])

    def test_planes(self):
        """On each plane an actor has a shape of its own; a tie may end at any of them."""
        scene = copy.deepcopy(SCENE)
        for kind in ('actor', 'label'):
            scene['items'].append({**copy.deepcopy(item(scene, kind, 'actor/b')), 'plane': 'people'})
            move(scene['items'][-1], 0, 40)
        item(scene, 'tie', 'tie/t').update(plane='people', path=[[120.8, 41], [180, 81]])
        self.assertEqual(self.broken(scene), set())

    def test_planes_are_explained(self):
        """Stems of actors, and ties from plane to plane."""
        scene = copy.deepcopy(SCENE)
        for kind in ('actor', 'label'):
            for key in 'ab':
                item(scene, kind, f'actor/{key}')['plane'] = 'people'
        item(scene, 'actor', 'actor/b')['path'] = [[205, 30], [205, 20]]
        self.assertEqual(measure.measure(scene, MAP)['legend'],
                         ['auf zwei Schichten zugleich is missing', 'von Schicht zu Schicht is missing'])

    def test_command(self):
        """It is silent and succeeds, or names what is wrong and fails."""
        with tempfile.TemporaryDirectory(prefix='netzkarte-test-') as folder:
            paths = [pathlib.Path(folder, name) for name in ('a.scene.json', 'map.json')]
            scene = copy.deepcopy(SCENE)
            for expected in ((0, ''), (1, 'small: actor/b: 6 pt\n')):
                for path, content in zip(paths, (scene, MAP)):
                    path.write_text(json.dumps(content), encoding='utf-8')
                result = subprocess.run([sys.executable, '-B', measure.__file__, *paths], check=False,
                                        capture_output=True, text=True)
                self.assertEqual((result.returncode, result.stdout), expected)
                item(scene, 'label', 'actor/b')['font_size'] = 6


if __name__ == '__main__':
    unittest.main()
