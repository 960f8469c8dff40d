// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/VietnamTime.h"
#include "models/calendar/WorkingCalendar.h"
#include "models/dossier/DossierTerms.h"
#include "models/dossier/Intake.h"
#include "models/journal/Kind.h"
#include "tests/models/catalogue/ShippedCatalogue.h"

#include <QJsonDocument>
#include <QTest>

#include <type_traits>

using namespace motcua;
using State = FieldValue::State;

static_assert(!std::is_default_constructible_v<Intake>, "an intake exists only through Intake::from");

class tst_Intake : public QObject
{
    Q_OBJECT

    const Catalogue m_catalogue = test::shippedCatalogue();
    const Procedure m_extract = test::extractProcedure();
    const QDateTime m_morning = vietnamTime(QDate(2026, 11, 23), QTime(9, 30, 15));

    /** The answers as an officer would type them. */
    [[nodiscard]] FormDraft typed() const
    {
        FormDraft draft = m_extract.form().blank();
        const QMap<QString, QString> answers = {{u"requester.name"_qs, u" Nguyễn  Thị Hoa"_qs}, {u"requester.birth"_qs, u"1/6/85"_qs},
            {u"requester.residence"_qs, u"Số 1, tổ 5, phường Hòa An"_qs}, {u"requester.personalNumber"_qs, u"001 185 012 345"_qs},
            {u"requester.relation"_qs, u"child"_qs}, {u"record.kind"_qs, u"birth"_qs}, {u"record.name"_qs, u"Nguyễn Văn An"_qs},
            {u"record.birth"_qs, u"1941"_qs}, {u"record.sex"_qs, u"male"_qs}, {u"record.registeredAt"_qs, u"UBND xã Hòa An"_qs},
            {u"copies"_qs, u"03"_qs}};
        for (auto it = answers.constBegin(); it != answers.constEnd(); ++it) {
            draft.set(it.key(), FieldValue::given(it.value()));
        }
        return draft;
    }

    [[nodiscard]] PaperSet seen() const
    {
        PaperSet papers = PaperSet::of(m_extract);
        papers.set({u"declaration"_qs, {}, Paper::State::Met, {}, PaperKind::OriginalSeen, 0});
        papers.set({u"identity"_qs, {}, Paper::State::Met, {}, PaperKind::FromDatabase, 0});
        return papers;
    }

    [[nodiscard]] auto from(const FormDraft &draft, const PaperSet &papers, const QDateTime &at, int channel = 1, const std::optional<Envelope> &post = {}) const
    {
        return Intake::from(m_extract, draft, papers, m_catalogue.calendar(), at, channel, {}, post);
    }

private Q_SLOTS:
    void holdsEverythingTheLawDecided()
    {
        const auto intake = from(typed(), seen(), m_morning);
        QVERIFY(intake);
        QCOMPARE(intake->procedureCode(), u"2.000635"_qs);
        QCOMPARE(intake->edition(), m_extract.edition);
        QCOMPARE(intake->fee().total(), Money{24000});
        QCOMPARE(intake->promise().dueAt, vietnamTime(QDate(2026, 11, 23), QTime(17, 0)));
        QCOMPARE(intake->role(u"applicant.name"_qs), u"Nguyễn Thị Hoa"_qs);
        QCOMPARE(intake->role(u"subject.name"_qs), u"Nguyễn Văn An"_qs);
        QCOMPARE(intake->role(u"applicant.phone"_qs), QString());
        QCOMPARE(intake->role(u"no.such"_qs), QString());
    }

    void filesAnswersInNormalForm()
    {
        const FormDraft fields = from(typed(), seen(), m_morning)->fields();
        QCOMPARE(fields.text(u"requester.birth"_qs), u"1985-06-01"_qs);
        QCOMPARE(fields.text(u"requester.personalNumber"_qs), u"001185012345"_qs);
        QCOMPARE(fields.text(u"copies"_qs), u"3"_qs);
    }

    void writesThePayloadOfAnAcceptance()
    {
        const auto intake = from(typed(), seen(), m_morning);
        const QJsonObject json = intake->toJson();
        QCOMPARE(intake->parts().toBytes(), journal::payloadBytes(json));
        QCOMPARE(json.keys(),
            QStringList({u"channel"_qs, u"dueAt"_qs, u"edition"_qs, u"fee"_qs, u"fields"_qs, u"form"_qs, u"limitText"_qs, u"papers"_qs,
                u"procedure"_qs, u"procedureName"_qs, u"promise"_qs, u"receivedAt"_qs, u"resultName"_qs, u"roles"_qs, u"status"_qs, u"terms"_qs}));
        const auto terms = DossierTerms::fromJson(json.value(u"terms"_qs).toObject());
        QVERIFY(terms);
        QCOMPARE(terms->limit, m_extract.limit);
        QCOMPARE(terms->clock.policy, m_extract.clock.policy);
        QCOMPARE(json.value(u"receivedAt"_qs).toString(), u"2026-11-23T09:30:15+07:00"_qs);
        QCOMPARE(json.value(u"dueAt"_qs).toString(), u"2026-11-23T17:00:00+07:00"_qs);
        QCOMPARE(json.value(u"status"_qs).toInt(), 2);
        QCOMPARE(json.value(u"channel"_qs).toInt(), 1);
        QCOMPARE(json.value(u"promise"_qs).toObject(), (QJsonObject{{u"rule"_qs, u"sameDay"_qs}, {u"provisional"_qs, false}}));
        QCOMPARE(json.value(u"roles"_qs).toObject().value(u"applicant.name"_qs).toString(), u"requester.name"_qs);
        QCOMPARE(FormDraft::fromJson(json.value(u"fields"_qs).toObject()), from(typed(), seen(), m_morning)->fields());
        QVERIFY(PaperSet::fromJson(json.value(u"papers"_qs).toArray()));
        QCOMPARE(Assessment::fromJson(json.value(u"fee"_qs).toObject())->total(), Money{24000});
        QVERIFY(json.value(u"limitText"_qs).toString().contains(u"15 giờ"));
        QCOMPARE(json.value(u"resultName"_qs).toString(), u"Bản sao Trích lục hộ tịch, bản sao giấy khai sinh"_qs);
    }

    void namesEveryViolationAtOnceInTheOrderOfTheForm()
    {
        FormDraft draft = typed();
        draft.set(u"requester.birth"_qs, FieldValue::given(u"31/4/1985"_qs));
        draft.set(u"record.kind"_qs, {});
        draft.set(u"copies"_qs, FieldValue::given(u"0"_qs));
        PaperSet papers = seen();
        papers.set({u"declaration"_qs, {}, Paper::State::NotSeen, {}, PaperKind::OriginalSeen, 0});
        const auto intake = from(draft, papers, m_morning);
        QVERIFY(!intake);
        QStringList found;
        for (const Violation &one : intake.error()) {
            found.append(one.field + u' ' + violationName(one.code));
        }
        QCOMPARE(found,
            QStringList({u"requester.birth NotADate"_qs, u"record.kind Missing"_qs, u"copies OutOfRange"_qs, u"declaration PaperMissing"_qs}));
    }

    void anIdentityIsProvedByAPaperOrByTheChip()
    {
        Procedure procedure = test::extractProcedure();
        QCOMPARE(procedure.identity.level, IdentityNeed::Level::Proved);
        procedure.papers.removeIf([](const RequiredPaper &paper) { return paper.id == u"identity"; });
        PaperSet papers = PaperSet::of(procedure);
        papers.set({u"declaration"_qs, {}, Paper::State::Met, {}, PaperKind::OriginalSeen, 0});
        const auto told = [&](const FormDraft &draft) {
            const auto intake = Intake::from(procedure, draft, papers, test::shippedCatalogue().calendar(), m_morning);
            return intake ? QList<Violation>() : intake.error();
        };
        FormDraft draft = typed();
        QCOMPARE(told(draft), (QList<Violation>{{QString(), ViolationCode::IdentityNotProved, {{u"of"_qs, u"applicant"_qs}}}}));
        draft.set(u"requester.personalNumber"_qs, FieldValue::given(draft.text(u"requester.personalNumber"_qs), Provenance::ChipVerified));
        QCOMPARE(told(draft), QList<Violation>());
        procedure.identity.level = IdentityNeed::Level::Stated;
        QCOMPARE(told(typed()), QList<Violation>());
        procedure.identity.level = IdentityNeed::Level::None;
        QCOMPARE(told(typed()), QList<Violation>());
    }

    void whoActsForAnotherShowsThePowerOfAttorney()
    {
        FormDraft draft = typed();
        draft.set(u"requester.authorised"_qs, FieldValue::given(u"1"_qs));
        PaperSet papers = seen();
        QCOMPARE(from(draft, papers, m_morning).error(), (QList<Violation>{{u"authorisation"_qs, ViolationCode::PaperMissing, {}}}));
        papers.set({u"authorisation"_qs, {}, Paper::State::Met, {}, PaperKind::OriginalSeen, 0});
        QVERIFY(from(draft, papers, m_morning));
    }

    void answersThatWereHiddenLaterAreNotFiled()
    {
        FormDraft draft = typed();
        draft.set(u"requester.document"_qs, FieldValue::given(u"passport"_qs));
        draft.set(u"requester.documentNumber"_qs, FieldValue::given(u"C1234567"_qs));
        draft.set(u"requester.phone"_qs, FieldValue::given(u" "_qs));
        const auto intake = from(draft, seen(), m_morning);
        QVERIFY(intake);
        QVERIFY(!intake->fields().values().contains(u"requester.personalNumber"_qs));
        QVERIFY(!intake->fields().values().contains(u"requester.phone"_qs));
        QCOMPARE(intake->role(u"applicant.number"_qs), QString());
        QCOMPARE(intake->fields().text(u"requester.documentNumber"_qs), u"C1234567"_qs);
    }

    void whoShowedWhoTheyAreIsProvedByThatAnswer_data()
    {
        QTest::addColumn<QString>("shown");
        QTest::addColumn<bool>("proves");
        QTest::newRow("nobody said") << u""_qs << false;
        QTest::newRow("on the telephone") << u"vneid"_qs << true;
        QTest::newRow("the card was looked at") << u"cardCode"_qs << true;
        QTest::newRow("a passport") << u"passport"_qs << true;
        QTest::newRow("another paper") << u"otherPaper"_qs << true;
        QTest::newRow("stated only") << u"stated"_qs << false;
        QTest::newRow("nothing") << u"none"_qs << false;
    }
    void whoShowedWhoTheyAreIsProvedByThatAnswer()
    {
        QFETCH(QString, shown);
        QFETCH(bool, proves);
        FormDraft draft = typed();
        if (!shown.isEmpty()) {
            draft.set(u"requester.shown"_qs, FieldValue::given(shown));
            draft.set(u"requester.shownReason"_qs, FieldValue::given(u"lost"_qs));
        }
        PaperSet papers = seen();
        papers.set({.id = u"identity"_qs});
        const auto intake = from(draft, papers, m_morning);
        QCOMPARE(bool(intake), proves);
        QVERIFY(proves || intake.error().constFirst().code == ViolationCode::IdentityNotProved);
        QVERIFY(!proves || intake->role(u"applicant.shown"_qs) == shown);
    }

    void aCodeOnATelephoneIsNoCard_data()
    {
        QTest::addColumn<QString>("shown");
        QTest::addColumn<Provenance>("source");
        QTest::addColumn<bool>("proves");
        QTest::newRow("a card whose code was read") << u"cardCode"_qs << Provenance::CardQr << true;
        QTest::newRow("a card whose code a telephone showed") << u"cardCode"_qs << Provenance::TelephoneQr << false;
        QTest::newRow("nor does the picture prove by itself") << QString() << Provenance::TelephoneQr << false;
        QTest::newRow("a passport beside it") << u"passport"_qs << Provenance::TelephoneQr << true;
        QTest::newRow("the zone of a card alone proves nobody") << QString() << Provenance::Mrz << false;
        QTest::newRow("and the card does that was looked at") << u"cardCode"_qs << Provenance::Mrz << true;
    }
    void aCodeOnATelephoneIsNoCard()
    {
        QFETCH(QString, shown);
        QFETCH(Provenance, source);
        FormDraft draft = typed();
        draft.set(u"requester.personalNumber"_qs, FieldValue::given(draft.text(u"requester.personalNumber"_qs), source));
        draft.set(u"requester.shown"_qs, shown.isEmpty() ? FieldValue() : FieldValue::given(shown));
        PaperSet papers = seen();
        papers.set({.id = u"identity"_qs});
        QTEST(bool(from(draft, papers, m_morning)), "proves");
    }

    void anotherPaperThanACardWantsAReason()
    {
        FormDraft draft = typed();
        draft.set(u"requester.shown"_qs, FieldValue::given(u"otherPaper"_qs));
        const auto intake = from(draft, seen(), m_morning);
        QVERIFY(!intake);
        QCOMPARE(intake.error().constFirst().field, u"requester.shownReason"_qs);
    }

    void whatIsDeclaredAbsentIsKeptAsThat()
    {
        FormDraft draft = typed();
        draft.set(u"record.number"_qs, {State::DeclaredAbsent});
        const auto intake = from(draft, seen(), m_morning);
        QVERIFY(intake);
        QCOMPARE(intake->fields().value(u"record.number"_qs).state, State::DeclaredAbsent);
        draft.set(u"requester.name"_qs, {State::DeclaredAbsent});
        QCOMPARE(from(draft, seen(), m_morning).error().value(0).code, ViolationCode::IdentityNotStated);
        QCOMPARE(from(draft, seen(), m_morning).error().value(1).code, ViolationCode::MayNotBeAbsent);
    }

    void promisesByTheSecondThatIsWrittenDown()
    {
        const auto due = [this](QTime at) { return from(typed(), seen(), vietnamTime(QDate(2026, 11, 23), at))->promise().dueAt.date(); };
        QCOMPARE(due(QTime(15, 0, 0)), QDate(2026, 11, 23));
        QCOMPARE(due(QTime(15, 0, 0, 999)), QDate(2026, 11, 23));
        QCOMPARE(due(QTime(15, 0, 1)), QDate(2026, 11, 25));
        QCOMPARE(due(QTime(15, 1)), QDate(2026, 11, 25));
    }

    void readsTheReceiptOnTheWallClockOfVietnam()
    {
        const auto intake = from(typed(), seen(), QDateTime(QDate(2026, 11, 23), QTime(8, 1), Qt::UTC));
        QCOMPARE(intake->toJson().value(u"receivedAt"_qs).toString(), u"2026-11-23T15:01:00+07:00"_qs);
        QCOMPARE(intake->promise().rule, u"sameDay.afterCutOff"_qs);
    }

    void theDossiersOwnObstaclesComeFirst_data()
    {
        QTest::addColumn<QDateTime>("at");
        QTest::addColumn<int>("channel");
        QTest::addColumn<QStringList>("expected");
        QTest::addRow("before the edition") << vietnamTime(QDate(2025, 12, 31), QTime(9, 0)) << 1 << QStringList{u"NoEdition"_qs};
        QTest::addRow("beyond what is foretold") << vietnamTime(QDate(2051, 1, 5), QTime(9, 0)) << 1 << QStringList{u"NoCalendar"_qs};
        QTest::addRow("the last evening that is foretold")
            << vietnamTime(QDate(2050, 12, 30), QTime(16, 0)) << 1 << QStringList{u"NoCalendar"_qs};
        QTest::addRow("an unknown channel") << vietnamTime(QDate(2026, 11, 23), QTime(9, 0)) << 4 << QStringList{u"ChannelRefused"_qs};
        QTest::addRow("no time") << QDateTime() << 1 << QStringList{u"NoReceiptTime"_qs};
    }
    void theDossiersOwnObstaclesComeFirst()
    {
        QFETCH(QDateTime, at);
        QFETCH(int, channel);
        QFETCH(QStringList, expected);
        const auto intake = from(typed(), seen(), at, channel);
        QVERIFY(!intake);
        QStringList found;
        for (const Violation &one : intake.error()) {
            QCOMPARE(one.field, QString());
            found.append(violationName(one.code));
        }
        QCOMPARE(found, expected);
    }

    void theEnvelopeIsWrittenWithWhatCameInIt()
    {
        const Envelope envelope{.number = u"RN123456785VN"_qs, .arrivedOn = QDate(2026, 11, 20), .sheets = 3};
        const QDateTime opened = vietnamTime(QDate(2026, 11, 23), QTime(9, 0));
        const auto intake = from(typed(), seen(), opened, 3, envelope);
        QVERIFY(intake);
        QCOMPARE(intake->toJson().value(u"channel"_qs).toInt(), 3);
        QCOMPARE(Envelope::fromJson(intake->toJson().value(u"post"_qs).toObject()), std::optional(envelope));
        QCOMPARE(intake->receivedAt(), opened); // complete when it was opened, not when it lay in the post
        QVERIFY(!from(typed(), seen(), opened, 1)->toJson().contains(u"post"_qs));
    }

    void anEnvelopeThatSaysTooLittleIsTold_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<QDate>("arrivedOn");
        QTest::addColumn<int>("sheets");
        QTest::newRow("it comes tomorrow") << u"RN123456785VN"_qs << QDate(2026, 11, 24) << 3;
        QTest::newRow("its number is not said yet") << QString() << QDate(2026, 11, 23) << 3;
        QTest::newRow("nobody counted") << u"RN123456785VN"_qs << QDate(2026, 11, 23) << 0;
    }
    void anEnvelopeThatSaysTooLittleIsTold()
    {
        QFETCH(QString, number);
        QFETCH(QDate, arrivedOn);
        QFETCH(int, sheets);
        const auto intake = from(typed(), seen(), vietnamTime(QDate(2026, 11, 23), QTime(9, 0)), 3, Envelope{.number = number, .arrivedOn = arrivedOn, .sheets = sheets});
        QVERIFY(!intake);
        QCOMPARE(intake.error().size(), 1); // by post it is received all the same
        QCOMPARE(intake.error().constFirst().code, ViolationCode::EnvelopeIncomplete);
    }

    void thePromiseFollowsTheLimitOfTheChannel()
    {
        Procedure procedure = m_extract;
        procedure.channelLimits = {{{Limit::Kind::WorkingDays, 3, {}}, u"03 ngày làm việc"_qs, u"thử"_qs, {3}}};
        const auto promise = [&](int channel) {
            const auto intake = Intake::from(procedure, typed(), seen(), m_catalogue.calendar(), m_morning, channel);
            return intake ? intake->toJson().value(u"dueAt"_qs).toString() + u' ' + intake->toJson().value(u"limitText"_qs).toString().left(8) : QString();
        };
        QCOMPARE(promise(1), u"2026-11-23T17:00:00+07:00 Trong ng"_qs);
        QCOMPARE(promise(3), u"2026-11-27T17:00:00+07:00 03 ngày "_qs); // over 24/11
    }

    void aPromiseIntoAnUnpublishedYearIsMarked()
    {
        const auto intake = from(typed(), seen(), vietnamTime(QDate(2026, 12, 31), QTime(16, 0)));
        QVERIFY(intake);
        QCOMPARE(intake->toJson().value(u"promise"_qs).toObject().value(u"provisional"_qs).toBool(), true);
    }
};

QTEST_APPLESS_MAIN(tst_Intake)
#include "tst_Intake.moc"
