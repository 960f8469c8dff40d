// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/national/NationalProfile.h"

#include <QFile>

namespace motcua::national {

inline QByteArray shippedProfileBytes()
{
    QFile file(QStringLiteral(MOTCUA_TEST_DATA "/../../resources/national/profile.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("no national profile");
    }
    return file.readAll();
}

/** The profile the program ships; stops the test when it does not load. */
inline NationalProfile shippedProfile()
{
    const auto profile = NationalProfile::fromFile({QStringLiteral("profile.json"), shippedProfileBytes()});
    if (!profile) {
        qFatal("%s", qPrintable(profile.error().constFirst().detail));
    }
    return *profile;
}

} // namespace motcua::national
