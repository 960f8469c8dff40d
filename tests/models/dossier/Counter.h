// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dossier/Decision.h"
#include "models/dossier/DossierFold.h"
#include "tests/models/dossier/Bench.h"

#include <QTest>

namespace motcua {

inline const Id Subject = journal::testId('s');
inline const Id Officer = journal::testId('1');
inline const Id Supervisor = journal::testId('2');
inline const Id Administrator = journal::testId('3');
inline const Id Trainee = journal::testId('4');
inline const Id Inspector = journal::testId('5');
inline const Id Gone = journal::testId('6');
inline const QDateTime Morning = vietnamTime(QDate(2026, 11, 23), QTime(8, 30));

inline const QString Reason = QStringLiteral("lý do");

/** An hour of a day of November 2026, in the milliseconds of the journal. */
inline qint64 on(int day, int hour = 9)
{
    return vietnamTime(QDate(2026, 11, day), QTime(hour, 0)).toMSecsSinceEpoch();
}

/** A desk as it stands: what was written is folded into what the next decision sees. */
class Counter
{
public:
    Counter()
    {
        now.table = shippedTable();
        now.origin = author.origin();
        now.unit = {u"Phường Thử"_qs, u"H26.1.13"_qs, 3, 301, 303, {}, {}, {}};
        CodeGrammar grammar;
        grammar.unit = QRegularExpression(u"^[A-Z][0-9]+(\\.[0-9]+)*$"_qs);
        now.grammars = {grammar};
        now.calendar = testCalendar();
        now.nowMs = Morning.toMSecsSinceEpoch() + 60'000;
        admit(Officer, u"officer"_qs);
        admit(Supervisor, u"supervisor"_qs);
        admit(Administrator, u"administrator"_qs);
        admit(Trainee, u"trainee"_qs);
        admit(Inspector, u"inspector"_qs);
        admit(Gone, u"supervisor"_qs);
        staffLog.append(author.write(Gone, journal::kind::StaffDisabled, {}, {}, 2));
        foldStaff();
    }

    void admit(const Id &person, const QString &role)
    {
        staffLog.append(author.write(person, journal::kind::StaffAdmitted, {{u"name"_qs, role}, {u"roles"_qs, QJsonArray{role}}}, {}, 1));
    }

    void foldStaff()
    {
        QMap<Id, StaffMember> members;
        for (const journal::Entry &entry : std::as_const(staffLog)) {
            members.insert(entry.header.subject, StaffMember::fold(entry.header.subject, staffLog));
        }
        now.staff = Staff(shippedRoles(), members.values());
    }

    Result<QList<journal::EntryDraft>> ask(const Id &person, const ActKind &what, const Id &approver = {}, const Id &subject = Subject)
    {
        const auto drafts = decide(
            now, {.actor = {journal::Actor::Kind::Person, person}, .subject = subject, .approver = approver, .what = what});
        for (const journal::EntryDraft &draft : drafts ? *drafts : QList<journal::EntryDraft>()) {
            // What is folded without being parsed again must be what is hashed.
            [&draft] { QCOMPARE(draft.payload, journal::payloadBytes(draft.said)); }();
        }
        return drafts;
    }

    /** Decides and writes what came of it. */
    Result<QList<journal::EntryDraft>> act(const Id &person, const ActKind &what, const Id &approver = {})
    {
        auto drafts = ask(person, what, approver);
        if (drafts) {
            for (const journal::EntryDraft &draft : *drafts) {
                log.append(author.writeBytes(draft.subject, draft.kind, draft.payload, draft.basis, now.nowMs, draft.version));
            }
            refold();
        }
        return drafts;
    }

    /** What some program wrote at this desk, whatever decide() would say of it. */
    void write(const char *kind, const QJsonObject &payload)
    {
        log.append(author.write(Subject, kind, payload, now.heads, now.nowMs));
        refold();
    }

    void accept() { QVERIFY(act(Officer, AcceptDossier{testIntake()})); }

    /** Accepted, and by lawful steps to there. */
    void bringTo(DossierStatus status)
    {
        accept();
        const auto take = [this](const QString &event) {
            StepDossier step{.reason = u"lý do"_qs, .event = event};
            if (event == u"request_supplement") {
                step.asked = {{.name = u"Giấy chứng sinh"_qs, .originals = 1}};
            } else if (event == u"hand_over_result") {
                step.confirmed = allConfirmations();
            }
            QVERIFY2(act(Officer, step), qPrintable(event));
        };
        const QMap<DossierStatus, QStringList> ways{{DossierStatus::Accepted, {}}, {DossierStatus::Processing, {u"transfer"_qs}},
            {DossierStatus::SupplementRequested, {u"transfer"_qs, u"request_supplement"_qs}},
            {DossierStatus::PaymentRequested, {u"transfer"_qs, u"financial_obligation"_qs}},
            {DossierStatus::WithdrawalRequested, {u"transfer"_qs, u"withdraw_request"_qs}},
            {DossierStatus::Stopped, {u"transfer"_qs, u"stop"_qs}}, {DossierStatus::Processed, {u"transfer"_qs, u"result_ready"_qs}},
            {DossierStatus::HandedOver, {u"transfer"_qs, u"result_ready"_qs, u"hand_over_result"_qs}}};
        const QStringList way = ways.value(status);
        for (const QString &event : way) {
            take(event);
        }
        QCOMPARE(now.dossier->status.status, status);
    }

    void refold()
    {
        now.dossier = DossierFold::fold(Subject, log, now.table);
        now.heads = now.dossier->heads;
    }

    void conflict(const QString &left, const QString &right)
    {
        journal::Author other('z');
        const auto correction = [](const QString &name) {
            return QJsonObject{{u"fields"_qs, QJsonObject{{u"name"_qs, QJsonObject{{u"v"_qs, name}}}}}};
        };
        const QList<journal::EntryKey> basis = now.heads;
        log.append(author.write(Subject, journal::kind::DossierCorrected, correction(left), basis, now.nowMs));
        log.append(other.write(Subject, journal::kind::DossierCorrected, correction(right), basis, now.nowMs));
        refold();
    }

    Situation now = {};
    journal::Author author{'d'};
    QList<journal::Entry> log = {};
    QList<journal::Entry> staffLog = {};
};

inline QJsonObject payloadOf(const Result<QList<journal::EntryDraft>> &drafts)
{
    return drafts ? QJsonDocument::fromJson(drafts->constFirst().payload).object() : QJsonObject();
}

constexpr ErrorCode Taken = ErrorCode::Internal; ///< what codeOf() says when there was no error

inline ErrorCode codeOf(const Result<QList<journal::EntryDraft>> &drafts)
{
    return drafts ? Taken : drafts.error().code;
}

} // namespace motcua
