// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/SlipKind.h"
#include "models/journal/Kind.h"
#include "ui/messages/Language.h"
#include "ui/messages/Wording.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
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
    void everyEventOfTheTableHasWords();
    void everyKindOfSlipHasWords();
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

void tst_Wording::everyEventOfTheTableHasWords()
{
    QFile file(QStringLiteral(MOTCUA_TEST_DATA "/../../resources/journal/transitions.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray steps = QJsonDocument::fromJson(file.readAll()).object().value(QStringLiteral("transitions")).toArray();
    QVERIFY(steps.size() >= 19);
    for (const QJsonValue &step : steps) {
        const QString event = step[QStringLiteral("event")].toString();
        const QString english = eventName(event);
        const Language vietnamese;
        QVERIFY2(!english.isEmpty() && eventName(event) != english, qPrintable(event));
    }
    QCOMPARE(eventName(QStringLiteral("teleport")), QString());
}

void tst_Wording::everyKindOfSlipHasWords()
{
    for (const SlipKind kind : allSlipKinds()) {
        const QString name = slipKindName(kind);
        const QString english = slipName(name);
        const Language vietnamese;
        QVERIFY2(!english.startsWith(QStringLiteral("form ")) && slipName(name) != english, qPrintable(name));
        QVERIFY2(!slipName(name).startsWith(QStringLiteral("mẫu ")), qPrintable(name));
    }
    QCOMPARE(slipName(QStringLiteral("01")), QStringLiteral("form 01"));
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
