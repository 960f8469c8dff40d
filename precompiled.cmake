# SPDX-License-Identifier: GPL-3.0-or-later
# Half the time of compiling a file of ours goes into the same headers of Qt and of the language: they are compiled once for each kind of file.
# What a file uses it still includes itself: a build without this (asan, release, every other preset) says so.

set(common <algorithm> <array> <functional> <memory> <optional> <utility>
    <QByteArray> <QDateTime> <QFile> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QList> <QMap> <QObject> <QSet> <QString> <QStringList> <QVariant>)
set(window <QApplication> <QKeyEvent> <QLabel> <QLineEdit> <QVBoxLayout> <QWidget>)
set(test <QCoreApplication> <QSignalSpy> <QTemporaryDir> <QTest>)

# motcua_headers(kind LIBS lib … HEADERS <header> …): compiled as every file of that kind is, which the compiler insists on.
function(motcua_headers kind)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LIBS;HEADERS")
    file(WRITE ${CMAKE_BINARY_DIR}/headers/${kind}.cpp "")
    add_library(motcua_headers_${kind} STATIC ${CMAKE_BINARY_DIR}/headers/${kind}.cpp)
    target_link_libraries(motcua_headers_${kind} PRIVATE motcua_options ${arg_LIBS})
    target_precompile_headers(motcua_headers_${kind} PRIVATE ${arg_HEADERS})
endfunction()

# The folders that Qt tells each test for QFINDTESTDATA, which none of ours uses, would make a kind of every folder.
set_property(TARGET Qt6::Test PROPERTY INTERFACE_COMPILE_DEFINITIONS QT_TESTLIB_LIB)

motcua_headers(core LIBS Qt6::Core HEADERS ${common})
motcua_headers(widgets LIBS Qt6::Widgets HEADERS ${common} ${window})
motcua_headers(test_core LIBS Qt6::Test HEADERS ${common} ${test})
# QTest has more in it where it knows of Gui, and of Widgets.
motcua_headers(test_gui LIBS Qt6::Test Qt6::Gui HEADERS ${common} ${test})
motcua_headers(test_widgets LIBS Qt6::Test Qt6::Widgets HEADERS ${common} ${window} ${test})

# Everything a target links, and what that links, into a property of the target.
function(motcua_linked target into)
    get_property(known TARGET ${target} PROPERTY MOTCUA_LINKED SET)
    if(NOT known)
        set(all)
        get_target_property(libs ${target} LINK_LIBRARIES)
        get_target_property(passed ${target} INTERFACE_LINK_LIBRARIES)
        foreach(lib IN LISTS libs passed)
            string(REGEX REPLACE "^\\$<LINK_ONLY:(.*)>$" "\\1" lib "${lib}")
            if(lib MATCHES "pcsclite$")
                list(APPEND all ${lib}) # known in a folder below only
            elseif(lib AND TARGET ${lib} AND NOT lib STREQUAL target)
                list(APPEND all ${lib})
                if(NOT lib MATCHES "^Qt6::")
                    motcua_linked(${lib} more)
                    list(APPEND all ${more})
                elseif(lib STREQUAL "Qt6::Widgets")
                    list(APPEND all Qt6::Gui)
                endif()
            endif()
        endforeach()
        list(REMOVE_DUPLICATES all)
        set_property(TARGET ${target} PROPERTY MOTCUA_LINKED "${all}")
    endif()
    get_property(all TARGET ${target} PROPERTY MOTCUA_LINKED)
    set(${into} ${all} PARENT_SCOPE)
endfunction()

# motcua_precompile(folder): for every target of this folder and of those below it.
function(motcua_precompile folder)
    get_property(targets DIRECTORY ${folder} PROPERTY BUILDSYSTEM_TARGETS)
    foreach(target IN LISTS targets)
        get_target_property(type ${target} TYPE)
        if(NOT type MATCHES "LIBRARY$|EXECUTABLE$" OR type MATCHES "INTERFACE" OR target MATCHES "^motcua_headers_")
            continue()
        endif()
        motcua_linked(${target} linked)
        # A few come with a macro that the headers look at (pcsclite: -pthread; QTest: whether there is Network) and are compiled as ever.
        if(NOT "Qt6::Core" IN_LIST linked OR "PkgConfig::pcsclite" IN_LIST linked OR ("Qt6::Test" IN_LIST linked AND "Qt6::Network" IN_LIST linked))
            continue()
        endif()
        set(kind)
        if("Qt6::Test" IN_LIST linked)
            set(kind test_)
        endif()
        if("Qt6::Widgets" IN_LIST linked)
            string(APPEND kind widgets)
        elseif(kind AND "Qt6::Gui" IN_LIST linked)
            string(APPEND kind gui)
        else()
            string(APPEND kind core)
        endif()
        target_precompile_headers(${target} REUSE_FROM motcua_headers_${kind})
    endforeach()
    get_property(folders DIRECTORY ${folder} PROPERTY SUBDIRECTORIES)
    foreach(below IN LISTS folders)
        motcua_precompile(${below})
    endforeach()
endfunction()
motcua_precompile(${PROJECT_SOURCE_DIR})
