// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/speech/CallWordsFile.h"

#include <QFile>
#include <QFileInfo>

namespace motcua {

Result<CallWords> callWordsIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::FileUnreadable, path};
    }
    Result<CallWords, QList<Error>> words = CallWords::read({QFileInfo(path).fileName(), file.readAll()});
    return words ? Result<CallWords>(*std::move(words)) : Result<CallWords>(words.error().constFirst());
}

} // namespace motcua
