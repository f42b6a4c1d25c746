# What every target of ours is compiled with, and the two functions that make rooms and their tests.

add_library(krut_options INTERFACE)
target_compile_options(krut_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
                                              -Wnon-virtual-dtor -Wold-style-cast -Wcast-qual -Wformat=2)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(krut_options INTERFACE -Wno-restrict) # false alarms over std::string (GCC bug 105651)
endif()
if(KRUT_WARNINGS_AS_ERRORS)
  target_compile_options(krut_options INTERFACE -Werror)
endif()
# Not for a program that limits its own addresses: sanitizers want more than anybody has.
set(sanitized $<NOT:$<BOOL:$<TARGET_PROPERTY:KRUT_LIMITS_ITSELF>>>)
if(KRUT_SANITIZE STREQUAL "thread")
  target_compile_options(krut_options INTERFACE $<${sanitized}:-fsanitize=thread>)
  target_link_options(krut_options INTERFACE $<${sanitized}:-fsanitize=thread>)
elseif(KRUT_SANITIZE AND NOT KRUT_SANITIZE STREQUAL "external")
  target_compile_options(krut_options INTERFACE
    "$<${sanitized}:-fsanitize=address,undefined;-fno-sanitize-recover=all;-fno-omit-frame-pointer>")
  target_link_options(krut_options INTERFACE "$<${sanitized}:-fsanitize=address,undefined>")
endif()

# What makes a fault of memory hard to use by whoever wrote the input, in all that users get. The sanitizers, which find
# such faults, have checks of their own in these places. Of indirect branches only the compiler's marks are there: the C
# library's own start of a program has none in Debian 12, so that the linker cannot promise them for the whole.
include(CheckPIESupported)
check_pie_supported()
if(NOT KRUT_SANITIZE)
  target_compile_options(krut_options INTERFACE -fstack-protector-strong -fstack-clash-protection -U_FORTIFY_SOURCE
                                                $<$<NOT:$<CONFIG:Debug>>:-D_FORTIFY_SOURCE=3>)
  target_link_options(krut_options INTERFACE -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack)
  if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64|i[3-6]86)$")
    target_compile_options(krut_options INTERFACE -fcf-protection=full)
    target_link_options(krut_options INTERFACE -Wl,-z,shstk)
  endif()
endif()

if(KRUT_FUZZ AND NOT KRUT_SANITIZE STREQUAL "external")
  target_compile_options(krut_options INTERFACE "$<${sanitized}:-fsanitize=fuzzer-no-link>")
endif()

# What nearly every file of ours includes from the standard library is compiled once: a quarter of a build's time.
# Each file names all the same what it uses.
file(GENERATE OUTPUT ${CMAKE_BINARY_DIR}/prefix/prefix.cpp CONTENT "// Only its precompiled header is wanted.\n")
add_library(krut_prefix OBJECT ${CMAKE_BINARY_DIR}/prefix/prefix.cpp)
target_link_libraries(krut_prefix PRIVATE krut_options)
target_precompile_headers(krut_prefix PRIVATE <algorithm> <functional> <map> <memory> <optional> <string> <string_view>
                          <utility> <variant> <vector>)

# krut_room(NAME SOURCES a.cpp … USES rooms… LIBRARIES outside…)
# One static library per folder under src/. Rooms are used by name; outside libraries stay private to the room.
function(krut_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;USES;LIBRARIES" ${ARGN})
  add_library(krut_${name} STATIC ${ROOM_SOURCES})
  target_include_directories(krut_${name} PUBLIC ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(krut_${name} PRIVATE krut_options ${ROOM_LIBRARIES})
  target_precompile_headers(krut_${name} REUSE_FROM krut_prefix)
  foreach(used IN LISTS ROOM_USES)
    target_link_libraries(krut_${name} PUBLIC krut_${used})
  endforeach()
endfunction()

# krut_test(NAME SOURCES a.cpp … USES rooms… LIBRARIES outside…)
# A GoogleTest program `test_NAME`, registered with CTest under NAME.
# The code of the tests is compiled from a precompiled header and without optimisation, because it is compiled once and
# run once; with RUNS_LONG, as the rooms are.
function(krut_test name)
  cmake_parse_arguments(TEST "RUNS_LONG" "" "SOURCES;USES;LIBRARIES" ${ARGN})
  if(TARGET test_base AND NOT TEST_RUNS_LONG) # the first of them
    set(prefix REUSE_FROM test_base)
  else()
    set(prefix PRIVATE <gtest/gtest.h> <algorithm> <functional> <map> <optional> <string> <variant> <vector>)
  endif()
  add_executable(test_${name} ${TEST_SOURCES})
  if(NOT TEST_RUNS_LONG)
    target_compile_options(test_${name} PRIVATE -O0 -Wno-cpp) # _FORTIFY_SOURCE says that it asks for more
  endif()
  target_precompile_headers(test_${name} ${prefix})
  target_include_directories(test_${name} PRIVATE ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR}/tests)
  target_link_libraries(test_${name} PRIVATE krut_options GTest::gtest GTest::gtest_main ${TEST_LIBRARIES})
  foreach(used IN LISTS TEST_USES)
    target_link_libraries(test_${name} PRIVATE krut_${used})
  endforeach()
  target_compile_definitions(
    test_${name} PRIVATE KRUT_SOURCE_FOLDER="${PROJECT_SOURCE_DIR}" KRUT_BUILD_FOLDER="${PROJECT_BINARY_DIR}"
                         KRUT_FONT_FOLDER="${PROJECT_BINARY_DIR}/fonts")
  add_test(NAME ${name} COMMAND test_${name})
  set_tests_properties(${name} PROPERTIES ENVIRONMENT "LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/leaks.txt")
  add_dependencies(test_${name} krut_fonts)
endfunction()
