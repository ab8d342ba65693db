"""The quick line: what is typed comes onto the map, and before that the line says what it will do."""

import re

import driver
from tree import focused, text_of, wait_until


class Line(driver.WindowTest):
    def opened(self, **options):
        return self.open(driver.copy_of(driver.SMALL, self.folder), **options)

    def entry(self, window):
        return window.find('text', 'Quick line')

    def says(self, window, sentence):
        window.wait(f'line says "{re.escape(sentence)}"$')

    def test_add(self):
        """One line is one step, and the next one can be typed at once."""
        with self.opened() as window:
            window.keys('colon')
            window.wait('line opened')
            window.type('coun > youth office : fund, since 9/2015')
            self.says(window, 'Adds the actor “youth office” (Between). Adds the tie Council → youth '
                              'office (Funding, since September 2015).')
            self.heard(window, 'Adds the actor “youth office” (Between). Adds the tie Council → youth '
                               'office (Funding, since September 2015).')
            window.find_label('✓ Council')
            window.find_label('New: youth office')
            window.keys('Return')
            window.wait('edit "Add Actors and Ties" modified=1')
            window.wait('select actor/youth-office$')
            self.assertIn('youth office', window.actors())
            self.assertEqual(text_of(self.entry(window)), '')
            window.type('Band @ north')
            # Where the last one came to does not count when the line says it.
            self.says(window, 'Adds the actor “Band” (Quarter, North).')
            window.keys('Return')
            window.wait('edit "Add Actor" modified=1')
            # The step before is taken back as anywhere; the line stays for the next one.
            window.keys('ctrl+z')
            window.wait('undo "Add Actor"')
            window.keys('ctrl+shift+z')
            window.wait('redo "Add Actor"')
            window.type('Orchestra')
            self.says(window, 'Adds the actor “Orchestra” (Quarter, North).')
            window.keys('Escape')
            window.wait('line closed')
            window.keys('ctrl+z')
            window.wait('undo "Add Actor"')
            window.keys('ctrl+z')
            window.wait('undo "Add Actors and Ties" modified=0')
            self.assertNotIn('youth office', window.actors())

    def test_escape(self):
        """Leaves all as it was; the line that was typed can be had again."""
        with self.opened() as window:
            window.keys('ctrl+l')
            window.wait('line opened')
            window.type('Mayor > Agency')
            self.says(window, 'Adds the tie Mayor → Agency (Steering).')
            window.keys('Escape')
            window.wait('line closed')
            self.assertFalse(window.is_modified())
            self.assertIsNotNone(focused(window.canvas()))
            window.keys('ctrl+l')
            window.wait('line opened')
            self.assertEqual(text_of(self.entry(window)), '')
            window.keys('Up')
            window.wait('line says "Adds the tie Mayor')
            self.assertEqual(text_of(self.entry(window)), 'Mayor > Agency')
            window.keys('Down')
            window.wait('line says ""')

    def test_wrong(self):
        """What is wrong is said, and nothing is made of it."""
        with self.opened() as window:
            window.keys('colon')
            window.wait('line opened')
            window.type('Mayor > Agency : Stearing')
            self.says(window, 'There is no kind “Stearing”. Did you mean “Steering”?')
            window.keys('Return')
            window.keys('ctrl+a')
            window.type('m > ')
            self.says(window, 'Behind “>” a name is missing.')
            window.keys('Return')
            window.keys('ctrl+a')
            window.type('c > Mayor')
            window.wait('line says "“c” may mean “Council” or “Choir”')
            window.keys('Return', 'Escape')
            window.wait('line closed')
            self.assertFalse(window.is_modified())
            self.assertEqual(window.log.count('edit'), 0)

    def test_choices(self):
        """Tab takes the first suggestion; the arrows and Enter take another one."""
        with self.opened() as window:
            window.keys('colon')
            window.wait('line opened')
            window.type('Mayor > cou')
            window.wait('line says "Adds the tie Mayor . Council')
            window.keys('Tab')
            self.written(window, 'Mayor > Council')
            window.keys('ctrl+a')
            window.type('Mayor > c')
            window.find_label('Choir')
            window.keys('Down', 'Down')
            self.heard(window, 'Choir')
            window.keys('Return')
            self.written(window, 'Mayor > Choir')
            window.keys('ctrl+a')
            window.type('Mayor > cou')
            # Somebody else who is called no more than that.
            window.find_label('A new actor called “cou”')
            window.keys('Up', 'Return')
            self.written(window, 'Mayor > "cou"')
            window.wait('line says "Adds the actor “cou”')
            window.type(' : st')
            window.find_label('Kind of tie')
            window.keys('Tab')
            self.written(window, 'Mayor > "cou" : Steering')
            self.assertFalse(window.is_modified())

    def heard(self, window, words):
        """What a screen reader says of the line beside its text."""
        def is_said():
            entry = self.entry(window)
            entry.clear_cache()
            return entry.get_description() == words
        wait_until(is_said, f'“{words}” to be heard')

    def written(self, window, text):
        wait_until(lambda: text_of(self.entry(window)) == text, f'the line “{text}”')

    def test_zone_of_selection(self):
        """New actors come to where the selected one is."""
        with self.opened() as window:
            window.click(window.actor('Library'))
            window.wait('select actor/library')
            window.keys('colon')
            window.wait('line opened')
            window.type('Reading Room')
            self.says(window, 'Adds the actor “Reading Room” (Quarter, South).')

    def test_mouse(self):
        """A suggestion and the cross can be clicked."""
        with self.opened() as window:
            window.keys('ctrl+l')
            window.wait('line opened')
            window.type('Mayor > c')
            window.click(window.find_label('Choir'))
            self.written(window, 'Mayor > Choir')
            window.type(' : coop')
            self.says(window, 'Adds the tie Mayor – Choir (Cooperation).')
            window.click(window.find('push button', 'Close the quick line'))
            window.wait('line closed')
            self.assertFalse(window.is_modified())

    def test_layout(self):
        """While a layout is proposed nothing is added."""
        with self.opened() as window:
            window.keys('colon')
            window.wait('line opened')
            window.keys('ctrl+shift+l')
            window.wait('line closed')
            window.wait('propose')
            window.keys('ctrl+l')
            window.wait('message "')
            window.keys('Escape')
            window.wait('withdraw')
            window.keys('ctrl+l')
            window.wait('line opened')


if __name__ == '__main__':
    driver.main()
