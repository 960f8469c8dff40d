// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/Composition.h"

#include "app/centre/CentrePeer.h"
#include "app/centre/SharedHall.h"
#include "app/devices/cups/CupsSlipPrinter.h"
#include "app/devices/cups/CupsTicketPrinter.h"
#include "app/devices/eid/CardTerms.h"
#include "app/devices/escpos/EscPosTicketPrinter.h"
#include "app/devices/folder/FolderSlipPrinter.h"
#include "app/devices/folder/FolderTicketPrinter.h"
#include "app/devices/hidraw/HidCodeReader.h"
#include "app/devices/page/PageReader.h"
#include "app/devices/pcsc/PcscCardReader.h"
#include "app/devices/pdf/PdfLook.h"
#include "app/devices/photo/PhotoDecoder.h"
#include "app/devices/sane/SaneScanner.h"
#include "app/devices/serial/SerialCodeReader.h"
#include "app/devices/speech/SpeechAnnouncer.h"
#include "app/devices/text/TextReader.h"
#include "app/evidence/SignatureVerdicts.h"
#include "app/net/SystemLine.h"
#include "app/programs/Moments.h"
#include "app/programs/Tour.h"
#include "app/storage/Await.h"
#include "app/training/OtherDesk.h"
#include "app/training/PracticeGround.h"
#include "app/training/SimulatedAnnouncer.h"
#include "app/training/SimulatedCodeReader.h"
#include "app/training/TrainingCentre.h"
#include "app/training/chip/SimulatedCardReader.h"
#include "app/training/chip/StoryCards.h"
#include "app/training/scan/SimulatedScanner.h"
#include "app/workflows/BoardHost.h"
#include "app/workflows/CentreLink.h"
#include "app/workflows/MessageLink.h"
#include "app/workflows/PortalLink.h"
#include "app/workflows/PortalSetup.h"
#include "app/workflows/PrintTicket.h"
#include "app/workflows/SignIn.h"
#include "models/base/VietnamTime.h"
#include "ui/admin/SettingUp.h"
#include "ui/dossier/DossierDesk.h"
#include "ui/hall/HallDesk.h"
#include "ui/messages/Sentence.h"
#include "ui/shell/Counter.h"
#include "ui/shell/IdleWatch.h"
#include "ui/scan/BatchScanDesk.h"
#include "ui/visit/PaperDesk.h"
#include "ui/visit/VisitDesk.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QDir>
#include <QPromise>
#include <QStandardPaths>
#include <QTextStream>
#include <QtConcurrent/QtConcurrentRun>

#include <thread>

namespace motcua {

namespace {

QDate today()
{
    return vietnamTime(QDateTime::currentMSecsSinceEpoch()).date();
}

} // namespace

Composition::Composition(const Options &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
{
}

Composition::~Composition() = default;

QString Composition::explained(const Error &error)
{
    return sentence(error).text() + QStringLiteral(" [") + error.detail + QStringLiteral("] (") + errorName(error.code) + u')';
}

/** When it is read: it, or its first mistake, with all of them told. */
Result<Lawbook> Composition::wholeLaw() const
{
    const Result<Lawbook, QList<Error>> law = m_law.result();
    if (law) {
        if (law->packageFault) {
            QTextStream(stderr) << explained(*law->packageFault) << Qt::endl;
        }
        return *law;
    }
    QTextStream err(stderr);
    for (const Error &error : law.error()) {
        err << error.detail << Qt::endl;
    }
    return law.error().constFirst();
}

void Composition::watchLaw()
{
    await(this, m_law, [this](const Result<Lawbook, QList<Error>> &) {
        if (const Result<Lawbook> law = wholeLaw(); !law) {
            QTextStream(stderr) << explained(law.error()) << QLatin1Char('\n');
            QCoreApplication::exit(1);
        }
    });
}

Result<> Composition::prepare(const LawInReading &law)
{
    m_law = law;
    Appearance appearance = Appearance::load(appearanceFile());
    if (!m_options.language.isEmpty()) {
        appearance.language = Appearance::languageOf(m_options.language);
    }
    if (!m_options.theme.isEmpty()) {
        appearance.theme = Appearance::themeNamed(m_options.theme);
    }
    if (Appearance::isTextScale(m_options.textScale)) {
        appearance.textScale = m_options.textScale;
    }
    dress(appearance);

    if (!m_options.storeFolder.isEmpty()) {
        m_folder = std::make_unique<StoreFolder>(m_options.storeFolder);
    } else if (!m_options.tourFolder.isEmpty()) {
        // Each tour begins on a fresh centre, so its pictures are the same every time.
        m_tourStore = std::make_unique<QTemporaryDir>();
        m_folder = std::make_unique<StoreFolder>(m_tourStore->filePath(QStringLiteral("centre")));
    } else {
        m_folder = std::make_unique<StoreFolder>(StoreFolder::usual(m_options.training));
    }
    // A training centre is always prepared; asking to set one up must not make a real store in its place.
    if (!m_options.training && !m_folder->exists()) {
        const Result<Lawbook> whole = wholeLaw();
        if (!whole) {
            return whole.error();
        }
        m_settingUp = std::make_unique<SettingUp>(*m_folder, *whole);
        connect(m_settingUp.get(), &SettingUp::done, this, [this](const QString &administrator) {
            makeCounter();
            m_counter->expect(administrator);
            m_counter->window()->resize(m_settingUp->window()->size());
            m_counter->window()->show();
            m_counter->window()->activateWindow();
            m_settingUp->window()->hide();
            // With it go the recovery key and the password that were typed there.
            m_settingUp.release()->deleteLater();
        });
        return {};
    }
    if (m_options.training) {
        const Result<Lawbook> whole = wholeLaw();
        if (!whole) {
            return whole.error();
        }
        const Result<TrainingCentre> centre = TrainingCentre::load(Lawbook::folder());
        if (!centre) {
            return centre.error();
        }
        if (const Result<> made = centre->prepare(*m_folder, *whole); !made) {
            return made.error();
        }
        for (const TrainingPerson &person : centre->people) {
            m_people.append({person.name, person.title + QStringLiteral(" · ") + person.password});
        }
        makeCounter();
        if (!m_options.tourFolder.isEmpty()) {
            makeTour(centre->people.value(1), centre->people.value(2));
        }
        return {};
    }
    makeCounter();
    watchLaw();
    return {};
}

void Composition::makeDevices()
{
    if (m_options.training) {
        const QString sheets = m_options.tourFolder.isEmpty() ? m_folder->path() + QStringLiteral("/printed")
                                                              : m_options.tourFolder + QStringLiteral("/printed");
        QDir().mkpath(sheets);
        m_printer = std::make_unique<FolderSlipPrinter>(sheets);
        makeTickets(sheets);
    } else {
        m_printer = std::make_unique<CupsSlipPrinter>();
        makeTickets({});
    }
    // Only the machine that is set up for it speaks; in practice it writes down what it would say.
    const QString words = Lawbook::folder() + QStringLiteral("/hall/voice.json");
    if (auto voice = SpeechAnnouncer::configured(appearanceFile(), words); voice && !m_options.training) {
        m_announcer = std::make_unique<SpeechAnnouncer>(*std::move(voice));
    } else if (voice) {
        m_announcer = std::make_unique<SimulatedAnnouncer>(SimulatedAnnouncer::Settings{.folder = m_folder->path(), .words = words, .languages = voice->voice.languages, .limits = voice->limits});
    }
    if (m_options.training) {
        makeTrainingDevices();
    } else if (const auto line = SerialCodeReader::configured(appearanceFile())) {
        m_codeReader = std::make_unique<SerialCodeReader>(*line);
    } else if (const auto hid = HidCodeReader::configured(appearanceFile())) {
        m_codeReader = std::make_unique<HidCodeReader>(*hid);
    }
    if (!m_options.training) {
        const auto trusted = std::make_shared<CardTerms>(trustFolders(), Lawbook::folder());
        m_cardReader = std::make_unique<PcscCardReader>([trusted] { return trusted->on(today()); }, PcscCardReader::configured(appearanceFile()));
    }
    m_photos = std::make_unique<PhotoDecoder>();
    if (m_options.training) {
        m_scanner = std::make_unique<SimulatedScanner>(SimulatedScanner::Settings());
    } else {
        m_scanner = std::make_unique<SaneScanner>(SaneScanner::Settings());
    }
    m_pages = std::make_unique<PageReader>();
    m_texts = std::make_unique<TextReader>();
    m_pdfs = std::make_unique<PdfLook>();
    m_door = std::make_unique<SignIn>(*m_folder, m_law);
}

void Composition::makeTickets(const QString &sheets)
{
    if (m_options.training) {
        m_ticketPrinter = std::make_unique<FolderTicketPrinter>(sheets);
    } else if (const auto roll = EscPosTicketPrinter::configured(appearanceFile())) {
        m_ticketPrinter = std::make_unique<EscPosTicketPrinter>(*roll);
    } else if (const auto queue = CupsTicketPrinter::configured(appearanceFile())) {
        m_ticketPrinter = std::make_unique<CupsTicketPrinter>(*queue);
    }
    m_tickets = std::make_unique<PrintTicket>(m_ticketPrinter.get(), Lawbook::folder());
}

// Whoever comes for practice lays their card on the reader; nobody else trusts who signed it.
void Composition::makeTrainingDevices()
{
    m_codeReader = std::make_unique<SimulatedCodeReader>();
    const auto trusted = std::make_shared<std::shared_ptr<CardTerms>>();
    auto reader = std::make_unique<training::SimulatedCardReader>([trusted] {
        if (!*trusted) { // made when the first card is read, on the thread of the reading
            const auto authority = certificateIn(training::StoryCards::authority());
            *trusted = std::make_shared<CardTerms>(QStringList(), Lawbook::folder(), authority ? QList{*authority} : QList<TrustCertificate>());
        }
        return (*trusted)->on(today());
    });
    auto ground = std::make_unique<training::PracticeGround>(Lawbook::folder());
    ground->setDesk([cards = reader.get(), asked = std::make_shared<int>(0)](const std::optional<Story> &story) {
        cards->takeAway();
        const int round = ++*asked;
        if (!story) {
            return;
        }
        await(cards, training::StoryCards::cardOf(*story, today()), [cards, asked, round](const std::shared_ptr<training::ChipCard> &card) {
            if (card && round == *asked) {
                cards->lay(std::move(*card));
            }
        });
    });
    m_cardReader = std::move(reader);
    m_practice = std::move(ground);
}

// In a training centre too: where it has a portal, that is one for training, which enrols no other.
void Composition::makePortal()
{
    m_portal = std::make_unique<PortalLink>(PortalSetup{.resources = Lawbook::folder(), .line = [] { return std::make_unique<SystemLine>(); }, .catalogue = PortalSetup::catalogueOverHttp});
    m_centre = std::make_unique<CentreLink>(CentreLink::Setup{.resources = Lawbook::folder(), .peer = centre::CentrePeer::of});
    m_messages = std::make_unique<MessageLink>(MessageLink::Setup());
    m_boards = std::make_unique<BoardHost>();
}

void Composition::makeCounter()
{
    if (!m_door) {
        makeDevices();
        makePortal();
    }
    m_counter = std::make_unique<Counter>(m_door.get(), m_printer.get());
    m_counter->setAppearance(m_appearance);
    m_counter->setPeople(m_people, m_options.training);
    m_counter->setIdleMinutes(IdleWatch::minutesIn(appearanceFile()));
    if (m_codeReader) {
        m_counter->listen(m_codeReader.get());
    }
    m_counter->read(m_cardReader.get(), [photos = m_photos.get()](const FaceImage &face, QObject *guest, const std::function<void(const QImage &)> &shown) {
        await(guest, photos->decode(face.bytes), [shown](const PhotoDecoder::Decoded &photo) { shown(photo ? *photo : QImage()); });
    });
    m_counter->visit()->paperDesk()->use(m_scanner.get(), m_pages.get(), m_texts.get());
    m_counter->batch()->use(m_scanner.get(), m_pages.get(), m_texts.get());
    verifySignatures();
    m_counter->printTickets(m_tickets.get());
    if (m_announcer) {
        m_counter->speakWith(m_announcer.get());
    }
    m_counter->lookWith(looks());
    m_counter->deliver(m_portal.get());
    m_counter->share(m_centre.get());
    m_counter->tellByPhone(m_messages.get());
    m_counter->feedBoards(m_boards.get());
    const HallMaker halls([](const Workplace &place, const Act &author) -> std::unique_ptr<Hall> {
        return std::make_unique<centre::SharedHall>(place.store, author, place.law.hall, centre::SharedHall::Setup());
    });
    m_counter->setHalls(halls);
    if (m_options.board) {
        m_counter->openBoard();
    }
    if (m_options.kiosk) {
        m_counter->openKiosk();
    }
    if (m_practice) {
        m_counter->practise(m_practice.get());
    }
    connect(m_counter.get(), &Counter::appearanceChosen, this, &Composition::changeAppearance, Qt::QueuedConnection);
    m_counter->start();
}

// What a PDF says of its signatures is found apart, and judged by whom this centre trusts.
void Composition::verifySignatures()
{
    m_counter->dossiers()->setVerifier([this](const QByteArray &pdf) {
        const auto promise = std::make_shared<QPromise<QList<evidence::SignatureVerdict>>>();
        promise->start();
        await(m_pdfs.get(), m_pdfs->look(pdf, false), [this, promise, pdf](const PdfLook::Looked &looked) {
            if (!looked) {
                promise->addResult(QList{evidence::SignatureVerdict()}); // what cannot be looked into has no signature that can be read
                promise->finish();
                return;
            }
            const auto judged = QtConcurrent::run([pdf, found = looked->signatures, folder = m_folder->signers()] {
                return evidence::verdicts(pdf, found, evidence::SignatureTrust::load({folder}), QDateTime::currentDateTimeUtc());
            });
            await(m_pdfs.get(), judged, [promise](const QList<evidence::SignatureVerdict> &verdicts) {
                promise->addResult(verdicts);
                promise->finish();
            });
        });
        return promise->future();
    });
}

// What is real is asked of the system, what is pretended of itself: else a training centre would tell of a service that it does not use.
LookAtMachine::Sources Composition::looks() const
{
    LookAtMachine::Sources made;
    if (m_options.training) {
        made.cards = [reader = static_cast<const training::SimulatedCardReader *>(m_cardReader.get())] {
            return QtConcurrent::run([pcsc = reader->facts()] {
                LookAtMachine::OfCards found{.pcsc = pcsc};
                if (const auto authority = certificateIn(training::StoryCards::authority())) {
                    (void)found.trust.add(*authority);
                }
                return found;
            });
        };
    } else {
        made.cards = [folders = trustFolders()] {
            const auto promise = std::make_shared<QPromise<LookAtMachine::OfCards>>();
            promise->start();
            // A driver may never come back, and the program is to end all the same; a pool would wait for it.
            std::thread([promise, folders] {
                QList<TrustStore::LeftOut> leftOut;
                // What may wait comes last: a program that ended meanwhile has taken OpenSSL down.
                LookAtMachine::OfCards found{.pcsc = {}, .trust = TrustStore::load(folders, &leftOut)};
                found.leftOut = leftOut.size();
                found.pcsc = PcscFacts::now();
                promise->addResult(std::move(found));
                promise->finish();
            }).detach();
            return promise->future();
        };
    }
    made.photos = [photos = m_photos.get()] {
        const auto promise = std::make_shared<QPromise<LookAtMachine::OfPhotos>>();
        promise->start();
        await(photos, photos->decodeSample(), [promise](const PhotoDecoder::Decoded &photo) {
            promise->addResult(photo ? LookAtMachine::OfPhotos() : photo.error());
            promise->finish();
        });
        return promise->future();
    };
    if (m_ticketPrinter) {
        made.tickets = [tickets = m_ticketPrinter.get()] { return tickets->state(); };
    }
    return made;
}

QStringList Composition::trustFolders() const
{
    return {Lawbook::folder() + QStringLiteral("/trust"), m_folder->trust()};
}

void Composition::makeTour(const TrainingPerson &officer, const TrainingPerson &supervisor)
{
    m_tour = std::make_unique<Tour>(m_counter.get(), m_options.tourFolder, Tour::Person{officer.name, officer.password},
        Tour::Person{supervisor.name, supervisor.password});
    Story holder;
    holder.name = QStringLiteral("Nguyễn Thị Hoa"); // as the rest of the tour calls them
    holder.birth = QStringLiteral("1985-03-08");
    holder.identity = {.kind = StoryIdentity::Kind::Card, .number = QStringLiteral("000185012345"), .validUntil = {}};
    const std::shared_ptr<training::ChipCard> card = training::StoryCards::cardOf(holder, today()).result();
    m_tour->setCard([this, card] { static_cast<training::SimulatedCardReader *>(m_cardReader.get())->lay(std::move(*card)); }, holder.identity.number.right(6));
    m_tour->setContradiction([folder = *m_folder, officer] {
        (void)QtConcurrent::run([folder, officer] {
            const Result<Lawbook, QList<Error>> law = Lawbook::load(Lawbook::folder(), Lawbook::Prices::Invented);
            SignIn door(folder, law ? *law : Lawbook());
            const Result<SignedInPerson> person = door.withPassword(officer.name, officer.password).result();
            if (person) {
                (void)training::contradict(person->place);
            }
        });
    });
    connect(m_tour.get(), &Tour::finished, this, [this] {
        QTextStream(stdout) << QStringLiteral("Pictures and slip: %1").arg(QDir(m_options.tourFolder).absolutePath()) << QLatin1Char('\n');
        QCoreApplication::exit(0);
    });
    connect(m_tour.get(), &Tour::failed, this, [](const QString &step) {
        QTextStream(stderr) << QStringLiteral("The tour stopped: \"%1\" did not come.").arg(step) << QLatin1Char('\n');
        QCoreApplication::exit(1);
    });
}

void Composition::dress(const Appearance &appearance)
{
    if (!m_language || m_appearance.language != appearance.language) {
        m_language.reset(); // the one before must be gone before the next is heard
        m_language = std::make_unique<Language>(appearance.language);
    }
    const bool looksSame = m_isDressed && m_appearance.theme == appearance.theme && m_appearance.textScale == appearance.textScale;
    m_appearance = appearance;
    if (!looksSame) {
        m_isDressed = true;
        Theme::named(appearance.theme).wear(*qApp, appearance.textScale);
    }
}

// A tour looks the same on every machine, so it neither reads nor changes what somebody chose here.
QString Composition::appearanceFile() const
{
    return m_options.tourFolder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/motcua/desk.ini")
                                          : QString();
}

void Composition::changeAppearance(const Appearance &chosen)
{
    const bool otherLanguage = chosen.language != m_appearance.language;
    chosen.save(appearanceFile());
    dress(chosen);
    if (!otherLanguage) {
        m_counter->setAppearance(chosen);
        return;
    }
    // Only the sign-in page offers another language, so there is no work in the window that is made anew.
    const QRect place = m_counter->window()->geometry();
    makeCounter();
    m_counter->window()->setGeometry(place);
    m_counter->window()->show();
    m_counter->window()->activateWindow();
}

void Composition::show()
{
    MainWindow *window = m_counter ? m_counter->window() : m_settingUp->window();
    const QStringList size = m_options.size.split(u'x');
    window->resize(size.size() == 2 ? QSize(size.at(0).toInt(), size.at(1).toInt()) : QSize(1366, 768));
    if (m_options.moments && m_counter) {
        m_moments = std::make_unique<Moments>(m_counter.get());
    }
    window->show();
    window->activateWindow();
    if (m_options.isNew && m_counter && !m_options.training) {
        window->tell({Notice::Kind::Told, sentence(Error{ErrorCode::StoreExists, {}}).text(), {}});
    }
    if (m_tour) {
        m_tour->start();
    }
}

} // namespace motcua
