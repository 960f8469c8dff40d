// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/DiskModel.h"

#include <algorithm>
#include <cstring>

namespace motcua::testsupport {

namespace {

bool tossed(std::mt19937_64 &random)
{
    return (random() & 1) != 0;
}

} // namespace

DiskModel::DiskModel(const IoLog &log)
    : m_log(log)
{
}

void DiskModel::change(Names &names, const FolderChange &change)
{
    if (change.kind == IoRecord::Kind::Create) {
        names.insert(change.path, change.node);
    } else if (change.kind == IoRecord::Kind::Delete) {
        names.remove(change.path);
    } else if (names.contains(change.path)) {
        names.insert(change.target, names.take(change.path));
    }
}

void DiskModel::flushFolder()
{
    m_durableNames = m_names;
    m_folderChanges.clear();
}

void DiskModel::put(QByteArray &content, const IoRecord &record, qint64 from, qint64 to) const
{
    if (content.size() < to) {
        content.append(to - content.size(), '\0');
    }
    std::memcpy(content.data() + from, bytes(record) + (from - record.offset), static_cast<size_t>(to - from));
}

void DiskModel::putAll(QByteArray &content, const IoRecord &record) const
{
    if (record.kind == IoRecord::Kind::Write) {
        put(content, record, record.offset, record.offset + record.size);
    } else if (content.size() < record.offset) {
        content.append(record.offset - content.size(), '\0');
    } else {
        content.truncate(record.offset);
    }
}

void DiskModel::apply(const IoRecord &record)
{
    switch (record.kind) {
    case IoRecord::Kind::Create: {
        const FolderChange created{.kind = record.kind, .path = record.path, .node = static_cast<int>(m_nodes.size())};
        m_nodes.append(Node{});
        change(m_names, created);
        m_folderChanges.append(created);
        break;
    }
    case IoRecord::Kind::Write:
    case IoRecord::Kind::Truncate: {
        Node &node = m_nodes[m_names.value(record.path)];
        putAll(node.written, record);
        node.pending.append(record);
        break;
    }
    case IoRecord::Kind::Sync: {
        const int index = m_names.value(record.path);
        Node &node = m_nodes[index];
        node.durable = node.written;
        node.pending.clear();
        const auto created = std::ranges::find_if(m_folderChanges, [index](const FolderChange &c) { return c.node == index; });
        if (created != m_folderChanges.end()) {
            flushFolder();
        }
        break;
    }
    case IoRecord::Kind::Delete:
    case IoRecord::Kind::Rename: {
        const FolderChange moved{.kind = record.kind, .path = record.path, .target = record.target};
        change(m_names, moved);
        m_folderChanges.append(moved);
        if (record.syncsFolder) {
            flushFolder();
        }
        break;
    }
    case IoRecord::Kind::SyncFolder:
        flushFolder();
        break;
    case IoRecord::Kind::Mark:
        break;
    }
}

bool DiskModel::isAtRisk() const
{
    return !m_folderChanges.isEmpty()
        || std::any_of(m_names.cbegin(), m_names.cend(), [this](int node) { return !m_nodes.at(node).pending.isEmpty(); });
}

QByteArray DiskModel::survivor(const Node &node, Loss loss, std::mt19937_64 &random) const
{
    QByteArray content = node.durable;
    switch (loss) {
    case Loss::None:
        return node.written;
    case Loss::All:
        return content;
    case Loss::PerFile:
        return tossed(random) ? node.written : content;
    case Loss::RandomPages:
    case Loss::RandomSectors: {
        const qint64 unit = loss == Loss::RandomPages ? 4096 : 512;
        for (const IoRecord &record : node.pending) {
            if (record.kind == IoRecord::Kind::Truncate) {
                if (tossed(random)) {
                    putAll(content, record);
                }
                continue;
            }
            const qint64 end = record.offset + record.size;
            for (qint64 from = record.offset; from < end;) {
                const qint64 to = std::min(end, (from / unit + 1) * unit);
                if (tossed(random)) {
                    put(content, record, from, to);
                }
                from = to;
            }
        }
        return content;
    }
    case Loss::TornPage:
    case Loss::TornSector: {
        const qint64 unit = loss == Loss::TornPage ? 4096 : 512;
        if (node.pending.isEmpty()) {
            return content;
        }
        // Half of the cuts fall among the last four writes: there the end of a commit stands.
        const auto count = static_cast<quint64>(node.pending.size());
        const quint64 cut = tossed(random) ? random() % count : count - 1 - random() % std::min<quint64>(count, 4);
        for (quint64 i = 0; i < cut; ++i) {
            putAll(content, node.pending.at(static_cast<qsizetype>(i)));
        }
        const IoRecord &torn = node.pending.at(static_cast<qsizetype>(cut));
        if (torn.kind == IoRecord::Kind::Write) {
            const qint64 first = torn.offset / unit;
            const qint64 last = (torn.offset + torn.size - 1) / unit;
            const qint64 whole = first + static_cast<qint64>(random() % static_cast<quint64>(last - first + 1));
            const qint64 to = whole * unit;
            if (to > torn.offset) {
                put(content, torn, torn.offset, to);
            }
        }
        return content;
    }
    }
    return content;
}

DiskImage DiskModel::crashed(Loss loss, std::mt19937_64 &random) const
{
    Names names = m_durableNames;
    qsizetype kept = m_folderChanges.size();
    if (loss == Loss::All) {
        kept = 0;
    } else if (loss != Loss::None) {
        kept = static_cast<qsizetype>(random() % static_cast<quint64>(m_folderChanges.size() + 1));
    }
    for (qsizetype i = 0; i < kept; ++i) {
        change(names, m_folderChanges.at(i));
    }
    DiskImage image;
    for (auto it = names.cbegin(); it != names.cend(); ++it) {
        image.insert(m_log.paths().at(it.key()), survivor(m_nodes.at(it.value()), loss, random));
    }
    return image;
}

} // namespace motcua::testsupport
