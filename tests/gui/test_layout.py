"""Laying out: one step, pinned actors stay, the window lives on meanwhile; a worker that goes wrong costs a message."""

import json
import os
import pathlib
import shutil
import signal

import driver
from display import wait_until

PINNED = 'Mayor'
WORKER = driver.BUILD / 'app' / 'netzkarte-layout'

# What stands in for the worker that calculates: a shell script, and what the window then says.
WRONG = {
    'it is killed': ('kill -KILL $$', r'The calculation ended unexpectedly \(signal 9\)\. The map is unchanged'),
    'it crashes': ('kill -SEGV $$', r'The calculation ended unexpectedly \(signal 11\)\. The map is unchanged'),
    'it gives up': ('exit 3', r'The calculation ended unexpectedly \(status 3\)\. The map is unchanged'),
    'it refuses': ('cat >/dev/null; echo "Too many." >&2; exit 1',
                   r'The calculation is not possible\. The map is unchanged\. \(Too many\.\)'),
    'it says nothing': ('cat >/dev/null', 'The calculation ended without a result. The map is unchanged'),
    'it talks nonsense': ('cat >/dev/null; echo "[1, 2"', 'The calculation’s result can’t be used: it is damaged. The map is unchanged'),
    'it does not listen': ('exec <&-; echo "{}"', r'The calculation.*\. The map is unchanged'),
}


def has_ended(number):
    """Whether a process has: it may wait as a zombie for somebody to ask for its status."""
    try:
        return pathlib.Path(f'/proc/{number}/stat').read_text().rpartition(')')[2].split()[0] == 'Z'
    except FileNotFoundError:
        return True


class Layout(driver.WindowTest):
    def setUp(self):
        super().setUp()
        self.path = driver.copy_of(driver.SMALL, self.folder)
        self.before = self.path.read_bytes()

    def places(self):
        return {actor['name']: (actor['x'], actor['y']) for actor in json.loads(self.path.read_bytes())['actors']}

    def save(self, window):
        window.keys('ctrl+s')
        window.wait('saved')

    def test_all(self):
        before = self.places()
        with self.open(self.path) as window:
            window.keys('ctrl+shift+l')
            window.wait('edit "Lay out" modified=1')
            window.wait('layout done')
            self.save(window)
            after = self.places()
            window.keys('ctrl+z')
            window.wait('undo "Lay out"')
            self.save(window)
        self.assertEqual(after[PINNED], before[PINNED])
        self.assertGreater(sum(after[name] != before[name] for name in before), 3, 'the others were laid out')
        self.assertEqual(self.path.read_bytes(), self.before, 'it was one step')

    def test_selection(self):
        before = self.places()
        with self.open(self.path) as window:
            window.click(window.actor('Library'))
            window.wait('select actor/library')
            window.click(window.actor('Sports Club'), holding='shift')
            window.wait('select actor/library actor/sports-club')
            window.keys('ctrl+alt+l')
            window.wait('edit "Lay out" modified=1')
            self.save(window)
        after = self.places()
        moved = {name for name in before if after[name] != before[name]}
        self.assertNotEqual(moved, set())
        self.assertLessEqual(moved, {'Library', 'Sports Club'})


class StandIn(driver.WindowTest):
    """The window beside another worker than its own."""

    def setUp(self):
        super().setUp()
        self.path = driver.copy_of(driver.SMALL, self.folder)
        self.before = self.path.read_bytes()
        self.program = self.folder / 'netzkarte-window'
        self.worker = self.folder / 'netzkarte-layout'
        self.gate = self.folder / 'gate'
        shutil.copy(driver.WINDOW, self.program)
        os.mkfifo(self.gate)

    def use(self, script):
        """Replaces the worker whole: the one before may still run."""
        draft = self.folder / 'draft'
        draft.write_text(f'#!/bin/sh\n{script}\n')
        draft.chmod(0o755)
        draft.rename(self.worker)

    def lay_out(self, window):
        window.keys('ctrl+shift+l')
        window.wait('message "Laying out the map…"')

    def check_alive(self, window):
        window.keys('ctrl+plus')
        window.wait('zoom')

    def check_unchanged(self, window):
        self.assertFalse(window.is_modified())
        window.keys('ctrl+s')
        window.wait('saved')
        self.assertEqual(self.path.read_bytes(), self.before)

    def test_worker_goes_wrong(self):
        with self.open(self.path, program=self.program) as window:
            for what, (script, message) in WRONG.items():
                with self.subTest(what):
                    self.use(script)
                    self.lay_out(window)
                    window.wait(f'message "{message}')
                    window.wait('layout failed')
                    self.check_alive(window)
            self.check_unchanged(window)

    def test_worker_is_missing(self):
        with self.open(self.path, program=self.program) as window:
            window.keys('ctrl+shift+l')
            window.wait('message "The program .* is missing')
            self.check_unchanged(window)

    def test_alive_meanwhile(self):
        # The worker waits until somebody opens the other end of the pipe.
        self.use(f'read -r word <{self.gate}; exec {WORKER}')
        with self.open(self.path, program=self.program) as window:
            self.lay_out(window)
            self.assertNotIn('win.lay-out', driver.actions(window.frame), 'one at a time')
            self.check_alive(window)
            window.click(window.actor('Choir'))
            window.wait('select actor/choir')
            self.assertEqual(window.log.count('layout'), 0)
            self.gate.write_text('go on\n')
            window.wait('layout done')
            self.assertTrue(window.is_modified())

    def test_changed_meanwhile(self):
        self.use(f'read -r word <{self.gate}; exec {WORKER}')
        with self.open(self.path, program=self.program) as window:
            self.lay_out(window)
            window.click(window.actor('Choir'))
            window.wait('select actor/choir')
            window.keys('Right')
            window.wait('edit "Move Actors"')
            self.gate.write_text('go on\n')
            window.wait('message "The map was changed while it was being laid out')
            window.keys('ctrl+z')
            window.wait('undo "Move Actors" modified=0')
            self.check_unchanged(window)

    def worker_number(self, program):
        """Of the process that runs this program as the worker; the script says it in a file before it becomes that."""
        file = self.folder / 'number'
        number = int(wait_until(lambda: file.exists() and file.read_text().strip(), 'the worker'))
        wait_until(lambda: os.readlink(f'/proc/{number}/exe').endswith(program), f'the worker to become {program}')
        return number

    def test_cancel(self):
        self.use(f'echo $$ >{self.folder}/number; exec sleep 1000')
        with self.open(self.path, program=self.program) as window:
            self.lay_out(window)
            number = self.worker_number('sleep')
            window.click(window.find('push button', 'Cancel'))
            window.wait('layout cancelled')
            wait_until(lambda: has_ended(number), 'the end of the worker')
            self.check_unchanged(window)

    def test_close_meanwhile(self):
        example = driver.copy_of(driver.EXAMPLE, self.folder)
        self.use(f'echo $$ >{self.folder}/number; exec {WORKER}')
        with self.open(example, program=self.program) as window:
            self.lay_out(window)
            number = self.worker_number('netzkarte-layout')
            os.kill(number, signal.SIGSTOP)
            self.check_alive(window)
            window.close()
            window.wait_end()
            wait_until(lambda: has_ended(number), 'the end of the worker')


if __name__ == '__main__':
    driver.main()
