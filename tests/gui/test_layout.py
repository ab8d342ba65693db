"""Laying out: first it is shown who may move, then what would come of it; only what is kept is in
the map, as one step. A worker that goes wrong costs a message."""

import json
import math
import os
import pathlib
import shlex
import shutil
import signal

import driver
from tree import actions, activate, focused, has, is_called, wait_until

PINNED = 'Mayor'
STRAY = 'Choir'

# What stands in for the worker, as a shell script, and what the window then says.
WRONG = {
    'it is killed':
        ('kill -KILL $$',
         r'The calculation ended unexpectedly \(signal 9\)\. The map is unchanged'),
    'it crashes':
        ('kill -SEGV $$',
         r'The calculation ended unexpectedly \(signal 11\)\. The map is unchanged'),
    'it gives up':
        ('exit 3', r'The calculation ended unexpectedly \(status 3\)\. The map is unchanged'),
    'it refuses':
        ('cat >/dev/null; echo "Too many." >&2; exit 1',
         r'The calculation is not possible\. The map is unchanged\. \(Too many\.\)'),
    'it says nothing':
        ('cat >/dev/null', 'The calculation ended without a result. The map is unchanged'),
    'it talks nonsense':
        ('cat >/dev/null; echo "[1, 2"',
         'The calculation’s result can’t be used: it is damaged. The map is unchanged'),
    'it does not listen':
        ('exec <&-; echo "{}"', r'The calculation.*\. The map is unchanged'),
}


def has_ended(number):
    """Whether a process has: as a zombie it only waits to be asked for its status."""
    try:
        status = pathlib.Path(f'/proc/{number}/stat').read_text()
    except (FileNotFoundError, ProcessLookupError):
        return True
    return status.rpartition(')')[2].split()[0] == 'Z'


def end(number):
    if not has_ended(number):
        os.kill(number, signal.SIGKILL)


class LayoutTest(driver.WindowTest):
    def setUp(self):
        super().setUp()
        self.path = driver.copy_of(driver.SMALL, self.folder)
        self.before = self.path.read_bytes()

    def change(self, changes):
        """Gives the actors of the map other fields before it is opened."""
        map_ = json.loads(self.before)
        for actor in map_['actors']:
            changes(actor)
        self.path.write_text(json.dumps(map_))

    def places(self, of=None):
        actors = json.loads(of or self.path.read_bytes())['actors']
        return {actor['name']: (actor.get('x'), actor.get('y')) for actor in actors}

    def moved(self):
        before, after = self.places(self.before), self.places()
        return {name for name in before if after[name] != before[name]}

    def preview(self, window, *keys):
        window.keys(*keys or ['ctrl+shift+l'])
        window.wait('layout working')
        window.wait('layout proposed')

    def keep(self, window):
        """With the key for what is suggested."""
        window.keys('Return')
        window.wait('edit "Lay out" modified=1')
        window.wait('layout kept')
        window.save(self.path)

    def check_unchanged(self, window):
        self.assertFalse(window.is_modified())
        self.assertEqual(window.log.count('edit'), 0)
        window.save(self.path)
        self.assertEqual(self.path.read_bytes(), self.before)

    def check_keyboard(self, window, role, name):
        def there():
            node = focused(window.frame, role)
            return node is not None and is_called(node, name)
        wait_until(there, f'the keyboard on the {role} “{name}”')


class Preview(LayoutTest):
    def test_keep(self):
        with self.open(self.path) as window:
            self.preview(window)
            self.assertFalse(window.is_modified(), 'it is not in the map yet')
            self.check_keyboard(window, 'push button', 'Keep')
            self.keep(window)
            self.check_keyboard(window, 'panel', 'Map')
            self.assertGreater(len(self.moved()), 3)
            self.assertNotIn(PINNED, self.moved())
            window.keys('ctrl+z')
            window.wait('undo "Lay out"')
            window.save(self.path)
            self.assertEqual(window.log.count('edit'), 1)
        self.assertEqual(self.path.read_bytes(), self.before, 'it was one step')

    def test_strays(self):
        """Who is pinned where another level is, is named once the layout is kept."""
        def pin_above_all(actor):
            if actor['name'] == STRAY:
                actor.update(x=0, y=-900, pinned=True)
        self.change(pin_above_all)
        with self.open(self.path) as window:
            self.preview(window)
            self.keep(window)
            self.assertTrue(window.log.last('message "1 actor is pinned outside its level, and stays there: '))

    def test_keep_and_cancel_by_mouse(self):
        with self.open(self.path) as window:
            self.preview(window)
            window.click(window.find('push button', 'Cancel'))
            window.wait('layout cancelled')
            self.preview(window)
            window.click(window.find('push button', 'Keep'))
            window.wait('layout kept')
            self.assertEqual(window.log.count('edit'), 1)

    def test_cancel(self):
        with self.open(self.path) as window:
            for key in ('Escape', 'ctrl+period', 'ctrl+z'):
                with self.subTest(key):
                    self.preview(window)
                    window.keys(key)
                    window.wait('layout cancelled')
                    self.check_keyboard(window, 'panel', 'Map')
                    self.check_unchanged(window)

    def test_keys_of_the_map(self):
        """Whoever has clicked on the map can keep or cancel without the way back to the bar."""
        with self.open(self.path) as window:
            self.preview(window)
            window.click(window.actor('Choir'))
            window.wait('select actor/choir')
            window.keys('Escape')
            window.wait('layout cancelled')
            self.assertEqual(window.log.last('select .*')[0], 'select actor/choir')
            self.preview(window)
            window.click(window.actor('Library'))
            window.wait('select actor/library')
            self.keep(window)

    def test_try_another(self):
        with self.open(self.path) as window:
            self.preview(window)
            for seed, look_again in enumerate((
                    lambda: window.keys('ctrl+alt+a'),
                    lambda: window.click(window.find('push button', 'Try Another'))), start=1):
                look_again()
                window.wait(f'layout working levels seed={seed}')
                window.wait('layout proposed')
            window.keys('Escape')
            window.wait('layout cancelled')
            self.check_unchanged(window)

    def test_other_method_by_keyboard(self):
        with self.open(self.path) as window:
            self.preview(window)
            self.check_keyboard(window, 'push button', 'Keep')
            window.keys('shift+Tab', 'shift+Tab', 'shift+Tab', 'shift+Tab')
            self.check_keyboard(window, 'push button', 'By Levels')
            window.keys('Return')
            window.find('radio menu item', 'In a Grid')
            window.keys('Up', 'Up', 'Return')
            window.wait('layout working grid')
            window.wait('layout proposed')
            self.assertNotIn('win.try-another', actions(window.frame), 'a grid has but one form')
            window.keys('Escape')
            window.wait('layout cancelled')
            self.preview(window)
            window.keys('Escape')
            window.wait('layout cancelled')
            self.assertEqual(window.log.count('layout working grid'), 2, 'it is remembered')
            self.check_unchanged(window)

    def test_view_meanwhile(self):
        with self.open(self.path) as window:
            self.preview(window)
            window.keys('alt+2')
            window.wait('view layers')
            window.keys('ctrl+plus')
            window.wait('zoom')
            window.keys('alt+1')
            window.wait('view levels')
            window.rest()
            window.keys('Escape')
            window.wait('layout cancelled')
            self.check_unchanged(window)


class EndOfPreview(LayoutTest):
    def test_change_of_the_map(self):
        with self.open(self.path) as window:
            window.click(window.actor('Choir'))
            window.wait('select actor/choir')
            self.preview(window)
            window.click(window.actor('Choir'))
            window.keys('Right')
            window.wait('message "The map was changed while it was being laid out')
            window.wait('edit "Move Actors"')
            self.assertIsNone(window.look_for('push button', lambda node: is_called(node, 'Keep')))
            window.save(self.path)
        x, y = self.places(self.before)['Choir']
        self.assertEqual(self.places()['Choir'], (x + 1, y))
        self.assertEqual(self.moved(), {'Choir'})

    def test_hands_off(self):
        """What is only proposed can't be dragged or renamed."""
        with self.open(self.path) as window:
            self.preview(window)
            x, y = window.middle(window.actor('Choir'))
            window.drag((x, y), (x + 90, y))
            window.wait('message "This is a preview')
            window.keys('F2')
            window.wait('message "This is a preview')
            window.keys('Escape')
            window.wait('layout cancelled')
            self.check_unchanged(window)

    def test_save(self):
        with self.open(self.path) as window:
            self.preview(window)
            window.keys('ctrl+s')
            window.wait('layout cancelled')
            window.wait(f'saved {self.path}$')
            self.assertEqual(self.path.read_bytes(), self.before)

    def test_export(self):
        with self.open(self.path) as window:
            self.preview(window)
            window.keys('ctrl+e')
            window.wait('layout cancelled')
            window.top('Export')

    def test_close(self):
        with self.open(self.path) as window:
            self.preview(window)
            window.close()
            window.wait_end()
        self.assertEqual(self.path.read_bytes(), self.before)


class WhoMoves(LayoutTest):
    def check(self, window, moving, pinned, outside, *sentences):
        window.wait('layout says "' + ' '.join(sentences))
        window.wait(f'layout working .* moving={moving} pinned={pinned} outside={outside}$')
        window.wait('layout proposed')

    def test_all(self):
        with self.open(self.path) as window:
            window.keys('ctrl+shift+l')
            self.check(window, 7, 1, 0, '7 actors may move.', '1 stays where it is pinned.')
            window.find_label('7 actors move. 1 stays where it is pinned.')
            window.find('alert', '7 actors move. 1 stays where it is pinned.')

    def test_selection(self):
        with self.open(self.path) as window:
            window.click(window.actor('Library'))
            window.wait('select actor/library')
            window.click(window.actor('Sports Club'), holding='shift')
            window.wait('select actor/library actor/sports-club')
            window.click(window.actor(PINNED), holding='shift')
            window.wait('select actor/library actor/sports-club actor/mayor')
            window.keys('ctrl+alt+l')
            self.check(window, 2, 1, 5, '2 actors may move.', '1 stays where it is pinned.',
                       '5 stay since they are not selected.')
            window.click(window.actor('Choir'))
            window.wait('select actor/choir')
            window.keys('ctrl+alt+a')
            self.check(window, 2, 1, 5)
            self.keep(window)
        self.assertNotEqual(self.moved(), set())
        self.assertLessEqual(self.moved(), {'Library', 'Sports Club'})

    def test_new_ones(self):
        def forget_place(actor):
            if actor['name'] in ('Choir', 'Agency'):
                del actor['x'], actor['y']
        self.change(forget_place)
        with self.open(self.path) as window:
            window.keys('ctrl+alt+n')
            self.check(window, 2, 1, 5, '2 actors may move.', '1 stays where it is pinned.',
                       '5 keep the places that they have.')
            self.keep(window)
            self.assertNotIn('win.lay-out-new', actions(window.frame), 'nobody is new any more')
        self.assertLessEqual(self.moved(), {'Choir', 'Agency'})
        self.assertNotIn((None, None), self.places().values())

    def test_nobody(self):
        self.change(lambda actor: actor.update(pinned=True))
        with self.open(self.path) as window:
            window.keys('ctrl+shift+l')
            self.check(window, 0, 8, 0)
            window.find_label('Everything stays where it is.*')
            self.check_keyboard(window, 'push button', 'Cancel')
            self.assertFalse(has(window.find('push button', 'Keep'), 'SENSITIVE'))
            window.keys('Return')
            window.wait('layout cancelled')

    def test_around_selected(self):
        """A method that is chosen from the menu starts; the selected actor is in the middle."""
        with self.open(self.path) as window:
            window.click(window.actor('Round Table'))
            window.wait('select actor/round-table')
            window.keys('F10')
            activate(window.find('menu item', 'Around One Actor'))
            window.wait('layout working radial')
            window.wait('layout proposed')
            window.keys('Return')
            window.wait('layout kept')
            window.save(self.path)
        places = self.places()
        far = {name: math.dist(place, places['Round Table']) for name, place in places.items()}
        self.assertAlmostEqual(far['Council'], far['School'], delta=0.02)
        self.assertLess(far['School'], far['Mayor'])
        lowest = max(places[name][1] for name in ('Round Table', 'Council', 'School', 'Mayor'))
        for name in ('Library', 'Choir', 'Agency'):   # no way leads to them
            self.assertGreater(places[name][1], lowest)


class Transition(LayoutTest):
    def animated(self):
        """The settings of a person who likes to see things move."""
        settings = self.folder / 'config' / 'gtk-4.0' / 'settings.ini'
        settings.parent.mkdir(parents=True)
        settings.write_text('[Settings]\ngtk-enable-animations=true\n')
        return {'XDG_CONFIG_HOME': str(self.folder / 'config')}

    def to_and_fro(self, window):
        for line in 'layout proposed', 'layout cancelled':
            window.keys('ctrl+shift+l' if line == 'layout proposed' else 'Escape')
            window.wait(line)
            window.wait('transition begins')
            window.wait('transition ends')

    def test_to_and_fro(self):
        with self.open(self.path, **self.animated()) as window:
            self.to_and_fro(window)
            window.keys('alt+2')
            window.wait('view layers')
            window.rest()
            self.to_and_fro(window)
            self.check_unchanged(window)

    def test_undo(self):
        with self.open(self.path, **self.animated()) as window:
            self.preview(window)
            self.keep(window)
            for key, line in ('ctrl+z', 'undo'), ('ctrl+shift+z', 'redo'):
                window.keys(key)
                window.wait(f'{line} "Lay out"')
                window.wait('transition begins')
                window.wait('transition ends')

    def test_reduced_motion(self):
        with self.open(self.path) as window:
            self.preview(window)
            window.rest()
            window.keys('Escape')
            window.wait('layout cancelled')
            window.wait('drawn sharp')
            self.assertEqual(window.log.count('transition'), 0)


class StandIn(LayoutTest):
    """The window beside another worker than its own."""

    def setUp(self):
        super().setUp()
        self.program = self.folder / 'netzkarte-window'
        self.worker = self.folder / 'netzkarte-layout'
        self.gate = self.folder / 'gate'
        self.number = self.folder / 'number'
        shutil.copy(driver.WINDOW, self.program)
        os.mkfifo(self.gate)

    def open(self, path):
        return super().open(path, program=self.program)

    def use(self, script):
        """Replaces the worker whole: the one before may still run."""
        draft = self.folder / 'draft'
        draft.write_text(f'#!/bin/sh\n{script}\n')
        draft.chmod(0o755)
        draft.rename(self.worker)

    def use_real_one_behind_gate(self):
        """It waits until somebody writes into the pipe."""
        self.use(f'read -r word <{self.gate}; exec "{driver.WORKER}"')

    def open_gate(self):
        self.gate.write_text('go on\n')

    def use_program(self, *words):
        """Says its number in a file before it becomes the program."""
        self.use(f'echo $$ >{self.number}; exec {shlex.join(map(str, words))}')

    def number_of(self, program):
        """Of the process, once it has become the program."""
        def number():
            return self.number.exists() and self.number.read_text().strip()
        found = int(wait_until(number, 'the worker'))
        wait_until(lambda: os.readlink(f'/proc/{found}/exe').endswith(program),
                   f'the worker to become {program}')
        self.addCleanup(end, found)
        return found

    def lay_out(self, window):
        window.keys('ctrl+shift+l')
        window.wait('layout working')

    def check_alive(self, window):
        window.keys('ctrl+plus')
        window.wait('zoom')

    def test_worker_goes_wrong(self):
        with self.open(self.path) as window:
            for what, (script, message) in WRONG.items():
                with self.subTest(what):
                    self.use(script)
                    self.lay_out(window)
                    window.wait(f'message "{message}')
                    window.wait('layout failed')
                    self.check_alive(window)
            self.assertEqual(window.log.count('edit'), 0)
            self.check_unchanged(window)

    def test_worker_is_missing(self):
        with self.open(self.path) as window:
            window.keys('ctrl+shift+l')
            window.wait('message "The program .* is missing')
            self.check_unchanged(window)

    def test_alive_meanwhile(self):
        self.use_real_one_behind_gate()
        with self.open(self.path) as window:
            self.lay_out(window)
            self.check_alive(window)
            window.click(window.actor('Choir'))
            window.wait('select actor/choir')
            window.save(self.path)
            self.assertEqual(window.log.count('layout proposed'), 0)
            self.open_gate()
            window.wait('layout proposed')
            self.check_unchanged(window)

    def test_changed_meanwhile(self):
        self.use_program('sleep', 1000)
        with self.open(self.path) as window:
            self.lay_out(window)
            number = self.number_of('sleep')
            window.click(window.actor('Choir'))
            window.wait('select actor/choir')
            window.keys('Right')
            window.wait('message "The map was changed while it was being laid out')
            window.wait('edit "Move Actors"')
            wait_until(lambda: has_ended(number), 'the end of the worker')
            window.click(window.find('push button', 'Lay Out Again'))
            window.wait('layout working')

    def test_dragged_when_it_comes(self):
        """Nobody’s hands are interrupted."""
        self.use_real_one_behind_gate()
        with self.open(self.path) as window:
            self.lay_out(window)
            x, y = window.middle(window.actor('Choir'))
            window.press((x, y))
            window.move((x + 20, y))
            window.move((x + 40, y))
            self.check_alive(window)
            self.open_gate()
            window.wait('message "The map was changed while it was being laid out')
            window.release()
            window.wait('edit "Move Actors"')

    def test_cancel(self):
        self.use_program('sleep', 1000)
        with self.open(self.path) as window:
            for way in (lambda: window.click(window.find('push button', 'Cancel')),
                        lambda: window.keys('Escape'),
                        lambda: window.keys('ctrl+period')):
                self.number.unlink(missing_ok=True)
                self.lay_out(window)
                number = self.number_of('sleep')
                way()
                window.wait('layout cancelled')
                wait_until(lambda number=number: has_ended(number), 'the end of the worker')
            self.check_unchanged(window)

    def test_other_method_meanwhile(self):
        """Whoever does not want to wait for the one takes the other."""
        self.use_program('sleep', 1000)
        with self.open(self.path) as window:
            self.lay_out(window)
            number = self.number_of('sleep')
            self.use(f'exec "{driver.WORKER}"')
            window.click(window.find('push button', 'By Levels'))
            activate(window.find('radio menu item', 'In a Circle'))
            window.wait('layout working circle')
            wait_until(lambda: has_ended(number), 'the end of the worker')
            window.wait('layout proposed')
            self.assertEqual(window.log.count('layout failed'), 0)

    def test_close_meanwhile(self):
        example = driver.copy_of(driver.EXAMPLE, self.folder)
        self.use_program(driver.WORKER)
        with self.open(example) as window:
            self.lay_out(window)
            number = self.number_of('netzkarte-layout')
            os.kill(number, signal.SIGSTOP)
            self.check_alive(window)
            window.close()
            window.wait_end()
            wait_until(lambda: has_ended(number), 'the end of the worker')


if __name__ == '__main__':
    driver.main()
