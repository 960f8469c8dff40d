// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>
#include <QList>
#include <QStringList>

#include <optional>

namespace motcua {

/**
 * What an ESC/POS printer does with the bytes that come: prints pictures, cuts, answers; and complains of every byte that is none of what a
 * ticket is made of. Written from the command reference, without a look at what sends them. For one thread at a time.
 */
class EscPosMachine
{
public:
    bool isSilent = false; ///< answers nothing
    bool knowsEnd = true; ///< answers GS r
    bool isOpen = false;
    bool isBroken = false;
    bool isLow = false;
    bool isOut = false;
    bool endsAfterCut = false; ///< the paper, with the next ticket
    int rowsLeft = -1; ///< of paper; negative: enough
    QByteArray noise; ///< before each answer

    /** Does what these bytes say; the answers. */
    [[nodiscard]] QByteArray take(const QByteArray &bytes);

    /** A line that was opened anew: a picture begun before may go on. */
    void reconnect() { m_isOfBefore = m_dataLeft > 0; }

    /** It stands still, and nothing that comes is printed before somebody acts. */
    [[nodiscard]] bool isStopped() const { return isOpen || isOut || isBroken; }

    [[nodiscard]] qint64 pictureBytes() const { return m_pictureBytes; } ///< since it was made
    [[nodiscard]] const QList<QImage> &tickets() const { return m_tickets; } ///< what was cut off, black and white
    [[nodiscard]] const QStringList &complaints() const { return m_complaints; }

private:
    [[nodiscard]] std::optional<char> answerTo(int part) const;
    void answer(std::optional<char> byte);
    [[nodiscard]] bool takeCommand(); ///< from the front of m_held; false: not all of it is there
    void takeDots(char byte);
    void printRow();
    void cut();
    void complain(const QString &what);

    QByteArray m_held; ///< not looked at yet
    QByteArray m_answers;
    qsizetype m_dataLeft = 0;
    bool m_isOfBefore = false;
    bool m_endsNow = false;
    int m_rowBytes = 0;
    char m_lastDots = 0;
    QByteArray m_row;
    QList<QByteArray> m_rows; ///< on the paper since the last cut
    qint64 m_pictureBytes = 0;
    QList<QImage> m_tickets;
    QStringList m_complaints;
};

} // namespace motcua
