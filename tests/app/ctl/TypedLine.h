// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <array>
#include <cstdlib>
#include <fcntl.h>
#include <functional>
#include <unistd.h>

/** A line that comes to a program on one of its descriptors: by a pipe, or by a terminal of its own as somebody types it. */
class TypedLine
{
public:
    TypedLine(int descriptor, bool isTerminal)
        : m_descriptor(descriptor)
    {
        if (!isTerminal) {
            std::array<int, 2> ends{};
            if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
                qFatal("no pipe");
            }
            m_theirs = ends[0];
            m_ours = ends[1];
            return;
        }
        std::array<char, 128> name{};
        m_ours = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
        if (m_ours < 0 || ::grantpt(m_ours) != 0 || ::unlockpt(m_ours) != 0 || ::ptsname_r(m_ours, name.data(), name.size()) != 0) {
            qFatal("no pseudo-terminal");
        }
        m_theirs = ::open(name.data(), O_RDWR | O_NOCTTY | O_CLOEXEC);
    }
    ~TypedLine()
    {
        ::close(m_ours);
        ::close(m_theirs);
    }
    Q_DISABLE_COPY_MOVE(TypedLine)

    /** For QProcess::setChildProcessModifier(): the program finds it there. */
    [[nodiscard]] std::function<void()> asDescriptor() const
    {
        return [from = m_theirs, to = m_descriptor] { ::dup2(from, to); };
    }

    void type(const QByteArray &line)
    {
        if (::write(m_ours, line.constData(), static_cast<std::size_t>(line.size())) != line.size()) {
            qFatal("the line is full");
        }
    }

private:
    int m_descriptor;
    int m_ours = -1;
    int m_theirs = -1;
};
