// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/HttpAnswer.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace motcua {

QByteArray HttpAnswer::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0) {
            return value;
        }
    }
    return {};
}

std::optional<Error> HttpAnswer::refusal() const
{
    if (status < 400) {
        return std::nullopt;
    }
    QString detail = QString::number(status);
    if (problem && !problem->code.isEmpty()) {
        detail += u' ' + problem->code;
    }
    if (status == 429 || status == 503) {
        return Error{ErrorCode::ServerBusy, detail};
    }
    return Error{status >= 500 ? ErrorCode::ServerFailed : ErrorCode::ServerRefused, detail};
}

std::optional<Error> HttpAnswer::answeredInPlace() const
{
    const QString detail = QString::number(status);
    const bool isPage = status == 400 && mediaType == "text/html";
    if (status == 496 || (isPage && body.contains("No required SSL certificate was sent"))) {
        return Error{ErrorCode::OwnCertificateMissing, detail};
    }
    if (status == 495 || (isPage && body.contains("The SSL certificate error"))) {
        return Error{ErrorCode::OwnCertificateRefused, detail};
    }
    if (status == 511) {
        return Error{ErrorCode::CaptivePortal, detail};
    }
    return std::nullopt;
}

std::optional<Fault> HttpAnswer::fault() const
{
    const auto error = refusal();
    if (!error) {
        return std::nullopt;
    }
    return problem && problem->fault ? problem->fault : faultOf(error->code);
}

std::optional<qint64> HttpAnswer::httpDateMs(const QByteArray &text)
{
    if (!text.endsWith(" GMT")) {
        return std::nullopt;
    }
    const QString plain = QString::fromLatin1(text).chopped(4);
    QDateTime time = QLocale::c().toDateTime(plain, u"ddd, dd MMM yyyy hh:mm:ss"_qs);
    time.setTimeSpec(Qt::UTC);
    return time.isValid() ? std::optional(time.toMSecsSinceEpoch()) : std::nullopt;
}

std::optional<std::chrono::seconds> HttpAnswer::retryAfterOf(
    const QByteArray &text, std::optional<qint64> dateMs, std::chrono::seconds most)
{
    const bool isNumber = !text.isEmpty() && std::all_of(text.cbegin(), text.cend(), [](char c) { return c >= '0' && c <= '9'; });
    if (isNumber) {
        // More digits than an int holds is "very long", which is capped as well.
        bool fits = false;
        const int seconds = text.toInt(&fits);
        return fits ? std::min(std::chrono::seconds(seconds), most) : most;
    }
    const auto until = httpDateMs(text);
    if (!until || !dateMs) {
        return std::nullopt;
    }
    const std::chrono::seconds left((*until - *dateMs) / 1000);
    return std::clamp(left, std::chrono::seconds(0), most);
}

} // namespace motcua
