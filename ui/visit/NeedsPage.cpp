// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/NeedsPage.h"

#include "ui/widgets/WrapLabel.h"

#include <QVBoxLayout>

namespace motcua {

namespace {

QStringList paperLines(const QList<NeededThings::Paper> &papers)
{
    QStringList lines;
    for (const NeededThings::Paper &paper : papers) {
        QStringList counts;
        if (paper.originals > 0) {
            counts.append(NeedsPage::tr("%n original(s)", nullptr, paper.originals));
        }
        if (paper.copies > 0) {
            counts.append(NeedsPage::tr("%n photocopy(ies)", nullptr, paper.copies));
        }
        const QString count = counts.isEmpty() ? QString() : QStringLiteral(" · ") + counts.join(QStringLiteral(", "));
        lines.append(paper.name + count + (paper.help.isEmpty() ? QString() : u'\n' + paper.help));
    }
    return lines;
}

} // namespace

NeedsPage::NeedsPage(QWidget *parent)
    : Page(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(16, 12, 16, 16);
    m_column->setSpacing(8);
    m_column->addStretch(1);
}

void NeedsPage::setNeeds(const QString &procedure, const NeededThings &needed, bool prints)
{
    m_procedure = procedure;
    m_prints = prints;
    qDeleteAll(m_lines);
    m_lines.clear();
    addPart(tr("TO BRING"), paperLines(needed.always));
    addPart(tr("IN CERTAIN CASES"), paperLines(needed.sometimes));
    const QString noFee = needed.isFree ? tr("Nothing is charged.") : tr("No price of today is known here.");
    addPart(tr("FEES"), needed.fees.isEmpty() ? QStringList{noFee} : needed.fees);
    addPart(tr("TIME"), {needed.limit});
    QStringList spoken;
    for (QWidget *line : std::as_const(m_lines)) {
        spoken.append(static_cast<QLabel *>(line)->text());
    }
    setAccessibleName(heading());
    setAccessibleDescription(spoken.join(u'\n')); // the page has the keyboard, so it says what stands on it
    Q_EMIT headingChanged();
    Q_EMIT actsChanged();
}

void NeedsPage::addPart(const QString &title, const QStringList &lines)
{
    if (lines.isEmpty()) {
        return;
    }
    const auto add = [this](const QString &text, const char *property, const QString &value) {
        auto *label = new WrapLabel(this);
        label->setText(text);
        if (property) {
            label->setProperty(property, value);
        }
        m_column->insertWidget(m_column->count() - 1, label);
        m_lines.append(label);
    };
    add(title, "level", QStringLiteral("section"));
    for (const QString &line : lines) {
        add(QStringLiteral("•  ") + line.section(u'\n', 0, 0), nullptr, {});
        if (const QString help = line.section(u'\n', 1); !help.isEmpty()) {
            add(help, "tone", QStringLiteral("secondary"));
            m_lines.constLast()->setContentsMargins(20, 0, 0, 0);
        }
    }
}

QString NeedsPage::heading() const
{
    return tr("What to bring · %1").arg(m_procedure);
}

QList<PageAct> NeedsPage::acts() const
{
    const QString refusal = m_prints ? QString() : tr("There is no printer here. Nothing was printed. Read it out, or let the citizen take a picture.");
    return {{KeyAct::Print, tr("Print to take home"), refusal, true}, {KeyAct::Main, tr("Next: Declaration"), {}, true}};
}

void NeedsPage::perform(KeyAct act, int)
{
    if (act == KeyAct::Print) {
        Q_EMIT printAsked();
    } else if (act == KeyAct::Main) {
        Q_EMIT chosen();
    }
}

QWidget *NeedsPage::firstField() const
{
    return const_cast<NeedsPage *>(this);
}

} // namespace motcua
