// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/Kind.h"
#include "tests/app/storage/Desk.h"
#include "tests/models/journal/Author.h"
#include "tests/ui/support/CounterStory.h"
#include "ui/dossier/StepPage.h"
#include "ui/itemmodels/WorklistItemModel.h"
#include "ui/messages/Language.h"
#include "ui/shell/CounterTabs.h"
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

private:
    inline static const QString Number = QStringLiteral("26.11.23.88121");
    inline static const Id Subject = journal::testId('s');

    void submit(const Workplace &made)
    {
        const auto scan = made.store.attachments().keep("%PDF-1.7\n%%EOF\n");
        journal::Author portal('P', journal::Actor::Kind::Portal);
        portal.flags = 1; // a portal of training
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        const journal::Entry filed = portal.write(Subject, journal::kind::DossierSubmitted,
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
    Language m_language{Language::Code::English};
};

QTEST_MAIN(tst_OnlineDossier)
#include "tst_OnlineDossier.moc"
