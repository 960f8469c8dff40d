// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/LookAtMachine.h"
#include "app/workflows/StoreFolder.h"
#include "models/base/Result.h"
#include "ui/shell/Appearance.h"
#include "ui/shell/SignInPage.h"

#include <QObject>
#include <QTemporaryDir>

#include <memory>

namespace motcua {

class Announcer;
class Counter;
class MainWindow;
class Moments;
class PageReader;
class PdfLook;
class PhotoDecoder;
class BoardHost;
class CentreLink;
class MessageLink;
class PortalLink;
class Practice;
class PrintTicket;
class CardReader;
class CodeReader;
class Scanner;
class SettingUp;
class SignIn;
class SlipPrinter;
class TicketPrinter;
class Tour;
class TextReader;
struct TrainingPerson;

/** Joins the window to concrete parts: which store, which printer, real or training. The only place of the window that names them. */
class Composition : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        bool training = false;
        bool isNew = false;
        QString storeFolder = {};
        QString tourFolder = {}; ///< empty: no tour
        QString language = {}; ///< empty: as chosen on this machine
        QString theme = {}; ///< empty: as chosen on this machine
        int textScale = 0; ///< percent; none of those there are: as chosen on this machine
        QString size = {};
        bool board = false; ///< the board of the hall comes up by itself
        bool kiosk = false; ///< likewise the kiosk
        bool moments = false; ///< told on standard output, for the bench
    };

    explicit Composition(const Options &options, QObject *parent = nullptr);
    ~Composition() override;

    /**
     * Prepares the training centre and makes the window. Before any window is shown, so it may take its time; but where a
     * centre that works is there, nobody waits for the law. Mistakes found in it later end the program, as earlier ones keep it from starting.
     */
    [[nodiscard]] Result<> prepare(const LawInReading &law);
    void show();

    /** The sentence of an error that kept the window from opening, with its detail. */
    [[nodiscard]] static QString explained(const Error &error);

private:
    [[nodiscard]] Result<Lawbook> wholeLaw() const;
    void watchLaw();
    void makeDevices();
    void makeTrainingDevices();
    void makeTickets(const QString &sheets); ///< `sheets`: of training, a folder
    void makePortal();
    void verifySignatures();
    void makeCounter();
    [[nodiscard]] LookAtMachine::Sources looks() const;
    [[nodiscard]] QStringList trustFolders() const;
    void makeTour(const TrainingPerson &officer, const TrainingPerson &supervisor);
    void dress(const Appearance &appearance);
    void changeAppearance(const Appearance &chosen);
    [[nodiscard]] QString appearanceFile() const;

    Options m_options;
    Appearance m_appearance;
    bool m_isDressed = false;
    std::unique_ptr<Language> m_language;
    QList<KnownPerson> m_people;
    LawInReading m_law;
    std::unique_ptr<StoreFolder> m_folder;
    std::unique_ptr<QTemporaryDir> m_tourStore;
    std::unique_ptr<SlipPrinter> m_printer;
    std::unique_ptr<Announcer> m_announcer; ///< none: another machine of the hall speaks
    std::unique_ptr<TicketPrinter> m_ticketPrinter; ///< null on a machine without one
    std::unique_ptr<PrintTicket> m_tickets;
    std::unique_ptr<CodeReader> m_codeReader; ///< null on a machine without one
    std::unique_ptr<CardReader> m_cardReader;
    std::unique_ptr<PhotoDecoder> m_photos;
    std::unique_ptr<Scanner> m_scanner;
    std::unique_ptr<PageReader> m_pages;
    std::unique_ptr<TextReader> m_texts;
    std::unique_ptr<PdfLook> m_pdfs;
    std::unique_ptr<Practice> m_practice; ///< null in a real centre
    std::unique_ptr<SignIn> m_door;
    std::unique_ptr<CentreLink> m_centre; ///< likewise
    std::unique_ptr<MessageLink> m_messages; ///< likewise
    std::unique_ptr<BoardHost> m_boards; ///< off until a store says that this desk feeds some
    std::unique_ptr<PortalLink> m_portal; ///< off until a store says that there is one
    std::unique_ptr<Counter> m_counter;
    std::unique_ptr<SettingUp> m_settingUp;
    std::unique_ptr<Tour> m_tour;
    std::unique_ptr<Moments> m_moments;
};

} // namespace motcua
