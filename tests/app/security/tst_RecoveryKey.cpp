// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/RecoveryKey.h"

#include <QSet>
#include <QTest>

using namespace motcua;
using namespace motcua::security;

class tst_RecoveryKey : public QObject
{
    Q_OBJECT

    static QString withGroup(const QString &text, int group, const QString &replacement)
    {
        QStringList groups = text.split(u'-');
        groups[group - 1] = replacement;
        return groups.join(u'-');
    }

private Q_SLOTS:
    void isEightGroupsOfFiveThatNobodyMisreads()
    {
        QSet<QChar> seen;
        for (int draw = 0; draw < 200; ++draw) {
            const QString text = RecoveryKey::generate().toText();
            QCOMPARE(text.size(), 8 * 5 + 7);
            QCOMPARE(text.split(u'-').size(), 8);
            for (const QChar sign : text) {
                seen.insert(sign);
            }
        }
        seen.remove(u'-');
        QCOMPARE(seen.size(), 17);
        // Round, upright and crooked look-alikes; and the letters from which Telex makes marks.
        for (const QChar never : u"0ODC1IL2Z5S8B6UAEYW"_qs) {
            QVERIFY2(!seen.contains(never), qPrintable(QString(never)));
        }
    }

    void noTwoAreTheSame()
    {
        QVERIFY(RecoveryKey::generate().toText() != RecoveryKey::generate().toText());
    }

    void isReadAsPeopleType_data()
    {
        QTest::addColumn<int>("how");
        QTest::addRow("as shown") << 0;
        QTest::addRow("small letters") << 1;
        QTest::addRow("spaces for hyphens") << 2;
        QTest::addRow("nothing between") << 3;
        QTest::addRow("lines and spaces around") << 4;
        QTest::addRow("long dashes") << 5;
    }
    void isReadAsPeopleType()
    {
        QFETCH(int, how);
        const RecoveryKey key = RecoveryKey::generate();
        QString typed = key.toText();
        typed = how == 1 ? typed.toLower() : typed;
        typed = how == 2 ? typed.replace(u'-', u' ') : typed;
        typed = how == 3 ? typed.remove(u'-') : typed;
        typed = how == 4 ? u"  "_qs + typed.replace(u'-', u"\n "_qs) + u"\n"_qs : typed;
        typed = how == 5 ? typed.replace(u'-', u" – "_qs) : typed;
        const Result<RecoveryKey> read = RecoveryKey::fromTyped(typed);
        QVERIFY(read);
        QCOMPARE(read->toText(), key.toText());
        QVERIFY(key.differingGroups(typed).isEmpty());
    }

    void everyWrongCharacterIsFoundInItsGroup()
    {
        const RecoveryKey key = RecoveryKey::generate();
        const QString text = key.toText();
        for (qsizetype at = 0; at < text.size(); ++at) {
            if (text.at(at) == u'-') {
                continue;
            }
            for (const QChar other : u"FGHJKMNPQRTVX3479OA0"_qs) {
                if (other == text.at(at)) {
                    continue;
                }
                QString typed = text;
                typed[at] = other;
                const int group = static_cast<int>(at / 6) + 1;
                QCOMPARE(RecoveryKey::wrongGroups(typed), QList<int>{group});
                QCOMPARE(key.differingGroups(typed), QList<int>{group});
                QCOMPARE(RecoveryKey::fromTyped(typed).error(), (Error{ErrorCode::WrongRecoveryKey, QString::number(group)}));
            }
        }
    }

    void everySwapOfTwoCharactersIsFound()
    {
        const QString text = RecoveryKey::generate().toText();
        for (qsizetype at = 0; at < text.size(); ++at) {
            for (qsizetype other = at + 1; other < text.size() && other / 6 == at / 6; ++other) {
                if (text.at(at) == text.at(other) || text.at(other) == u'-' || text.at(at) == u'-') {
                    continue;
                }
                QString typed = text;
                typed[at] = text.at(other);
                typed[other] = text.at(at);
                QCOMPARE(RecoveryKey::wrongGroups(typed), QList<int>{static_cast<int>(at / 6) + 1});
            }
        }
    }

    void groupsInTheWrongPlaceAreFound()
    {
        const RecoveryKey key = RecoveryKey::generate();
        QStringList groups = key.toText().split(u'-');
        groups.swapItemsAt(2, 6);
        QCOMPARE(RecoveryKey::wrongGroups(groups.join(u'-')), (QList<int>{3, 7}));
    }

    void lostCharactersAreFound()
    {
        const RecoveryKey key = RecoveryKey::generate();
        const QString text = key.toText();
        QCOMPARE(RecoveryKey::wrongGroups(withGroup(text, 4, text.split(u'-')[3].chopped(1))), QList<int>{4});
        QCOMPARE(RecoveryKey::wrongGroups(withGroup(text, 4, text.split(u'-')[3] + u'F')), QList<int>{4});
        QCOMPARE(RecoveryKey::wrongGroups(text.chopped(6)), QList<int>{8});
        QCOMPARE(RecoveryKey::wrongGroups(QString(text).remove(u'-') + u'F'), QList<int>{8});
        QCOMPARE(RecoveryKey::wrongGroups({}).size(), 8);
        QCOMPARE(key.differingGroups({}).size(), 8);
        QVERIFY(!RecoveryKey::fromTyped(u"tiếng Việt"_qs));
    }

    void anotherSoundKeyDiffers()
    {
        const RecoveryKey key = RecoveryKey::generate();
        const QString other = RecoveryKey::generate().toText();
        QVERIFY(RecoveryKey::wrongGroups(other).isEmpty());
        QVERIFY(!key.differingGroups(other).isEmpty());
    }

    void standsForOneKeyPerStore()
    {
        const RecoveryKey key = RecoveryKey::generate();
        QVERIFY(key.privateKey("a").equals(key.clone().privateKey("a")));
        QVERIFY(!key.privateKey("a").equals(key.privateKey("b")));
        QVERIFY(!key.privateKey("a").equals(RecoveryKey::generate().privateKey("a")));
    }
};

QTEST_APPLESS_MAIN(tst_RecoveryKey)
#include "tst_RecoveryKey.moc"
