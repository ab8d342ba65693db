"""An anonymised copy: what is replaced is shown first, and no name is in the file."""

import json

import driver
from tree import activate, text_of, wait_until

TITLE = 'Save Anonymised Copy'


class Anonymise(driver.WindowTest):
    def setUp(self):
        super().setUp()
        content = json.loads(driver.SMALL.read_text())
        content['title'] = 'The Net of Erika Mustermann'
        content['actors'][0].update(name='Erika Mustermann', person=True)
        content['actors'][1]['note'] = 'Ms Mustermann is in the chair.'
        self.path = self.folder / 'town.netzkarte.json'
        self.path.write_text(json.dumps(content))
        self.copy = self.folder / 'copy.netzkarte.json'

    def dialog(self, window):
        window.keys('F10')
        activate(window.find('menu item', 'Save Anonymised Copy…'))
        return window.top(TITLE)

    def choose(self, window, path):
        window.click(window.find('push button', 'Save…', self.dialog(window)))
        window.choose_file(TITLE, path)

    def test_save(self):
        with self.open(self.path) as window:
            shown = window.find('text', 'What is replaced and left out', self.dialog(window))
            wait_until(lambda: '“Erika Mustermann” is now “Person 1, City”, also in 2 other texts.'
                       in text_of(shown), 'the list')
            window.click(window.find('push button', 'Save…', window.top(TITLE)))
            window.choose_file(TITLE, self.copy)
            window.wait(f'message "The anonymised copy was saved as “{self.copy}”')
            window.wait(f'anonymised {self.copy}')
            self.assertFalse(window.is_modified())
            self.assertIn('Erika Mustermann', window.actors())
        content = self.copy.read_text()
        self.assertNotIn('Mustermann', content)
        self.assertEqual(json.loads(content)['title'], 'The Net of Person 1')
        self.assertEqual(json.loads(content)['actors'][1]['note'], 'Person 1 is in the chair.')

    def test_refused(self):
        """Neither over the map nor under a person's name."""
        before = self.path.read_bytes()
        with self.open(self.path) as window:
            self.choose(window, self.folder / 'mustermann.netzkarte.json')
            window.wait('message "The file name “mustermann.netzkarte.json” holds a name')
        self.assertEqual(self.path.read_bytes(), before)
        self.assertEqual([path.name for path in self.folder.iterdir()], [self.path.name])

    def test_cancelled(self):
        with self.open(self.path) as window:
            window.keys('Escape', within=self.dialog(window))
            window.keys('ctrl+plus')
            window.wait('zoom')
            self.assertEqual(window.log.count('anonymised'), 0)


if __name__ == '__main__':
    driver.main()
