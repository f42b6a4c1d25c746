#include "cli/places.h"

#include <unistd.h>

#include <filesystem>
#include <system_error>

namespace krut::cli {

namespace fs = std::filesystem;

namespace {

std::string folder_of_program() {
  std::error_code status;
  const fs::path program = fs::read_symlink("/proc/self/exe", status);
  return status ? std::string() : program.parent_path().string();
}

bool is_folder(const std::string& path) {
  std::error_code status;
  return path.ends_with('/') || fs::is_directory(path, status);
}

/// Of a name as it counts: PDF is pdf.
std::string extension_of(const std::string& path) {
  std::string extension = fs::path(path).extension().string();
  for (char& letter : extension) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return extension;
}

Destinations refused(Fault fault) {
  Destinations result;
  result.fault = std::move(fault);
  return result;
}

/// Both files, or the one of `format`, called after `stem`.
Destinations both(const fs::path& stem, const std::string& format) {
  Destinations result;
  if (format != "docx") result.pdf = stem.string() + ".pdf";
  if (format != "pdf") result.docx = stem.string() + ".docx";
  return result;
}

Destinations to_stdout(const std::string& format, std::size_t output_count) {
  if (output_count > 1) {
    return refused({"usage.two-outputs", "ใช้ -o - ร่วมกับ -o อื่นไม่ได้", "-o - cannot stand beside another -o",
                    "เลือกอย่างเดียว: -o - หรือ -o ชื่อไฟล์", "use one: -o - or -o FILE"});
  }
  if (format.empty()) {
    return refused({"usage.no-format", "-o - ต้องระบุ --format pdf หรือ docx", "-o - needs --format pdf or docx",
                    "เติม --format pdf หรือ --format docx", "add --format pdf or --format docx"});
  }
  if (::isatty(STDOUT_FILENO) != 0) {
    return refused({"usage.terminal", "ไม่เขียนไฟล์ลงหน้าจอ ให้ส่งต่อไปยังไฟล์หรือคำสั่งอื่น",
                    "bytes do not go to a terminal: send them to a file or a pipe", "ใช้ -o ชื่อไฟล์ หรือต่อท้ายด้วย > ชื่อไฟล์",
                    "use -o FILE, or add > FILE"});
  }
  Destinations result;
  result.is_stdout = true;
  (format == "pdf" ? result.pdf : result.docx) = standard_stream;
  return result;
}

}  // namespace

OwnFolders own_folders() {
  const std::string program = folder_of_program();
  if (program.empty()) return {};
  const fs::path top = fs::path(program).parent_path();
  const std::string picture_program = (top / KRUT_PICTURE_PROGRAM).string();
  std::error_code status;
  const fs::path shared = top / KRUT_DATA_FOLDER;
  if (fs::is_directory(shared / "layouts", status)) {
    return {(shared / "fonts").string(), (shared / "layouts").string(), picture_program};
  }
  return {(top / "fonts").string(), (top / "layouts").string(), picture_program};
}

Destinations destinations(const std::string& input, const std::vector<std::string>& outputs,
                          const std::string& format) {
  const bool is_from_stdin = input == standard_stream;
  if (outputs.empty()) {
    if (is_from_stdin) {
      return refused({"usage.no-output", "อ่านจาก stdin ต้องระบุ -o", "reading standard input needs -o",
                      "เติม -o ชื่อ.pdf หรือ -o โฟลเดอร์/", "add -o NAME.pdf or -o FOLDER/"});
    }
    return both(fs::path(input).replace_extension(), format);
  }
  Destinations result;
  for (const std::string& output : outputs) {
    if (output == standard_stream) return to_stdout(format, outputs.size());
    if (is_folder(output)) {
      if (outputs.size() > 1) {
        return refused({"usage.two-outputs", "ระบุโฟลเดอร์ได้เพียงแห่งเดียว", "a folder must be the only -o",
                        "ใช้ -o โฟลเดอร์/ เพียงครั้งเดียว", "give one -o FOLDER/ alone"});
      }
      return both(fs::path(output) / (is_from_stdin ? "report" : fs::path(input).stem().string()), format);
    }
    const std::string extension = extension_of(output);
    if (extension != ".pdf" && extension != ".docx") {
      return refused({"usage.unknown-extension", "ไม่รู้จักนามสกุลของ \"" + output + "\" ใช้ .pdf หรือ .docx",
                      "the extension of \"" + output + "\" is neither .pdf nor .docx", "ใช้ชื่อที่ลงท้าย .pdf หรือ .docx",
                      "give a name that ends with .pdf or .docx"});
    }
    if (!format.empty() && extension != "." + format) {
      return refused({"usage.contradiction", "\"" + output + "\" ขัดกับ --format " + format,
                      "\"" + output + "\" contradicts --format " + format, "เปลี่ยนนามสกุล หรือเลิกใช้ --format",
                      "change the extension, or leave --format out"});
    }
    std::string& place = extension == ".pdf" ? result.pdf : result.docx;
    if (!place.empty()) {
      return refused({"usage.two-outputs", "ระบุ -o ซ้ำชนิด", "two outputs of one kind", "ระบุ .pdf และ .docx อย่างละหนึ่งไฟล์",
                      "give one .pdf and one .docx at most"});
    }
    place = output;
  }
  return result;
}

}  // namespace krut::cli
