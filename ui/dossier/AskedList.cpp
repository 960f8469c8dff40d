// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dossier/AskedList.h"

#include "ui/widgets/CountBox.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace motcua {

namespace {

constexpr int MostOfAKind = 99;
constexpr int Indent = 28; // px: what belongs to a tick stands under its words

} // namespace

AskedList::AskedList(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(4);
}

void AskedList::setPapers(const QList<AskedPaper> &papers)
{
    for (const Row &row : std::as_const(m_rows)) {
        delete row.tick;
        delete row.name;
        delete row.details;
    }
    m_rows.clear();
    for (const AskedPaper &paper : papers) {
        m_rows.append(makeRow(paper, false));
    }
}

void AskedList::addOwn()
{
    m_rows.append(makeRow({}, true));
    const Row &row = m_rows.constLast();
    row.name->show(); // a layout shows what is new in it only later, and what is not shown takes no focus
    row.details->show();
    row.name->setFocus(Qt::TabFocusReason);
    Q_EMIT edited();
}

AskedList::Row AskedList::makeRow(const AskedPaper &paper, bool own)
{
    Row row;
    row.item = paper.item;
    QString spoken = paper.item.name; // what belongs to a paper is heard with it
    if (own) {
        const auto before = std::count_if(m_rows.cbegin(), m_rows.cend(), [](const Row &one) { return one.name != nullptr; });
        spoken = tr("Another paper, or something in the declaration");
        spoken = before == 0 ? spoken : QStringLiteral("%1, %2").arg(spoken).arg(before + 1);
        row.name = new QLineEdit(this);
        row.name->setPlaceholderText(tr("what is missing, in your words"));
        row.name->setAccessibleName(spoken);
        row.name->setMaxLength(300);
        m_column->addWidget(row.name);
        connect(row.name, &QLineEdit::textChanged, this, &AskedList::edited);
    } else {
        row.tick = new QCheckBox(paper.item.name, this);
        row.tick->setChecked(paper.isMissing);
        m_column->addWidget(row.tick);
    }
    row.details = new QWidget(this);
    auto *lines = new QVBoxLayout(row.details);
    lines->setContentsMargins(Indent, 0, 0, 4);
    lines->setSpacing(4);
    row.reason = new QLineEdit(paper.item.reason, row.details);
    row.reason->setPlaceholderText(tr("why: not handed in, expired, blurred…"));
    row.reason->setAccessibleName(tr("Reason: %1").arg(spoken));
    row.reason->setMaxLength(300);
    lines->addWidget(row.reason);
    auto *counts = new QHBoxLayout; // of their own, so that the reason has room in large letters too
    counts->setSpacing(8);
    lines->addLayout(counts);
    const auto count = [&](const QString &label, int number) {
        auto *box = new CountBox(row.details);
        box->setRange(0, MostOfAKind);
        box->edit()->setText(QString::number(number));
        box->edit()->setAccessibleName(QStringLiteral("%1: %2").arg(spoken, label));
        counts->addWidget(new QLabel(label, row.details));
        counts->addWidget(box);
        connect(box->edit(), &QLineEdit::textChanged, this, &AskedList::edited);
        return box;
    };
    row.originals = count(tr("originals"), paper.item.originals);
    row.certified = count(tr("certified"), paper.item.certified);
    row.copies = count(tr("copies"), paper.item.copies);
    counts->addStretch(1);
    m_column->addWidget(row.details);
    connect(row.reason, &QLineEdit::textChanged, this, &AskedList::edited);
    if (row.tick) {
        row.details->setVisible(paper.isMissing);
        connect(row.tick, &QCheckBox::toggled, row.details, &QWidget::setVisible);
        connect(row.tick, &QCheckBox::toggled, this, &AskedList::edited);
    }
    return row;
}

bool AskedList::isAsked(const Row &row)
{
    return row.tick ? row.tick->isChecked() : !row.name->text().trimmed().isEmpty();
}

QList<SupplementItem> AskedList::asked() const
{
    QList<SupplementItem> asked;
    for (const Row &row : m_rows) {
        if (!isAsked(row)) {
            continue;
        }
        SupplementItem item = row.item;
        item.name = row.name ? row.name->text().trimmed() : item.name;
        item.reason = row.reason->text().trimmed();
        item.originals = row.originals->edit()->text().toInt();
        item.certified = row.certified->edit()->text().toInt();
        item.copies = row.copies->edit()->text().toInt();
        asked.append(item);
    }
    return asked;
}

QWidget *AskedList::firstUnfinished() const
{
    for (const Row &row : m_rows) {
        if (isAsked(row) && row.reason->text().trimmed().isEmpty()) {
            return row.reason;
        }
        if (row.name && row.name->text().trimmed().isEmpty() && !row.reason->text().trimmed().isEmpty()) {
            return row.name;
        }
    }
    return nullptr;
}

QWidget *AskedList::firstField() const
{
    if (m_rows.isEmpty()) {
        return nullptr;
    }
    const Row &row = m_rows.constFirst();
    return row.tick ? static_cast<QWidget *>(row.tick) : row.name;
}

} // namespace motcua
