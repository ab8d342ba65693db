"""Checks that every message has a translation, and that each fits its original.

Usage: check_translations.py PO_FOLDER [ARGUMENTS FOR XGETTEXT]
"""

import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

FOLDER, *XGETTEXT_ARGUMENTS = sys.argv[1:]
FOLDER = pathlib.Path(FOLDER).resolve()
KEYWORDS = ['_', 'N_', 'C_:1c,2', 'NC_:1c,2',
            'ngettext:1,2', 'g_dngettext:2,3', 'g_dpgettext2:2c,3']


def run(*command):
    done = subprocess.run([str(word) for word in command], capture_output=True, encoding='utf-8')
    if done.returncode:
        raise AssertionError(f'{" ".join(done.args)}\n{done.stderr}')
    return done.stdout


class Translations(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.template = pathlib.Path(cls.folder.name) / 'messages.pot'
        run('xgettext', '--from-code=UTF-8', '--output', cls.template,
            '--directory', FOLDER.parent, '--files-from', FOLDER / 'POTFILES.in',
            *(f'--keyword={word}' for word in KEYWORDS), *XGETTEXT_ARGUMENTS)
        cls.languages = (FOLDER / 'LINGUAS').read_text().split()

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_every_message_is_translated(self):
        for language in self.languages:
            merged = pathlib.Path(self.folder.name) / f'{language}.po'
            run('msgmerge', '--quiet', '--no-fuzzy-matching', '--output-file', merged,
                FOLDER / f'{language}.po', self.template)
            missing = run('msgattrib', '--untranslated', '--no-obsolete', '--no-location', merged)
            missing += run('msgattrib', '--only-fuzzy', '--no-obsolete', '--no-location', merged)
            messages = re.findall(r'^msgid ".*"(?:\n".*")*', missing, re.MULTILINE)
            messages = [message for message in messages if message != 'msgid ""']
            self.assertEqual(messages, [], language)

    def test_placeholders_and_headers_fit(self):
        for language in self.languages:
            run('msgfmt', '--check', '--output-file=/dev/null', FOLDER / f'{language}.po')

    def test_labels_of_the_schema_are_extracted(self):
        labels = re.findall(r'"([A-Z][^"]*)"', (FOLDER.parent / 'app/map/schema.c').read_text())
        messages = self.template.read_text(encoding='utf-8')
        self.assertGreater(len(labels), 30)
        self.assertEqual([label for label in labels if f'msgid "{label}"' not in messages], [])


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
