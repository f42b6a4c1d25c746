# What others need to use libkrut: a CMake package and a pkg-config file.
include(CMakePackageConfigHelpers)

set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/krut)
install(EXPORT krut_targets NAMESPACE krut:: FILE krut-config.cmake DESTINATION ${package_folder})
write_basic_package_version_file(${CMAKE_BINARY_DIR}/krut-config-version.cmake COMPATIBILITY SameMajorVersion)
install(FILES ${CMAKE_BINARY_DIR}/krut-config-version.cmake DESTINATION ${package_folder})

# The pkg-config file finds its prefix from its own place, so that an installation may move.
file(RELATIVE_PATH prefix_from_here /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
configure_file(src/krut/krut.pc.in ${CMAKE_BINARY_DIR}/krut.pc @ONLY)
install(FILES ${CMAKE_BINARY_DIR}/krut.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
install(FILES LICENSE README.md SECURITY.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
