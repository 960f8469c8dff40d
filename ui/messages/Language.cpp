// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/Language.h"

#include <QCoreApplication>

namespace motcua {

Language::Language(Code code)
{
    const QString file = code == Code::Vietnamese ? QStringLiteral(":/i18n/motcua_vi.qm") : QStringLiteral(":/i18n/motcua_en.qm");
    m_spoken = m_translator.load(file) && QCoreApplication::installTranslator(&m_translator);
}

Language::~Language()
{
    QCoreApplication::removeTranslator(&m_translator);
}

QString Language::label(const QString &vietnamese, const QString &english)
{
    //: the two letters of the language this file translates into, e.g. vi
    const bool isEnglish = QCoreApplication::translate("Language", "en") == u"en";
    return isEnglish && !english.isEmpty() ? english : vietnamese;
}

} // namespace motcua
