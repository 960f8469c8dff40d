// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/ReleaseHead.h"

#include <QRegularExpression>
#include <QVersionNumber>

#include <algorithm>

namespace motcua {

namespace {

constexpr qint64 LatestMadeMs = 253'402'300'799'999; // the end of the year 9999
constexpr qsizetype HashBytes = 32;
constexpr QByteArrayView FirstLine = "motcua-release-1\n";

/** Takes the lines one after the other, each of which has to be the one that is asked for. */
class ReleaseLines
{
public:
    explicit ReleaseLines(const QByteArray &text)
        : m_lines(text.split('\n'))
    {
    }

    QString value(const QByteArray &name)
    {
        const QByteArray line = m_at < m_lines.size() ? m_lines.at(m_at) : QByteArray();
        if (!line.startsWith(name + ": ")) {
            return wrong(name), QString();
        }
        ++m_at;
        return QString::fromUtf8(line.sliced(name.size() + 2));
    }
    qint64 number(const QByteArray &name, qint64 least, qint64 most)
    {
        const QString text = value(name);
        bool isNumber = false;
        const qint64 number = text.toLongLong(&isNumber);
        return isNumber && number >= least && number <= most ? number : (wrong(name), 0);
    }
    QString version(const QByteArray &name)
    {
        const QString text = value(name);
        return ReleaseHead::isVersion(text) ? text : (wrong(name), QString());
    }
    QStringList notes()
    {
        QStringList notes;
        while (m_at < m_lines.size() && m_lines.at(m_at).startsWith("Note: ") && notes.size() < ReleaseHead::MostNotes) {
            const QString note = value(QByteArrayLiteral("Note"));
            const bool isPlain = std::all_of(note.cbegin(), note.cend(), [](QChar sign) { return sign.isPrint(); });
            if (note.isEmpty() || note.size() > ReleaseHead::LongestNote || !isPlain) {
                wrong(QByteArrayLiteral("Note"));
            }
            notes.append(note);
        }
        return notes;
    }
    void wrong(const QByteArray &name)
    {
        if (m_fault.isEmpty()) {
            m_fault = QString::fromLatin1(name);
        }
    }
    [[nodiscard]] const QString &fault() const { return m_fault; }

private:
    QList<QByteArray> m_lines;
    qsizetype m_at = 1; ///< after the first
    QString m_fault;
};

} // namespace

bool ReleaseHead::isVersion(const QString &version)
{
    static const QRegularExpression pattern(QStringLiteral("\\A(0|[1-9][0-9]{0,4})(\\.(0|[1-9][0-9]{0,4})){1,3}\\z"));
    return pattern.match(version).hasMatch();
}

int ReleaseHead::compare(const QString &a, const QString &b)
{
    return QVersionNumber::compare(QVersionNumber::fromString(a), QVersionNumber::fromString(b));
}

QByteArray ReleaseHead::text() const
{
    QByteArray text = FirstLine.toByteArray() + "Version: " + version.toLatin1() + "\nFollows: " + follows.toLatin1() + "\nSchema: " + QByteArray::number(schema) + "\nSchema-From: " + QByteArray::number(schemaFrom)
        + "\nSize: " + QByteArray::number(bytes) + "\nSha256: " + sha256.toHex() + "\nMade: " + QByteArray::number(madeMs) + '\n';
    for (const QString &note : notes) {
        text += "Note: " + note.toUtf8() + '\n';
    }
    return text;
}

Result<ReleaseHead> ReleaseHead::fromText(const QByteArray &text)
{
    if (text.size() > MostBytes || !text.startsWith(FirstLine)) {
        return Error{ErrorCode::Invalid, QStringLiteral("motcua-release-1")};
    }
    ReleaseLines lines(text);
    ReleaseHead head;
    head.version = lines.version(QByteArrayLiteral("Version"));
    head.follows = lines.version(QByteArrayLiteral("Follows"));
    head.schema = static_cast<int>(lines.number(QByteArrayLiteral("Schema"), 1, 1'000'000));
    head.schemaFrom = static_cast<int>(lines.number(QByteArrayLiteral("Schema-From"), 1, 1'000'000));
    head.bytes = lines.number(QByteArrayLiteral("Size"), 1, MostPackage);
    head.sha256 = QByteArray::fromHex(lines.value(QByteArrayLiteral("Sha256")).toLatin1());
    head.madeMs = lines.number(QByteArrayLiteral("Made"), 1, LatestMadeMs);
    head.notes = lines.notes();
    if (head.sha256.size() != HashBytes) {
        lines.wrong(QByteArrayLiteral("Sha256"));
    }
    if (head.schemaFrom > head.schema) {
        lines.wrong(QByteArrayLiteral("Schema-From"));
    }
    if (!lines.fault().isEmpty()) {
        return Error{ErrorCode::Invalid, lines.fault()};
    }
    // One way to write it: whatever else is in there was not read, and must not be signed for.
    return head.text() == text ? Result<ReleaseHead>(head) : Error{ErrorCode::Invalid, QStringLiteral("further lines")};
}

} // namespace motcua
