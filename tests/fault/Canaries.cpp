// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/Canaries.h"

#include "models/base/Text.h"

#include <QByteArrayMatcher>
#include <QDirIterator>
#include <QFile>
#include <QSet>
#include <QStringEncoder>

#include <array>

namespace motcua {

namespace canaries {

namespace {

constexpr int Words = 24;
constexpr int Numbers = 8;

} // namespace

QString word(int n)
{
    static constexpr std::array<char16_t, 12> vowels{u'ạ', u'ả', u'ấ', u'ẫ', u'ặ', u'ẻ', u'ệ', u'ổ', u'ợ', u'ụ', u'ữ', u'ỵ'};
    static constexpr std::array<char16_t, 9> consonants{u'k', u'r', u'b', u'x', u'v', u'g', u'm', u'd', u't'};
    const auto vowel = [n](int by) { return QChar(vowels.at(static_cast<std::size_t>((n * 5 + by) % 12))); };
    const auto consonant = [n](int by) { return QChar(consonants.at(static_cast<std::size_t>((n / 3 + n * by) % 9))); };
    return QStringLiteral("Zw") + vowel(0) + consonant(1) + vowel(n / 12 + 3) + consonant(2) + vowel(7);
}

QString name(int n)
{
    return word(2 * n) + u' ' + word(2 * n + 1);
}

QString number(int n)
{
    return QStringLiteral("0001859%1").arg(13'519 + n * 7'331, 5, 10, QLatin1Char('0'));
}

QString phone(int n)
{
    return QStringLiteral("0279%1").arg(4'861'357 + n * 31'337, 7, 10, QLatin1Char('0'));
}

QString password(int n)
{
    return QStringLiteral("zwanzig kremblau %1 dotz").arg(word(20 + n));
}

QString pin()
{
    return QStringLiteral("8150937264");
}

QStringList all()
{
    QStringList values{pin()};
    for (int n = 0; n < Words; ++n) {
        values.append(word(n));
    }
    for (int n = 0; n < Numbers; ++n) {
        values.append(number(n));
        values.append(phone(n));
    }
    for (int n = 0; n < 3; ++n) {
        values.append(password(n));
    }
    return values;
}

} // namespace canaries

QList<QByteArray> spellings(const QString &value)
{
    QSet<QByteArray> all;
    for (const QString &text : {value, value.normalized(QString::NormalizationForm_D), text::folded(value), value.toUpper(), value.toLower()}) {
        all.insert(text.toUtf8());
        for (const QStringConverter::Encoding encoding : {QStringConverter::Utf16LE, QStringConverter::Utf16BE}) {
            QStringEncoder encoder(encoding);
            all.insert(encoder.encode(text));
        }
    }
    return all.values();
}

QStringList traces(const QString &folder, const QStringList &values)
{
    QList<std::pair<QString, QByteArrayMatcher>> needles;
    for (const QString &value : values) {
        for (const QByteArray &spelling : spellings(value)) {
            needles.append({value, QByteArrayMatcher(spelling)});
        }
    }
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::System | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        const QByteArray name = file.fileName().mid(folder.size()).toUtf8();
        const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        for (const auto &[value, needle] : needles) {
            if (needle.indexIn(bytes) >= 0 || needle.indexIn(name) >= 0) {
                found.append(QString::fromUtf8(name) + QStringLiteral(": ") + value);
            }
        }
    }
    return found;
}

} // namespace motcua
