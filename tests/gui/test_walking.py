"""Walking the map with the keyboard: along ties and in space, gathering, and from pane to pane."""

import driver
from tree import focused, has, name_of, role_of, wait_until


class Walking(driver.WindowTest):
    def setUp(self):
        super().setUp()
        self.path = driver.copy_of(driver.SMALL, self.folder)

    def goes_to(self, window, *keys_and_ids):
        for key, actor in keys_and_ids:
            window.keys(key)
            window.wait(f'select actor/{actor}$')

    def spoken(self, window):
        """What a screen reader is told of the actor that has the keyboard."""
        node = focused(window.canvas(), 'image')
        if node is None:
            return None
        node.clear_cache()
        return name_of(node), node.get_description()

    def test_along_ties(self):
        """Deep first; where no tie leads on, to whom was not met; back the same way; round again."""
        with self.open(self.path) as window:
            window.click(window.actor('Mayor'))
            window.wait('select actor/mayor$')
            way = ['council', 'round-table', 'school', 'agency', 'library', 'choir', 'sports-club']
            self.goes_to(window, *(('Tab', actor) for actor in way))
            self.goes_to(window, ('Tab', 'mayor'))
            self.goes_to(window, *(('shift+Tab', actor) for actor in reversed(way)))
            self.goes_to(window, ('shift+Tab', 'mayor'))

    def test_in_space(self):
        with self.open(self.path) as window:
            window.click(window.actor('Mayor'))
            window.wait('select actor/mayor$')
            # Straight back to where one came from, though somebody else is as near that way.
            for above in ('council', 'mayor'):
                window.click(window.actor(above.capitalize()))
                window.wait(f'select actor/{above}$')
                window.keys('ctrl+Down')
                window.wait('select actor/')
                self.goes_to(window, ('ctrl+Up', above))
            window.click(window.actor('Round Table'))
            window.wait('select actor/round-table$')
            self.goes_to(window, ('ctrl+Down', 'choir'), ('ctrl+Left', 'school'),
                         ('ctrl+Right', 'choir'), ('ctrl+Right', 'library'), ('ctrl+Up', 'agency'))
            # With somebody selected plain arrows move them.
            window.keys('Right')
            window.wait('edit "Move Actors"')

    def test_begins_in_the_middle(self):
        """With nobody selected plain arrows walk."""
        with self.open(self.path) as window:
            window.keys('Right')
            first = window.wait('select actor/(.*)$')[1]
            self.assertIn(first, ('round-table', 'agency'))
            window.keys('Escape')
            window.wait('select$')
            self.goes_to(window, ('Tab', first))
            self.assertFalse(window.is_modified())

    def test_spoken(self):
        with self.open(self.path) as window:
            window.click(window.actor('Mayor'))
            window.wait('select actor/mayor$')
            self.goes_to(window, ('Tab', 'council'))
            wait_until(lambda: self.spoken(window) == ('Council', 'City, 2 ties, selected'),
                       'who has the keyboard')
            self.goes_to(window, ('Tab', 'round-table'))
            wait_until(lambda: self.spoken(window) == ('Round Table', 'Between, 2 ties, selected'),
                       'who has it then')
            self.assertEqual(sorted(window.actors()), sorted(set(window.actors())))
            self.assertEqual(len(window.actors()), 8)
            # The actor goes, and the keyboard stays on the map.
            window.keys('Delete')
            window.wait('edit "Delete Actor')
            wait_until(lambda: has(window.canvas(), 'FOCUSED'), 'the keyboard on the map')
            window.keys('ctrl+z')
            window.wait('undo')

    def test_gathering(self):
        """Ctrl+Space keeps what is selected; one goes on, adds and takes away; Escape ends that."""
        with self.open(self.path) as window:
            window.click(window.actor('Mayor'))
            window.wait('select actor/mayor$')
            window.keys('ctrl+space')
            window.wait('cursor mayor$')
            window.keys('ctrl+Right')
            window.wait('cursor council$')
            wait_until(lambda: self.spoken(window) == ('Council', 'City, 2 ties'), 'who is not in it')
            window.keys('Tab')
            window.wait('cursor round-table$')
            window.keys('shift+Tab', 'ctrl+space')
            window.wait('select actor/mayor actor/council$')
            wait_until(lambda: self.spoken(window) == ('Council', 'City, 2 ties, selected'),
                       'who is in it now')
            window.keys('ctrl+Left', 'ctrl+space')
            window.wait('select actor/council$')
            window.keys('Escape')
            self.goes_to(window, ('ctrl+Left', 'mayor'))

    def test_comes_into_view(self):
        """Whom one comes to is in view, however near one looks."""
        with self.open(self.path) as window:
            window.click(window.actor('Mayor'))
            window.wait('select actor/mayor$')
            for _ in range(8):
                window.keys('ctrl+plus')
                window.wait('zoom')
            self.goes_to(window, ('Tab', 'council'), ('Tab', 'round-table'), ('Tab', 'school'))
            window.rest()
            canvas, school = window.place(window.canvas()), window.place(window.actor('School'))
            self.assertGreaterEqual(school.x, canvas.x)
            self.assertGreaterEqual(school.y, canvas.y)
            self.assertLessEqual(school.x + school.width, canvas.x + canvas.width)
            self.assertLessEqual(school.y + school.height, canvas.y + canvas.height)

    def test_panes(self):
        """F6 goes round the window and meets the map, the inspector and the header bar."""
        with self.open(self.path) as window:
            self.assertEqual(self.pane(window), 'map')
            for key, pane in (('F6', 'side'), ('F6', 'head'), ('F6', 'map'),
                              ('shift+F6', 'head'), ('shift+F6', 'side'), ('shift+F6', 'map')):
                window.keys(key)
                wait_until(lambda: self.pane(window) == pane, f'the keyboard at the {pane}')
            window.keys('ctrl+f')
            window.wait('found')
            window.keys('F6')
            wait_until(lambda: self.pane(window) == 'map', 'the keyboard on the map')
            window.keys('shift+F6')
            wait_until(lambda: self.pane(window) == 'entry', 'the keyboard in the find bar')

    def pane(self, window):
        """Where the keyboard is."""
        node = focused(window.frame)
        if node is None:
            return None
        if name_of(node) == 'Map':
            return 'map'
        if name_of(node) == 'Find on the map':
            return 'entry'
        return 'head' if role_of(node) == 'push button' else 'side'

    def test_no_trap(self):
        """Where no actor is, Tab leaves the map."""
        text = self.path.read_text(encoding='utf-8')
        head, tail = text.split('  "actors": [')
        self.path.write_text(head.rstrip().rstrip(',') + '\n}\n', encoding='utf-8')
        with self.open(self.path) as window:
            wait_until(lambda: self.pane(window) == 'map', 'the keyboard on the map')
            window.keys('Tab')
            wait_until(lambda: self.pane(window) not in (None, 'map'), 'the keyboard elsewhere')


if __name__ == '__main__':
    driver.main()
