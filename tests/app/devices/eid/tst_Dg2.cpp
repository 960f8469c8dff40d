// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/Dg2.h"
#include "tests/app/devices/eid/CardFiles.h"

#include <QTest>

using namespace motcua;

Q_DECLARE_METATYPE(motcua::FaceImage::Kind)

class tst_Dg2 : public QObject
{
    Q_OBJECT

    /** What a facial record is made of, so that a row can say what is wrong with it. */
    struct Record
    {
        QByteArray magic = QByteArray("FAC\0" "010\0", 8);
        int faces = 1;
        int points = 0;
        qint64 recordError = 0; ///< by how much the length of the record lies
        qint64 faceError = 0;
        QByteArray picture = QByteArray("\xFF\xD8\xFF\xE0", 4) + QByteArray(60, 'p');
        QByteArray behind = {}; ///< a second face
        int count = 1; ///< of templates
        quint32 blockTag = 0x5F2E;
        bool hasBlock = true;
    };

    static QByteArray number(qint64 value, int size)
    {
        QByteArray bytes;
        for (int i = size - 1; i >= 0; --i) {
            bytes.append(static_cast<char>(value >> (8 * i) & 0xFF));
        }
        return bytes;
    }

    static QByteArray file(const Record &record)
    {
        const QByteArray image = QByteArray("\1\0", 2) + number(480, 2) + number(640, 2) + QByteArray(6, '\0');
        const qsizetype faceSize = 20 + 8 * record.points + image.size() + record.picture.size();
        const QByteArray face = number(faceSize + record.faceError, 4) + number(record.points, 2) + QByteArray(14, '\0') + QByteArray(8 * record.points, 'q') + image + record.picture;
        const QByteArray block = record.magic + number(14 + face.size() + record.behind.size() + record.recordError, 4) + number(record.faces, 2) + face + record.behind;
        const QByteArray inside = tlv(0xA1, tlv(0x81, "\2")) + (record.hasBlock ? tlv(record.blockTag, block) : QByteArray());
        return tlv(0x75, tlv(0x7F61, tlv(0x02, number(record.count, 1)) + tlv(0x7F60, inside)));
    }

private Q_SLOTS:
    void readsTheCards()
    {
        for (const QString &card : test::cards()) {
            const auto face = FaceImage::fromBytes(test::cardFile(card, u"ef_0102.bin"_qs));
            QVERIFY(face);
            QCOMPARE(face->kind, FaceImage::Kind::Jpeg);
            QCOMPARE(face->bytes.size(), 600);
            QVERIFY(face->bytes.startsWith("\xFF\xD8\xFF") && face->bytes.endsWith("\xFF\xD9"));
            QCOMPARE(face->width, 480);
            QCOMPARE(face->height, 640);
            QCOMPARE(face->faces, 1);
        }
    }

    void readsWhatIsThere_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<FaceImage::Kind>("kind");
        QTest::addColumn<QByteArray>("picture");
        QTest::addColumn<int>("faces");
        const Record plain;
        const QByteArray jp2 = QByteArray("\0\0\0\x0CjP  \r\n\x87\n", 12) + QByteArray(40, 'p');
        const QByteArray stream = QByteArray("\xFF\x4F\xFF\x51", 4) + QByteArray(40, 'p');
        using enum FaceImage::Kind;
        QTest::newRow("a JPEG") << file(plain) << Jpeg << plain.picture << 1;
        QTest::newRow("a JPEG 2000 that calls itself a JPEG") << file({.picture = jp2}) << Jpeg2000 << jp2 << 1;
        QTest::newRow("a bare stream of JPEG 2000") << file({.picture = stream}) << Jpeg2000 << stream << 1;
        QTest::newRow("with points of the face") << file({.points = 3}) << Jpeg << plain.picture << 1;
        QTest::newRow("the first of two in one record") << file({.faces = 2, .behind = QByteArray(100, 'z')}) << Jpeg << plain.picture << 2;
        QTest::newRow("the first of two templates") << file({.count = 2}) << Jpeg << plain.picture << 2;
        QTest::newRow("in a constructed block") << file({.blockTag = 0x7F2E}) << Jpeg << plain.picture << 1;
        QTest::newRow("a face shorter than its record") << file({.faceError = -10}) << Jpeg << plain.picture.chopped(10) << 1;
    }
    void readsWhatIsThere()
    {
        QFETCH(QByteArray, bytes);
        const auto face = FaceImage::fromBytes(bytes);
        QVERIFY(face);
        QTEST(face->kind, "kind");
        QTEST(face->bytes, "picture");
        QTEST(face->faces, "faces");
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("another group") << tlv(0x61, {});
        QTest::newRow("no templates") << tlv(0x75, tlv(0x7F60, {}));
        QTest::newRow("no count") << tlv(0x75, tlv(0x7F61, tlv(0x7F60, {})));
        QTest::newRow("no template") << tlv(0x75, tlv(0x7F61, tlv(0x02, "\1")));
        QTest::newRow("no data block") << file({.hasBlock = false});
        QTest::newRow("a block of another tag") << file({.blockTag = 0x5F2D});
        QTest::newRow("a finger") << file({.magic = QByteArray("FMR\0" " 20\0", 8)});
        QTest::newRow("no face") << file({.faces = 0});
        QTest::newRow("a record longer than its block") << file({.recordError = 1});
        QTest::newRow("a record of two thousand million bytes") << file({.recordError = 0x7FFFFF00});
        QTest::newRow("a record of four thousand million bytes") << file({.recordError = 0xFFFFFF00LL});
        QTest::newRow("a record shorter than its head") << file({.recordError = -140});
        QTest::newRow("a face longer than its record") << file({.faceError = 1});
        QTest::newRow("a face of four thousand million bytes") << file({.faceError = 0xFFFFFF00LL});
        QTest::newRow("a face without a picture") << file({.faceError = -64});
        QTest::newRow("a picture of no kind we know") << file({.picture = "GIF89a"});
        QTest::newRow("no picture") << file({.picture = {}});
        QTest::newRow("a picture larger than any") << file({.picture = QByteArray("\xFF\xD8\xFF", 3) + QByteArray(FaceImage::Largest - 2, 'p')});
        QByteArray points = file({});
        points.replace(QByteArray(16, '\0'), QByteArray("\xFF\xFF", 2) + QByteArray(14, '\0'));
        QTest::newRow("more points than bytes") << points;
    }
    void refuses()
    {
        QFETCH(QByteArray, bytes);
        const auto face = FaceImage::fromBytes(bytes);
        QVERIFY(!face);
        QCOMPARE(face.error().fault, CardFault::Nonsense);
    }

    void aPictureMayBeAsLargeAsTheLimit()
    {
        QVERIFY(FaceImage::fromBytes(file({.picture = QByteArray("\xFF\xD8\xFF", 3) + QByteArray(FaceImage::Largest - 3, 'p')})));
    }

    void survivesDamage()
    {
        QVERIFY(test::survives(file({.points = 1}), [](const QByteArray &bytes) { (void)FaceImage::fromBytes(bytes); }));
    }
};

QTEST_GUILESS_MAIN(tst_Dg2)
#include "tst_Dg2.moc"
