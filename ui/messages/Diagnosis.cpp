// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/Diagnosis.h"

#include <QCoreApplication>

#include <algorithm>

namespace motcua {

namespace {

const QString Between = QStringLiteral("; ");

QString translated(const char *english)
{
    return QCoreApplication::translate("Diagnosis", english);
}

QString stateWords(const PcscFacts::OfReader &reader)
{
    switch (reader.reader.state) {
    case PcscReader::State::Empty:
        return translated(QT_TRANSLATE_NOOP("Diagnosis", "no card on it"));
    case PcscReader::State::Card:
        return reader.isHeld ? translated(QT_TRANSLATE_NOOP("Diagnosis", "the card on it is held by another program: close that one"))
                             : translated(QT_TRANSLATE_NOOP("Diagnosis", "a card lies on it"));
    case PcscReader::State::Mute:
        return translated(QT_TRANSLATE_NOOP("Diagnosis", "the card on it does not answer: turn it over; it may be of another kind"));
    case PcscReader::State::Unavailable:
        return translated(QT_TRANSLATE_NOOP("Diagnosis", "it does not answer: pull it out and plug it in again"));
    }
    return {};
}

} // namespace

Diagnosis diagnosis(const PcscFacts &facts)
{
    if (facts.fault && facts.fault->fault == CardFault::ServiceNotRunning) {
        return {false,
            facts.isInstalled ? translated(QT_TRANSLATE_NOOP("Diagnosis", "the smart card service does not run: \"systemctl enable --now pcscd.socket\" starts it"))
                              : translated(QT_TRANSLATE_NOOP("Diagnosis", "the smart card service is not installed: no chip can be read; install the package pcscd"))};
    }
    if (facts.fault && facts.fault->fault == CardFault::TimedOut) {
        return {false, translated(QT_TRANSLATE_NOOP("Diagnosis", "the smart card service does not answer: \"systemctl restart pcscd\" starts it anew"))};
    }
    if (facts.fault) {
        return {false, translated(QT_TRANSLATE_NOOP("Diagnosis", "the smart card service failed: %1")).arg(facts.fault->detail)};
    }
    if (facts.readers.isEmpty()) {
        return {false, translated(QT_TRANSLATE_NOOP("Diagnosis", "the smart card service runs, and there is no reader: plug one in; until then cards are read by their QR code"))};
    }
    return {true, translated(QT_TRANSLATE_NOOP("Diagnosis", "the smart card service runs"))};
}

Diagnosis diagnosis(const PcscFacts::OfReader &reader)
{
    using State = PcscReader::State;
    const bool answers = reader.reader.state == State::Empty || reader.reader.state == State::Card;
    QStringList told{reader.reader.name, stateWords(reader)};
    if (!reader.vendor.isEmpty()) {
        told += translated(QT_TRANSLATE_NOOP("Diagnosis", "made by %1")).arg(reader.vendor);
    }
    if (!reader.version.isEmpty()) {
        told += translated(QT_TRANSLATE_NOOP("Diagnosis", "version %1")).arg(reader.version);
    }
    return {answers && !reader.isHeld, told.join(Between)};
}

Diagnosis diagnosis(const TrustStore &trust, qsizetype leftOut, const QDateTime &now)
{
    const QList<TrustCertificate> &all = trust.certificates();
    const auto over = std::count_if(all.cbegin(), all.cend(), [&now](const TrustCertificate &one) { return one.notAfter() < now; });
    QStringList told;
    if (all.isEmpty()) {
        told += translated(QT_TRANSLATE_NOOP("Diagnosis", "nobody is trusted to sign chips, so that none is told as genuine: \"motcua-ctl trust import FILE\""));
    } else {
        told += translated(QT_TRANSLATE_NOOP("Diagnosis", "certificates of who signs chips: %1, of them over: %2")).arg(all.size()).arg(over);
        if (over == all.size()) {
            told += translated(QT_TRANSLATE_NOOP("Diagnosis", "none of them signs new cards any more: \"motcua-ctl trust import FILE\""));
        }
        told += trust.revocationLists() > 0 ? translated(QT_TRANSLATE_NOOP("Diagnosis", "revocation lists: %1")).arg(trust.revocationLists())
                                            : translated(QT_TRANSLATE_NOOP("Diagnosis", "no revocation list: what was taken back is not known"));
    }
    if (leftOut > 0) {
        told += translated(QT_TRANSLATE_NOOP("Diagnosis", "files left out: %1, named by \"motcua-ctl trust list\"")).arg(leftOut);
    }
    // Cards that were signed in its time outlive an authority; one without any that still signs misses every new card.
    return {over < all.size() && leftOut == 0, told.join(Between)};
}

} // namespace motcua
