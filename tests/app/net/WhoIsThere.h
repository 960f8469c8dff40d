// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/TestServer.h"

#include <memory>

namespace motcua::test {

/** Behind an nginx that says in X-Desk whose certificate it saw: how many bytes of body came, and whether they were the desk's. */
[[nodiscard]] inline std::unique_ptr<testsupport::TestServer> whoIsThere()
{
    return std::make_unique<testsupport::TestServer>([](testsupport::TestServer::Connection &connection) {
        while (const auto request = connection.readRequest()) {
            const auto body = request->sliced(request->indexOf("\r\n\r\n") + 4);
            const bool isDesk = request->contains("X-Desk: CN=desk");
            connection.answer("200 OK", "Content-Type: application/json\r\n", QByteArray::number(body.size()) + (isDesk ? " desk" : " nobody"));
        }
    });
}

} // namespace motcua::test
