// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/files/FileWords.h"

#include "ui/messages/Sentence.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace motcua {

namespace {

constexpr qsizetype MostTold = 2; // of those that were not taken in: the strip has two or three lines

QString words(const char *english, int count = -1)
{
    return QCoreApplication::translate("FileWords", english, nullptr, count);
}

QString mediaTypeWords(const QString &type)
{
    return type.section(u'/', 1).toUpper();
}

QString whyNot(const FileOutcome &outcome)
{
    if (!outcome.alreadyWith.isEmpty()) {
        return words(QT_TRANSLATE_NOOP("FileWords", "\"%1\" is already here, with: %2. It was not taken twice.")).arg(outcome.name, outcome.alreadyWith);
    }
    if (outcome.error->code == ErrorCode::FileTooLarge) {
        return words(QT_TRANSLATE_NOOP("FileWords", "\"%1\" has more than %2, so it was not taken in. Have it made smaller, or split, and take it in again."))
            .arg(outcome.name, sizeWords(outcome.error->detail.toLongLong()));
    }
    if (outcome.error->code == ErrorCode::NotFound || outcome.error->code == ErrorCode::FileUnreadable) {
        return words(QT_TRANSLATE_NOOP("FileWords", "\"%1\" could not be read, so it was not taken in. Check that the stick is still plugged in, then take it in again."))
            .arg(outcome.name);
    }
    return words(QT_TRANSLATE_NOOP("FileWords", "\"%1\": %2")).arg(outcome.name, sentence(*outcome.error).textWithCode());
}

} // namespace

QString sizeWords(qint64 bytes)
{
    return QLocale(QLocale::Vietnamese).formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

QString folderKindWords(FolderEntry::Kind kind)
{
    switch (kind) {
    case FolderEntry::Kind::Medium:
        return words(QT_TRANSLATE_NOOP("FileWords", "plugged in"));
    case FolderEntry::Kind::Folder:
        return words(QT_TRANSLATE_NOOP("FileWords", "folder"));
    case FolderEntry::Kind::File:
        return words(QT_TRANSLATE_NOOP("FileWords", "file"));
    }
    return {};
}

QString fileRuleWords(const PaperFileRules &rules)
{
    QStringList types;
    for (const QString &type : rules.mediaTypes) {
        types.append(mediaTypeWords(type));
    }
    return words(QT_TRANSLATE_NOOP("FileWords", "%1; at most %2 a file")).arg(types.join(QStringLiteral(", ")), sizeWords(rules.largestBytes));
}

Notice filesTold(const QString &paper, const QList<FileOutcome> &outcomes)
{
    QStringList told;
    int taken = 0;
    int left = 0;
    int cleaned = 0;
    for (const FileOutcome &outcome : outcomes) {
        if (outcome.isTaken()) {
            ++taken;
            cleaned += outcome.isCleaned ? 1 : 0;
        } else if (++left <= MostTold) {
            told.append(whyNot(outcome));
        }
    }
    if (left > MostTold) {
        told.append(words(QT_TRANSLATE_N_NOOP("FileWords", "%n more file(s) were not taken in either."), left - static_cast<int>(MostTold)));
    }
    if (cleaned > 0) {
        told.prepend(words(QT_TRANSLATE_N_NOOP("FileWords",
                               "Of %n of them a copy with nothing but its pages is kept, since it was damaged, hid something or could have acted by itself. Look at the pages once."),
            cleaned));
    }
    if (taken > 0) {
        told.prepend(words(QT_TRANSLATE_N_NOOP("FileWords", "%n file(s) taken in for: %1. Where they came from they still lie."), taken).arg(paper));
    }
    return {left > 0 ? Notice::Kind::Warning : Notice::Kind::Told, told.join(u' '), {}};
}

} // namespace motcua
