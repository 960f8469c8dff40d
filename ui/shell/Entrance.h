// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/SignIn.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/SignInPage.h"

#include <QObject>

#include <optional>

namespace motcua {

class NewSecretPage;

/** Who is at this window: signing in, hiding and coming back, and choosing a PIN or another password. */
class Entrance : public QObject
{
    Q_OBJECT

public:
    /** Both outlive this object. */
    Entrance(SignIn *door, MainWindow *window, QObject *parent = nullptr);

    void setPeople(const QList<KnownPerson> &people) { m_signIn->setPeople(people); }
    /** `name` stands on the sign-in page and only the password is asked. */
    void expect(const QString &name);
    void setDeskLines(const QStringList &lines) { m_signIn->setDeskLines(lines); }

    /** Who is signed in, also while the window is locked. */
    [[nodiscard]] const std::optional<SignedInPerson> &person() const { return m_person; }

    /** Shows the sign-in page; nobody is signed in. */
    void start();

    /** `person` was let in elsewhere, as by the one who was here before; nobody is signed in. */
    void admit(const SignedInPerson &person);

    /** Hides everything and asks who comes back; what the person was doing stays as it is. Does nothing while nobody is signed in. */
    void lock();

    /** The keys are wiped; the next person begins afresh. */
    void signOut();

    void choosePin();
    void changePassword();

    /** Whether `page` is one that choosePin() or changePassword() put over another. */
    [[nodiscard]] bool isOwn(const Page *page) const;

    /** Back to the page that was there before choosePin() or changePassword(). */
    void goBack();

Q_SIGNALS:
    /** Somebody came in; the window is still covered by the sign-in page. */
    void entered(const motcua::SignedInPerson &person);

    void languageChosen(const QString &code);

private:
    void letIn(const QFuture<Result<SignedInPerson>> &answer);
    void takePin(const QString &pin);
    void takePassword(const QString &current, const QString &chosen);
    void open(NewSecretPage *page);
    void close(NewSecretPage *page, const Notice &done);
    void leavePages();
    void needPages();
    void resetPages();

    SignIn *m_door = nullptr;
    MainWindow *m_window = nullptr;
    SignInPage *m_signIn = nullptr;
    NewSecretPage *m_pin = nullptr;
    NewSecretPage *m_password = nullptr;
    QPointer<Page> m_before;
    std::optional<SignedInPerson> m_person;
    Id m_pinOf; ///< who chose a PIN at this window
    std::optional<Notice> m_later; ///< what happened behind the lock, told when its person is back
};

} // namespace motcua
