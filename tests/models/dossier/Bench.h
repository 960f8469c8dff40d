// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/VietnamTime.h"
#include "models/calendar/WorkingCalendar.h"
#include "models/catalogue/Procedure.h"
#include "models/dossier/Dossier.h"
#include "models/dossier/Intake.h"
#include "models/dossier/StatusTable.h"
#include "models/staff/Role.h"
#include "tests/models/journal/Author.h"

#include <QFile>
#include <QJsonDocument>

namespace motcua {

/** The bytes of a file beside the tests; ends the program when there is none. */
inline QByteArray fileBytes(const QString &path)
{
    QFile file(QStringLiteral(MOTCUA_TEST_DATA) + u'/' + path);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("no file %s", qPrintable(path));
    }
    return file.readAll();
}

/** The payload kept for this kind in its first version; `variant` names one with members added since. */
inline QJsonObject golden(const char *kind, const QString &variant = {})
{
    const QString middle = variant.isEmpty() ? QString() : variant + u'.';
    return QJsonDocument::fromJson(fileBytes(QStringLiteral("journal/%1.v1.%2json").arg(QLatin1String(kind), middle))).object();
}

inline StatusTable shippedTable()
{
    const auto table = StatusTable::fromJson(fileBytes(QStringLiteral("../../resources/journal/transitions.json")));
    if (!table) {
        qFatal("%s", qPrintable(table.error().detail));
    }
    return *table;
}

/** The year 2026 without holidays, Monday to Friday. */
inline WorkingCalendar testCalendar()
{
    return WorkingCalendar({{.year = 2026}}, {1, 2, 3, 4, 5}, {{QTime(7, 30), QTime(11, 30)}, {QTime(13, 0), QTime(17, 0)}});
}

inline Roles shippedRoles()
{
    return *Roles::fromJson(fileBytes(QStringLiteral("../../resources/journal/roles.json")));
}

inline QList<journal::EntryKey> keysOf(const QList<journal::Entry> &entries)
{
    QList<journal::EntryKey> keys;
    for (const journal::Entry &entry : entries) {
        keys.append(entry.header.key);
    }
    std::sort(keys.begin(), keys.end());
    return keys;
}

/** An intake of an invented procedure with two fields, complete at `receivedAt` on a day of 2026. */
inline Intake testIntake(
    const QDateTime &receivedAt = vietnamTime(QDate(2026, 11, 23), QTime(8, 30)), const QString &name = u"Nguyễn Văn Thử"_qs)
{
    Procedure procedure;
    procedure.code = u"9.000001"_qs;
    procedure.edition = u"9.000001@2026"_qs;
    procedure.name = u"Thủ tục thử"_qs;
    procedure.validFrom = QDate(2026, 1, 1);
    procedure.channels = {1};
    procedure.limit = {Limit::Kind::WorkingDays, 3, {}};
    FormSchema form;
    form.id = u"test"_qs;
    form.sections = {{.id = u"a"_qs,
        .fields = {
            {.id = u"name"_qs, .type = FieldType::Name, .need = Field::Need::Required}, {.id = u"purpose"_qs}, {.id = u"email"_qs}}}};
    form.roles = {{u"applicant.name"_qs, u"name"_qs}};
    procedure.checker = FormChecker(form);
    FormDraft draft;
    draft.set(u"name"_qs, FieldValue::given(name));
    draft.set(u"purpose"_qs, FieldValue::given(u"đi học"_qs));
    const auto intake = Intake::from(procedure, draft, PaperSet::of(procedure), testCalendar(), receivedAt);
    if (!intake) {
        qFatal("the test's intake has %d violations", int(intake.error().size()));
    }
    return *intake;
}

} // namespace motcua
