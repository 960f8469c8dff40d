// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/OfflineDesk.h"

#include "app/storage/Await.h"
#include "app/storage/HouseQueries.h"
#include "app/workflows/Aftermath.h"
#include "app/workflows/GuidanceDesk.h"
#include "app/workflows/PortalLink.h"
#include "models/base/VietnamTime.h"
#include "models/staff/Staff.h"
#include "ui/messages/StalledSentence.h"
#include "ui/messages/TellingWords.h"
#include "ui/outbox/AftermathPage.h"
#include "ui/outbox/DeliveryWords.h"
#include "ui/outbox/OfflinePage.h"
#include "ui/outbox/PaperReceiptPage.h"
#include "ui/outbox/PaymentCamePage.h"
#include "ui/shell/ErrorNotice.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/StripQuestion.h"

#include <utility>

namespace motcua {

namespace {

constexpr int LookMs = 60'000; // limits are counted in days
constexpr int SoonMs = 300;

qint64 nowMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace

OfflineDesk::OfflineDesk(MainWindow *window, SignIn *door, SlipPrinter *printer, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_door(door)
    , m_blanks(new GuidanceDesk(printer, this))
    , m_questions(new StripQuestion(window, this))
{
    m_looks.setInterval(LookMs);
    connect(&m_looks, &QTimer::timeout, this, &OfflineDesk::look);
    // What ends after its officer has left is told to nobody: blank slips can be printed again.
    connect(m_blanks, &GuidanceDesk::blankHanded, this, [this](const QString &first, const QString &last) {
        if (m_limits) {
            m_limits->setPrinting(false);
        }
        if (m_person) {
            m_window->tell({Notice::Kind::Done, tr("Blank provisional slips %1 to %2 were sent to the printer, each twice: one for the citizen, one to be entered from.").arg(first, last), {}});
        }
    });
    connect(m_blanks, &GuidanceDesk::stalled, this, [this](const QStringList &reasons) {
        if (m_person) {
            m_window->tell({Notice::Kind::Warning, stalledSentence(reasons), {}});
        }
    });
    connect(m_blanks, &GuidanceDesk::failed, this, [this](const Error &error) {
        if (m_limits) {
            m_limits->setPrinting(false);
        }
        if (m_person) {
            m_window->tell(notice(error));
        }
    });
}

OfflineDesk::~OfflineDesk() = default;

void OfflineDesk::follow(PortalLink *link)
{
    m_link = link;
    connect(link, &PortalLink::changed, this, [this] {
        if (m_outages) {
            m_outages->see(m_link->standing());
        }
    });
}

void OfflineDesk::begin(const SignedInPerson &person)
{
    end();
    m_person = person;
    m_guest = std::make_unique<QObject>();
    m_outages = std::make_unique<OutageLog>(person.place.law.offline.outageMinutes, [] { return nowMs(); });
    connect(m_outages.get(), &OutageLog::changed, this, &OfflineDesk::changed);
    m_outages->begin(person.place.store);
    if (m_link) {
        m_outages->see(m_link->standing());
    }
    auto *soon = new QTimer(m_guest.get());
    soon->setSingleShot(true);
    soon->setInterval(SoonMs);
    connect(soon, &QTimer::timeout, this, [this] {
        if (m_aftermath && m_window->page() == m_aftermath) {
            lookAtAftermath();
        }
    });
    connect(person.place.store.news(), &storage::StoreNews::changed, soon, qOverload<>(&QTimer::start));
    m_looks.start();
    look();
}

void OfflineDesk::end()
{
    m_looks.stop();
    m_guest.reset();
    m_outages.reset();
    m_person.reset();
    m_standing = {};
    m_isSupervisor = false;
    m_before = nullptr;
    m_questions->drop();
    if (m_limits) {
        m_limits->forget();
        m_limits->setPrinting(false);
        m_aftermath->forget();
        m_payment->forget();
        m_paper->forget();
    }
}

bool OfflineDesk::hasAftermath() const
{
    return m_outages && m_outages->last() && m_outages->last()->endedMs != 0 && m_outages->last()->seenMs == 0;
}

void OfflineDesk::look()
{
    if (!m_person) {
        return;
    }
    const Workplace &place = m_person->place;
    const PortalStanding portal = m_link ? m_link->standing() : PortalStanding();
    OfflineStanding::Facts facts{.nowMs = nowMs(), .unsent = portal.isThere() ? portal.waiting : 0, .oldestMs = portal.isThere() ? portal.oldestMs : 0};
    await(m_guest.get(), place.store.ask(storage::StaffList{}), [this](const Result<QList<StaffMember>> &members) {
        m_isSupervisor = members && Staff(m_person->place.store.rules().roles, *members).may(m_person->place.person, Right::SupervisorApprove);
    });
    await(m_guest.get(), place.store.ask(storage::Setting{KeptPortal::catalogueSetting()}), [this, facts](const Result<std::optional<QByteArray>> &kept) {
        OfflineStanding::Facts known = facts;
        const LastCatalogue last = LastCatalogue::fromJson(kept ? kept->value_or(QByteArray()) : QByteArray());
        known.catalogueMs = last.heardMs;
        known.catalogueRefusedMs = last.isRefusal() ? last.atMs : 0;
        lookOn(known);
    });
}

void OfflineDesk::lookOn(const OfflineStanding::Facts &facts)
{
    const UnitSettings unit = m_person->place.unit;
    const QDate today = vietnamTime(facts.nowMs).date();
    await(m_guest.get(), m_person->place.store.ask(storage::OfflineDecision{}), [this, facts, unit, today](const Result<std::optional<storage::OfflineDecision::Decided>> &decided) {
        OfflineStanding::Facts known = facts;
        known.decided = decided ? *decided : std::nullopt;
        if (!unit.isConfigured()) {
            judge(known);
            return;
        }
        await(m_guest.get(), m_person->place.store.ask(storage::LastNumber{unit.organisationCode, today, unit.rangeFirst, unit.rangeLast}), [this, known, unit](const Result<int> &last) {
            OfflineStanding::Facts all = known;
            all.numbersWhole = unit.rangeLast - unit.rangeFirst + 1;
            all.numbersUsed = last && *last >= unit.rangeFirst ? *last - unit.rangeFirst + 1 : 0;
            judge(all);
        });
    });
}

void OfflineDesk::judge(const OfflineStanding::Facts &facts)
{
    const OfflineStanding standing = OfflineStanding::of(m_person->place.law.offline, facts);
    if (standing == m_standing) {
        return;
    }
    const bool wanted = m_standing.wantsDecision();
    m_standing = standing;
    if (standing.wantsDecision() && !wanted && !m_window->isLocked()) {
        m_window->tell({Notice::Kind::Warning,
            tr("A limit on work without the portal is reached. Nothing is lost and everything goes on; a supervisor decides how, under \"Send and receive\", L."), {}});
    }
    Q_EMIT changed();
}

void OfflineDesk::needPages()
{
    if (m_limits) {
        return;
    }
    m_limits = new OfflinePage(m_window);
    m_aftermath = new AftermathPage(m_window);
    m_payment = new PaymentCamePage(m_window);
    m_paper = new PaperReceiptPage(m_window);
    for (Page *page : std::initializer_list<Page *>{m_limits, m_aftermath, m_payment, m_paper}) {
        page->hide(); // until it is first shown it must not lie in the corner of the window
    }
    connect(m_limits, &OfflinePage::decided, this, &OfflineDesk::decide);
    connect(m_limits, &OfflinePage::blanksAsked, this, [this](int count) { m_blanks->printBlank(m_person->place, count); });
    connect(m_paper, &PaperReceiptPage::entered, this, [this](const PaperReceipt &receipt, const QString &approver, const QString &password) {
        vouched(approver, password, [this, receipt](const Id &id) {
            PaperReceipt answered = receipt;
            answered.approver = id;
            setFree();
            m_paper->forget();
            Q_EMIT paperEntered(answered);
        });
    });
    connect(m_aftermath, &AftermathPage::dossierChosen, this, &OfflineDesk::dossierChosen);
    connect(m_aftermath, &AftermathPage::tellAsked, this, &OfflineDesk::ask);
    connect(m_aftermath, &AftermathPage::confirmAsked, this, &OfflineDesk::confirm);
    connect(m_aftermath, &AftermathPage::appeared, this, &OfflineDesk::lookAtAftermath);
}

bool OfflineDesk::isOwn(const Page *page) const
{
    return page && m_limits && (page == m_limits || page == m_aftermath || page == m_payment || page == m_paper);
}

void OfflineDesk::show(Page *page)
{
    if (!isOwn(m_window->page())) {
        m_before = m_window->page();
    }
    m_window->show(page);
}

void OfflineDesk::goBack()
{
    if (m_window->page() == m_payment) {
        m_payment->forget();
        m_window->show(m_aftermath);
        return;
    }
    m_limits->forget();
    m_paper->forget();
    Q_EMIT left(std::exchange(m_before, nullptr));
}

void OfflineDesk::openLimits()
{
    if (!m_person) {
        return;
    }
    needPages();
    m_limits->begin(m_standing, m_person->place.law.offline.extendDays, !isSupervisor(), m_blanks->prints(), vietnamTime(nowMs()));
    show(m_limits);
}

void OfflineDesk::openAftermath()
{
    if (m_person) {
        needPages();
        show(m_aftermath);
    }
}

void OfflineDesk::openPaper()
{
    if (m_person) {
        needPages();
        m_paper->begin(vietnamTime(nowMs()), !isSupervisor());
        show(m_paper);
    }
}

void OfflineDesk::lookAtAftermath()
{
    const std::optional<storage::Outage> outage = m_outages ? m_outages->last() : std::nullopt;
    const QDateTime now = vietnamTime(nowMs());
    if (!outage) {
        m_aftermath->setItems({}, {}, now);
        return;
    }
    const qint64 until = outage->endedMs != 0 ? outage->endedMs : nowMs();
    const storage::Store store = m_person->place.store;
    await(m_guest.get(), store.ask(storage::OpenFees{.fromMs = outage->beganMs, .untilMs = until}), [this, store, outage, until, now](const Result<QList<storage::OpenFee>> &fees) {
        await(m_guest.get(), store.ask(storage::ReceivedBetween{.fromMs = outage->beganMs, .untilMs = until}), [this, fees, outage, now](const Result<QList<Dossier>> &received) {
            if (!fees || !received) {
                m_window->tell(notice(!fees ? fees.error() : received.error()));
                return;
            }
            const qint64 dayEnds = vietnamTime(now.date(), QTime(23, 59, 59)).toMSecsSinceEpoch();
            const QList<AftermathItem> items = aftermathOf(*fees, *received, m_person->place.store.rules().table, dayEnds);
            const QString from = deliverywords::moment(outage->beganMs, now);
            m_aftermath->setItems(outage->endedMs != 0 ? tr("%1 to %2").arg(from, deliverywords::moment(outage->endedMs, now)) : tr("since %1").arg(from), items, now);
            if (items.isEmpty()) {
                m_outages->setSeen();
            }
        });
    });
}

void OfflineDesk::ask(const AftermathItem &item)
{
    using Means = TellCitizen::Means;
    QList<StripQuestion::Choice> ways;
    for (const Means means : {Means::Telephone, Means::Message, Means::Mail, Means::Letter, Means::InPerson}) {
        ways.append({meansWords(means), [this, item, means] { tell(item, means); }});
    }
    m_questions->ask(tr("How was the citizen told?"), ways);
}

void OfflineDesk::tell(const AftermathItem &item, TellCitizen::Means means)
{
    const TellCitizen::About about = item.kind == AftermathItem::Kind::Payment ? TellCitizen::About::Payment
        : item.kind == AftermathItem::Kind::Refusal                            ? TellCitizen::About::Refusal
                                                                               : TellCitizen::About::NewDate;
    record(item.dossier, TellCitizen{about, means, {}}, {}, tr("It is kept that the citizen was told."));
}

void OfflineDesk::confirm(const AftermathItem &item)
{
    m_payment->begin(item.name.isEmpty() ? item.code : item.code + QStringLiteral(" · ") + item.name, item.due, item.fee, !isSupervisor());
    disconnect(m_payment, &PaymentCamePage::confirmed, this, nullptr);
    connect(m_payment, &PaymentCamePage::confirmed, this, [this, dossier = item.dossier](const ConfirmFee &what, const QString &approver, const QString &password) {
        vouched(approver, password, [this, dossier, what](const Id &id) { record(dossier, what, id, tr("The payment is confirmed.")); });
    });
    m_window->show(m_payment);
}

void OfflineDesk::decide(const DecideOffline &what, const QString &approver, const QString &password)
{
    vouched(approver, password, [this, what](const Id &id) { record(m_person->place.store.origin(), what, id, tr("The decision is recorded.")); });
}

void OfflineDesk::vouched(const QString &approver, const QString &password, const std::function<void(const Id &)> &then)
{
    if (isSupervisor()) {
        then({});
        return;
    }
    await(m_guest.get(), m_door->vouch(*m_person, approver, password), [this, then, page = m_window->page()](const Result<Id> &id) {
        if (m_window->page() != page || !id) {
            setFree(); // the officer left it meanwhile: then it is not recorded
            if (!id) {
                m_window->tell(vouchNotice(id.error()));
            }
            return;
        }
        then(*id);
    });
}

void OfflineDesk::record(const Id &subject, const ActKind &what, const Id &approver, const QString &done)
{
    Act act = m_person->place.act(subject, what);
    act.approver = approver;
    await(m_guest.get(), m_person->place.store.record(act), [this, done](const Result<storage::Recorded> &recorded) {
        setFree();
        if (!recorded) {
            m_window->tell(notice(recorded.error()));
            return;
        }
        look();
        if (m_window->page() == m_payment) {
            m_window->show(m_aftermath);
        } else if (m_window->page() == m_limits) {
            goBack();
        }
        m_window->tell({Notice::Kind::Done, done, {}});
    });
}

void OfflineDesk::setFree()
{
    m_limits->setBusy(false);
    m_payment->setBusy(false);
    m_paper->setBusy(false);
}

} // namespace motcua
