"""Exporting a figure by the dialog: what it shows, what it remembers, and what it writes."""

import json
import os
import pathlib
import re
import sys
import xml.etree.ElementTree

import driver
from display import run
from tree import has, text_of, wait_until

MILLIMETRE = 72 / 25.4
SVG_NAMES = '{http://www.w3.org/2000/svg}'

# What the window prints when it shows another figure.
SHOWN = 'preview [0-9]'

# Rows of the lists.
PDF, SVG, PNG = range(3)
LEVELS, LAYERS = range(2)
MAP, PAGE, COLUMN, A4, A3, SLIDE, POSTER = range(7)
PAPER, SCREEN, PROJECTOR, DARK, GREY = range(5)
BELOW, BESIDE, CORNER, NONE = range(4)


class Export(driver.WindowTest):
    def setUp(self):
        super().setUp()
        self.path = driver.copy_of(driver.SMALL, self.folder)

    def dialog(self, window):
        window.keys('ctrl+e')
        window.wait(SHOWN)
        return window.top('Export Figure')

    def choose(self, window, dialog, name, row):
        """Another row of a list, after which there is another preview."""
        window.choose(window.find('combo box', name, dialog), row)
        window.wait(SHOWN)

    def number(self, window, dialog, name, value):
        window.type_into(window.find('spin button', name, dialog), value)
        window.keys('Tab', within=dialog)
        window.wait(SHOWN)

    def text(self, window, dialog, name, value):
        window.type_into(window.find('text', name, dialog), value)
        window.wait(SHOWN)

    def export(self, window, dialog, path):
        button = window.find('push button', 'Export…', dialog)
        wait_until(lambda: has(button, 'SENSITIVE'), 'a figure that can be exported')
        window.click(button)
        window.choose_file('Export Figure', path)
        window.wait(f'message "The figure was written to “{path}”')
        window.wait(f'exported {path}')

    def command(self, path, *options):
        """The bytes of the same figure by the command line."""
        run(driver.COMMAND, 'export', self.path, '-o', path, *options)
        return path.read_bytes()

    def width_of_pdf(self, path):
        """In millimetres."""
        said = run('pdfinfo', path)
        return float(re.search(r'Page size: +([0-9.]+) x', said)[1]) / MILLIMETRE

    def test_pdf(self):
        path = self.folder / 'figure.pdf'
        with self.open(self.path) as window:
            dialog = self.dialog(window)
            self.choose(window, dialog, 'Page', PAGE)
            self.export(window, dialog, path)
            self.assertAlmostEqual(self.width_of_pdf(path), 174, delta=0.1)
            text = run('pdftotext', path, '-')
            for words in ('A Small Town', 'Round Table', 'Sports Club', 'Steering'):
                self.assertIn(words, text)
            self.assertFalse(window.is_modified())

    def test_choices(self):
        path = self.folder / 'figure.svg'
        with self.open(self.path) as window:
            window.keys('alt+2')
            window.wait('view layers')
            dialog = self.dialog(window)
            self.choose(window, dialog, 'Format', SVG)
            self.number(window, dialog, 'Width', '250')
            self.text(window, dialog, 'Title', 'Three Layers')
            self.choose(window, dialog, 'Legend', NONE)
            self.export(window, dialog, path)
        figure = xml.etree.ElementTree.parse(path).getroot()
        self.assertEqual(figure.get('width'), '250mm')
        words = ' '.join(''.join(text.itertext()) for text in figure.iter(f'{SVG_NAMES}text'))
        self.assertIn('Three Layers', words)
        self.assertNotIn('Steering', words)

    def test_picture(self):
        path = self.folder / 'figure.png'
        with self.open(self.path) as window:
            dialog = self.dialog(window)
            self.choose(window, dialog, 'Page', PAGE)
            self.choose(window, dialog, 'Format', PNG)
            self.number(window, dialog, 'Resolution', '100')
            self.export(window, dialog, path)
        width = int(run('identify', '-format', '%w', path))
        self.assertAlmostEqual(width, 174 / 25.4 * 100, delta=1)

    def test_same_as_by_command(self):
        """What the dialog writes is what the command line writes, to the last byte."""
        options = ['--profile', 'a4', '--theme', 'grey', '--type', '9', '--legend', 'beside',
                   '--title', 'One', '--caption', 'Two', '--date', '2015']
        with self.open(self.path) as window:
            for row, ending in enumerate(('pdf', 'svg', 'png')):
                path = self.folder / f'figure.{ending}'
                dialog = self.dialog(window)
                if row > PDF:
                    self.choose(window, dialog, 'Format', row)
                else:
                    self.choose(window, dialog, 'Page', A4)
                    self.choose(window, dialog, 'Theme', GREY)
                    self.choose(window, dialog, 'Legend', BESIDE)
                    self.number(window, dialog, 'Type size', '9')
                    self.text(window, dialog, 'Title', 'One')
                    self.text(window, dialog, 'Caption', 'Two')
                self.text(window, dialog, 'Date', '2015')
                self.export(window, dialog, path)
                self.assertEqual(path.read_bytes(),
                                 self.command(self.folder / f'command.{ending}', *options))

    def test_remembered(self):
        """The last choice is there again, also when the program was closed; the view is that of the
        window."""
        with self.open(self.path) as window:
            dialog = self.dialog(window)
            self.choose(window, dialog, 'Page', A3)
            self.text(window, dialog, 'Caption', 'Source: interviews')
            window.keys('Escape', within=dialog)
            window.keys('alt+2')
            window.wait('view layers')
        with self.open(self.path) as window:
            window.keys('ctrl+e')
            window.wait('preview (420 x 297|297 x 420) mm')
            dialog = window.top('Export Figure')
            self.assertEqual(text_of(window.find('text', 'Caption', dialog)), 'Source: interviews')
            views = window.find('combo box', 'Kind of view', dialog)
            self.assertIsNotNone(window.look_for('label', lambda node: node.get_name() == 'Levels',
                                                 views))

    def test_other_map(self):
        """What was chosen for one map is not there for another."""
        other = driver.copy_of(driver.SMALL, self.folder, 'other.netzkarte.json')
        with self.open(self.path) as window:
            self.choose(window, self.dialog(window), 'Page', A3)
        with self.open(other) as window:
            dialog = self.dialog(window)
            self.assertIsNone(window.log.last('preview (420 x 297|297 x 420) mm'))
            self.assertEqual(text_of(window.find('text', 'Caption', dialog)), '')

    def test_damaged_memory(self):
        """What makes no sense is not taken over."""
        memory = pathlib.Path(os.environ['XDG_STATE_HOME']) / 'netzkarte' / 'figures.ini'
        memory.parent.mkdir(parents=True, exist_ok=True)
        memory.write_text(f'[{self.path.as_uri()}]\nprofile=scroll\nwidth=-3\nheight=x\n'
                          'type=nan\ntheme=plaid\nlegend=9\nformat=gif\ndpi=1e99\n'
                          'title=Kept\n[broken')
        with self.open(self.path) as window:
            window.keys('Escape', within=self.dialog(window))
        memory.write_text(f'[{self.path.as_uri()}]\nprofile=scroll\nwidth=-3\nheight=x\n'
                          'type=nan\ntheme=plaid\nlegend=9\nformat=gif\ndpi=1e99\ntitle=Kept\n')
        with self.open(self.path) as window:
            dialog = self.dialog(window)
            self.assertEqual(text_of(window.find('text', 'Title', dialog)), 'Kept')
            self.assertIn('preview 172 x 113 mm', window.log.lines)

    def test_preview_by_keyboard(self):
        """Keys scroll a page that is larger than its room."""
        with self.open(self.path) as window:
            dialog = self.dialog(window)
            self.choose(window, dialog, 'Page', POSTER)
            window.wait('preview sharp')
            window.keys('alt+g', within=dialog)
            window.wait('preview sharp')
            page = window.find('image', 'Preview', dialog)
            before = window.place(page)
            window.keys('shift+Tab', 'shift+Tab', within=dialog)
            wait_until(lambda: has(page, 'FOCUSED'), 'the keyboard on the page')
            window.keys('Page_Down', within=dialog)
            wait_until(lambda: window.place(page).y < before.y, 'a page that was scrolled')

    def test_too_small(self):
        """What has no room says how wide the page must be, and a button takes that."""
        path = self.folder / 'figure.pdf'
        with self.open(driver.EXAMPLE) as window:
            window.keys('ctrl+e')
            window.wait('preview .* mm')
            dialog = window.top('Export Figure')
            window.choose(window.find('combo box', 'Page', dialog), COLUMN)
            least = window.wait('preview refused ".* at least ([0-9]+) mm wide')[1]
            button = window.find('push button', 'Export…', dialog)
            wait_until(lambda: not has(button, 'SENSITIVE'), 'nothing to export')
            window.find_label('With names at 8 pt this map needs .*')
            window.click(window.find('push button', f'Make It {least} mm Wide', dialog))
            window.wait(f'preview {least} x ')
            self.export(window, dialog, path)
            self.assertAlmostEqual(self.width_of_pdf(path), int(least), delta=0.1)

    def test_saved(self):
        """A figure is saved in the map as one step, is in the list, and can be drawn again."""
        first, second = self.folder / 'first.pdf', self.folder / 'second.pdf'
        with self.open(self.path) as window:
            dialog = self.dialog(window)
            self.choose(window, dialog, 'Page', A3)
            self.choose(window, dialog, 'Kind of view', LAYERS)
            self.text(window, dialog, 'Title', 'For the paper')
            window.keys('alt+s', within=dialog)
            wait_until(lambda: has(window.find('text', 'Name of the figure', dialog), 'FOCUSED'),
                       'the place for a name')
            window.keys('ctrl+a', within=dialog)
            window.type('Figure 1')
            window.keys('Return', within=dialog)
            window.wait('edit "Save Figure" modified=1')
            self.export(window, dialog, first)
            window.save(self.path)
            dialog = self.dialog(window)
            self.choose(window, dialog, 'Page', POSTER)
            self.choose(window, dialog, 'Saved figure', 1)
            self.export(window, dialog, second)
            self.assertEqual(first.read_bytes(), second.read_bytes())
            window.keys('ctrl+z')
            window.wait('undo "Save Figure" modified=1')
        saved = json.loads(self.path.read_text())['views']
        self.assertEqual([view['name'] for view in saved], ['Figure 1'])
        self.assertEqual(self.command(self.folder / 'command.pdf', '--figure', 'Figure 1'),
                         first.read_bytes())

    def test_saved_again(self):
        """Under the same name it takes the place of the one before, with what else that has."""
        content = json.loads(self.path.read_text())
        content['views'] = [{'id': 'one', 'name': 'Figure 1', 'show': 'levels', 'colour': 'red'}]
        self.path.write_text(json.dumps(content))
        with self.open(self.path) as window:
            dialog = self.dialog(window)
            self.choose(window, dialog, 'Saved figure', 1)
            self.choose(window, dialog, 'Theme', GREY)
            window.keys('alt+s', within=dialog)
            wait_until(lambda: has(window.find('text', 'Name of the figure', dialog), 'FOCUSED'),
                       'the place for a name')
            window.keys('Return', within=dialog)
            window.wait('edit "Save Figure"')
            window.keys('Escape', within=dialog)
            window.save(self.path)
        view, = json.loads(self.path.read_text())['views']
        self.assertEqual((view['id'], view['name'], view['theme'], view['colour']),
                         ('one', 'Figure 1', 'grey', 'red'))

    def test_anonymised(self):
        """No name in the preview's words or in the file."""
        content = json.loads(self.path.read_text())
        content['actors'][0].update(name='Erika Mustermann', person=True)
        self.path.write_text(json.dumps(content))
        figure = self.folder / 'figure.svg'
        with self.open(self.path) as window:
            dialog = self.dialog(window)
            self.choose(window, dialog, 'Format', SVG)
            self.text(window, dialog, 'Title', 'Erika Mustermann and others')
            window.keys('alt+a', within=dialog)
            wait_until(lambda: has(window.find('check box', 'Anonymised', dialog), 'CHECKED'),
                       'an anonymised figure')
            window.click(window.find('push button', 'Export…', dialog))
            window.choose_file('Export Figure', self.folder / 'mustermann.svg')
            window.wait('preview refused "The file name “mustermann.svg” holds a name')
            dialog = window.top('Export Figure')
            self.export(window, dialog, figure)
        words = figure.read_text()
        self.assertNotIn('Mustermann', words)
        self.assertIn('Person 1, City', words)
        self.assertFalse((self.folder / 'mustermann.svg').exists())

    def test_sizes_of_preview(self):
        with self.open(self.path) as window:
            dialog = self.dialog(window)
            self.choose(window, dialog, 'Page', POSTER)
            window.wait('preview sharp')
            page = window.find('image', 'Preview', dialog)
            fitted = window.place(page)
            window.click(window.find('push button', 'As Large as Printed', dialog))
            window.wait('preview sharp')
            # The screen has 96 dots per inch.
            wait_until(lambda: window.place(page).width > 594 / 25.4 * 96, 'a page as on paper')
            window.click(window.find('push button', 'Whole Page', dialog))
            window.wait('preview sharp')
            self.assertEqual(window.place(page), fitted)

    def test_by_keyboard(self):
        path = self.folder / 'figure.pdf'
        with self.open(self.path) as window:
            dialog = self.dialog(window)
            window.keys('alt+t', 'ctrl+a', within=dialog)
            window.type('By Keyboard')
            window.wait(SHOWN)
            window.keys('alt+i', within=dialog)
            window.type('Nothing else')
            window.wait(SHOWN)
            window.keys('Return', within=dialog)
            window.choose_file('Export Figure', path)
            window.wait(f'exported {path}')
        self.assertIn('By Keyboard', run('pdftotext', path, '-'))

    def test_file_not_chosen(self):
        """Who has second thoughts at the file name comes back to the dialog."""
        with self.open(self.path) as window:
            dialog = self.dialog(window)
            window.click(window.find('push button', 'Export…', dialog))
            chooser = wait_until(lambda: window.file_dialog('Export Figure'), 'the file dialog')
            window.keys('Escape', within=chooser)
            wait_until(lambda: window.file_dialog('Export Figure') is None, 'the end of that')
            dialog = window.top('Export Figure')
            self.text(window, dialog, 'Title', 'Still here')
            self.assertEqual(window.log.count('exported'), 0)

    def test_cancelled(self):
        with self.open(self.path) as window:
            window.keys('Escape', within=self.dialog(window))
            window.keys('ctrl+plus')
            window.wait('zoom')
            self.assertEqual(window.log.count('exported'), 0)

    def test_read_only_folder(self):
        self.folder.chmod(0o555)
        with self.open(self.path, wrapper=driver.UNPRIVILEGED) as window:
            window.click(window.find('push button', 'Export…', self.dialog(window)))
            window.choose_file('Export Figure', self.folder / 'figure.pdf')
            window.wait('message ".*figure.pdf cannot be written')
            self.assertEqual(window.log.count('exported'), 0)
        self.folder.chmod(0o755)

    def test_large_map(self):
        """The window is alive while a large figure is made, and it can be cancelled."""
        large, path = self.folder / 'large.netzkarte.json', self.folder / 'figure.pdf'
        run(sys.executable, driver.SOURCE / 'tests' / 'layout' / 'city.py', 5, '--actors', 4000,
            '--ties', 12000, '-o', large)
        run(driver.COMMAND, 'layout', large, '--method', 'grid')
        with self.open(large) as window:
            window.keys('ctrl+shift+c')
            window.wait('message "The figure is being copied')
            window.keys('alt+2')
            window.wait('view layers')
            window.click(window.find('push button', 'Cancel'))
            window.wait('figure cancelled')
            self.assertEqual(window.log.count('copied'), 0)
        self.assertFalse(path.exists())


if __name__ == '__main__':
    driver.main('pdfinfo', 'pdftotext', 'identify')
