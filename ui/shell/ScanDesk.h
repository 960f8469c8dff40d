// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/CodeReader.h"
#include "models/catalogue/Catalogue.h"
#include "models/dossier/ScannedCode.h"
#include "ui/widgets/Notice.h"

#include <QList>
#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>

namespace motcua {

class WedgeFilter;

/**
 * Everything that was scanned, on whatever screen: tells what it means to whoever serves it.
 *
 * Without a signed-in officer and while the window is locked nothing is read out; that something came then is said after coming back.
 */
class ScanDesk : public QObject
{
    Q_OBJECT

public:
    /** Listens to readers that pass for a keyboard from the beginning, so that they type into no field of the sign-in either. */
    explicit ScanDesk(QObject *parent = nullptr);

    /** Starts `reader`, which outlives this object or ends with it, and listens to it. */
    void listen(CodeReader *reader);

    /** `isLocked` is asked at each code. */
    void setLocked(const std::function<bool()> &isLocked) { m_isLocked = isLocked; }

    /** Asked of each code before anything else is, also while the window is locked: whether it is somebody else's, such as a kiosk's. */
    void setInstead(const std::function<bool(const ScannedCode &)> &taker) { m_instead = taker; }

    /** Somebody signed in, or came back: codes mean what `catalogue` says. `isNew`: it is another person than before. */
    void begin(const Catalogue &catalogue, bool isNew = true);
    /** They signed out. */
    void end();

    /** Of the code that unknownScanned() tells of: it went into a field. */
    void setTaken() { m_isTaken = true; }

    /** For the status line: "Code reader ✔"; empty on a machine without one. */
    [[nodiscard]] QString deviceWords() const;
    /** One that passes for a keyboard was used since the program was started. */
    [[nodiscard]] bool typesCodes() const { return m_hasTyped; }

Q_SIGNALS:
    void personScanned(const motcua::ScannedCode &code); ///< of a card; see isOnlyDigits()
    void ticketScanned(const QString &number); ///< "A013": whether it is one of today, the hall knows
    void appointmentScanned(const QString &code); ///< six digits: whether anybody is expected by them, the store knows
    void dossierScanned(const QString &code);
    void unknownScanned(const motcua::ScannedCode &code); ///< see setTaken(); a result, a procedure, or words nobody knows
    void said(const motcua::Notice &notice);
    void saidBeside(const motcua::Notice &notice); ///< of the reader, not of the code: what the code brought up stays
    void devicesChanged(); ///< deviceWords() answers otherwise

private:
    void take(const QByteArray &bytes, ScannedCode::Way way);
    void tell(const ScannedCode &code);
    void hint(const ScannedCode &code);
    void refuseLong();
    [[nodiscard]] bool isOpen() const;

    WedgeFilter *m_wedge = nullptr;
    QList<QPointer<CodeReader>> m_readers;
    std::function<bool()> m_isLocked;
    std::function<bool(const ScannedCode &)> m_instead;
    std::optional<Catalogue> m_catalogue; ///< while somebody is signed in
    bool m_wasHinted = false;
    bool m_cameWhileLocked = false;
    bool m_hasTyped = false;
    bool m_isTaken = false;
};

} // namespace motcua
