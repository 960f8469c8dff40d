// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Spoken.h"

#include <QAccessibleWidget>
#include <QLabel>

namespace motcua {

namespace {

constexpr char RoleProperty[] = "spokenAs";

QString words(const QLabel *label)
{
    return label->accessibleName().isEmpty() ? label->text() : label->accessibleName();
}

/** In the order in which they were made, which is that of reading. */
QString shownWords(const QWidget *widget)
{
    QStringList lines;
    const QList<QLabel *> labels = widget->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisibleTo(widget)) {
            lines.append(words(label));
        }
    }
    lines.removeAll(QString());
    return lines.join(u'\n');
}

class Spoken : public QAccessibleWidget
{
public:
    using QAccessibleWidget::QAccessibleWidget;

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        const auto *label = qobject_cast<const QLabel *>(widget());
        if (kind == QAccessible::Name && label) {
            return words(label);
        }
        const bool isRead = kind == QAccessible::Description && role() == QAccessible::Document && widget()->focusPolicy() != Qt::NoFocus;
        return isRead && widget()->accessibleDescription().isEmpty() ? shownWords(widget()) : QAccessibleWidget::text(kind);
    }
};

QAccessibleInterface *spoken(const QString &, QObject *object)
{
    const QVariant role = object->property(RoleProperty);
    return role.isValid() ? new Spoken(static_cast<QWidget *>(object), static_cast<QAccessible::Role>(role.toInt())) : nullptr;
}

} // namespace

void speakAs(QWidget *widget, QAccessible::Role role)
{
    QAccessible::installFactory(spoken); // once: it knows those it has
    widget->setProperty(RoleProperty, static_cast<int>(role));
}

} // namespace motcua
