// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Entrance.h"

#include "app/security/Password.h"
#include "app/security/PinUnlock.h"
#include "app/storage/Await.h"
#include "ui/messages/Sentence.h"
#include "ui/shell/NewSecretPage.h"
#include "ui/shell/TopBar.h"

namespace motcua {

namespace {

std::optional<Error> pinFlaw(const QString &pin)
{
    switch (security::PinUnlock::flaw(pin)) {
    case security::PinFlaw::None:
        return std::nullopt;
    case security::PinFlaw::TooShort:
    case security::PinFlaw::TooLong:
        return Error{ErrorCode::Invalid, QStringLiteral("pin-length")};
    case security::PinFlaw::NotDigits:
        return Error{ErrorCode::Invalid, QStringLiteral("pin-not-digits")};
    case security::PinFlaw::Trivial:
        return Error{ErrorCode::Invalid, QStringLiteral("pin-trivial")};
    }
    return std::nullopt;
}

} // namespace

Entrance::Entrance(SignIn *door, MainWindow *window, QObject *parent)
    : QObject(parent)
    , m_door(door)
    , m_window(window)
    , m_signIn(new SignInPage(window))
{
    connect(m_signIn, &SignInPage::passwordGiven, this,
        [this](const QString &name, const QString &password) { letIn(m_door->withPassword(name, password)); });
    connect(m_signIn, &SignInPage::pinGiven, this, [this](const QString &name, const QString &pin) { letIn(m_door->withPin(name, pin)); });
    connect(m_signIn, &SignInPage::languageChosen, this, &Entrance::languageChosen);
}

void Entrance::expect(const QString &name)
{
    m_signIn->setName(name);
    m_signIn->firstField()->setFocus();
}

void Entrance::start()
{
    m_window->lock(m_signIn);
}

void Entrance::admit(const SignedInPerson &person)
{
    m_person = person;
    m_signIn->comeIn();
    Q_EMIT entered(person);
}

void Entrance::letIn(const QFuture<Result<SignedInPerson>> &answer)
{
    m_signIn->setBusy(true);
    await(this, answer, [this](const Result<SignedInPerson> &person) {
        m_signIn->setBusy(false);
        if (person) {
            if (m_person && m_person->place.person != person->place.person) {
                m_later.reset();
            }
            m_person = *person;
            m_signIn->comeIn();
            Q_EMIT entered(*person);
            if (const std::optional<Notice> later = std::exchange(m_later, std::nullopt)) {
                m_window->tell(*later);
            }
            return;
        }
        const ErrorCode code = person.error().code;
        const bool waits = code == ErrorCode::LockedOut || code == ErrorCode::WrongPassword;
        m_signIn->refuse(person.error(), waits ? person.error().detail.toInt() : 0);
    });
}

void Entrance::lock()
{
    if (!m_person) {
        m_window->uncover(); // there is nothing to hide and nobody who could come back
        return;
    }
    m_window->cover();
    leavePages();
    m_signIn->welcomeBack(m_person->place.personName, m_pinOf == m_person->place.person);
    if (m_person->session->state() == security::Session::State::Open) {
        (void)m_person->session->lock();
    }
    m_window->endVisit();
    m_window->topBar()->setOfficer({});
    m_window->lock(m_signIn);
    m_window->uncover();
}

void Entrance::signOut()
{
    if (!m_person) {
        return;
    }
    leavePages();
    m_later.reset();
    m_door->leave(m_person->place.person);
    m_pinOf = {};
    m_person->session->shut();
    m_person.reset();
    m_signIn->beginAfresh();
    m_window->endVisit();
    m_window->topBar()->setOfficer({});
    m_window->lock(m_signIn);
}

// Half a secret must not wait in a line behind the lock.
void Entrance::leavePages()
{
    if (isOwn(m_window->page())) {
        goBack();
    }
    resetPages();
}

void Entrance::resetPages()
{
    for (NewSecretPage *page : {m_pin, m_password}) {
        if (page) {
            page->reset();
        }
    }
}

void Entrance::open(NewSecretPage *page)
{
    if (!m_person || m_window->page()->standsAlone() || isOwn(m_window->page())) {
        return;
    }
    m_before = m_window->page();
    page->reset();
    m_window->show(page);
}

void Entrance::needPages()
{
    if (m_pin) {
        return;
    }
    m_pin = new NewSecretPage(NewSecretPage::Kind::Pin, m_window);
    m_password = new NewSecretPage(NewSecretPage::Kind::Password, m_window);
    m_pin->hide(); // until they are first shown they must not lie in the corner of the window
    m_password->hide();
    m_pin->setJudge(pinFlaw);
    m_password->setJudge([this](const QString &secret) -> std::optional<Error> {
        const Result<security::Password> password
            = security::Password::chosen(secret, m_person ? m_person->place.personName : QString());
        return password ? std::nullopt : std::optional(password.error());
    });
    connect(m_pin, &NewSecretPage::chosen, this, [this](const QString &, const QString &pin) { takePin(pin); });
    connect(m_password, &NewSecretPage::chosen, this, &Entrance::takePassword);
}

void Entrance::choosePin()
{
    needPages();
    open(m_pin);
}

void Entrance::changePassword()
{
    needPages();
    open(m_password);
}

bool Entrance::isOwn(const Page *page) const
{
    return page && (page == m_pin || page == m_password);
}

void Entrance::goBack()
{
    resetPages();
    if (m_before) {
        m_window->show(m_before);
    }
}

void Entrance::close(NewSecretPage *page, const Notice &done)
{
    page->reset();
    if (m_window->isLocked()) {
        m_later = done;
        return;
    }
    if (m_window->page() == page) {
        goBack();
    }
    m_window->tell(done);
}

void Entrance::takePin(const QString &pin)
{
    await(this, m_door->choosePin(*m_person, pin), [this, person = m_person->place.person](const Result<> &set) {
        if (!set) {
            m_pin->refuse(set.error());
            return;
        }
        if (m_person && m_person->place.person == person) {
            m_pinOf = person;
            close(m_pin,
                {Notice::Kind::Done, tr("The PIN holds at this computer until midnight. F12 hides the window, the PIN brings it back."), {}});
        }
    });
}

void Entrance::takePassword(const QString &current, const QString &chosen)
{
    await(this, m_door->changePassword(*m_person, current, chosen), [this, person = m_person->place.person](const Result<> &changed) {
        if (!changed) {
            m_password->refuse(changed.error());
            return;
        }
        if (m_person && m_person->place.person == person) {
            m_pinOf = {};
            close(m_password, {Notice::Kind::Done, tr("The password is changed. The one used until now opens nothing any more."), {}});
        }
    });
}

} // namespace motcua
