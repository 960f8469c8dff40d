// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/visit/Feedback.h"

#include "models/journal/Kind.h"
#include "tests/models/journal/Author.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace motcua;
using namespace motcua::journal;

namespace {

const Id Said = testId('f');
constexpr qint64 Morning = 1'795'000'000'000;

QJsonObject golden(const QString &name)
{
    QFile file(QStringLiteral(MOTCUA_TEST_DATA "/journal/") + name);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("no %s", qPrintable(name));
    }
    return QJsonDocument::fromJson(file.readAll()).object();
}

} // namespace

class tst_Feedback : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theGoldenPayloadsFold()
    {
        Author a('a');
        const Entry given = a.write(Said, kind::FeedbackGiven, golden(u"feedback.given.v1.json"_qs), {}, Morning);
        const Feedback open = Feedback::fold(Said, {given});
        QVERIFY(open.isKnown() && open.isOpen());
        QCOMPARE(open.score, 2);
        QCOMPARE(open.reasons, QStringList{u"waited"_qs});
        QCOMPARE(open.text, u"Chờ lâu, không có ghế ngồi."_qs);
        QCOMPARE(open.contact, u"0900 000 001"_qs);
        QCOMPARE(open.ticket, u"A013"_qs);
        QCOMPARE(open.atMs, Morning);
        const Entry settled = a.write(Said, kind::FeedbackSettled, golden(u"feedback.settled.v1.json"_qs), {given.header.key}, Morning + 60'000);
        const Feedback answered = Feedback::fold(Said, {settled, given});
        QVERIFY(!answered.isOpen());
        QCOMPARE(answered.answer, u"Đã gọi lại xin lỗi; kê thêm ghế ở khu chờ."_qs);
        QCOMPARE(answered.settledBy, settled.header.actor.id);
        QCOMPARE(answered.settledAtMs, Morning + 60'000);
        QCOMPARE(answered.heads, QList<EntryKey>{settled.header.key});
        QCOMPARE(Feedback::fromJson(answered.toJson()), answered);
        QCOMPARE(Feedback::fold(Said, {given, settled, given}), answered);
    }

    void aMarkAloneWaitsForNobody()
    {
        Author a('a');
        const Feedback mark = Feedback::fold(Said, {a.write(Said, kind::FeedbackGiven, {{u"score"_qs, 5}}, {}, Morning)});
        QVERIFY(mark.isKnown() && !mark.wantsAnswer() && !mark.isOpen());
        const Feedback odd = Feedback::fold(Said, {a.write(Said, kind::FeedbackGiven, {{u"score"_qs, 77}}, {}, Morning)});
        QCOMPARE(odd.score, Feedback::BestScore); // of another program's making: no figure outside of what is drawn
    }

    void anAnswerWithoutItsQuestionIsNothingYet()
    {
        Author a('a');
        const Entry given = a.write(Said, kind::FeedbackGiven, golden(u"feedback.given.v1.json"_qs), {}, Morning);
        const Entry settled = a.write(Said, kind::FeedbackSettled, golden(u"feedback.settled.v1.json"_qs), {given.header.key}, Morning + 1);
        QVERIFY(!Feedback::fold(Said, {settled}).isKnown());
        QVERIFY(!Feedback::fold(testId('x'), {given, settled}).isKnown());
    }

    void aPurgeLeavesTheFigure()
    {
        Author a('a');
        Entry given = a.write(Said, kind::FeedbackGiven, golden(u"feedback.given.v1.json"_qs), {}, Morning);
        Entry settled = a.write(Said, kind::FeedbackSettled, golden(u"feedback.settled.v1.json"_qs), {given.header.key}, Morning + 1);
        const Feedback before = Feedback::fold(Said, {given, settled});
        const Entry purged = a.write(Said, kind::PayloadPurged, {{u"reason"_qs, u"hết hạn"_qs}, {u"kept"_qs, before.forFigures()}}, {settled.header.key}, Morning + 2);
        given.payload.reset();
        settled.payload.reset();
        const Feedback after = Feedback::fold(Said, {given, settled, purged});
        QVERIFY(after.isKnown() && after.purged && !after.isOpen());
        QCOMPARE(after.score, 2);
        QCOMPARE(after.reasons, before.reasons);
        QCOMPARE(after.ticket, before.ticket);
        QCOMPARE(after.atMs, Morning);
        QVERIFY(after.text.isEmpty() && after.contact.isEmpty() && after.answer.isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_Feedback)
#include "tst_Feedback.moc"
