#include "docx/package.h"

#include <zip.h>

#include <algorithm>
#include <cstring>
#include <memory>

#include "base/beside.h"
#include "base/error.h"
#include "base/own_digest.h"
#include "docx/xml.h"

namespace krut::docx {

namespace {

constexpr zip_uint16_t dos_time = 0;
constexpr zip_uint16_t dos_date = (0 << 9) | (1 << 5) | 1;  // years since 1980, month, day

[[noreturn]] void fail(const std::string& reason) {
  throw Error(ErrorKind::internal, "docx.zip", {"สร้างไฟล์ DOCX ไม่สำเร็จ", "could not make the DOCX file: " + reason});
}

[[noreturn]] void fail(zip_error_t* error) {
  if (zip_error_code_zip(error) == ZIP_ER_MEMORY) throw std::bad_alloc();
  fail(std::string(zip_error_strerror(error)));
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
  [[noreturn]] void fail() { docx::fail(&error_); }

 private:
  zip_error_t error_;
};

/// A part that libzip reads as it stands: it is told size and check sum, and packs nothing itself.
struct PartReader {
  const Packed* part;  ///< outlives the archive's closing
  std::size_t offset = 0;

  void describe(zip_stat_t& status) const {
    zip_stat_init(&status);
    status.valid = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_CRC;
    status.size = part->size;
    status.comp_size = part->bytes.size();
    status.comp_method = part->is_deflated ? ZIP_CM_DEFLATE : ZIP_CM_STORE;
    status.crc = part->crc32;
  }

  std::size_t read(char* data, std::size_t most) {
    const std::size_t size = std::min(most, part->bytes.size() - offset);
    std::memcpy(data, part->bytes.data() + offset, size);
    offset += size;
    return size;
  }
};

/// What libzip asks of a source (zip_source_function). Nothing here can fail.
zip_int64_t answer(void* state, void* data, zip_uint64_t length, zip_source_cmd_t command) {
  auto* reader = static_cast<PartReader*>(state);
  switch (command) {
    case ZIP_SOURCE_OPEN:
      reader->offset = 0;
      return 0;
    case ZIP_SOURCE_READ:
      return static_cast<zip_int64_t>(reader->read(static_cast<char*>(data), length));
    case ZIP_SOURCE_STAT:
      reader->describe(*static_cast<zip_stat_t*>(data));
      return sizeof(zip_stat_t);
    case ZIP_SOURCE_ERROR:
      std::memset(data, 0, 2 * sizeof(int));
      return 2 * sizeof(int);
    case ZIP_SOURCE_FREE:
      delete reader;
      return 0;
    case ZIP_SOURCE_SUPPORTS:
      return ZIP_SOURCE_SUPPORTS_READABLE;
    default:
      return 0;
  }
}

void add_entry(zip_t* archive, const std::string& name, const Packed& part) {
  auto reader = std::make_unique<PartReader>(PartReader{&part});
  Source source(zip_source_function(archive, &answer, reader.get()));
  if (source == nullptr) fail(zip_get_error(archive));
  static_cast<void>(reader.release());  // owned by the source, which frees it
  const zip_int64_t index = zip_file_add(archive, name.c_str(), source.get(), ZIP_FL_ENC_UTF_8);
  if (index < 0) fail(zip_get_error(archive));
  static_cast<void>(source.release());  // owned by the archive once it was added
  const auto entry = static_cast<zip_uint64_t>(index);
  // A deflated part is taken as it is under the default method.
  const zip_int32_t method = part.is_deflated ? ZIP_CM_DEFAULT : ZIP_CM_STORE;
  if (zip_set_file_compression(archive, entry, method, 0) != 0 ||
      zip_file_set_dostime(archive, entry, dos_time, dos_date, 0) != 0) {
    fail(zip_get_error(archive));
  }
}

std::string bytes_of(zip_source_t* source) {
  zip_stat_t status;
  zip_stat_init(&status);
  if (zip_source_stat(source, &status) != 0 || (status.valid & ZIP_STAT_SIZE) == 0 || zip_source_open(source) != 0) {
    fail(zip_source_error(source));
  }
  std::string bytes(static_cast<std::size_t>(status.size), '\0');
  const zip_int64_t size = zip_source_read(source, bytes.data(), status.size);
  zip_source_close(source);
  if (size < 0 || static_cast<zip_uint64_t>(size) != status.size) fail(zip_source_error(source));
  return bytes;
}

std::string zip_of(const std::vector<std::pair<std::string, Packed>>& entries) {
  ZipError error;
  Source source(zip_source_buffer_create(nullptr, 0, 0, error.address()));
  if (source == nullptr) error.fail();
  zip_source_keep(source.get());  // survives the archive, which takes one reference
  Archive archive(zip_open_from_source(source.get(), ZIP_CREATE | ZIP_TRUNCATE, error.address()));
  if (archive == nullptr) {
    zip_source_free(source.get());
    error.fail();
  }
  for (const auto& [name, content] : entries) add_entry(archive.get(), name, content);
  if (zip_close(archive.get()) != 0) fail(zip_get_error(archive.get()));
  static_cast<void>(archive.release());  // closing has freed it
  return bytes_of(source.get());
}

/// Packs a large part while the next is being written, a small one when it is needed.
std::future<Packed> packed_beside(Package::SharedBytes bytes) {
  const bool is_small = bytes->size() < least_worth_a_thread;
  auto pack = [bytes = std::move(bytes)]() mutable {
    const Package::SharedBytes let_go_when_packed = std::move(bytes);
    return deflated(*let_go_when_packed);
  };
  return is_small ? run_when_asked(std::move(pack)) : run_beside(std::move(pack));
}

std::future<Packed> kept_as_it_is(std::string bytes) {
  const auto kept = std::make_shared<std::string>(std::move(bytes));
  return run_when_asked([kept] { return stored(std::move(*kept)); });
}

/// "word/_rels/document.xml.rels" for "word/document.xml"; "_rels/.rels" for the package.
std::string relationship_part_name(std::string_view source) {
  const std::size_t slash = source.rfind('/');
  const std::size_t file = slash == std::string_view::npos ? 0 : slash + 1;
  return std::string(source.substr(0, file)) + "_rels/" + std::string(source.substr(file)) + ".rels";
}

}  // namespace

void Package::add(std::string name, std::string_view content_type, std::string bytes) {
  add(std::move(name), content_type, std::make_shared<const std::string>(std::move(bytes)));
}

void Package::add(std::string name, std::string_view content_type, SharedBytes bytes) {
  parts_.push_back({std::move(name), std::string(content_type), packed_beside(std::move(bytes))});
}

void Package::add_stored(std::string name, std::string_view content_type, std::string bytes) {
  parts_.push_back({std::move(name), std::string(content_type), kept_as_it_is(std::move(bytes))});
}

void Package::add_media(std::string name, std::string_view extension, std::string_view content_type,
                        std::string bytes) {
  const auto is_known = [&](const Default& known) { return known.extension == extension; };
  if (std::none_of(defaults_.begin(), defaults_.end(), is_known)) {
    defaults_.push_back({std::string(extension), std::string(content_type)});
  }
  const bool is_packed_already = extension == "png" || extension == "jpeg";
  parts_.push_back({std::move(name),
                    {},
                    is_packed_already ? kept_as_it_is(std::move(bytes))
                                      : packed_beside(std::make_shared<const std::string>(std::move(bytes)))});
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

std::vector<std::pair<std::string, Packed>> Package::relationship_parts() const {
  std::vector<std::pair<std::string, Packed>> result;
  for (const Relationship& relationship : relationships_) {
    std::string name = relationship_part_name(relationship.source);
    const auto is_there = [&](const auto& part) { return part.first == name; };
    if (std::any_of(result.begin(), result.end(), is_there)) continue;
    result.emplace_back(std::move(name), deflated(relationships_of(relationship.source)));
  }
  return result;
}

std::string Package::zip() {
  std::vector<std::pair<std::string, Packed>> entries;
  entries.emplace_back("[Content_Types].xml", deflated(content_types()));
  for (auto& part : relationship_parts()) entries.push_back(std::move(part));
  for (Part& part : parts_) entries.emplace_back(std::move(part.name), part.content.get());
  parts_.clear();
  return zip_of(entries);
}

std::string with_digest(std::string file) {
  const auto place = digest_place_in_docx(file);
  if (!place) fail("there is no place for its digest");
  file.replace(place->digits, no_digest.size(), own_digest(file, *place));
  const std::uint32_t sum = check_sum(std::string_view(file).substr(place->part, place->part_size));
  for (const std::size_t at : place->check_sums) {
    for (std::size_t i = 0; i < sizeof sum; ++i) file[at + i] = static_cast<char>(sum >> (8 * i) & 0xFFU);
  }
  return file;
}

}  // namespace krut::docx
