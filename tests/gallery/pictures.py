"""The pictures of the gallery: which map, drawn how, and what there is to see."""

import collections
import json
import pathlib
import sys

sys.path.append(str(pathlib.Path(__file__).parent.parent / 'layout'))

import cases  # noqa: E402
import city   # noqa: E402
import maps   # noqa: E402
import program  # noqa: E402

SOURCE = pathlib.Path(__file__).parent.parent.parent
EXAMPLE = SOURCE / 'data/maps/duesseldorf.netzkarte.json'

VIEWS = ('levels', 'layers', 'panels', 'triangle')
PROFILES = ('map', 'column', 'page', 'a4', 'a3', 'slide', 'poster')
THEMES = ('paper', 'screen', 'projector', 'dark', 'grey')
METHODS = ('levels', 'free', 'hierarchy', 'radial', 'circle', 'grid')

# `source` makes the map: a function of the program and a folder, that returns the map's path.
# `layout` are the options of `netzkarte layout`, or None; `options` those of `netzkarte export`.
Picture = collections.namedtuple('Picture', 'name source layout options says')


def example(netzkarte, folder):
    return EXAMPLE


def of_case(name):
    def make(netzkarte, folder):
        path = folder / f'{name}.json'
        path.write_text(city.to_text(cases.weigh(cases.CASES[name]())), encoding='utf-8')
        return path
    return make


def of_city(number):
    def make(netzkarte, folder):
        part = folder / str(number)
        part.mkdir(exist_ok=True)
        return maps.make_map(netzkarte, EXAMPLE, number, part)[0]
    return make


def around(middle):
    def make(netzkarte, folder):
        path = folder / f'around-{middle}.json'
        content = json.loads(EXAMPLE.read_text(encoding='utf-8'))
        path.write_text(city.to_text(cases.round_about(content, middle)), encoding='utf-8')
        return path
    return make


FIGURES = [
    Picture('column', around('koordkreis'), None, ('--profile', 'column'),
            'A column of a journal, 84 mm wide, names at 8 pt: the coordination circle and who has ties with it.'),
    Picture('column-grey', around('koordkreis'), None, ('--profile', 'column', '--theme', 'grey'),
            'The same in grey: sectors keep their shapes, kinds of ties their ends, informal ties their dashes.'),
    Picture('page', around('wp-b5'), None,
            ('--profile', 'page', '--title', 'Welcome Point 5 und seine Verbindungen', '--caption',
             'Quelle: INTESO Working Paper 2018, eigene Darstellung.'),
            'A page wide, 174 mm: Welcome Point 5 and all who have ties with it, with a title and a source.'),
    Picture('page-panels', around('koordkreis'), None, ('--profile', 'page', '--view', 'panels'),
            'The coordination circle in each of the three dimensions; who is absent is faint.'),
    Picture('page-triangle', around('koordkreis'), None, ('--profile', 'page', '--view', 'triangle'),
            'The same between Struktur, Ort and Menschen, each actor where its weights draw it.'),
    Picture('a3-layers', around('koordkreis'), ('--aspect', '2'), ('--profile', 'a3', '--view', 'layers'),
            'The same as three planes, on A3.'),
    Picture('a4-triangle', around('wp-b5'), None, ('--profile', 'a4', '--view', 'triangle'),
            'Welcome Point 5 and who has ties with it between the three dimensions, on A4.'),
    Picture('slide', around('stadt'), None,
            ('--profile', 'slide', '--theme', 'projector', '--legend', 'beside'),
            'The city and who has ties with it on a slide, for the projector.'),
    Picture('slide-dark', around('koordkreis'), None,
            ('--profile', 'slide', '--theme', 'dark', '--view', 'triangle'),
            'The coordination circle on a slide for a dark room.'),
    Picture('a3', example, None, ('--profile', 'a3', '--title', 'Welcome Points in Düsseldorf'),
            'All of the example, 110 actors and 237 ties, on A3.'),
    Picture('a3-date', example, None, ('--profile', 'a3', '--date', '2015-03'),
            'The example as it was in March 2015; below stands what is therefore not shown.'),
    Picture('poster-layers', example, None, ('--profile', 'map', '--theme', 'screen', '--view', 'layers'),
            'The example as three planes, as large as it needs to be, in the colours for screens.'),
]

HARD = [
    Picture('one', of_case('one'), None, (), 'One actor.'),
    Picture('no-ties', of_case('no-ties'), None, (), 'Actors without a tie.'),
    Picture('many', of_case('many'), None, ('--legend', 'below'), '300 actors and 600 ties.'),
    Picture('long-names', of_case('long-names'), None, (),
            'Names of up to 139 characters, and words that are wider than their boxes.'),
    Picture('dense', of_case('dense'), None, (), '24 actors with 120 ties.'),
    Picture('scripts', of_case('scripts'), None, (), 'Names in Arabic, Hebrew, Cyrillic, Greek and Vietnamese letters.'),
    Picture('districts', of_case('districts'), None, (), 'Ten districts.'),
    Picture('pinned', of_case('pinned'), None, (), 'Every actor pinned by hand, in whichever band that is.'),
    Picture('loops', of_case('loops'), None, (), 'Loops, and up to six ties between the same two, some with names.'),
    Picture('kinds', of_case('kinds'), None, (), 'Fourteen kinds of ties, nine without a colour of their own.'),
]

PINNED = {'near': 'pinned where they stood', 'anywhere': 'pinned anywhere', 'wrong': 'pinned in the bands of others'}
LAID_OUT = [(4, 'levels'), (5, 'levels'), (6, 'levels'), (24, 'levels'), (25, 'levels'), (44, 'levels'),
            (3, 'free'), (20, 'free'), (41, 'free'), (2, 'hierarchy'), (18, 'hierarchy'), (23, 'hierarchy'),
            (8, 'radial'), (1, 'radial'), (22, 'radial'), (38, 'circle'), (40, 'circle'),
            (13, 'grid'), (26, 'grid'), (39, 'tidy')]


def describe(number, method):
    plan = city.plan(number)
    pins = f'; {plan.share:.0%} {PINNED[plan.manner]}' if plan.share else ''
    places = f'{plan.districts} district{"s" if plan.districts > 1 else ""}'
    return f'*{method}*: city {number}, {plan.actors} actors, {plan.shape}, {places}{pins}.'


LAYOUTS = [Picture(f'{method}-{number:03}', of_city(number), ('--method', method),
                   ('--legend', 'none', '--quiet'), describe(number, method)) for number, method in LAID_OUT]

# Contact sheets: all pictures of a sheet in one, too small to read.
METHOD_SHEET = [Picture(f'example-{method}', example, ('--method', method), ('--legend', 'none', '--quiet'), method)
                for method in METHODS]

# All of the example where there is room for it, else a part.
LARGE = {profile: example for profile in ('map', 'a3', 'poster')}
FITTING = {
    'levels': {**LARGE, 'column': around('koordkreis'), 'page': around('wp-b5'), 'a4': around('wp-b5'),
               'slide': around('stadt')},
    'layers': {'map': example, 'column': around('koordkreis'), 'page': around('koordkreis'),
               'a4': around('koordkreis'), 'a3': around('koordkreis'), 'slide': around('koordkreis'),
               'poster': around('wp-b5')},
    'panels': {'map': example, 'column': around('koordkreis'), 'page': around('koordkreis'),
               'a4': around('koordkreis'), 'a3': around('wp-b5'), 'slide': around('koordkreis'),
               'poster': around('wp-b5')},
    'triangle': {'map': example, 'column': around('koordkreis'), 'page': around('koordkreis'),
                 'a4': around('wp-b5'), 'a3': around('wp-b5'), 'slide': around('koordkreis'),
                 'poster': around('wp-b5')}}


SHEETS = {view: [Picture(f'{view}-{profile}-{theme}', FITTING[view][profile], None,
                         ('--view', view, '--profile', profile, '--theme', theme), f'{profile}, {theme}')
                 for theme in THEMES for profile in PROFILES] for view in VIEWS}


def prepare(picture, netzkarte, folder):
    """The map of a picture, laid out; it is made once for all that draw it."""
    path = picture.source(netzkarte, folder)
    if picture.layout is None:
        return path
    laid_out = folder / f'{picture.name}.laid-out.json'
    program.lay_out(netzkarte, path, laid_out, *picture.layout)
    return laid_out


def export(netzkarte, path, output, *options):
    """Draws a map; None, or the sentence with which that is refused."""
    result = program.run(netzkarte, 'export', path, '-o', output, *options)
    return result.stderr.strip() if result.returncode else None
