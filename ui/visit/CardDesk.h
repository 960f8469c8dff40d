// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/ReadCard.h"
#include "models/catalogue/Catalogue.h"
#include "models/dossier/ScannedCode.h"
#include "models/person/Mrz.h"
#include "ui/messages/CardSentence.h"
#include "ui/visit/CardFacts.h"

#include <QImage>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace motcua {

class CardPage;
class MainWindow;
class Page;
struct CardView;

/**
 * The card of who is here, in the window: asks for what opens it, shows how far the reading is, what it says and what of it was proved.
 *
 * It puts nothing into a form: it tells when there is something, and when what it told has to go again. Photograph and record stay in memory until
 * forget(), and nowhere else.
 */
class CardDesk : public QObject
{
    Q_OBJECT

public:
    /** Decodes the photograph elsewhere and gives it, or a null picture, to the second; without it no photograph is shown. */
    using Decoder = std::function<void(const FaceImage &, QObject *guest, const std::function<void(const QImage &)> &)>;

    /** `window` outlives this object. */
    explicit CardDesk(MainWindow *window, QObject *parent = nullptr);

    /** Null: this machine has none. It outlives this object, or ends with it. */
    void use(CardReader *reader);
    /** Asked before its page comes up by itself: whether what is on the screen belongs to the visit. */
    void setWelcome(std::function<bool()> isWelcome) { m_isWelcome = std::move(isWelcome); }
    void setDecoder(Decoder decoder) { m_decoder = std::move(decoder); }
    [[nodiscard]] bool hasReader() const { return m_reading->reader() != nullptr; }
    /** Why no card can be read here now; nothing: one can. */
    [[nodiscard]] std::optional<CardError> obstacle() const { return m_reading->obstacle(); }

    void setCatalogue(const Catalogue &catalogue) { m_catalogue = catalogue; }

    /** F9: reads the card of who is here, whose personal number may be known; shows what was read where it was read already. */
    void read(const QString &personalNumber);
    /** A number was scanned or typed while a card lies there: it is read, and nothing is asked. */
    void readWith(const QString &personalNumber);
    /**
     * The zone of the document of who is here was scanned: zoneLearned(), and a chip that lies there is read with it. Else why nothing was taken of it, in
     * words; then nothing changed.
     */
    [[nodiscard]] QString learnZone(const QString &text);
    /** No chip can be read: the page asks for the zone alone. */
    void typeZone();
    /** The page as it stands: what was read, or what may be done. */
    void show();
    /** The code of the card of who is here, not a zone, was scanned before there was a form for it. */
    void hold(const ScannedCode &code) { m_code = code; }
    /** Nobody is here any more, or somebody else. */
    void forget();

    /** Of who is here; nothing before the first data of it. */
    [[nodiscard]] const std::optional<CardRecord> &card() const { return m_reading->card(); }
    /** What the printed zone says, as it was typed or scanned last; its check digits are right. */
    [[nodiscard]] const std::optional<Mrz> &zone() const { return m_zone; }
    [[nodiscard]] const std::optional<ScannedCode> &code() const { return m_code; } ///< see hold()
    /** What card and zone say that may go into a form: of a card that was refused nothing. */
    [[nodiscard]] Identity identity() const;
    /** What they say, all of it. */
    [[nodiscard]] Identity everything() const;
    [[nodiscard]] bool isRefused() const;
    [[nodiscard]] bool isDone() const { return m_reading->step() == ReadCard::Step::Done; }
    /** It is being read, or waited for. */
    [[nodiscard]] bool isUnderWay() const { return m_reading->isUnderWay(); }
    [[nodiscard]] bool isReading() const { return m_reading->step() == ReadCard::Step::Reading; }
    [[nodiscard]] const QImage &photo() const { return m_photo; }
    /** While it is being read; no words while none is. */
    [[nodiscard]] CardMark readingMark() const;

    [[nodiscard]] bool isOwn(const Page *page) const;
    /** For the status line: "Card ✔"; empty on a machine without a reader. */
    [[nodiscard]] QString deviceWords() const;

Q_SIGNALS:
    void learned(); ///< card() has the data of a form, of which nothing is proved yet
    void done(); ///< card() is what it stays; it is not refused
    void refused(); ///< card() was altered or copied: what came from it must go
    void unread(const QString &why); ///< a reading that began by itself came to nothing, and the page does not show it
    void changed(); ///< readingMark() or photo()
    void zoneLearned(); ///< zone() is new
    void zoneChosen(); ///< on with the form by zone(), without the chip
    void formWanted(); ///< from the page back to the form
    void otherWaysAsked();
    void laid(); ///< a card, on the reader, while nothing is asked of one
    void devicesChanged();

private:
    void needPage();
    [[nodiscard]] bool mayShow() const;
    [[nodiscard]] QString unreadWords(const CardError &fault) const;
    void tellUnread();
    void beginWith(std::optional<CardKey> key);
    void follow();
    void draw();
    void drawProgress();
    void end();
    void decode();
    void tryKey(const QString &text);
    void chooseZone(const QString &text);
    [[nodiscard]] QString readZone(const QString &text);
    [[nodiscard]] CardView view() const;
    [[nodiscard]] QString country(const QString &code) const;

    MainWindow *m_window = nullptr;
    ReadCard *m_reading = nullptr;
    CardPage *m_page = nullptr; ///< made when first shown
    Decoder m_decoder;
    std::function<bool()> m_isWelcome;
    Catalogue m_catalogue;
    QImage m_photo;
    QString m_noPhoto;
    std::unique_ptr<QObject> m_guest; ///< as long as who is here: a photograph that comes later is nobody's
    QString m_keyFault; ///< why what was typed cannot open a chip, or is no zone
    std::optional<Mrz> m_zone;
    std::optional<ScannedCode> m_code;
    bool m_onlyZone = false; ///< the page asks for the zone, and for no chip
    bool m_cameFromForm = false; ///< the page was shown to ask, so it goes by itself when there is nothing more to ask
};

} // namespace motcua
