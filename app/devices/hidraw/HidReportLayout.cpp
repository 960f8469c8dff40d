// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/hidraw/HidReportLayout.h"

#include <algorithm>
#include <array>

namespace motcua {

namespace {

/** What an item is (HID 1.11, 6.2.2.4 to 6.2.2.8): its first byte without the two bits of its size. */
enum Tag : quint8 {
    Input = 0x80,
    Output = 0x90,
    Feature = 0xB0,
    Collection = 0xA0,
    EndCollection = 0xC0,
    UsagePage = 0x04,
    ReportSize = 0x74,
    ReportId = 0x84,
    ReportCount = 0x94,
    Push = 0xA4,
    Pop = 0xB4,
    Usage = 0x08,
    UsageMinimum = 0x18,
    UsageMaximum = 0x28,
    Delimiter = 0xA8,
};

constexpr quint8 LongItem = 0xFE;
constexpr quint32 IsConstant = 0x01; // of an input
constexpr quint32 IsVariable = 0x02;
constexpr quint32 Application = 0x01; // of a collection
constexpr qsizetype DeepestStack = 16;
constexpr qsizetype MostBits = HidReportLayout::LongestReport * 8;

constexpr quint32 DesktopPage = 0x01;
constexpr quint32 ScannerPage = 0x8C;
constexpr quint32 ByteCount = DesktopPage << 16 | 0x3B;
constexpr quint32 DecodedData = ScannerPage << 16 | 0xFE;
constexpr quint32 DecodedDataContinued = ScannerPage << 16 | 0xFF;

struct Item
{
    quint8 tag = 0;
    qsizetype size = 0; ///< of the value, in bytes
    quint32 value = 0;
};

struct Globals
{
    quint32 page = 0;
    quint8 number = 0;
    qsizetype size = 0; ///< of one element, in bits
    qsizetype count = 0; ///< of elements
};

/** Usages in a row, each with its page in the upper half. */
struct Usages
{
    quint32 first = 0;
    quint32 last = 0;
    bool isWhole = false; ///< it named its page itself
};

quint32 onPage(quint32 page, quint32 usage)
{
    return page << 16 | (usage & 0xFFFF);
}

quint32 bits(QByteArrayView report, qsizetype at, qsizetype size)
{
    quint32 value = 0;
    for (qsizetype bit = 0; bit < std::min(size, qsizetype{32}) && (at + bit) / 8 < report.size(); ++bit) {
        const auto byte = static_cast<quint8>(report[(at + bit) / 8]);
        value |= ((quint32{byte} >> ((at + bit) % 8)) & 1U) << bit;
    }
    return value;
}

} // namespace

/** A descriptor on its way to a layout: one item after the other, and what those before it said. */
class HidReportLayout::Descriptor
{
public:
    explicit Descriptor(QByteArrayView bytes)
        : m_rest(bytes)
    {
    }

    std::optional<HidReportLayout> layout();

private:
    std::optional<Item> next();
    bool take(const Item &item);
    bool takeGlobal(const Item &item);
    bool takeLocal(const Item &item);
    void addUsages(const Item &last, quint32 first);
    void endUsages();
    bool open(const Item &item);
    bool addInput(const Item &item);
    std::optional<Field> field(quint32 usage, qsizetype at) const;
    Scan &scan();

    QByteArrayView m_rest;
    Globals m_globals;
    QList<Globals> m_pushed;
    QList<Usages> m_usages;
    std::optional<quint32> m_minimum;
    bool m_isAlternative = false; ///< inside a set of usages of which the first counts
    bool m_hasAlternative = false;
    qsizetype m_depth = 0;
    bool m_isScanner = false; ///< inside an application of the scanner's page
    std::array<qsizetype, 256> m_bits{}; ///< of each input report so far, without its number
    HidReportLayout m_layout;
};

std::optional<HidReportLayout> HidReportLayout::Descriptor::layout()
{
    if (m_rest.size() > LongestDescriptor) {
        return {};
    }
    while (!m_rest.isEmpty()) {
        const std::optional<Item> item = next();
        if (!item || !take(*item)) {
            return {};
        }
    }
    if (m_depth != 0) {
        return {};
    }
    QList<Scan> &scans = m_layout.m_scans;
    scans.removeIf([](const Scan &scan) { return !scan.data; });
    if (scans.isEmpty()) {
        return {};
    }
    return m_layout;
}

/** Nothing where the bytes end before the item does. */
std::optional<Item> HidReportLayout::Descriptor::next()
{
    const auto first = static_cast<quint8>(m_rest.front());
    const bool isLong = first == LongItem;
    if (isLong && m_rest.size() < 2) {
        return {};
    }
    Item item;
    item.tag = isLong ? first : first & 0xFC;
    item.size = isLong ? 1 + static_cast<quint8>(m_rest[1]) : (first & 0x03) == 3 ? 4 : first & 0x03;
    const qsizetype head = isLong ? 2 : 1;
    if (m_rest.size() - head < item.size) {
        return {};
    }
    if (!isLong) {
        item.value = bits(m_rest.sliced(head, item.size), 0, 32);
    }
    m_rest = m_rest.sliced(head + item.size);
    return item;
}

bool HidReportLayout::Descriptor::take(const Item &item)
{
    switch (item.tag) {
    case Input:
        endUsages();
        if (!addInput(item)) {
            return false;
        }
        break;
    case Output:
    case Feature:
        break;
    case Collection:
        endUsages();
        if (!open(item)) {
            return false;
        }
        break;
    case EndCollection:
        if (m_depth == 0) {
            return false;
        }
        --m_depth;
        m_isScanner = m_isScanner && m_depth > 0;
        break;
    default:
        return (item.tag & 0x0C) == 0x04 ? takeGlobal(item) : (item.tag & 0x0C) == 0x08 ? takeLocal(item) : true;
    }
    // What is said of one main item holds for none after it.
    m_usages.clear();
    m_minimum.reset();
    m_isAlternative = m_hasAlternative = false;
    return true;
}

bool HidReportLayout::Descriptor::takeGlobal(const Item &item)
{
    switch (item.tag) {
    case UsagePage:
        m_globals.page = item.value & 0xFFFF;
        return true;
    case ReportSize:
        m_globals.size = item.value;
        return item.value <= MostBits;
    case ReportCount:
        m_globals.count = item.value;
        return item.value <= MostBits;
    case ReportId:
        m_globals.number = static_cast<quint8>(item.value);
        m_layout.m_isNumbered = true;
        return item.value > 0 && item.value <= 255;
    case Push:
        m_pushed.append(m_globals);
        return m_pushed.size() <= DeepestStack;
    case Pop:
        if (m_pushed.isEmpty()) {
            return false;
        }
        m_globals = m_pushed.takeLast();
        return true;
    default:
        return true;
    }
}

bool HidReportLayout::Descriptor::takeLocal(const Item &item)
{
    switch (item.tag) {
    case Usage:
        addUsages(item, item.value);
        return true;
    case UsageMinimum:
        m_minimum = item.value;
        return true;
    case UsageMaximum:
        if (!m_minimum || *m_minimum > item.value) {
            return false;
        }
        addUsages(item, *m_minimum);
        m_minimum.reset();
        return true;
    case Delimiter:
        m_isAlternative = item.value != 0;
        m_hasAlternative = false;
        return true;
    default:
        return true;
    }
}

void HidReportLayout::Descriptor::addUsages(const Item &last, quint32 first)
{
    if (m_isAlternative && m_hasAlternative) {
        return;
    }
    m_hasAlternative = m_isAlternative;
    const bool isWhole = last.size == 4;
    m_usages.append(isWhole ? Usages{first, last.value, true} : Usages{onPage(m_globals.page, first), onPage(m_globals.page, last.value), false});
}

/** A page that was declared behind its usages holds for those that have none since the page before (HID 1.11, 6.2.2.8, as Linux reads it). */
void HidReportLayout::Descriptor::endUsages()
{
    for (auto usage = m_usages.rbegin(); usage != m_usages.rend(); ++usage) {
        if (usage->isWhole) {
            continue;
        }
        if (usage->first >> 16 == m_globals.page) {
            return;
        }
        usage->first = onPage(m_globals.page, usage->first);
        usage->last = onPage(m_globals.page, usage->last);
    }
}

bool HidReportLayout::Descriptor::open(const Item &item)
{
    if (m_depth == 0) {
        m_isScanner = item.value == Application && !m_usages.isEmpty() && m_usages.constFirst().first >> 16 == ScannerPage;
    }
    return ++m_depth <= DeepestStack;
}

bool HidReportLayout::Descriptor::addInput(const Item &item)
{
    qsizetype &taken = m_bits.at(m_globals.number);
    const qsizetype at = taken + (m_globals.number == 0 ? 0 : 8); // a report that is numbered begins with its number
    taken += m_globals.size * m_globals.count; // each at most MostBits
    if (taken > MostBits) {
        return false;
    }
    if (!m_isScanner || (item.value & IsConstant) != 0) {
        return true;
    }
    // An array with a choice of usages tells which of them is on, and holds no data.
    if ((item.value & IsVariable) == 0 && (m_usages.size() != 1 || m_usages.constFirst().first != m_usages.constFirst().last)) {
        return true;
    }
    Scan &scan = this->scan();
    if (!scan.data) {
        scan.data = field(DecodedData, at);
    }
    if (!scan.length) {
        scan.length = field(ByteCount, at);
    }
    if (!scan.continues) {
        scan.continues = field(DecodedDataContinued, at);
        if (scan.continues) {
            scan.continues->size = m_globals.size; // where it is said of all that is left of a byte, the first bit is it
        }
    }
    return true;
}

/** The elements of the input that begins at the bit `at` which are of this usage: each usage is for one, the last for all that are left. */
std::optional<HidReportLayout::Field> HidReportLayout::Descriptor::field(quint32 usage, qsizetype at) const
{
    qsizetype index = 0;
    for (qsizetype row = 0; row < m_usages.size() && index < m_globals.count; ++row) {
        const Usages &usages = m_usages.at(row);
        if (usage < usages.first || usage > usages.last) {
            index += qsizetype{usages.last} - usages.first + 1;
            continue;
        }
        index += qsizetype{usage} - usages.first;
        const bool isLast = row + 1 == m_usages.size() && usage == usages.last;
        const qsizetype count = isLast ? m_globals.count - index : 1;
        if (index >= m_globals.count || m_globals.size == 0) {
            return {};
        }
        return Field{at + index * m_globals.size, count * m_globals.size};
    }
    return {};
}

HidReportLayout::Scan &HidReportLayout::Descriptor::scan()
{
    QList<Scan> &scans = m_layout.m_scans;
    const auto found = std::find_if(scans.begin(), scans.end(), [this](const auto &one) { return one.number == m_globals.number; });
    if (found != scans.end()) {
        return *found;
    }
    scans.append(Scan{.number = m_globals.number});
    return scans.last();
}

std::optional<HidReportLayout> HidReportLayout::of(QByteArrayView descriptor)
{
    return Descriptor(descriptor).layout();
}

std::optional<HidReportLayout::Piece> HidReportLayout::piece(QByteArrayView report) const
{
    if (report.isEmpty()) {
        return {};
    }
    const quint8 number = m_isNumbered ? static_cast<quint8>(report.front()) : 0;
    const auto scan = std::find_if(m_scans.cbegin(), m_scans.cend(), [number](const Scan &one) { return one.number == number; });
    if (scan == m_scans.cend()) {
        return {};
    }
    Piece piece;
    piece.continues = scan->continues && bits(report, scan->continues->at, scan->continues->size) != 0;
    const qsizetype room = scan->data->size / 8;
    const qsizetype arrived = std::clamp((report.size() * 8 - scan->data->at) / 8, qsizetype{0}, room);
    const qsizetype told = scan->length ? std::min(qsizetype{bits(report, scan->length->at, scan->length->size)}, room) : arrived;
    piece.isCut = told > arrived || (scan->length && report.size() * 8 < scan->length->at + scan->length->size);
    if (piece.isCut) {
        return piece;
    }
    piece.bytes.reserve(told);
    for (qsizetype byte = 0; byte < told; ++byte) {
        piece.bytes.append(static_cast<char>(bits(report, scan->data->at + byte * 8, 8)));
    }
    while (!scan->length && piece.bytes.endsWith('\0')) {
        piece.bytes.chop(1);
    }
    return piece;
}

} // namespace motcua
