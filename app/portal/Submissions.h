// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/Question.h"
#include "app/portal/SystemRegistry.h"
#include "app/storage/Store.h"
#include "models/catalogue/Catalogue.h"

#include <functional>

namespace motcua::portal {

/**
 * What citizens file with another system, brought into the portal's log, where the desks of the unit find it.
 *
 * Files come first, one question each, and are named by their SHA-256 in what is filed. A submission is known by the system and the number its
 * citizen was given: the same one, or an earlier one, sent again changes nothing and is answered alike; a later one under the same number is filed anew as long as
 * no desk has accepted it. Calls block.
 */
class Submissions
{
public:
    static constexpr qsizetype MostBytes = 256 * 1024; ///< of a submission
    static constexpr qsizetype MostFiles = 50; ///< with one
    static constexpr qint64 FileWaitsMs = 24LL * 3'600'000; ///< before it is named by a submission

    Submissions(const storage::Store &store, const Catalogue &law, std::function<qint64()> now);

    /** POST /v1/submissions/files: the bytes of one file. 201 {file: SHA-256 in hex, mediaType, bytes}. */
    [[nodiscard]] Answer takeFile(const Question &question, const AdmittedSystem &system) const;
    /** POST /v1/submissions. 201, or 200 where it is here already: what standing() tells. */
    [[nodiscard]] Answer submit(const Question &question, const AdmittedSystem &system) const;
    /** GET /v1/submissions/{number}: {number, status, submittedAt, code?, receivedAt?, dueAt?, sentBack? {reason, asked [{name, reason}]}}. */
    [[nodiscard]] Answer standing(const Question &question, const AdmittedSystem &system) const;

    /** The dossier of a submission: a version 8 UUID (RFC 9562) made of who brought it and of its number. */
    [[nodiscard]] static Id dossierOf(const Id &system, const QString &number);

private:
    [[nodiscard]] Result<SubmitDossier, Answer> read(const QJsonObject &said, const AdmittedSystem &system) const;
    [[nodiscard]] Result<QList<BroughtFile>, Answer> filesIn(const QJsonObject &said, const Procedure &procedure, const AdmittedSystem &system) const;
    [[nodiscard]] Answer told(const Id &dossier, const QString &number, int status) const;

    storage::Store m_store;
    Catalogue m_law;
    std::function<qint64()> m_now;
};

} // namespace motcua::portal
