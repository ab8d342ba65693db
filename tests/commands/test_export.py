"""netzkarte export: figures of every format in every view, looked at with other people's tools."""

import math
import pathlib
import re
import shutil
import struct
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
import zlib

import support

VIEWS = ('levels', 'layers', 'panels', 'triangle')
PLANES = ('structure', 'place', 'people')
FORMATS = ('pdf', 'svg', 'png', 'scene.json')
POINTS_A_MM = 72 / 25.4
WIDTH_MM = 420      # of a page on which the example has room in every view
SVG = '{http://www.w3.org/2000/svg}'
needs_poppler = unittest.skipUnless(shutil.which('pdffonts'), 'no poppler-utils on this machine')


def is_there(record, date):
    """True if something is there at some day of a month, YYYY-MM."""
    first, last = date + '-01', date + '-31'
    return record.get('since', '') <= last and (record.get('until') or '9999') + '-99-99' >= first


def actors_in(view, date=None):
    """The actors of the example that a view shows."""
    for actor in support.load(support.EXAMPLE)['actors']:
        if date and not is_there(actor, date):
            continue
        if view in ('levels', 'panels') or any(actor.get(plane) for plane in PLANES):
            yield actor


def texts_in(svg):
    return [''.join(element.itertext()) for element in svg.iter(SVG + 'text')]


def is_number(value):
    return type(value) in (int, float) and math.isfinite(value)


class Figures(support.Case):
    """Every test exports the example, which is laid out once for all of them."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix='netzkarte-test-')
        cls.addClassCleanup(folder.cleanup)
        cls.example = pathlib.Path(folder.name, 'example.json')
        command = [support.NETZKARTE, 'layout', support.EXAMPLE, '-o', cls.example]
        subprocess.run(command, check=True, env=support.environment())

    def items(self, *options, view):
        """What a figure draws, by type."""
        found = {}
        for item in self.scene(*options, view=view)['items']:
            found.setdefault(item['type'], []).append(item)
        return found

    def test_planes(self):
        for view in ('layers', 'panels'):
            with self.subTest(view=view):
                items = self.items('--planes', 'people,structure', view=view)
                self.assertEqual({item['plane'] for item in items['plane']}, {'structure', 'people'})
                self.assertEqual({item['plane'] for item in items['actor']}, {'structure', 'people'})

    def test_layers_farther_apart(self):
        def tops(*options):
            return sorted(item['y'] for item in self.items(*options, view='layers')['plane'])
        near, far = tops('--angle', '30'), tops('--angle', '30', '--gap', '1.5')
        self.assertGreater(far[1] - far[0], 1.4 * (near[1] - near[0]))

    def test_views_that_are_none(self):
        for options, said in ((['--view', 'laers'], 'levels, layers, panels or triangle'),
                              (['--planes', 'structure,ort'], 'names no planes'),
                              (['--gap', '0.5'], 'from 1 to 4'), (['--angle', '90'], '15 to 75')):
            with self.subTest(options):
                self.assertIn(said, self.refuse('export', self.example, '-o', 'f.pdf', *options))

    def export(self, name, *options, view='levels', path=None, **surroundings):
        if path is None:
            path, options = self.example, ('--width', f'{WIDTH_MM}mm', *options)
        said = self.succeed('export', path, '-o', name, '--view', view, *options, **surroundings)
        self.assertEqual(said, '')
        return self.folder / name

    def scene(self, *options, **keywords):
        return support.load(self.export('map.scene.json', *options, **keywords))

    def ask(self, *command):
        """What another program says of a figure."""
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    def pdf_text(self, path):
        return self.ask('pdftotext', '-raw', path, '-')

    def pdf_width_mm(self, path):
        info = self.ask('pdfinfo', path)
        self.assertRegex(info, r'Pages: +1\n')
        return float(re.search(r'Page size: +([\d.]+) x', info)[1]) / POINTS_A_MM


class Formats(Figures):
    @needs_poppler
    def test_pdf(self):
        for view in VIEWS:
            with self.subTest(view=view):
                path = self.export('figure.pdf', view=view)
                self.assertAlmostEqual(self.pdf_width_mm(path), WIDTH_MM, delta=0.1)
                fonts = self.ask('pdffonts', path).splitlines()[2:]
                self.assertTrue(fonts)
                for font in fonts:   # embedded, subset, with Unicode
                    self.assertRegex(font, r' yes +(yes|no) +(yes|no) +\d+ +\d+$')

    @needs_poppler
    def test_pdf_paper(self):
        """The page has the theme's paper up to its corners; white paper is left to the page."""
        for theme, paper in (('paper', (255, 255, 255)), ('grey', (255, 255, 255)),
                             ('screen', (0xf7, 0xf8, 0xfa)), ('dark', (0x14, 0x18, 0x1d))):
            with self.subTest(theme=theme):
                path = self.export('figure.pdf', '--theme', theme)
                self.ask('pdftoppm', '-r', '20', '-singlefile', path, self.folder / 'page')
                size, pixels = (self.folder / 'page.ppm').read_bytes().split(b'\n255\n', 1)
                width, height = map(int, size.split()[1:])
                # The page need not fill the last pixels.
                for x, y in (0, 0), (width - 2, height - 2):
                    pixel = 3 * (y * width + x)
                    self.assertEqual(tuple(pixels[pixel:pixel + 3]), paper)

    def missing_names(self, view, text):
        """The visible actors whose whole name is not in the letters of a figure."""
        names = [actor['name'] for actor in actors_in(view)]
        return [name for name in names if support.letters(name) not in text]

    @needs_poppler
    def test_pdf_names(self):
        """Every visible actor's whole name can be searched and copied."""
        for view in VIEWS:
            text = support.letters(self.pdf_text(self.export('figure.pdf', view=view)))
            self.assertEqual(self.missing_names(view, text), [], view)

    def parts_of_pdf(self, *options, **keywords):
        """The bytes of a PDF, unpacked."""
        data = self.export('figure.pdf', *options, **keywords).read_bytes()
        parts = [data]
        for match in re.finditer(rb'stream\r?\n', data):
            try:
                parts.append(zlib.decompressobj().decompress(data[match.end():]))
            except zlib.error:
                continue
        return b'\n'.join(parts)

    def test_pdf_tells(self):
        """Title, language, a bookmark, and what each actor is called for who can't see it."""
        path = self.write_map(title='Ein Titel', language='de', actors=[
            {'id': 'a', 'name': 'Cafe office', 'note': 'Flink (und offen)'},
            {'id': "b'", 'name': 'Bürgerhaus'}])
        data = self.parts_of_pdf(path=path)
        for part in (rb'/Lang \(de\)', rb'/DisplayDocTitle true', rb'/Title \(Ein Titel\)',
                     rb'/Type /Outlines', rb'/Alt \(Cafe office\\nFlink \\\(und offen\\\)\)',
                     rb'/Alt \(B\\374rgerhaus\)|/Alt \(B\xfcrgerhaus\)', rb'\(actor-a\)',
                     rb'\(actor-b_27_\)', rb'/CreationDate \((D:)?20240101'):
            with self.subTest(part=part):
                self.assertTrue(re.search(part, data))
        dated = self.parts_of_pdf(path=path, SOURCE_DATE_EPOCH='1500000000')
        self.assertTrue(re.search(rb'/CreationDate \((D:)?20170714', dated))

    @needs_poppler
    def test_pdf_is_found(self):
        """No ligature hides a word, whatever looks for it."""
        path = self.write_map(actors=[{'id': 'a', 'name': 'office fluffig Auflage'}])
        text = self.pdf_text(self.export('figure.pdf', path=path))
        self.assertIn('office', text)
        self.assertIn('fluffig', text)

    def test_svg_tells(self):
        path = self.write_map(
            title='Ein Titel', language='de', kinds=[{'id': 'k', 'name': 'berät', 'directed': True}],
            actors=[{'id': 'a', 'name': 'Rat & Tat', 'note': 'zwei\nZeilen \u0001'},
                    {'id': 'b', 'name': 'Haus'}],
            ties=[{'id': 't', 'from': 'a', 'to': 'b', 'kind': 'k', 'note': 'seit langem'}])
        root = ElementTree.parse(self.export('figure.svg', path=path)).getroot()
        told = {element.get('id'): [element.findtext(SVG + name) for name in ('title', 'desc')]
                for element in root.iter(SVG + 'g')}
        self.assertEqual(root.findtext(SVG + 'title'), 'Ein Titel')
        self.assertEqual(root.get('{http://www.w3.org/XML/1998/namespace}lang'), 'de')
        self.assertEqual(told['actor-a'], ['Rat & Tat', 'zwei\nZeilen '])
        self.assertEqual(told['actor-b'], ['Haus', None])
        self.assertEqual(told['tie-t'], ['Rat & Tat → Haus: berät', 'seit langem'])

    def test_outlines(self):
        """The same without a letter: nothing depends on typefaces any more."""
        for view in VIEWS:
            words = ElementTree.parse(self.export('words.svg', view=view)).getroot()
            outlines = ElementTree.parse(self.export('o.svg', '--outlines', view=view)).getroot()
            self.assertEqual(texts_in(outlines), [])
            ids = [[element.get('id') for element in root.iter(SVG + 'g')]
                   for root in (words, outlines)]
            self.assertEqual(*ids)
            self.assertEqual(len(list(outlines.iter(SVG + 'path'))),
                             len(list(words.iter(SVG + 'path'))) + len(texts_in(words)))

    def test_svg(self):
        for view in VIEWS:
            with self.subTest(view=view):
                root = ElementTree.parse(self.export('figure.svg', view=view)).getroot()
                self.assertEqual(root.tag, SVG + 'svg')
                self.assertEqual(root.get('width'), f'{WIDTH_MM}mm')
                width, height = (float(number) for number in root.get('viewBox').split()[2:])
                self.assertAlmostEqual(width, WIDTH_MM * POINTS_A_MM, delta=0.1)
                height_mm = float(root.get('height').removesuffix('mm'))
                self.assertAlmostEqual(height_mm, height / POINTS_A_MM, delta=0.1)
                text = support.letters(''.join(texts_in(root)))
                self.assertEqual(self.missing_names(view, text), [])

    def test_png(self):
        for options, dpi in (([], 300), (['--dpi', '96'], 96)):
            for view in VIEWS:
                with self.subTest(view=view, dpi=dpi):
                    data = self.export('figure.png', *options, view=view).read_bytes()
                    width, height, resolution = self.png_header(data)
                    self.assertAlmostEqual(width, WIDTH_MM / 25.4 * dpi, delta=1)
                    self.assertGreater(height, width / 4)
                    self.assertEqual(resolution, (round(dpi / 0.0254), round(dpi / 0.0254), 1))

    def png_header(self, data):
        self.assertEqual(data[:8], b'\x89PNG\r\n\x1a\n')
        self.assertEqual(data[12:16], b'IHDR')
        at = data.index(b'pHYs')
        self.assertLess(at, data.index(b'IDAT'))
        return *struct.unpack('>II', data[16:24]), struct.unpack('>IIB', data[at + 4:at + 13])

    def test_same_bytes(self):
        """The same each time, whatever time zone, language of numbers, folder and name."""
        others = {'TZ': 'Pacific/Kiritimati', 'LC_ALL': 'C', 'cwd': '/'}
        if support.has_locale('de_DE.UTF-8'):
            others.update(LC_ALL='de_DE.UTF-8', LANGUAGE='en')
        for view in VIEWS:
            for form in FORMATS:
                first = self.export(f'first.{form}', view=view).read_bytes()
                path = self.folder / f'second.{form}'
                second = self.export(path, view=view, **others).read_bytes()
                self.assertEqual(first, second, (view, form))


class Scene(Figures):
    KEYS = {'type', 'record', 'plane', 'x', 'y', 'width', 'height', 'outline', 'absent', 'text', 'lines',
            'font_size', 'path'}
    TYPES = {'band', 'district', 'plane', 'actor', 'tie', 'label', 'legend', 'note'}

    def check_item(self, item, page):
        self.assertLessEqual(set(item), self.KEYS)
        self.assertIn(item['type'], self.TYPES)
        for key in ('x', 'y', 'width', 'height'):
            self.assertTrue(is_number(item[key]), item)
        for start, size in (('x', 'width'), ('y', 'height')):
            self.assertGreaterEqual(item[start], -0.01, item)
            self.assertLessEqual(item[start] + item[size], page[size] + 0.02, item)
        self.assertRegex(item.get('record', 'actor/a'), r'\A[a-z]+/.+\Z')
        self.assertIn(item.get('plane', 'place'), PLANES)
        self.assertTrue(all(isinstance(line, str) and line for line in item.get('text', [])), item)
        self.assertEqual('text' in item, 'font_size' in item, item)
        self.assertEqual(len(item.get('text', [])), len(item.get('lines', [])), item)
        self.assertEqual('outline' in item, item['type'] == 'actor', item)
        for point in item.get('path', []) + item.get('lines', []) + item.get('outline', []):
            self.assertTrue(len(point) == 2 and all(map(is_number, point)), item)

    def test_items(self):
        for view in VIEWS:
            with self.subTest(view=view):
                scene = self.scene(view=view)
                self.assertEqual(set(scene), {'page', 'items'})
                self.assertAlmostEqual(scene['page']['width'], WIDTH_MM * POINTS_A_MM, delta=0.01)
                for item in scene['items']:
                    self.check_item(item, scene['page'])

    def records(self, scene, kind):
        items = [item for item in scene['items'] if item['type'] == kind]
        return [item['record'] for item in items if 'record' in item]

    def test_levels(self):
        scene, content = self.scene(), support.load(support.EXAMPLE)
        lists = {'band': 'levels', 'district': 'districts', 'actor': 'actors', 'tie': 'ties'}
        for kind, name in lists.items():
            expected = sorted(f'{name[:-1]}/{record["id"]}' for record in content[name])
            self.assertEqual(sorted(self.records(scene, kind)), expected)
        self.assertTrue(any(item['type'] == 'legend' for item in scene['items']))

    def test_labels(self):
        """A label is named by its record and says its whole name."""
        for view in VIEWS:
            scene = self.scene(view=view)
            labels = {item['record']: support.letters(''.join(item['text']))
                      for item in scene['items']
                      if item['type'] == 'label' and item.get('record', '').startswith('actor/')}
            names = {f'actor/{actor["id"]}': support.letters(actor['name'])
                     for actor in actors_in(view)}
            self.assertEqual(labels, names)

    def test_layers(self):
        scene = self.scene(view='layers')
        planes = [item for item in scene['items'] if item['type'] == 'plane' and 'path' in item]
        self.assertEqual({item['plane'] for item in planes}, set(PLANES))
        actors = [item for item in scene['items'] if item['type'] == 'actor']
        shown = [(item['record'], item['plane']) for item in actors]
        expected = [(f'actor/{actor["id"]}', plane) for actor in actors_in('layers')
                    for plane in PLANES if actor.get(plane)]
        self.assertEqual(sorted(shown), sorted(expected))
        middles = {item['plane']: item['y'] + item['height'] / 2 for item in planes}
        self.assertEqual(sorted(middles, key=middles.get), list(PLANES))


class Options(Figures):
    def test_width(self):
        widths = {'120mm': 120, '8.5cm': 85, '4in': 101.6, '300pt': 105.83, '120 mm': 120}
        path = self.write_map(actors=[{'id': name, 'name': f'Verein {name}'} for name in 'abcdef'])
        for text, millimetres in widths.items():
            with self.subTest(width=text):
                page = self.scene('--width', text, path=path)['page']
                self.assertAlmostEqual(page['width'] / POINTS_A_MM, millimetres, delta=0.01)

    def test_legend(self):
        for view in VIEWS:
            types = [item['type'] for item in self.scene('--legend', 'none', view=view)['items']]
            self.assertNotIn('legend', types)
            self.assertIn('actor', types)

    def test_title(self):
        title = 'Zusammenarbeit in Düsseldorf'
        for view in VIEWS:
            scene = self.scene('--title', title, view=view)
            found = [item for item in scene['items'] if ' '.join(item.get('text', [])) == title]
            self.assertEqual(len(found), 1)
            drawing = ('actor', 'plane', 'band')
            tops = [item['y'] for item in scene['items'] if item['type'] in drawing]
            self.assertLessEqual(found[0]['y'] + found[0]['height'], min(tops) + 0.01)

    def test_title_is_text(self):
        """In every format, and what is code elsewhere is only letters here."""
        title = '<b>&amp; %s "Ä"'
        root = ElementTree.parse(self.export('figure.svg', '--title', title)).getroot()
        self.assertIn(title, texts_in(root))
        if shutil.which('pdftotext'):
            self.assertIn(title, self.pdf_text(self.export('figure.pdf', '--title', title)))

    def test_date(self):
        """Only who was there, and ties between two who were."""
        everybody = len(list(actors_in('levels')))
        for date in ('2013-06', '2015-09', '2018-01'):
            expected = {actor['id'] for actor in actors_in('levels', date)}
            self.assertLess(0, len(expected))
            self.assertLess(len(expected), everybody)
            items = self.scene('--date', date)['items']
            self.assertEqual({item['record'] for item in items if item['type'] == 'actor'},
                             {f'actor/{actor}' for actor in expected})
            ties = {f'tie/{tie["id"]}' for tie in support.load(support.EXAMPLE)['ties']
                    if is_there(tie, date) and {tie['from'], tie['to']} <= expected}
            self.assertEqual({item['record'] for item in items if item['type'] == 'tie'}, ties)

    def test_small_maps(self):
        """Nobody at all, one actor, names in any script: there is always a figure."""
        any_script = {'id': 'a', 'name': 'Ελλάδα العربية 漢字 👩‍👧\n\tß'}
        rows = (
            {},
            {'actors': [{'id': 'a', 'name': 'A'}]},
            {'levels': [{'id': 'l', 'name': 'L'}]},
            {'actors': [any_script, {'id': 'b', 'structure': 1}]},
        )
        for members in rows:
            path = self.write_map(**members)
            for view in VIEWS:
                for form in FORMATS:
                    with self.subTest(members=members, view=view, form=form):
                        self.export(f'figure.{form}', view=view, path=path)
                self.assertIsNotNone(ElementTree.parse(self.folder / 'figure.svg'))

    def test_without_places(self):
        """A map without places is laid out in memory only: the figure is that of the layout."""
        path = self.write_map(levels=[{'id': 'l', 'name': 'L'}],
                              actors=[{'id': name, 'level': 'l'} for name in 'abcdef'],
                              ties=[{'id': 't', 'from': 'a', 'to': 'f'}])
        before = path.read_bytes()
        first = self.export('first.svg', path=path).read_bytes()
        self.assertEqual(path.read_bytes(), before)
        self.succeed('layout', path)
        self.assertEqual(self.export('second.svg', path=path).read_bytes(), first)

    def test_new_actor(self):
        """Who has no place yet is given one, and the others keep theirs."""
        content = support.load(self.example)
        content['actors'].append({'id': 'new', 'name': 'Neu', 'level': content['levels'][0]['id']})
        path = self.write('map.json', support.json.dumps(content))
        items = self.scene(path=path)['items']
        drawn = [(item['type'], item.get('record')) for item in items]
        self.assertIn(('actor', 'actor/new'), drawn)


class Refusals(support.Case):
    def setUp(self):
        super().setUp()
        self.map = self.write_map(actors=[{'id': 'a', 'name': 'A', 'x': 0, 'y': 0}])

    def test_options(self):
        date = ('is not a date. Write a year, a month or a day: 2015, 2015-09 or 2015-09-01, or a '
                'period: 2014-10/2015-08.')
        width = 'is not a length. Write it with its unit, as in 174mm or 8.5cm.'
        rows = [
            ([], 'Name the figure with -o, as in -o figure.pdf.'),
            (['-o', 'figure.gif'], '“figure.gif” must end in .pdf, .svg, .png or .scene.json.'),
            (['-o', 'figure.json'], '“figure.json” must end in .pdf, .svg, .png or .scene.json.'),
            (['-o', 'figure'], '“figure” must end in .pdf, .svg, .png or .scene.json.'),
            (['-o', ''], '“” must end in .pdf, .svg, .png or .scene.json.'),
            (['-o', 'f.pdf', '--view', 'mirrors'],
             'There is no view “mirrors”. Use levels, layers, panels or triangle.'),
            (['-o', 'f.pdf', '--width', '174'], f'“174” {width}'),
            (['-o', 'f.pdf', '--width', '-174mm'], f'“-174mm” {width}'),
            (['-o', 'f.pdf', '--width', 'nan mm'], f'“nan mm” {width}'),
            (['-o', 'f.pdf', '--width', '17,4cm'], f'“17,4cm” {width}'),
            (['-o', 'f.pdf', '--width', '5mm'], 'A figure must be at least 30 mm wide.'),
            (['-o', 'f.png', '--dpi', '0'], 'The resolution must be from 1 to 2400 dots per inch.'),
            (['-o', 'f.png', '--dpi', 'nan'],
             'The resolution must be from 1 to 2400 dots per inch.'),
            (['-o', 'f.pdf', '--date', 'yesterday'], f'“yesterday” {date}'),
            (['-o', 'f.pdf', '--date', ''], f'“” {date}'),
        ]
        for options, sentence in rows:
            with self.subTest(options=options), self.unchanged():
                self.assertEqual(self.refuse('export', self.map, *options), sentence)

    def test_font(self):
        for family in ('Roboto Condensed', 'roboto condensed', 'Sans'):
            with self.subTest(family=family):
                self.succeed('export', self.map, '-o', 'f.svg', '--font', family)
        for family in ('No Such Sans', 'Roboto Condensed,', '🙂'):
            with self.subTest(family=family), self.unchanged():
                self.assertEqual(
                    self.refuse('export', self.map, '-o', 'g.pdf', '--font', family),
                    f'There is no font family “{family}” on this computer. Install it, name '
                    "another, or none for the drawing's own.")

    def test_too_large_a_picture(self):
        with self.unchanged():
            options = ['-o', 'f.png', '--width', '9000mm', '--dpi', '2400']
            self.assertIn('too large', self.refuse('export', self.map, *options))

    def test_nowhere_to_write(self):
        (self.folder / 'folder.pdf').mkdir()
        support.os.mkfifo(self.folder / 'fifo.pdf')
        rows = {
            'none/f.pdf': 'cannot be written: its folder does not exist.',
            'folder.pdf': 'is a folder. Name a file.',
            'fifo.pdf': 'is not a regular file, so it is not written over.',
            'map.json/f.pdf': 'cannot be written: its folder does not exist.',
        }
        for name, sentence in rows.items():
            with self.subTest(name=name), self.unchanged():
                self.assertEqual(self.refuse('export', self.map, '-o', name),
                                 f'{self.folder}/{name} {sentence}')

    def test_no_permission(self):
        before = self.powerless()
        self.folder.chmod(0o555)
        refusal = 'cannot be written: you do not have the permission.'
        for form in FORMATS:
            with self.unchanged():
                self.assertEqual(self.refuse('export', self.map, '-o', f'f.{form}', before=before),
                                 f'{self.folder}/f.{form} {refusal}')


if __name__ == '__main__':
    unittest.main()
