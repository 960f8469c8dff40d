// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/JournalQueries.h"
#include "tests/app/storage/Desk.h"
#include "tests/app/sync/StorePeer.h"

#include <QRandomGenerator>
#include <QTemporaryDir>

#include <algorithm>

namespace motcua::sync {

/** Stores on tmpfs that know of each other only what they exchange. */
class SyncScene
{
public:
    using Desk = storage::Desk;
    using Store = storage::Store;

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    /** A store with its unit and officer; desks of different numbers have different officers. */
    [[nodiscard]] Store desk(int number, storage::StoreProfile profile = {}) const
    {
        Desk desk(number, static_cast<char>('a' + number));
        desk.clock = m_clock;
        return desk.founded(path(QStringLiteral("desk%1").arg(number)), profile);
    }
    /** A store that writes nothing but its beginning: a hub. */
    [[nodiscard]] Store hub(const QString &name = QStringLiteral("hub")) const
    {
        Desk desk;
        desk.clock = m_clock;
        const Result<Store> store = Store::create(path(name), Desk::key(), {}, desk.options());
        if (!store) {
            qFatal("hub");
        }
        return *store;
    }

    void accept(const Store &store, int number, int first, int count)
    {
        Desk desk(number, static_cast<char>('a' + number));
        desk.clock = m_clock;
        for (int n = first; n < first + count; ++n) {
            (void)Desk::done(store.record(desk.accepting(n)));
            *m_clock += 1000;
        }
    }

    /** `count` entries in a few transactions, shared out over the `spread` dossiers from `about` on: no dossier has a thousand notes. */
    void note(const Store &store, int number, int about, int count, int spread = 1)
    {
        Desk desk(number, static_cast<char>('a' + number));
        desk.clock = m_clock;
        for (int left = count; left > 0;) {
            QList<Act> acts;
            for (int i = qMin(left, 400); i > 0; --i, --left) {
                acts.append(desk.about(Desk::dossier(about + left % spread), AddNote{QStringLiteral("ghi chú %1").arg(left)}));
            }
            (void)Desk::done(store.recordAll(acts));
        }
    }

    /** Bytes of a scanned paper, none of which are alike. */
    [[nodiscard]] static QByteArray scan(qsizetype size)
    {
        QByteArray bytes(size, Qt::Uninitialized);
        QRandomGenerator random(static_cast<quint32>(size));
        std::generate(bytes.begin(), bytes.end(), [&random] { return static_cast<char>(random.generate()); });
        return bytes;
    }

    /** A paper of a dossier, kept before an entry names it. Its reference. */
    QString addPaper(const Store &store, int number, int about, const QByteArray &scan)
    {
        Desk desk(number, static_cast<char>('a' + number));
        desk.clock = m_clock;
        const auto reference = store.attachments().keep(scan);
        (void)Desk::done(store.record(desk.about(Desk::dossier(about), AddPaper{QStringLiteral("p"), reference->toString()})));
        return reference->toString();
    }

    [[nodiscard]] static QList<journal::Entry> log(const Store &store, const Id &origin)
    {
        return Desk::done(store.ask(storage::JournalRange{.origin = origin, .limit = 1'000'000}));
    }
    [[nodiscard]] static quint64 held(const Store &store, const Id &origin)
    {
        return Desk::done(store.ask(storage::VersionVectorNow{})).highest(origin);
    }
    /** Whether both hold the same logs to the last byte, but for those of `aside`. */
    [[nodiscard]] static bool areAlike(const Store &one, const Store &other, const QList<Id> &aside = {})
    {
        const auto vectors = [&](const Store &store) {
            auto vector = Desk::done(store.ask(storage::VersionVectorNow{}));
            for (const Id &id : aside) {
                vector.set(id, 0);
            }
            return vector;
        };
        if (vectors(one) != vectors(other)) {
            return false;
        }
        const journal::VersionVector vector = vectors(one);
        return std::all_of(vector.origins().keyBegin(), vector.origins().keyEnd(), [&](const Id &origin) { return log(one, origin) == log(other, origin); });
    }

    [[nodiscard]] static journal::SharePolicy policy()
    {
        QFile file(QStringLiteral(MOTCUA_TEST_DATA "/../../resources/journal/kinds.json"));
        if (!file.open(QIODevice::ReadOnly)) {
            qFatal("kinds.json");
        }
        return *journal::SharePolicy::fromJson(file.readAll());
    }

    [[nodiscard]] std::function<qint64()> clock() const
    {
        return [clock = m_clock] { return clock->load(); };
    }
    void pass(qint64 ms) { *m_clock += ms; }

private:
    QTemporaryDir m_folder;
    std::shared_ptr<std::atomic<qint64>> m_clock = Desk().clock;
};

} // namespace motcua::sync
