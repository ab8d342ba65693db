"""Files that are bad, gone, changed by somebody else or written under another name; and the recent
ones."""

import json
import shutil

import driver
from tree import activate, children, wait_until


class Files(driver.WindowTest):
    def setUp(self):
        super().setUp()
        self.path = driver.copy_of(driver.SMALL, self.folder)
        self.before = self.path.read_bytes()
        self.bad = self.folder / 'bad.netzkarte.json'
        self.bad.write_text('{"format": "netzkarte",\n "version": 99}\n')

    def open_by_dialog(self, window, path):
        window.keys('ctrl+o')
        window.choose_file('Open Map', path)

    def nudge(self, window):
        window.click(window.actor('Choir'))
        window.wait('select actor/choir')
        window.keys('Right')
        window.wait('edit "Move Actors" modified=1')

    def place_of_choir(self, path):
        actors = json.loads(path.read_bytes())['actors']
        return next(actor['x'] for actor in actors if actor['id'] == 'choir')

    def test_bad_file(self):
        with self.window(self.bad) as window:
            window.wait('message ".*bad.netzkarte.json.*2.*version.*99')
            window.begin('levels')
            window.click(window.canvas(), times=2)
            window.wait('naming new')
            window.type('Kiosk')
            window.keys('Return')
            window.wait('edit "Add Actor"')
            window.find('label', 'Intermediaries', window.find('combo box', 'Level'))
            window.keys('ctrl+z')
            window.wait('undo "Add Actor" modified=0')

    def test_bad_file_after_good_one(self):
        with self.window() as window:
            self.open_by_dialog(window, self.path)
            window.wait(f'opened {self.path} actors=8 ties=5')
            self.open_by_dialog(window, self.bad)
            window.wait('message ".*bad.netzkarte.json.*2.*version.*99')
            self.assertEqual(len(window.actors()), 8, 'the map that was open still is')
        self.assertEqual(self.path.read_bytes(), self.before)

    def test_no_file(self):
        with self.window(self.folder / 'none.json') as window:
            window.wait('message ".*none.json does not exist')
            window.begin('empty')
            window.keys('ctrl+plus')
            window.wait('zoom')

    def test_save_as(self):
        other = self.folder / 'other.netzkarte.json'
        with self.open(self.path) as window:
            self.nudge(window)
            window.keys('ctrl+shift+s')
            window.choose_file('Save Map', other)
            window.wait(f'saved {other}')
            self.assertFalse(window.is_modified())
            window.keys('Right')
            window.wait('edit "Move Actors" modified=1')
            window.save(other)
        self.assertEqual(self.path.read_bytes(), self.before)
        self.assertEqual(self.place_of_choir(other), 322)

    def test_changed_on_disk(self):
        theirs = self.before.replace(b'A Small Town', b'A Large Town')
        with self.open(self.path) as window:
            self.nudge(window)
            self.path.write_bytes(theirs)
            window.keys('ctrl+s')
            question = f'“{self.path.name}” has been changed'
            window.answer(question, 'Cancel')
            self.assertTrue(window.is_modified())
            self.assertEqual(self.path.read_bytes(), theirs)

            window.keys('ctrl+s')
            window.answer(question, 'Save As…')
            window.choose_file('Save Map', self.folder / 'mine.netzkarte.json')
            window.wait('saved .*mine.netzkarte.json')
        self.assertEqual(self.path.read_bytes(), theirs)
        self.assertEqual(self.place_of_choir(self.folder / 'mine.netzkarte.json'), 321)

    def test_overwrite(self):
        with self.open(self.path) as window:
            self.nudge(window)
            self.path.write_bytes(self.before + b'\n')
            window.keys('ctrl+s')
            window.answer(f'“{self.path.name}” has been changed', 'Overwrite')
            window.wait(f'saved {self.path}')
        self.assertEqual(self.place_of_choir(self.path), 321)

    def test_place_is_gone(self):
        folder = self.folder / 'stick'
        folder.mkdir()
        path = driver.copy_of(driver.SMALL, folder)
        with self.open(path) as window:
            self.nudge(window)
            shutil.rmtree(folder)
            window.keys('ctrl+s')
            window.wait(f'message "{path} cannot be written')
            self.assertTrue(window.is_modified(), 'the work is still there')
            window.keys('ctrl+shift+s')
            window.choose_file('Save Map', self.folder / 'rescued.netzkarte.json')
            window.wait('saved .*rescued.netzkarte.json')
        self.assertEqual(self.place_of_choir(self.folder / 'rescued.netzkarte.json'), 321)

    def test_read_only(self):
        self.path.chmod(0o444)
        with self.open(self.path, wrapper=driver.UNPRIVILEGED) as window:
            self.nudge(window)
            window.keys('ctrl+s')
            window.wait(f'message "{self.path} cannot be written')
            self.assertTrue(window.is_modified(), 'the work is still there')
        self.assertEqual(self.path.read_bytes(), self.before)

    def test_another_window(self):
        with self.open(self.path) as window:
            other = driver.copy_of(driver.SMALL, self.folder, 'second.netzkarte.json')
            self.open_by_dialog(window, other)
            window.wait(f'opened {other}')
            window.rest()
            frames = children(window.application)
            self.assertEqual(len(frames), 2)
            window.close(frames[1])
            wait_until(lambda: len(children(window.application)) == 1, 'the second window to go')
            self.nudge(window)

    def test_recent(self):
        list_of_recent = self.display.folder / 'data' / 'recently-used.xbel'
        with self.open(self.path) as window:
            # It is written a moment later.
            wait_until(lambda: list_of_recent.exists()
                       and str(self.path) in list_of_recent.read_text(), 'the list of recent files')
        with self.window() as window:
            window.keys('F10')
            activate(window.find('menu item', self.path.name))
            window.wait(f'opened {self.path}')


if __name__ == '__main__':
    driver.main()
