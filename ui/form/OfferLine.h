// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace motcua {

class KeyButton;
class WrapLabel;

/** What another source says of a field, under what stands there: taken or refused by a key, never by itself. */
class OfferLine : public QWidget
{
    Q_OBJECT

public:
    explicit OfferLine(QWidget *parent);

    /** What the field is called, for who hears the buttons. */
    void setField(const QString &name);
    /** Without a key to take it, it is only shown. */
    void setWords(const QString &words, const QString &takeKey, const QString &keepKey);
    [[nodiscard]] QString words() const;
    [[nodiscard]] QList<QWidget *> stops() const;

Q_SIGNALS:
    void taken();
    void refused();

private:
    void drawNames();

    QString m_field;
    WrapLabel *m_words = nullptr;
    KeyButton *m_take = nullptr;
    KeyButton *m_keep = nullptr;
};

} // namespace motcua
