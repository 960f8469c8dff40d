// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/speech/VoicePack.h"
#include "tests/app/devices/speech/RecordedVoice.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

#include <sys/stat.h>

using namespace motcua;

/** A folder of recorded words, good and hostile. */
class tst_VoicePack : public QObject
{
    Q_OBJECT

    static SpokenCall call() { return {u"vi"_qs, {{u"Mời số"_qs, false}, {u"a"_qs, true}, {u"ba"_qs, false}}}; }

    /** The levels that are heard, one after the other. */
    static QList<qint16> levels(const Sound &sound)
    {
        QList<qint16> all;
        for (const qint16 sample : sound.samples()) {
            if (sample != 0 && (all.isEmpty() || all.constLast() != sample)) {
                all.append(sample);
            }
        }
        return all;
    }

private Q_SLOTS:
    void aSentenceIsItsClipsInOrder()
    {
        const RecordedVoice voice;
        const Result<VoicePack> pack = VoicePack::open(voice.folder());
        QVERIFY2(bool(pack), pack ? "" : qPrintable(pack.error().detail));
        const std::optional<Sound> sound = pack->said(call());
        QVERIFY(sound);
        QCOMPARE(sound->rate(), RecordedVoice::Rate);
        QCOMPARE(levels(*sound), (QList<qint16>{voice.level(u"Mời số"_qs), voice.level(u"A"_qs), voice.level(u"ba"_qs)}));
        // Where the sentence has a pause, the silence is the longer one.
        const qsizetype second = sound->samples().indexOf(voice.level(u"A"_qs));
        const qsizetype third = sound->samples().indexOf(voice.level(u"ba"_qs));
        QVERIFY(third - second > 2 * second);
        QVERIFY(!pack->ownChime());
    }

    void wordsAreTheSameHoweverTheyAreWritten()
    {
        const RecordedVoice voice;
        const Result<VoicePack> pack = VoicePack::open(voice.folder());
        QVERIFY(bool(pack));
        QVERIFY(pack->said({u"vi"_qs, {{u"MỜI  SỐ"_qs.normalized(QString::NormalizationForm_D), false}}}));
        QVERIFY(!pack->said({u"vi"_qs, {{u"Moi so"_qs, false}}}));
        QVERIFY(!pack->said({u"en"_qs, {{u"Mời số"_qs, false}}})); // of another language
        QVERIFY(!pack->said({u"vi"_qs, {}}));
    }

    void aSentenceThatLacksAPieceIsNone_data()
    {
        QTest::addColumn<QString>("deed");
        for (const char *deed : {"removed", "cut", "another rate", "too long", "too large", "a folder", "a link", "a pipe", "no sound"}) {
            QTest::addRow("%s", deed) << QString::fromLatin1(deed);
        }
    }
    void aSentenceThatLacksAPieceIsNone()
    {
        QFETCH(QString, deed);
        const RecordedVoice voice;
        const QString clip = voice.file(u"ba"_qs);
        QFile file(clip);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray good = file.readAll();
        file.close();
        QVERIFY(deed == u"cut" || file.remove());
        if (deed == u"cut") {
            RecordedVoice::put(clip, good.chopped(1));
        } else if (deed == u"another rate") {
            RecordedVoice::put(clip, Sound(8'000, QList<qint16>(100, 5)).toWav());
        } else if (deed == u"too long") {
            RecordedVoice::put(clip, Sound(RecordedVoice::Rate, QList<qint16>(RecordedVoice::Rate * 10 + RecordedVoice::Rate / 10, 5)).toWav());
        } else if (deed == u"too large") {
            RecordedVoice::put(clip, good + QByteArray(VoicePack::LargestClip, '\0'));
        } else if (deed == u"a folder") {
            QVERIFY(QDir().mkdir(clip));
        } else if (deed == u"a link") {
            QVERIFY(QFile::link(voice.file(u"hai"_qs), clip));
        } else if (deed == u"a pipe") {
            QCOMPARE(::mkfifo(qPrintable(clip), 0600), 0); // and nobody writes into it
        } else if (deed == u"no sound") {
            RecordedVoice::put(clip, "#!/bin/sh\n");
        }
        const Result<VoicePack> pack = VoicePack::open(voice.folder());
        QVERIFY(bool(pack));
        QVERIFY(!pack->said(call()));
        QVERIFY(pack->said({u"vi"_qs, {{u"Mời số"_qs, false}}}));
    }

    void itMayHaveAChimeOfItsOwn()
    {
        RecordedVoice voice;
        RecordedVoice::put(voice.path(u"ding.wav"_qs), Sound(RecordedVoice::Rate, QList<qint16>(10, 77)).toWav());
        voice.write({{u"chime"_qs, u"ding.wav"_qs}});
        const Result<VoicePack> pack = VoicePack::open(voice.folder());
        QVERIFY(bool(pack));
        QCOMPARE(pack->ownChime()->peak(), 77);
    }

    void aListWithAMistakeIsRefused_data()
    {
        QTest::addColumn<QJsonObject>("more");
        const auto clips = [](const QString &file) { return QJsonObject{{u"clips"_qs, QJsonObject{{u"vi"_qs, QJsonObject{{u"ba"_qs, file}}}}}}; };
        QTest::newRow("another kind") << QJsonObject{{u"schema"_qs, u"motcua.voice-pack/2"_qs}};
        QTest::newRow("no name") << QJsonObject{{u"name"_qs, u" "_qs}};
        QTest::newRow("too low a rate") << QJsonObject{{u"rate"_qs, 100}};
        QTest::newRow("a rate that is none") << QJsonObject{{u"rate"_qs, u"16000"_qs}};
        QTest::newRow("an unknown member") << QJsonObject{{u"script"_qs, u"run.sh"_qs}};
        QTest::newRow("no clip") << QJsonObject{{u"clips"_qs, QJsonObject()}};
        QTest::newRow("clips that are a list") << QJsonObject{{u"clips"_qs, QJsonArray()}};
        QTest::newRow("a file above") << clips(u"../ba.wav"_qs);
        QTest::newRow("a file elsewhere") << clips(u"/etc/ba.wav"_qs);
        QTest::newRow("a file in a folder") << clips(u"a/ba.wav"_qs);
        QTest::newRow("a hidden file") << clips(u".ba.wav"_qs);
        QTest::newRow("a file of another kind") << clips(u"ba.mp3"_qs);
        QTest::newRow("a name of other letters") << clips(u"bà.wav"_qs);
        QTest::newRow("a name without an end") << clips(QString(200, u'a') + u".wav"_qs);
        QTest::newRow("a chime elsewhere") << QJsonObject{{u"chime"_qs, u"../ding.wav"_qs}};
        QJsonObject many;
        for (int i = 0; i <= VoicePack::MostClips; ++i) {
            many.insert(QString::number(i), u"c.wav"_qs);
        }
        QTest::newRow("too many clips") << QJsonObject{{u"clips"_qs, QJsonObject{{u"vi"_qs, many}}}};
    }
    void aListWithAMistakeIsRefused()
    {
        QFETCH(QJsonObject, more);
        RecordedVoice voice;
        voice.write(more);
        const Result<VoicePack> pack = VoicePack::open(voice.folder());
        QVERIFY(!pack);
        QCOMPARE(pack.error().code, ErrorCode::CatalogueSchema);
        QVERIFY2(pack.error().detail.startsWith(u"pack.json:"), qPrintable(pack.error().detail));
    }

    void aListThatIsNoneIsRefused()
    {
        RecordedVoice voice;
        const QString list = voice.path(u"pack.json"_qs);
        RecordedVoice::put(list, "{");
        QCOMPARE(VoicePack::open(voice.folder()).error().code, ErrorCode::CatalogueSyntax);
        RecordedVoice::put(list, QByteArray(VoicePack::LargestList + 1, ' '));
        QCOMPARE(VoicePack::open(voice.folder()).error().code, ErrorCode::FileTooLarge);
        RecordedVoice::put(list, QByteArray(VoicePack::LargestList, '['));
        QCOMPARE(VoicePack::open(voice.folder()).error().code, ErrorCode::CatalogueSyntax);
        QVERIFY(QFile::remove(list));
        QCOMPARE(VoicePack::open(voice.folder()).error().code, ErrorCode::FileUnreadable);
        QCOMPARE(VoicePack::open(voice.path(u"nowhere"_qs)).error().code, ErrorCode::FileUnreadable);
    }
};

QTEST_APPLESS_MAIN(tst_VoicePack)
#include "tst_VoicePack.moc"
