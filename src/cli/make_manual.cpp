/// Writes what others read of the commands and options: the man page in English and Thai, the completions of shells.
///     krut_manual FOLDER
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>

#include "cli/completions.h"
#include "cli/man_page.h"

int main(int count, char** words) {
  if (count != 2 || std::string_view(words[1]).empty() || std::string_view(words[1]).starts_with('-')) {
    std::cerr << "usage: krut_manual FOLDER\n";
    return 2;
  }
  const std::filesystem::path folder = words[1];
  std::filesystem::create_directories(folder / "th");
  bool is_good = true;
  const auto put = [&](const char* name, const std::string& text) {
    is_good = static_cast<bool>(std::ofstream(folder / name) << text << std::flush) && is_good;
  };
  put("krut.1", krut::cli::man_page(false));
  put("th/krut.1", krut::cli::man_page(true));
  put("krut.bash", krut::cli::bash_completion());
  put("_krut", krut::cli::zsh_completion());
  put("krut.fish", krut::cli::fish_completion());
  return is_good ? 0 : 1;
}
