"""The accessibility tree: what a screen reader sees of the window.

What is asked may be gone already; then it is as if it had not been there.
"""

import display

display.require_tools()
from gi.repository import Atspi, GLib  # noqa: E402 (after it is known to be there)


def wait_until(condition, what):
    """As display.wait_until; what goes away while it is looked at is looked for again."""
    def look():
        try:
            return condition()
        except GLib.Error:
            return None
    return display.wait_until(look, what)


def application_of(process):
    """The tree of a program, once it has a window."""
    for application in children(Atspi.get_desktop(0)):
        if application.get_process_id() == process and application.get_child_count() > 0:
            return application
    return None


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


def role_of(node):
    try:
        return node.get_role_name()
    except GLib.Error:
        return ''


def name_of(node):
    try:
        node.clear_cache()
        return node.get_name()
    except GLib.Error:
        return ''


def text_of(node):
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


def set_text(node, text):
    Atspi.EditableText.set_text_contents(node, text)


def has(node, state):
    try:
        node.clear_cache()
        return node.get_state_set().contains(getattr(Atspi.StateType, state))
    except GLib.Error:
        return False


def is_called(node, name):
    """GTK puts a widget's name together from its own label and from the one beside it."""
    said = name_of(node)
    return said == name or said.startswith(f'{name} ') or said.endswith(f' {name}')


def focused(node, role=None):
    """The widget that has the keyboard."""
    for inner in walk(node):
        if role in (None, role_of(inner)) and has(inner, 'FOCUSED'):
            return inner
    return None


def in_front(node):
    """The window of a widget, once it has the keyboard: until then it may be anywhere, and keys go
    elsewhere."""
    while node.get_parent() is not None and role_of(node.get_parent()) != 'application':
        node = node.get_parent()
    # Of its file dialogs GTK does not say that they are active, only what in them has the keyboard.
    wait_until(lambda: has(node, 'ACTIVE') or role_of(node) != 'frame' and focused(node),
               f'the window “{name_of(node)}” in front')
    return node


def extents_of(node):
    """Within its window."""
    return Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)


def actions(node):
    return [Atspi.Action.get_action_name(node, i)
            for i in range(Atspi.Action.get_n_actions(node))]


def activate(node, action='click'):
    Atspi.Action.do_action(node, actions(node).index(action))
