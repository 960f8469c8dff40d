// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/BoardProgram.h"

#include "app/feed/BoardReader.h"
#include "ui/board/BoardScreen.h"
#include "ui/messages/Language.h"
#include "ui/messages/Sentence.h"
#include "ui/shell/Appearance.h"

#include <QApplication>
#include <QStandardPaths>
#include <QTextStream>

namespace motcua {

BoardProgram::BoardProgram(QObject *parent)
    : QObject(parent)
{
}

BoardProgram::~BoardProgram() = default;

Result<> BoardProgram::prepare(const QString &file, const QString &language, const QString &theme)
{
    const Result<feed::BoardInvitation> invitation = feed::BoardInvitation::fromFile(file);
    if (!invitation) {
        return invitation.error();
    }
    Appearance appearance = Appearance::load(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/motcua/desk.ini"));
    if (!language.isEmpty()) {
        appearance.language = Appearance::languageOf(language);
    }
    if (!theme.isEmpty()) {
        appearance.theme = Appearance::themeNamed(theme);
    }
    m_language = std::make_unique<Language>(appearance.language);
    Theme::named(appearance.theme).wear(*qApp, appearance.textScale);
    m_source = std::make_unique<feed::BoardReader>(*invitation);
    connect(m_source.get(), &BoardSource::failed, this, [](const Error &error) {
        QTextStream(stderr) << sentence(error, Reader::Terminal).text() << QStringLiteral(" [") << error.detail << QStringLiteral("] (") << errorName(error.code) << QStringLiteral(")") << Qt::endl;
    });
    m_screen = std::make_unique<BoardScreen>(m_source.get());
    m_screen->setTheme(appearance.theme);
    m_screen->start();
    return {};
}

} // namespace motcua
