// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/NextStep.h"
#include "models/journal/Kind.h"
#include "tests/app/storage/Desk.h"
#include "tests/models/journal/Author.h"
#include "tests/ui/support/CounterStory.h"
#include "ui/dossier/StepPage.h"
#include "ui/itemmodels/WorklistItemModel.h"
#include "ui/messages/Language.h"
#include "ui/shell/CounterTabs.h"
#include "ui/visit/FeePage.h"
#include "ui/visit/PapersPage.h"
#include "ui/widgets/Theme.h"
#include "ui/worklist/DossierPage.h"

#include <QApplication>
#include <QTableView>

using namespace motcua;
using storage::Desk;

/** What a citizen filed online, at a real desk and by keys alone: seen in its list, looked through, received or sent back. */
class tst_OnlineDossier : public test::CounterStory
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        Theme::named(Theme::Name::Light).wear(*qApp);
        openDesk([this](const Workplace &made) { submit(made); });
    }
    void cleanup() { closeDesk(); }

    void itIsLookedThroughAndReceived()
    {
        open();
        QVERIFY2(shown<DossierPage>()->heading().startsWith(Number), qPrintable(shown<DossierPage>()->heading()));
        test::screenshot(window(), u"online-dossier"_qs);
        QVERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(shown<FormPage>(), qPrintable(said()));
        QCOMPARE(filing()->dossier(), Subject);
        QCOMPARE(filing()->form().text(u"requester.name"_qs), u"Nguyễn Văn Thử"_qs);
        const Paper identity = filing()->papers().paper(u"identity"_qs);
        QCOMPARE(identity.state, Paper::State::NotSeen); // an officer looks at it first
        QCOMPARE(identity.files.size(), 1);
        fillForm();
        accept();
        const Dossier accepted = stored(Subject);
        QCOMPARE(accepted.status.status, DossierStatus::Accepted);
        QCOMPARE(accepted.acceptance.value(u"channel").toInt(), 2);
        QVERIFY(!accepted.code.isEmpty());
        QCOMPARE(accepted.onlineNumber(), Number);
        QCOMPARE(accepted.papers.size(), 1); // its file is a paper of the dossier now
        press(Qt::Key_Escape);
        QTRY_VERIFY(shown<WorklistPage>());
        QTRY_COMPARE(Desk::done(store().ask(storage::WorklistPage{.list = storage::WorklistPage::List::NewOnline})).rows.size(), 0);
    }

    void whatWasPaidOnlineIsNotTakenAgain_data()
    {
        QTest::addColumn<qint64>("paid");
        QTest::addColumn<qint64>("taken"); ///< at the desk, in cash
        QTest::addColumn<QString>("said");
        QTest::newRow("all of it") << qint64{8'000} << qint64{0} << u"nothing to collect"_qs;
        QTest::newRow("a part") << qint64{6'000} << qint64{2'000} << u"2.000 đ"_qs;
        QTest::newRow("more") << qint64{12'000} << qint64{0} << u"4.000 đ more were paid online"_qs;
    }
    void whatWasPaidOnlineIsNotTakenAgain()
    {
        QFETCH(const qint64, paid);
        QFETCH(const qint64, taken);
        QFETCH(const QString, said);
        signIn();
        pay(6'000);
        open();
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shown<FormPage>());
        QCOMPARE(filing()->paidOnline(), Money{6'000});
        // The rest comes while somebody looks through it: whoever takes it up again goes by that.
        press(Qt::Key_Escape);
        QTRY_VERIFY(!shown<FormPage>());
        if (paid > 6'000) {
            pay(paid - 6'000);
        }
        open();
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shown<FormPage>());
        fillForm();
        QCOMPARE(filing()->fee().total(), Money{8'000});
        press(Qt::Key_5, Qt::AltModifier);
        QTRY_VERIFY(shown<FeePage>());
        QVERIFY2(written().contains(u"Paid online"_qs) && written().contains(said), qPrintable(written()));
        test::screenshot(window(), u"online-paid-%1"_qs.arg(paid));
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        if (taken > 0) {
            type(QString::number(taken));
        }
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shown<AcceptPage>());
        QVERIFY2(written().contains(u"Paid online"_qs), qPrintable(written()));
        accept();
        const Dossier accepted = stored(Subject);
        QCOMPARE(accepted.fees.size(), taken > 0 ? 1 : 0);
        QCOMPARE(taken > 0 ? accepted.fees.constFirst().what.value(u"amount").toInteger() : 0, taken);
        QCOMPARE(feeDue(accepted), Money{0});
    }

    void whatWasTypedWaitsWhereOneLeft()
    {
        open();
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shown<FormPage>());
        retype(u"requester.name"_qs, u"K’Brôi"_qs);
        press(Qt::Key_Escape);
        QTRY_VERIFY(!shown<FormPage>());
        open();
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shown<FormPage>());
        QCOMPARE(filing()->form().text(u"requester.name"_qs), u"K’Brôi"_qs);
    }

    void itIsSentBackWithWhatIsMissing()
    {
        open();
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shown<FormPage>());
        QSignalSpy away(filing(), &FileDossier::turnedAway);
        StepDossier said;
        said.reason = u"thiếu ảnh căn cước"_qs;
        said.asked = {{.name = u"Ảnh căn cước"_qs, .originals = 1}};
        filing()->turnAway(false, said);
        QTRY_COMPARE(away.size(), 1);
        const Dossier back = stored(Subject);
        QVERIFY(back.isRegisteredOnly());
        QVERIFY(!back.isNewOnline());
        QCOMPARE(back.acceptance.value(u"channel").toInt(), 2);
    }

    void itIsReadInEveryDress_data()
    {
        QTest::addColumn<Theme::Name>("theme");
        QTest::addColumn<Language::Code>("language");
        QTest::addColumn<int>("scale");
        QTest::newRow("vi") << Theme::Name::Light << Language::Code::Vietnamese << 100;
        QTest::newRow("dark-large-vi") << Theme::Name::Dark << Language::Code::Vietnamese << 150;
        QTest::newRow("contrast-large") << Theme::Name::HighContrast << Language::Code::English << 150;
    }
    void itIsReadInEveryDress()
    {
        QFETCH(const Theme::Name, theme);
        QFETCH(const Language::Code, language);
        QFETCH(const int, scale);
        const Language spoken(language);
        closeDesk();
        openDesk([this](const Workplace &made) { submit(made); });
        signIn();
        Theme::named(theme).wear(*qApp, scale);
        window()->setTextScale(scale);
        open();
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        test::screenshot(window(), u"online-"_qs + name);
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        press(Qt::Key_Escape);
        QTRY_VERIFY(shown<WorklistPage>());
        test::screenshot(window(), u"online-list-"_qs + name);
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        window()->setTextScale(100);
    }

private:
    inline static const QString Number = QStringLiteral("26.11.23.88121");
    inline static const Id Subject = journal::testId('s');

    void submit(const Workplace &made)
    {
        const auto scan = made.store.attachments().keep("%PDF-1.7\n%%EOF\n");
        m_portal.emplace('P', journal::Actor::Kind::Portal);
        m_portal->flags = 1; // a portal of training
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        const journal::Entry filed = m_portal->write(Subject, journal::kind::DossierSubmitted,
            {{u"procedure"_qs, u"2.000635"_qs}, {u"procedureName"_qs, u"Cấp bản sao trích lục"_qs},
                {u"edition"_qs, made.law.catalogue.procedure(u"2.000635"_qs, vietnamTime(now).date())->edition}, {u"channel"_qs, 2},
                {u"unit"_qs, made.unit.organisationCode}, {u"unitName"_qs, made.unit.unitName}, {u"number"_qs, Number}, {u"system"_qs, u"dvc"_qs},
                {u"receivedAt"_qs, vietnamTime(now - 3'600'000).toString(Qt::ISODateWithMs)},
                {u"roles"_qs, QJsonObject{{u"applicant.name"_qs, u"requester.name"_qs}}},
                {u"fields"_qs, QJsonObject{{u"requester.name"_qs, QJsonObject{{u"v"_qs, u"Nguyễn Văn Thử"_qs}}}}},
                {u"brought"_qs, QJsonArray{QJsonObject{{u"paper"_qs, u"identity"_qs}, {u"name"_qs, u"Giấy tờ tuỳ thân"_qs}, {u"attachment"_qs, scan->toString()},
                                    {u"source"_qs, u"portal"_qs}, {u"mediaType"_qs, u"application/pdf"_qs}, {u"bytes"_qs, 15}, {u"sha256"_qs, QString(64, u'a')}}}},
                {u"event"_qs, u"submit_online_or_draft"_qs}, {u"from"_qs, 0}, {u"to"_qs, 1}},
            {}, now);
        QVERIFY(Desk::done(made.store.ingest({filed})).refused.isEmpty());
    }
    /** Money for it has come, by way of the system it was filed with. */
    void pay(qint64 dong)
    {
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        const journal::Entry paid = m_portal->write(Subject, journal::kind::FeeConfirmed,
            {{u"amount"_qs, dong}, {u"reference"_qs, u"FT%1-%2"_qs.arg(dong).arg(++m_payments)}, {u"source"_qs, u"dvc"_qs}, {u"paidAt"_qs, vietnamTime(now).toString(Qt::ISODateWithMs)}},
            {}, now);
        QVERIFY(Desk::done(store().ingest({paid})).refused.isEmpty());
    }
    /** From the list of what was filed online. */
    void open()
    {
        if (!shown<WorklistPage>()) {
            signIn();
        }
        auto *table = shown<WorklistPage>()->findChild<QTableView *>();
        QSignalSpy listed(qobject_cast<WorklistItemModel *>(table->model()), &WorklistItemModel::opened);
        press(Qt::Key_0 + countertabs::numberOf(countertabs::Online), Qt::ControlModifier);
        QTRY_VERIFY(!listed.isEmpty());
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QTRY_VERIFY(table->currentIndex().isValid());
        press(Qt::Key_Return);
        QTRY_VERIFY2(shown<DossierPage>(), qPrintable(said()));
    }
    std::optional<journal::Author> m_portal;
    int m_payments = 0; ///< each is told under a reference of its own
    Language m_language{Language::Code::English};
};

QTEST_MAIN(tst_OnlineDossier)
#include "tst_OnlineDossier.moc"
