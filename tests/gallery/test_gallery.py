"""Every picture of the gallery, measured: nothing in it overlaps, is cut, or too small to read.

Usage: test_gallery.py PROGRAMS
"""

import concurrent.futures
import json
import os
import pathlib
import sys
import tempfile
import unittest

import measure
import pictures

NETZKARTE = pathlib.Path(sys.argv.pop()) / 'netzkarte'

# A profile may be too small for a map: then that is said, with the width that is enough.
REFUSAL = 'netzkarte: With names at '


def of_all_views(picture):
    return [picture._replace(name=f'{picture.name}-{view}', options=(*picture.options, '--view', view))
            for view in pictures.VIEWS]


def look(picture):
    """The name of a picture, the sentence if it is refused, and what is broken."""
    with tempfile.TemporaryDirectory(prefix='netzkarte-test-') as folder:
        folder = pathlib.Path(folder)
        path = pictures.prepare(picture, NETZKARTE, folder)
        scene = folder / 'out.scene.json'
        refusal = pictures.export(NETZKARTE, path, scene, *picture.options)
        if refusal:
            return picture, refusal, {}
        scene, content = (json.loads(p.read_text(encoding='utf-8')) for p in (scene, path))
        return picture, None, measure.measure(scene, content, 'none' not in picture.options)


class Gallery(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.pool = concurrent.futures.ThreadPoolExecutor(os.cpu_count())

    @classmethod
    def tearDownClass(cls):
        cls.pool.shutdown()

    def check(self, wanted, may_refuse=False, but=()):
        for picture, refusal, broken in self.pool.map(look, wanted):
            with self.subTest(picture=picture.name):
                if refusal and may_refuse:
                    self.assertTrue(refusal.startswith(REFUSAL), refusal)
                    continue
                self.assertIsNone(refusal)
                self.assertEqual([f'{rule}: {what}' for rule, found in broken.items() for what in found
                                  if rule not in but], [])

    def test_figures(self):
        self.check(pictures.FIGURES)

    def test_hard_cases(self):
        self.check(picture for hard in pictures.HARD for picture in of_all_views(hard))

    def test_sheets(self):
        """The example, or a part of it, in each view for each profile; themes change no place."""
        self.check((picture for view in pictures.VIEWS for picture in pictures.SHEETS[view]
                    if 'paper' in picture.options), may_refuse=True)

    def test_layouts(self):
        """Only those that are pinned so may be on each other."""
        self.check([picture for picture in pictures.LAYOUTS if 'pinned' not in picture.says])
        self.check([picture for picture in pictures.LAYOUTS if 'pinned' in picture.says], but=('overlap',))
        self.check(pictures.METHOD_SHEET)


if __name__ == '__main__':
    unittest.main()
