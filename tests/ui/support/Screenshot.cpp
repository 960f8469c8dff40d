// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/Screenshot.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QDir>
#include <QInputMethodEvent>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QPixmap>
#include <QScrollArea>
#include <QTableView>
#include <QTest>

namespace motcua::test {

void screenshot(QWidget *window, const QString &name)
{
    const QString folder = qEnvironmentVariable("MOTCUA_SCREENSHOTS");
    if (folder.isEmpty()) {
        return;
    }
    QDir().mkpath(folder);
    window->grab().save(folder + u'/' + name + QStringLiteral(".png"));
}

QStringList clipped(const QWidget *window)
{
    QStringList found;
    const QRect frame(QPoint(0, 0), window->size());
    for (const QLabel *label : window->findChildren<QLabel *>()) {
        if (!label->isVisibleTo(window) || label->text().isEmpty() || label->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored) {
            continue;
        }
        const int height = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
        const bool narrow = !label->wordWrap() && label->width() < label->sizeHint().width();
        if (narrow || label->height() < height) {
            found.append(label->text());
        }
    }
    const auto scrolls = [](const QWidget *widget) {
        for (const QWidget *up = widget->parentWidget(); up; up = up->parentWidget()) {
            if (qobject_cast<const QScrollArea *>(up)) {
                return true;
            }
        }
        return false;
    };
    for (const QAbstractButton *button : window->findChildren<QAbstractButton *>()) {
        if (button->isVisibleTo(window) && (button->width() < button->sizeHint().width() || button->height() < button->sizeHint().height()
                || (!scrolls(button) && !frame.contains(QRect(button->mapTo(window, QPoint(0, 0)), button->size()))))) {
            found.append(button->text());
        }
    }
    for (const QTableView *table : window->findChildren<QTableView *>()) {
        for (int column = 0; table->isVisibleTo(window) && column < table->model()->columnCount(); ++column) {
            if (!table->isColumnHidden(column) && table->horizontalHeader()->sectionResizeMode(column) != QHeaderView::Stretch
                && table->columnWidth(column) < static_cast<const QAbstractItemView *>(table)->sizeHintForColumn(column)) {
                found.append(table->model()->headerData(column, Qt::Horizontal).toString());
            }
        }
    }
    for (const QTableView *table : window->findChildren<QTableView *>()) {
        if (table->isVisibleTo(window) && table->viewport()->width() < table->horizontalHeader()->length()) {
            found.append(table->accessibleName());
        }
    }
    for (const QListWidget *list : window->findChildren<QListWidget *>()) {
        if (list->isVisibleTo(window) && list->viewport()->width() < list->sizeHintForColumn(0)) {
            found.append(list->accessibleName());
        }
    }
    return found;
}

void commit(QWidget *window, const QString &text)
{
    QInputMethodEvent event;
    event.setCommitString(text);
    QCoreApplication::sendEvent(window->focusWidget(), &event);
}

void present(QWidget *window, QSize size)
{
    window->resize(size);
    window->show();
    window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window));
}

} // namespace motcua::test
