"""Runs `netzkarte layout` as people do, and shows the job that it gives to its worker."""

import json
import os
import pathlib
import shutil
import subprocess
import tempfile

RECORDER = '''#!/bin/sh
cat > "${0%/*}/job"
echo "It is written down." >&2
exit 1
'''


def has_locale(name):
    """True if programs started from here can have this locale."""
    return subprocess.run(['locale', 'charmap'], env={**os.environ, 'LC_ALL': name}, check=False,
                          capture_output=True, text=True).stdout.strip() == 'UTF-8'


def run(netzkarte, *arguments, **environment):
    return subprocess.run([netzkarte, *arguments], stdin=subprocess.DEVNULL, capture_output=True,
                          text=True, timeout=300, check=False,
                          env={**os.environ, 'LC_ALL': 'C.UTF-8', **environment})


def lay_out(netzkarte, path, output, *options, **environment):
    """The bytes of the map that comes out, and what was said besides."""
    result = run(netzkarte, 'layout', path, '-o', output, *options, **environment)
    if result.returncode != 0:
        raise AssertionError(f'{options}: {result.stderr or result.returncode}')
    return pathlib.Path(output).read_bytes(), result.stdout


def ask(worker, job, **environment):
    """The bytes with which a worker answers a job."""
    result = subprocess.run([worker], input=json.dumps(job).encode(), capture_output=True, timeout=300,
                            check=False, env={**os.environ, **environment})
    if result.returncode != 0:
        raise AssertionError(f'exit {result.returncode}: {result.stderr.decode()}')
    return result.stdout


def with_worker(netzkarte, folder, script):
    """The program in a folder of its own, beside a worker that is this script."""
    program = pathlib.Path(shutil.copy(netzkarte, folder))
    worker = program.with_name('netzkarte-layout')
    worker.write_text(script, encoding='utf-8')
    worker.chmod(0o755)
    return program


def job_of(netzkarte, path, *options):
    """The job that the program makes of a map: with the size of every actor as it is drawn."""
    with tempfile.TemporaryDirectory(prefix='netzkarte-test-') as folder:
        recorder = with_worker(netzkarte, folder, RECORDER)
        run(recorder, 'layout', path, '-o', os.devnull, *options)
        return json.loads(pathlib.Path(folder, 'job').read_text(encoding='utf-8'))


def load(path):
    return json.loads(pathlib.Path(path).read_text(encoding='utf-8'))


def district_level(content):
    """The level where most actors with a district stand, the lower of two: only there districts have
    boxes."""
    levels = [level['id'] for level in content.get('levels', [])]
    districts = {district['id'] for district in content.get('districts', [])}
    members = [actor.get('level') for actor in content['actors'] if actor.get('district') in districts]
    counts = [(members.count(level), i) for i, level in enumerate(levels) if level in members]
    return levels[max(counts)[1]] if counts else None


def nodes_of(content, sizes, before=None):
    """The actors as the judge wants them. `sizes` are those of a job; pinned actors should stand where
    they do in `before`."""
    bands = {level['id']: i for i, level in enumerate(content.get('levels', []))}
    districts = {district['id'] for district in content.get('districts', [])}
    boxes = district_level(content)
    pins = {actor['id']: actor for actor in (before or content)['actors'] if actor.get('pinned')}
    nodes = []
    for actor, size in zip(content['actors'], sizes):
        node = {'id': actor['id'], 'x': actor['x'], 'y': actor['y'], 'w': size['width'], 'h': size['height'],
                'band': bands.get(actor.get('level'))}
        if actor.get('district') in districts and actor.get('level') == boxes:
            node['cluster'] = actor['district']
        if actor['id'] in pins:
            node.update(pinned_x=pins[actor['id']]['x'], pinned_y=pins[actor['id']]['y'])
        nodes.append(node)
    return nodes


def nodes_of_job(job, positions):
    """The same for a job and the positions of its answer."""
    return [{'id': i, 'x': x, 'y': y, 'w': actor['width'], 'h': actor['height'],
             'band': actor['band'] if actor['band'] >= 0 else None,
             'cluster': actor['district'] if actor['district'] >= 0 else None,
             **({'pinned_x': actor['x'], 'pinned_y': actor['y']} if actor['fixed'] else {})}
            for i, (actor, (x, y)) in enumerate(zip(job['actors'], positions))]
