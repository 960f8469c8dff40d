# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -D ROOT=folder -P check.cmake: prints every breach of the house rules and fails when there is one.
cmake_minimum_required(VERSION 3.25)
include(${CMAKE_CURRENT_LIST_DIR}/violations.cmake)
violations_of(${ROOT} found)
list(LENGTH found count)
foreach(violation IN LISTS found)
    message("${violation}")
endforeach()
if(count)
    message(FATAL_ERROR "${count} breaches of the house rules (tests/architecture/rules.cmake).")
endif()
