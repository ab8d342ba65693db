"""Drives the window as a person does, with mouse and keyboard, and sees what a screen reader sees.

A test never waits for a time to pass: it does something, waits for the line that the window prints
of it, and goes on. Widgets, and the actors on the map, are found by their names in the
accessibility tree, so that a test also shows that they have names.
"""

import atexit
import collections
import math
import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import time
import unittest

import display
from display import run
from log import Log
from tree import (activate, application_of, children, extents_of, focused, has, in_front,
                  is_called, name_of, role_of, set_text, wait_until, walk)

SOURCE = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ.get('NETZKARTE_BUILD', SOURCE / '_build'))
PICTURES = BUILD / 'meson-logs' / 'gui'
WINDOW = BUILD / 'ui' / 'netzkarte-window'
COMMAND = BUILD / 'app' / 'netzkarte'
WORKER = BUILD / 'app' / 'netzkarte-layout'

SMALL = pathlib.Path(__file__).with_name('small.netzkarte.json')
EXAMPLE = SOURCE / 'data' / 'maps' / 'duesseldorf.netzkarte.json'

# Before a program that may not write what is read-only: root may, unless it has put that down.
UNPRIVILEGED = (['setpriv', '--bounding-set', '-all', '--inh-caps', '-all']
                if os.geteuid() == 0 else [])

DRAG_STEPS = 12

Place = collections.namedtuple('Place', 'x y width height')


def copy_of(path, folder, name=None):
    """A copy of a map in which every actor has its place."""
    copy = pathlib.Path(folder) / (name or path.name)
    shutil.copyfile(path, copy)
    run(COMMAND, 'layout', copy, '--unpinned-only-new')
    return copy


def active_window():
    return run('xdotool', 'getactivewindow').strip()


class Window:
    """A program that runs, and hands on it. Used in a `with`, which ends it and, if something went
    wrong, leaves a picture of the screen and the log."""

    def __init__(self, test, *arguments, program=WINDOW, wrapper=(), template='levels',
                 **environment):
        self.test = test
        # Without a map there is the welcome page, which a test leaves unless the template is None.
        self.has_map = bool(arguments)
        self.template = template
        self.scale = int(environment.get('GDK_SCALE', 1))  # dots of the screen to a pixel of GTK
        self.process = subprocess.Popen(
            [*display.BOUND, *wrapper, str(program), '--test-log', *map(str, arguments)],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            encoding='utf-8', errors='replace', env={**os.environ, **environment})
        self.log = Log(self.process.stdout)
        self.wait, self.rest = self.log.wait, self.log.rest

    def __enter__(self):
        try:
            self.wait('ready$')
            self.application = wait_until(lambda: application_of(self.process.pid),
                                          'the window in the accessibility tree')
            self.frame = self.application.get_child_at_index(0)
            if self.has_map:
                self.rest()
            elif self.template:
                self.begin(self.template)
        except BaseException:
            self.__exit__(AssertionError, None, None)
            raise
        return self

    def __exit__(self, kind, error, trace):
        if kind is not None:
            self.report()
        self.process.terminate()
        status = self.process.wait(display.PATIENCE)
        if kind is None:
            self.test.assertIn(status, (0, -signal.SIGTERM), 'how the program ended')
            self.test.assertEqual(self.log.complaints(), [], 'what GTK complained of')

    def report(self):
        PICTURES.mkdir(parents=True, exist_ok=True)
        path = PICTURES / f'{self.test.id()}.png'
        self.test.display.picture(path)
        print(f'\n{self.test.id()} failed. The screen: {path}\nThe last lines of the window:')
        print('\n'.join(f'  {line}' for line in self.log.lines[-60:]), flush=True)

    def begin(self, template):
        """Leaves the welcome page with a new map."""
        if not self.log.last('welcome$'):
            self.wait('welcome$')
        self.keys(*['Right'] * ['levels', 'empty', 'example'].index(template), 'Return')
        self.wait('new$')
        self.rest()

    # What is there

    def look_for(self, role, is_it, within=None):
        """A widget that can be seen now, or None."""
        for node in walk(within or self.application):
            if role_of(node) == role and is_it(node) and has(node, 'VISIBLE'):
                return node
        return None

    def find(self, role, name, within=None):
        def is_it(node):
            return name is None or is_called(node, name)
        return wait_until(lambda: self.look_for(role, is_it, within), f'the {role} “{name}”')

    def find_label(self, pattern):
        """A text that the window shows."""
        def is_it(node):
            return re.fullmatch(pattern, name_of(node))
        return wait_until(lambda: self.look_for('label', is_it), f'the text “{pattern}”')

    def look_for_top(self, title):
        for node in children(self.application):
            if name_of(node).startswith(title):
                return node
        return None

    def top(self, title):
        """One of the program's windows, by the beginning of its title."""
        return wait_until(lambda: self.look_for_top(title), f'the window “{title}”')

    def is_modified(self):
        return name_of(self.frame).startswith('• ')

    def property(self, name):
        """What the window says of itself to the window manager."""
        in_front(self.frame)
        return run('xprop', '-notype', '-id', active_window(), name).split('"')[1]

    # The map

    def canvas(self):
        return self.find('panel', 'Map')

    def actor_nodes(self):
        """What stands for actors in the accessibility tree, once the window is at rest."""
        self.rest()
        return [node for node in children(self.canvas()) if role_of(node) == 'image']

    def actors(self):
        """The names of the actors on the map."""
        return [name_of(node) for node in self.actor_nodes()]

    def copies(self, name):
        """An actor on the map, on each plane on which it stands."""
        found = [node for node in self.actor_nodes() if name_of(node) == name]
        self.test.assertNotEqual(found, [], f'{name} is on the map')
        return found

    def actor(self, name):
        return self.copies(name)[0]

    def zoom(self):
        return float(self.log.last('zoom (.*)')[1])

    # Places on the screen

    def place(self, node):
        left, above = self.corner(in_front(node))
        wait_until(lambda: extents_of(node).width > 0, f'“{name_of(node)}” to be somewhere')
        inner = extents_of(node)
        return Place(left + inner.x * self.scale, above + inner.y * self.scale,
                     inner.width * self.scale, inner.height * self.scale)

    def corner(self, top):
        """Where the window in front begins for the accessibility tree: within the shadow and the
        border that GTK draws round it."""
        window = active_window()
        said = run('xwininfo', '-id', window)
        x, y, width, height = (int(re.search(rf'{word}:\s+(-?\d+)', said)[1]) for word in (
            'Absolute upper-left X', 'Absolute upper-left Y', 'Width', 'Height'))
        shadow = re.findall(r'\d+', run('xprop', '-notype', '-id', window, '_GTK_FRAME_EXTENTS'))
        left, right, above, below = map(int, shadow) if len(shadow) == 4 else (0, 0, 0, 0)
        inner = extents_of(top)
        return (x + left + (width - left - right - inner.width * self.scale) // 2,
                y + above + (height - above - below - inner.height * self.scale) // 2)

    def middle(self, node):
        place = self.place(node)
        return place.x + place.width / 2, place.y + place.height / 2

    def handle(self, actor):
        """The knob beside an actor, from which ties are drawn."""
        place = self.place(actor)
        return place.x + place.width + 8 * self.scale, place.y + place.height / 2

    def point(self, where):
        """Of a widget its middle."""
        x, y = where if isinstance(where, tuple) else self.middle(where)
        return round(x), round(y)

    # Hands. `where` is a widget or a point on the screen.

    def hand(self, *words, holding=None):
        """Does something with the mouse, perhaps while a key is held."""
        if holding:
            words = ['keydown', holding, *words, 'keyup', holding]
        run('xdotool', *words)

    def move(self, where):
        self.hand('mousemove', *self.point(where))

    def click(self, where, times=1, holding=None):
        self.hand('mousemove', *self.point(where), 'click', '--repeat', times, '--delay', 20, 1,
                  holding=holding)

    def press(self, where):
        self.hand('mousemove', *self.point(where), 'mousedown', 1)

    def release(self):
        self.hand('mouseup', 1)

    def drag(self, start, end, button=1, holding=None):
        (x0, y0), (x1, y1) = self.point(start), self.point(end)
        words = ['mousemove', x0, y0, 'mousedown', button]
        for i in range(1, DRAG_STEPS + 1):
            way = i / DRAG_STEPS
            words += ['mousemove', round(x0 + (x1 - x0) * way), round(y0 + (y1 - y0) * way),
                      'sleep', '.01']
        self.hand(*words, 'mouseup', button, holding=holding)

    def wheel(self, notches):
        """Turns the wheel at the pointer, away from oneself if positive."""
        self.hand('click', '--repeat', abs(notches), '--delay', 30, 4 if notches > 0 else 5)

    def keys(self, *keys, within=None):
        in_front(within or self.frame)
        run('xdotool', 'key', '--delay', 25, *keys)

    def type(self, text):
        """Writes where the keyboard is. What no key gives is pasted."""
        if text.isascii():
            run('xdotool', 'type', '--delay', 15, text)
        else:
            subprocess.run(['xclip', '-selection', 'clipboard', '-in'], check=True, input=text,
                           encoding='utf-8', stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            run('xdotool', 'key', 'ctrl+v')

    def type_into(self, entry, text):
        """Writes into an entry in place of what it has."""
        self.click(entry)
        top = in_front(entry)
        wait_until(lambda: focused(top, role_of(entry)), f'the keyboard in “{name_of(entry)}”')
        self.keys('ctrl+a', within=top)
        self.type(text)

    def choose(self, box, row):
        """Takes a row of a drop-down list, which opens with the keyboard on its first one."""
        self.click(box)
        self.find('list item', None, within=box)
        self.keys(*['Down'] * row, 'Return', within=box)

    # Windows

    def act(self, action):
        """Does an action of the window ("win.zoom-in") by its name."""
        activate(self.frame, action)

    def save(self, path):
        self.keys('ctrl+s')
        self.wait(f'saved {path}$')

    def answer(self, question, button):
        """Answers a question that the window asks."""
        self.wait(f'question "{question}')
        self.click(self.find('push button', button, self.top(question)))

    def file_dialog(self, title):
        return next((node for node in children(self.application)
                     if name_of(node) == title and role_of(node) != 'frame'), None)

    def choose_file(self, title, path):
        """Gives a file dialog the file that is wanted."""
        dialog = wait_until(lambda: self.file_dialog(title), f'the dialog “{title}”')
        self.keys('ctrl+l', within=dialog)
        entry = wait_until(lambda: focused(dialog, 'text'), 'the place for a file name')
        set_text(entry, str(path))
        button = self.find('push button', 'Open' if title.startswith('Open') else 'Save', dialog)
        pressed = -math.inf

        def accepted():
            # If GTK shows the first folder only after that, it forgets that it was pressed.
            nonlocal pressed
            if self.file_dialog(title) is None:
                return True
            if time.monotonic() > pressed + 1:
                pressed = time.monotonic()
                activate(button)
            return False
        wait_until(accepted, f'the end of the dialog “{title}”')

    def close(self, frame=None):
        """Asks a window to close, as its manager does."""
        in_front(frame or self.frame)
        run('wmctrl', '-i', '-c', active_window())

    def wait_end(self):
        self.test.assertEqual(self.process.wait(display.PATIENCE), 0)


class Opened(Window):
    """A window with a map: what a test waits for comes after that is shown."""

    def __enter__(self):
        super().__enter__()
        self.wait('opened')
        self.wait('at rest')
        return self


class WindowTest(unittest.TestCase):
    """A test with a folder for each of its methods, and a display for all: the accessibility tree
    is that of the first one that a process has."""

    display = None

    @classmethod
    def setUpClass(cls):
        if WindowTest.display is None:
            WindowTest.display = display.Display()
            atexit.register(WindowTest.display.stop)

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix='netzkarte-test-')
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def window(self, *arguments, **options):
        return Window(self, *arguments, **options)

    def open(self, path, **options):
        return Opened(self, path, **options)


def main(*tools):
    """Runs the tests of a file, which need these tools beside the driver's own."""
    display.require_tools(*tools)
    unittest.main(warnings='ignore')  # Atspi calls some of its own functions old
