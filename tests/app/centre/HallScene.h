// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/centre/CentreJournal.h"
#include "app/centre/SharedHall.h"
#include "app/storage/HouseQueries.h"
#include "tests/app/centre/PostgresBench.h"
#include "tests/app/storage/Desk.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTemporaryDir>

namespace motcua::test {

/** A centre on a real PostgreSQL, and desks of it that know of each other nothing but what lies there. */
class HallScene
{
public:
    struct Place
    {
        std::unique_ptr<storage::Desk> desk;
        storage::Store store;
        std::unique_ptr<centre::SharedHall> hall;

        int number = 0;

        [[nodiscard]] Act author() const
        {
            Act act = desk->about({}, AddNote{});
            act.desk = "H26.15/" + QByteArray::number(number);
            return act;
        }
    };

    explicit HallScene(const centre::DatabaseAccess &access)
        : m_access(access.clone())
    {
    }

    static HallRules rules()
    {
        return {.groups = {{QStringLiteral("A"), QStringLiteral("Hộ tịch"), QStringLiteral("Civil status"), {}}, {QStringLiteral("B"), QStringLiteral("Chứng thực"), QStringLiteral("Certification"), {}}},
            .priorities = {{QStringLiteral("elderly"), QStringLiteral("Cao tuổi"), QStringLiteral("Elderly"), 30, {}}},
            .needs = {{QStringLiteral("deaf"), QStringLiteral("Không nghe được"), QStringLiteral("Deaf")}},
            .holdPlaces = {{QStringLiteral("photocopy"), QStringLiteral("Photo"), QStringLiteral("Photocopier")}},
            .recalls = 3,
            .forgottenMinutes = 45};
    }

    /** An empty database made a centre's. */
    static centre::DatabaseAccess founded(PostgresBench &server, const QString &name)
    {
        centre::DatabaseAccess access = server.database(name);
        access.key = storage::Desk::key('p');
        const auto house = centre::CentreJournal::establish(access, Id::v7(QDateTime::currentMSecsSinceEpoch(), QByteArray(10, 'h')), false, true);
        if (!house) {
            qFatal("%s", qPrintable(house.error().detail));
        }
        access.house = *house;
        return access;
    }

    /** Desk `number` of the centre, or of nobody but itself; its clock is off by so much. */
    [[nodiscard]] std::unique_ptr<Place> place(int number, bool isOfCentre = true, bool watches = false, qint64 clockOffMs = 0)
    {
        auto desk = std::make_unique<storage::Desk>(number, static_cast<char>('a' + number));
        *desk->clock = QDateTime::currentMSecsSinceEpoch() + clockOffMs;
        storage::Store store = desk->founded(m_folder.filePath(QStringLiteral("%1-%2.db").arg(number).arg(++m_stores)));
        if (isOfCentre) {
            (void)storage::Desk::done(store.keepSetting(storage::centreSetting(), m_access.toJson()));
        }
        auto made = std::make_unique<Place>(Place{std::move(desk), store, nullptr, number});
        open(*made, watches);
        return made;
    }
    static void open(Place &place, bool watches = false)
    {
        place.hall.reset();
        place.hall = std::make_unique<centre::SharedHall>(place.store, place.author(), rules(), centre::SharedHall::Setup{.watches = watches, .patienceMs = 12'000});
    }
    /** Desks that are made from now on know of a second server. */
    void alsoAt(int port)
    {
        m_access.address.replace(QRegularExpression(QStringLiteral("@([^/]+)/")), QStringLiteral("@\\1,127.0.0.1:%1/").arg(port));
    }
    [[nodiscard]] const centre::DatabaseAccess &access() const { return m_access; }

private:
    centre::DatabaseAccess m_access;
    QTemporaryDir m_folder;
    int m_stores = 0;
};

} // namespace motcua::test
