// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/FileDossier.h"
#include "tests/bench/Benches.h"
#include "tests/bench/DrivenCounter.h"
#include "tests/bench/SixtyFields.h"
#include "tests/bench/TimedApplication.h"
#include "ui/form/FormPage.h"
#include "ui/shell/SignInPage.h"
#include "ui/visit/AcceptPage.h"
#include "ui/visit/FeePage.h"
#include "ui/visit/PapersPage.h"
#include "ui/visit/ProcedurePage.h"
#include "ui/visit/VisitDesk.h"
#include "ui/widgets/Theme.h"
#include "ui/worklist/WorklistPage.h"

#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace motcua::bench {

namespace {

constexpr int Dossiers = 300;
constexpr int Keys = 300; // of each place, so that p99 is not the longest
constexpr int Rounds = 30;
constexpr int LongForm = 150;

// What an officer takes for at once, by the specification.
constexpr double KeyMs = 16;
constexpr double FormMs = 50;
constexpr double StepMs = 50;
constexpr double HiddenMs = 100;

QString asText(const Samples &samples)
{
    return QStringLiteral("%1 / %2 / %3").arg(samples.at(0.5), 0, 'f', 2).arg(samples.at(0.99), 0, 'f', 2).arg(samples.at(1), 0, 'f', 2);
}

/** The least a window can do with the same key: one line, or one page of two in the place of the other. */
class PlainWindow : public QWidget
{
public:
    PlainWindow()
        : m_line(new QLineEdit(this))
        , m_pages(new QStackedWidget(this))
    {
        auto *column = new QVBoxLayout(this);
        column->addWidget(m_line);
        column->addWidget(m_pages, 1);
        for (const QString &text : {QStringLiteral("1"), QStringLiteral("2")}) {
            m_pages->addWidget(new QLabel(text, m_pages));
        }
        resize(1366, 768);
    }

    [[nodiscard]] QLineEdit *line() const { return m_line; }
    void turn() { m_pages->setCurrentIndex(1 - m_pages->currentIndex()); }

private:
    QLineEdit *m_line;
    QStackedWidget *m_pages;
};

/** Ours and the plain window in turn. */
struct Bench
{
    TimedApplication &application;
    DrivenCounter &ours;
    PlainWindow &plain;
    Table &table;

    void judge(const QString &what, const Samples &mine, const Samples &floor, double limit, double longestTurn) const
    {
        table.bound(what + QStringLiteral(", p99"), mine.at(0.99), floor.at(0.99), limit);
        table.note(QStringLiteral("p50 / p99 / longest: ours; plain; longest turn of ours"),
            QStringLiteral("%1; %2; %3").arg(asText(mine), asText(floor)).arg(longestTurn, 0, 'f', 2));
    }

    /** One key after another, each until what it changed is painted; `key` of a place presses it and tells when it changed something. */
    void keys(const QString &what, const std::function<std::function<bool()>(int)> &key) const
    {
        Samples mine;
        Samples floor;
        double longestTurn = 0;
        constexpr int Warm = 10;
        for (int place = 0; place < Keys + Warm; ++place) {
            const QString before = plain.line()->text();
            const double floorMs = application.untilPainted([&] { type(plain.line(), place); }, [&] { return plain.line()->text() != before; });
            application.forget();
            std::function<bool()> changed;
            const double oursMs = application.untilPainted([&] { changed = key(place); }, [&] { return changed && changed(); });
            if (place >= Warm) {
                mine.add(oursMs);
                floor.add(floorMs);
                longestTurn = std::max(longestTurn, application.longestTurn());
            }
        }
        judge(what, mine, floor, KeyMs, longestTurn);
    }

    /** Letters into the line with the caret, from time to time over everything in it. */
    void letters(const QString &what, const QString &alphabet = QStringLiteral("nguyen thi hoa")) const
    {
        auto *line = qobject_cast<QLineEdit *>(ours.window()->focusWidget());
        if (!line) {
            qFatal("%s: the caret is in no line", qPrintable(what));
        }
        keys(what, [line, &alphabet](int place) {
            const QString before = line->text();
            type(line, place, alphabet);
            return [line, before] { return line->text() != before; };
        });
        line->clear();
    }

    /** In turn until painted: `turn` sends the key of that round and gives when it is there. */
    void turns(const QString &what, double limit, const std::function<std::function<bool()>(int)> &turn, const std::function<void()> &back = [] {}) const
    {
        Samples mine;
        Samples floor;
        double longestTurn = 0;
        for (int round = 0; round <= Rounds; ++round) {
            const double floorMs = application.untilPainted([&] { plain.turn(); }, [] { return true; });
            application.forget();
            std::function<bool()> there;
            const double oursMs = application.untilPainted([&] { there = turn(round); }, [&] { return there && there(); });
            longestTurn = std::max(longestTurn, round > 0 ? application.longestTurn() : 0);
            back();
            if (round > 0) { // the first one makes what is used again
                mine.add(oursMs);
                floor.add(floorMs);
            }
        }
        judge(what, mine, floor, limit, longestTurn);
    }

    static void type(QLineEdit *line, int place, const QString &alphabet = QStringLiteral("nguyen thi hoa"))
    {
        if (place > 0 && place % static_cast<int>(alphabet.size()) == 0) {
            line->selectAll();
        }
        const QChar letter = alphabet.at(place % alphabet.size());
        sendKey(line, letter.toUpper().unicode(), Qt::NoModifier, letter);
    }
};

void searching(const Bench &bench)
{
    DrivenCounter &ours = bench.ours;
    ours.go([&] { ours.press(Qt::Key_F2); }, [&] { return qobject_cast<QLineEdit *>(ours.window()->focusWidget()) != nullptr; });
    bench.letters(QStringLiteral("a letter in the finder (F2)"));
    ours.go([&] { ours.press(Qt::Key_Escape); }, [&] { return ours.shown<WorklistPage>() != nullptr; });
    ours.go([&] { ours.press(Qt::Key_F, Qt::ControlModifier); }, [&] { return qobject_cast<QLineEdit *>(ours.window()->focusWidget()) != nullptr; });
    bench.letters(QStringLiteral("a letter in the list's filter (Ctrl+F)"), QStringLiteral("trich luc khai sinh"));
    ours.go([&] { ours.press(Qt::Key_Escape); }, [&] { return ours.shown<WorklistPage>() != nullptr; });
}

/** A visit up to its form. */
void beginVisit(const Bench &bench)
{
    DrivenCounter &ours = bench.ours;
    ours.go([&] { ours.press(Qt::Key_N, Qt::ControlModifier); }, [&] { return ours.shown<ProcedurePage>() != nullptr; });
    bench.letters(QStringLiteral("a letter in the choice of procedures"), QStringLiteral("trich luc khai sinh"));
    ours.go([&] { ours.press(Qt::Key_Escape); }, [&] { return ours.shown<WorklistPage>() != nullptr; });
    ours.go([&] { ours.press(Qt::Key_N, Qt::ControlModifier); }, [&] { return ours.shown<ProcedurePage>() != nullptr; });
    ours.go([&] { ours.commit(QStringLiteral("trich luc")); }, [] { return true; });
    ours.go([&] { ours.press(Qt::Key_Return); }, [&] { return ours.shown<FormPage>() != nullptr; });
}

void working(const Bench &bench)
{
    DrivenCounter &ours = bench.ours;
    (void)ours.shown<FormPage>()->focusField(QStringLiteral("requester.residence"));
    bench.letters(QStringLiteral("a letter in the form of a visit, text"));
    (void)ours.shown<FormPage>()->focusField(QStringLiteral("requester.name"));
    bench.letters(QStringLiteral("a letter in the form of a visit, name"));
    (void)ours.shown<FormPage>()->focusField(QStringLiteral("requester.personalNumber"));
    bench.letters(QStringLiteral("a digit in the form of a visit, personal number"), QStringLiteral("001185012345"));

    ours.go([&] { ours.press(Qt::Key_4, Qt::AltModifier); }, [&] { return ours.shown<PapersPage>() != nullptr; });
    bench.keys(QStringLiteral("Down and Up among the papers"), [&ours](int place) {
        ours.press(place % 2 == 0 ? Qt::Key_Down : Qt::Key_Up);
        return [] { return true; };
    });
    ours.go([&] { ours.press(Qt::Key_5, Qt::AltModifier); }, [&] { return ours.shown<FeePage>() != nullptr; });
    ours.go([&] { ours.press(Qt::Key_Return); }, [&] { return qobject_cast<QLineEdit *>(ours.window()->focusWidget()) != nullptr; });
    bench.letters(QStringLiteral("a digit in the amount given"), QStringLiteral("500000"));

    const QList<std::pair<Qt::Key, std::function<bool()>>> steps{
        {Qt::Key_2, [&ours] { return ours.shown<ProcedurePage>() != nullptr; }},
        {Qt::Key_3, [&ours] { return ours.shown<FormPage>() != nullptr; }},
        {Qt::Key_4, [&ours] { return ours.shown<PapersPage>() != nullptr; }},
        {Qt::Key_5, [&ours] { return ours.shown<FeePage>() != nullptr; }},
        {Qt::Key_6, [&ours] { return ours.shown<AcceptPage>() != nullptr; }},
    };
    for (qsizetype at = 0; at < steps.size(); ++at) {
        const auto &[key, there] = steps.at(at);
        const auto &[before, wasThere] = steps.at(at == 0 ? steps.size() - 1 : at - 1);
        ours.go([&ours, before = before] { ours.press(before, Qt::AltModifier); }, wasThere);
        bench.turns(
            QStringLiteral("Alt+%1 to the painted step").arg(at + 2), StepMs,
            [&ours, key = key, there = there](int) {
                ours.press(key, Qt::AltModifier);
                return there;
            },
            [&ours, before = before, wasThere = wasThere] { ours.go([&ours, before] { ours.press(before, Qt::AltModifier); }, wasThere); });
    }
}

void hiding(const Bench &bench)
{
    DrivenCounter &ours = bench.ours;
    ours.go([&] { ours.press(Qt::Key_3, Qt::AltModifier); }, [&] { return ours.shown<FormPage>() != nullptr; });
    bench.turns(
        QStringLiteral("F12 to hidden"), HiddenMs,
        [&ours](int) {
            ours.press(Qt::Key_F12);
            return [&ours] { return ours.window()->isCovered() || ours.shown<SignInPage>() != nullptr; };
        },
        [&ours] {
            ours.go([] {}, [&ours] { return ours.shown<SignInPage>() != nullptr; });
            ours.unlock();
        });
}

/** As many lines as the form has questions, each with its words, in a page that scrolls. */
std::unique_ptr<QWidget> plainForm()
{
    auto area = std::make_unique<QScrollArea>();
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    for (int place = 0; place < LongForm; ++place) {
        column->addWidget(new QLineEdit(page));
    }
    area->setWidget(page);
    area->setWidgetResizable(true);
    area->resize(1366, 768);
    return area;
}

void longForm(TimedApplication &application, Table &table)
{
    const FormSchema schema = SixtyFields::schema(LongForm);
    MainWindow window;
    window.resize(1366, 768);
    window.show();
    Samples ours;
    Samples floor;
    std::unique_ptr<FormPage> former; // what a window shows must outlive the next
    for (int round = 0; round <= Rounds; ++round) {
        std::unique_ptr<QWidget> plain;
        const double floorMs = application.untilPainted(
            [&] {
                plain = plainForm();
                plain->show();
            },
            [&] { return !plain->visibleRegion().isEmpty(); });
        plain.reset();
        std::unique_ptr<FormPage> form;
        const double oursMs = application.untilPainted(
            [&] {
                form = std::make_unique<FormPage>(&window);
                form->setForm(FormChecker(schema), schema.blank(), QDate(2026, 11, 23));
                window.show(form.get());
            },
            [&] { return window.page() == form.get(); });
        former = std::move(form);
        if (round > 0) { // the first one reads fonts
            ours.add(oursMs);
            floor.add(floorMs);
        }
    }
    table.bound(QStringLiteral("a form of %1 questions, made to painted, p99").arg(LongForm), ours.at(0.99), floor.at(0.99), FormMs);
    table.note(QStringLiteral("p50 / p99 / longest: ours; %1 plain lines").arg(LongForm), asText(ours) + QStringLiteral("; ") + asText(floor));
}

} // namespace

int benchUi(TimedApplication &application)
{
    Theme::named(Theme::Name::Light).wear(application);
    Table table(QStringLiteral("keys: the whole window in training, %1 dossiers, 1366x768").arg(Dossiers));
    DrivenCounter ours(application, Dossiers);
    PlainWindow plain;
    plain.show();
    // The plain window needs no focus for a key that is sent to its line; ours looks at who has the caret.
    ours.go([&ours] { ours.window()->activateWindow(); }, [&ours] { return ours.window()->isActiveWindow(); });
    const Bench bench{application, ours, plain, table};
    beginVisit(bench);
    working(bench);
    hiding(bench);
    searching(bench);
    longForm(application, table);
    return table.missed();
}

} // namespace motcua::bench
