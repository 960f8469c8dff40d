// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/Counter.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace motcua {

/**
 * A visit played by keys alone through the real window, one picture a step: what a new officer looks at, and what shows that all holds together.
 *
 * Each step waits until the window is ready for it, and the tour fails when a step does not come within its time.
 */
class Tour : public QObject
{
    Q_OBJECT

public:
    /** Who signs in. */
    struct Person
    {
        QString name = {};
        QString password = {};
    };

    /** `officer` serves, `supervisor` looks at the figures. */
    Tour(Counter *counter, QString folder, const Person &officer, const Person &supervisor, QObject *parent = nullptr);

    /** A chip card that `lay` lays on the reader, and the six digits that open it; before start(). */
    void setCard(std::function<void()> lay, const QString &digits);

    /** Has another desk write otherwise about a dossier, later and without waiting; before start(). */
    void setContradiction(std::function<void()> make);

    void start();

Q_SIGNALS:
    /** The pictures and the slip are in the folder. */
    void finished();
    /** `step` did not come; a picture of what was there instead is in the folder. */
    void failed(const QString &step);

private:
    struct Step
    {
        QString name = {};
        std::function<bool()> ready = {};
        std::function<void()> play = {};
    };

    void writeScript(const Person &officer, const Person &supervisor);
    void signIn(const Person &person) const;
    void turn();
    [[nodiscard]] bool stands(int status) const;
    [[nodiscard]] bool hasRows() const; ///< the list that is shown
    void leaveFor(const char *pageClass) const;
    void picture(const QString &name);
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const;
    void type(const QString &text) const;
    [[nodiscard]] bool shows(const char *pageClass) const;
    void answerNext();

    Counter *m_counter = nullptr;
    QString m_folder;
    std::function<void()> m_layCard;
    std::function<void()> m_contradict;
    QString m_cardDigits;
    QList<Step> m_steps;
    qsizetype m_current = 0;
    int m_pictures = 0;
    int m_turns = 0;
    int m_answers = 0;
    bool m_slipWritten = false;
    QTimer m_timer;
};

} // namespace motcua
