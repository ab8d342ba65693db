"""The project's layouts beside those of Graphviz alone, on the same 30 maps. Usage: see bench.py."""

import json

import bench
import graphs

MADE_UP = range(1, 30)      # as they come, not chosen
WORKER = ('levels', 'free')
BEST_DOT = 'dot, in rows'
ALONE = {'dot': ('dot', graphs.plain), 'dot, in bands': ('dot', graphs.in_bands),
         BEST_DOT: ('dot', graphs.in_rows), 'neato': ('neato', graphs.plain),
         'sfdp': ('sfdp', graphs.plain), 'fdp': ('fdp', graphs.plain)}
LEAST_LABEL = 8             # pixels
MOST_CROSSINGS = 0.6        # of those of the best that dot alone can do
RULES = {'levels': ('overlaps', 'out_of_band', 'strays', 'routed_through'),
         'free': ('overlaps', 'routed_through')}    # what must be 0

COUNTS = ('overlaps', 'out_of_band', 'strays', 'crossings', 'through', 'routed_crossings', 'routed_through')
SIZES = ('aspect', 'zoom', 'label')
HEADS = ('', 'maps', 'overlaps', 'out of band', 'strays', 'crossings', 'through boxes', 'routed: crossings',
         'through boxes', 'aspect', 'zoom', 'names, px', f'maps under {LEAST_LABEL} px', 'CPU ms')


def subjects():
    yield bench.Map(bench.example(), 'example')
    for number in MADE_UP:
        yield bench.Map(bench.city.city(bench.city.plan(number)), f'city-{number}')


def draw(subject):
    """The drawings of a map: by whom, how long it took, and the places."""
    for method in WORKER:
        yield method, bench.run_worker(subject.job(method)), bench.positions_of_worker
    for name, (engine, form) in ALONE.items():
        yield name, bench.run_alone(engine, subject.graph(form)), bench.positions_of_graphviz


def measure():
    """The verdicts on all drawings: by drawer, then by map."""
    verdicts = {name: {} for name in (*WORKER, *ALONE)}
    for subject in subjects():
        for name, result, positions in draw(subject):
            if result.output is not None:
                verdict = bench.judge(subject, positions(result.output)[:subject.actors])
                verdicts[name][subject.name] = {**verdict, 'milliseconds': 1000 * result.cpu}
    return verdicts


def row(name, verdicts):
    """One drawer: sums of what is counted, medians of the rest."""
    sums = [str(sum(verdict[count] for verdict in verdicts)) for count in COUNTS]
    middles = [f'{bench.median(verdict[size] for verdict in verdicts):.2f}' for size in SIZES]
    small = sum(verdict['label'] < LEAST_LABEL for verdict in verdicts)
    milliseconds = bench.median(verdict['milliseconds'] for verdict in verdicts)
    return [name, str(len(verdicts)), *sums, *middles, str(small), f'{milliseconds:.0f}']


def rows(verdicts, wanted):
    return [row(name, [verdicts[name][subject] for subject in wanted if subject in verdicts[name]])
            for name in verdicts]


def misses(verdicts):
    for name in WORKER:
        for subject, verdict in verdicts[name].items():
            broken = [count for count in RULES[name] if verdict[count] > 0]
            if broken:
                yield f'{name} on {subject}: {", ".join(broken)} must be 0.'
    ours, dot = verdicts['levels']['example'], verdicts[BEST_DOT]['example']
    if ours['label'] < LEAST_LABEL:
        yield f'levels on the example map: names are of {ours["label"]:.1f} pixels, not {LEAST_LABEL}.'
    if ours['crossings'] > MOST_CROSSINGS * dot['crossings']:
        yield (f'levels on the example map: {ours["crossings"]} crossings are not 40 % fewer than the '
               f'{dot["crossings"]} of dot in rows.')


def main():
    verdicts = measure()
    bench.write('table.json', json.dumps(verdicts, indent=1).encode())
    every = [name for name in verdicts['levels'] if all(name in of_drawer for of_drawer in verdicts.values())]
    text = bench.table('The example map', HEADS, rows(verdicts, ['example']))
    text += bench.table(f'The {len(every)} of 30 maps that all of them draw in 60 seconds', HEADS,
                        rows(verdicts, every))
    bench.finish(text, misses(verdicts))


if __name__ == '__main__':
    main()
