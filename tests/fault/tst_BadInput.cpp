// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/folder/FolderSlipPrinter.h"
#include "app/storage/Connection.h"
#include "app/storage/DossierQueries.h"
#include "app/storage/JournalQueries.h"
#include "app/storage/PageSeal.h"
#include "models/base/VietnamTime.h"
#include "tests/app/workflows/TrainingDesk.h"
#include "tests/models/journal/Author.h"
#include "tests/support/ScratchFolder.h"
#include "ui/messages/Language.h"
#include "ui/messages/Sentence.h"

#include <QDir>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QStorageInfo>

#include <sys/mount.h>

using namespace motcua;
using namespace motcua::testsupport;
using storage::Connection;
using storage::ConnectionOptions;

/** What goes wrong at a desk, met through the real program: the person gets the sentence, and what was recorded is still there. */
class tst_BadInput : public QObject
{
    Q_OBJECT

    struct Outcome
    {
        int code = -1;
        QJsonObject json = {};
        QString errors = {};
    };

    std::unique_ptr<TrainingDesk> m_desk;
    std::unique_ptr<ScratchFolder> m_scratch;
    std::unique_ptr<Language> m_language;
    QString m_filled;

    /** Somebody at the desk, in this process; closed by the caller. */
    [[nodiscard]] SignedInPerson signedIn() const
    {
        SignIn door(m_desk->folder(), TrainingDesk::law(), security::ScryptCost::forTests());
        const Result<SignedInPerson> person = door.withPassword(TrainingDesk::administrator(), TrainingDesk::password()).result();
        if (!person) {
            qFatal("sign-in: %s", qPrintable(errorName(person.error().code)));
        }
        return *person;
    }

    [[nodiscard]] Outcome ended(QProcess &process) const
    {
        if (!process.waitForFinished(60'000)) {
            return {};
        }
        return {process.exitCode(), QJsonDocument::fromJson(process.readAllStandardOutput()).object(), QString::fromUtf8(process.readAllStandardError())};
    }

    void start(QProcess &process, QStringList words, const QString &password = TrainingDesk::password(), const QString &folder = {}) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"MOTCUA_PASSWORD"_qs, password);
        process.setProcessEnvironment(environment);
        words << u"--store"_qs << (folder.isEmpty() ? m_desk->folder().path() : folder) << u"--person"_qs << TrainingDesk::administrator() << u"--json"_qs;
        process.start(QStringLiteral(MOTCUA_CTL), words);
    }

    [[nodiscard]] Outcome ctl(const QStringList &words, const QString &password = TrainingDesk::password(), const QString &folder = {}) const
    {
        QProcess process;
        start(process, words, password, folder);
        return ended(process);
    }

    [[nodiscard]] QStringList filing() const { return {u"file"_qs, u"--procedure"_qs, u"2.000635"_qs, m_filled}; }

    /** The sentence of this error, whole, stands in what was written to the person; nothing unless it does not. */
    static QString unsaid(const Outcome &outcome, const Error &error)
    {
        const QString wanted = sentence(error, Reader::Terminal).text();
        return outcome.errors.contains(wanted) ? QString() : QStringLiteral("\"%1\" is not in \"%2\"").arg(wanted, outcome.errors);
    }

    /** Empty when `dossiers` are there and every chain and payload holds. */
    [[nodiscard]] QString lost(int dossiers = 2) const
    {
        const Outcome list = ctl({u"list"_qs});
        const Outcome verified = ctl({u"journal"_qs, u"verify"_qs});
        const int count = list.json.value(u"count").toInt(-1);
        return list.code == 0 && count == dossiers && verified.code == 0
            ? QString()
            : QStringLiteral("%1 dossiers, list %2, verify %3: %4").arg(count).arg(list.code).arg(verified.code).arg(list.errors + verified.errors);
    }

    static void copyTree(const QString &from, const QString &to)
    {
        QVERIFY(QDir().mkpath(to));
        QCOMPARE(QProcess::execute(u"cp"_qs, {u"-a"_qs, u"-L"_qs, from + u"/."_qs, to}), 0);
    }

    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    static bool mounted(const QString &folder, const char *size)
    {
        return QDir().mkpath(folder) && ::mount("tmpfs", QFile::encodeName(folder).constData(), "tmpfs", 0, size) == 0;
    }

    static void fillDisk(const QString &folder)
    {
        QFile filler(folder + u"/filler"_qs);
        QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        while (filler.write(QByteArray(4096, 'f')) == 4096) {
        }
    }

private Q_SLOTS:
    void init()
    {
        m_language = std::make_unique<Language>();
        QVERIFY(m_language->isSpoken());
        m_scratch = std::make_unique<ScratchFolder>();
        m_desk = std::make_unique<TrainingDesk>();
        const Result<Workplace> place = m_desk->setUp();
        QVERIFY(place);
        FileDossier filing(*place, nullptr);
        const QSignalSpy issued(&filing, &FileDossier::slipIssued);
        for (int n = 1; n <= 2; ++n) {
            QVERIFY(filing.choose(u"2.000635"_qs));
            TrainingDesk::fill(filing);
            filing.accept();
            QTRY_COMPARE(issued.size(), n);
            filing.finish();
        }
        QVERIFY(filing.choose(u"2.000635"_qs));
        TrainingDesk::fill(filing);
        QJsonObject fields;
        const QJsonObject typed = filing.form().toJson();
        for (auto it = typed.begin(); it != typed.end(); ++it) {
            fields.insert(it.key(), it.value().toObject().value(u"v"));
        }
        QJsonObject papers;
        for (const RequiredPaper &paper : filing.procedure().papers) {
            papers.insert(paper.id, u"met"_qs);
        }
        m_filled = m_scratch->file(u"filled.json"_qs);
        write(m_filled, QJsonDocument(QJsonObject{{u"fields"_qs, fields}, {u"papers"_qs, papers}}).toJson());
        filing.discard();
        place->store.close();
    }

    void nothingIsWrongAtFirst()
    {
        QCOMPARE(lost(), QString());
        const Outcome filed = ctl(filing());
        QVERIFY2(filed.code == 0, qPrintable(filed.errors));
        QCOMPARE(lost(3), QString());
    }

    void aLawFileWithAnError_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("right");
        QTest::addColumn<QByteArray>("wrong");
        QTest::addColumn<ErrorCode>("code");
        QTest::addRow("a form: a comma is missing") << u"forms/extract-request.json"_qs << QByteArray("\"id\": \"extract-request\",")
                                                    << QByteArray("\"id\": \"extract-request\"") << ErrorCode::CatalogueSyntax;
        QTest::addRow("a form: a word nobody knows") << u"forms/extract-request.json"_qs << QByteArray("\"need\": \"required\"")
                                                     << QByteArray("\"need\": \"reqired\"") << ErrorCode::CatalogueSchema;
        QTest::addRow("a slip: cut off") << u"slips/01-receipt.json"_qs << QByteArray("\"blocks\"") << QByteArray() << ErrorCode::CatalogueSyntax;
    }
    void aLawFileWithAnError()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, right);
        QFETCH(QByteArray, wrong);
        QFETCH(ErrorCode, code);
        const QString law = m_scratch->file(u"law"_qs);
        copyTree(Lawbook::folder(), law);
        QByteArray bytes = bytesOf(law + u'/' + file);
        const qsizetype at = bytes.indexOf(right);
        QVERIFY(at > 0);
        const auto line = bytes.left(at).count('\n') + 1;
        bytes = wrong.isEmpty() ? bytes.left(at) : bytes.replace(at, right.size(), wrong);
        write(law + u'/' + file, bytes);

        const Outcome outcome = ctl(filing() + QStringList{u"--resources"_qs, law});
        QCOMPARE(outcome.code, 6);
        QCOMPARE(outcome.json.value(u"error").toString(), errorName(code));
        // What is wrong with the comma is seen at the start of the next line.
        const QRegularExpression place(QRegularExpression::escape(file) + QStringLiteral(":(%1|%2):[0-9]+").arg(line).arg(line + 1));
        QVERIFY2(place.match(outcome.errors).hasMatch(), qPrintable(outcome.errors + QString::number(line)));
        QCOMPARE(unsaid(outcome, {code, place.match(outcome.errors).captured()}), QString());

        // In training the law is waited for; else the window is there before it is read.
        for (const QStringList &mode : {QStringList{u"--training"_qs}, QStringList{}}) {
            QProcess window;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(u"MOTCUA_RESOURCES"_qs, law);
            window.setProcessEnvironment(environment);
            window.start(QStringLiteral(MOTCUA_WINDOW), mode + QStringList{u"--store"_qs, m_desk->folder().path()});
            const Outcome shut = ended(window);
            QCOMPARE(shut.code, 1);
            QVERIFY2(place.match(shut.errors).hasMatch(), qPrintable(shut.errors));
        }
        QCOMPARE(lost(), QString());
    }

    void aWrongPassword()
    {
        const Outcome outcome = ctl({u"list"_qs}, u"khong phai mat khau nay"_qs);
        QCOMPARE(outcome.code, 3);
        QCOMPARE(unsaid(outcome, {ErrorCode::WrongPassword, {}}), QString());
        QVERIFY(!outcome.errors.contains(u"khong phai"_qs));
        const Outcome tooSoon = ctl({u"list"_qs});
        if (tooSoon.code != 0) {
            QCOMPARE(unsaid(tooSoon, {ErrorCode::LockedOut, tooSoon.json.value(u"detail").toString()}), QString());
        }
        QTRY_COMPARE_WITH_TIMEOUT(lost(), QString(), 20'000);
    }

    void aFileThatIsNotAsItWas_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<ErrorCode>("code");
        QTest::addRow("a damaged first page") << u"first"_qs << ErrorCode::StoreDamaged;
        QTest::addRow("a damaged page") << u"page"_qs << ErrorCode::StoreDamaged;
        QTest::addRow("cut in the middle") << u"cut"_qs << ErrorCode::StoreDamaged;
        QTest::addRow("empty") << u"empty"_qs << ErrorCode::StoreDamaged;
        QTest::addRow("gone") << u"gone"_qs << ErrorCode::StoreMissing;
        QTest::addRow("of a newer program") << u"newer"_qs << ErrorCode::StoreNewer;
        QTest::addRow("of another desk") << u"other"_qs << ErrorCode::StoreWrongKey;
    }
    void aFileThatIsNotAsItWas()
    {
        QFETCH(QString, what);
        QFETCH(ErrorCode, code);
        const QString path = m_desk->folder().file();
        const QString aside = m_scratch->file(u"aside"_qs);
        copyTree(m_desk->folder().path(), aside);
        QVERIFY(!QFile::exists(path + u"-wal"_qs));
        QByteArray bytes = bytesOf(path);
        if (what == u"first") {
            bytes[1000] = static_cast<char>(bytes[1000] ^ 1);
        } else if (what == u"page") {
            for (qsizetype page = 1; page * storage::PageSeal::PageSize + 100 < bytes.size(); ++page) { // whichever is read first
                bytes[page * storage::PageSeal::PageSize + 100] = static_cast<char>(bytes[page * storage::PageSeal::PageSize + 100] ^ 1);
            }
        } else if (what == u"cut") {
            bytes.truncate(bytes.size() / 2);
        } else if (what == u"empty") {
            bytes.clear();
        } else if (what == u"newer") {
            const SignedInPerson person = signedIn();
            person.place.store.close();
            Connection connection(path, person.session->keys()->dataKeys.current, {.access = ConnectionOptions::Access::Writer});
            connection.execute("PRAGMA user_version=9999");
        } else if (what == u"other") {
            const TrainingDesk other;
            QVERIFY(other.setUp());
            bytes = bytesOf(other.folder().file());
        }
        if (what == u"gone") {
            QVERIFY(QFile::remove(path));
        } else if (what != u"newer") {
            write(path, bytes);
        }

        for (const QStringList &words : {QStringList{u"list"_qs}, filing()}) {
            const Outcome outcome = ctl(words);
            QVERIFY(outcome.code > 0);
            QCOMPARE(outcome.json.value(u"error").toString(), errorName(code));
            QCOMPARE(unsaid(outcome, {code, {}}), QString());
        }
        if (what != u"newer" && what != u"gone") {
            QVERIFY2(bytesOf(path) == bytes, "what is damaged is not written to");
        }
        // The right file comes back, and with it everything.
        QVERIFY(QDir(m_desk->folder().path()).removeRecursively());
        copyTree(aside, m_desk->folder().path());
        QCOMPARE(lost(), QString());
    }

    void aClockSetBack()
    {
        // An entry from ten minutes ahead: to this machine's clock now it looks as if it had been set back.
        const SignedInPerson person = signedIn();
        person.place.store.close();
        storage::StoreOptions ahead;
        ahead.rules = {person.place.law.transitions, person.place.law.roles};
        ahead.now = [] { return QDateTime::currentMSecsSinceEpoch() + 10 * 60 * 1000; };
        const Result<storage::Store> store = storage::Store::open(m_desk->folder().file(), person.session->keys()->dataKeys.current, ahead);
        QVERIFY(store);
        QVERIFY(store->record(person.place.act(person.place.person, SignedIn{u"password"_qs})).result());
        store->close();

        const Outcome outcome = ctl(filing());
        QCOMPARE(outcome.code, 1);
        QCOMPARE(outcome.json.value(u"error").toString(), u"ClockBack"_qs);
        QCOMPARE(unsaid(outcome, {ErrorCode::ClockBack, {}}), QString());
        QCOMPARE(lost(), QString());

        const SignedInPerson later = signedIn();
        QVERIFY(later.clockBehindMs > 9 * 60 * 1000 && later.clockBehindMs <= 10 * 60 * 1000);
        const auto log = later.place.store.ask(storage::JournalPage{.limit = 1}).result();
        QVERIFY(log);
        QCOMPARE(log->constFirst().header.kind, QByteArray("clock.marked"));
        const QJsonObject mark = QJsonDocument::fromJson(log->constFirst().payload->bytes).object();
        QCOMPARE(mark.value(u"against").toString(), u"journal"_qs);
        QCOMPARE(static_cast<qint64>(mark.value(u"offsetMs").toDouble()), -later.clockBehindMs);
        later.place.store.close();
    }

    void anotherProgramHoldsTheFile()
    {
        const SignedInPerson person = signedIn();
        person.place.store.close();
        {
            Connection connection(m_desk->folder().file(), person.session->keys()->dataKeys.current, {.access = ConnectionOptions::Access::Writer});
            storage::Transaction transaction(connection);
            const Outcome outcome = ctl(filing());
            QCOMPARE(outcome.code, 1);
            QCOMPARE(unsaid(outcome, {ErrorCode::StoreBusy, {}}), QString());
        }
        QCOMPARE(lost(), QString());
        QCOMPARE(ctl(filing()).code, 0);
    }

    void twoProgramsFileAtOnce()
    {
        QProcess one;
        QProcess two;
        start(one, filing());
        start(two, filing());
        const Outcome first = ended(one);
        const Outcome second = ended(two);
        QVERIFY2(first.code == 0 && second.code == 0, qPrintable(first.errors + second.errors));
        QVERIFY(first.json.value(u"code").toString() != second.json.value(u"code").toString());
        QCOMPARE(lost(4), QString());
    }

    void aClonedDisk()
    {
        const QString clone = m_scratch->file(u"clone"_qs);
        copyTree(m_desk->folder().path(), clone);
        QCOMPARE(ctl(filing()).code, 0);
        QCOMPARE(ctl(filing(), TrainingDesk::password(), clone).code, 0);
        const SignedInPerson person = signedIn();
        storage::StoreOptions options;
        options.rules = person.place.store.rules();
        const auto other = storage::Store::open(clone + u"/centre.db"_qs, person.session->keys()->dataKeys.current, options);
        QVERIFY(other);
        const auto log = other->ask(storage::JournalRange{.origin = other->origin(), .limit = 1000}).result();
        QVERIFY(log);
        const auto ingested = person.place.store.ingest(*log).result();
        QVERIFY(ingested);
        QVERIFY(!ingested->refused.isEmpty());
        QCOMPARE(ingested->refused.constFirst().error.code, ErrorCode::OriginForked);
        QCOMPARE(ingested->stored, 0);
        const auto dossiers = person.place.store.ask(storage::WorklistPage{.list = storage::WorklistPage::List::All}).result();
        QCOMPARE(dossiers->count, 3);
        QVERIFY(!person.place.store.ask(storage::VerifyJournal{}).result()->firstBreak);
        other->close();
        person.place.store.close();

        const Outcome outcome = ctl(filing());
        QCOMPARE(outcome.code, 4);
        QCOMPARE(unsaid(outcome, {ErrorCode::OriginForked, {}}), QString());
    }

    void anEntryOfANewerProgram()
    {
        const SignedInPerson person = signedIn();
        const auto page = person.place.store.ask(storage::WorklistPage{.list = storage::WorklistPage::List::All}).result();
        QVERIFY(page);
        const Id id = page->rows.constFirst().id;
        const Dossier before = **person.place.store.ask(storage::DossierById{id}).result();
        journal::Author author('A');
        journal::Entry entry = author.write(id, "hologram.made", {{u"x"_qs, 1}}, before.heads);
        entry.header.flags = journal::Header::TrainingFlag;
        entry.headerBytes = entry.header.encoded();
        const auto ingested = person.place.store.ingest({entry}).result();
        QVERIFY(ingested);
        QCOMPARE(ingested->stored, 1);
        const Dossier after = **person.place.store.ask(storage::DossierById{id}).result();
        QVERIFY(after.fromNewerProgram); // which the dossier's page says
        QCOMPARE(after.fields, before.fields);
        QCOMPARE(after.status, before.status);
        person.place.store.close();

        QCOMPARE(lost(), QString());
        const Outcome shown = ctl({u"journal"_qs, u"show"_qs, before.code});
        QCOMPARE(shown.code, 0);
        QStringList kinds;
        for (const QJsonValue value : shown.json.value(u"entries").toArray()) {
            kinds.append(value[u"kind"].toString());
        }
        QVERIFY2(kinds.contains(u"hologram.made"_qs), qPrintable(kinds.join(u' ')));
        // It goes on to others as it came.
        const QString file = m_scratch->file(u"journal.mcj"_qs);
        QCOMPARE(ctl({u"journal"_qs, u"export"_qs, file, u"--payloads"_qs}).code, 0);
        QVERIFY(bytesOf(file).contains("hologram.made"));
        QCOMPARE(QProcess::execute(u"python3"_qs, {QStringLiteral(MOTCUA_VERIFIER), file}), 0);
    }

    void aFullDiskUnderTheStore()
    {
        const QString disk = m_scratch->file(u"disk"_qs);
        if (!mounted(disk, "size=2m")) {
            QSKIP("a small disk needs the right to mount");
        }
        const auto unmounted = qScopeGuard([&] { ::umount2(QFile::encodeName(disk).constData(), MNT_DETACH); });
        copyTree(m_desk->folder().path(), disk);
        fillDisk(disk);
        const Outcome full = ctl(filing(), TrainingDesk::password(), disk);
        QVERIFY(full.code > 0);
        QCOMPARE(full.json.value(u"error").toString(), u"DiskFull"_qs);
        QCOMPARE(unsaid(full, {ErrorCode::DiskFull, {}}), QString());
        QVERIFY(QFile::remove(disk + u"/filler"_qs));
        const Outcome list = ctl({u"list"_qs}, TrainingDesk::password(), disk);
        QCOMPARE(list.json.value(u"count").toInt(), 2);
        QCOMPARE(ctl(filing(), TrainingDesk::password(), disk).code, 0);
    }

    void aFullDiskUnderThePrinter()
    {
        const QString disk = m_scratch->file(u"spool"_qs);
        if (!mounted(disk, "size=256k")) {
            QSKIP("a small disk needs the right to mount");
        }
        const auto unmounted = qScopeGuard([&] { ::umount2(QFile::encodeName(disk).constData(), MNT_DETACH); });
        fillDisk(disk);
        const SignedInPerson person = signedIn();
        FolderSlipPrinter printer(disk);
        SlipDesk slips(&printer);
        FileDossier filing(person.place, &slips);
        const QSignalSpy failed(&filing, &FileDossier::slipFailed);
        const QSignalSpy printed(&filing, &FileDossier::slipPrinted);
        QVERIFY(filing.choose(u"2.000635"_qs));
        TrainingDesk::fill(filing);
        filing.accept();
        QTRY_COMPARE(failed.size(), 1);
        const Error error = failed.at(0).at(0).value<Error>();
        QCOMPARE(error.code, ErrorCode::PrintFailed);
        QVERIFY(sentence(error).kept.contains(u"Hồ sơ"_qs)); // … is saved
        QCOMPARE(slips.doubts().size(), 1);
        QVERIFY(QFile::remove(disk + u"/filler"_qs));
        filing.printAgain();
        QTRY_COMPARE(printed.size(), 1);
        QVERIFY(slips.doubts().isEmpty());
        person.place.store.close();
        QCOMPARE(lost(3), QString());
    }
};

QTEST_MAIN(tst_BadInput)
#include "tst_BadInput.moc"
