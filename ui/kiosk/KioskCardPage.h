// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dossier/OwnDossier.h"
#include "ui/kiosk/KioskPage.h"

#include <QList>
#include <QMap>
#include <QStringList>

class QLineEdit;

namespace motcua {

/** What somebody who uses their card at a kiosk is shown; of the person themselves nothing. */
struct KioskCardView
{
    enum class Shows {
        Asking, ///< for the card and its six digits
        Waiting, ///< for the card, the reader or the store
        Own, ///< the dossiers of who was proved
        Ways, ///< what can be done without the card
    };

    Shows shows = Shows::Asking;
    const char *told = nullptr; ///< a sentence marked for "Kiosk": what is wrong, or what happens now
    int number = -1; ///< in the place of %1 in it; −1: there is none
    bool takesDigits = true; ///< of Asking: they may be tried
    const char *warning = nullptr; ///< of Own and Ways: it ends soon
    QList<OwnDossier> dossiers = {};
    QStringList priorities = {}; ///< for the ticket that follows

    friend bool operator==(const KioskCardView &, const KioskCardView &) = default;
};

/** A citizen uses their card: what opens it, how it goes, and what is theirs here; with the ways on that need no card. */
class KioskCardPage : public KioskPage
{
    Q_OBJECT

public:
    /** `groups`: names of the groups by letter; `draws`: numbers are given just now; `looksUp`: a dossier is found by its code here. */
    KioskCardPage(const QMap<QString, QString> &groups, bool draws, bool looksUp, const KioskLook &look, const KioskWords &words, QWidget *parent);

    [[nodiscard]] QWidget *firstField() const override { return m_first; }

    /** Digits that are being typed stay where they are asked for still. */
    void setView(const KioskCardView &view);
    [[nodiscard]] const KioskCardView &view() const { return m_view; }

Q_SIGNALS:
    void digitsTyped(const QString &digits);
    void ticketWanted(const QString &letter); ///< empty: the group is still to be chosen
    void dossierWanted(); ///< by its code

private:
    void draw();
    void drawAsking(QVBoxLayout *texts, QVBoxLayout *lines);
    void drawOwn(QVBoxLayout *inner);
    void drawWays(QVBoxLayout *lines);
    void ask();
    void tell();

    QMap<QString, QString> m_groups;
    bool m_draws;
    bool m_looksUp;
    KioskCardView m_view;
    QWidget *m_body = nullptr;
    QWidget *m_first = nullptr; ///< where the keyboard starts
    QLabel *m_told = nullptr;
    QLineEdit *m_digits = nullptr; ///< while they are asked for
    QPushButton *m_ask = nullptr;
};

} // namespace motcua
