"""netzkarte check: nothing to say, notices, and maps that do not open."""

import re

import support


class Check(support.Case):
    def test_nothing_to_say(self):
        self.assertEqual(self.succeed('check', support.EXAMPLE), '')
        self.assertEqual(self.succeed('check', self.write_map()), '')

    def test_notices(self):
        path = self.write_map(
            levels=[{'id': 'city', 'name': 'Gesamtstadt'}],
            actors=[{'id': 'a', 'name': 'Rat', 'level': 'moon'}, {'id': 'b', 'level': 'city'},
                    {'id': 'c', 'name': 'Zwei\nZeilen', 'since': '2016', 'until': '2015'}])
        with self.unchanged():
            self.assertEqual(self.succeed('check', path, code=1).splitlines(), [
                "actor/a “Rat”: The level “moon” is not in the map's list of levels.",
                'actor/b: It has no name.',
                'actor/c “Zwei Zeilen”: It ends (2015) before it begins (2016).',
            ])

    def test_colors(self):
        """Colours that are not told apart: which, by whom, and how far apart they are."""
        path = self.write_map(
            sectors=[{'id': 'a', 'name': 'Amt', 'color': '#f0b060'},
                     {'id': 'b', 'name': 'Rat', 'color': '#f0b062'},
                     {'id': 'c', 'name': 'Kita', 'color': '#c0d070'},
                     {'id': 'd', 'name': 'Haus', 'color': '#80c8f0', 'shape': 'round'}],
            kinds=[{'id': 'k', 'name': 'Hilfe', 'color': '#a02020', 'directed': True},
                   {'id': 'l', 'name': 'Streit', 'color': '#404000', 'directed': True}])
        found = {}
        for line in self.succeed('check', path, code=1).splitlines():
            name, sentence = line.split(': ', 1)
            other, distance = re.search('“(.*?)”.* ([0-9.]+) apart', sentence).groups()
            self.assertLess(float(distance), 10)
            found.setdefault((name, other), []).append(sentence)
        self.assertEqual(set(found), {
            ('sector/b “Rat”', 'Amt'), ('sector/c “Kita”', 'Amt'), ('sector/c “Kita”', 'Rat'),
            ('kind/l “Streit”', 'Hilfe')})
        self.assertEqual(len(found['sector/b “Rat”', 'Amt']), 1)
        self.assertRegex(found['sector/b “Rat”', 'Amt'][0], 'takes 10. Choose another one')
        self.assertEqual([re.search('protanopia|deuteranopia|tritanopia|grey', sentence)[0]
                          for sentence in found['kind/l “Streit”', 'Hilfe']],
                         ['protanopia', 'deuteranopia'])
        self.assertTrue(any('In grey' in sentence for sentence in found['sector/c “Kita”', 'Amt']))

    def test_colors_of_the_program(self):
        """It has nothing to say of colours that nobody chose."""
        path = self.write_map(sectors=[{'id': f's{i}', 'name': f'S {i}'} for i in range(20)],
                              kinds=[{'id': f'k{i}', 'name': f'K {i}'} for i in range(20)])
        self.assertEqual(self.succeed('check', path), '')

    def test_names_of_files(self):
        """A name with blanks, umlauts or a line break; a dash in front; a symbolic link."""
        for name in ('mit Leerzeichen.json', 'Düsseldorf.json', '-o.json', 'zwei\nZeilen.json'):
            with self.subTest(name=name):
                self.write_map(name)
                self.assertEqual(self.succeed('check', '--', name), '')
        (self.folder / 'link.json').symlink_to(support.EXAMPLE)
        self.assertEqual(self.succeed('check', 'link.json'), '')

    def test_no_writing(self):
        """It reads what nobody may write."""
        path = self.copy_example()
        path.chmod(0o444)
        with self.unchanged():
            self.succeed('check', path)


if __name__ == '__main__':
    support.unittest.main()
