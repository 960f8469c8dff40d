// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/national/NationalAccess.h"
#include "app/portal/national/NationalQueue.h"
#include "tests/app/portal/national/ShippedProfile.h"
#include "tests/app/storage/Desk.h"

namespace motcua::national {

inline constexpr const char *SignInPath = "/adapter/auth";
inline constexpr const char *ServicePath = "/adapter/service";
inline const QString StandInUser = QStringLiteral("tinh-thu");
inline const QString StandInPassword = QStringLiteral("mật khẩu \"thử\"");

/** As whom a test speaks to the stand-in. */
inline NationalAccess standInAccess(const QString &password = StandInPassword)
{
    NationalAccess access;
    access.signInPath = QString::fromLatin1(SignInPath);
    access.servicePath = QString::fromLatin1(ServicePath);
    access.unit = QStringLiteral("000.00.00.H26");
    access.username = StandInUser;
    access.password = security::SecretBytes::copyOf(password.toUtf8());
    return access;
}

/** With waits too short to be noticed. */
inline NationalOptions quickOptions()
{
    NationalOptions options;
    options.gatherMs = 1;
    options.firstWaitMs = 1;
    options.longestWaitMs = 4;
    options.longestOwnWaitMs = 4;
    options.chance = [] { return 0.5; };
    return options;
}

} // namespace motcua::national
