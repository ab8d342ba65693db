"""Checks that a map is known by its name, once the media type is installed.

Usage: check_media_type.py UPDATE_MIME_DATABASE MIME_PACKAGE
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

update_mime_database, package = sys.argv[1:]

with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    packages = folder / 'data/mime/packages'
    packages.mkdir(parents=True)
    shutil.copy(package, packages)
    subprocess.run([update_mime_database, packages.parent], check=True)
    environment = {**os.environ, 'GIO_USE_VFS': 'local',
                   'XDG_DATA_HOME': str(folder / 'data'), 'XDG_CACHE_HOME': str(folder)}

    for file_name, wanted in [('city.netzkarte.json', 'application/vnd.netzkarte+json'),
                              ('city.json', 'application/json')]:
        path = folder / file_name
        path.write_text('{"format": "netzkarte", "version": 1}\n')
        told = subprocess.run(['gio', 'info', '--attributes=standard::content-type', path],
                              env=environment, capture_output=True, text=True, check=True).stdout
        assert f'standard::content-type: {wanted}\n' in told, f'{file_name}: {told}'
