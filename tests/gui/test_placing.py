"""Placing actors by hand: where they come to stand, what they are called, and how they get in line."""

import json

import driver

PIXELS_A_POINT = 96 / 72


class Placing(driver.WindowTest):
    def setUp(self):
        super().setUp()
        self.path = driver.copy_of(driver.SMALL, self.folder)

    def add_district(self):
        """One more, in which nobody stands."""
        text = self.path.read_text(encoding='utf-8')
        south = '{"id": "south", "name": "South"}'
        self.assertIn(south, text)
        self.path.write_text(text.replace(south, f'{south},\n    {{"id": "east", "name": "East"}}'),
                             encoding='utf-8')

    def saved(self, window):
        """The actors as the window saves them, by name."""
        window.save(self.path)
        actors = json.loads(self.path.read_text(encoding='utf-8'))['actors']
        return {actor['name']: actor for actor in actors}

    def point(self, window, x, y):
        """Where a point of the map is on the screen."""
        scale = PIXELS_A_POINT * window.zoom()
        mayor_x, mayor_y = window.middle(window.actor('Mayor'))
        return mayor_x + (x - 200) * scale, mayor_y + (y - 60) * scale

    def name_at(self, window, x, y):
        window.click(self.point(window, x, y), times=2)
        window.wait('naming new')

    def select(self, window, *names):
        window.click(window.actor(names[0]))
        window.wait('select actor/')
        for name in names[1:]:
            window.click(window.actor(name), holding='ctrl')
            window.wait('select ')

    def drag_by(self, window, name, dx, dy, holding=None):
        """Takes an actor so many points across the map. A key goes down only on the way: before
        that it would mean something to the window manager."""
        scale = PIXELS_A_POINT * window.zoom()
        x, y = window.middle(window.actor(name))
        end = round(x + dx * scale), round(y + dy * scale)
        window.press((x, y))
        window.move((x + 10, y))
        if holding:
            window.hand('keydown', holding)
        window.move((end[0] - 1, end[1]))
        window.move(end)
        window.release()
        if holding:
            window.hand('keyup', holding)
        window.wait('edit "Move Actors"')


class Naming(Placing):
    def test_it_stands_where_it_was_clicked(self):
        with self.open(self.path) as window:
            self.name_at(window, 400, 160)
            window.find_label('Between')
            window.type('Forum')
            window.keys('Return')
            window.wait('edit "Add Actor" modified=1')
            forum = self.saved(window)['Forum']
        self.assertAlmostEqual(forum['x'], 400, delta=2)
        self.assertAlmostEqual(forum['y'], 160, delta=2)
        self.assertEqual((forum['level'], forum['pinned']), ('between', True))
        self.assertNotIn('sector', forum)

    def test_beside_a_band_it_belongs_there(self):
        with self.open(self.path) as window:
            self.name_at(window, 690, 160)
            window.find_label('Between')
            window.type('Forum')
            window.keys('Return')
            window.wait('edit "Add Actor" modified=1')
            self.assertEqual(self.saved(window)['Forum']['level'], 'between')

    def test_one_after_the_other(self):
        names = ['Forum', 'A Much Longer Name', 'Bureau']
        with self.open(self.path) as window:
            self.name_at(window, 390, 280)
            for name in names[:2]:
                window.type(name)
                window.keys('Tab')
                window.wait('edit "Add Actor"')
                window.wait('naming new')
            window.type(names[2])
            window.keys('Return')
            window.wait('edit "Add Actor"')
            actors = self.saved(window)
            boxes = [window.place(node) for node in window.actor_nodes()]
            for _ in names:
                window.keys('ctrl+z')
                window.wait('undo "Add Actor"')
            self.assertFalse(set(names) & set(window.actors()))
        self.assertEqual({actors[name]['level'] for name in names}, {'quarter'})
        for box in boxes:
            for other in boxes:
                self.assertTrue(box is other or box.x + box.width <= other.x
                                or other.x + other.width <= box.x
                                or box.y + box.height <= other.y or other.y + other.height <= box.y)

    def test_who_is_there_is_offered(self):
        with self.open(self.path) as window:
            self.name_at(window, 400, 160)
            window.type('spor')
            window.wait('naming "spor" known=1$')
            window.keys('Down', 'Return')
            window.wait('select actor/sports-club$')
            self.assertFalse(window.is_modified())

    def test_who_is_offered_is_clicked(self):
        with self.open(self.path) as window:
            self.name_at(window, 400, 160)
            window.type('spor')
            window.wait('naming "spor" known=1$')
            window.click(window.find('list item', 'Sports Club'))
            window.wait('select actor/sports-club$')
            self.assertFalse(window.is_modified())

    def test_the_line_below_is_not_the_map(self):
        with self.open(self.path) as window:
            self.name_at(window, 400, 160)
            window.type('Forum')
            window.wait('naming "Forum"')
            window.click(window.find_label('Between'), times=2)
            window.keys('Return')
            window.wait('edit "Add Actor"')
            self.assertIn('Forum', window.actors())

    def test_nobody_is_doubled_by_the_way(self):
        with self.open(self.path) as window:
            self.name_at(window, 400, 160)
            window.type('choir')
            window.wait('naming "choir" known=1 same$')
            window.find_label('It is there already.*')
            window.keys('Return')
            window.wait('select actor/choir$')
            self.assertFalse(window.is_modified())

    def test_a_second_one_of_this_name(self):
        with self.open(self.path) as window:
            self.name_at(window, 400, 160)
            window.type('Choir')
            window.keys('ctrl+Return')
            window.wait('edit "Add Actor"')
            self.assertEqual(window.actors().count('Choir'), 2)

    def test_escape(self):
        with self.open(self.path) as window:
            self.name_at(window, 400, 160)
            window.type('Forum')
            window.keys('Escape')
            window.rest()
            self.assertNotIn('Forum', window.actors())
            self.assertFalse(window.is_modified())

    def test_into_an_empty_district(self):
        self.add_district()
        with self.open(self.path) as window:
            self.name_at(window, 400, 160)
            window.type('Forum')
            found = window.log.last('slot east (.*) (.*)')
            window.click(self.point(window, *map(float, found.groups())))
            window.wait('naming in district 2')
            window.find_label('Quarter · East')
            window.keys('Return')
            window.wait('edit "Add Actor"')
            forum = self.saved(window)['Forum']
        self.assertEqual((forum['level'], forum['district']), ('quarter', 'east'))

    def test_insert(self):
        with self.open(self.path) as window:
            self.select(window, 'Choir')
            window.keys('Insert')
            window.wait('naming new')
            window.find_label('Quarter · North')
            window.type('Theatre')
            window.keys('Return')
            window.wait('edit "Add Actor"')
            actors = self.saved(window)
        theatre = actors['Theatre']
        self.assertEqual((theatre['level'], theatre['district']), ('quarter', 'north'))


class Dragging(Placing):
    def test_into_another_band(self):
        with self.open(self.path) as window:
            self.drag_by(window, 'School', 215, -121)
            school = self.saved(window)['School']
            window.keys('ctrl+z')
            window.wait('undo "Move Actors"')
        self.assertEqual((school['level'], school['pinned']), ('between', True))

    def test_into_another_district(self):
        with self.open(self.path) as window:
            self.drag_by(window, 'Choir', 220, 0)
            self.assertEqual(self.saved(window)['Choir']['district'], 'south')

    def test_onto_the_strip_of_those_without_a_level(self):
        text = self.path.read_text(encoding='utf-8')
        mayor = '    {"id": "mayor"'
        self.assertIn(mayor, text)
        self.path.write_text(text.replace(mayor, '    {"id": "advice", "name": "Advice", "x": 740, '
                                          f'"y": 160, "pinned": true}},\n{mayor}'), encoding='utf-8')
        with self.open(self.path) as window:
            self.drag_by(window, 'Council', 340, 60)
            self.assertNotIn('level', self.saved(window)['Council'])

    def test_a_box_grows_with_its_own(self):
        with self.open(self.path) as window:
            self.drag_by(window, 'School', -50, 0)
            self.assertEqual(self.saved(window)['School']['district'], 'north')

    def test_it_snaps(self):
        with self.open(self.path) as window:
            self.drag_by(window, 'Council', -103, 3)
            council = self.saved(window)['Council']
        self.assertEqual((council['x'], council['y']), (300, 60))

    def test_alt_lets_go(self):
        with self.open(self.path) as window:
            self.drag_by(window, 'Council', -103, 3, holding='alt')
            council = self.saved(window)['Council']
        self.assertAlmostEqual(council['x'], 297, delta=1.2)
        self.assertAlmostEqual(council['y'], 63, delta=1.2)

    def test_into_an_empty_district(self):
        self.add_district()
        with self.open(self.path) as window:
            start = window.middle(window.actor('Agency'))
            window.press(start)
            window.move((start[0] + 20, start[1]))
            window.move((start[0] + 30, start[1]))
            found = window.wait('slot east (.*) (.*)')
            window.move(self.point(window, *map(float, found.groups())))
            window.release()
            window.wait('edit "Move Actors"')
            agency = self.saved(window)['Agency']
        self.assertEqual((agency['level'], agency['district']), ('quarter', 'east'))

    def test_escape(self):
        with self.open(self.path) as window:
            x, y = window.middle(window.actor('Council'))
            window.press((x, y))
            window.move((x + 30, y + 60))
            window.move((x + 40, y + 60))
            window.keys('Escape')
            window.release()
            window.rest()
            self.assertFalse(window.is_modified())


class Arranging(Placing):
    def test_align(self):
        with self.open(self.path) as window:
            self.select(window, 'Mayor', 'Round Table')
            window.keys('ctrl+shift+h')
            window.wait('edit "Align Actors"')
            actors = self.saved(window)
            window.keys('ctrl+z')
            window.wait('undo "Align Actors"')
        self.assertEqual(actors['Mayor']['x'], actors['Round Table']['x'])
        self.assertEqual(actors['Mayor']['y'], 60)
        self.assertTrue(actors['Round Table']['pinned'])

    def test_edges(self):
        with self.open(self.path) as window:
            self.select(window, 'Mayor', 'Round Table')
            before = window.place(window.actor('Mayor'))
            window.keys('ctrl+shift+Left')
            window.wait('edit "Align Actors"')
            self.assertAlmostEqual(window.place(window.actor('Round Table')).x, before.x, delta=1)

    def test_distribute(self):
        with self.open(self.path) as window:
            self.select(window, 'School', 'Choir', 'Sports Club')
            window.keys('ctrl+alt+h')
            window.wait('edit "Distribute Actors"')
            left, middle, right = (window.place(window.actor(name))
                                   for name in ('School', 'Choir', 'Sports Club'))
        self.assertAlmostEqual(middle.x - left.x - left.width, right.x - middle.x - middle.width,
                               delta=2)

    def test_nudge(self):
        with self.open(self.path) as window:
            self.select(window, 'Council')
            for key in ['Right', 'Right', 'shift+Down']:
                window.keys(key)
                window.wait('edit "Move Actors"')
            council = self.saved(window)['Council']
            self.assertEqual((council['x'], council['y']), (402, 70))
            window.keys('ctrl+z')
            window.wait('undo "Move Actors"')
            self.assertEqual(self.saved(window)['Council']['x'], 400)

    def test_nudge_into_another_band(self):
        with self.open(self.path) as window:
            self.select(window, 'Council')
            for _ in range(8):
                window.keys('shift+Down')
                window.wait('edit "Move Actors"')
            council = self.saved(window)['Council']
        self.assertEqual((council['y'], council['level']), (140, 'between'))

    def test_pinned(self):
        with self.open(self.path) as window:
            self.select(window, 'Mayor', 'Council')
            window.keys('ctrl+shift+p')
            window.wait('edit "Pin Actors"')
            actors = self.saved(window)
            self.assertTrue(actors['Mayor']['pinned'] and actors['Council']['pinned'])
            window.keys('ctrl+shift+p')
            window.wait('edit "Unpin Actors"')
            actors = self.saved(window)
            self.assertFalse('pinned' in actors['Mayor'] or 'pinned' in actors['Council'])


if __name__ == '__main__':
    driver.main()
