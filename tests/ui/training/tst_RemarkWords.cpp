// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/Language.h"
#include "ui/training/RemarkWords.h"

#include <QSet>
#include <QTest>

using namespace motcua;
using Kind = Remark::Kind;

class tst_RemarkWords : public QObject
{
    Q_OBJECT

    static constexpr int Kinds = static_cast<int>(Kind::PriorityIgnored) + 1;

private Q_SLOTS:
    void everyKindHasASentenceInBothLanguages_data()
    {
        QTest::addColumn<int>("language");
        QTest::newRow("Vietnamese") << int(Language::Code::Vietnamese);
        QTest::newRow("English") << int(Language::Code::English);
    }
    void everyKindHasASentenceInBothLanguages()
    {
        QFETCH(int, language);
        const Language spoken(static_cast<Language::Code>(language));
        const bool english = static_cast<Language::Code>(language) == Language::Code::English;
        QSet<QString> sentences;
        for (int kind = 0; kind < Kinds; ++kind) {
            const QString words = remarkWords({static_cast<Kind>(kind), {u"16000"_qs, u"16000"_qs}, {u"vì thế"_qs, u"that is why"_qs}});
            QVERIFY(!words.contains(u'%'));
            QVERIFY2(words.endsWith(english ? u"that is why"_qs : u"vì thế"_qs) || static_cast<Kind>(kind) == Kind::NameOther, qPrintable(words));
            sentences.insert(words);
        }
        QCOMPARE(sentences.size(), Kinds);
    }

    void tellsWhoStandsThereWithWhatAndWhatIsSaid()
    {
        const Language spoken(Language::Code::English);
        Story story;
        story.name = u"Nguyễn Thị Mận"_qs;
        story.birth = u"1941"_qs;
        story.who = {u"Bà cụ."_qs, u"An old woman."_qs};
        story.says = {u"Chào."_qs, u"Hello."_qs};
        story.carries = {{u"Sổ"_qs, u"Book"_qs}};
        story.identity = {StoryIdentity::Kind::Card, u"000141123456"_qs, QDate(2024, 5, 6)};
        const QList<GuideBlock> blocks = storyBlocks(story, u"B003"_qs);
        QCOMPARE(blocks.size(), 3);
        QVERIFY(blocks[0].title.startsWith(u"PRACTICE"_qs) && blocks[0].title.contains(u"B003"_qs));
        QCOMPARE(blocks[0].lines, QStringList({u"An old woman."_qs, u"Nguyễn Thị Mận · born 1941"_qs}));
        QCOMPARE(blocks[1].lines, QStringList(u"Hello."_qs));
        QCOMPARE(blocks[2].lines, QStringList({u"Book"_qs, u"Card 000141123456, valid until 06/05/2024"_qs}));
    }
};

QTEST_GUILESS_MAIN(tst_RemarkWords)
#include "tst_RemarkWords.moc"
