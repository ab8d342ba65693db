"""Selecting on the map: one by one, with a rubber band, and by what the map says."""

import driver
from gi.repository import Gio, GLib

ACTORS = {'mayor', 'council', 'round-table', 'agency', 'school', 'choir', 'library', 'sports-club'}


class Selecting(driver.WindowTest):
    def setUp(self):
        super().setUp()
        self.path = driver.copy_of(driver.SMALL, self.folder)

    def selects(self, window, *names):
        """Waits for the next selection: these actors, and ties with their kind before them."""
        said = window.wait('select(.*)')[1].split()
        self.assertEqual(set(said), {name if '/' in name else f'actor/{name}' for name in names})

    def click(self, window, actor, *names, holding=None):
        window.click(window.actor(actor), holding=holding)
        self.selects(window, *names)

    def test_one_by_one(self):
        with self.open(self.path) as window:
            self.click(window, 'School', 'school')
            self.click(window, 'Choir', 'school', 'choir', holding='shift')
            self.click(window, 'Mayor', 'school', 'choir', 'mayor', holding='ctrl')
            self.click(window, 'Choir', 'school', 'mayor', holding='ctrl')
            self.click(window, 'Mayor', 'mayor')

    def test_band(self):
        with self.open(self.path) as window:
            school, choir = window.place(window.actor('School')), window.place(window.actor('Choir'))
            start = school.x - 15, school.y - 12
            end = choir.x + choir.width + 8, choir.y + choir.height + 12
            window.drag(start, end)
            self.last_selects(window, 'school', 'choir')
            window.click(window.actor('School'))
            self.last_selects(window, 'school')
            window.drag(start, end, holding='ctrl')
            self.last_selects(window, 'choir')
            window.click(window.actor('Mayor'))
            self.last_selects(window, 'mayor')
            window.drag(start, end, holding='shift')
            self.last_selects(window, 'mayor', 'school', 'choir')

    def test_band_across_ties(self):
        """Where no actor is in the band, it takes the ties that it meets."""
        with self.open(self.path) as window:
            mayor = window.place(window.actor('Mayor'))
            council = window.place(window.actor('Council'))
            between = (mayor.x + mayor.width + council.x) / 2, mayor.y + mayor.height / 2
            window.drag((between[0] - 10, between[1] - 14), (between[0] + 10, between[1] + 14))
            self.last_selects(window, 'tie/t1')

    def last_selects(self, window, *names):
        """What is selected once the window has shown all that happened."""
        window.rest()
        said = window.log.last('select(.*)')[1].split()
        self.assertEqual(set(said), {name if '/' in name else f'actor/{name}' for name in names})

    def test_all_none_invert(self):
        with self.open(self.path) as window:
            window.keys('ctrl+a')
            self.selects(window, *ACTORS)
            window.keys('ctrl+shift+a')
            self.selects(window)
            self.click(window, 'Choir', 'choir')
            window.keys('ctrl+i')
            self.selects(window, *(ACTORS - {'choir'}))
            window.act('win.select-none')
            self.selects(window)
            window.act('win.select-ties')
            self.selects(window, 'tie/t1', 'tie/t2', 'tie/t3', 'tie/t4', 'tie/t5')

    def test_along_ties(self):
        with self.open(self.path) as window:
            self.click(window, 'Mayor', 'mayor')
            window.keys('ctrl+shift+e')
            self.selects(window, 'mayor', 'council')
            window.keys('ctrl+shift+e')
            self.selects(window, 'mayor', 'council', 'round-table')
            window.act('win.select-ties-between')
            self.selects(window, 'tie/t1', 'tie/t2')
            window.keys('ctrl+i')
            self.selects(window, 'tie/t3', 'tie/t4', 'tie/t5')
            self.click(window, 'Council', 'council')
            window.act('win.select-their-ties')
            self.selects(window, 'tie/t1', 'tie/t2')
            window.keys('ctrl+shift+e')
            self.selects(window, 'tie/t1', 'tie/t2', 'mayor', 'council', 'round-table')

    def test_same(self):
        with self.open(self.path) as window:
            self.click(window, 'Choir', 'choir')
            window.act('win.select-same-sector')
            self.selects(window, 'choir', 'round-table', 'sports-club')
            self.click(window, 'School', 'school')
            window.act('win.select-same-district')
            self.selects(window, 'choir', 'school')
            window.act('win.select-same-level')
            self.selects(window, 'choir', 'school', 'library', 'sports-club')
            window.act('win.select-their-ties')
            self.selects(window, 'tie/t3', 'tie/t4', 'tie/t5')

    def test_lists_in_the_menu(self):
        """The menu lists what the map has; an action selects all of one of them."""
        with self.open(self.path) as window:
            window.keys('F10')
            for name in ('Office', 'Club', 'City', 'North', 'Funding'):
                window.find('menu item', name)
            window.keys('Escape')
            for action, value, names in (
                    ('sector', 'club', ('round-table', 'choir', 'sports-club')),
                    ('level', 'city', ('mayor', 'council')),
                    ('district', 'south', ('library', 'sports-club')),
                    ('kind', 'funding', ('tie/t2',))):
                self.do(window, f'select-{action}', value)
                self.selects(window, *names)

    def do(self, window, action, value):
        """An action that has to be told something."""
        Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
            window.property('_GTK_UNIQUE_BUS_NAME'), window.property('_GTK_WINDOW_OBJECT_PATH'),
            'org.gtk.Actions', 'Activate',
            GLib.Variant('(sava{sv})', (action, [GLib.Variant('s', value)], {})), None,
            Gio.DBusCallFlags.NONE, -1)


if __name__ == '__main__':
    driver.main()
