// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/TellingWords.h"

#include <QCoreApplication>

namespace motcua {

namespace {

QString words(const char *english)
{
    return QCoreApplication::translate("TellingWords", english);
}

} // namespace

QString meansWords(TellCitizen::Means means)
{
    switch (means) {
    case TellCitizen::Means::Telephone:
        return words(QT_TRANSLATE_NOOP("TellingWords", "By telephone"));
    case TellCitizen::Means::Message:
        return words(QT_TRANSLATE_NOOP("TellingWords", "By message"));
    case TellCitizen::Means::Mail:
        return words(QT_TRANSLATE_NOOP("TellingWords", "By e-mail"));
    case TellCitizen::Means::Letter:
        return words(QT_TRANSLATE_NOOP("TellingWords", "By letter"));
    case TellCitizen::Means::InPerson:
        return words(QT_TRANSLATE_NOOP("TellingWords", "Here at the desk"));
    }
    return {};
}

QString aboutWords(TellCitizen::About about)
{
    switch (about) {
    case TellCitizen::About::Number:
        return words(QT_TRANSLATE_NOOP("TellingWords", "the number of the portal"));
    case TellCitizen::About::Refusal:
        return words(QT_TRANSLATE_NOOP("TellingWords", "the portal sent the dossier back"));
    case TellCitizen::About::NewDate:
        return words(QT_TRANSLATE_NOOP("TellingWords", "another promised date"));
    case TellCitizen::About::Payment:
        return words(QT_TRANSLATE_NOOP("TellingWords", "the money has not come"));
    }
    return {};
}

} // namespace motcua
