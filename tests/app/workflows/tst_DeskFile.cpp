// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/DeskFile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace motcua;

/** The file that makes a new machine a desk: what goes in comes out, only with its code, and only what an office shares. */
class tst_DeskFile : public QObject
{
    Q_OBJECT

private:
    static DeskFile sample()
    {
        return {.facts = {.unitName = QStringLiteral("TTPVHCC phường Hòa An"), .governingBody = QStringLiteral("Ủy ban nhân dân phường Hòa An"), .place = QStringLiteral("Hòa An"),
                    .organisationCode = QStringLiteral("H26.31.05"), .deskNumber = 7, .onlyDesk = false, .training = true,
                    .account = UnitAccount{QStringLiteral("970405"), QStringLiteral("1500201000001"), QStringLiteral("UBND PHUONG HOA AN")}},
            .name = QStringLiteral("Quầy 7"), .centre = "motcua-centre-1:abc", .portal = "{}", .catalogue = {}, .package = {},
            .files = {{QStringLiteral("kiosk.json"), "{}"}, {QStringLiteral("slips/02.json"), QByteArray(100'000, 'x')}}, .settings = {{QStringLiteral("ticketPrinter/tcp"), QStringLiteral("10.1.2.3:9100")}}};
    }
    static QByteArray sealed(const DeskFile &file, const QString &code) { return *file.sealed(code, security::ScryptCost::forTests()); }
    static Result<DeskFile> opened(const QByteArray &bytes, const QString &code) { return DeskFile::opened(bytes, code, security::ScryptCost::forTests()); }
    static void write(const QString &path, const QByteArray &bytes)
    {
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }

private Q_SLOTS:
    void whatGoesInComesOut()
    {
        const QString code = DeskFile::newCode();
        QCOMPARE(code.size(), 19);
        QVERIFY(DeskFile::newCode() != code);
        const QByteArray bytes = sealed(sample(), code);
        QVERIFY(bytes.size() < 10'000); // made small
        const auto read = opened(bytes, code);
        QVERIFY(read);
        QCOMPARE(read->facts, sample().facts);
        QCOMPARE(read->name, sample().name);
        QCOMPARE(read->centre, sample().centre);
        QCOMPARE(read->portal, sample().portal);
        QCOMPARE(read->files, sample().files);
        QCOMPARE(read->settings, sample().settings);
        QVERIFY(!read->catalogue);
        QVERIFY(opened(bytes, code.toLower().remove(u'-'))); // as somebody types it
        QVERIFY(sealed(sample(), code) != bytes); // another salt
    }

    void onlyItsCodeOpensIt()
    {
        const QString code = DeskFile::newCode();
        const QByteArray bytes = sealed(sample(), code);
        for (const QString &other : {QString(), DeskFile::newCode(), code.first(18)}) {
            const auto refused = opened(bytes, other);
            QVERIFY2(!refused && refused.error().code == ErrorCode::WrongPassword, qPrintable(other));
        }
        for (qsizetype at = 0; at < bytes.size(); at += 97) {
            QByteArray changed = bytes;
            changed[at] = static_cast<char>(changed.at(at) ^ 1);
            const auto refused = opened(changed, code);
            QVERIFY2(!refused && (refused.error().code == ErrorCode::InvitationUnreadable || refused.error().code == ErrorCode::FileNewer), qPrintable(QString::number(at)));
            const auto cut = opened(bytes.first(at), code);
            QVERIFY2(!cut && cut.error().code == ErrorCode::InvitationUnreadable, qPrintable(QString::number(at)));
        }
        QCOMPARE(errorName(opened("motcua-desk-2\n" + bytes.sliced(14), code).error().code), QStringLiteral("FileNewer"));
        QCOMPARE(errorName(opened(sealed(DeskFile(), code), code).error().code), QStringLiteral("InvitationUnreadable")); // of no centre
    }

    void onlyWhatAnOfficeSharesIsLaidAnywhere()
    {
        for (const char *path : {"kiosk.json", "slips/02-own.json", "trust/authority.pem", "trust/CSCA-VN.ml"}) {
            QVERIFY2(DeskFile::isShared(QString::fromLatin1(path)), path);
        }
        for (const char *path : {"centre.db", "centre.db.keys", "board.json", "../kiosk.json", "slips/../centre.db", "slips/.hidden.json", "slips/a/b.json", "trust/..", "/etc/passwd", "kiosk.json\n", ""}) {
            QVERIFY2(!DeskFile::isShared(QString::fromLatin1(path)), path);
        }
        DeskFile hostile = sample();
        hostile.files.insert(QStringLiteral("../../evil"), "x");
        hostile.settings.insert(QStringLiteral("announcer/player"), QStringLiteral("rm"));
        const QString code = DeskFile::newCode();
        const auto read = opened(sealed(hostile, code), code);
        QVERIFY(read);
        QCOMPARE(read->files, sample().files);
        QCOMPARE(read->settings, sample().settings);
    }

    void whatIsSharedIsGatheredAndLaidOut()
    {
        QTemporaryDir from;
        QTemporaryDir to;
        const QString ini = from.filePath(QStringLiteral("desk.ini"));
        write(from.filePath(QStringLiteral("kiosk.json")), "{\"a\": 1}");
        write(from.filePath(QStringLiteral("trust/one.pem")), "pem");
        write(from.filePath(QStringLiteral("slips/03.json")), "slip");
        write(from.filePath(QStringLiteral("slips/notes.txt")), "no slip");
        write(from.filePath(QStringLiteral("board.json")), "of the machine with the screen");
        write(from.filePath(QStringLiteral("centre.db")), "secret");
        write(ini, "[ticketPrinter]\ntcp=10.1.2.3:9100\n[codeReader]\npath=/dev/ttyUSB0\n[idle]\nlockMinutes=7\n");
        DeskFile file;
        QVERIFY(file.gather(StoreFolder(from.path()), ini));
        QCOMPARE(file.files.keys(), QStringList({QStringLiteral("kiosk.json"), QStringLiteral("slips/03.json"), QStringLiteral("trust/one.pem")}));
        QCOMPARE(file.settings.keys(), QStringList({QStringLiteral("idle/lockMinutes"), QStringLiteral("ticketPrinter/tcp")}));
        QVERIFY(file.layOut(to.path()));
        QFile slip(to.filePath(QStringLiteral("slips/03.json")));
        QVERIFY(slip.open(QIODevice::ReadOnly));
        QCOMPARE(slip.readAll(), QByteArray("slip"));
        QVERIFY(!QFile::exists(to.filePath(QStringLiteral("centre.db"))));

        // What a machine says itself stays: it has a printer on a cable.
        const QString own = to.filePath(QStringLiteral("desk.ini"));
        write(own, "[ticketPrinter]\ndevice=/dev/usb/lp0\n");
        QVERIFY(file.keepSettings(own));
        const QSettings kept(own, QSettings::IniFormat);
        QVERIFY(!kept.contains(QStringLiteral("ticketPrinter/tcp")));
        QCOMPARE(kept.value(QStringLiteral("ticketPrinter/device")).toString(), QStringLiteral("/dev/usb/lp0"));
        QCOMPARE(kept.value(QStringLiteral("idle/lockMinutes")).toInt(), 7);

        write(from.filePath(QStringLiteral("trust/huge.ml")), QByteArray(DeskFile::MostOfOneFile + 1, 'x'));
        const auto refused = DeskFile().gather(StoreFolder(from.path()), ini);
        QVERIFY(!refused && refused.error().code == ErrorCode::FileTooLarge);
        QVERIFY(refused.error().detail.endsWith(u"huge.ml"));
    }
};

QTEST_GUILESS_MAIN(tst_DeskFile)
#include "tst_DeskFile.moc"
