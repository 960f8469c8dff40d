// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ctl/CtlBench.h"
#include "tests/app/ctl/TypedLine.h"
#include "tests/app/devices/pcsc/PcscBench.h"
#include "tests/app/devices/pcsc/VirtualCard.h"
#include "tests/app/training/chip/TrainingCards.h"

#include "app/devices/pcsc/PcscReaders.h"
#include "app/training/chip/SoftwareChip.h"

#include <QJsonArray>
#include <QTest>

#include <optional>
#include <unistd.h>

using namespace motcua;
using namespace motcua::training;
using State = PcscReader::State;

/** A card of ours on a reader, from end to end: the program, the smart card service, its driver, and our chip on the driver's wire. */
class tst_CtlCard : public QObject
{
    Q_OBJECT

    PcscBench m_service{PcscBench::Driver::Pulled};
    PcscReaders m_readers;
    CtlBench m_bench;
    TrainingCards m_cards;
    QString m_missing;

    /** How a card of ours is made, how it is opened, and what is to be said of it. */
    struct Case
    {
        CardChoices choices = {};
        ChipOptions options = {};
        QStringList key = {u"--number"_qs, u"NUMBER"_qs}; ///< words in capitals stand for what is printed on the card
        bool trusts = true; ///< the authority that signed it
        int code = 0;
        QString verdict = u"Verified"_qs;
        QString broken = {};
        QString failed = {}; ///< the one check that failed, if any
        QString protocol = u"pace"_qs;
    };

    void row(const char *name, const Case &wanted)
    {
        QTest::newRow(name) << static_cast<int>(m_cases.size());
        m_cases.append(wanted);
    }
    QList<Case> m_cases;

    QStringList words(const CardFace &face, const Case &wanted) const
    {
        const QMap<QString, QString> printed{{u"NUMBER"_qs, face.number}, {u"CAN"_qs, face.can()}, {u"DOCUMENT"_qs, face.document},
            {u"BORN"_qs, face.born}, {u"EXPIRES"_qs, face.expires}};
        QStringList words{u"card"_qs, u"read"_qs, u"--timing"_qs, u"--language"_qs, u"en"_qs, u"--trust"_qs,
            m_bench.path(wanted.trusts ? u"trusted"_qs : u"nobody"_qs)};
        for (const QString &word : wanted.key) {
            words.append(printed.value(word, word));
        }
        return words;
    }

    /** How the key comes in where the words of the command have none. */
    struct Entry
    {
        bool isTyped = false; ///< at a terminal, else from descriptor 7
        QByteArray line = {};
    };

    /** What the program says of this card while it lies on the reader. */
    CtlBench::Outcome read(SoftwareChip &chip, const Case &wanted, const std::optional<Entry> &entry = {})
    {
        if (!QTest::qWaitFor([&] { return lies(State::Empty); }, 20000)) { // the service still sees the card of the test before
            return {.errors = m_service.log()};
        }
        VirtualCard card(
            m_service.cardPath(0), chip.atr(),
            [&](const QByteArray &command) {
                const auto answer = chip.transmit(command);
                return answer ? *answer : QByteArray(); // and so it is pulled away
            },
            [&](int) { chip.reset(); });
        if (!QTest::qWaitFor([&] { return lies(State::Card); }, 20000)) {
            return {.errors = m_service.log()};
        }
        if (!entry) {
            return m_bench.run(words(chip.card().face, wanted));
        }
        TypedLine line(entry->isTyped ? STDIN_FILENO : 7, entry->isTyped);
        QProcess process;
        process.setChildProcessModifier(line.asDescriptor());
        m_bench.start(process, words(chip.card().face, wanted), {}, {});
        line.type(entry->line);
        return CtlBench::ended(process);
    }
    bool lies(State state) const { return m_readers.readers().size() == 2 && m_readers.readers().at(0).state == state; }

private Q_SLOTS:
    void initTestCase()
    {
        m_missing = m_service.start();
        if (!m_missing.isEmpty()) {
            return;
        }
        QVERIFY(QDir().mkpath(m_bench.path(u"nobody"_qs)) && QDir().mkpath(m_bench.path(u"trusted"_qs)));
        QFile file(m_bench.path(u"trusted/training.der"_qs));
        const QByteArray authority = m_cards.authority().authority();
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(authority) == authority.size());
        m_readers.start();
        QTRY_COMPARE(m_readers.readers().size(), 2);
    }

    void init()
    {
        if (!m_missing.isEmpty()) {
            QSKIP(qPrintable(m_missing));
        }
    }

    void tellsWhatACardIsWorth_data()
    {
        QTest::addColumn<int>("at");
        m_cases.clear();

        row("genuine", {});
        row("genuine, by its CAN and with short lengths", {.options = {.extended = false}, .key = {u"--can"_qs, u"CAN"_qs}});
        row("genuine, by BAC",
            {.choices = {.pace = std::nullopt},
                .key = {u"--document"_qs, u"DOCUMENT"_qs, u"--born"_qs, u"BORN"_qs, u"--expires"_qs, u"EXPIRES"_qs},
                .protocol = u"bac"_qs});
        row("talked down to BAC, where the issuer signed that it can PACE",
            {.options = {.pace = false},
                .key = {u"--document"_qs, u"DOCUMENT"_qs, u"--born"_qs, u"BORN"_qs, u"--expires"_qs, u"EXPIRES"_qs},
                .code = 11,
                .verdict = u"Unproved"_qs,
                .protocol = u"bac"_qs});
        row("genuine, with answers of 285 bytes", {.options = {.extended = false, .selectsMaster = false, .longAnswers = true}});
        row("of an issuer nobody knows", {.trusts = false, .code = 10, .verdict = u"IssuerUnknown"_qs});
        row("expired", {.choices = {.expires = QDate(2024, 2, 9)}, .code = 13, .verdict = u"Expired"_qs, .failed = u"expiry"_qs});
        row("with a wrong signature",
            {.options = {.faults = {.wrongSod = true}}, .code = 15, .verdict = u"SignatureWrong"_qs, .failed = u"signature"_qs});
        row("with altered data",
            {.options = {.faults = {.tamperedGroup = 13}}, .code = 16, .verdict = u"Altered"_qs, .failed = u"groups"_qs});
        row("with another face",
            {.options = {.faults = {.tamperedGroup = 2}}, .code = 16, .verdict = u"Altered"_qs, .failed = u"groups"_qs});
        row("a copy", {.options = {.faults = {.copied = true}}, .code = 17, .verdict = u"ChipCopied"_qs, .failed = u"chipAuthentication"_qs});
        row("pulled away with its data read", {.options = {.faults = {.removedAfter = 14}}, .code = 11, .verdict = u"Unproved"_qs, .broken = u"Removed"_qs});
    }

    void tellsWhatACardIsWorth()
    {
        QFETCH(int, at);
        const Case wanted = m_cases.at(at);
        SeededEphemeral random(QByteArrayLiteral("chip"));
        SoftwareChip chip(m_cards.card(wanted.choices), wanted.options, random);
        const CtlBench::Outcome told = read(chip, wanted);
        QVERIFY2(told.code == wanted.code, QByteArray::number(told.code) + ' ' + told.errors);
        QCOMPARE(told.json.value(u"verdict"_qs).toString(), wanted.verdict);
        QCOMPARE(told.json.value(u"broken"_qs).toString(), wanted.broken);
        QCOMPARE(told.json.value(u"protocol"_qs).toString(), wanted.protocol);

        // Every field is what the person's card was made with, and only a genuine card has it proved.
        const InventedPerson person = People(7).at(11);
        const QJsonObject fields = told.json.value(u"fields"_qs).toObject();
        const QString source = wanted.code == 0 ? u"chipVerified"_qs : u"chip"_qs;
        QMap<QString, QString> expected{{u"name"_qs, person.name.toUpper()}, {u"personalNumber"_qs, person.number},
            {u"birth"_qs, person.birth.toString(u"yyyy-MM-dd"_qs)}, {u"residence"_qs, person.address},
            {u"issued"_qs, wanted.choices.issued.toString(u"yyyy-MM-dd"_qs)}};
        if (wanted.options.faults.tamperedGroup == 13) {
            expected = {{u"documentNumber"_qs, chip.card().face.document}}; // one of the others is not as it was
        }
        for (auto it = expected.cbegin(); it != expected.cend(); ++it) {
            QCOMPARE(fields.value(it.key())[u"value"_qs].toString(), *it);
            QCOMPARE(fields.value(it.key())[u"source"_qs].toString(), source);
        }
        const QJsonObject checks = told.json.value(u"checks"_qs).toObject();
        for (auto check = checks.begin(); check != checks.end(); ++check) {
            QCOMPARE(check.value().toString() == u"failed"_qs, check.key() == wanted.failed);
        }
        QCOMPARE(told.json.value(u"photo"_qs).toInt() > 10'000, wanted.broken.isEmpty());

        const QJsonObject timing = told.json.value(u"timing"_qs).toObject();
        QVERIFY(timing.value(u"commands"_qs).toInt() <= (wanted.options.extended ? 25 : 90) + (wanted.options.faults.copied ? 40 : 0) /* asked twice, each time opened anew */);
        QVERIFY(timing.value(u"dataCommands"_qs).toInt() <= 17);
    }

    void tellsWhyACardWasNotRead_data()
    {
        QTest::addColumn<int>("at");
        QTest::addColumn<QString>("fault");
        m_cases.clear();
        const auto row = [this](const char *name, const char *fault, const Case &wanted) {
            QTest::newRow(name) << static_cast<int>(m_cases.size()) << QString::fromLatin1(fault);
            m_cases.append(wanted);
        };
        row("the CAN of another card", "WrongKey 6300", {.key = {u"--can"_qs, u"000000"_qs}, .code = 6});
        row("the zone of another card", "WrongKey 6300",
            {.options = {.pace = false},
                .key = {u"--document"_qs, u"DOCUMENT"_qs, u"--born"_qs, u"BORN"_qs, u"--expires"_qs, u"300101"_qs},
                .code = 6});
        row("pulled away before it was open", "Removed", {.options = {.faults = {.removedAfter = 3}}, .code = 6});
        row("pulled away before its data", "Removed", {.options = {.faults = {.removedAfter = 8}}, .code = 6});
        row("a wrong checksum from the start", "Nonsense", {.options = {.faults = {.wrongMacAfter = 0}}, .code = 6});
    }

    void tellsWhyACardWasNotRead()
    {
        QFETCH(int, at);
        QFETCH(QString, fault);
        const Case wanted = m_cases.at(at);
        SeededEphemeral random(QByteArrayLiteral("chip"));
        SoftwareChip chip(m_cards.card(wanted.choices), wanted.options, random);
        const CtlBench::Outcome told = read(chip, wanted);
        QVERIFY2(told.code == wanted.code, QByteArray::number(told.code) + ' ' + told.errors);
        QVERIFY2(told.json.value(u"detail"_qs).toString().startsWith(fault), qPrintable(told.json.value(u"detail"_qs).toString()));
        QVERIFY(!told.json.contains(u"fields"_qs));
        QVERIFY(!told.errors.contains(chip.card().face.number.toLatin1()));
    }

    void aCardCanBeReadAgain()
    {
        SeededEphemeral random(QByteArrayLiteral("chip"));
        SoftwareChip chip(m_cards.card(), {}, random);
        QCOMPARE(read(chip, {.key = {u"--can"_qs, u"000000"_qs}}).code, 6);
        QCOMPARE(read(chip, {}).code, 0);
        QCOMPARE(read(chip, {}).code, 0);
    }

    void takesItsKeyWhereNobodyElseSeesIt_data()
    {
        QTest::addColumn<bool>("typed");
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<int>("code");
        for (const bool typed : {false, true}) {
            const char *const way = typed ? "typed" : "from a descriptor";
            const auto row = [&](const char *what, const QStringList &lines, int code) { QTest::addRow("%s: %s", way, what) << typed << lines << code; };
            row("its number", {u"NUMBER"_qs}, 0);
            row("its CAN", {u"CAN"_qs}, 0);
            row("number, birth and end of its zone", {u"DOCUMENT"_qs, u"BORN"_qs, u"EXPIRES"_qs}, 0);
            row("the CAN of another card", {u"000000"_qs}, 6);
            row("what is no key", {u"12345"_qs}, 2);
            row("an empty line", {QString()}, 2);
        }
    }

    void takesItsKeyWhereNobodyElseSeesIt()
    {
        QFETCH(bool, typed);
        QFETCH(QStringList, lines);
        QFETCH(int, code);
        SeededEphemeral random(QByteArrayLiteral("chip"));
        SoftwareChip chip(m_cards.card(), {}, random);
        const QString line = words(chip.card().face, {.key = lines}).mid(words({}, {.key = {}}).size()).join(u' ');
        const CtlBench::Outcome told = read(chip, {.key = typed ? QStringList() : QStringList{u"--key-fd"_qs, u"7"_qs}}, Entry{typed, line.toUtf8() + '\n'});
        QVERIFY2(told.code == code, QByteArray::number(told.code) + ' ' + told.errors);
        if (code == 0) {
            QCOMPARE(told.json.value(u"verdict"_qs).toString(), u"Verified"_qs);
            QCOMPARE(told.json.value(u"fields"_qs)[u"personalNumber"_qs][u"value"_qs].toString(), chip.card().face.number);
        } else {
            QVERIFY(told.json.value(u"fields"_qs).isUndefined());
        }
        QVERIFY(line.isEmpty() || !told.errors.contains(line.toUtf8())); // no key stands in what is kept of errors
        QCOMPARE(told.errors.contains("Number of the card"), typed); // who types is asked
    }

    void asksNobodyWhereThereIsNoTerminal()
    {
        const CtlBench::Outcome told = m_bench.run({u"card"_qs, u"read"_qs});
        QCOMPARE(told.code, 2);
        QVERIFY(told.errors.contains("--key-fd"));
        QCOMPARE(m_bench.run({u"card"_qs, u"read"_qs, u"--key-fd"_qs, u"63"_qs}).code, 2); // which is not open
        QCOMPARE(m_bench.run({u"card"_qs, u"read"_qs, u"--key-fd"_qs, u"-1"_qs}).code, 2);
        QCOMPARE(m_bench.run({u"card"_qs, u"read"_qs, u"--key-fd"_qs, u"0"_qs, u"--can"_qs, u"123456"_qs}).code, 2); // one way at a time
    }

    void saysThatNoCardLiesThere()
    {
        QTRY_VERIFY_WITH_TIMEOUT(lies(State::Empty), 20000);
        const CtlBench::Outcome told = m_bench.run({u"card"_qs, u"read"_qs, u"--can"_qs, u"123456"_qs});
        QCOMPARE(told.code, 6);
        QVERIFY(told.json.value(u"detail"_qs).toString().startsWith(u"NoCard"_qs));
        const CtlBench::Outcome other = m_bench.run({u"card"_qs, u"read"_qs, u"--can"_qs, u"123456"_qs, u"--reader"_qs, u"2"_qs});
        QVERIFY(other.json.value(u"detail"_qs).toString().startsWith(u"NoReader"_qs));
        const CtlBench::Outcome none = m_bench.run({u"card"_qs, u"read"_qs, u"--can"_qs, u"123456"_qs, u"--reader"_qs, u"second"_qs});
        QVERIFY(none.json.value(u"detail"_qs).toString().startsWith(u"NoReader"_qs));
    }

    void aWordIsNoDescriptor()
    {
        TypedLine line(STDIN_FILENO, false);
        QProcess process;
        process.setChildProcessModifier(line.asDescriptor());
        m_bench.start(process, {u"card"_qs, u"read"_qs, u"--key-fd"_qs, u"key"_qs}, {}, {});
        line.type("123456\n"); // a number that was forgotten is not 0
        QCOMPARE(CtlBench::ended(process).code, 2);
    }
};

QTEST_GUILESS_MAIN(tst_CtlCard)
#include "tst_CtlCard.moc"
