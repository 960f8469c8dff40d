// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"

#include "app/ctl/ScanRun.h"
#include "app/devices/sane/SaneScanner.h"
#include "app/documents/SeparatorSheets.h"
#include "app/documents/SlipDocument.h"
#include "app/training/scan/SimulatedScanner.h"
#include "app/workflows/Lawbook.h"
#include "app/workflows/ScanFiles.h"
#include "models/base/VietnamTime.h"
#include "models/scan/ScanRules.h"
#include "models/scan/ScanWords.h"
#include "ui/messages/ScanSentence.h"

#include <QCoreApplication>
#include <QFile>
#include <QFutureWatcher>
#include <QJsonArray>

#include <algorithm>
#include <memory>
#include <utility>

namespace motcua::ctl {

namespace {

/** With --training the one that draws its papers itself. */
std::unique_ptr<Scanner> scannerOf(const Context &context)
{
    if (context.options().isSet(QStringLiteral("training"))) {
        return std::make_unique<SimulatedScanner>(SimulatedScanner::Settings{});
    }
    return std::make_unique<SaneScanner>(SaneScanner::Settings{.configFolder = qEnvironmentVariable("SANE_CONFIG_DIR")});
}

/** A question to a scanner is answered by the event loop, which a command has to itself. */
template <typename T>
T answered(const QFuture<T> &future)
{
    QFutureWatcher<T> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &watcher, [] { QCoreApplication::exit(); });
    watcher.setFuture(future);
    if (!future.isFinished()) {
        QCoreApplication::exec();
    }
    return future.result();
}

int tellScanFault(Context &context, const ScanFault &fault, int pages, QJsonObject answer = {})
{
    const Sentence told = sentence(fault, pages);
    const int code = fault.what == ScanFault::What::Gone ? NotFoundCode : Failed;
    context.terminal().explain(told.textWithCode());
    answer.insert(QStringLiteral("error"), told.code);
    answer.insert(QStringLiteral("detail"), fault.detail);
    answer.insert(QStringLiteral("sentence"), told.text());
    answer.insert(QStringLiteral("exit"), code);
    context.terminal().answer(answer);
    return code;
}

/** Those of the store's folder, else the shipped ones. */
Result<ScanRules> rulesOf(Context &context)
{
    const QString chosen = context.options().value(QStringLiteral("resources"));
    ScanFiles files = ScanFiles::read(chosen.isEmpty() ? Lawbook::folder() : chosen, context.folder().path());
    for (const Error &fault : std::as_const(files.faults)) {
        context.terminal().explain(QStringLiteral("Not used: %1 [%2]").arg(fault.detail, errorName(fault.code)));
    }
    if (files.rules.profiles.isEmpty()) {
        return files.faults.constLast();
    }
    return std::move(files.rules);
}

QString namesOf(const ScanRules &rules)
{
    QStringList names;
    for (const ScanProfile &profile : rules.profiles) {
        names.append(profile.id);
    }
    return names.join(QStringLiteral(", "));
}

template <typename T, std::size_t Count>
std::optional<T> wordIn(const std::pair<QStringView, T> (&words)[Count], const QString &word)
{
    const auto found = std::find_if(std::begin(words), std::end(words), [&word](const auto &one) { return word == one.first; });
    return found == std::end(words) ? std::nullopt : std::optional(found->second);
}

/** The profile of --profile, or the first, with what --device, --source, --dpi, --colour and --page change. */
Result<ScanProfile> profileOf(Context &context, const ScanRules &rules)
{
    const auto option = [&context](const char *name) { return context.options().value(QString::fromLatin1(name)); };
    const QString id = option("profile");
    const ScanProfile *const found = id.isEmpty() ? &rules.profiles.constFirst() : rules.profile(id);
    if (!found) {
        return Error{ErrorCode::Invalid, QStringLiteral("--profile is one of: %1").arg(namesOf(rules))};
    }
    ScanProfile profile = *found;
    if (const QString word = option("source"); !word.isEmpty()) {
        const auto source = wordIn(ScanSources, word);
        if (!source) {
            return Error{ErrorCode::Invalid, QStringLiteral("--source is flatbed, feeder or duplex")};
        }
        profile.source = *source;
    }
    if (const QString word = option("colour"); !word.isEmpty()) {
        const auto colour = wordIn(ScanColours, word);
        if (!colour) {
            return Error{ErrorCode::Invalid, QStringLiteral("--colour is colour, grey or blackAndWhite")};
        }
        profile.colour = *colour;
    }
    if (const QString name = option("page"); !name.isEmpty()) {
        const auto page = pageSize(name);
        if (!page) {
            return Error{ErrorCode::Invalid, QStringLiteral("--page is A3, A4, A5, A6, card, whole, or millimetres such as 85x54")};
        }
        profile.page = *page;
    }
    if (const QString dpi = option("dpi"); !dpi.isEmpty()) {
        profile.dpi = dpi.toInt(); // 0 where it is no number, which is too few
    }
    if (const auto lack = rules.lackOf(profile)) {
        switch (*lack) {
        case ScanRules::Lack::Dpi:
            return Error{ErrorCode::Invalid, QStringLiteral("a copy of a paper has %1 to %2 dpi").arg(rules.leastDpi).arg(ScanProfile::MostDpi)};
        case ScanRules::Lack::Colour:
            return Error{ErrorCode::Invalid, QStringLiteral("a copy of a paper is in colour")};
        case ScanRules::Lack::Locked:
            return Error{ErrorCode::NotAllowed, QStringLiteral("the administrator locked the profile %1").arg(profile.id)};
        }
    }
    if (const QString device = option("device"); !device.isEmpty()) {
        profile.device = device;
    }
    return profile;
}

template <typename T>
QJsonArray wordsOf(const QList<T> &values)
{
    QJsonArray words;
    for (const T value : values) {
        words.append(scanWord(value));
    }
    return words;
}

QJsonObject jsonOf(const ScannerAbilities &abilities)
{
    QJsonArray dpis;
    for (const int dpi : abilities.dpis) {
        dpis.append(dpi);
    }
    return {{QStringLiteral("sources"), wordsOf(abilities.sources)}, {QStringLiteral("colours"), wordsOf(abilities.colours)}, {QStringLiteral("dpis"), dpis},
        {QStringLiteral("leastDpi"), abilities.leastDpi}, {QStringLiteral("mostDpi"), abilities.mostDpi},
        {QStringLiteral("width"), abilities.area.width()}, {QStringLiteral("height"), abilities.area.height()}};
}

int listScanners(Context &context)
{
    const std::unique_ptr<Scanner> scanner = scannerOf(context);
    const Scanner::Devices found = answered(scanner->devices());
    if (!found) {
        return tellScanFault(context, found.error(), 0);
    }
    QJsonArray devices;
    for (const ScannerDevice &device : *found) {
        QJsonObject object{{QStringLiteral("id"), device.id}, {QStringLiteral("vendor"), device.vendor}, {QStringLiteral("model"), device.model},
            {QStringLiteral("kind"), device.kind}};
        context.terminal().say(QStringLiteral("%1  %2  (%3)").arg(device.id, device.name(), device.kind));
        if (const Scanner::Abilities abilities = answered(scanner->abilities(device.id))) {
            object.insert(QStringLiteral("can"), jsonOf(*abilities));
            QStringList sources;
            for (const ScanSource source : abilities->sources) {
                sources.append(scanWord(source));
            }
            context.terminal().say(QStringLiteral("    %1, up to %2 dpi").arg(sources.join(QStringLiteral(", "))).arg(abilities->dpis.isEmpty() ? abilities->mostDpi : abilities->dpis.constLast()));
        } else {
            object.insert(QStringLiteral("fault"), sentence(abilities.error(), 0).code);
            context.terminal().say(u"    "_qs + sentence(abilities.error(), 0).happened);
        }
        devices.append(object);
    }
    if (found->isEmpty()) {
        context.terminal().say(QStringLiteral("No scanner answers."));
    }
    context.terminal().answer({{QStringLiteral("devices"), devices}});
    return Done;
}

int scanPages(Context &context)
{
    const QString into = context.options().value(QStringLiteral("into"));
    if (into.isEmpty()) {
        context.terminal().explain(QStringLiteral("motcua-ctl scan scan --into FOLDER [--profile NAME] [--device PART] [--source flatbed|feeder|duplex] [--dpi N] [--page A4]"));
        return Usage;
    }
    const Result<ScanRules> rules = rulesOf(context);
    if (!rules) {
        return context.terminal().fail(rules.error());
    }
    const Result<ScanProfile> profile = profileOf(context, *rules);
    if (!profile) {
        return context.terminal().fail(profile.error(), profile.error().detail);
    }
    const std::unique_ptr<Scanner> scanner = scannerOf(context);
    const Scanner::Devices devices = answered(scanner->devices());
    if (!devices) {
        return tellScanFault(context, devices.error(), 0);
    }
    const auto device = ScannerDevice::chosen(*devices, profile->device);
    if (!device) {
        return tellScanFault(context, {ScanFault::What::Gone, profile->device}, 0);
    }
    ScanRun run(*scanner, into);
    QObject::connect(&run, &ScanRun::saved, &run, [&context](const QString &file) { context.terminal().say(file); });
    QObject::connect(&run, &ScanRun::ended, &run, [] { QCoreApplication::exit(); });
    run.begin(device->id, *profile);
    if (!run.hasEnded()) {
        QCoreApplication::exec();
    }
    QJsonArray pages;
    for (const ScanRun::Saved &page : run.pages()) {
        pages.append(QJsonObject{{QStringLiteral("file"), page.file}, {QStringLiteral("width"), page.size.width()}, {QStringLiteral("height"), page.size.height()},
            {QStringLiteral("dpi"), page.dpi}, {QStringLiteral("bytes"), page.bytes}});
    }
    const QJsonObject answer{{QStringLiteral("device"), device->id}, {QStringLiteral("profile"), profile->id}, {QStringLiteral("pages"), pages}};
    if (run.error()) {
        return context.terminal().fail(*run.error());
    }
    if (run.fault()) {
        return tellScanFault(context, *run.fault(), static_cast<int>(run.pages().size()), answer);
    }
    context.terminal().answer(answer);
    return Done;
}

int makeSeparators(Context &context)
{
    const QString to = context.options().value(QStringLiteral("to"));
    if (context.words().size() != 1 || to.isEmpty()) {
        context.terminal().explain(QStringLiteral("motcua-ctl scan separators PROCEDURE --to FILE.pdf"));
        return Usage;
    }
    const Result<Lawbook> law = context.law();
    if (!law) {
        return context.terminal().fail(law.error());
    }
    const QDateTime now = vietnamTime(QDateTime::currentMSecsSinceEpoch());
    const Result<Procedure> procedure = law->catalogue.procedure(context.words().constFirst(), now.date());
    if (!procedure) {
        return context.terminal().fail(procedure.error(), procedure.error().detail);
    }
    const Result<SlipTemplate> form = SlipTemplate::inForce(law->slips, SeparatorForm, now.date());
    if (!form) {
        return context.terminal().fail(form.error());
    }
    QList<FilledSlip> sheets;
    QJsonArray papers;
    for (const SlipValues &sheet : separatorSheets(*procedure, now, context.options().isSet(QStringLiteral("training")))) {
        sheets.append({*form, sheet});
        papers.append(QJsonObject{{QStringLiteral("name"), sheet.papers.constFirst()}, {QStringLiteral("code"), sheet.code}});
    }
    const Result<QByteArray> pdf = SlipDocument::together(sheets);
    if (!pdf) {
        return context.terminal().fail(pdf.error());
    }
    QFile out(to);
    if (!out.open(QIODevice::WriteOnly) || out.write(*pdf) != pdf->size()) {
        return context.terminal().fail({ErrorCode::FileUnwritable, to});
    }
    context.terminal().say(QStringLiteral("%1: %2 separators of %3.").arg(to).arg(sheets.size()).arg(procedure->code));
    context.terminal().answer({{QStringLiteral("file"), to}, {QStringLiteral("procedure"), procedure->code}, {QStringLiteral("sheets"), papers}});
    return Done;
}

} // namespace

QList<Command> scanCommands()
{
    return {{QStringLiteral("scan devices"), QString(), QStringLiteral("which scanners there are, and what each can do"), listScanners},
        {QStringLiteral("scan scan"), QStringLiteral("--into FOLDER [--profile NAME] [--device PART] [--source flatbed|feeder|duplex] [--dpi N] [--page A4]"),
            QStringLiteral("scan what lies there into page-001.jpg, page-002.jpg … of a folder; nothing there is ever written over"), scanPages},
        {QStringLiteral("scan separators"), QStringLiteral("PROCEDURE --to FILE.pdf"),
            QStringLiteral("a sheet to lay before each paper of a procedure in a stack, so that its pages are sorted by it"), makeSeparators}};
}

} // namespace motcua::ctl
