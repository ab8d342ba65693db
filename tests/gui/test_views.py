"""The two views of a map, and how one gets about in them: select, drag, zoom, pan."""

import json

import driver
from tree import has, wait_until

WHEEL = 1.2  # a notch
STEP = 1.25  # a key

SNAPS = 8  # pixels that one stands elsewhere at most since it has come in line with others


class Views(driver.WindowTest):
    def setUp(self):
        super().setUp()
        self.path = driver.copy_of(driver.SMALL, self.folder)

    def assert_near(self, one, other, reach=2):
        distance = max(abs(a - b) for a, b in zip(one, other))
        self.assertLessEqual(distance, reach, f'{one} and {other}')

    def place_in_file(self, name):
        actors = json.loads(self.path.read_bytes())['actors']
        return next((actor['x'], actor['y']) for actor in actors if actor['name'] == name)

    def middles(self, window, *names):
        return (window.middle(window.actor(name)) for name in names)

    def empty_spot(self, window):
        canvas = window.place(window.canvas())
        return canvas.x + 60, canvas.y + canvas.height - 60

    def test_levels_and_layers(self):
        with self.open(self.path) as window:
            flat = sorted(window.actors())
            self.assertEqual(len(flat), 8)
            window.keys('alt+2')
            window.wait('view layers')
            # One for each dimension to which it belongs.
            self.assertEqual(sorted(window.actors()),
                             sorted(flat + ['Round Table', 'Agency', 'Library']))
            one, other = (window.middle(copy) for copy in window.copies('Round Table'))
            self.assertAlmostEqual(one[0], other[0], delta=2, msg='they stand above each other')
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
            wait_until(lambda: has(window.actor('Mayor'), 'SELECTED'), 'the mayor as selected')
            window.click(window.actor('Choir'))
            window.wait('select actor/choir$')
            window.click(window.actor('School'), holding='ctrl')
            window.wait('select actor/choir actor/school$')
            window.click(window.actor('Choir'), holding='shift')
            window.wait('select actor/school$')
            window.click(self.empty_spot(window))
            window.wait('select$')
            window.keys('ctrl+a')
            window.wait('select( actor/[a-z-]+){8}$')
            window.keys('Escape')
            window.wait('select$')
            (x0, y0), (x1, y1) = self.middles(window, 'Mayor', 'Council')
            window.click(((x0 + x1) / 2, (y0 + y1) / 2))
            window.wait('select tie/t1$')

    def test_rubber_band(self):
        with self.open(self.path) as window:
            def corners(name):
                box = window.place(window.actor(name))
                return (box.x - 8, box.y - 8), (box.x + box.width + 8, box.y + box.height + 8)

            def selected(names):
                return lambda: window.log.last('select (.*)')[1] == names

            window.drag(corners('School')[0], corners('Choir')[1])
            wait_until(selected('actor/school actor/choir'), 'both in the band')
            window.drag(*corners('Agency'), holding='shift')
            wait_until(selected('actor/school actor/choir actor/agency'), 'a third one')
            self.assertEqual(window.log.count('edit'), 0)

    def test_drag(self):
        with self.open(self.path) as window:
            x, y = window.middle(window.actor('Council'))
            window.drag((x, y), (x + 60, y + 20))
            window.wait('edit "Move Actors" modified=1')
            self.assert_near(window.middle(window.actor('Council')), (x + 60, y + 20), SNAPS)
            # Several at once.
            window.click(window.actor('Mayor'), holding='shift')
            window.wait('select actor/council actor/mayor')
            (council_x, council_y), (mayor_x, mayor_y) = self.middles(window, 'Council', 'Mayor')
            window.drag((x + 60, y + 20), (x + 90, y + 20))
            window.wait('edit "Move Actors" modified=1')
            council, mayor = self.middles(window, 'Council', 'Mayor')
            self.assert_near(council, (council_x + 30, council_y), SNAPS)
            self.assert_near(mayor, (council[0] + mayor_x - council_x,
                                     council[1] + mayor_y - council_y))
            window.keys('ctrl+z', 'ctrl+z')
            window.wait('undo "Move Actors" modified=1')
            window.wait('undo "Move Actors" modified=0')
            self.assert_near(window.middle(window.actor('Council')), (x, y))

    def test_drag_in_layers(self):
        before = self.place_in_file('Round Table')
        with self.open(self.path) as window:
            window.keys('alt+2')
            window.wait('view layers')
            (x, y), other = (window.middle(copy) for copy in window.copies('Round Table'))
            window.drag((x, y), (x + 40, y))
            window.wait('edit "Move Actors" modified=1')
            # The planes may be tilted a little more or less after it, so that nothing is hidden.
            for copy in window.copies('Round Table'):
                self.assertAlmostEqual(window.middle(copy)[0], x + 40, delta=3)
            window.save(self.path)
        after = self.place_in_file('Round Table')
        self.assertGreater(after[0], before[0] + 20)
        self.assertAlmostEqual(after[1], before[1], delta=2)

    def test_zoom_within_a_drag(self):
        with self.open(self.path) as window:
            x, y = window.middle(window.actor('Council'))
            window.press((x, y))
            window.move((x + 30, y + 30))
            window.wheel(2)
            window.wait('zoom')
            window.move((x + 60, y + 30))
            window.release()
            window.wait('edit "Move Actors" modified=1')
            self.assert_near(window.middle(window.actor('Council')), (x + 60, y + 30))

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
            zoom = window.zoom()
            for notches in (1, 2, -1):
                before = window.middle(window.actor('Library'))
                window.move(before)
                window.wheel(notches)
                zoom *= WHEEL ** notches
                wait_until(lambda: abs(window.zoom() / zoom - 1) < 0.02, f'the zoom {zoom}')
                self.assert_near(window.middle(window.actor('Library')), before)

    def test_zoom_by_keys(self):
        with self.open(self.path) as window:
            fit = window.middle(window.actor('Mayor'))
            zoom = window.zoom()
            for key, factor in (('ctrl+plus', STEP), ('ctrl+minus', 1), ('ctrl+minus', 1 / STEP)):
                window.keys(key)
                window.wait('zoom')
                self.assertAlmostEqual(window.zoom() / zoom, factor, delta=0.02)
            window.keys('ctrl+1')
            window.wait(r'zoom 1\.000')
            window.keys('ctrl+0')
            window.wait(f'zoom {zoom:.3f}')
            self.assert_near(window.middle(window.actor('Mayor')), fit, reach=0)

    def test_pan(self):
        with self.open(self.path) as window:
            x, y = self.empty_spot(window)
            mayor_x, mayor_y = window.middle(window.actor('Mayor'))

            def moved(dx, dy):
                def look():
                    now_x, now_y = window.middle(window.actor('Mayor'))
                    return max(abs(now_x - mayor_x - dx), abs(now_y - mayor_y - dy)) <= 2
                return look

            window.drag((x, y), (x + 50, y - 30), button=2)
            wait_until(moved(50, -30), 'the paper to follow the middle button')
            window.drag((x, y), (x + 20, y + 10), holding='space')
            wait_until(moved(70, -20), 'the paper to follow space and drag')
            self.assertEqual(window.log.count('edit|select'), 0)

    def test_more_room(self):
        with self.open(self.path) as window:
            small = window.place(window.canvas()).width

            def room():
                return window.place(window.canvas()).width - small

            window.keys('F9')
            wait_until(lambda: room() > 200, 'the inspector to go')
            window.keys('F9')
            wait_until(lambda: room() == 0, 'the inspector to come back')
            window.keys('F11')
            wait_until(lambda: room() > 200, 'the full screen')
            window.keys('F11')
            wait_until(lambda: room() == 0, 'the window as it was')


if __name__ == '__main__':
    driver.main()
