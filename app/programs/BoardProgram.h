// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"

#include <QObject>
#include <QString>

#include <memory>

namespace motcua {

class BoardScreen;
class BoardSource;
class Language;

/** The program of a machine that is nothing but a board: neither law nor store nor device is touched. What keeps it from being live goes to standard error. */
class BoardProgram : public QObject
{
    Q_OBJECT

public:
    explicit BoardProgram(QObject *parent = nullptr);
    ~BoardProgram() override;

    /** Shows the board of the desk that made the file (`motcua-ctl hall feed invite`); it becomes live when that desk answers. Errors: NotFound, FileUnreadable, InvitationUnreadable. */
    [[nodiscard]] Result<> prepare(const QString &file, const QString &language, const QString &theme);

private:
    std::unique_ptr<Language> m_language;
    std::unique_ptr<BoardSource> m_source;
    std::unique_ptr<BoardScreen> m_screen;
};

} // namespace motcua
