# SPDX-License-Identifier: GPL-3.0-or-later
"""The ways through the program, by keys alone, and the list of screens they come to."""
import re

# Each screen and the page it shows.
SCREENS = {
    "sign-in": "SignInPage", "open-day": "OpenDayPage", "worklist": "WorklistPage", "pin": "NewSecretPage",
    "password": "NewSecretPage", "list-awaiting": "WorklistPage", "list-ready": "WorklistPage", "list-drafts": "WorklistPage", "filter": "WorklistPage",
    "list-post": "WorklistPage", "envelope": "ProcedurePage", "draw-ticket": "TicketPage", "ticket-drawn": "TicketPage", "called": "WorklistPage", "procedure": "ProcedurePage", "hold": "ProcedurePage",
    "held": "WorklistPage", "transfer": "TicketPage", "finder": "WorklistPage", "form": "FormPage", "letters": "FormPage", "guide": "FormPage",
    "form-answered": "FormPage", "papers": "PapersPage", "files": "FilesPage", "ask": "StepPage", "refuse": "StepPage", "papers-met": "PapersPage",
    "fee": "FeePage", "fee-change": "FeePage", "accept": "AcceptPage", "citizen": "AcceptPage", "preview": "PreviewPage", "accepted": "AcceptedPage",
    "found": "WorklistPage", "quick-view": "WorklistPage", "machine": "MachinePage", "outbox": "OutboxPage", "appointments": "BookingPage", "list-conflicts": "WorklistPage", "conflict-desk": "ConflictPage", "conflict-said": "ConflictPage", "export": "WorklistPage", "dossier": "DossierPage", "keys": "KeysPage",
    "handbook": "HandbookPage", "note": "NotePage", "papers-of-the-dossier": "DossierPapersPage", "step": "StepPage", "supplement": "StepPage",
    "practice": "PracticePage", "practice-called": "WorklistPage", "break": "WorklistPage", "before-break": "BreakPage", "hand-over-shift": "ShiftHandOverPage",
    "card-key": "CardPage", "needs": "NeedsPage", "correct": "CorrectPage", "locked": "SignInPage", "unlocked": "WorklistPage",
    "dashboard": "DashboardPage", "dashboard-list": "DashboardListPage",
    "new-unit": "FirstRunPage", "new-administrator": "FirstRunPage", "new-key": "FirstRunPage", "new-key-typed": "FirstRunPage", "new-sign-in": "SignInPage",
}
DOSSIER = r"^[\w.]+-\d{6}-\d+ · "  # its code, then its procedure
LISTS = "^Dossiers$"
PIN = "493817"
SECRET = "hoa no bon mua"
# What an invented citizen answers, by words of the question.
ANSWERS = (
    (r"birth", "5/3/85"),
    (r"personal", "000185012345"),
    (r"residence|address|live", "12 Tran Phu, phuong Hoa An"),
    (r"register", "Uy ban nhan dan phuong Hoa An"),
    (r"cop(y|ies)", "2"),
    (r"", "Nguyen Thi Hoa"),
)


def sign_in(walk, place, secret):
    """As the person who stands at `place` in the list of names."""
    walk.tab_to("combo box", key="shift+Tab")
    walk.press(*["Up"] * 3, *["Down"] * place, "Return")
    walk.stands_in("password text")
    walk.type(secret)
    walk.press("Return")


def answer(walk):
    """What is still to be asked, one after the other: a text for a text, the first choice for a choice."""
    for _ in range(40):
        if not walk.there("push button", "Go there"):
            return
        before = walk.focused()
        walk.press("ctrl+e")
        walk.settled()
        now = walk.focused() or before
        if now.role == "text":
            text = next(text for pattern, text in ANSWERS if re.search(pattern, now.name.lower()))
            walk.press("ctrl+a")
            walk.type(text)
            walk.press("Return")
        else:
            walk.press("Down")
        walk.settled()
    walk.until("An answered form", lambda: not walk.there("push button", "Go there"), 1)


def meet(walk):
    """Every paper is here and right."""
    for _ in range(8):
        if not walk.there("push button", "Go there"):
            break
        walk.press("ctrl+e")
        walk.settled()
        walk.press("plus")
        walk.settled()
    walk.press("plus")  # on the identity, which is no task but is to be proved
    walk.settled()


def menu(walk, entry):
    """An entry of the officer's own menu, from the list."""
    for _ in range(6):
        now = walk.move("F6")
        if now and now.name.startswith("Find a dossier"):
            break
    walk.tab_to("button menu", "^Menu of ")
    walk.press("space")
    for _ in range(20):
        before = walk.reader.told
        walk.press("Down")
        walk.until("Another entry", lambda before=before: walk.reader.spoken() and walk.reader.told != before)
        if re.search(entry, walk.reader.spoken()):
            break
    walk.press("Return")


def begin_day(walk):
    walk.read("sign-in", "^Sign in$")
    walk.reach("sign-in")
    sign_in(walk, 1, "tap huan quay ba")
    walk.read("open-day", ".", within="^Money in the drawer$")
    walk.type("500k")
    walk.press("ctrl+Return")
    walk.read("worklist", LISTS)
    walk.reach("worklist")
    menu(walk, "PIN of today")
    walk.read("pin", "^PIN of today$")
    walk.type(PIN)
    walk.press("Return")
    walk.stands_in("password text", "once more")
    walk.type(PIN)
    walk.press("ctrl+Return")
    walk.heads(LISTS)
    walk.settled()
    menu(walk, "Change the password")
    walk.read("password", "^Change the password$")
    walk.leave(LISTS)
    for key, screen in (("4", "list-awaiting"), ("5", "list-ready"), ("7", "list-drafts")):
        walk.press("ctrl+" + key)
        walk.read(screen, LISTS)
    walk.press("ctrl+3")
    walk.read("list-post", LISTS)
    walk.press("ctrl+Return")
    walk.read("envelope", "^Envelope from the post", within="^Sheets inside$")
    walk.reach("envelope")
    walk.press("F8")
    walk.heads(LISTS)
    walk.settled()
    walk.press("ctrl+1")
    walk.settled()
    walk.press("alt+g")
    walk.read("outbox", "^Send and receive", within="belongs to no portal")
    walk.reach("outbox")
    walk.leave(LISTS)
    walk.settled()
    walk.press("alt+h")
    walk.read("appointments", "^Appointments on", within="^Nobody is expected")
    walk.reach("appointments")
    walk.leave(LISTS)
    walk.settled()
    walk.press("ctrl+f")
    walk.stands_in("text", "Only this procedure")
    walk.read("filter", LISTS)
    walk.press("Escape")
    walk.settled()
    walk.press("ctrl+b")
    walk.read("break", LISTS, within="^10 minutes")
    walk.press("Escape")
    walk.settled()


def serve(walk):
    """A ticket from the machine to the form."""
    walk.press("alt+n")
    walk.read("draw-ticket", "^Draw a ticket$")
    walk.reach("draw-ticket")
    walk.turn("draw-ticket", "check box")
    walk.tab_to("list", key="shift+Tab")
    walk.press("a")
    walk.press("ctrl+Return")
    walk.says("^WAITING 1$")
    walk.read("ticket-drawn", "^Draw a ticket$")
    walk.leave(LISTS)
    walk.press("F3")
    walk.read("called", LISTS, within="^call 1/3$")
    walk.reach("called")
    walk.press("F4")
    walk.says("^call 2/3$")
    walk.press("shift+F7")
    walk.read("transfer", "^Transfer ")
    walk.leave(LISTS)
    walk.press("F5")
    walk.read("procedure", "^Procedure$")
    walk.press("F7")
    walk.read("hold", "^Procedure$", within="^Question: |Where does")
    walk.press("1")
    walk.read("held", LISTS, within="^ON HOLD 1$")
    walk.press("ctrl+h")
    walk.heads("^Procedure$")
    walk.settled()
    walk.press("Down")
    walk.press("Right")
    walk.read("needs", "^What to bring")
    walk.leave("^Procedure$")
    walk.settled()
    walk.type("trich luc")
    walk.says("000635")
    walk.press("Return")
    walk.read("form", "000635")
    walk.reach("form")
    walk.turn("form", "check box")
    walk.press("F9")
    walk.read("card-key", "^Who is here$", within="^What opens the chip$")
    walk.reach("card-key")
    walk.leave("000635")
    walk.tab_to("text", "^Full name of the requester")
    walk.press("ctrl+k")
    walk.read("letters", "000635", within="^b with stroke$")
    walk.press("Escape")
    walk.settled()
    walk.press("shift+F1")
    walk.read("guide", "000635")
    walk.press("shift+F1")
    walk.settled()
    walk.press("ctrl+F1")
    walk.read("machine", "^This machine$", within="in order|to see to")
    walk.reach("machine")
    walk.leave("000635")
    walk.stands_in("text", "^Full name of the requester")
    answer(walk)
    walk.read("form-answered", "000635")
    walk.press("ctrl+Return")


def accept(walk):
    """From the papers to the slip."""
    walk.read("papers", "^Papers")
    walk.reach("papers")
    walk.press("ctrl+o")
    walk.read("files", "^Take in a file")
    walk.leave("^Papers")
    walk.press("ctrl+u")
    walk.read("ask", "^Ask for")
    walk.turn("ask", "check box", back=False)
    walk.press("alt+Insert")
    walk.press("alt+Insert")
    walk.read("ask", "^Ask for")
    walk.reach("ask")
    walk.press("ctrl+u")
    walk.read("refuse", "^Refuse")
    walk.leave("^Papers")
    meet(walk)
    walk.read("papers-met", "^Papers")
    walk.press("ctrl+Return")
    walk.read("fee", "^Fee · the whole visit")
    walk.reach("fee")
    walk.press("4")
    walk.until("Another means", lambda: any(node.role == "radio button" and node.name.startswith("4") and "checked" in node.states for node in walk.reader.screen()))
    walk.press("1")
    walk.until("Cash again", lambda: any(node.role == "radio button" and node.name.startswith("1") and "checked" in node.states for node in walk.reader.screen()))
    walk.press("Return")  # cash: on to the amount
    walk.stands_in("text", "Amount given")
    walk.type("500k")
    walk.says("^CHANGE$")
    walk.read("fee-change", "^Fee · the whole visit")
    walk.press("ctrl+Return")
    walk.read("accept", "^Accept · ")
    walk.reach("accept")
    walk.press("ctrl+j")
    walk.read("citizen", "^Accept · ", within="^Please read: what is wrong is put right")
    walk.press("ctrl+j")
    walk.settled()
    walk.press("ctrl+p")
    walk.read("preview", "^Preview · ")
    walk.leave("^Accept · ")
    walk.press("ctrl+Return")
    walk.read("accepted", "^Accepted$")
    walk.until("The slip", lambda: any("slip is" in node.name and node.name.startswith("✔") for node in walk.reader.screen()))
    walk.press("ctrl+Return")
    walk.heads(LISTS)


def find(walk):
    """The dossier again, and what can be done with it."""
    walk.settled()
    walk.press("F2")
    walk.type("ng t hoa")
    walk.read("finder", LISTS)
    walk.says("NGUYEN THI HOA|Nguyen Thi Hoa")
    walk.press("Down")
    walk.press("Tab")
    walk.read("found", LISTS)
    walk.tab_to("table")
    walk.press("space")
    walk.read("quick-view", LISTS, within="^Quick view$")
    walk.press("alt+x")
    walk.read("export", LISTS, within="^into the folder$")
    walk.press("Escape")
    walk.settled()
    walk.tab_to("table")
    walk.press("Return")
    walk.read("dossier", DOSSIER)
    walk.reach("dossier")
    walk.press("F1")
    walk.read("keys", "^Keys · ")
    walk.press("F1")
    walk.read("handbook", "^Handbook · ")
    walk.reach("handbook")
    walk.leave(DOSSIER)
    walk.press("ctrl+m")
    walk.read("note", "^Note on the dossier$")
    walk.leave(DOSSIER)
    walk.press("ctrl+o")
    walk.read("papers-of-the-dossier", "^Papers · ")
    walk.leave(DOSSIER)
    walk.press("s")
    walk.read("correct", "^Correct after acceptance")
    walk.reach("correct")
    walk.leave(DOSSIER)
    walk.press("ctrl+Return")
    walk.read("step", "^Hand on")
    walk.press("ctrl+Return")
    walk.says("^4 Processing$")
    walk.heads(DOSSIER)
    walk.settled()
    walk.press("2")
    walk.read("supplement", "^(?!Hand on)(?!H26)", within="^WHAT IS ASKED FOR")
    walk.leave(DOSSIER)
    walk.leave(LISTS)


def compare(walk):
    """What another desk wrote otherwise meanwhile, decided."""
    walk.beside("training", "contradiction")
    walk.press("ctrl+9")
    walk.until("A dossier in conflict", lambda: reopened(walk))
    walk.read("list-conflicts", LISTS)
    walk.tab_to("table")
    walk.press("Return")
    walk.read("conflict-desk", "^Conflict desk · ")
    walk.reach("conflict-desk")
    walk.press("ctrl+e")  # the first that this officer may decide
    walk.press("1")
    walk.press("ctrl+e")
    walk.press("e")
    walk.read("conflict-said", "^Conflict desk · ", within="^Something else|something else")
    walk.type("02001112223")
    walk.press("ctrl+Return")
    walk.heads(LISTS)
    walk.settled()
    walk.press("ctrl+1")
    walk.settled()


def reopened(walk):
    """Whether the list of what is in conflict has a row; it is opened anew each time, as a new row waits behind a button."""
    walk.press("ctrl+9")
    walk.settled()
    return any(node.role in ("cell", "table cell") for node in walk.reader.screen())


def lead(walk):
    """Practice, the lock, and what whoever leads the centre sees."""
    walk.press("alt+t")
    walk.read("practice", "^Practice$")
    walk.press("ctrl+a")
    walk.type("3")
    walk.press("ctrl+Return")
    walk.read("practice-called", LISTS, within="The hall is filled")
    walk.press("ctrl+b")
    walk.read("before-break", "^Before the break$")
    walk.reach("before-break")
    walk.press("ctrl+b")
    walk.read("hand-over-shift", "^Hand over the shift$")
    walk.reach("hand-over-shift")
    walk.leave(LISTS)
    walk.press("F12")
    walk.read("locked", "^Unlock$")
    walk.type(PIN)
    walk.press("Return")
    walk.read("unlocked", LISTS)
    walk.press("F12")
    walk.heads("^Unlock$")
    walk.press("F12")
    walk.heads("^Sign in$")
    sign_in(walk, 2, "tap huan truong ca")
    walk.says("^Menu of Ksor H’Lan$")
    walk.press("alt+d")
    walk.read("dashboard", "^Dashboard · ")
    walk.reach("dashboard", walked=("push button",), arrows=["Right"] * 3)
    walk.tab_to("push button", "^In hand")
    walk.press("Return")
    walk.read("dashboard-list", "^Dashboard · ", within=r"^\d+ (dossiers|tickets)$")


def training(walk):
    """A visit and what lies around it, in the prepared centre."""
    begin_day(walk)
    serve(walk)
    accept(walk)
    find(walk)
    compare(walk)
    lead(walk)


def first_run(walk):
    """A new desk, until whoever set it up may sign in."""
    walk.read("new-unit", "^New desk · 1 of 4")
    walk.turn("new-unit", "check box")
    walk.tab_to("text", "^Name of the centre$")
    for text in ("Trung tam", "Uy ban", "Hoa An", "H26.31.05"):
        walk.type(text)
        walk.press("Return")
    walk.press("ctrl+Return")
    walk.read("new-administrator", "^New desk · 2 of 4")
    for text in ("Le Van Thu", SECRET, SECRET):
        walk.type(text)
        walk.press("Return")
    walk.press("ctrl+Return")
    walk.read("new-key", "^New desk · 3 of 4")
    key = "".join(walk.says(r"^([0-9A-Z]{5}\s*){8}$").name.split())
    walk.press("ctrl+Return")
    walk.read("new-key-typed", "^New desk · 4 of 4")
    walk.type(key)
    walk.press("ctrl+Return")
    walk.read("new-sign-in", "^Sign in$")
