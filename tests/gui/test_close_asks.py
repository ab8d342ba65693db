"""Closing a window with unsaved changes asks; Cancel keeps it, Discard leaves the file as it was,
Save saves."""

import json

import driver

QUESTION = 'Save the changes to “A Small Town”?'


class CloseAsks(driver.WindowTest):
    def setUp(self):
        super().setUp()
        self.path = driver.copy_of(driver.SMALL, self.folder)
        self.before = self.path.read_bytes()

    def changed(self, window):
        """Moves the choir one point to the right."""
        window.click(window.actor('Choir'))
        window.wait('select actor/choir')
        window.keys('Right')
        window.wait('edit "Move Actors" modified=1')

    def name(self, window, name):
        """Begins to add an actor: its name is typed, and nothing says that it is whole."""
        canvas = window.place(window.canvas())
        window.click((canvas.x + 60, canvas.y + canvas.height - 60), times=2)
        window.wait('naming new')
        window.type(name)

    def names(self, path):
        return [actor['name'] for actor in json.loads(path.read_bytes())['actors']]

    def place_of_choir(self, path):
        actors = json.loads(path.read_bytes())['actors']
        return next(actor['x'] for actor in actors if actor['id'] == 'choir')

    def test_nothing_to_ask(self):
        with self.open(self.path) as window:
            self.changed(window)
            window.keys('ctrl+z')
            window.wait('undo "Move Actors" modified=0')
            window.close()
            window.wait_end()
            self.assertEqual(window.log.count('question'), 0)

    def test_cancel_and_discard(self):
        with self.open(self.path) as window:
            self.changed(window)
            window.close()
            window.answer(QUESTION, 'Cancel')
            self.assertTrue(window.is_modified())
            window.keys('ctrl+w')
            window.wait('question')
            window.keys('Escape', within=window.top(QUESTION))
            window.keys('Right')
            window.wait('edit "Move Actors" modified=1')
            window.keys('ctrl+q')
            window.answer(QUESTION, 'Discard')
            window.wait_end()
        self.assertEqual(self.path.read_bytes(), self.before)

    def test_save(self):
        with self.open(self.path) as window:
            self.changed(window)
            window.close()
            window.answer(QUESTION, 'Save')
            window.wait(f'saved {self.path}')
            window.wait_end()
        self.assertEqual(self.place_of_choir(self.path), 321)

    def test_enter_saves(self):
        with self.open(self.path) as window:
            self.changed(window)
            window.close()
            window.wait('question')
            window.keys('Return', within=window.top(QUESTION))
            window.wait(f'saved {self.path}')
            window.wait_end()

    def test_saves_a_name_under_way(self):
        with self.open(self.path) as window:
            self.name(window, 'Kiosk')
            window.save(self.path)
            self.assertIn('Kiosk', self.names(self.path))

    def test_asks_for_a_name_under_way(self):
        with self.open(self.path) as window:
            self.name(window, 'Kiosk')
            window.close()
            window.answer(QUESTION, 'Save')
            window.wait_end()
        self.assertIn('Kiosk', self.names(self.path))

    def test_save_what_has_no_file(self):
        path = self.folder / 'new.netzkarte.json'
        with self.window() as window:
            window.click(window.canvas(), times=2)
            window.wait('naming new')
            window.type('Kiosk')
            window.keys('Return')
            window.wait('edit "Add Actor" modified=1')
            window.close()
            window.answer('Save the changes to', 'Save')
            window.choose_file('Save Map', path)
            window.wait(f'saved {path}')
            window.wait_end()
        self.assertEqual(self.names(path), ['Kiosk'])


if __name__ == '__main__':
    driver.main()
