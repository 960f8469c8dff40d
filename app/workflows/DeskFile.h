// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/Scrypt.h"
#include "app/security/SignedCatalogue.h"
#include "app/workflows/SetUpCentre.h"

#include <QByteArray>
#include <QMap>

#include <optional>

namespace motcua {

/**
 * Everything with which a new machine becomes one more desk of a centre, in one file. It opens the whole centre, so it is sealed under a code that travels
 * another way: AES-256-GCM under scrypt of the code.
 *
 * On the disk: "motcua-desk-1\n", SHA-256 of all that follows (32 bytes: so that a cut file is told from a wrong code), salt (16 bytes), nonce ‖ sealed ‖ tag
 * of a CBOR map, which qCompress() made small.
 */
struct DeskFile
{
    static constexpr qsizetype MostBytes = 80 * 1024 * 1024;
    static constexpr qsizetype MostOfOneFile = 4 * 1024 * 1024;
    static constexpr qsizetype MostFiles = 500;

    CentreFacts facts = {}; ///< of the unit, with the number of the new desk
    QString name = {}; ///< of the desk, as the centre lists it
    QByteArray centre = {}; ///< what `motcua-ctl centre invite` writes
    QByteArray portal = {}; ///< what `motcua-ctl portal invite` writes; may be empty
    std::optional<security::SignedCatalogue> catalogue = {}; ///< as it lies on the shelf of who wrote this
    QByteArray package = {}; ///< what that signed
    QMap<QString, QByteArray> files = {}; ///< of the store's folder, by their path in it, as isShared() lets them through
    QMap<QString, QString> settings = {}; ///< of desk.ini, "part/key": what an office shares

    /** Whether a file of a store's folder is one that an office shares: kiosk.json, slips/….json, trust/…. */
    [[nodiscard]] static bool isShared(const QString &path);
    /** Likewise of a setting of desk.ini. */
    [[nodiscard]] static QStringList sharedSettings();

    /** Sixteen letters and digits in groups of four that are not taken for each other; 80 bits. */
    [[nodiscard]] static QString newCode();

    /** Takes as long as scrypt does. `code`: blanks, dashes and small letters are as good. Error: FileTooLarge. */
    [[nodiscard]] Result<QByteArray> sealed(const QString &code, const security::ScryptCost &cost = security::ScryptCost::shipped()) const;
    /** Errors: InvitationUnreadable (no such file, cut, or a part is missing), FileNewer, WrongPassword (the code is another one). */
    [[nodiscard]] static Result<DeskFile> opened(const QByteArray &bytes, const QString &code, const security::ScryptCost &cost = security::ScryptCost::shipped());

    /** What is shared of the folder of a store and of a desk.ini is added. Error: FileTooLarge, FileUnreadable, with the path. */
    [[nodiscard]] Result<> gather(const StoreFolder &folder, const QString &deskIni);
    /** Into the folder of a store that is being made; all of it, or an error: FileUnwritable, DiskFull, SignatureWrong. */
    [[nodiscard]] Result<> layOut(const QString &folder) const;
    /** What that desk.ini does not say itself yet. Error: FileUnwritable. */
    [[nodiscard]] Result<> keepSettings(const QString &deskIni) const;
};

} // namespace motcua
