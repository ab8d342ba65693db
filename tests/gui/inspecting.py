"""What the journeys through the inspector share."""

import json

import driver
from tree import is_called, name_of, wait_until

# What a map file has, in its order.
ORDER = ['format', 'version', 'title', 'description', 'language', 'levels', 'districts', 'sectors',
         'kinds', 'attributes', 'phases', 'events', 'sources', 'actors', 'ties', 'notes', 'views']


class InspectorTest(driver.WindowTest):
    def setUp(self):
        super().setUp()
        self.path = driver.copy_of(driver.SMALL, self.folder)

    def change_map(self, change):
        """Changes the map, as a dictionary, before it is opened."""
        data = json.loads(self.path.read_bytes())
        change(data)
        ordered = {name: data[name] for name in ORDER if name in data}
        self.path.write_text(json.dumps(ordered), encoding='utf-8')

    def select(self, window, *names):
        window.click(window.actor(names[0]))
        window.wait('select actor/')
        for name in names[1:]:
            window.click(window.actor(name), holding='shift')
            window.wait('select actor/')

    def select_tie(self, window, one, other, **options):
        (x0, y0), (x1, y1) = (window.middle(window.actor(name)) for name in (one, other))
        window.click(((x0 + x1) / 2, (y0 + y1) / 2), **options)
        window.wait('select .*tie/')

    def reach(self, window, node, height=None):
        """Scrolls the inspector, if it has buttons below, until something in it (or so much of it)
        is above them."""
        def seen():
            place = window.place(node)
            beyond = place.y + (height or place.height) - buttons.y + 6
            if beyond > 0:
                window.move((buttons.x + buttons.width / 2, buttons.y - 60))
                window.wheel(-max(1, round(beyond / 100)))
            return beyond <= 0
        button = window.look_for('push button', lambda inner: is_called(inner, 'Lay Out'),
                                 window.find('panel', 'Inspector'))
        if button is not None:
            buttons = window.place(button)
            wait_until(seen, f'“{name_of(node)}” in sight')
        return node

    def replace(self, window, label, text):
        window.type_into(self.reach(window, window.find('text', label)), text)

    def press(self, window, button):
        window.click(self.reach(window, window.find('push button', button)))

    def choose(self, window, label, row):
        window.choose(self.reach(window, window.find('combo box', label)), row)

    def record(self, window, kind, name):
        """What is in the file once it is saved."""
        window.save(self.path)
        records = json.loads(self.path.read_bytes())[kind]
        return next(record for record in records if record['id'] == name)
