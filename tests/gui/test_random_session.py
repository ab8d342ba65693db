"""Ten thousand gestures at random, by mouse and keyboard. Whatever they were: undoing all of them gives
the bytes back that the map had, and nothing crashes or complains.

Usage: test_random_session.py [GESTURES [SEED]]
"""

import random
import subprocess
import sys
import unittest

import display
import driver

GESTURES = int(sys.argv.pop(1)) if len(sys.argv) > 1 else 1000
SEED = int(sys.argv.pop(1)) if len(sys.argv) > 1 else 5
MOST_AIMED_AT = 12
IN_A_ROW = 50  # gestures between two looks at whether the window still answers

NAMES = ['Kiosk', 'Job', 'Verein', 'a', '  ', 'Choir', 'Round Table II']
LINES = ['Kiosk -> Choir', 'Bakery @ Quarter', 'Mayor - Kiosk : steering', 'a -> b -> c', '-> x', ': :',
         'School -> Nobody : since 2015', '"quoted -> name"', 'Choir, Library -> Agency', '@', '']

# Keys that are pressed on the map, and how often.
KEYS = {
    'Left': 4, 'Right': 4, 'Up': 4, 'Down': 4, 'shift+Right': 2, 'shift+Up': 2,
    'ctrl+z': 12, 'ctrl+shift+z': 5, 'Delete': 2, 'Escape': 5, 'Tab': 4, 'shift+Tab': 2,
    'ctrl+Right': 2, 'ctrl+Down': 2, 'ctrl+a': 1, 'ctrl+i': 1, 'ctrl+shift+a': 1, 'ctrl+shift+e': 1,
    'ctrl+c': 2, 'ctrl+x': 1, 'ctrl+v': 1, 'ctrl+d': 1, 'ctrl+r': 2, 'ctrl+shift+f': 2,
    'ctrl+shift+p': 2, 'ctrl+shift+Left': 1, 'ctrl+shift+Down': 1, 'ctrl+shift+h': 1, '1': 1, '2': 1,
    '0': 1, 'ctrl+b': 1, 'ctrl+k': 1, 'alt+1': 2, 'alt+2': 1, 'alt+3': 1, 'alt+4': 1, 'ctrl+1': 1,
    'ctrl+0': 2, 'ctrl+plus': 1, 'F9': 1, 'F2': 1, 'F3': 1,
}


def press(*keys):
    return 'key --delay 0 ' + ' '.join(keys)


def write(text):
    return 'type --delay 0 -- "{}"'.format(text.replace('"', '\\"'))


class Hands:
    """What two hands may do, as lines for xdotool."""

    def __init__(self, place, seed):
        self.place = place   # of the canvas
        self.actors = []     # places, as they were a moment ago
        self.random = random.Random(seed)

    def point(self):
        """On an actor, on its knob, or anywhere."""
        where = self.random.random()
        place = self.random.choice(self.actors) if self.actors and where < .6 else self.place
        if where < .45 or place is self.place:
            x = place.x + self.random.random() * place.width
        else:
            x = place.x + place.width + 8
        y = place.y + (self.random.random() if where < .45 or place is self.place else .5) * place.height
        left, top = self.place.x + 4, self.place.y + 4
        return (f'{round(min(max(x, left), left + self.place.width - 8))} '
                f'{round(min(max(y, top), top + self.place.height - 8))}')

    def to_the_map(self):
        """Whoever has left it with Tab comes back before anything is typed."""
        return [f'mousemove {self.point()}', 'click 1', press('Escape')]

    def name(self, how):
        end = self.random.choice(['Return', 'Return', 'Tab', 'Escape', 'Down', 'shift+Return'])
        return [*how, write(self.random.choice(NAMES)), press(end), press('Escape')]

    def drag(self):
        down = [f'mousemove {self.point()}', 'mousedown 1']
        way = [f'mousemove {self.point()}' for _ in range(self.random.randint(1, 4))]
        held = self.random.choice([None, None, None, 'shift', 'ctrl', 'alt'])
        # Alt with a press or with Escape is the window manager's.
        if held != 'alt':
            way.append(self.random.choice([press('Escape'), press('2'), press('f'), '', '', '', '']))
        if held == 'alt':
            return [*down, 'keydown alt', *way, 'mouseup 1', 'keyup alt']
        return [f'keydown {held}', *down, *way, 'mouseup 1', f'keyup {held}'] if held \
            else [*down, *way, 'mouseup 1']

    def click(self):
        return [f'mousemove {self.point()}', 'click 1',
                press('Escape') if self.random.random() < .3 else '']

    def menu(self):
        """At a hand's pace: of clicks that come before a menu is there GTK loses count."""
        return [f'mousemove {self.point()}', 'click 3', 'sleep .2',
                press(*['Down'] * self.random.randint(0, 3), 'Escape', 'Escape')]

    def new_actor(self):
        return self.name([f'mousemove {self.point()}', 'click --repeat 2 --delay 1 1'])

    def insert(self):
        return self.name([*self.to_the_map(), press('Insert')])

    def say(self):
        return [*self.to_the_map(), press('ctrl+l'), write(self.random.choice(LINES)),
                press(self.random.choice(['Return', 'Return', 'Tab', 'Up'])),
                press('Escape', 'Escape')]

    def key(self):
        return [press(self.random.choices(list(KEYS), list(KEYS.values()))[0])]

    def find(self):
        return [*self.to_the_map(), press('ctrl+f'), write(self.random.choice('acho')),
                press('Return', 'Escape')]

    def wheel(self):
        return [f'mousemove {self.point()}', f'click {self.random.choice([4, 5])}']

    def gesture(self):
        do = self.random.choices(
            [self.key, self.drag, self.click, self.new_actor, self.insert, self.say, self.wheel,
             self.find, self.menu], [44, 25, 11, 6, 3, 4, 3, 2, 2])[0]
        return [line for line in do() if line]


class RandomSession(driver.WindowTest):
    def setUp(self):
        super().setUp()
        self.path = driver.copy_of(driver.SMALL, self.folder)
        self.before = self.path.read_bytes()

    def do(self, lines):
        subprocess.run(['xdotool', '-'], input='\n'.join(lines) + '\n', check=True, encoding='utf-8',
                       stdout=subprocess.DEVNULL, timeout=display.PATIENCE)

    def answer(self, window):
        """The window answers, whatever has the keyboard."""
        before = window.log.count('zoom')
        self.do([press('Escape', 'Escape', 'Escape', 'ctrl+1', 'ctrl+plus')])
        window.log.until(lambda: window.log.count('zoom') > before, 'the window to answer')
        self.do([press('ctrl+0', 'alt+1')])

    def back_to_the_beginning(self, window):
        if not window.log.last('undo') and not window.log.last('edit'):
            return
        self.do([press('ctrl+h', 'End', 'Return')])

    def test_undoing_all_gives_the_same_bytes(self):
        print(f'{GESTURES} gestures, seed {SEED}', flush=True)
        with self.open(self.path) as window:
            hands = Hands(window.place(window.canvas()), SEED)
            for done in range(0, GESTURES, IN_A_ROW):
                hands.actors = [window.place(node) for node in window.actor_nodes()[:MOST_AIMED_AT]]
                lines = []
                for _ in range(min(IN_A_ROW, GESTURES - done)):
                    lines += hands.gesture()
                self.do(lines)
                self.answer(window)
                if hands.random.random() < .4:
                    self.back_to_the_beginning(window)
            self.answer(window)
            edits = window.log.count('edit')
            self.back_to_the_beginning(window)
            window.log.until(lambda: not window.is_modified(), 'the map as it was')
            window.keys('ctrl+shift+s')
            window.choose_file('Save Map', self.folder / 'after.netzkarte.json')
            window.wait('saved .*after.netzkarte.json')
        self.assertGreater(edits, GESTURES / 20, 'much was changed on the way')
        print(f'{edits} edits')
        self.assertEqual((self.folder / 'after.netzkarte.json').read_bytes(), self.before)


if __name__ == '__main__':
    driver.main()
