#include "docx/package.h"

#include <zip.h>

#include <algorithm>
#include <memory>

#include "base/error.h"
#include "docx/xml.h"

namespace krut::docx {

namespace {

constexpr zip_uint16_t dos_time = 0;
constexpr zip_uint16_t dos_date = (0 << 9) | (1 << 5) | 1;  // years since 1980, month, day
constexpr zip_uint32_t compression_level = 3;               // twice as fast as level 6 for a tenth more bytes

[[noreturn]] void fail(const char* reason) {
  throw Error(ErrorKind::internal, "docx.zip",
              {"สร้างไฟล์ DOCX ไม่สำเร็จ", std::string("could not make the DOCX file: ") + reason});
}

struct FreeSource {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Source = std::unique_ptr<zip_source_t, FreeSource>;

struct DiscardArchive {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, DiscardArchive>;

/// libzip's error object, whose text must be released.
class ZipError {
 public:
  ZipError() { zip_error_init(&error_); }
  ~ZipError() { zip_error_fini(&error_); }
  ZipError(const ZipError&) = delete;
  ZipError& operator=(const ZipError&) = delete;
  zip_error_t* address() { return &error_; }
  const char* text() { return zip_error_strerror(&error_); }

 private:
  zip_error_t error_;
};

/// The bytes are not copied: they must outlive the archive's closing.
void add_entry(zip_t* archive, const std::string& name, const std::string& bytes, bool is_stored) {
  Source source(zip_source_buffer(archive, bytes.data(), bytes.size(), 0));
  if (source == nullptr) fail(zip_strerror(archive));
  const zip_int64_t index = zip_file_add(archive, name.c_str(), source.get(), ZIP_FL_ENC_UTF_8);
  if (index < 0) fail(zip_strerror(archive));
  static_cast<void>(source.release());  // owned by the archive once it was added
  const auto entry = static_cast<zip_uint64_t>(index);
  const zip_int32_t method = is_stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE;
  if (zip_set_file_compression(archive, entry, method, is_stored ? 0 : compression_level) != 0 ||
      zip_file_set_dostime(archive, entry, dos_time, dos_date, 0) != 0) {
    fail(zip_strerror(archive));
  }
}

std::string bytes_of(zip_source_t* source) {
  zip_stat_t status;
  zip_stat_init(&status);
  if (zip_source_stat(source, &status) != 0 || (status.valid & ZIP_STAT_SIZE) == 0 || zip_source_open(source) != 0) {
    fail("the finished file cannot be read");
  }
  std::string bytes(static_cast<std::size_t>(status.size), '\0');
  const zip_int64_t size = zip_source_read(source, bytes.data(), status.size);
  zip_source_close(source);
  if (size < 0 || static_cast<zip_uint64_t>(size) != status.size) fail("the finished file cannot be read");
  return bytes;
}

/// "word/_rels/document.xml.rels" for "word/document.xml"; "_rels/.rels" for the package.
std::string relationship_part_name(std::string_view source) {
  const std::size_t slash = source.rfind('/');
  const std::size_t file = slash == std::string_view::npos ? 0 : slash + 1;
  return std::string(source.substr(0, file)) + "_rels/" + std::string(source.substr(file)) + ".rels";
}

}  // namespace

void Package::add(std::string name, std::string_view content_type, std::string bytes) {
  parts_.push_back({std::move(name), std::string(content_type), std::move(bytes), false});
}

void Package::add_media(std::string name, std::string_view extension, std::string_view content_type,
                        std::string bytes) {
  const auto is_known = [&](const Default& known) { return known.extension == extension; };
  if (std::none_of(defaults_.begin(), defaults_.end(), is_known)) {
    defaults_.push_back({std::string(extension), std::string(content_type)});
  }
  parts_.push_back({std::move(name), {}, std::move(bytes), extension == "png"});
}

std::string Package::relate(std::string_view source, std::string_view type, std::string_view target) {
  const auto is_mine = [&](const Relationship& relationship) { return relationship.source == source; };
  const auto count = std::count_if(relationships_.begin(), relationships_.end(), is_mine);
  std::string id = "rId" + std::to_string(count + 1);
  relationships_.push_back({std::string(source), id, std::string(type), std::string(target)});
  return id;
}

std::string Package::content_types() const {
  Xml xml;
  {
    auto types = xml.element("Types", {{"xmlns", "http://schemas.openxmlformats.org/package/2006/content-types"}});
    xml.empty("Default",
              {{"Extension", "rels"}, {"ContentType", "application/vnd.openxmlformats-package.relationships+xml"}});
    xml.empty("Default", {{"Extension", "xml"}, {"ContentType", "application/xml"}});
    for (const Default& known : defaults_) {
      xml.empty("Default", {{"Extension", known.extension}, {"ContentType", known.content_type}});
    }
    for (const Part& part : parts_) {
      if (part.content_type.empty()) continue;
      xml.empty("Override", {{"PartName", "/" + part.name}, {"ContentType", part.content_type}});
    }
  }
  return xml.finish();
}

std::string Package::relationships_of(std::string_view source) const {
  Xml xml;
  {
    auto all =
        xml.element("Relationships", {{"xmlns", "http://schemas.openxmlformats.org/package/2006/relationships"}});
    for (const Relationship& relationship : relationships_) {
      if (relationship.source != source) continue;
      xml.empty("Relationship",
                {{"Id", relationship.id}, {"Type", relationship.type}, {"Target", relationship.target}});
    }
  }
  return xml.finish();
}

std::vector<Package::Part> Package::relationship_parts() const {
  std::vector<Part> result;
  for (const Relationship& relationship : relationships_) {
    std::string name = relationship_part_name(relationship.source);
    const auto is_there = [&](const Part& part) { return part.name == name; };
    if (std::any_of(result.begin(), result.end(), is_there)) continue;
    result.push_back({std::move(name), {}, relationships_of(relationship.source), false});
  }
  return result;
}

std::string Package::zip() const {
  const Part types{"[Content_Types].xml", {}, content_types(), false};
  const std::vector<Part> relationships = relationship_parts();
  ZipError error;
  Source source(zip_source_buffer_create(nullptr, 0, 0, error.address()));
  if (source == nullptr) fail(error.text());
  zip_source_keep(source.get());  // survives the archive, which takes one reference
  Archive archive(zip_open_from_source(source.get(), ZIP_CREATE | ZIP_TRUNCATE, error.address()));
  if (archive == nullptr) {
    zip_source_free(source.get());
    fail(error.text());
  }
  add_entry(archive.get(), types.name, types.bytes, false);
  for (const Part& part : relationships) add_entry(archive.get(), part.name, part.bytes, false);
  for (const Part& part : parts_) add_entry(archive.get(), part.name, part.bytes, part.is_stored);
  if (zip_close(archive.get()) != 0) fail(zip_strerror(archive.get()));
  static_cast<void>(archive.release());  // closing has freed it
  return bytes_of(source.get());
}

}  // namespace krut::docx
