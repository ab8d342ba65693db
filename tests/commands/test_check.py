"""netzkarte check: nothing to say, notices, and maps that do not open."""

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
