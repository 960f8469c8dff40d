// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/visit/PaperReuse.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace motcua {

/** Who signed a copy that was made here. */
struct CopySigned
{
    QString by = {}; ///< as the certificate names them
    QDateTime at = {};

    friend bool operator==(const CopySigned &, const CopySigned &) = default;
};

/** What stood above a signature that was given on the citizen's screen: it holds for this and nothing else. */
struct DrawnSignature
{
    QDateTime at = {}; ///< when it was given, and the day the declaration bears
    QString shows = {}; ///< SHA-256 of what was shown, as DeclarationSheet has it, 64 hex digits

    friend bool operator==(const DrawnSignature &, const DrawnSignature &) = default;
};

/** A file that was taken in for a paper, or a copy that was made of its pages: its bytes lie sealed beside the store, and this is how they are found again. */
struct PaperFile
{
    QString attachment = {}; ///< reference of the sealed bytes, which holds their key
    QString mediaType = {}; ///< by its content, as IANA registers it
    qint64 bytes = 0;
    QString digest = {}; ///< SHA-256 of the bytes, 64 hex digits: the same file is not taken twice
    QString name = {}; ///< as it was called where it came from; often tells of a person, so it never leaves the draft
    QString source = QStringLiteral("file"); ///< or "scan": a copy of pages; or "citizenScreen": a declaration signed by hand there
    int pages = 0; ///< of a copy
    int dpi = 0; ///< of a copy: the least of its pages; 0: nobody knows
    std::optional<CopySigned> signature = {}; ///< of a copy; none: it is not signed
    std::optional<PaperReuse> reuse = {}; ///< it was filed before, and is named again instead of being brought
    std::optional<DrawnSignature> drawn = {}; ///< of what was signed on the citizen's screen, and only of that

    /** What the journal keeps beside paper and attachment: {"source", "mediaType", "bytes", "sha256"}, of a copy also {"pages", "dpi"?, "signed"? {"by", "at"}}; of one that was filed before {"reused": PaperReuse}; of one signed on the screen {"drawn": {"at", "shows"}}. */
    [[nodiscard]] QJsonObject details() const;

    /** The whole of it, for the draft; fromJson(toJson()) is equal. EntryMalformed when it is not what toJson() writes. */
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Result<PaperFile> fromJson(const QJsonObject &json);

    friend bool operator==(const PaperFile &, const PaperFile &) = default;
};

/** What became of one file that was brought for a paper: with the paper now, or the two below say why not. */
struct FileOutcome
{
    QString name = {}; ///< as it is called where it lies
    QString alreadyWith = {}; ///< the paper with which the same file was taken in before
    std::optional<Error> error = {};
    bool isCleaned = false; ///< what is kept is a copy with the same pages: the file itself could act, hid something or was damaged

    [[nodiscard]] bool isTaken() const { return alreadyWith.isEmpty() && !error; }
};

[[nodiscard]] QJsonArray toJson(const QList<PaperFile> &files);
/** EntryMalformed when one of them is. */
[[nodiscard]] Result<QList<PaperFile>> paperFiles(const QJsonArray &json);

} // namespace motcua
