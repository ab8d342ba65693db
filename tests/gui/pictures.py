"""Takes a picture of the window in each of its states, to be looked at. Run by hand:

    python3 tests/gui/pictures.py FOLDER [--german] [--dark] [--contrast] [--scale 2]
                                  [--large-text] [JOURNEY…]

Each journey is a function that goes from state to state; where it yields a name, the screen is
written to FOLDER/JOURNEY-NAME.png. German needs the locale that `./dev test` makes in _build/locale.
"""

import argparse
import gettext
import pathlib
import subprocess
import sys
import tempfile
import traceback
import unittest

import display
import driver
from display import run
from driver import active_window
from tree import children, focused, in_front, name_of, role_of, wait_until, walk

SIZE = 1280, 720
LARGE_DPI = 180  # in which text is larger than in the usual 96

ACTORS = 'Name\tEbene\nTafel Nord\tBezirk\nJobcentre\tBezirk\nTafel Süd\tStraße\nJobcenter\t\n'
TIES = 'Von;An;Art\nJobcenter;Tafel Nord;Verweis\nTafel Nord;Jobcentre;Gerücht\n'

LISTS = ['Sectors', 'Kinds of Tie', 'Levels', 'Districts', 'Phases', 'Sources',
         'Attributes']
MENUS = ['_Edit', 'Selec_t', '_View', '_Layout']


class Shown(driver.Window):
    """A window as large as the screen, spoken to in the language of the pictures."""

    def __init__(self, journey, path=None, template=None):
        self.tr = journey.translate
        self.opens = path is not None and path.exists()
        super().__init__(journey, *([path] if path else []), template=template,
                         **journey.environment)

    def __enter__(self):
        super().__enter__()
        self.test.shows(self.application)
        if self.opens:
            self.wait('opened')
        self.enlarge()
        return self

    def enlarge(self):
        in_front(self.frame)
        run('wmctrl', '-r', ':ACTIVE:', '-b', 'add,maximized_vert,maximized_horz')
        wait_until(lambda: '_MAXIMIZED_HORZ' in run('xprop', '-id', active_window(),
                                                    '_NET_WM_STATE'),
                   'the window as large as the screen')
        self.rest()

    def find(self, role, name, within=None):
        return super().find(role, name and self.tr(name).replace('_', ''), within)

    def top(self, title):
        return super().top(self.tr(title))

    def main_menu(self):
        self.keys('F10')
        return self.item()

    def item(self, other_than=None):
        """The item of the open menu that has the keyboard."""
        def there():
            item = focused(self.frame, 'menu item')
            return item if item != other_than else None
        return wait_until(there, 'the keyboard in the menu')

    def submenu(self, words):
        """Goes down the menu to it and opens it."""
        words, item = self.tr(words).replace('_', ''), self.item()
        while words not in [name_of(inner) for inner in children(item)]:
            self.keys('Down')
            item = self.item(other_than=item)
        self.keys('Return')
        self.item(other_than=item)

    def node(self, name):
        """An actor on the map, by its name as it is spoken."""
        self.rest()

        def look():
            return next((node for node in children(self.canvas()) if role_of(node) == 'image'
                         and name_of(node) == name), None)
        return wait_until(look, name)


# The journeys

def welcome(journey):
    with journey.window() as window:
        window.wait('welcome')
        yield 'first'
    for path in (journey.example, journey.small):
        with journey.window(path):
            pass
    with journey.window() as window:
        window.wait('welcome')
        yield 'recent'
        window.keys('Right', 'Return')
        window.wait('new$')
        window.rest()
        yield 'empty'


def selecting(journey):
    with journey.window(journey.example) as window:
        yield 'nothing'
        window.click(window.node('Jobcenter'))
        window.wait('select actor/')
        yield 'actor'
        window.keys('ctrl+shift+e')
        window.wait('select ')
        yield 'several'
    with journey.window(journey.small) as window:
        window.click(between(window, 'Mayor', 'Council'))
        window.wait('select tie/')
        yield 'tie'
        window.keys('ctrl+a')
        window.wait('select ')
        yield 'all'


def between(window, one, other):
    (x0, y0), (x1, y1) = (window.middle(window.node(name)) for name in (one, other))
    return (x0 + x1) / 2, (y0 + y1) / 2


def placing(journey):
    with journey.window(journey.small) as window:
        x, y = window.middle(window.node('Agency'))
        window.click((x + 90 * window.scale, y), times=2)
        window.wait('naming new')
        window.type('spor')
        window.wait('naming "spor"')
        yield 'naming'
        window.keys('Escape')
        window.press(window.node('Council'))
        x, y = window.middle(window.node('Round Table'))
        for step in (20, 4, 2, 1):
            window.move((x + step, y + 2 * step))
        yield 'dragging'
        window.keys('Escape')
        window.release()
        window.move(window.node('Mayor'))
        window.press(window.handle(window.node('Mayor')))
        x, y = window.middle(window.node('School'))
        for step in (40, 20, 8):
            window.move((x - step, y - step))
        yield 'drawing-a-tie'
        window.keys('Escape')
        window.release()


def menus(journey):
    with journey.window(journey.example) as window:
        window.click(window.node('Jobcenter'))
        window.wait('select actor/')
        window.keys('shift+F10')
        window.wait('context menu')
        yield 'context'
        window.keys('Escape')
        for name in MENUS:
            window.main_menu()
            if name == MENUS[0]:
                yield 'main'
            window.submenu(name)
            yield name.replace('_', '').lower()
            window.keys('Escape', 'Escape')
            wait_until(lambda: not focused(window.frame, 'menu item'), 'the end of the menu')


def history(journey):
    with journey.window(journey.small) as window:
        window.keys('ctrl+a', 'Right')
        window.wait('edit ')
        window.keys('Delete')
        window.wait('edit ')
        window.keys('ctrl+z')
        window.wait('undo')
        window.keys('ctrl+h')
        window.find('list', 'History')
        yield 'list'


def finding(journey):
    with journey.window(journey.example) as window:
        window.keys('ctrl+f')
        window.wait('found')
        window.type('amt')
        window.wait('found "[1-9]')
        window.rest()
        yield 'hits'
        window.keys('ctrl+a')
        window.type('xyzzy')
        window.find('label', 'Not found')
        yield 'none'


def quick_line(journey):
    with journey.window(journey.example) as window:
        window.keys('colon')
        window.wait('line opened')
        yield 'empty'
        for name, text in (('choices', 'Job'), ('new', 'Jobcenter -> New Place : Ver'),
                           ('wrong', 'Jobcenter -> ')):
            window.keys('ctrl+a', 'BackSpace')
            window.type(text)
            window.wait('line says "')
            window.rest()
            yield name
        window.keys('Escape', 'colon')
        window.wait('line opened')
        window.click(window.find('push button', 'What can be written here'))
        window.find_label('Tab')
        yield 'help'


def tables(journey):
    with journey.window(journey.example) as window:
        window.keys('ctrl+t')
        window.wait('table actors')
        window.rest()
        yield 'actors'
        window.keys('Down', 'F2')
        window.wait('cell ')
        yield 'editor'
        window.keys('Escape')
        for name in ('Ties', 'Sources', 'Events'):
            window.click(window.find('page tab', name))
            window.wait(f'table {name.lower()}')
            window.rest()
            yield name.lower()
        window.click(window.find('push button', 'Columns and order'))
        yield 'columns'


def lists(journey):
    with journey.window(journey.example) as window:
        window.keys('ctrl+comma')
        window.wait('lists$')
        dialog = window.top('Map Properties')
        for name in LISTS:
            window.click(window.find('list item', name, dialog))
            window.find('panel', name, dialog)
            yield name.replace(' ', '-').lower()
        window.click(window.find('list item', 'Sectors', dialog))
        page = window.find('panel', 'Sectors', dialog)
        rows = wait_until(lambda: [node for node in walk(page) if role_of(node) == 'list item'
                                   and name_of(node)], 'the rows')
        for row, holding in ((rows[0], None), (rows[1], 'ctrl')):
            place = window.place(row)
            window.click((place.x + place.width - 20, place.y + place.height / 2), holding=holding)
        window.click(window.find('push button', '_Merge…', page))
        window.wait('question ')
        yield 'merging'
        window.keys('Escape', within=next(reversed(children(window.application))))
        window.keys('Delete', within=dialog)
        window.wait('question ')
        yield 'deleting'


def pasting(journey):
    with journey.window(journey.example) as window:
        for name, text in (('actors', ACTORS), ('ties', TIES)):
            subprocess.run(['xclip', '-selection', 'clipboard', '-in'], check=True, input=text,
                           encoding='utf-8', stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            window.keys('ctrl+v')
            window.wait('pasting ')
            dialog = window.top('Paste Rows')
            yield name
            window.keys('Escape', within=dialog)


def dialogs(journey):
    with journey.window(journey.example) as window:
        window.keys('ctrl+question')
        yield 'shortcuts', window.top('Keyboard Shortcuts')
        window.keys('Escape', within=window.top('Keyboard Shortcuts'))
        window.keys('ctrl+e')
        window.wait('preview [0-9]')
        window.wait('preview sharp')
        yield 'export', window.top('Export Figure')
        window.keys('Escape', within=window.top('Export Figure'))
        window.act('win.save-anonymised')
        yield 'anonymised', window.top('Save Anonymised Copy')
        window.keys('Escape', within=window.top('Save Anonymised Copy'))
        window.keys('ctrl+a', 'Right')
        window.wait('edit')
        window.keys('ctrl+w')
        window.wait('question')
        yield 'close'


def layout(journey):
    with journey.window(journey.small) as window:
        window.keys('ctrl+shift+l')
        window.wait('layout proposed')
        window.rest()
        yield 'proposed'
    with journey.window(journey.folder / 'none.json') as window:
        window.wait('message')
        yield 'message'


def views(journey):
    with journey.window(journey.example) as window:
        for key, name in (('alt+2', 'layers'), ('alt+3', 'panels'), ('alt+4', 'triangle')):
            window.keys(key)
            window.wait(f'view {name}')
            window.rest()
            window.click(window.node('Jobcenter'))
            window.wait('select actor/')
            yield name
            window.keys('ctrl+shift+a')
            window.wait('select')
        window.keys('alt+2')
        window.wait('view layers')
        window.rest()
        window.click(window.find('push button', 'Planes'))
        wait_until(lambda: focused(window.frame, 'check box'), 'the planes')
        yield 'options'


JOURNEYS = [welcome, selecting, placing, menus, history, finding, quick_line, tables, lists,
            pasting, dialogs, layout, views]


class Journey(unittest.TestCase):
    """What a journey needs: maps of its own, its language, and where its pictures go."""

    def __init__(self, journey, options, display_of_all):
        super().__init__()
        self.journey, self.options, self.display = journey, options, display_of_all
        self.environment = environment_of(options)
        self.translate = (gettext.translation('netzkarte', driver.BUILD / 'po', ['de']).gettext
                          if options.german else lambda text: text)

    def id(self):
        return f'pictures-{self.journey.__name__}'

    def window(self, path=None):
        return Shown(self, path)

    def shows(self, application):
        self.application = application

    def take(self, name):
        """Takes the picture once nothing on it moves any more."""
        path = self.options.folder / f'{self.journey.__name__}-{name}.png'
        before = None

        def rests():
            nonlocal before
            self.display.picture(path)
            before, same = path.read_bytes(), path.read_bytes() == before
            return same
        wait_until(rests, f'rest in “{name}”')

    def go(self):
        (self.display.folder / 'state' / 'netzkarte' / 'window.ini').unlink(missing_ok=True)
        with tempfile.TemporaryDirectory(prefix='netzkarte-pictures-') as folder:
            self.folder = pathlib.Path(folder)
            self.small = driver.copy_of(driver.SMALL, folder)
            self.example = driver.copy_of(driver.EXAMPLE, folder)
            for state in self.journey(self):
                name, top = state if isinstance(state, tuple) else (state, None)
                if top is not None:
                    in_front(top)
                self.take(name)


def environment_of(options):
    found = {}
    if options.german:
        found.update(LC_ALL='de_DE.UTF-8', LANGUAGE='de')
    if options.dark or options.contrast:
        found['GTK_THEME'] = ':'.join(['Default'] + ['hc'] * options.contrast
                                      + ['dark'] * options.dark).replace('hc:dark', 'hc-dark')
    if options.scale != 1:
        found['GDK_SCALE'] = str(options.scale)
    return found


def options_of(words=None):
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('folder', type=pathlib.Path)
    parser.add_argument('journeys', nargs='*', metavar='journey',
                        help=', '.join(journey.__name__ for journey in JOURNEYS))
    for option in ('german', 'dark', 'contrast', 'large-text'):
        parser.add_argument(f'--{option}', action='store_true')
    parser.add_argument('--scale', type=int, default=1)
    return parser.parse_intermixed_args(words)


def main():
    options = options_of()
    options.folder.mkdir(parents=True, exist_ok=True)
    screen = display.Display('x'.join(str(length * options.scale) for length in SIZE))
    failed = []
    try:
        if options.large_text:
            run('xprop', '-root', '-f', 'RESOURCE_MANAGER', '8s', '-set', 'RESOURCE_MANAGER',
                f'Xft.dpi:\t{LARGE_DPI}\n')
        for journey in JOURNEYS:
            if not options.journeys or journey.__name__ in options.journeys:
                try:
                    Journey(journey, options, screen).go()
                except (AssertionError, OSError):
                    traceback.print_exc()
                    failed.append(journey.__name__)
    finally:
        screen.stop()
    sys.exit(f'Not all pictures of: {", ".join(failed)}' if failed else 0)


if __name__ == '__main__':
    main()
