// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/FileDossier.h"
#include "app/workflows/MediaThreads.h"
#include "app/workflows/ReadPages.h"
#include "app/workflows/ScanPapers.h"
#include "ui/visit/PaperDetails.h"
#include "ui/widgets/Notice.h"

#include <QHash>
#include <QObject>

#include <memory>
#include <optional>

namespace motcua {

class FileChooser;
class HeldPaperLook;
class HeldPapersPage;
class MainWindow;
class Page;
class PapersPage;
class SignOnScreen;
class SigningDesk;
class StripQuestion;

/**
 * What comes into the papers of the dossier on the screen: files that are chosen, papers that were filed before, and pages that are scanned; between the page of the papers, the scanner and
 * FileDossier. It decides nothing of a paper.
 */
class PaperDesk : public QObject
{
    Q_OBJECT

public:
    /** `window` outlives this object. */
    explicit PaperDesk(MainWindow *window, QObject *parent = nullptr);
    ~PaperDesk() override;

    /** What scans, what makes pages of what comes, and what reads them; null: this machine has none. All outlive this object; before anybody signs in. */
    void use(Scanner *scanner, Pages *pages, Texts *texts);
    /** Once the page is made. */
    void join(PapersPage *page);

    /** Somebody is at the desk, and files with `filing`. */
    void begin(const Workplace &place, FileDossier *filing);
    /** Nobody is any more, and `filing` is gone. */
    void end();

    /** The papers are about to be shown. */
    void draw();
    /** A dossier is on the screen, perhaps another one: a scan for the one before it is stopped, and what came of it stays with that one. */
    void follow();
    /** Pages are on their way: what is accepted meanwhile would be without them. */
    [[nodiscard]] bool isBusy() const { return m_areFilesRead || (m_scan && m_scan->isBusy()); }
    void tellFiles(const QString &paper, const QList<FileOutcome> &outcomes);

    [[nodiscard]] bool isOwn(const Page *page) const;
    /** Who signs the copies that are made here. */
    [[nodiscard]] SigningDesk *signing() const { return m_signing; }
    [[nodiscard]] SignOnScreen *onScreen() const { return m_onScreen; }
    /** Why a stack ended or a page is missing, `arrived` pages came before. */
    [[nodiscard]] static Notice notice(const ScanTrouble &trouble, int arrived);
    /** For the status line: "Scanner ✔"; empty on a machine without one, and while nobody knows. */
    [[nodiscard]] QString deviceWords() const;

Q_SIGNALS:
    void answerTaken(const QString &field, const motcua::FieldValue &value); ///< by the officer, of what was read on a page
    void papersWanted(); ///< files were chosen: back to the page of the papers
    void stepsChanged(); ///< a page of its own was shown
    void paperLookedAt(const motcua::Paper &paper);
    void filesLate(int files); ///< they were read when their dossier was not open any more
    void devicesChanged();

private:
    /** What is known of the scanners here. */
    enum class Found { NotYet, None, Some, Fault };
    /** A stack on its way. */
    struct Stack
    {
        Id dossier = {};
        QString paper = {};
        std::optional<int> before = {}; ///< of all its pages; none: at their end
        std::optional<PaperPage> replaces = {}; ///< the first that comes takes its place
        int arrived = 0;
        int leftOut = 0; ///< of those
        int late = 0; ///< of those: their dossier takes none any more
        bool wasTroubled = false; ///< somebody was told why it ended
        bool isBrought = false; ///< pictures from files, instead of a scan
    };

    void joinHeld();
    void drawHeld();
    void chooseHeld(const QString &paper);
    void joinScan();
    void lookForScanners();
    void learnRules();
    void takeFiles(const QString &paper, const QStringList &paths);
    void takePictures(const QString &paper, const QList<QByteArray> &pictures);
    void askProfile();
    void scan(const QString &paper, int before, bool replaces);
    void turn(const QString &paper, int at, const PaperPage &page, int quarterTurns);
    void showProgress(const ScanProgress &progress);
    void take(const ArrivedPage &page);
    void tell(const ScanTrouble &trouble);
    void endStack(const QString &paper);
    void drawPapers();
    void tellLate(const Id &dossier);
    void findAnswers(const QString &paper);
    void findThumbnail(const QString &attachment);
    void findPicture(const PaperPage &page, QSize room);
    void drawScan();
    void drawSigning();
    [[nodiscard]] bool isAbout(const Id &dossier, const QString &paper) const;
    [[nodiscard]] QString nameOf(const QString &paper) const;

    MainWindow *m_window = nullptr;
    FileChooser *m_files = nullptr;
    StripQuestion *m_questions = nullptr;
    QString m_filesFor; ///< the paper files are chosen for
    HeldPapersPage *m_heldPage = nullptr; ///< made when first shown
    std::pair<Id, QString> m_heldFor; ///< the dossier, and the paper of it, one that was filed before is chosen for
    std::unique_ptr<HeldPaperLook> m_held;
    PapersPage *m_page = nullptr;
    Scanner *m_scanner = nullptr;
    Pages *m_pages = nullptr;
    Texts *m_texts = nullptr;
    std::optional<Workplace> m_place;
    FileDossier *m_filing = nullptr;
    std::unique_ptr<ScanPapers> m_scan;
    std::unique_ptr<ReadPages> m_reading;
    SigningDesk *m_signing = nullptr;
    SignOnScreen *m_onScreen = nullptr;
    ScanRules m_rules;
    std::optional<Stack> m_stack;
    QStringList m_filesLeft; ///< of those that were chosen, behind the pictures that are on their way
    bool m_areFilesRead = false; ///< from a stick, which may take its time
    int m_coming = 0; ///< which page of the stack is being scanned
    std::optional<int> m_percent; ///< of it
    QHash<QString, std::pair<Id, PaperPage>> m_turning; ///< by paper and place: what lay there when it was to be turned
    Found m_found = Found::NotYet;
    MediaThreads m_media;
};

} // namespace motcua
