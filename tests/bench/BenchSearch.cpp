// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/DossierQueries.h"
#include "models/base/Text.h"
#include "tests/bench/Benches.h"
#include "tests/bench/PlainStore.h"
#include "tests/bench/Table.h"
#include "tests/support/ScratchFolder.h"
#include "tests/support/StoreScene.h"
#include "ui/worklist/StoreLists.h"

#include <QHash>

#include <algorithm>
#include <limits>
#include <numeric>
#include <random>

namespace motcua::bench {

using storage::Store;
using testsupport::ScratchFolder;
using testsupport::StoreScene;

namespace {

constexpr int Block = 25;
constexpr int Limit = storelists::MostFound; // what the window asks for
constexpr int Recalled = 2000;

/** Every name of every dossier as numbers of its folded words: small enough that each query can try them all, without anything of the index. */
class AllNames
{
public:
    void add(const QString &name)
    {
        for (const QString &word : text::foldedWords(name)) {
            const auto known = m_numbers.constFind(word);
            const quint16 number = known == m_numbers.constEnd() ? static_cast<quint16>(m_words.size()) : known.value();
            if (number == m_words.size()) {
                m_numbers.insert(word, number);
                m_words.append(word);
            }
            m_flat.append(number);
        }
        m_ends.append(static_cast<quint32>(m_flat.size()));
    }

    /** Per asked word, which of the known words it begins. */
    using Asked = QList<QList<bool>>;
    [[nodiscard]] Asked asked(const QString &typed) const
    {
        Asked begins;
        for (const QString &begin : text::foldedWords(typed)) {
            QList<bool> fits;
            for (const QString &word : m_words) {
                fits.append(word.startsWith(begin));
            }
            begins.append(fits);
        }
        return begins;
    }

    /** Every asked word begins another word of the `at`-th name. */
    [[nodiscard]] bool matches(qsizetype at, const Asked &asked) const
    {
        const quint32 first = at == 0 ? 0 : m_ends.at(at - 1);
        const quint32 words = m_ends.at(at) - first;
        if (asked.size() > words) {
            return false;
        }
        const quint16 *name = m_flat.constData() + first;
        const bool each = std::all_of(asked.cbegin(), asked.cend(),
            [&](const QList<bool> &fits) { return std::any_of(name, name + words, [&](quint16 word) { return fits.at(word); }); });
        return each && inSomeOrder(name, words, asked);
    }

private:
    [[nodiscard]] static bool inSomeOrder(const quint16 *name, quint32 words, const Asked &asked)
    {
        QList<quint32> order(words);
        std::iota(order.begin(), order.end(), 0);
        do {
            bool all = true;
            for (qsizetype i = 0; i < asked.size() && all; ++i) {
                all = asked.at(i).at(name[order.at(i)]);
            }
            if (all) {
                return true;
            }
        } while (std::next_permutation(order.begin(), order.end()));
        return false;
    }

    QHash<QString, quint16> m_numbers;
    QStringList m_words;
    QList<quint16> m_flat;
    QList<quint32> m_ends;
};

/** Some words of a name, shortened, in any order, with or without their tones, in either normal form and case. */
QString asked(const QString &name, std::mt19937_64 &random)
{
    QStringList words = name.split(u' ');
    std::shuffle(words.begin(), words.end(), random);
    words = words.mid(0, 1 + static_cast<qsizetype>(random() % static_cast<quint64>(words.size())));
    for (QString &word : words) {
        if (random() % 2 == 0) {
            word.truncate(1 + static_cast<qsizetype>(random() % static_cast<quint64>(word.size())));
        }
    }
    QString typed = words.join(u' ');
    switch (random() % 4) {
    case 0:
        return text::folded(typed);
    case 1:
        return typed.normalized(QString::NormalizationForm_D);
    case 2:
        return typed.toUpper();
    default:
        return typed;
    }
}

void recall(const Store &store, const StoreScene &scene, qint64 dossiers, Table &table)
{
    AllNames names; // two a dossier
    for (qint64 place = 0; place < dossiers; ++place) {
        const auto at = static_cast<quint64>(place);
        names.add(scene.person(at).name);
        names.add(scene.person(at + 3'000'000).name);
    }
    std::mt19937_64 random(2000);
    int whole = 0;
    qint64 expectedRows = 0;
    QString firstWrong;
    for (int query = 0; query < Recalled; ++query) {
        const QString typed = asked(scene.person(random() % static_cast<quint64>(dossiers)).name, random);
        const AllNames::Asked begins = names.asked(typed);
        QList<Id> expected; // the newest first, as the officer sees them
        for (qint64 place = dossiers - 1; place >= 0 && expected.size() < Limit; --place) {
            if (names.matches(2 * place, begins) || names.matches(2 * place + 1, begins)) {
                expected.append(StoreScene::dossier(static_cast<quint64>(place)));
            }
        }
        storage::FindDossiers find;
        find.text = typed;
        find.limit = Limit;
        const auto found = store.ask(find).result();
        QList<Id> rows;
        if (found) {
            for (const storage::DossierSummary &summary : *found) {
                rows.append(summary.id);
            }
        }
        expectedRows += expected.size();
        if (rows == expected) {
            ++whole;
        } else if (firstWrong.isEmpty()) {
            firstWrong = QStringLiteral("%1 letters: %2 rows of %3").arg(typed.size()).arg(rows.size()).arg(expected.size());
        }
    }
    table.row(QStringLiteral("recall, queries answered as by brute force (%1 rows)").arg(expectedRows), whole, Recalled,
        static_cast<double>(whole) / Recalled, Table::Holds::AtLeast, 1, QStringLiteral("  "));
    if (!firstWrong.isEmpty()) {
        table.note(QStringLiteral("the first one that differs"), firstWrong);
    }
}

void keystrokes(const Store &store, PlainStore &plain, const StoreScene &scene, qint64 dossiers, int count, Table &table)
{
    std::mt19937_64 random(7);
    QStringList typed;
    while (typed.size() < count) {
        const QString name = text::folded(scene.person(random() % static_cast<quint64>(dossiers)).name);
        for (qsizetype letters = 2; letters <= name.size(); ++letters) {
            typed.append(name.left(letters));
        }
    }
    typed = typed.mid(0, count);
    const auto ask = [&](const QString &what) {
        storage::FindDossiers find;
        find.text = what;
        find.limit = Limit;
        const auto found = store.ask(find).result();
        return found ? found->size() : qsizetype{-1};
    };
    Samples ours;
    Samples floor;
    Samples like;
    Samples ratios;
    for (qsizetype from = 0; from + Block <= typed.size(); from += Block) {
        Samples oursHere;
        Samples floorHere;
        for (qsizetype i = from; i < from + Block; ++i) {
            floorHere.add(timed([&] { (void)plain.find(typed.at(i), Limit); }));
        }
        for (qsizetype i = from; i < from + Block; ++i) {
            oursHere.add(timed([&] { (void)ask(typed.at(i)); }));
        }
        if (from > 4 * Block) { // warm
            ours.append(oursHere);
            floor.append(floorHere);
            ratios.add(oursHere.at(0.5) / floorHere.at(0.5));
        }
    }
    // Only where LIKE has to look at everybody: with more answers than are shown it stops as early as we do. In blocks as above: right
    // behind a LIKE that read the whole file nothing of the index would be in the processor's cache.
    QStringList rare;
    for (qsizetype i = 0; i < typed.size() && rare.size() < 2 * Block; i += 7) {
        if (plain.find(typed.at(i), Limit).size() < Limit) {
            rare.append(typed.at(i));
        }
    }
    Samples oursThere;
    for (qsizetype from = 0; from + Block <= rare.size(); from += Block) {
        for (qsizetype i = from; i < from + Block; ++i) {
            oursThere.add(timed([&] { (void)ask(rare.at(i)); }));
        }
        for (qsizetype i = from; i < from + Block; ++i) {
            like.add(timed([&] { (void)plain.findLike(rare.at(i), Limit); }));
        }
    }
    table.row(QStringLiteral("search a keystroke, p50, against a plain file"), ours.at(0.5), floor.at(0.5), ratios.at(0.5), Table::Holds::AtMost, 1.5);
    table.row(QStringLiteral("search a keystroke, p99, against a plain file"), ours.at(0.99), floor.at(0.99), ours.at(0.99) / floor.at(0.99),
        Table::Holds::AtMost, 2);
    table.row(QStringLiteral("fewer answers than are shown, p50, against LIKE on a plain file"), oursThere.at(0.5), like.at(0.5),
        like.at(0.5) / oursThere.at(0.5), Table::Holds::AtLeast, 100);
    table.note(QStringLiteral("LIKE p99"), QStringLiteral("%1 ms").arg(like.at(0.99), 0, 'f', 1));
}

void worklist(const Store &store, PlainStore &plain, qint64 dossiers, Table &table)
{
    constexpr int rows = 50;
    Samples first;
    Samples firstFloor;
    Samples paging;
    Samples pagingFloor;
    std::optional<storage::WorklistKey> after;
    qint64 at = std::numeric_limits<qint64>::max();
    qint64 no = at;
    const qint64 pages = std::min<qint64>(1000, dossiers / rows);
    const auto page = [&](const std::optional<storage::WorklistKey> &behind) {
        storage::WorklistPage query;
        query.after = behind;
        query.limit = rows;
        const auto answer = store.ask(query).result();
        if (!answer || answer->rows.isEmpty()) {
            qFatal("a page of the worklist is empty");
        }
        return answer->rows.constLast().key;
    };
    for (qint64 i = 0; i < pages; ++i) {
        firstFloor.add(timed([&] {
            qint64 topAt = std::numeric_limits<qint64>::max();
            qint64 topNo = topAt;
            plain.page(&topAt, &topNo, rows);
        }));
        first.add(timed([&] { (void)page({}); }));
        pagingFloor.add(timed([&] { plain.page(&at, &no, rows); }));
        paging.add(timed([&] { after = page(after); }));
    }
    table.note(QStringLiteral("worklist, first page, p50 and p99: ours; plain file"),
        QStringLiteral("%1 / %2 ms; %3 / %4 ms").arg(first.at(0.5), 0, 'f', 3).arg(first.at(0.99), 0, 'f', 3).arg(firstFloor.at(0.5), 0, 'f', 3)
            .arg(firstFloor.at(0.99), 0, 'f', 3));
    table.note(QStringLiteral("worklist, page after page, p50 and p99: ours; plain file"),
        QStringLiteral("%1 / %2 ms; %3 / %4 ms").arg(paging.at(0.5), 0, 'f', 3).arg(paging.at(0.99), 0, 'f', 3).arg(pagingFloor.at(0.5), 0, 'f', 3)
            .arg(pagingFloor.at(0.99), 0, 'f', 3));
}

} // namespace

int benchSearch(const Options &options)
{
    const ScratchFolder memory;
    const QString path = filledStore(options);
    const StoreScene scene;
    PlainStore plain(path, memory.file(QStringLiteral("plain")), false);
    const Result<Store> store = Store::open(path, StoreScene::key(), scene.options());
    if (!store) {
        qFatal("%s", qPrintable(errorName(store.error().code)));
    }
    Table table(QStringLiteral("search: %1 dossiers").arg(options.dossiers));
    keystrokes(*store, plain, scene, options.dossiers, 5000, table);
    worklist(*store, plain, options.dossiers, table);
    recall(*store, scene, options.dossiers, table);
    return table.missed();
}

} // namespace motcua::bench
