"""Runs netzkarte as people do, but without a display or a language that nobody asked for."""

import contextlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

# The build's folder of programs and the source come last in the test's arguments.
SOURCE = pathlib.Path(sys.argv.pop())
PROGRAMS = pathlib.Path(sys.argv.pop())
NETZKARTE = PROGRAMS / 'netzkarte'
EXAMPLE = SOURCE / 'data/maps/duesseldorf.netzkarte.json'
CORPUS = SOURCE / 'tests/files/corpus'
POWERLESS = ['setpriv', '--bounding-set=-all', '--inh-caps=-all']

KEPT = re.compile(r'PATH|HOME|TMPDIR|LOCPATH|[A-Z]*SAN_OPTIONS|XDG_CACHE_HOME|FONTCONFIG_.*')


def environment(**changes):
    kept = {name: value for name, value in os.environ.items() if KEPT.fullmatch(name)}
    return {**kept, 'LC_ALL': 'C.UTF-8', **changes}


def has_locale(name):
    """True if programs started from here can have this locale."""
    names = subprocess.run(['locale', '-a'], capture_output=True, text=True, check=True).stdout
    made = pathlib.Path(os.environ.get('LOCPATH', '/nowhere'), name)
    return made.is_dir() or name.lower().replace('-', '') in names.lower().replace('-', '').split()


class Case(unittest.TestCase):
    """A test with a folder of its own, and ways to run the program in it."""

    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix='netzkarte-test-')
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def run_program(self, *arguments, program=NETZKARTE, before=(), **options):
        """Who hangs is killed, and that is a failure."""
        return subprocess.run([*before, program, *arguments], cwd=options.pop('cwd', self.folder),
                              env=environment(**options), stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, timeout=120)

    def succeed(self, *arguments, code=0, **options):
        """What it says on standard output; nothing else may it say."""
        result = self.run_program(*arguments, **options)
        self.assertEqual((result.returncode, result.stderr), (code, ''), arguments)
        return result.stdout

    def refuse(self, *arguments, **options):
        """The one sentence with which it refuses."""
        result = self.run_program(*arguments, **options)
        self.assertEqual((result.returncode, result.stdout), (2, ''), (arguments, result.stderr))
        self.assertRegex(result.stderr, r'\Anetzkarte: [^\n]+[.)]\n\Z')
        return result.stderr.removeprefix('netzkarte: ').removesuffix('\n')

    def names(self):
        return sorted(path.name for path in self.folder.iterdir())

    @contextlib.contextmanager
    def unchanged(self):
        """Within it nothing in the folder may change, come or go."""
        before = self.snapshot()
        yield
        self.assertEqual(self.snapshot(), before)

    def snapshot(self):
        return [(path, path.lstat().st_mtime_ns, path.lstat().st_ino, bytes_of(path))
                for path in sorted(self.folder.rglob('*'))]

    def write(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def write_map(self, name='map.json', **members):
        content = {'format': 'netzkarte', 'version': 1, **members}
        return self.write(name, json.dumps(content, ensure_ascii=False))

    def write_excerpt(self, name='map.json'):
        """Every fifth actor of the example, without a place, and the ties between these: quick to
        lay out."""
        content = load(EXAMPLE)
        content['actors'] = content['actors'][::5]
        for actor in content['actors']:
            del actor['x'], actor['y']
        kept = {actor['id'] for actor in content['actors']}
        content['ties'] = [tie for tie in content['ties'] if {tie['from'], tie['to']} <= kept]
        return self.write_map(name, **content)

    def copy_example(self, name='map.json'):
        return pathlib.Path(shutil.copy(EXAMPLE, self.folder / name))

    def powerless(self):
        """What makes a command bound by permissions: nothing more, if we are not root."""
        if os.getuid() != 0:
            return []
        if not shutil.which('setpriv'):
            self.skipTest('root needs setpriv to be bound by permissions')
        return POWERLESS


def bytes_of(path):
    """What a file holds; None of what is no file, or may not be read."""
    return path.read_bytes() if path.is_file() and os.access(path, os.R_OK) else None


def load(path):
    return json.loads(pathlib.Path(path).read_text(encoding='utf-8'))


def letters(text):
    """The text without what line breaks add or take: blanks and hyphens."""
    return re.sub(r'[\s\u00ad\u2010-]', '', text)
