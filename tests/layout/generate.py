"""Jobs for the layout worker, by hand or made up from a number: always the same for the same number.
Whole maps are made by city.py."""

from city import Numbers

FORMAT = 'netzkarte-job-1'


def actor(width, height, band, district=-1, column=-1):
    return {'width': width, 'height': height, 'x': 0, 'y': 0, 'placed': False, 'fixed': False,
            'band': band, 'district': district, 'column': column, 'order': 0}


def place(entry, x, y, fixed=True):
    entry.update(x=x, y=y, placed=True, fixed=fixed)


def job(actors, ties, method='levels', seed=0, aspect=1.3):
    return {'format': FORMAT, 'method': method, 'seed': str(seed), 'aspect': aspect,
            'gap-x': 15, 'gap-y': 28, 'zone-padding': 8, 'zone-header': 14, 'band-gap': 34,
            'band-label': 20, 'around': -1,
            'bands': max((a['band'] for a in actors), default=-1) + 1,
            'districts': [{'name-width': 0} for _ in range(
                max((max(a['district'], a['column']) for a in actors), default=-1) + 1)],
            'actors': actors,
            'ties': [{'from': a, 'to': b, 'weight': weight, 'directed': bool(directed)}
                     for a, b, weight, *directed in ties]}


def make_actors(numbers, n, n_districts):
    """Actors of a city: some on top, a few between, most in districts, one or the other beside all."""
    actors = []
    top, between = numbers.choice([0, 20, 45]), numbers.choice([0, 8, 20])
    beside = numbers.choice([0, 0, 6])
    for _ in range(n):
        width, height = numbers.between(40, 115), numbers.choice([22, 22, 31, 40])
        part = numbers.below(100)
        if part < beside:
            actors.append(actor(width, height, -1))
        elif part < beside + top:
            actors.append(actor(width, height, 0))
        elif part < beside + top + between:
            column = numbers.below(n_districts) if numbers.below(2) else -1
            actors.append(actor(width, height, 1, column=column))
        else:
            lost = numbers.below(40) == 0
            actors.append(actor(width, height, 2, -1 if lost else numbers.below(n_districts)))
    return actors


def make_ties(numbers, n):
    """None, a chain, a star, or any, few or many."""
    form = numbers.choice(['none', 'chain', 'star', 'sparse', 'sparse', 'dense', 'hubs'])
    if form == 'none' or n < 2:
        return []
    if form == 'chain':
        return [(i, i + 1, 1) for i in range(n - 1)]
    if form == 'star':
        return [(0, i, 1 + i % 3) for i in range(1, n)]
    ties = []
    for _ in range(n if form == 'sparse' else 5 * n // 2):
        a = numbers.below(n) if form != 'hubs' else int(n * numbers.unit() ** 3)
        b = numbers.below(n)
        if a != b:
            ties.append((a, b, 1 + numbers.below(3)))
    return ties


def free_job(number):
    """A job in which nothing is fixed."""
    numbers = Numbers(number)
    n = numbers.choice([5, 7, 12, 20, 30, 45, 60, 90, 150])
    actors = make_actors(numbers, n, 1 + numbers.below(10))
    return job(actors, make_ties(numbers, n), seed=number, aspect=numbers.choice([0.8, 1.3, 1.8]))


def pin(entries, positions, number, share, scatter):
    """Fixes a share of the actors near where they stand."""
    numbers = Numbers(number + 1000)
    for entry, (x, y) in zip(entries, positions):
        if numbers.unit() < share:
            place(entry, x + numbers.between(-scatter, scatter), y + numbers.between(-scatter, scatter))


def pin_anywhere(entries, number, share):
    numbers = Numbers(number + 2000)
    for entry in entries:
        if numbers.unit() < share:
            place(entry, numbers.between(-300, 1300), numbers.between(-300, 1000))
