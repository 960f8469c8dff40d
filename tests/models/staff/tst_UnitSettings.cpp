// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/staff/UnitSettings.h"

#include "tests/models/dossier/Bench.h"

#include <QTest>

using namespace motcua;
using namespace motcua::journal;

class tst_UnitSettings : public QObject
{
    Q_OBJECT

    static UnitSettings folded(const QJsonObject &payload)
    {
        Author author('o');
        return UnitSettings::fold(author.origin(), {author.write(author.origin(), kind::UnitConfigured, payload, {}, 1)});
    }

private Q_SLOTS:
    void anEntryFromBeforeNamesNoAccount() { QVERIFY(!folded(golden(kind::UnitConfigured)).account); }

    void theAccountIsReadBesideTheRest()
    {
        const UnitSettings settings = folded(golden(kind::UnitConfigured, u"account"_qs));
        QCOMPARE(settings.account, (UnitAccount{u"970405"_qs, u"1500201000001"_qs, u"UBND PHUONG THU NGHIEM"_qs}));
        QCOMPARE(settings.place, u"Thử Nghiệm"_qs);
    }

    void aLaterEntryWithoutAnAccountTakesItAway()
    {
        Author author('o');
        const Entry with = author.write(author.origin(), kind::UnitConfigured, golden(kind::UnitConfigured, u"account"_qs), {}, 1);
        const Entry without = author.write(author.origin(), kind::UnitConfigured, golden(kind::UnitConfigured), keysOf({with}), 2);
        QVERIFY(!UnitSettings::fold(author.origin(), {with, without}).account);
    }

    void moneyFollowsOnlyAnAccountWrittenAsOne_data()
    {
        QTest::addColumn<UnitAccount>("account");
        QTest::addColumn<bool>("good");
        const UnitAccount good{u"970405"_qs, u"1500201000001"_qs, u"UBND PHUONG HOA AN"_qs};
        const auto row = [](const char *name, UnitAccount account, bool isGood) { QTest::addRow("%s", name) << account << isGood; };
        row("bank, number and holder", good, true);
        row("letters in the number", {good.bin, u"TAPHUAN0000000"_qs, good.holder}, true);
        row("the longest number", {good.bin, QString(19, u'1'), good.holder}, true);
        row("no number", {good.bin, {}, good.holder}, false);
        row("a number longer than a picture carries", {good.bin, QString(20, u'1'), good.holder}, false);
        row("a number with spaces", {good.bin, u"1500 201 000 001"_qs, good.holder}, false);
        row("a number in full-width digits", {good.bin, u"１５００２０１"_qs, good.holder}, false);
        row("five digits for a bank", {u"97040"_qs, good.number, good.holder}, false);
        row("the bank by its name", {u"AGRIBA"_qs, good.number, good.holder}, false);
        row("nobody's", {good.bin, good.number, u" "_qs}, false);
        row("a holder longer than a line", {good.bin, good.number, QString(101, u'A')}, false);
    }
    void moneyFollowsOnlyAnAccountWrittenAsOne()
    {
        QFETCH(UnitAccount, account);
        QFETCH(bool, good);
        QCOMPARE(account.isGood(), good);
        QCOMPARE(UnitAccount::fromJson(account.toJson()).has_value(), good);
        QJsonObject payload = golden(kind::UnitConfigured);
        payload.insert(u"account", account.toJson());
        QCOMPARE(folded(payload).account, good ? std::optional(account) : std::nullopt);
    }
};

QTEST_APPLESS_MAIN(tst_UnitSettings)
#include "tst_UnitSettings.moc"
