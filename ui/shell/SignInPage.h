// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Error.h"
#include "ui/shell/Page.h"

#include <QDeadlineTimer>
#include <QTimer>

class QComboBox;
class QLabel;

namespace motcua {

class SecretEdit;

/** A person of the training centre, whose password may be shown. */
struct KnownPerson
{
    QString name = {};
    QString hint = {}; ///< role and password, in training only
};

/** Signing in and coming back after a lock: name and password, or the PIN of the day. */
class SignInPage : public Page
{
    Q_OBJECT

public:
    enum class Way { Password, Pin };

    explicit SignInPage(QWidget *parent = nullptr);

    /** Names to choose from; typing another one is always possible. */
    void setPeople(const QList<KnownPerson> &people);

    /** Somebody is expected: the name stands already. */
    void setName(const QString &name);

    /** Coming back: the name stands already, and with `pinPossible` the PIN is asked first. The language stays until somebody signs out. */
    void welcomeBack(const QString &name, bool pinPossible);

    /** Nobody is signed in any more. */
    void beginAfresh();

    /** It worked: what was said and counted of earlier tries is over. */
    void comeIn();

    /** What this computer reports of itself, one line each. */
    void setDeskLines(const QStringList &lines);

    /** While keys are opened nothing can be pressed twice. */
    void setBusy(bool busy);

    /** Says why it did not work; `secondsLeft` counts down before the next try. */
    void refuse(const Error &error, int secondsLeft = 0);

    [[nodiscard]] Way way() const { return m_way; }
    [[nodiscard]] QString name() const;

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;
    bool enter(QWidget *focused) override;
    [[nodiscard]] bool standsAlone() const override { return true; }

Q_SIGNALS:
    void passwordGiven(const QString &name, const QString &password);
    void pinGiven(const QString &name, const QString &pin);
    void languageChosen(const QString &code); ///< "vi" or "en": the pages are to be made anew

private:
    void setWay(Way way);
    void give();
    void countDown();
    void tellRefusal();
    [[nodiscard]] int secondsLeft() const;
    void drawHint();
    QWidget *personSide();
    QWidget *deskSide();

    QComboBox *m_name = nullptr;
    QLabel *m_secretLabel = nullptr;
    SecretEdit *m_secret = nullptr;
    QLabel *m_caps = nullptr;
    QLabel *m_hint = nullptr;
    QLabel *m_deskTitle = nullptr;
    QLabel *m_desk = nullptr;
    QWidget *m_languages = nullptr;
    QList<KnownPerson> m_people;
    QTimer m_timer;
    Error m_error;
    Way m_way = Way::Password;
    QDeadlineTimer m_until; ///< no try before
    int m_secondsTold = 0;
    bool m_pinPossible = false;
    bool m_busy = false;
};

} // namespace motcua
