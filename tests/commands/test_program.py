"""The program itself: help, version, wrong words, and what it is linked with."""

import subprocess

import support


class Program(support.Case):
    def test_help(self):
        text = self.succeed('--help')
        self.assertEqual(self.succeed('-h'), text)
        for word in ('netzkarte COMMAND MAP', 'check', 'export', 'layout', 'Exit status'):
            self.assertIn(word, text)

    def test_help_of_commands(self):
        options = {
            'check': ['MAP'],
            'layout': ['MAP', '-o, --output=', '--method=', '--unpinned-only-new'],
            'export': ['MAP', '-o, --output=', '--view=', '--width=', '--dpi=', '--date=',
                       '--legend=', '--title=', '--profile=', '--height=', '--type=', '--theme=',
                       '--font=', '--caption=', '--quiet'],
        }
        for command, words in options.items():
            for option in ('--help', '-h'):
                text = self.succeed(command, option)
                for word in (f'netzkarte {command}', *words):
                    self.assertIn(word, text)

    def test_help_comes_before_mistakes(self):
        self.assertIn('Usage', self.succeed('check', 'no-such-map.json', '--help'))

    def test_version(self):
        self.assertRegex(self.succeed('--version'), r'\Anetzkarte \d+\.\d+\.\d+\n\Z')

    def test_wrong_words(self):
        rows = [
            (['--frobnicate'],
             'Unknown option --frobnicate. “netzkarte --help” lists what there is.'),
            (['frobnicate'], '“frobnicate” is neither a command nor a map that is there. '
                             '“netzkarte --help” lists the commands.'),
            (['check'], 'Name the map, as in “netzkarte check city.netzkarte.json”.'),
            (['check', 'a.json', 'b.json'], 'Name one map only; “b.json” is one too many.'),
            (['check', '--frobnicate', 'a.json'],
             'Unknown option --frobnicate. “netzkarte check --help” lists the options.'),
            (['layout', '--method'],
             'Missing argument for --method. “netzkarte layout --help” lists the options.'),
        ]
        for arguments, sentence in rows:
            with self.subTest(arguments=arguments), self.unchanged():
                self.assertEqual(self.refuse(*arguments), sentence)

    def test_german(self):
        """The user's language, if the translation is there; the command works either way."""
        if not support.has_locale('de_DE.UTF-8'):
            self.skipTest('no German locale on this machine')
        text = self.succeed('--help', LC_ALL='de_DE.UTF-8', LANGUAGE='de')
        self.assertIn('Netzkarte', text)
        self.assertNotEqual(text, self.succeed('--help'))

    def test_no_language(self):
        """Text is UTF-8 where no language is set at all, as in a script or a container."""
        path = self.write_map(actors=[{'id': 'büro'}])
        for locale in ('C', 'POSIX', '', 'xx_YY'):
            with self.subTest(locale=locale):
                self.assertEqual(self.succeed('check', path, code=1, LC_ALL=locale),
                                 'actor/büro: It has no name.\n')


class Links(support.Case):
    def test_no_toolkit(self):
        """Neither program is linked with GTK; Cairo brings parts of X with it, unused."""
        for name in ('netzkarte', 'netzkarte-layout'):
            libraries = subprocess.run(['ldd', support.PROGRAMS / name], capture_output=True,
                                       text=True, check=True)
            self.assertIn('libglib-2.0', libraries.stdout)
            for library in ('libgtk', 'libgdk', 'libwayland', 'libGL'):
                self.assertNotIn(library, libraries.stdout, name)

    def test_no_toolkit_later(self):
        """Nor does one come in while a figure is made."""
        path = self.write_excerpt()
        result = self.run_program('export', path, '-o', 'figure.pdf', LD_DEBUG='files')
        self.assertEqual(result.returncode, 0)
        self.assertIn('libcairo', result.stderr)
        for library in ('libgtk', 'libgdk-', 'libgdk_pixbuf', 'libwayland-client'):
            self.assertNotIn(library, result.stderr)


if __name__ == '__main__':
    support.unittest.main()
