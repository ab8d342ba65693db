"""netzkarte export --figure and --all-figures: what is saved in a map is drawn as it was."""

import json
import unittest

import support

ACTORS = [
    {'id': 'a', 'name': 'Rathaus', 'level': 'city', 'structure': 3, 'x': 0, 'y': 0},
    {'id': 'b', 'name': 'Verein', 'level': 'city', 'people': 2, 'x': 160, 'y': 0, 'since': '2016'},
    {'id': 'c', 'name': 'Ada Klug', 'person': True, 'level': 'city', 'people': 2, 'x': 320, 'y': 0},
]
VIEWS = [
    {'id': 'v1', 'name': 'Abbildung 1: alle', 'profile': 'a4', 'title': 'Das Netz',
     'caption': 'Quelle: eigene'},
    {'id': 'v2', 'name': 'Menschen', 'show': 'layers', 'planes': ['people'], 'page_width': 150,
     'legend': 'none', 'type_size': 9, 'new': 'kept'},
    {'id': 'v3', 'name': 'menschen', 'phase': 'first', 'theme': 'grey', 'quiet': True},
    {'id': 'v4', 'name': '../*?'},
]
MM = 72 / 25.4


class SavedFigures(support.Case):
    def setUp(self):
        super().setUp()
        self.map = self.save(VIEWS)

    def save(self, views):
        return self.write('map.netzkarte.json', json.dumps({
            'format': 'netzkarte', 'version': 1, 'language': 'de',
            'levels': [{'id': 'city', 'name': 'Stadt'}],
            'phases': [{'id': 'first', 'name': 'Anfang', 'since': '2014', 'until': '2015'}],
            'actors': ACTORS, 'views': views}))

    def scene(self, *options):
        self.succeed('export', self.map, '-o', 'f.scene.json', *options)
        return json.loads((self.folder / 'f.scene.json').read_text(encoding='utf-8'))

    def words(self, scene):
        return ' '.join(line for item in scene['items'] for line in item.get('text', []))

    def test_page_and_words(self):
        scene = self.scene('--figure', 'Abbildung 1: alle')
        self.assertAlmostEqual(scene['page']['width'], 297 * MM, 0)
        self.assertAlmostEqual(scene['page']['height'], 210 * MM, 0)
        self.assertIn('Das Netz', self.words(scene))
        self.assertIn('Quelle: eigene', self.words(scene))

    def test_by_id(self):
        scene = self.scene('--figure', 'v2')
        self.assertAlmostEqual(scene['page']['width'], 150 * MM, 0)
        self.assertNotIn('legend', [item['type'] for item in scene['items']])
        actors = [item['record'] for item in scene['items'] if item['type'] == 'actor']
        self.assertEqual(sorted(actors), ['actor/b', 'actor/c'])

    def test_phase(self):
        actors = [item['record'] for item in self.scene('--figure', 'v3')['items']
                  if item['type'] == 'actor']
        self.assertEqual(actors, ['actor/a', 'actor/c'])

    def test_options_go_first(self):
        scene = self.scene('--figure', 'v1', '--title', 'Anders', '--width', '200mm')
        self.assertAlmostEqual(scene['page']['width'], 200 * MM, 0)
        self.assertIn('Anders', self.words(scene))
        self.assertNotIn('Das Netz', self.words(scene))
        self.assertIn('Quelle: eigene', self.words(scene))

    def test_profile_of_the_options_keeps_the_words(self):
        scene = self.scene('--figure', 'v1', '--profile', 'page')
        self.assertAlmostEqual(scene['page']['width'], 174 * MM, 0)
        self.assertIn('Das Netz', self.words(scene))

    def test_all(self):
        told = self.succeed('export', self.map, '--all-figures', '-d', 'figures/new')
        folder = self.folder / 'figures/new'
        self.assertEqual(sorted(path.name for path in folder.iterdir()),
                         ['Abbildung-1-alle.pdf', 'Menschen.pdf', 'menschen-2.pdf', 'v4.pdf'])
        self.assertEqual(len(told.splitlines()), 4)
        for line, view in zip(told.splitlines(), VIEWS):
            self.assertTrue(line.startswith(f'“{view["name"]}” is in '), line)

    def test_all_are_the_same_as_each(self):
        self.succeed('export', self.map, '--all-figures', '-d', 'all', '--format', 'svg')
        self.succeed('export', self.map, '--figure', 'v1', '-o', 'one.svg')
        self.assertEqual((self.folder / 'all/Abbildung-1-alle.svg').read_bytes(),
                         (self.folder / 'one.svg').read_bytes())

    def test_one_that_fails_keeps_no_other_from_it(self):
        self.map = self.save([{'id': 'small', 'name': 'Klein', 'page_width': 30,
                               'type_size': 40}, *VIEWS[:1]])
        result = self.run_program('export', self.map, '--all-figures', '-d', 'all')
        self.assertEqual(result.returncode, 1)
        self.assertRegex(result.stderr,
                         r'\Anetzkarte: “Klein” could not be drawn: With names at 40 pt this map needs '
                         r'a page at least \d+ mm wide[^\n]+\n\Z')
        self.assertEqual([path.name for path in (self.folder / 'all').iterdir()],
                         ['Abbildung-1-alle.pdf'])

    def test_no_name_in_an_anonymised_one(self):
        self.map = self.save([{'id': 'v', 'name': 'Um Ada Klug', 'title': 'Ada Klug und andere',
                               'caption': 'Nach Klug'}])
        result = self.run_program('export', self.map, '--all-figures', '-d', 'all', '--anonymise',
                                  '--format', 'svg', '--list', 'list.txt')
        self.assertEqual(result.returncode, 0, result.stderr)
        (figure,) = (self.folder / 'all').iterdir()
        self.assertNotIn('Klug', figure.name)
        self.assertNotIn('Klug', figure.read_text(encoding='utf-8'))

    def test_unknown_members_stay(self):
        self.succeed('convert', self.map, 'copy.netzkarte.json')
        copy = support.load(self.folder / 'copy.netzkarte.json')
        self.assertEqual(copy['views'], VIEWS)

    def test_refusals(self):
        out = ['-o', 'f.pdf']
        rows = [
            ([*out, '--figure', 'Nix'], 'No figure “Nix” is saved in this map. There are: '
             '“Abbildung 1: alle”, “Menschen”, “menschen”, “../*?”.'),
            (['--all-figures'], 'Name the folder for the figures with -d, as in -d figures.'),
            (['--all-figures', '-d', 'x', *out],
             '“--all-figures” draws files of its own: leave “--output” and “--figure” out.'),
            (['--all-figures', '-d', 'x', '--format', 'gif'],
             'There is no figure format “gif”. Use pdf, svg, png or scene.json.'),
            ([*out, '-d', 'x'], '“--folder” and “--format” go with “--all-figures”.'),
        ]
        for options, sentence in rows:
            with self.subTest(options=options), self.unchanged():
                self.assertEqual(self.refuse('export', self.map, *options), sentence)
        self.map = self.save([])
        self.assertEqual(self.refuse('export', self.map, '--all-figures', '-d', 'x'),
                         'No figure is saved in this map.')


if __name__ == '__main__':
    unittest.main()
