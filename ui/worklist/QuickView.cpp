// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worklist/QuickView.h"

#include "ui/widgets/ElidedLabel.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace motcua {

namespace {

constexpr int Pairs = 2; // label and value, beside one another
constexpr int MostRows = 4;

ElidedLabel *label(const QString &text, const char *tone, QWidget *parent)
{
    auto *made = new ElidedLabel(parent);
    made->setWords(text.simplified());
    if (*tone) {
        made->setProperty("tone", QLatin1String(tone));
    }
    return made;
}

} // namespace

QuickView::QuickView(QWidget *parent)
    : QFrame(parent)
{
    setObjectName(QStringLiteral("quickView"));
    setAccessibleName(tr("Quick view"));
    m_heading = label({}, "", this);
    m_heading->setProperty("level", QStringLiteral("section"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(4);
    column->addWidget(m_heading);
    clear();
}

void QuickView::clear()
{
    m_heading->setWords(QStringLiteral("…"));
    delete m_content;
    m_content = new QWidget(this);
    m_grid = new QGridLayout(m_content);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(4);
    for (int pair = 0; pair < Pairs; ++pair) {
        m_grid->setColumnStretch(2 * pair, 2);
        m_grid->setColumnStretch(2 * pair + 1, 3);
    }
    layout()->addWidget(m_content);
}

void QuickView::setSheet(const DossierSheet &sheet)
{
    clear();
    m_heading->setWords(QStringLiteral("%1 · %2").arg(sheet.procedure, sheet.status));
    int place = 0;
    for (const QString &warning : sheet.warnings) {
        m_grid->addWidget(label(QStringLiteral("! ") + warning, "warning", m_content), place / Pairs, 0, 1, 2 * Pairs);
        place += Pairs;
    }
    for (const SheetLine &line : sheet.lines) {
        if (line.isTitle || line.value.isEmpty() || line.value == u"—" || place >= MostRows * Pairs) {
            continue;
        }
        m_grid->addWidget(label(line.label, "secondary", m_content), place / Pairs, 2 * (place % Pairs));
        m_grid->addWidget(label(line.value, line.inConflict ? "danger" : "", m_content), place / Pairs, 2 * (place % Pairs) + 1);
        ++place;
    }
}

QString QuickView::heading() const
{
    return m_heading->words();
}

} // namespace motcua
