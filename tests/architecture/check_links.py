"""Checks what each program is linked with: the licences of Graphviz and igraph never meet, only the
window needs GTK, and only the layout worker Graphviz.

Usage: check_links.py NETZKARTE LAYOUT_WORKER WINDOW
"""

import subprocess
import sys
import unittest

NETZKARTE, LAYOUT_WORKER, WINDOW = sys.argv[1:]
GTK = {'libgtk-4'}
GRAPHVIZ = {'libgvc', 'libcgraph'}
IGRAPH = {'libigraph'}

PROGRAMS = {  # what it must be linked with
    NETZKARTE: set(),
    LAYOUT_WORKER: GRAPHVIZ,
    WINDOW: GTK,
}


def libraries(program):
    told = subprocess.run(['ldd', program], capture_output=True, text=True, check=True).stdout
    return {line.split()[0].split('.so')[0] for line in told.splitlines() if '.so' in line}


class Links(unittest.TestCase):
    def test_each_program_is_linked_with_its_own_packages_only(self):
        for program, wanted in PROGRAMS.items():
            with self.subTest(program):
                self.assertEqual(libraries(program) & (GTK | GRAPHVIZ | IGRAPH), wanted)


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
