"""How long the files of a figure take, and how much memory, beside bare Cairo and Graphviz drawing a PDF of
the same map. Usage: see bench.py."""

import json
import re

import bench

SIZES = ((100, 300, 21), (1000, 3000, 9), (10000, 30000, 3))    # actors, ties, rounds
SHAPE = 'clusters'
NUMBER = 1
FORMATS = ('pdf', 'svg', 'png')
PDF_MOST = 2        # times as long as bare Cairo, up to as many actors:
ACTORS_IN_PDF_MOST = 1000

HEADS = ('actors', 'ties', 'what', 'ms', 'by Cairo', 'by Graphviz', 'MiB', 'by Cairo', 'by Graphviz', 'KiB')


def placed(actors, ties):
    """A map of this size, laid out by levels, as a file."""
    content = bench.city.city(bench.city.plan(NUMBER, actors=actors, ties=ties, districts=6, shape=SHAPE))
    subject = bench.Map(content, f'city-with-{ties}-ties')
    answer = json.loads(bench.run_worker(subject.job('levels')).output)
    for actor, (x, y) in zip(content['actors'], answer['positions'], strict=True):
        actor['x'], actor['y'] = round(x, 2), round(y, 2)
    path = bench.write(f'{subject.name}.placed.netzkarte.json', bench.city.to_text(content).encode())
    return path, content


def quoted(name):
    return '"' + re.sub(r'(["\\])', r'\\\1', name) + '"'


def graph(content):
    """The same for Graphviz: the names in boxes, at their places in inches by 72, y up."""
    lines = ['digraph { graph [splines=line]; node [shape=box fontname="Roboto Condensed" fontsize=9];']
    lines += [f'{quoted(actor["id"])} [label={quoted(actor["name"])} pos="{actor["x"]},{-actor["y"]}"];'
              for actor in content['actors']]
    lines += [f'{quoted(tie["from"])} -> {quoted(tie["to"])};' for tie in content['ties']]
    return '\n'.join([*lines, '}']).encode()


def measure(program, *arguments, data=b''):
    """What the program says of itself, and the most memory that it had."""
    run = bench.run(program, *map(str, arguments), data=data)
    return {**json.loads(run.output), 'memory': run.memory}


def main():
    rows, missed = [], []
    for actors, ties, rounds in SIZES:
        path, content = placed(actors, ties)
        before = measure('bench-exports', path, 'scene', 1)['memory']
        cairo = measure('bench-exports', path, 'cairo', rounds)
        graphviz = measure('graphviz-pdf', data=graph(content))
        for what in FORMATS:
            own = measure('bench-exports', path, what, rounds)
            ratios = [own['seconds'] / cairo['seconds'], own['seconds'] / graphviz['seconds']]
            rows.append([str(actors), str(ties), what, f'{own["seconds"] * 1000:.1f}',
                         *(f'{ratio:.2f}' for ratio in ratios), f'{own["memory"] - before:.1f}',
                         f'{cairo["memory"] - before:.1f}', f'{graphviz["memory"]:.1f}', f'{own["bytes"] / 1024:.0f}'])
            if what == 'pdf' and actors <= ACTORS_IN_PDF_MOST and ratios[0] > PDF_MOST:
                missed.append(f'A PDF of {actors} actors takes {ratios[0]:.2f} times as long as bare Cairo, '
                              f'more than {PDF_MOST}.')
    bench.finish(bench.table('Files of a figure', HEADS, rows), missed)


if __name__ == '__main__':
    main()
