// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kiosk/KioskWords.h"

#include <QTranslator>

namespace motcua {

KioskWords::KioskWords(Language::Code language)
    : m_language(language)
{
    if (language == Language::Code::Vietnamese) {
        auto texts = std::make_shared<QTranslator>();
        if (texts->load(QStringLiteral(":/i18n/motcua_vi.qm"))) {
            m_texts = std::move(texts);
        }
    }
}

QString KioskWords::operator()(const char *english) const
{
    const QString translated = m_texts ? m_texts->translate("Kiosk", english) : QString();
    return translated.isEmpty() ? QString::fromUtf8(english) : translated;
}

QString KioskWords::label(const QString &vietnamese, const QString &english) const
{
    return m_language == Language::Code::English && !english.isEmpty() ? english : vietnamese;
}

QString KioskWords::wait(const std::optional<WaitRange> &range) const
{
    if (!range) {
        return {};
    }
    return range->fromMinutes == range->toMinutes ? (*this)(QT_TRANSLATE_NOOP("Kiosk", "%1 min or longer")).arg(range->fromMinutes)
                                                  : (*this)(QT_TRANSLATE_NOOP("Kiosk", "%1–%2 min")).arg(range->fromMinutes).arg(range->toMinutes);
}

} // namespace motcua
