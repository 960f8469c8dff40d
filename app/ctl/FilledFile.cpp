// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/FilledFile.h"

#include "models/base/VietnamTime.h"
#include "models/form/Typed.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <cstdio>

namespace motcua::ctl {

namespace {

// Larger than any form, small enough to be read at once.
constexpr qint64 LargestFile = 4 * 1024 * 1024;

Error unfit(const QString &path, const QString &what)
{
    return {ErrorCode::Invalid, path + QStringLiteral(": ") + what};
}

Result<> takeFields(const QString &path, const QJsonValue &fields, const Procedure &procedure, QDate today, FormDraft &form)
{
    if (!fields.isObject() && !fields.isUndefined()) {
        return unfit(path, QStringLiteral("\"fields\" must be an object"));
    }
    const QJsonObject answers = fields.toObject();
    FormDraft given;
    for (auto it = answers.begin(); it != answers.end(); ++it) {
        if (it->isString()) {
            given.set(it.key(), FieldValue::given(it->toString()));
        } else if (it->isObject()) {
            given.set(it.key(), FormDraft::fromJson({{it.key(), *it}}).value(it.key()));
        } else {
            return unfit(path, QStringLiteral("the answer \"%1\" must be a text or an object").arg(it.key()));
        }
    }
    const FormDraft normal = normalised(procedure.form(), given, today);
    for (auto it = normal.values().cbegin(); it != normal.values().cend(); ++it) {
        form.set(it.key(), *it);
    }
    return {};
}

Result<> takePapers(const QString &path, const QJsonValue &papers, PaperSet &set)
{
    if (!papers.isObject() && !papers.isUndefined()) {
        return unfit(path, QStringLiteral("\"papers\" must be an object"));
    }
    const QJsonObject states = papers.toObject();
    for (auto it = states.begin(); it != states.end(); ++it) {
        QJsonObject one = it->isObject() ? it->toObject() : QJsonObject{{QStringLiteral("state"), *it}};
        if (it->isString() && paperKind(it->toString())) {
            one = {{QStringLiteral("state"), QStringLiteral("met")}, {QStringLiteral("kind"), *it}};
        }
        one.insert(QStringLiteral("id"), it.key());
        const Result<PaperSet> read = PaperSet::fromJson(QJsonArray{one});
        if (!read) {
            return unfit(path, QStringLiteral("the paper \"%1\": %2").arg(it.key(), read.error().detail));
        }
        Paper paper = read->papers().constFirst();
        paper.name = set.paper(it.key()).name;
        set.set(paper);
    }
    return {};
}

} // namespace

QDateTime momentIn(const QString &text)
{
    const QDateTime moment = QDateTime::fromString(text, Qt::ISODate);
    return moment.isValid() && moment.timeSpec() == Qt::LocalTime ? vietnamTime(moment.date(), moment.time()) : moment;
}

Result<QByteArray> bytesOf(const QString &path)
{
    QFile file(path);
    const bool open = path == QStringLiteral("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!open) {
        return Error{ErrorCode::FileUnreadable, path};
    }
    // A pipe gives what it has at the moment, so one reading is not all.
    QByteArray bytes;
    for (QByteArray more = file.read(LargestFile); !more.isEmpty() && bytes.size() <= LargestFile; more = file.read(LargestFile)) {
        bytes += more;
    }
    if (bytes.size() > LargestFile) {
        return unfit(path, QStringLiteral("more than %1 bytes").arg(LargestFile));
    }
    return bytes;
}

Result<FilledFile> readFilled(const QString &path, const QByteArray &bytes, const Procedure &procedure, QDate today)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &fault);
    if (fault.error != QJsonParseError::NoError) {
        return unfit(path, QStringLiteral("byte %1: %2").arg(fault.offset).arg(fault.errorString()));
    }
    if (!document.isObject()) {
        return unfit(path, QStringLiteral("an object is expected"));
    }
    const QJsonObject json = document.object();
    static const QSet<QString> known{QStringLiteral("procedure"), QStringLiteral("fields"), QStringLiteral("papers"), QStringLiteral("receivedAt"),
        QStringLiteral("channel"), QStringLiteral("longer"), QStringLiteral("note")};
    for (auto it = json.begin(); it != json.end(); ++it) {
        if (!known.contains(it.key())) {
            return unfit(path, QStringLiteral("\"%1\" is no member of a filled form").arg(it.key()));
        }
    }
    if (const QString code = json.value(QStringLiteral("procedure")).toString(procedure.code); code != procedure.code) {
        return unfit(path, QStringLiteral("it is filled for %1, not for %2").arg(code, procedure.code));
    }
    FilledFile filled{procedure.form().blank(), PaperSet::of(procedure)};
    if (json.contains(QStringLiteral("receivedAt"))) {
        filled.receivedAt = momentIn(json.value(QStringLiteral("receivedAt")).toString());
        if (!filled.receivedAt.isValid()) {
            return unfit(path, QStringLiteral("\"receivedAt\" must be a time like 2026-11-23T08:15:00+07:00"));
        }
    }
    if (const QJsonValue longer = json.value(QStringLiteral("longer")); longer.isObject()) {
        filled.longer = SettledTerm{longer[u"ground"].toString(), longer[u"days"].toInt()};
    } else if (!longer.isUndefined()) {
        return unfit(path, QStringLiteral("\"longer\" must be an object with \"ground\" and \"days\""));
    }
    if (const QJsonValue channel = json.value(QStringLiteral("channel")); !channel.isUndefined()) {
        filled.channel = channel.toInt();
    }
    if (filled.channel < 1 || filled.channel > 3) {
        return unfit(path, QStringLiteral("\"channel\" must be 1, 2 or 3"));
    }
    const QDate day = filled.receivedAt.isValid() ? vietnamTime(filled.receivedAt.toMSecsSinceEpoch()).date() : today;
    if (const Result<> taken = takeFields(path, json.value(QStringLiteral("fields")), procedure, day, filled.form); !taken) {
        return taken.error();
    }
    if (const Result<> taken = takePapers(path, json.value(QStringLiteral("papers")), filled.papers); !taken) {
        return taken.error();
    }
    return filled;
}

} // namespace motcua::ctl
