"""Another program on the screen, with a small window: things are dragged out of it, or into it.

Usage: neighbor.py files PATH… | text TEXT | picture

It says "ready", and, of the picture that it takes, the size and all forms in which it could have had it.
"""

import sys

import gi

gi.require_version('Gdk', '4.0')
gi.require_version('Gtk', '4.0')
from gi.repository import Gdk, Gio, GLib, Gtk  # noqa: E402 (after the version is known)

TITLE = 'Neighbor'


def gives(what, words):
    if what == 'files':
        value = Gdk.FileList.new_from_list([Gio.File.new_for_path(word) for word in words])
    else:
        value = words[0]
    source = Gtk.DragSource(actions=Gdk.DragAction.COPY)
    source.connect('prepare', lambda *_: Gdk.ContentProvider.new_for_value(value))
    return source


def takes():
    def on_drop(target, picture, x, y):
        formats = target.get_current_drop().get_formats()
        print('took', picture.get_width(), picture.get_height(), formats.to_string(), flush=True)
        return True

    target = Gtk.DropTarget.new(Gdk.Texture, Gdk.DragAction.COPY)
    target.connect('drop', on_drop)
    return target


def main(what, *words):
    loop = GLib.MainLoop()
    window = Gtk.Window(title=TITLE, default_width=140, default_height=100, decorated=False)
    window.add_controller(takes() if what == 'picture' else gives(what, words))
    window.connect('map', lambda *_: print('ready', flush=True))
    window.present()
    loop.run()


main(*sys.argv[1:])
