// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/DossierQueries.h"
#include "tests/app/workflows/TrainingDesk.h"
#include "tests/ui/support/Screenshot.h"
#include "ui/shell/Counter.h"
#include "ui/visit/VisitDesk.h"
#include "ui/widgets/MessageStrip.h"
#include "ui/worklist/WorklistPage.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>

namespace motcua::test {

/** A real desk with its window, driven by keys alone; the base of tests that tell what an officer does. */
class CounterStory : public QObject
{

protected:
    /** A store of its own, on which nobody is signed in; `before` may fill it. */
    void openDesk(const std::function<void(const Workplace &)> &before = {})
    {
        m_desk = std::make_unique<TrainingDesk>();
        const Result<Workplace> made = m_desk->setUp();
        QVERIFY(made);
        TrainingDesk::skipDay(*made);
        if (before) {
            before(*made);
        }
        made->store.close();
        m_door = m_desk->door();
        m_counter = std::make_unique<Counter>(m_door.get(), m_printer);
        m_counter->setPeople({{TrainingDesk::administrator(), {}}}, true);
        m_counter->start();
        present(window(), {1366, 698});
    }

    void closeDesk()
    {
        m_counter.reset();
        m_door.reset();
        m_desk.reset();
    }

    void signIn()
    {
        type(TrainingDesk::password());
        press(Qt::Key_Return);
        QTRY_VERIFY(shown<WorklistPage>());
    }

    /** Files a dossier for an invented person; its code. */
    static QString file(const Workplace &place, const std::function<void(FileDossier &)> &change = {}, const QString &procedure = QStringLiteral("2.000635"))
    {
        FileDossier filing(place, nullptr);
        if (!filing.choose(procedure)) {
            return {};
        }
        TrainingDesk::fill(filing);
        if (change) {
            change(filing);
        }
        QSignalSpy accepted(&filing, &FileDossier::dossierAccepted);
        filing.accept();
        if (accepted.isEmpty() && !accepted.wait()) {
            return {};
        }
        return filing.accepted()->code;
    }

    void press(int key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        ++m_keys;
        QWidget *focus = window()->focusWidget();
        QTest::keyClick(focus ? focus : window(), Qt::Key(key), with);
    }
    /** By keys where a keyboard has them, else as an input method commits it. */
    void type(const QString &text)
    {
        m_keys += static_cast<int>(text.size());
        const bool isPlain = std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() < 128; });
        isPlain ? QTest::keyClicks(window()->focusWidget(), text) : commit(window(), text);
    }

    [[nodiscard]] MainWindow *window() const { return m_counter->window(); }
    [[nodiscard]] QString said() const { return window()->strip()->notice().text; }
    template <typename Wanted>
    [[nodiscard]] Wanted *shown() const
    {
        return qobject_cast<Wanted *>(window()->page());
    }

    int m_keys = 0; ///< pressed so far, by press() and type()
    SlipPrinter *m_printer = nullptr; ///< of the counter; set before openDesk(), outlives closeDesk()
    std::unique_ptr<TrainingDesk> m_desk;
    std::unique_ptr<SignIn> m_door;
    std::unique_ptr<Counter> m_counter;
};

} // namespace motcua::test
