// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/SheetQuestion.h"

#include "models/base/VietnamTime.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/ShownTime.h"

#include <algorithm>

namespace motcua {

namespace {

/** What follows the last hyphen of a dossier's code: enough to tell today's sheets apart, and no name. */
QString codeTail(const QString &code)
{
    return QStringLiteral("…") + code.section(u'-', -1);
}

QString shownSince(qint64 sinceMs)
{
    const QDateTime since = vietnamTime(sinceMs);
    const bool today = since.date() == vietnamTime(QDateTime::currentMSecsSinceEpoch()).date();
    return today ? since.toString(u"HH:mm") : shownMoment(since);
}

Notice question(const SheetInDoubt &doubt)
{
    const QString time = shownSince(doubt.sheet.sinceMs);
    const QString code = codeTail(doubt.code);
    if (doubt.neverPrinted) {
        return {Notice::Kind::Question,
            SheetQuestion::tr("Not printed yet, since %1: %2 %3. The dossier is saved. Print the sheet now?").arg(time, doubt.formName, code),
            {SheetQuestion::tr("Print it now")}};
    }
    const QString text = doubt.fromEarlierRun
        ? SheetQuestion::tr("The computer stopped at about %1 while printing: %2 %3. The dossier is saved. Did the sheet come out, and can it be read?")
        : SheetQuestion::tr("The printer did not finish the sheet of %1: %2 %3. The dossier is saved. Did the sheet come out, and can it be read?");
    return {Notice::Kind::Question, text.arg(time, doubt.formName, code),
        {SheetQuestion::tr("It came out"),
            doubt.isCopy ? SheetQuestion::tr("No, or spoilt: print another copy") : SheetQuestion::tr("No, or spoilt: print a replacement")}};
}

} // namespace

SheetQuestion::SheetQuestion(SlipDesk *slips, MainWindow *window, QObject *parent)
    : QObject(parent)
    , m_slips(slips)
    , m_window(window)
{
    connect(m_slips, &SlipDesk::doubtsChanged, this, &SheetQuestion::draw);
    connect(m_window, &MainWindow::answered, this, &SheetQuestion::answer);
    connect(m_window, &MainWindow::putOff, this, [this] {
        m_putOff.insert(m_asked);
        draw();
    });
}

void SheetQuestion::begin(const Workplace &place)
{
    m_putOff.clear();
    draw();
    m_slips->open(place);
}

void SheetQuestion::end()
{
    m_asked = {};
    m_window->setQuestion(std::nullopt);
    m_slips->close();
}

void SheetQuestion::ask()
{
    m_putOff.clear();
    draw();
}

QStringList SheetQuestion::tasks() const
{
    QStringList tasks;
    for (const SheetInDoubt &doubt : m_slips->doubts()) {
        tasks.append(doubt.neverPrinted ? tr("%1 %2: to be printed").arg(doubt.formName, codeTail(doubt.code))
                                        : tr("%1 %2: did it come out?").arg(doubt.formName, codeTail(doubt.code)));
    }
    return tasks;
}

void SheetQuestion::draw()
{
    const QList<SheetInDoubt> &doubts = m_slips->doubts();
    const auto next = std::find_if(
        doubts.cbegin(), doubts.cend(), [this](const SheetInDoubt &doubt) { return !m_putOff.contains(doubt.sheet.sheet); });
    m_asked = next == doubts.cend() ? Id() : next->sheet.sheet;
    m_window->setQuestion(next == doubts.cend() ? std::nullopt : std::optional(question(*next)));
    Q_EMIT tasksChanged(tasks());
}

void SheetQuestion::answer(int index)
{
    const auto doubted = std::find_if(m_slips->doubts().cbegin(), m_slips->doubts().cend(),
        [this](const SheetInDoubt &doubt) { return doubt.sheet.sheet == m_asked; });
    if (doubted == m_slips->doubts().cend()) {
        draw();
        return;
    }
    const Id sheet = m_asked;
    if (index == 0 && !doubted->neverPrinted) {
        m_slips->cameOut(sheet);
    } else {
        m_slips->printAnew(sheet);
    }
}

} // namespace motcua
