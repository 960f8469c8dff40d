// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/person/CardProof.h"
#include "models/person/Identity.h"

#include <QList>
#include <QString>

#include <functional>

namespace motcua {

/** One line of what a card says. */
struct CardLine
{
    QString label = {};
    QString value = {};
    QString shape = {}; ///< of where it comes from
    QString source = {}; ///< the same in words
    QString contradiction = {}; ///< what another source says instead; empty: none does

    friend bool operator==(const CardLine &, const CardLine &) = default;
};

/** What a card says of its holder and itself, part by part. `country` gives the name of a state by its ICAO code, or nothing. */
[[nodiscard]] QList<CardLine> cardLines(const Identity &identity, const std::function<QString(const QString &)> &country);

/** One check with what became of it. */
struct CheckLine
{
    QString shape = {};
    QString words = {};
    QString tone = {};

    friend bool operator==(const CheckLine &, const CheckLine &) = default;
};
[[nodiscard]] QList<CheckLine> checkLines(const CardProof &proof);

} // namespace motcua
