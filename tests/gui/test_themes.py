"""The map in other inks: chosen in the menu, seen on the screen, and remembered."""

import re

import driver
from display import run
from tree import activate, wait_until

PAPER, DARK = (255, 255, 255), (0x14, 0x18, 0x1d)


class Themes(driver.WindowTest):
    def setUp(self):
        super().setUp()
        self.path = driver.copy_of(driver.SMALL, self.folder)

    def color_at(self, x, y):
        pixel = run('import', '-silent', '-window', 'root', '-crop', f'1x1+{x}+{y}', '-depth', '8',
                    'txt:-')
        return tuple(int(channel) for channel in re.search(r'\((\d+),(\d+),(\d+)', pixel).groups())

    def empty_paper(self, window):
        """A spot above all that stands on it."""
        mayor = window.place(window.actor('Mayor'))
        return int(mayor.x), int(mayor.y - 60)

    def test_theme(self):
        with self.open(self.path) as window:
            x, y = self.empty_paper(window)
            wait_until(lambda: self.color_at(x, y) == PAPER, 'white paper')
            window.keys('F10')
            activate(window.find('menu item', 'Dark'))
            window.wait('theme dark')
            wait_until(lambda: self.color_at(x, y) == DARK, 'dark paper')
            # Hands find what is there.
            window.click(window.actor('Choir'))
            window.wait('select actor/choir$')
            self.assertFalse(window.is_modified())
        with self.open(self.path) as window:
            x, y = self.empty_paper(window)
            wait_until(lambda: self.color_at(x, y) == DARK, 'dark paper in a new window')


if __name__ == '__main__':
    driver.main()
