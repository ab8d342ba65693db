"""Exporting a figure by the dialog, in each format, as wide as asked for."""

import re
import xml.etree.ElementTree

import driver
from display import run

MILLIMETRE = 72 / 25.4


class Export(driver.WindowTest):
    def setUp(self):
        super().setUp()
        self.path = driver.copy_of(driver.SMALL, self.folder)

    def dialog(self, window):
        window.keys('ctrl+e')
        return window.top('Export Figure')

    def export(self, window, dialog, path):
        window.click(window.find('push button', 'Export…', dialog))
        window.choose_file('Export Figure', path)
        window.wait(f'message "The figure was written to “{path}”')
        window.wait(f'exported {path}')

    def width_of_pdf(self, path):
        """In millimetres."""
        said = run('pdfinfo', path)
        return float(re.search(r'Page size: +([0-9.]+) x', said)[1]) / MILLIMETRE

    def test_pdf(self):
        path = self.folder / 'figure.pdf'
        with self.open(self.path) as window:
            self.export(window, self.dialog(window), path)
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
            window.choose(window.find('combo box', 'Format', dialog), 1)
            window.type_into(window.find('spin button', 'Width', dialog), '85')
            window.type_into(window.find('text', 'Title', dialog), 'Three Layers')
            window.click(window.find('check box', 'Legend', dialog))
            self.export(window, dialog, path)
        figure = xml.etree.ElementTree.parse(path).getroot()
        self.assertEqual(figure.get('width'), '85mm')
        words = ' '.join(figure.itertext())
        self.assertIn('Three Layers', words)
        self.assertNotIn('Steering', words)

    def test_picture(self):
        path = self.folder / 'figure.png'
        with self.open(self.path) as window:
            dialog = self.dialog(window)
            window.choose(window.find('combo box', 'Format', dialog), 2)
            window.type_into(window.find('spin button', 'Resolution', dialog), '100')
            self.export(window, dialog, path)
        width = int(run('identify', '-format', '%w', path))
        self.assertAlmostEqual(width, 174 / 25.4 * 100, delta=1)

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


if __name__ == '__main__':
    driver.main('pdfinfo', 'pdftotext', 'identify')
