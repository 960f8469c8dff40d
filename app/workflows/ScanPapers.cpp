// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/ScanPapers.h"

#include "app/storage/Await.h"
#include "app/workflows/MediaThreads.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QMap>

#include <algorithm>
#include <deque>
#include <utility>

namespace motcua {

namespace {

constexpr int MostInHand = 4; // pages that are being made ready: enough for every processor of a counter, and little memory

const QString ScanWord = QStringLiteral("scan");
const QString FileWord = QStringLiteral("file");

/** The page with its picture and, where there is one, its thumbnail sealed. Blocks on the disk. Errors: those of Attachments::keep(). */
Result<PaperPage> sealedPage(const storage::Attachments &attachments, const QByteArray &jpeg, const QImage &thumbnail, PaperPage page)
{
    const Result<storage::AttachmentReference> picture = attachments.keep(jpeg);
    if (!picture) {
        return picture.error();
    }
    page.attachment = picture->toString();
    page.digest = QString::fromLatin1(QCryptographicHash::hash(jpeg, QCryptographicHash::Sha256).toHex());
    page.thumbnail.clear();
    QByteArray small;
    QBuffer buffer(&small);
    if (!thumbnail.isNull() && buffer.open(QIODevice::WriteOnly) && thumbnail.save(&buffer, "PNG")) {
        const Result<storage::AttachmentReference> kept = attachments.keep(small);
        if (!kept) {
            return kept.error();
        }
        page.thumbnail = kept->toString();
    }
    return page;
}

/** A page between the glass and the paper. */
struct Sheet
{
    enum class State {
        Waiting, ///< as it came, in memory or set aside
        SettingAside, ///< is being sealed as it came, since enough others are in hand
        InHand,
        Ready, ///< to be told as soon as those before it are
    };

    int number = 0;
    State state = State::Waiting;
    QByteArray picture = {}; ///< as it came
    QString aside = {}; ///< where that lies meanwhile
    PaperPage page = {}; ///< what its device says of it; what it is, once it is ready
    QImage thumbnail = {};
    QList<PageCode> codes = {};
    std::optional<PageFault> fault = {};
    std::optional<Error> lost = {};
    bool isTaken = true; ///< false: it was brought, and is no page
};

} // namespace

class ScanPapers::Way : public QObject
{
public:
    Way(ScanPapers &owner, Workplace place, Scanner &scanner, Pages &pages);
    ~Way() override;

    ScanRules rules = {};
    QString chosen = {};

    [[nodiscard]] bool isBusy() const { return m_isOpen; }
    void scan(const QString &paper, const ScanProfile *profile);
    void take(const QString &paper, const QList<QByteArray> &pictures);
    void cancel();
    void turn(const QString &paper, int at, const PaperPage &page, int quarterTurns);

private:
    using State = Sheet::State;

    void open(const QString &paper);
    void lookForScanner();
    void scanWith(const QString &device);
    void arrive(const ScannedPage &page);
    void scanEnded(int pages, const std::optional<ScanFault> &fault);
    void advance();
    void setAside(Sheet &sheet);
    void begin(Sheet &sheet);
    void read(Sheet &sheet);
    void made(int number, const Pages::Read &read);
    void seal(Sheet &sheet, const QByteArray &jpeg);
    void ready(int number);
    void lose(Sheet &sheet, const Error &error);
    void tell();
    void settleLater();
    void settle();
    [[nodiscard]] Sheet *sheet(int number);
    /** What is to be done with the answer about a page of this stack: nothing any more when it was lost with others. */
    template <typename Answer>
    auto about(int number, Answer answer)
    {
        return [this, stack = m_stack, number, answer](const auto &value) {
            if (stack == m_stack && sheet(number)) {
                answer(*sheet(number), value);
            }
        };
    }

    ScanPapers &m_owner;
    Workplace m_place;
    Scanner &m_scanner;
    Pages &m_pages;
    MediaThreads m_media;
    QMap<QString, QString> m_devices; ///< scanners that worked, by what a profile calls them

    int m_stack = 0; ///< how many were begun
    bool m_isOpen = false;
    bool m_isScan = false; ///< else pictures were brought
    bool m_isLooking = false;
    bool m_isScanning = false;
    bool m_wasKnown = false; ///< the scanner is the one that worked before
    bool m_isCancelled = false;
    bool m_isLost = false; ///< a page is: nothing after it counts
    QString m_paper;
    ScanProfile m_profile;
    std::optional<ScanFault> m_fault;
    std::deque<Sheet> m_sheets; ///< that are not told, in their order
    int m_inHand = 0;
    int m_told = 0;
};

ScanPapers::Way::Way(ScanPapers &owner, Workplace place, Scanner &scanner, Pages &pages)
    : m_owner(owner)
    , m_place(std::move(place))
    , m_scanner(scanner)
    , m_pages(pages)
{
    connect(&scanner, &Scanner::progressed, this, [this](const ScanProgress &progress) {
        if (m_isScanning) {
            Q_EMIT m_owner.progressed(m_paper, progress);
        }
    });
    connect(&scanner, &Scanner::arrived, this, [this](const ScannedPage &page) {
        if (m_isScanning) {
            arrive(page);
        }
    });
    connect(&scanner, &Scanner::ended, this, [this](int arrived, const std::optional<ScanFault> &fault) {
        if (m_isScanning) {
            scanEnded(arrived, fault);
        }
    });
}

ScanPapers::Way::~Way()
{
    if (m_isScanning) {
        m_scanner.cancel();
    }
}

void ScanPapers::Way::open(const QString &paper)
{
    ++m_stack;
    m_isOpen = true;
    m_isCancelled = m_isLost = false;
    m_paper = paper;
    m_fault.reset();
    m_sheets.clear();
    m_inHand = 0;
    m_told = 0;
}

void ScanPapers::Way::scan(const QString &paper, const ScanProfile *profile)
{
    open(paper);
    m_isScan = true;
    if (!profile) {
        m_fault = ScanFault{ScanFault::What::Unsupported, QStringLiteral("profile")};
        settleLater();
        return;
    }
    m_profile = *profile;
    const auto known = m_devices.constFind(m_profile.device);
    m_wasKnown = known != m_devices.cend();
    if (m_wasKnown) {
        scanWith(*known);
    } else {
        lookForScanner();
    }
}

void ScanPapers::Way::lookForScanner()
{
    m_isLooking = true;
    await(this, m_scanner.devices(), [this](const Scanner::Devices &devices) {
        m_isLooking = false;
        const std::optional<ScannerDevice> device = devices ? ScannerDevice::chosen(*devices, m_profile.device) : std::nullopt;
        if (m_isCancelled) {
            m_fault = ScanFault{ScanFault::What::Cancelled, {}};
        } else if (device) {
            m_devices.insert(m_profile.device, device->id);
            scanWith(device->id);
            return;
        } else {
            m_fault = devices ? ScanFault{ScanFault::What::Gone, {}} : devices.error();
        }
        settleLater();
    });
}

void ScanPapers::Way::scanWith(const QString &device)
{
    if (m_scanner.isScanning()) { // for somebody else, who would be told of our pages
        m_fault = ScanFault{ScanFault::What::Busy, {}};
        settleLater();
        return;
    }
    m_isScanning = true;
    m_scanner.scan(device, m_profile);
}

void ScanPapers::Way::take(const QString &paper, const QList<QByteArray> &pictures)
{
    open(paper);
    m_isScan = false;
    for (const QByteArray &picture : pictures) {
        m_sheets.push_back({.number = static_cast<int>(m_sheets.size()) + 1, .picture = picture, .page = {.source = FileWord}});
    }
    advance();
    settleLater();
}

void ScanPapers::Way::cancel()
{
    if (!m_isOpen || std::exchange(m_isCancelled, true)) {
        return;
    }
    if (m_isScanning) {
        m_scanner.cancel();
    } else if (!m_isScan) {
        if (std::erase_if(m_sheets, [](const Sheet &one) { return one.state == State::Waiting; }) > 0) {
            m_fault = ScanFault{ScanFault::What::Cancelled, {}};
        }
        settleLater();
    }
}

void ScanPapers::Way::arrive(const ScannedPage &page)
{
    if (m_isLost) {
        return;
    }
    m_sheets.push_back({.number = page.number,
        .picture = page.jpeg,
        .page = {.pixels = page.size, .dpi = page.dpi, .isColour = page.isColour, .source = ScanWord}});
    advance();
}

void ScanPapers::Way::scanEnded(int pages, const std::optional<ScanFault> &fault)
{
    m_isScanning = false;
    const bool isGone = fault && fault->what == ScanFault::What::Gone;
    if (isGone) {
        m_devices.remove(m_profile.device);
    }
    // Plugged in elsewhere it has another name: it is looked for before anybody is told that there is none.
    if (isGone && pages == 0 && std::exchange(m_wasKnown, false) && !m_isCancelled) {
        lookForScanner();
        return;
    }
    if (!m_isLost) { // else it was stopped for that, and somebody was told
        m_fault = fault;
    }
    settleLater();
}

/** As many are begun as may be in hand, in their order; scanned pages that come meanwhile wait on the disk. */
void ScanPapers::Way::advance()
{
    for (Sheet &one : m_sheets) {
        if (one.lost || (one.state == State::SettingAside && m_inHand < MostInHand)) {
            return; // nothing counts after the former; the latter is the next one, as soon as it lies there
        }
        if (one.state != State::Waiting) {
            continue;
        }
        if (m_inHand < MostInHand) {
            begin(one);
        } else if (m_isScan && one.aside.isEmpty()) {
            setAside(one);
        }
    }
}

void ScanPapers::Way::setAside(Sheet &one)
{
    one.state = State::SettingAside;
    const auto kept = m_media.run([attachments = m_place.store.attachments(), picture = one.picture] { return attachments.keep(picture); });
    await(this, kept, about(one.number, [this](Sheet &waiting, const Result<storage::AttachmentReference> &reference) {
        if (!reference) {
            lose(waiting, reference.error());
            return;
        }
        waiting.state = State::Waiting;
        waiting.aside = reference->toString();
        waiting.picture.clear();
        advance();
    }));
}

void ScanPapers::Way::begin(Sheet &one)
{
    one.state = State::InHand;
    ++m_inHand;
    if (one.aside.isEmpty()) {
        read(one);
        return;
    }
    const auto bytes = m_media.run([attachments = m_place.store.attachments(), aside = one.aside] { return attachments.read(aside); });
    await(this, bytes, about(one.number, [this](Sheet &loaded, const Result<QByteArray> &picture) {
        if (picture) {
            loaded.picture = *picture;
            read(loaded);
        } else {
            lose(loaded, picture.error());
        }
    }));
}

void ScanPapers::Way::read(Sheet &one)
{
    // Who brings a picture mostly photographed a paper, on which no ground is white.
    const PageWish wish{.clears = !m_isScan};
    await(this, m_pages.read(one.picture, wish), about(one.number, [this](const Sheet &asked, const Pages::Read &answer) { made(asked.number, answer); }));
}

void ScanPapers::Way::made(int number, const Pages::Read &read)
{
    Sheet &one = *sheet(number);
    if (read) {
        one.page.pixels = read->pixels;
        one.page.dpi = read->dpi > 0 ? read->dpi : one.page.dpi;
        one.page.isColour = read->isColour;
        one.page.isBlank = read->isBlank;
        one.thumbnail = read->thumbnail;
        one.codes = read->codes;
        seal(one, read->jpeg);
        return;
    }
    one.fault = read.error();
    if (m_isScan) {
        seal(one, one.picture);
    } else { // it still lies where it was brought from, and nobody knows what it is
        one.isTaken = false;
        ready(number);
    }
}

void ScanPapers::Way::seal(Sheet &one, const QByteArray &jpeg)
{
    const auto sealed = m_media.run([attachments = m_place.store.attachments(), jpeg, thumbnail = one.thumbnail, page = one.page] {
        return sealedPage(attachments, jpeg, thumbnail, page);
    });
    one.picture.clear();
    await(this, sealed, about(one.number, [this](Sheet &done, const Result<PaperPage> &page) {
        if (page) {
            done.page = *page;
            ready(done.number);
        } else {
            lose(done, page.error());
        }
    }));
}

void ScanPapers::Way::lose(Sheet &one, const Error &error)
{
    one.lost = error;
    m_isLost = true;
    if (m_isScanning) {
        m_scanner.cancel();
    }
    ready(one.number);
}

void ScanPapers::Way::ready(int number)
{
    m_inHand -= std::exchange(sheet(number)->state, State::Ready) == State::InHand ? 1 : 0;
    tell();
    advance();
    settleLater();
}

void ScanPapers::Way::tell()
{
    while (!m_sheets.empty() && m_sheets.front().state == State::Ready) {
        const Sheet one = std::move(m_sheets.front());
        m_sheets.pop_front();
        if (one.lost) {
            // A paper with a page missing in its midst is worse than one that ends.
            m_sheets.clear();
            m_inHand = 0;
            Q_EMIT m_owner.troubled(m_paper, {.kept = one.lost, .number = one.number});
            return;
        }
        if (one.fault) {
            Q_EMIT m_owner.troubled(m_paper, {.page = one.fault, .number = one.number});
        }
        if (one.isTaken) {
            ++m_told;
            Q_EMIT m_owner.arrived({.paper = m_paper, .number = one.number, .page = one.page, .thumbnail = one.thumbnail, .codes = one.codes});
        }
    }
}

/** Whoever is told may scan the next stack at once: not in the midst of telling of this one. */
void ScanPapers::Way::settleLater()
{
    QMetaObject::invokeMethod(this, [this] { settle(); }, Qt::QueuedConnection);
}

void ScanPapers::Way::settle()
{
    if (!m_isOpen || m_isLooking || m_isScanning || !m_sheets.empty()) {
        return;
    }
    m_isOpen = false;
    const QString paper = m_paper;
    const int told = m_told;
    if (const std::optional<ScanFault> fault = std::exchange(m_fault, std::nullopt)) {
        Q_EMIT m_owner.troubled(paper, {.scanner = fault});
    }
    Q_EMIT m_owner.ended(paper, told);
}

Sheet *ScanPapers::Way::sheet(int number)
{
    const auto found = std::find_if(m_sheets.begin(), m_sheets.end(), [number](const Sheet &one) { return one.number == number; });
    return found == m_sheets.end() ? nullptr : &*found;
}

void ScanPapers::Way::turn(const QString &paper, int at, const PaperPage &page, int quarterTurns)
{
    const auto fail = [this, paper, at](const ScanTrouble &trouble) { Q_EMIT m_owner.notTurned(paper, at, trouble); };
    const PageWish wish{.straightens = false, .crops = false, .readsCodes = false, .quarterTurns = ((quarterTurns % 4) + 4) % 4};
    const auto bytes = m_media.run([attachments = m_place.store.attachments(), attachment = page.attachment] { return attachments.read(attachment); });
    await(this, bytes, [=, this](const Result<QByteArray> &picture) {
        if (!picture) {
            fail({.kept = picture.error(), .number = at + 1});
            return;
        }
        await(this, m_pages.read(*picture, wish), [=, this](const Pages::Read &read) {
            if (!read) {
                fail({.page = read.error(), .number = at + 1});
                return;
            }
            PaperPage turned = page; // whether it is left out the officer has decided by now
            turned.pixels = read->pixels;
            turned.dpi = read->dpi > 0 ? read->dpi : page.dpi;
            const auto sealed = m_media.run([attachments = m_place.store.attachments(), jpeg = read->jpeg, thumbnail = read->thumbnail, turned] {
                return sealedPage(attachments, jpeg, thumbnail, turned);
            });
            await(this, sealed, [=, this, thumbnail = read->thumbnail](const Result<PaperPage> &kept) {
                if (kept) {
                    Q_EMIT m_owner.turned(paper, at, *kept, thumbnail);
                } else {
                    fail({.kept = kept.error(), .number = at + 1});
                }
            });
        });
    });
}

ScanPapers::ScanPapers(Workplace place, Scanner &scanner, Pages &pages, QObject *parent)
    : QObject(parent)
    , m_way(std::make_unique<Way>(*this, std::move(place), scanner, pages))
{
}

ScanPapers::~ScanPapers() = default;

void ScanPapers::setRules(const ScanRules &rules)
{
    m_way->rules = rules;
}

const ScanRules &ScanPapers::rules() const
{
    return m_way->rules;
}

bool ScanPapers::choose(const QString &profile)
{
    if (!m_way->rules.profile(profile)) {
        return false;
    }
    m_way->chosen = profile;
    return true;
}

const ScanProfile *ScanPapers::profile() const
{
    const ScanRules &rules = m_way->rules;
    const ScanProfile *chosen = rules.profile(m_way->chosen);
    return chosen || rules.profiles.isEmpty() ? chosen : &rules.profiles.constFirst();
}

void ScanPapers::scan(const QString &paper)
{
    if (!isBusy()) {
        m_way->scan(paper, profile());
    }
}

bool ScanPapers::isBusy() const
{
    return m_way->isBusy();
}

void ScanPapers::cancel()
{
    m_way->cancel();
}

void ScanPapers::take(const QString &paper, const QList<QByteArray> &pictures)
{
    if (!isBusy()) {
        m_way->take(paper, pictures);
    }
}

void ScanPapers::turn(const QString &paper, int at, const PaperPage &page, int quarterTurns)
{
    m_way->turn(paper, at, page, quarterTurns);
}

} // namespace motcua
