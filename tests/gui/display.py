"""A private display: an X server, a window manager, a session bus with accessibility, and empty
folders of one's own.

Nothing of the person's session is seen or touched, and all of it ends with the test.
"""

import os
import pathlib
import select
import shutil
import subprocess
import sys
import tempfile
import time

TOOLS = ['Xvfb', 'openbox', 'dbus-daemon', 'xdotool', 'xclip', 'wmctrl', 'xprop', 'xwininfo',
         'import', 'setpriv']
NOT_AVAILABLE = 77  # meson: this test could not be made here
PATIENCE = 30  # seconds; only ever waited when something is broken

# Before a program that must not outlive the test, even if that is killed.
BOUND = ['setpriv', '--pdeathsig', 'TERM']

# What would make a window look or work another way than on the next machine.
FOREIGN = ['WAYLAND_DISPLAY', 'XAUTHORITY', 'AT_SPI_BUS_ADDRESS', 'GTK_A11Y', 'GTK_THEME',
           'GTK_IM_MODULE', 'GDK_DEBUG', 'GDK_SCALE', 'GDK_DPI_SCALE', 'G_MESSAGES_DEBUG',
           'LANGUAGE']
PINNED = {
    'GDK_BACKEND': 'x11', 'GSK_RENDERER': 'cairo', 'LIBGL_ALWAYS_SOFTWARE': '1',
    'GTK_USE_PORTAL': '0', 'GSETTINGS_BACKEND': 'memory', 'GIO_USE_VFS': 'local',
    'XDG_SESSION_TYPE': 'x11', 'XDG_CURRENT_DESKTOP': 'test', 'LC_ALL': 'C.UTF-8',
}
FOLDERS = {
    'HOME': 'home', 'XDG_CONFIG_HOME': 'config', 'XDG_DATA_HOME': 'data', 'XDG_CACHE_HOME': 'cache',
    'XDG_STATE_HOME': 'state', 'XDG_RUNTIME_DIR': 'run',
}
# A widget that is still on its way can't be clicked on.
SETTINGS = '[Settings]\ngtk-enable-animations=false\n'


def require_tools(*more):
    """Ends the test as one that can't be made here, if something is missing."""
    missing = [tool for tool in [*TOOLS, *more] if shutil.which(tool) is None]
    try:
        import gi
        gi.require_version('Atspi', '2.0')
    except (ImportError, ValueError):
        missing.append('Atspi for Python')
    if missing:
        print('Not on this machine:', ', '.join(missing))
        sys.exit(NOT_AVAILABLE)


def wait_until(condition, what):
    """What `condition` returns, once that is something; it is asked again and again."""
    end = time.monotonic() + PATIENCE
    while True:
        result = condition()
        if result:
            return result
        if time.monotonic() > end:
            raise AssertionError(f'waited in vain for {what}')
        time.sleep(0.02)


def run(*words):
    """What a tool says."""
    done = subprocess.run([str(word) for word in words], capture_output=True, encoding='utf-8',
                          timeout=2 * PATIENCE)
    if done.returncode != 0:
        raise AssertionError(f'{" ".join(done.args)}: {done.stderr.strip() or done.returncode}')
    return done.stdout


class Display:
    """Sets the environment of this process, so that what it starts is on the private display."""

    def __init__(self, size='1600x1000'):
        self.processes = []
        self.before = dict(os.environ)
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='netzkarte-display-'))
        try:
            self.set_environment()
            self.start_server(size)
            self.start_bus()
            self.start_manager()
        except BaseException:
            self.stop()
            raise

    def set_environment(self):
        for name in FOREIGN:
            os.environ.pop(name, None)
        os.environ.update(PINNED)
        for name, folder in FOLDERS.items():
            path = self.folder / folder
            path.mkdir(mode=0o700)
            os.environ[name] = str(path)
        settings = self.folder / FOLDERS['XDG_CONFIG_HOME'] / 'gtk-4.0' / 'settings.ini'
        settings.parent.mkdir()
        settings.write_text(SETTINGS)

    def start(self, *command, **options):
        log = self.folder / f'{command[0]}.log'
        with open(log, 'wb') as output:
            self.processes.append(subprocess.Popen(
                [*BOUND, *command], stdin=subprocess.DEVNULL, stdout=output, stderr=output,
                **options))
        return log

    def start_and_ask(self, *command):
        """Starts a program that says on the file descriptor `{}` how it is reached once it is."""
        reading, writing = os.pipe()
        log = self.start(*(word.format(writing) for word in command), pass_fds=[writing])
        os.close(writing)
        with open(reading, encoding='utf-8') as pipe:
            said = pipe.readline().strip() if select.select([pipe], [], [], PATIENCE)[0] else ''
        if not said:
            raise AssertionError(f'{command[0]} does not start: {log.read_text()}')
        return said

    def start_server(self, size):
        number = self.start_and_ask('Xvfb', '-displayfd', '{}', '-screen', '0', f'{size}x24',
                                    '-dpi', '96', '-nolisten', 'tcp', '-noreset')
        os.environ['DISPLAY'] = f':{number}'

    def start_bus(self):
        os.environ['DBUS_SESSION_BUS_ADDRESS'] = self.start_and_ask(
            'dbus-daemon', '--session', '--nofork', '--nopidfile', '--print-address={}')

    def start_manager(self):
        self.start('openbox', '--sm-disable')
        wait_until(lambda: '#' in run('xprop', '-root', '_NET_SUPPORTING_WM_CHECK'),
                   'the window manager')

    def picture(self, path):
        """Writes all that is on the screen as PNG."""
        run('import', '-silent', '-window', 'root', path)

    def stop(self):
        for process in reversed(self.processes):
            process.terminate()
            process.wait(PATIENCE)
        os.environ.clear()
        os.environ.update(self.before)
        shutil.rmtree(self.folder, ignore_errors=True)
