# SPDX-License-Identifier: GPL-3.0-or-later
"""A walk through the program by keys, which judges each screen it comes to as a screen reader meets it."""
import collections
import os
import re
import subprocess
import time

from screen_reader import ITEMS

WAIT_S = 30  # for one screen; a machine that is busy with other tests is slow
LOOK_S = 0.03
KEY_MS = 80  # from one letter to the next: quicker ones are taken for a code reader
MOST_TABS = 80  # in one run
MOST_REGIONS = 3  # F6 so often at most
NO_ROLE = {"", "invalid", "unknown", "filler", "panel", "frame", "layered pane", "form", "viewport", "scroll pane"}


class Failed(Exception):
    """The walk cannot go on."""


class Walk:
    """Presses keys and waits for what they do; complains, and goes on."""

    def __init__(self, reader, beside):
        self.reader = reader
        self.beside = beside  # has another program of the desk do something
        self.complaints = []
        self.screens = []
        self.controls = 0
        self.began = time.monotonic()

    # Keys

    @staticmethod
    def press(*keys):
        subprocess.run(["xdotool", "key", "--delay", "12", *keys], check=True)

    @staticmethod
    def type(text):
        subprocess.run(["xdotool", "type", "--delay", str(KEY_MS), text], check=True)

    # Waiting

    def until(self, what, seen, seconds=WAIT_S):
        end = time.monotonic() + seconds
        while True:
            found = seen()
            if found:
                return found
            if time.monotonic() > end:
                raise Failed(f"{what} did not come. On the screen:\n{self.drawn()}")
            time.sleep(LOOK_S)

    def drawn(self):
        return "\n".join("  " * len(node.path) + f"{node.role} {node.name!r} {' '.join(sorted(node.states - {'enabled'}))}" for node in self.reader.screen())

    def says(self, pattern):
        """Waits until these words stand somewhere."""
        wanted = re.compile(pattern)
        return self.until(f"{pattern!r}", lambda: next((node for node in self.reader.screen() if wanted.search(node.name)), None))

    def heads(self, pattern):
        """Waits for the heading of a page."""
        wanted = re.compile(pattern)
        return self.until(f"The heading {pattern!r}", lambda: next(
            (node for node in self.reader.screen() if node.role == "heading" and wanted.search(node.name)), None))

    def settled(self):
        """The screen once it is the same twice: lists and counts arrive a little after their page. A clock may go on."""
        before = None
        for _ in range(60):
            now = self.reader.screen()
            if before is not None and [node[:4] for node in now if node.role != "label"] == before:
                return now
            before = [node[:4] for node in now if node.role != "label"]
            time.sleep(LOOK_S)
        return now

    def focused(self, screen=None):
        """The control with the focus: a box with a list has it where its line has it."""
        screen = screen or self.reader.screen()
        # The marked row of a list says that it has the focus also while the list has not.
        owners = [node.path for node in screen if "focused" in node.states and node.role not in ITEMS]
        inside = [one for one in self.reader.controls(screen) if one.role != "combo box text" and any(owner[:len(one.path)] == one.path for owner in owners)]
        return max(inside, key=lambda one: len(one.path), default=None)

    def stands_in(self, role, name=""):
        """Waits until such a control has the focus."""
        def seen():
            now = self.focused()
            return now if now and now.role == role and re.search(name, now.name) else None
        return self.until(f"The focus in {role} {name!r}", seen)

    def there(self, role, name):
        return any(node.role == role and node.name == name for node in self.reader.screen())

    # Moving

    def move(self, key):
        """Presses a key that takes the focus elsewhere, and waits until it is there."""
        before = self.focused()
        self.press(key)
        end = time.monotonic() + 2
        while True:
            now = self.focused()
            if (now and (not before or now.address != before.address)) or time.monotonic() > end:
                return now
            time.sleep(LOOK_S)

    def tab_to(self, role, name="", key="Tab"):
        for _ in range(MOST_TABS):
            now = self.focused()
            if now and now.role == role and re.search(name, now.name):
                return now
            self.move(key)
        raise Failed(f"{key} does not come to a {role} {name!r}.\n{self.drawn()}")

    def leave(self, heading):
        """Esc, until the page is there: it also closes what was said."""
        wanted = re.compile(heading)
        for _ in range(4):
            self.press("Escape")
            end = time.monotonic() + 2
            while time.monotonic() < end:
                if any(node.role == "heading" and wanted.search(node.name) for node in self.reader.screen()):
                    return
                time.sleep(LOOK_S)
        raise Failed(f"Esc does not come back to {heading!r}.\n{self.drawn()}")

    # Judging

    def complain(self, screen, what, node=None, said=""):
        complaint = f"{screen}: {what}" + (f": {node.role} {node.name!r}" if node else "") + (f" ({said})" if said else "")
        print(complaint, flush=True)
        self.complaints.append(complaint)

    def read(self, screen, heading, within=None):
        """Waits for a screen and judges it; `within` are words that tell it from others under the same heading."""
        head = self.heads(heading)
        if within:
            self.says(within)
        now = self.settled()
        if os.environ.get("MOTCUA_SHOW_SCREENS"):
            print(f"== {screen}, {time.monotonic() - self.began:.1f} s\n{self.drawn()}", flush=True)
        controls = self.reader.controls(now)
        self.screens.append(screen)
        self.controls += len(controls)
        if not head.name.strip():
            self.complain(screen, "the heading says nothing", head)
        if not controls:
            self.complain(screen, "nothing can take the focus")
        if not self.focused(now):
            self.complain(screen, "nothing has the focus")
        seen = set()
        for node in controls:
            if not node.name.strip():
                self.complain(screen, "no name", node, self.around(node, now))
            elif (node.role, node.name) in seen:
                self.complain(screen, "the name is not its own", node)
            seen.add((node.role, node.name))
            if node.role in NO_ROLE:
                self.complain(screen, "the role says nothing", node)
            if "enabled" not in node.states:
                self.complain(screen, "takes the focus and does nothing", node)
        before = None
        for node in now:
            if node.role == "label" and before and before.role == "label" and before.name == node.name and len(node.name) > 3:
                self.complain(screen, "a name hides what it says", node)
            before = node
            if node.role == "list item" and not node.name.strip():
                self.complain(screen, "no name", node, self.around(node, now))
        return now

    @staticmethod
    def around(node, screen):
        """Where a nameless control is: the texts beside it."""
        return "beside " + ", ".join(other.name for other in screen if other.path[:-1] == node.path[:-1] and other.name)[:160]

    def turn(self, screen, role, key="space", back=True):
        """Space on the first of this role says the truth about what it did, and takes it back. That it can be checked its role says: Qt 6.4
        does not tell AT-SPI of the state CHECKABLE."""
        node = self.tab_to(role)
        was = "checked" in node.states
        for wanted in (not was, was) if back else (not was,):
            self.press(key)
            try:
                self.until("Another state", lambda wanted=wanted: ("checked" in (self.node(node.address) or node).states) == wanted, 5)
            except Failed:
                self.complain(screen, f"{key} changes nothing that is told", node)

    def node(self, address):
        return next((node for node in self.reader.screen() if node.address == address), None)

    def reach(self, screen, walked=("radio button",), arrows=()):
        """From where it is and three F6 further on, each with a run of Tab, every control has the focus once.

        Of a group of the roles in `walked` Tab meets one, and the arrows go on to the others; `arrows` are pressed first.
        """
        groups = collections.defaultdict(set)
        wanted = {}
        for node in self.reader.controls(self.settled()):
            if node.role != "combo box text":
                wanted[node.role, node.name] = node
            if node.role in walked:
                groups[node.path[:-1]].add((node.role, node.name))
        left = set(wanted)
        for key in arrows:
            start = self.focused()
            left -= {(start.role, start.name), (self.move(key) or start)[1:3]}
        for _ in range(MOST_REGIONS + 1):
            start = now = self.focused()
            for _ in range(MOST_TABS):
                if now:
                    # By its name, which is its own, or by its place where the name has changed meanwhile: a clock runs in some.
                    here = {key for key, node in wanted.items() if node.address == now.address} | {(now.role, now.name)}
                    left -= here.union(*(group for group in groups.values() if group & here))
                if not left:
                    return
                now = self.move("Tab")
                if now and start and now.address == start.address:
                    break
            self.move("F6")
        for key in sorted(left):
            self.complain(screen, "is not reached by F6 and Tab", wanted[key])
