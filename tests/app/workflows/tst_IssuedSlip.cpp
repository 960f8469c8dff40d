// SPDX-License-Identifier: GPL-3.0-or-later
#include "ScriptedPrinter.h"
#include "TrainingDesk.h"

#include "app/storage/DossierQueries.h"
#include "app/storage/HouseQueries.h"
#include "app/workflows/SlipPaper.h"
#include "tests/models/journal/Author.h"

#include <QProcess>
#include <QSignalSpy>

using namespace motcua;

namespace {

const QString Reason = QStringLiteral("Thiếu giấy tờ chứng minh quan hệ.\nNơi sinh không khớp.");

QString textOf(const QByteArray &pdf)
{
    QProcess reader;
    reader.start(u"pdftotext"_qs, {u"-raw"_qs, u"-"_qs, u"-"_qs});
    reader.write(pdf);
    reader.closeWriteChannel();
    reader.waitForFinished();
    return QString::fromUtf8(reader.readAllStandardOutput()).simplified();
}

/** "01:original 02:copy1 …" */
QString sheets(const Dossier &dossier)
{
    QStringList all;
    for (const DossierLine &line : dossier.slips) {
        const int copy = line.what.value(u"copy").toInt();
        all.append(line.what.value(u"slip").toString() + u':' + line.what.value(u"mark").toString() + (copy > 0 ? QString::number(copy) : QString()));
    }
    return all.join(u' ');
}

QList<SupplementItem> twoThings(const QString &first = u"Giấy tờ chứng minh quan hệ"_qs)
{
    return {{.name = first, .reason = u"Chưa có"_qs, .originals = 1}, {.name = u"Tờ khai: Nơi sinh"_qs, .reason = u"Không khớp"_qs, .copies = 2}};
}

} // namespace

/** What each form tells is what was committed, and there is one original of it and no more. */
class tst_IssuedSlip : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TrainingDesk> m_desk;
    std::optional<Workplace> m_place;
    Id m_dossier;

    Dossier now() const { return **m_place->store.ask(storage::DossierById{.id = m_dossier}).result(); }

    [[nodiscard]] bool record(const ActKind &what)
    {
        const Result<storage::Recorded> recorded = m_place->store.record(m_place->act(m_dossier, what)).result();
        if (!recorded) {
            qWarning() << errorName(recorded.error().code) << recorded.error().detail;
        }
        return bool(recorded);
    }
    [[nodiscard]] bool step(const QString &event, const StepDossier &rest = {})
    {
        StepDossier step = rest;
        step.event = event;
        return record(step);
    }
    /** `limit`: instead of the procedure's own, the same day. */
    [[nodiscard]] bool accept(const std::optional<Limit> &limit = {})
    {
        FileDossier filing(*m_place, nullptr);
        if (!filing.choose(u"2.000635"_qs)) {
            return false;
        }
        TrainingDesk::fill(filing);
        for (Paper paper : filing.papers().papers()) {
            if (paper.state == Paper::State::Met && m_held.isEmpty()) {
                m_held = paper.name;
                paper.originalsHeld = 1;
                filing.look(paper);
            }
        }
        Procedure procedure = filing.procedure();
        procedure.limit = limit.value_or(procedure.limit);
        const QDateTime at = vietnamTime(QDateTime::currentMSecsSinceEpoch());
        const auto intake = Intake::from(procedure, filing.form(), filing.papers(), m_place->law.catalogue.calendar(), at);
        return intake && record(AcceptDossier{.intake = *intake, .competentUnit = {}});
    }
    [[nodiscard]] bool ask(const QList<SupplementItem> &items = twoThings(), const QString &why = {})
    {
        return step(u"request_supplement"_qs, {.reason = Reason, .asked = items, .overrideReason = why});
    }
    TurnAway away(bool refused) const
    {
        TurnAway what{.refused = refused, .procedure = u"2.000635"_qs, .procedureName = u"Cấp bản sao Trích lục hộ tịch"_qs, .edition = u"2.000635@2026"_qs};
        what.roles = {{u"applicant.name"_qs, u"name"_qs}};
        what.fields.set(u"name"_qs, FieldValue::given(u"K’Brôi"_qs));
        what.reason = Reason;
        what.asked = refused ? QList<SupplementItem>() : twoThings();
        return what;
    }
    Result<IssuedSlip> issue(SlipKind kind) { return issueSlip(*m_place, now(), {.sheet = {}, .replaces = {}, .kind = kind}); }

    QString m_held; ///< a paper whose original was kept

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<TrainingDesk>();
        const Result<Workplace> place = m_desk->setUp();
        QVERIFY(place);
        m_place = *place;
        m_dossier = Id::v7(1'795'000'000'000, QByteArray(10, 'd'));
        m_held.clear();
    }
    void cleanup() { m_place.reset(); }

    void aRequestTellsWhatWasAskedLast()
    {
        QVERIFY(accept() && step(u"transfer"_qs) && ask());
        const auto values = slipValues(now(), *m_place, SlipKind::SupplementRequest);
        QVERIFY(values);
        QCOMPARE(values->items, twoThings());
        QCOMPARE(values->reason, Reason);
        QCOMPARE(values->code, now().code);
        QVERIFY(!values->answerBy.isValid());
        QCOMPARE(values->decidedAt.toMSecsSinceEpoch(), now().events.constLast().atMs);

        const QDateTime until = vietnamTime(QDateTime::currentMSecsSinceEpoch()).addDays(10);
        QVERIFY(step(u"supplement_received"_qs, {.arrived = twoThings()}));
        QVERIFY(step(u"request_supplement"_qs,
            {.reason = u"Lần hai"_qs, .asked = twoThings(u"Giấy khác"_qs), .answerByMs = until.toMSecsSinceEpoch(), .overrideReason = u"giấy mờ"_qs}));
        const auto second = slipValues(now(), *m_place, SlipKind::SupplementRequest);
        QCOMPARE(second->items.constFirst().name, u"Giấy khác"_qs);
        QCOMPARE(second->answerBy.date(), until.date());
    }

    void eachRoundHasOneOriginalAndThenCopies()
    {
        QVERIFY(accept() && issue(SlipKind::Receipt) && step(u"transfer"_qs) && ask());
        const auto first = issue(SlipKind::SupplementRequest);
        QVERIFY(first);
        QCOMPARE(first->form, u"02"_qs);
        QVERIFY(first->isOriginal);
        QVERIFY2(!textOf(first->pdf).contains(u"Nội dung lần"), "it takes the place of nothing");
        const auto copy = issue(SlipKind::SupplementRequest);
        QVERIFY(copy);
        QVERIFY(textOf(copy->pdf).contains(u"BẢN SAO lần 1"));
        // What arrives later stands on another sheet: this one is still the same.
        QVERIFY(step(u"supplement_received"_qs, {.arrived = twoThings()}));
        const auto late = issue(SlipKind::SupplementRequest);
        QVERIFY(late);
        QVERIFY(textOf(late->pdf).contains(u"BẢN SAO lần 2"));
        QVERIFY(!textOf(late->pdf).contains(u"Nội dung lần"));
        QVERIFY(ask(twoThings(u"Giấy khác"_qs), u"giấy mờ"_qs));
        const auto second = issue(SlipKind::SupplementRequest);
        QVERIFY(second);
        QVERIFY(second->isOriginal);
        const QString text = textOf(second->pdf);
        QVERIFY(text.contains(u"Giấy khác"));
        QVERIFY2(!text.contains(u"Nội dung lần"), "the sheet of the first round stays what it was");
        QVERIFY(issue(SlipKind::SupplementRequest));
        QCOMPARE(sheets(now()), u"01:original 02:original 02:copy1 02:copy2 02:original 02:copy3"_qs);
    }

    void theReceiptSaysHowThePortalStandsToIt_data()
    {
        QTest::addColumn<bool>("hasPortal");
        QTest::newRow("a portal is told") << true;
        QTest::newRow("a centre without a portal") << false;
    }
    void theReceiptSaysHowThePortalStandsToIt()
    {
        QFETCH(bool, hasPortal);
        QVERIFY(m_place->store.keepSetting(u"portal"_qs, hasPortal ? "https://cong.example.vn" : "").result());
        QVERIFY(accept());
        const auto original = issue(SlipKind::Receipt);
        QVERIFY(original);
        QVERIFY2(textOf(original->pdf).contains(u"Cổng dịch vụ công: Tiếp nhận ngoại tuyến") == hasPortal, qPrintable(textOf(original->pdf)));
        if (!hasPortal) {
            QVERIFY2(!textOf(original->pdf).contains(u"Cổng dịch vụ công"), "it prints as ever");
            return;
        }
        const auto entries = m_place->store.ask(storage::DossierPage{.id = m_dossier}).result();
        const journal::Entry receipt = (*entries)->history.constFirst();
        journal::Author portal('P', journal::Actor::Kind::Portal);
        portal.flags = receipt.header.flags;
        const auto say = [&](const char *kind, QJsonObject payload) {
            payload.insert(u"entry"_qs, receipt.header.id.toString());
            const auto taken = m_place->store.ingest({portal.write(m_dossier, kind, payload, now().heads, receipt.header.time.unixMs + 1000)}).result();
            QVERIFY(taken && taken->refused.isEmpty());
        };
        say(journal::kind::PortalRefused, {{u"fault"_qs, u"data"_qs}});
        const auto copy = issue(SlipKind::Receipt);
        QVERIFY(copy);
        QVERIFY(textOf(copy->pdf).contains(u"Tiếp nhận ngoại tuyến"));
        say(journal::kind::PortalAccepted, {{u"number"_qs, u"26.11.23.88121"_qs}});
        const auto later = issue(SlipKind::Receipt);
        QVERIFY(later);
        const QString text = textOf(later->pdf);
        QVERIFY2(text.contains(u"Cổng dịch vụ công: đã nhận, số 26.11.23.88121"), qPrintable(text));
        QVERIFY(!text.contains(u"ngoại tuyến"));
        QVERIFY2(!text.contains(u"Nội dung lần"), "what the portal says takes the place of no sheet");
        QCOMPARE(sheets(now()), u"01:original 01:copy1 01:copy2"_qs);
    }

    void noAnswerOfThePortalStandsInTheWayOfASheet()
    {
        // It answers while the sheet is being made.
        QVERIFY(accept());
        const Dossier seen = now();
        journal::Author portal('P', journal::Actor::Kind::Portal);
        portal.flags = (*m_place->store.ask(storage::DossierPage{.id = m_dossier}).result())->history.constFirst().header.flags;
        const auto taken = m_place->store.ingest({portal.write(m_dossier, journal::kind::PortalAccepted,
            {{u"entry"_qs, seen.heads.constFirst().origin.toString()}, {u"number"_qs, u"1"_qs}}, seen.heads, 1'795'000'000'000)}).result();
        QVERIFY(taken && taken->refused.isEmpty());
        QVERIFY(now().heads != seen.heads);
        QVERIFY(issueSlip(*m_place, seen, {}));
        QVERIFY2(!issueSlip(*m_place, seen, {}), "another sheet does: there would be two originals");
    }

    void aCorrectionMakesTheSheetNew()
    {
        QVERIFY(accept() && step(u"transfer"_qs) && ask() && issue(SlipKind::SupplementRequest));
        const QString name = now().acceptance.value(u"roles").toObject().value(u"applicant.name").toString();
        QVERIFY(record(CorrectDossier{{{name, FieldValue::given(u"Nguyễn Thị Hòa"_qs)}}, u"đọc nhầm"_qs}));
        const auto corrected = issue(SlipKind::SupplementRequest);
        QVERIFY(corrected);
        QVERIFY(corrected->isOriginal);
        const QString text = textOf(corrected->pdf);
        QVERIFY(text.contains(u"Nguyễn Thị Hòa"));
        QVERIFY2(text.contains(u"Nội dung lần 2, thay cho bản in trước"), qPrintable(text));
        QVERIFY(issue(SlipKind::SupplementRequest));
        QCOMPARE(sheets(now()), u"02:original 02:original 02:copy1"_qs);
    }

    void whoeverIsTurnedAwayTakesASheetWithoutACodeHome_data()
    {
        QTest::addColumn<bool>("refused");
        QTest::addColumn<QString>("said");
        QTest::addRow("refused: form 03") << true << u"PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ"_qs;
        QTest::addRow("to be completed: form 02") << false << u"PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ"_qs;
    }
    void whoeverIsTurnedAwayTakesASheetWithoutACodeHome()
    {
        QFETCH(bool, refused);
        QFETCH(QString, said);
        QVERIFY(record(away(refused)));
        const SlipKind kind = refused ? SlipKind::Refusal : SlipKind::SupplementRequest;
        const auto slip = issue(kind);
        QVERIFY2(slip, slip ? "" : qPrintable(slip.error().detail));
        const QString text = textOf(slip->pdf);
        for (const QString &each : {said, u"K’Brôi"_qs, u"Thiếu giấy tờ chứng minh quan hệ."_qs, u"Nơi sinh không khớp."_qs}) {
            QVERIFY2(text.contains(each), qPrintable(text));
        }
        QVERIFY(!text.contains(u"Mã số hồ sơ"));
        QVERIFY(issue(kind));
        // Nothing tells of what did not happen, least of all an acceptance.
        QCOMPARE(issue(SlipKind::Apology).error().code, ErrorCode::NotFound);
        QCOMPARE(sheets(now()), refused ? u"03:original 03:copy1"_qs : u"02:original 02:copy1"_qs);
        if (!refused) { // and complete at the second visit
            QVERIFY(accept());
            QVERIFY(issue(kind));
            QCOMPARE(sheets(now()), u"02:original 02:copy1 02:copy2"_qs);
        }
    }

    void anApologyTellsOfBothPromises()
    {
        QVERIFY(accept(Limit{.kind = Limit::Kind::WorkingDays, .count = 5}) && step(u"transfer"_qs));
        const QDateTime old = vietnamTime(now().dueAtMs());
        const QDateTime later = old.addDays(3);
        QVERIFY(step(u"extend"_qs, {.reason = u"Chờ ý kiến phối hợp"_qs, .dueAtMs = later.toMSecsSinceEpoch()}));
        const auto values = slipValues(now(), *m_place, SlipKind::Apology);
        QVERIFY(values);
        QCOMPARE(values->dueBefore, old);
        QCOMPARE(values->dueAt, later);
        QCOMPARE(values->reason, u"Chờ ý kiến phối hợp"_qs);
        const auto slip = issue(SlipKind::Apology);
        QVERIFY(slip);
        QCOMPARE(slip->form, u"04"_qs);
        const QString text = textOf(slip->pdf);
        QVERIFY(text.contains(u"Ngày hẹn trả kết quả giải quyết hồ sơ: %1"_qs.arg(old.toString(u"HH"))));
        QVERIFY(text.contains(u"Thời gian hẹn trả kết quả lại: %1"_qs.arg(later.toString(u"HH"))));
        QVERIFY(text.contains(u"Số biên nhận hồ sơ: "_qs + now().code));
    }

    void aStopTellsWhy_data()
    {
        QTest::addColumn<QStringList>("events"); // "event", or "event: reason"
        QTest::addColumn<bool>("givenBack");
        QTest::addColumn<QString>("reason");
        QTest::addRow("stopped by the unit") << QStringList{u"transfer"_qs, u"stop: Vướng quy hoạch"_qs} << false << u"Vướng quy hoạch"_qs;
        QTest::addRow("withdrawn for a reason") << QStringList{u"transfer"_qs, u"withdraw_request: Không còn nhu cầu"_qs, u"withdraw_granted"_qs} << true
                                                << u"Không còn nhu cầu"_qs;
        QTest::addRow("withdrawn without one") << QStringList{u"transfer"_qs, u"withdraw_request"_qs, u"withdraw_granted"_qs} << true
                                               << u"Theo đề nghị rút hồ sơ của Ông/Bà."_qs;
        QTest::addRow("never completed") << QStringList{u"transfer"_qs, u"request_supplement: Thiếu giấy"_qs, u"supplement_expired"_qs} << false
                                         << u"chưa được bổ sung, hoàn thiện theo yêu cầu"_qs;
    }
    void aStopTellsWhy()
    {
        QFETCH(QStringList, events);
        QFETCH(bool, givenBack);
        QFETCH(QString, reason);
        QVERIFY(accept());
        for (const QString &event : std::as_const(events)) {
            StepDossier rest{.reason = event.section(u": "_qs, 1), .overrideReason = u"đã thống nhất"_qs};
            rest.asked = event.startsWith(u"request") ? twoThings() : QList<SupplementItem>();
            rest.confirmed = givenBack && event == u"withdraw_granted" ? QList<Confirmation>{Confirmation::OriginalsReturned} : QList<Confirmation>();
            QVERIFY(step(event.section(u": "_qs, 0, 0), rest));
        }
        const auto slip = issue(SlipKind::StopNotice);
        QVERIFY2(slip, slip ? "" : qPrintable(slip.error().detail));
        QVERIFY2(slip->form == u"stopNotice", "its number meant the control sheet before");
        const QString text = textOf(slip->pdf);
        QVERIFY2(text.contains(reason), qPrintable(text));
        QCOMPARE(text.contains(u"gồm: 1. "_qs + m_held), givenBack);
        QVERIFY2(!text.contains(u" 2. "), "only what was kept is given back");
        QVERIFY(issue(SlipKind::StopNotice));
        QCOMPARE(sheets(now()), u"stopNotice:original stopNotice:copy1"_qs);
    }

    void aLostSlipIsSignedForOnASheetOfItsOwn_data()
    {
        QTest::addColumn<Receiver>("receiver");
        QTest::addColumn<std::optional<LostSlip>>("lost");
        QTest::addColumn<QStringList>("said"); // empty: there is no such sheet
        const ShownIdentity card{u"cardCode"_qs, u"Thẻ căn cước"_qs, {}, {}, true};
        const ShownIdentity other{u"otherPaper"_qs, u"Giấy khác có ảnh"_qs, u"lost"_qs, u"Đã mất"_qs, true};
        const Receiver applicant{.document = u"000185012345"_qs, .shown = card};
        const Receiver delegate{Receiver::Who::Delegate, u"Trần Thử"_qs, u"GPLX 12"_qs, u"Giấy ủy quyền, số 7, ngày 20/11/2026"_qs, u"plain"_qs, other};
        QTest::newRow("the applicant") << applicant << std::optional(LostSlip{}) << QStringList{u"Giấy tờ chứng minh nhân thân: Thẻ căn cước, 000185012345"_qs};
        QTest::newRow("a delegate, with the authority")
            << delegate << std::optional(LostSlip{})
            << QStringList{u"Người nhận kết quả: Trần Thử"_qs, u"Giấy khác có ảnh (Đã mất), GPLX 12"_qs, u"Nhận thay theo: Giấy ủy quyền, số 7, ngày 20/11/2026"_qs};
        QTest::newRow("the register was signed") << applicant << std::optional(LostSlip{LostSlip::Signs::Register}) << QStringList{};
        QTest::newRow("the slip was taken back") << applicant << std::optional<LostSlip>() << QStringList{};
    }
    void aLostSlipIsSignedForOnASheetOfItsOwn()
    {
        QFETCH(Receiver, receiver);
        QFETCH(std::optional<LostSlip>, lost);
        QFETCH(QStringList, said);
        QVERIFY(accept() && issue(SlipKind::Receipt) && step(u"transfer"_qs) && step(u"result_ready"_qs));
        QList<Confirmation> confirmed{Confirmation::ReceiverIdentified, Confirmation::OriginalsReturned};
        if (!lost) {
            confirmed.append(Confirmation::SlipWithdrawn);
        }
        QVERIFY(step(u"hand_over_result"_qs, {.confirmed = confirmed, .overrideReason = u"miễn phí"_qs, .receiver = receiver, .slipLost = lost}));
        const auto slip = issue(SlipKind::LostSlip);
        QCOMPARE(bool(slip), !said.isEmpty());
        if (!slip) {
            QCOMPARE(slip.error().code, ErrorCode::NotFound);
            return;
        }
        QVERIFY(slip->isOriginal);
        const QString text = textOf(slip->pdf);
        for (const QString &each : QStringList{u"Mã số hồ sơ: "_qs + now().code, u"NGƯỜI NHẬN KẾT QUẢ"_qs, u"Kết quả giải quyết: Bản sao Trích lục"_qs, u"gồm: 1. "_qs + m_held} + said) {
            QVERIFY2(text.contains(each), qPrintable(each + u" … "_qs + text));
        }
        QVERIFY(issue(SlipKind::LostSlip));
        QCOMPARE(sheets(now()), u"01:original lostSlip:original lostSlip:copy1"_qs);
    }

    void theNumberOfAFormIsOfItsDay()
    {
        const Lawbook &law = m_place->law;
        const QDateTime today = vietnamTime(QDate(2026, 11, 28), {8, 0});
        const auto notice = slipEdition(law, SlipKind::StopNotice, today);
        QVERIFY(notice);
        QCOMPARE(notice->form(), u"05"_qs);
        QCOMPARE(slipEdition(law, SlipKind::StopNotice, vietnamTime(QDate(2025, 6, 30), {8, 0})).error().code, ErrorCode::EditionMissing);
        QVERIFY(slipEdition(law, SlipKind::SupplementRequest, vietnamTime(QDate(2025, 6, 30), {8, 0})));
        QVERIFY(!slipEdition(law, SlipKind::ControlSheet, today));
        SlipDesk slips(nullptr);
        QVERIFY2(!slips.canIssue(SlipKind::Refusal), "nobody is signed in");
        slips.open(*m_place);
        for (const SlipKind kind : {SlipKind::Receipt, SlipKind::SupplementRequest, SlipKind::Refusal, SlipKind::Apology, SlipKind::StopNotice, SlipKind::LostSlip}) {
            QVERIFY2(slips.canIssue(kind), qPrintable(slipKindName(kind)));
        }
        QVERIFY(!slips.canIssue(SlipKind::Register));
        Workplace without = *m_place;
        without.law.slips.clear();
        slips.open(without);
        QVERIFY(!slips.canIssue(SlipKind::Receipt));
    }

    void theUnitChoosesItsPaper()
    {
        QVERIFY(!slipPaper(m_place->store));
        QVERIFY(accept());
        QCOMPARE(issue(SlipKind::Receipt)->paper, PaperSize::A5);
        QVERIFY(keepSlipPaper(m_place->store, PaperSize::A4));
        const auto large = issue(SlipKind::Receipt);
        QVERIFY(large);
        QCOMPARE(large->paper, PaperSize::A4);
        QVERIFY(large->pdf.contains("595"));
        for (SlipTemplate &each : m_place->law.slips) {
            QVERIFY(each.papers().contains(PaperSize::A4));
        }
        QVERIFY(keepSlipPaper(m_place->store, std::nullopt));
        QCOMPARE(issue(SlipKind::Receipt)->paper, PaperSize::A5);
    }

    void everyFormIsFollowedOverACrash_data()
    {
        QTest::addColumn<bool>("taken"); // the act the sheet was expected for
        QTest::addColumn<bool>("issued"); // the sheet was journalled
        QTest::addColumn<int>("doubts");
        QTest::addRow("nothing was asked after all") << false << false << 0;
        QTest::addRow("asked, and no sheet made") << true << false << 1;
        QTest::addRow("made, and never handed over") << true << true << 1;
    }
    void everyFormIsFollowedOverACrash()
    {
        QFETCH(bool, taken);
        QFETCH(bool, issued);
        QFETCH(int, doubts);
        QVERIFY(accept() && issue(SlipKind::Receipt) && step(u"transfer"_qs));
        ScriptedPrinter printer;
        Id sheet;
        {
            SlipDesk slips(&printer);
            slips.open(*m_place);
            sheet = slips.expect(*m_place, m_dossier, SlipKind::SupplementRequest);
            QVERIFY(!taken || ask());
            QVERIFY(!issued || issueSlip(*m_place, now(), {.sheet = sheet, .replaces = {}, .kind = SlipKind::SupplementRequest}));
            QVERIFY(m_place->store.keepSetting(u"test"_qs, "x").result());
        }
        SlipDesk slips(&printer);
        const QSignalSpy handed(&slips, &SlipDesk::handed);
        slips.open(*m_place);
        QTRY_COMPARE(slips.doubts().size(), doubts);
        QVERIFY(m_place->store.keepSetting(u"test"_qs, "x").result());
        QTRY_COMPARE(m_place->store.ask(storage::OpenParts{}).result()->size(), doubts);
        if (doubts == 0) {
            return;
        }
        const SheetInDoubt doubt = slips.doubts().constFirst();
        QCOMPARE(doubt.kind, SlipKind::SupplementRequest);
        QCOMPARE(doubt.formName, u"Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ"_qs);
        QVERIFY(slips.doubtAbout(m_dossier, SlipKind::SupplementRequest));
        QVERIFY2(!slips.doubtAbout(m_dossier), "the acceptance slip is not in doubt");
        slips.printAnew(sheet);
        QTRY_COMPARE(handed.size(), 1);
        QCOMPARE(sheets(now()), u"01:original 02:original"_qs);
        QVERIFY(textOf(printer.sheets.constLast()).contains(u"PHIẾU YÊU CẦU BỔ SUNG"));
    }

    void aSpoiltSheetIsReplacedByOneOfItsForm()
    {
        QVERIFY(accept() && issue(SlipKind::Receipt) && step(u"transfer"_qs) && step(u"stop"_qs, {.reason = u"Vướng quy hoạch"_qs}));
        ScriptedPrinter printer;
        SlipDesk slips(&printer);
        slips.open(*m_place);
        const QSignalSpy handed(&slips, &SlipDesk::handed);
        const QSignalSpy failed(&slips, &SlipDesk::failed);
        slips.issue(*m_place, now(), {}, SlipKind::StopNotice);
        QTRY_COMPARE(handed.size(), 1);
        Q_EMIT printer.failed(printer.last(), {ErrorCode::PrintFailed, u"aborted"_qs});
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(slips.doubts().size(), 1);
        QCOMPARE(slips.doubts().constFirst().kind, SlipKind::StopNotice);
        slips.printAnew(slips.doubts().constFirst().sheet.sheet);
        QTRY_COMPARE(handed.size(), 2);
        const QString text = textOf(printer.sheets.constLast());
        QVERIFY(text.contains(u"BẢN THAY THẾ"));
        QVERIFY(text.contains(u"THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ"));
        QCOMPARE(sheets(now()), u"01:original stopNotice:original stopNotice:replacement"_qs);
    }
};

QTEST_MAIN(tst_IssuedSlip)
#include "tst_IssuedSlip.moc"
