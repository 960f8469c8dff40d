// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/national/NationalSource.h"
#include "models/base/Result.h"
#include "models/catalogue/SourceFile.h"
#include "models/dossier/DossierStatus.h"

#include <QMap>
#include <QStringList>

namespace motcua::national {

/** One field of a record as the national system has it. */
struct NationalField
{
    enum class Type {
        Text,
        Date, ///< yyyyMMddHHmmss in GMT+7
        Integer,
        Money, ///< whole đồng
        List,
    };

    QString name = {};
    Type type = Type::Text;
    bool isRequired = false;
    int maxLength = 0; ///< characters; 0: no end is known
    bool isCut = false; ///< what is longer is shortened, and otherwise not sent
    bool isAsText = false; ///< a number is written as a text of digits
    QList<NationalSource> from = {}; ///< the first that is there; none: nothing is told
    Records records = Records::None; ///< of a list
    QList<NationalField> fields = {}; ///< of a list: of each record
    QString mark = {}; ///< how certain it is, and where that was read
    bool isVerified = false;

    friend bool operator==(const NationalField &, const NationalField &) = default;
};

/**
 * What is told to the national system and how its answers are understood: resources/national/profile.json.
 *
 * Bộ Công an prescribes these data and may rename them, so no national name and no meaning of a code stands in the program.
 */
struct NationalProfile
{
    struct Message
    {
        QString service = {};
        QList<NationalField> fields = {};

        friend bool operator==(const Message &, const Message &) = default;
    };

    // what stands around every message, by its national name
    QString sessionMember = {};
    QString unitMember = {};
    QString serviceMember = {};
    QString dataMember = {};
    // how a session is begun
    QString usernameMember = {};
    QString passwordMember = {};
    QString newSessionMember = {}; ///< in the answer

    bool leavesOutMissing = false; ///< or writes an empty text
    QMap<DossierStatus, QString> statuses = {}; ///< all ten
    Message dossier = {}; ///< the whole record
    QString updatingMember = {}; ///< tells a new dossier from one that is known
    QString firstWord = {};
    QString againWord = {};
    Message progress = {}; ///< one step

    // what is known of a dossier
    QString lookUpService = {};
    QString lookUpCode = {};
    QString lookUpResult = {};
    QString lookUpSteps = {}; ///< empty: the answer does not tell of steps
    QString lookUpStepAt = {};
    QString lookUpStepStatus = {};

    // answers
    QString codeMember = {};
    QString textMember = {};
    QStringList accepted = {};
    QStringList known = {}; ///< a new dossier is refused because it is there already
    QStringList later = {};
    QStringList sessionOver = {};

    /** The national name of the field of a step that is taken from this place; empty when none is. */
    [[nodiscard]] QString progressField(Place place) const;

    /** A motcua.national/1 file, or everything wrong with it: CatalogueSyntax or CatalogueSchema with "file:line:column: what". */
    [[nodiscard]] static Result<NationalProfile, QList<Error>> fromFile(const SourceFile &file);

    friend bool operator==(const NationalProfile &, const NationalProfile &) = default;
};

} // namespace motcua::national
