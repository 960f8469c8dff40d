// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/DossierQueries.h"
#include "tests/app/workflows/TrainingDesk.h"
#include "tests/ui/support/Screenshot.h"
#include "ui/form/FormPage.h"
#include "ui/hall/HallDesk.h"
#include "ui/hall/TicketPage.h"
#include "ui/shell/Counter.h"
#include "ui/visit/AcceptPage.h"
#include "ui/visit/AcceptedPage.h"
#include "ui/visit/ProcedurePage.h"
#include "ui/visit/VisitDesk.h"
#include "ui/widgets/MessageStrip.h"
#include "ui/worklist/WorklistPage.h"

#include <QCheckBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>

// A machine that builds and tests at once stands still for seconds now and then. Who waits for what comes waits no longer for it.
#undef QTRY_VERIFY
#undef QTRY_VERIFY2
#undef QTRY_COMPARE
#define QTRY_VERIFY(expression) QTRY_VERIFY_WITH_TIMEOUT((expression), 30'000)
#define QTRY_VERIFY2(expression, words) QTRY_VERIFY2_WITH_TIMEOUT((expression), words, 30'000)
#define QTRY_COMPARE(expression, expected) QTRY_COMPARE_WITH_TIMEOUT((expression), (expected), 30'000)

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
        sitDown();
    }

    /** The program ended in the middle of everything, and is started again. */
    void restart()
    {
        m_counter.reset();
        m_door.reset();
        sitDown();
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

    /** Without a ticket, the form of the procedure that these letters find; on it with an input method, as a name is typed. */
    void beginForm(const QString &letters = QStringLiteral("trich luc"))
    {
        press(Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY2(shown<ProcedurePage>(), qPrintable(said()));
        chooseProcedure(letters);
    }
    void chooseProcedure(const QString &letters)
    {
        commit(window(), letters);
        press(Qt::Key_Return);
        QTRY_VERIFY2(shown<FormPage>(), qPrintable(said()));
    }

    /** What was answered and seen so far, filled up to what can be accepted. */
    void fillForm()
    {
        TrainingDesk::fill(*filing());
        if (shown<FormPage>()) {
            press(Qt::Key_3, Qt::AltModifier); // the page is drawn anew with it
        }
    }
    /** Instead of what stands in this field of the form. */
    void retype(const QString &field, const QString &text)
    {
        QVERIFY2(shown<FormPage>() && shown<FormPage>()->focusField(field), qPrintable(field));
        press(Qt::Key_A, Qt::ControlModifier);
        type(text);
    }

    /**
     * Goes from one thing that is missing to the next and types what is written for its field, or takes the first of a list; the part of a field
     * of `absent` is declared absent.
     */
    void answerWhatIsMissing(const QMap<QString, QString> &typed, const QStringList &absent = {})
    {
        QStringList asked;
        while (!filing()->judgement().violations.isEmpty()) {
            press(Qt::Key_E, Qt::ControlModifier);
            const QString field = shown<FormPage>()->focusedField();
            QVERIFY2(!asked.contains(field), qPrintable(asked.join(u' ') + u' ' + field + u' ' + said()));
            asked.append(field);
            if (absent.contains(field)) {
                press(Qt::Key_0, Qt::AltModifier);
            }
            typed.contains(field) ? type(typed.value(field)) : press(Qt::Key_Down);
        }
    }

    /** A ticket of this group, drawn at this desk and called; what of `needs` the desk must know is ticked on its page. */
    void serveTicket(Qt::Key group, const QStringList &needs = {})
    {
        press(Qt::Key_N, Qt::AltModifier);
        QTRY_VERIFY(shown<TicketPage>());
        press(group);
        for (const QString &need : needs) {
            tickBox(need);
        }
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(m_counter->hall()->waiting() > 0, qPrintable(said()));
        press(Qt::Key_Escape);
        press(Qt::Key_F3);
        QTRY_COMPARE(turn()->turn(), ServeVisit::Turn::Called);
        press(Qt::Key_F5);
        QTRY_COMPARE(turn()->turn(), ServeVisit::Turn::Serving);
        QTRY_VERIFY(shown<ProcedurePage>());
    }

    /** The box with these words on the page, found with Tab; ticked, or not any more. */
    void tickBox(const QString &words, bool ticked = true)
    {
        for (int tabs = 0; tabs < 60; ++tabs) {
            const auto *box = qobject_cast<QCheckBox *>(window()->focusWidget());
            if (box && box->text().contains(words)) {
                press(Qt::Key_Space);
                QCOMPARE(box->isChecked(), ticked);
                return;
            }
            press(Qt::Key_Tab);
        }
        QFAIL(qPrintable(words));
    }

    /** From any step to the acceptance, which must not be held up. */
    void accept()
    {
        press(Qt::Key_6, Qt::AltModifier);
        QTRY_VERIFY2(shown<AcceptPage>(), qPrintable(said()));
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(shown<AcceptedPage>(), qPrintable(said()));
    }

    [[nodiscard]] FileDossier *filing() const { return m_counter->visit()->filing(); }
    [[nodiscard]] ServeVisit *turn() const { return m_counter->hall()->turn(); }
    [[nodiscard]] const storage::Store &store() const { return filing()->place().store; }
    [[nodiscard]] Dossier stored(const Id &dossier) const
    {
        const Result<std::optional<Dossier>> found = store().ask(storage::DossierById{dossier}).result();
        return found && *found ? **found : Dossier();
    }
    /** The words on all labels of the page, or of another part of the window. */
    [[nodiscard]] QString written(const QWidget *part = nullptr) const
    {
        QStringList all;
        for (const QLabel *label : (part ? part : window()->page())->findChildren<QLabel *>()) {
            all.append(label->text());
        }
        return all.join(u'\n');
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

private:
    void sitDown()
    {
        m_door = m_desk->door();
        m_counter = std::make_unique<Counter>(m_door.get(), m_printer);
        m_counter->setPeople({{TrainingDesk::administrator(), {}}}, true);
        m_counter->start();
        present(window(), {1366, 698});
    }

protected:
    int m_keys = 0; ///< pressed so far, by press() and type()
    SlipPrinter *m_printer = nullptr; ///< of the counter; set before openDesk(), outlives closeDesk()
    std::unique_ptr<TrainingDesk> m_desk;
    std::unique_ptr<SignIn> m_door;
    std::unique_ptr<Counter> m_counter;
};

} // namespace motcua::test
