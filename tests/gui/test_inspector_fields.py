"""The inspector, field by field: several records at once, evidence, the map's own attributes,
dates, the ends of ties, and what does not move."""

import driver
from inspecting import InspectorTest
from tree import focused, has, name_of, role_of, text_of, wait_until

HEADING = 20  # pixels of the heading of a group, which is above what is in the group


def enrich(data):
    """What the small map has not."""
    data['attributes'] = [{'id': 'culture', 'name': 'Culture', 'values': ['Law', 'Project']}]
    data['phases'] = [{'id': 'start', 'name': 'Beginning', 'since': '2014-10', 'until': '2015-08'}]
    data['events'] = [{'id': 'e1', 'name': 'First meeting', 'date': '2014-11-03'}]
    data['sources'] = [{'id': 'i3', 'name': 'Interview 3', 'type': 'interview'},
                       {'id': 'wp', 'name': 'Working paper'}]
    actors = {actor['id']: actor for actor in data['actors']}
    actors['school'].update(note='Ask again', evidence=[{'source': 'i3', 'locator': 'p. 1'},
                                                        {'source': 'wp'}])
    actors['choir'].update(evidence=[{'source': 'i3', 'locator': 'p. 1'}])
    data['ties'][3]['bends'] = [[500, 220]]


class Fields(InspectorTest):
    def setUp(self):
        super().setUp()
        self.change_map(enrich)

    def heading(self, window, text):
        window.find_label(text)

    def focus_is(self, window, role, name):
        wait_until(lambda: name_of(focused(window.frame, role)).startswith(name),
                   f'the keyboard in “{name}”')

    def take(self, window, button, name, row):
        """Opens a menu beside an entry and takes a row of it."""
        window.click(self.reach(window, button))
        window.find('menu item', name)
        window.keys(*['Down'] * row, 'Return')

    def open_group(self, window, name):
        place = window.place(self.reach(window, window.find('push button', name), HEADING))
        window.click((place.x + HEADING, place.y + HEADING / 2))

    # Several at once

    def test_text_of_several(self):
        with self.open(self.path) as window:
            self.select(window, 'School', 'Choir')
            self.reach(window, window.find('text', 'Note'))
            self.assertTrue(has(window.find_label('Mixed'), 'VISIBLE'))
            self.replace(window, 'Note', 'See both')
            wait_until(lambda: window.log.count('edit "Change “Note”"') == 8, 'what was typed')
            self.assertEqual(self.record(window, 'actors', 'choir')['note'], 'See both')
            window.keys('ctrl+z')
            window.wait('undo "Change “Note”"')
            self.assertEqual(self.record(window, 'actors', 'school')['note'], 'Ask again')
            self.assertNotIn('note', self.record(window, 'actors', 'choir'))

    def test_actors_and_ties(self):
        with self.open(self.path) as window:
            self.select(window, 'School')
            self.select_tie(window, 'Mayor', 'Council', holding='shift')
            self.heading(window, '1 actor, 1 tie')
            self.assertIsNone(window.look_for('text', lambda node: name_of(node) == 'Name'))
            self.press(window, 'People 1')
            window.wait('edit "Change “People”"')
            self.replace(window, 'Since', '2016')
            self.assertEqual(self.record(window, 'ties', 't1')['people'], 1)
            self.assertEqual(self.record(window, 'ties', 't1')['since'], '2016')
            self.assertEqual(self.record(window, 'actors', 'school')['since'], '2016')

    def test_mixed_choices(self):
        with self.open(self.path) as window:
            self.select(window, 'Mayor', 'School')
            self.reach(window, window.find('combo box', 'Level'))
            window.find_label('Mixed')
            pinned = self.reach(window, window.find('check box', 'Pinned'))
            self.assertTrue(has(pinned, 'INDETERMINATE'))
            window.click(pinned)
            window.wait('edit "Change “Pinned”"')
            self.assertFalse(has(pinned, 'INDETERMINATE'))
            self.assertTrue(self.record(window, 'actors', 'school')['pinned'])

    # Evidence

    def add_evidence(self, window, text):
        self.press(window, 'Add Evidence')
        self.focus_is(window, 'text', 'Name of a source')
        window.type(text)

    def test_evidence(self):
        with self.open(self.path) as window:
            self.select(window, 'Library')
            self.add_evidence(window, 'work')
            window.keys('Return')
            window.wait('edit "Change “Evidence”"')
            self.focus_is(window, 'text', 'Place in the source')
            window.type('p. 7')
            window.keys('Return')
            self.focus_is(window, 'text', 'Note on it')
            window.type('said twice')
            wait_until(lambda: window.log.count('edit "Change “Evidence”"') == 15, 'what was typed')
            self.assertEqual(self.record(window, 'actors', 'library')['evidence'],
                             [{'source': 'wp', 'locator': 'p. 7', 'note': 'said twice'}])
            for undone in ('"Change “Evidence”"', '"Change “Evidence”"'):
                window.keys('ctrl+z')
                window.wait(f'undo {undone}')
            self.assertNotIn('evidence', self.record(window, 'actors', 'library'))

    def test_order_of_evidence(self):
        with self.open(self.path) as window:
            self.select(window, 'School')
            self.press(window, 'Move down')
            window.wait('edit "Change “Evidence”"')
            self.assertEqual([e['source'] for e in
                              self.record(window, 'actors', 'school')['evidence']], ['wp', 'i3'])
            self.press(window, 'Remove this evidence')
            window.wait('edit "Change “Evidence”"')
            self.assertEqual(self.record(window, 'actors', 'school')['evidence'],
                             [{'source': 'i3', 'locator': 'p. 1'}])

    def test_new_source(self):
        with self.open(self.path) as window:
            self.select(window, 'Library')
            self.add_evidence(window, 'Interview 9')
            self.assertTrue(has(window.find('push button', 'New Source'), 'SENSITIVE'))
            window.keys('Return')
            window.wait('edit "Add Source"')
            source = self.record(window, 'actors', 'library')['evidence'][0]['source']
            self.assertEqual(self.record(window, 'sources', source),
                             {'id': source, 'name': 'Interview 9', 'type': 'interview'})
            window.keys('ctrl+z')
            window.wait('undo "Add Source"')
            self.assertNotIn('evidence', self.record(window, 'actors', 'library'))

    def test_evidence_of_several(self):
        with self.open(self.path) as window:
            self.select(window, 'School', 'Choir')
            self.reach(window, window.find('push button', 'Add Evidence'))
            window.find_label('Here is what all have in common.*')
            self.assertIsNone(window.look_for('push button', lambda n: name_of(n) == 'Move down'))
            self.press(window, 'Remove this evidence')
            window.wait('edit "Change “Evidence”"')
            self.add_evidence(window, 'Working')
            window.keys('Return')
            window.wait('edit "Change “Evidence”"')
            self.assertEqual(self.record(window, 'actors', 'school')['evidence'],
                             [{'source': 'wp'}, {'source': 'wp'}])
            self.assertEqual(self.record(window, 'actors', 'choir')['evidence'], [{'source': 'wp'}])

    # Attributes and dates

    def test_attribute(self):
        with self.open(self.path) as window:
            self.select(window, 'School')
            self.take(window, window.find('push button', 'Choose a value'), 'Project', 1)
            window.wait('edit "Change “Culture”"')
            self.assertEqual(self.record(window, 'actors', 'school')['attributes'],
                             {'culture': 'Project'})
            self.replace(window, 'Culture', 'Care')
            self.press(window, 'Add “Care” to the Values')
            window.wait('edit "Add Value"')
            self.assertEqual(self.record(window, 'attributes', 'culture')['values'],
                             ['Law', 'Project', 'Care'])
            self.assertEqual(self.record(window, 'actors', 'school')['attributes'],
                             {'culture': 'Care'})

    def test_date_of_phase(self):
        with self.open(self.path) as window:
            self.select(window, 'School')
            entry = self.reach(window, window.find('text', 'Until'))
            self.take(window, window.find('push button', 'Take the date of a phase or an event',
                                          entry.get_parent()), '2015-08  Beginning', 0)
            window.wait('edit "Change “Until”"')
            self.assertEqual(self.record(window, 'actors', 'school')['until'], '2015-08')

    def test_refused_date_stays(self):
        with self.open(self.path) as window:
            self.select(window, 'Mayor')
            self.replace(window, 'Since', '2016-1x')
            window.find_label('“2016-1x” is not a date.* Until then, the map keeps 2014.')
            self.press(window, 'People 1')
            window.wait('edit "Change “People”"')
            self.assertEqual(text_of(window.find('text', 'Since')), '2016-1x')
            self.assertEqual(self.record(window, 'actors', 'mayor')['since'], '2014')
            self.replace(window, 'Since', '2016-10')
            self.assertEqual(self.record(window, 'actors', 'mayor')['since'], '2016-10')

    # Ties

    def test_end_of_tie(self):
        with self.open(self.path) as window:
            self.select_tie(window, 'Council', 'Round Table')
            window.click(window.find('push button', 'To'))
            self.focus_is(window, 'text', 'Name of an actor')
            window.type('schoo')
            window.find('list item', 'School')
            window.keys('Return')
            window.wait('edit "Move End of Tie"')
            self.assertEqual(self.record(window, 'ties', 't2')['to'], 'school')
            window.click(window.find('push button', 'Select “School”'))
            window.wait('select actor/school')

    def test_straighten(self):
        with self.open(self.path) as window:
            self.select(window, 'Agency')
            self.open_group(window, 'Ties')
            window.click(self.reach(window, window.find('list item', '– Library Cooperation')))
            window.wait('select tie/t4')
            self.press(window, 'Straighten')
            window.wait('edit "Straighten Tie"')
            self.assertNotIn('bends', self.record(window, 'ties', 't4'))

    # The keyboard

    def test_enter_goes_on(self):
        with self.open(self.path) as window:
            self.select(window, 'School')
            window.click(window.find('text', 'Name'))
            self.focus_is(window, 'text', 'Name')
            window.keys('Return')
            self.focus_is(window, 'text', 'Short name')

    def test_escape_gives_back(self):
        with self.open(self.path) as window:
            self.select(window, 'School')
            self.replace(window, 'Name', 'Kindergarten')
            wait_until(lambda: 'Kindergarten' in window.actors(), 'the new name on the map')
            window.keys('Escape')
            wait_until(lambda: 'School' in window.actors(), 'the old name on the map')
            wait_until(lambda: role_of(focused(window.frame)) != 'text', 'the keyboard on the map')
            self.assertFalse(window.is_modified())

    # What stays where it is

    def test_nothing_moves(self):
        with self.open(self.path) as window:
            self.select(window, 'Mayor')
            self.reach(window, window.find('push button', 'Add Evidence'))
            labels = ('Note', 'Culture', 'Until')
            places = [window.place(window.find('text', label)) for label in labels]
            for name in ('Library', 'Council'):
                self.select(window, name)
                self.assertEqual([window.place(window.find('text', label)) for label in labels],
                                 places)
            self.select_tie(window, 'Mayor', 'Council')
            self.select(window, 'Mayor')
            self.assertEqual([window.place(window.find('text', label)) for label in labels], places)

    def test_groups_fold(self):
        with self.open(self.path) as window:
            self.select(window, 'Mayor')
            self.open_group(window, 'Time')
            wait_until(lambda: not window.look_for('text', lambda n: name_of(n) == 'Since'),
                       'the dates to go')
        with self.open(self.path) as window:
            self.select_tie(window, 'Mayor', 'Council')
            self.assertIsNone(window.look_for('text', lambda node: name_of(node) == 'Since'))
            self.open_group(window, 'Time')
            window.find('text', 'Since')

    # The map itself, and who is not on it yet

    def test_head(self):
        with self.open(self.path) as window:
            self.heading(window, '8 actors, 5 ties')
            self.replace(window, 'Description', 'Who helps')
            self.take(window, window.find('push button', 'Choose a language'), 'German', 0)
            window.wait('edit "Change “Language”"')
            window.save(self.path)
            text = self.path.read_text(encoding='utf-8')
            self.assertIn('"description": "Who helps"', text)
            self.assertIn('"language": "de"', text)

    def test_source(self):
        with self.open(self.path) as window:
            window.keys('ctrl+t')
            window.click(window.find_label('Sources'))
            window.click(window.find_label('Working paper'))
            window.wait('select source/wp')
            self.heading(window, 'Source')
            self.choose(window, 'Type', 4)
            window.wait('edit "Change “Type”"')
            self.replace(window, 'Date', '2018')
            self.assertEqual(self.record(window, 'sources', 'wp'),
                             {'id': 'wp', 'name': 'Working paper', 'type': 'workshop',
                              'date': '2018'})
            window.keys('ctrl+t')   # windows remember that they are open

    def test_put_on_the_map(self):
        def displace(data):
            school = next(actor for actor in data['actors'] if actor['id'] == 'school')
            del school['x'], school['y']
        self.change_map(displace)
        with self.open(self.path) as window:
            window.keys('alt+4')
            window.wait('view triangle')
            self.select(window, 'School')
            window.find_label('Not yet')
            self.press(window, 'Put There')
            window.wait('edit "Put on the Map"')
            self.assertIn('x', self.record(window, 'actors', 'school'))


if __name__ == '__main__':
    driver.main()
