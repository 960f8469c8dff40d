// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTranslator>

namespace motcua {

/** The language the program speaks, from the moment it is made until it goes; needs a QCoreApplication and motcua_translations linked. */
class Language
{
public:
    enum class Code { Vietnamese, English };

    explicit Language(Code code = Code::Vietnamese);
    ~Language();
    Language(const Language &) = delete;
    Language &operator=(const Language &) = delete;

    /** Whether the texts were found. */
    [[nodiscard]] bool isSpoken() const { return m_spoken; }

    /** The one of a catalogue's two labels that fits the language in use; the Vietnamese one when there is no English. */
    [[nodiscard]] static QString label(const QString &vietnamese, const QString &english);

private:
    QTranslator m_translator;
    bool m_spoken = false;
};

} // namespace motcua
