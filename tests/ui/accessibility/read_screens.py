#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every screen as a screen reader meets it: the real program under a display and a bus of its own, driven by keys, read through AT-SPI.

    read_screens.py PROGRAM UI-FOLDER

On each screen every control that can take the focus has a name, a role that says what it is and truthful states, no two of one role share
a name, and the heading can be read. On some screens F6 and Tab are followed until every control had the focus. A page of the program that
no screen here shows fails the test. With MOTCUA_SHOW_SCREENS=1 each screen is written out as it is read.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

from stories import SCREENS, first_run, training

SKIPPED = 77  # what CTest was told stands for it
# Pages no walk comes to: the class and why.
NOT_VISITED = {
    "OfflinePage": "only at a desk that belongs to a portal; tst_OfflineDesk walks it by keys",
    "AftermathPage": "likewise",
    "PaperReceiptPage": "likewise",
    "PaymentCamePage": "likewise",
    "DeskGroupsPage": "opened from the dashboard by whoever leads the hall; tst_DeskActs walks it by keys",
    "HallDayPage": "opened from the dashboard; tst_HallDayPage walks it by keys",
    "FleetPage": "opened from the dashboard and from the page of this machine; tst_FleetPage walks it by keys",
    "NoticePage": "opened from the dashboard by whoever leads the hall; tst_NoticeDesk walks it by keys",
    "BatchScanPage": "opened from the list of what is not scanned, by whoever has a stack; tst_BatchScanPage walks it by keys",
    "HeldPapersPage": "nobody of the prepared centre has filed a paper with a copy before; tst_HeldPapersAtDesk walks it by keys",
    "SigningPinPage": "no desk of the prepared centre signs with a token; tst_SigningAtDesk walks it by keys",
    "RegisterPage": "opened from the page of a certification; tst_RegisterDesk walks it by keys",
    "CertifyPage": "the prepared centre certifies no copies; tst_CertifyPage walks it by keys",
    "FeedbackPage": "nobody has said anything in the prepared centre; tst_FeedbackDesk walks it by keys",
}
PAGE = re.compile(r"^class (\w+Page)\s*(?:final\s*)?:\s*public Page\b", re.MULTILINE)
ARGUMENTS = ("--language", "en", "--theme", "light", "--scale", "100", "--size", "1366x698")


def missing():
    """What the test needs and this machine does not have."""
    lacking = [tool for tool in ("Xvfb", "xdotool", "dbus-run-session") if not shutil.which(tool)]
    try:
        import gi  # noqa: F401
    except ImportError:
        lacking.append("python3-gi")
    if not os.path.exists("/usr/share/dbus-1/services/org.a11y.Bus.service"):
        lacking.append("at-spi2-core")
    return lacking


def unvisited(sources):
    """Pages of the program that no screen of the list shows, and those of the list that are no pages any more."""
    pages = {name for header in pathlib.Path(sources).rglob("*.h") for name in PAGE.findall(header.read_text(encoding="utf-8"))}
    known = set(SCREENS.values()) | set(NOT_VISITED)
    return [f"{page}: no screen shows it" for page in sorted(pages - known)] + [f"{page}: is no page" for page in sorted(known - pages)]


def beside(program, words, folder):
    """What another program does at the desk of the prepared centre."""
    ctl = os.path.join(os.path.dirname(program), "motcua-ctl")
    environment = dict(os.environ, MOTCUA_PASSWORD="tap huan quay ba", QT_QPA_PLATFORM="offscreen")
    subprocess.run([ctl, *words, "--training", "--store", os.path.join(folder, "centre"), "--person", "Trần Minh Đức"], env=environment, check=True,
                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)


def play(story, program, arguments, folder):
    """One story in a program of its own; the walk, as far as it came, and why it stopped."""
    from screen_reader import ScreenReader
    from walk import Failed, Walk
    environment = dict(os.environ, QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1")
    with open(os.path.join(folder, "program.log"), "w+", encoding="utf-8") as log:
        motcua = subprocess.Popen([program, *arguments, *ARGUMENTS], env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        walk = Walk(ScreenReader(motcua.pid), lambda *words: beside(program, words, folder))
        try:
            end = time.monotonic() + 60
            while not walk.reader.attach():
                if motcua.poll() is not None or time.monotonic() > end:
                    raise Failed("The program did not come onto the accessibility bus.")
                time.sleep(0.05)
            story(walk)
            if motcua.poll() is not None:
                raise Failed("The program ended by itself.")
        except Failed as failed:
            log.seek(0)
            walk.complaints.append("the walk stopped")
            print(f"After {walk.screens[-1:]}: {failed}\nThe program said:\n{log.read()[-2000:]}", flush=True)
        finally:
            motcua.kill()
            motcua.wait()
    return walk


def inside(program, sources, folder):
    """On the display and the bus."""
    began = time.monotonic()
    walks = [play(training, program, ["--training", "--store", os.path.join(folder, "centre")], folder),
             play(first_run, program, ["--store", os.path.join(folder, "new")], folder)]
    visited = [screen for walk in walks for screen in walk.screens]
    complaints = [complaint for walk in walks for complaint in walk.complaints]
    lost = unvisited(sources) + [f"{screen}: is on the list and was not visited" for screen in SCREENS if screen not in visited]
    print("\n".join(lost))
    complaints += lost
    print(f"{len(visited)} screens, {sum(walk.controls for walk in walks)} controls, {len(complaints)} complaints, {time.monotonic() - began:.0f} s")
    return 1 if complaints else 0


def stage(program, sources):
    """A display and a bus nobody else has; both end with this."""
    if lacking := missing():
        print("Skipped: this machine has not what a screen reader's test needs: " + ", ".join(lacking))
        return SKIPPED
    folder = tempfile.mkdtemp(prefix="motcua-screens-")
    reading, writing = os.pipe()
    # Two screens: the second is the citizen's. Xvfb takes a number nobody has.
    display = subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-screen", "1", "1366x768x24",
                                "-nolisten", "tcp", "-noreset"],
                               pass_fds=[writing], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        if not number:
            print("Xvfb did not start.")
            return 1
        environment = dict(os.environ, DISPLAY=f":{number}", LC_ALL="C.UTF-8", HOME=folder, XDG_RUNTIME_DIR=folder, GIO_USE_VFS="local")
        for name in ("CONFIG", "DATA", "CACHE", "STATE"):
            environment[f"XDG_{name}_HOME"] = os.path.join(folder, name.lower())
        for name in ("WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS"):
            environment.pop(name, None)
        return subprocess.run(["dbus-run-session", "--", sys.executable, "-B", os.path.abspath(__file__), "--inside", program, sources, folder],
                              env=environment, check=False).returncode
    finally:
        display.terminate()
        display.wait()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    if sys.argv[1] == "--inside":
        sys.exit(inside(*sys.argv[2:]))
    sys.exit(stage(os.path.abspath(sys.argv[1]), sys.argv[2]))
