// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/Page.h"

#include <QStringList>

class QCheckBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QVBoxLayout;

namespace motcua {

/** A group for which a ticket can be drawn, as words. */
struct GroupLine
{
    QString letter = {};
    QString name = {};
    int waiting = 0;
    QString range = {}; ///< expected wait; empty: unknown

    friend bool operator==(const GroupLine &, const GroupLine &) = default;
};

/** Something a citizen may tell who draws a ticket for them, as words. */
struct NeedLine
{
    QString id = {};
    QString name = {};
    bool isPriority = false; ///< it is called earlier

    friend bool operator==(const NeedLine &, const NeedLine &) = default;
};

/** A ticket is drawn for somebody: a letter, what the desk must know, Ctrl+Enter, and the number in large type. */
class TicketPage : public Page
{
    Q_OBJECT

public:
    explicit TicketPage(QWidget *parent = nullptr);

    void setGroups(const QList<GroupLine> &groups);
    void setNeeds(const QList<NeedLine> &needs);
    /** Whether a telephone may be given, to which it is sent how it stands with the ticket. */
    void setAsksPhone(bool asks);
    /** The ticket came; the page is ready for the next citizen. */
    void setDrawn(const QString &number, const QString &group, const QString &range);
    void setBusy(bool busy);

    /** How a ticket comes onto paper. */
    enum class Paper {
        None, ///< it does not, here
        UnderWay,
        Out,
        Failed,
    };
    /** Of the ticket that was drawn last; that one before it did not come out is told as well, and it is the one to be printed again. */
    void setPaper(const QString &number, Paper paper);
    /** Nothing chosen and nothing drawn. */
    void reset();
    /** Chooses where somebody with a ticket waits on, instead of drawing one; empty: draws. */
    void setTransferred(const QString &number);

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;
    [[nodiscard]] bool enter(QWidget *focused) override;

Q_SIGNALS:
    void wished(const QString &letter, const QStringList &needs, const QString &phone); ///< as TicketPhone::of() gives it; null: none was told
    void printWished(const QString &number); ///< once more

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] int chosen() const; ///< row; -1: none
    [[nodiscard]] bool isPhoneWrong() const;

    QListWidget *m_groups = nullptr;
    QVBoxLayout *m_needs = nullptr;
    QList<QCheckBox *> m_boxes;
    QList<GroupLine> m_groupLines;
    QLabel *m_phoneAsked = nullptr;
    QLineEdit *m_phone = nullptr; ///< hidden where nothing is sent
    QLabel *m_asked = nullptr;
    QWidget *m_right = nullptr; ///< needs and the number drawn
    QString m_transferred;
    QLabel *m_number = nullptr;
    QLabel *m_told = nullptr;
    QLabel *m_onPaper = nullptr;
    Paper m_paper = Paper::None;
    QString m_onPaperNumber; ///< of which m_onPaper tells
    bool m_busy = false;
};

} // namespace motcua
