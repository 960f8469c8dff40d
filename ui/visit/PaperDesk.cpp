// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/PaperDesk.h"

#include "app/storage/Await.h"
#include "app/workflows/HeldPaperLook.h"
#include "app/workflows/ScanFiles.h"
#include "app/workflows/SignOnScreen.h"
#include "models/base/VietnamTime.h"
#include "models/form/FormChecker.h"
#include "models/scan/TextSuggestion.h"
#include "ui/files/FileChooser.h"
#include "ui/files/FileWords.h"
#include "ui/messages/Language.h"
#include "ui/messages/ScanSentence.h"
#include "ui/shell/ErrorNotice.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/StripQuestion.h"
#include "ui/visit/HeldPapersPage.h"
#include "ui/visit/PaperWords.h"
#include "ui/visit/PapersPage.h"
#include "ui/visit/SigningDesk.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace motcua {

namespace {

QString turnKey(const QString &paper, int at)
{
    return paper + u'/' + QString::number(at);
}

} // namespace

PaperDesk::PaperDesk(MainWindow *window, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_files(new FileChooser(window, this))
    , m_questions(new StripQuestion(window, this))
    , m_signing(new SigningDesk(window, this))
    , m_onScreen(new SignOnScreen(this))
{
    connect(m_files, &FileChooser::chosen, this, [this](const QStringList &paths) {
        takeFiles(m_filesFor, paths);
        Q_EMIT papersWanted();
    });
    connect(m_signing, &SigningDesk::changed, this, &PaperDesk::drawSigning);
}

PaperDesk::~PaperDesk() = default;

void PaperDesk::use(Scanner *scanner, Pages *pages, Texts *texts)
{
    m_scanner = scanner;
    m_pages = pages;
    m_texts = texts;
}

void PaperDesk::join(PapersPage *page)
{
    m_page = page;
    connect(page, &PapersPage::filesAsked, this, [this](const QString &paper) {
        if (isBusy()) {
            m_window->tell({Notice::Kind::Told, tr("Pages are still coming. Files can be taken in when they are here. Nothing was changed."), {}});
            return;
        }
        if (const RequiredPaper *required = m_filing->procedure().paper(paper)) {
            m_filesFor = paper;
            m_files->choose(required->name, m_place->law.catalogue.fileRules());
            Q_EMIT stepsChanged();
        }
    });
    connect(page, &PapersPage::heldAsked, this, &PaperDesk::chooseHeld);
    page->setThumbnails([this](const QString &attachment) { findThumbnail(attachment); });
    connect(page, &PapersPage::pageWanted, this, &PaperDesk::findPicture);
    connect(page, &PapersPage::scanAsked, this, &PaperDesk::scan);
    connect(page, &PapersPage::scanStopAsked, this, [this] {
        if (m_scan) {
            m_scan->cancel();
        }
    });
    connect(page, &PapersPage::profileAsked, this, &PaperDesk::askProfile);
    connect(page, &PapersPage::answersWanted, this, &PaperDesk::findAnswers);
    connect(page, &PapersPage::answerTaken, this, [this](const ReadAnswer &answer) { Q_EMIT answerTaken(answer.field, FieldValue::given(answer.value)); });
    connect(page, &PapersPage::pageTurnAsked, this, &PaperDesk::turn);
    drawScan();
}

void PaperDesk::begin(const Workplace &place, FileDossier *filing)
{
    m_place = place;
    m_filing = filing;
    m_onScreen->join(filing);
    m_stack.reset();
    m_turning.clear();
    if (m_scanner && m_pages) {
        m_scan = std::make_unique<ScanPapers>(place, *m_scanner, *m_pages);
        joinScan();
        learnRules();
        lookForScanners();
    }
    if (m_texts) {
        m_reading = std::make_unique<ReadPages>(place, *m_texts);
        connect(m_reading.get(), &ReadPages::pageRead, this, [this] {
            if (m_page) {
                findAnswers(m_page->chosen());
            }
        });
    }
    m_held = std::make_unique<HeldPaperLook>(filing);
    joinHeld();
    filing->setCopies({.signer = [this] { return m_signing->signer(); }, .subject = paperKindWords, .texts = m_reading.get()});
    m_signing->begin(place);
    connect(filing, &FileDossier::pageLate, this, &PaperDesk::tellLate);
    drawScan();
}

void PaperDesk::end()
{
    m_scan.reset(); // which stops what it scans
    m_held.reset();
    if (m_heldPage) {
        m_heldPage->setPapers({}, {}); // they were somebody's
    }
    m_reading.reset();
    m_signing->end();
    m_stack.reset();
    m_filesLeft.clear();
    m_areFilesRead = false;
    m_turning.clear();
    if (m_page) {
        m_page->forgetLeftOut();
    }
    m_filing = nullptr;
    m_onScreen->join(nullptr);
    m_place.reset();
    drawScan();
}

void PaperDesk::joinScan()
{
    ScanPapers *scan = m_scan.get();
    connect(scan, &ScanPapers::progressed, this, [this](const QString &, const ScanProgress &progress) { showProgress(progress); });
    connect(scan, &ScanPapers::arrived, this, &PaperDesk::take);
    connect(scan, &ScanPapers::turned, this, [this](const QString &paper, int at, const PaperPage &page, const QImage &thumbnail) {
        const auto [dossier, before] = m_turning.take(turnKey(paper, at));
        if (isAbout(dossier, paper)) {
            m_page->setThumbnail(page.thumbnail, thumbnail);
            m_page->setTurned(paper, before, page);
        }
    });
    connect(scan, &ScanPapers::notTurned, this, [this](const QString &paper, int at, const ScanTrouble &trouble) {
        const Id dossier = m_turning.take(turnKey(paper, at)).first;
        if (isAbout(dossier, paper) && !m_window->isLocked()) {
            const QString why = trouble.kept ? u' ' + sentence(*trouble.kept).textWithCode() : QString();
            m_window->tell({Notice::Kind::Warning, tr("Page %1 could not be turned. It is kept as it is. Try again, or scan it anew.").arg(at + 1) + why, {}});
        }
    });
    connect(scan, &ScanPapers::troubled, this, [this](const QString &, const ScanTrouble &trouble) { tell(trouble); });
    connect(scan, &ScanPapers::ended, this, [this](const QString &paper) { endStack(paper); });
}

// A network scanner may take seconds to answer, and the rules lie on the disk: neither is waited for.
void PaperDesk::lookForScanners()
{
    await(m_scan.get(), m_scanner->devices(), [this](const Scanner::Devices &devices) {
        m_found = !devices ? Found::Fault : devices->isEmpty() ? Found::None : Found::Some;
        Q_EMIT devicesChanged();
    });
}

void PaperDesk::learnRules()
{
    const QString store = QFileInfo(m_place->store.path()).path();
    await(m_scan.get(), m_media.run([store] { return ScanFiles::read(Lawbook::folder(), store); }), [this](const ScanFiles &files) {
        m_rules = files.rules;
        m_scan->setRules(m_rules);
        drawScan();
    });
}

QString PaperDesk::deviceWords() const
{
    switch (m_found) {
    case Found::NotYet:
        return {};
    case Found::None:
        return tr("Scanner %1 not there").arg(QStringLiteral("✖"));
    case Found::Fault:
        return tr("Scanner %1 does not answer").arg(QStringLiteral("✖"));
    case Found::Some:
        return tr("Scanner %1").arg(QStringLiteral("✔"));
    }
    return {};
}

bool PaperDesk::isOwn(const Page *page) const
{
    return m_files->isOwn(page) || (page && page == m_heldPage);
}

bool PaperDesk::isAbout(const Id &dossier, const QString &paper) const
{
    return m_filing && m_filing->step() == FileDossier::Step::Filling && m_filing->dossier() == dossier && m_filing->procedure().paper(paper);
}

QString PaperDesk::nameOf(const QString &paper) const
{
    const RequiredPaper *required = m_filing ? m_filing->procedure().paper(paper) : nullptr;
    return required ? required->name : paper;
}

void PaperDesk::draw()
{
    m_page->setFileRules(m_place->law.catalogue.fileRules().largestBytes > 0 ? fileRuleWords(m_place->law.catalogue.fileRules()) : QString());
    drawSigning();
    drawHeld();
    drawScan();
}

void PaperDesk::follow()
{
    if (m_stack && m_scan && (m_filing->step() != FileDossier::Step::Filling || m_filing->dossier() != m_stack->dossier)) {
        m_filesLeft.clear();
        m_scan->cancel();
    }
}

void PaperDesk::drawSigning()
{
    if (m_page) {
        m_page->setSigning(signingLine(m_signing->standing()));
    }
}

void PaperDesk::drawScan()
{
    if (!m_page) {
        return;
    }
    ScanStanding standing;
    if (m_scan) {
        standing.isThere = true;
        if (const ScanProfile *profile = m_scan->profile()) {
            standing.profile = profile->name;
            standing.isLocked = profile->isLocked;
        }
        if (m_stack && !m_stack->isBrought && isAbout(m_stack->dossier, m_stack->paper)) {
            standing.into = m_stack->paper;
            standing.page = m_coming;
            const auto pages = static_cast<int>(m_filing->papers().paper(m_stack->paper).pages.size());
            standing.arriving = ArrivingPage{.before = std::min(m_stack->before.value_or(pages), pages), .percent = m_percent};
        }
    }
    m_page->setScan(standing);
}

void PaperDesk::askProfile()
{
    if (m_scan->isBusy()) {
        m_window->tell({Notice::Kind::Told, tr("A stack is being scanned. The way it is scanned can be changed when it is done. Nothing was changed."), {}});
        return;
    }
    QList<StripQuestion::Choice> choices;
    for (const ScanProfile &profile : m_rules.profiles) {
        choices.append({profile.isLocked ? tr("%1 (settled by the administrator)").arg(profile.name) : profile.name, [this, id = profile.id] {
                            m_scan->choose(id);
                            drawScan();
                        }});
    }
    if (!choices.isEmpty()) {
        m_questions->ask(tr("How is the next stack to be scanned?"), choices);
    }
}

void PaperDesk::scan(const QString &paper, int before, bool replaces)
{
    if (!m_scan || m_scan->isBusy() || !m_filing || m_filing->step() != FileDossier::Step::Filling) {
        return;
    }
    const QList<PaperPage> pages = m_filing->papers().paper(paper).pages;
    Stack stack{.dossier = m_filing->dossier(), .paper = paper};
    if (before < pages.size()) {
        stack.before = before;
        stack.replaces = replaces ? std::optional(pages.at(before)) : std::nullopt;
    }
    m_stack = stack;
    m_coming = 1;
    m_percent.reset();
    m_scan->scan(paper);
    drawScan();
}

void PaperDesk::turn(const QString &paper, int at, const PaperPage &page, int quarterTurns)
{
    const QString key = turnKey(paper, at);
    if (m_scan && m_filing && !m_turning.contains(key)) { // a key held down turns once
        m_turning.insert(key, {m_filing->dossier(), page});
        m_scan->turn(paper, at, page, quarterTurns);
    }
}

void PaperDesk::showProgress(const ScanProgress &progress)
{
    m_coming = progress.page;
    m_percent = progress.allRows > 0 ? std::optional(progress.rows * 100 / progress.allRows) : std::nullopt;
    drawScan();
}

// Also while another page, help or the lock stands over it: it speaks of whole papers, and an old one would lose the pages again.
void PaperDesk::drawPapers()
{
    m_page->setPapers(m_filing->procedure(), m_filing->papers(), m_filing->filed(), m_page->day());
}

void PaperDesk::take(const ArrivedPage &arrived)
{
    if (!m_stack || !m_filing) {
        return;
    }
    ++m_stack->arrived;
    m_stack->leftOut += arrived.page.isBlank ? 1 : 0;
    m_percent.reset();
    const std::optional<PaperPage> replaced = std::exchange(m_stack->replaces, std::nullopt);
    const int at = m_stack->before ? (*m_stack->before)++ : -1;
    if (!isAbout(m_stack->dossier, m_stack->paper)) {
        m_filing->addPage(m_stack->dossier, m_stack->paper, at, arrived.page, replaced ? replaced->attachment : QString());
        return;
    }
    m_page->setThumbnail(arrived.page.thumbnail, arrived.thumbnail);
    if (replaced && m_filing->papers().paper(m_stack->paper).pages.contains(*replaced)) {
        m_page->setTurned(m_stack->paper, *replaced, arrived.page); // a change of the officer's, which can be taken back
    } else {
        m_filing->addPage(m_stack->dossier, m_stack->paper, at, arrived.page);
        Q_EMIT paperLookedAt(m_filing->papers().paper(m_stack->paper));
        drawPapers();
    }
    drawScan();
}

void PaperDesk::tellLate(const Id &dossier)
{
    if (m_stack && m_stack->dossier == dossier) {
        ++m_stack->late;
    }
}

Notice PaperDesk::notice(const ScanTrouble &trouble, int arrived)
{
    if (trouble.scanner) {
        const bool isQuiet = trouble.scanner->what == ScanFault::What::Cancelled || trouble.scanner->what == ScanFault::What::FeederEmpty;
        return {isQuiet ? Notice::Kind::Told : Notice::Kind::Warning, sentence(*trouble.scanner, arrived).textWithCode(), {}};
    }
    if (trouble.kept) {
        return {Notice::Kind::Danger, tr("A page could not be kept, so scanning was stopped. Pages that came before: %1. They are kept.").arg(arrived) + u' ' + sentence(*trouble.kept).textWithCode(), {}};
    }
    return {Notice::Kind::Warning, tr("Page %1 could not be straightened and looked through. It is kept as it came. Look at it large, and scan it anew if it cannot be read.").arg(trouble.number), {}};
}

void PaperDesk::tell(const ScanTrouble &trouble)
{
    const int arrived = m_stack ? m_stack->arrived : 0;
    if (m_stack) {
        m_stack->wasTroubled = true;
    }
    if (!m_window->isLocked()) {
        const bool isNoPicture = trouble.page && m_stack && m_stack->isBrought;
        m_window->tell(isNoPicture ? Notice{Notice::Kind::Warning,
                tr("Picture %1 cannot be read, so it was not taken in. It lies where it was. Take it in from another copy, or scan the paper.").arg(trouble.number), {}}
                                   : notice(trouble, arrived));
    }
    if (trouble.scanner && (trouble.scanner->what == ScanFault::What::Gone || trouble.scanner->what == ScanFault::What::NotInstalled)) {
        lookForScanners();
    }
}

void PaperDesk::endStack(const QString &paper)
{
    const std::optional<Stack> stack = std::exchange(m_stack, std::nullopt);
    m_percent.reset();
    drawScan();
    if (const QStringList left = std::exchange(m_filesLeft, {}); !left.isEmpty() && stack && !stack->wasTroubled && isAbout(stack->dossier, paper)) {
        takeFiles(paper, left);
    }
    if (!stack || m_window->isLocked()) {
        return;
    }
    if (stack->late > 0) {
        m_window->tell({Notice::Kind::Warning, tr("%n page(s) came too late for the dossier they were for, so they are not in it. Open that dossier and scan them again.", nullptr, stack->late), {}});
        return;
    }
    if (stack->arrived > 0 && !stack->wasTroubled) {
        QString told = stack->isBrought ? tr("%n picture(s) taken into \"%1\" as pages.", nullptr, stack->arrived).arg(nameOf(paper))
                                        : tr("%n page(s) scanned into \"%1\".", nullptr, stack->arrived).arg(nameOf(paper));
        if (stack->leftOut > 0) {
            told += u' ' + tr("%n blank side(s) of them are left out of the copy; B restores one.", nullptr, stack->leftOut);
        }
        m_window->tell({Notice::Kind::Done, told, {}});
    }
    if (m_found != Found::Some && stack->arrived > 0 && !stack->isBrought) {
        m_found = Found::Some;
        Q_EMIT devicesChanged();
    }
}

// Only of fields that are asked and nobody answered: what the officer wrote is not argued with.
void PaperDesk::findAnswers(const QString &paper)
{
    if (!m_reading || !m_filing || !isAbout(m_filing->dossier(), paper)) {
        return;
    }
    QList<PageText> texts;
    for (const PaperPage &page : PageStack(m_filing->papers().paper(paper).pages).kept()) {
        texts.append(m_reading->text(page.digest).value_or(PageText()));
    }
    if (std::all_of(texts.cbegin(), texts.cend(), [](const PageText &text) { return text.words.isEmpty(); })) {
        return;
    }
    const FormSchema &form = m_filing->procedure().form();
    const QDate today = vietnamTime(QDateTime::currentMSecsSinceEpoch()).date();
    await(m_reading.get(), m_media.run([texts, form, today] { return fieldSuggestions(texts, form, today); }),
        [this, paper, dossier = m_filing->dossier(), today](const QList<FieldSuggestion> &found) {
            if (!isAbout(dossier, paper)) {
                return;
            }
            const FormSchema &asked = m_filing->procedure().form();
            const QStringList fields = m_filing->procedure().checker.view(m_filing->form(), today).fields;
            QList<ReadAnswer> answers;
            for (const FieldSuggestion &one : found) {
                const Field *field = asked.field(one.path);
                if (field && fields.contains(one.path) && m_filing->form().value(one.path).state == FieldValue::State::NotAsked) {
                    FormDraft said;
                    said.set(one.path, FieldValue::given(one.value));
                    answers.append({one.path, Language::label(field->label, field->labelEn), one.value, asked.shown(one.path, said), one.page + 1});
                }
            }
            m_page->setReadAnswers(paper, answers);
        });
}

void PaperDesk::findThumbnail(const QString &attachment)
{
    if (!m_place) {
        return;
    }
    // Our own pictures: made from what was decoded apart, and sealed since.
    await(m_page, m_media.run([attachments = m_place->store.attachments(), attachment] {
        const Result<QByteArray> bytes = attachments.read(attachment);
        return bytes ? QImage::fromData(*bytes, "PNG") : QImage();
    }),
        [page = m_page, attachment](const QImage &image) { page->setThumbnail(attachment, image); });
}

void PaperDesk::findPicture(const PaperPage &page, QSize room)
{
    if (!m_place || !m_pages) {
        m_page->setPagePicture(page.attachment, {});
        return;
    }
    await(m_page, m_media.run([attachments = m_place->store.attachments(), attachment = page.attachment] { return attachments.read(attachment); }),
        [this, attachment = page.attachment, room](const Result<QByteArray> &jpeg) {
            if (!jpeg) {
                m_page->setPagePicture(attachment, {});
                return;
            }
            await(m_page, m_pages->picture(*jpeg, room),
                [this, attachment](const Result<QImage, PageFault> &picture) { m_page->setPagePicture(attachment, picture ? *picture : QImage()); });
        });
}

void PaperDesk::tellFiles(const QString &paper, const QList<FileOutcome> &outcomes)
{
    Q_EMIT paperLookedAt(m_filing->papers().paper(paper));
    drawPapers();
    if (!m_window->isLocked()) { // files are often called after people
        m_window->tell(filesTold(nameOf(paper), outcomes));
    }
}

} // namespace motcua
