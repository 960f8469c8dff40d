// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worklist/RowDelegate.h"

#include "ui/itemmodels/WorklistItemModel.h"
#include "ui/itemmodels/WorklistWords.h"
#include "ui/widgets/RowTable.h"

#include <QApplication>

namespace motcua {

using worklistwords::Tone;

void RowDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.column() == WorklistItemModel::Code) {
        const auto *table = qobject_cast<const RowTable *>(option->widget);
        option->text = table && table->isNarrowed() ? worklistwords::shortCode(option->text) : option->text;
    }
    if (index.column() != WorklistItemModel::Due && index.column() != WorklistItemModel::Envelope) {
        return;
    }
    if (const auto tone = static_cast<Tone>(index.data(WorklistItemModel::ToneRole).toInt()); tone != Tone::Plain) {
        // The program's palette: a style sheet that colours the table leaves only its own two colours in the option's.
        const QColor colour = QApplication::palette().color(tone == Tone::Over ? QPalette::BrightText : QPalette::Link);
        option->palette.setColor(QPalette::Text, colour);
        option->font.setBold(tone == Tone::Over);
    }
}

} // namespace motcua
