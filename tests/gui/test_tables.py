"""The tables below the map: what they show, sorting, filtering, editing in place, one selection with the
map, new rows; by keyboard, by mouse, and as they are spoken."""

import json
import os
import pathlib

import driver
from tree import children, focused, has, name_of, role_of, text_of, wait_until, walk

FROM_CITY = ['Mayor', 'Council', 'Round Table', 'Agency', 'School', 'Choir', 'Library', 'Sports Club']


class Tables(driver.WindowTest):
    page = 'Actors'

    def setUp(self):
        super().setUp()
        self.path = driver.copy_of(driver.SMALL, self.folder)
        # What another test has left is not remembered.
        memory = pathlib.Path(os.environ['XDG_STATE_HOME'], 'netzkarte', 'window.ini')
        memory.unlink(missing_ok=True)

    def show(self, window, page='Actors'):
        window.keys('ctrl+t')
        window.wait('table actors')
        self.page = 'Actors'
        if page != 'Actors':
            self.turn(window, page)
        window.rest()

    def turn(self, window, page):
        window.click(window.find('page tab', page))
        window.wait(f'table {page.lower()}')
        self.page = page

    def table(self, window):
        return window.find('tree table', None, within=window.find('panel', self.page))

    def list(self, window):
        return next(node for node in walk(self.table(window)) if role_of(node) == 'list')

    def rows(self, window):
        """What is said of each row."""
        return [name_of(row) for row in children(self.list(window))]

    def names(self, window):
        return [row.split(',')[0] for row in self.rows(window)]

    def row(self, window, name):
        return next(row for row in children(self.list(window)) if name_of(row).startswith(name))

    def heading(self, window, column):
        return window.find('label', column, children(self.table(window))[0])

    def columns(self, window):
        heads = children(self.table(window))[0]
        return [name_of(node) for node in walk(heads) if role_of(node) == 'label']

    def cell(self, window, row, column):
        cells = children(self.row(window, row))
        return next(iter(children(cells[self.columns(window).index(column)])))

    def say(self, window, row, column):
        return name_of(self.cell(window, row, column))

    def on(self, window, said):
        """Waits until the keyboard is on a cell."""
        def is_there():
            node = focused(self.list(window))
            return node is not None and name_of(node) == said
        wait_until(is_there, f'the keyboard on “{said}”')

    def editor(self, window, column):
        window.wait(f'cell {column}')
        return wait_until(lambda: focused(window.frame, 'text'), 'the editor')

    def records(self, window, kind):
        window.save(self.path)
        return {record['id']: record for record in json.loads(self.path.read_bytes())[kind]}

    def test_spoken(self):
        with self.open(self.path) as window:
            self.show(window)
            self.assertEqual(self.names(window), FROM_CITY)
            self.assertEqual(self.rows(window)[4], 'School, Quarter, North, Office, 1 tie')
            self.assertEqual(self.say(window, 'School', 'Place'), '3')
            self.assertEqual(self.say(window, 'School', 'Since'), 'empty')
            window.find_label('8')
            self.on(window, 'Mayor')
            window.keys('Escape')
            wait_until(lambda: focused(window.canvas()), 'the keyboard on the map')
            window.keys('F8')
            wait_until(lambda: window.look_for('tree table', lambda node: True) is None,
                       'the tables folded away')

    def test_other_tables(self):
        with self.open(self.path) as window:
            self.show(window, 'Ties')
            self.assertEqual(self.rows(window)[0], 'Mayor, Council, Steering, Stated')
            self.assertEqual(self.say(window, 'Mayor', 'Formal'), 'Yes')
            self.assertEqual(self.say(window, 'Council', 'Formal'), 'No')
            window.click(self.cell(window, 'Choir', 'From'))
            window.wait('select tie/t5')

    def test_keys(self):
        with self.open(self.path) as window:
            self.show(window)
            window.keys('Down')
            window.wait('select actor/council$')
            self.on(window, 'Council')
            wait_until(lambda: has(self.row(window, 'Council'), 'SELECTED'), 'the row selected')
            window.keys('shift+Down', 'shift+Down')
            window.wait('select actor/council actor/round-table actor/agency$')
            window.keys('ctrl+Down', 'ctrl+space')
            window.wait('select actor/council actor/round-table actor/agency actor/school$')
            window.keys('ctrl+End')
            window.wait('select actor/sports-club$')
            self.on(window, 'Sports Club')
            window.keys('Right')
            self.on(window, 'Quarter')
            window.keys('ctrl+a')
            window.wait('select actor/mayor .* actor/sports-club$')

    def test_selected_on_the_map(self):
        with self.open(self.path) as window:
            self.show(window)
            window.keys('Escape')
            window.click(window.actor('Choir'))
            window.wait('select actor/choir')
            wait_until(lambda: has(self.row(window, 'Choir'), 'SELECTED'), 'the row selected')
            self.assertIsNone(focused(self.list(window)))
            window.click(self.cell(window, 'Agency', 'Name'))
            window.wait('select actor/agency$')
            self.assertTrue(has(window.actor('Agency'), 'SELECTED'))
            window.click(self.cell(window, 'Choir', 'Name'), holding='ctrl')
            window.wait('select actor/agency actor/choir$')

    def test_opened_with_a_selection(self):
        with self.open(driver.copy_of(driver.EXAMPLE, self.folder)) as window:
            window.click(window.actor('Runder Tisch Asyl'))
            window.wait('select actor/')
            self.show(window)
            row = self.row(window, 'Runder Tisch Asyl')
            self.assertTrue(has(row, 'SELECTED'))

            def is_in_sight():
                above, below = window.place(self.list(window)), window.place(row)
                return (above.y <= below.y
                        and below.y + below.height <= above.y + above.height)
            wait_until(is_in_sight, 'its row in sight')

    def test_sort(self):
        with self.open(self.path) as window:
            self.show(window)
            name, since = (window.middle(self.heading(window, word)) for word in ('Name', 'Since'))
            # So far from each other that two clicks are no double one.
            name_again, since_again = ((x + 12, y) for x, y in (name, since))
            window.click(name)
            window.wait('sorted name up')
            wait_until(lambda: self.names(window) == sorted(FROM_CITY), 'the rows by name')
            window.click(name_again)
            window.wait('sorted name down')
            wait_until(lambda: self.names(window) == sorted(FROM_CITY, reverse=True),
                       'the rows by name, downwards')
            # Those who have none are last, either way.
            for place, way in (since, 'up'), (since_again, 'down'):
                window.click(place)
                window.wait(f'sorted since {way}')
                wait_until(lambda: self.names(window)[0] == 'Mayor', 'the only one with a date')

    def test_filter(self):
        with self.open(self.path) as window:
            self.show(window)
            window.type_into(window.find('entry', 'Filter'), 'club')
            # By their sector, and one by name.
            window.wait('rows 3 of 8')
            self.assertEqual(self.names(window), ['Round Table', 'Choir', 'Sports Club'])
            window.find_label('3 of 8')
            window.keys('Return')
            self.on(window, 'Round Table')
            self.turn(window, 'Ties')
            self.assertEqual(self.names(window), ['Choir'])

    def test_edit(self):
        with self.open(self.path) as window:
            self.show(window)
            window.keys('F2')
            self.editor(window, 'name')
            window.keys('ctrl+a')
            window.type('Lord Mayor')
            window.keys('Return')
            window.wait('edit "Change “Name”" modified=1')
            self.on(window, 'Council')
            # A letter begins anew; Tab goes to the next cell.
            window.type('T')
            self.editor(window, 'name')
            window.type('own Council')
            window.keys('Tab')
            window.wait('edit "Change “Name”" modified=1')
            self.editor(window, 'level')
            window.keys('Escape')
            window.wait('cell cancelled')
            self.on(window, 'City')
            actors = self.records(window, 'actors')
            self.assertEqual((actors['mayor']['name'], actors['council']['name']),
                             ('Lord Mayor', 'Town Council'))

    def test_choose(self):
        with self.open(self.path) as window:
            self.show(window)
            window.click(self.cell(window, 'Agency', 'Level'), times=2)
            self.editor(window, 'level')
            window.keys('Down', 'Return')
            window.wait('edit "Change “Level”" modified=1')
            window.click(self.cell(window, 'Mayor', 'Structure'), times=2)
            self.editor(window, 'structure')
            window.type('2')
            window.keys('Return')
            window.wait('edit "Change “Structure”" modified=1')
            window.click(self.cell(window, 'School', 'Sector'), times=2)
            self.editor(window, 'sector')
            window.type('clu')
            window.keys('Return')
            window.wait('edit "Change “Sector”" modified=1')
            actors = self.records(window, 'actors')
            self.assertEqual(actors['agency']['level'], 'quarter')
            self.assertGreater(actors['agency']['y'], 220)   # it has gone there
            self.assertEqual(actors['mayor']['structure'], 2)
            self.assertEqual(actors['school']['sector'], 'club')

    def test_wrong(self):
        before = self.path.read_bytes()
        with self.open(self.path) as window:
            self.show(window)
            window.click(self.cell(window, 'Mayor', 'Since'), times=2)
            editor = self.editor(window, 'since')
            window.keys('ctrl+a')
            window.type('soon')
            window.keys('Return')
            window.wait('cell refused')
            window.find_label('“soon” is not a date.*')
            self.assertEqual(text_of(editor), 'soon')
            window.keys('Escape')
            window.wait('cell cancelled')
            window.click(self.cell(window, 'Mayor', 'Level'), times=2)
            self.editor(window, 'level')
            window.type('nowhere')
            window.keys('Return')
            window.wait('cell refused')
            window.keys('Escape')
            window.wait('cell cancelled')
            self.assertEqual(window.log.count('edit'), 0)
            window.save(self.path)
            self.assertEqual(self.path.read_bytes(), before)

    def test_ties(self):
        with self.open(self.path) as window:
            self.show(window, 'Ties')
            window.click(self.cell(window, 'Mayor', 'To'), times=2)
            self.editor(window, 'to')
            window.type('lib')
            window.keys('Return')
            window.wait('edit "Change “To”" modified=1')
            window.click(self.cell(window, 'Mayor', 'Formal'))
            window.keys('space')
            window.wait('edit "Change “Formal”" modified=1')
            tie = self.records(window, 'ties')['t1']
            self.assertEqual((tie['to'], tie.get('formal', False)), ('library', False))

    def test_sorted_row_moves(self):
        with self.open(self.path) as window:
            self.show(window)
            window.click(self.heading(window, 'Name'))
            window.wait('sorted name up')
            window.keys('ctrl+Home', 'F2')
            window.wait('select actor/agency')
            self.editor(window, 'name')
            window.keys('ctrl+a')
            window.type('Workshop')
            window.keys('Return')
            window.wait('edit "Change “Name”"')
            # Down is where down was.
            self.on(window, 'Choir')
            self.assertEqual(self.names(window)[-1], 'Workshop')
            window.keys('ctrl+z')
            window.wait('undo')
            wait_until(lambda: self.names(window)[0] == 'Agency', 'the row where it was')

    def test_add_actors(self):
        with self.open(self.path) as window:
            self.show(window)
            window.click(self.cell(window, 'School', 'Name'))
            window.wait('select actor/school')
            window.keys('Insert')
            for name, words in (('kiosk', 'Kiosk'), ('mosque', 'Mosque')):
                self.editor(window, 'name')
                window.type(words)
                window.keys('Return')
                window.wait('edit "Add Actor" modified=1')
                window.wait(f'select actor/{name}')
            self.editor(window, 'name')
            window.keys('Escape')
            window.wait('cell cancelled')
            self.assertEqual(len(self.rows(window)), 10)
            actors = self.records(window, 'actors')
            for name in 'kiosk', 'mosque':
                self.assertEqual((actors[name]['level'], actors[name]['district']),
                                 ('quarter', 'north'))
                self.assertIn('x', actors[name])
            window.keys('Delete')
            window.wait('edit "Delete Actors"')
            self.on(window, 'Kiosk')
            self.assertNotIn('mosque', self.records(window, 'actors'))
            # What is being edited may go.
            window.keys('F2')
            self.editor(window, 'name')
            window.keys('ctrl+z', 'ctrl+z')
            window.wait('undo "Delete Actors"')
            window.wait('undo "Add Actor"')
            window.keys('ctrl+z')
            window.wait('undo "Add Actor"')
            self.on(window, 'Sports Club')

    def test_add_tie(self):
        with self.open(self.path) as window:
            self.show(window, 'Ties')
            window.click(window.find('push button', 'Add a row'))
            self.editor(window, 'from')
            window.type('scho')
            window.keys('Tab')
            self.editor(window, 'to')
            window.type('libr')
            window.keys('Tab')
            window.wait('edit "Add Tie" modified=1')
            self.editor(window, 'kind')
            window.type('fund')
            window.keys('Return')
            window.wait('edit "Change “Kind”"')
            tie = next(tie for tie in self.records(window, 'ties').values()
                       if (tie['from'], tie['to']) == ('school', 'library'))
            self.assertEqual(tie['kind'], 'funding')

    def test_add_source_and_event(self):
        with self.open(self.path) as window:
            self.show(window, 'Sources')
            window.click(window.find('push button', 'Add a row'))
            self.editor(window, 'name')
            window.type('Interview 4')
            window.keys('Tab')
            window.wait('edit "Add Source" modified=1')
            self.editor(window, 'type')
            window.type('inter')
            window.keys('Return')
            window.wait('edit "Change “Type”"')
            self.turn(window, 'Events')
            window.click(window.find('push button', 'Add a row'))
            self.editor(window, 'name')
            window.type('Town Fair')
            window.keys('Tab')
            window.wait('edit "Add Event" modified=1')
            self.editor(window, 'date')
            window.type('2016-05')
            window.keys('Return')
            window.wait('edit "Change “Date”"')
            self.assertEqual(list(self.records(window, 'sources').values())[0]['type'], 'interview')
            self.assertEqual(list(self.records(window, 'events').values())[0]['date'], '2016-05')

    def test_columns(self):
        with self.open(self.path) as window:
            self.show(window)
            self.assertIn('District', self.columns(window))
            window.click(window.find('push button', 'Columns and order'))
            wait_until(lambda: focused(window.find('menu', None), 'menu item'), 'the menu')
            window.keys('Down', 'Down', 'Down', 'Down', 'Return')
            window.wait('columns show-district')
            self.assertNotIn('District', self.columns(window))
            window.keys('Escape')
        # As it was left.
        with self.open(self.path) as window:
            window.rest()
            self.assertNotIn('District', self.columns(window))


if __name__ == '__main__':
    driver.main()
