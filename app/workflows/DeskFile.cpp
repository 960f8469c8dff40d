// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/DeskFile.h"

#include "app/security/Aead.h"
#include "app/security/DurableFile.h"
#include "app/security/Random.h"
#include "app/security/Sha256.h"
#include "app/storage/CatalogueShelf.h"

#include <QCborMap>
#include <QCborValue>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSettings>

namespace motcua {

namespace {

const QByteArray DeskFileKind = "motcua-desk-";
const QByteArray DeskFileHead = DeskFileKind + "1\n";
const QByteArray DeskFileBound = "motcua desk file 1";
constexpr qsizetype DigestBytes = 32;
constexpr qsizetype SaltBytes = 16;
constexpr QStringView CodeSigns = u"23456789ABCDEFGHJKLMNPQRSTUVWXYZ"; // 32 of them, without 0, 1, I and O
constexpr int CodeLength = 16;

QByteArray plainCode(const QString &code)
{
    QByteArray plain;
    for (const QChar sign : code.toUpper()) {
        if (CodeSigns.contains(sign)) {
            plain.append(sign.toLatin1());
        }
    }
    return plain;
}

QString textOf(const QCborMap &map, const char *name)
{
    return map.value(QLatin1StringView(name)).toString();
}

QByteArray bytesOf(const QCborMap &map, const char *name)
{
    return map.value(QLatin1StringView(name)).toByteArray();
}

QCborMap factsMap(const CentreFacts &facts)
{
    QCborMap map{{QLatin1StringView("unit"), facts.unitName}, {QLatin1StringView("governingBody"), facts.governingBody}, {QLatin1StringView("place"), facts.place},
        {QLatin1StringView("organisation"), facts.organisationCode}, {QLatin1StringView("desk"), facts.deskNumber}, {QLatin1StringView("training"), facts.training}};
    if (facts.account) {
        map.insert(QLatin1StringView("account"), QCborMap{{QLatin1StringView("bin"), facts.account->bin}, {QLatin1StringView("number"), facts.account->number}, {QLatin1StringView("holder"), facts.account->holder}});
    }
    return map;
}

CentreFacts factsOf(const QCborMap &map)
{
    CentreFacts facts{.unitName = textOf(map, "unit"), .governingBody = textOf(map, "governingBody"), .place = textOf(map, "place"), .organisationCode = textOf(map, "organisation"),
        .deskNumber = static_cast<int>(map.value(QLatin1StringView("desk")).toInteger()), .onlyDesk = false, .training = map.value(QLatin1StringView("training")).toBool()};
    if (const QCborValue account = map.value(QLatin1StringView("account")); account.isMap()) {
        facts.account = UnitAccount{textOf(account.toMap(), "bin"), textOf(account.toMap(), "number"), textOf(account.toMap(), "holder")};
    }
    return facts;
}

Result<security::SecretBytes> keyOf(const QString &code, const QByteArray &salt, const security::ScryptCost &cost)
{
    return security::scrypt(plainCode(code), salt, cost, security::aead::KeySize);
}

} // namespace

bool DeskFile::isShared(const QString &path)
{
    static const QRegularExpression names(QRegularExpression::anchoredPattern(QStringLiteral("kiosk\\.json|slips/[A-Za-z0-9][A-Za-z0-9._-]{0,80}\\.json|trust/[A-Za-z0-9][A-Za-z0-9._-]{0,80}")));
    return names.match(path).hasMatch();
}

// A printer on the network is everybody's; a device file, and the reader on a cable, are of one machine.
QStringList DeskFile::sharedSettings()
{
    return {QStringLiteral("ticketPrinter/tcp"), QStringLiteral("ticketPrinter/a6"), QStringLiteral("idle/lockMinutes")};
}

QString DeskFile::newCode()
{
    QString code;
    for (int i = 0; i < CodeLength; ++i) {
        code += i > 0 && i % 4 == 0 ? QStringLiteral("-") : QString();
        code += CodeSigns.at(security::random::below(static_cast<int>(CodeSigns.size())));
    }
    return code;
}

Result<QByteArray> DeskFile::sealed(const QString &code, const security::ScryptCost &cost) const
{
    QCborMap map{{QLatin1StringView("facts"), factsMap(facts)}, {QLatin1StringView("name"), name}, {QLatin1StringView("centre"), centre}, {QLatin1StringView("portal"), portal}};
    if (catalogue) {
        map.insert(QLatin1StringView("catalogue"), QJsonDocument(catalogue->toJson()).toJson(QJsonDocument::Compact));
        map.insert(QLatin1StringView("package"), package);
    }
    QCborMap laid;
    for (auto file = files.cbegin(); file != files.cend(); ++file) {
        laid.insert(file.key(), file.value());
    }
    map.insert(QLatin1StringView("files"), laid);
    QCborMap kept;
    for (auto setting = settings.cbegin(); setting != settings.cend(); ++setting) {
        kept.insert(setting.key(), setting.value());
    }
    map.insert(QLatin1StringView("settings"), kept);
    const QByteArray salt = security::random::bytes(SaltBytes);
    const Result<security::SecretBytes> key = keyOf(code, salt, cost);
    if (!key) {
        return key.error();
    }
    const QByteArray rest = salt + security::aead::sealRandomly(*key, DeskFileBound, qCompress(map.toCborValue().toCbor()));
    if (rest.size() > MostBytes - DigestBytes - DeskFileHead.size()) {
        return Error{ErrorCode::FileTooLarge, QString::number(MostBytes)};
    }
    return DeskFileHead + security::sha256(rest) + rest;
}

Result<DeskFile> DeskFile::opened(const QByteArray &bytes, const QString &code, const security::ScryptCost &cost)
{
    const Error unreadable{ErrorCode::InvitationUnreadable, QStringLiteral("motcua-desk-1")};
    if (!bytes.startsWith(DeskFileHead)) {
        return bytes.startsWith(DeskFileKind) ? Error{ErrorCode::FileNewer, QString::fromLatin1(bytes.left(20)).simplified()} : unreadable;
    }
    const qsizetype from = DeskFileHead.size() + DigestBytes;
    if (bytes.size() > MostBytes || bytes.size() < from + SaltBytes || security::sha256(bytes.sliced(from)) != bytes.sliced(DeskFileHead.size(), DigestBytes)) {
        return unreadable;
    }
    const Error wrongCode{ErrorCode::WrongPassword, QStringLiteral("code of the file")};
    if (plainCode(code).size() != CodeLength) {
        return wrongCode;
    }
    const Result<security::SecretBytes> key = keyOf(code, bytes.sliced(from, SaltBytes), cost);
    if (!key) {
        return key.error();
    }
    const auto plain = security::aead::openRandomly(*key, DeskFileBound, bytes.sliced(from + SaltBytes));
    if (!plain) {
        return wrongCode;
    }
    const QCborMap map = QCborValue::fromCbor(qUncompress(plain->view().toByteArray())).toMap();
    DeskFile file{.facts = factsOf(map.value(QLatin1StringView("facts")).toMap()), .name = textOf(map, "name"), .centre = bytesOf(map, "centre"), .portal = bytesOf(map, "portal"), .catalogue = {},
        .package = bytesOf(map, "package")};
    if (const QByteArray signature = bytesOf(map, "catalogue"); !signature.isEmpty()) {
        const auto read = security::SignedCatalogue::fromJson(QJsonDocument::fromJson(signature).object());
        if (!read) {
            return unreadable;
        }
        file.catalogue = *read;
    }
    const QCborMap laid = map.value(QLatin1StringView("files")).toMap();
    const QCborMap kept = map.value(QLatin1StringView("settings")).toMap();
    if (file.centre.isEmpty() || file.facts.unitName.isEmpty() || laid.size() > MostFiles) {
        return unreadable;
    }
    for (const auto &[path, content] : laid) {
        if (isShared(path.toString())) { // what a later program shares is not laid anywhere by this one
            file.files.insert(path.toString(), content.toByteArray());
        }
    }
    for (const auto &[setting, value] : kept) {
        if (sharedSettings().contains(setting.toString())) {
            file.settings.insert(setting.toString(), value.toString());
        }
    }
    return file;
}

Result<> DeskFile::gather(const StoreFolder &folder, const QString &deskIni)
{
    const QDir root(folder.path());
    for (const QString &name : {QStringLiteral("kiosk.json"), QStringLiteral("slips"), QStringLiteral("trust")}) {
        const QFileInfo place(root.filePath(name));
        QStringList paths{place.isFile() ? name : QString()};
        const QStringList inside = place.isDir() ? QDir(place.filePath()).entryList(QDir::Files, QDir::Name) : QStringList();
        for (const QString &one : inside) {
            paths.append(name + u'/' + one);
        }
        for (const QString &path : std::as_const(paths)) {
            if (!isShared(path)) {
                continue;
            }
            if (QFileInfo(root.filePath(path)).size() > MostOfOneFile || files.size() >= MostFiles) {
                return Error{ErrorCode::FileTooLarge, root.filePath(path)};
            }
            const Result<QByteArray> bytes = security::readWhole(root.filePath(path), MostOfOneFile);
            if (!bytes) {
                return bytes.error();
            }
            files.insert(path, *bytes);
        }
    }
    const storage::CatalogueShelf shelf(folder.law());
    const auto head = shelf.head();
    if (!head) {
        return head.error();
    }
    if (*head) {
        const Result<QByteArray> bytes = shelf.package(**head);
        if (!bytes) {
            return bytes.error();
        }
        catalogue = **head;
        package = *bytes;
    }
    const QSettings ini(deskIni, QSettings::IniFormat);
    const QStringList names = sharedSettings();
    for (const QString &name : names) {
        if (ini.contains(name)) {
            settings.insert(name, ini.value(name).toString());
        }
    }
    return {};
}

Result<> DeskFile::layOut(const QString &folder) const
{
    for (auto file = files.cbegin(); file != files.cend(); ++file) {
        const QString path = folder + u'/' + file.key();
        if (!QDir().mkpath(QFileInfo(path).path())) {
            return Error{ErrorCode::FileUnwritable, path};
        }
        if (const Result<> written = security::replaceDurably({{path, file.value()}}); !written) {
            return written;
        }
    }
    return catalogue ? storage::CatalogueShelf(StoreFolder(folder).law()).keep(*catalogue, package) : Result<>();
}

Result<> DeskFile::keepSettings(const QString &deskIni) const
{
    QSettings ini(deskIni, QSettings::IniFormat);
    const QStringList own = ini.childGroups(); // a machine with a printer of its own keeps it, whatever way it hangs on it
    for (auto setting = settings.cbegin(); setting != settings.cend(); ++setting) {
        if (!own.contains(setting.key().section(u'/', 0, 0))) {
            ini.setValue(setting.key(), setting.value());
        }
    }
    ini.sync();
    return ini.status() == QSettings::NoError ? Result<>() : Error{ErrorCode::FileUnwritable, deskIni};
}

} // namespace motcua
