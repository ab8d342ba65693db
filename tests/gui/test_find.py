"""Finding: by anything that is written in the map, and from hit to hit."""

import driver
from tree import focused, name_of, wait_until

# What the little map is given to find.
WRITTEN = [
    ('"name": "Choir"', '"name": "Chöir", "note": "Sings on Fridays in the school."'),
    ('"name": "Library"', '"name": "Library", "alias": "Reading Room"'),
    ('"name": "Agency"', '"name": "Agency", "evidence": [{"source": "i1", "locator": "p. 7",'
     ' "note": "sends to the school"}]'),
    ('"actors": [', '"sources": [\n    {"id": "i1", "name": "Interview 1"}\n  ],\n  "actors": ['),
    ('"name": "Mayor"', '"name": "Mayor", "short": "Schoolmaster"'),
    (', "x": 600, "y": 280', ''),
]


def described(node):
    node.clear_cache()
    return node.get_description()


class Find(driver.WindowTest):
    def setUp(self):
        super().setUp()
        self.path = self.folder / 'written.netzkarte.json'
        text = driver.SMALL.read_text(encoding='utf-8')
        for old, new in WRITTEN:
            self.assertIn(old, text)
            text = text.replace(old, new)
        self.path.write_text(text, encoding='utf-8')

    def look_for(self, window, word):
        window.keys('ctrl+f')
        window.wait('found')
        window.type(word)

    def found(self, window, count, where=''):
        """Waits until the bar says this."""
        window.wait(f'found "{count}" "{where}"$')

    def test_hits_in_turn(self):
        """Names first, then other names, then what else is written; and round again."""
        with self.open(self.path) as window:
            self.look_for(window, 'school')
            window.wait('select actor/school$')
            self.found(window, '1 of 5')
            for selected, count, where in (
                    ('tie/t3', '2 of 5', 'Round Table → School'),
                    ('actor/mayor', '3 of 5', 'Short name: Schoolmaster'),
                    ('actor/agency', '4 of 5', 'Evidence: Interview 1, p. 7, sends to the school'),
                    ('actor/choir', '5 of 5', 'Note: Sings on Fridays in the school.'),
                    ('actor/school', '1 of 5', '')):
                window.keys('Return')
                window.wait(f'select {selected}$')
                self.found(window, count, where)
            window.keys('shift+Return')
            window.wait('select actor/choir$')
            window.keys('F3')
            window.wait('select actor/school$')
            window.keys('ctrl+shift+g')
            window.wait('select actor/choir$')

    def test_spelling(self):
        """Case, accents and the order of words do not count."""
        with self.open(self.path) as window:
            self.look_for(window, 'CHOIR')
            window.wait('select actor/choir$')
            window.keys('ctrl+a')
            window.type('room reading')
            window.wait('select actor/library$')
            self.found(window, '1 of 1', 'Alias: Reading Room')
            window.keys('ctrl+a')
            window.type('xyz')
            self.found(window, 'Not found')

    def test_all_at_once(self):
        with self.open(self.path) as window:
            self.look_for(window, 'cooperation')
            self.found(window, '1 of 2', 'Round Table → School 1 is not shown on the map.')
            window.keys('alt+Return')
            window.wait('select tie/t3 tie/t4$')

    def test_not_on_the_map(self):
        """Who has no place is counted."""
        with self.open(self.path) as window:
            self.look_for(window, 'sports')
            window.wait('found "Not found" "2 are not shown on the map."$')

    def test_follows_the_map(self):
        with self.open(self.path) as window:
            self.look_for(window, 'agency')
            window.wait('select actor/agency$')
            self.found(window, '1 of 2')
            window.keys('Escape')
            window.wait('find closed')
            window.keys('Delete')
            window.wait('edit')
            window.keys('ctrl+f')
            self.found(window, 'Not found')
            window.act('win.undo')
            self.found(window, '1 of 2')

    def test_keyboard(self):
        """Escape gives the keyboard back, and the word stays for the next time."""
        with self.open(self.path) as window:
            window.click(window.actor('Mayor'))
            window.wait('select')
            self.look_for(window, 'libr')
            window.wait('select actor/library$')
            entry = wait_until(lambda: focused(window.frame, 'entry'), 'the keyboard in the bar')
            self.assertEqual(name_of(entry), 'Find on the map')
            wait_until(lambda: described(entry) == '1 of 2', 'the count, for who listens')
            window.keys('Escape')
            window.wait('find closed')
            wait_until(lambda: not focused(window.frame, 'entry'), 'the keyboard on the map')
            window.keys('Right')
            window.wait('edit "Move Actors"')
            window.keys('F3')
            self.found(window, '. of .', '.*')
            window.keys('Escape')


if __name__ == '__main__':
    driver.main()
