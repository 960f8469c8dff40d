// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/Page.h"

#include <QList>
#include <QTime>

class QLabel;
class QLineEdit;
class QRadioButton;

namespace motcua {

class PaperTable;

/** Somebody on hold, as words. */
struct HeldLine
{
    QString number = {}; ///< "A009"
    QString place = {}; ///< where they are
    QString age = {}; ///< "12′"
    QStringList forms = {}; ///< begun for them and not filed

    friend bool operator==(const HeldLine &, const HeldLine &) = default;
};

/** What lies on the desk that is left for a while, as words. */
struct BreakFacts
{
    QList<HeldLine> held = {};
    QStringList drafts = {}; ///< of nobody on hold
    QStringList desks = {}; ///< other open desks, e.g. "Desk 4"; in the order in which fates name them
    QTime now = {};
    QTime backAt = {}; ///< when the break probably ends; null: nobody knows
    bool mayClose = false; ///< the desk was opened today
};

/** What was said on the page. */
struct BreakChoice
{
    enum class Kind { Break, BackOffice, Close };
    static constexpr int Stays = -1; ///< in `fates`: on hold
    static constexpr int Queue = -2; ///< in `fates`: back among those who wait

    Kind kind = Kind::Break;
    QTime backAt = {}; ///< of a break
    QList<int> fates = {}; ///< of each held line: Stays, Queue, or the place of a desk in BreakFacts::desks
};

/** Before a break: what becomes of whom one has on hold, a key each, and when one is back. It asks nothing that has no answer yet. */
class BreakPage : public Page
{
    Q_OBJECT

public:
    explicit BreakPage(QWidget *parent = nullptr);

    void setFacts(const BreakFacts &facts);
    void setBusy(bool busy);

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;
    [[nodiscard]] bool enter(QWidget *focused) override;

Q_SIGNALS:
    void chosen(const motcua::BreakChoice &choice);
    void handOverAsked(); ///< not a break: somebody else goes on at this desk

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QWidget *kindRow();
    void mark(QChar letter);
    void fill();
    void judge();
    [[nodiscard]] BreakChoice::Kind kind() const;
    [[nodiscard]] QString fateWords(int fate) const;

    BreakFacts m_facts;
    QList<int> m_fates;
    PaperTable *m_table = nullptr;
    QLabel *m_keysLine = nullptr;
    QRadioButton *m_break = nullptr;
    QRadioButton *m_backOffice = nullptr;
    QRadioButton *m_close = nullptr;
    QLineEdit *m_backAt = nullptr;
    QLabel *m_words = nullptr;
    QTime m_time; ///< null: what is typed is no time of today that is still ahead
    bool m_busy = false;
};

} // namespace motcua
