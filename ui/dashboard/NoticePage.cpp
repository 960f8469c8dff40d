// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/NoticePage.h"

#include "models/base/VietnamTime.h"
#include "ui/widgets/EmptyNote.h"
#include "ui/widgets/OptionBox.h"
#include "ui/widgets/WrapLabel.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalBlocker>

#include <algorithm>

namespace motcua {

namespace {

constexpr int Margin = 24;
constexpr int ListWidth = 360;
constexpr qint64 MinuteMs = 60'000;

QString moment(qint64 ms)
{
    const QDateTime at = vietnamTime(ms);
    return at.date() == vietnamTime(QDateTime::currentMSecsSinceEpoch()).date() ? at.toString(u"HH:mm") : at.toString(u"dd/MM HH:mm");
}

/** The first moment of the day so many days after today. */
qint64 dayAfter(int days)
{
    const QDateTime now = vietnamTime(QDateTime::currentMSecsSinceEpoch());
    return now.addDays(days).toMSecsSinceEpoch() - now.time().msecsSinceStartOfDay();
}

} // namespace

NoticePage::NoticePage(QWidget *parent)
    : Page(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Margin, 16, Margin, 20);
    row->setSpacing(24);
    auto *side = new QWidget(this);
    auto *grid = new QGridLayout(side);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    const auto line = [&](int at, const QString &label, QWidget *field) {
        auto *asked = new QLabel(label, side);
        asked->setBuddy(field);
        field->setAccessibleName(label);
        grid->addWidget(asked, at, 0);
        grid->addWidget(field, at, 1);
    };
    m_text = new QLineEdit(side);
    m_english = new QLineEdit(side);
    for (QLineEdit *one : {m_text, m_english}) {
        one->setMaxLength(static_cast<int>(HallNotice::LongestText));
        connect(one, &QLineEdit::textChanged, this, &Page::actsChanged);
    }
    m_until = new OptionBox(side);
    m_until->setEmptyWords(tr("for the rest of the day"));
    m_until->addOption(QStringLiteral("30"), tr("for 30 minutes"));
    m_until->addOption(QStringLiteral("60"), tr("for an hour"));
    m_until->addOption(QStringLiteral("120"), tr("for two hours"));
    m_until->addOption(QStringLiteral("2d"), tr("today and tomorrow"));
    m_until->addOption(QStringLiteral("7d"), tr("for seven days"));
    m_until->addOption(QStringLiteral("30d"), tr("for thirty days"));
    m_closes = new QCheckBox(tr("Close the hall for as long"), side);
    m_meaning = new WrapLabel(side);
    m_meaning->setProperty("tone", QStringLiteral("secondary"));
    m_meaning->setText(tr("Nobody is called and no number is given then. Who waits keeps their place, and who is at a desk is served."));
    line(0, tr("Notice"), m_text);
    line(1, tr("The same in English"), m_english);
    line(2, tr("It stands"), m_until);
    grid->addWidget(m_closes, 3, 1);
    grid->addWidget(m_meaning, 4, 1);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(5, 1);
    row->addWidget(side, 3);
    m_list = new QListWidget(this);
    m_list->setMinimumWidth(ListWidth);
    m_list->setWordWrap(true);
    m_list->setAccessibleName(tr("What is told now"));
    row->addWidget(m_list, 2);
    m_empty = new EmptyNote(this);
    m_empty->tell(tr("Nothing is told besides numbers"), tr("A notice is shown on the board, at the kiosk and on the page for telephones."));
    row->addWidget(m_empty, 2);
    connect(m_list, &QListWidget::currentRowChanged, this, &Page::actsChanged);
    connect(m_closes, &QCheckBox::toggled, this, &Page::actsChanged);
    setNotices({});
}

void NoticePage::setNotices(const QList<HallNotice> &notices)
{
    const HallNotice *before = chosen();
    const Id marked = before ? before->id : Id();
    m_notices = notices;
    {
        const QSignalBlocker still(m_list);
        m_list->clear();
        for (const HallNotice &one : std::as_const(m_notices)) {
            const QString until = tr("%1 to %2").arg(moment(one.atMs), moment(one.untilMs));
            m_list->addItem((one.closes ? tr("■ HALL CLOSED") + QStringLiteral(" · ") : QString()) + until + u'\n' + one.text);
        }
        const auto again = std::find_if(m_notices.cbegin(), m_notices.cend(), [&marked](const HallNotice &one) { return one.id == marked; });
        m_list->setCurrentRow(m_notices.isEmpty() ? -1 : again == m_notices.cend() ? 0 : static_cast<int>(again - m_notices.cbegin()));
    }
    m_list->setVisible(!m_notices.isEmpty());
    m_empty->setVisible(m_notices.isEmpty());
    Q_EMIT headingChanged();
    Q_EMIT actsChanged();
}

const HallNotice *NoticePage::chosen() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < m_notices.size() ? &m_notices.at(row) : nullptr;
}

void NoticePage::setBusy(bool busy)
{
    m_busy = busy;
    Q_EMIT actsChanged();
}

void NoticePage::setTold()
{
    m_text->clear();
    m_english->clear();
    m_until->setCode({});
    m_closes->setChecked(false);
    setBusy(false);
    m_text->setFocus(Qt::OtherFocusReason);
}

void NoticePage::forget()
{
    setTold();
    setNotices({});
}

QString NoticePage::heading() const
{
    const bool isClosed = std::any_of(m_notices.cbegin(), m_notices.cend(), [](const HallNotice &one) { return one.closes; });
    return isClosed ? tr("Notices to the hall · the hall is closed") : tr("Notices to the hall");
}

QString NoticePage::flaw() const
{
    return m_busy                            ? tr("The last one is being told. Nothing was lost.")
        : m_text->text().trimmed().isEmpty() ? tr("It is not said yet what everybody is to be told. Nothing was changed. Type a few words.")
                                             : QString();
}

QList<PageAct> NoticePage::acts() const
{
    const HallNotice *one = chosen();
    const QString none = one ? QString() : tr("There is nothing to take back. Nothing was changed.");
    return {{KeyAct::Drop, one && one->closes ? tr("Open the hall again") : tr("Take it back"), m_busy ? flaw() : none},
        {KeyAct::Main, m_closes->isChecked() ? tr("Close the hall") : tr("Tell the hall"), flaw(), true}};
}

// 0 is the end of the day; what is chosen in days ends with a day too.
qint64 NoticePage::untilMs() const
{
    const QString code = m_until->code();
    if (code.isEmpty()) {
        return 0;
    }
    return code.endsWith(u'd') ? dayAfter(code.chopped(1).toInt()) : QDateTime::currentMSecsSinceEpoch() + code.toInt() * MinuteMs;
}

void NoticePage::perform(KeyAct act, int)
{
    if (act == KeyAct::Main) {
        Q_EMIT wanted({.text = m_text->text().simplified(), .textEn = m_english->text().simplified(), .untilMs = untilMs(), .closes = m_closes->isChecked()});
    } else if (const HallNotice *one = chosen(); one && act == KeyAct::Drop) {
        Q_EMIT unwanted(*one);
    }
}

QWidget *NoticePage::firstField() const
{
    return m_text;
}

} // namespace motcua
