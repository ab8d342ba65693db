"""Checks that the man page names every command and every option that the program has, and no other.

Usage: check_man_page.py MAN_PAGE NETZKARTE
"""

import os
import pathlib
import re
import subprocess
import sys
import unittest

MAN_PAGE, NETZKARTE = sys.argv[1:]
ENVIRONMENT = {**os.environ, 'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en'}


def told(*arguments):
    return subprocess.run([NETZKARTE, *arguments], env=ENVIRONMENT, capture_output=True,
                          encoding='utf-8', check=True).stdout


class ManPage(unittest.TestCase):
    maxDiff = None

    def test_commands_and_options(self):
        listed = told('--help').partition('Commands:\n')[2]
        commands = re.findall(r'^  ([a-z]+) ', listed, re.MULTILINE)
        self.assertGreaterEqual(set(commands), {'check', 'export', 'layout'})
        options = {option for command in commands
                   for option in re.findall(r'--([a-z-]+)', told(command, '--help'))}

        page = pathlib.Path(MAN_PAGE).read_text(encoding='utf-8').replace('\\-', '-')
        self.assertEqual(set(re.findall(r'^\.BI "([a-z]+) "', page, re.MULTILINE)), set(commands))
        self.assertEqual(set(re.findall(r'--([a-z-]+)', page)), options | {'version'})


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
