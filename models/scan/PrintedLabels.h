// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scan/PageText.h"

#include <QList>
#include <QString>

#include <optional>

namespace motcua {

/** A word of a page, or what of it stands before or behind a colon. */
struct PrintedToken
{
    QString text = {}; ///< without that colon
    QString key = {}; ///< letters and digits of it without marks, lower case; empty: only signs
    int word = 0; ///< of PageText::words
    int line = 0;
    QRect box = {}; ///< of the word
    int confidence = 0;
    bool endsWithColon = false; ///< or with a semicolon, for which a colon is often taken
    bool isApart = false; ///< at the beginning of a line or behind a wide gap

    friend bool operator==(const PrintedToken &, const PrintedToken &) = default;
};

[[nodiscard]] QList<PrintedToken> printedTokens(const PageText &page);

/** Labels to be found on paper. */
class PrintedLabels
{
public:
    /** Where one stands. */
    struct Found
    {
        qsizetype begin = 0; ///< tokens
        qsizetype end = 0; ///< behind the last
        int wrong = 0; ///< letters
        QList<qsizetype> labels = {}; ///< of those added that are written alike, their numbers

        friend bool operator==(const Found &, const Found &) = default;
    };

    /** Knows none but what stands on many papers and ends what is written before it. */
    PrintedLabels();

    /** Adds a label and its other usual wordings under `number`. */
    void add(const QString &label, qsizetype number);

    /** Whether papers of all kinds have it, so that it tells nothing of whom they speak. */
    [[nodiscard]] static bool isCommon(const QString &label);

    /** All there are among `tokens`, none within another: of two the longer, then the better written. One that nobody added has no numbers. */
    [[nodiscard]] QList<Found> in(const QList<PrintedToken> &tokens) const;

private:
    struct Label
    {
        QString key = {}; ///< as PrintedToken::key, of all its words together
        qsizetype words = 0;
        QList<qsizetype> numbers = {};
    };

    void addKey(const QStringList &words, std::optional<qsizetype> number);
    [[nodiscard]] Found at(const QList<PrintedToken> &tokens, qsizetype begin) const;

    QList<Label> m_labels;
    qsizetype m_longest = 0; ///< letters of a key
};

} // namespace motcua
