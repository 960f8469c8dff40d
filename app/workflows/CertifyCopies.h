// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/CertificationQueries.h"
#include "app/workflows/MakeCopies.h"
#include "app/workflows/MediaThreads.h"
#include "app/workflows/Workplace.h"
#include "models/catalogue/Procedure.h"
#include "models/staff/StaffMember.h"

#include <QObject>

#include <optional>

namespace motcua {

/**
 * Entering what was certified in the register, and voiding a line of it: for the counter's window and for motcua-ctl.
 *
 * What goes in is proposed by the answers of the dossier, its number is given by whoever writes the journal. One act at a time, so a key
 * pressed twice enters once.
 */
class CertifyCopies : public QObject
{
    Q_OBJECT

public:
    /** A dossier and what the register has of it. */
    struct Case
    {
        Dossier dossier = {};
        CertificationRules::Kind kind = {};
        std::optional<Procedure> procedure = {}; ///< the edition it was received with; none: not here, so no fee is known
        EnterCertification proposal = {}; ///< empty texts and zeros where the answers tell nothing
        QList<storage::CertificationLine> lines = {}; ///< voided ones too

        /** The line that holds; null while there is none. */
        [[nodiscard]] const storage::CertificationLine *held() const;
        /** By the fees of the procedure on the day of the receipt; none where they cannot be told from that. */
        [[nodiscard]] std::optional<Money> fee(const QString &paper, int pages, int copies) const;
    };

    explicit CertifyCopies(Workplace place, QObject *parent = nullptr);

    /** The register a dossier of this procedure is entered in; null when it is entered in none. */
    [[nodiscard]] static const CertificationRules::Kind *registerOf(const Workplace &place, const Dossier &dossier);

    /** Whether this person may enter the dossier, and void a line without a supervisor beside; `members` is everybody of this house. */
    [[nodiscard]] static bool mayEnter(const Workplace &place, const Dossier &dossier, const QList<StaffMember> &members);
    [[nodiscard]] static bool mayVoidAlone(const Workplace &place, const QList<StaffMember> &members);

    // Each of these three blocks on the store: call it off the GUI thread.

    /** Errors: NotFound, Refused (its procedure has no register), those of Store::ask. */
    [[nodiscard]] static Result<Case> caseOf(const Workplace &place, const Id &dossier);
    /** The line as it stands in the register; who signs is proposed on this desk from now on. Errors: those of Store::record. */
    [[nodiscard]] static Result<storage::CertificationLine> entered(const Workplace &place, const EnterCertification &line, const Id &visit = {});
    /** The line as it stands from now on; `approver` is the supervisor who answers for it, or null. Errors: NotFound, those of Store::record. */
    [[nodiscard]] static Result<storage::CertificationLine> voided(
        const Workplace &place, const Id &line, const QString &reason, const Id &approver = {}, const Id &visit = {});

    /** Whether pages of the original were scanned for it, so that an electronic copy can be certified. */
    [[nodiscard]] static bool hasCopy(const Dossier &dossier);
    /**
     * An electronic certified copy, recorded as the dossier's result: the newest copy of the original that was made here of its pages, signed with the statement of `line` on it.
     * Blocks on the store and on the signer. Errors: NotFound (there is no such copy), Refused (nobody signs here), those of signedCopy() and Store::record.
     */
    [[nodiscard]] static Result<PaperFile> signedCopyOf(
        const Workplace &place, const Dossier &dossier, const storage::CertificationLine &line, const CopySigner &signer, const Id &visit = {});

    [[nodiscard]] bool isBusy() const { return m_busy; }

    /** Answered by looked() or failed(). A later question makes an earlier one's answer nobody's. */
    void look(const Id &dossier);
    /** Answered by done() or refused(). False while another act is on its way: then nothing of this one is begun. */
    bool enter(const EnterCertification &line, const Id &visit = {});
    /** Likewise. */
    bool takeBack(const Id &line, const QString &reason, const Id &approver = {}, const Id &visit = {});
    /** Answered by signedCopy() or refused(). */
    bool sign(const Dossier &dossier, const storage::CertificationLine &line, const CopySigner &signer, const Id &visit = {});

Q_SIGNALS:
    void looked(const motcua::CertifyCopies::Case &found);
    void failed(const motcua::Error &error);
    void done(const motcua::storage::CertificationLine &line);
    void signedCopy(const motcua::Id &dossier);
    void refused(const motcua::Error &error);

private:
    bool act(const QFuture<Result<storage::CertificationLine>> &written);

    Workplace m_place;
    MediaThreads m_media; ///< a token may think for seconds
    bool m_busy = false;
    int m_round = 0; ///< of look()
};

} // namespace motcua
