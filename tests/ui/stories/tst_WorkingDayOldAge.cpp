// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training/SimulatedCodeReader.h"
#include "app/workflows/IssuedSlip.h"
#include "models/base/VietnamTime.h"
#include "tests/ui/stories/StoryPaper.h"
#include "tests/ui/support/CounterStory.h"
#include "ui/visit/PapersPage.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace motcua;

/** An old woman with an expired card of nine digits, without a telephone, who cannot sign and does not read small print. */
class tst_WorkingDayOldAge : public test::CounterStory
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_paper = std::make_unique<test::StoryPaper>();
        m_printer = m_paper->printer();
        openDesk();
        m_counter->listen(&m_reader);
        signIn();
    }
    void cleanup()
    {
        closeDesk();
        m_printer = nullptr;
        m_paper.reset();
    }

    void sheIsSeenInTheHallAndServedByHerPriority()
    {
        serveTicket(Qt::Key_A, {u"Elderly person"_qs, u"walks with difficulty"_qs});
        const auto hall = [this] { return written(window()->hall()); };
        QTRY_VERIFY2(hall().contains(u"Elderly person") && hall().contains(u"walks with difficulty"), qPrintable(hall()));
        test::screenshot(window(), u"old-age-hall"_qs);
    }

    void herOldNumberProvesNothingAndChangesNothing()
    {
        beginForm();
        const FormDraft before = filing()->form();
        m_reader.send("012345678");
        QTRY_VERIFY2(said().contains(u"proves nothing any more"), qPrintable(said()));
        QVERIFY2(said().contains(u"helps to find the personal number"), qPrintable(said()));
        QCOMPARE(filing()->form(), before);
        retype(u"requester.personalNumber"_qs, u"012345678"_qs);
        press(Qt::Key_Return);
        const QString told = written();
        QVERIFY2(told.contains(u"nine digits are the number of an old identity card"), qPrintable(told));
        test::screenshot(window(), u"old-age-number"_qs);
    }

    void aYearIsABirthDateAndNoTelephoneIsAskedFor()
    {
        beginForm();
        fillForm();
        retype(u"record.birth"_qs, u"1941"_qs);
        QCOMPARE(filing()->form().text(u"record.birth"_qs), u"1941"_qs);
        QVERIFY(!filing()->form().value(u"requester.phone"_qs).isGiven());
        const Id dossier = filing()->dossier();
        accept();
        QCOMPARE(stored(dossier).role(u"subject.birth"_qs).text, u"1941"_qs);
        QTRY_COMPARE(m_paper->count(), 1);
    }

    void herFingerprintBeforeAWitnessIsPrintedOnTheDeclaration()
    {
        beginForm();
        fillForm();
        QVERIFY(shown<FormPage>()->focusField(u"signature.manner"_qs));
        press(Qt::Key_Down); // a fingerprint instead of a name
        QCOMPARE(filing()->form().text(u"signature.manner"_qs), u"fingerprint"_qs);
        retype(u"signature.witness"_qs, u"Trần Văn Thử"_qs);
        press(Qt::Key_4, Qt::AltModifier);
        press(Qt::Key_P, Qt::ControlModifier);
        QTRY_COMPARE(m_paper->count(), 1);
        const QString sheet = m_paper->text(1);
        QVERIFY2(sheet.contains(u"Điểm chỉ, có người làm chứng") && sheet.contains(u"Trần Văn Thử"), qPrintable(sheet));
        QVERIFY2(sheet.contains(u"Người làm chứng"), qPrintable(sheet));
    }

    void whatSheSaysIsWrittenAndReadBackToHer()
    {
        beginForm();
        fillForm();
        filing()->answer(u"signature.readBack"_qs, {});
        press(Qt::Key_3, Qt::AltModifier);
        QVERIFY(shown<FormPage>()->focusField(u"signature.manner"_qs));
        press(Qt::Key_Down);
        press(Qt::Key_Down);
        QCOMPARE(filing()->form().text(u"signature.manner"_qs), u"oral"_qs);
        const QList<Violation> missing = filing()->missing();
        QVERIFY(std::any_of(missing.cbegin(), missing.cend(), [](const Violation &one) { return one.field == u"signature.readBack"; }));
        QVERIFY(shown<FormPage>()->focusField(u"signature.readBack"_qs));
        press(Qt::Key_Space);
        QVERIFY2(filing()->missing().isEmpty(), qPrintable(filing()->missing().isEmpty() ? QString() : filing()->missing().constFirst().field));
    }

    void herSlipIsPrintedLargeAndAgainLarge()
    {
        beginForm();
        fillForm();
        QVERIFY(shown<FormPage>()->focusField(u"requester.largePrint"_qs));
        press(Qt::Key_Space);
        QCOMPARE(filing()->form().text(u"requester.largePrint"_qs), u"1"_qs);
        const Id dossier = filing()->dossier();
        press(Qt::Key_6, Qt::AltModifier);
        press(Qt::Key_P, Qt::ControlModifier);
        QTRY_VERIFY2(written().contains(u"A draft of"), qPrintable(written()));
        test::screenshot(window(), u"slip-large"_qs);
        press(Qt::Key_Escape);
        accept();
        QTRY_COMPARE(m_paper->count(), 1);
        QVERIFY2(m_paper->title(1).startsWith(u"01-large"), qPrintable(m_paper->title(1)));
        QVERIFY2(m_paper->text(1).contains(filing()->accepted()->code), qPrintable(m_paper->text(1)));
        QTRY_VERIFY(!stored(dossier).slips.isEmpty());
        QCOMPARE(stored(dossier).slips.constFirst().what.value(u"slip").toString(), u"01"_qs); // the journal knows form 01
        QTRY_VERIFY(written().contains(u"slip is printed"));
        press(Qt::Key_P, Qt::ControlModifier);
        QTRY_COMPARE(m_paper->count(), 2);
        QVERIFY2(m_paper->title(2).startsWith(u"01-large") && m_paper->text(2).contains(u"BẢN SAO lần 1"), qPrintable(m_paper->text(2)));
    }

    void whoDoesNotAskForItGetsTheUsualOne()
    {
        beginForm();
        fillForm();
        accept();
        QTRY_COMPARE(m_paper->count(), 1);
        QVERIFY2(m_paper->title(1).startsWith(u"01 "), qPrintable(m_paper->title(1)));
    }

    void theLargeSlipSaysWordForWordWhatTheOtherSays()
    {
        const auto form = [](const QString &name) {
            QFile file(Lawbook::folder() + u"/slips/"_qs + name);
            return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
        };
        const QJsonObject usual = form(u"01-receipt.json"_qs);
        const QJsonObject large = form(u"01-receipt-large.json"_qs);
        QVERIFY(!usual.isEmpty() && !large.isEmpty());
        for (const QString &key : {u"name"_qs, u"validFrom"_qs, u"dates"_qs, u"marks"_qs, u"foot"_qs, u"blocks"_qs}) {
            QVERIFY2(usual.value(key) == large.value(key), qPrintable(key));
        }
        const Workplace &place = filing()->place();
        const QDateTime now = vietnamTime(QDateTime::currentMSecsSinceEpoch());
        const Result<SlipTemplate> as = slipForm(place, SlipKind::Receipt, now);
        const Result<SlipTemplate> larger = slipForm(place, SlipKind::Receipt, now, true);
        QVERIFY(as && larger);
        QCOMPARE(larger->paper(), as->paper());
        QVERIFY(larger->textPoints() >= 1.3 * as->textPoints());
    }

private:
    SimulatedCodeReader m_reader;
    std::unique_ptr<test::StoryPaper> m_paper;
};

QTEST_MAIN(tst_WorkingDayOldAge)
#include "tst_WorkingDayOldAge.moc"
