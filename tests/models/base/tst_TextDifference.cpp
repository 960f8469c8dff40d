// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/TextDifference.h"

#include <QTest>

using namespace motcua;

/** What is marked in one text against another. */
class tst_TextDifference : public QObject
{
    Q_OBJECT

    /** The marked stretches, each in brackets. */
    static QString marked(const QString &text, const QString &other)
    {
        QString shown = text;
        const QList<TextSpan> spans = differingWords(text, other);
        for (auto span = spans.crbegin(); span != spans.crend(); ++span) {
            shown.insert(span->from + span->length, u']').insert(span->from, u'[');
        }
        return shown;
    }

private Q_SLOTS:
    void wordsThatDifferAreMarked_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("other");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char16_t *text, const char16_t *other, const char16_t *expected) {
            QTest::newRow(name) << QString::fromUtf16(text) << QString::fromUtf16(other) << QString::fromUtf16(expected);
        };
        row("the same", u"12 Trần Phú, Hòa An", u"12 Trần Phú, Hòa An", u"12 Trần Phú, Hòa An");
        row("a word in the middle", u"12 Trần Phú, phường Hòa An", u"12 Lê Lợi, phường Hòa An", u"12 [Trần Phú,] phường Hòa An");
        row("at the beginning", u"21 Trần Phú, Hòa An", u"12 Trần Phú, Hòa An", u"[21] Trần Phú, Hòa An");
        row("more at the end", u"12 Trần Phú, tổ 4", u"12 Trần Phú,", u"12 Trần Phú, [tổ 4]");
        row("less", u"12 Trần Phú,", u"12 Trần Phú, tổ 4", u"12 Trần Phú,");
        row("two places", u"một hai ba bốn năm", u"một HAI ba BỐN năm", u"một [hai] ba [bốn] năm");
        row("a tone is a difference", u"tổ dân phố Hoà An", u"tổ dân phố Hòa An", u"tổ dân phố [Hoà] An");
        row("a word that came in is not the one beside it", u"a b x c d", u"a b c d", u"a b [x] c d");
        row("lines stay lines", u"một\nhai  ba\nbốn", u"một\nhai  BA\nbốn", u"một\nhai  [ba]\nbốn");
        row("short ones are read at a glance", u"0912345678", u"0987654321", u"0912345678");
        row("nothing in common", u"một hai ba", u"x y z", u"một hai ba");
        row("against nothing", u"một hai ba", u"", u"một hai ba");
        row("nothing", u"", u"một hai ba", u"");
    }
    void wordsThatDifferAreMarked()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, other);
        QTEST(marked(text, other), "expected");
    }

    void whatIsTooLongForATableIsMarkedBetweenItsEnds()
    {
        QStringList one{u"đầu"_qs};
        QStringList two{u"đầu"_qs};
        for (int n = 0; n < 3'000; ++n) {
            one.append(QString::number(n));
            two.append(QString::number(n + 1'000'000));
        }
        one.append(u"cuối"_qs);
        two.append(u"cuối"_qs);
        const QList<TextSpan> spans = differingWords(one.join(u' '), two.join(u' '));
        QCOMPARE(spans.size(), 1);
        QCOMPARE(spans.constFirst().from, 4);
        QCOMPARE(one.join(u' ').mid(spans.constFirst().from + spans.constFirst().length), u" cuối"_qs);
    }
};

QTEST_APPLESS_MAIN(tst_TextDifference)
#include "tst_TextDifference.moc"
