// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/address/UnitsTables.h"
#include "models/base/Result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QRegularExpression>

namespace motcua {

/** Why bytes are no units file. */
enum class UnitsFault {
    Foreign, ///< another kind of file
    Newer, ///< written for a later program
    Truncated, ///< shorter than it says
    Damaged, ///< its bytes do not hash to what it says, or what they say is impossible
};

/** The name of a fault as written in the source. */
[[nodiscard]] QString faultName(UnitsFault fault);

/**
 * A units file in memory: rows are read where they lie, nothing is parsed but what is asked for.
 *
 * Layout, integers big-endian: `MCAU0001`; BLAKE2b-256 of everything after it (32 bytes); eight u32: length of the head, provinces,
 * communes, former provinces, former districts, former units, links, length of the texts; the head, a JSON object; the rows of each
 * table in that order; the texts. A row's text is u32 offset and u8 length into the texts, UTF-8.
 */
class UnitsImage
{
public:
    static constexpr qsizetype MagicLength = 8;
    static constexpr qsizetype DigestLength = 32;
    static constexpr qsizetype Counts = 8;
    static constexpr qsizetype HeadAt = MagicLength + DigestLength + Counts * 4;

    /** Name and key of one unit; views into the image. */
    struct Named
    {
        QByteArrayView name = {};
        QByteArrayView key = {}; ///< address::spacedKey() of the name

        [[nodiscard]] QString text() const { return QString::fromUtf8(name); }
    };
    struct Province : Named
    {
        int code = 0;
        int kind = 0;
        int firstCommune = 0;
        int communes = 0;
    };
    struct Commune : Named
    {
        QByteArrayView sounds = {}; ///< address::spacedSounds() of the name
        int code = 0;
        int kind = 0;
        int province = 0;
    };
    struct FormerProvince : Named
    {
        int code = 0;
        int kind = 0;
        int now = 0;
    };
    struct FormerDistrict : Named
    {
        int kind = 0;
        int province = 0;
    };
    struct FormerUnit : Named
    {
        int code = 0;
        int kind = 0;
        int district = 0;
        int firstLink = 0;
        int links = 0;
    };
    enum Table { Provinces, Communes, FormerProvinces, FormerDistricts, FormerUnits, Links };
    static constexpr int Tables = Links + 1;

    UnitsImage() = default;

    /** The image in `bytes`, whole and possible in every row. */
    [[nodiscard]] static Result<UnitsImage, UnitsFault> fromBytes(const QByteArray &bytes);

    /** The digest over the image of `bytes` made right, for whoever changes an image on purpose. */
    [[nodiscard]] static QByteArray sealed(QByteArray bytes);

    [[nodiscard]] int rows(Table table) const { return m_rows[table]; }
    [[nodiscard]] Province province(int row) const;
    [[nodiscard]] Commune commune(int row) const; ///< in order of province, then code
    [[nodiscard]] FormerProvince formerProvince(int row) const;
    [[nodiscard]] FormerDistrict formerDistrict(int row) const; ///< in order of loose keys
    [[nodiscard]] FormerUnit formerUnit(int row) const; ///< in order of loose keys
    [[nodiscard]] int link(int index) const; ///< a commune

    /** First and past the last row of `table` (FormerDistricts or FormerUnits) with this loose key. */
    [[nodiscard]] std::pair<int, int> withKey(Table table, QByteArrayView looseKey) const;

    [[nodiscard]] const QString &source() const { return m_source; }
    [[nodiscard]] const QString &mark() const { return m_mark; }
    [[nodiscard]] const QRegularExpression &placePattern() const { return m_placePattern; }
    [[nodiscard]] const QList<UnitsTables::Kind> &kinds() const { return m_kinds; }
    [[nodiscard]] const QList<UnitsTables::Alias> &aliases() const { return m_aliases; }
    /** What is uncertain about a province; empty for most. */
    [[nodiscard]] QString provinceMark(int row) const { return m_provinceMarks.value(row); }

private:
    [[nodiscard]] const char *row(Table table, int index) const;
    [[nodiscard]] QByteArrayView text(const char *at) const;
    [[nodiscard]] QByteArray looseKey(Table table, int index) const;
    [[nodiscard]] bool readHead(QByteArrayView head);
    [[nodiscard]] bool isPossible() const;
    [[nodiscard]] bool isText(const char *at) const;

    QByteArray m_bytes;
    int m_rows[Tables] = {};
    qsizetype m_start[Tables] = {};
    qsizetype m_textsAt = 0;
    QString m_source;
    QString m_mark;
    QRegularExpression m_placePattern;
    QList<UnitsTables::Kind> m_kinds;
    QList<UnitsTables::Alias> m_aliases;
    QStringList m_provinceMarks;
};

} // namespace motcua
