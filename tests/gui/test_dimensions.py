"""Layers, panels and the triangle: the map by its dimensions, edited there by the same mouse and
keys as on its levels."""

import json

import driver

STRUCTURE, PLACE, PEOPLE = range(3)


class Dimensions(driver.WindowTest):
    def setUp(self):
        super().setUp()
        self.path = driver.copy_of(driver.SMALL, self.folder)

    def record(self, window, kind, key, value):
        """A record in the map as the window saves it."""
        window.save(self.path)
        records = json.loads(self.path.read_bytes())[kind]
        return next(record for record in records if record[key] == value)

    def show(self, window, key, view):
        window.keys(key)
        window.wait(f'view {view}')

    def middles(self, window, name):
        return [window.middle(copy) for copy in window.copies(name)]

    def weights(self, record):
        return tuple(record.get(name, 0) for name in ('structure', 'place', 'people'))

    # Panels

    def test_everybody_is_in_each_panel(self):
        with self.open(self.path) as window:
            self.show(window, 'alt+3', 'panels')
            self.assertEqual(len(window.actors()), 3 * 8)
            mayor, choir = self.middles(window, 'Mayor'), self.middles(window, 'Choir')
            for plane in (PLACE, PEOPLE):
                for axis in (0, 1):
                    self.assertAlmostEqual(mayor[plane][axis] - choir[plane][axis],
                                           mayor[0][axis] - choir[0][axis], delta=2)
            self.assertFalse(window.is_modified())

    def test_drag_in_a_panel(self):
        with self.open(self.path) as window:
            before = self.record(window, 'actors', 'name', 'Library')
            self.show(window, 'alt+3', 'panels')
            # In a dimension to which it does not belong, where it is an outline.
            x, y = self.middles(window, 'Library')[STRUCTURE]
            window.drag((x, y), (x + 20, y))
            window.wait('edit "Move Actors" modified=1')
            after = self.record(window, 'actors', 'name', 'Library')
            self.assertGreater(after['x'], before['x'] + 10)
            self.assertAlmostEqual(after['y'], before['y'], delta=2)
            window.keys('ctrl+z')
            window.wait('undo "Move Actors"')
            self.assertEqual(self.record(window, 'actors', 'name', 'Library'), before)

    def test_tie_in_a_panel(self):
        with self.open(self.path) as window:
            self.show(window, 'alt+3', 'panels')
            window.keys('ctrl+1')  # so large that they have handles
            window.wait(r'zoom 1\.000')
            window.move(window.copies('School')[PLACE])
            window.drag(window.handle(window.copies('School')[PLACE]),
                        window.copies('Library')[PLACE])
            window.wait('edit "Add Tie" modified=1')
            tie = self.record(window, 'ties', 'from', 'school')
            self.assertEqual((tie['to'], self.weights(tie)), ('library', (0, 2, 0)))

    def test_add_and_rename_in_a_panel(self):
        with self.open(self.path) as window:
            self.show(window, 'alt+3', 'panels')
            (x0, y0), (x1, _) = (self.middles(window, name)[PEOPLE]
                                 for name in ('Mayor', 'Council'))
            window.click(((x0 + x1) / 2, y0), times=2)
            window.wait('naming new')
            window.type('Band')
            window.keys('Return')
            window.wait('edit "Add Actor" modified=1')
            band = self.record(window, 'actors', 'name', 'Band')
            self.assertEqual(self.weights(band), (0, 0, 2))
            self.assertEqual(band['level'], 'city')
            window.click(window.copies('Choir')[PEOPLE])
            window.wait('select actor/choir')
            window.keys('F2')
            window.wait('naming choir')
            window.type('Choir of the North')
            window.keys('Return')
            window.wait('edit "Rename Actor" modified=1')
            self.assertEqual(len(window.copies('Choir of the North')), 3)

    def test_hidden_planes(self):
        with self.open(self.path) as window:
            self.show(window, 'alt+3', 'panels')
            for key, planes, copies in (('1', 6, 2), ('2', 4, 1)):
                window.keys(f'ctrl+alt+{key}')
                window.wait(f'planes {planes}$')
                self.assertEqual(len(window.copies('Mayor')), copies)
            window.keys('ctrl+alt+3')  # the last one stays
            self.show(window, 'alt+2', 'layers')
            self.assertEqual(sorted(window.actors()),
                             ['Choir', 'Library', 'Round Table', 'Sports Club'])
            self.assertEqual(window.log.count('planes'), 2)

    def test_planes_farther_apart(self):
        with self.open(self.path) as window:
            self.show(window, 'alt+2', 'layers')
            window.keys('ctrl+1')
            window.wait(r'zoom 1\.000')

            def distance():
                one, other = self.middles(window, 'Round Table')
                return abs(one[1] - other[1])
            near = distance()
            window.keys('alt+Next', 'alt+Next')
            window.wait('look 1.25 ')
            window.wait('look 1.50 ')
            self.assertGreater(distance(), near * 1.2)
            window.keys('alt+Prior', 'alt+Prior')
            window.wait('look 1.00 ')
            self.assertAlmostEqual(distance(), near, delta=2)
            window.keys('alt+Up')
            window.wait('look 1.00 38')
            self.assertNotAlmostEqual(distance(), near, delta=2)

    # The triangle

    def test_drag_in_the_triangle(self):
        with self.open(self.path) as window:
            before = self.record(window, 'actors', 'name', 'Mayor')
            self.show(window, 'alt+4', 'triangle')
            self.assertEqual(len(window.actors()), 8)
            x, y = window.middle(window.actor('Choir'))
            window.drag(window.actor('Mayor'), (x, y))
            window.wait('edit "Weigh Dimensions" modified=1')
            mayor = self.record(window, 'actors', 'name', 'Mayor')
            self.assertEqual(self.weights(mayor), (0, 0, 3))
            self.assertEqual((mayor['x'], mayor['y']), (before['x'], before['y']))
            window.keys('ctrl+z')
            window.wait('undo "Weigh Dimensions"')
            self.assertEqual(self.record(window, 'actors', 'name', 'Mayor'), before)

    def test_keys_in_the_triangle(self):
        with self.open(self.path) as window:
            self.show(window, 'alt+4', 'triangle')
            window.click(window.actor('Round Table'))
            window.wait('select actor/round-table')
            window.keys('Up')
            window.wait('edit "Weigh Dimensions"')
            window.keys('Left')
            window.wait('edit "Weigh Dimensions"')
            self.assertEqual(self.weights(self.record(window, 'actors', 'name', 'Round Table')),
                             (2, 1, 3))

    def test_nothing_happens_where_it_stood(self):
        with self.open(self.path) as window:
            self.show(window, 'alt+4', 'triangle')
            x, y = window.middle(window.actor('Council'))
            window.drag((x, y), (x + 9, y))
            self.show(window, 'alt+1', 'levels')
            self.assertEqual(window.log.count('edit'), 0)

    def test_add_tie_and_rename_in_the_triangle(self):
        with self.open(self.path) as window:
            self.show(window, 'alt+4', 'triangle')
            window.click(window.actor('School'))
            window.wait('select actor/school')
            window.drag(window.handle(window.actor('School')), window.actor('Choir'))
            window.wait('edit "Add Tie" modified=1')
            tie = self.record(window, 'ties', 'from', 'school')
            self.assertEqual((tie['to'], self.weights(tie)), ('choir', (0, 0, 0)))
            window.click(window.actor('School'), times=2)
            window.wait('naming school')
            window.type('School of Arts')
            window.keys('Return')
            window.wait('edit "Rename Actor" modified=1')
            x, y = window.middle(window.actor('Mayor'))
            window.click((x, y - 32), times=2)   # between it and the corner
            window.wait('naming new')
            window.type('State')
            window.keys('Return')
            window.wait('edit "Add Actor" modified=1')
            state = self.record(window, 'actors', 'name', 'State')
            self.assertEqual(self.weights(state)[1:], (0, 0))
            self.assertNotIn('x', state)
            self.assertIn('State', window.actors())

    # From view to view

    def test_selection_stays(self):
        with self.open(self.path) as window:
            window.click(window.actor('Library'))
            window.wait('select actor/library')
            for key, view in (('2', 'layers'), ('3', 'panels'), ('4', 'triangle'), ('1', 'levels')):
                self.show(window, f'alt+{key}', view)
                self.assertIn('Library', window.actors())
            self.assertEqual(window.log.count('select'), 1)

    def test_place_stays_in_sight(self):
        with self.open(self.path) as window:
            window.click(window.actor('Library'))
            window.wait('select actor/library')
            for key in ('ctrl+1', 'ctrl+plus', 'ctrl+plus', 'ctrl+plus'):
                window.keys(key)
                window.wait('zoom')
            x, y = window.middle(window.actor('Library'))
            for key, view in (('3', 'panels'), ('4', 'triangle'), ('1', 'levels')):
                self.show(window, f'alt+{key}', view)
                near = [copy for copy in self.middles(window, 'Library')
                        if abs(copy[0] - x) < 3 and abs(copy[1] - y) < 3]
                self.assertEqual(len(near), 1, f'in {view}')


if __name__ == '__main__':
    driver.main()
