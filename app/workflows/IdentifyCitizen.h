// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/CardError.h"
#include "app/workflows/Workplace.h"
#include "models/dossier/OwnDossier.h"
#include "models/dossier/ScannedCode.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace motcua {

class CardReader;
class ReadCard;

/**
 * A citizen at a kiosk who lays their identity card there: what they are shown by it, and nothing that outlives their turn.
 *
 * Only a card that is Verified (signed by an issuer we trust, in the chip it was made for, not over) shows its holder's dossiers. Of any other, and of the
 * code printed on a card, which anybody may have photographed, follows nothing but what everybody may claim of themselves: the priorities by birth date.
 * Of one that was forged or copied nothing follows. What the chip said is forgotten as soon as that is decided: no name, number or picture is kept here.
 */
class IdentifyCitizen : public QObject
{
    Q_OBJECT

public:
    static constexpr int MostTries = 3; ///< wrong digits, until the card is taken off
    static constexpr int GoneMs = 10'000; ///< so long after the card was taken away the identification stays
    static constexpr qint64 PastMs = 90LL * 24 * 3'600'000; ///< dossiers that are ended are told of when they were received since

    enum class Step {
        Idle, ///< nobody is there
        DigitsWanted, ///< nothing is known that opens the card, or what was tried does not: see fault()
        CardWanted, ///< it is known, and no card lies there; see fault() for what became of the one before
        Reading,
        LookingUp, ///< it is proved
        Known, ///< it is proved, and dossiers() are those of its holder
        Weak, ///< it was read, and no dossiers are shown by it: see weakness()
        Refused, ///< it was altered, copied, or signed by nobody who may
        Failed, ///< it cannot be read: see fault()
    };
    enum class Weakness {
        None,
        Expired,
        IssuerUnknown,
        NotProved,
        NoNumber, ///< a document without a personal number
        NotAnswered, ///< the store did not
    };
    enum class CodeFault {
        None,
        Damaged,
        OldNumber, ///< of an identity card of nine digits
    };

    explicit IdentifyCitizen(QObject *parent = nullptr);
    ~IdentifyCitizen() override;

    /** It outlives this object, or ends with it; null: this machine has none. */
    void use(CardReader *reader);
    /** Milliseconds since 1970-01-01 UTC. */
    void setClock(std::function<qint64()> now) { m_now = std::move(now); }
    /** For tests a shorter time. */
    void setGoneMs(int goneMs) { m_gone.setInterval(goneMs); }

    /** Somebody wants to. Whatever was of who was there before is gone. */
    void begin(const Workplace &place);
    /** Six digits printed on the card; anything else does nothing. */
    void tryDigits(const QString &digits);
    /** What was scanned: the code of a card, or the zone of a document, opens the chip. */
    void takeCode(const ScannedCode &code);
    /** Who was there has left: everything is forgotten, and what is still answered is nobody's. Tells nothing. */
    void end();

    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] const std::optional<CardError> &fault() const { return m_fault; }
    [[nodiscard]] Weakness weakness() const { return m_weakness; }
    [[nodiscard]] CodeFault codeFault() const { return m_codeFault; }
    [[nodiscard]] bool hasCode() const { return m_hasCode; } ///< one was taken, and no chip was read since
    [[nodiscard]] int triesLeft() const; ///< of wrong digits; the card itself may leave fewer
    [[nodiscard]] bool isCardGone() const { return m_isGone; } ///< it was taken away after it was read, and gone() follows
    [[nodiscard]] const QList<OwnDossier> &dossiers() const { return m_dossiers; } ///< first those with something to be done here, then the newest
    [[nodiscard]] const QStringList &priorities() const { return m_priorities; } ///< ids of TicketPriority, by birth date

Q_SIGNALS:
    void changed();
    void gone(); ///< the card was taken away some time ago; end() is for whoever is told

private:
    void follow();
    void followReader();
    [[nodiscard]] bool lies() const;
    void judge();
    void lookUp(const QString &number);
    void take(const QList<Dossier> &found);
    void setBorn(const std::optional<PartialDate> &born);
    [[nodiscard]] QDate today() const;

    ReadCard *m_reading = nullptr;
    std::function<qint64()> m_now;
    std::unique_ptr<QObject> m_guest; ///< as long as who is there
    std::optional<Workplace> m_place; ///< likewise
    Step m_step = Step::Idle;
    std::optional<CardError> m_fault;
    Weakness m_weakness = Weakness::None;
    CodeFault m_codeFault = CodeFault::None;
    int m_tries = 0;
    bool m_hasCode = false;
    bool m_isJudged = false; ///< the chip was read
    bool m_isGone = false;
    QTimer m_gone;
    QList<OwnDossier> m_dossiers;
    QStringList m_priorities;
};

} // namespace motcua
