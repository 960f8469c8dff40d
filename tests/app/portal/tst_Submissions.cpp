// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/Payments.h"
#include "app/portal/VerdictRules.h"
#include "app/portal/Verdicts.h"
#include "app/storage/DossierQueries.h"
#include "app/storage/HouseQueries.h"
#include "app/storage/OfflineQueries.h"
#include "app/storage/SyncQueries.h"
#include "models/fee/Payment.h"
#include "models/journal/Kind.h"
#include "tests/app/portal/PortalScene.h"
#include "tests/app/workflows/TrainingDesk.h"

#include <QTest>

using namespace motcua;
using namespace motcua::portal;
using storage::Desk;
using storage::Store;

namespace {

constexpr auto Pdf = "%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n";

QString codeOf(const Answer &answer)
{
    return QStringLiteral("%1 %2").arg(answer.status).arg(QJsonDocument::fromJson(answer.body).object().value(u"code").toString()).trimmed();
}

QJsonObject objectIn(const Answer &answer)
{
    return QJsonDocument::fromJson(answer.body).object();
}

} // namespace

/** What other systems bring to a portal, without the line between. */
class tst_Submissions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_law = TrainingDesk::law().catalogue; }
    void init()
    {
        m_scene = std::make_unique<PortalScene>();
        m_scene->sync.pass(PortalScene::now() - m_scene->sync.clock()()); // both by one clock
        m_portal = m_scene->portal();
        m_desk = m_scene->sync.desk(3); // of H26.15, as its log says
        learn();
        m_submissions = std::make_unique<Submissions>(*m_portal, m_law, [] { return PortalScene::now(); });
        m_payments = std::make_unique<Payments>(*m_portal, [] { return PortalScene::now(); });
    }
    void cleanup()
    {
        m_payments.reset();
        m_submissions.reset();
        m_desk.reset();
        m_portal.reset();
        m_scene.reset();
    }

    void whatIsFiledIsADossierOfItsUnit()
    {
        const Answer file = bring(Pdf);
        QCOMPARE(file.status, 201);
        QCOMPARE(objectIn(file).value(u"mediaType").toString(), u"application/pdf"_qs);
        QJsonObject filed = submission();
        filed.insert(u"files", QJsonArray{QJsonObject{{u"paper"_qs, u"identity"_qs}, {u"file"_qs, objectIn(file).value(u"file")}}});
        const Answer answer = submit(filed);
        QCOMPARE(codeOf(answer), u"201"_qs);
        QCOMPARE(objectIn(answer).value(u"status").toInt(), 1);
        const Dossier dossier = held();
        QVERIFY(dossier.isNewOnline());
        QCOMPARE(dossier.unit, u"H26.15"_qs);
        QCOMPARE(dossier.acceptance.value(u"unitName").toString(), u"Trung tâm thử"_qs);
        QCOMPARE(dossier.role(u"applicant.name"_qs).text, u"Nguyễn Văn Thử"_qs);
        QCOMPARE(dossier.broughtOnline().size(), 1);
        const auto reference = storage::AttachmentReference::fromString(dossier.broughtOnline().at(0)[u"attachment"].toString());
        QVERIFY(reference);
        QCOMPARE(*m_portal->attachments().read(*reference), QByteArray(Pdf));
        QTRY_VERIFY(Desk::done(m_portal->ask(storage::SettingsUnder{u"portal.file."_qs})).isEmpty()); // it waits no more
        const auto list = Desk::done(m_portal->ask(storage::WorklistPage{.list = storage::WorklistPage::List::NewOnline}));
        QCOMPARE(list.rows.size(), 1);
        const auto search = Desk::done(m_portal->ask(storage::FindDossiers{Number}));
        QCOMPARE(search.size(), 1);
    }

    void theSameAgainChangesNothing()
    {
        QCOMPARE(codeOf(submit(submission())), u"201"_qs);
        const quint64 before = sync::SyncScene::held(*m_portal, m_portal->origin());
        QCOMPARE(codeOf(submit(submission())), u"200"_qs);
        QCOMPARE(sync::SyncScene::held(*m_portal, m_portal->origin()), before);
        QJsonObject later = submission();
        later.insert(u"submittedAt", u"2026-11-24T08:00:00+07:00"_qs);
        QCOMPARE(codeOf(submit(later)), u"201"_qs);
        QCOMPARE(sync::SyncScene::held(*m_portal, m_portal->origin()), before + 1);
        QCOMPARE(codeOf(submit(submission())), u"200"_qs); // the first one again, late: the last one stands
        QCOMPARE(sync::SyncScene::held(*m_portal, m_portal->origin()), before + 1);
        AdmittedSystem other = m_system;
        other.id = Desk::idOf('x');
        QCOMPARE(codeOf(m_submissions->submit(PortalScene::question(submission()), other)), u"201"_qs); // another's number is another dossier
        QVERIFY(Submissions::dossierOf(other.id, Number) != Submissions::dossierOf(m_system.id, Number));
    }

    void whatIsWrongIsSaidAndNothingIsWritten_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("field");
        const auto answers = [](const QString &field, const QJsonValue &value) { return QJsonValue(QJsonObject{{u"requester.name"_qs, u"Nguyễn Văn Thử"_qs}, {field, value}}); };
        QTest::newRow("no number") << u"number"_qs << QJsonValue(u" "_qs) << u"422 Invalid"_qs << QString();
        QTest::newRow("a long number") << u"number"_qs << QJsonValue(QString(65, u'1')) << u"422 Invalid"_qs << QString();
        QTest::newRow("no moment") << u"submittedAt"_qs << QJsonValue(u"yesterday"_qs) << u"422 Invalid"_qs << QString();
        QTest::newRow("a moment of no place") << u"submittedAt"_qs << QJsonValue(u"2026-11-23T20:15:00"_qs) << u"422 Invalid"_qs << QString();
        QTest::newRow("a moment to come") << u"submittedAt"_qs << QJsonValue(u"2999-11-23T20:15:00+07:00"_qs) << u"422 Invalid"_qs << QString();
        QTest::newRow("an unknown procedure") << u"procedure"_qs << QJsonValue(u"9.999999"_qs) << u"422 ProcedureUnknown"_qs << QString();
        QTest::newRow("one that is not received online") << u"procedure"_qs << QJsonValue(u"2.000815"_qs) << u"422 ChannelRefused"_qs << QString();
        QTest::newRow("a unit without a desk") << u"unit"_qs << QJsonValue(u"H26.16"_qs) << u"422 UnitUnknown"_qs << QString();
        QTest::newRow("no answers") << u"answers"_qs << QJsonValue(u"none"_qs) << u"422 Invalid"_qs << QString();
        QTest::newRow("an answer to nothing") << u"answers"_qs << answers(u"no.such"_qs, u"x"_qs) << u"422 AnswersWrong"_qs << u"no.such"_qs;
        QTest::newRow("an answer that is a number") << u"answers"_qs << answers(u"requester.phone"_qs, 912) << u"422 Invalid"_qs << u"requester.phone"_qs;
        QTest::newRow("characters nobody sees") << u"answers"_qs << answers(u"requester.name"_qs, u"Nguyễn\u202EVăn"_qs) << u"422 AnswersWrong"_qs << u"requester.name"_qs;
        QTest::newRow("a paper of another procedure") << u"files"_qs << QJsonValue(QJsonArray{QJsonObject{{u"paper"_qs, u"birthNotice"_qs}, {u"file"_qs, QString(64, u'a')}}}) << u"422 PaperUnknown"_qs << u"birthNotice"_qs;
        QTest::newRow("a file nobody brought") << u"files"_qs << QJsonValue(QJsonArray{QJsonObject{{u"paper"_qs, u"identity"_qs}, {u"file"_qs, QString(64, u'a')}}}) << u"422 FileUnknown"_qs << QString(64, u'a');
    }
    void whatIsWrongIsSaidAndNothingIsWritten()
    {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        QFETCH(QString, code);
        QFETCH(QString, field);
        const quint64 before = sync::SyncScene::held(*m_portal, m_portal->origin());
        QJsonObject filed = submission();
        filed.insert(member, value);
        const Answer answer = submit(filed);
        QCOMPARE(codeOf(answer), code);
        QCOMPARE(objectIn(answer).value(u"fields").toArray(), field.isEmpty() ? QJsonArray() : QJsonArray{field});
        QCOMPARE(sync::SyncScene::held(*m_portal, m_portal->origin()), before);
    }

    void aFileIsWhatItsContentSays_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        QTest::newRow("a PDF") << QByteArray(Pdf) << u"201"_qs;
        QTest::newRow("a part of one") << QByteArray("%PDF-1.7\n1 0 obj\n") << u"422 FileTruncated"_qs;
        QTest::newRow("nothing") << QByteArray() << u"422 FileTruncated"_qs;
        QTest::newRow("a program") << QByteArray("\x7F" "ELF\x02\x01\x01") + QByteArray(64, '\0') << u"415 FileKindUnknown"_qs;
    }
    void aFileIsWhatItsContentSays()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, code);
        QCOMPARE(codeOf(bring(bytes)), code);
    }

    void aFileNobodyNamedIsForgottenAfterADay()
    {
        const QString digest = objectIn(bring(Pdf)).value(u"file").toString();
        Submissions tomorrow(*m_portal, m_law, [] { return PortalScene::now() + Submissions::FileWaitsMs + 60'000; });
        QCOMPARE(tomorrow.takeFile({.method = "POST", .body = QByteArray(Pdf) + " "}, m_system).status, 201);
        QTRY_VERIFY(!Desk::done(m_portal->ask(storage::SettingsUnder{u"portal.file."_qs + m_system.id.toString() + u'.'})).contains(digest));
    }

    void whoBroughtItIsToldWhatBecameOfIt()
    {
        QCOMPARE(codeOf(standing()), u"404 NotFound"_qs);
        QVERIFY(submit(submission()).status == 201);
        QCOMPARE(objectIn(standing()).value(u"status").toInt(), 1);
        QVERIFY(!objectIn(standing()).contains(u"sentBack"));
        TurnAway away;
        away.procedure = u"2.000635"_qs;
        away.procedureName = u"Cấp bản sao trích lục"_qs;
        away.channel = 2;
        away.reason = u"thiếu ảnh căn cước"_qs;
        away.asked = {{.name = u"Ảnh căn cước"_qs, .reason = u"không đọc được"_qs, .originals = 1}};
        learnFrom(*m_portal, *m_desk); // the desk reads it, and sends it back
        storage::Desk officer(3, 'd');
        (void)Desk::done(m_desk->record(officer.about(id(), away)));
        learn();
        const QJsonObject back = objectIn(standing()).value(u"sentBack").toObject();
        QCOMPARE(back.value(u"reason").toString(), u"thiếu ảnh căn cước"_qs);
        QCOMPARE(back.value(u"asked").toArray().at(0)[u"name"].toString(), u"Ảnh căn cước"_qs);
        QJsonObject again = submission();
        again.insert(u"submittedAt", u"2026-11-25T08:00:00+07:00"_qs);
        QCOMPARE(codeOf(submit(again)), u"201"_qs);
        QVERIFY(!objectIn(standing()).contains(u"sentBack"));
        learnFrom(*m_portal, *m_desk);
        (void)Desk::done(m_desk->record(officer.about(id(), *officer.accepting(7).what.as<AcceptDossier>())));
        learn();
        QCOMPARE(objectIn(standing()).value(u"status").toInt(), 2);
        QVERIFY(!objectIn(standing()).value(u"code").toString().isEmpty());
        again.insert(u"submittedAt", u"2026-11-26T08:00:00+07:00"_qs);
        QCOMPARE(codeOf(submit(again)), u"409 AlreadyAccepted"_qs);
        // What the portal makes of the acceptance keeps the number its citizen has.
        QFile file(QStringLiteral(MOTCUA_TEST_DATA "/../../resources/portal/verdicts.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto rules = *VerdictRules::fromJson(file.readAll());
        QVERIFY(Verdicts(*m_portal, rules, rules->number(), [] { return PortalScene::now(); }).step());
        QVERIFY(held().portal.isAccepted());
        QCOMPARE(held().portal.number, Number);
    }

    void moneyFindsItsFees_data()
    {
        QTest::addColumn<QString>("by");
        QTest::addColumn<int>("amount");
        QTest::addColumn<int>("rest");
        QTest::addColumn<int>("open"); ///< fees that still wait
        QTest::newRow("by the text of the transfer") << u"transfer"_qs << 16'000 << 0 << 0;
        QTest::newRow("by the code of the first") << u"code"_qs << 8'000 << 0 << 1;
        QTest::newRow("too much") << u"transfer"_qs << 20'000 << 4'000 << 0;
        QTest::newRow("too little") << u"transfer"_qs << 9'000 << 0 << 1;
    }
    void moneyFindsItsFees()
    {
        QFETCH(QString, by);
        QFETCH(int, amount);
        QFETCH(int, rest);
        QFETCH(int, open);
        const QStringList codes = owe();
        QJsonObject paid{{u"amount"_qs, amount}, {u"reference"_qs, u"FT1"_qs}, {u"paidAt"_qs, u"2026-11-23T09:20:00+07:00"_qs}};
        paid.insert(by, by == u"code" ? codes.constFirst() : u"VCB Phi le phi A012 "_qs + Payment::reference(Turn).toLower() + u" ct tu 0071"_qs);
        const Answer answer = pay(paid);
        QCOMPARE(codeOf(answer), u"200"_qs);
        QCOMPARE(objectIn(answer).value(u"rest").toInt(-1), rest);
        QCOMPARE(Desk::done(m_portal->ask(storage::OpenFees{})).size(), open);
        const quint64 before = sync::SyncScene::held(*m_portal, m_portal->origin());
        const Answer again = pay(paid); // the answer was lost
        QCOMPARE(sync::SyncScene::held(*m_portal, m_portal->origin()), before);
        QCOMPARE(objectIn(again).value(u"confirmed"), objectIn(answer).value(u"confirmed"));
        QCOMPARE(objectIn(again).value(u"rest").toInt(-1), rest);
        QVERIFY(objectIn(again).value(u"known").toBool());
        // And at the desk that took them.
        learnFrom(*m_portal, *m_desk);
        QCOMPARE(Desk::done(m_desk->ask(storage::OpenFees{})).size(), Desk::done(m_portal->ask(storage::OpenFees{})).size());
    }

    void whatWasPaidOnlineIsWrittenOnce()
    {
        QVERIFY(submit(submission()).status == 201);
        const QJsonObject paid{{u"amount"_qs, 8000}, {u"reference"_qs, u"FT9"_qs}, {u"paidAt"_qs, u"2026-11-23T20:16:00+07:00"_qs}, {u"number"_qs, Number}};
        QCOMPARE(objectIn(pay(paid)).value(u"confirmed").toArray().size(), 1);
        QCOMPARE(held().confirmations.size(), 1);
        QVERIFY(objectIn(pay(paid)).value(u"known").toBool());
        QCOMPARE(held().confirmations.size(), 1);
    }

    void aPaymentThatSaysTooLittleOrTooMuchIsNotWritten_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("code");
        QTest::newRow("for nothing that is known") << u"code"_qs << QJsonValue(u"H26.15-261123-9999"_qs) << u"404 NotFound"_qs;
        QTest::newRow("nothing") << u"amount"_qs << QJsonValue(0) << u"422 Invalid"_qs;
        QTest::newRow("it went") << u"amount"_qs << QJsonValue(-1) << u"422 Invalid"_qs;
        QTest::newRow("half a đồng") << u"amount"_qs << QJsonValue(8000.5) << u"422 Invalid"_qs;
        QTest::newRow("more than there is") << u"amount"_qs << QJsonValue(1e15) << u"422 Invalid"_qs;
        QTest::newRow("in words") << u"amount"_qs << QJsonValue(u"8000"_qs) << u"422 Invalid"_qs;
        QTest::newRow("no reference") << u"reference"_qs << QJsonValue() << u"422 Invalid"_qs;
        QTest::newRow("at no moment") << u"paidAt"_qs << QJsonValue(u"today"_qs) << u"422 Invalid"_qs;
        QTest::newRow("twice named") << u"number"_qs << QJsonValue(u"26.11"_qs) << u"422 Invalid"_qs;
    }
    void aPaymentThatSaysTooLittleOrTooMuchIsNotWritten()
    {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        QFETCH(QString, code);
        QJsonObject paid{{u"amount"_qs, 8000}, {u"reference"_qs, u"FT1"_qs}, {u"paidAt"_qs, u"2026-11-23T09:20:00+07:00"_qs}, {u"code"_qs, owe().constFirst()}};
        paid.insert(member, value);
        QCOMPARE(codeOf(pay(paid)), code);
        QCOMPARE(Desk::done(m_portal->ask(storage::OpenFees{})).size(), 2);
    }

    void onlyWhoWasLetInIsHeard()
    {
        const QByteArray secret(32, 's');
        const Id id = Desk::idOf('q');
        const auto registry = [this] { return SystemRegistry::of(Desk::done(m_portal->ask(storage::SystemEntries{}))); };
        (void)Desk::done(m_portal->record(m_scene->keeping(id, AdmitSystem{u"Cổng"_qs, security::sha256(secret)})));
        const auto said = [](const QByteArray &bytes) { return "Bearer " + bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals); };
        QCOMPARE(registry().speaking(said(secret))->id, id);
        for (const QByteArray &wrong : {QByteArray(), said(QByteArray(32, 't')), said(secret).mid(7), said(secret) + "!", said(secret.first(31)), QByteArray("Basic ") + said(secret).mid(7)}) {
            QVERIFY2(!registry().speaking(wrong), wrong.constData());
        }
        (void)Desk::done(m_portal->record(m_scene->keeping(id, RemoveSystem{u"lộ khoá"_qs})));
        QVERIFY(!registry().speaking(said(secret)));
    }

private:
    inline static const QString Number = QStringLiteral("26.11.23.88121");
    inline static const Id Turn = Id::v7(1'770'000'000'000, "visitvisit");

    [[nodiscard]] static QJsonObject submission()
    {
        return {{u"number"_qs, Number}, {u"procedure"_qs, u"2.000635"_qs}, {u"unit"_qs, u"H26.15"_qs}, {u"submittedAt"_qs, u"2026-11-23T20:15:00+07:00"_qs},
            {u"answers"_qs, QJsonObject{{u"requester.name"_qs, u"Nguyễn Văn Thử"_qs}}}};
    }
    [[nodiscard]] Id id() const { return Submissions::dossierOf(m_system.id, Number); }
    [[nodiscard]] Dossier held() const { return Desk::done(m_portal->ask(storage::DossierById{id()})).value_or(Dossier()); }
    Answer submit(const QJsonObject &filed) { return m_submissions->submit(PortalScene::question(filed), m_system); }
    Answer bring(const QByteArray &bytes) { return m_submissions->takeFile({.method = "POST", .headers = {{"content-type", "text/plain"}}, .body = bytes}, m_system); }
    Answer standing() { return m_submissions->standing({.method = "GET", .path = {u"v1"_qs, u"submissions"_qs, Number}}, m_system); }
    Answer pay(const QJsonObject &paid) { return m_payments->confirm(PortalScene::question(paid), m_system); }

    /** Two dossiers of one turn, whose fees are to come by transfer; their codes. */
    QStringList owe()
    {
        storage::Desk officer(3, 'd');
        QStringList codes;
        for (const int n : {1, 2}) {
            Act accepting = officer.accepting(n);
            accepting.visit = Turn;
            const auto recorded = Desk::done(m_desk->record(accepting));
            codes.append(recorded.dossier->code);
            Act fee = officer.about(Desk::dossier(n), TakeFee{.amount = {8000}, .means = u"vietqr"_qs, .series = {}, .number = {}, .text = {}});
            fee.visit = Turn;
            (void)Desk::done(m_desk->record(fee));
        }
        learn();
        return codes;
    }
    /** What the desk wrote, to the portal. */
    void learn() { learnFrom(*m_desk, *m_portal); }
    static void learnFrom(const Store &from, const Store &to)
    {
        for (;;) {
            const quint64 held = sync::SyncScene::held(to, from.origin());
            const auto run = Desk::done(from.ask(storage::OutgoingRun{.origin = from.origin(), .first = held + 1}));
            if (!run) {
                return;
            }
            (void)Desk::done(to.ingest(*run));
        }
    }

    Catalogue m_law;
    AdmittedSystem m_system{.id = Desk::idOf('y'), .name = u"Cổng tỉnh Thử"_qs};
    std::unique_ptr<PortalScene> m_scene;
    std::optional<Store> m_portal;
    std::optional<Store> m_desk;
    std::unique_ptr<Submissions> m_submissions;
    std::unique_ptr<Payments> m_payments;
};

QTEST_GUILESS_MAIN(tst_Submissions)
#include "tst_Submissions.moc"
