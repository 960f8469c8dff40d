// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hall/BookingPage.h"

#include "models/base/VietnamTime.h"
#include "ui/messages/Language.h"
#include "ui/shell/ShownTime.h"
#include "ui/widgets/EmptyNote.h"
#include "ui/widgets/OptionBox.h"
#include "ui/widgets/WrapLabel.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalBlocker>

#include <algorithm>
#include <utility>

namespace motcua {

namespace {

constexpr int Margin = 24;
constexpr int ListWidth = 420;
constexpr int BoxLetters = 26;

QString clock(qint64 ms)
{
    return vietnamTime(ms).toString(u"HH:mm");
}

/** As it is told to somebody, who writes it down. */
QString spaced(const QString &code)
{
    return code.first(3) + u' ' + code.sliced(3);
}

} // namespace

BookingPage::BookingPage(QWidget *parent)
    : Page(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Margin, 16, Margin, 20);
    row->setSpacing(32);
    auto *side = new QWidget(this);
    auto *grid = new QGridLayout(side);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    int at = 0;
    const auto line = [&](const QString &label, QWidget *field) {
        auto *asked = new QLabel(label, side);
        asked->setBuddy(field);
        field->setAccessibleName(label);
        grid->addWidget(asked, at, 0);
        grid->addWidget(field, at++, 1);
    };
    m_group = new OptionBox(side);
    m_day = new OptionBox(side);
    m_time = new OptionBox(side);
    for (OptionBox *box : {m_group, m_day, m_time}) {
        box->setMinimumContentsLength(BoxLetters);
    }
    m_name = new QLineEdit(side);
    m_name->setMaxLength(static_cast<int>(Appointment::LongestName));
    m_phone = new QLineEdit(side);
    m_phone->setMaxLength(static_cast<int>(Appointment::LongestPhone));
    m_phone->setInputMethodHints(Qt::ImhDialableCharactersOnly);
    line(tr("What for"), m_group);
    line(tr("Day"), m_day);
    line(tr("Time"), m_time);
    line(tr("Name, if they tell it"), m_name);
    line(tr("Telephone, if they tell it"), m_phone);
    auto *erased = new WrapLabel(side);
    erased->setProperty("tone", QStringLiteral("secondary"));
    erased->setText(tr("Name and telephone are erased when the day is over."));
    grid->addWidget(erased, at++, 1);
    m_code = new QLabel(side);
    m_code->setProperty("level", QStringLiteral("number"));
    m_code->setTextFormat(Qt::PlainText);
    m_told = new WrapLabel(side);
    grid->addWidget(m_code, at++, 1);
    grid->addWidget(m_told, at++, 1);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(at, 1);
    row->addWidget(side, 3);
    m_list = new QListWidget(this);
    m_list->setMinimumWidth(ListWidth);
    m_list->setAccessibleName(tr("Who is expected"));
    row->addWidget(m_list, 2);
    m_empty = new EmptyNote(this);
    m_empty->setMinimumWidth(ListWidth);
    m_empty->tell(tr("Nobody is expected on this day"), tr("Choose a time beside and book it, or choose another day."));
    row->addWidget(m_empty, 2);
    connect(m_list, &QListWidget::currentRowChanged, this, &Page::actsChanged);
    connect(m_group, &QComboBox::currentIndexChanged, this, &BookingPage::ask);
    connect(m_day, &QComboBox::currentIndexChanged, this, &BookingPage::ask);
    connect(m_time, &QComboBox::currentIndexChanged, this, &Page::actsChanged);
    forget();
}

/** Another day or group: what was there is of neither. */
void BookingPage::ask()
{
    m_times.clear();
    m_shown = {};
    drawTimes();
    Q_EMIT headingChanged();
    Q_EMIT actsChanged();
    Q_EMIT looked();
}

void BookingPage::open(const HallRules &rules, QDate today, const QList<QDate> &days, bool prints)
{
    forget();
    m_rules = rules;
    m_today = today;
    m_prints = prints;
    const QSignalBlocker group(m_group);
    const QSignalBlocker day(m_day);
    m_group->clear();
    m_group->addOption({}, QStringLiteral("—"));
    for (const ServiceGroup &one : rules.groups) {
        m_group->addOption(one.letter, one.letter + QStringLiteral(" · ") + Language::label(one.name, one.nameEn));
    }
    m_day->clear();
    for (const QDate one : days) {
        m_day->addOption(one.toString(Qt::ISODate), one.toString(u"dd/MM") + QStringLiteral(" · ") + (one == today ? tr("today") : shownDay(one).section(u' ', 0, -2)));
    }
    Q_EMIT headingChanged();
}

void BookingPage::forget()
{
    m_lines.clear();
    m_times.clear();
    m_toMark = {};
    m_shown = {};
    m_busy = false;
    m_name->clear();
    m_phone->clear();
    m_code->clear();
    m_told->setText({});
    m_list->clear();
    m_list->hide();
    m_empty->show();
    drawTimes();
}

QDate BookingPage::day() const
{
    return QDate::fromString(m_day->code(), Qt::ISODate);
}

QString BookingPage::letter() const
{
    return m_group->code();
}

int BookingPage::expected() const
{
    return static_cast<int>(std::count_if(m_lines.cbegin(), m_lines.cend(), [](const storage::AppointmentLine &line) { return line.appointment.isBooked(); }));
}

QString BookingPage::groupName(const QString &letter) const
{
    const ServiceGroup *group = m_rules.group(letter);
    return group ? Language::label(group->name, group->nameEn) : letter;
}

QString BookingPage::rowWords(const storage::AppointmentLine &line) const
{
    const Appointment &one = line.appointment;
    QString words = clock(one.atMs) + QStringLiteral("   ") + spaced(one.code) + QStringLiteral("   ") + groupName(one.group);
    if (one.state == AppointmentState::Kept) {
        words += QStringLiteral(" · ") + (line.number.isEmpty() ? tr("✔ is here") : tr("✔ is here as %1").arg(line.number));
    } else if (one.state == AppointmentState::Cancelled) {
        words += QStringLiteral(" · ") + tr("✖ cancelled");
    }
    QStringList who{one.name, one.phone};
    who.removeAll(QString());
    return who.isEmpty() ? words : words + u'\n' + who.join(QStringLiteral(" · "));
}

void BookingPage::setDay(QDate day, const QList<storage::AppointmentLine> &lines, const QList<BookingTime> &times)
{
    if (day != this->day()) {
        return; // another one was chosen meanwhile
    }
    if (day == m_shown && lines == m_lines && times == m_times) {
        return; // what is open under the officer's hands stays
    }
    const storage::AppointmentLine *before = chosen();
    const bool isThere = std::any_of(lines.cbegin(), lines.cend(), [this](const storage::AppointmentLine &line) { return line.appointment.id == m_toMark; });
    const Id marked = isThere ? std::exchange(m_toMark, Id()) : before && m_shown == day ? before->appointment.id : Id();
    m_shown = day;
    m_lines = lines;
    m_times = times;
    {
        const QSignalBlocker still(m_list);
        m_list->clear();
        for (const storage::AppointmentLine &line : std::as_const(m_lines)) {
            m_list->addItem(rowWords(line));
        }
        const auto is = [&marked](const storage::AppointmentLine &line) { return line.appointment.id == marked; };
        const auto expected = [](const storage::AppointmentLine &line) { return line.appointment.isBooked(); };
        auto row = std::find_if(m_lines.cbegin(), m_lines.cend(), is);
        row = row == m_lines.cend() ? std::find_if(m_lines.cbegin(), m_lines.cend(), expected) : row;
        m_list->setCurrentRow(row == m_lines.cend() ? (m_lines.isEmpty() ? -1 : 0) : static_cast<int>(row - m_lines.cbegin()));
    }
    // Never both: the window would grow to hold them, and it does not grow smaller by itself.
    QWidget *gone = m_lines.isEmpty() ? static_cast<QWidget *>(m_list) : m_empty;
    gone->hide();
    (gone == m_list ? static_cast<QWidget *>(m_empty) : m_list)->show();
    drawTimes();
    Q_EMIT headingChanged();
    Q_EMIT actsChanged();
}

void BookingPage::drawTimes()
{
    const QSignalBlocker still(m_time);
    const QString before = m_time->code();
    m_time->clear();
    m_time->addOption({}, m_group->code().isEmpty() ? tr("choose what for first") : QStringLiteral("—"));
    for (const BookingTime &one : std::as_const(m_times)) {
        if (one.left > 0) { // a full one is no choice
            m_time->addOption(QString::number(one.atMs), clock(one.atMs) + QStringLiteral(" · ") + tr("%n left", nullptr, one.left));
        }
    }
    m_time->setCode(before);
}

void BookingPage::setBusy(bool busy)
{
    m_busy = busy;
    Q_EMIT actsChanged();
}

void BookingPage::setBooked(const Appointment &appointment)
{
    m_toMark = appointment.id;
    m_code->setText(spaced(appointment.code));
    m_told->setText(tr("%1, %2, %3. Tell them the six digits and the time.")
                        .arg(clock(appointment.atMs), shownDay(vietnamTime(appointment.atMs).date()), groupName(appointment.group)));
    m_name->clear();
    m_phone->clear();
    m_time->setCode({});
    m_group->setFocus(Qt::OtherFocusReason);
    setBusy(false);
}

const storage::AppointmentLine *BookingPage::chosen() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < m_lines.size() ? &m_lines.at(row) : nullptr;
}

QString BookingPage::heading() const
{
    const QDate shown = day();
    return shown.isNull() ? tr("Appointments") : tr("Appointments on %1 · %n expected", nullptr, expected()).arg(shownDay(shown));
}

QString BookingPage::flaw() const
{
    return m_busy                   ? tr("The last one is being kept. Nothing was lost.")
        : m_day->count() == 0       ? tr("No day is open for appointments. Nothing was changed. Ask the administrator about the calendar and the hall's rules.")
        : m_group->code().isEmpty() ? tr("It is not chosen yet what they come for. Nothing was changed. A letter chooses.")
        : m_time->count() <= 1      ? tr("Nothing is left on this day. Nothing was changed. Choose another day.")
        : m_time->code().isEmpty()  ? tr("No time is chosen yet. Nothing was changed. Digits or the arrows choose.")
                                    : QString();
}

QList<PageAct> BookingPage::acts() const
{
    const storage::AppointmentLine *line = chosen();
    const Appointment *one = line ? &line->appointment : nullptr;
    const QString none = tr("Nobody is chosen in the list. Nothing was changed.");
    const QString over = !one                       ? none
        : one->state == AppointmentState::Kept      ? tr("They are here already. Nothing was changed.")
        : one->state == AppointmentState::Cancelled ? tr("It was cancelled. Nothing was changed.")
        : m_busy                                    ? flaw()
                                                    : QString();
    const QString early = one && over.isEmpty() && m_shown != m_today ? tr("They are expected on another day. Nothing was changed.") : over;
    QList<PageAct> acts{{KeyAct::TakeOffer, tr("They are here: a number"), early}, {KeyAct::Drop, tr("Cancel it"), over}};
    if (m_prints) {
        const bool isOver = one && one->state == AppointmentState::Cancelled;
        acts.append({KeyAct::Print, one && one->state == AppointmentState::Kept ? tr("Their ticket once more") : tr("Its paper"), isOver ? over : one ? QString() : none});
    }
    acts.append({KeyAct::Main, tr("Book"), flaw(), true});
    return acts;
}

void BookingPage::perform(KeyAct act, int)
{
    if (act == KeyAct::Main) {
        Q_EMIT wanted({.group = m_group->code(), .atMs = m_time->code().toLongLong(), .name = m_name->text().simplified(), .phone = m_phone->text().trimmed()});
        return;
    }
    const storage::AppointmentLine *line = chosen();
    if (!line) {
        return;
    }
    const Appointment one = line->appointment; // what is told may draw the list anew
    const QString number = line->number;
    if (act == KeyAct::TakeOffer) {
        Q_EMIT came(one);
    } else if (act == KeyAct::Drop) {
        Q_EMIT unwanted(one);
    } else if (act == KeyAct::Print) {
        Q_EMIT printWanted(one, number);
    }
}

// Enter on a row is what one does with it all day.
bool BookingPage::enter(QWidget *focused)
{
    if (focused != m_list) {
        return false;
    }
    const QList<PageAct> all = acts();
    if (all.constFirst().refusal.isEmpty()) {
        perform(KeyAct::TakeOffer, 0);
    }
    return true;
}

QWidget *BookingPage::firstField() const
{
    return m_list->isHidden() ? static_cast<QWidget *>(m_group) : m_list;
}

} // namespace motcua
