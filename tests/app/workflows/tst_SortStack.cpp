// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/SortStack.h"

#include "app/storage/DossierQueries.h"
#include "app/storage/HouseQueries.h"
#include "models/dossier/Digitised.h"
#include "tests/app/workflows/TrainingDesk.h"

#include <QSignalSpy>

using namespace motcua;

/** A stack of several dossiers at a real store: sorted by the codes of its slips, recorded when somebody says so and not before. */
class tst_SortStack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<TrainingDesk>();
        Result<Workplace> made = m_desk->setUp();
        QVERIFY(made);
        m_place = std::make_unique<Workplace>(*made);
        m_records.clear();
        m_refusal.reset();
        m_next = 0;
        m_one = accepted();
        m_two = accepted();
        begin();
    }
    void cleanup()
    {
        m_stack.reset();
        m_place.reset();
        m_desk.reset();
    }

    void nothingIsRecordedBeforeItIsAsked()
    {
        const QStringList papers = wanted(m_one);
        QVERIFY(papers.size() >= 2);
        add({slip(m_one), separator(papers.at(1)), page(), page(), slip(m_two), blank(), page()});
        QCOMPARE(m_stack->proposal().count(StackLine::Way::Paper), 2);
        QCOMPARE(m_stack->proposal().count(StackLine::Way::Open), 1); // which paper of the second, nobody said
        QCOMPARE(m_stack->proposal().count(StackLine::Way::Sheet), 4);
        QVERIFY(m_records.isEmpty());
        const auto [recorded, pages, failures] = record();
        QCOMPARE(recorded, 1);
        QCOMPARE(pages, 2);
        QVERIFY(failures.isEmpty());
        QCOMPARE(m_records.size(), 1);
        QCOMPARE(m_records.constFirst().dossier.id, m_one.id);
        QCOMPARE(m_records.constFirst().paper, papers.at(1));
        QCOMPARE(digests(m_records.constFirst()), (QStringList{u"2"_qs, u"3"_qs}));
        QCOMPARE(m_stack->proposal().count(StackLine::Way::Open), 1); // stays until somebody says
        m_stack->give({6}, m_two.id, papers.at(0));
        (void)record();
        QCOMPARE(m_records.size(), 2);
        QVERIFY(m_stack->proposal().pages().isEmpty()); // slips alone are no stack
    }

    void whatIsRecordedLeavesTheListOfScans()
    {
        const auto waiting = [this] { return m_place->store.ask(storage::WorklistPage{.list = storage::WorklistPage::List::NotDigitised}).result()->rows.size(); };
        QCOMPARE(waiting(), 2);
        QList<StackSheet> sheets{slip(m_one)};
        for (const QString &paper : wanted(m_one)) {
            sheets += {separator(paper), page()};
        }
        add(sheets);
        (void)record();
        QCOMPARE(waiting(), 1);
    }

    void aCodeOfNobodyIsToldAndTakesNothing()
    {
        add({slip(m_one), page(), slip(u"H26.31.05-200101-0999"_qs), page()});
        QCOMPARE(m_stack->proposal().strangers(), QStringList{u"H26.31.05-200101-0999"_qs});
        for (const StackLine &line : m_stack->proposal().lines()) {
            if (line.pages.contains(3)) {
                QVERIFY(line.way == StackLine::Way::Open && line.dossier.isNull());
            }
        }
    }

    void othersCodesChangeNothing()
    {
        StackSheet card = page();
        card.codes = {{.text = u"000185012345|123456789|Nguyễn Thị Hoa|05031985|Nữ|Hòa An|01012022"_qs}, {.kind = PageCode::Kind::Pdf417, .text = m_two.code}};
        add({slip(m_one), separator(wanted(m_one).constFirst()), card});
        QCOMPARE(m_stack->proposal().count(StackLine::Way::Paper), 1);
        QCOMPARE(m_stack->proposal().cases().size(), 1);
    }

    void aDossierWithoutItsSlipIsFoundByItsCode()
    {
        const QSignalSpy changed(m_stack.get(), &SortStack::changed);
        const QSignalSpy unknown(m_stack.get(), &SortStack::unknown);
        add({page()});
        const auto before = changed.size();
        m_stack->find(u' ' + m_two.code.toLower() + u' ');
        QTRY_COMPARE(changed.size(), before + 1);
        m_stack->give({0}, m_two.id, wanted(m_two).constFirst());
        QCOMPARE(m_stack->proposal().ready().size(), 1);
        m_stack->find(u"H26.31.05-200101-0999"_qs);
        QTRY_COMPARE(unknown.size(), 1);
    }

    void oneThatFailsDoesNotHoldTheOthers()
    {
        const QStringList papers = wanted(m_one);
        add({slip(m_one), separator(papers.at(0)), page(), separator(papers.at(1)), page()});
        m_refusal = std::pair(papers.at(0), Error{ErrorCode::DiskFull, {}});
        const auto [recorded, pages, failures] = record();
        QCOMPARE(recorded, 1);
        QCOMPARE(failures.size(), 1);
        QCOMPARE(failures.constFirst().error.code, ErrorCode::DiskFull);
        QCOMPARE(failures.constFirst().code, m_one.code);
        QCOMPARE(m_stack->proposal().count(StackLine::Way::Paper), 1); // its page is kept
        m_refusal.reset();
        (void)record();
        QCOMPARE(m_records.size(), 2);
    }

    void pagesAreKeptThroughARestart()
    {
        const QStringList papers = wanted(m_one);
        add({slip(m_one), separator(papers.at(0)), page(), separator(papers.at(1)), page(), page()});
        m_refusal = std::pair(papers.at(1), Error{ErrorCode::DiskFull, {}});
        (void)record();
        m_refusal.reset();
        begin();
        const QSignalSpy changed(m_stack.get(), &SortStack::changed);
        m_stack->restore();
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(m_stack->proposal().count(StackLine::Way::Paper), 2); // not the one that is on record
        (void)record();
        QCOMPARE(digests(m_records.constLast()), (QStringList{u"4"_qs, u"5"_qs}));
        begin();
        m_stack->restore();
        add({page()});
        QCOMPARE(m_stack->proposal().pages().size(), 1);
    }

    void whatIsThrownAwayIsGoneOnlyThen()
    {
        add({page(), page()});
        m_stack->leaveOut({0, 1});
        QCOMPARE(m_stack->proposal().count(StackLine::Way::LeftOut), 2);
        m_stack->throwAway();
        QVERIFY(m_stack->proposal().pages().isEmpty());
        begin();
        const QSignalSpy changed(m_stack.get(), &SortStack::changed);
        m_stack->restore();
        const auto parts = m_place->store.ask(storage::OpenParts{}).result();
        QVERIFY(parts && !parts->contains(u"stack"_qs));
        QCOMPARE(changed.size(), 0);
    }

    void withoutARecorderNothingIs()
    {
        m_stack = std::make_unique<SortStack>(*m_place, SortStack::Recorder());
        add({slip(m_one), separator(wanted(m_one).constFirst()), page()});
        const auto [recorded, pages, failures] = record();
        QCOMPARE(recorded, 0);
        QCOMPARE(failures.size(), 1);
        QCOMPARE(m_stack->proposal().count(StackLine::Way::Paper), 1);
    }

private:
    void begin()
    {
        (void)m_place->store.keepOpen(u"behind"_qs, {}).result(); // what was kept before is on the disk, as after a restart
        m_stack = std::make_unique<SortStack>(*m_place, [this](const StackRecord &record, const std::function<void(const Result<> &)> &done) {
            if (m_refusal && m_refusal->first == record.paper) {
                done(m_refusal->second);
                return;
            }
            m_records.append(record);
            const Act act = m_place->act(record.dossier.id, AddPaper{.paper = record.paper, .attachment = u"77aa"_qs, .details = {}});
            const auto recorded = m_place->store.record(act).result();
            done(recorded ? Result<>() : Result<>(recorded.error()));
        });
    }

    [[nodiscard]] Dossier accepted() const
    {
        FileDossier filing(*m_place, nullptr);
        if (!filing.choose(u"2.000635"_qs)) {
            qFatal("the procedure is not there");
        }
        TrainingDesk::fill(filing);
        for (const RequiredPaper &required : filing.procedure().papers) { // all of them, so that there are several
            filing.look({.id = required.id, .name = required.name, .state = Paper::State::Met, .kind = required.kinds.isEmpty() ? PaperKind::OriginalSeen : required.kinds.constFirst()});
        }
        QSignalSpy accepted(&filing, &FileDossier::dossierAccepted);
        filing.accept();
        if (accepted.isEmpty() && !accepted.wait()) {
            qFatal("not accepted");
        }
        return *filing.accepted();
    }

    [[nodiscard]] static QStringList wanted(const Dossier &dossier)
    {
        QStringList ids;
        for (const UnscannedPaper &paper : unscannedPapers(dossier)) {
            ids.append(paper.id);
        }
        return ids;
    }

    StackSheet page() { return {{.attachment = u"a"_qs, .thumbnail = u"t"_qs, .digest = QString::number(m_next++).rightJustified(64, u'0'), .pixels = {10, 10}, .dpi = 300, .source = u"scan"_qs}, {}}; }
    StackSheet blank()
    {
        StackSheet sheet = page();
        sheet.page.isBlank = true;
        return sheet;
    }
    StackSheet slip(const QString &code)
    {
        StackSheet sheet = page();
        sheet.codes = {{.kind = PageCode::Kind::Qr, .text = code}, {.kind = PageCode::Kind::Code128, .text = code}};
        return sheet;
    }
    StackSheet slip(const Dossier &dossier) { return slip(dossier.code); }
    StackSheet separator(const QString &paper)
    {
        StackSheet sheet = page();
        sheet.codes = {{.text = SeparatorCode{u"2.000635"_qs, paper}.text()}};
        return sheet;
    }

    void add(const QList<StackSheet> &sheets)
    {
        const QSignalSpy changed(m_stack.get(), &SortStack::changed);
        m_stack->add(sheets);
        QTRY_VERIFY(!changed.isEmpty());
    }

    std::tuple<int, int, QList<StackFailure>> record()
    {
        std::tuple<int, int, QList<StackFailure>> told{-1, -1, {}};
        QObject scope;
        connect(m_stack.get(), &SortStack::ended, &scope, [&told](int papers, int pages, const QList<StackFailure> &failures) { told = {papers, pages, failures}; });
        m_stack->record();
        [&told] { QTRY_VERIFY(std::get<0>(told) >= 0); }();
        return told;
    }

    static QStringList digests(const StackRecord &record)
    {
        QStringList digests;
        for (const PaperPage &page : record.pages) {
            digests.append(QString::number(page.digest.toInt()));
        }
        return digests;
    }

    std::unique_ptr<TrainingDesk> m_desk;
    std::unique_ptr<Workplace> m_place;
    std::unique_ptr<SortStack> m_stack;
    Dossier m_one;
    Dossier m_two;
    QList<StackRecord> m_records;
    std::optional<std::pair<QString, Error>> m_refusal;
    int m_next = 0;
};

QTEST_MAIN(tst_SortStack)
#include "tst_SortStack.moc"
