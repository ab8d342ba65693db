"""Figures that leave the window without the export dialog: by the clipboard and the printer."""

import re
import subprocess

import driver
from display import run
from tree import wait_until

MILLIMETRE = 72 / 25.4
ENDINGS = {'image/png': 'png', 'image/svg+xml': 'svg', 'application/pdf': 'pdf'}


class HandingOn(driver.WindowTest):
    def setUp(self):
        super().setUp()
        self.path = driver.copy_of(driver.SMALL, self.folder)

    def pasted(self, kind):
        done = subprocess.run(['xclip', '-selection', 'clipboard', '-out', '-target', kind],
                              check=True, stdout=subprocess.PIPE)
        return done.stdout

    def test_copy(self):
        """Picture, drawing and PDF at once, the same as from the command line."""
        with self.open(self.path) as window:
            window.keys('ctrl+shift+c')
            window.wait('message "The figure was copied')
            window.wait('copied')
            targets = run('xclip', '-selection', 'clipboard', '-out', '-target', 'TARGETS').split()
            self.assertLess(set(ENDINGS), set(targets))
            for kind, ending in ENDINGS.items():
                figure = self.folder / f'command.{ending}'
                run(driver.COMMAND, 'export', self.path, '-o', figure, '--title', 'A Small Town')
                self.assertEqual(self.pasted(kind), figure.read_bytes(), kind)

    def choose_page(self, window, number, answer):
        """Chooses a page in the export dialog, which is remembered, and leaves that again."""
        window.keys('ctrl+e')
        window.wait('preview [0-9]')
        dialog = window.top('Export Figure')
        window.choose(window.find('combo box', 'Page', dialog), number)
        window.wait(answer)
        window.keys('Escape', within=dialog)

    def test_copy_of_view(self):
        """The view that is shown, on the page that was chosen last."""
        with self.open(self.path) as window:
            self.choose_page(window, 4, 'preview [0-9]')
            window.keys('alt+4')
            window.wait('view triangle')
            window.keys('ctrl+shift+c')
            window.wait('copied')
            figure = self.folder / 'command.svg'
            run(driver.COMMAND, 'export', self.path, '-o', figure, '--title', 'A Small Town',
                '--view', 'triangle', '--profile', 'a3')
            self.assertEqual(self.pasted('image/svg+xml'), figure.read_bytes())

    def test_copy_without_room(self):
        with self.open(driver.EXAMPLE) as window:
            self.choose_page(window, 2, 'preview refused')
            window.keys('ctrl+shift+c')
            window.wait('message "With names at 8 pt this map needs a page at least')
            self.assertEqual(window.log.count('copied'), 0)

    def print(self, window):
        window.keys('ctrl+p')
        dialog = wait_until(lambda: window.file_dialog('Print'), 'the dialog “Print”')
        window.click(window.find('label', 'Print to File', dialog))
        window.click(window.find('push button', 'Print', dialog))
        window.wait('printed')
        return self.folder / 'A Small Town.pdf'

    def sizes(self, path):
        """Of the paper, in whole millimetres."""
        said = re.search(r'Page size: +([0-9.]+) x ([0-9.]+)', run('pdfinfo', path))
        return [round(float(size) / MILLIMETRE) for size in said.groups()]

    def test_print(self):
        """On the smallest usual paper, turned as the figure is, and with words that can be found."""
        with self.open(self.path) as window:
            path = self.print(window)
            self.assertEqual(self.sizes(path), [297, 210])
            self.assertIn('Sports Club', run('pdftotext', path, '-'))
            self.assertFalse(window.is_modified())

    def test_print_at_its_size(self):
        """A page of a paper's size is printed on that."""
        with self.open(self.path) as window:
            self.choose_page(window, 4, 'preview [0-9]')
            self.assertEqual(self.sizes(self.print(window)), [420, 297])

    def test_print_cancelled(self):
        with self.open(self.path) as window:
            window.keys('ctrl+p')
            dialog = wait_until(lambda: window.file_dialog('Print'), 'the dialog “Print”')
            window.keys('Escape', within=dialog)
            window.wait('not printed')
        self.assertEqual([path.name for path in self.folder.iterdir()], [self.path.name])


if __name__ == '__main__':
    driver.main('pdfinfo', 'pdftotext')
