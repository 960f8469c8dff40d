// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/address/AddressWords.h"
#include "models/address/UnitsImage.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace motcua {

/**
 * Finds which words of an address name a former commune, its district and its province.
 *
 * Every run of words that is somebody's name is a hit; of all communes hit, those win whose district and province stand in the text
 * too, and whose kind and marks are the written ones.
 */
class OldAddressSearch
{
public:
    /** Words that name a unit, with the kind before them. */
    struct Hit
    {
        int unit = 0; ///< row of its table
        qsizetype from = 0; ///< first word, of the kind when there is one
        qsizetype end = 0; ///< past the last word
        int score = 0;
        bool bare = true; ///< no kind stands before it
        bool alike = true; ///< its marks are those of the unit, or it was typed without

        [[nodiscard]] bool overlaps(const Hit &other) const { return from < other.end && other.from < end; }
    };
    /** A former commune with what else of it stands in the text. */
    struct Found
    {
        Hit unit = {};
        std::optional<Hit> district = {};
        std::optional<Hit> province = {};
        int score = 0;
    };

    /** `image` must outlive this; `legible` is as address::legible() gives it. */
    OldAddressSearch(const UnitsImage &image, const QString &legible);

    /** The best, all of the same score; a former commune once. */
    [[nodiscard]] QList<Found> best() const;

    /** What stands before the commune, and everything else that nothing in `found` took. */
    struct Rest
    {
        QString detail = {};
        QString unread = {};
        QStringList against = {}; ///< of these what names a district or province, known or not, that the commune was not in
    };
    [[nodiscard]] Rest rest(const Found &found) const;

private:
    /** A kind in the text: which, and its first word. */
    struct KindBefore
    {
        int kind = -1;
        qsizetype from = 0;
    };
    /** A run of words that may be a name. */
    struct Run
    {
        qsizetype from = 0;
        qsizetype end = 0;
        QByteArray key = {}; ///< loose
        KindBefore before = {};
        bool isNumber = false;
        int bounds = 0; ///< what its two ends are worth
    };
    void readKinds();
    void collect(const Run &run);
    void collectAliases(const Run &run);
    [[nodiscard]] KindBefore kindBefore(qsizetype word) const;
    [[nodiscard]] bool isKindAt(qsizetype word) const;
    [[nodiscard]] bool isStart(qsizetype word) const { return word == 0 || m_words[word].apart; }
    /** The run as the name of a unit; nothing when the kind before it is one of another level. */
    [[nodiscard]] std::optional<Hit> hit(int unit, const UnitsImage::Named &named, int kind, int level, const Run &run);
    [[nodiscard]] Found joined(const Hit &unit, bool withDistrict = true) const;
    [[nodiscard]] QString piece(qsizetype from, qsizetype end) const;
    /** Words that nothing took, next to each other; `before` the commune, where streets and hamlets stand. */
    struct Gap
    {
        qsizetype from = 0;
        qsizetype end = 0;
        bool before = false;
    };
    /** Adds what stands in the gap to the part of `rest` it belongs to. */
    void share(const Gap &gap, int formerUnit, Rest &rest) const;
    /** Past the last word of a district or province that begins at `from` in the gap; `from` itself when none does. */
    [[nodiscard]] qsizetype otherPlace(qsizetype from, const Gap &gap, int formerUnit) const;
    /** Past the words of the kind of a district or province at `from`; `from` itself when none stands there. */
    [[nodiscard]] qsizetype higherKind(qsizetype from, qsizetype end) const;
    /** Past the last word of a name nobody knows, behind the kind that ends at `name`; `name` when it is no name. */
    [[nodiscard]] qsizetype strangeName(qsizetype name, const Gap &gap) const;

    const UnitsImage &m_image;
    QString m_text;
    QList<AddressWord> m_words;
    QList<std::pair<int, QList<AddressWord>>> m_kindWords;
    QList<bool> m_kindAt; ///< by word: a kind begins there
    QList<QByteArray> m_aliasKeys;
    QList<QByteArray> m_formerProvinceKeys;
    QList<QByteArray> m_provinceKeys;
    bool m_marked = false; ///< somewhere in the text a mark was typed
    bool m_separated = false; ///< commas or the like tell where names begin
    QByteArrayView m_lastName; ///< equal names follow each other: their marks are compared once
    qsizetype m_lastFrom = -1;
    int m_lastMarks = 0;
    QList<Hit> m_units;
    QList<Hit> m_districts;
    QList<Hit> m_formerProvinces;
    QList<Hit> m_provinces; ///< of today
    QList<Hit> m_country;
};

} // namespace motcua
