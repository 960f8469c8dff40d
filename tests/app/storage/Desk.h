// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/Store.h"
#include "models/base/VietnamTime.h"
#include "models/calendar/WorkingCalendar.h"
#include "models/catalogue/Procedure.h"
#include "models/dossier/Intake.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

namespace motcua::storage {

/** A desk for tests: shipped rules, an invented procedure, one officer who may do everything, a clock that stands still until moved. */
class Desk
{
public:
    explicit Desk(int number = 3, char officer = 'o')
        : m_number(number)
        , m_officer(idOf(officer))
    {
        rules.table = *StatusTable::fromJson(resource("journal/transitions.json"));
        rules.roles = *Roles::fromJson(resource("journal/roles.json"));
        rules.calendar = WorkingCalendar({{.year = 2026}}, {1, 2, 3, 4, 5}, {{QTime(7, 30), QTime(11, 30)}, {QTime(13, 0), QTime(17, 0)}});
        CodeGrammar grammar;
        grammar.id = QStringLiteral("test");
        grammar.unit = QRegularExpression(QStringLiteral("^H[0-9]{2}\\.[0-9]{1,3}$"));
        rules.grammars = {grammar};
    }

    static Id idOf(char c) { return Id::fromBytes(QByteArray(16, c)); }
    static Id dossier(int n) { return Id::v7(1'770'000'000'000 + n, QByteArray(6, 'd') + QByteArray::number(n + 1000).right(4)); }
    static security::SecretBytes key(char c = 'k') { return security::SecretBytes::copyOf(QByteArray(32, c)); }

    [[nodiscard]] StoreOptions options() const
    {
        StoreOptions options;
        options.rules = rules;
        options.now = [clock = clock] { return clock->load(); };
        options.watchMs = 20;
        return options;
    }

    /** A new store with its unit and officer; fails the test when it cannot be made. */
    [[nodiscard]] Store founded(const QString &path, StoreProfile profile = {}) const
    {
        Result<Store> store = Store::create(path, key(), profile, options());
        if (!store) {
            qFatal("store: %s %s", qPrintable(errorName(store.error().code)), qPrintable(store.error().detail));
        }
        const auto settled = done(store->recordAll(founding(store->origin())));
        Q_UNUSED(settled);
        return *store;
    }

    [[nodiscard]] QList<Act> founding(const Id &origin) const
    {
        return {about(origin, ConfigureUnit{QStringLiteral("Trung tâm thử"), QStringLiteral("H26.15"), m_number, m_number * 1000, m_number * 1000 + 999}),
            about(m_officer, AdmitStaff{QStringLiteral("Người Thử"), QStringLiteral("Cán bộ"),
                                 {QStringLiteral("administrator"), QStringLiteral("officer"), QStringLiteral("supervisor")}, QByteArray(32, 'p'), "w"})};
    }

    [[nodiscard]] Act about(const Id &subject, const ActKind &what) const
    {
        return Act{.actor = {journal::Actor::Kind::Person, m_officer}, .desk = "H26.15/3", .subject = subject, .what = what};
    }

    [[nodiscard]] Act accepting(int n, const QString &name = QStringLiteral("Nguyễn Thị Hoà"), const QString &number = QStringLiteral("000190000001"),
        const QString &phone = QStringLiteral("02001234567")) const
    {
        Procedure procedure;
        procedure.code = QStringLiteral("9.000001");
        procedure.edition = QStringLiteral("9.000001@2026");
        procedure.name = QStringLiteral("Thủ tục thử");
        procedure.validFrom = QDate(2026, 1, 1);
        procedure.channels = {1};
        procedure.limit = {Limit::Kind::WorkingDays, 3, {}};
        FormSchema form;
        form.id = QStringLiteral("test");
        form.sections = {{.id = QStringLiteral("a"),
            .fields = {{.id = QStringLiteral("name"), .type = FieldType::Name, .need = Field::Need::Required}, {.id = QStringLiteral("number")},
                {.id = QStringLiteral("phone")}, {.id = QStringLiteral("purpose")}}}};
        form.roles = {{QStringLiteral("applicant.name"), QStringLiteral("name")},
            {QStringLiteral("applicant.number"), QStringLiteral("number")}, {QStringLiteral("applicant.phone"), QStringLiteral("phone")}};
        procedure.checker = FormChecker(form);
        FormDraft draft;
        draft.set(QStringLiteral("name"), FieldValue::given(name));
        draft.set(QStringLiteral("number"), FieldValue::given(number));
        draft.set(QStringLiteral("phone"), FieldValue::given(phone));
        draft.set(QStringLiteral("purpose"), FieldValue::given(QStringLiteral("đi học")));
        procedure.papers = papers;
        procedure.results = results;
        PaperSet seen = PaperSet::of(procedure);
        for (const RequiredPaper &paper : papers) {
            seen.set({.id = paper.id, .name = paper.name, .state = Paper::State::Met});
        }
        const auto intake = Intake::from(procedure, draft, seen, rules.calendar, vietnamTime(clock->load()));
        if (!intake) {
            qFatal("the test's intake is not valid");
        }
        return about(dossier(n), AcceptDossier{*intake, {}});
    }

    [[nodiscard]] Act stepping(int n, DossierStatus to) const
    {
        StepDossier step{.to = to, .reason = QStringLiteral("lý do"), .confirmed = allConfirmations()};
        if (to == DossierStatus::Processed) {
            step.event = QStringLiteral("result_ready");
        }
        return about(dossier(n), step);
    }

    /** The answer; fails the test when there is an error. */
    template <typename T>
    static T done(QFuture<Result<T>> future)
    {
        future.waitForFinished();
        const Result<T> result = future.result();
        if (!result) {
            qFatal("%s: %s", qPrintable(errorName(result.error().code)), qPrintable(result.error().detail));
        }
        return *result;
    }

    /** The error's code; Cancelled when there was none. */
    template <typename T>
    static ErrorCode refused(QFuture<Result<T>> future)
    {
        future.waitForFinished();
        const Result<T> result = future.result();
        return result ? ErrorCode::Cancelled : result.error().code;
    }

    JournalRules rules;
    QList<RequiredPaper> papers; ///< of the invented procedure; all are seen when a dossier is accepted
    QList<ProcedureResult> results; ///< likewise, what it yields
    std::shared_ptr<std::atomic<qint64>> clock
        = std::make_shared<std::atomic<qint64>>(vietnamTime(QDate(2026, 11, 23), QTime(8, 0)).toMSecsSinceEpoch());

private:
    static QByteArray resource(const char *name)
    {
        QFile file(QStringLiteral(MOTCUA_TEST_DATA "/../../resources/") + QString::fromLatin1(name));
        if (!file.open(QIODevice::ReadOnly)) {
            qFatal("no %s", name);
        }
        return file.readAll();
    }

    int m_number;
    Id m_officer;
};

} // namespace motcua::storage
