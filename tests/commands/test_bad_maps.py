"""Bad input: each with one clear sentence, exit 2 and every file as it was."""

import os

import support

HEAD = '{"format": "netzkarte", "version": 1'

# What it is, its content, and the sentence behind "PATH:".
ROWS = [
    ('empty', '', '1:1: The file is empty.'),
    ('binary', bytes(range(256)), '1:1: The file is not text: here stands a zero byte.'),
    ('200,000 open brackets', '[' * 200_000,
     '1:65: Objects and lists are nested deeper than 64 here.'),
    ('200,000 open objects', '{"a": ' * 200_000,
     '1:385: Objects and lists are nested deeper than 64 here.'),
    ('invalid UTF-8', HEAD.encode() + b',\n"title": "D\xfcsseldorf"}',
     '2:12: The file is not text in UTF-8: here stands the byte FC. '
     'If it is text, save it as UTF-8.'),
    ('a tie to nobody',
     HEAD + ',\n"actors": [{"id": "a"}],\n"ties": [\n{"id": "t", "from": "a", "to": "b"}]}',
     '4: tie/t: “to” is the actor “b”, who is not in the map.'),
    ('a duplicate id', HEAD + ',\n"actors": [{"id": "a"},\n{"id": "a"}]}',
     '3: The id “a” stands twice in “actors”: here and in line 2. Give one of them another id.'),
    ('a duplicate member', HEAD + ',\n"title": "A",\n"title": "B"}',
     '3:1: The member “title” stands twice in one object. Take one of the two out.'),
    ('version 99', '{"format": "netzkarte",\n"version": 99}',
     '2: This map is of version 99, and this program reads up to version 1. '
     'A newer Netzkarte opens it.'),
    ('NaN', HEAD + ', "actors": [\n{"id": "a", "x": NaN}]}',
     '2:18: “NaN” is not a number that a map can hold. Write another, or take the member out.'),
    ('a number as a name', HEAD + ', "actors": [\n{"id": "a", "name": 12}]}',
     '2: actor/a: “name” must be a text, but it is a number.'),
    ('a line break in an id', HEAD + ', "actors": [\n{"id": "a\\nb", "name": 12}]}',
     '2: actor/a b: “name” must be a text, but it is a number.'),
]


class BadMaps(support.Case):
    def refuse_all(self, path, sentence, **options):
        """Whatever is to be done with the map: no."""
        commands = (
            ['check', path],
            ['layout', path],
            ['layout', path, '-o', 'new.json'],
            ['export', path, '-o', 'new.pdf'],
            ['export', path, '-o', 'new.scene.json'],
        )
        with self.unchanged():
            for command in commands:
                with self.subTest(command=command):
                    self.assertEqual(self.refuse(*command, **options), sentence)

    def test_content(self):
        for name, content, sentence in ROWS:
            with self.subTest(name=name):
                path = self.write('map.json', content)
                self.refuse_all(path, f'{path}:{sentence}')

    def test_corpus(self):
        """The messages are those of the reader, with the file's path."""
        refused = sorted(support.CORPUS.glob('n_*.json'))
        self.assertGreater(len(refused), 100)
        for path in refused:
            with self.subTest(name=path.name):
                message = path.with_suffix('.message').read_text(encoding='utf-8').rstrip('\n')
                self.assertEqual(self.refuse('check', path), f'{path.parent}/{message}')

    def test_missing(self):
        path = self.folder / 'map.json'
        self.refuse_all(path, f'{path} does not exist.')
        path.symlink_to('nowhere.json')
        self.refuse_all(path, f'{path} does not exist.')

    def test_folder(self):
        path = self.folder / 'map.json'
        path.mkdir()
        self.refuse_all(path, f'{path} is a folder, not a map.')

    def test_fifo(self):
        path = self.folder / 'map.json'
        os.mkfifo(path)
        self.refuse_all(path, f'{path} is not a regular file, so it cannot be a map.')

    def test_device(self):
        self.refuse_all('/dev/zero', '/dev/zero is not a regular file, so it cannot be a map.')

    def test_no_permission(self):
        path = self.copy_example()
        path.chmod(0)
        before = self.powerless()
        sentence = f'{path} cannot be read: you do not have the permission.'
        self.refuse_all(path, sentence, before=before)

    def test_no_permission_of_folder(self):
        inside = self.folder / 'inside'
        inside.mkdir()
        path = inside / 'map.json'
        before = self.powerless()
        inside.chmod(0)
        self.addCleanup(inside.chmod, 0o700)
        sentence = self.refuse('check', path, before=before)
        self.assertEqual(sentence, f'{path} cannot be read: you do not have the permission.')


if __name__ == '__main__':
    support.unittest.main()
