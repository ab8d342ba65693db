"""How long a whole job takes, from the start of the worker to the end of its answer, and how much memory:
beside Graphviz alone on the same graph, in turns. The processor's time is held against the floors: each
has one thread, and others may be at work on this machine. Usage: see bench.py."""

import collections

import bench
import graphs

Case = collections.namedtuple('Case', 'method actors engine rounds most_ratio most_seconds')

CASES = (
    Case('free', 100, 'neato', 21, 1.3, None),
    Case('free', 300, 'neato', 11, 1.3, None),
    Case('free', 1000, 'neato', 5, 1.3, None),
    Case('free', 3000, 'sfdp', 3, 1.3, None),
    Case('levels', 300, 'neato', 7, None, 1),
    Case('levels', 2000, 'sfdp', 3, None, 5),
    Case('levels', 10000, 'sfdp', 1, None, 10),
)
SHAPE = 'clusters'      # two ties an actor, most of them within crowds of eight
NUMBER = 1

HEADS = ('', 'actors', 'ties', 'beside', 'rounds', 's', 'its s', 'ratio', 'CPU s', 'its CPU s', 'CPU ratio',
         'at most', 'MiB', 'its MiB')


def measure(case, subject):
    """Runs of the worker and of Graphviz alone, in turns."""
    job, graph = subject.job(case.method), subject.graph(graphs.plain)
    return [(bench.run_worker(job), bench.run_alone(case.engine, graph)) for _ in range(case.rounds)]


def ratio(pairs, field):
    return bench.median(getattr(ours, field) / getattr(alone, field) for ours, alone in pairs)


def middle(runs, field):
    return bench.median(getattr(run, field) for run in runs)


def row(case, subject, pairs):
    ours, alone = zip(*pairs)
    stopped = '' if all(run.output for run in alone) else '> '
    limit = f'{case.most_ratio} ×' if case.most_ratio else f'{case.most_seconds} s'
    times = [text for field in ('wall', 'cpu') for text in (
        f'{middle(ours, field):.3f}', f'{stopped}{middle(alone, field):.3f}', f'{ratio(pairs, field):.2f}')]
    return [case.method, str(subject.actors), str(subject.ties), case.engine, str(case.rounds), *times, limit,
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
    rows, missed, subjects = [], [], {}
    for case in CASES:
        if case.actors not in subjects:
            content = bench.city.city(bench.city.plan(NUMBER, actors=case.actors, districts=6, shape=SHAPE))
            subjects[case.actors] = bench.Map(content, f'city-of-{case.actors}')
        subject = subjects[case.actors]
        pairs = measure(case, subject)
        rows.append(row(case, subject, pairs))
        missed += misses(case, pairs)
    bench.finish('times', bench.table('A whole job', HEADS, rows), missed)


if __name__ == '__main__':
    main()
