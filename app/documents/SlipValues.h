// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dossier/SupplementItem.h"
#include "models/visit/Envelope.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace motcua {

/** Which sheet of a dossier this is: at most one original exists, every other sheet says what it is. */
enum class SlipMark {
    Original,
    Copy, ///< printed again; SlipValues::copyNumber says which
    Replacement, ///< issued in place of a withdrawn sheet
    Draft, ///< a preview of what is not committed yet: has no code
};

/** Everything that is written into one slip. Texts are as typed; an empty one was not given. Times may be in any zone. */
struct SlipValues
{
    QString governingBody = {}; ///< cơ quan chủ quản
    QString unitName = {};
    QString place = {}; ///< before the date of the paper, e.g. "Phường Ba Đình"

    QString code = {}; ///< mã số hồ sơ; empty on a draft, and where SlipTemplate::mayLackCode()
    QString procedureCode = {};
    QString applicantName = {};
    QString applicantAddress = {};
    QString applicantPhone = {};
    QString applicantEmail = {};
    QString request = {}; ///< what is asked for, usually the procedure's name
    QStringList papers = {};
    int sets = 1;
    QString limit = {}; ///< the promised time as the procedure words it, e.g. "03 ngày làm việc"
    QDateTime receivedAt = {};
    QDateTime dueAt = {};
    QString number = {}; ///< số of the sheet, without "/HDHS"; empty while nobody gives it one
    QDateTime decidedAt = {}; ///< when what the sheet tells was decided; the date at the head of every form but 01
    QString event = {}; ///< of transitions.json, that led to the sheet
    QString reason = {}; ///< may be of several lines
    QList<SupplementItem> items = {}; ///< what is asked for
    QDateTime answerBy = {}; ///< until when; invalid where no time was named
    QDateTime dueBefore = {}; ///< the promise that dueAt takes the place of
    QStringList returned = {}; ///< papers given back together with the sheet
    QString result = {}; ///< what is handed out, where the procedure has one result; of several only who hands it out knows which
    QString receiverName = {}; ///< who takes it away
    QString receiverIdentity = {}; ///< in which way they showed who they are, with the number of the paper
    QString receiverAuthority = {}; ///< by which paper; empty where it is the applicant's or theirs who handed the papers in
    QString resultPlace = {}; ///< where the result is fetched
    std::optional<Envelope> post = {}; ///< in which the papers came
    bool awaitsPortal = false; ///< a portal was told of the dossier, or will be, and has not accepted it yet
    QString portalNumber = {}; ///< the portal's own number of the dossier
    QString certifiedPaper = {}; ///< of which copies are certified
    int certifiedPages = 0; ///< of the original; 0: none are certified
    int certifiedCopies = 0;
    QString signerName = {}; ///< who certifies
    QString signerTitle = {};
    QString bookVolume = {};
    QString bookNumber = {};
    QString officerName = {};
    QString submitterName = {};

    SlipMark mark = SlipMark::Original;
    int copyNumber = 0; ///< 1 for the first copy; used with SlipMark::Copy only
    int revision = 1; ///< Dossier::revision the sheet shows, from 1; above 1 the sheet says so
    bool training = false; ///< received under a training origin: no legal effect

    friend bool operator==(const SlipValues &, const SlipValues &) = default;
};

} // namespace motcua
