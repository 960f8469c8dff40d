// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/DossierState.h"

#include "app/storage/StoreFault.h"
#include "models/dossier/DossierFold.h"
#include "models/journal/Kind.h"

#include <QJsonDocument>
#include <QtEndian>

namespace motcua::storage::dossierstate {

namespace {

constexpr qsizetype PlaceSize = 8; // a deflated object is longer

QByteArray jsonOf(const Dossier &dossier)
{
    return QJsonDocument(dossier.toJson()).toJson(QJsonDocument::Compact);
}

/** The fold of the entry needs no table of transitions: it says itself which status it gave. */
bool saysEverything(const Dossier &dossier, const journal::Entry &only)
{
    const auto said = dossierStatus(dossier.acceptance.value(u"status").toInt());
    return only.header.kind == journal::kind::DossierAccepted && !dossier.incomplete && said && said == dossier.status.status;
}

} // namespace

QByteArray packed(const Dossier &dossier)
{
    // Level 1 halves what a commit writes and encrypts.
    return qCompress(jsonOf(dossier), 1);
}

QByteArray packed(const Dossier &dossier, const journal::Entry &only, qint64 place)
{
    if (!saysEverything(dossier, only)) {
        return packed(dossier);
    }
    QByteArray state(PlaceSize, Qt::Uninitialized);
    qToBigEndian(place, state.data());
    return state;
}

std::optional<qint64> placeIn(QByteArrayView state)
{
    return state.size() == PlaceSize ? std::optional(qFromBigEndian<qint64>(state.data())) : std::nullopt;
}

Dossier unpacked(QByteArrayView state, JournalTables &journal)
{
    const std::optional<qint64> place = placeIn(state);
    if (!place) {
        return inflated(state);
    }
    const std::optional<journal::Entry> entry = journal.entry(*place);
    if (!entry) {
        throw StoreFault(ErrorCode::StoreDamaged, QStringLiteral("the entry a dossier is folded from"));
    }
    return DossierFold::fold(entry->header.subject, {*entry}, {});
}

Dossier inflated(QByteArrayView state)
{
    const QByteArray bytes = qUncompress(reinterpret_cast<const uchar *>(state.data()), state.size());
    if (bytes.isEmpty()) {
        throw StoreFault(ErrorCode::StoreDamaged, QStringLiteral("a folded dossier cannot be read"));
    }
    return Dossier::fromJson(QJsonDocument::fromJson(bytes).object());
}

QByteArray json(QByteArrayView state, JournalTables &journal)
{
    return jsonOf(unpacked(state, journal));
}

} // namespace motcua::storage::dossierstate
