"""What the benchmarks share: maps, their layout by the worker and by Graphviz alone, and tables.

Usage of each: table.py, times.py, routes.py, exports.py or hands.py FOLDER PROGRAM…  It prints a table in Markdown,
writes it into the folder as well, and says in the end which figures are worse than their floor.
"""

import array
import collections
import json
import pathlib
import subprocess
import sys

TESTS = pathlib.Path(__file__).resolve().parent.parent
sys.path.append(str(TESTS / 'layout'))

import city  # noqa: E402  (it lies in the other folder)

EXAMPLE = TESTS.parent / 'data/maps/duesseldorf.netzkarte.json'
NAME = pathlib.Path(sys.argv[0]).stem
FOLDER = pathlib.Path(sys.argv[1]) / 'benchmarks' / NAME
PROGRAMS = {pathlib.Path(path).name: path for path in sys.argv[2:]}

Run = collections.namedtuple('Run', 'wall cpu memory output')      # seconds, seconds, MiB, None if it failed


def write(name, data):
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / name
    path.write_bytes(data)
    return path


def ask(program, *arguments):
    return subprocess.run([PROGRAMS[program], *map(str, arguments)], capture_output=True, check=True).stdout


def example():
    """The example map as it would be if nobody had placed anything yet."""
    content = json.loads(EXAMPLE.read_text(encoding='utf-8'))
    for actor in content['actors']:
        for field in ('x', 'y', 'pinned'):
            actor.pop(field, None)
    return content


class Map:
    """A map in a file, and its jobs."""

    def __init__(self, content, name):
        self.name = name
        self.path = write(f'{name}.netzkarte.json', city.to_text(content).encode())
        self.actors, self.ties = len(content['actors']), len(content['ties'])
        self.jobs = {}

    def job(self, method):
        """The text of a job for the worker."""
        if method not in self.jobs:
            self.jobs[method] = ask('bench-write-job', self.path, method)
        return self.jobs[method]

    def graph(self, form):
        """The same for Graphviz alone, in one of the forms of graphs.py."""
        return form(json.loads(self.job('free')))

    def answer(self, positions):
        """A file with positions as an answer of the worker."""
        text = json.dumps({'format': 'netzkarte-answer-1', 'positions': positions})
        return write(f'{self.name}.answer', text.encode())


def run(program, *arguments, data):
    """Runs a program from its start to the end of its answer."""
    source, target = write('input', data), FOLDER / 'output'
    with source.open('rb') as stdin, target.open('wb') as stdout:
        process = subprocess.run([PROGRAMS['bench-run'], PROGRAMS[program], *arguments], check=True,
                                 stdin=stdin, stdout=stdout, stderr=subprocess.PIPE)
    used = json.loads(process.stderr.splitlines()[-1])
    return Run(used['wall'], used['cpu'], used['memory'], target.read_bytes() if used['succeeded'] else None)


def run_worker(job):
    return run('netzkarte-layout', data=job)


def run_alone(engine, graph):
    return run('graphviz-alone', engine, data=graph)


def positions_of_worker(output):
    return json.loads(output)['positions']


def positions_of_graphviz(output):
    numbers = array.array('d', output)
    return list(zip(numbers[::2], numbers[1::2]))


def judge(subject, positions):
    """How good a drawing is: the measures of judge.c."""
    return json.loads(ask('bench-judge', subject.path, subject.answer(positions)))


def median(values):
    ordered = sorted(values)
    return ordered[len(ordered) // 2]


def table(title, heads, rows):
    """A table in Markdown."""
    lines = ['| ' + ' | '.join(row) + ' |' for row in (heads, ['---'] * len(heads), *rows)]
    return '\n'.join([f'**{title}**', '', *lines, '', ''])


def finish(text, misses):
    """Keeps the tables and says what misses its floor; then the program's exit status is 1."""
    write(f'{NAME}.md', text.encode())
    print(text, end='')
    misses = list(misses)
    for miss in misses:
        print('Misses its floor:', miss)
    sys.exit(1 if misses else 0)
