// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/CopyWords.h"

#include "models/base/VietnamTime.h"
#include "models/dossier/PaperSet.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace motcua {

namespace {

QString words(const char *english, int count = -1)
{
    return QCoreApplication::translate("CopyWords", english, nullptr, count);
}

} // namespace

QString signingLine(const SigningStanding &standing)
{
    switch (standing.state) {
    case SigningStanding::State::NotKnown:
        return {};
    case SigningStanding::State::Nobody:
        return words(QT_TRANSLATE_NOOP("CopyWords", "Signature: nobody is set up to sign at this desk, so copies are kept unsigned."));
    case SigningStanding::State::Ready:
        return words(QT_TRANSLATE_NOOP("CopyWords", "Signature: %1 signs the copies when you accept.")).arg(standing.name);
    case SigningStanding::State::PinMissing:
        return words(QT_TRANSLATE_NOOP("CopyWords", "Signature: %1 signs the copies when you accept; the PIN of the token is asked once.")).arg(standing.name);
    case SigningStanding::State::LeftOut:
        return words(QT_TRANSLATE_NOOP("CopyWords", "Signature: nobody signs this time, as was chosen, so copies are kept unsigned."));
    }
    return {};
}

QStringList copyLines(const Dossier &accepted)
{
    const Result<PaperSet> papers = PaperSet::fromJson(accepted.acceptance.value(u"papers").toArray());
    QStringList lines;
    for (const DossierLine &line : accepted.papers) {
        const QJsonObject copy = line.what.value(u"details").toObject();
        if (copy.value(u"source").toString() != u"scan" || line.what.value(u"attachment").toString().isEmpty()) {
            continue;
        }
        const QString id = line.what.value(u"paper").toString();
        const QString name = papers ? papers->paper(id).name : QString();
        const QString head = words(QT_TRANSLATE_N_NOOP("CopyWords", "%1: electronic copy, %n page(s)"), copy.value(u"pages").toInt()).arg(name.isEmpty() ? id : name);
        const QJsonObject signature = copy.value(u"signed").toObject();
        const QDateTime at = QDateTime::fromString(signature.value(u"at").toString(), Qt::ISODate);
        lines.append(signature.isEmpty()
                ? QStringLiteral("– ") + head + QStringLiteral(" · ") + words(QT_TRANSLATE_NOOP("CopyWords", "not signed"))
                : QStringLiteral("✔ ") + head + QStringLiteral(" · ")
                    + words(QT_TRANSLATE_NOOP("CopyWords", "signed by %1 at %2"))
                          .arg(signature.value(u"by").toString(), at.isValid() ? vietnamTime(at.toMSecsSinceEpoch()).toString(u"HH:mm:ss") : QStringLiteral("—")));
    }
    return lines;
}

} // namespace motcua
