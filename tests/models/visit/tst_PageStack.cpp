// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/visit/PageStack.h"

#include <QTest>

#include <functional>

using namespace motcua;

namespace {

/** A page for each sign; a small letter is one that is left out. */
QList<PaperPage> lettered(const QString &signs)
{
    QList<PaperPage> pages;
    for (const QChar sign : signs) {
        pages.append({.attachment = QString(sign.toUpper()), .digest = QString(64, u'0'), .isBlank = sign.isLower(), .source = u"scan"_qs});
    }
    return pages;
}

QString signsOf(const QList<PaperPage> &pages)
{
    QString signs;
    for (const PaperPage &page : pages) {
        signs += page.isBlank ? page.attachment.toLower() : page.attachment;
    }
    return signs;
}

using StackChange = std::function<void(PageStack &)>;

} // namespace

Q_DECLARE_METATYPE(StackChange)

class tst_PageStack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesAndTakesBack_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<StackChange>("change");
        QTest::addColumn<QString>("after"); // the same as before: nothing changed, and nothing is taken back
        const auto row = [](const char *name, const QString &before, const StackChange &change, const QString &after) { QTest::newRow(name) << before << change << after; };
        const PaperPage x = lettered(u"X"_qs).constFirst();
        row("at the end", u"ABC"_qs, [x](PageStack &stack) { stack.append(x); }, u"ABCX"_qs);
        row("into nothing", u""_qs, [x](PageStack &stack) { stack.append(x); }, u"X"_qs);
        row("before the first", u"ABC"_qs, [x](PageStack &stack) { stack.insert(0, x); }, u"XABC"_qs);
        row("before the last", u"ABC"_qs, [x](PageStack &stack) { stack.insert(2, x); }, u"ABXC"_qs);
        row("behind the end", u"ABC"_qs, [x](PageStack &stack) { stack.insert(4, x); }, u"ABC"_qs);
        row("before the beginning", u"ABC"_qs, [x](PageStack &stack) { stack.insert(-1, x); }, u"ABC"_qs);
        row("in its place", u"ABC"_qs, [x](PageStack &stack) { stack.replace(1, x); }, u"AXC"_qs);
        row("in the place of nothing", u"ABC"_qs, [x](PageStack &stack) { stack.replace(3, x); }, u"ABC"_qs);
        row("in the place of what is before all", u"ABC"_qs, [x](PageStack &stack) { stack.replace(-1, x); }, u"ABC"_qs);
        row("by itself", u"AXC"_qs, [x](PageStack &stack) { stack.replace(1, x); }, u"AXC"_qs);
        row("left out", u"ABC"_qs, [](PageStack &stack) { stack.leaveOut(2); }, u"ABc"_qs);
        row("left out twice", u"ABc"_qs, [](PageStack &stack) { stack.leaveOut(2); }, u"ABc"_qs);
        row("left out where nothing is", u"ABC"_qs, [](PageStack &stack) { stack.leaveOut(3); }, u"ABC"_qs);
        row("restored", u"aBC"_qs, [](PageStack &stack) { stack.restore(0); }, u"ABC"_qs);
        row("restored what is there", u"ABC"_qs, [](PageStack &stack) { stack.restore(0); }, u"ABC"_qs);
        row("restored where nothing is", u"abc"_qs, [](PageStack &stack) { stack.restore(-1); }, u"abc"_qs);
        row("forward", u"ABCD"_qs, [](PageStack &stack) { stack.move(3, 0); }, u"DABC"_qs);
        row("backward", u"ABCD"_qs, [](PageStack &stack) { stack.move(0, 2); }, u"BCAD"_qs);
        row("to where it is", u"ABCD"_qs, [](PageStack &stack) { stack.move(1, 1); }, u"ABCD"_qs);
        row("to behind the end", u"ABCD"_qs, [](PageStack &stack) { stack.move(0, 4); }, u"ABCD"_qs);
        row("from nowhere", u"ABCD"_qs, [](PageStack &stack) { stack.move(4, 0); }, u"ABCD"_qs);
        row("to before the beginning", u"ABCD"_qs, [](PageStack &stack) { stack.move(1, -1); }, u"ABCD"_qs);
        row("split", u"ABcD"_qs, [](PageStack &stack) { QCOMPARE(signsOf(stack.split(2)), u"cD"_qs); }, u"AB"_qs);
        row("split before the first", u"AB"_qs, [](PageStack &stack) { QCOMPARE(signsOf(stack.split(0)), u"AB"_qs); }, u""_qs);
        row("split behind the last", u"AB"_qs, [](PageStack &stack) { QVERIFY(stack.split(2).isEmpty()); }, u"AB"_qs);
        row("split before the beginning", u"AB"_qs, [](PageStack &stack) { QVERIFY(stack.split(-1).isEmpty()); }, u"AB"_qs);
    }
    void changesAndTakesBack()
    {
        QFETCH(QString, before);
        QFETCH(StackChange, change);
        QFETCH(QString, after);
        PageStack stack(lettered(before));
        change(stack);
        QCOMPARE(signsOf(stack.pages()), after);
        QCOMPARE(stack.canTakeBack(), before != after);
        stack.takeBack();
        QCOMPARE(stack.pages(), lettered(before));
        QVERIFY(!stack.canTakeBack());
        stack.takeBack(); // once too often
        QCOMPARE(stack.pages(), lettered(before));
    }

    void tellsWhatGoesIntoTheCopy()
    {
        const PageStack stack(lettered(u"AbCd"_qs));
        QCOMPARE(signsOf(stack.kept()), u"AC"_qs);
        QCOMPARE(stack.leftOut(), 2);
        QCOMPARE(PageStack().leftOut(), 0);
        QVERIFY(PageStack().kept().isEmpty());
    }

    void takesBackOneAfterTheOther()
    {
        PageStack stack;
        QStringList seen;
        for (const QChar sign : u"ABCDE"_qs) {
            seen.append(signsOf(stack.pages()));
            stack.append(lettered(QString(sign)).constFirst());
        }
        stack.move(0, 4);
        seen.append(u"ABCDE"_qs);
        while (!seen.isEmpty()) {
            QVERIFY(stack.canTakeBack());
            stack.takeBack();
            QCOMPARE(signsOf(stack.pages()), seen.takeLast());
        }
        QVERIFY(!stack.canTakeBack());
    }

    void remembersAsManyAsItSays()
    {
        PageStack stack;
        const int more = 7;
        for (int n = 0; n < PageStack::Remembered + more; ++n) {
            stack.append(lettered(u"A"_qs).constFirst());
        }
        int taken = 0;
        for (; stack.canTakeBack(); ++taken) {
            stack.takeBack();
        }
        QCOMPARE(taken, PageStack::Remembered);
        QCOMPARE(stack.pages().size(), more); // what is forgotten stays done
    }
};

QTEST_GUILESS_MAIN(tst_PageStack)
#include "tst_PageStack.moc"
