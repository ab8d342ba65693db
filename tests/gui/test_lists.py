"""The lists of the map: renamed, recoloured, put in order, merged and deleted, with all who refer to
them, each in one step."""

import json

import driver
from tree import activate, focused, name_of, role_of, set_text, text_of, wait_until, walk


class Lists(driver.WindowTest):
    def setUp(self):
        super().setUp()
        self.path = driver.copy_of(driver.SMALL, self.folder)

    def change(self, change):
        """Changes the file before it is opened."""
        content = json.loads(self.path.read_bytes())
        change(content)
        self.path.write_text(json.dumps(content), encoding='utf-8')

    def open_lists(self, window, title):
        """The dialog with one of its pages."""
        window.keys('ctrl+comma')
        window.wait('lists$')
        self.dialog = window.top('Map Properties')
        return self.page(window, title)

    def page(self, window, title):
        window.click(window.find('list item', title, self.dialog))
        return wait_until(lambda: window.look_for('panel', lambda node: name_of(node) == title,
                                                  self.dialog), f'the page “{title}”')

    def row(self, page, name):
        def find():
            return next((node for node in walk(page)
                         if role_of(node) == 'list item' and name_of(node) == name), None)
        return wait_until(find, f'the row “{name}”')

    def rows(self, page):
        return [name_of(node) for node in walk(page) if role_of(node) == 'list item'
                and name_of(node) != '']

    def select(self, window, page, name, **options):
        """By its number of users, which is no control."""
        row = self.row(page, name)
        place = window.place(row)
        window.click((place.x + place.width - 20, place.y + place.height / 2), **options)

    def button(self, window, page, name):
        window.click(window.find('push button', name, page))

    def question(self, window, text):
        window.wait(f'question "{text}')
        return window.top(text)

    def content(self, window):
        """What is in the file once it is saved."""
        window.keys('ctrl+s', within=self.dialog)
        window.wait(f'saved {self.path}$')
        return json.loads(self.path.read_bytes())

    def names(self, content, kind):
        return [record['name'] for record in content[kind]]

    def actors(self, content, field):
        return {record['id']: record.get(field) for record in content['actors']}

    # Names

    def test_rename(self):
        with self.open(self.path) as window:
            page = self.open_lists(window, 'Sectors')
            name = window.find('text', 'Name', self.row(page, 'Club'))
            window.type_into(name, 'Verein')
            wait_until(lambda: 'Verein' in self.rows(page), 'the new name in the list')
            window.keys('ctrl+a', 'BackSpace', within=self.dialog)
            window.find_label('It needs a name.')
            window.keys('ctrl+z', within=self.dialog)
            window.wait('undo "Rename Sector" modified=0')
            window.keys('Tab', within=self.dialog)
            wait_until(lambda: text_of(window.find('text', 'Name', self.row(page, 'Club'))) == 'Club',
                       'the old name')

    def test_same_name(self):
        with self.open(self.path) as window:
            page = self.open_lists(window, 'Districts')
            window.type_into(window.find('text', 'Name', self.row(page, 'South')), 'North')
            window.find_label('Another one has the same name.')

    # Looks

    def test_look(self):
        with self.open(self.path) as window:
            page = self.open_lists(window, 'Sectors')
            window.click(window.find('push button', 'Look of “Club”', page))
            activate(window.find('push button', '#66c0c1'))
            window.wait('edit "Change “Color”" modified=1')
            activate(window.find('push button', 'House'))
            window.wait('edit "Change “Shape”" modified=1')
            code = window.find('text', 'Color')
            set_text(code, '#c3dcf')
            window.find_label('“#c3dcf” is not a color.*')
            set_text(code, '#c3dcf8')
            window.wait('edit "Change “Color”" modified=1')
            window.find_label('Its color can.t be told from that of “Office”.*')
            window.keys('Escape', within=self.dialog)
            club = self.content(window)['sectors'][1]
            self.assertEqual((club['color'], club['shape']), ('#c3dcf8', 'house'))

    def test_directed(self):
        with self.open(self.path) as window:
            page = self.open_lists(window, 'Kinds of Tie')
            window.click(window.find('check box', 'Directed', self.row(page, 'Cooperation')))
            window.wait('edit "Change “Directed”" modified=1')
            self.assertTrue(self.content(window)['kinds'][2]['directed'])

    # Order

    def test_levels_reordered(self):
        with self.open(self.path) as window:
            before = self.path.read_bytes()
            heights = self.actors(json.loads(before), 'y')
            page = self.open_lists(window, 'Levels')
            self.select(window, page, 'City')
            window.keys('alt+Down', within=self.dialog)
            window.wait('edit "Reorder Levels" modified=1')
            self.assertEqual(self.rows(page), ['Between', 'City', 'Quarter'])
            window.keys('alt+Down', within=self.dialog)
            window.wait('edit "Reorder Levels" modified=1')
            content = self.content(window)
            self.assertEqual(self.names(content, 'levels'), ['Between', 'Quarter', 'City'])
            moved = self.actors(content, 'y')
            self.assertGreater(moved['mayor'], moved['school'])
            self.assertGreater(moved['school'], moved['agency'])
            self.assertEqual(moved['mayor'] - moved['council'],
                             heights['mayor'] - heights['council'])
            for _ in range(2):
                window.keys('ctrl+z', within=self.dialog)
                window.wait('undo "Reorder Levels"')
            self.content(window)
            self.assertEqual(self.path.read_bytes(), before)

    def test_dragged(self):
        with self.open(self.path) as window:
            page = self.open_lists(window, 'Kinds of Tie')
            first, last = (window.place(self.row(page, name))
                           for name in ('Steering', 'Cooperation'))
            window.drag((first.x + 14, first.y + first.height / 2),
                        (last.x + 14, last.y + last.height - 4))
            window.wait('edit "Reorder Kinds of Tie" modified=1')
            self.assertEqual(self.rows(page), ['Funding', 'Cooperation', 'Steering'])

    # Merging

    def test_merged(self):
        with self.open(self.path) as window:
            page = self.open_lists(window, 'Sectors')
            self.select(window, page, 'Office')
            self.select(window, page, 'Club', holding='ctrl')
            self.button(window, page, 'Merge…')
            question = self.question(window, 'Merge 2 entries into one?')
            window.choose(window.find('combo box', 'What remains:', question), 1)
            window.click(window.find('push button', 'Merge', question))
            window.wait('edit "Merge Sectors" modified=1')
            content = self.content(window)
            self.assertEqual(self.names(content, 'sectors'), ['Club'])
            self.assertEqual(set(self.actors(content, 'sector').values()), {'club'})
            window.keys('ctrl+z', within=self.dialog)
            window.wait('undo "Merge Sectors" modified=1')
            self.assertEqual(self.rows(page), ['Office', 'Club'])

    # Deleting

    def delete(self, window, page, name, answer):
        self.select(window, page, name)
        window.keys('Delete', within=self.dialog)
        question = self.question(window, f'Delete “{name}”')
        window.click(window.find('radio button', answer, question))
        window.click(window.find('push button', 'Delete', question))

    def test_deleted(self):
        cases = (
            ('Give them another one:', 8, 5, {'between', 'quarter'}),
            ('Leave them without', 8, 5, {None, 'between', 'quarter'}),
            ('Delete the 2 actors too, with their ties', 6, 3, {'between', 'quarter'}),
        )
        with self.open(self.path) as window:
            before = self.path.read_bytes()
            page = self.open_lists(window, 'Levels')
            for answer, actors, ties, levels in cases:
                with self.subTest(answer):
                    self.delete(window, page, 'City', answer)
                    window.wait('edit "Delete Levels" modified=1')
                    content = self.content(window)
                    self.assertEqual(self.names(content, 'levels'), ['Between', 'Quarter'])
                    self.assertEqual((len(content['actors']), len(content['ties'])),
                                     (actors, ties))
                    self.assertEqual(set(self.actors(content, 'level').values()), levels)
                    window.keys('ctrl+z', within=self.dialog)
                    window.wait('undo "Delete Levels"')
                    self.content(window)
                    self.assertEqual(self.path.read_bytes(), before)

    def test_unused(self):
        with self.open(self.path) as window:
            page = self.open_lists(window, 'Phases')
            window.type_into(window.find('text', 'New phase', page), 'Begin')
            window.keys('Return', within=self.dialog)
            window.wait('edit "Add Phase" modified=1')
            for label, text in (('Since', '2016'), ('Until', '2015-09')):
                window.type_into(window.find('text', label, self.row(page, 'Begin')), text)
            window.find_label('It ends before it begins.')
            self.button(window, page, 'Delete…')
            window.wait('edit "Delete Phases"')
            self.assertEqual(window.log.count('question'), 0)
            self.assertEqual(self.rows(page), [])

    def test_cancelled(self):
        with self.open(self.path) as window:
            page = self.open_lists(window, 'Kinds of Tie')
            self.select(window, page, 'Cooperation')
            window.keys('Delete', within=self.dialog)
            question = self.question(window, 'Delete “Cooperation”')
            window.keys('Escape', within=question)
            wait_until(lambda: window.look_for_top('Delete') is None, 'the question to go')
            self.assertFalse(window.is_modified())

    # Attributes

    def test_values(self):
        def add(content):
            content['attributes'] = [{'id': 'culture', 'name': 'Culture', 'values': ['law', 'work']}]
            content['actors'][0]['attributes'] = {'culture': 'law'}
        self.change(add)
        with self.open(self.path) as window:
            self.open_lists(window, 'Attributes')
            values = window.find('panel', 'Values of “Culture”', self.dialog)
            name = window.find('text', 'Name', self.row(values, 'law'))
            window.type_into(name, 'work')
            window.find_label('This value is in the list already.*')
            window.type_into(name, 'Ordnung')
            wait_until(lambda: 'Ordnung' in self.rows(values), 'the new value')
            window.type_into(window.find('text', 'New value', values), 'sport')
            window.keys('Return', within=self.dialog)
            window.wait('edit "Add Value"')
            window.keys('alt+Up', within=self.dialog)
            content = self.content(window)
            self.assertEqual(content['attributes'][0]['values'], ['Ordnung', 'sport', 'work'])
            self.assertEqual(content['actors'][0]['attributes'], {'culture': 'Ordnung'})

    def test_source(self):
        with self.open(self.path) as window:
            page = self.open_lists(window, 'Sources')
            window.type_into(window.find('text', 'New source', page), 'Talk')
            window.keys('Return', within=self.dialog)
            window.wait('edit "Add Source" modified=1')
            row = self.row(page, 'Talk')
            window.click(window.find('push button', 'No type', row))
            window.keys('Down', 'Return', within=self.dialog)
            window.wait('edit "Change “Type”" modified=1')
            window.type_into(window.find('text', 'Date', row), '2018-02')
            self.assertEqual(self.content(window)['sources'],
                             [{'id': 'talk', 'name': 'Talk', 'type': 'interview',
                               'date': '2018-02'}])

    # What no list has

    def test_unknown(self):
        def add(content):
            content['actors'][0]['sector'] = 'ghost'
            content['actors'][1]['sector'] = 'spirit'
        self.change(add)
        with self.open(self.path) as window:
            page = self.open_lists(window, 'Sectors')
            window.find_label('“ghost” is not in the list: 1 actor')
            window.click(window.find('push button', 'Add', window.find_label(
                '“ghost”.*').get_parent()))
            window.wait('edit "Add Sector" modified=1')
            self.row(page, 'ghost')
            self.button(window, page, 'Replace By…')
            question = self.question(window, 'Replace “spirit”')
            window.choose(window.find('combo box', 'By:', question), 1)
            window.click(window.find('push button', 'Replace', question))
            window.wait('edit "Merge Sectors" modified=1')
            content = self.content(window)
            self.assertEqual([actor['sector'] for actor in content['actors'][:2]],
                             ['ghost', 'club'])

    # Without the mouse

    def test_keyboard(self):
        with self.open(self.path) as window:
            window.keys('ctrl+comma')
            window.wait('lists$')
            self.dialog = window.top('Map Properties')
            window.keys('Down', 'Down', 'Tab', within=self.dialog)
            page = window.find('panel', 'Sectors', self.dialog)
            wait_until(lambda: focused(page), 'the keyboard in the page')
            window.keys('Insert', within=self.dialog)
            wait_until(lambda: focused(page, 'text'), 'the keyboard in the entry')
            window.type('School')
            window.keys('Return', within=self.dialog)
            window.wait('edit "Add Sector" modified=1')
            window.keys('F2', within=self.dialog)
            row = self.row(page, 'School')
            wait_until(lambda: focused(row, 'text'), 'the keyboard in the name')
            window.type('Schools')
            wait_until(lambda: 'Schools' in self.rows(page), 'the new name')
            window.keys('alt+Up', 'alt+Up', within=self.dialog)
            wait_until(lambda: self.rows(page) == ['Schools', 'Office', 'Club'], 'the new order')
            window.keys('Down', 'Delete', within=self.dialog)
            question = self.question(window, 'Delete “Office”')
            window.keys('alt+g', 'alt+d', within=question)
            window.wait('edit "Delete Sectors" modified=1')
            self.assertEqual(self.rows(page), ['Schools', 'Club'])
            window.keys('Escape', within=self.dialog)
            wait_until(lambda: window.look_for_top('Map Properties') is None, 'the dialog to go')
            window.save(self.path)
            content = json.loads(self.path.read_bytes())
            self.assertEqual(self.actors(content, 'sector')['mayor'], 'school')


if __name__ == '__main__':
    driver.main()
