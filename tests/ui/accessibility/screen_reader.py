# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader sees of one program: its tree over AT-SPI, read in a few rounds of questions asked all at once."""
import collections

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

ACCESSIBLE = "org.a11y.atspi.Accessible"
PROPERTIES = "org.freedesktop.DBus.Properties"
ROOT = "/org/a11y/atspi/accessible/root"
MOST_CHILDREN = 60  # of one object: the rows of long lists are left out
LABELLED_BY = 2
PASSWORD = 40  # the role as a number, which Qt does not give a name of its own
STATES = {4: "checked", 7: "editable", 8: "enabled", 11: "focusable", 12: "focused", 25: "showing"}
# What is inside them says nothing more.
LEAVES = {"push button", "label", "heading", "text", "password text", "list item", "check box", "radio button", "scroll bar", "cell", "column header", "row header", "menu item"}
# Of one owner that takes the focus for them.
ITEMS = {"list item", "cell", "column header", "row header"}

# One thing on the screen: where it is in the tree, what it is, what it is called, its states, and its address on the bus.
Node = collections.namedtuple("Node", "path role name states address")


class ScreenReader:
    """Reads the program with the process id `pid`."""

    def __init__(self, pid):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, Gio.DBusCallFlags.NONE, -1).unpack()[0]
        kind = Gio.DBusConnectionFlags
        self.bus = Gio.DBusConnection.new_for_address_sync(address, kind.AUTHENTICATION_CLIENT | kind.MESSAGE_BUS_CONNECTION)
        self.pid = pid
        self.program = None
        self.roles = {}
        self.told = None  # what the program last told to have the focus
        self.ask([(("org.a11y.atspi.Registry", "/org/a11y/atspi/registry"), "org.a11y.atspi.Registry", "RegisterEvent",
                   GLib.Variant("(s)", ("object:state-changed:focused",)))])
        self.bus.signal_subscribe(None, "org.a11y.atspi.Event.Object", "StateChanged", None, "focused", Gio.DBusSignalFlags.NONE, self.hear)

    def hear(self, _bus, sender, path, _interface, _signal, arguments):
        if arguments.unpack()[1]:
            self.told = (sender, path)

    def ask(self, questions):
        """The answers to (address, interface, method, arguments), all on their way at once; None where nobody answered."""
        answers = [None] * len(questions)
        left = len(questions)

        def come(bus, result, place):
            nonlocal left
            left -= 1
            try:
                answers[place] = bus.call_finish(result).unpack()
            except GLib.Error:
                pass

        for place, ((name, path), interface, method, arguments) in enumerate(questions):
            self.bus.call(name, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, 10_000, None, come, place)
        context = GLib.MainContext.default()
        while left:
            context.iteration(True)
        return answers

    def property(self, address, interface, name):
        return address, PROPERTIES, "Get", GLib.Variant("(ss)", (interface, name))

    def attach(self):
        """Whether the program is on the bus."""
        (programs,) = self.ask([(("org.a11y.atspi.Registry", ROOT), ACCESSIBLE, "GetChildren", None)])
        for name, path in programs[0] if programs else []:
            bus = ("org.freedesktop.DBus", "/org/freedesktop/DBus")
            (pid,) = self.ask([(bus, "org.freedesktop.DBus", "GetConnectionUnixProcessID", GLib.Variant("(s)", (name,)))])
            if pid and pid[0] == self.pid:
                self.program = (name, path)
                return True
        return False

    def children(self, addresses):
        found = self.ask([(address, ACCESSIBLE, "GetChildren", None) for address in addresses])
        return [[tuple(child) for child in one[0][:MOST_CHILDREN]] if one else [] for one in found]

    def level(self, placed):
        """What of `placed` shows."""
        questions = []
        for _, address in placed:
            questions.append((address, ACCESSIBLE, "GetState", None))
            questions.append(self.property(address, ACCESSIBLE, "Name"))
            if address not in self.roles:
                questions.append((address, ACCESSIBLE, "GetRoleName", None))
                questions.append((address, ACCESSIBLE, "GetRole", None))
        answers = iter(self.ask(questions))
        nodes = []
        for path, address in placed:
            states, name = next(answers), next(answers)
            if address not in self.roles:
                role, number = next(answers), next(answers)
                if role and number:
                    self.roles[address] = "password text" if number[0] == PASSWORD else role[0]
            if not states or not name or address not in self.roles:
                continue  # it went away meanwhile
            low, high = states[0]
            bits = low | high << 32
            words = {word for bit, word in STATES.items() if bits >> bit & 1}
            if "showing" in words:
                nodes.append(Node(path, self.roles[address], name[0], frozenset(words - {"showing"}), address))
        return nodes

    def screen(self):
        """Everything that shows, outer before inner, as it is drawn."""
        found = []
        owners = [((), self.program)]
        while owners:
            placed = []
            for (path, _), children in zip(owners, self.children([address for _, address in owners])):
                placed += [(path + (place,), child) for place, child in enumerate(children)]
            nodes = self.level(placed)
            found += nodes
            owners = [(node.path, node.address) for node in nodes if node.role not in LEAVES]
        return sorted(found, key=lambda node: node.path)

    def spoken(self):
        """The name of what was last told to have the focus: the entries of a menu stand in no tree, and are heard all the same."""
        (text,) = self.ask([self.property(self.told, ACCESSIBLE, "Name")]) if self.told else (None,)
        return text[0] if text else ""

    def described(self, node):
        """What is said of it besides its name."""
        (text,) = self.ask([self.property(node.address, ACCESSIBLE, "Description")])
        return text[0] if text else ""

    def label_of(self, node):
        """What a box with a list is about: Qt gives its value as its name, so its label or its description has to say it."""
        (relations,) = self.ask([(node.address, ACCESSIBLE, "GetRelationSet", None)])
        for kind, targets in relations[0] if relations else []:
            if kind == LABELLED_BY and targets:
                (name,) = self.ask([self.property(tuple(targets[0]), ACCESSIBLE, "Name")])
                return name[0] if name else ""
        return self.described(node)

    def controls(self, screen):
        """What can take the focus; the rows of a list and the inside of a box with a list belong to their owner."""
        found = []
        box = None
        for node in screen:
            if box and node.path[:len(box)] == box:
                if "editable" in node.states:
                    found.append(node._replace(role="combo box text"))
                continue
            box = None
            if node.role == "combo box":
                box = node.path
                node = node._replace(name=self.label_of(node))
            # Words that a mouse may select are no control; a text that is read with the keyboard has the same role to Qt.
            if "focusable" in node.states and node.role not in ITEMS and (node.role != "label" or "focused" in node.states):
                found.append(node)
        return found
