"""The lines that a window prints when it is started with --test-log: one for each thing that
happens."""

import re
import threading

import display

# After one of these the actors stand elsewhere until the window says that it is at rest.
UNREST = re.compile(r'(opened|new|edit|undo|redo|view|planes|look|zoom|select|propose|withdraw)\b')
# What GTK says when the program has done something wrong.
COMPLAINT = re.compile(r'(WARNING|CRITICAL) \*\*|-(WARNING|CRITICAL)\b')


class Log:
    def __init__(self, stream):
        self.lines = []
        self.seen = 0  # how many of them a test has waited for
        self.ended = False
        self.changed = threading.Condition()
        threading.Thread(target=self.read, args=[stream], daemon=True).start()

    def read(self, stream):
        with stream:
            for line in stream:
                with self.changed:
                    self.lines.append(line.rstrip('\n').removeprefix('LOG '))
                    self.changed.notify_all()
        with self.changed:
            self.ended = True
            self.changed.notify_all()

    def until(self, condition, what):
        result = None

        def ask():
            nonlocal result
            result = condition()
            return result or self.ended

        with self.changed:
            self.changed.wait_for(ask, display.PATIENCE)
        if not result:
            raise AssertionError(f'waited in vain for {what}')
        return result

    def wait(self, pattern):
        """The first line that matches, of those after the last one that was waited for."""
        def find():
            for i in range(self.seen, len(self.lines)):
                match = re.match(pattern, self.lines[i])
                if match:
                    self.seen = i + 1
                    return match
            return None
        return self.until(find, f'the line "{pattern}"')

    def rest(self):
        """Waits until the window has shown all that has happened so far."""
        def rests():
            news = (line for line in reversed(self.lines)
                    if line in ('at rest', 'welcome') or UNREST.match(line))
            return next(news, '') in ('at rest', 'welcome')
        self.until(rests, 'the line "at rest"')

    def last(self, pattern):
        """The newest line that matches, whether it was waited for or not."""
        matches = (re.match(pattern, line) for line in reversed(self.lines))
        return next((match for match in matches if match), None)

    def count(self, pattern):
        return sum(re.match(pattern, line) is not None for line in self.lines)

    def complaints(self):
        return [line for line in self.lines if COMPLAINT.search(line)]
