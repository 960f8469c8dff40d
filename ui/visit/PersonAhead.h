// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dossier/ScannedCode.h"
#include "ui/shell/VisitPanel.h"

#include <QObject>

namespace motcua {

class CardDesk;
class MainWindow;

/**
 * Who is here, before it is known with what: their card or its code is read while the procedure is still being chosen, and waits for the form it fills.
 *
 * What was read stays in memory until CardDesk::forget(), and nowhere else.
 */
class PersonAhead : public QObject
{
    Q_OBJECT

public:
    /** Both outlive this object. */
    PersonAhead(MainWindow *window, CardDesk *cards, QObject *parent = nullptr);

    /** F9. */
    void read();
    /** A card, or the zone of a document, was scanned. */
    void take(const ScannedCode &code);
    /** A card was laid on the reader. */
    void laid();
    /** The reading of the card has ended. */
    void tellVerdict();
    /** The card that lies there could not be read with what was scanned. */
    void tellUnread(const QString &why);
    /** The zone of the document was typed or scanned. */
    void tellZone();

    /** The procedure is being chosen for who is here: the form that opens is theirs. */
    void setGoingOn(bool goesOn) { m_goesOn = goesOn; }
    [[nodiscard]] bool goesOn() const { return m_goesOn; }

    /** For the panel beside the work; empty while nothing is known of who is here. */
    [[nodiscard]] VisitFacts facts() const;

private:
    [[nodiscard]] QString number() const;

    MainWindow *m_window = nullptr;
    CardDesk *m_cards = nullptr;
    bool m_goesOn = false;
};

} // namespace motcua
