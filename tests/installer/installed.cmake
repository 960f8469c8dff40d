# SPDX-License-Identifier: GPL-3.0-or-later
# Installs as the package does and starts from there: a folder of law that is not brought along would be missing first on an officer's machine.
cmake_minimum_required(VERSION 3.25)
file(REMOVE_RECURSE ${TO})
execute_process(COMMAND ${CMAKE_COMMAND} --install ${BUILD} --prefix ${TO} OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)

execute_process(COMMAND ${CMAKE_COMMAND} -E env --unset=MOTCUA_RESOURCES ${TO}/bin/motcua-ctl catalogue list
    RESULT_VARIABLE status OUTPUT_VARIABLE said ERROR_VARIABLE complained)
if(NOT status EQUAL 0 OR NOT said MATCHES "1\\.001193")
    message(SEND_ERROR "The installed program does not read its law: ${complained}")
endif()

# It is there, may be run and locks itself in: of no photograph it says that it cannot decode it.
execute_process(COMMAND ${TO}/bin/motcua-worker photo INPUT_FILE /dev/null RESULT_VARIABLE status OUTPUT_VARIABLE said)
if(NOT status EQUAL 0 OR NOT said MATCHES "^MCP1")
    message(SEND_ERROR "The installed worker does not answer: ${status}")
endif()

# So is what makes pages: of no request it says nothing, and ends.
execute_process(COMMAND ${TO}/bin/motcua-worker-page INPUT_FILE /dev/null RESULT_VARIABLE status OUTPUT_VARIABLE said)
if(NOT status EQUAL 1 OR NOT said STREQUAL "")
    message(SEND_ERROR "The installed worker for pages does not start: ${status}")
endif()

# Likewise the one that reads text: nothing is no page, or its machine has no Vietnamese.
execute_process(COMMAND ${CMAKE_COMMAND} -E env OMP_THREAD_LIMIT=1 ${TO}/bin/motcua-worker-text INPUT_FILE /dev/null RESULT_VARIABLE status OUTPUT_VARIABLE said)
if(NOT status EQUAL 0 OR NOT said MATCHES "^MCT1")
    message(SEND_ERROR "The installed reader of text does not answer: ${status}")
endif()

# It is there, and ends where nobody asks it anything.
execute_process(COMMAND ${TO}/bin/motcua-token INPUT_FILE /dev/null RESULT_VARIABLE status)
if(NOT status EQUAL 1)
    message(SEND_ERROR "The installed helper for tokens does not start: ${status}")
endif()

# The service for releases is there, wanted at every start, and is a script that reads.
foreach(file lib/motcua/motcua-update lib/systemd/system/multi-user.target.wants/motcua-update.service lib/systemd/system/multi-user.target.wants/motcua-update.path
        lib/systemd/system/timers.target.wants/motcua-update.timer)
    if(NOT EXISTS ${TO}/${file})
        message(SEND_ERROR "${file} is missing")
    endif()
endforeach()
execute_process(COMMAND bash -n ${TO}/lib/motcua/motcua-update RESULT_VARIABLE status ERROR_VARIABLE complained)
if(NOT status EQUAL 0)
    message(SEND_ERROR "The service for releases does not read: ${complained}")
endif()

# The gateway is there with what it is run by, and says what it lacks.
foreach(file lib/systemd/system/motcua-portal.service lib/sysusers.d/motcua-portal.conf share/motcua/nginx/motcua-portal.conf)
    if(NOT EXISTS ${TO}/${file})
        message(SEND_ERROR "${file} is missing")
    endif()
endforeach()
execute_process(COMMAND ${TO}/bin/motcua-portal RESULT_VARIABLE status ERROR_VARIABLE complained)
if(NOT status EQUAL 1 OR NOT complained MATCHES "machine-key")
    message(SEND_ERROR "The installed gateway does not start: ${status} ${complained}")
endif()
file(REMOVE_RECURSE ${TO})
