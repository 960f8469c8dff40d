// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/Lawbook.h"

#include "app/storage/CatalogueShelf.h"
#include "models/dossier/HandOverForm.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtConcurrent/QtConcurrentMap>

#include <algorithm>
#include <numeric>

namespace motcua {

namespace {

Result<QByteArray> contents(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::FileUnreadable, path + QStringLiteral(": ") + file.errorString()};
    }
    return file.readAll();
}

Result<QList<SourceFile>> filesOf(const QString &folder, const QString &sub, const CataloguePackage &package)
{
    return package.replaces(sub) ? Result<QList<SourceFile>>(package.filesIn(sub)) : Lawbook::filesIn(folder, sub);
}

Result<std::optional<CataloguePackage>> packageOn(const storage::CatalogueShelf &shelf)
{
    const auto head = shelf.head();
    if (!head || !*head) {
        return head ? Result<std::optional<CataloguePackage>>(std::optional<CataloguePackage>()) : head.error();
    }
    const Result<QByteArray> bytes = shelf.package(**head);
    if (!bytes) {
        return bytes.error();
    }
    Result<CataloguePackage> package = CataloguePackage::fromJson(*bytes);
    return package ? Result<std::optional<CataloguePackage>>(std::optional(*std::move(package))) : package.error();
}

} // namespace

QString Lawbook::folder()
{
    const QString chosen = qEnvironmentVariable("MOTCUA_RESOURCES");
    if (!chosen.isEmpty()) {
        return chosen;
    }
    // Qt knows where the program lies only once there is an application, and the law is read while that is made.
    const QString programs = QCoreApplication::startingUp() ? QFileInfo(QStringLiteral("/proc/self/exe")).canonicalPath() : QCoreApplication::applicationDirPath();
    return QDir::cleanPath(programs + QStringLiteral("/../share/motcua"));
}

void Lawbook::shareOut(std::size_t count, const std::function<void(std::size_t)> &piece)
{
    constexpr std::size_t Worthwhile = 50; // below, waking a thread costs more than it brings
    if (count < Worthwhile) {
        oneByOne(count, piece);
        return;
    }
    QList<std::size_t> indexes(static_cast<qsizetype>(count));
    std::iota(indexes.begin(), indexes.end(), std::size_t(0));
    QtConcurrent::blockingMap(indexes, [&piece](std::size_t index) { piece(index); });
}

Result<QList<SourceFile>> Lawbook::filesIn(const QString &folder, const QString &sub)
{
    const QDir dir(folder + u'/' + sub);
    if (!dir.exists()) {
        return Error{ErrorCode::FileUnreadable, dir.path()};
    }
    QList<SourceFile> files;
    const QStringList names = dir.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        Result<QByteArray> bytes = contents(dir.filePath(name));
        if (!bytes) {
            return bytes.error();
        }
        files.append({sub + u'/' + name, *std::move(bytes)});
    }
    return files;
}

Result<QList<SourceFile>> Lawbook::sources(const QString &folder, Prices prices, const CataloguePackage &package)
{
    QStringList folders{QStringLiteral("catalogue"), QStringLiteral("categories"), QStringLiteral("forms"), QStringLiteral("declarations"),
        QStringLiteral("calendars"), QStringLiteral("fees"), QStringLiteral("papers")};
    if (prices == Prices::Invented) {
        folders.append(QStringLiteral("training/fees"));
    }
    QList<SourceFile> all;
    for (const QString &sub : std::as_const(folders)) {
        const Result<QList<SourceFile>> files = filesOf(folder, sub, package);
        if (!files) {
            return files.error();
        }
        all.append(*files);
    }
    return all;
}

Result<Lawbook, QList<Error>> Lawbook::load(const QString &folder, Prices prices)
{
    return loadWith(folder, prices, {});
}

Result<Lawbook, QList<Error>> Lawbook::loadFor(const QString &folder, Prices prices, const QString &shelf)
{
    if (shelf.isEmpty()) {
        return load(folder, prices);
    }
    const Result<std::optional<CataloguePackage>> package = packageOn(storage::CatalogueShelf(shelf));
    std::optional<Error> fault = package ? std::nullopt : std::optional(package.error());
    if (package && *package) {
        Result<Lawbook, QList<Error>> law = loadWith(folder, prices, **package);
        if (law) {
            return law;
        }
        fault = law.error().constFirst();
    }
    // A desk that cannot go by what it was given goes by what its program came with, and says so.
    Result<Lawbook, QList<Error>> law = load(folder, prices);
    if (law) {
        law->packageFault = fault;
    }
    return law;
}

Result<Lawbook, QList<Error>> Lawbook::loadWith(const QString &folder, Prices prices, const CataloguePackage &package)
{
    Lawbook book;
    book.prices = prices;
    book.package = package.name;
    QList<Error> errors;

    const Result<QList<SourceFile>> read = sources(folder, prices, package);
    if (!read) {
        errors.append(read.error());
    }
    Result<Catalogue, QList<Error>> catalogue = Catalogue::fromFiles(read ? *read : QList<SourceFile>(), shareOut);
    if (catalogue) {
        book.catalogue = *std::move(catalogue);
        for (const QString &field : handover::missingIn(book.catalogue.form(handover::Form))) {
            errors.append({ErrorCode::CatalogueSchema, QStringLiteral("forms/%1.json: the hand-over asks for \"%2\", which this form lacks").arg(handover::Form, field)});
        }
    } else {
        errors.append(catalogue.error());
    }

    const Result<QList<SourceFile>> slips = filesOf(folder, QStringLiteral("slips"), package);
    if (!slips) {
        errors.append(slips.error());
    } else {
        for (const SourceFile &file : *slips) {
            Result<SlipTemplate> slip = SlipTemplate::fromJson(file.bytes, file.name);
            if (slip) {
                book.slips.append(*std::move(slip));
            } else {
                errors.append(SlipTemplate::check(file.bytes, file.name));
            }
        }
    }

    const Result<QByteArray> transitions = contents(folder + QStringLiteral("/journal/transitions.json"));
    const Result<QByteArray> roles = contents(folder + QStringLiteral("/journal/roles.json"));
    if (!transitions) {
        errors.append(transitions.error());
    } else if (Result<StatusTable, QList<Error>> table = StatusTable::fromFile(
                   {QStringLiteral("journal/transitions.json"), *transitions})) {
        book.transitions = *std::move(table);
    } else {
        errors.append(table.error());
    }
    if (!roles) {
        errors.append(roles.error());
    } else if (Result<Roles> bundle = Roles::fromJson(*roles)) {
        book.roles = *std::move(bundle);
    } else {
        errors.append({bundle.error().code, QStringLiteral("journal/roles.json: ") + bundle.error().detail});
    }

    const Result<QByteArray> hall = contents(folder + QStringLiteral("/hall/hall.json"));
    if (!hall) {
        errors.append(hall.error());
    } else if (Result<HallRules, QList<Error>> rules = HallRules::read({QStringLiteral("hall/hall.json"), *hall})) {
        book.hall = *std::move(rules);
    } else {
        errors.append(rules.error());
    }

    const Result<QByteArray> offline = contents(folder + QStringLiteral("/portal/offline.json"));
    if (!offline) {
        errors.append(offline.error());
    } else if (Result<OfflineRules, QList<Error>> rules = OfflineRules::read({QStringLiteral("portal/offline.json"), *offline})) {
        book.offline = *std::move(rules);
    } else {
        errors.append(rules.error());
    }

    const Result<QByteArray> fleet = contents(folder + QStringLiteral("/fleet/limits.json"));
    if (!fleet) {
        errors.append(fleet.error());
    } else if (Result<FleetLimits, QList<Error>> limits = FleetLimits::read({QStringLiteral("fleet/limits.json"), *fleet})) {
        book.fleet = *std::move(limits);
    } else {
        errors.append(limits.error());
    }

    const Result<QByteArray> certification = contents(folder + QStringLiteral("/certification/register.json"));
    if (!certification) {
        errors.append(certification.error());
    } else if (Result<CertificationRules, QList<Error>> rules = CertificationRules::read({QStringLiteral("certification/register.json"), *certification})) {
        book.certification = *std::move(rules);
    } else {
        errors.append(rules.error());
    }

    const Result<QByteArray> letters = contents(folder + QStringLiteral("/letters/minority.json"));
    if (!letters) {
        errors.append(letters.error());
    } else if (Result<QList<MinorityLetter>, QList<Error>> known = readLetters({QStringLiteral("letters/minority.json"), *letters})) {
        book.letters = *std::move(known);
    } else {
        errors.append(known.error());
    }

    if (!errors.isEmpty()) {
        // A file that could not be read makes others contradict it: who is told only the first must hear of the cause.
        std::stable_partition(errors.begin(), errors.end(), [](const Error &error) { return error.code != ErrorCode::CatalogueSchema; });
        return errors;
    }
    return book;
}

} // namespace motcua
