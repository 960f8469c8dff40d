// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/CodeReader.h"
#include "app/devices/SlipPrinter.h"
#include "app/devices/TicketPrinter.h"
#include "app/devices/eid/CardReader.h"
#include "app/devices/eid/TrustStore.h"
#include "app/devices/pcsc/PcscFacts.h"
#include "app/devices/photo/PhotoFault.h"
#include "app/workflows/DeviceLog.h"
#include "app/workflows/MachineFacts.h"
#include "app/workflows/Workplace.h"

#include <QFuture>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <array>
#include <functional>
#include <memory>
#include <optional>

namespace motcua {

class SlipDesk;

/**
 * Looking at the machine of this desk: what reads cards, what shows their photographs, printers, reader of codes and store, all asked off the
 * GUI thread; and the last errors of its devices, from the start of the program on.
 *
 * It looks when it is asked to, and while somebody watches also by itself as soon as a device comes or goes. A look that takes long blocks nothing:
 * what is known already stays in facts().
 */
class LookAtMachine : public QObject
{
    Q_OBJECT

public:
    /** What chips are read with, and whom the centre trusts to have signed them. */
    struct OfCards
    {
        PcscFacts pcsc = {};
        TrustStore trust = {};
        qsizetype leftOut = 0; ///< files in the folders of trust that could not be taken
    };

    /** Nothing: it shows photographs. */
    using OfPhotos = std::optional<PhotoFault>;

    /** How the store of who is signed in stands. */
    struct OfStore
    {
        bool isForked = false; ///< another machine writes the same log
        qint64 clockBehindMs = 0; ///< of the machine, behind the last entry; negative: it is not

        friend bool operator==(const OfStore &, const OfStore &) = default;
    };

    /** Who answers; each is asked on the GUI thread and answers from another. Null: there is nothing of the kind here, and nothing is told of it. */
    struct Sources
    {
        std::function<QFuture<OfCards>()> cards = {};
        std::function<QFuture<OfPhotos>()> photos = {};
        std::function<QFuture<MachineFacts>()> machine = {};
        std::function<QFuture<TicketPrinter::Told>()> tickets = {};
    };

    /** What is known; a part that nobody answered yet is not there. */
    struct Facts
    {
        std::optional<OfCards> cards = {};
        std::optional<OfPhotos> photos = {};
        std::optional<Result<QList<Printer>>> printers = {};
        std::optional<MachineFacts> machine = {};
        std::optional<TicketPrinter::Told> tickets = {};
        std::optional<Result<OfStore>> store = {};
    };

    explicit LookAtMachine(QObject *parent = nullptr);
    ~LookAtMachine() override;

    void setSources(Sources sources) { m_sources = std::move(sources); }
    [[nodiscard]] const Sources &sources() const { return m_sources; }

    /** Their errors are noted from now on; each outlives this object or ends with it. */
    void follow(CardReader *reader);
    void follow(CodeReader *reader);
    /** Its printer is asked which printers there are; without one slips are printed nowhere. */
    void follow(SlipDesk *slips);

    /** Somebody signed in at `place`. Errors noted before stay: who looks after the machine may be another person. */
    void begin(const Workplace &place);
    void end();

    /** From now on it also looks by itself; `isWatched`: somebody sees what it finds. */
    void watch(bool isWatched);

    /** Looks at everything once more; while it is looking, again after that. */
    void lookAgain();
    /** Only at what is no work to ask: printers and the machine, and not what reads cards or decodes their photographs. */
    void lookAtOutputs();
    /** What was found before holds no more; for somebody who comes to look after a while. */
    void lookAfresh();

    [[nodiscard]] bool isLooking() const;
    [[nodiscard]] const Facts &facts() const { return m_facts; }
    [[nodiscard]] const QList<DeviceError> &errors() const { return m_log.errors(); }

    /** Of those that are followed; null: there is none. */
    [[nodiscard]] const CardReader *cardReader() const { return m_cardReader; }
    [[nodiscard]] QList<const CodeReader *> codeReaders() const;
    [[nodiscard]] bool hasPrinter() const { return m_printer; }

Q_SIGNALS:
    void changed(); ///< facts(), errors() or isLooking()
    void readerChanged(); ///< the state of cardReader(), also where that is no error

private:
    enum Part { Cards, Photos, Printers, Machine, Tickets, OfPlace, Parts };

    void look(Part part);
    template <typename T, typename Receive>
    void ask(Part part, const QFuture<T> &future, Receive receive);
    void settle(Part part);
    void askStore();
    void note(const DeviceError::What &what);
    void noteCardReader();

    Sources m_sources;
    QPointer<CardReader> m_cardReader;
    CardReader::State m_cardState = CardReader::State::Off; ///< as it was noted last
    QList<QPointer<CodeReader>> m_codeReaders;
    QPointer<SlipPrinter> m_printer;
    std::optional<Workplace> m_place;
    Facts m_facts;
    DeviceLog m_log;
    QTimer m_news; ///< what is plugged in tells so in several steps
    bool m_isWatched = false;
    std::array<bool, Parts> m_isAsked{}; ///< and nobody answered yet: a driver that hangs keeps nothing else waiting
    std::array<bool, Parts> m_isWanted{}; ///< once more, when it is answered
    std::unique_ptr<QObject> m_guest; ///< as long as who is signed in
};

} // namespace motcua
