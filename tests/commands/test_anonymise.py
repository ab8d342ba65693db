"""netzkarte convert, and what it and export leave of the names of persons."""

import json
import pathlib
import shutil
import subprocess
import sys
import unittest

import persons
import support

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / 'layout'))
import city   # noqa: E402

WARNING = 'Keep this list apart from the copy: it holds the names.'
STRUCTURE = ('level', 'district', 'sector', 'structure', 'place', 'people', 'influence', 'person', 'since',
             'until', 'x', 'y', 'pinned', 'kind', 'formal', 'strength', 'certainty', 'bends', 'color', 'shape',
             'width', 'date', 'type', 'show')


def crowd(number, n, actors=30):
    """A made-up city with `n` persons in it, and their names."""
    content = city.city(city.plan(number, actors=actors, ties=2 * actors, districts=2))
    for i, actor in enumerate(content['actors']):
        actor.update(x=150 * (i % 6), y=70 * (i // 6))
    return content, persons.add_persons(content, n)


def shape(content):
    """What a map is like whatever the words and ids are."""
    at = {actor['id']: i for i, actor in enumerate(content['actors'])}
    lists = {name: [{key: record[key] for key in STRUCTURE if key in record} for record in records]
             for name, records in content.items() if isinstance(records, list)}
    return lists, [(at[tie['from']], at[tie['to']]) for tie in content['ties']]


class Anonymous(support.Case):
    def convert(self, path, name='copy.netzkarte.json', **keywords):
        self.succeed('convert', path, name, '--anonymise', '--list', 'list.txt', **keywords)
        return self.folder / name


class Copies(Anonymous):
    def test_nothing_is_left(self):
        """In maps of all sizes, of every spelling; and the copy opens and is the same network."""
        for number in range(4):
            with self.subTest(number=number):
                content, names = crowd(number, 3 + 4 * number)
                path = self.write('map.json', json.dumps(content, ensure_ascii=number % 2 == 0))
                self.assertTrue(set(names) <= set(persons.leaks(names, json.dumps(content))))
                copy = self.convert(path)
                self.assertEqual(persons.leaks(names, copy.read_text(encoding='utf-8')), [])
                self.assertEqual(shape(support.load(copy)), shape(content))
                self.check(copy)

    def check(self, path):
        """It opens, and everything in it that is named by an id is there."""
        said = self.run_program('check', path).stdout
        self.assertNotIn('is not in the map', said)

    def test_aliases(self):
        content, names = crowd(1, 6)
        copy = support.load(self.convert(self.write('map.json', json.dumps(content))))
        for i, actor in enumerate(copy['actors'][:6]):
            before = content['actors'][i]
            expected = before.get('alias') or rf'Person {i + 1}(, .+)?'
            self.assertRegex(actor['name'], rf'\A{expected}\Z')
            self.assertEqual(actor['alias'], actor['name'])
            self.assertEqual(actor['id'], f'person-{i + 1}')
            self.assertTrue({'short', 'note', 'x-contact'}.isdisjoint(actor))

    def test_example(self):
        path = self.convert(support.EXAMPLE)
        names = [word for actor in support.load(support.EXAMPLE)['actors'] if actor.get('person')
                 for word in (actor['name'], actor.get('short')) if word]
        self.assertEqual(persons.leaks(names, path.read_text(encoding='utf-8')), [])
        self.assertEqual(shape(support.load(path)), shape(support.load(support.EXAMPLE)))
        self.check(path)

    def test_again(self):
        """The copy of a copy is the same, and so is every copy."""
        content, _ = crowd(2, 8)
        first = self.convert(self.write('map.json', json.dumps(content)))
        again = self.convert(first, 'again.netzkarte.json')
        self.assertEqual(first.read_bytes(), again.read_bytes())
        second = self.convert('map.json', 'second.netzkarte.json', LC_ALL='C', TZ='Pacific/Kiritimati')
        self.assertEqual(first.read_bytes(), second.read_bytes())

    def test_added_behind(self):
        """Who was there keeps the alias when another comes."""
        content, _ = crowd(3, 5)
        before = support.load(self.convert(self.write('map.json', json.dumps(content))))
        content['actors'].append({'id': 'new', 'name': 'Klara Neubauer', 'person': True})
        after = support.load(self.convert(self.write('map.json', json.dumps(content))))
        names = [[actor['name'] for actor in copy['actors'] if actor.get('person')] for copy in (before, after)]
        self.assertEqual(names[1], names[0] + ['Person 6'])

    def test_without_persons(self):
        """The copy has what the map has, in the form in which maps are written."""
        for options in ([], ['--anonymise', '--list', 'list.txt']):
            path = self.write('map.json', json.dumps({'version': 1, 'format': 'netzkarte', 'x': 1,
                                                      'actors': [{'name': 'A', 'id': 'a'}]}))
            self.succeed('convert', path, 'copy.json', *options)
            self.assertEqual((self.folder / 'copy.json').read_text(),
                             '{\n  "format": "netzkarte",\n  "version": 1,\n  "x": 1,\n  "actors": [\n'
                             '    {"id": "a", "name": "A"}\n  ]\n}\n')


class Figures(Anonymous):
    """No name is in the bytes of a figure, not even of those that are packed; and the names that may be
    read are there."""

    def export(self, path, name, *options):
        self.succeed('export', path, '-o', name, '--anonymise', '--list', 'list.txt', *options)
        return self.folder / name

    def check(self, path, names):
        for text in persons.texts_in(path.read_bytes()):
            self.assertEqual(persons.leaks(names, text), [], path.name)
        for tool in (['pdftotext', '-raw', path, '-'], ['pdfinfo', path]):
            if path.suffix == '.pdf' and shutil.which(tool[0]):
                said = subprocess.run(tool, capture_output=True, text=True, check=True).stdout
                self.assertEqual(persons.leaks(names, said), [], tool)

    def test_no_name_in_any_format(self):
        content, names = crowd(1, 6)
        content['notes'] = content['notes'][:8]
        path = self.write('map.json', json.dumps(content))
        words = ['--title', f'Das Netz von {names[0]}', '--caption', f'Quelle: {names[1]}']
        for view in ('levels', 'layers'):
            for form in ('pdf', 'svg', 'png', 'scene.json'):
                with self.subTest(view=view, form=form):
                    figure = self.export(path, f'figure.{form}', '--view', view, *words)
                    self.check(figure, names)
            self.assertIn('Das Netz von Person 1', (self.folder / 'figure.svg').read_text())

    def test_names_are_found(self):
        """The search that finds nothing would find what is there."""
        content, names = crowd(1, 6)
        path = self.write('map.json', json.dumps(content))
        for form in ('pdf', 'svg', 'png', 'scene.json'):
            self.succeed('export', path, '-o', f'figure.{form}', '--title', f'Das Netz von {names[0]}')
            texts = list(persons.texts_in((self.folder / f'figure.{form}').read_bytes()))
            self.assertTrue(any(persons.leaks(names[:1], text) for text in texts), form)

    def test_refusals(self):
        path = self.write_map(actors=[{'id': 'a', 'name': 'Erika Mustermann', 'person': True}])
        rows = [
            (['-o', 'mustermann.pdf', '--anonymise'],
             'The file name “mustermann.pdf” holds a name that is replaced. Choose another.'),
            (['-o', 'f.pdf', '--list', 'l'], '“--list” goes with “--anonymise”.'),
            (['-o', 'f.pdf', '--anonymise', '--list', 'f.pdf'],
             'The list holds the names: it needs a file of its own.'),
        ]
        for arguments, sentence in rows:
            with self.subTest(arguments=arguments), self.unchanged():
                self.assertEqual(self.refuse('export', path, *arguments), sentence)


class Convert(Anonymous):
    def test_canonical(self):
        """Of a map as it should be every byte stays, also in place."""
        path = self.copy_example()
        for name in ('copy.netzkarte.json', path.name):
            self.succeed('convert', path, name)
            self.assertEqual((self.folder / name).read_bytes(), support.EXAMPLE.read_bytes())

    def test_list(self):
        path = self.write_map(actors=[{'id': 'a', 'name': 'Erika Mustermann', 'person': True, 'note': 'N'},
                                      {'id': 'b', 'name': 'Büro Mustermann'}])
        result = self.run_program('convert', path, 'copy.json', '--anonymise')
        self.assertEqual((result.returncode, result.stdout), (0, ''))
        lines = result.stderr.splitlines()
        self.assertEqual(lines[:2], [WARNING, '“Erika Mustermann” is now “Person 1”, also in 1 other text.'])
        self.convert(path)
        self.assertEqual((self.folder / 'list.txt').read_text(), result.stderr)

    def test_refusals(self):
        path = self.write_map(actors=[{'id': 'a', 'name': 'Erika Mustermann', 'person': True}])
        usage = ('Name the map and the copy, as in “netzkarte convert city.netzkarte.json '
                 'copy.netzkarte.json”.')
        over = 'The map itself would be written over, and its names would be lost. Name another file.'
        rows = [
            ([], usage), ([path], usage), ([path, 'b.json', 'c.json'], usage),
            ([path, 'copy.txt'], '“copy.txt” must end in .netzkarte.json.'),
            ([path, 'copy.json', '--list', 'l'], '“--list” goes with “--anonymise”.'),
            ([path, path, '--anonymise'], over),
            ([path, 'copy.json', '--anonymise', '--list', path], over),
            ([path, 'copy.json', '--anonymise', '--list', 'copy.json'],
             'The list holds the names: it needs a file of its own.'),
            ([path, 'netz-mustermann.json', '--anonymise'],
             'The file name “netz-mustermann.json” holds a name that is replaced. Choose another.'),
            ([path, 'copy.json', '--anonymise', '--list', 'none/list.txt'],
             f'{self.folder}/none/list.txt cannot be written: its folder does not exist.'),
        ]
        for arguments, sentence in rows:
            with self.subTest(arguments=arguments), self.unchanged():
                self.assertEqual(self.refuse('convert', *arguments), sentence)


if __name__ == '__main__':
    unittest.main()
