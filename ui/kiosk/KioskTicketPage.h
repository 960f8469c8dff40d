// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/hall/Hall.h"
#include "ui/kiosk/KioskPage.h"

#include <QList>

class QLineEdit;
class QStackedLayout;

namespace motcua {

/** A group of services as a kiosk offers it. */
struct KioskGroup
{
    ServiceGroup group = {};
    int waiting = 0;
    std::optional<WaitRange> wait = {};
};

/** What a kiosk knows of a ticket before anybody chose. */
struct KioskPresets
{
    QString letter = {}; ///< of a group; empty: none is chosen
    QStringList priorities = {}; ///< ids of those that follow from a card; whoever stands there may undo them

    friend bool operator==(const KioskPresets &, const KioskPresets &) = default;
};

/** Somebody takes a number: what for, what the desk has to know, and where messages are sent, to which telephone if they want any. */
class KioskTicketPage : public KioskPage
{
    Q_OBJECT

public:
    KioskTicketPage(const QList<KioskGroup> &groups, const HallRules &rules, const KioskPresets &presets, bool asksPhone, const KioskLook &look, const KioskWords &words, QWidget *parent);

    [[nodiscard]] bool back() override;
    [[nodiscard]] QWidget *firstField() const override;
    /** The number is on its way: nothing can be wished twice. */
    void setBusy();

Q_SIGNALS:
    void wished(const motcua::TicketWish &wish);

private:
    [[nodiscard]] QWidget *groupTiles(const QList<KioskGroup> &groups);
    void showNeeds(const KioskGroup &group);
    void showPhone();
    void takePhone();
    void wish(const QString &phone);

    HallRules m_rules;
    QStringList m_presets; ///< of priorities
    bool m_asksPhone = false;
    bool m_isBusy = false; ///< a number is on its way
    QStackedLayout *m_stack = nullptr;
    QWidget *m_needs = nullptr; ///< null until a group is chosen
    QString m_letter;
    QList<QPushButton *> m_chosen; ///< needs, each with its id
    QPushButton *m_take = nullptr; ///< of what is shown
    QPushButton *m_needsTake = nullptr;
    QWidget *m_phonePage = nullptr; ///< null until it is asked for
    QLineEdit *m_phone = nullptr; ///< on it
    QLabel *m_phoneTold = nullptr; ///< likewise
};

/** The number that was drawn, large. */
class KioskNumberPage : public KioskPage
{
    Q_OBJECT

public:
    struct Drawn
    {
        QString number = {};
        ServiceGroup group = {};
        int ahead = 0;
        std::optional<WaitRange> wait = {};
    };
    enum class Paper { None, UnderWay, Out, Failed };

    KioskNumberPage(const Drawn &drawn, Paper paper, const KioskLook &look, const KioskWords &words, QWidget *parent);

    [[nodiscard]] const Drawn &drawn() const { return m_drawn; }
    [[nodiscard]] QString number() const { return m_drawn.number; }
    void setPaper(Paper paper);

private:
    Drawn m_drawn;
    QLabel *m_paper = nullptr;
};

} // namespace motcua
