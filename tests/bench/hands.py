"""How long what hands do takes on a large map, apart from what is drawn of it. Usage: see bench.py."""

import bench

ACTORS, TIES = 10000, 30000
NUMBER = 1
SHAPE = 'clusters'
AT_ONCE = 50        # milliseconds, in which nobody feels a delay; but for:
SLOW = ('a sketch of the scene', '1 000 rows that are pasted', 'all actors removed')

HEADS = ('what', 'ms')


def main():
    content = bench.city.city(bench.city.plan(NUMBER, actors=ACTORS, ties=TIES, districts=10, shape=SHAPE))
    subject = bench.Map(content, f'city-with-{TIES}-ties')
    answer = bench.write(f'{subject.name}.answer', bench.run_worker(subject.job('levels')).output)
    rows = [line.split('\t') for line in bench.ask('bench-hands', subject.path, answer).decode().splitlines()]
    missed = [f'“{what}” takes {ms} ms, more than {AT_ONCE} ms.' for what, ms in rows
              if what not in SLOW and float(ms) > AT_ONCE]
    bench.finish(bench.table(f'Hands on {ACTORS} actors and {TIES} ties', HEADS, rows), missed)


if __name__ == '__main__':
    main()
