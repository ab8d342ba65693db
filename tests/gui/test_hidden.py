"""What the view hides is said in a corner of the canvas, and one click shows it."""

import driver
from tree import wait_until


class Hidden(driver.WindowTest):
    def setUp(self):
        super().setUp()
        self.path = driver.copy_of(driver.SMALL, self.folder)

    def has_button(self, window):
        return window.look_for('push button', lambda node: node.get_name() == 'Show All')

    def test_nothing(self):
        with self.open(self.path) as window:
            window.rest()
            self.assertEqual(window.log.count('hidden'), 0)
            self.assertIsNone(self.has_button(window))

    def test_plane(self):
        with self.open(self.path) as window:
            window.keys('alt+2')
            window.wait('view layers')
            window.keys('ctrl+alt+1')
            window.wait('planes 6')
            window.wait('hidden "2 actors are on none of these planes and are not shown.')
            window.find_label('2 actors are on none of these planes and are not shown.*')
            window.click(window.find('push button', 'Show All'))
            window.wait('planes 7')
            wait_until(lambda: not self.has_button(window), 'nothing more to say')
            self.assertEqual(set(window.actors()), {
                'Mayor', 'Council', 'Round Table', 'Agency', 'School', 'Choir', 'Library',
                'Sports Club'})

    def test_no_dimension(self):
        """Who is in no dimension is on no plane, but in the levels."""
        content = self.path.read_text()
        self.assertIn('"people": 2', content)
        self.path.write_text(content.replace('"people": 2', '"people": 0'))
        with self.open(self.path) as window:
            window.keys('alt+2')
            window.wait('hidden "[0-9]+ actors? ha(s|ve) no dimension')
            window.click(window.find('push button', 'Show All'))
            window.wait('view levels')
            wait_until(lambda: not self.has_button(window), 'nothing more to say')

    def test_no_place(self):
        """That has nothing to do with the view."""
        self.path.write_text(driver.SMALL.read_text().replace(', "x": 320, "y": 280', ''))
        with self.open(self.path) as window:
            window.find_label('1 actor has no place on the map and is not shown.*')
            self.assertIsNone(self.has_button(window))


if __name__ == '__main__':
    driver.main()
