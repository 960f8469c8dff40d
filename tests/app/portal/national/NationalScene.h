// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/DossierQueries.h"
#include "tests/app/portal/national/NationalSystem.h"
#include "tests/app/portal/national/NationalTold.h"
#include "tests/app/storage/Desk.h"

#include <random>

namespace motcua::national {

/** A store with dossiers at all stages, and what a national system must know of them in the end. */
class NationalScene
{
public:
    using Desk = storage::Desk;

    explicit NationalScene(storage::StoreProfile profile = {}) { m_store = m_desk.founded(path(), profile); }

    [[nodiscard]] QString path() const { return m_folder.filePath(u"store"_qs); }
    [[nodiscard]] const Desk &desk() const { return m_desk; }
    [[nodiscard]] const storage::Store &store() const { return *m_store; }

    /** For another program. */
    void close()
    {
        m_store->close();
        m_store.reset();
    }
    /** As a program does that was killed: nothing is left but what is on the disk. */
    void reopen()
    {
        close();
        m_store = *storage::Store::open(path(), Desk::key(), m_desk.options());
        QTRY_VERIFY(m_store->holdsEngine());
    }

    [[nodiscard]] QString accept(int n, const QString &phone = u"02001234567"_qs)
    {
        const storage::Recorded recorded = Desk::done(
            m_store->record(m_desk.accepting(n, u"Nguyễn Thị Hoà"_qs, u"000190000001"_qs, phone)));
        Q_UNUSED(recorded);
        *m_desk.clock += 1000;
        const QString code = Desk::done(m_store->ask(storage::DossierById{Desk::dossier(n)}))->code;
        m_steps.insert(code, {});
        m_codes.insert(n, code);
        return code;
    }
    void step(int n, DossierStatus to)
    {
        (void)Desk::done(m_store->record(m_desk.stepping(n, to)));
        *m_desk.clock += 1000;
        m_steps[m_codes.value(n)].append(QString::number(statusCode(to)));
    }
    /** `count` dossiers, each somewhere between acceptance and its end. */
    void fill(int count, std::mt19937 &chance)
    {
        const QList<DossierStatus> way{DossierStatus::Processing, DossierStatus::Processed, DossierStatus::HandedOver};
        for (int n = 0; n < count; ++n) {
            (void)accept(n);
        }
        for (int stage = 0; stage < way.size(); ++stage) {
            for (int n = 0; n < count; ++n) {
                if (m_steps.value(m_codes.value(n)).size() == stage && chance() % 4 != 0) {
                    step(n, way.at(stage));
                }
            }
        }
    }

    /** What is wrong with what the system knows now; empty when everything was told once and in its order. */
    [[nodiscard]] QStringList mistakes(const NationalSystem &system) const
    {
        QStringList all = system.faults();
        const QMap<QString, NationalSystem::Known> known = system.known();
        for (auto it = m_steps.cbegin(); it != m_steps.cend(); ++it) {
            const NationalSystem::Known one = known.value(it.key());
            const QString last = it->isEmpty() ? u"2"_qs : it->constLast();
            if (one.news != 1) {
                all.append(u"%1 was told %2 times as new"_qs.arg(it.key()).arg(one.news));
            }
            if (one.steps != *it) {
                all.append(u"%1 went %2 and not %3"_qs.arg(it.key(), one.steps.join(u' '), it->join(u' ')));
            }
            if (one.record.value(u"TrangThaiHoSo"_qs).toString() != last) {
                all.append(u"%1 is left at %2 and not at %3"_qs.arg(it.key(), one.record.value(u"TrangThaiHoSo"_qs).toString(), last));
            }
        }
        if (known.size() > m_steps.size()) {
            all.append(u"more dossiers than there are"_qs);
        }
        return all;
    }

private:
    QTemporaryDir m_folder;
    Desk m_desk;
    std::optional<storage::Store> m_store;
    QMap<QString, QStringList> m_steps; ///< by code, the statuses it went to
    QMap<int, QString> m_codes;
};

} // namespace motcua::national
