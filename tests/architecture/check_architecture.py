"""Holds the source to the table in app/DESIGN.md: who may include whom, and a few habits.

Usage: check_architecture.py SOURCE_ROOT
"""

import pathlib
import re
import sys
import unittest

ROOT = pathlib.Path(sys.argv.pop() if len(sys.argv) > 1 else '.').resolve()

# For each folder: the project's headers that it may include beside its own ("work/" is all of a
# folder, "work/job.h" one header), and the packages. The C library and GLib are free to all.
MAY_INCLUDE = {
    'app/geometry': ([], []),
    'app/map': ([], []),
    'app/files': (['map/'], ['json-glib']),
    'app/drawing': (['geometry/', 'map/'], ['cairo', 'pango', 'libpng', 'libhyphen', 'qpdf']),
    'app/intake': (['drawing/', 'files/', 'map/'], ['libcsv']),
    'app/work': (['map/'], ['json-glib']),
    'app/layout': (['geometry/', 'work/job.h'], ['graphviz']),
    'app/measure': (['work/job.h'], ['igraph']),
    'app/commands': (['map/', 'files/', 'drawing/', 'work/'], ['cairo', 'pango']),
    'ui': (['geometry/', 'map/', 'files/', 'drawing/', 'intake/', 'work/'], ['cairo', 'pango', 'gtk']),
}

# Which package a <header> belongs to.
PACKAGES = {
    'c': r'(assert|ctype|errno|fcntl|float|inttypes|langinfo|limits|locale|malloc|math|poll|signal'
         r'|stdarg|stdbool|stddef|stdint|stdio|stdlib|string|strings|time|unistd)\.h$|(sys|linux)/',
    'glib': r'glib(-unix|-object)?\.h|glib/|gio/|gmodule\.h|gobject/',
    'json-glib': r'json-glib/',
    'cairo': r'cairo',
    'pango': r'pango/|hb|fontconfig/|freetype|ft2build\.h',
    'libpng': r'png\.h',
    'qpdf': r'qpdf/',
    'libhyphen': r'hyphen\.h',
    'libcsv': r'csv\.h',
    'gtk': r'g[ds]k/|gtk/|gdk-pixbuf|graphene|X11/|epoxy/',
    'graphviz': r'graphviz/|gvc|cgraph|cdt\.h',
    'igraph': r'igraph',
}

MAX_LINES = 1000
LEFT_UNDONE = re.compile('TO' 'DO|FIX' 'ME')
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^">]+)[">]', re.MULTILINE)
MARKED = re.compile(r'\b(_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2?)[ \t]*\([ \t\n]*"')
MARKED_IN_UI = re.compile(r'translatable="(yes|true|1)"')


def package_of(header):
    for package, pattern in PACKAGES.items():
        if re.match(pattern, header):
            return package
    return None


def wrong_includes(folder, text):
    """What the source text of a file in this folder includes and may not."""
    own = folder.removeprefix('app/') + '/'
    projects, packages = MAY_INCLUDE[folder]
    for quote, header in INCLUDE.findall(text):
        if quote == '"':
            allowed = (own, 'config.h', *projects)
            if not any(header == a or (a.endswith('/') and header.startswith(a)) for a in allowed):
                yield f'"{header}"'
        elif package_of(header) not in ('c', 'glib', *packages):
            yield f'<{header}>'


def sources(*endings):
    """The project's own files whose names end so."""
    tops = ('app', 'ui', 'resources', 'data', 'po', 'tests')
    paths = [*ROOT.iterdir(), *(path for top in tops for path in (ROOT / top).rglob('*'))]
    return sorted(path for path in paths if path.is_file() and path.name.endswith(endings))


def read(path):
    return path.read_text(encoding='utf-8')


class Architecture(unittest.TestCase):
    maxDiff = None

    def test_folders_include_only_what_they_may(self):
        wrong = []
        for path in sources('.c', '.h'):
            name = path.relative_to(ROOT).as_posix()
            folder = next((f for f in MAY_INCLUDE if name.startswith(f + '/')), None)
            if folder:
                wrong += [f'{name}: {header}' for header in wrong_includes(folder, read(path))]
            elif name.startswith('app/'):
                wrong.append(f'{name}: in no folder that the table knows')
        self.assertEqual(wrong, [])

    def test_wrong_includes_are_seen(self):
        rows = [
            ('app/map', '#include "map/map.h"', []),
            ('app/map', '#include "files/native.h"', ['"files/native.h"']),
            ('app/map', '#include "map.h"', ['"map.h"']),
            ('app/map', '#include <png.h>', ['<png.h>']),
            ('app/map', '#include <json-glib/json-glib.h>', ['<json-glib/json-glib.h>']),
            ('app/files', '#  include <cairo.h>', ['<cairo.h>']),
            ('app/drawing', '#include <gtk/gtk.h>', ['<gtk/gtk.h>']),
            ('app/drawing', '#include <cairo-pdf.h>', []),
            ('app/layout', '#include "work/job.h"', []),
            ('app/layout', '#include "work/client.h"', ['"work/client.h"']),
            ('app/layout', '#include "map/map.h"', ['"map/map.h"']),
            ('app/layout', '#include <igraph/igraph.h>', ['<igraph/igraph.h>']),
            ('app/commands', '#include "layout/levels.h"', ['"layout/levels.h"']),
            ('app/commands', '#include <gdk/gdk.h>', ['<gdk/gdk.h>']),
            ('ui', '#include "commands/commands.h"', ['"commands/commands.h"']),
            ('ui', '#include <graphviz/gvc.h>', ['<graphviz/gvc.h>']),
            ('ui', '#include <somewhere/new.h>', ['<somewhere/new.h>']),
            ('ui', '#include <gtk/gtk.h>\n#include "ui/canvas/canvas.h"\n#include <sys/stat.h>', []),
        ]
        for folder, text, wrong in rows:
            with self.subTest(folder=folder, text=text):
                self.assertEqual(list(wrong_includes(folder, text)), wrong)

    def test_no_source_file_is_too_long(self):
        lengths = {str(p.relative_to(ROOT)): len(read(p).splitlines()) for p in sources('.c', '.h')}
        self.assertEqual({name: n for name, n in lengths.items() if n > MAX_LINES}, {})

    def test_nothing_is_left_undone(self):
        endings = ('.c', '.h', '.py', '.sh', '.ui', '.css', '.build', '.md', '.in', '.json', '.po',
                   'dev')
        marks = [f'{path.relative_to(ROOT)}:{number}: {line.strip()}'
                 for path in sources(*endings)
                 for number, line in enumerate(read(path).splitlines(), 1)
                 if LEFT_UNDONE.search(line)]
        self.assertEqual(marks, [])

    def test_files_with_words_are_listed_for_translation(self):
        marked = [p for p in sources('.c', '.h') if MARKED.search(read(p))]
        marked += [p for p in sources('.ui') if MARKED_IN_UI.search(read(p))]
        marked += [p for p in sources('.desktop.in', '.metainfo.xml.in')]
        names = {p.relative_to(ROOT).as_posix() for p in marked}
        names = {name for name in names if not name.startswith('tests/')}
        lines = read(ROOT / 'po/POTFILES.in').splitlines()
        listed = [line for line in lines if line and not line.startswith('#')]
        self.assertEqual(listed, sorted(names), 'po/POTFILES.in must list these, in this order')


if __name__ == '__main__':
    unittest.main()
