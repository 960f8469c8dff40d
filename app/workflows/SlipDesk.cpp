// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/SlipDesk.h"

#include "app/security/Random.h"
#include "app/storage/Await.h"
#include "app/storage/DossierQueries.h"
#include "app/storage/HouseQueries.h"
#include "models/base/VietnamTime.h"

#include <QtConcurrent/QtConcurrentRun>

#include <algorithm>

namespace motcua {

namespace {

QString keyOf(const PrintJob &job)
{
    return job.printer + u'/' + QString::number(job.number);
}

qint64 nowMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

/** A sheet before anything was done about it. */
SheetUnderWay wanted(const Workplace &place, const Id &sheet, const Id &dossier, SlipKind kind, const Id &replaces)
{
    return {.sheet = sheet,
        .dossier = dossier,
        .form = place.law.transitions.slipInJournal(kind),
        .stage = SheetUnderWay::Stage::Wanted,
        .paper = PaperSize::A5,
        .job = {},
        .sinceMs = nowMs(),
        .replaces = replaces};
}

/** Whether the dossier lacks a sheet of this kind: no copy that was never made is missed, and none of what never happened. */
bool isWanted(const Workplace &place, const Dossier &dossier, SlipKind kind)
{
    return slipMoment(dossier, place.law, kind).isValid() && !isOutAsItStands(dossier, place.law, kind);
}

/** Another sheet is out in its place, so this one is wanted no more. */
bool isWithdrawn(const Workplace &place, const Dossier &dossier, const SheetInDoubt &doubted)
{
    return isReplaced(dossier, doubted.sheet.sheet) || (!issuedSheet(dossier, doubted.sheet.sheet) && !isWanted(place, dossier, doubted.kind));
}

/** The sheet that one never made withdraws: what it was to replace, or what replaced that meanwhile. */
Id withdrawnBy(const Workplace &place, const Dossier &dossier, const SheetInDoubt &doubted)
{
    const Id &replaces = doubted.sheet.replaces;
    const DossierLine *held = isReplaced(dossier, replaces) ? sheetInHand(dossier, place.law, doubted.kind) : nullptr;
    return held ? Id::fromString(held->what.value(u"sheet").toString()) : replaces;
}

} // namespace

/** Sheets that are being made side by side, in the order in which they were asked for; the last answer gives all of them. */
class SlipDesk::Batch
{
public:
    explicit Batch(qsizetype asked)
        : m_sheets(asked)
        , m_open(asked)
    {
    }

    /** What can go on, once everything is answered; nothing before, and nothing of what failed. */
    [[nodiscard]] QList<Ready> answered(qsizetype at, const std::optional<Ready> &sheet)
    {
        m_sheets[at] = sheet;
        QList<Ready> all;
        if (--m_open == 0) {
            for (const std::optional<Ready> &one : std::as_const(m_sheets)) {
                if (one) {
                    all.append(*one);
                }
            }
        }
        return all;
    }

private:
    QList<std::optional<Ready>> m_sheets;
    qsizetype m_open = 0;
};

SlipDesk::SlipDesk(SlipPrinter *printer, QObject *parent)
    : QObject(parent)
    , m_printer(printer)
{
    if (m_printer) {
        connect(m_printer, &SlipPrinter::printed, this, [this](const PrintJob &job) { ended(job, std::nullopt); });
        connect(m_printer, &SlipPrinter::failed, this, [this](const PrintJob &job, const Error &error) { ended(job, error); });
        connect(m_printer, &SlipPrinter::stalled, this, [this](const PrintJob &job, const QStringList &reasons) {
            if (const auto held = m_followed.constFind(keyOf(job)); held != m_followed.cend()) {
                for (const Followed &one : QList<Followed>(*held)) {
                    Q_EMIT stalled(one.sheet.dossier, reasons);
                }
            }
        });
    }
}

bool SlipDesk::canIssue(SlipKind kind) const
{
    return m_place && slipEdition(m_place->law, kind, vietnamTime(nowMs()));
}

const SheetInDoubt *SlipDesk::doubtAbout(const Id &dossier, SlipKind kind) const
{
    const auto found = std::find_if(m_doubts.cbegin(), m_doubts.cend(),
        [&](const SheetInDoubt &doubt) { return doubt.sheet.dossier == dossier && doubt.kind == kind; });
    return found == m_doubts.cend() ? nullptr : &*found;
}

void SlipDesk::open(const Workplace &place)
{
    m_place = place;
    m_closed = false;
    m_heldEngine = place.store.holdsEngine();
    if (m_heldEngine) {
        look();
        return;
    }
    connect(place.store.news(), &storage::StoreNews::engineHeld, this, [this](bool held) {
        if (held && m_place) {
            m_heldEngine = true;
            look();
        }
    });
}

void SlipDesk::close()
{
    m_closed = true;
    m_place.reset();
}

void SlipDesk::look()
{
    await(this, m_place->store.ask(storage::OpenParts{}), [this, place = *m_place](const Result<QMap<QString, QByteArray>> &parts) {
        if (!parts) {
            return; // it lies there still, for the next sign-in
        }
        for (auto it = parts->cbegin(); it != parts->cend(); ++it) {
            if (!SheetUnderWay::isPart(it.key())) {
                continue;
            }
            const std::optional<SheetUnderWay> sheet = SheetUnderWay::fromBytes(it.value());
            if (sheet && !m_inHand.contains(sheet->sheet)) {
                m_inHand.insert(sheet->sheet);
                examine(place, *sheet);
            }
        }
    });
}

void SlipDesk::examine(const Workplace &place, const SheetUnderWay &sheet)
{
    await(this, place.store.ask(storage::DossierById{.id = sheet.dossier}), [=, this](const Result<std::optional<Dossier>> &found) {
        if (!found) {
            return;
        }
        const std::optional<Dossier> &dossier = *found;
        // The program ended before the acceptance, after somebody settled it, or so long ago that the content is deleted.
        if (!dossier || dossier->purged || isReplaced(*dossier, sheet.sheet)) {
            drop(place, sheet.sheet);
            return;
        }
        const bool journalled = issuedSheet(*dossier, sheet.sheet);
        const std::optional<SlipKind> kind = place.law.transitions.slipKind(sheet.form);
        if (!journalled && (!kind || !isWanted(place, *dossier, *kind))) {
            drop(place, sheet.sheet);
        } else if (sheet.stage == SheetUnderWay::Stage::Handed && m_printer) {
            examineJob(place, sheet, *dossier);
        } else {
            doubt(doubtOf(place, sheet, *dossier, true));
        }
    });
}

void SlipDesk::examineJob(const Workplace &place, const SheetUnderWay &sheet, const Dossier &dossier)
{
    await(this, m_printer->state(sheet.job), [=, this](const Result<PrintState> &state) {
        if (state && state->progress == PrintState::Progress::Printed) {
            drop(place, sheet.sheet);
        } else if (state && !state->isFinal()) {
            m_followed[keyOf(sheet.job)].append({place, sheet});
            m_printer->follow(sheet.job);
        } else {
            doubt(doubtOf(place, sheet, dossier, true));
        }
    });
}

Id SlipDesk::expect(const Workplace &place, const Id &dossier, SlipKind kind, const Id &replaces)
{
    if (!m_closed) {
        m_place = place;
    }
    const SheetUnderWay sheet = wanted(place, security::random::id(nowMs()), dossier, kind, replaces);
    if (m_printer) {
        // The store writes in the order it is asked: this stands on the disk before the act that follows.
        (void)keep(place, sheet);
    }
    m_inHand.insert(sheet.sheet);
    if (!replaces.isNull()) {
        m_replacing.insert(sheet.sheet, replaces);
    }
    return sheet.sheet;
}

void SlipDesk::forget(const Workplace &place, const Id &sheet)
{
    m_replacing.remove(sheet);
    drop(place, sheet);
}

void SlipDesk::letGo(const Id &sheet)
{
    m_replacing.remove(sheet);
    m_inHand.remove(sheet);
}

void SlipDesk::issue(const Workplace &place, const Dossier &dossier, const Id &expected, SlipKind kind)
{
    issueAs(place, dossier, {.sheet = expected, .replaces = m_replacing.take(expected), .kind = kind}, std::nullopt);
}

void SlipDesk::issueTogether(const Workplace &place, const QList<Expected> &all, SlipKind kind)
{
    const auto batch = std::make_shared<Batch>(all.size());
    for (qsizetype at = 0; at < all.size(); ++at) {
        const Id &sheet = all.at(at).sheet;
        issueAs(place, all.at(at).dossier, {.sheet = sheet, .replaces = m_replacing.take(sheet), .kind = kind}, std::nullopt, batch, at);
    }
}

void SlipDesk::issueAs(const Workplace &place, const Dossier &dossier, const SheetOrder &asked, const std::optional<SheetInDoubt> &instead,
    const std::shared_ptr<Batch> &batch, qsizetype at)
{
    if (!m_closed) {
        m_place = place;
    }
    SheetOrder order = asked;
    if (order.sheet.isNull()) {
        order.sheet = security::random::id(nowMs());
    }
    const SheetUnderWay sheet = wanted(place, order.sheet, dossier.id, order.kind, order.replaces);
    m_inHand.insert(sheet.sheet);
    if (m_printer) {
        (void)keep(place, sheet); // before the entry, as in expect()
    }
    const QFuture<Result<IssuedSlip>> slip
        = QtConcurrent::run([place, dossier, order] { return issueSlip(place, dossier, order); });
    await(this, slip, [=, this](const Result<IssuedSlip> &made) {
        const bool another = instead && instead->sheet.sheet != sheet.sheet;
        if (!made) {
            const bool isMissed = m_printer && isWanted(place, dossier, order.kind);
            if (another || (!instead && !isMissed)) {
                drop(place, sheet.sheet);
            }
            if (instead) {
                doubt(*instead);
            } else if (isMissed) {
                doubt(doubtOf(place, sheet, dossier, false));
            }
            Q_EMIT failed(dossier.id, made.error());
            if (batch) {
                handTogether(batch->answered(at, std::nullopt)); // one that cannot be made holds none of the others back
            }
            return;
        }
        if (another) {
            drop(place, instead->sheet.sheet);
        }
        if (taken(order.replaces)) {
            drop(place, order.replaces); // it was asked about while this one was made
            Q_EMIT doubtsChanged();
        }
        Q_EMIT issued(*made);
        SheetUnderWay whole = sheet;
        whole.paper = made->paper;
        const Ready ready{{place, whole}, made->dossier, made->pdf, made->filled};
        if (batch) {
            handTogether(batch->answered(at, ready));
        } else {
            hand({ready}, ready.pdf);
        }
    });
}

// One file, painted from what each was sealed from: of several files in one job CUPS makes one stream for a printer that takes PDF, which prints
// but one of them. What lies on other paper is another job.
void SlipDesk::handTogether(const QList<Ready> &sheets)
{
    for (const PaperSize paper : {PaperSize::A5, PaperSize::A4}) {
        QList<Ready> same = sheets;
        same.removeIf([paper](const Ready &one) { return one.followed.sheet.paper != paper; });
        if (same.size() < 2 || !m_printer) {
            hand(same, same.isEmpty() ? QByteArray() : same.constFirst().pdf);
            continue;
        }
        QList<FilledSlip> filled;
        std::transform(same.cbegin(), same.cend(), std::back_inserter(filled), [](const Ready &one) { return one.filled; });
        await(this, QtConcurrent::run([filled] { return SlipDocument::together(filled); }), [this, same](const Result<QByteArray> &pdf) {
            if (pdf) {
                hand(same, *pdf);
                return;
            }
            for (const Ready &one : same) {
                hand({one}, one.pdf); // each has a file of its own
            }
        });
    }
}

void SlipDesk::hand(const QList<Ready> &sheets, const QByteArray &pdf)
{
    if (!m_printer) {
        return;
    }
    QList<Ready> handing = sheets;
    for (Ready &one : handing) {
        one.followed.sheet.stage = SheetUnderWay::Stage::Handing;
    }
    struct Noting
    {
        qsizetype open = 0;
        std::optional<Error> error = {};
    };
    const auto noting = std::make_shared<Noting>(Noting{.open = handing.size()});
    for (const Ready &each : std::as_const(handing)) {
        await(this, keep(each.followed.place, each.followed.sheet), [=, this](const Result<> &kept) {
            noting->error = kept || noting->error ? noting->error : std::optional(kept.error());
            if (--noting->open > 0) {
                return;
            }
            if (!noting->error) {
                print(handing, pdf);
                return;
            }
            for (const Ready &one : sheets) { // without the note a crash could print it twice
                (void)keep(one.followed.place, one.followed.sheet);
                giveUp(one.followed.place, one.followed.sheet, *noting->error, one.dossier);
            }
        });
    }
}

void SlipDesk::print(const QList<Ready> &sheets, const QByteArray &pdf)
{
    QList<Id> ids;
    std::transform(sheets.cbegin(), sheets.cend(), std::back_inserter(ids), [](const Ready &one) { return one.followed.sheet.sheet; });
    const SheetUnderWay &first = sheets.constFirst().followed.sheet;
    ++m_handing;
    await(this, m_printer->print(pdf, JobTitle(first.form, ids), {}, first.paper), [this, sheets](const Result<PrintJob> &job) {
        --m_handing;
        if (job) {
            took(sheets, *job);
        } else {
            for (const Ready &one : sheets) {
                refusedBy(one, job.error());
            }
        }
        if (m_handing == 0) {
            m_early.clear();
        }
    });
}

void SlipDesk::refusedBy(const Ready &sheet, const Error &error)
{
    // A printer that closed has promised nothing; every other refusal means that no sheet comes out.
    SheetUnderWay left = sheet.followed.sheet;
    if (error.code != ErrorCode::Closed) {
        left.stage = SheetUnderWay::Stage::Wanted;
        (void)keep(sheet.followed.place, left);
    }
    giveUp(sheet.followed.place, left, error, sheet.dossier);
}

void SlipDesk::took(const QList<Ready> &sheets, const PrintJob &job)
{
    for (const Ready &one : sheets) {
        SheetUnderWay sheet = one.followed.sheet;
        sheet.stage = SheetUnderWay::Stage::Handed;
        sheet.job = job;
        // Should this fail, the note without a number stands, and the question is asked for nothing.
        (void)keep(one.followed.place, sheet);
        m_followed[keyOf(job)].append({one.followed.place, sheet});
    }
    for (const Ready &one : sheets) {
        Q_EMIT handed(one.followed.sheet.dossier);
    }
    if (const auto early = m_early.constFind(keyOf(job)); early != m_early.cend()) {
        const std::optional<Error> error = *early;
        ended(job, error);
    }
}

void SlipDesk::ended(const PrintJob &job, const std::optional<Error> &error)
{
    const auto found = m_followed.constFind(keyOf(job));
    if (found == m_followed.cend()) {
        if (m_handing > 0) {
            m_early.insert(keyOf(job), error);
        }
        return;
    }
    const QList<Followed> sheets = *found;
    m_followed.erase(found);
    for (const Followed &followed : sheets) {
        if (error) {
            giveUp(followed.place, followed.sheet, *error, std::nullopt);
            continue;
        }
        drop(followed.place, followed.sheet.sheet);
        Q_EMIT printed(followed.sheet.dossier);
    }
}

// As the dossier is by now: of a sheet that was withdrawn meanwhile nobody has to say whether it came out. `known`: as it was before.
void SlipDesk::giveUp(const Workplace &place, const SheetUnderWay &sheet, const Error &error, const std::optional<Dossier> &known)
{
    await(this, place.store.ask(storage::DossierById{.id = sheet.dossier}), [=, this](const Result<std::optional<Dossier>> &found) {
        const std::optional<Dossier> dossier = found && *found ? *found : known;
        if (dossier && isReplaced(*dossier, sheet.sheet)) {
            drop(place, sheet.sheet);
            return;
        }
        if (dossier) {
            doubt(doubtOf(place, sheet, *dossier, false));
        }
        Q_EMIT failed(sheet.dossier, error);
    });
}

void SlipDesk::cameOut(const Id &sheet)
{
    if (taken(sheet) && m_place) {
        drop(*m_place, sheet);
        Q_EMIT doubtsChanged();
    }
}

void SlipDesk::printAnew(const Id &sheet)
{
    const std::optional<SheetInDoubt> doubted = m_place ? taken(sheet) : std::nullopt;
    if (!doubted) {
        return;
    }
    Q_EMIT doubtsChanged();
    const auto goOn = [=, this, place = *m_place] {
        await(this, place.store.ask(storage::DossierById{.id = doubted->sheet.dossier}),
            [=, this](const Result<std::optional<Dossier>> &dossier) {
                if (!dossier || !*dossier) {
                    doubt(*doubted);
                    Q_EMIT failed(doubted->sheet.dossier, dossier ? Error{ErrorCode::NotFound, {}} : dossier.error());
                } else if (isWithdrawn(place, **dossier, *doubted)) {
                    drop(place, sheet);
                } else if (!doubted->neverPrinted) {
                    issueAs(place, **dossier, {.sheet = {}, .replaces = sheet, .kind = doubted->kind}, doubted);
                } else if (issuedSheet(**dossier, sheet)) {
                    printSealed(*doubted, **dossier);
                } else {
                    issueAs(place, **dossier, {.sheet = sheet, .replaces = withdrawnBy(place, **dossier, *doubted), .kind = doubted->kind}, doubted);
                }
            });
    };
    if (m_printer && doubted->sheet.job.number > 0) {
        // A spooler that still holds the old job must not let it out beside the new sheet; that it was over already is no error.
        await(this, m_printer->cancel(doubted->sheet.job), [goOn](const Result<> &) { goOn(); });
    } else {
        goOn();
    }
}

void SlipDesk::printSealed(const SheetInDoubt &doubted, const Dossier &dossier)
{
    if (!m_place) {
        this->doubt(doubted);
        return;
    }
    const QString reference = issuedSheet(dossier, doubted.sheet.sheet)->what.value(QStringLiteral("attachment")).toString();
    const QFuture<Result<QByteArray>> sealed
        = QtConcurrent::run([place = *m_place, reference] { return place.store.attachments().read(reference); });
    await(this, sealed, [=, this, place = *m_place](const Result<QByteArray> &pdf) {
        if (!pdf) {
            doubt(doubted);
            Q_EMIT failed(dossier.id, pdf.error());
            return;
        }
        hand({{{place, doubted.sheet}, dossier, *pdf}}, *pdf);
    });
}

SheetInDoubt SlipDesk::doubtOf(const Workplace &place, const SheetUnderWay &sheet, const Dossier &dossier, bool fromEarlierRun) const
{
    const DossierLine *issued = issuedSheet(dossier, sheet.sheet);
    const SlipKind kind = place.law.transitions.slipKind(sheet.form).value_or(SlipKind::Receipt);
    const Result<SlipTemplate> form = slipEdition(place.law, kind, slipMoment(dossier, place.law, kind));
    return {.sheet = sheet,
        .kind = kind,
        .code = dossier.code,
        .formName = form ? form->name() : sheet.form,
        .fromEarlierRun = fromEarlierRun,
        .neverPrinted = sheet.stage == SheetUnderWay::Stage::Wanted,
        .isCopy = issued && isCopy(*issued)};
}

void SlipDesk::doubt(const SheetInDoubt &doubt)
{
    const auto at = std::upper_bound(m_doubts.cbegin(), m_doubts.cend(), doubt,
        [](const SheetInDoubt &a, const SheetInDoubt &b) { return a.sheet.sinceMs < b.sheet.sinceMs; });
    m_doubts.insert(at, doubt);
    Q_EMIT doubtsChanged();
}

std::optional<SheetInDoubt> SlipDesk::taken(const Id &sheet)
{
    const auto found = std::find_if(
        m_doubts.cbegin(), m_doubts.cend(), [&sheet](const SheetInDoubt &doubt) { return doubt.sheet.sheet == sheet; });
    if (found == m_doubts.cend()) {
        return {};
    }
    const SheetInDoubt doubt = *found;
    m_doubts.erase(found);
    return doubt;
}

QFuture<Result<>> SlipDesk::keep(const Workplace &place, const SheetUnderWay &sheet) const
{
    return place.store.keepOpen(SheetUnderWay::part(sheet.sheet), sheet.toBytes());
}

void SlipDesk::drop(const Workplace &place, const Id &sheet)
{
    // Should this fail, the question is asked once more than needed.
    (void)place.store.keepOpen(SheetUnderWay::part(sheet), {});
}

} // namespace motcua
