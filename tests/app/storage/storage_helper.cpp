// SPDX-License-Identifier: GPL-3.0-or-later
// The other program at the store of a test: "record PATH FIRST [COUNT]" tells each dossier once it is on the disk, "hold PATH" waits.
// "golden PATH" makes the file that is kept in tests/data/storage for each schema once it has landed.
#include "tests/app/storage/Desk.h"

#include <QCoreApplication>

#include <cstdio>

using namespace motcua;
using namespace motcua::storage;

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    const Desk desk;
    if (arguments.value(1) == u"golden") {
        const Store golden = desk.founded(arguments.value(2));
        Desk::done(golden.recordAll({desk.accepting(1), desk.accepting(2, QStringLiteral("Trần Văn Đạt"), QStringLiteral("000190000002"))}));
        Desk::done(golden.record(desk.stepping(2, DossierStatus::Processing)));
        Draft draft;
        draft.id = Desk::idOf('d');
        draft.form = "{}";
        Desk::done(golden.keepDraft(draft));
        return 0;
    }
    const auto store = Store::open(arguments.value(2), Desk::key(), desk.options());
    if (!store) {
        return 2;
    }
    if (arguments.value(1) == u"hold") {
        std::puts(store->holdsEngine() ? "engine" : "guest");
        std::fflush(stdout);
        return QCoreApplication::exec();
    }
    const int first = arguments.value(3).toInt();
    const int count = arguments.size() > 4 ? arguments.value(4).toInt() : 900;
    for (int n = first; n < first + count; ++n) {
        Desk::done(store->record(desk.accepting(n)));
        std::printf("%d\n", n);
        std::fflush(stdout);
    }
    return 0;
}
