"""What a screen reader and a keyboard need: in every state of the window that pictures.py knows, all
that can have the keyboard has a name and a role; Tab goes round in every dialog; the list of keys has
all of them."""

import re

import driver
import pictures
import test_menu
from display import wait_until
from gi.repository import Atspi, GLib
from tree import children, focused, has, in_front, name_of, role_of, walk

# What a widget without a name is called: by its class or by its icon.
NO_NAME = re.compile(r'$|(Gtk|Nk)[A-Z]\w*$|.*-symbolic$')
# GTK gives these the keyboard for scrolling, for moving a divider and for copying a text; what matters
# is in them.
WITHOUT = {'scroll pane', 'filler', 'label'}
ROLES = {'push button', 'toggle button', 'check box', 'radio button', 'combo box', 'text', 'entry',
         'spin button', 'slider', 'list item', 'menu item', 'check menu item', 'radio menu item',
         'page tab', 'image', 'panel', 'list', 'tree table', 'table cell', 'table row'}
MOST_STOPS = 60
MANY, FEW = 40, 8


def seen(node):
    """All that is shown below a node, and the states of each."""
    try:
        node.clear_cache()
        states = node.get_state_set()
        n = node.get_child_count()
        # Of many rows or actors all are made alike.
        few = range(n) if n <= MANY else [*range(FEW), *range(n - FEW, n)]
        below = [node.get_child_at_index(i) for i in few]
    except GLib.Error:
        return
    if states.contains(Atspi.StateType.VISIBLE):
        yield node, states
        for child in below:
            if child is not None:
                yield from seen(child)


class Journey(pictures.Journey):
    """Goes where pictures are taken, and looks at the tree there."""

    def __init__(self, journey, test):
        super().__init__(journey, pictures.options_of([str(test.folder)]), test.display)
        self.test = test

    def take(self, name):
        with self.test.subTest(f'{self.journey.__name__} {name}'):
            self.test.check(self.application)


class States(driver.WindowTest):
    def check(self, application):
        faults = []
        widgets = [found for top in children(application) for found in seen(top)]
        self.assertGreater(len(widgets), 100)
        for node, states in widgets:
            role, name = role_of(node), name_of(node)
            if states.contains(Atspi.StateType.FOCUSABLE) and role not in WITHOUT:
                if NO_NAME.match(name) or role not in ROLES:
                    faults.append(f'the {role} “{name}”')
        self.assertEqual(faults, [])

    def test_names_and_roles(self):
        for journey in pictures.JOURNEYS:
            Journey(journey, self).go()


class Keys(driver.WindowTest):
    def setUp(self):
        super().setUp()
        self.path = driver.copy_of(driver.SMALL, self.folder)

    def test_list_of_keys(self):
        with self.open(self.path) as window:
            window.keys('ctrl+question')
            said = [name_of(node) for node in walk(window.top('Keyboard Shortcuts'))
                    if role_of(node) == 'label']
        for action, words, key in test_menu.COMMANDS:
            plain = test_menu.plain(words)
            if key is not None and action != 'win.tie-kind':
                with self.subTest(plain):
                    self.assertIn(plain, said)
                    self.assertEqual(said[said.index(plain) + 1].split(', ')[0], key)

    def goes_round(self, dialog, keys):
        """How many widgets Tab stops at before it is where it began."""
        def moved():
            now = focused(dialog)
            return now if now is not None and now != before else None

        before, first = None, wait_until(lambda: focused(dialog), 'the keyboard in the dialog')
        before = first
        for stops in range(1, MOST_STOPS):
            keys('Tab', within=dialog)
            before = wait_until(moved, f'Tab to leave “{name_of(before)}”')
            if before == first:
                return stops
        self.fail(f'Tab does not come back to “{name_of(first)}”')

    def test_tab_goes_round(self):
        dialogs = [('ctrl+comma', 'Map Properties'), ('ctrl+e', 'Export Figure')]
        with self.open(self.path) as window:
            for key, title in dialogs:
                with self.subTest(title):
                    window.keys(key)
                    dialog = window.top(title)
                    in_front(dialog)
                    self.assertGreater(self.goes_round(dialog, window.keys), 1)
                    window.keys('Escape', within=dialog)
                    wait_until(lambda: has(window.frame, 'ACTIVE'), 'the window in front')


if __name__ == '__main__':
    driver.main()
