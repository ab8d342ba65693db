#!/usr/bin/env python3
"""Measures a drawing: whether everything in it is where a reader needs it.

    measure.py SCENE MAP [--no-legend]

SCENE is a .scene.json, MAP what it draws. Prints what breaks a rule, one a line; is silent, and
succeeds, if nothing does. The rules, by name:

    overlap   no actor's box overlaps another
    shape     the words of an actor stay within its outline, not only within its box
    cut       no name is cut: all of its letters are there, and each actor has one
    small     no text is under 7 pt
    page      everything is inside the page
    legend    it explains what is drawn, and nothing else, in the map's language
    ends      ties end on the outlines of their actors
    covered   no name of a tie, a band, a district or a plane, and no legend, lies over an actor
"""

import argparse
import itertools
import json
import math
import pathlib
import sys

LEAST_TYPE = 7
NEAR = 0.03         # coordinates are rounded to 0.01
TOUCH = 0.05        # words may be so much outside, in the size of the names: less than lines are wide
END = 0.15          # ties end so near to the outlines, in the same
ASCENT, DESCENT = 0.72, 0.18    # what letters take above and below the baseline, in their size

LISTS = {'actor': 'actors', 'tie': 'ties', 'level': 'levels', 'district': 'districts',
         'sector': 'sectors', 'kind': 'kinds', 'note': 'notes'}
WORDS = {
    'de': {'actors': 'Akteur_innen', 'ties': 'Verbindungen', 'lines': 'Linien',
           'formal': 'formell', 'informal': 'informell', 'assumed': 'angenommen',
           'open': 'offen: gefragt, nicht bekannt', 1: 'schwach', 2: 'mittel', 3: 'stark',
           'sector': 'ohne Sektor', 'kind': 'ohne Art', 'absent': 'nicht in dieser Dimension',
           'same': 'auf zwei Schichten zugleich', 'between': 'von Schicht zu Schicht'},
    'en': {'actors': 'Actors', 'ties': 'Ties', 'lines': 'Lines',
           'formal': 'formal', 'informal': 'informal', 'assumed': 'assumed',
           'open': 'open: asked for, not known', 1: 'weak', 2: 'medium', 3: 'strong',
           'sector': 'no sector', 'kind': 'no kind', 'absent': 'not in this dimension',
           'same': 'the same actor on two planes', 'between': 'from plane to plane'}}


class Drawing:
    """A scene and the map that it draws."""

    def __init__(self, scene, content):
        self.content = content
        self.page = scene['page']
        self.items = scene['items']
        self.records = {f'{kind}/{record["id"]}': record for kind, name in LISTS.items()
                        for record in content.get(name, [])}
        self.actors = self.of_type('actor')
        self.type = max((item['font_size'] for item in self.items if 'font_size' in item
                         and item.get('record', '').startswith('actor/')), default=LEAST_TYPE)

    def of_type(self, kind):
        return [item for item in self.items if item['type'] == kind]

    def record(self, item):
        return self.records.get(item.get('record'), {})

    def words(self):
        language = self.content.get('language', '').lower().split('-')[0]
        return WORDS['de' if language == 'de' else 'en']


def name_of(item):
    return f'{item.get("record", item["type"])}' + (f' ({item["plane"]})' if 'plane' in item else '')


def box_of(item):
    return item['x'], item['y'], item['x'] + item['width'], item['y'] + item['height']


def outline_box(actor):
    xs, ys = zip(*actor['outline'])
    return min(xs), min(ys), max(xs), max(ys)


def meet(a, b, least=NEAR):
    """True if two boxes have more in common than an edge."""
    return (min(a[2], b[2]) - max(a[0], b[0]) > least
            and min(a[3], b[3]) - max(a[1], b[1]) > least)


def distance_to_line(point, a, b):
    length = math.dist(a, b)
    along = 0 if length == 0 else max(0, min(1, sum(
        (p - q) * (r - q) for p, q, r in zip(point, a, b)) / length ** 2))
    return math.dist(point, [q + along * (r - q) for q, r in zip(a, b)])


def distance_to_outline(point, polygon):
    return min(distance_to_line(point, a, b) for a, b in zip(polygon, polygon[1:] + polygon[:1]))


def contains(polygon, point):
    x, y = point
    inside = False
    for (ax, ay), (bx, by) in zip(polygon, polygon[1:] + polygon[:1]):
        if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
            inside = not inside
    return inside


def line_boxes(item):
    """What the letters of each line take. Lines are as wide as their place says: in the middle of
    the widest, or all of them from the left as far as that goes."""
    left, right = item['x'], item['x'] + item['width']
    for x, baseline in item.get('lines', []):
        end = right - (x - left)
        yield (x, baseline - ASCENT * item['font_size'], max(x, end),
               baseline + DESCENT * item['font_size'])


def letters(text):
    return ''.join(c for c in text.casefold() if c.isalnum())


def title(record, key):
    """What a record is called on paper: by its first member of these that says something."""
    return next((record[name] for name in ('name', 'title', 'text') if record.get(name)),
                key.split('/', 1)[1])


def find_overlaps(drawing):
    boxes = sorted(((outline_box(actor), actor) for actor in drawing.actors), key=lambda b: b[0])
    for i, (box, actor) in enumerate(boxes):
        for other, another in itertools.takewhile(lambda b: b[0][0] < box[2], boxes[i + 1:]):
            if meet(box, other):
                yield f'{name_of(actor)} and {name_of(another)}'


def find_outside_shapes(drawing):
    outlines = {name_of(actor): actor['outline'] for actor in drawing.actors}
    for label in drawing.of_type('label'):
        outline = outlines.get(name_of(label))
        if outline is None:
            continue
        for (x0, y0, x1, y1), line in zip(line_boxes(label), label['text']):
            corners = ((x0, y0), (x1, y0), (x0, y1), (x1, y1))
            if any(not contains(outline, corner)
                   and distance_to_outline(corner, outline) > TOUCH * drawing.type for corner in corners):
                yield f'{name_of(label)}: “{line}”'


def find_cut(drawing):
    for item in drawing.items:
        key = item.get('record')
        if item['type'] not in ('label', 'legend', 'note') or key not in drawing.records:
            continue
        said, whole = ''.join(item.get('text', [])), title(drawing.records[key], key)
        if letters(said) != letters(whole):
            yield f'{name_of(item)}: “{said}” for “{whole}”'
    named = {name_of(label) for label in drawing.of_type('label')}
    yield from (f'{name_of(actor)} has no name' for actor in drawing.actors
                if not actor.get('absent') and name_of(actor) not in named)


def find_small(drawing):
    for item in drawing.items:
        if item.get('font_size', LEAST_TYPE) < LEAST_TYPE - NEAR:
            yield f'{name_of(item)}: {item["font_size"]} pt'


def find_outside_page(drawing):
    page = (0, 0, drawing.page['width'], drawing.page['height'])
    for item in drawing.items:
        box = box_of(item)
        if any(low < least - NEAR for low, least in zip(box[:2], page[:2])) or any(
                high > most + NEAR for high, most in zip(box[2:], page[2:])):
            yield name_of(item)


def find_ends(drawing):
    outlines = {}
    for actor in drawing.actors:
        outlines.setdefault(actor['record'], []).append(actor['outline'])
    for tie in drawing.of_type('tie'):
        for end, point in (('from', tie['path'][0]), ('to', tie['path'][-1])):
            actor = f'actor/{drawing.record(tie)[end]}'
            off = min((distance_to_outline(point, outline) for outline in outlines.get(actor, [])),
                      default=math.inf)
            if off > END * drawing.type:
                yield f'{name_of(tie)} ends {off:.1f} pt off {actor}'


def find_covered(drawing):
    boxes = {name_of(actor): outline_box(actor) for actor in drawing.actors}
    for item in drawing.of_type('label') + drawing.of_type('legend'):
        if item.get('record', '').startswith('actor/') or 'text' not in item:
            continue
        for line, name in itertools.product(line_boxes(item), boxes):
            if meet(line, boxes[name], TOUCH * drawing.type):
                yield f'{name_of(item)} over {name}'
                break


def used(drawing, kind, field):
    """The keys of the records that drawn ones refer to, '' where one refers to none."""
    return {drawing.record(item).get(field) or '' for item in drawing.of_type(kind)
            if not item.get('absent')}


def line_words(drawing):
    """What lines can be told by: each form that is there, and strengths if there are several."""
    words, ties = drawing.words(), [drawing.record(item) for item in drawing.of_type('tie')]
    forms = {tie['certainty'] if tie.get('certainty') in ('assumed', 'open')
             else 'formal' if tie.get('formal') else 'informal' for tie in ties}
    strengths = {tie.get('strength', 1) for tie in ties}
    between = (any('plane' in item for item in drawing.items)
               and any('plane' not in item for item in drawing.of_type('tie')))
    stems = any(actor.get('path') for actor in drawing.actors)
    return {words[word] for word in forms | (strengths if len(strengths) > 1 else set())
            | ({'between'} if between else set()) | ({'same'} if stems else set())}


def find_legend(drawing):
    """What is in the legend but should not, and what should but is not. Rows are known by their
    records, the others and the headings by their words."""
    words, expected = drawing.words(), set()
    rows = [row for row in drawing.of_type('legend') if 'text' in row]
    for kind, field, heading in (('actor', 'sector', 'actors'), ('tie', 'kind', 'ties')):
        keys = used(drawing, kind, field)
        expected |= {f'{field}/{key}' if key else words[field] for key in keys}
        expected |= {words[heading]} if keys else set()
    lines = line_words(drawing)
    expected |= lines | ({words['lines']} if lines else set())
    expected |= {words['absent']} if any(actor.get('absent') for actor in drawing.actors) else set()
    found = [row.get('record', ' '.join(row['text'])) for row in rows]
    yield from (f'{row} is missing' for row in sorted(expected - set(found)))
    yield from (f'{row} is not needed' for row in sorted(set(found) - expected))
    yield from (f'{row} is there twice' for row in sorted(set(found)) if found.count(row) > 1)


RULES = {'overlap': find_overlaps, 'shape': find_outside_shapes, 'cut': find_cut, 'small': find_small,
         'page': find_outside_page, 'legend': find_legend, 'ends': find_ends, 'covered': find_covered}


def measure(scene, content, legend=True):
    """What breaks each rule: a list for each name."""
    drawing = Drawing(scene, content)
    broken = {rule: list(find(drawing)) for rule, find in RULES.items() if legend or rule != 'legend'}
    if not legend and drawing.of_type('legend'):
        broken['legend'] = ['there is one']
    return broken


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument('scene', type=pathlib.Path)
    parser.add_argument('map', type=pathlib.Path)
    parser.add_argument('--no-legend', action='store_true', help='there shall be none')
    wanted = parser.parse_args()
    scene, content = (json.loads(path.read_text(encoding='utf-8')) for path in (wanted.scene, wanted.map))
    broken = measure(scene, content, not wanted.no_legend)
    for rule, found in broken.items():
        for what in found:
            print(f'{rule}: {what}')
    return any(broken.values())


if __name__ == '__main__':
    sys.exit(main())
