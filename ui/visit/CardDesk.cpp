// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/CardDesk.h"

#include "models/base/VietnamTime.h"
#include "ui/messages/CardSentence.h"
#include "ui/messages/Language.h"
#include "ui/messages/ReadingSentence.h"
#include "ui/shell/MainWindow.h"
#include "ui/visit/CardPage.h"

#include <utility>

namespace motcua {

namespace {

QDate today()
{
    return vietnamTime(QDateTime::currentMSecsSinceEpoch()).date();
}

/** Of the whole: the data are few, the photograph is most of what a card holds. */
int percent(const ReadingProgress &progress)
{
    const int within = progress.total > 0 ? static_cast<int>(100 * progress.done / progress.total) : 0;
    switch (progress.stage) {
    case ReadingStage::Opening: return 5;
    case ReadingStage::Data: return 10 + within / 5;
    case ReadingStage::Proofs: return 30 + within / 5;
    case ReadingStage::Photo: return 50 + within / 2;
    }
    return 0;
}

/** Whether the machine is to be looked at, not the card. */
bool isAboutReader(CardFault fault)
{
    return fault == CardFault::NoReader || fault == CardFault::ServiceNotRunning || fault == CardFault::DriverFailed || fault == CardFault::ReaderBusy;
}

QString stageWords(ReadingStage stage)
{
    switch (stage) {
    case ReadingStage::Opening: return CardDesk::tr("The chip is being opened.");
    case ReadingStage::Data: return CardDesk::tr("Name, number and residence are being read.");
    case ReadingStage::Proofs: return CardDesk::tr("What was read is being verified.");
    case ReadingStage::Photo: return CardDesk::tr("The photograph is being read.");
    }
    return {};
}

} // namespace

CardDesk::CardDesk(MainWindow *window, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_reading(new ReadCard(this))
    , m_guest(std::make_unique<QObject>())
{
    connect(m_reading, &ReadCard::changed, this, &CardDesk::follow);
    connect(m_reading, &ReadCard::progressed, this, &CardDesk::drawProgress);
    connect(m_reading, &ReadCard::learned, this, [this] {
        draw();
        Q_EMIT learned();
        Q_EMIT changed();
    });
    connect(m_reading, &ReadCard::done, this, &CardDesk::end);
    connect(m_reading, &ReadCard::broken, this, &CardDesk::changed);
}

void CardDesk::use(CardReader *reader)
{
    m_reading->use(reader);
    if (reader) {
        connect(reader, &CardReader::stateChanged, this, [this, reader] {
            Q_EMIT devicesChanged();
            if (reader->state() == CardReader::State::Card && m_reading->step() == ReadCard::Step::Idle) {
                Q_EMIT laid();
            }
        });
        reader->start();
    }
    Q_EMIT devicesChanged();
}

void CardDesk::needPage()
{
    if (m_page) {
        return;
    }
    m_page = new CardPage(m_window);
    m_page->hide(); // until it is first shown it must not lie in the corner of the window
    connect(m_page, &CardPage::keyTyped, this, &CardDesk::tryKey);
    connect(m_page, &CardPage::zoneAsked, this, &CardDesk::chooseZone);
    connect(m_page, &CardPage::readAgain, this, [this] {
        m_cameFromForm = true;
        std::optional<CardKey> key = m_code ? CardKey::number(m_code->digits.number) : std::nullopt;
        m_reading->begin(key ? std::make_shared<const CardKey>(*std::move(key)) : nullptr);
    });
    connect(m_page, &CardPage::stopAsked, this, [this] {
        m_reading->cancel();
        Q_EMIT formWanted();
    });
    connect(m_page, &CardPage::anotherAsked, this, [this] {
        forget();
        m_cameFromForm = true;
        m_reading->begin();
    });
    connect(m_page, &CardPage::taken, this, &CardDesk::formWanted);
    connect(m_page, &CardPage::otherWaysAsked, this, &CardDesk::otherWaysAsked);
}

bool CardDesk::isOwn(const Page *page) const
{
    return page && page == m_page;
}

void CardDesk::show()
{
    needPage();
    m_page->setView(view());
    m_window->show(m_page);
}

void CardDesk::read(const QString &personalNumber)
{
    m_keyFault.clear();
    m_onlyZone = false;
    if (m_reading->step() == ReadCard::Step::Done || m_reading->isUnderWay()) {
        m_cameFromForm = m_reading->isUnderWay();
        show(); // what was read, or what it waits for
        return;
    }
    m_cameFromForm = true;
    std::optional<CardKey> key = CardKey::number(personalNumber);
    m_reading->begin(key ? std::make_shared<const CardKey>(*std::move(key)) : nullptr);
}

void CardDesk::readWith(const QString &personalNumber)
{
    beginWith(CardKey::number(personalNumber));
}

/** Where a card lies there, or is waited for. */
void CardDesk::beginWith(std::optional<CardKey> key)
{
    const bool lies = m_reading->reader() && m_reading->reader()->state() == CardReader::State::Card;
    const bool waits = m_reading->step() == ReadCard::Step::KeyWanted || m_reading->step() == ReadCard::Step::CardWanted;
    const bool isFree = m_reading->step() == ReadCard::Step::Idle || m_reading->step() == ReadCard::Step::Failed;
    if (key && (waits || (isFree && lies))) {
        m_keyFault.clear();
        m_reading->begin(std::make_shared<const CardKey>(*std::move(key)));
    }
}

bool CardDesk::isRefused() const
{
    return card() && isDone() && motcua::isRefused(card()->verdict());
}

Identity CardDesk::identity() const
{
    return isRefused() ? (m_zone ? Identity::ofMrz(*m_zone) : Identity()) : everything();
}

Identity CardDesk::everything() const
{
    const Identity zone = m_zone ? Identity::ofMrz(*m_zone) : Identity();
    return card() ? card()->identity.merged(zone) : zone;
}

/** Whoever went to a list or to another dossier meanwhile is not called away from it. */
bool CardDesk::mayShow() const
{
    return !isOwn(m_window->page()) && (!m_isWelcome || m_isWelcome());
}

/** Takes zone() from what was typed or scanned; else why not. */
QString CardDesk::readZone(const QString &text)
{
    const Result<Mrz, MrzFault> zone = Mrz::fromText(text, today());
    if (!zone) {
        return sentence(zone.error());
    }
    if (const QList<MrzPart> wrong = zone->wrong(); !wrong.isEmpty()) {
        return wrongCheckDigits(wrong);
    }
    m_zone = *zone;
    return {};
}

QString CardDesk::learnZone(const QString &text)
{
    if (const QString fault = readZone(text); !fault.isEmpty()) {
        return fault;
    }
    beginWith(CardKey::typed(text, today()));
    Q_EMIT zoneLearned();
    return {};
}

void CardDesk::typeZone()
{
    m_keyFault.clear();
    m_onlyZone = true;
    show();
}

void CardDesk::chooseZone(const QString &text)
{
    m_keyFault = text.trimmed().isEmpty() ? QString() : readZone(text);
    m_onlyZone = !m_keyFault.isEmpty() || !m_zone;
    if (m_onlyZone) {
        m_reading->cancel();
        draw();
        return;
    }
    m_page->emptyKey();
    m_reading->cancel();
    Q_EMIT zoneChosen();
}

void CardDesk::tryKey(const QString &text)
{
    std::optional<CardKey> key = CardKey::typed(text, today());
    if (!key) {
        m_keyFault = tr("This opens no chip: it is neither 6 nor 12 digits, nor the lines of a zone, nor a number with two dates. Compare it with the card and type it again.");
        draw();
        return;
    }
    m_keyFault.clear();
    m_page->emptyKey();
    m_reading->begin(std::make_shared<const CardKey>(*std::move(key)));
    if (Mrz::isMadeLikeOne(text) && readZone(text).isEmpty()) {
        Q_EMIT zoneLearned(); // what is printed fills the form, and the chip says whether it is so
    }
}

void CardDesk::forget()
{
    m_guest = std::make_unique<QObject>();
    m_photo = {};
    m_noPhoto.clear();
    m_keyFault.clear();
    m_zone.reset();
    m_code.reset();
    m_onlyZone = false;
    m_cameFromForm = false;
    m_reading->forget();
    if (m_page) {
        m_page->emptyKey();
    }
    draw();
    Q_EMIT changed();
}

// What is missing is asked for on the page; a reading that goes well stays out of the way.
void CardDesk::follow()
{
    const ReadCard::Step step = m_reading->step();
    const bool asks = step == ReadCard::Step::KeyWanted || step == ReadCard::Step::CardWanted || step == ReadCard::Step::Failed;
    if (step == ReadCard::Step::Reading) {
        m_photo = {};
        m_noPhoto.clear();
        m_onlyZone = false;
    }
    if (asks && m_cameFromForm && mayShow()) {
        show();
    } else {
        draw();
    }
    Q_EMIT changed();
    if (asks && m_reading->fault() && !m_cameFromForm && !isOwn(m_window->page())) {
        tellUnread();
    }
}

// Nobody waits at the page to type another number: the next card, or the next code, begins anew.
void CardDesk::tellUnread()
{
    const QString why = unreadWords(*m_reading->fault());
    if (m_reading->step() == ReadCard::Step::KeyWanted) {
        m_reading->cancel();
    }
    Q_EMIT unread(why);
}

QString CardDesk::unreadWords(const CardError &fault) const
{
    Sentence told = sentence(fault);
    if (fault.fault == CardFault::WrongKey) {
        told.happened = tr("The card on the reader does not open with what was scanned or typed: it is another card, or the number is not its own.");
        told.kept = tr("What was scanned and typed is still there.");
        told.next = tr("Lay the card there that belongs to it; or %1 asks for what is printed on the one that lies there.").arg(m_window->keys().shown(KeyAct::ReadCard));
    }
    return told.textWithCode();
}

void CardDesk::end()
{
    const CardRecord &card = *m_reading->card();
    decode();
    draw();
    Q_EMIT changed();
    if (isRefused()) {
        Q_EMIT refused();
        if (m_cameFromForm && mayShow()) {
            show(); // which check failed, and what to do
        }
        return;
    }
    const bool goesBack = isOwn(m_window->page()) && m_cameFromForm && !card.broken;
    m_cameFromForm = false;
    if (goesBack) {
        Q_EMIT formWanted(); // before anything is said there
    }
    Q_EMIT done();
}

void CardDesk::decode()
{
    const std::optional<FaceImage> &face = m_reading->card()->face;
    if (!face) {
        m_noPhoto = tr("No photograph was read.");
        return;
    }
    if (!m_decoder) {
        m_noPhoto = tr("This machine has no program to show the photograph.");
        return;
    }
    m_decoder(*face, m_guest.get(), [this](const QImage &photo) {
        m_photo = photo;
        m_noPhoto = photo.isNull() ? tr("The photograph in the chip cannot be shown. Compare the one on the card.") : QString();
        draw();
        Q_EMIT changed();
    });
}

QString CardDesk::country(const QString &code) const
{
    const Category nationality = m_catalogue.category(QStringLiteral("nationality"));
    const Category further = m_catalogue.category(QStringLiteral("icao-codes"));
    const FieldOption *item = nationality.item(code) ? nationality.item(code) : further.item(code);
    return item ? Language::label(item->label, item->labelEn) : QString();
}

CardView CardDesk::view() const
{
    CardView made;
    const std::optional<CardError> &fault = m_reading->fault();
    const ReadCard::Step step = m_reading->step();
    switch (step) {
    case ReadCard::Step::KeyWanted:
        made.wants = CardView::Wants::Key;
        break;
    case ReadCard::Step::CardWanted:
        made.wants = CardView::Wants::Card;
        break;
    case ReadCard::Step::Reading:
        made.wants = CardView::Wants::Time;
        break;
    case ReadCard::Step::Idle:
    case ReadCard::Step::Failed:
        made.canReadAgain = hasReader() && !obstacle();
        break;
    case ReadCard::Step::Done:
        made.canReadAgain = fault.has_value();
        break;
    }
    made.mayTakeZone = !m_onlyZone && made.wants != CardView::Wants::Time && step != ReadCard::Step::Done;
    if (m_onlyZone) {
        made.wants = CardView::Wants::Zone;
        made.fault = m_keyFault;
    } else if (fault) {
        made.fault = sentence(*fault).textWithCode();
        if (isAboutReader(fault->fault)) {
            made.fault += u' ' + tr("%1 opens the page \"This machine\", which says more.").arg(m_window->keys().shown(KeyAct::Machine));
        }
    } else if (made.wants == CardView::Wants::Card) {
        made.sentence = tr("Lay the card on the reader and leave it there. It is read by itself.");
    }
    if (!m_keyFault.isEmpty() && made.wants == CardView::Wants::Key) {
        made.fault = m_keyFault;
    }
    const std::optional<CardRecord> &card = m_reading->card();
    if (!card) {
        made.sentence = made.wants == CardView::Wants::Time ? stageWords(m_reading->progress().stage)
            : step == ReadCard::Step::Idle && !m_zone
            ? tr("Nothing was read of who is here yet. Read the card, scan its code or the lines of a passport; or go on, and the form asks who it is.")
            : made.sentence;
        made.lines = cardLines(everything(), [this](const QString &code) { return country(code); });
        return made;
    }
    const bool isDone = step == ReadCard::Step::Done;
    made.mark = isDone ? mark(card->verdict()) : markWhileReading();
    made.mayReadAnother = isDone;
    made.sentence = isDone ? sentence(card->verdict()).text() : stageWords(m_reading->progress().stage);
    made.lines = cardLines(everything(), [this](const QString &code) { return country(code); });
    if (isDone) {
        made.checks = checkLines(card->proof);
    }
    made.photo = m_photo;
    made.noPhoto = m_noPhoto;
    return made;
}

void CardDesk::draw()
{
    if (m_page) {
        m_page->setView(view());
        drawProgress();
    }
}

void CardDesk::drawProgress()
{
    if (m_page && isOwn(m_window->page())) {
        m_page->setProgress(percent(m_reading->progress()));
    }
}

CardMark CardDesk::readingMark() const
{
    if (m_reading->step() != ReadCard::Step::Reading) {
        return {};
    }
    return m_reading->card() ? markWhileReading() : CardMark{QStringLiteral("◇"), tr("card is being read"), QStringLiteral("secondary")};
}

QString CardDesk::deviceWords() const
{
    const CardReader *reader = m_reading->reader();
    if (!reader) {
        return {};
    }
    switch (reader->state()) {
    case CardReader::State::Off:
        return {};
    case CardReader::State::NoService:
        return tr("Card reader %1 service does not answer").arg(QStringLiteral("✖"));
    case CardReader::State::None:
        return tr("Card reader %1 not there").arg(QStringLiteral("✖"));
    case CardReader::State::Unavailable:
        return tr("Card reader %1 does not answer").arg(QStringLiteral("✖"));
    case CardReader::State::Mute:
        return tr("Card reader %1 card does not answer").arg(QStringLiteral("!"));
    case CardReader::State::Empty:
    case CardReader::State::Card:
        return tr("Card reader %1").arg(QStringLiteral("✔"));
    }
    return {};
}

} // namespace motcua
