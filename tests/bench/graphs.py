"""Layout jobs as graphs in DOT, for runs of Graphviz alone. Nodes come in the order of the actors."""

import math

ROW_HEIGHT = 32         # points: of most boxes


def inches(points):
    return f'{points / 72:.6f}'


def nodes(job):
    yield 'node [shape=box, fixedsize=true, label=""];'
    for i, actor in enumerate(job['actors']):
        yield f'n{i} [width={inches(actor["width"])}, height={inches(actor["height"])}];'


def plain(job):
    """Boxes of a fixed size, none on another; all else as Graphviz has it."""
    ties = (f'n{tie["from"]} -- n{tie["to"]};' for tie in job['ties'])
    return '\n'.join(['strict graph {', 'overlap=prism; splines=line;', *nodes(job), *ties, '}']).encode()


def distances(job, middle):
    """How many ties each actor is away from the band in the middle."""
    distance = [0 if actor['band'] == middle else math.inf for actor in job['actors']]
    changed = True
    while changed:
        changed = False
        for tie in job['ties']:
            for a, b in ((tie['from'], tie['to']), (tie['to'], tie['from'])):
                if distance[a] + 1 < distance[b]:
                    distance[b] = distance[a] + 1
                    changed = True
    return distance


def rows_of(job):
    """The actors of each band in rows of about one width, those nearest to the middle who are the
    fewest ties away from it: the best that is known for dot (the band in the middle is the one above
    the districts)."""
    actors = job['actors']
    bands = [[i for i, actor in enumerate(actors) if actor['band'] == band] for band in range(job['bands'])]
    boxed = [sum(actors[i]['district'] >= 0 for i in band) for band in bands]
    middle = max(boxed.index(max(boxed)) - 1, 0) if boxed else 0
    distance = distances(job, middle)
    widths = [sum(actors[i]['width'] + job['gap-x'] for i in band) for band in bands]
    width = next(w for w in range(200, 10**6, 50) if w >= job['aspect'] * sum(
        math.ceil(of_band / w) for of_band in widths) * (ROW_HEIGHT + job['gap-y']))
    for number, band in enumerate(bands):
        if not band:
            continue
        n = 1 if number == middle else math.ceil(widths[number] / width)
        rows = [[] for _ in range(n)]
        for district in sorted({actors[i]['district'] for i in band}):
            zone = [i for i in band if actors[i]['district'] == district]
            zone.sort(key=lambda i: (distance[i] if number > middle else -distance[i], i))
            for k, i in enumerate(zone):
                rows[k * n // len(zone)].append(i)
        yield from rows


def clusters(job):
    zones = {}
    for i, actor in enumerate(job['actors']):
        if actor['band'] >= 0:
            zones.setdefault((actor['band'], actor['district']), []).append(f'n{i};')
    for (band, district), members in sorted(zones.items()):
        if district >= 0:
            yield f'subgraph cluster_{band}_{district} {{ {" ".join(members)} }}'


def directed(job, lines, height):
    """A graph for dot with these lines, clusters of districts, and ties that run from the less height to
    the greater."""
    ties = []
    for tie in job['ties']:
        upper, lower = sorted((tie['from'], tie['to']), key=height)
        ties.append(f'n{upper} -> n{lower} [weight={math.ceil(tie["weight"])}];')
    return '\n'.join(['strict digraph {', 'newrank=true; splines=line;', *nodes(job), *clusters(job),
                      *lines, *ties, '}']).encode()


def in_rows(job):
    """All that dot can be told: rows that we have dealt out, one below the other, and clusters."""
    rows = list(rows_of(job))
    row = {i: number for number, members in enumerate(rows) for i in members}
    lines = [f'r{number} [style=invis, width=0.01, height=0.01];' for number in range(len(rows))]
    lines += [f'r{number - 1} -> r{number};' for number in range(1, len(rows))]
    for number, members in enumerate(rows):
        lines.append(f'{{ rank=same; r{number}; {" ".join(f"n{i};" for i in members)} }}')
    return directed(job, lines, lambda i: row.get(i, len(rows)))


def in_bands(job):
    """Less than that: a node between two bands is below the one and above the other, and dot deals out the
    rows of each band as its ties have it."""
    lines = [f's{band} [style=invis, width=0.01, height=0.01];' for band in range(job['bands'])]
    lines += [f's{band - 1} -> s{band};' for band in range(1, job['bands'])]
    for i, actor in enumerate(job['actors']):
        band = actor['band']
        if band >= 0:
            lines.append(f'n{i} -> s{band} [weight=0];')
        if band > 0:
            lines.append(f's{band - 1} -> n{i} [weight=0];')
    return directed(job, lines, lambda i: job['actors'][i]['band'])
