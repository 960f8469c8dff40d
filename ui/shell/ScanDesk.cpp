// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/ScanDesk.h"

#include "ui/shell/WedgeFilter.h"

#include <algorithm>

namespace motcua {

namespace {

constexpr qsizetype ShownLetters = 40; // of a text nobody knows

QString unreadableSentence(ScannedCode::Fault fault)
{
    using Fault = ScannedCode::Fault;
    switch (fault) {
    case Fault::None:
    case Fault::Empty:
        return {};
    case Fault::TooLong:
        return ScanDesk::tr("What the code reader sent is too long for a code. Nothing was changed. Scan once more; if it stays so, call the IT person.");
    case Fault::NotUtf8:
        return ScanDesk::tr("The code reader sends letters of another table, so they cannot be read. Nothing was changed. Have the IT person set it to UTF-8.");
    case Fault::ControlCharacter:
        return ScanDesk::tr("This code holds signs that no code of this counter has. Nothing was changed. Scan another one, or type the number.");
    case Fault::DamagedCard:
        return ScanDesk::tr("The code of this card could not be read whole. Nothing was taken from it. Clean it and scan once more, or type what the card says.");
    }
    return {};
}

} // namespace

ScanDesk::ScanDesk(QObject *parent)
    : QObject(parent)
    , m_wedge(new WedgeFilter(this))
{
    connect(m_wedge, &WedgeFilter::scanned, this, [this](const QByteArray &bytes) {
        if (!m_hasTyped) {
            m_hasTyped = true;
            Q_EMIT devicesChanged();
        }
        take(bytes, ScannedCode::Way::Keyboard);
    });
    connect(m_wedge, &WedgeFilter::dropped, this, &ScanDesk::refuseLong);
}

void ScanDesk::listen(CodeReader *reader)
{
    m_readers.append(reader);
    connect(reader, &CodeReader::scanned, this, [this](const QByteArray &bytes) { take(bytes, ScannedCode::Way::Device); });
    connect(reader, &CodeReader::dropped, this, &ScanDesk::refuseLong);
    connect(reader, &CodeReader::stateChanged, this, &ScanDesk::devicesChanged);
    reader->start();
    Q_EMIT devicesChanged();
}

void ScanDesk::begin(const Catalogue &catalogue, bool isNew)
{
    m_catalogue = catalogue;
    m_wasHinted = m_wasHinted && !isNew;
    if (m_cameWhileLocked) {
        m_cameWhileLocked = false;
        Q_EMIT said({Notice::Kind::Told, tr("A code was scanned while the window was locked. It was not kept. Scan it again."), {}});
    }
}

void ScanDesk::end()
{
    m_catalogue.reset();
    m_wasHinted = false;
    m_cameWhileLocked = false;
}

bool ScanDesk::isOpen() const
{
    return m_catalogue && !(m_isLocked && m_isLocked());
}

void ScanDesk::take(const QByteArray &bytes, ScannedCode::Way way)
{
    if (m_catalogue && m_instead && m_instead(ScannedCode::of(bytes, way, *m_catalogue))) {
        return;
    }
    if (!isOpen()) {
        m_cameWhileLocked = m_catalogue.has_value();
        return;
    }
    const ScannedCode code = ScannedCode::of(bytes, way, *m_catalogue);
    m_isTaken = false;
    tell(code);
    if (way == ScannedCode::Way::Keyboard) {
        hint(code);
    }
}

void ScanDesk::tell(const ScannedCode &code)
{
    using Kind = ScannedCode::Kind;
    switch (code.kind) {
    case Kind::Card:
        Q_EMIT personScanned(code);
        if (code.isOnlyDigits() && code.way == ScannedCode::Way::Device) {
            Q_EMIT saidBeside({Notice::Kind::Warning,
                tr("The letters of this card came garbled, so only its digits and dates are used. Nothing else was changed. Type the name, and have the "
                   "IT person set the code reader to UTF-8."),
                {}});
        }
        return;
    case Kind::OldNumber:
        Q_EMIT said({Notice::Kind::Warning,
            tr("An identity card of nine digits proves nothing any more. Nothing was changed. Its number only helps to find the personal number. Ask for "
               "another proof, or open the procedure for a new card."),
            {}});
        return;
    case Kind::Ticket:
        Q_EMIT ticketScanned(code.text);
        return;
    case Kind::Appointment:
        Q_EMIT appointmentScanned(code.text);
        return;
    case Kind::Dossier:
        Q_EMIT dossierScanned(code.text);
        return;
    case Kind::Other: {
        Q_EMIT unknownScanned(code);
        if (m_isTaken) {
            return; // who took it says so
        }
        const QString shown = code.text.size() > ShownLetters ? code.text.first(ShownLetters) + u'…' : code.text;
        Q_EMIT said({Notice::Kind::Told, tr("The code read is \"%1\": neither a card, nor a ticket, nor a dossier. Nothing was changed.").arg(shown), {}});
        return;
    }
    case Kind::Unreadable:
        if (const QString words = unreadableSentence(code.fault); !words.isEmpty()) {
            Q_EMIT said({Notice::Kind::Warning, words, {}});
        }
        return;
    }
}

void ScanDesk::hint(const ScannedCode &code)
{
    if (m_wasHinted) {
        return;
    }
    m_wasHinted = true;
    const QString used = code.isZone           ? QString() // it has no such letters
        : code.kind == ScannedCode::Kind::Card ? u' ' + tr("Of the card only digits and dates are used.")
        : m_isTaken                            ? u' ' + tr("The number was taken into its field.")
                                               : u' ' + tr("The code went into no field.");
    Q_EMIT saidBeside({Notice::Kind::Warning,
        tr("The code reader is in keyboard mode, which cannot carry Vietnamese letters.") + used + u' '
            + tr("Switch it to serial mode (\"USB-COM\") with the setting code in its manual, or ask the IT person."),
        {}});
}

void ScanDesk::refuseLong()
{
    if (isOpen()) {
        Q_EMIT said({Notice::Kind::Warning, unreadableSentence(ScannedCode::Fault::TooLong), {}});
    }
}

QString ScanDesk::deviceWords() const
{
    const auto is = [this](CodeReader::State state) {
        return std::any_of(
            m_readers.cbegin(), m_readers.cend(), [state](const QPointer<CodeReader> &one) { return one && one->state() == state; });
    };
    if (is(CodeReader::State::Ready)) {
        return tr("Code reader %1").arg(QStringLiteral("✔"));
    }
    if (const auto failed = std::find_if(m_readers.cbegin(), m_readers.cend(),
            [](const QPointer<CodeReader> &one) { return one && one->state() == CodeReader::State::Failed; });
        failed != m_readers.cend()) {
        switch ((*failed)->trouble()) {
        case CodeReader::Trouble::InUse:
            return tr("Code reader %1 used by another program").arg(QStringLiteral("✖"));
        case CodeReader::Trouble::NotAllowed:
            return tr("Code reader %1 this account may not use it").arg(QStringLiteral("✖"));
        case CodeReader::Trouble::NotAReader:
            return tr("Code reader %1 set to another device").arg(QStringLiteral("✖"));
        case CodeReader::Trouble::Nothing:
        case CodeReader::Trouble::Broken:
            return tr("Code reader %1 out of order").arg(QStringLiteral("✖"));
        }
    }
    if (m_hasTyped) {
        return tr("Code reader %1 keyboard mode").arg(QStringLiteral("!"));
    }
    return is(CodeReader::State::None) ? tr("Code reader %1 not there").arg(QStringLiteral("✖")) : QString();
}

} // namespace motcua
