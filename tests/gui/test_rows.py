"""Rows from a spreadsheet: what the dialog says of them, what one can put right there, and one step."""

import json
import subprocess

import driver
from tree import has, name_of, role_of, wait_until, walk

ACTORS = ('Name\tEbene\tBezirk\tseit\n'
          'Chor im Norden\tQuarter\tNorth\t2015\n'
          'Librray\tQuarter\tSouth\t2014\n'
          'MAYOR\tCity\t\t2010\n'
          'Tafel\tStreet\t\t2015-13\n')
TIES = ('Von;An;Art\n'
        'Mayor;School;Steering\n'
        'School;Tafel;Funding\n'
        'Nobody;Mayor;Gossip\n')


class Rows(driver.WindowTest):
    def setUp(self):
        super().setUp()
        self.path = driver.copy_of(driver.SMALL, self.folder)

    def paste(self, window, text):
        subprocess.run(['xclip', '-selection', 'clipboard', '-in'], check=True, input=text,
                       encoding='utf-8', stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        window.keys('ctrl+v')
        said = window.wait('pasting (.*)')[1]
        return window.top('Paste Rows'), said

    def answer(self, window, dialog, name, row):
        window.choose(window.find('combo box', f'“{name}”', dialog), row)
        return window.wait('pasting (.*)')[1]

    def saved(self, window):
        window.save(self.path)
        whole = json.loads(self.path.read_bytes())
        return {kind: {record['id']: record for record in whole[kind]}
                for kind in ('actors', 'ties', 'levels', 'kinds')}

    def texts(self, dialog):
        return [name_of(node) for node in walk(dialog)
                if role_of(node) == 'label' and has(node, 'VISIBLE')]

    def test_actors(self):
        with self.open(self.path) as window:
            dialog, said = self.paste(window, ACTORS)
            self.assertEqual(said, 'kind=actor actors=2 ties=0 known=2 spelling=1 nobody=0 left-out=0')
            texts = ' '.join(self.texts(dialog))
            self.assertIn('2 actors are new.', texts)
            self.assertIn('1 name is known under another spelling.', texts)
            self.assertIn('Row 5, Since: “2015-13” is not a date.', texts)
            self.assertFalse(window.is_modified())
            window.click(window.find('push button', 'Add', dialog))
            window.wait('edit "Paste Rows" modified=1')
            window.wait('select actor/chor-im-norden actor/tafel')
            after = self.saved(window)
            choir = after['actors']['chor-im-norden']
            self.assertEqual((choir['level'], choir['district'], choir['since']),
                             ('quarter', 'north', '2015'))
            self.assertEqual(after['actors']['library']['since'], '2014')
            self.assertEqual(after['actors']['mayor']['since'], '2014')  # which it was before
            self.assertEqual(after['actors']['tafel']['level'], 'street')
            self.assertEqual(after['levels']['street']['name'], 'Street')
            self.assertNotIn('since', after['actors']['tafel'])
            window.keys('ctrl+z')
            window.wait('undo "Paste Rows"')
            self.assertNotIn('tafel', self.saved(window)['actors'])

    def test_other_answers(self):
        with self.open(self.path) as window:
            dialog, said = self.paste(window, ACTORS)
            said = self.answer(window, dialog, 'Librray', 1)
            self.assertIn('actors=3 ties=0 known=1 spelling=0', said)
            self.answer(window, dialog, 'Street', 1)
            window.click(window.find('check box', 'Replace what the map has already', dialog))
            window.wait('pasting ')
            window.keys('alt+a', within=dialog)
            window.wait('edit "Paste Rows"')
            after = self.saved(window)
            self.assertIn('librray', after['actors'])
            self.assertNotIn('street', after['levels'])
            self.assertEqual(after['actors']['mayor']['since'], '2010')

    def test_ties(self):
        with self.open(self.path) as window:
            dialog, said = self.paste(window, TIES)
            self.assertEqual(said, 'kind=tie actors=2 ties=3 known=0 spelling=0 nobody=2 left-out=0')
            self.assertIn('2 ties point to nobody on the map.', ' '.join(self.texts(dialog)))
            said = self.answer(window, dialog, 'Nobody', 1)
            self.assertEqual(said, 'kind=tie actors=1 ties=2 known=0 spelling=0 nobody=2 left-out=1')
            window.click(window.find('push button', 'Add', dialog))
            window.wait('edit "Paste Rows"')
            after = self.saved(window)
            ends = {(tie['from'], tie['to'], tie['kind']) for tie in after['ties'].values()}
            self.assertLess({('mayor', 'school', 'steering'), ('school', 'tafel', 'funding')}, ends)
            self.assertNotIn('gossip', after['kinds'])
            self.assertNotIn('nobody', after['actors'])

    def test_columns(self):
        """What the columns mean and what the rows are is put right by hand."""
        with self.open(self.path) as window:
            dialog, said = self.paste(window, 'Mayor\tMarket\nCouncil\tMarket\n')
            self.assertIn('kind=actor', said)
            window.choose(window.find('combo box', 'Each row is', dialog), 1)
            self.assertIn('kind=tie actors=1 ties=2', window.wait('pasting (.*)')[1])
            window.choose(window.find('combo box', 'Column 2', dialog), 1)   # the name of the tie
            self.assertIn('kind=tie actors=0 ties=0', window.wait('pasting (.*)')[1])
            window.keys('Escape', within=dialog)
            wait_until(lambda: window.look_for_top('Paste Rows') is None, 'the dialog to go')
            self.assertFalse(window.is_modified())

    def test_many(self):
        """More than have room at once wait for the layout."""
        rows = ''.join(f'Initiative {i}\tQuarter\n' for i in range(1000))
        with self.open(self.path) as window:
            dialog, said = self.paste(window, rows)
            self.assertIn('actors=1000', said)
            window.click(window.find('push button', 'Add', dialog))
            window.wait('edit "Paste Rows"')
            window.wait('message "1000 new actors have no place on the map yet')


if __name__ == '__main__':
    driver.main()
