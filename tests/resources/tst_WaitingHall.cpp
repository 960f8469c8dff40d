// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ticket/HallRules.h"
#include "tests/models/catalogue/ShippedCatalogue.h"

#include <QTest>

#include <algorithm>

using namespace motcua;

/** The rules of the waiting hall as they are shipped. */
class tst_WaitingHall : public QObject
{
    Q_OBJECT

    HallRules m_rules;

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(QStringLiteral(MOTCUA_TEST_DATA "/../../resources/hall/hall.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto rules = HallRules::read({u"hall.json"_qs, file.readAll()});
        QVERIFY2(bool(rules), rules ? "" : qPrintable(rules.error().constFirst().detail));
        m_rules = *rules;
    }

    void theGroupsAreTheLettersFromAToG()
    {
        QStringList all;
        for (const ServiceGroup &group : m_rules.groups) {
            all.append(group.letter + u' ' + group.name);
        }
        QCOMPARE(all,
            (QStringList{u"A Hộ tịch"_qs, u"B Chứng thực"_qs, u"C Cư trú"_qs, u"D Đất đai"_qs, u"E Trả kết quả"_qs,
                u"F Đăng ký kinh doanh"_qs, u"G Chưa rõ: hỏi hướng dẫn"_qs}));
    }

    void nobodyIsToldAsAbsentBeforeTheThirdCall()
    {
        QCOMPARE(m_rules.recalls, 3);
        QCOMPARE(m_rules.forgottenMinutes, 45);
    }

    void everyShippedProcedureHasItsGroup()
    {
        const QList<Procedure> procedures = test::shippedCatalogue().procedures(QDate(2026, 11, 23));
        QVERIFY(!procedures.isEmpty());
        for (const Procedure &procedure : procedures) {
            const auto takes = [&procedure](const ServiceGroup &group) { return group.fields.contains(procedure.field); };
            QVERIFY2(
                std::any_of(m_rules.groups.cbegin(), m_rules.groups.cend(), takes), qPrintable(procedure.code + u' ' + procedure.field));
        }
    }

    void noPriorityIsGivenOutAsLawThatNobodyRead()
    {
        QCOMPARE(m_rules.aheadMinutes({u"disabled"_qs, u"elderly"_qs, u"merit"_qs, u"pregnant"_qs, u"infant"_qs}), 30);
        for (const TicketPriority &priority : m_rules.priorities) {
            QVERIFY2(priority.mark.startsWith(u"UNVERIFIED"), qPrintable(priority.id));
        }
    }

    void whatTheLawKeepsOutOfThePostIsSaid_data()
    {
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("word");
        QTest::newRow("P6: state secrets go by a network of their own, in Vietnamese") << m_rules.post.text << u"dấu mật"_qs;
        QTest::newRow("P6: and in English") << m_rules.post.textEn << u"state secrecy"_qs;
        QTest::newRow("P6: with where it was read") << m_rules.post.mark << u"Đ.18.2"_qs;
    }
    void whatTheLawKeepsOutOfThePostIsSaid()
    {
        QFETCH(QString, sentence);
        QFETCH(QString, word);
        QVERIFY2(sentence.contains(word), qPrintable(sentence));
    }

    void messagesSayTheNumberAndWhatNobodyHasToHear()
    {
        QCOMPARE(m_rules.messages.before, 3);
        DueTicketMessage due{.number = u"A013"_qs, .desk = u"4"_qs, .before = 3, .minutes = 30};
        for (const auto kind : {TicketMessageKind::Soon, TicketMessageKind::Called, TicketMessageKind::HeldLong}) {
            due.kind = kind;
            for (const QStringList &needs : {QStringList(), QStringList{u"deaf"_qs}, QStringList{u"meet"_qs}}) {
                const QString text = ticketMessageText(m_rules, due, needs);
                QVERIFY2(text.contains(u"A013"_qs), qPrintable(text));
                QVERIFY2(!text.contains(u'{'), qPrintable(text));
                QVERIFY2(!text.contains(u"nghe"_qs), qPrintable(text));
            }
        }
        QVERIFY(ticketMessageText(m_rules, due, {}) == ticketMessageText(m_rules, due, {u"blind"_qs}));
        due.kind = TicketMessageKind::Called;
        QCOMPARE(ticketMessageText(m_rules, due, {}), u"Số A013: mời đến quầy 4."_qs);
    }

    void placesAndNeedsAreTheOnesTheCounterKnows()
    {
        QStringList ids;
        for (const HoldPlace &place : m_rules.holdPlaces) {
            ids.append(place.id);
        }
        QCOMPARE(ids, (QStringList{u"photocopy"_qs, u"payment"_qs, u"home"_qs, u"form"_qs, u"office"_qs, u"other"_qs}));
        ids.clear();
        for (const TicketNeed &need : m_rules.needs) {
            ids.append(need.id);
        }
        QCOMPARE(ids, (QStringList{u"walking"_qs, u"deaf"_qs, u"blind"_qs, u"meet"_qs}));
    }
};

QTEST_APPLESS_MAIN(tst_WaitingHall)
#include "tst_WaitingHall.moc"
