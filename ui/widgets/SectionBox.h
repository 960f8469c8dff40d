// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QVBoxLayout;

namespace motcua {

class OptionBox;
class WrapLabel;

/** A titled block; in its head there may be a choice that speaks for all of it, with reasons of which one is named. */
class SectionBox : public QWidget
{
    Q_OBJECT

public:
    explicit SectionBox(const QString &title, QWidget *parent = nullptr);

    /** From now on there is a choice called `label`. */
    void setChoice(const QString &label);
    void addReason(const QString &code, const QString &label);

    /** The key that does the same, printed after the choice. */
    void setChoiceKey(const QString &key);

    /** Shows the choice without telling chosen(). */
    void choose(bool isChosen, const QString &reason);

    /** The other way round from how it stands, as if the officer had pressed it. */
    void turnChoice();

    /** A line under the head in one of the tones of the style sheet; empty takes no room. */
    void setNote(const QString &words, const QString &tone);

    [[nodiscard]] QVBoxLayout *body() const { return m_body; }

    /** What of the head takes the focus, in order, whether visible or not. */
    [[nodiscard]] QList<QWidget *> stops() const;

Q_SIGNALS:
    void chosen(bool isChosen, const QString &reason);

private:
    void draw();

    WrapLabel *m_title = nullptr;
    QWidget *m_head = nullptr;
    QCheckBox *m_choice = nullptr; ///< null without a choice
    OptionBox *m_reasons = nullptr; ///< null without reasons
    QString m_label;
    QString m_key;
    WrapLabel *m_note = nullptr;
    QVBoxLayout *m_body = nullptr;
    bool m_showing = false;
};

} // namespace motcua
