"""The main job on the example map: add an actor, tie it, move it, undo all, redo all, save, open
the file again and compare."""

import json

import driver
from tree import actions, text_of

NAME = 'Nachbarschaftsbüro'
STATE = 'Land Nordrhein-Westfalen'
STEPS = ['Add Actor', 'Add Tie', 'Move Actors']
MOVED = 40  # pixels to the left
PIXELS_A_POINT = 96 / 72


def lines_of(path):
    """The lines of a map; a comma more or less at their ends says only whether a record follows."""
    return [line.rstrip(',') for line in path.read_text(encoding='utf-8').split('\n')]


class MainJob(driver.WindowTest):
    def test_main_job(self):
        path = driver.copy_of(driver.EXAMPLE, self.folder)
        before = path.read_bytes()
        old_lines = lines_of(path)

        with self.open(path) as window:
            state = window.place(window.actor(STATE))
            spot = self.free_spot(window, state)
            scale = PIXELS_A_POINT * window.zoom()
            self.add_actor(window, spot)
            self.tie(window)
            self.move(window)
            self.undo_all(window)
            self.save(window, path)
            self.assertEqual(path.read_bytes(), before, 'undone and saved, the map is what it was')
            self.redo_all(window)
            self.save(window, path)

        actor, tie = self.added_records(old_lines, lines_of(path))
        offset = (spot[0] - MOVED - state.x - state.width / 2) / scale
        self.check_records(actor, tie, json.loads(before), offset)
        self.open_again(path, actor)

    def free_spot(self, window, state):
        """A spot beside this actor, on its level, as far from all others as can be."""
        boxes = [window.place(node) for node in window.actor_nodes()]
        left, right = min(box.x for box in boxes), max(box.x for box in boxes)
        y = state.y + state.height / 2

        def room(x):
            return min(abs(x - box.x - box.width / 2) - box.width / 2
                       for box in boxes if abs(box.y - y) < 40)
        return max(range(left, right, 5), key=room), y

    def add_actor(self, window, spot):
        window.click(spot, times=2)
        window.wait('naming new')
        window.type('Nachbarschafts')
        window.type('büro')
        window.keys('Return')
        window.wait('edit "Add Actor" modified=1')
        self.assertIn(NAME, window.actors())

    def tie(self, window):
        window.drag(window.handle(window.actor(NAME)), window.actor(STATE))
        window.wait('edit "Add Tie" modified=1')

    def move(self, window):
        x, y = window.middle(window.actor(NAME))
        window.drag((x, y), (x - MOVED, y))
        window.wait('edit "Move Actors" modified=1')
        self.assertAlmostEqual(window.middle(window.actor(NAME))[0], x - MOVED, delta=2)

    def undo_all(self, window):
        for step in reversed(STEPS):
            window.keys('ctrl+z')
            window.wait(f'undo "{step}" modified={int(step != STEPS[0])}')
        self.assertNotIn(NAME, window.actors())
        self.assertFalse(window.is_modified())
        self.assertNotIn('win.undo', actions(window.frame))

    def redo_all(self, window):
        for step in STEPS:
            window.keys('ctrl+shift+z')
            window.wait(f'redo "{step}" modified=1')
        self.assertTrue(window.is_modified())
        self.assertNotIn('win.redo', actions(window.frame))

    def save(self, window, path):
        window.save(path)
        self.assertFalse(window.is_modified())

    def added_records(self, old, new):
        """What the new lines say; all others are the old ones, in their old order."""
        rest = list(new)
        added = []
        for line in old:
            while rest and rest[0] != line:
                added.append(rest.pop(0))
            self.assertNotEqual(rest, [], f'this line is still there: {line}')
            rest.pop(0)
        self.assertEqual(rest, [])
        self.assertEqual(len(added), 2, added)
        return map(json.loads, added)

    def check_records(self, actor, tie, old, offset):
        state = next(other for other in old['actors'] if other['name'] == STATE)
        self.assertEqual({key: actor[key] for key in actor if key not in ('id', 'x', 'y')},
                         {'name': NAME, 'level': 'state', 'pinned': True})
        self.assertAlmostEqual(actor['x'], state['x'] + offset, delta=3)
        self.assertAlmostEqual(actor['y'], state['y'], delta=3)
        self.assertEqual((tie['from'], tie['to']), (actor['id'], state['id']))

    def open_again(self, path, actor):
        saved = path.read_bytes()
        with self.open(path) as window:
            window.click(window.actor(NAME))
            window.wait(f'select actor/{actor["id"]}$')
            self.assertEqual(text_of(window.find('text', 'Name')), NAME)
            self.save(window, path)
        self.assertEqual(path.read_bytes(), saved, 'opened and saved, the map is the same')


if __name__ == '__main__':
    driver.main()
