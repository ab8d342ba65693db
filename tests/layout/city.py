#!/usr/bin/env python3
"""Maps of made-up cities: always the same map for the same number, of any size.

    city.py NUMBER [--actors N] [--ties N] [--districts N] [--shape SHAPE] [-o MAP]
    city.py NUMBER --pinned SHARE [--manner MANNER] [--like MAP] [-o MAP]

What is not said follows from the number: see plan (). Pins near places, or in the wrong bands, need
the same map with places: the one that --like names, as `netzkarte layout` writes it.
"""

import argparse
import collections
import json
import math
import pathlib
import sys

SIZES = (10, 14, 20, 28, 40, 55, 75, 100, 140, 200, 300)
SHAPES = ('none', 'sparse', 'dense', 'clusters', 'stars', 'chain', 'singles')
MANNERS = ('near', 'anywhere', 'wrong')     # near places; anywhere; where others' bands are
PINS = 5 * [(0, None)] + [(share, manner) for manner in MANNERS for share in (0.1, 0.25, 0.5, 0.8)]
MOST_DISTRICTS = 10

Plan = collections.namedtuple('Plan', 'number actors ties districts shape share manner')

LEVELS = (('city', 'Gesamtstadt'), ('intermediary', 'Intermediäre'), ('district', 'Stadtbezirk'))
QUARTERS = ('Nordstadt', 'Südvorstadt', 'Hafen', 'Oststadt', 'Weststadt', 'Altstadt', 'Bahnhofsviertel',
            'Am Wall', 'Sankt-Jürgen-Feld', 'Ziegelei')
SECTORS = (('administration', 'Verwaltung', '#c3dcf8', 'box'), ('politics', 'Politik', '#a79df0', 'box'),
           ('body', 'Gremien', '#ffd08a', 'hexagon'), ('welfare', 'Wohlfahrt', '#fb8a4c', 'round'),
           ('contact', 'Anlaufstellen', '#f4ec4a', 'diamond'), ('place', 'Orte', '#6fc0b8', 'house'),
           ('civil', 'Ehrenamt', '#9be35f', 'ellipse'), ('people', 'Zielgruppen', '#bcbcb4', 'person'))
KINDS = (('steering', 'Steuerung', '#a40000', True), ('funding', 'Finanzierung', '#a66200', True),
         ('cooperation', 'Zusammenarbeit', '#1a1496', False), ('referral', 'Vermittlung', '#1f6b1f', True),
         ('friction', 'Konkurrenz', '#d40a1e', False))

SHORT = ('OB', 'ISD', 'AWO', 'DRK', 'VHS', 'Kämmerei', 'Jobcenter', 'Polizei', 'Tafel', 'IHK', 'Kita 7', 'Rat')
HEADS = ('Amt für', 'Fachstelle für', 'Runder Tisch', 'Beratungsstelle', 'Arbeitskreis', 'Verein für',
         'Koordination', 'Stiftung', 'Netzwerk', 'Bündnis')
FIELDS = ('Migration und Integration', 'Wohnen', 'Soziales', 'Bildung', 'Asyl', 'Frühe Hilfen', 'Gesundheit',
          'Schule und Sport', 'Ausländerangelegenheiten', 'Geflüchtete', 'Ausbildung und Arbeit')
FRONTS = ('Flüchtlings', 'Arbeitsmarkt', 'Jugend', 'Familien', 'Wohnungs', 'Sprach', 'Stadtteil', 'Gemeinde')
MIDDLES = ('integrations', 'unterbringungs', 'betreuungs', 'förderungs', 'vermittlungs', 'entwicklungs')
ENDS = ('verwaltung', 'beratungsstelle', 'konferenz', 'initiative', 'büro', 'koordinierungsausschuss', 'treff')
LOCAL = ('Grundschule', 'Kita', 'Nachbarschaftstreff', 'Kirchengemeinde', 'Sportverein', 'Willkommenscafé',
         'Unterkunft', 'Familienzentrum', 'Bezirksvertretung', 'Jugendhaus')
LONGEST = 139


class Numbers:
    """Random numbers that no version of Python changes."""

    def __init__(self, seed):
        self.state = seed * 2654435761 % 2**32 + 1

    def below(self, n):
        self.state = self.state * 6364136223846793005 % 2**64 + 1442695040888963407
        return (self.state >> 33) % n

    def unit(self):
        return self.below(2**20) / 2**20

    def between(self, low, high):
        return low + (high - low) * self.unit()

    def choice(self, items):
        return items[self.below(len(items))]


def plan(number, actors=None, ties=None, districts=None, shape=None):
    """What the map of this number is like. No two of the four lists have a length with a common factor,
    so that every combination comes in its turn, and a few maps in a row have some of everything."""
    share, manner = PINS[number % len(PINS)]
    return Plan(number, SIZES[number % len(SIZES)] if actors is None else actors, ties,
                1 + number % MOST_DISTRICTS if districts is None else districts,
                shape or SHAPES[number % len(SHAPES)], share, manner)


def compound(numbers):
    return numbers.choice(FRONTS) + numbers.choice(MIDDLES) + numbers.choice(ENDS)


def long_name(numbers):
    """As long as the longest in use; in brackets a word without a blank."""
    end = f' ({compound(numbers)}{compound(numbers).lower()})'
    name = numbers.choice(HEADS) + ' ' + numbers.choice(FIELDS)
    while len(name) + len(end) < LONGEST:
        name += numbers.choice((' in der ', ' und ', ' / ', ' – ')) + compound(numbers)
    return name[:LONGEST - len(end)] + end


def name_of(numbers, district):
    kind = numbers.below(40)
    if kind == 0:
        return long_name(numbers)
    if kind == 1:
        return compound(numbers) + numbers.choice(MIDDLES) + numbers.choice(ENDS)
    if kind < 9:
        return numbers.choice(SHORT)
    if kind < 15:
        return compound(numbers)
    if district is not None and kind < 34:
        return f'{numbers.choice(LOCAL)} {QUARTERS[district % len(QUARTERS)]}'
    return f'{numbers.choice(HEADS)} {numbers.choice(FIELDS)}'


def make_actors(numbers, wanted):
    """Some on top, a few between, most in districts of different sizes, one or the other without a
    level or a district."""
    top, between = numbers.choice((10, 20, 45)), numbers.choice((0, 8, 20))
    beside = numbers.choice((0, 0, 6))
    lopsided = numbers.below(2)
    actors, taken = [], collections.Counter()
    for i in range(wanted.actors):
        part = numbers.below(100)
        district = int(wanted.districts * numbers.unit() ** (1 + lopsided)) if wanted.districts else None
        level = next((k for k, below in enumerate((top, top + between, 100 - beside)) if part < below), None)
        if level == 0 or level is None or numbers.below(40) == 0 or level == 1 and numbers.below(2):
            district = None
        name = name_of(numbers, district)
        taken[name] += 1
        actor = {'id': f'a{i}', 'name': name if taken[name] == 1 else f'{name} {taken[name]}'}
        if level is not None:
            actor['level'] = LEVELS[level][0]
        if district is not None:
            actor['district'] = f'b{district + 1}'
        if numbers.below(12):
            actor['sector'] = numbers.choice(SECTORS)[0]
        actors.append(actor)
    return actors


def groups(actors):
    """The numbers of the actors in crowds of about eight who belong together."""
    zones = collections.defaultdict(list)
    for i, actor in enumerate(actors):
        zones[actor.get('level'), actor.get('district')].append(i)
    return [zone[k:k + 8] for zone in zones.values() for k in range(0, len(zone), 8)]


def usual_ties(shape, n):
    return {'none': 0, 'sparse': n, 'dense': 3 * n, 'clusters': 2 * n, 'stars': n, 'chain': n - 1,
            'singles': n // 3}[shape]


def pairs(numbers, shape, actors, count):
    """The ends of as many ties, in this shape."""
    n = len(actors)
    crowds = groups(actors)
    for i in range(count):
        if shape == 'chain':
            a, b = i % (n - 1), i % (n - 1) + 1
        elif shape == 'stars':
            a, b = i % (1 + n // 40), i % n
        elif shape == 'clusters' and numbers.below(6):
            crowd = crowds[i % len(crowds)]
            a, b = numbers.choice(crowd), numbers.choice(crowd)
        elif shape == 'singles':
            a, b = numbers.below(n // 3 + 1), numbers.below(n // 3 + 1)
        elif shape == 'dense':
            a, b = int(n * numbers.unit() ** 2), numbers.below(n)
        else:
            a, b = numbers.below(n), numbers.below(n)
        yield (a, b) if a != b else (a, (a + 1 + numbers.below(n - 1)) % n)


def make_ties(numbers, wanted, actors):
    """Ties of all kinds; one in thirty is drawn beside another, one in a hundred is a loop."""
    n = len(actors)
    count = usual_ties(wanted.shape, n) if wanted.ties is None else wanted.ties
    ties = []
    for a, b in pairs(numbers, wanted.shape, actors, count if n > 1 else 0):
        chance = numbers.below(300)
        if chance < 10 and ties:
            a, b = ties[-1]['to'], ties[-1]['from']
        else:
            a, b = f'a{a}', f'a{b if chance < 297 else a}'
        tie = {'id': f't{len(ties)}', 'from': a, 'to': b, 'kind': numbers.choice(KINDS)[0]}
        if numbers.below(3) == 0:
            tie['formal'] = True
        if numbers.below(2):
            tie['strength'] = 1 + numbers.below(3)
        ties.append(tie)
    return ties


def city(wanted):
    """The map that a plan asks for, without places."""
    numbers = Numbers(wanted.number)
    actors = make_actors(numbers, wanted)
    return {
        'format': 'netzkarte', 'version': 1, 'title': f'Stadt {wanted.number}', 'language': 'de',
        'levels': [dict(zip(('id', 'name'), level)) for level in LEVELS],
        'districts': [{'id': f'b{i + 1}', 'name': f'Stadtbezirk {i + 1}'} for i in range(wanted.districts)],
        'sectors': [dict(zip(('id', 'name', 'color', 'shape'), sector)) for sector in SECTORS],
        'kinds': [{'id': key, 'name': name, 'color': color, **({'directed': True} if directed else {})}
                  for key, name, color, directed in KINDS],
        'actors': actors,
        'ties': make_ties(numbers, wanted, actors)}


def places(content):
    """Where the actors of a map stand that have a place."""
    return {actor['id']: (actor['x'], actor['y']) for actor in content['actors'] if 'x' in actor}


def exchange(pinned, at):
    """Gives the place of each to the next who belongs to another level, as far as there is one."""
    swapped = {}
    for i, actor in enumerate(pinned):
        others = (pinned[(i + k) % len(pinned)] for k in range(1, len(pinned)))
        other = next((o for o in others if o.get('level') != actor.get('level')), actor)
        swapped[actor['id']] = at[other['id']]
    return swapped


def pin(content, share, manner, at=None, number=0, others=False):
    """Pins a share of the actors, at least one. `at` says where they stand: near there, or each where
    one of another level stands; not needed to pin them anywhere. `others` then stand there as well."""
    numbers = Numbers(number + 1000)
    actors = content['actors']
    side = 120 * math.sqrt(len(actors))
    pinned = [actor for actor in actors if numbers.unit() < share] or actors[:1]
    scatter = numbers.choice((0, 0, 3)) if manner == 'near' else 0
    if manner == 'anywhere':
        at = {actor['id']: (numbers.between(0, 1.3 * side), numbers.between(0, side)) for actor in actors}
    elif manner == 'wrong':
        at = exchange(pinned, at)
    for actor in actors if others and manner == 'near' else ():
        actor['x'], actor['y'] = at[actor['id']]
    for actor in pinned:
        x, y = (round(value + numbers.between(-scatter, scatter), 2) for value in at[actor['id']])
        actor.update(x=x, y=y, pinned=True)


def to_text(content):
    """A map as a file has it: one record a line."""
    lines = []
    for name, value in content.items():
        if isinstance(value, list) and value:
            records = ',\n'.join('    ' + json.dumps(record, ensure_ascii=False) for record in value)
            lines.append(f'  "{name}": [\n{records}\n  ]')
        else:
            lines.append(f'  "{name}": {json.dumps(value, ensure_ascii=False)}')
    return '{\n' + ',\n'.join(lines) + '\n}\n'


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument('number', type=int)
    for name in ('actors', 'ties', 'districts'):
        parser.add_argument(f'--{name}', type=int, metavar='N')
    parser.add_argument('--shape', choices=SHAPES)
    parser.add_argument('--pinned', type=float, metavar='SHARE')
    parser.add_argument('--manner', choices=MANNERS, default='near')
    parser.add_argument('--like', type=pathlib.Path, metavar='MAP')
    parser.add_argument('-o', '--output', type=pathlib.Path, metavar='MAP')
    wanted = parser.parse_args()
    content = city(plan(wanted.number, wanted.actors, wanted.ties, wanted.districts, wanted.shape))
    if wanted.pinned:
        if wanted.manner != 'anywhere' and wanted.like is None:
            parser.error(f'--manner {wanted.manner} needs --like: a map with places')
        at = places(json.loads(wanted.like.read_text(encoding='utf-8'))) if wanted.like else None
        pin(content, wanted.pinned, wanted.manner, at, wanted.number)
    if wanted.output:
        wanted.output.write_text(to_text(content), encoding='utf-8')
    else:
        sys.stdout.write(to_text(content))


if __name__ == '__main__':
    main()
