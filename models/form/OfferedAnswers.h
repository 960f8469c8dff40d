// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/form/FormSchema.h"
#include "models/person/CardDigits.h"
#include "models/person/CardQr.h"
#include "models/person/Identity.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>

namespace motcua {

/** An answer that something else than the officer's hand would give. */
struct OfferedAnswer
{
    QString path = {};
    FieldValue value = {}; ///< with its source
    QDate asOf = {}; ///< what may have changed since that day; null for what does not change. It is asked about even where the field is empty
    QString oldNumber = {}; ///< of a personal number: the one before it, which proves nothing any more
    bool isKind = false; ///< it says which kind of paper the others are of: what the form began with is no answer to that
    bool isPlain = false; ///< a name in the letters of a machine-readable zone: held against what stands there, and never put over it
    bool isPart = false; ///< of such a name: the print says more, its marks or its end; of a day: the field wants all of it. Asked about even where the field is empty
    bool isShortened = false; ///< it fills the place it has in the zone, so that its end is most likely cut

    friend bool operator==(const OfferedAnswer &, const OfferedAnswer &) = default;
};

/** What a card, a scan or a database would answer in a form: never put over what stands there, see against(). */
struct OfferedAnswers
{
    QList<OfferedAnswer> answers = {}; ///< in the order of the form

    /**
     * What the code of a card says of the `person` ("applicant", "submitter") whose parts the form's roles name: number and birth, and of a whole card name
     * and address. The address only where it is asked for beside the name: what a form calls an address may be the seat of a business. `source` is
     * CardQr, or TelephoneQr where no card was there to be read.
     */
    [[nodiscard]] static OfferedAnswers ofCard(const FormSchema &form, const CardDigits &digits, const std::optional<CardQr> &card,
        const QString &person = QStringLiteral("applicant"), Provenance source = Provenance::CardQr);

    /**
     * The same of what a chip or a machine-readable zone says, each answer with its source, and with whatever else the form asks of the person beside the
     * name: sex, nationality, ethnic group, and of a document that is known by its own number that number, its issuer and its day of issue.
     *
     * `kind` is how the form calls that document; `icaoCodes` the codes that the form's list of nationalities does not have.
     */
    [[nodiscard]] static OfferedAnswers ofIdentity(const FormSchema &form, const Identity &identity, const QString &person = QStringLiteral("applicant"),
        const Category &icaoCodes = {}, const QString &kind = QStringLiteral("passport"));

    /** What the section that SamePerson names says of the person of `section`, with its sources; nothing while they are not the same. */
    [[nodiscard]] static OfferedAnswers ofSamePerson(const FormSchema &form, const FormSection &section, const FormDraft &draft, QDate today);

    struct Sorted
    {
        QList<OfferedAnswer> toFill = {}; ///< nobody has answered yet
        QList<OfferedAnswer> toAsk = {}; ///< something else stands there, or what is offered may be out of date
        QList<OfferedAnswer> toRaise = {}; ///< the same stands there, and this source proves more: the answer stays as it is written

        friend bool operator==(const Sorted &, const Sorted &) = default;
    };

    /**
     * What becomes of them beside the answers of `draft` where only `shown` paths are asked. Left out is what stands there already, however its
     * capitals are written, but for a better source of it; a name of a zone that may be the printed one, and a date that knows less of the same day; and
     * whatever would contradict a chip that was verified: a code that nobody signed does not.
     */
    [[nodiscard]] Sorted against(const FormSchema &form, const FormDraft &draft, const QStringList &shown) const;

    friend bool operator==(const OfferedAnswers &, const OfferedAnswers &) = default;
};

/** Whether `now` says all that is offered: the same, or more where the zone of a document knows less of a name or a day. */
[[nodiscard]] bool saysAllOf(const Field &field, const FieldValue &now, const OfferedAnswer &offered);

/** Whether the officer may put it where `now` stands: a name in the letters of a zone takes the place of no other, a part of a day is no whole one. */
[[nodiscard]] bool mayReplace(const OfferedAnswer &offered, const FieldValue &now);

/** Fields of two sections that ask the same of a person, as {path in `from`, path in `to`}: of one name within their sections, and of one kind. */
[[nodiscard]] QList<std::pair<QString, QString>> sharedParts(const FormSection &from, const FormSection &to);

/** Whether two answers of a field say the same: capitals and small letters of names and addresses count for nothing. */
[[nodiscard]] bool saysTheSame(const Field &field, const FieldValue &one, const FieldValue &other);

} // namespace motcua
