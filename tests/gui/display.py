"""A private display: an X server, a window manager, a session bus with accessibility, and empty folders of one's own.

Nothing of the person's session is seen or touched, and all of it ends with the test.
"""

import os
import pathlib
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time

TOOLS = ['Xvfb', 'openbox', 'dbus-daemon', 'xdotool', 'xclip', 'wmctrl', 'xprop', 'xwininfo', 'import']
NOT_AVAILABLE = 77  # meson: this test could not be made here
PATIENCE = 30  # seconds; only ever waited when something is broken

# What would make a window look or work another way than on the next machine.
FOREIGN = ['WAYLAND_DISPLAY', 'AT_SPI_BUS_ADDRESS', 'GTK_A11Y', 'GTK_THEME', 'GDK_DEBUG', 'GDK_SCALE', 'GDK_DPI_SCALE',
           'GTK_IM_MODULE', 'LANGUAGE', 'G_MESSAGES_DEBUG', 'XAUTHORITY']
PINNED = {
    'GDK_BACKEND': 'x11', 'GSK_RENDERER': 'cairo', 'LIBGL_ALWAYS_SOFTWARE': '1', 'GTK_USE_PORTAL': '0',
    'GSETTINGS_BACKEND': 'memory', 'GIO_USE_VFS': 'local', 'XDG_SESSION_TYPE': 'x11', 'XDG_CURRENT_DESKTOP': 'test',
    'LC_ALL': 'C.UTF-8',
}


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


class Display:
    """Sets the environment of this process, so that whatever it starts is on the private display."""

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
        for name, folder in [('HOME', 'home'), ('XDG_CONFIG_HOME', 'config'), ('XDG_DATA_HOME', 'data'),
                             ('XDG_CACHE_HOME', 'cache'), ('XDG_STATE_HOME', 'state'), ('XDG_RUNTIME_DIR', 'run')]:
            path = self.folder / folder
            path.mkdir(mode=0o700)
            os.environ[name] = str(path)
        # A widget that is still on its way can't be clicked on.
        settings = self.folder / 'config' / 'gtk-4.0' / 'settings.ini'
        settings.parent.mkdir()
        settings.write_text('[Settings]\ngtk-enable-animations=false\n')

    def start(self, command, answers=None):
        """Starts a program that says something on a file descriptor of its own, and returns that."""
        reading, writing = os.pipe()
        with open(self.folder / f'{command[0]}.log', 'wb') as log:
            self.processes.append(subprocess.Popen(
                [word.format(fd=writing) for word in command], stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                pass_fds=[writing] if answers else []))
        os.close(writing)
        with open(reading, encoding='utf-8') as pipe:
            if not answers:
                return None
            ready, _, _ = select.select([pipe], [], [], PATIENCE)
            line = pipe.readline().strip() if ready else ''
        if not line:
            raise AssertionError(f'{command[0]} does not start: ' + (self.folder / f'{command[0]}.log').read_text())
        return line

    def start_server(self, size):
        # It chooses its number itself, and says it only when it listens.
        number = self.start(['Xvfb', '-displayfd', '{fd}', '-screen', '0', f'{size}x24', '-dpi', '96',
                             '-nolisten', 'tcp', '-noreset'], answers=True)
        os.environ['DISPLAY'] = f':{number}'

    def start_bus(self):
        os.environ['DBUS_SESSION_BUS_ADDRESS'] = self.start(
            ['dbus-daemon', '--session', '--nofork', '--nopidfile', '--print-address={fd}'], answers=True)

    def start_manager(self):
        self.start(['openbox', '--sm-disable'])
        wait_until(lambda: '#' in subprocess.run(['xprop', '-root', '_NET_SUPPORTING_WM_CHECK'], capture_output=True,
                                                 encoding='utf-8').stdout, 'the window manager')

    def picture(self, path):
        """Writes all that is on the screen as PNG."""
        subprocess.run(['import', '-silent', '-window', 'root', str(path)], check=False)

    def stop(self):
        for process in reversed(self.processes):
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        os.environ.clear()
        os.environ.update(self.before)
        shutil.rmtree(self.folder, ignore_errors=True)
