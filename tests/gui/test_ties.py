"""Ties by hand: drawn to actors and to nothing, of a kind by its number, bent, straightened,
reversed, led to another actor, and told apart where they lie on each other."""

import json

import driver


class Ties(driver.WindowTest):
    def setUp(self):
        super().setUp()
        self.path = driver.copy_of(driver.SMALL, self.folder)

    def saved(self, window, kind='ties'):
        window.save(self.path)
        return json.loads(self.path.read_bytes())[kind]

    def tie(self, window, name):
        return next(tie for tie in self.saved(window) if tie['id'] == name)

    def between(self, window, one, other):
        """The middle of the straight line between two actors."""
        (x0, y0), (x1, y1) = (window.middle(window.actor(name)) for name in (one, other))
        return (x0 + x1) / 2, (y0 + y1) / 2

    def select(self, window, one='Mayor', other='Council', tie='t1'):
        spot = self.between(window, one, other)
        window.click(spot)
        window.wait(f'select tie/{tie}$')
        return spot

    def hold(self, window, actor):
        """Takes hold of an actor's knob."""
        window.move(window.actor(actor))
        window.press(window.handle(window.actor(actor)))

    def lead(self, window, where):
        """Leads what is held there, as slowly as a hand does."""
        x, y = window.point(where)
        words = []
        for rest in (40, 30, 20, 10, 0):
            words += ['mousemove', x - rest, y + rest, 'sleep', '.02']
        window.hand(*words)

    def draw(self, window, start, end):
        window.move(window.actor(start))
        window.drag(window.handle(window.actor(start)), window.actor(end))
        window.wait('edit "Add Tie"')

    # Drawing

    def test_kind_by_number_and_form(self):
        with self.open(self.path) as window:
            school = window.middle(window.actor('School'))
            self.hold(window, 'Mayor')
            self.lead(window, school)
            window.keys('2', 'f')
            window.release()
            window.wait('edit "Add Tie" modified=1')
            tie = self.saved(window)[-1]
            self.assertEqual((tie['from'], tie['to'], tie['kind'], tie['formal']),
                             ('mayor', 'school', 'funding', True))
            # The next one is like it, unless it is told.
            self.draw(window, 'Choir', 'Library')
            tie = self.saved(window)[-1]
            self.assertEqual((tie['from'], tie['to'], tie['kind'], tie['formal']),
                             ('choir', 'library', 'funding', True))

    def test_on_nothing_comes_a_new_actor(self):
        with self.open(self.path) as window:
            x, y = window.middle(window.actor('Mayor'))
            self.hold(window, 'Mayor')
            self.lead(window, (x, y + 45))
            window.release()
            window.wait('naming new')
            window.type('Office')
            window.keys('Return')
            window.wait('edit "Add Actor" modified=1')
            window.wait('select actor/office$')
            tie, actor = self.saved(window)[-1], self.saved(window, 'actors')[-1]
            self.assertEqual((tie['from'], tie['to'], tie['kind']), ('mayor', 'office', 'steering'))
            self.assertEqual(actor['name'], 'Office')
            window.keys('ctrl+z')
            window.wait('undo "Add Actor" modified=1')
            self.assertEqual(len(self.saved(window)), 5)
            self.assertNotIn('Office', window.actors())

    def test_on_nothing_and_escape(self):
        with self.open(self.path) as window:
            x, y = window.middle(window.actor('Mayor'))
            self.hold(window, 'Mayor')
            self.lead(window, (x, y + 45))
            window.release()
            window.wait('naming new')
            window.type('Office')
            window.keys('Escape')
            window.click(window.actor('Choir'))
            window.wait('select actor/choir')
            self.assertEqual(window.log.count('edit'), 0)
            self.assertFalse(window.is_modified())

    def test_escape_while_drawing(self):
        with self.open(self.path) as window:
            school = window.middle(window.actor('School'))
            self.hold(window, 'Mayor')
            self.lead(window, school)
            window.keys('Escape')
            window.release()
            window.click(window.actor('Choir'))
            window.wait('select actor/choir')
            self.assertEqual(window.log.count('edit'), 0)

    def test_to_itself(self):
        with self.open(self.path) as window:
            x, y = window.middle(window.actor('Mayor'))
            self.hold(window, 'Mayor')
            self.lead(window, (x + 20, y + 90))
            self.lead(window, (x, y))
            window.release()
            window.find_label('A tie joins two different actors.*')
            self.assertEqual(window.log.count('edit'), 0)

    def test_twice_the_same(self):
        with self.open(self.path) as window:
            self.draw(window, 'Mayor', 'Council')
            window.find_label('There are now 2 ties of this kind between “Mayor” and “Council”.')

    def test_from_one_that_is_small_on_the_screen(self):
        with self.open(self.path) as window:
            window.act('win.zoom-original')
            for _ in range(8):
                window.act('win.zoom-out')
            window.wait(r'zoom 0\.1')
            place = window.place(window.actor('Mayor'))
            self.assertLess(place.width, 24)
            window.click(window.actor('Mayor'))
            window.wait('select actor/mayor')
            window.drag(window.handle(window.actor('Mayor')), window.actor('Library'))
            window.wait('edit "Add Tie"')

    # Kinds and forms

    def test_number_for_selected_and_for_next(self):
        with self.open(self.path) as window:
            self.select(window)
            window.keys('3')
            window.wait('edit "Change Kind of Tie" modified=1')
            self.assertEqual(self.tie(window, 't1')['kind'], 'cooperation')
            window.keys('0')
            window.wait('edit "Change Kind of Tie" modified=1')
            self.assertNotIn('kind', self.tie(window, 't1'))
            window.keys('Escape', '2')
            window.find_label('Next tie: 2 Funding, formal')
            window.keys('ctrl+shift+f')
            window.find_label('Next tie: 2 Funding, informal')
            window.keys('9')  # there is none
            self.draw(window, 'Choir', 'Library')
            self.assertEqual(self.saved(window)[-1]['kind'], 'funding')
            self.assertNotIn('formal', self.saved(window)[-1])

    def test_reverse_and_form_of_several(self):
        with self.open(self.path) as window:
            self.select(window)
            window.click(self.between(window, 'Agency', 'Library'), holding='ctrl')
            window.wait('select tie/t1 tie/t4$')
            window.keys('ctrl+r')
            window.wait('edit "Reverse Ties"')
            ties = {tie['id']: tie for tie in self.saved(window)}
            self.assertEqual((ties['t1']['from'], ties['t1']['to']), ('council', 'mayor'))
            self.assertEqual((ties['t4']['from'], ties['t4']['to']), ('library', 'agency'))
            window.keys('ctrl+shift+f')  # one of them is informal
            window.wait('edit "Make Ties Formal"')
            window.keys('ctrl+shift+f')
            window.wait('edit "Make Ties Informal"')
            self.assertNotIn('formal', self.tie(window, 't1'))

    def test_tie_of_those_selected(self):
        with self.open(self.path) as window:
            window.click(window.actor('Mayor'))
            window.wait('select actor/mayor$')
            window.click(window.actor('Library'), holding='ctrl')
            window.wait('select actor/mayor actor/library$')
            window.keys('ctrl+shift+t')
            window.wait('edit "Add Tie"')
            tie = self.saved(window)[-1]
            self.assertEqual((tie['from'], tie['to']), ('mayor', 'library'))

    # Bends

    def bend(self, window, pixels=40):
        x, y = self.between(window, 'Mayor', 'Council')
        window.drag((x, y), (x, y + pixels))
        window.wait('edit "Bend Tie" modified=1')
        window.rest()
        return x, y

    def test_bend_move_and_drop_the_bend(self):
        with self.open(self.path) as window:
            x, y = self.bend(window)
            (bend,) = self.tie(window, 't1')['bends']
            self.assertAlmostEqual(bend[0], 300, delta=8)
            self.assertGreater(bend[1], 75)
            window.drag((x, y + 40), (x + 10, y - 30))
            window.wait('edit "Bend Tie"')
            window.rest()
            (moved,) = self.tie(window, 't1')['bends']
            self.assertLess(moved[1], 50)
            # On the straight line it is none.
            window.drag((x + 10, y - 30), (x, y))
            window.wait('edit "Straighten Tie"')
            self.assertNotIn('bends', self.tie(window, 't1'))

    def test_second_bend(self):
        with self.open(self.path) as window:
            x, y = self.bend(window)
            left = window.place(window.actor('Mayor'))
            # The curve runs from the rim by way of the bend; between them it can be bent again.
            start = left.x + left.width
            spot = self.on_the_line(window, start, x, y)
            window.drag(spot, (spot[0], spot[1] - 50))
            window.wait('edit "Bend Tie"')
            bends = self.tie(window, 't1')['bends']
            self.assertEqual(len(bends), 2)
            self.assertLess(bends[0][0], bends[1][0])

    def on_the_line(self, window, start, x, y):
        """A point of the bent line left of its bend: where the pointer is on the tie."""
        across = (start + x) / 2
        return across, y + 40 * (across - start) / (x - start) + 3

    def test_straighten_by_double_click(self):
        with self.open(self.path) as window:
            x, y = self.bend(window)
            window.click((x, y + 40), times=2)
            window.wait('edit "Straighten Tie"')
            self.assertNotIn('bends', self.tie(window, 't1'))
            window.keys('ctrl+z')
            window.wait('undo "Straighten Tie"')
            window.act('win.straighten-tie')
            window.wait('edit "Straighten Tie"')

    def test_escape_while_bending(self):
        with self.open(self.path) as window:
            x, y = self.between(window, 'Mayor', 'Council')
            window.press((x, y))
            window.wait('select tie/t1')
            self.lead(window, (x, y + 60))
            window.keys('Escape')
            window.release()
            window.click(window.actor('Choir'))
            window.wait('select actor/choir')
            self.assertEqual(window.log.count('edit'), 0)

    def test_reverse_turns_the_bends(self):
        with self.open(self.path) as window:
            self.bend(window)
            before = self.tie(window, 't1')
            window.keys('ctrl+r')
            window.wait('edit "Reverse Tie"')
            after = self.tie(window, 't1')
            self.assertEqual(after['bends'], before['bends'][::-1])
            self.assertEqual(after['from'], before['to'])

    def test_bend_in_a_panel(self):
        with self.open(self.path) as window:
            window.keys('alt+3')
            window.wait('view panels')
            copies = [sorted(window.place(node) for node in window.copies(name))
                      for name in ('Mayor', 'Council')]
            a, b = copies[0][0], copies[1][0]
            x, y = (a.x + a.width + b.x) / 2, a.y + a.height / 2
            window.drag((x, y), (x, y + 15))
            window.wait('edit "Bend Tie"')
            (bend,) = self.tie(window, 't1')['bends']
            self.assertAlmostEqual(bend[0], 300, delta=12)
            self.assertGreater(bend[1], 70)

    # Ends

    def end_of(self, window):
        place = window.place(window.actor('Council'))
        return place.x - 1, place.y + place.height / 2

    def test_end_to_another_actor(self):
        with self.open(self.path) as window:
            self.select(window)
            window.drag(self.end_of(window), window.actor('Agency'))
            window.wait('edit "Move End of Tie" modified=1')
            tie = self.tie(window, 't1')
            self.assertEqual((tie['from'], tie['to']), ('mayor', 'agency'))
            window.keys('ctrl+z')
            window.wait('undo "Move End of Tie" modified=1')
            self.assertEqual(self.tie(window, 't1')['to'], 'council')

    def test_end_to_nothing_or_to_the_other(self):
        with self.open(self.path) as window:
            x, y = self.select(window)
            window.drag(self.end_of(window), (x, y + 45))
            window.drag(self.end_of(window), window.actor('Council'))
            window.drag(self.end_of(window), window.actor('Mayor'))
            window.find_label('A tie joins two different actors.*')
            self.assertEqual(window.log.count('edit'), 0)
            self.assertEqual(window.log.count('select'), 1)

    # Several between one pair

    def without_double_clicks(self):
        """A folder of settings with which two clicks are never one double click."""
        settings = self.folder / 'gtk-4.0' / 'settings.ini'
        settings.parent.mkdir()
        settings.write_text('[Settings]\ngtk-double-click-time=1\n', encoding='utf-8')
        return str(self.folder)

    def test_several_between_one_pair(self):
        with self.open(self.path, XDG_CONFIG_HOME=self.without_double_clicks()) as window:
            self.draw(window, 'Mayor', 'Council')
            window.click(window.actor('Choir'))
            window.wait('select actor/choir')
            # Between the two lines: the nearer one, then the other, then the first one again.
            spot = self.between(window, 'Mayor', 'Council')
            chosen = []
            for _ in range(3):
                window.click(spot)
                chosen.append(window.wait('select tie/(.*)$')[1])
            self.assertEqual(set(chosen[:2]), {'t1', 'mayor-council'})
            self.assertEqual(chosen[2], chosen[0])


if __name__ == '__main__':
    driver.main()
