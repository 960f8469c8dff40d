// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"

#include "app/security/DurableFile.h"
#include "models/base/VietnamTime.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

namespace motcua::ctl {

namespace {

QJsonObject facts(const Procedure &procedure)
{
    return {{QStringLiteral("code"), procedure.code}, {QStringLiteral("edition"), procedure.edition},
        {QStringLiteral("name"), procedure.name}, {QStringLiteral("validFrom"), procedure.validFrom.toString(Qt::ISODate)},
        {QStringLiteral("validTo"), procedure.validTo.toString(Qt::ISODate)}, {QStringLiteral("limit"), procedure.limitText},
        {QStringLiteral("mark"), procedure.mark}};
}

/** Checks one file among the law files of this program, in place of the one of its kind with its name. */
int checkFile(Context &context, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return context.terminal().fail({ErrorCode::FileUnreadable, path});
    }
    const SourceFile source{path, file.readAll()};
    const QJsonObject json = QJsonDocument::fromJson(source.bytes).object();
    QList<Error> errors;
    if (json.contains(QStringLiteral("form")) && !json.contains(QStringLiteral("schema"))) {
        errors = SlipTemplate::check(source.bytes, path);
    } else {
        const QString folder = context.options().isSet(QStringLiteral("resources")) ? context.options().value(QStringLiteral("resources")) : Lawbook::folder();
        const Result<QList<SourceFile>> others = Lawbook::sources(folder);
        if (!others) {
            return context.terminal().fail(others.error());
        }
        QList<SourceFile> all{source};
        const QString kind = json.value(QStringLiteral("schema")).toString();
        for (const SourceFile &other : *others) {
            const bool sameName = QFileInfo(other.name).fileName() == QFileInfo(path).fileName();
            if (!sameName || QJsonDocument::fromJson(other.bytes).object().value(QStringLiteral("schema")).toString() != kind) {
                all.append(other);
            }
        }
        if (const auto catalogue = Catalogue::fromFiles(all); !catalogue) {
            errors = catalogue.error();
        }
    }
    QJsonArray faults;
    for (const Error &error : errors) {
        context.terminal().explain(error.detail);
        faults.append(error.detail);
    }
    context.terminal().answer({{QStringLiteral("file"), path}, {QStringLiteral("faults"), faults}});
    if (!errors.isEmpty()) {
        return BadInput;
    }
    context.terminal().say(QStringLiteral("%1: no fault.").arg(path));
    return Done;
}

int check(Context &context)
{
    if (!context.words().isEmpty() && QFileInfo(context.words().constFirst()).isFile()) {
        return checkFile(context, context.words().constFirst());
    }
    const QString folder = context.words().isEmpty() ? Lawbook::folder() : context.words().constFirst();
    const Result<Lawbook, QList<Error>> law = Lawbook::load(folder);
    if (!law) {
        for (const Error &error : law.error()) {
            context.terminal().explain(error.detail);
        }
        return context.terminal().fail(law.error().constFirst());
    }
    const qsizetype editions = law->catalogue.editions().size();
    context.terminal().say(
        QStringLiteral("%1: %2 editions, %3 slip templates, no fault.").arg(folder).arg(editions).arg(law->slips.size()));
    context.terminal().answer({{QStringLiteral("editions"), editions}, {QStringLiteral("slips"), law->slips.size()}});
    return Done;
}

int list(Context &context)
{
    const Result<Lawbook> law = context.law();
    if (!law) {
        return context.terminal().fail(law.error());
    }
    QJsonArray rows;
    for (const Procedure &procedure : law->catalogue.editions()) {
        rows.append(facts(procedure));
        context.terminal().say(QStringLiteral("%1  %2  %3").arg(procedure.code, procedure.edition, procedure.name));
    }
    context.terminal().answer({{QStringLiteral("editions"), rows}});
    return Done;
}

QString priceOf(const FeeRule &fee)
{
    return fee.setLocally ? QStringLiteral("set by the province") : fee.tiers.isEmpty() ? fee.unitPrice.toString() : QStringLiteral("by the number of %1").arg(fee.tierUnit);
}

int show(Context &context)
{
    const Result<Lawbook> law = context.law();
    if (!law) {
        return context.terminal().fail(law.error());
    }
    if (context.words().isEmpty()) {
        context.terminal().explain(QStringLiteral("Which procedure? For example: motcua-ctl catalogue show 2.000635"));
        return Usage;
    }
    const QDate today = vietnamTime(QDateTime::currentMSecsSinceEpoch()).date();
    const Result<Procedure> procedure = law->catalogue.procedure(context.words().constFirst(), today);
    if (!procedure) {
        return context.terminal().fail(procedure.error());
    }
    QJsonObject json = facts(*procedure);
    QJsonArray fields;
    context.terminal().say(QStringLiteral("%1 · %2 · %3").arg(procedure->code, procedure->edition, procedure->name));
    context.terminal().say(QStringLiteral("limit: %1").arg(procedure->limitText));
    for (const FormSection &section : procedure->form().sections) {
        for (const Field &field : section.fields) {
            fields.append(QJsonObject{{QStringLiteral("id"), field.id}, {QStringLiteral("label"), field.label},
                {QStringLiteral("required"), field.need == Field::Need::Required}});
            context.terminal().say(
                QStringLiteral("  %1 %2  %3").arg(field.need == Field::Need::Required ? u'*' : u' ').arg(field.id, field.label));
        }
    }
    for (const RequiredPaper &paper : procedure->papers) {
        context.terminal().say(QStringLiteral("  paper %1  %2").arg(paper.id, paper.name));
    }
    for (const FeeRule &fee : procedure->fees) {
        context.terminal().say(QStringLiteral("  fee %1  %2  %3").arg(fee.id, priceOf(fee), fee.text));
    }
    json.insert(QStringLiteral("fields"), fields);
    context.terminal().answer(json);
    return Done;
}

/** The files of a folder of the law as one file, for a portal to publish. */
int pack(Context &context)
{
    const QString name = context.options().value(QStringLiteral("name")).simplified();
    if (context.words().size() != 2 || name.isEmpty()) {
        context.terminal().explain(QStringLiteral("motcua-ctl catalogue pack FOLDER FILE --name NAME"));
        return Usage;
    }
    const QString folder = context.words().constFirst();
    CataloguePackage package{.name = name};
    for (const QString &sub : CataloguePackage::folders()) {
        const Result<QList<SourceFile>> files = Lawbook::filesIn(folder, sub);
        if (!files) {
            return context.terminal().fail(files.error());
        }
        package.files.append(*files);
    }
    const QByteArray bytes = package.toJson();
    if (const Result<CataloguePackage> read = CataloguePackage::fromJson(bytes); !read) {
        return context.terminal().fail(read.error());
    }
    if (const auto law = Lawbook::loadWith(folder, Lawbook::Prices::Real, package); !law) {
        for (const Error &error : law.error()) {
            context.terminal().explain(error.detail);
        }
        return context.terminal().fail(law.error().constFirst());
    }
    if (const Result<> written = security::replaceDurably({{context.words().constLast(), bytes}}); !written) {
        return context.terminal().fail(written.error());
    }
    context.terminal().say(QStringLiteral("%1: %2 files, %3 bytes.").arg(context.words().constLast()).arg(package.files.size()).arg(bytes.size()));
    context.terminal().answer({{QStringLiteral("file"), context.words().constLast()}, {QStringLiteral("files"), package.files.size()}, {QStringLiteral("bytes"), bytes.size()}});
    return Done;
}

} // namespace

QList<Command> catalogueCommands()
{
    return {
        {QStringLiteral("catalogue check"), QStringLiteral("[FOLDER | FILE]"),
            QStringLiteral("say with file, line and column what is wrong in law files"), check},
        {QStringLiteral("catalogue pack"), QStringLiteral("FOLDER FILE --name NAME"),
            QStringLiteral("the law files of a folder as one package, for \"portal catalogue publish\""), pack},
        {QStringLiteral("catalogue list"), {}, QStringLiteral("every edition of every procedure"), list},
        {QStringLiteral("catalogue show"), QStringLiteral("CODE"), QStringLiteral("the edition in force today: fields, papers, fees"),
            show},
    };
}

} // namespace motcua::ctl
