// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/DrivenCounter.h"

#include "app/training/Seed.h"
#include "app/training/TrainingCentre.h"
#include "app/workflows/Lawbook.h"
#include "ui/hall/OpenDayPage.h"
#include "ui/widgets/MessageStrip.h"
#include "ui/worklist/WorklistPage.h"

#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QTimer>

namespace motcua::bench {

namespace {

[[noreturn]] void giveUp(const char *what, const Error &error)
{
    qFatal("%s: %s %s", what, qPrintable(errorName(error.code)), qPrintable(error.detail));
}

} // namespace

void sendKey(QWidget *target, int key, Qt::KeyboardModifiers modifiers, const QString &text)
{
    QKeyEvent down(QEvent::KeyPress, key, modifiers, text);
    QCoreApplication::sendEvent(target, &down);
    QKeyEvent up(QEvent::KeyRelease, key, modifiers, text);
    QCoreApplication::sendEvent(target, &up);
}

DrivenCounter::DrivenCounter(TimedApplication &application, int dossiers)
    : m_application(application)
{
    const auto law = Lawbook::load(Lawbook::folder(), Lawbook::Prices::Invented);
    if (!law) {
        giveUp("the law", law.error().constFirst());
    }
    const Result<TrainingCentre> centre = TrainingCentre::load(Lawbook::folder());
    if (!centre) {
        giveUp("the training centre", centre.error());
    }
    const StoreFolder folder(m_folder.filePath(QStringLiteral("centre")));
    const security::ScryptCost cost = security::ScryptCost::forTests();
    if (const Result<> made = centre->prepare(folder, *law, cost); !made) {
        giveUp("preparing the centre", made.error());
    }
    const TrainingPerson officer = centre->people.value(1); // the first leads the centre and receives nothing
    m_person = officer.name;
    m_password = officer.password;
    {
        SignIn door(folder, *law, cost);
        const Result<SignedInPerson> person = door.withPassword(m_person, m_password).result();
        if (!person) {
            giveUp("signing in", person.error());
        }
        const auto seeded = training::seedDossiers(person->place, dossiers, [](int) {});
        if (!seeded) {
            giveUp("filling the store", seeded.error());
        }
        person->place.store.close();
    }
    m_door = std::make_unique<SignIn>(folder, *law, cost);
    m_counter = std::make_unique<Counter>(m_door.get(), nullptr);
    m_counter->setPeople({{m_person, {}}}, true);
    m_counter->start();
    window()->resize(1366, 768);
    window()->show();
    window()->activateWindow();
    go([] {}, [this] { return window()->focusWidget() != nullptr; });
    unlock();
    go([] {}, [this] { return shown<OpenDayPage>() != nullptr; });
    go(
        [this] {
            commit(QStringLiteral("500k"));
            press(Qt::Key_Return, Qt::ControlModifier);
        },
        [this] { return shown<WorklistPage>() != nullptr; });
}

DrivenCounter::~DrivenCounter() = default;

void DrivenCounter::press(int key, Qt::KeyboardModifiers modifiers, const QString &text) const
{
    QWidget *caret = window()->focusWidget();
    sendKey(caret ? caret : window(), key, modifiers, text);
}

void DrivenCounter::commit(const QString &text) const
{
    QInputMethodEvent event;
    event.setCommitString(text);
    QCoreApplication::sendEvent(window()->focusWidget(), &event);
}

void DrivenCounter::go(const std::function<void()> &work, const std::function<bool()> &there)
{
    QTimer look;
    QElapsedTimer since;
    since.start();
    QObject::connect(&look, &QTimer::timeout, &m_application, [&] {
        if (there()) {
            QCoreApplication::exit(0);
        } else if (since.hasExpired(30'000)) {
            qFatal("the window never came to where it was led; it shows %s and says: %s",
                window()->page() ? window()->page()->metaObject()->className() : "nothing", qPrintable(window()->strip()->notice().text));
        }
    });
    work();
    look.start(5);
    TimedApplication::exec();
}

void DrivenCounter::unlock()
{
    go([this] {
        commit(m_password);
        press(Qt::Key_Return);
    }, [this] { return window()->page() && !window()->page()->standsAlone() && !window()->isLocked(); });
}

} // namespace motcua::bench
