// SPDX-License-Identifier: GPL-3.0-or-later
// The gateway's half as a program that can be killed: "STORE PORT FOLDER" tells all of a test's store to the endpoint there and then ends with 0.
#include "app/portal/national/NationalClient.h"
#include "tests/app/net/NetBench.h"
#include "tests/app/portal/national/NationalTold.h"

#include <QCoreApplication>

using namespace motcua;
using namespace motcua::national;

namespace {

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    const storage::Desk desk;
    const auto store = storage::Store::open(arguments.value(1), storage::Desk::key(), desk.options());
    const QString folder = arguments.value(3);
    const auto pins = TlsPins::fromPem(read(folder + u"/root.pem"_qs));
    auto identity = TlsIdentity::fromPem(read(folder + u"/chain.pem"_qs), security::SecretBytes::copyOf(read(folder + u"/key.pem"_qs)));
    if (!store || !pins || !identity) {
        return 2;
    }
    HttpSetup setup;
    setup.base = QUrl(u"https://localhost:%1"_qs.arg(arguments.value(2)));
    setup.pins = *pins;
    setup.identity = std::make_shared<const TlsIdentity>(std::move(*identity));
    const NationalProfile profile = shippedProfile();
    NationalClient client(std::make_shared<HttpClient>(setup), standInAccess(), profile);
    NationalQueue queue(
        *store, profile, [&client](const QJsonObject &body) { return client.say(body); }, quickOptions());
    QObject::connect(&queue, &NationalQueue::changed, &app, [&queue] {
        if (queue.isIdle()) {
            QCoreApplication::exit(0);
        }
    });
    queue.begin();
    return QCoreApplication::exec();
}
