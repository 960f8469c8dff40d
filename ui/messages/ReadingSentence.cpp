// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/ReadingSentence.h"

#include <QCoreApplication>

namespace motcua {

namespace {

QString translated(const char *english)
{
    return QCoreApplication::translate("Reading", english);
}

} // namespace

QString sentence(const OldAddress &address)
{
    switch (address.verdict()) {
    case OldAddress::Verdict::NotFound:
        return translated(QT_TRANSLATE_NOOP("Reading", "No former commune has this name."));
    case OldAddress::Verdict::One:
        return {};
    case OldAddress::Verdict::Split:
        return translated(QT_TRANSLATE_NOOP("Reading", "It was split up: ask which part is meant."));
    case OldAddress::Verdict::Ambiguous:
        return translated(QT_TRANSLATE_NOOP("Reading", "Several former communes have this name: add the district or the province."));
    case OldAddress::Verdict::Contradicted:
        return translated(QT_TRANSLATE_NOOP("Reading", "No former commune of this name was in \"%1\": compare the address with the paper."))
            .arg(address.contradicted.join(QStringLiteral("\", \"")));
    }
    return {};
}

QString sentence(CardContradiction contradiction)
{
    switch (contradiction) {
    case CardContradiction::IssuedBeforeBirth:
        return translated(QT_TRANSLATE_NOOP("Reading", "The card says that it was issued before its holder was born: look at the card itself."));
    case CardContradiction::IssuedLater:
        return translated(QT_TRANSLATE_NOOP("Reading", "The card says that it is issued on a day that has not come yet: look at the card itself."));
    }
    return {};
}

} // namespace motcua
