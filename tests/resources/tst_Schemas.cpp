// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/resources/SchemaBook.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace motcua;

namespace {

const QString Resources = QStringLiteral(MOTCUA_TEST_DATA "/../../resources");

QStringList filesIn(const QString &folder)
{
    QStringList paths;
    const QDir dir(folder);
    const QStringList names = dir.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        paths.append(dir.filePath(name));
    }
    return paths;
}

QJsonDocument parsed(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()) : QJsonDocument();
}

QJsonValue root(const QJsonDocument &document)
{
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

/** "form" of "motcua.form/1". */
QString kindOf(const QJsonDocument &document)
{
    return document.object().value(u"schema"_qs).toString().section(u'.', 1).section(u'/', 0, 0);
}

} // namespace

/** The schemas editors use say what the readers say, as far as a schema can. */
class tst_Schemas : public QObject
{
    Q_OBJECT

    const test::SchemaBook m_book{Resources + u"/schemas"_qs};

    /** Every object in a schema that describes a member says what it is for. */
    static QStringList undescribed(const QJsonValue &schema, const QString &place)
    {
        QStringList all;
        if (schema.isArray()) {
            const QJsonArray array = schema.toArray();
            for (qsizetype i = 0; i < array.size(); ++i) {
                all += undescribed(array[i], place + u'/' + QString::number(i));
            }
        }
        const QJsonObject object = schema.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QString here = place + u'/' + it.key();
            // Conditions narrow what has been described already.
            const bool narrows = QStringList{u"if"_qs, u"then"_qs, u"else"_qs, u"allOf"_qs, u"anyOf"_qs, u"not"_qs, u"dependencies"_qs}
                                     .contains(it.key());
            if (it.key() == u"properties" && it->isObject()) {
                const QJsonObject members = it->toObject();
                for (auto member = members.begin(); member != members.end(); ++member) {
                    const QJsonObject one = member->toObject();
                    if (!one.contains(u"$ref"_qs) && (!one.contains(u"title"_qs) || !one.contains(u"description"_qs))) {
                        all.append(here + u'/' + member.key());
                    }
                    all += undescribed(*member, here + u'/' + member.key());
                }
            } else if (!narrows) {
                all += undescribed(*it, here);
            }
        }
        return all;
    }

private Q_SLOTS:
    void describesEveryMember_data()
    {
        QTest::addColumn<QString>("path");
        const QStringList paths = filesIn(Resources + u"/schemas"_qs);
        for (const QString &path : paths) {
            QTest::addRow("%s", qPrintable(path.section(u'/', -1))) << path;
        }
    }
    void describesEveryMember()
    {
        QFETCH(QString, path);
        QCOMPARE(undescribed(root(parsed(path)), QString()), QStringList());
    }

    void takesEveryGoodFile_data()
    {
        QTest::addColumn<QString>("path");
        const QStringList folders{Resources + u"/calendars"_qs, Resources + u"/catalogue"_qs, Resources + u"/categories"_qs, Resources + u"/certification"_qs,
            Resources + u"/declarations"_qs, Resources + u"/fees"_qs, Resources + u"/fleet"_qs, Resources + u"/forms"_qs, Resources + u"/hall"_qs, Resources + u"/letters"_qs, Resources + u"/national"_qs, Resources + u"/papers"_qs, Resources + u"/scan"_qs,
            Resources + u"/training/fees"_qs, Resources + u"/training/stories"_qs, QStringLiteral(MOTCUA_TEST_DATA "/forms"), QStringLiteral(MOTCUA_TEST_DATA "/catalogue")};
        for (const QString &folder : folders) {
            const QStringList paths = filesIn(folder);
            for (const QString &path : paths) {
                if (!path.section(u'/', -1).startsWith(u"bad-")) {
                    QTest::addRow("%s", qPrintable(path.section(u'/', -2))) << path;
                }
            }
        }
    }
    void takesEveryGoodFile()
    {
        QFETCH(QString, path);
        const QJsonDocument document = parsed(path);
        QCOMPARE(m_book.faults(kindOf(document), root(document)), QStringList());
    }

    /**
     * What no JSON Schema can know: whether names name something, whether things stand twice, how values of one file or of several
     * go together, whether a pattern is one and an example fits it.
     */
    void refusesEveryFileOfTheWrongShape_data()
    {
        static const QStringList beyond{// names that name nothing
            u"form-condition-on-nothing"_qs, u"form-role-on-nothing"_qs, u"form-rule-unknown"_qs, u"procedure-condition-on-nothing"_qs,
            u"procedure-fee-counted-by-nothing"_qs, u"procedure-form-unknown"_qs, u"procedure-longer-paper-unknown"_qs,
            // answers the field never gives, and what the field is
            u"form-condition-never-held"_qs, u"form-initial-out-of-range"_qs, u"procedure-fee-counted-by-a-text"_qs,
            u"procedure-fee-too-large"_qs,
            // circles
            u"form-condition-circle"_qs,
            // things that stand twice
            u"banks-twice"_qs, u"calendar-day-twice"_qs, u"calendar-desk-in-two-schedules"_qs, u"calendar-schedule-twice"_qs,
            u"calendar-weekday-twice"_qs, u"form-field-twice"_qs, u"form-option-twice"_qs, u"form-same-as-itself"_qs, u"form-same-as-nothing-alike"_qs, u"procedure-longer-twice"_qs, u"procedure-same-edition"_qs, u"rules-twice"_qs,
            // Qt's reader keeps the last of two equal keys and says nothing
            u"form-key-twice"_qs,
            // order
            u"calendar-holiday-ends-before-it-begins"_qs, u"calendar-session-upside-down"_qs, u"calendar-sessions-overlap"_qs, u"form-range-upside-down"_qs,
            u"procedure-ends-before-it-begins"_qs, u"procedure-gap"_qs, u"procedure-overlap"_qs,
            // the calendar
            u"calendar-day-in-another-year"_qs, u"calendar-make-up-day-worked-anyway"_qs, u"calendar-swap-on-a-sunday"_qs,
            // notes
            u"notes-upside-down"_qs,
            // patterns
            u"codes-no-expression"_qs, u"procedure-code-of-no-pattern"_qs, u"procedure-result-of-no-pattern"_qs, u"rules-example-does-not-fit"_qs, u"rules-no-expression"_qs};
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("isKnown");
        const QStringList paths = filesIn(QStringLiteral(MOTCUA_TEST_DATA "/catalogue"));
        for (const QString &path : paths) {
            const QString name = path.section(u'/', -1).chopped(5);
            if (name.startsWith(u"bad-")) {
                QTest::addRow("%s", qPrintable(name)) << path << !beyond.contains(name.sliced(4));
            }
        }
    }
    void refusesEveryFileOfTheWrongShape()
    {
        QFETCH(QString, path);
        QFETCH(bool, isKnown);
        const QJsonDocument document = parsed(path);
        if (document.isNull()) {
            QVERIFY(isKnown); // no JSON at all: refused before any schema
            return;
        }
        const QString kind = path.section(u'/', -1).section(u'-', 1, 1);
        QCOMPARE(!m_book.faults(kind, root(document)).isEmpty(), isKnown);
    }

    void refusesWhatTheReadersRefuse_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        const QString form = QStringLiteral(MOTCUA_TEST_DATA "/forms/form.json");
        const QString birth = Resources + u"/catalogue/1.001193-2026-08.json"_qs;
        const QString copies = Resources + u"/catalogue/2.000815.json"_qs;
        const QString hall = Resources + u"/hall/hall.json"_qs;
        const QString board = Resources + u"/hall/board.json"_qs;
        const QString sheet = Resources + u"/declarations/residence-change.json"_qs;
        const QString national = Resources + u"/national/profile.json"_qs;
        const auto row = [](const char *name, const QString &path, const QString &from, const QString &to) {
            QTest::addRow("%s", name) << path << from << to;
        };
        row("a section with rows and absence", form, u"\"repeats\": {"_qs, u"\"absence\": { \"label\": \"x\" }, \"repeats\": {"_qs);
        row("a rule about numbers that refuses", form, u"\"severity\": \"warning\", \"message\": \"Số"_qs,
            u"\"severity\": \"error\", \"message\": \"Số"_qs);
        row("an age between one date", form, u"[\"father.birth\", \"receipt\"]"_qs, u"[\"father.birth\"]"_qs);
        row("a condition of two kinds", form, u"{ \"rows\": \"child\", \"atLeast\": 2 }"_qs,
            u"{ \"rows\": \"child\", \"atLeast\": 2, \"absent\": \"father\" }"_qs);
        row("rows without a bound", form, u"{ \"rows\": \"child\", \"atLeast\": 2 }"_qs, u"{ \"rows\": \"child\" }"_qs);
        row("reasons for an absence that may not be", form, u"\"need\": \"required\", \"mayBeAbsent\": true"_qs,
            u"\"need\": \"required\""_qs);
        row("a price of two kinds", copies, u"\"tieredBy\""_qs, u"\"unitPrice\": 1, \"tieredBy\""_qs);
        row("a reduction for everybody", birth,
            u"\"when\": { \"field\": \"birth.onTime\", \"anyOf\": [\"yes\"] },\n          \"percent\""_qs, u"\"percent\""_qs);
        row("a need without its condition", birth, u"\"need\": \"always\""_qs, u"\"need\": \"conditional\""_qs);
        row("guidance without mistakes", birth, u"\"mistakes\""_qs, u"\"mistake\""_qs);
        row("a block of a declaration nobody knows", sheet, u"\"kind\": \"table\""_qs, u"\"kind\": \"grid\""_qs);
        const QString voice = Resources + u"/hall/voice.json"_qs;
        row("a sentence without the desk", voice, u"Mời số {ticket}, đến quầy số {desk}."_qs, u"Mời số {ticket}."_qs);
        row("a sentence with an unknown place", voice, u"please go to counter {desk}."_qs, u"please go to counter {desk} {name}."_qs);
        row("a language whose numbers nobody knows", voice, u"\"id\": \"en\""_qs, u"\"id\": \"fr\""_qs);
        row("a letter without a name", voice, u"\"dét\""_qs, u"\"\""_qs);
        row("a voice that is an option", voice, u"\"voice\": \"vi\""_qs, u"\"voice\": \"-w\""_qs);
        row("a voice too fast", voice, u"\"wordsPerMinute\": 140"_qs, u"\"wordsPerMinute\": 301"_qs);
        row("a group with a small letter", hall, u"\"letter\": \"A\""_qs, u"\"letter\": \"a\""_qs);
        row("a priority without its mark", hall, u"\"mark\": \"UNVERIFIED"_qs, u"\"remark\": \"UNVERIFIED"_qs);
        row("a priority of more than four hours", hall, u"\"aheadMinutes\": 30"_qs, u"\"aheadMinutes\": 241"_qs);
        row("a priority of every age", hall, u"\"fromAge\": 60"_qs, u"\"fromAge\": 0"_qs);
        row("a group that collects in words", hall, u"\"collects\": true"_qs, u"\"collects\": \"yes\""_qs);
        row("a need that changes the order", hall, u"\"id\": \"deaf\","_qs, u"\"id\": \"deaf\", \"aheadMinutes\": 1,"_qs);
        row("a place without a name", hall, u"\"Việc khác\""_qs, u"\"\""_qs);
        row("a message to everybody who waits", hall, u"\"before\": 3"_qs, u"\"before\": 21"_qs);
        row("a message of another kind", hall, u"\"kind\": \"held\""_qs, u"\"kind\": \"over\""_qs);
        row("a message without the number", hall, u"\"Số {number} đã"_qs, u"\"Số đã"_qs);
        row("no call at all", hall, u"\"recalls\": 3"_qs, u"\"recalls\": 0"_qs);
        const QString ticket = Resources + u"/hall/ticket.json"_qs;
        row("a placeholder that a ticket does not fill", ticket, u"{count} người"_qs, u"{name} người"_qs);
        row("a brace that a ticket leaves open", ticket, u"{year}"_qs, u"{year"_qs);
        row("a notice of a ticket in one language", ticket, u"\"textEn\""_qs, u"\"textVi\""_qs);
        row("a ticket without a title", ticket, u"\"titleEn\": \"Your number\""_qs, u"\"titleEn\": \"\""_qs);
        const QString kiosk = Resources + u"/hall/kiosk.json"_qs;
        row("a kiosk that offers nothing", kiosk, u"[\"ticket\", \"identify\", \"appointment\", \"dossier\", \"procedures\", \"feedback\"]"_qs, u"[]"_qs);
        row("a kiosk that offers coffee", kiosk, u"\"dossier\""_qs, u"\"coffee\""_qs);
        row("a kiosk that forgets at once", kiosk, u"\"idleSeconds\": 30"_qs, u"\"idleSeconds\": 3"_qs);
        row("a reason in one language", kiosk, u"\"nameEn\""_qs, u"\"nameFr\""_qs);
        const QString certification = Resources + u"/certification/register.json"_qs;
        row("a book of no year", certification, u"{series}/{year}-SCT/BS"_qs, u"{series}-SCT/BS"_qs);
        row("a number without the number", certification, u"\"{number}\""_qs, u"\"{series}\""_qs);
        row("a column that no register has", certification, u"\"id\": \"paper\""_qs, u"\"id\": \"colour\""_qs);
        row("seven columns", board, u"\"columns\": 3"_qs, u"\"columns\": 7"_qs);
        row("a notice in one language", board, u"\"textEn\""_qs, u"\"textFr\""_qs);
        row("a page in no folder", board, u"\"columns\": 3"_qs, u"\"page\": \"www\""_qs);
        row("a national field from nowhere", national, u"\"source\": \"dossier.code\""_qs, u"\"source\": \"dossier.colour\""_qs);
        row("a national field that is required and never told", national, u"\"from\": [{\"source\": \"dossier.receivedAt\"}], "_qs, QString());
        row("a national fact without its certainty", national, u", \"verified\": true}"_qs, u"}"_qs);
        row("a national constant without its text", national, u"\"constant\": \"False\""_qs, u"\"role\": \"False\""_qs);
        row("a national list without records", national, u"\"list\": \"papers\","_qs, QString());
        row("nine national statuses", national, u"{\"ours\": 1, \"national\": \"1\", \"name\": \"Mới đăng ký\", \"mark\": \"VERIFIED: S1\", \"verified\": true},"_qs, QString());
        row("a table without its section", sheet, u"\"section\": \"members\", "_qs, QString());
    }
    void refusesWhatTheReadersRefuse()
    {
        QFETCH(QString, path);
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray bytes = file.readAll();
        QVERIFY(bytes.contains(from.toUtf8()));
        bytes.replace(from.toUtf8(), to.toUtf8());
        QJsonParseError fault;
        const QJsonDocument document = QJsonDocument::fromJson(bytes, &fault);
        QVERIFY2(!document.isNull(), qPrintable(fault.errorString()));
        QVERIFY(!m_book.faults(kindOf(document), root(document)).isEmpty());
    }
};

QTEST_APPLESS_MAIN(tst_Schemas)
#include "tst_Schemas.moc"
