// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ticket/HallWord.h"

#include "models/base/VietnamTime.h"
#include "models/journal/Kind.h"
#include "tests/models/journal/Author.h"

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace motcua;
using namespace motcua::journal;

namespace {

const Id One = testId('w');
const qint64 Morning = vietnamTime(QDate(2026, 11, 23), QTime(8, 30)).toMSecsSinceEpoch();
constexpr qint64 Minute = 60'000;

QJsonObject golden(const QString &name)
{
    QFile file(QStringLiteral(MOTCUA_TEST_DATA "/journal/") + name);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("no %s", qPrintable(name));
    }
    return QJsonDocument::fromJson(file.readAll()).object();
}

} // namespace

class tst_HallWord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCallIsAnsweredAndEnded()
    {
        Author a('a');
        Author b('b');
        const Entry called = a.write(One, kind::HelpCalled, golden(u"help.called.v1.json"_qs), {}, Morning);
        const HelpCall open = HelpCall::fold(One, {called});
        QVERIFY(open.isKnown() && open.isOpen() && open.silent && open.coming.isEmpty());
        QCOMPARE(open.person, called.header.actor.id);
        QCOMPARE(open.atMs, Morning);
        const Entry answered = b.write(One, kind::HelpAnswered, golden(u"help.answered.v1.json"_qs), {called.header.key}, Morning + Minute);
        const Entry twice = b.write(One, kind::HelpAnswered, {}, {answered.header.key}, Morning + 2 * Minute);
        const HelpCall coming = HelpCall::fold(One, {twice, answered, called});
        QCOMPARE(coming.coming, QList<Id>{answered.header.actor.id});
        QVERIFY(coming.isOpen());
        const Entry ended = b.write(One, kind::HelpEnded, golden(u"help.ended.v1.json"_qs), {twice.header.key}, Morning + 3 * Minute);
        const HelpCall over = HelpCall::fold(One, {ended, called, answered, twice});
        QVERIFY(!over.isOpen());
        QCOMPARE(over.endedBy, ended.header.actor.id);
        QCOMPARE(over.endedMs, Morning + 3 * Minute);
        QCOMPARE(over.heads, QList<EntryKey>{ended.header.key});
        QCOMPARE(HelpCall::fromJson(over.toJson()), over);
        QCOMPARE(HelpCall::fromJson(open.toJson()), open);
        const Entry late = a.write(One, kind::HelpAnswered, {}, {ended.header.key}, Morning + 4 * Minute);
        QCOMPARE(HelpCall::fold(One, {called, answered, twice, ended, late}).coming, over.coming);
    }

    void whatCameWithoutItsBeginningIsNothingYet()
    {
        Author a('a');
        const Entry answered = a.write(One, kind::HelpAnswered, {}, {}, Morning);
        const Entry withdrawn = a.write(One, kind::NoticeWithdrawn, {}, {}, Morning);
        QVERIFY(!HelpCall::fold(One, {answered}).isKnown());
        QVERIFY(!HallNotice::fold(One, {withdrawn}).isKnown());
        QVERIFY(!HelpCall::fold(testId('x'), {a.write(One, kind::HelpCalled, {}, {}, Morning)}).isKnown());
    }

    void aNoticeStandsUntilItIsTakenBackOrItsTimeIsOver()
    {
        Author a('a');
        const Entry posted = a.write(One, kind::NoticePosted, golden(u"notice.posted.v1.json"_qs), {}, Morning);
        const HallNotice notice = HallNotice::fold(One, {posted});
        QCOMPARE(notice.text, u"Mất điện: tạm dừng tiếp nhận đến 14 giờ."_qs);
        QCOMPARE(notice.textEn, u"Power cut: closed until 14:00."_qs);
        QVERIFY(notice.closes);
        const qint64 end = vietnamTime(QDate(2026, 11, 23), QTime(14, 0)).toMSecsSinceEpoch();
        QCOMPARE(notice.untilMs, end);
        QVERIFY(notice.stands(Morning) && notice.stands(end - 1) && !notice.stands(end));
        const Entry withdrawn = a.write(One, kind::NoticeWithdrawn, golden(u"notice.withdrawn.v1.json"_qs), {posted.header.key}, Morning + Minute);
        const HallNotice gone = HallNotice::fold(One, {withdrawn, posted});
        QVERIFY(!gone.stands(Morning));
        QCOMPARE(gone.withdrawnMs, Morning + Minute);
        QCOMPARE(HallNotice::fromJson(gone.toJson()), gone);
        QCOMPARE(HallNotice::fromJson(notice.toJson()), notice);
    }

    void withoutATimeItEndsWithItsDay_data()
    {
        QTest::addColumn<QTime>("at");
        QTest::newRow("in the morning") << QTime(8, 30);
        QTest::newRow("at midnight") << QTime(0, 0);
        QTest::newRow("the last moment") << QTime(23, 59, 59, 999);
    }
    void withoutATimeItEndsWithItsDay()
    {
        QFETCH(QTime, at);
        Author a('a');
        const qint64 atMs = vietnamTime(QDate(2026, 11, 23), at).toMSecsSinceEpoch();
        const HallNotice notice = HallNotice::fold(One, {a.write(One, kind::NoticePosted, {{u"text"_qs, u"x"_qs}}, {}, atMs)});
        QCOMPARE(vietnamTime(notice.untilMs), vietnamTime(QDate(2026, 11, 24), QTime(0, 0)));
    }

    void theOldestOfSeveralClosesTheHall()
    {
        HallNotice told;
        told.text = u"told"_qs;
        HallNotice first;
        first.text = u"first"_qs;
        first.closes = true;
        HallNotice second = first;
        second.text = u"second"_qs;
        QVERIFY(!HallWord{}.closing());
        QVERIFY(!(HallWord{.calls = {}, .notices = {told}}.closing()));
        const HallWord word{.calls = {}, .notices = {told, first, second}};
        QCOMPARE(word.closing()->text, u"first"_qs);
    }
};

QTEST_GUILESS_MAIN(tst_HallWord)
#include "tst_HallWord.moc"
