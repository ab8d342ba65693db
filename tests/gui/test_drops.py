"""Drag and drop between programs: files and rows are dropped on the window, a figure is dragged out."""

import pathlib
import subprocess
import sys

import driver
from display import BOUND, NOT_AVAILABLE, PATIENCE, run
from log import Log
from tree import wait_until

NEIGHBOR = pathlib.Path(__file__).with_name('neighbor.py')
TITLE = 'Neighbor'
CORNER = 70, 50     # a point of the other window, which stands in the corner of the screen


class Neighbor:
    """The other program. Used in a `with`, which ends it."""

    def __init__(self, *words):
        self.process = subprocess.Popen(
            [*BOUND, sys.executable, '-B', NEIGHBOR, *map(str, words)], stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding='utf-8')
        self.log = Log(self.process.stdout)
        self.wait = self.log.wait

    def __enter__(self):
        self.wait('ready')
        # The window manager has it a moment later, and puts it where it likes before that.
        wait_until(lambda: self.position(), 'the other window')
        run('wmctrl', '-F', '-a', TITLE)
        run('wmctrl', '-F', '-r', TITLE, '-e', '0,0,0,-1,-1')
        wait_until(lambda: self.position() == ('0', '0'), 'the other window in the corner')
        return self

    def position(self):
        """Where its window is, or None as long as the window manager does not know it."""
        for line in run('wmctrl', '-l', '-G').splitlines():
            words = line.split()
            if words[-1] == TITLE:
                return words[2], words[3]
        return None

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(PATIENCE)


class Drops(driver.WindowTest):
    def setUp(self):
        super().setUp()
        self.path = driver.copy_of(driver.SMALL, self.folder)

    def drop(self, window, said, *words):
        """Drags out of the other window onto the map, and waits for what the window says of it."""
        canvas = window.middle(window.canvas())
        with Neighbor(*words):
            window.drag(CORNER, canvas)
            return window.wait(said)

    def test_map(self):
        """Opens beside what is open already."""
        other = driver.copy_of(driver.SMALL, self.folder, 'other.netzkarte.json')
        with self.open(self.path) as window:
            self.drop(window, f'opened {other} actors=8', 'files', other)

    def test_rows(self):
        rows = self.folder / 'rows.csv'
        rows.write_bytes('Name;Ebene\nBürgerverein;Quarter\n'.encode('windows-1252'))
        with self.open(self.path) as window:
            said = self.drop(window, 'pasting (.*)', 'files', rows)
            self.assertIn('kind=actor actors=1', said[1])
            dialog = window.top('Paste Rows')
            window.click(window.find('push button', 'Add', dialog))
            window.wait('edit "Paste Rows"')
            self.assertIn('Bürgerverein', window.actors())

    def test_text(self):
        with self.open(self.path) as window:
            said = self.drop(window, 'pasting (.*)', 'text', 'Von\tAn\nMayor\tChoir\n')
            self.assertIn('kind=tie actors=0 ties=1', said[1])

    def test_figure(self):
        """The preview of the export dialog can be dragged into a document."""
        with self.open(self.path) as window:
            window.keys('ctrl+e')
            window.wait('preview sharp')
            dialog = window.top('Export Figure')
            preview = window.middle(window.find('image', 'Preview', dialog))
            with Neighbor('picture') as neighbor:
                window.drag(preview, CORNER)
                took = neighbor.wait(r'took (\d+ \d+) (.*)')
                window.wait('figure taken')
            for kind in ('image/png', 'image/svg+xml', 'application/pdf'):
                self.assertIn(kind, took[2])
            figure = self.folder / 'figure.png'
            run(driver.COMMAND, 'export', self.path, '-o', figure, '--title', 'A Small Town')
            self.assertEqual(took[1], run('identify', '-format', '%w %h', figure))


def has_gtk():
    done = subprocess.run([sys.executable, '-c', 'import gi; gi.require_version("Gtk", "4.0")'],
                          stderr=subprocess.DEVNULL)
    return done.returncode == 0


if __name__ == '__main__':
    if not has_gtk():
        print('Not on this machine: GTK 4 for Python')
        sys.exit(NOT_AVAILABLE)
    driver.main('identify')
