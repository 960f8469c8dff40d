// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worklist/FilterLine.h"

#include "models/base/Text.h"

#include <QHBoxLayout>
#include <QIntValidator>
#include <QLabel>

#include <algorithm>

namespace motcua {

namespace {

constexpr int MostListed = 12;
constexpr int MostDays = 365;
constexpr int DaysWidth = 64;

} // namespace

FilterLine::FilterLine(QWidget *parent)
    : QWidget(parent)
{
    auto *procedureLabel = new QLabel(tr("Procedure"), this);
    m_procedure = new CategoryBox([this](const QString &typed) { return fitting(typed); }, false, this);
    m_procedure->setAccessibleName(tr("Only this procedure"));
    m_procedure->setPlaceholderText(tr("any; letters without tone marks, or its code"));
    procedureLabel->setBuddy(m_procedure);
    auto *daysLabel = new QLabel(tr("Due within days"), this);
    m_days = new QLineEdit(this);
    m_days->setValidator(new QIntValidator(0, MostDays, m_days));
    m_days->setFixedWidth(DaysWidth);
    m_days->setAccessibleName(tr("Only what is due within so many days, 0 for today"));
    m_days->setPlaceholderText(tr("any"));
    m_days->setAttribute(Qt::WA_InputMethodEnabled, false);
    daysLabel->setBuddy(m_days);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(procedureLabel);
    row->addWidget(m_procedure, 1);
    row->addSpacing(8);
    row->addWidget(daysLabel);
    row->addWidget(m_days);
    connect(m_procedure, &CategoryBox::chosen, this, &FilterLine::tell);
    // Letters that name no procedure yet narrow nothing.
    connect(m_procedure, &QLineEdit::textChanged, this, &FilterLine::tell);
    connect(m_days, &QLineEdit::textChanged, this, &FilterLine::tell);
}

void FilterLine::setProcedures(const QList<CategoryBox::Entry> &procedures)
{
    m_procedures.clear();
    for (const CategoryBox::Entry &entry : procedures) {
        m_procedures.append({entry, text::foldedWords(entry.label + u' ' + entry.code)});
    }
}

QList<CategoryBox::Entry> FilterLine::fitting(const QString &typed) const
{
    const QStringList wanted = text::foldedWords(typed);
    QList<CategoryBox::Entry> found;
    for (const Line &line : m_procedures) {
        const bool fits = std::all_of(wanted.cbegin(), wanted.cend(), [&line](const QString &word) {
            return std::any_of(line.words.cbegin(), line.words.cend(), [&word](const QString &one) { return one.startsWith(word); });
        });
        if (fits && found.size() < MostListed) {
            found.append(line.entry);
        }
    }
    return found;
}

WorklistNarrowing FilterLine::narrowing() const
{
    WorklistNarrowing narrowing;
    narrowing.procedure = m_procedure->code();
    if (!m_days->text().isEmpty()) {
        narrowing.dueInDays = m_days->text().toInt();
    }
    return narrowing;
}

void FilterLine::tell()
{
    if (const WorklistNarrowing now = narrowing(); now != m_told) {
        m_told = now;
        Q_EMIT changed(now);
    }
}

void FilterLine::clear()
{
    m_told = {};
    const bool wereBlocked = blockSignals(true);
    m_procedure->setEntry({});
    m_days->setText({});
    blockSignals(wereBlocked);
    m_told = {};
}

bool FilterLine::closeList()
{
    const bool wasOpen = m_procedure->isListOpen();
    m_procedure->closeList();
    return wasOpen;
}

bool FilterLine::takeListed()
{
    const bool isOpen = m_procedure->isListOpen();
    m_procedure->takeListed();
    return isOpen;
}

} // namespace motcua
