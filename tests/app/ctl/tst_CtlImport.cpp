// SPDX-License-Identifier: GPL-3.0-or-later
#include "CtlBench.h"

#include "app/security/KeySlots.h"
#include "app/storage/DossierQueries.h"
#include "app/storage/HouseQueries.h"
#include "app/storage/JournalQueries.h"
#include "app/storage/Store.h"
#include "app/workflows/JournalLaw.h"
#include "app/workflows/Lawbook.h"
#include "models/journal/ExportReader.h"
#include "models/journal/ExportWriter.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QTest>

#include <memory>

using namespace motcua;
using Ended = CtlBench::Outcome;

/** What another desk wrote comes in from its export, or from the disk of a machine that is gone. */
class tst_CtlImport : public QObject
{
    Q_OBJECT

    std::unique_ptr<CtlBench> m_gone;
    std::unique_ptr<CtlBench> m_desk;

    static QString filled(const CtlBench &desk)
    {
        const QJsonObject fields{{u"requester.name"_qs, u"Hoàng Thị Mai"_qs}, {u"requester.birth"_qs, u"5/3/85"_qs},
            {u"requester.residence"_qs, u"12 Trần Phú, phường Hòa An"_qs}, {u"requester.personalNumber"_qs, u"000185012345"_qs},
            {u"requester.relation"_qs, u"self"_qs}, {u"record.kind"_qs, u"birth"_qs}, {u"record.name"_qs, u"Nguyễn Bảo An"_qs},
            {u"record.birth"_qs, u"15/11/2019"_qs}, {u"record.sex"_qs, u"male"_qs},
            {u"record.registeredAt"_qs, u"Ủy ban nhân dân phường Hòa An"_qs}, {u"copies"_qs, u"2"_qs}};
        const QJsonObject papers{{u"declaration"_qs, u"met"_qs}, {u"identity"_qs, u"met"_qs}};
        QFile file(desk.path(u"filled.json"_qs));
        if (file.open(QIODevice::WriteOnly)) {
            file.write(QJsonDocument(QJsonObject{{u"fields"_qs, fields}, {u"papers"_qs, papers}}).toJson());
        }
        return file.fileName();
    }
    /** The code of a dossier received now at the store in `folder`. */
    static QString received(const CtlBench &desk, const QString &folder = u"centre"_qs)
    {
        return desk.asHead({u"file"_qs, u"--procedure"_qs, u"2.000635"_qs, filled(desk), u"--store"_qs, desk.path(folder)})
            .json.value(u"code").toString();
    }
    static QString exported(const CtlBench &desk, const QString &folder = u"centre"_qs, const QString &name = u"journal.mcj"_qs)
    {
        const QString file = desk.path(name);
        return desk.asHead({u"journal"_qs, u"export"_qs, file, u"--payloads"_qs, u"--store"_qs, desk.path(folder)}).code == 0 ? file : QString();
    }
    static int count(const CtlBench &desk) { return desk.asHead({u"list"_qs}).json.value(u"count").toInt(-1); }

    [[nodiscard]] Ended imported(const QStringList &sources, const QString &secret = {}, const QString &person = {}) const
    {
        qputenv("MOTCUA_FROM_PASSWORD", secret.toUtf8());
        QStringList words{u"journal"_qs, u"import"_qs};
        words += sources;
        if (!person.isEmpty()) {
            words << u"--from-person"_qs << person;
        }
        return m_desk->asHead(words);
    }

    static storage::Store opened(const CtlBench &desk)
    {
        const Result<security::RecoveryKey> key = security::RecoveryKey::fromTyped(desk.recoveryKey());
        const Result<security::OpenedKeys> keys = security::KeySlots(desk.storeFile()).openWithRecovery(*key);
        const auto law = Lawbook::load(QStringLiteral(MOTCUA_RESOURCES_SOURCE), Lawbook::Prices::Invented);
        storage::StoreOptions options;
        options.rules = journalRules(*law);
        return *storage::Store::open(desk.storeFile(), keys->dataKeys.current, options);
    }
    /** A scanned paper of the only dossier there; its reference. */
    static QString scanned(const CtlBench &desk, const QByteArray &scan)
    {
        const storage::Store store = opened(desk);
        const QString reference = store.attachments().keep(scan)->toString();
        const Id dossier = store.ask(storage::WorklistPage{}).result()->rows.constFirst().id;
        const Id person = store.ask(storage::StaffList{}).result()->constFirst().id();
        const Act act{.actor = {journal::Actor::Kind::Person, person}, .desk = "H26.31.05/3", .subject = dossier,
            .what = AddPaper{u"declaration"_qs, reference}};
        return store.record(act).result() ? reference : QString();
    }
    /** What lies in a folder, byte for byte. */
    static QHash<QString, QByteArray> content(const QString &folder)
    {
        QHash<QString, QByteArray> all;
        for (QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); files.hasNext();) {
            QFile file(files.next());
            all.insert(file.fileName(), file.open(QIODevice::ReadOnly) ? QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256) : QByteArray());
        }
        return all;
    }
    static void copyFolder(const QString &from, const QString &to)
    {
        for (QDirIterator files(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); files.hasNext();) {
            const QString source = files.next();
            const QString target = to + source.sliced(from.size());
            QVERIFY(QDir().mkpath(QFileInfo(target).path()) && QFile::copy(source, target));
        }
    }

private Q_SLOTS:
    void init()
    {
        m_gone = std::make_unique<CtlBench>();
        m_desk = std::make_unique<CtlBench>();
        QVERIFY(m_gone->prepare(3) && m_desk->prepare(4));
    }

    void anExportIsTakenOverOnceAndPassedOn()
    {
        QCOMPARE(m_gone->asHead({u"seed"_qs, u"--dossiers"_qs, u"1100"_qs}).code, 0); // more entries than go in one stretch
        const QString file = exported(*m_gone);
        const int dossiers = count(*m_gone);
        const Ended first = imported({file});
        QVERIFY2(first.code == 0, first.errors.constData());
        const int entries = first.json.value(u"new").toInt();
        QVERIFY2(entries > 1000, qPrintable(QString::number(entries)));
        QCOMPARE(first.json.value(u"held").toInt(), 0);
        QCOMPARE(first.json.value(u"refused").toInt(), 0);
        QCOMPARE(count(*m_desk), dossiers);
        QCOMPARE(m_desk->asHead({u"journal"_qs, u"verify"_qs}).code, 0);
        const Ended again = imported({file});
        QCOMPARE(again.code, 0);
        QCOMPARE(again.json.value(u"new").toInt(-1), 0);
        QCOMPARE(again.json.value(u"held").toInt(), entries);
        // Whoever has it gives it on with the owner's word, and takes what is theirs for what it is.
        const QString both = exported(*m_desk);
        CtlBench third;
        QVERIFY(third.prepare(5));
        const Ended relayed = third.asHead({u"journal"_qs, u"import"_qs, both});
        QVERIFY2(relayed.code == 0, relayed.errors.constData());
        QCOMPARE(count(third), dossiers);
        QVERIFY(relayed.json.value(u"new").toInt() > entries);
        const Ended own = m_gone->asHead({u"journal"_qs, u"import"_qs, both});
        QVERIFY2(own.code == 0, own.errors.constData());
        QCOMPARE(own.json.value(u"held").toInt(), entries);
    }

    void aFolderOfADeskThatIsGoneIsTakenOverWithItsFiles_data()
    {
        QTest::addColumn<QString>("person");
        QTest::addColumn<QString>("secret");
        QTest::addColumn<int>("code");
        QTest::addRow("by its recovery key") << QString() << QString() << 0;
        QTest::addRow("by a password of somebody it lets in") << CtlBench::officer() << CtlBench::officerPassword() << 0;
        QTest::addRow("by a password nobody has there") << CtlBench::officer() << u"khong phai mat khau"_qs << 3;
        QTest::addRow("by a recovery key of another desk") << QString() << u"other"_qs << 3;
    }
    void aFolderOfADeskThatIsGoneIsTakenOverWithItsFiles()
    {
        QFETCH(QString, person);
        QFETCH(QString, secret);
        QFETCH(int, code);
        QVERIFY(!received(*m_gone).isEmpty());
        const QByteArray scan(700'000, 'x');
        const QString reference = scanned(*m_gone, scan);
        const QString damagedOne = scanned(*m_gone, QByteArray(10'000, 'y'));
        const QString lostOne = scanned(*m_gone, QByteArray(10'000, 'z'));
        QVERIFY(!reference.isEmpty() && !damagedOne.isEmpty() && !lostOne.isEmpty());
        {
            const storage::Store store = opened(*m_gone);
            QFile file(store.attachments().pathOf(storage::AttachmentReference::fromString(damagedOne)->name));
            QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(500) && file.write("!") == 1);
            QVERIFY(QFile::remove(store.attachments().pathOf(storage::AttachmentReference::fromString(lostOne)->name)));
        }
        const QString folder = m_gone->path(u"centre"_qs);
        const auto before = content(folder);
        const QString said = !secret.isEmpty() ? (secret == u"other" ? m_desk->recoveryKey() : secret) : m_gone->recoveryKey();
        const Ended done = imported({folder}, said, person);
        QVERIFY(content(folder) == before); // it may lie on a disk that is only read
        QCOMPARE(QDir(m_desk->path(u"centre"_qs)).entryList({u"import-*"_qs}), QStringList());
        if (code != 0) {
            QVERIFY2(done.code == code, done.errors.constData());
            QCOMPARE(count(*m_desk), 0);
            return;
        }
        QVERIFY2(done.code == 4, done.errors.constData()); // one file was damaged
        QVERIFY(done.json.value(u"new").toInt() > 0);
        QCOMPARE(done.json.value(u"refused").toInt(-1), 0);
        const QJsonObject files = done.json.value(u"files").toObject();
        QCOMPARE(files.value(u"new").toInt(), 1);
        QCOMPARE(files.value(u"damaged").toInt(), 1);
        QCOMPARE(files.value(u"missing").toInt(), 1);
        QCOMPARE(count(*m_desk), 1);
        {
            const storage::Store store = opened(*m_desk);
            QCOMPARE(*store.attachments().read(reference), scan);
            QCOMPARE(store.attachments().read(damagedOne).error().code, ErrorCode::AttachmentMissing);
            // Its files go on from here with its entries.
            for (const QString &peer : {u"portal"_qs, u"centre"_qs}) {
                const auto passedOn = store.ask(storage::PeerVector{peer + u".files.imported"_qs}).result();
                QVERIFY(passedOn);
                QCOMPARE(passedOn->origins().keys(), QList<Id>{opened(*m_gone).origin()});
            }
        }
        const Ended again = imported({folder}, said, person);
        QCOMPARE(again.json.value(u"new").toInt(-1), 0);
        QCOMPARE(again.json.value(u"files")[u"held"].toInt(), 1);
    }

    void whatAFileLacksTheFolderBrings()
    {
        QVERIFY(!received(*m_gone).isEmpty());
        const QString file = m_gone->path(u"headers.mcj"_qs);
        QCOMPARE(m_gone->asHead({u"journal"_qs, u"export"_qs, file}).code, 0);
        const Ended headers = imported({file});
        QVERIFY2(headers.code == 0, headers.errors.constData());
        QVERIFY(m_desk->asHead({u"journal"_qs, u"verify"_qs}).json.value(u"withoutPayload").toInt() > 0);
        const Ended done = imported({m_gone->path(u"centre"_qs)}, m_gone->recoveryKey());
        QVERIFY2(done.code == 0, done.errors.constData());
        QVERIFY(done.json.value(u"new").toInt() >= headers.json.value(u"new").toInt());
        QCOMPARE(m_desk->asHead({u"journal"_qs, u"verify"_qs}).json.value(u"withoutPayload").toInt(-1), 0);
        QCOMPARE(count(*m_desk), 1);
    }

    void trainingAndRealWorkAreNeverMixed()
    {
        CtlBench real;
        QVERIFY(real.prepare(5, false));
        const Ended training = m_desk->asHead({u"journal"_qs, u"import"_qs, exported(real)});
        QVERIFY2(training.code == 1 && training.errors.contains("never mixed"), training.errors.constData());
        QCOMPARE(training.json.value(u"error").toString(), u"OriginForeign"_qs);
        const Ended other = real.asHead({u"journal"_qs, u"import"_qs, exported(*m_gone)});
        QVERIFY2(other.code == 1 && other.errors.contains("never mixed"), other.errors.constData());
        QCOMPARE(opened(*m_desk).ask(storage::Origins{}).result()->size(), 1);
    }

    void ofALogTwoMachinesWroteOneBranchIsTaken()
    {
        QVERIFY(!received(*m_gone).isEmpty());
        copyFolder(m_gone->path(u"centre"_qs), m_gone->path(u"clone"_qs));
        QVERIFY(!received(*m_gone).isEmpty());
        QVERIFY(!received(*m_gone, u"clone"_qs).isEmpty());
        QVERIFY(!received(*m_gone, u"clone"_qs).isEmpty());
        const Ended first = imported({exported(*m_gone)});
        QVERIFY2(first.code == 0, first.errors.constData());
        const int dossiers = count(*m_desk);
        const Ended other = imported({exported(*m_gone, u"clone"_qs, u"clone.mcj"_qs)});
        QVERIFY2(other.code == 4 && other.errors.contains("Two machines wrote this log"), other.errors.constData());
        QVERIFY(other.json.value(u"refused").toInt() > 0);
        QCOMPARE(other.json.value(u"sources")[0][u"logs"][0][u"why"].toString(), u"OriginForked"_qs);
        QCOMPARE(count(*m_desk), dossiers);
        QCOMPARE(m_desk->asHead({u"journal"_qs, u"verify"_qs}).code, 0);
    }

    // More of the own log than was written here: said, and nobody is stopped by a file.
    void moreOfTheOwnLogIsNotTaken()
    {
        copyFolder(m_gone->path(u"centre"_qs), m_gone->path(u"older"_qs));
        QVERIFY(!received(*m_gone).isEmpty());
        const Ended own = m_gone->asHead({u"journal"_qs, u"import"_qs, exported(*m_gone), u"--store"_qs, m_gone->path(u"older"_qs)});
        QVERIFY2(own.code == 4, own.errors.constData());
        QVERIFY(own.json.value(u"refused").toInt() > 0);
        QCOMPARE(own.json.value(u"new").toInt(-1), 0);
        QVERIFY(!received(*m_gone, u"older"_qs).isEmpty());
    }

    void whatNobodySignedIsNotTaken()
    {
        QVERIFY(!received(*m_gone).isEmpty());
        QFile file(exported(*m_gone));
        QVERIFY(file.open(QIODevice::ReadOnly));
        journal::ExportReader reader;
        journal::ExportWriter writer;
        reader.feed(file.readAll());
        QByteArray bytes = writer.begin();
        while (const auto record = *reader.next()) {
            bytes += *writer.record(*record);
        }
        bytes += *writer.end([](const journal::LogHead &head) { return Result<journal::LogHead>(head); });
        QFile unsignedFile(m_gone->path(u"unsigned.mcj"_qs));
        QVERIFY(unsignedFile.open(QIODevice::WriteOnly) && unsignedFile.write(bytes) == bytes.size());
        unsignedFile.close();
        const Ended refused = imported({unsignedFile.fileName()});
        QVERIFY2(refused.code == 4 && refused.errors.contains("did not sign"), refused.errors.constData());
        QCOMPARE(refused.json.value(u"new").toInt(-1), 0);
        QCOMPARE(count(*m_desk), 0);
        QCOMPARE(imported({file.fileName()}).code, 0);
    }

    void aFileThatIsNotWholeIsNotTaken_data()
    {
        QTest::addColumn<int>("cut");
        QTest::addColumn<int>("changed");
        QTest::addColumn<QString>("error");
        QTest::addRow("its end is missing") << 10 << 0 << u"FileTruncated"_qs;
        QTest::addRow("a byte is another") << 0 << 700 << QString();
        QTest::addRow("it is something else") << 0 << 1 << u"FileUnreadable"_qs;
    }
    void aFileThatIsNotWholeIsNotTaken()
    {
        QFETCH(int, cut);
        QFETCH(int, changed);
        QFETCH(QString, error);
        QVERIFY(!received(*m_gone).isEmpty());
        QFile file(exported(*m_gone));
        QVERIFY(file.open(QIODevice::ReadWrite));
        if (changed > 0) {
            char byte = 0;
            QVERIFY(file.seek(changed) && file.getChar(&byte) && file.seek(changed) && file.putChar(static_cast<char>(byte ^ 4)));
        }
        QVERIFY(file.resize(file.size() - cut));
        file.close();
        const Ended refused = imported({file.fileName()});
        QVERIFY(refused.code != 0);
        QVERIFY(error.isEmpty() || refused.json.value(u"error").toString() == error);
        QCOMPARE(count(*m_desk), 0);
    }

    void onlyWhoMayRestoreImports()
    {
        const QString file = exported(*m_gone);
        QCOMPARE(m_desk->asOfficer({u"journal"_qs, u"import"_qs, file}).code, 3);
        QCOMPARE(m_desk->asHead({u"journal"_qs, u"import"_qs}).code, 2);
        QCOMPARE(imported({m_desk->path(u"centre"_qs)}, m_desk->recoveryKey()).code, 6); // its own folder
        QCOMPARE(imported({m_desk->path(u"nothing.mcj"_qs)}).code, 1);
    }
};

QTEST_GUILESS_MAIN(tst_CtlImport)
#include "tst_CtlImport.moc"
