// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/PaperWords.h"

#include <QCoreApplication>

namespace motcua {

namespace {

/** Gives the words below their context for translation. */
struct PaperWords
{
    Q_DECLARE_TR_FUNCTIONS(PaperWords)
};

} // namespace

QString paperKindWords(PaperKind kind)
{
    switch (kind) {
    case PaperKind::OriginalSeen:
        return PaperWords::tr("original seen");
    case PaperKind::CertifiedCopy:
        return PaperWords::tr("certified copy");
    case PaperKind::RegisterCopy:
        return PaperWords::tr("copy from the register");
    case PaperKind::SignedElectronicCopy:
        return PaperWords::tr("signed electronic copy");
    case PaperKind::FromDatabase:
        return PaperWords::tr("from a database");
    case PaperKind::CitizenScan:
        return PaperWords::tr("scanned by the citizen");
    }
    return {};
}

QList<PaperKind> acceptedKinds(const RequiredPaper &paper)
{
    if (!paper.kinds.isEmpty()) {
        return paper.kinds;
    }
    return {PaperKind::OriginalSeen, PaperKind::CertifiedCopy, PaperKind::RegisterCopy, PaperKind::SignedElectronicCopy,
        PaperKind::FromDatabase, PaperKind::CitizenScan};
}

PaperLook paperLook(const Paper &paper, const RequiredPaper &required, bool needed)
{
    switch (paper.state) {
    case Paper::State::NotSeen:
        if (needed) {
            return {QStringLiteral("○"), PaperWords::tr("needed")};
        }
        return {QStringLiteral("–"), required.need == RequiredPaper::Need::OnRequest ? PaperWords::tr("only when asked for") : PaperWords::tr("not needed")};
    case Paper::State::Met:
        return {QStringLiteral("✔"), PaperWords::tr("met, %1").arg(paperKindWords(paper.kind))};
    case Paper::State::NotMet:
        return {QStringLiteral("✖"), PaperWords::tr("not met: %1").arg(paper.reason.isEmpty() ? QStringLiteral("—") : paper.reason)};
    case Paper::State::NotApplicable:
        return {QStringLiteral("–"), PaperWords::tr("not applicable: %1").arg(paper.reason.isEmpty() ? QStringLiteral("—") : paper.reason)};
    case Paper::State::ToFollow:
        return {QStringLiteral("…"), PaperWords::tr("to follow")};
    }
    return {};
}

} // namespace motcua
