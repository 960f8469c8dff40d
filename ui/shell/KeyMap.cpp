// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/KeyMap.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <array>

namespace motcua {

namespace {

struct Row
{
    KeyAct act;
    const char *id;
    const char *keys;
    const char *label;
    bool inUse = false; ///< some page or the window itself does something with it today
};

constexpr std::array Table = {
    Row{KeyAct::Help, "help", "F1", QT_TRANSLATE_NOOP("KeyMap", "Keys and help"), true},
    Row{KeyAct::Machine, "machine", "Ctrl+F1", QT_TRANSLATE_NOOP("KeyMap", "This machine"), true},
    Row{KeyAct::Find, "find", "F2", QT_TRANSLATE_NOOP("KeyMap", "Find"), true},
    Row{KeyAct::CallNext, "callNext", "F3", QT_TRANSLATE_NOOP("KeyMap", "Call next"), true},
    Row{KeyAct::Recall, "recall", "F4", QT_TRANSLATE_NOOP("KeyMap", "Recall"), true},
    Row{KeyAct::Begin, "begin", "F5", QT_TRANSLATE_NOOP("KeyMap", "Citizen is here"), true},
    Row{KeyAct::NextRegion, "nextRegion", "F6", QT_TRANSLATE_NOOP("KeyMap", "Next part of the window"), true},
    Row{KeyAct::PreviousRegion, "previousRegion", "Shift+F6", QT_TRANSLATE_NOOP("KeyMap", "Previous part of the window"), true},
    Row{KeyAct::Hold, "hold", "F7", QT_TRANSLATE_NOOP("KeyMap", "Hold"), true},
    Row{KeyAct::Transfer, "transfer", "Shift+F7", QT_TRANSLATE_NOOP("KeyMap", "Transfer"), true},
    Row{KeyAct::Finish, "finish", "F8", QT_TRANSLATE_NOOP("KeyMap", "Finish visit"), true},
    Row{KeyAct::ReadCard, "readCard", "F9", QT_TRANSLATE_NOOP("KeyMap", "Read card"), true},
    Row{KeyAct::Scan, "scan", "F10", QT_TRANSLATE_NOOP("KeyMap", "Scan into the paper"), true},
    Row{KeyAct::ScanAgain, "scanAgain", "Shift+F10", QT_TRANSLATE_NOOP("KeyMap", "Scan this page anew"), true},
    Row{KeyAct::ScanLater, "scanLater", "Ctrl+L", QT_TRANSLATE_NOOP("KeyMap", "Scan later"), true},
    Row{KeyAct::Reuse, "reuse", "Ctrl+R", QT_TRANSLATE_NOOP("KeyMap", "Use a paper filed before"), true},
    Row{KeyAct::MiniMode, "miniMode", "F11", QT_TRANSLATE_NOOP("KeyMap", "Small window"), true},
    Row{KeyAct::HideAndLock, "hideAndLock", "F12", QT_TRANSLATE_NOOP("KeyMap", "Hide and lock"), true},
    Row{KeyAct::CallSupervisor, "callSupervisor", "Ctrl+F9", QT_TRANSLATE_NOOP("KeyMap", "Call a supervisor"), true},
    Row{KeyAct::SilentAlarm, "silentAlarm", "Ctrl+F12", QT_TRANSLATE_NOOP("KeyMap", "Silent alarm, held for a second"), true},
    Row{KeyAct::Main, "main", "Ctrl+Return", QT_TRANSLATE_NOOP("KeyMap", "Main act of the step"), true},
    Row{KeyAct::NextToDo, "nextToDo", "Ctrl+E", QT_TRANSLATE_NOOP("KeyMap", "Next thing to put right"), true},
    Row{KeyAct::WithoutTicket, "withoutTicket", "Ctrl+N", QT_TRANSLATE_NOOP("KeyMap", "Serve without a ticket"), true},
    Row{KeyAct::AddDossier, "addDossier", "Ctrl+T", QT_TRANSLATE_NOOP("KeyMap", "Add a dossier"), true},
    Row{KeyAct::AcceptAndDuplicate, "acceptAndDuplicate", "Ctrl+D", QT_TRANSLATE_NOOP("KeyMap", "Accept and duplicate"), true},
    Row{KeyAct::GuidanceOnly, "guidanceOnly", "Ctrl+G", QT_TRANSLATE_NOOP("KeyMap", "Guidance only"), true},
    Row{KeyAct::ResumeTicket, "resumeTicket", "Ctrl+H", QT_TRANSLATE_NOOP("KeyMap", "Resume"), true},
    Row{KeyAct::IssueTicket, "issueTicket", "Alt+N", QT_TRANSLATE_NOOP("KeyMap", "Draw a ticket"), true},
    Row{KeyAct::ShowToCitizen, "showToCitizen", "Ctrl+J", QT_TRANSLATE_NOOP("KeyMap", "Show to citizen"), true},
    Row{KeyAct::Supplement, "supplement", "Ctrl+U", QT_TRANSLATE_NOOP("KeyMap", "Supplement request"), true},
    Row{KeyAct::Print, "print", "Ctrl+P", QT_TRANSLATE_NOOP("KeyMap", "Print, preview"), true},
    Row{KeyAct::Break, "break", "Ctrl+B", QT_TRANSLATE_NOOP("KeyMap", "Break"), true},
    Row{KeyAct::Note, "note", "Ctrl+M", QT_TRANSLATE_NOOP("KeyMap", "Note"), true},
    Row{KeyAct::Complaint, "complaint", "Ctrl+Y", QT_TRANSLATE_NOOP("KeyMap", "Feedback of citizens"), true},
    Row{KeyAct::Letters, "letters", "Ctrl+K", QT_TRANSLATE_NOOP("KeyMap", "Letters of minority scripts"), true},
    Row{KeyAct::Undo, "undo", "Ctrl+Z", QT_TRANSLATE_NOOP("KeyMap", "Undo"), true},
    Row{KeyAct::Filter, "filter", "Ctrl+F", QT_TRANSLATE_NOOP("KeyMap", "Narrow the list"), true},
    Row{KeyAct::ExportList, "exportList", "Alt+X", QT_TRANSLATE_NOOP("KeyMap", "Export the list shown"), true},
    Row{KeyAct::EmptyKind, "emptyKind", "Ctrl+0", QT_TRANSLATE_NOOP("KeyMap", "Why the field is empty"), true},
    Row{KeyAct::Absent, "absent", "Alt+0", QT_TRANSLATE_NOOP("KeyMap", "Declare a whole part absent"), true},
    Row{KeyAct::AddRow, "addRow", "Alt+Ins", QT_TRANSLATE_NOOP("KeyMap", "Add a row"), true},
    Row{KeyAct::Drop, "drop", "Alt+Del", QT_TRANSLATE_NOOP("KeyMap", "Discard"), true},
    Row{KeyAct::TakeOffer, "takeOffer", "Alt+Return", QT_TRANSLATE_NOOP("KeyMap", "Take what is offered"), true},
    Row{KeyAct::KeepMine, "keepMine", "Alt+K", QT_TRANSLATE_NOOP("KeyMap", "Leave it as it is"), true},
    Row{KeyAct::Guide, "guide", "Shift+F1", QT_TRANSLATE_NOOP("KeyMap", "What to ask and look at"), true},
    Row{KeyAct::TakeInFile, "takeInFile", "Ctrl+O", QT_TRANSLATE_NOOP("KeyMap", "Take in a file"), true},
    Row{KeyAct::Outbox, "outbox", "Alt+G", QT_TRANSLATE_NOOP("KeyMap", "Send and receive"), true},
    Row{KeyAct::Board, "board", "Alt+B", QT_TRANSLATE_NOOP("KeyMap", "Hall board"), true},
    Row{KeyAct::Kiosk, "kiosk", "Alt+I", QT_TRANSLATE_NOOP("KeyMap", "Kiosk on this screen"), true},
    Row{KeyAct::Appointments, "appointments", "Alt+H", QT_TRANSLATE_NOOP("KeyMap", "Appointments"), true},
    // Not among the keys everybody has: the page of keys lists it for who may see the dashboard.
    Row{KeyAct::Dashboard, "dashboard", "Alt+D", QT_TRANSLATE_NOOP("KeyMap", "Dashboard")},
    // Likewise, in a training centre.
    Row{KeyAct::Practice, "practice", "Alt+T", QT_TRANSLATE_NOOP("KeyMap", "Practice")},
    Row{KeyAct::Back, "back", "Esc", QT_TRANSLATE_NOOP("KeyMap", "One level back"), true},
};

constexpr int Steps = 6;
constexpr int Lists = 9;
constexpr int ListsInUse = 9;

/** Return of the main block and Enter of the number block are one key to us. */
QKeyCombination plain(const QKeyCombination &pressed)
{
    const Qt::Key key = pressed.key() == Qt::Key_Enter ? Qt::Key_Return : pressed.key();
    return QKeyCombination(pressed.keyboardModifiers() & ~Qt::KeypadModifier, key);
}

} // namespace

QString KeyBinding::shown() const
{
    return keys.toString(QKeySequence::PortableText).replace(QStringLiteral("Return"), QStringLiteral("Enter"));
}

KeyMap::KeyMap()
{
    for (const Row &row : Table) {
        m_bindings.append({row.act, 0, QKeySequence(QLatin1String(row.keys)), QLatin1String(row.id)});
    }
    for (int number = 1; number <= Steps; ++number) {
        m_bindings.append({KeyAct::Step, number, QKeySequence(QStringLiteral("Alt+%1").arg(number)), QStringLiteral("step%1").arg(number)});
    }
    for (int number = 1; number <= Lists; ++number) {
        m_bindings.append(
            {KeyAct::ListOrDossier, number, QKeySequence(QStringLiteral("Ctrl+%1").arg(number)), QStringLiteral("list%1").arg(number)});
    }
}

std::optional<KeyBinding> KeyMap::binding(const QKeyCombination &pressed) const
{
    const QKeySequence keys(plain(pressed));
    const auto found = std::find_if(m_bindings.begin(), m_bindings.end(), [&keys](const KeyBinding &one) { return one.keys == keys; });
    return found == m_bindings.end() ? std::nullopt : std::optional(*found);
}

QString KeyMap::shown(KeyAct act, int number) const
{
    const auto found = std::find_if(
        m_bindings.begin(), m_bindings.end(), [act, number](const KeyBinding &one) { return one.act == act && one.number == number; });
    return found == m_bindings.end() ? QString() : found->shown();
}

std::optional<KeyMap> KeyMap::with(KeyAct act, int number, const QKeySequence &keys) const
{
    KeyMap changed = *this;
    for (KeyBinding &one : changed.m_bindings) {
        if (one.act == act && one.number == number) {
            one.keys = keys;
        }
    }
    return changed.faults().isEmpty() ? std::optional(changed) : std::nullopt;
}

QString KeyMap::label(KeyAct act, int number)
{
    if (act == KeyAct::Step) {
        return QCoreApplication::translate("KeyMap", "Step %1").arg(number);
    }
    if (act == KeyAct::ListOrDossier) {
        return QCoreApplication::translate("KeyMap", "List or dossier %1").arg(number);
    }
    const auto found = std::find_if(Table.begin(), Table.end(), [act](const Row &row) { return row.act == act; });
    return found == Table.end() ? QString() : QCoreApplication::translate("KeyMap", found->label);
}

bool KeyMap::isInUse(KeyAct act, int number)
{
    if (act == KeyAct::Step || act == KeyAct::ListOrDossier) {
        return number <= (act == KeyAct::Step ? Steps : ListsInUse);
    }
    const auto found = std::find_if(Table.begin(), Table.end(), [act](const Row &row) { return row.act == act; });
    return found == Table.end() || found->inUse;
}

bool KeyMap::isForbidden(const QKeySequence &keys)
{
    if (keys.count() != 1) {
        return true;
    }
    const QKeyCombination one = keys[0];
    const Qt::KeyboardModifiers with = one.keyboardModifiers();
    const bool isFunctionKey = one.key() >= Qt::Key_F1 && one.key() <= Qt::Key_F35;
    const bool isModifier = one.key() == Qt::Key_Shift || one.key() == Qt::Key_Control || one.key() == Qt::Key_Alt
        || one.key() == Qt::Key_Super_L || one.key() == Qt::Key_Super_R || one.key() == Qt::Key_Meta;
    return isModifier || with.testFlag(Qt::MetaModifier) || (with.testFlag(Qt::ControlModifier) && one.key() == Qt::Key_Space)
        || (with.testFlag(Qt::ControlModifier) && with.testFlag(Qt::ShiftModifier))
        || (with.testFlag(Qt::AltModifier) && with.testFlag(Qt::ShiftModifier))
        || (with.testFlag(Qt::AltModifier) && one.key() == Qt::Key_F4)
        || (with.testFlag(Qt::ControlModifier) && with.testFlag(Qt::AltModifier) && isFunctionKey);
}

QStringList KeyMap::faults() const
{
    QStringList faults;
    QSet<QString> seen;
    for (const KeyBinding &one : m_bindings) {
        const QString shown = one.shown();
        if (seen.contains(shown)) {
            faults.append(QStringLiteral("%1: %2 is taken").arg(one.id, shown));
        }
        seen.insert(shown);
        if (isForbidden(one.keys)) {
            faults.append(QStringLiteral("%1: %2 belongs to the input method or the desktop").arg(one.id, shown));
        } else if (one.keys[0].keyboardModifiers() == Qt::NoModifier && one.keys[0].key() < Qt::Key_Escape) {
            faults.append(QStringLiteral("%1: %2 is a letter").arg(one.id, shown));
        }
    }
    return faults;
}

} // namespace motcua
