// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/IdentifyCitizen.h"
#include "ui/kiosk/KioskCardPage.h"

#include <QObject>
#include <QPointer>

namespace motcua {

class CardReaderTurns;
class KioskWindow;

/**
 * The cards of citizens at a kiosk, in words for who stands there.
 *
 * While the kiosk is open the reader of this machine is its own: what is laid there is read by no desk behind it, and the other way round. What is shown of
 * somebody goes with the page: when it is left, when the kiosk is left alone, and some seconds after the card was taken away.
 */
class KioskCards : public QObject
{
    Q_OBJECT

public:
    explicit KioskCards(QObject *parent = nullptr);

    /** The reader this machine shares; it outlives this object, or ends with it. */
    void share(CardReaderTurns *turns);
    void setClock(const std::function<qint64()> &now) { m_citizen->setClock(now); }
    /** Its window, which outlives this object, or ends with it. */
    void join(KioskWindow *window);

    /** A reader was met since the program was started: then citizens are offered to use their cards, also while it is away. */
    [[nodiscard]] bool wasMet() const { return m_wasMet; }

    /** The kiosk was opened at `place`. */
    void open(const Workplace &place);
    /** It was left. */
    void close();

    /** A code of a card, or one that cannot be read, was scanned. */
    void take(const ScannedCode &code);

    [[nodiscard]] IdentifyCitizen *citizen() const { return m_citizen; }

Q_SIGNALS:
    void met(); ///< see wasMet()

private:
    void look();
    void begin();
    [[nodiscard]] KioskCardView view() const;
    void tellAsking(KioskCardView &shown) const;

    IdentifyCitizen *m_citizen = nullptr;
    QPointer<CardReaderTurns> m_turns;
    QPointer<KioskWindow> m_window;
    std::optional<Workplace> m_place; ///< while it is open
    bool m_wasMet = false;
};

} // namespace motcua
