#include "readback/pdf_file.h"

#include <algorithm>
#include <charconv>

#include "base/limits.h"
#include "readback/faults.h"
#include "readback/pdf_stream.h"

namespace krut::readback {

namespace {

constexpr std::string_view start_mark = "startxref";
constexpr std::size_t end_room = 2'048;         // of the file, where `startxref` is looked for
constexpr std::size_t table_line = 20;          // ISO 32000-1, 7.5.4
constexpr std::size_t most_updates = 1'024;     // cross-references of one file
constexpr std::size_t most_sections = 65'536;   // runs of entries in all of them
constexpr std::size_t most_object = 4U << 20U;  // bytes of an object without its stream
constexpr std::size_t most_read = 64U << 20U;   // bytes of all objects without their streams
constexpr int most_lengths = 4;                 // of streams, each looked for within another
constexpr std::size_t most_width = 8;           // bytes of a field of a cross-reference stream

[[noreturn]] void fail() { fail_as_damaged("cross-reference"); }

std::size_t digits(std::string_view text) {
  std::size_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc{} || end != text.data() + text.size()) fail();
  return number;
}

/// The next field of a cross-reference stream's entry; `otherwise` when it has no bytes.
std::size_t field(std::string_view& entry, std::size_t width, std::size_t otherwise) {
  if (width == 0) return otherwise;
  std::size_t number = 0;
  for (const char byte : entry.substr(0, width)) number = number << 8U | static_cast<unsigned char>(byte);
  entry.remove_prefix(width);
  return number;
}

}  // namespace

PdfFile::PdfFile(std::string_view bytes, Budget budget, std::size_t most_objects)
    : bytes_(bytes), budget_(std::move(budget)), most_steps_(most_objects) {
  read_cross_references(last_cross_reference());
  if (trailer_.is_null()) fail();
}

std::size_t PdfFile::last_cross_reference() const {
  const std::size_t begin = bytes_.size() - std::min(bytes_.size(), end_room);
  const std::size_t mark = bytes_.substr(begin).rfind(start_mark);
  if (mark == std::string_view::npos) fail();
  return Lexer(bytes_, begin + mark + start_mark.size()).number();
}

void PdfFile::read_cross_references(std::size_t offset) {
  std::set<std::size_t> seen;
  for (std::optional<std::size_t> next = offset; next;) {
    if (!seen.insert(*next).second || seen.size() > most_updates) fail();
    Value dictionary = read_cross_reference(*next);
    const Value& previous = dictionary["Prev"];
    next = previous.is_null() ? std::nullopt : std::optional(previous.size(bytes_.size()));
    if (trailer_.is_null() && !dictionary["Root"].is_null()) trailer_ = std::move(dictionary);
  }
}

Value PdfFile::read_cross_reference(std::size_t offset) {
  if (offset >= bytes_.size()) fail();
  Lexer lexer(bytes_, offset);
  if (lexer.take("xref")) return read_table(lexer);
  Object stream = object_at(offset, std::nullopt);
  read_stream(stream);
  return std::move(stream.value);
}

void PdfFile::add_section(Section section) {
  if (sections_.size() == most_sections) fail();
  sections_.push_back(std::move(section));
}

Value PdfFile::read_table(Lexer& lexer) {
  std::vector<Section> sections;
  while (!lexer.take("trailer")) {
    Section section{lexer.number(), lexer.number(), {}, {}};
    if (section.count > bytes_.size() / table_line || sections.size() == most_sections) fail();
    section.entries = lexer.raw(section.count * table_line);
    sections.push_back(std::move(section));
  }
  Value dictionary = lexer.value();
  // In a file for readers of two ages, the stream holds what the table hides (ISO 32000-1, 7.5.8.4).
  if (const Value& hidden = dictionary["XRefStm"]; !hidden.is_null()) {
    read_stream(object_at(hidden.size(bytes_.size()), std::nullopt));
  }
  for (Section& section : sections) add_section(std::move(section));
  return dictionary;
}

void PdfFile::read_stream(const Object& stream) {
  const Value& dictionary = stream.value;
  const Array* widths = dictionary["W"].array();
  if (!dictionary["Type"].is_name("XRef") || widths == nullptr || widths->size() != 3) fail();
  own_.push_back(std::make_unique<const std::string>(bytes_of(stream, limits::unpacked_bytes)));
  std::string_view rest = *own_.back();
  Section section;
  std::size_t width = 0;
  for (const Value& one : *widths) {
    section.widths.push_back(one.size(most_width + 1));
    if (section.widths.back() > most_width) fail();
    width += section.widths.back();
  }
  if (width == 0) fail();
  const Array whole{Value(std::int64_t{0}), Value(static_cast<std::int64_t>(dictionary["Size"].size(0)))};
  const Array* given = dictionary["Index"].array();
  const Array& runs = given == nullptr ? whole : *given;
  for (std::size_t i = 0; i + 1 < runs.size(); i += 2) {
    section.first = runs[i].size(0);
    section.count = runs[i + 1].size(0);
    if (section.count > rest.size() / width) fail();
    section.entries = rest.substr(0, section.count * width);
    rest.remove_prefix(section.entries.size());
    add_section(section);
  }
}

PdfFile::Location PdfFile::location(std::size_t number) const {
  const auto section = std::find_if(sections_.begin(), sections_.end(), [&](const Section& one) {
    return number >= one.first && number - one.first < one.count;
  });
  if (section == sections_.end()) return {};
  const std::size_t width = section->entries.size() / section->count;
  std::string_view entry = section->entries.substr((number - section->first) * width, width);
  if (section->widths.empty()) {
    if (entry[17] != 'n') return {};
    return {Location::Kind::in_file, digits(entry.substr(0, 10)), 0};
  }
  const std::size_t kind = field(entry, section->widths[0], 1);
  const std::size_t second = field(entry, section->widths[1], 0);
  const std::size_t third = field(entry, section->widths[2], 0);
  if (kind == 1) return {Location::Kind::in_file, second, 0};
  if (kind == 2) return {Location::Kind::in_stream, second, third};
  return {};
}

void PdfFile::count_step() {
  budget_.check();
  if (++steps_ > most_steps_) fail_as_damaged("objects");
}

void PdfFile::count_read(std::size_t bytes) {
  read_ += bytes;
  if (read_ > most_read) fail_as_damaged("objects");
}

Object PdfFile::object(const Value& value) {
  const Reference* reference = value.reference();
  if (reference == nullptr) return {value, {}};
  const Location found = location(reference->number);
  if (found.kind == Location::Kind::free) return {};
  if (found.kind == Location::Kind::in_stream) return object_in(found, reference->number);
  return object_at(found.offset, reference->number);
}

Object PdfFile::object_at(std::size_t offset, std::optional<std::size_t> number) {
  count_step();
  if (offset >= bytes_.size()) fail();
  const std::string_view room = bytes_.substr(0, std::min(bytes_.size(), offset + most_object));
  Lexer lexer(room, offset);
  const std::size_t own_number = lexer.number();
  static_cast<void>(lexer.number());
  if (!lexer.take("obj") || (number && *number != own_number)) fail();
  Object object{lexer.value(), {}};
  count_read(lexer.offset() - offset);
  if (object.value.dictionary() != nullptr && lexer.take("stream")) {
    lexer.skip_line_end();
    object.packed = packed_bytes(object.value, lexer.offset());
  }
  return object;
}

std::string_view PdfFile::packed_bytes(const Value& dictionary, std::size_t begin) {
  // A length may stand in an object of its own, and that in an object stream, which has a length too.
  if (lengths_within_ == most_lengths) fail_as_damaged("streams");
  ++lengths_within_;
  const std::size_t size = object(dictionary["Length"]).value.size(bytes_.size());
  --lengths_within_;
  if (size > bytes_.size() - begin || !Lexer(bytes_, begin + size).take("endstream")) fail_as_damaged("streams");
  return bytes_.substr(begin, size);
}

Object PdfFile::object_in(const Location& location, std::size_t number) {
  count_step();
  const auto& [objects, index] = object_stream(location.offset);
  if (location.index >= index.size() || index[location.index].number != number) fail_as_damaged("objects");
  const std::size_t begin = index[location.index].offset;
  Lexer lexer(std::string_view(objects).substr(0, std::min(objects.size(), begin + most_object)), begin);
  Object object{lexer.value(), {}};
  count_read(lexer.offset() - begin);
  return object;
}

std::vector<PdfFile::Packed> PdfFile::index_of(const Value& dictionary, const std::string& objects) {
  const std::size_t first = dictionary["First"].size(objects.size());
  const std::size_t count = dictionary["N"].size(0);
  if (first > objects.size() || count > objects.size()) fail_as_damaged("objects");
  std::vector<Packed> index;
  Lexer head(objects);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t number = head.number();
    const std::size_t offset = head.number();
    if (offset > objects.size() - first) fail_as_damaged("objects");
    index.push_back({number, first + offset});
  }
  return index;
}

const PdfFile::ObjectStream& PdfFile::object_stream(std::size_t number) {
  auto known = object_streams_.find(number);
  if (known == object_streams_.end()) {
    const Location place = location(number);
    if (place.kind != Location::Kind::in_file) fail();
    Object stream = object_at(place.offset, number);
    std::string objects = bytes_of(stream, limits::unpacked_bytes);
    std::vector<Packed> index = index_of(stream.value, objects);
    known = object_streams_.emplace(number, ObjectStream{std::move(objects), std::move(index)}).first;
  }
  return known->second;
}

std::string PdfFile::bytes_of(const Object& stream, std::size_t most) {
  if (!stream.packed) fail_as_damaged("streams");
  std::string bytes = unpacked(stream.value, *stream.packed, std::min(most, limits::unpacked_bytes - unpacked_));
  unpacked_ += bytes.size();
  budget_.take(bytes.size());
  return bytes;
}

}  // namespace krut::readback
