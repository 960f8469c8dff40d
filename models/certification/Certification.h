// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Money.h"
#include "models/journal/Entry.h"

#include <QJsonObject>
#include <QList>

namespace motcua {

/**
 * One line of the register of certifications, as its entries tell it. Always loads.
 *
 * It names the paper and who signed, never who asked: they stand in the dossier. A register is kept, so nothing of a line can be purged.
 */
struct Certification
{
    static constexpr qsizetype LongestText = 200; ///< characters of the paper, the signer and their title
    static constexpr int MostPages = 2'000; ///< of one original; ours, against slips of the finger
    static constexpr int MostCopies = 999; ///< likewise

    Id id = {};
    QString kind = {}; ///< id of CertificationRules::Kind
    QString unit = {}; ///< organisation code of the unit whose register it is
    QString series = {}; ///< of seriesOf(): the books of one desk
    int year = 0; ///< in Vietnam, of the moment it was entered
    int number = 0; ///< from 1 in each year of a series, without gaps; 0: no entry made it
    Id dossier = {};
    QString paper = {}; ///< such as "Bằng tốt nghiệp"
    int pages = 0; ///< of the original
    int copies = 0;
    Money fee = {};
    QString signer = {};
    QString title = {}; ///< of the signer
    Id person = {}; ///< who entered it
    Id origin = {}; ///< of the log that tells of that
    qint64 atMs = 0; ///< milliseconds since 1970-01-01 UTC
    QString voidReason = {};
    qint64 voidedMs = 0; ///< 0 while it holds
    QList<journal::EntryKey> heads = {}; ///< ascending: the basis of the next entry

    [[nodiscard]] bool isKnown() const { return number > 0; }
    [[nodiscard]] bool isVoid() const { return voidedMs != 0; }

    /**
     * What the books of a desk are called: its number with two digits. `apart`: not every number given out under that name is surely known here, or
     * another log gave out some; then with the end of the id of `origin`, so that no number is given out twice.
     */
    [[nodiscard]] static QString seriesOf(int deskNumber, const Id &origin, bool apart);

    /** `entries` of other subjects are ignored; the same set tells the same in any order. */
    [[nodiscard]] static Certification fold(const Id &certification, const QList<journal::Entry> &entries);

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Certification fromJson(const QJsonObject &json);

    friend bool operator==(const Certification &, const Certification &) = default;
};

} // namespace motcua
