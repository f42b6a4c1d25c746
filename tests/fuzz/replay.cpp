#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);
/// Only some targets have one.
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* bytes, std::size_t size, std::size_t most, unsigned seed)
    __attribute__((weak));

/// In place of libFuzzer's: some bytes are changed, cut out or written twice, always in the same way.
extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* bytes, std::size_t size, std::size_t most) {
  static std::minstd_rand dice(1);
  if (size == 0) return std::min<std::size_t>(most, 1);
  const std::size_t place = dice() % size;
  switch (dice() % 4) {
    case 0:
      bytes[place] = static_cast<std::uint8_t>(dice());
      return size;
    case 1:
      bytes[place] = static_cast<std::uint8_t>(bytes[place] ^ 1U << dice() % 8);
      return size;
    case 2: {
      const std::size_t count = std::min<std::size_t>(size - place, 1 + dice() % 8);
      std::memmove(bytes + place, bytes + place + count, size - place - count);
      return size - count;
    }
    default: {
      const std::size_t count = std::min({most - size, size - place, std::size_t{8}});
      std::memmove(bytes + place + count, bytes + place, size - place);
      return size + count;
    }
  }
}

namespace {

namespace fs = std::filesystem;
using Bytes = std::vector<std::uint8_t>;

std::vector<fs::path> files_below(const char* folder) {
  std::vector<fs::path> found;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

Bytes bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Gives the target what its own mutator makes of a seed.
void try_mutations(const Bytes& seed, unsigned count) {
  constexpr std::size_t growth = 1U << 16;
  for (unsigned number = 1; LLVMFuzzerCustomMutator != nullptr && number <= count; ++number) {
    Bytes bytes = seed;
    bytes.resize(seed.size() + growth);
    bytes.resize(LLVMFuzzerCustomMutator(bytes.data(), seed.size(), bytes.size(), number));
    LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
  }
}

}  // namespace

/// Gives every file below the named folders to the target, as a fuzzer would; after `--mutations=N`, also N mutations
/// of each. A fault ends the program.
int main(int count, char** words) {
  constexpr std::string_view option = "--mutations=";
  unsigned mutations = 0;
  int replayed = 0;
  for (int i = 1; i < count; ++i) {
    if (std::string_view(words[i]).starts_with(option)) {
      mutations = static_cast<unsigned>(std::strtoul(words[i] + option.size(), nullptr, 10));
      continue;
    }
    for (const fs::path& path : files_below(words[i])) {
      static_cast<void>(std::fprintf(stderr, "%s\n", path.c_str()));
      const Bytes seed = bytes_of(path);
      LLVMFuzzerTestOneInput(seed.data(), seed.size());
      try_mutations(seed, mutations);
      ++replayed;
    }
  }
  std::printf("%d seeds replayed\n", replayed);
  return replayed > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
