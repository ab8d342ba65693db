"""One begins: from a template, from what one had open, in several windows."""

import driver
from tree import activate, children, extents_of, has, name_of, wait_until


class Welcome(driver.WindowTest):
    def setUp(self):
        super().setUp()
        self.path = driver.copy_of(driver.SMALL, self.folder)

    def card(self, window, name):
        return window.find('push button', name)

    def test_usual_template_by_enter(self):
        with self.window(template=None) as window:
            window.wait('welcome')
            self.assertEqual(name_of(window.frame), 'Netzkarte')
            window.keys('Return')
            window.wait('new')
            window.rest()
            self.assertTrue(has(window.canvas(), 'FOCUSED'), 'one can go on with the keyboard')
            window.find('text', 'Title')

    def test_templates_by_mouse(self):
        for name, actors in (('Empty Map', 0), ('Welcome Points in Düsseldorf', 110)):
            with self.subTest(name), self.window(template=None) as window:
                window.wait('welcome')
                window.click(self.card(window, name))
                window.wait('new')
                window.rest()
                self.assertFalse(window.is_modified(), 'there is nothing to save yet')
                self.assertEqual(len(set(window.actors())) > 0, actors > 0)

    def test_says_three_gestures(self):
        with self.window(template=None) as window:
            for words in ('Double-click.*', 'Drag from the knob.*', 'Type “:”.*'):
                window.find_label(words)

    def test_little_can_be_done_without_a_map(self):
        with self.window(template=None) as window:
            window.rest()
            window.keys('ctrl+z', 'ctrl+e', 'ctrl+s', 'Delete', 'ctrl+plus')
            self.assertFalse(has(window.find('push button', 'Export'), 'SENSITIVE'))
            window.begin('empty')
            window.keys('ctrl+plus')
            window.wait('zoom')

    def test_recent_file(self):
        with self.open(self.path):
            list_of_recent = self.display.folder / 'data' / 'recently-used.xbel'
            wait_until(lambda: list_of_recent.exists()
                       and str(self.path) in list_of_recent.read_text(), 'the list of recent files')
        with self.window(template=None) as window:
            window.wait('welcome')
            activate(window.find('push button', self.path.name))
            window.wait(f'opened {self.path} actors=8')

    def test_missing_file_says_so_and_begins(self):
        with self.window(self.folder / 'none.json') as window:
            window.wait('message ".*none.json does not exist')
            self.card(window, 'Empty Map')


class SeveralWindows(driver.WindowTest):
    def setUp(self):
        super().setUp()
        self.path = driver.copy_of(driver.SMALL, self.folder)

    def test_each_its_map(self):
        with self.open(self.path) as window:
            window.keys('ctrl+a', 'Right')
            window.wait('edit "Move Actors" modified=1')
            window.keys('ctrl+n')
            window.wait('welcome')
            second = window.top('Netzkarte')
            window.keys('Return', within=second)
            window.wait('new')
            window.rest()
            wait_until(lambda: name_of(second) == 'Untitled Map', 'the second map')
            self.assertEqual(name_of(window.frame), '• A Small Town')
            window.close(second)
            wait_until(lambda: len(children(window.application)) == 1, 'one window to go')
            self.assertEqual(len(window.actors()), 8)

    def test_a_file_that_is_open_is_shown(self):
        with self.open(self.path) as window:
            window.keys('ctrl+o')
            window.choose_file('Open Map', self.path)
            window.keys('ctrl+a', 'Right')
            window.wait('edit "Move Actors" modified=1')
            self.assertEqual(len(children(window.application)), 1)


class Panels(driver.WindowTest):
    """What is folded away stays so, also the next time."""

    def setUp(self):
        super().setUp()
        self.path = driver.copy_of(driver.SMALL, self.folder)

    def inspects(self, window):
        """The inspector takes its room from the map."""
        return extents_of(window.canvas()).width < extents_of(window.frame).width - 100

    def test_inspector(self):
        for shown in (False, True):
            with self.open(self.path) as window:
                window.keys('F9')
                wait_until(lambda: self.inspects(window) == shown, 'the inspector to fold')
            with self.open(self.path) as window:
                wait_until(lambda: self.inspects(window) == shown, 'the inspector as it was')


if __name__ == '__main__':
    driver.main()
