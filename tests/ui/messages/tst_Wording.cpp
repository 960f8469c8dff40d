// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/Kind.h"
#include "ui/messages/Language.h"
#include "ui/messages/Wording.h"

#include <QSet>
#include <QTest>

using namespace motcua;

class tst_Wording : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tenStatusesHaveTenNames();
    void everyKindHasWords_data();
    void everyKindHasWords();
    void anUnknownKindIsShownAsItIs();
    void labelFollowsTheLanguage();
};

void tst_Wording::tenStatusesHaveTenNames()
{
    const Language vietnamese;
    QSet<QString> names;
    for (int code = 1; code <= 10; ++code) {
        names.insert(statusName(*dossierStatus(code)));
    }
    QCOMPARE(names.size(), 10);
    QCOMPARE(statusName(DossierStatus::Processing, true), QStringLiteral("4 đang xử lý"));
}

void tst_Wording::everyKindHasWords_data()
{
    QTest::addColumn<QByteArray>("kind");
    for (const QByteArray &kind : journal::Kinds::known().names()) {
        QTest::newRow(kind.constData()) << kind;
    }
}

void tst_Wording::everyKindHasWords()
{
    QFETCH(QByteArray, kind);
    QVERIFY(happenedName(kind) != QString::fromUtf8(kind));
    const Language vietnamese;
    QVERIFY(happenedName(kind) != QString::fromUtf8(kind));
}

void tst_Wording::anUnknownKindIsShownAsItIs()
{
    QCOMPARE(happenedName("dossier.teleported"), QStringLiteral("dossier.teleported"));
}

void tst_Wording::labelFollowsTheLanguage()
{
    const QString vi = QStringLiteral("Tên");
    const QString en = QStringLiteral("Name");
    QCOMPARE(Language::label(vi, en), en);
    {
        const Language vietnamese;
        QCOMPARE(Language::label(vi, en), vi);
    }
    const Language english(Language::Code::English);
    QVERIFY(english.isSpoken());
    QCOMPARE(Language::label(vi, en), en);
    QCOMPARE(Language::label(vi, {}), vi);
}

QTEST_GUILESS_MAIN(tst_Wording)
#include "tst_Wording.moc"
