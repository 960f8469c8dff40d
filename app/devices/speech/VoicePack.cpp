// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/speech/VoicePack.h"

#include "models/base/Text.h"
#include "models/catalogue/JsonMembers.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace motcua {

namespace {

constexpr std::chrono::milliseconds BetweenPieces{40};
constexpr std::chrono::milliseconds Pause{220};

/** Words are the same however they are written: recorded are sounds. */
QString keyOf(const QString &words)
{
    return text::tidy(words).toLower();
}

/** No path, and nothing hidden: the files of a pack lie beside its list. */
bool isPlainName(const QString &name)
{
    constexpr qsizetype Longest = 100;
    const auto isPlain = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_' || c == u'.';
    };
    return name.size() <= Longest && !name.startsWith(u'.') && name.endsWith(u".wav") && std::all_of(name.cbegin(), name.cend(), isPlain);
}

/** A regular file: what waits for a writer would keep the voice waiting, and a link leads out of the folder. */
Result<QByteArray> contents(const QString &path, qsizetype most)
{
    const QFileInfo info(path);
    QFile file(path);
    if (!info.isFile() || info.isSymLink() || !file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::FileUnreadable, path};
    }
    QByteArray bytes = file.read(most + 1);
    if (bytes.size() > most) {
        return Error{ErrorCode::FileTooLarge, QString::number(most)};
    }
    return bytes;
}

QString fileName(JsonMembers &members, const QString &key)
{
    const QString name = members.text(key);
    if (!name.isEmpty() && !isPlainName(name)) {
        members.complain(key, QStringLiteral("a plain file name ending in .wav is expected here"));
    }
    return name;
}

} // namespace

Result<VoicePack> VoicePack::open(const QString &folder)
{
    enum class Kind { Pack };
    const QString list = QStringLiteral("pack.json");
    const Result<QByteArray> bytes = contents(folder + u'/' + list, LargestList);
    if (!bytes) {
        return bytes.error();
    }
    JsonFile file({list, *bytes});
    VoicePack pack;
    pack.m_folder = folder;
    qsizetype count = 0;
    if (file.isGood()) {
        JsonMembers members{JsonNode(file)};
        members.word<Kind>(QStringLiteral("schema"), {{u"motcua.voice-pack/1", Kind::Pack}});
        members.text(QStringLiteral("name"));
        pack.m_rate = static_cast<int>(members.integer(QStringLiteral("rate"), Sound::LowestRate, Sound::HighestRate));
        if (const QString own = QStringLiteral("chime"); members.has(own)) {
            pack.m_chime = fileName(members, own);
        }
        const QString clips = QStringLiteral("clips");
        members.object(clips, true, [&](const JsonNode &node) {
            JsonMembers languages(node);
            const QStringList ids = languages.allKeys();
            for (const QString &id : ids) {
                languages.object(id, true, [&](const JsonNode &one) {
                    JsonMembers words(one);
                    const QStringList texts = words.allKeys();
                    count += texts.size();
                    for (const QString &said : texts) {
                        pack.m_clips[id].insert(keyOf(said), fileName(words, said));
                    }
                });
            }
        });
        if (members.has(clips) && (count == 0 || count > MostClips)) {
            members.complain(clips, QStringLiteral("\"clips\" must name at least one and at most %1 files").arg(MostClips));
        }
        members.done();
    }
    if (!file.isGood()) {
        return file.errors().constFirst();
    }
    return pack;
}

std::optional<Sound> VoicePack::clip(const QString &name) const
{
    const Result<QByteArray> bytes = contents(m_folder + u'/' + name, LargestClip);
    if (!bytes) {
        return {};
    }
    const Result<Sound> sound = Sound::fromWav(*bytes);
    return sound && sound->rate() == m_rate && sound->length() <= LongestClip ? std::optional(*sound) : std::nullopt;
}

std::optional<Sound> VoicePack::said(const SpokenCall &call) const
{
    const Clips clips = m_clips.value(call.language);
    Sound whole(m_rate);
    for (const SpokenPiece &piece : call.pieces) {
        const QString name = clips.value(keyOf(piece.text));
        const std::optional<Sound> sound = name.isEmpty() ? std::nullopt : clip(name);
        if (!sound) {
            return {};
        }
        whole.append(*sound);
        whole.appendSilence(piece.hasPause ? Pause : BetweenPieces);
    }
    return whole.samples().isEmpty() ? std::nullopt : std::optional(whole);
}

std::optional<Sound> VoicePack::ownChime() const
{
    return m_chime.isEmpty() ? std::nullopt : clip(m_chime);
}

} // namespace motcua
