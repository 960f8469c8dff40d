// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/SystemLine.h"
#include "tests/support/ScriptedLine.h"

#include <QSignalSpy>
#include <QTest>

using namespace motcua;
using namespace std::chrono_literals;

namespace {

class ObservedLine final : public SettlingLine
{
public:
    explicit ObservedLine(std::chrono::milliseconds settling)
        : SettlingLine(settling)
    {
    }
    using SettlingLine::begin;
    using SettlingLine::observe;
};

constexpr Line::State Online{Line::Reach::Online, Line::Cost::Free, false};
constexpr Line::State Gone{Line::Reach::None, Line::Cost::Unknown, false};

} // namespace

/** A change is told once it has settled, and where nobody tells of the network nothing is made up. */
class tst_SystemLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChangeIsToldOnce();
    void whatCameBackWasNoChange();
    void whatIsKnownFromTheStartIsNoChange();
    void theSystemsOwn();
    void aScriptedOne();
};

void tst_SystemLine::aChangeIsToldOnce()
{
    ObservedLine line(20ms);
    line.begin(Gone);
    const QSignalSpy changed(&line, &Line::changed);
    line.observe({Line::Reach::Local, Line::Cost::Unknown, false});
    line.observe({Line::Reach::Site, Line::Cost::Free, false});
    line.observe(Online);
    line.observe(Online);
    QCOMPARE(line.state(), Gone);
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().value<Line::State>(), Online);
    QCOMPARE(line.state(), Online);
}

void tst_SystemLine::whatCameBackWasNoChange()
{
    ObservedLine line(0ms);
    line.begin(Online);
    const QSignalSpy changed(&line, &Line::changed);
    line.observe(Gone);
    line.observe(Online);
    // Told after the timer of the flicker above would have run out.
    QTimer::singleShot(0, &line, [&line] { QTimer::singleShot(0, &line, [&line] { line.observe(Gone); }); });
    QTRY_COMPARE(line.state(), Gone);
    QCOMPARE(changed.size(), 1);
}

void tst_SystemLine::whatIsKnownFromTheStartIsNoChange()
{
    ObservedLine line(0ms);
    const QSignalSpy changed(&line, &Line::changed);
    QCOMPARE(line.state(), Line::State());
    line.begin(Online);
    line.observe(Online);
    QCOMPARE(line.state(), Online);
    QCOMPARE(changed.size(), 0);
}

void tst_SystemLine::theSystemsOwn()
{
    const SystemLine line;
    const QString teller = line.teller();
    if (teller.isEmpty()) {
        QCOMPARE(line.state(), Line::State());
    } else if (teller != u"networkmanager") {
        // Only NetworkManager knows what a line costs; nobody else is believed to.
        QCOMPARE(line.state().cost, Line::Cost::Unknown);
    }
}

void tst_SystemLine::aScriptedOne()
{
    testsupport::ScriptedLine line(Gone);
    const QSignalSpy changed(&line, &Line::changed);
    line.become(Gone);
    line.become(Online);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(line.state(), Online);
}

QTEST_GUILESS_MAIN(tst_SystemLine)
#include "tst_SystemLine.moc"
