"""Checks what each program is linked with: the licences of Graphviz and igraph never meet, only the
window needs GTK, and only the layout worker Graphviz.

Usage: check_links.py BUILD_ROOT
"""

import pathlib
import subprocess
import sys
import unittest

BUILD = pathlib.Path(sys.argv.pop())
GTK = {'libgtk-4'}
GRAPHVIZ = {'libgvc', 'libcgraph'}
IGRAPH = {'libigraph'}

PROGRAMS = {  # what it must be linked with
    'app/netzkarte': set(),
    'app/netzkarte-layout': GRAPHVIZ,
    'ui/netzkarte-window': GTK,
}


def libraries(program):
    lines = subprocess.run(['ldd', BUILD / program], capture_output=True, text=True, check=True).stdout.splitlines()
    return {line.split()[0].split('.so')[0] for line in lines if '.so' in line}


class Links(unittest.TestCase):
    def test_each_program_is_linked_with_its_own_packages_only(self):
        for program, wanted in PROGRAMS.items():
            with self.subTest(program):
                self.assertEqual(libraries(program) & (GTK | GRAPHVIZ | IGRAPH), wanted)


if __name__ == '__main__':
    unittest.main()
