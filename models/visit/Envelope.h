// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace motcua {

/** What came by post, as whoever opened it wrote it down: which envelope (bưu gửi), when it arrived, what it held, and how its answer goes back. */
struct Envelope
{
    enum class Answer {
        ByPost, ///< in an envelope with a number of its own
        AtCounter, ///< it is fetched
    };
    /** What is wrong with it, in the order in which it is asked. */
    enum class Fault { NumberMissing, NumberUnreadable, DayMissing, DayAhead, NothingInside, TooMuchInside };

    static constexpr int FewestSigns = 5;
    static constexpr int MostSigns = 35;
    static constexpr int MostSheets = 2000;

    QString number = {}; ///< as postalNumber() writes it; empty for an ordinary letter
    bool isOrdinary = false; ///< a letter without a number
    QDate arrivedOn = {};
    int sheets = 0; ///< counted when it was opened
    Answer answer = Answer::ByPost;

    /** Everything that is wrong with it on `today`; empty when it can be written down. */
    [[nodiscard]] QList<Fault> faults(QDate today) const;

    /** {"number"? or "ordinary": true, "arrivedOn"?, "sheets", "answer"}. */
    [[nodiscard]] QJsonObject toJson() const;
    /** Nothing for an empty object or a way back nobody knows; what is missing is missing. */
    [[nodiscard]] static std::optional<Envelope> fromJson(const QJsonObject &json);

    friend bool operator==(const Envelope &, const Envelope &) = default;
};

/** A number of a postal item in capitals, without the blanks, dots and dashes it is written with. */
[[nodiscard]] QString postalNumber(const QString &typed);

/** Whether it has only the signs such numbers have, and a length they can have. */
[[nodiscard]] bool isPostalNumber(const QString &number);

/**
 * Whether it is made like the numbers of the Universal Postal Union, "RN123456785VN", and its check digit says that a sign is wrong. Other numbers
 * have none that is known here.
 */
[[nodiscard]] bool isMistypedPostalNumber(const QString &number);

} // namespace motcua
