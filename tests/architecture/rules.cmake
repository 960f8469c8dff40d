# SPDX-License-Identifier: GPL-3.0-or-later
# The house rules, one row each. Patterns are extended regular expressions that both grep and CMake read; code rows do not look into comments.
#
#   rule(name
#     WHERE path   which files           EXCEPT path   and which of them not
#     FORBID line  a line that breaks the rule, or REQUIRE line [WITHIN n]  a line each file needs (among its first n), or MAX_LINES n
#     ANYWHERE     comments count too    UNLESS_EXISTS  what matched is the path of a file in the tree
#     SAY sentence what to do instead
#     PLANT path text   a breach, for the self-test      ALLOW path text   something close to it that is fine)
#
# Includes that go up the order of add_subdirectory() are the rule "upward-include" in violations.cmake.
set(sources "^(models|app|ui)/.*[.](h|cpp)$")
set(sources_and_tests "^(models|app|ui|tests)/.*[.](h|cpp)$")
set(headers "^(models|app|ui)/.*[.]h$")
set(models "^models/.*[.](h|cpp)$")
set(written "[.](h|cpp|py|sh|sql|cmake|qrc|in|md|json|ts|qss)$|CMakeLists[.]txt$|^dev$|^[.]ci/run$|^[.]clang-(format|tidy)$")
set(rules "")

function(rule name)
    cmake_parse_arguments(PARSE_ARGV 1 row "ANYWHERE;UNLESS_EXISTS" "WHERE;EXCEPT;FORBID;REQUIRE;WITHIN;MAX_LINES;SAY" "PLANT;ALLOW")
    if(row_UNPARSED_ARGUMENTS OR NOT row_WHERE OR NOT row_SAY OR NOT row_PLANT OR row_SAY MATCHES ";")
        message(FATAL_ERROR "The rule \"${name}\" needs WHERE, PLANT and SAY without a semicolon, and knows nothing of: ${row_UNPARSED_ARGUMENTS}")
    endif()
    foreach(field WHERE EXCEPT FORBID REQUIRE WITHIN MAX_LINES SAY PLANT ALLOW ANYWHERE UNLESS_EXISTS)
        set(${name}_${field} "${row_${field}}" PARENT_SCOPE)
    endforeach()
    list(APPEND rules ${name})
    set(rules "${rules}" PARENT_SCOPE)
endfunction()

# ---- the domain is pure --------------------------------------------------------------------------------------------------------------
rule(models-include-models
    WHERE "${models}"
    FORBID "^ *# *include +\"(app|ui|tests)/"
    SAY "models/ knows nothing above it: move the value down, or pass what is needed as a parameter."
    PLANT models/base/Planted.h "#include \"app/security/Random.h\""
    ALLOW models/journal/Fine.h "#include \"models/base/Id.h\"")
rule(models-no-io
    WHERE "${models}"
    FORBID "^ *# *include +<(Qt(Sql|Network|Widgets|Gui|Concurrent|DBus|Xml)|Q(Sql|Network|Widget|Thread|File|Dir|Save|Temporary|Lock|Process|Settings|StandardPaths|Timer|EventLoop|CoreApplication|Object|Future|Promise|Mutex)|QtCore/Q(File|Thread|Object|Process)|fstream|iostream|filesystem|thread|mutex|future|unistd|openssl/)"
    SAY "models/ holds values and pure functions on Qt Core: no file, no thread, no object with signals. Do it in app/ and pass the value in."
    PLANT models/base/Planted.cpp "#include <QFile>"
    ALLOW models/base/Fine.cpp "#include <QCryptographicHash>")
rule(models-no-clock
    WHERE "${models}"
    FORBID "currentDateTime|currentMSecsSinceEpoch|currentSecsSinceEpoch|QDate::currentDate|QTime::currentTime|_clock::now|QElapsedTimer|QDeadlineTimer|(^|[^A-Za-z0-9_])time[(](nullptr|NULL|0)[)]"
    SAY "In models/ time is a parameter: let the caller in app/ read the clock."
    PLANT models/base/Planted.cpp "return QDateTime::currentDateTimeUtc()"
    ALLOW models/base/Fine.cpp "return deadline.addDays(1)")
rule(models-no-randomness
    WHERE "${models}"
    FORBID "QRandomGenerator|random_device|mt19937|QUuid::create|(^|[^A-Za-z0-9_])s?rand[(]|RAND_bytes"
    SAY "In models/ randomness is a parameter: let the caller bring it from app/security/Random.h."
    PLANT models/base/Planted.cpp "const auto id = QUuid::createUuid()")
rule(models-no-locale
    WHERE "${models}"
    FORBID "QLocale|std::locale|setlocale|toLocal8Bit|fromLocal8Bit|localeAwareCompare"
    SAY "models/ must give the same answer on every machine: format for people in ui/ or app/documents."
    PLANT models/base/Planted.cpp "return QLocale().toString(amount)")
rule(models-no-qobject
    WHERE "${models}"
    FORBID "Q_OBJECT|Q_SIGNALS|: public QObject"
    SAY "models/ holds values: an object with signals belongs to app/workflows or ui/itemmodels."
    PLANT models/base/Planted.h "    Q_OBJECT")
rule(models-link-qt-core
    WHERE "^models/.*CMakeLists[.]txt$"
    FORBID "Qt6::(Gui|Widgets|Sql|Network|Concurrent|Test|PrintSupport|Svg|DBus|Xml)|OpenSSL::|motcua_sqlite"
    SAY "Libraries in models/ link Qt6::Core and one another, nothing else."
    PLANT models/base/CMakeLists.txt "target_link_libraries(motcua_planted PUBLIC Qt6::Gui)"
    ALLOW models/fee/CMakeLists.txt "target_link_libraries(motcua_fine PUBLIC motcua_options Qt6::Core)")

# ---- what only some folders may touch ------------------------------------------------------------------------------------------------
rule(network-only-at-the-edge
    WHERE "${sources}"
    EXCEPT "^app/(net|feed|sync|centre|portal|devices/escpos)/"
    FORBID "^ *# *include +<(QtNetwork|QNetwork|QTcp|QUdp|QSsl|QAbstractSocket|QHost|QHttp|QDns|QWebSocket|sys/socket|netinet/|arpa/|netdb|curl/)"
    SAY "Network belongs to app/net, app/feed, app/sync, app/centre, app/portal and app/devices/escpos: ask one of them through its header."
    PLANT app/workflows/Planted.cpp "#include <QNetworkReply>"
    ALLOW app/net/Fine.cpp "#include <QNetworkReply>")
rule(network-linked-at-the-edge
    WHERE "^(app|ui)/.*CMakeLists[.]txt$"
    EXCEPT "^app/(net|feed|sync|centre|portal|devices/escpos)/"
    FORBID "Qt6::(Network|HttpServer|NetworkAuth|WebSockets)"
    SAY "Only the folders that may touch the network link it: app/net, app/feed, app/sync, app/centre, app/portal, app/devices/escpos."
    PLANT app/workflows/CMakeLists.txt "target_link_libraries(motcua_planted PUBLIC Qt6::Network)")
rule(sql-only-in-storage
    WHERE "${sources}"
    EXCEPT "^app/(storage|centre)/"
    FORBID "^ *# *include +[<\"](QtSql|QSql|sqlite3|libpq)"
    SAY "SQL belongs to app/storage (this machine) and app/centre (PostgreSQL): add a Query or an Act to the store."
    PLANT app/workflows/Planted.cpp "#include <QSqlQuery>"
    ALLOW app/storage/Fine.cpp "#include <QSqlQuery>")
rule(sql-linked-in-storage
    WHERE "^(app|ui)/.*CMakeLists[.]txt$"
    EXCEPT "^app/(storage|centre)/"
    FORBID "Qt6::Sql"
    SAY "Only app/storage and app/centre link Qt6::Sql."
    PLANT ui/CMakeLists.txt "target_link_libraries(motcua_planted PUBLIC Qt6::Sql)")
rule(store-key-never-as-sql
    WHERE "${sources_and_tests}"
    FORBID "(PRAGMA|pragma) +(hexkey|hexrekey|rekey|key)"
    SAY "A key in SQL text ends in logs, and on a plain SQLite it silently does nothing: use sqlite3_key_v2 on the driver's handle."
    PLANT app/storage/Planted.cpp "query.exec(u\"PRAGMA key = 'x'\"_qs)"
    ALLOW app/storage/Fine.cpp "// Never PRAGMA key: it would end in logs.")
rule(gui-from-documents-up
    WHERE "^app/(storage|security|net)/.*([.](h|cpp)|CMakeLists[.]txt)$"
    FORBID "^ *# *include +<(QtGui|QtWidgets|QImage|QPainter|QPixmap|QFont|QColor|QPdf|QPage|QGuiApplication|QTextDocument|QWidget|QApplication)|Qt6::(Gui|Widgets)"
    SAY "Qt Gui begins at app/documents: storage and keys must work in a program without a screen."
    PLANT app/security/Planted.cpp "#include <QImage>"
    ALLOW app/documents/Fine.cpp "#include <QImage>")
rule(widgets-only-in-ui
    WHERE "^app/.*([.](h|cpp)|CMakeLists[.]txt)$"
    EXCEPT "^app/programs/"
    FORBID "^ *# *include +<(QtWidgets|QApplication|QMainWindow|QStyle|QAction|QMenu|Q[A-Za-z]*(Widget|Dialog|BoxLayout|GridLayout|FormLayout|StackedLayout|Button|Label|Edit|ComboBox|CheckBox|SpinBox|TableView|ListView|TreeView|MessageBox)[A-Za-z]*>)|Qt6::Widgets"
    SAY "Widgets belong to ui/: what is below must also serve motcua-ctl."
    PLANT app/workflows/Planted.cpp "#include <QMessageBox>"
    ALLOW app/documents/Fine.cpp "#include <QTextLayout>")
rule(ui-through-workflows
    WHERE "^ui/.*[.](h|cpp)$"
    FORBID "^ *# *include +\"app/(storage/sqlite|training|net|feed|sync|centre|programs)/"
    SAY "A window knows workflows, the store's questions and device headers: what is concrete or pretended is chosen in app/programs."
    PLANT ui/shell/Planted.cpp "#include \"app/training/TrainingCentre.h\"")
rule(training-apart
    WHERE "^app/.*[.](h|cpp)$"
    EXCEPT "^app/(training|programs|ctl)/"
    FORBID "^ *# *include +\"app/training/"
    SAY "Everything pretended stays in app/training: only the programs put it in place of the real thing."
    PLANT app/workflows/Planted.cpp "#include \"app/training/TrainingCentre.h\""
    ALLOW app/programs/Fine.cpp "#include \"app/training/TrainingCentre.h\"")
rule(tr-only-in-ui
    WHERE "^(models|app)/.*[.](h|cpp)$"
    FORBID "(^|[^A-Za-z0-9_])tr[(]|QCoreApplication::translate|QT_TR_NOOP|QT_TRANSLATE_NOOP|Q_DECLARE_TR_FUNCTIONS"
    SAY "Sentences for people are made in ui/: return an ErrorCode or a value, ui/messages owns the words."
    PLANT app/workflows/Planted.cpp "return QObject::tr(\"Saved\")"
    ALLOW app/workflows/Fine.cpp "painter.translate(1, 2)")

# ---- shapes that make a program hard to follow or to stop ----------------------------------------------------------------------------
# Qt has one QNetworkInformation for a program and no other way to it: Line is how everything else sees it.
rule(no-singleton
    WHERE "${sources}"
    EXCEPT "^app/net/SystemLine[.]cpp$"
    FORBID "(^|[^A-Za-z0-9_])instance[(][)]|getSingleton|Q_GLOBAL_STATIC|Q_APPLICATION_STATIC"
    SAY "Pass what is needed to the constructor: app/programs puts the parts together."
    PLANT app/workflows/Planted.cpp "Desk::instance()->call()")
rule(no-process-events
    WHERE "${sources_and_tests}"
    FORBID "processEvents"
    SAY "Return to the event loop instead. In a test wait for what you mean with QTRY_… or QSignalSpy."
    PLANT ui/shell/Planted.cpp "QCoreApplication::processEvents()")
rule(no-nested-loop
    WHERE "${sources_and_tests}"
    FORBID "QEventLoop"
    SAY "No event loop inside another: return a QFuture, emit a signal, or give the workflow one more step."
    PLANT app/workflows/Planted.cpp "QEventLoop loop")
rule(no-modal-loop
    WHERE "^ui/.*[.](h|cpp)$"
    FORBID "(->|[.])exec[(]|Q(Message|Input|File|Color|Font)(Box|Dialog)::(about|question|information|warning|critical|get)"
    SAY "exec() is an event loop inside another: open() the dialog and take its finished signal, or ask in the window itself."
    PLANT ui/shell/Planted.cpp "dialog.exec()")
rule(no-waiting-in-windows
    WHERE "^(ui|app/workflows)/.*[.](h|cpp)$"
    FORBID "waitForFinished|waitForStarted|waitForReadyRead|QThread::(m|u)?sleep|sleep_for|usleep[(]"
    SAY "The window's thread never waits: continue in then(this, …)."
    PLANT ui/shell/Planted.cpp "future.waitForFinished()")
rule(mutex-only-in-devices
    WHERE "${sources}"
    EXCEPT "^app/(devices|storage)/"
    FORBID "QMutex|QReadWriteLock|QSemaphore|QWaitCondition|std::((recursive_|timed_|shared_)?mutex|condition_variable|counting_semaphore|lock_guard|unique_lock)"
    SAY "Give the data to one thread and speak to it by future or signal. Drivers (app/devices) have threads of their own, and app/storage hands work to its writer and readers: only they lock."
    PLANT app/workflows/Planted.h "mutable QMutex m_mutex"
    ALLOW app/storage/Fine.h "mutable QMutex m_mutex")
rule(no-test-friends
    WHERE "${sources}"
    FORBID "friend +(class|struct) +(::)?([a-z]+::)*([Tt]st_|[Tt]est)"
    SAY "Test what the class promises. If that cannot be seen from outside, split the class."
    PLANT app/workflows/Planted.h "    friend class tst_Planted"
    ALLOW app/workflows/Fine.h "    friend bool operator==(const Fine &, const Fine &) = default")
rule(no-future-then
    WHERE "${sources_and_tests}"
    FORBID "[.]then[(]"
    SAY "Qt 6.4 may run a continuation twice when another thread answers in that very moment: await() where there is an event loop, else ask(query, map) or send(request, map)."
    PLANT app/storage/Planted.cpp "return future.then(read)"
    ALLOW app/storage/Fine.cpp "return store.ask(query, read)")
rule(no-fixed-sleep
    WHERE "^tests/.*[.](h|cpp)$"
    EXCEPT "^tests/(bench|fault|support)/"
    FORBID "QTest::q(Wait|Sleep)[(]|QThread::(m|u)?sleep|sleep_for|(^|[^A-Za-z0-9_])u?sleep[(]"
    SAY "A fixed sleep is slow on a good day and wrong on a bad one: QTRY_…, QTest::qWaitFor or QSignalSpy."
    PLANT tests/models/base/tst_Planted.cpp "QTest::qWait(500)"
    ALLOW tests/models/base/tst_Fine.cpp "QVERIFY(QTest::qWaitFor(ready))")

# ---- names and files -----------------------------------------------------------------------------------------------------------------
rule(names-say-what-they-are
    WHERE "${headers}"
    FORBID "(^|[ *&])(get|slot)[A-Z][A-Za-z0-9]*[(]|void on[A-Z][A-Za-z0-9]*[(]"
    SAY "Name the value (holder()), the deed (call()) or the fact (called): no get…, slot…, on…."
    PLANT app/workflows/Planted.h "    QString getHolder() const"
    ALLOW app/workflows/Fine.h "    Status onAcceptance() const")
rule(classes-have-a-job
    WHERE "${headers}"
    FORBID "^(class|struct) +([A-PR-Z]|Q[a-z])[A-Za-z]*(Manager|Helper|Utils?)([^A-Za-z]|$)"
    SAY "Manager, Helper and Utils name no job: say what the class is or does."
    PLANT app/workflows/Planted.h "class TicketManager"
    ALLOW app/workflows/Fine.h "class QNetworkAccessManager")
rule(include-from-the-root
    WHERE "${sources}"
    FORBID "^ *# *include +\"[^/\"]*[.](h|hpp)\""
    EXCEPT "^app/storage/sqlite/"
    SAY "Write includes from the root, so that the layer shows: #include \"models/base/Id.h\"."
    PLANT app/workflows/Planted.cpp "#include \"Beside.h\""
    ALLOW app/workflows/Fine.cpp "#include \"app/security/Random.h\"")
rule(pragma-once
    WHERE "^(models|app|ui|tests)/.*[.]h$"
    REQUIRE "^#pragma once"
    WITHIN 5
    SAY "A header begins with its licence line, then #pragma once."
    PLANT models/base/Planted.h "struct Planted"
    ALLOW models/base/Fine.h "#pragma once")
rule(short-source
    WHERE "^(models|app|ui|tests)/.*[.]cpp$"
    MAX_LINES 600
    SAY "A source file has at most 600 lines: there are two classes in it."
    PLANT models/base/Planted.cpp "@601"
    ALLOW models/base/Fine.cpp "@599")
rule(short-header
    WHERE "^(models|app|ui|tests)/.*[.]h$"
    MAX_LINES 250
    SAY "A header has at most 250 lines: it promises too much at once."
    PLANT models/base/Planted.h "@251"
    ALLOW models/base/Fine.h "@249")
rule(licence-line
    WHERE "[.](h|cpp|py|sh|mjs|js|cmake|sql|qss)$|CMakeLists[.]txt$|^dev$|^[.]ci/run$|^[.]clang-(format|tidy)$"
    REQUIRE "^(//|#|--|/[*]) SPDX-License-Identifier: GPL-3.0-or-later"
    WITHIN 2
    SAY "The first line, or the one after #!, is: SPDX-License-Identifier: GPL-3.0-or-later."
    PLANT tests/data/planted.py "import hashlib"
    ALLOW models/base/Fine.h "// a licence line stands above this one")
rule(list-file-says-its-purpose
    WHERE "^(models|app|ui)/.*CMakeLists[.]txt$"
    REQUIRE "^# [^S].*[.:]$|^# S[^P].*[.:]$"
    WITHIN 3
    SAY "Each folder's CMakeLists.txt opens, under its licence line, with one sentence: what the folder is for."
    PLANT app/devices/CMakeLists.txt "add_library(motcua_planted STATIC Planted.cpp)"
    ALLOW app/workflows/CMakeLists.txt "# One class per thing a person does.")
rule(no-globbing
    WHERE "CMakeLists[.]txt$|[.]cmake$"
    EXCEPT "^tests/architecture/"
    FORBID "file *[(] *GLOB|aux_source_directory"
    SAY "List every source: a file nobody listed must not be built, and a listed one must exist."
    PLANT app/documents/CMakeLists.txt "file(GLOB all *.cpp)")
rule(nothing-left-to-do
    WHERE "${written}"
    EXCEPT "^tests/architecture/|^translations/"
    ANYWHERE
    FORBID "(^|[^A-Za-z])(TODO|FIXME)([^A-Za-z]|$)"
    SAY "Do it, or write an issue."
    PLANT models/base/Planted.cpp "// TODO fold the other half")
rule(no-developer-machine
    WHERE "${written}|^resources/"
    EXCEPT "^tests/architecture/"
    ANYWHERE
    FORBID "(^|[^A-Za-z0-9._/-])/(work|home|Users|root)/[A-Za-z]"
    SAY "The repository knows no one's folders: derive the path from the source or the build folder."
    PLANT models/base/Planted.cpp "// see /home/someone/notes"
    ALLOW models/base/Fine.cpp "// see https://example.vn/home/page")
rule(no-registry-host
    WHERE "${written}"
    EXCEPT "^tests/architecture/"
    ANYWHERE
    FORBID "registry[.]npmjs|deb[.]debian[.]org|pypi[.]org|snapshot[.]debian"
    SAY "Name the package and its hash: the package client knows where its registry is."
    PLANT models/base/Planted.cpp "// from https://registry.npmjs.org/x")
rule(pages-exist
    WHERE "${written}"
    EXCEPT "^tests/architecture/"
    ANYWHERE
    UNLESS_EXISTS
    FORBID "[A-Z][A-Z]+[.]md"
    SAY "That page is not in the repository: say here what it would say."
    PLANT models/base/Planted.cpp "// as PLANS.md wants it"
    ALLOW models/base/Fine.cpp "// see README.md")
