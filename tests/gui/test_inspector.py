"""The inspector: one undo step for a word typed, a wrong date said beside its field, and what
actors and ties have."""

import driver
from inspecting import InspectorTest
from tree import has, text_of, wait_until


class Inspector(InspectorTest):
    def test_rename(self):
        with self.open(self.path) as window:
            self.select(window, 'School')
            self.replace(window, 'Name', 'Kindergarten')
            wait_until(lambda: 'Kindergarten' in window.actors(), 'the new name on the map')
            self.assertGreater(window.log.count('edit "Change “Name”"'), 5)
            window.keys('ctrl+z')
            window.wait('undo "Change “Name”" modified=0')
            self.assertIn('School', window.actors())
            self.assertEqual(text_of(window.find('text', 'Name')), 'School')
            window.keys('ctrl+shift+z')
            window.wait('redo "Change “Name”" modified=1')
            self.assertEqual(self.record(window, 'actors', 'school')['name'], 'Kindergarten')

    def test_no_date(self):
        before = self.path.read_bytes()
        with self.open(self.path) as window:
            self.select(window, 'Mayor')
            # Its beginning is a date, and still nothing of it comes into the map.
            for label, text in (('Until', '2015-13'), ('Since', '2016-2')):
                self.replace(window, label, text)
                window.find_label(f'“{text}” is not a date.*')
            window.save(self.path)
            self.assertEqual(self.path.read_bytes(), before)
            # What is shown is what was typed, until something else is to be shown.
            self.assertEqual(text_of(window.find('text', 'Since')), '2016-2')
            self.select(window, 'School')
            self.select(window, 'Mayor')
            self.assertEqual(text_of(window.find('text', 'Since')), '2014')

    def test_dates(self):
        with self.open(self.path) as window:
            self.select(window, 'School')
            self.replace(window, 'Since', 'soon')
            said = window.find_label(r'.*2015-09.*')
            self.assertEqual(window.log.count('edit'), 0)
            self.assertFalse(window.is_modified())
            self.replace(window, 'Since', '2015-02')
            wait_until(lambda: not has(said, 'VISIBLE') or text_of(said) == '',
                       'what was said to go')
            self.replace(window, 'Until', '2014')
            window.find_label('This is before it begins.')
            self.replace(window, 'Until', '2016')
            actor = self.record(window, 'actors', 'school')
            self.assertEqual((actor['since'], actor['until']), ('2015-02', '2016'))

    def test_actor(self):
        with self.open(self.path) as window:
            self.select(window, 'Library')
            self.choose(window, 'Level', 2)
            window.wait('edit "Change “Level”" modified=1')
            self.choose(window, 'District', 1)
            window.wait('edit "Change “District”" modified=1')
            self.choose(window, 'Sector', 2)
            window.wait('edit "Change “Sector”" modified=1')
            window.click(window.find('push button', 'Structure 3'))
            window.wait('edit "Change “Structure”" modified=1')
            window.click(window.find('check box', 'A natural person'))
            window.wait('edit "Change “A natural person”" modified=1')
            actor = self.record(window, 'actors', 'library')
            wanted = {'level': 'between', 'district': 'north', 'sector': 'club', 'structure': 3,
                      'person': True}
            self.assertEqual({key: actor[key] for key in wanted}, wanted)

    def test_tie(self):
        with self.open(self.path) as window:
            self.select_tie(window, 'Mayor', 'Council')
            self.choose(window, 'Kind', 2)
            window.wait('edit "Change “Kind”" modified=1')
            window.click(window.find('check box', 'Formal'))
            window.wait('edit "Change “Formal”" modified=1')
            window.click(window.find('push button', 'Strength 3'))
            window.wait('edit "Change “Strength”" modified=1')
            self.choose(window, 'Certainty', 1)
            window.wait('edit "Change “Certainty”" modified=1')
            tie = self.record(window, 'ties', 't1')
            self.assertEqual((tie['kind'], tie['strength'], tie['certainty']),
                             ('funding', 3, 'assumed'))
            self.assertNotIn('formal', tie)
            for _ in range(4):
                window.keys('ctrl+z')
                window.wait('undo')
            self.assertEqual(self.record(window, 'ties', 't1')['kind'], 'steering')

    def test_name_of_tie(self):
        with self.open(self.path) as window:
            self.select_tie(window, 'Mayor', 'Council')
            self.replace(window, 'Name', 'Order')
            window.wait('edit "Change “Name”" modified=1')
            self.select(window, 'School')
            self.select_tie(window, 'Mayor', 'Council')    # by its name, which is in the middle
            self.assertEqual(text_of(window.find('text', 'Name')), 'Order')
            self.assertEqual(self.record(window, 'ties', 't1')['name'], 'Order')

    def test_several(self):
        with self.open(self.path) as window:
            self.select(window, 'School')
            window.click(window.actor('Choir'), holding='shift')
            window.wait('select actor/school actor/choir')
            window.find_label('2 actors')
            window.click(window.find('push button', 'Structure 2'))
            window.wait('edit "Change “Structure”" modified=1')
            self.assertEqual(self.record(window, 'actors', 'school')['structure'], 2)
            self.assertEqual(self.record(window, 'actors', 'choir')['structure'], 2)
            window.keys('ctrl+z')
            window.wait('undo "Change “Structure”"')
            window.click(window.find('push button', 'Delete'))
            window.wait('edit "Delete Actors"')
            self.assertNotIn('Choir', window.actors())


if __name__ == '__main__':
    driver.main()
