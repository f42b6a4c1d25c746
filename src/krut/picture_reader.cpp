#include "krut/picture_reader.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string>
#include <utility>
#include <variant>

#include "base/error.h"
#include "base/limits.h"
#include "base/read_below.h"
#include "picture/data_uri.h"

namespace krut::api {

namespace fs = std::filesystem;

namespace {

/// Whether a name is an address that would have to be fetched or run.
bool is_address(const std::string& name) {
  constexpr std::array<std::string_view, 8> schemes = {
      "http:", "https:", "ftp:", "file:", "blob:", "cid:", "javascript:", "mailto:"};
  std::string start = name.substr(0, 12);
  std::transform(start.begin(), start.end(), start.begin(),
                 [](unsigned char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c); });
  return name.find("://") != std::string::npos ||
         std::any_of(schemes.begin(), schemes.end(), [&](auto scheme) { return start.rfind(scheme, 0) == 0; });
}

[[noreturn]] void refuse_address(const std::string& name) {
  throw Error(
      ErrorKind::input_missing, "picture.address",
      {"ภาพ \"" + name + "\" เป็นที่อยู่ซึ่ง krut ไม่ไปดึงมา", "\"" + name + "\" is an address, and krut fetches nothing"},
      {"บันทึกภาพเป็นไฟล์ไว้ข้างไฟล์ข้อมูล หรือใส่เป็น data:image/jpeg;base64,…",
       "save the picture beside the data file, or write it as data:image/jpeg;base64,…"});
}

[[noreturn]] void lacks_folder(const std::string& name) {
  throw Error(ErrorKind::input_missing, "picture.no-folder",
              {"ข้อมูลนี้ไม่มีโฟลเดอร์ จึงหาภาพ \"" + name + "\" ไม่ได้",
               "this data has no folder in which the picture \"" + name + "\" could lie"},
              {"ระบุโฟลเดอร์ของภาพด้วย --pictures หรือให้ภาพเป็นข้อมูล (Request::pictures)",
               "name the folder of the pictures with --pictures, or give them as bytes (Request::pictures)"});
}

[[noreturn]] void refuse_outside(const std::string& name) {
  throw Error(
      ErrorKind::input_missing, "file.outside",
      {"ไฟล์ \"" + name + "\" ต้องอยู่ในโฟลเดอร์ของไฟล์ข้อมูล", "\"" + name + "\" must lie in the folder of the data file"},
      {"ย้ายไฟล์มาไว้ข้างไฟล์ข้อมูล", "move it beside the data file"});
}

}  // namespace

layout::ReadPicture picture_reader(const Request& request, const picture::Verdicts& verdicts) {
  return [&request, &verdicts](const std::string& name) -> picture::Judged {
    if (picture::is_data_uri(name)) {
      auto bytes = picture::bytes_of_data_uri(name);
      if (auto* fault = std::get_if<picture::Fault>(&bytes)) return {nullptr, std::move(*fault)};
      return verdicts.on(std::get<std::string>(std::move(bytes)));
    }
    if (const auto given = request.pictures.find(name); given != request.pictures.end()) {
      return verdicts.on(given->second);
    }
    if (is_address(name)) refuse_address(name);
    const fs::path path = fs::path(name).lexically_normal();
    const bool leaves = path.empty() || path.is_absolute() || *path.begin() == "..";
    if (leaves) refuse_outside(name);
    if (request.data_folder.empty()) lacks_folder(name);
    const std::string& folder = request.data_folder;
    return verdicts.on(files::read_below({folder}, (fs::path(folder) / path).string(), limits::image_bytes));
  };
}

std::optional<krut::Diagnostic> unfit_dpi(const Request& request) {
  constexpr int least = static_cast<int>(limits::least_image_dpi);
  constexpr int most = static_cast<int>(limits::most_image_dpi);
  const int given = request.image_dpi.value_or(least);
  if (given >= least && given <= most) return std::nullopt;
  const std::string range = std::to_string(least) + " - " + std::to_string(most);
  return krut::Diagnostic{.code = "picture.unfit-dpi",
                          .message = {"ความละเอียดของภาพเป็น " + std::to_string(given) + " จุดต่อนิ้วไม่ได้",
                                      "pictures cannot have " + std::to_string(given) + " dots to the inch"},
                          .hint = {"ใช้ " + range + " (least_image_dpi, most_image_dpi)",
                                   "use " + range + " (least_image_dpi, most_image_dpi)"}};
}

}  // namespace krut::api
