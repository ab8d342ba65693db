"""Maps that are hard to draw, and parts of the example that fit small pages."""

import math

import city

LONG = ('Koordinierungsstelle für die Unterbringung, Betreuung und Integration von Geflüchteten in der '
        'Landeshauptstadt und ihren zehn Stadtbezirken (Nord)',
        'Flüchtlingsunterbringungskoordinierungsausschussgeschäftsstellenleitungsvertretung',
        'Arbeitsgemeinschaft der Wohlfahrtsverbände / Liga der freien Wohlfahrtspflege – Arbeitskreis Migration')
SCRIPTS = (('جمعية اللاجئين', 'civil'), ('مكتب الاندماج والهجرة في المدينة', 'administration'),
           ('ועד השכונה', 'body'), ('בית ספר יסודי', 'place'), ('Бюро по делам миграции', 'administration'),
           ('Σύλλογος γονέων', 'civil'), ('Café العائلة', 'contact'), ('Trường tiểu học', 'place'))
MORE_KINDS = ('Auftrag', 'Beratung', 'Betreuung', 'Information', 'Mitgliedschaft', 'Nachbarschaft', 'Raum',
              'Vertretung', 'Vertrag')


def blank(title, **lists):
    """A map with the levels, sectors and kinds of a made-up city, two districts and nobody in it."""
    content = city.city(city.plan(1, actors=0, ties=0, districts=2, shape='none'))
    return {**content, 'title': title, **lists}


def actor(number, name, level, district=None, **more):
    place = {'district': district} if district else {}
    sector = city.SECTORS[number % len(city.SECTORS)][0]
    return {'id': f'a{number}', 'name': name, 'level': level, 'sector': sector, **place, **more}


def tie(number, start, end, kind='cooperation', **more):
    return {'id': f't{number}', 'from': f'a{start}', 'to': f'a{end}', 'kind': kind, **more}


def one():
    return blank('Ein Akteur', actors=[actor(0, 'Welcome Point', 'intermediary')], ties=[])


def no_ties():
    return city.city(city.plan(14, actors=26, ties=0, districts=3, shape='none'))


def many():
    return city.city(city.plan(21, actors=300, ties=600, districts=6, shape='clusters'))


def long_names():
    levels = ('city', 'intermediary', 'district')
    actors = [actor(i, LONG[i % 3] if i % 2 else f'{LONG[i % 3].split()[0]} {i}', levels[i // 3 % 3],
                    f'b{1 + i % 2}' if i // 3 % 3 == 2 else None) for i in range(14)]
    return blank('Lange Namen', actors=actors, ties=[tie(i, i, (i * 5 + 3) % 14) for i in range(14)])


def dense():
    return city.city(city.plan(9, actors=24, ties=120, districts=3, shape='dense'))


def scripts():
    levels = ('city', 'city', 'intermediary', 'district')
    actors = [actor(i, name, levels[i % 4], f'b{1 + i // 4 % 2}' if i % 4 == 3 else None, sector=sector)
              for i, (name, sector) in enumerate(SCRIPTS)]
    n = len(SCRIPTS)
    return blank('Schriften', actors=actors, ties=[tie(i, i, (i + 1) % n, formal=i % 2 == 0) for i in range(n)])


def districts():
    return city.city(city.plan(19, actors=80, ties=100, districts=10, shape='clusters'))


def pinned():
    """On a wheel, all of it by hand, in whichever bands that is."""
    content = city.city(city.plan(5, actors=16, ties=22, districts=2, shape='sparse'))
    for i, entry in enumerate(content['actors']):
        angle = 2 * math.pi * i / 16
        entry.update(x=round(260 * math.cos(angle), 2), y=round(190 * math.sin(angle), 2), pinned=True)
    return content


def loops():
    """Loops, and up to six ties between the same two, to and fro, some with names."""
    names = ('Rathaus', 'Runder Tisch', 'Sozialamt', 'Welcome Point', 'Flüchtlingsrat')
    actors = [actor(i, name, 'city' if i < 3 else 'intermediary') for i, name in enumerate(names)]
    ties = [tie(0, 0, 0, 'steering', formal=True), tie(1, 3, 3, strength=3), tie(2, 3, 3, 'friction')]
    for a, b, count in ((0, 1, 2), (1, 2, 3), (0, 3, 4), (3, 4, 6)):
        for i in range(count):
            start, end = (a, b) if i % 2 else (b, a)
            more = {'name': 'seit 2015'} if i == 1 else {}
            ties.append(tie(len(ties), start, end, city.KINDS[i % 5][0], formal=i % 3 == 0,
                            strength=1 + i % 3, **more))
    return blank('Schleifen und Bündel', actors=actors, ties=ties)


def kinds():
    """Fourteen kinds of ties, nine of them with no colour of their own; assumed and open ones."""
    content = blank('Viele Arten')
    content['kinds'] += [{'id': f'k{i}', 'name': name, 'directed': i % 2 == 0} for i, name in enumerate(MORE_KINDS)]
    content['actors'] = [actor(i, f'{city.LOCAL[i % 10]} {city.QUARTERS[i // 10]}', 'district', f'b{1 + i % 2}')
                         for i in range(14)]
    content['ties'] = [tie(i, i, (i + 3) % 14, kind['id'], certainty=('stated', 'assumed', 'open')[i % 3])
                       for i, kind in enumerate(content['kinds'])]
    return content


def weigh(content):
    """The same map with weights in the three dimensions for all, for the views that are about these."""
    weights = ((3, 0, 0), (2, 1, 0), (0, 3, 0), (1, 2, 1), (0, 0, 3), (0, 1, 2), (1, 0, 2), (1, 1, 1))
    for i, entry in enumerate(content['actors'] + content['ties']):
        for name, weight in zip(('structure', 'place', 'people'), weights[i * 5 % 8]):
            if weight:
                entry[name] = weight
    return content


CASES = {case.__name__.replace('_', '-'): case for case in (
    one, no_ties, many, long_names, dense, scripts, districts, pinned, loops, kinds)}


def part(content, ids):
    """The map with these actors only, without places, and the ties between them."""
    actors = [{name: value for name, value in entry.items() if name not in ('x', 'y', 'pinned')}
              for entry in content['actors'] if entry['id'] in ids]
    ties = [entry for entry in content['ties'] if entry['from'] in ids and entry['to'] in ids]
    return {**{name: value for name, value in content.items() if name not in ('views', 'notes')},
            'actors': actors, 'ties': ties}


def round_about(content, middle):
    """Who has ties with one, and that one."""
    ids = {middle} | {entry[end] for entry in content['ties'] for end in ('from', 'to')
                      if middle in (entry['from'], entry['to'])}
    return part(content, ids)
