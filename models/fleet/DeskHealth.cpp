// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/DeskHealth.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <utility>

namespace motcua {

namespace {

using Device = DeskHealth::Device;

constexpr qint64 LatestMs = 253'402'300'799'999; // the end of the year 9999
constexpr qint64 MostCount = 1'000'000'000'000;
constexpr qint64 MostVolume = qint64{1} << 60;
constexpr qsizetype LongestWord = 40;

constexpr std::array Kinds{std::pair(Device::Kind::CardReader, "cardReader"), std::pair(Device::Kind::CodeReader, "codeReader"), std::pair(Device::Kind::SlipPrinter, "slipPrinter"),
    std::pair(Device::Kind::TicketPrinter, "ticketPrinter"), std::pair(Device::Kind::Photographs, "photographs")};
constexpr std::array States{std::pair(Device::State::Fine, "fine"), std::pair(Device::State::None, "none"), std::pair(Device::State::Broken, "broken")};

template <typename Names, typename Value>
QString nameIn(const Names &names, Value value)
{
    const auto found = std::find_if(names.begin(), names.end(), [value](const auto &one) { return one.first == value; });
    return found == names.end() ? QString() : QString::fromLatin1(found->second);
}

/** Reads members one after the other, and remembers the first that is not what it should be. */
class HealthMembers
{
public:
    explicit HealthMembers(QJsonObject json)
        : m_json(std::move(json))
    {
    }

    qint64 number(const QString &name, qint64 least, qint64 most)
    {
        const QJsonValue value = m_json[name];
        const double read = value.toDouble(std::numeric_limits<double>::quiet_NaN());
        // Whatever is no number is not within any bounds either.
        if (!(read >= static_cast<double>(least) && read <= static_cast<double>(most))) {
            return wrong(name), qint64{0};
        }
        return std::clamp(value.toInteger(), least, most);
    }
    bool flag(const QString &name)
    {
        const QJsonValue value = m_json[name];
        if (!value.isBool()) {
            wrong(name);
        }
        return value.toBool();
    }
    /** Of letters, digits and what stands in the number of a version: nothing in it can be anything but a word on a screen. */
    QString word(const QString &name)
    {
        const QJsonValue value = m_json[name];
        const QString text = value.toString();
        const bool isPlain = std::all_of(text.cbegin(), text.cend(), [](QChar sign) {
            return (sign >= u'0' && sign <= u'9') || (sign >= u'a' && sign <= u'z') || (sign >= u'A' && sign <= u'Z') || QStringView(u".+~_-").contains(sign);
        });
        if (!value.isString() || text.size() > LongestWord || !isPlain) {
            return wrong(name), QString();
        }
        return text;
    }
    /** What earlier programs do not say. */
    QString laterWord(const QString &name) { return m_json.contains(name) ? word(name) : QString(); }
    QList<Device> devices(const QString &name)
    {
        const QJsonValue value = m_json[name];
        const QJsonArray rows = value.toArray();
        if (!value.isArray() || rows.size() > DeskHealth::MostDevices) {
            return wrong(name), QList<Device>();
        }
        QList<Device> devices;
        for (const QJsonValue &row : rows) {
            const auto kind = std::find_if(Kinds.begin(), Kinds.end(), [&row](const auto &one) { return row[u"kind"].toString() == QLatin1StringView(one.second); });
            const auto state = std::find_if(States.begin(), States.end(), [&row](const auto &one) { return row[u"state"].toString() == QLatin1StringView(one.second); });
            if (kind != Kinds.end() && state != States.end()) { // of a kind that a later program knows nothing is told
                devices.append({kind->first, state->first});
            }
        }
        return devices;
    }
    [[nodiscard]] const QString &fault() const { return m_fault; }

private:
    void wrong(const QString &name)
    {
        if (m_fault.isEmpty()) {
            m_fault = name;
        }
    }

    QJsonObject m_json;
    QString m_fault;
};

} // namespace

QString deviceKindName(Device::Kind kind)
{
    return nameIn(Kinds, kind);
}

QString deviceStateName(Device::State state)
{
    return nameIn(States, state);
}

QByteArray DeskHealth::toJson() const
{
    QJsonArray rows;
    for (const Device &device : devices.first(std::min(devices.size(), MostDevices))) {
        rows.append(QJsonObject{{QStringLiteral("kind"), deviceKindName(device.kind)}, {QStringLiteral("state"), deviceStateName(device.state)}});
    }
    QJsonObject json{{QStringLiteral("version"), Version}, {QStringLiteral("told"), toldMs}, {QStringLiteral("closing"), isClosing}, {QStringLiteral("program"), program},
                             {QStringLiteral("build"), build}, {QStringLiteral("schema"), schema}, {QStringLiteral("started"), startedMs}, {QStringLiteral("catalogue"), catalogue},
                             {QStringLiteral("catalogueUntil"), catalogueUntilMs}, {QStringLiteral("free"), freeBytes}, {QStringLiteral("volume"), allBytes}, {QStringLiteral("portal"), hasPortal},
                             {QStringLiteral("portalWaiting"), portalWaiting}, {QStringLiteral("portalOldest"), portalOldestMs}, {QStringLiteral("centreWaiting"), centreWaiting},
                             {QStringLiteral("centreOldest"), centreOldestMs}, {QStringLiteral("backup"), backupMs}, {QStringLiteral("devices"), rows}};
    if (!ready.isEmpty()) {
        json.insert(QStringLiteral("ready"), ready);
    }
    if (!rolledBack.isEmpty()) {
        json.insert(QStringLiteral("rolledBack"), rolledBack);
    }
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<DeskHealth> DeskHealth::fromJson(const QByteArray &json)
{
    QJsonParseError fault{};
    const QJsonDocument read = json.size() <= MostBytes ? QJsonDocument::fromJson(json, &fault) : QJsonDocument();
    if (!read.isObject()) {
        return Error{ErrorCode::Invalid, QStringLiteral("json")};
    }
    HealthMembers members(read.object());
    (void)members.number(QStringLiteral("version"), 1, MostCount);
    DeskHealth health;
    health.toldMs = members.number(QStringLiteral("told"), 1, LatestMs);
    health.isClosing = members.flag(QStringLiteral("closing"));
    health.program = members.word(QStringLiteral("program"));
    health.build = members.word(QStringLiteral("build"));
    health.schema = static_cast<int>(members.number(QStringLiteral("schema"), 0, 1'000'000));
    health.startedMs = members.number(QStringLiteral("started"), 0, LatestMs);
    health.catalogue = members.number(QStringLiteral("catalogue"), 0, MostCount);
    health.catalogueUntilMs = members.number(QStringLiteral("catalogueUntil"), 0, LatestMs);
    health.freeBytes = members.number(QStringLiteral("free"), -1, MostVolume);
    health.allBytes = members.number(QStringLiteral("volume"), 0, MostVolume);
    health.hasPortal = members.flag(QStringLiteral("portal"));
    health.portalWaiting = members.number(QStringLiteral("portalWaiting"), 0, MostCount);
    health.portalOldestMs = members.number(QStringLiteral("portalOldest"), 0, LatestMs);
    health.centreWaiting = members.number(QStringLiteral("centreWaiting"), 0, MostCount);
    health.centreOldestMs = members.number(QStringLiteral("centreOldest"), 0, LatestMs);
    health.backupMs = members.number(QStringLiteral("backup"), 0, LatestMs);
    health.devices = members.devices(QStringLiteral("devices"));
    health.ready = members.laterWord(QStringLiteral("ready"));
    health.rolledBack = members.laterWord(QStringLiteral("rolledBack"));
    if (!members.fault().isEmpty()) {
        return Error{ErrorCode::Invalid, members.fault()};
    }
    return health;
}

bool DeskHealth::isAs(const DeskHealth &other) const
{
    DeskHealth same = other;
    same.toldMs = toldMs;
    return same == *this;
}

} // namespace motcua
