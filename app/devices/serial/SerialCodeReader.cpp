// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/serial/SerialCodeReader.h"

#include <QDir>
#include <QSettings>

namespace motcua {

SerialCodeReader::SerialCodeReader(const Settings &settings, QObject *parent)
    : CodeReader(parent)
    , m_settings(settings)
    , m_frames(LongestReading)
{
    m_silence.setSingleShot(true);
    m_silence.setInterval(settings.silenceMs);
    connect(&m_silence, &QTimer::timeout, this, &SerialCodeReader::endSilent);
    m_look.setSingleShot(true);
    connect(&m_look, &QTimer::timeout, this, &SerialCodeReader::look);
    connect(&m_notifier, &QSocketNotifier::activated, this, &SerialCodeReader::take);
}

void SerialCodeReader::start()
{
    if (m_state == State::Off && !m_look.isActive()) {
        m_look.start(0);
    }
}

void SerialCodeReader::stop()
{
    m_look.stop();
    letGo();
    m_state = State::Off;
    m_trouble = Trouble::Nothing;
}

void SerialCodeReader::letGo()
{
    m_silence.stop();
    m_notifier.setEnabled(false);
    m_line.close();
    m_frames.forget();
}

void SerialCodeReader::look()
{
    const SerialLine::Opened opened = m_line.open(m_settings.path, m_settings.baud);
    if (m_line.isOpen()) {
        m_notifier.setSocket(m_line.descriptor());
        m_notifier.setEnabled(true);
    } else {
        m_look.start(m_settings.lookMs);
    }
    become(opened.state, opened.trouble);
}

void SerialCodeReader::take()
{
    const QList<QByteArray> codes = m_frames.take(m_line.read());
    const bool isTooLong = m_frames.dropped() > 0;
    const bool isGone = m_line.isGone();
    if (isGone) {
        letGo();
        m_look.start(m_settings.lookMs);
    } else if (m_frames.isOpen()) {
        m_silence.start();
    } else {
        m_silence.stop();
    }
    // Last, because whoever is told may stop this reader.
    for (const QByteArray &code : codes) {
        tell(code);
    }
    if (isTooLong && m_state != State::Off) {
        Q_EMIT dropped();
    }
    if (isGone && m_state != State::Off) {
        become(State::None, Trouble::Nothing);
    }
}

void SerialCodeReader::endSilent()
{
    tell(m_frames.silence());
}

void SerialCodeReader::tell(const QByteArray &code)
{
    if (m_state != State::Off && !code.isEmpty()) {
        Q_EMIT scanned(code);
    }
}

void SerialCodeReader::become(State state, Trouble trouble)
{
    if (state != m_state || trouble != m_trouble) {
        m_state = state;
        m_trouble = trouble;
        Q_EMIT stateChanged();
    }
}

std::optional<SerialCodeReader::Settings> SerialCodeReader::configured(const QString &file)
{
    const QSettings settings(file, QSettings::IniFormat);
    Settings found;
    found.path = settings.value(QStringLiteral("codeReader/path")).toString().trimmed();
    found.baud = settings.value(QStringLiteral("codeReader/baud"), found.baud).toInt();
    return found.path.isEmpty() ? std::nullopt : std::optional(found);
}

QStringList SerialCodeReader::candidates(const QString &folder)
{
    QStringList paths;
    const QDir all(folder);
    for (const QString &name : all.entryList(QDir::System | QDir::Files, QDir::Name)) {
        paths.append(all.filePath(name));
    }
    return paths;
}

} // namespace motcua
