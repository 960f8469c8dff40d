// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"

#include "app/ctl/Doctor.h"
#include "app/storage/DossierQueries.h"
#include "app/training/Seed.h"
#include "models/base/VietnamTime.h"

#include <QElapsedTimer>
#include <QJsonArray>

namespace motcua::ctl {

namespace {

int limitOf(const Context &context, int otherwise)
{
    const QString limit = context.options().value(QStringLiteral("limit"));
    return limit.isEmpty() ? otherwise : qBound(1, limit.toInt(), 1000);
}

void sayRows(Context &context, const QList<storage::DossierSummary> &rows, QJsonObject answer)
{
    QJsonArray json;
    for (const storage::DossierSummary &row : rows) {
        context.terminal().say(QStringLiteral("%1  %2  %3  %4")
                                   .arg(row.code, row.name)
                                   .arg(row.status)
                                   .arg(row.dueAt ? vietnamTime(row.dueAt).toString(Qt::ISODate) : QStringLiteral("-")));
        json.append(QJsonObject{{QStringLiteral("id"), row.id.toString()}, {QStringLiteral("code"), row.code},
            {QStringLiteral("name"), row.name}, {QStringLiteral("procedure"), row.procedure}, {QStringLiteral("status"), row.status},
            {QStringLiteral("conflict"), row.conflict}});
    }
    answer.insert(QStringLiteral("dossiers"), json);
    context.terminal().answer(answer);
}

int search(Context &context)
{
    const Result<Workplace> place = context.enter();
    if (!place) {
        return context.terminal().fail(place.error());
    }
    const Result<QList<storage::DossierSummary>> rows =
        place->store.ask(storage::FindDossiers{.text = context.words().join(u' '), .limit = limitOf(context, 50)}).result();
    if (!rows) {
        return context.terminal().fail(rows.error());
    }
    sayRows(context, *rows, {});
    return rows->isEmpty() ? NotFoundCode : Done;
}

int list(Context &context)
{
    const Result<Workplace> place = context.enter();
    if (!place) {
        return context.terminal().fail(place.error());
    }
    const Result<storage::WorklistPage::Page> page =
        place->store.ask(storage::WorklistPage{.list = storage::WorklistPage::List::All, .limit = limitOf(context, 50)}).result();
    if (!page) {
        return context.terminal().fail(page.error());
    }
    sayRows(context, page->rows, {{QStringLiteral("count"), page->count}});
    context.terminal().say(QStringLiteral("%1 dossiers").arg(page->count));
    return Done;
}

int seed(Context &context)
{
    const int dossiers = context.options().value(QStringLiteral("dossiers")).toInt();
    if (dossiers < 1) {
        context.terminal().explain(QStringLiteral("motcua-ctl seed --dossiers N: invented people, in a training store only"));
        return Usage;
    }
    const Result<Workplace> place = context.enter();
    if (!place) {
        return context.terminal().fail(place.error());
    }
    QElapsedTimer clock;
    clock.start();
    const Result<int> made = training::seedDossiers(*place, dossiers, [&context, &clock](int done) {
        context.terminal().say(QStringLiteral("%1 dossiers, %2 s").arg(done).arg(clock.elapsed() / 1000));
    });
    if (!made) {
        return context.terminal().fail(made.error());
    }
    context.terminal().answer(
        {{QStringLiteral("dossiers"), *made}, {QStringLiteral("seconds"), static_cast<double>(clock.elapsed()) / 1000.0}});
    return Done;
}

int backup(Context &context)
{
    if (context.words().isEmpty()) {
        context.terminal().explain(QStringLiteral("motcua-ctl backup NEW-FOLDER"));
        return Usage;
    }
    const Result<Workplace> place = context.enter();
    if (!place) {
        return context.terminal().fail(place.error());
    }
    const Result<storage::BackupReport> report = place->store.backUp(context.words().constFirst()).result();
    if (!report) {
        return context.terminal().fail(report.error());
    }
    const Act told = place->act(
        place->store.origin(), BackupMade{.backup = report->backup, .bytes = report->bytes, .manifestHash = report->manifestHash});
    const Result<storage::Recorded> recorded = place->store.record(told).result();
    // A log that takes nothing more is the very reason to copy it away.
    if (!recorded && recorded.error().code != ErrorCode::OriginForked) {
        return context.terminal().fail(recorded.error());
    }
    context.terminal().say(QStringLiteral("%1 files, %2 bytes in %3; %4 attachments were missing.")
                               .arg(report->files)
                               .arg(report->bytes)
                               .arg(report->folder)
                               .arg(report->missingAttachments));
    context.terminal().answer({{QStringLiteral("backup"), report->backup.toString()}, {QStringLiteral("files"), report->files},
        {QStringLiteral("bytes"), report->bytes}, {QStringLiteral("missingAttachments"), report->missingAttachments}});
    return Done;
}

} // namespace

QList<Command> storeCommands()
{
    return {
        {QStringLiteral("search"), QStringLiteral("TEXT [--limit N]"),
            QStringLiteral("dossiers by code, number, telephone or name without tones"), search},
        {QStringLiteral("list"), QStringLiteral("[--limit N]"), QStringLiteral("the newest dossiers"), list},
        {QStringLiteral("seed"), QStringLiteral("--dossiers N"), QStringLiteral("fill a training store with invented dossiers"), seed},
        {QStringLiteral("doctor"), QStringLiteral("[--rebuild]"),
            QStringLiteral("look at store, keys, disk, swap, clock, spooler, versions"), doctor},
        {QStringLiteral("backup"), QStringLiteral("NEW-FOLDER"), QStringLiteral("store, key slots, attachments and trusted issuers with a signed manifest"),
            backup},
    };
}

} // namespace motcua::ctl
