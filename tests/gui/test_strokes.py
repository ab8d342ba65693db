"""How many strokes it takes to make a small network from nothing: ten actors with twelve ties. What is
counted is printed; more than the limits is a failure.

A stroke is a key that goes down, Shift and the like too. Of a name every letter has to be typed
once, with Shift if it is a capital; of a tie the letters that tell its two actors and its kind apart
from all others.
"""

import collections
import json

import driver

ACTOR_LIMIT = 3  # strokes an actor beyond the letters of its name
PIXELS_A_POINT = 96 / 72
TIE_LIMIT = 6    # strokes a tie beyond the letters that tell it

Tie = collections.namedtuple('Tie', 'start end kind')

# How a place is said in few letters, what it is called, and who comes there. Places and kinds are
# those of a new map.
PLACES = [
    ('c', 'City', ['Mayor', 'Council', 'Housing']),
    ('i', 'Intermediaries', ['Round Table', 'Jobcenter', 'Agency']),
    ('a', 'Districts, District A', ['School', 'Library']),
    ('b', 'Districts, District B', ['Nursery', 'Tenants']),
]
TIES = [
    Tie('Mayor', 'Council', 'Steering'),
    Tie('Mayor', 'Housing', 'Steering'),
    Tie('Council', 'Round Table', 'Funding'),
    Tie('Council', 'Agency', 'Funding'),
    Tie('Housing', 'Tenants', 'Information'),
    Tie('Jobcenter', 'Agency', 'Referral'),
    Tie('Agency', 'School', 'Referral'),
    Tie('Agency', 'Nursery', 'Referral'),
    Tie('Round Table', 'Library', 'Cooperation'),
    Tie('School', 'Library', 'Cooperation'),
    Tie('School', 'Nursery', 'Cooperation'),
    Tie('Tenants', 'Housing', 'Competition'),
]
KINDS = ['Cooperation', 'Steering', 'Funding', 'Information', 'Referral', 'Competition']
NAMES = [name for _, _, names in PLACES for name in names]


def beginning(name, names):
    """So much of a name that only this one begins so."""
    for length in range(1, len(name)):
        part = name[:length].lower()
        if sum(other.lower().startswith(part) for other in names) == 1:
            return part
    return name.lower()


def strokes_of(text):
    """On a keyboard of the United States."""
    return sum(2 if letter.isupper() or letter in '@:>"#' else 1 for letter in text)


class Hands:
    """Keys, clicks and drags that are counted."""

    def __init__(self, window):
        self.window = window
        self.strokes = self.clicks = self.drags = 0

    def click(self, where, times=1):
        self.clicks += times
        self.window.click(where, times=times)

    def drag_tie(self, start, end):
        """From the knob that appears where the pointer is on an actor."""
        self.drags += 1
        self.window.move(self.window.actor(start))
        self.window.drag(self.window.handle(self.window.actor(start)), self.window.actor(end))

    def all(self):
        return self.strokes + self.clicks + self.drags

    def type(self, text):
        self.strokes += strokes_of(text)
        self.window.type(text)

    def key(self, name):
        self.strokes += 1
        self.window.keys(name)


class Strokes(driver.WindowTest):
    def test_keyboard(self):
        path = self.folder / 'new.netzkarte.json'
        with self.window() as window:
            hands = Hands(window)
            actors = self.add_actors(hands)
            ties = self.add_ties(hands)
            self.report('Keyboard', actors, ties)
            self.check(window, path)
        self.assertLessEqual(actors, ACTOR_LIMIT * len(NAMES))
        self.assertLessEqual(ties, TIE_LIMIT * len(TIES))

    def add_actors(self, hands):
        """All strokes beyond the letters of the names."""
        hands.type(':')
        hands.window.wait('line opened')
        for said, place, names in PLACES:
            for name in names:
                # The next ones come to where the last one did.
                hands.type(f'{name}@{said}' if name == names[0] else name)
                hands.window.wait(f'line says "Adds the actor “{name}” [(]{place}[)]')
                hands.key('Return')
                hands.window.wait('edit "Add Actor"')
        return hands.strokes - sum(map(strokes_of, NAMES))

    def add_ties(self, hands):
        before, letters = hands.strokes, 0
        for tie in TIES:
            words = [beginning(tie.start, NAMES), beginning(tie.end, NAMES),
                     beginning(tie.kind, KINDS)]
            letters += strokes_of(''.join(words))
            hands.type('{}>{}:{}'.format(*words))
            hands.window.wait(f'line says "Adds the tie {tie.start} . {tie.end} [(]{tie.kind}')
            hands.key('Return')
            hands.window.wait('edit "Add Tie"')
        return hands.strokes - before - letters

    def test_mouse(self):
        path = self.folder / 'new.netzkarte.json'
        with self.window() as window:
            hands = Hands(window)
            actors = self.put_actors(hands)
            ties = self.draw_ties(hands)
            print(f'\n{hands.clicks} clicks, {hands.drags} drags', end='')
            self.report('Mouse', actors, ties)
            self.check(window, path)
        self.assertLessEqual(actors, ACTOR_LIMIT * len(NAMES))
        self.assertLessEqual(ties, TIE_LIMIT * len(TIES))

    def spot(self, window, place):
        """Where a hand would click to put somebody into a place of an empty map."""
        canvas = window.place(window.canvas())
        high = {'City': .33, 'Intermediaries': .5}.get(place, .67)
        return canvas.x + canvas.width * .35, canvas.y + canvas.height * high

    def slot(self, window, district, spot):
        """The box of a district in which nobody is yet; somebody is being named at `spot`."""
        slot = window.log.last(f'slot {district} (.*) (.*)')
        here = window.log.last('naming new at (.*) (.*)')
        scale = PIXELS_A_POINT * window.zoom()
        return tuple(spot[i] + (float(slot[i + 1]) - float(here[i + 1])) * scale for i in (0, 1))

    def put_actors(self, hands):
        """All strokes and clicks beyond the letters of the names: two clicks where the first one of a
        place is to stand, and one more in the box of a district; Tab leads to the next one."""
        window, districts = hands.window, ('a', 'b')
        for said, place, names in PLACES:
            spot = self.spot(window, place)
            hands.click(spot, times=2)
            window.wait('naming new')
            if said in districts:
                hands.click(self.slot(window, said, spot))
                window.wait('naming in district')
            for name in names:
                hands.type(name)
                hands.key('Return' if name == names[-1] else 'Tab')
                window.wait('edit "Add Actor"')
            window.rest()
        return hands.all() - sum(map(strokes_of, NAMES))

    def draw_ties(self, hands):
        """A kind is chosen by its number, which holds until another one is; then one drag a tie."""
        before, kind = hands.all(), None
        for tie in TIES:
            if tie.kind != kind:
                kind = tie.kind
                hands.key(str(1 + KINDS.index(kind)))
            hands.drag_tie(tie.start, tie.end)
            hands.window.wait('edit "Add Tie"')
            hands.window.keys('Escape')  # not counted: the next key is for the next tie
        return hands.all() - before

    def report(self, means, actors, ties):
        print(f'\n{means}: {actors} strokes for {len(NAMES)} actors and {ties} for {len(TIES)} ties '
              f'beyond the letters ({actors / len(NAMES):.1f} and {ties / len(TIES):.1f} each)',
              flush=True)

    def check(self, window, path):
        """What was made is what was meant."""
        window.keys('Escape')
        window.keys('ctrl+s')
        window.choose_file('Save Map', path)
        window.wait(f'saved {path}$')
        made = json.loads(path.read_text(encoding='utf-8'))
        names = {actor['id']: actor['name'] for actor in made['actors']}
        kinds = {kind['id']: kind['name'] for kind in made['kinds']}
        places = {record['id']: record['name'] for record in made['levels'] + made['districts']}
        self.assertEqual([(', '.join(places[actor[key]] for key in ('level', 'district')
                                     if key in actor), actor['name']) for actor in made['actors']],
                         [(place, name) for _, place, names in PLACES for name in names])
        self.assertEqual([Tie(names[tie['from']], names[tie['to']], kinds[tie['kind']])
                          for tie in made['ties']], TIES)
        self.assertEqual(len({(actor['x'], actor['y']) for actor in made['actors']}), len(NAMES))


if __name__ == '__main__':
    driver.main()
