// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/HouseQueries.h"
#include "tests/app/workflows/ScriptedPrinter.h"
#include "tests/app/workflows/TrainingDesk.h"
#include "tests/ui/support/Screenshot.h"
#include "ui/form/FormPage.h"
#include "ui/hall/HallDesk.h"
#include "ui/shell/Counter.h"
#include "ui/visit/AcceptPage.h"
#include "ui/visit/AcceptedPage.h"
#include "ui/visit/PapersPage.h"
#include "ui/visit/ProcedurePage.h"
#include "ui/visit/VisitDesk.h"
#include "ui/widgets/MessageStrip.h"
#include "ui/worklist/WorklistPage.h"

#include <QLabel>
#include <QTest>

using namespace motcua;

/** The declaration of a dossier at a real desk, printed to be signed, by keys alone. */
class tst_VisitDeclaration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<TrainingDesk>();
        const Result<Workplace> made = m_desk->setUp();
        QVERIFY(made);
        TrainingDesk::skipDay(*made);
        made->store.close();
        m_printer = std::make_unique<ScriptedPrinter>();
        open();
        press(Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(shown<ProcedurePage>());
        test::commit(window(), u"trich luc"_qs);
        press(Qt::Key_Return);
        QTRY_VERIFY(shown<FormPage>());
        TrainingDesk::fill(*filing());
        press(Qt::Key_4, Qt::AltModifier);
        QVERIFY(shown<PapersPage>());
    }

    void cleanup()
    {
        m_counter.reset();
        m_door.reset();
        m_printer.reset();
        m_desk.reset();
    }

    void isPrintedChangedAndPrintedAgain()
    {
        QVERIFY2(line().startsWith(u"○ Declaration: not printed yet"), qPrintable(line()));
        print();
        QVERIFY2(line().startsWith(u"✔ Declaration: printed at "_qs), qPrintable(line()));
        const QString first = mark();
        QVERIFY(line().endsWith(first));
        test::screenshot(window(), u"visit-declaration"_qs);

        rename();
        press(Qt::Key_4, Qt::AltModifier);
        QVERIFY2(line().startsWith(u"▲ "_qs) && line().contains(u"Full name of the requester"_qs), qPrintable(line()));
        press(Qt::Key_E, Qt::ControlModifier);
        QVERIFY2(window()->strip()->notice().text.contains(u"Print it again"_qs), qPrintable(window()->strip()->notice().text));
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        print();
        QVERIFY2(line().startsWith(u"✔ "_qs) && !line().contains(first), qPrintable(line()));
        press(Qt::Key_6, Qt::AltModifier);
        QVERIFY(shown<AcceptPage>());
        QTRY_VERIFY2(summary().contains(mark()) && !summary().contains(u"by hand"_qs), qPrintable(summary()));
    }

    void anOldSheetIsWarnedOfAndRefusesNothing()
    {
        print();
        rename();
        press(Qt::Key_6, Qt::AltModifier);
        QVERIFY(shown<AcceptPage>());
        QTRY_VERIFY2(summary().contains(u"by hand"_qs), qPrintable(summary()));
        test::screenshot(window(), u"visit-declaration-accept"_qs);
        const QString signedMark = mark();
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shown<AcceptedPage>());
        const auto papers = PaperSet::fromJson(filing()->accepted()->acceptance.value(u"papers"_qs).toArray());
        QVERIFY(papers && papers->paper(u"declaration"_qs).sheet);
        QCOMPARE(papers->paper(u"declaration"_qs).sheet->mark, signedMark);
    }

    void aPrinterThatIsNotThereLosesNothing()
    {
        m_printer->refusal = Error{ErrorCode::PrinterMissing, {}};
        press(Qt::Key_P, Qt::ControlModifier);
        QTRY_VERIFY2(window()->strip()->notice().text.contains(u"Nothing typed was lost."_qs), qPrintable(window()->strip()->notice().text));
        QVERIFY2(line().startsWith(u"○ "_qs), qPrintable(line()));
        m_printer->refusal.reset();
        print();
    }

    void afterACrashNobodyIsAsked()
    {
        m_printer->answersPrint = false;
        press(Qt::Key_P, Qt::ControlModifier);
        QTRY_COMPARE(m_printer->sheets.size(), 1);
        const Id dossier = filing()->dossier();
        const QString place = u"visit."_qs + filing()->place().person.toString();
        QTRY_VERIFY(filing()->place().store.ask(storage::OpenParts{}).result()->value(place).contains(dossier.toString().toUtf8()));
        m_counter.reset();
        m_door.reset();
        m_printer->answersPrint = true;
        open();
        QTRY_VERIFY(shown<PapersPage>());
        QVERIFY2(line().contains(u"It may have come out"_qs), qPrintable(line()));
        test::screenshot(window(), u"visit-declaration-crash"_qs);
        print();
        QVERIFY2(line().startsWith(u"✔ "_qs), qPrintable(line()));
    }

private:
    void open()
    {
        m_door = std::make_unique<SignIn>(m_desk->folder(), TrainingDesk::law(), security::ScryptCost::forTests());
        m_counter = std::make_unique<Counter>(m_door.get(), m_printer.get());
        m_counter->setPeople({{TrainingDesk::administrator(), {}}}, true);
        m_counter->start();
        test::present(window(), {1366, 698});
        QTest::keyClicks(window()->focusWidget(), TrainingDesk::password());
        press(Qt::Key_Return);
        QTRY_VERIFY(shown<WorklistPage>() || shown<PapersPage>());
    }

    void print()
    {
        const qsizetype sheets = m_printer->sheets.size();
        press(Qt::Key_P, Qt::ControlModifier);
        QVERIFY2(line().contains(u"is being printed"_qs), qPrintable(line()));
        QTRY_COMPARE(m_printer->sheets.size(), sheets + 1);
        QCoreApplication::sendPostedEvents();
        Q_EMIT m_printer->printed(m_printer->last());
        QTRY_VERIFY2(line().startsWith(u"✔ "_qs), qPrintable(line()));
    }

    void rename()
    {
        press(Qt::Key_3, Qt::AltModifier);
        QVERIFY(shown<FormPage>());
        QVERIFY(shown<FormPage>()->focusField(u"requester.name"_qs));
        press(Qt::Key_End);
        test::commit(window(), u" Hoài"_qs);
        QTRY_VERIFY(filing()->form().text(u"requester.name"_qs).endsWith(u" Hoài"_qs));
    }

    void press(int key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QWidget *focus = window()->focusWidget();
        QTest::keyClick(focus ? focus : window(), Qt::Key(key), with);
    }
    MainWindow *window() const { return m_counter->window(); }
    FileDossier *filing() const { return m_counter->visit()->filing(); }
    QString mark() const { return filing()->declaration().sheet->mark(); }
    template<typename Wanted> [[nodiscard]] Wanted *shown() const { return qobject_cast<Wanted *>(window()->page()); }

    /** What is to be read on the page. */
    QStringList labels() const
    {
        QStringList words;
        for (const QLabel *label : window()->page()->findChildren<QLabel *>()) {
            if (label->isVisible()) {
                words.append(label->text());
            }
        }
        return words;
    }
    QString line() const { return labels().filter(u"Declaration:"_qs).value(0); }
    QString summary() const { return labels().join(u'\n'); }

    std::unique_ptr<TrainingDesk> m_desk;
    std::unique_ptr<ScriptedPrinter> m_printer;
    std::unique_ptr<SignIn> m_door;
    std::unique_ptr<Counter> m_counter;
};

QTEST_MAIN(tst_VisitDeclaration)
#include "tst_VisitDeclaration.moc"
