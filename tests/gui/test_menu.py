"""Every command is in the menu, with its shortcut; in German all of it is German."""

import gettext
import locale
import re
import unittest

import driver
from tree import children, focused, name_of, role_of, walk, wait_until
from gi.repository import Gio, GLib

# Action, words in the menu, key. What is chosen among several has an action with a target.
COMMANDS = [
    ('win.new', '_New', 'Ctrl+N'),
    ('win.open', '_Open…', 'Ctrl+O'),
    ('win.save', '_Save', 'Ctrl+S'),
    ('win.save-as', 'Save _As…', 'Shift+Ctrl+S'),
    ('win.save-anonymised', 'Save Anonymised Cop_y…', None),
    ('win.export', 'E_xport…', 'Ctrl+E'),
    ('win.print', '_Print…', 'Ctrl+P'),
    ('win.lists', '_Map Properties…', 'Ctrl+,'),
    ('win.undo', '_Undo', 'Ctrl+Z'),
    ('win.redo', '_Redo', 'Shift+Ctrl+Z'),
    ('win.history', '_History', 'Ctrl+H'),
    ('win.cut', 'Cu_t', 'Ctrl+X'),
    ('win.copy', 'C_opy', 'Ctrl+C'),
    ('win.paste', '_Paste', 'Ctrl+V'),
    ('win.duplicate', 'Dup_licate', 'Ctrl+D'),
    ('win.copy-figure', '_Copy Figure', 'Shift+Ctrl+C'),
    ('win.quick-line', '_Quick Line', 'Ctrl+L'),
    ('win.add-actor', '_Add Actor', 'Insert'),
    ('win.rename', 'Re_name', 'F2'),
    ('win.delete', '_Delete', 'Delete'),
    ('win.add-tie', 'Add T_ie', 'Shift+Ctrl+T'),
    ('win.reverse-tie', 'Re_verse Tie', 'Ctrl+R'),
    ('win.straighten-tie', 'Strai_ghten Tie', None),
    ('win.formal-tie', '_Formal Tie', 'Shift+Ctrl+F'),
    ('win.tie-kind', 'No Kind', '0'),
    ('win.select-all', '_All', 'Ctrl+A'),
    ('win.select-ties', 'All T_ies', None),
    ('win.select-none', '_None', 'Shift+Ctrl+A'),
    ('win.select-invert', 'In_vert', 'Ctrl+I'),
    ('win.select-neighbors', 'Extend to Neigh_bors', 'Shift+Ctrl+E'),
    ('win.select-their-ties', 'Thei_r Ties', None),
    ('win.select-ties-between', 'Ties bet_ween Them', None),
    ('win.select-same-sector', 'Same _Sector', None),
    ('win.select-same-level', 'Same _Level', None),
    ('win.select-same-district', 'Same _District', None),
    ('win.select-same-kind', 'Same _Kind', None),
    ('win.find', '_Find…', 'Ctrl+F'),
    ('win.find-next', 'Find Ne_xt', 'Ctrl+G'),
    ('win.find-previous', 'Find _Previous', 'Shift+Ctrl+G'),
    ('win.select-found', 'Select All Fo_und', 'Alt+Return'),
    ('win.view', '_Levels', 'Alt+1'),
    ('win.view', 'La_yers', 'Alt+2'),
    ('win.view', '_Panels', 'Alt+3'),
    ('win.view', '_Triangle', 'Alt+4'),
    ('win.structure', 'Str_ucture', 'Ctrl+Alt+1'),
    ('win.place', 'Pl_ace', 'Ctrl+Alt+2'),
    ('win.people', 'Peop_le', 'Ctrl+Alt+3'),
    ('win.farther', 'Planes _Farther Apart', 'Alt+Page Down'),
    ('win.nearer', 'Planes N_earer', 'Alt+Page Up'),
    ('win.higher', 'Look from _Higher Up', 'Alt+Up'),
    ('win.lower', 'Look from Lo_wer Down', 'Alt+Down'),
    ('win.theme', 'Paper', None),
    ('win.theme', 'Screen', None),
    ('win.theme', 'Projector', None),
    ('win.theme', 'Dark', None),
    ('win.theme', 'Grey', None),
    ('win.zoom-in', '_Zoom In', 'Ctrl++'),
    ('win.zoom-out', 'Zoom _Out', 'Ctrl+-'),
    ('win.zoom-fit', '_Fit to Window', 'Ctrl+0'),
    ('win.zoom-original', 'Original _Size', 'Ctrl+1'),
    ('win.legend', 'Le_gend', 'Ctrl+K'),
    ('win.bundle', 'Bun_dled Ties', 'Ctrl+B'),
    ('win.inspector', '_Inspector', 'F9'),
    ('win.tables', 'Ta_bles', 'Ctrl+T'),
    ('win.fullscreen', 'Full S_creen', 'F11'),
    ('win.next-pane', 'Ne_xt Pane', 'F6'),
    ('win.previous-pane', 'Pre_vious Pane', 'Shift+F6'),
    ('win.lay-out', 'La_y Out All', 'Shift+Ctrl+L'),
    ('win.lay-out-selection', 'Lay Out _Selection', 'Ctrl+Alt+L'),
    ('win.lay-out-new', 'Lay Out _New Ones', 'Ctrl+Alt+N'),
    ('win.method', 'By _Levels', None),
    ('win.method', '_Free', None),
    ('win.method', 'As _Hierarchy', None),
    ('win.method', 'Around _One Actor', None),
    ('win.method', 'In a C_ircle', None),
    ('win.method', 'In a _Grid', None),
    ('win.method', 'Only _Tidy Up', None),
    ('win.pinned', 'Pinn_ed', 'Shift+Ctrl+P'),
    ('win.align', '_Left Edges', 'Shift+Ctrl+Left'),
    ('win.align', '_Centres in a Column', 'Shift+Ctrl+H'),
    ('win.align', '_Right Edges', 'Shift+Ctrl+Right'),
    ('win.align', '_Top Edges', 'Shift+Ctrl+Up'),
    ('win.align', 'Centres in a Ro_w', 'Shift+Ctrl+J'),
    ('win.align', '_Bottom Edges', 'Shift+Ctrl+Down'),
    ('win.distribute', 'Equal Gaps _Horizontally', 'Ctrl+Alt+H'),
    ('win.distribute', 'Equal Gaps _Vertically', 'Ctrl+Alt+J'),
    ('win.keep-layout', '_Keep Layout', 'Return'),
    ('win.try-another', 'T_ry Another', 'Ctrl+Alt+A'),
    ('win.cancel-layout', '_Cancel Layout', 'Escape'),
    ('win.shortcuts', '_Keyboard Shortcuts', 'Ctrl+?'),
    ('app.about', 'A_bout Netzkarte', None),
    ('window.close', '_Close', 'Ctrl+W'),
    ('app.quit', '_Quit', 'Ctrl+Q'),
]
SUBMENUS = ['Open _Recent', '_Edit', '_Kind of Tie', 'Selec_t', 'All of a Se_ctor',
            'All of a L_evel', 'All of a Dis_trict', 'All Ties _of a Kind', '_View', 'Pla_nes', 'The_me', '_Layout', '_Align']
# In the submenu of recent files, one for each; on the message about a figure that is made; in the
# submenus of what the map has; on the welcome page; in the list of steps; in the context menu.
ELSEWHERE = {'win.open-recent', 'win.cancel-figure', 'win.select-sector', 'win.select-level',
             'win.select-district', 'win.select-kind', 'win.begin', 'win.go-to-step',
             'win.new-actor-at'}
# In both languages the same word.
SAME = {'_Layout', '_Inspector'}


def plain(label):
    """As it is read, without its mnemonic."""
    return re.sub('_(.)', r'\1', label)


def has_german():
    try:
        locale.setlocale(locale.LC_CTYPE, 'de_DE.UTF-8')
        return True
    except locale.Error:
        return False


class Menu(driver.WindowTest):
    def menu(self, window):
        """What the main menu says: the words of each item, and its key."""
        window.keys('F10')
        menu = window.find('menu', None)
        wait_until(lambda: focused(menu, 'menu item'), 'the keyboard in the menu')
        found = {}
        for item in walk(menu):
            if role_of(item) == 'menu item':
                words, *key = (name_of(node) for node in children(item) if role_of(node) == 'label')
                found.setdefault(words, key[0] if key else None)
        return found

    def check_mnemonics(self, window, translate=lambda words: words):
        """In no menu do two items have the same letter; what has no key has one."""
        # The inks are a list to choose from, as sectors are.
        labels = [translate(words) for words in SUBMENUS + [
            words for action, words, _ in COMMANDS if action != 'win.theme']]
        letters = {plain(label): ''.join(re.findall('_([^_])', label.replace('__', ''))).lower()
                   for label in labels}
        menus = [node for node in walk(window.find('menu', None)) if name_of(node) == 'GtkStackPage']
        for i, menu in enumerate(menus):
            items = [[name_of(node) for node in children(item) if role_of(node) == 'label']
                     for item in walk(menu) if role_of(item) == 'menu item']
            found = {}
            # Each but the first begins with the way back.
            for words, *key in items[1:] if i > 0 else items:
                if letters.get(words):
                    found.setdefault(letters[words], []).append(words)
                elif words in letters:
                    self.assertTrue(key, words)
            self.assertEqual([same for same in found.values() if len(same) > 1], [])

    def actions(self, window):
        """The actions of the window and of the application, as they are on the bus."""
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        name = window.property('_GTK_UNIQUE_BUS_NAME')
        found = set()
        for prefix, which in (('win', 'WINDOW'), ('app', 'APPLICATION')):
            path = window.property(f'_GTK_{which}_OBJECT_PATH')
            answer = bus.call_sync(name, path, 'org.gtk.Actions', 'List', None,
                                   GLib.VariantType('(as)'), Gio.DBusCallFlags.NONE, -1)
            found |= {f'{prefix}.{action}' for action in answer.unpack()[0]}
        return found

    def test_everything_is_there(self):
        with self.open(driver.copy_of(driver.SMALL, self.folder)) as window:
            listed = {action for action, _, _ in COMMANDS if not action.startswith('window.')}
            self.assertEqual(self.actions(window) - ELSEWHERE, listed)
            said = self.menu(window)
            for _, words, key in COMMANDS:
                with self.subTest(words):
                    self.assertIn(plain(words), said)
                    self.assertEqual(said[plain(words)], key)
            self.check_mnemonics(window)

    def test_undo_says_what(self):
        with self.open(driver.copy_of(driver.SMALL, self.folder)) as window:
            window.click(window.actor('Choir'))
            window.wait('select')
            window.keys('Right')
            window.wait('edit "Move Actors"')
            self.assertIn('Undo “Move Actors”', self.menu(window))

    @unittest.skipUnless(has_german(), 'there is no German locale')
    def test_german(self):
        german = gettext.translation('netzkarte', driver.BUILD / 'po', ['de']).gettext
        with self.open(driver.copy_of(driver.SMALL, self.folder), LC_ALL='de_DE.UTF-8') as window:
            said = self.menu(window)
            for english in [words for _, words, _ in COMMANDS] + SUBMENUS:
                with self.subTest(english):
                    if english not in SAME:
                        self.assertNotEqual(german(english), english)
                    self.assertIn(plain(german(english)), said)
            self.check_mnemonics(window, german)


if __name__ == '__main__':
    driver.main()
