// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/Tracking.h"

#include "app/portal/DeskRegistry.h"
#include "app/security/Sha256.h"
#include "app/storage/DossierQueries.h"
#include "models/base/VietnamTime.h"
#include "models/dossier/TrackedDossier.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace motcua::portal {

namespace {

QString codeIn(const Question &question)
{
    return question.query.queryItemValue(QStringLiteral("code"), QUrl::FullyDecoded).trimmed().toUpper();
}

QString moment(qint64 ms)
{
    return vietnamTime(ms).toString(Qt::ISODate);
}

} // namespace

Tracking::Tracking(const storage::Store &store, QHash<int, QString> statusNames)
    : m_store(store)
    , m_statusNames(std::move(statusNames))
{
}

Answer Tracking::answer(const Question &question) const
{
    static const QRegularExpression fourDigits(QStringLiteral("^[0-9]{4}$"));
    const QString code = codeIn(question);
    const QString digits = question.query.queryItemValue(QStringLiteral("digits"));
    if (code.isEmpty() || code.size() > 64 || !fourDigits.match(digits).hasMatch()) {
        return Answer::refused(400, ErrorCode::Invalid, Fault::Desk, QStringLiteral("code and four digits"));
    }
    const auto found = m_store.ask(storage::DossierByCode{code}).result();
    if (!found) {
        return Answer::failed(found.error());
    }
    // One way for all: of a dossier that is not there nothing is known, and nothing is what nobody's digits are.
    const Dossier dossier = found->value_or(Dossier());
    const bool isOwner = isSame(TrackedDossier::digitsOf(dossier).toUtf8(), digits.toUtf8());
    const Result<TrackedDossier> tracked = TrackedDossier::of(dossier);
    if (!isOwner || !tracked) {
        return Answer::refused(404, ErrorCode::NotFound, Fault::Desk).notStored();
    }
    const int status = statusCode(tracked->status);
    QJsonObject told{{QStringLiteral("code"), tracked->code}, {QStringLiteral("status"), status}, {QStringLiteral("statusName"), m_statusNames.value(status)}};
    if (tracked->receivedAtMs > 0) {
        told.insert(QStringLiteral("receivedAt"), moment(tracked->receivedAtMs));
    }
    if (tracked->dueAtMs > 0) {
        told.insert(QStringLiteral("dueAt"), moment(tracked->dueAtMs));
    }
    return Answer::json(told).notStored();
}

Result<QHash<int, QString>> Tracking::statusNamesIn(const QByteArray &transitions)
{
    QHash<int, QString> names;
    const QJsonArray statuses = QJsonDocument::fromJson(transitions).object()[u"statuses"].toArray();
    for (const QJsonValue &status : statuses) {
        names.insert(status[u"code"].toInt(), status[u"name"].toString());
    }
    for (int code = 1; code <= 10; ++code) {
        if (names.value(code).isEmpty()) {
            return Error{ErrorCode::CatalogueSchema, QStringLiteral("transitions.json: status %1 has no name").arg(code)};
        }
    }
    return names;
}

QByteArray TrackingGuard::keyOf(const Question &question)
{
    return security::sha256(codeIn(question).left(64).toUtf8());
}

bool TrackingGuard::mayAsk(const QByteArray &key, qint64 nowMs) const
{
    const Failures failures = m_failures.value(key);
    return failures.count < MostFailures || nowMs - failures.sinceMs >= WindowMs;
}

void TrackingGuard::failed(const QByteArray &key, qint64 nowMs)
{
    Failures &failures = m_failures[key];
    if (failures.count == 0 || nowMs - failures.sinceMs >= WindowMs) {
        failures = {0, nowMs};
    }
    ++failures.count;
    if (m_failures.size() > MostCodes) {
        QList<qint64> moments;
        for (const Failures &one : std::as_const(m_failures)) {
            moments.append(one.sinceMs);
        }
        const auto middle = moments.begin() + moments.size() / 2;
        std::nth_element(moments.begin(), middle, moments.end());
        m_failures.removeIf([before = *middle](const QHash<QByteArray, Failures>::iterator &one) { return one->sinceMs <= before; });
    }
}

} // namespace motcua::portal
