// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/CardReader.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>

namespace motcua {

/**
 * Reading the card of who is here: by what opens it, onto the reader, read to its end, whatever comes between.
 *
 * Idle → (a key or a card is wanted) → Reading → Done. What is missing is waited for: a card that is taken away in the middle is read on by itself when
 * it lies there again, and nobody types its number twice. Of a card that was read nothing stays here after forget().
 */
class ReadCard : public QObject
{
    Q_OBJECT

public:
    enum class Step {
        Idle,
        KeyWanted, ///< nothing is known that opens it, or what was tried does not: see fault()
        CardWanted, ///< none lies there; see fault() for what became of the one before
        Reading,
        Done, ///< card() is whole, or as whole as it becomes
        Failed, ///< see fault()
    };

    explicit ReadCard(QObject *parent = nullptr);

    /** It must outlive this object, or end with it; null: this machine has none. */
    void use(CardReader *reader);
    [[nodiscard]] CardReader *reader() const { return m_reader; }
    /** Why no card can be read here now; nothing: one can, or could as soon as it lies there. */
    [[nodiscard]] std::optional<CardError> obstacle() const;

    /** Any step → reading, with what is known of it; null: the key of before, where there is one. */
    void begin(const std::shared_ptr<const CardKey> &key = {});
    /** Nobody waits any more; what was read before stays. */
    void cancel();
    /** Who was read has left. */
    void forget();

    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] bool isUnderWay() const { return m_step != Step::Idle && m_step != Step::Done && m_step != Step::Failed; }
    [[nodiscard]] const std::optional<CardError> &fault() const { return m_fault; }
    [[nodiscard]] const ReadingProgress &progress() const { return m_progress; }
    /** What is known of the card so far; before Done nothing of it is proved. */
    [[nodiscard]] const std::optional<CardRecord> &card() const { return m_card; }

Q_SIGNALS:
    void changed(); ///< the step, or why
    void progressed();
    void learned(); ///< the data of a form are there; done() is still to come
    void done(); ///< the card was read as far as it can be: its verdict holds
    /** Of a card from which something was told by learned() nothing more will come. */
    void broken();

private:
    void start();
    void moveTo(Step step, const std::optional<CardError> &fault = {});
    void follow();
    void take(const CardRecord &card);
    void end(const CardRecord &card);

    QPointer<CardReader> m_reader;
    std::shared_ptr<const CardKey> m_key;
    Step m_step = Step::Idle;
    std::optional<CardError> m_fault;
    ReadingProgress m_progress;
    std::optional<CardRecord> m_card;
    bool m_told = false; ///< learned(), of this card
    bool m_isCancelled = false; ///< what comes of the reading that is being given up is nobody's
    bool m_again = false; ///< begin() came while one was being given up
};

} // namespace motcua
