// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/VietnamTime.h"
#include "tests/models/journal/Author.h"
#include "tests/ui/support/CorrectScene.h"
#include "tests/ui/support/FeeVisit.h"
#include "tests/ui/support/Lists.h"
#include "tests/ui/support/Samples.h"
#include "tests/ui/support/Screenshot.h"
#include "ui/admin/FirstRunPage.h"
#include "ui/form/FieldRow.h"
#include "ui/form/FormPage.h"
#include "ui/itemmodels/WorklistItemModel.h"
#include "ui/messages/Language.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/NewSecretPage.h"
#include "ui/shell/ShownTime.h"
#include "ui/shell/SignInPage.h"
#include "ui/shell/TopBar.h"
#include "ui/visit/AcceptPage.h"
#include "ui/visit/AcceptedPage.h"
#include "ui/visit/FeePage.h"
#include "ui/visit/GuideWords.h"
#include "ui/visit/PapersPage.h"
#include "ui/visit/ProcedurePage.h"
#include "ui/widgets/Theme.h"
#include "ui/worklist/DossierPage.h"
#include "ui/worklist/HistoryLines.h"
#include "ui/worklist/WorklistPage.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include <functional>
#include <memory>

using namespace motcua;

namespace {

const QDateTime Now = vietnamTime(QDate(2026, 11, 23), QTime(14, 52, 7));

struct Scene
{
    std::unique_ptr<MainWindow> window = std::make_unique<MainWindow>();
    std::unique_ptr<Page> page;
    std::shared_ptr<test::InventedList> list;
    std::function<void(MainWindow *)> after = [](MainWindow *) {}; ///< keys pressed once the window is there
};

Procedure extract()
{
    static const Catalogue catalogue = test::shippedCatalogue();
    const auto found = catalogue.procedure(u"2.000635"_qs, Now.date());
    return found ? *found : Procedure();
}

FormDraft filled()
{
    FormDraft draft = extract().form().blank();
    const QList<std::pair<QString, QString>> answers = {{u"requester.name"_qs, u"Nguyễn Thị Hoa"_qs}, {u"requester.birth"_qs, u"1985-05-03"_qs},
        {u"requester.residence"_qs, u"12 Trần Phú, phường Hòa An"_qs}, {u"requester.personalNumber"_qs, u"001185012345"_qs},
        {u"requester.relation"_qs, u"parent"_qs}, {u"record.kind"_qs, u"birth"_qs}, {u"record.name"_qs, u"Nguyễn Bảo An"_qs},
        {u"record.birth"_qs, u"2011-11-15"_qs}, {u"record.sex"_qs, u"female"_qs}, {u"record.registeredAt"_qs, u"UBND phường Hòa An"_qs}};
    for (const auto &[id, text] : answers) {
        draft.set(id, FieldValue::given(text, id == u"requester.personalNumber" ? Provenance::ChipVerified : Provenance::Typed));
    }
    return draft;
}

/** How a scene of the family's form begins: what stands in it, and what is done to it by keys. */
struct FamilyScene
{
    FormDraft draft = test::familyAnswers();
    QString field = {}; ///< gets the caret
    QString typed = {};
    QList<KeyAct> acts = {};
    bool guide = false;
};

Scene family(const FamilyScene &wanted);

AcceptFacts facts(bool complete)
{
    AcceptFacts made;
    made.procedure = extract();
    made.form = filled();
    made.papers = PaperSet::of(made.procedure);
    if (complete) {
        for (Paper paper : made.papers.papers()) {
            paper.state = Paper::State::Met;
            made.papers.set(paper);
        }
    }
    made.missing = made.papers.violations(made.procedure, made.form);
    made.promise = Promise{vietnamTime(QDate(2026, 11, 23), QTime(16, 30)), false, u"sameDay"_qs};
    made.fee = Assessment::of(made.procedure.fees, made.form, Now.date());
    made.now = Now;
    made.printer = u"HP-Q03"_qs;
    return made;
}

void begin(Scene &scene, bool visiting)
{
    MainWindow &window = *scene.window;
    window.topBar()->setPlace(u"Trung tâm PVHCC phường Hòa An"_qs, 3);
    window.topBar()->setNow(Now);
    window.topBar()->setOfficer(scene.page->standsAlone() ? QString() : u"Trần Minh Đức"_qs);
    window.topBar()->setMark(scene.page->standsAlone() ? QTime() : QTime(15, 0));
    window.setStatus({u"⇅ Chưa nối Cổng"_qs, u"In ✔"_qs, u"01/01/2026"_qs, u"1.0"_qs});
    if (visiting) {
        window.setVisit(visitFacts(facts(false)));
        window.setSteps({{u"Thủ tục"_qs, StepMark::State::Done, {}}, {u"Tờ khai"_qs, StepMark::State::Current, {}},
            {u"Giấy tờ"_qs, StepMark::State::Open, u"2/3"_qs}, {u"Tiếp nhận"_qs, StepMark::State::Open, {}}});
        window.setSavedAt(Now);
    }
    window.show(scene.page.get());
}

Scene signIn()
{
    Scene scene;
    auto page = std::make_unique<SignInPage>();
    page->setPeople({{u"Trần Minh Đức"_qs, u"cán bộ · mật khẩu hoa sen bên hồ"_qs}, {u"Đỗ Hạnh"_qs, u"trưởng ca · mật khẩu gió mùa đông bắc"_qs}});
    page->setDeskLines({u"✔ Dữ liệu mở được"_qs, u"✔ Máy in sẵn sàng"_qs, u"Danh mục: bản 01/01/2026, còn hạn"_qs});
    scene.page = std::move(page);
    begin(scene, false);
    return scene;
}

Scene refusedSignIn()
{
    Scene scene = signIn();
    static_cast<SignInPage *>(scene.page.get())->refuse({ErrorCode::LockedOut, u"8"_qs}, 8);
    return scene;
}

Scene firstRun(FirstRunPage::Step step)
{
    Scene scene;
    auto page = std::make_unique<FirstRunPage>();
    page->setRecoveryKey(u"FGH34-KLM56-PQR78-TVX92-FGH34-KLM56-PQR78-TVX92"_qs, [](const QString &) { return QList<int>{3}; });
    scene.page = std::move(page);
    begin(scene, false);
    auto *shown = static_cast<FirstRunPage *>(scene.page.get());
    for (QLineEdit *edit : shown->findChildren<QLineEdit *>()) {
        if (edit->echoMode() == QLineEdit::Password || edit->text().isEmpty()) {
            edit->setText(u"FGH34-KLM56-PQR77-TVX"_qs);
        }
    }
    while (shown->step() != step) {
        scene.window->act(KeyAct::Main);
    }
    return scene;
}

Scene procedures()
{
    Scene scene;
    auto page = std::make_unique<ProcedurePage>();
    page->setProcedures({extract()}, {{u"2.000635"_qs, 4}});
    scene.page = std::move(page);
    begin(scene, false);
    return scene;
}

Scene form()
{
    Scene scene;
    auto page = std::make_unique<FormPage>();
    FormDraft draft = filled();
    draft.set(u"record.number"_qs, {FieldValue::State::DeclaredAbsent, {}, Provenance::Typed});
    draft.set(u"requester.birth"_qs, FieldValue::given(u"31/02/1985"_qs));
    page->setForm(extract().checker, draft, Now.date());
    page->setMainLabel(u"Tiếp: Giấy tờ"_qs);
    scene.page = std::move(page);
    begin(scene, true);
    scene.window->act(KeyAct::NextToDo);
    return scene;
}

Scene family(const FamilyScene &wanted)
{
    Scene scene;
    auto page = std::make_unique<FormPage>();
    const Procedure procedure = test::family();
    page->setHeading(procedure.code + u" · "_qs + procedure.name);
    page->setGuide(guideWords(procedure.guidance));
    page->setForm(procedure.checker, wanted.draft, Now.date());
    page->setMainLabel(u"Tiếp: Giấy tờ"_qs);
    FormPage *shown = page.get();
    scene.page = std::move(page);
    scene.window->setGuideShown(wanted.guide);
    begin(scene, true);
    scene.after = [shown, wanted](MainWindow *window) {
        if (!wanted.field.isEmpty()) {
            QVERIFY(shown->focusField(wanted.field));
        }
        if (!wanted.typed.isEmpty()) {
            QTest::keyClick(window->focusWidget(), Qt::Key_A, Qt::ControlModifier);
            QTest::keyClicks(window->focusWidget(), wanted.typed);
        }
        for (const KeyAct act : wanted.acts) {
            window->act(act);
        }
    };
    return scene;
}

Scene rows()
{
    return family({.field = u"child[2].sex"_qs, .typed = {}, .acts = {KeyAct::AddRow, KeyAct::Drop}});
}

Scene absent()
{
    return family({.field = u"father.name"_qs, .typed = {}, .acts = {KeyAct::Absent}});
}

Scene categoryList()
{
    return family({.field = u"father.ethnicity"_qs, .typed = u"ta"_qs, .acts = {}});
}

Scene warning()
{
    FormDraft draft = test::familyAnswers();
    draft.set(u"mother.birth"_qs, FieldValue::given(u"1955"_qs));
    draft.set(u"mother.married"_qs, FieldValue::absent());
    return family({.draft = draft, .field = u"mother.married"_qs, .typed = {}, .acts = {}});
}

Scene guided()
{
    return family({.field = {}, .typed = {}, .acts = {}, .guide = true});
}

Scene familyPapers()
{
    Scene scene;
    auto page = std::make_unique<PapersPage>();
    FormDraft draft = test::familyAnswers();
    draft.set(u"father"_qs, FieldValue::absent(u"wish"_qs));
    page->setPapers(test::family(), PaperSet::of(test::family()), draft, Now.date());
    page->setGuide(guideWords(test::family().guidance));
    scene.page = std::move(page);
    scene.window->setGuideShown(true);
    begin(scene, true);
    scene.after = [](MainWindow *window) {
        QTest::keyClick(window->focusWidget(), Qt::Key_Down);
        QTest::keyClick(window->focusWidget(), Qt::Key_Down);
    };
    return scene;
}

Scene feeExplained()
{
    Scene scene;
    auto page = std::make_unique<AcceptPage>();
    AcceptFacts known;
    known.procedure = test::family();
    known.form = test::familyAnswers();
    known.form.set(u"child[2].sex"_qs, FieldValue::given(u"female"_qs));
    known.form.set(u"mother.birth"_qs, FieldValue::given(u"1955"_qs));
    known.papers = PaperSet::of(known.procedure);
    const Judgement judgement = known.procedure.checker.judge(known.form, Now.date());
    known.warnings = judgement.warnings;
    known.unanswered = judgement.unanswered;
    known.fee = Assessment::of(known.procedure.fees, known.form, Now.date());
    known.now = Now;
    known.promise = Promise{vietnamTime(QDate(2026, 11, 23), QTime(16, 30)), false, u"sameDay"_qs};
    known.printer = u"HP-Q03"_qs;
    page->setSummary(acceptSummary(known));
    scene.page = std::move(page);
    begin(scene, true);
    scene.window->setVisit(visitFacts(known));
    return scene;
}

Scene laterDay()
{
    static const auto found = test::shippedCatalogue().procedure(u"2.000815"_qs, Now.date());
    Scene scene;
    auto page = std::make_unique<AcceptPage>();
    AcceptFacts known;
    known.procedure = *found;
    known.form.set(u"document.pages"_qs, FieldValue::given(u"180"_qs));
    known.form.set(u"copies"_qs, FieldValue::given(u"5"_qs));
    known.papers = PaperSet::of(known.procedure);
    known.fee = Assessment::of(known.procedure.fees, known.form, Now.date());
    known.now = Now;
    known.limit = known.procedure.limitFor(1);
    known.longer = SettledTerm{u"manyPages"_qs, 2};
    known.promise = Promise{vietnamTime(QDate(2026, 11, 26), QTime(17, 0)), false, u"sameDay+longer"_qs};
    known.printer = u"HP-Q03"_qs;
    page->setSummary(acceptSummary(known));
    scene.page = std::move(page);
    begin(scene, true);
    scene.window->setVisit(visitFacts(known));
    return scene;
}

Scene payment(const FeeFacts &facts)
{
    Scene scene;
    auto page = std::make_unique<FeePage>();
    page->setFacts(facts);
    scene.page = std::move(page);
    begin(scene, true);
    return scene;
}

Scene papers(DeclarationStanding::State state, const QStringList &changed = {})
{
    Scene scene;
    auto page = std::make_unique<PapersPage>();
    PaperSet set = PaperSet::of(extract());
    set.set({u"declaration"_qs, u"Tờ khai"_qs, Paper::State::Met, {}, PaperKind::OriginalSeen, 0});
    set.set({u"identity"_qs, u"Giấy tờ tùy thân"_qs, Paper::State::NotMet, u"ảnh mờ"_qs, PaperKind::OriginalSeen, 0});
    page->setPapers(extract(), set, filled(), Now.date());
    page->setDeclaration(test::declaration(extract().form(), Now, state, changed));
    scene.page = std::move(page);
    begin(scene, true);
    return scene;
}

Scene accept(bool complete)
{
    Scene scene;
    auto page = std::make_unique<AcceptPage>();
    page->setSummary(acceptSummary(facts(complete)));
    scene.page = std::move(page);
    begin(scene, true);
    if (!complete) {
        scene.window->act(KeyAct::Main);
    }
    return scene;
}

Scene accepted()
{
    Scene scene;
    auto page = std::make_unique<AcceptedPage>();
    page->setFacts({u"H26.31.05-261123-0301"_qs, u"NGUYỄN THỊ HOA"_qs, extract().name, u"16:30 hôm nay"_qs, u"8.000 đ"_qs});
    page->setSlip(AcceptedPage::Slip::Printed);
    scene.page = std::move(page);
    begin(scene, true);
    return scene;
}

Scene listOf(qint64 rows, const std::function<void(MainWindow *)> &after = [](MainWindow *) {})
{
    Scene scene;
    scene.list = std::make_shared<test::InventedList>(rows);
    auto page = test::listPage(*scene.list);
    page->setNewer(rows > 3 ? 3 : 0);
    scene.page = std::move(page);
    begin(scene, false);
    scene.after = after;
    return scene;
}

Scene drafts()
{
    Scene scene;
    auto page = std::make_unique<WorklistPage>();
    scene.list = std::make_shared<test::InventedList>(2, true);
    page->setTabs({{u"today"_qs, u"Hồ sơ đang giải quyết"_qs, -1}, {u"drafts"_qs, u"Bản nháp của tôi"_qs, 2}});
    page->setTab(u"drafts"_qs);
    page->setDroppable(true);
    page->open(u"Bản nháp của tôi"_qs, scene.list->source());
    page->setUndoable(true);
    scene.page = std::move(page);
    begin(scene, false);
    return scene;
}

Scene newSecret(NewSecretPage::Kind kind)
{
    Scene scene;
    auto page = std::make_unique<NewSecretPage>(kind);
    page->setJudge([](const QString &) { return std::optional(Error{ErrorCode::Invalid, u"password-trivial"_qs}); });
    scene.page = std::move(page);
    begin(scene, false);
    for (QLineEdit *edit : scene.page->findChildren<QLineEdit *>()) {
        edit->setText(u"123456"_qs);
    }
    scene.window->act(KeyAct::Main);
    return scene;
}

Scene dossier()
{
    Scene scene;
    auto page = std::make_unique<DossierPage>();
    DossierSheet sheet;
    sheet.code = u"H26.31.05-261123-0301"_qs;
    sheet.procedure = extract().name;
    sheet.status = u"2 được tiếp nhận"_qs;
    sheet.promise = u"16:30 hôm nay"_qs;
    sheet.warnings = {u"Hai quầy cùng ghi khác nhau trong một lúc. Cả hai đều được giữ và hiện dưới đây."_qs};
    sheet.lines = {{u"Người yêu cầu"_qs, {}, true, false}, {u"Họ, chữ đệm, tên"_qs, u"Y Thiêm Êñuôl"_qs, false, false},
        {u"Số điện thoại"_qs, u"0912345678  ≠  0987654321"_qs, false, true}};
    // As they are written, so that the longest of them is seen.
    journal::Author author('o');
    const auto line = [&author](const char *kind, const QJsonObject &payload) { return author.write(journal::testId('d'), kind, payload, {}, Now.toMSecsSinceEpoch()); };
    sheet.history = historyLines({line("dossier.accepted", {}), line("slip.issued", {{u"slip"_qs, u"01"_qs}, {u"mark"_qs, u"original"_qs}}),
                                     line("dossier.stepped", {{u"from"_qs, 2}, {u"to"_qs, 4}, {u"event"_qs, u"transfer"_qs}}),
                                     line("dossier.stepped", {{u"from"_qs, 4}, {u"to"_qs, 5}, {u"event"_qs, u"request_supplement"_qs}, {u"reason"_qs, u"thiếu giấy chứng sinh và giấy chứng nhận kết hôn của cha mẹ"_qs}}),
                                     line("dossier.external", {{u"what"_qs, u"asked"_qs}, {u"body"_qs, u"Công an phường Hòa An"_qs}, {u"reason"_qs, u"xác minh cư trú"_qs}}),
                                     line("dossier.stepped", {{u"from"_qs, 4}, {u"to"_qs, 4}, {u"event"_qs, u"extend"_qs}, {u"reason"_qs, u"chờ xác minh"_qs}}),
                                     line("slip.issued", {{u"slip"_qs, u"stopNotice"_qs}, {u"mark"_qs, u"original"_qs}, {u"revision"_qs, 2}})},
        {{journal::testId('a'), u"Trần Minh Đức"_qs}});
    page->setSheet(sheet);
    page->setCorrectable(true);
    scene.page = std::move(page);
    begin(scene, false);
    return scene;
}

Scene correction()
{
    Scene scene;
    scene.page = test::correctPage(extract(), filled(), Now);
    begin(scene, false);
    return scene;
}

Scene keys()
{
    Scene scene = form();
    scene.window->act(KeyAct::Help);
    return scene;
}

HallRow ticket(char id, const QString &number, const QString &what, int minutes, const QString &mark = {})
{
    return {journal::testId(id), number, what, Now.toMSecsSinceEpoch() - minutes * 60'000, mark};
}

HallFacts crowded(HallFacts::Turn turn)
{
    HallFacts hall;
    hall.turn = turn;
    hall.current = ticket('c', u"A012"_qs, u"Hộ tịch"_qs, 6, u"đi lại khó"_qs);
    hall.calls = 2;
    hall.waiting = 14;
    hall.next = {ticket('1', u"A013"_qs, u"hộ tịch"_qs, 31), ticket('2', u"B007"_qs, u"chứng thực"_qs, 18),
        ticket('3', u"B008"_qs, u"chứng thực"_qs, 17, u"người cao tuổi"_qs), ticket('4', u"D110"_qs, u"đất đai, xây dựng"_qs, 12),
        ticket('5', u"A014"_qs, u"hộ tịch"_qs, 11), ticket('6', u"C021"_qs, u"trả kết quả"_qs, 9), ticket('7', u"A015"_qs, u"hộ tịch"_qs, 8),
        ticket('8', u"A016"_qs, u"hộ tịch"_qs, 4)};
    hall.oldestSinceMs = hall.next.constFirst().sinceMs;
    hall.held = {ticket('h', u"A009"_qs, u"đi photo"_qs, 12)};
    hall.range = u"15–30 phút"_qs;
    return hall;
}

/** `scene` with the hall beside it, as the hall's own workflow would have it. */
Scene beside(Scene scene, const HallFacts &hall)
{
    const bool isFree = hall.turn == HallFacts::Turn::None;
    scene.window->setHallActs({{.act = KeyAct::CallNext, .refusal = isFree ? QString() : u"Lượt này chưa kết thúc. Chưa gọi ai."_qs},
        {KeyAct::Recall}, {KeyAct::Begin}, {KeyAct::Hold}, {KeyAct::Finish}, {KeyAct::ResumeTicket}});
    scene.window->setHall(hall);
    scene.window->tickHall(Now.toMSecsSinceEpoch() + 41'000);
    return scene;
}

Scene hallPaused()
{
    HallFacts hall = crowded(HallFacts::Turn::None);
    hall.held = {};
    hall.pause = u"Tạm nghỉ đến 15:00"_qs;
    return beside(listOf(200), hall);
}

Scene hallChosen()
{
    HallFacts hall = crowded(HallFacts::Turn::None);
    hall.held += {ticket('i', u"B002"_qs, u"chờ giấy uỷ quyền"_qs, 40), ticket('j', u"A003"_qs, u"ngân hàng"_qs, 72),
        ticket('k', u"A004"_qs, u"đi photo"_qs, 81)};
    Scene scene = beside(listOf(200), hall);
    scene.after = [hall](MainWindow *window) {
        window->act(KeyAct::PreviousRegion);
        for (int pressed = 0; pressed < 2; ++pressed) {
            QTest::keyClick(window->focusWidget(), Qt::Key_Down);
        }
        HallFacts later = hall;
        later.next.removeFirst();
        window->setHall(later);
    };
    return scene;
}

Scene training()
{
    Scene scene = accepted();
    scene.window->setTraining(true);
    return scene;
}

using Maker = Scene (*)();
const QList<std::pair<const char *, Maker>> Makers = {{"sign-in", signIn}, {"sign-in-refused", refusedSignIn},
    {"first-run-1", [] { return firstRun(FirstRunPage::Step::Unit); }}, {"first-run-2", [] { return firstRun(FirstRunPage::Step::Administrator); }},
    {"first-run-3", [] { return firstRun(FirstRunPage::Step::KeyShown); }}, {"first-run-4", [] { return firstRun(FirstRunPage::Step::KeyTyped); }},
    {"procedures", procedures}, {"form", form}, {"form-rows", rows}, {"form-absent", absent}, {"form-list", categoryList},
    {"form-warning", warning}, {"form-guided", guided}, {"papers", [] { return papers(DeclarationStanding::State::Printed); }},
    {"papers-old", [] { return papers(DeclarationStanding::State::OutOfDate, {u"requester.name"_qs, u"record.name"_qs, u"copies"_qs, u"record.sex"_qs}); }},
    {"papers-perhaps", [] { return papers(DeclarationStanding::State::MayBeOut); }}, {"papers-family", familyPapers}, {"fee", feeExplained}, {"later-day", laterDay},
    {"payment-1", [] { return payment(test::feeInCash(1, 500'000)); }}, {"payment-2", [] { return payment(test::feeVisit(2)); }},
    {"payment-8", [] { return payment(test::feeInCash(8, 100'000)); }}, {"payment-qr", [] { return payment(test::feeByPicture()); }},
    {"payment-no-account", [] { return payment(test::feeWithoutAccount()); }}, {"payment-later", [] { return payment(test::feeLater()); }},
    {"payment-unknown", [] { return payment(test::feeUnknown()); }}, {"payment-none", [] { return payment({}); }}, {"accept", [] { return accept(true); }},
    {"accept-missing", [] { return accept(false); }}, {"accepted", accepted}, {"worklist", [] { return listOf(200); }}, {"worklist-empty", [] { return listOf(0); }},
    {"worklist-narrowed", [] { return listOf(3, test::narrowList); }}, {"worklist-quick", [] { return listOf(200, test::showQuick); }},
    {"worklist-export", [] { return listOf(200, test::offerExport); }},
    {"drafts", drafts}, {"pin", [] { return newSecret(NewSecretPage::Kind::Pin); }}, {"password", [] { return newSecret(NewSecretPage::Kind::Password); }},
    {"dossier", dossier}, {"correct", correction}, {"keys", keys}, {"training", training},
    {"hall-nobody", [] { return beside(listOf(0), {}); }}, {"hall-called", [] { return beside(procedures(), crowded(HallFacts::Turn::Called)); }},
    {"hall-serving", [] { return beside(form(), crowded(HallFacts::Turn::Serving)); }},
    {"hall-accept", [] { return beside(accept(true), crowded(HallFacts::Turn::Serving)); }},
    {"hall-payment-qr", [] { return beside(payment(test::feeByPicture()), crowded(HallFacts::Turn::Serving)); }},
    {"hall-payment-8", [] { return beside(payment(test::feeInCash(8, 500'000)), crowded(HallFacts::Turn::Serving)); }}, {"hall-pause", hallPaused}, {"hall-chosen", hallChosen}};

} // namespace

/** Every page in every size, theme and text scale the window promises. */
class tst_Screens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fits_data();
    void fits();

private:
    Language m_language;
};

void tst_Screens::fits_data()
{
    QTest::addColumn<int>("maker");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("theme");
    QTest::addColumn<int>("scale");
    for (int index = 0; index < Makers.size(); ++index) {
        const QByteArray name = Makers.at(index).first;
        QTest::newRow((name + "-1366-light").constData()) << index << QSize(1366, 698) << int(Theme::Name::Light) << 100;
        if (name.startsWith("hall")) { // the one region that is drawn otherwise at 125 % than at 150 %
            QTest::newRow((name + "-1366-light-125").constData()) << index << QSize(1366, 698) << int(Theme::Name::Light) << 125;
            QTest::newRow((name + "-1920-dark").constData()) << index << QSize(1920, 1010) << int(Theme::Name::Dark) << 100;
        }
        QTest::newRow((name + "-1366-dark").constData()) << index << QSize(1366, 698) << int(Theme::Name::Dark) << 100;
        QTest::newRow((name + "-1920-light-150").constData()) << index << QSize(1920, 1010) << int(Theme::Name::Light) << 150;
        QTest::newRow((name + "-1920-contrast").constData()) << index << QSize(1920, 1010) << int(Theme::Name::HighContrast) << 100;
    }
}

void tst_Screens::fits()
{
    QFETCH(int, maker);
    QFETCH(QSize, size);
    QFETCH(int, theme);
    QFETCH(int, scale);
    QVERIFY(m_language.isSpoken());
    QVERIFY(!extract().code.isEmpty());
    Theme::named(static_cast<Theme::Name>(theme)).wear(*qApp, scale);
    Scene scene = Makers.at(maker).second();
    scene.window->setTextScale(scale);
    test::present(scene.window.get(), size);
    if (auto *list = qobject_cast<WorklistPage *>(scene.page.get())) {
        QTRY_VERIFY(!list->model()->isOpening());
    }
    scene.after(scene.window.get());
    QCoreApplication::sendPostedEvents();
    QCoreApplication::sendPostedEvents();
    QCOMPARE(scene.window->size(), size);
    // What moved to another region is laid out in its turn.
    QTRY_VERIFY2(test::clipped(scene.window.get()).isEmpty(), qPrintable(test::clipped(scene.window.get()).join(u'|')));
    QCOMPARE(scene.window->size(), size);
    test::screenshot(scene.window.get(), QString::fromLatin1(QTest::currentDataTag()));
}

QTEST_MAIN(tst_Screens)
#include "tst_Screens.moc"
