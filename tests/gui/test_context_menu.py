"""The context menu: by right click and by keyboard, on an actor, ties, several, a note, the
ground."""

import json

import driver
from tree import children, focused, has, name_of, role_of, wait_until, walk


class ContextMenu(driver.WindowTest):
    def setUp(self):
        super().setUp()
        self.path = driver.copy_of(driver.SMALL, self.folder)

    def right_click(self, window, where, selects=None):
        window.hand('mousemove', *window.point(where), 'click', 3)
        if selects is not None:
            window.wait(f'select {selects}$')
        window.wait('context menu')

    def menu(self, window):
        return wait_until(lambda: window.look_for('menu', lambda node: focused(node)),
                          'the keyboard in the menu')

    def words(self, item):
        return name_of(next(node for node in children(item) if role_of(node) == 'label'))

    def items(self, window):
        """The words of all items, and which of them can be chosen."""
        return {self.words(node): has(node, 'SENSITIVE') for node in walk(self.menu(window))
                if role_of(node) == 'menu item'}

    def choose(self, window, words):
        """Goes down to an item and takes it."""
        menu = self.menu(window)

        def there():
            item = focused(menu, 'menu item')
            return item is not None and self.words(item) == words
        for _ in range(len(self.items(window))):
            if there():
                break
            before = self.words(focused(menu, 'menu item'))
            window.keys('Down')
            wait_until(lambda: self.words(focused(menu, 'menu item')) != before, 'the next item')
        self.assertTrue(there(), words)
        window.keys('Return')

    def saved(self, window, kind):
        window.save(self.path)
        return json.loads(self.path.read_bytes())[kind]

    def test_on_an_actor(self):
        with self.open(self.path) as window:
            self.right_click(window, window.actor('Choir'), 'actor/choir')
            said = self.items(window)
            for words in ('Rename', 'Delete', 'Select'):
                self.assertTrue(said[words], words)
            self.assertNotIn('Reverse Tie', said)
            self.choose(window, 'Rename')
            window.wait('naming choir')

    def test_escape_and_nothing(self):
        with self.open(self.path) as window:
            self.right_click(window, window.actor('Choir'))
            self.menu(window)
            window.keys('Escape')
            wait_until(lambda: window.look_for('menu', lambda node: focused(node)) is None,
                       'the end of the menu')
            # The keyboard is on the map again.
            window.keys('Delete')
            window.wait('edit "Delete Actors"')

    def test_again_when_something_else_is_selected(self):
        with self.open(self.path) as window:
            (x0, y0), (x1, y1) = (window.middle(window.actor(name))
                                  for name in ('Mayor', 'Council'))
            middle = (x0 + x1) / 2, (y0 + y1) / 2
            self.right_click(window, middle, 'tie/t1')
            self.menu(window)
            window.keys('Escape', 'Escape')
            window.wait('select$')
            window.rest()
            self.right_click(window, middle, 'tie/t1')
            self.assertIn('Reverse Tie', self.items(window))

    def test_on_several_it_keeps_them(self):
        with self.open(self.path) as window:
            window.click(window.actor('Mayor'))
            window.wait('select actor/mayor$')
            window.click(window.actor('Library'), holding='ctrl')
            window.wait('select actor/mayor actor/library$')
            self.right_click(window, window.actor('Library'))
            said = self.items(window)
            self.assertNotIn('Rename', said)
            self.choose(window, 'Add Tie')
            window.wait('edit "Add Tie"')
            tie = self.saved(window, 'ties')[-1]
            self.assertEqual((tie['from'], tie['to']), ('mayor', 'library'))

    def test_on_a_tie(self):
        with self.open(self.path) as window:
            (x0, y0), (x1, y1) = (window.middle(window.actor(name))
                                  for name in ('Mayor', 'Council'))
            self.right_click(window, ((x0 + x1) / 2, (y0 + y1) / 2), 'tie/t1')
            said = self.items(window)
            self.assertTrue(said['Reverse Tie'])
            self.assertFalse(said['Straighten Tie'])
            self.choose(window, 'Kind of Tie')
            wait_until(lambda: 'Funding' in self.items(window), 'the kinds')
            self.choose(window, 'Funding')
            window.wait('edit "Change Kind of Tie"')
            self.assertEqual(self.saved(window, 'ties')[0]['kind'], 'funding')

    def test_on_the_ground(self):
        with self.open(self.path) as window:
            window.click(window.actor('Mayor'))
            window.wait('select actor/mayor$')
            x, y = window.middle(window.actor('Mayor'))
            self.right_click(window, (x + 60, y + 30))
            self.assertNotIn('Delete', self.items(window))
            self.choose(window, 'New Actor Here')
            window.wait('naming new')
            window.type('Office')
            window.keys('Return')
            window.wait('edit "Add Actor"')
            actors = {actor['name']: actor for actor in self.saved(window, 'actors')}
            self.assertGreater(actors['Office']['x'], actors['Mayor']['x'])
            self.assertEqual(actors['Office']['level'], 'city')

    def test_neighbours(self):
        with self.open(self.path) as window:
            self.right_click(window, window.actor('Mayor'), 'actor/mayor')
            self.choose(window, 'Select')
            wait_until(lambda: 'Extend to Neighbors' in self.items(window), 'what can be selected')
            self.choose(window, 'Extend to Neighbors')
            window.wait('select actor/mayor actor/council$')

    def test_by_keyboard(self):
        with self.open(self.path) as window:
            window.click(window.actor('Choir'))
            window.wait('select actor/choir$')
            for key in ('Menu', 'shift+F10'):
                with self.subTest(key):
                    window.keys(key)
                    window.wait('context menu')
                    self.assertIn('Rename', self.items(window))
                    window.keys('Escape')
                    wait_until(lambda: window.look_for('menu', lambda node: focused(node)) is None,
                               'the end of the menu')

    def test_on_a_note(self):
        with self.open(self.with_note()) as window:
            window.keys('ctrl+a')
            window.wait('select')
            window.keys('Escape')
            window.wait('select$')
            place = window.place(window.actor('Mayor'))
            scale = 96 / 72 * window.zoom()
            self.right_click(window, (place.x + place.width / 2 + 105 * scale,
                                      place.y + place.height / 2 + 45 * scale), 'note/n1')
            self.choose(window, 'Delete')
            window.wait('edit "Delete"')

    def with_note(self):
        said = json.loads(self.path.read_bytes())
        said['notes'] = [{'id': 'n1', 'text': 'A word on all of this', 'x': 300, 'y': 105}]
        self.path.write_text(json.dumps(said), encoding='utf-8')
        return self.path


if __name__ == '__main__':
    driver.main()
