// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace motcua {

/** Everything a key can do. The names are what settings and tests call them. */
enum class KeyAct {
    Help, Find, CallNext, Recall, Begin, NextRegion, PreviousRegion, Hold, Transfer, Finish, ReadCard, Scan, MiniMode, HideAndLock,
    CallSupervisor, SilentAlarm, Main, NextToDo, Step, ListOrDossier, WithoutTicket, AddDossier, AcceptAndDuplicate, GuidanceOnly,
    ResumeTicket, IssueTicket, ShowToCitizen, Supplement, Print, Break, Note, Complaint, Letters, Undo, Filter, ExportList, EmptyKind, Absent,
    AddRow, Drop, TakeOffer, KeepMine, Guide, Dashboard, Practice, TakeInFile, Machine, Outbox, Back,
    Board,
    Kiosk,
    Appointments,
    ScanAgain,
    ScanLater,
    Reuse,
};

/** One line of the key table. */
struct KeyBinding
{
    KeyAct act = KeyAct::Help;
    int number = 0; ///< which step or list; 0 for acts of which there is one
    QKeySequence keys = {};
    QString id = {}; ///< stable, for settings

    /** The key as buttons print it: "Ctrl+Enter". */
    [[nodiscard]] QString shown() const;
};

/** The table of keys, the same on every screen: buttons print from it, F1 lists it, the window obeys it. */
class KeyMap
{
public:
    /** As shipped. */
    KeyMap();

    [[nodiscard]] const QList<KeyBinding> &bindings() const { return m_bindings; }
    [[nodiscard]] std::optional<KeyBinding> binding(const QKeyCombination &pressed) const;

    /** The key of an act as buttons print it; empty when it has none. */
    [[nodiscard]] QString shown(KeyAct act, int number = 0) const;

    /** This table with another key for one act; nothing when that key is taken or forbidden. */
    [[nodiscard]] std::optional<KeyMap> with(KeyAct act, int number, const QKeySequence &keys) const;

    /** What the act is called on buttons and on the page of keys. */
    [[nodiscard]] static QString label(KeyAct act, int number = 0);

    /** Whether anything in this version answers to the act; the key of any other is kept free for it. */
    [[nodiscard]] static bool isInUse(KeyAct act, int number = 0);

    /** Whether Vietnamese input methods or the desktop own this key. */
    [[nodiscard]] static bool isForbidden(const QKeySequence &keys);

    /** Why this table cannot be used, one line a fault: a key twice, a forbidden key, a bare letter. */
    [[nodiscard]] QStringList faults() const;

private:
    QList<KeyBinding> m_bindings;
};

} // namespace motcua
