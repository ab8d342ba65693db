"""Everything can be undone; the list of steps says what, and leads to any of them."""

import driver
from tree import name_of, role_of, walk


class History(driver.WindowTest):
    def setUp(self):
        super().setUp()
        self.path = driver.copy_of(driver.SMALL, self.folder)
        self.before = self.path.read_bytes()

    def steps(self, window):
        """The names in the list, from the top."""
        rows = [node for node in walk(window.find('list', 'History')) if role_of(node) == 'list item']
        return [next(name_of(label) for label in walk(row) if role_of(label) == 'label')
                for row in rows]

    def make_steps(self, window):
        window.keys('ctrl+a', 'Right')
        window.wait('edit "Move Actors" modified=1')
        window.click(window.actor('Choir'))
        window.wait('select actor/choir')
        window.keys('F2')
        window.wait('naming choir')
        window.type('Singers')
        window.keys('Return')
        window.wait('edit "Rename Actor"')
        window.keys('Delete')
        window.wait('edit "Delete Actors"')

    def test_list_names_steps_and_leads_to_them(self):
        with self.open(self.path) as window:
            self.make_steps(window)
            window.keys('ctrl+h')
            self.assertEqual(self.steps(window),
                             ['Delete Actors', 'Rename Actor', 'Move Actors', 'Opened'])
            window.keys('Down', 'Down', 'Return')
            window.wait('undo "Delete Actors"')
            window.wait('undo "Rename Actor"')
            self.assertIn('Choir', window.actors())
            window.keys('ctrl+h')
            self.assertEqual(len(self.steps(window)), 4, 'what was undone is still there')
            window.keys('Up', 'Return')
            window.wait('redo "Rename Actor"')
            self.assertIn('Singers', window.actors())

    def test_back_to_the_beginning(self):
        with self.open(self.path) as window:
            self.make_steps(window)
            window.click(window.find('push button', 'History'))
            window.find('list', 'History')
            window.keys('End', 'Return')
            window.wait('undo "Move Actors" modified=0')
            self.assertFalse(window.is_modified())
        self.assertEqual(self.path.read_bytes(), self.before)

    def test_escape_goes_nowhere(self):
        with self.open(self.path) as window:
            self.make_steps(window)
            window.keys('ctrl+h')
            window.find('list', 'History')
            window.keys('Down', 'Escape')
            window.keys('ctrl+z')
            window.wait('undo "Delete Actors"')
            self.assertEqual(window.log.count('undo'), 1)

    def test_names_in_the_menu(self):
        with self.open(self.path) as window:
            self.make_steps(window)
            window.keys('F10')
            window.find('menu item', 'Undo “Delete Actors”')


if __name__ == '__main__':
    driver.main()
