"""Checks the JSON Schema of the map file: it takes every example map, and refuses what the program
refuses.

Usage: check_schema.py DATA_FOLDER NETZKARTE
"""

import copy
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

import jsonschema

DATA, NETZKARTE = pathlib.Path(sys.argv[1]), sys.argv[2]
SCHEMA = json.loads((DATA / 'netzkarte.schema.json').read_text(encoding='utf-8'))

MAP = {
    'format': 'netzkarte', 'version': 1, 'title': 'A map',
    'levels': [{'id': 'city', 'name': 'City'}],
    'sectors': [{'id': 's', 'name': 'Office', 'color': '#3465a4', 'shape': 'house'}],
    'phases': [{'id': 'p', 'name': 'First', 'since': '2014-10', 'until': '2015'}],
    'actors': [{'id': 'a', 'name': 'A', 'level': 'city', 'structure': 3, 'x': 1.5, 'y': -2,
                'pinned': True, 'evidence': [{'source': 'i3', 'locator': 'p. 4'}]},
               {'id': 'b', 'name': 'B'}],
    'ties': [{'id': 't', 'from': 'a', 'to': 'b', 'formal': True, 'strength': 2, 'bends': [[1, 2]]}],
    'views': [{'id': 'v', 'show': 'layers', 'planes': ['structure', 'people'], 'profile': 'a4',
               'page_width': 174, 'type_size': 8, 'theme': 'grey', 'legend': 'none', 'quiet': True}],
}

# A path into the map, and what must not stand there.
WRONG = [
    (['format'], 'another'), (['version'], 99), (['title'], 5), (['actors'], {}),
    (['actors', 0], 'a'), (['actors', 0, 'id'], ''), (['actors', 0, 'name'], 7),
    (['actors', 0, 'structure'], 4), (['actors', 0, 'structure'], 1.5),
    (['actors', 0, 'x'], '1'), (['actors', 0, 'x'], 1e300), (['actors', 0, 'pinned'], 1),
    (['actors', 0, 'evidence'], [3]), (['actors', 0, 'since'], '2014-13'),
    (['sectors', 0, 'color'], 'red'), (['sectors', 0, 'shape'], 'cloud'),
    (['phases', 0, 'until'], 2015), (['phases', 0, 'until'], '0000'),
    (['ties', 0, 'strength'], 0), (['ties', 0, 'from'], None), (['ties', 0, 'bends'], [[1]]),
    (['ties', 0, 'certainty'], 'maybe'), (['views', 0, 'show'], 'flat'),
    (['views', 0, 'profile'], 'a9'), (['views', 0, 'type_size'], 6), (['views', 0, 'theme'], 'pink'),
    (['views', 0, 'legend'], 'left'), (['views', 0, 'page_width'], 9), (['views', 0, 'planes'], 'all'),
]


def broken_maps():
    for path, value in WRONG:
        broken = copy.deepcopy(MAP)
        *way, last = path
        inner = broken
        for step in way:
            inner = inner[step]
        inner[last] = value
        yield f'{path}: {value!r}', broken


def opens(thing):
    """Whether the program opens the map: check has then 0 or 1 to say, else 2."""
    with tempfile.NamedTemporaryFile('w', suffix='.netzkarte.json', encoding='utf-8') as file:
        json.dump(thing, file)
        file.flush()
        done = subprocess.run([NETZKARTE, 'check', file.name], capture_output=True)
        return done.returncode in (0, 1)


class Schema(unittest.TestCase):
    def setUp(self):
        jsonschema.Draft202012Validator.check_schema(SCHEMA)
        self.validator = jsonschema.Draft202012Validator(SCHEMA)

    def complaints(self, thing):
        return [f'{e.json_path}: {e.message}' for e in self.validator.iter_errors(thing)]

    def test_takes_every_example(self):
        examples = sorted((DATA / 'maps').glob('*.json'))
        self.assertNotEqual(examples, [])
        for path in examples:
            with self.subTest(path.name):
                self.assertEqual(self.complaints(json.loads(path.read_text(encoding='utf-8'))), [])

    def test_takes_what_the_program_takes(self):
        for thing in [
            MAP,
            {'format': 'netzkarte', 'version': 1, 'new': [1]},
            {**MAP, 'sources': [{'id': 's', 'type': '', 'date': ''}]},
            {**MAP, 'kinds': [{'id': 'k', 'color': ''}]},
        ]:
            self.assertEqual(self.complaints(thing), [])
            self.assertTrue(opens(thing))

    def test_refuses_what_the_program_refuses(self):
        for name, broken in broken_maps():
            with self.subTest(name):
                self.assertEqual(len(self.complaints(broken)), 1)
                self.assertFalse(opens(broken))


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
