"""Made-up cities on pages of every profile: all that is drawn is whole, or the page is refused with
a width that does.

Usage: test_pages.py PROGRAMS SOURCE
"""

import json
import pathlib
import re
import sys
import tempfile
import unittest

import city
import program

SOURCE, PROGRAMS = (pathlib.Path(sys.argv.pop()) for _ in range(2))
NETZKARTE = PROGRAMS / 'netzkarte'

sys.path.insert(0, str(SOURCE / 'tests/gallery'))
import measure      # noqa: E402, pylint: disable=wrong-import-position

MM = 72 / 25.4
NUMBERS = (1, 4, 7, 12, 15, 23, 31, 38)
VIEWS = ('levels', 'layers', 'panels', 'triangle')
# What a page has, in millimetres (either way round; None: as high as it needs), and its type.
PROFILES = {
    'page': (174, None, 8), 'column': (84, None, 8), 'a4': (210, 297, 8), 'a3': (297, 420, 9),
    'slide': (338.67, 190.5, 10), 'poster': (594, 841, 18),
}
TOO_SMALL = re.compile(r'netzkarte: With names at [\d.]+ pt this map needs a page at least (\d+) '
                       r'mm wide; this one has [\d.]+ mm\.')
NO_PAGE = re.compile(r'netzkarte: With names at [\d.]+ pt this map fits no page of this height')


class Pages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix='netzkarte-test-')
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.maps = {}
        for number in NUMBERS:
            path = cls.folder / f'{number}.netzkarte.json'
            wanted = city.plan(number, actors=8 + 7 * NUMBERS.index(number))
            path.write_text(city.to_text(city.city(wanted)), encoding='utf-8')
            program.lay_out(NETZKARTE, path, path)
            cls.maps[number] = path

    def draw(self, number, *options):
        """The scene, or the sentence that says why there is none."""
        output = self.folder / 'figure.scene.json'
        result = program.run(NETZKARTE, 'export', self.maps[number], '-o', output, *options)
        if result.returncode == 0:
            return json.loads(output.read_text(encoding='utf-8')), None
        self.assertEqual(result.returncode, 2, result.stderr)
        return None, result.stderr

    def check_scene(self, scene, number, least_type):
        content = program.load(self.maps[number])
        broken = measure.measure(scene, content)
        kept = {rule: broken[rule] for rule in ('overlap', 'page', 'small') if broken[rule]}
        self.assertEqual(kept, {})
        sizes = {item['font_size'] for item in scene['items']
                 if item['type'] == 'actor' and 'font_size' in item}
        self.assertTrue(all(abs(size - least_type) < 0.01 for size in sizes), sizes)

    def check_page(self, scene, profile):
        width, height, _ = PROFILES[profile]
        sides = scene['page']['width'], scene['page']['height']
        if height is None:
            self.assertAlmostEqual(sides[0], width * MM, 0)
        else:
            for side, wanted in zip(sorted(sides), sorted((width * MM, height * MM))):
                self.assertAlmostEqual(side, wanted, 0)

    def test_profiles(self):
        drawn = 0
        for number in NUMBERS:
            for profile, (_, _, size) in PROFILES.items():
                view = VIEWS[(number + len(profile)) % len(VIEWS)]
                with self.subTest(number=number, profile=profile, view=view):
                    scene, sentence = self.draw(number, '--profile', profile, '--view', view)
                    if scene is None:
                        self.assertRegex(sentence, f'({TOO_SMALL.pattern})|({NO_PAGE.pattern})')
                        continue
                    drawn += 1
                    self.check_page(scene, profile)
                    self.check_scene(scene, number, size)
        self.assertGreater(drawn, len(NUMBERS))

    def test_the_smallest_width_is_true(self):
        """A page as wide as the sentence says has room, in the same form, and one that is 3 %
        smaller has none."""
        for number in NUMBERS:
            with self.subTest(number=number):
                _, sentence = self.draw(number, '--width', '60mm', '--height', '40mm')
                least = int(TOO_SMALL.match(sentence)[1])
                page = [f'--{side}={length:.2f}mm' for side, length
                        in (('width', least), ('height', least * 2 / 3))]
                scene, sentence = self.draw(number, *page)
                self.assertIsNone(sentence)
                self.check_scene(scene, number, 8)
                less = [f'--{side}={length * 0.97:.2f}mm' for side, length
                        in (('width', least), ('height', least * 2 / 3))]
                self.assertIsNone(self.draw(number, *less)[0])

    def test_order(self):
        """Who stood left of whom in a row still does if the page is nearly as wide as the map."""
        for number in NUMBERS:
            with self.subTest(number=number):
                before, _ = self.draw(number)
                width = before['page']['width'] / MM * 0.97
                after, sentence = self.draw(number, f'--width={width:.2f}mm')
                self.assertIsNone(sentence)
                places = {item['record']: item['x'] for item in after['items']
                          if item['type'] == 'actor'}
                rows = {}
                for item in before['items']:
                    if item['type'] == 'actor':
                        rows.setdefault(round(item['y'] + item['height'] / 2), []).append(item)
                for row in rows.values():
                    row.sort(key=lambda item: item['x'])
                    xs = [places[item['record']] for item in row]
                    self.assertEqual(xs, sorted(xs))


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
