"""How long the scene of a map takes with its ties led round boxes, beside the same scene with straight
ones. Usage: see bench.py."""

import json

import bench

SIZES = ((60, 100, 51), (170, 300, 31), (500, 1000, 11), (1500, 3000, 5), (5000, 10000, 3))  # actors, ties, rounds
SHAPE = 'clusters'
NUMBER = 1
A_BREATH = 300      # milliseconds, for up to as many ties:
TIES_IN_A_BREATH = 300

HEADS = ('actors', 'ties', 'rounds', 'routed, ms', 'straight, ms', 'ratio')


def measure(actors, ties, rounds):
    content = bench.city.city(bench.city.plan(NUMBER, actors=actors, ties=ties, districts=6, shape=SHAPE))
    subject = bench.Map(content, f'city-with-{ties}-ties')
    answer = bench.write(f'{subject.name}.answer', bench.run_worker(subject.job('levels')).output)
    return json.loads(bench.ask('bench-routes', subject.path, answer, rounds))


def main():
    rows, missed = [], []
    for actors, ties, rounds in SIZES:
        times = measure(actors, ties, rounds)
        rows.append([str(actors), str(ties), str(rounds), f'{times["routed"]:.1f}', f'{times["straight"]:.1f}',
                     f'{times["routed"] / times["straight"]:.1f}'])
        if ties <= TIES_IN_A_BREATH and times["routed"] > A_BREATH:
            missed.append(f'{ties} ties take {times["routed"]:.0f} ms, more than {A_BREATH} ms.')
    bench.finish(bench.table('The scene of a map laid out by levels', HEADS, rows), missed)


if __name__ == '__main__':
    main()
