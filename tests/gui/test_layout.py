"""Laying out: one step, pinned actors stay, the window lives on meanwhile; a worker that goes
wrong costs a message."""

import json
import math
import os
import pathlib
import shlex
import shutil
import signal

import driver
from tree import actions, activate, wait_until

PINNED = 'Mayor'

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


class Layout(driver.WindowTest):
    def setUp(self):
        super().setUp()
        self.path = driver.copy_of(driver.SMALL, self.folder)

    def places(self):
        actors = json.loads(self.path.read_bytes())['actors']
        return {actor['name']: (actor['x'], actor['y']) for actor in actors}

    def test_all(self):
        bytes_before = self.path.read_bytes()
        before = self.places()
        with self.open(self.path) as window:
            window.keys('ctrl+shift+l')
            window.wait('edit "Lay out" modified=1')
            window.wait('layout done')
            window.save(self.path)
            after = self.places()
            window.keys('ctrl+z')
            window.wait('undo "Lay out"')
            window.save(self.path)
        self.assertEqual(after[PINNED], before[PINNED])
        moved = [name for name in before if after[name] != before[name]]
        self.assertGreater(len(moved), 3, 'the others were laid out')
        self.assertEqual(self.path.read_bytes(), bytes_before, 'it was one step')

    def test_selection(self):
        before = self.places()
        with self.open(self.path) as window:
            window.click(window.actor('Library'))
            window.wait('select actor/library')
            window.click(window.actor('Sports Club'), holding='shift')
            window.wait('select actor/library actor/sports-club')
            window.keys('ctrl+alt+l')
            window.wait('edit "Lay out" modified=1')
            window.save(self.path)
        after = self.places()
        moved = {name for name in before if after[name] != before[name]}
        self.assertNotEqual(moved, set())
        self.assertLessEqual(moved, {'Library', 'Sports Club'})

    def test_around_selected(self):
        """With another method, chosen from the menu: the selected actor is in the middle."""
        with self.open(self.path) as window:
            window.click(window.actor('Round Table'))
            window.wait('select actor/round-table')
            window.keys('F10')
            activate(window.find('menu item', 'Around One Actor'))
            window.keys('ctrl+shift+l')
            window.wait('edit "Lay out" modified=1')
            window.save(self.path)
        places = self.places()
        far = {name: math.dist(place, places['Round Table']) for name, place in places.items()}
        self.assertAlmostEqual(far['Council'], far['School'], delta=0.02)
        self.assertLess(far['School'], min(far[name] for name in ('Library', 'Choir', 'Agency')))


class StandIn(driver.WindowTest):
    """The window beside another worker than its own."""

    def setUp(self):
        super().setUp()
        self.path = driver.copy_of(driver.SMALL, self.folder)
        self.before = self.path.read_bytes()
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
        window.wait('message "Laying out the map…"')

    def check_alive(self, window):
        window.keys('ctrl+plus')
        window.wait('zoom')

    def check_unchanged(self, window):
        self.assertFalse(window.is_modified())
        window.save(self.path)
        self.assertEqual(self.path.read_bytes(), self.before)

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
            self.assertNotIn('win.lay-out', actions(window.frame), 'one at a time')
            self.check_alive(window)
            window.click(window.actor('Choir'))
            window.wait('select actor/choir')
            self.assertEqual(window.log.count('layout'), 0)
            self.open_gate()
            window.wait('layout done')
            self.assertTrue(window.is_modified())

    def test_changed_meanwhile(self):
        self.use_real_one_behind_gate()
        with self.open(self.path) as window:
            self.lay_out(window)
            window.click(window.actor('Choir'))
            window.wait('select actor/choir')
            window.keys('Right')
            window.wait('edit "Move Actors"')
            self.open_gate()
            window.wait('message "The map was changed while it was being laid out')
            window.keys('ctrl+z')
            window.wait('undo "Move Actors" modified=0')
            self.check_unchanged(window)

    def test_cancel(self):
        self.use_program('sleep', 1000)
        with self.open(self.path) as window:
            self.lay_out(window)
            number = self.number_of('sleep')
            window.click(window.find('push button', 'Cancel'))
            window.wait('layout cancelled')
            wait_until(lambda: has_ended(number), 'the end of the worker')
            self.check_unchanged(window)

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
