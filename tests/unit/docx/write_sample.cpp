#include <cstdio>
#include <exception>
#include <string>

#include "base/files.h"
#include "docx/docx.h"
#include "sample_document.h"

/// Writes the rich sample as a DOCX file, for the checks that other programs make.
int main(int count, char** arguments) {
  if (count != 2 || arguments[1][0] == '-') {
    std::fputs("usage: write_docx_sample OUT.docx\n", stderr);
    return 2;
  }
  try {
    const std::string bytes = krut::docx::write(krut::tests::rich_document(), krut::tests::sample_options());
    krut::files::write_whole({{arguments[1], bytes}});
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
  return 0;
}
