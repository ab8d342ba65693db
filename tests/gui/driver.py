"""Drives the window as a person does, with mouse and keyboard, and sees what a screen reader sees.

A test never waits for a time to pass. The window, started with --test-log, prints one line for each thing that
happens; a test does something, waits for its line and goes on. Widgets, and the actors on the map, are found by their
names in the accessibility tree, so that a test also shows that they have names.
"""

import atexit
import collections
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import threading
import unittest

import display

display.require_tools()
from gi.repository import Atspi, GLib  # noqa: E402 (only after it is known to be there)

SOURCE = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ.get('NETZKARTE_BUILD', SOURCE / '_build'))
PICTURES = BUILD / 'meson-logs' / 'gui'
WINDOW = BUILD / 'ui' / 'netzkarte-window'
COMMAND = BUILD / 'app' / 'netzkarte'

SMALL = pathlib.Path(__file__).with_name('small.netzkarte.json')
EXAMPLE = SOURCE / 'data' / 'maps' / 'duesseldorf.netzkarte.json'

# How to start a program so that it may not write what is read-only: root may, unless it has put that down.
UNPRIVILEGED = ['setpriv', '--bounding-set', '-all', '--inh-caps', '-all'] if os.geteuid() == 0 else []

Place = collections.namedtuple('Place', 'x y width height')

# After one of these lines the actors stand elsewhere until the window says that it is at rest.
UNREST = re.compile(r'(opened|new|edit|undo|redo|view|zoom|select)\b')
# What GTK says when the program has done something wrong.
COMPLAINT = re.compile(r'(WARNING|CRITICAL) \*\*|-(WARNING|CRITICAL)\b')


def run(*words, check=True):
    done = subprocess.run([str(word) for word in words], capture_output=True, encoding='utf-8', timeout=60)
    if check and done.returncode != 0:
        raise AssertionError(f'{" ".join(done.args)}: {done.stderr.strip().splitlines()[:1] or done.returncode}')
    return done.stdout


def copy_of(path, folder, name=None):
    """A copy of a map in which every actor has its place."""
    copy = pathlib.Path(folder) / (name or path.name)
    shutil.copyfile(path, copy)
    run(COMMAND, 'layout', copy, '--unpinned-only-new')
    return copy


class Log:
    """The lines that a program prints, as they come."""

    def __init__(self, stream):
        self.lines = []
        self.seen = 0  # how many of them a test has waited for
        self.ended = False
        self.changed = threading.Condition()
        threading.Thread(target=self.read, args=[stream], daemon=True).start()

    def read(self, stream):
        with stream:
            for line in stream:
                with self.changed:
                    self.lines.append(line.rstrip('\n').removeprefix('LOG '))
                    self.changed.notify_all()
        with self.changed:
            self.ended = True
            self.changed.notify_all()

    def until(self, condition, what):
        result = None

        def ask():
            nonlocal result
            result = condition()
            return result or self.ended

        with self.changed:
            self.changed.wait_for(ask, display.PATIENCE)
        if not result:
            raise AssertionError(f'waited in vain for {what}')
        return result

    def wait(self, pattern):
        """The first line that matches, of those that came after the last one that was waited for."""
        def find():
            for i in range(self.seen, len(self.lines)):
                match = re.match(pattern, self.lines[i])
                if match:
                    self.seen = i + 1
                    return match
            return None
        return self.until(find, f'the line "{pattern}"')

    def rest(self):
        """Waits until the window has shown all that has happened so far."""
        def rests():
            last = next((line for line in reversed(self.lines) if line == 'at rest' or UNREST.match(line)), '')
            return last == 'at rest'
        self.until(rests, 'the line "at rest"')

    def last(self, pattern):
        """The newest line that matches, whether waited for or not."""
        return next((match for match in (re.match(pattern, line) for line in reversed(self.lines)) if match), None)

    def count(self, pattern):
        return sum(re.match(pattern, line) is not None for line in self.lines)


class Window:
    """A window program that runs, and the hands on it. Used in a `with`, which ends it and, if something went
    wrong, leaves a picture of the screen and the log."""

    def __init__(self, test, *arguments, program=WINDOW, wrapper=(), **environment):
        self.test = test
        self.process = subprocess.Popen([*wrapper, str(program), '--test-log', *map(str, arguments)],
                                        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                        encoding='utf-8', errors='replace', env={**os.environ, **environment})
        self.log = Log(self.process.stdout)
        self.wait, self.rest = self.log.wait, self.log.rest

    def __enter__(self):
        try:
            self.wait('ready$')
            self.rest()
            self.application = display.wait_until(self.find_application, 'the window in the accessibility tree')
            self.frame = self.application.get_child_at_index(0)
        except BaseException:
            self.__exit__(AssertionError, None, None)
            raise
        return self

    def __exit__(self, kind, error, trace):
        if kind is not None:
            self.report()
        self.process.terminate()
        self.process.wait(display.PATIENCE)
        if kind is None:
            complaints = [line for line in self.log.lines if COMPLAINT.search(line)]
            self.test.assertEqual(complaints, [], 'the window complained')

    def report(self):
        PICTURES.mkdir(parents=True, exist_ok=True)
        path = PICTURES / f'{self.test.id()}.png'
        self.test.display.picture(path)
        print(f'\n{self.test.id()} failed. The screen: {path}\nThe last lines of the window:')
        print('\n'.join(f'  {line}' for line in self.log.lines[-25:]), flush=True)

    # What is there

    def find_application(self):
        desktop = Atspi.get_desktop(0)
        for application in children(desktop):
            if application.get_process_id() == self.process.pid and application.get_child_count() > 0:
                return application
        return None

    def look_for(self, role, name, within=None):
        """The widget with this role and name that can be seen now, or None."""
        for node in walk(within or self.application):
            if is_called(node, role, name) and has(node, 'VISIBLE'):
                return node
        return None

    def find(self, role, name, within=None):
        return display.wait_until(lambda: self.look_for(role, name, within), f'the {role} “{name}”')

    def find_label(self, pattern):
        """A text that the window shows."""
        def look():
            for node in walk(self.application):
                if node.get_role_name() == 'label' and re.fullmatch(pattern, name_of(node)) and has(node, 'VISIBLE'):
                    return node
            return None
        return display.wait_until(look, f'the text “{pattern}”')

    def top(self, title):
        """One of the program's windows, by the beginning of its title."""
        return display.wait_until(lambda: next((node for node in children(self.application)
                                                if name_of(node).startswith(title)), None), f'the window “{title}”')

    def canvas(self):
        return self.find('panel', 'Map')

    def copies(self, name):
        """An actor on the map: on each plane on which it stands."""
        found = [node for node in self.all_actors() if name_of(node) == name]
        self.test.assertNotEqual(found, [], f'{name} is on the map')
        return found

    def actor(self, name):
        return self.copies(name)[0]

    def all_actors(self):
        """What stands for actors in the accessibility tree, once the window is at rest."""
        self.rest()
        return [node for node in children(self.canvas()) if node.get_role_name() == 'image']

    def actors(self):
        """The names of the actors on the map."""
        return [name_of(node) for node in self.all_actors()]

    def property(self, name):
        """What the window says of itself to the window manager."""
        in_front(self.frame)
        return run('xprop', '-notype', '-id', run('xdotool', 'getactivewindow').strip(), name).split('"')[1]

    def is_modified(self):
        return name_of(self.frame).startswith('• ')

    # Places on the screen

    def place(self, node):
        """Where a widget is on the screen."""
        left, above = corner_of_active(in_front(node))
        display.wait_until(lambda: extents_of(node).width > 0, f'“{node.get_name()}” to be somewhere')
        extents = extents_of(node)
        return Place(left + extents.x, above + extents.y, extents.width, extents.height)

    def middle(self, node):
        place = self.place(node)
        return place.x + place.width / 2, place.y + place.height / 2

    def point(self, where):
        return where if isinstance(where, tuple) else self.middle(where)

    # Hands

    def move(self, where):
        x, y = self.point(where)
        run('xdotool', 'mousemove', round(x), round(y))

    def click(self, where, button=1, times=1, holding=None):
        x, y = self.point(where)
        words = ['mousemove', round(x), round(y), 'click', '--repeat', times, '--delay', 60, button]
        if holding:
            words = ['keydown', holding, *words, 'keyup', holding]
        run('xdotool', *words)

    def handle(self, actor):
        """The knob beside an actor, from which ties are drawn."""
        place = self.place(actor)
        return place.x + place.width + 8, place.y + place.height / 2

    def drag(self, start, end, button=1, holding=None):
        """Presses, moves in steps and releases."""
        (x0, y0), (x1, y1) = self.point(start), self.point(end)
        steps = 12
        words = ['mousemove', round(x0), round(y0), 'mousedown', button]
        for i in range(1, steps + 1):
            words += ['mousemove', round(x0 + (x1 - x0) * i / steps), round(y0 + (y1 - y0) * i / steps), 'sleep', '.01']
        words += ['mouseup', button]
        if holding:
            words = ['keydown', holding, *words, 'keyup', holding]
        run('xdotool', *words)

    def press(self, where, button=1):
        self.move(where)
        run('xdotool', 'mousedown', button)

    def release(self, button=1):
        run('xdotool', 'mouseup', button)

    def wheel(self, notches):
        """Turns the wheel at the pointer, away from oneself if positive."""
        run('xdotool', 'click', '--repeat', abs(notches), '--delay', 30, 4 if notches > 0 else 5)

    def keys(self, *keys, within=None):
        in_front(within or self.frame)
        run('xdotool', 'key', '--delay', 25, *keys)

    def type(self, text):
        """Writes where the keyboard is. What no key of the keyboard gives is pasted."""
        if text.isascii():
            run('xdotool', 'type', '--delay', 15, text)
        else:
            subprocess.run(['xclip', '-selection', 'clipboard', '-in'], input=text, encoding='utf-8', check=True,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            run('xdotool', 'key', 'ctrl+v')

    def act(self, action):
        """Does an action of the window ("win.zoom-in") by its name."""
        activate(self.frame, action)

    # Dialogs

    def answer(self, question, button):
        """Answers a question that the window asks."""
        self.wait(f'question "{question}')
        self.click(self.find('push button', button, self.top(question)))

    def choose_file(self, title, path):
        """Gives a file dialog the file that is wanted."""
        dialog = display.wait_until(lambda: next((node for node in children(self.application) if name_of(node) == title
                                                  and node.get_role_name() != 'frame'), None), f'the dialog “{title}”')
        self.keys('ctrl+l', within=dialog)
        entry = display.wait_until(lambda: focused(dialog, 'text'), 'the place to type a file name')
        Atspi.EditableText.set_text_contents(entry, str(path))
        # Enter may be taken by the list of names that GTK proposes.
        activate(self.find('push button', 'Open' if title.startswith('Open') else 'Save', within=dialog))

    def close(self, frame=None):
        """Asks a window to close, as its manager does."""
        in_front(frame or self.frame)
        run('wmctrl', '-i', '-c', run('xdotool', 'getactivewindow').strip())

    def wait_end(self):
        self.test.assertEqual(self.process.wait(display.PATIENCE), 0)


# The accessibility tree. What is asked may be gone already: then it is as if it had not been there.

def children(node):
    try:
        node.clear_cache()
        found = [node.get_child_at_index(i) for i in range(node.get_child_count())]
    except GLib.Error:
        return []
    return [child for child in found if child is not None]


def walk(node):
    yield node
    for child in children(node):
        yield from walk(child)


def name_of(node):
    try:
        node.clear_cache()
        return node.get_name()
    except GLib.Error:
        return ''


def is_called(node, role, name):
    """GTK makes a name of all that names a widget: of its own label, and of the one beside it."""
    try:
        if node.get_role_name() != role:
            return False
        said = node.get_name()
        return name is None or said == name or said.startswith(f'{name} ') or said.endswith(f' {name}')
    except GLib.Error:
        return False


def has(node, state):
    try:
        node.clear_cache()
        return node.get_state_set().contains(getattr(Atspi.StateType, state))
    except GLib.Error:
        return False


def in_front(node):
    """The window of a widget, once it has the keyboard: before that it may be anywhere, and keys go elsewhere."""
    while node.get_parent() is not None and node.get_parent().get_role_name() != 'application':
        node = node.get_parent()
    # GTK does not tell of its file dialogs that they are active, only of what has the keyboard in them.
    display.wait_until(lambda: has(node, 'ACTIVE') or node.get_role_name() != 'frame' and focused(node),
                       f'the window “{node.get_name()}” in front')
    return node


def focused(node, role=None):
    """The widget that has the keyboard."""
    for inner in walk(node):
        if role in (None, inner.get_role_name()) and has(inner, 'FOCUSED'):
            return inner
    return None


def text_of(node):
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


def actions(node):
    return [Atspi.Action.get_action_name(node, i) for i in range(Atspi.Action.get_n_actions(node))]


def activate(node, action='click'):
    Atspi.Action.do_action(node, actions(node).index(action))


def extents_of(node):
    return Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)


def corner_of_active(top):
    """Where the window in front begins for the accessibility tree: within the shadow and the border that GTK draws
    round it."""
    window = run('xdotool', 'getactivewindow').strip()
    said = run('xwininfo', '-id', window)
    x, y, width, height = (int(re.search(rf'{word}:\s+(-?\d+)', said)[1]) for word in
                           ('Absolute upper-left X', 'Absolute upper-left Y', 'Width', 'Height'))
    shadow = re.search(r'= (\d+), (\d+), (\d+), (\d+)', run('xprop', '-id', window, '_GTK_FRAME_EXTENTS'))
    left, right, above, below = map(int, shadow.groups()) if shadow else (0, 0, 0, 0)
    inner = extents_of(top)
    return (x + left + (width - left - right - inner.width) // 2,
            y + above + (height - above - below - inner.height) // 2)


class WindowTest(unittest.TestCase):
    """A test with a folder for each of its methods, and a display for all: the accessibility tree is that of the
    first one that a process has."""

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


class Opened(Window):
    """A window with a map: what a test waits for comes after that is shown."""

    def __enter__(self):
        super().__enter__()
        self.wait('opened')
        self.rest()
        self.log.wait('at rest')
        return self


def main(*tools):
    """Runs the tests of a file, which need these tools beside the driver's own."""
    display.require_tools(*tools)
    unittest.main(warnings='ignore')  # Atspi calls some of its own functions old
