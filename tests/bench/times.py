"""How long a whole job takes, from the start of the worker to the end of its answer, and how much memory:
beside Graphviz alone on the same graphs, in turns. The processor's time is held against the floors: each
has one thread, and others may be at work on this machine. Usage: see bench.py."""

import collections

import bench
import graphs

Case = collections.namedtuple('Case', 'method actors engine maps most_ratio most_seconds')

CASES = (
    Case('free', 100, 'neato', 25, 1.3, None),
    Case('free', 300, 'neato', 11, 1.3, None),
    Case('free', 1000, 'neato', 3, 1.3, None),
    Case('free', 3000, 'sfdp', 3, 1.3, None),
    Case('levels', 300, 'neato', 7, None, 1),
    Case('levels', 2000, 'sfdp', 2, None, 5),
    Case('levels', 10000, 'sfdp', 1, None, 10),
)
SHAPE = 'clusters'      # two ties an actor, most of them within crowds of eight

HEADS = ('', 'actors', 'ties', 'beside', 'maps', 's', 'its s', 'ratio', 'CPU s', 'its CPU s', 'CPU ratio',
         'at most', 'MiB', 'its MiB')


def measure(case):
    """Runs of the worker and of Graphviz alone, in turns, each time on another map: how long an engine
    takes to come to rest is half a matter of chance."""
    for number in range(1, case.maps + 1):
        plan = bench.city.plan(number, actors=case.actors, districts=6, shape=SHAPE)
        subject = bench.Map(bench.city.city(plan), f'{case.actors}-actors-{number}')
        yield bench.run_worker(subject.job(case.method)), bench.run_alone(case.engine, subject.graph(graphs.plain))


def ratio(pairs, field):
    return bench.median(getattr(ours, field) / getattr(alone, field) for ours, alone in pairs)


def middle(runs, field):
    return bench.median(getattr(run, field) for run in runs)


def row(case, pairs):
    ours, alone = zip(*pairs)
    stopped = '' if all(run.output for run in alone) else '> '
    limit = f'{case.most_ratio} ×' if case.most_ratio else f'{case.most_seconds} s'
    times = [text for field in ('wall', 'cpu') for text in (
        f'{middle(ours, field):.3f}', f'{stopped}{middle(alone, field):.3f}', f'{ratio(pairs, field):.2f}')]
    return [case.method, str(case.actors), str(2 * case.actors), case.engine, str(case.maps), *times, limit,
            f'{middle(ours, "memory"):.0f}', f'{middle(alone, "memory"):.0f}']


def misses(case, pairs):
    what = f'{case.method} of {case.actors} actors'
    seconds, times = middle([ours for ours, _ in pairs], 'cpu'), ratio(pairs, 'cpu')
    if not all(ours.output for ours, _ in pairs):
        yield f'{what}: no answer.'
    if case.most_seconds and seconds > case.most_seconds:
        yield f'{what}: {seconds:.1f} s are more than {case.most_seconds} s.'
    if case.most_ratio and times > case.most_ratio:
        yield f'{what}: {times:.2f} times as long as {case.engine} alone is more than {case.most_ratio} times.'


def main():
    rows, missed = [], []
    for case in CASES:
        pairs = list(measure(case))
        rows.append(row(case, pairs))
        missed += misses(case, pairs)
    bench.finish(bench.table('A whole job', HEADS, rows), missed)


if __name__ == '__main__':
    main()
