"""The two views of a map, and how one gets about in them: select, drag, zoom, pan."""

import json

import driver
from display import wait_until

WHEEL = 1.2  # a notch
STEP = 1.25  # a key


class Views(driver.WindowTest):
    def setUp(self):
        super().setUp()
        self.path = driver.copy_of(driver.SMALL, self.folder)

    def assert_near(self, one, other, reach=2):
        self.assertLessEqual(max(abs(a - b) for a, b in zip(one, other)), reach, f'{one} and {other}')

    def place_in_file(self, name):
        actors = json.loads(self.path.read_bytes())['actors']
        return next((actor['x'], actor['y']) for actor in actors if actor['name'] == name)

    def empty(self, window):
        """A spot of the paper on which nothing stands."""
        canvas = window.place(window.canvas())
        return canvas.x + 60, canvas.y + canvas.height - 60

    def test_levels_and_layers(self):
        with self.open(self.path) as window:
            flat = sorted(window.actors())
            self.assertEqual(len(flat), 8)
            window.keys('alt+2')
            window.wait('view layers')
            # One for each dimension to which it belongs.
            self.assertEqual(sorted(window.actors()), sorted(flat + ['Round Table', 'Agency', 'Library']))
            upper, lower = (window.middle(copy) for copy in window.copies('Round Table'))
            self.assertLess(abs(upper[0] - lower[0]), 2, 'its copies stand above each other')
            window.keys('alt+1')
            window.wait('view levels')
            self.assertEqual(sorted(window.actors()), flat)
            window.click(window.find('push button', 'Layers'))
            window.wait('view layers')
            self.assertFalse(window.is_modified())

    def test_select(self):
        with self.open(self.path) as window:
            window.click(window.actor('Mayor'))
            window.wait('select actor/mayor$')
            self.assertTrue(wait_until(lambda: driver.has(window.actor('Mayor'), 'SELECTED'), 'the mayor as selected'))
            window.click(window.actor('Choir'))
            window.wait('select actor/choir$')
            window.click(window.actor('School'), holding='ctrl')
            window.wait('select actor/choir actor/school$')
            window.click(window.actor('Choir'), holding='shift')
            window.wait('select actor/school$')
            window.click(self.empty(window))
            window.wait('select$')
            window.keys('ctrl+a')
            window.wait('select( actor/[a-z-]+){8}$')
            window.keys('Escape')
            window.wait('select$')
            (x0, y0), (x1, y1) = (window.middle(window.actor(name)) for name in ('Mayor', 'Council'))
            window.click(((x0 + x1) / 2, (y0 + y1) / 2))
            window.wait('select tie/t1$')

    def test_rubber_band(self):
        with self.open(self.path) as window:
            place = window.place
            school, choir, agency = (place(window.actor(name)) for name in ('School', 'Choir', 'Agency'))
            window.drag((school.x - 8, school.y - 8), (choir.x + choir.width + 8, choir.y + choir.height + 8))
            wait_until(lambda: window.log.last('select (.*)')[1] == 'actor/school actor/choir', 'both in the band')
            window.drag((agency.x - 8, agency.y - 8), (agency.x + agency.width + 8, agency.y + agency.height + 8),
                        holding='shift')
            wait_until(lambda: window.log.last('select (.*)')[1] == 'actor/school actor/choir actor/agency',
                       'a third one')
            self.assertEqual(window.log.count('edit'), 0)

    def test_drag(self):
        with self.open(self.path) as window:
            x, y = window.middle(window.actor('Council'))
            window.drag((x, y), (x + 60, y + 20))
            window.wait('edit "Move Actors" modified=1')
            self.assert_near(window.middle(window.actor('Council')), (x + 60, y + 20))
            # Several at once.
            window.click(window.actor('Mayor'), holding='shift')
            window.wait('select actor/council actor/mayor')
            mayor = window.middle(window.actor('Mayor'))
            window.drag((x + 60, y + 20), (x + 90, y + 20))
            window.wait('edit "Move Actors" modified=1')
            self.assert_near(window.middle(window.actor('Council')), (x + 90, y + 20))
            self.assert_near(window.middle(window.actor('Mayor')), (mayor[0] + 30, mayor[1]))
            window.keys('ctrl+z', 'ctrl+z')
            window.wait('undo "Move Actors" modified=1')
            window.wait('undo "Move Actors" modified=0')
            self.assert_near(window.middle(window.actor('Council')), (x, y))

    def test_drag_in_layers(self):
        before = self.place_in_file('Round Table')
        with self.open(self.path) as window:
            window.keys('alt+2')
            window.wait('view layers')
            upper, lower = (window.middle(copy) for copy in window.copies('Round Table'))
            window.drag(lower, (lower[0] + 40, lower[1]))
            window.wait('edit "Move Actors" modified=1')
            moved_upper, moved_lower = (window.middle(copy) for copy in window.copies('Round Table'))
            # The planes may be tilted a little more or less after it, so that nothing is hidden.
            self.assertAlmostEqual(moved_lower[0], lower[0] + 40, delta=3)
            self.assertAlmostEqual(moved_upper[0], upper[0] + 40, delta=3)
            window.keys('ctrl+s')
            window.wait('saved')
        after = self.place_in_file('Round Table')
        self.assertGreater(after[0], before[0] + 20)
        self.assertAlmostEqual(after[1], before[1], delta=2)

    def test_escape_ends_a_drag(self):
        with self.open(self.path) as window:
            x, y = window.middle(window.actor('Council'))
            window.press((x, y))
            window.move((x + 20, y + 20))
            window.move((x + 60, y + 60))
            window.keys('Escape')
            window.release()
            window.keys('ctrl+plus')  # whatever the release did has been done before this
            window.wait('zoom')
            self.assertEqual(window.log.count('edit'), 0)

    def test_zoom_at_the_pointer(self):
        with self.open(self.path) as window:
            zoom = float(window.log.last('zoom (.*)')[1])
            for notches in (1, 2, -1):
                name = 'Library'
                before = window.middle(window.actor(name))
                window.move(before)
                window.wheel(notches)
                zoom *= WHEEL ** notches
                wait_until(lambda: abs(float(window.log.last('zoom (.*)')[1]) / zoom - 1) < 0.02, f'zoom {zoom}')
                self.assert_near(window.middle(window.actor(name)), before)

    def test_zoom_by_keys(self):
        with self.open(self.path) as window:
            fit = window.middle(window.actor('Mayor'))
            zoom = float(window.log.last('zoom (.*)')[1])
            for keys, factor in (('ctrl+plus', STEP), ('ctrl+minus', 1), ('ctrl+minus', 1 / STEP)):
                window.keys(keys)
                self.assertAlmostEqual(float(window.wait('zoom (.*)')[1]) / zoom, factor, delta=0.02)
            window.keys('ctrl+1')
            window.wait(r'zoom 1\.000')
            window.keys('ctrl+0')
            window.wait(f'zoom {zoom:.3f}')
            self.assert_near(window.middle(window.actor('Mayor')), fit, reach=0)

    def test_pan(self):
        with self.open(self.path) as window:
            start = self.empty(window)
            before = window.middle(window.actor('Mayor'))

            def moved(dx, dy):
                return lambda: max(abs(window.middle(window.actor('Mayor'))[0] - before[0] - dx),
                                   abs(window.middle(window.actor('Mayor'))[1] - before[1] - dy)) <= 2

            window.drag(start, (start[0] + 50, start[1] - 30), button=2)
            wait_until(moved(50, -30), 'the paper moved by the middle button')
            window.drag(start, (start[0] + 20, start[1] + 10), holding='space')
            wait_until(moved(70, -20), 'the paper moved by space and drag')
            self.assertEqual(window.log.count('edit|select'), 0)

    def test_more_room(self):
        with self.open(self.path) as window:
            small = window.place(window.canvas())
            window.keys('F9')
            wait_until(lambda: window.place(window.canvas()).width > small.width + 200, 'the inspector to go')
            window.keys('F9')
            wait_until(lambda: window.place(window.canvas()).width == small.width, 'the inspector to come back')
            window.keys('F11')
            wait_until(lambda: window.place(window.canvas()).width > small.width + 200, 'the full screen')
            window.keys('F11')
            wait_until(lambda: window.place(window.canvas()).width == small.width, 'the window as it was')


if __name__ == '__main__':
    driver.main()
