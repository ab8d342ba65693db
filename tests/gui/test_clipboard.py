"""Cut, copy, paste and duplicate: within a map, between maps of two programs, and beside entries that have
such keys of their own."""

import json
import subprocess

import driver
from display import run
from tree import has, text_of, wait_until

FRAGMENT = 'application/vnd.netzkarte.fragment+json'


class Clipboard(driver.WindowTest):
    def setUp(self):
        super().setUp()
        self.path = driver.copy_of(driver.SMALL, self.folder)

    def select(self, window, *names):
        for i, name in enumerate(names):
            window.click(window.actor(name), holding='shift' if i else None)
            window.wait('select .*actor/')

    def saved(self, window, path=None):
        window.save(path or self.path)
        return json.loads((path or self.path).read_bytes())

    def clipboard(self, kind):
        done = subprocess.run(['xclip', '-selection', 'clipboard', '-out', '-target', kind],
                              check=True, stdout=subprocess.PIPE)
        return done.stdout.decode()

    def test_copy_and_paste(self):
        """Beside the original, with the ties among those that were copied, and selected."""
        with self.open(self.path) as window:
            self.select(window, 'Mayor', 'Council')
            window.keys('ctrl+c')
            window.wait('clip records=2')
            window.keys('ctrl+v')
            window.wait('edit "Paste"')
            window.wait('pasted records=3 left-out=0')
            self.assertEqual(window.actors().count('Mayor'), 2)
            actors = {actor['id']: actor for actor in self.saved(window)['actors']}
            copy, first = actors['mayor-2'], actors['mayor']
            self.assertEqual((copy['level'], copy['sector'], copy['since']),
                             ('city', 'office', '2014'))
            self.assertNotEqual((copy['x'], copy['y']), (first['x'], first['y']))
            self.assertLess(abs(copy['x'] - first['x']), 400)
            self.assertEqual(actors['council-2']['x'] - copy['x'],
                             actors['council']['x'] - first['x'])
            self.assertIsNotNone(window.log.last('select actor/mayor-2 actor/council-2'))
            window.keys('ctrl+z')
            window.wait('undo "Paste" modified=1')
            self.assertEqual(window.actors().count('Mayor'), 1)

    def test_cut_and_paste(self):
        """What is pasted where it was is what it was, with its ties."""
        with self.open(self.path) as window:
            before = self.path.read_bytes()
            self.select(window, 'Round Table')
            window.keys('ctrl+x')
            window.wait('clip records=1')
            window.wait('edit "Cut" modified=1')
            self.assertNotIn('Round Table', window.actors())
            window.keys('ctrl+v')
            window.wait('pasted records=3 left-out=0')
            after = self.saved(window)
            self.assertEqual({tie['id'] for tie in after['ties']}, {'t1', 't2', 't3', 't4', 't5'})
            for _ in range(2):
                window.keys('ctrl+z')
                window.wait('undo')
            window.save(self.path)
            self.assertEqual(self.path.read_bytes(), before)

    def test_duplicate(self):
        with self.open(self.path) as window:
            self.select(window, 'Mayor')
            window.keys('ctrl+d')
            window.wait('edit "Duplicate"')
            self.assertEqual(window.actors().count('Mayor'), 2)
            self.assertEqual(len(self.saved(window)['ties']), 5)
            self.assertIsNone(window.log.last('clip'))

    def test_other_program(self):
        """Sectors, levels and kinds come along, and those of the same name are the same."""
        other = driver.copy_of(driver.EXAMPLE, self.folder)
        with self.open(other) as window:
            name = window.actors()[0]
            window.keys('ctrl+a')
            window.keys('ctrl+c')
            window.wait('clip records=')
            fragment = json.loads(self.clipboard(FRAGMENT))
            self.assertIn(name, [actor['name'] for actor in fragment['actors']])
            with self.open(self.path) as second:
                second.keys('ctrl+v')
                second.wait('edit "Paste"')
                second.rest()
                mixed = self.saved(second)
        levels = [level['name'] for level in mixed['levels']]
        self.assertEqual(levels[:3], ['City', 'Between', 'Quarter'])
        self.assertIn('Gesamtstadt (kommunale Ebene)', levels)
        self.assertEqual(len(mixed['actors']), 8 + len(fragment['actors']))
        ids = {kind: {record['id'] for record in mixed[f'{kind}s']}
               for kind in ('level', 'sector', 'district', 'actor')}
        for actor in mixed['actors']:
            for field in ('level', 'sector', 'district'):
                self.assertIn(actor.get(field, ''), ids[field] | {''})

    def test_rows(self):
        """A spreadsheet gets rows, as text and as a table."""
        with self.open(self.path) as window:
            self.select(window, 'School', 'Choir')
            window.keys('ctrl+c')
            window.wait('clip records=2')
            self.assertEqual(self.clipboard('UTF8_STRING'),
                             'Name\tLevel\tDistrict\tSector\tPlace\tPeople\n'
                             'School\tQuarter\tNorth\tOffice\t3\t\n'
                             'Choir\tQuarter\tNorth\tClub\t\t3\n')
            self.assertIn('<td>Choir</td><td>Quarter</td>', self.clipboard('text/html'))
            targets = run('xclip', '-selection', 'clipboard', '-out', '-target', 'TARGETS').split()
            self.assertIn(FRAGMENT, targets)
            # What is on the clipboard does not follow the map.
            window.keys('Delete')
            window.wait('edit "Delete Actors"')
            self.assertIn('Choir', self.clipboard('UTF8_STRING'))

    def test_table(self):
        """The rows that are selected in a table, in its columns."""
        with self.open(self.path) as window:
            self.select(window, 'Council')
            window.keys('ctrl+t')
            window.wait('rows 8 of 8')
            window.keys('ctrl+c')
            window.wait('clip records=1')
            head, row, end = self.clipboard('UTF8_STRING').split('\n')
            cells = dict(zip(head.split('\t'), row.split('\t')))
            self.assertEqual((cells['Name'], cells['Level'], cells['Until']), ('Council', 'City', ''))

    def test_entries_keep_their_keys(self):
        with self.open(self.path) as window:
            self.select(window, 'School')
            entry = window.find('text', 'Name')
            window.click(entry)
            wait_until(lambda: has(entry, 'FOCUSED'), 'the keyboard in the entry')
            window.keys('ctrl+a', 'ctrl+c')
            wait_until(lambda: self.clipboard('UTF8_STRING') == 'School', 'the word on the clipboard')
            window.keys('End', 'ctrl+v')
            wait_until(lambda: text_of(entry) == 'SchoolSchool', 'the word twice')
            self.assertIsNone(window.log.last('clip'))
            self.assertIsNone(window.log.last('pasting'))

    def test_nothing(self):
        with self.open(self.path) as window:
            window.keys('ctrl+v')
            window.wait('message "There is nothing on the clipboard that a map can have')
            self.assertFalse(window.is_modified())


if __name__ == '__main__':
    driver.main()
