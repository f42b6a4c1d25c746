#include "pdf/object_file.h"

#include <hpdf.h>

#include <algorithm>
#include <cassert>
#include <deque>
#include <new>
#include <vector>

#include "base/digest.h"
#include "base/error.h"
#include "base/own_digest.h"

// We reach into the public structures of this very version; another one has another SONAME and other structures.
static_assert(HPDF_MAJOR_VERSION == 2 && HPDF_MINOR_VERSION == 3, "src/pdf knows the structures of libharu 2.3");
#ifdef HPDF_SHARED
#error "src/pdf needs the structures of libharu: do not define HPDF_SHARED"
#endif

namespace krut::pdf {
namespace {

constexpr HPDF_UINT pages_per_node = 256;
constexpr std::uint32_t object_number_mask = 0x00FFFFFF;
constexpr std::uint32_t packed_objects_per_stream = 200;
constexpr std::size_t offset_bytes = 4;
constexpr std::size_t entry_bytes = 1 + offset_bytes + 1;
constexpr std::size_t bytes_of_object = 300;         // what an object takes beside its text, in the object layer
constexpr std::uint64_t largest_file = 0xFFFF'FFFF;  // libharu counts bytes in 32 bits

[[noreturn]] void fail(std::string_view action, unsigned long code) {
  if (code == HPDF_FAILD_TO_ALLOC_MEM) throw std::bad_alloc();
  std::string hex;
  append_hex_string(hex, std::string{static_cast<char>(code >> 8U), static_cast<char>(code)});
  throw Error(ErrorKind::internal, "pdf.internal",
              {"สร้างไฟล์ PDF ไม่สำเร็จ (" + std::string(action) + ", " + hex + ")",
               "could not " + std::string(action) + " (object layer fault " + hex + ")"});
}

struct FreeDocument {
  void operator()(HPDF_Doc document) const { HPDF_Free(document); }
};

}  // namespace

bool StringSink::take(std::string_view bytes) noexcept {
  try {
    bytes_.append(bytes);
    return true;
  } catch (const std::bad_alloc&) {
    is_short_ = true;
    return false;
  }
}

struct ObjectFile::State {
  explicit State(Budget bounds) : budget(std::move(bounds)) {}

  Budget budget;
  unsigned long first_fault = 0;
  std::unique_ptr<HPDF_Doc_Rec, FreeDocument> document;
  std::deque<std::string> bodies;  // by object number
  struct Stretch {
    std::size_t begin = 0;
    std::size_t size = 0;
  };
  std::string packed_values;    // of all packed objects, in the order of filling
  std::vector<Stretch> packed;  // where each one's value stands
  std::uint32_t first_packed = 0;
  Deflater deflater;

  Sink* sink = nullptr;
  Digest digest;
  std::uint64_t written = 0;
  bool is_sink_broken = false;

  void check(std::string_view action) {
    if (first_fault == 0) first_fault = document->error.error_no;
    if (first_fault != 0) fail(action, first_fault);
  }

  HPDF_Dict dictionary(Reference reference) {
    const auto* entry = HPDF_Xref_GetEntry(document->xref, reference.number);
    assert(entry != nullptr);
    return static_cast<HPDF_Dict>(entry->obj);
  }

  void set_body(Reference reference, std::string body);
  Reference reference_of(HPDF_Dict dict) const { return {dict->header.obj_id & object_number_mask}; }
  bool write(std::string_view bytes) noexcept;
  bool give(std::string_view bytes) noexcept;  ///< writes what is not counted in the digest as it stands

  static void note_fault(HPDF_STATUS code, HPDF_STATUS detail, void* state);
  static HPDF_STATUS write_body(HPDF_Dict dictionary, HPDF_Stream stream);
  static HPDF_STATUS write_bytes(HPDF_Stream stream, const HPDF_BYTE* bytes, HPDF_UINT size);

  std::vector<std::uint32_t> write_object_streams(std::uint32_t next_number);
  void write_cross_reference(const std::vector<std::uint32_t>& stream_offsets);
};

void ObjectFile::State::note_fault(HPDF_STATUS code, HPDF_STATUS, void* state) {
  auto& fault = static_cast<State*>(state)->first_fault;
  if (fault == 0) fault = code;
}

HPDF_STATUS ObjectFile::State::write_body(HPDF_Dict dictionary, HPDF_Stream stream) {
  auto& state = *static_cast<State*>(stream->attr);
  const std::string& body = state.bodies[state.reference_of(dictionary).number];
  return HPDF_Stream_Write(stream, reinterpret_cast<const HPDF_BYTE*>(body.data()),
                           static_cast<HPDF_UINT>(body.size()));
}

HPDF_STATUS ObjectFile::State::write_bytes(HPDF_Stream stream, const HPDF_BYTE* bytes, HPDF_UINT size) {
  auto& state = *static_cast<State*>(stream->attr);
  // Its own cross-reference table and trailer start where `addr` points; ours take their place.
  if (state.document->xref->addr != 0) return HPDF_OK;
  const bool is_taken = state.write({reinterpret_cast<const char*>(bytes), size});
  return is_taken ? HPDF_OK : HPDF_FILE_IO_ERROR;
}

bool ObjectFile::State::write(std::string_view bytes) noexcept {
  digest.add(bytes);
  return give(bytes);
}

bool ObjectFile::State::give(std::string_view bytes) noexcept {
  if (is_sink_broken) return false;
  written += bytes.size();
  is_sink_broken = written > largest_file || budget.is_spent() || !sink->take(bytes);
  return !is_sink_broken;
}

void ObjectFile::State::set_body(Reference reference, std::string body) {
  if (bodies.size() <= reference.number) bodies.resize(reference.number + 1);
  body += '\n';
  budget.take(body.size() + bytes_of_object);
  bodies[reference.number] = std::move(body);
  dictionary(reference)->write_fn = &write_body;
}

ObjectFile::ObjectFile(Budget budget, Memory memory) : state_(std::make_unique<State>(std::move(budget))) {
  if (std::string_view(HPDF_GetVersion()).substr(0, 4) != "2.3.") fail("find libharu 2.3", HPDF_INVALID_DOCUMENT);
  state_->document.reset(HPDF_NewEx(&State::note_fault, memory.allocate, memory.release, 0, state_.get()));
  if (state_->document == nullptr || state_->document->sig_bytes != HPDF_SIG_BYTES) {
    fail("start a PDF file", HPDF_FAILD_TO_ALLOC_MEM);
  }
  HPDF_SetPagesConfiguration(state_->document.get(), pages_per_node);
  HPDF_Dict_RemoveElement(state_->document->info, "Producer");
  state_->check("start a PDF file");
}

ObjectFile::~ObjectFile() = default;

Reference ObjectFile::reserve() {
  assert(state_->first_packed == 0);
  HPDF_Dict dict = HPDF_Dict_New(state_->document->mmgr);
  if (dict != nullptr) HPDF_Xref_Add(state_->document->xref, dict);
  state_->check("add an object");
  return state_->reference_of(dict);
}

void ObjectFile::fill(Reference dictionary, std::string body) { state_->set_body(dictionary, std::move(body)); }

Reference ObjectFile::add(std::string body) {
  const Reference reference = reserve();
  fill(reference, std::move(body));
  return reference;
}

Reference ObjectFile::add_stream(std::string entries, std::string_view bytes) {
  assert(state_->first_packed == 0);
  HPDF_Dict dict = HPDF_DictStream_New(state_->document->mmgr, state_->document->xref);
  state_->check("add a stream");
  if (dict->stream->sig_bytes != HPDF_STREAM_SIG_BYTES) fail("know a stream again", HPDF_INVALID_STREAM);
  HPDF_Stream_Write(dict->stream, reinterpret_cast<const HPDF_BYTE*>(bytes.data()),
                    static_cast<HPDF_UINT>(bytes.size()));
  state_->check("fill a stream");
  const Reference reference = state_->reference_of(dict);
  fill(reference, std::move(entries));
  return reference;
}

Reference ObjectFile::add_packed_stream(const std::string& entries, std::string_view bytes) {
  return add_stream(entries + "/Filter/FlateDecode", state_->deflater.pack(bytes));
}

Reference ObjectFile::add_page(std::string_view content) {
  assert(state_->first_packed == 0);
  HPDF_Page page = HPDF_AddPage(state_->document.get());
  state_->check("add a page");
  // Rounded to whole numbers and of its own making: the real ones come with the other entries.
  HPDF_Dict_RemoveElement(page, "MediaBox");
  HPDF_Dict_RemoveElement(page, "Resources");
  auto* contents = static_cast<HPDF_Dict>(HPDF_Dict_GetItem(page, "Contents", HPDF_OCLASS_DICT));
  state_->check("find a page's content");
  const std::string_view packed = state_->deflater.pack(content);
  state_->budget.take(packed.size());
  HPDF_Stream_Write(contents->stream, reinterpret_cast<const HPDF_BYTE*>(packed.data()),
                    static_cast<HPDF_UINT>(packed.size()));
  state_->check("fill a page");
  fill(state_->reference_of(contents), "/Filter/FlateDecode");
  return state_->reference_of(page);
}

void ObjectFile::set_catalog(std::string entries) {
  state_->set_body(state_->reference_of(state_->document->catalog), std::move(entries));
}

void ObjectFile::set_information(std::string entries) {
  state_->set_body(state_->reference_of(state_->document->info), std::move(entries));
}

Reference ObjectFile::reserve_packed() {
  if (state_->first_packed == 0) state_->first_packed = state_->document->xref->entries->count;
  state_->packed.emplace_back();
  return {state_->first_packed + static_cast<std::uint32_t>(state_->packed.size()) - 1};
}

void ObjectFile::fill_packed(Reference object, std::string_view value) {
  state_->packed[object.number - state_->first_packed] = {state_->packed_values.size(), value.size()};
  state_->packed_values += value;
  state_->budget.take(value.size());
}

void ObjectFile::save(Sink& sink) {
  state_->check("finish the file");
  state_->sink = &sink;
  if (state_->first_packed == 0) state_->first_packed = state_->document->xref->entries->count;
  HPDF_Doc document = state_->document.get();
  document->stream = HPDF_CallbackWriter_New(document->mmgr, &State::write_bytes, state_.get());
  state_->check("make room for writing");
  document->pdf_version = HPDF_VER_17;  // last, because other calls turn it down
  HPDF_SaveToStream(document);
  state_->budget.check();
  state_->check("write the file");
  if (!state_->is_sink_broken) {
    const auto after_packed = state_->first_packed + static_cast<std::uint32_t>(state_->packed.size());
    state_->write_cross_reference(state_->write_object_streams(after_packed));
  }
  state_->budget.check();
  if (state_->is_sink_broken) fail("write the file", HPDF_FILE_IO_ERROR);
}

std::vector<std::uint32_t> ObjectFile::State::write_object_streams(std::uint32_t next_number) {
  std::vector<std::uint32_t> offsets;
  for (std::uint32_t begin = 0; begin < packed.size(); begin += packed_objects_per_stream) {
    const auto end =
        std::min<std::uint32_t>(begin + packed_objects_per_stream, static_cast<std::uint32_t>(packed.size()));
    std::string content;
    std::size_t offset = 0;
    for (std::uint32_t i = begin; i < end; ++i) {
      append_integer(content, first_packed + i);
      content += ' ';
      append_integer(content, static_cast<std::int64_t>(offset));
      content += ' ';
      offset += packed[i].size + 1;
    }
    const std::size_t index_size = content.size();
    content.reserve(index_size + offset);
    for (std::uint32_t i = begin; i < end; ++i) {
      content.append(packed_values, packed[i].begin, packed[i].size);
      content += '\n';
    }
    budget.check();
    const std::string_view bytes = deflater.pack(content);
    std::string head;
    append_integer(head, next_number++);
    head += " 0 obj\n<</Type/ObjStm/N ";
    append_integer(head, end - begin);
    head += "/First ";
    append_integer(head, static_cast<std::int64_t>(index_size));
    head += "/Filter/FlateDecode/Length ";
    append_integer(head, static_cast<std::int64_t>(bytes.size()));
    head += ">>\nstream\r\n";
    offsets.push_back(static_cast<std::uint32_t>(written));
    write(head);
    write(bytes);
    write("\nendstream\nendobj\n");
  }
  return offsets;
}

void ObjectFile::State::write_cross_reference(const std::vector<std::uint32_t>& stream_offsets) {
  std::string rows;
  std::array<char, entry_bytes> last{};
  std::uint32_t count = 0;
  const auto append_row = [&](unsigned kind, std::uint64_t middle, std::uint32_t index) {
    std::array<char, entry_bytes> row{static_cast<char>(kind)};
    for (std::size_t i = 0; i < offset_bytes; ++i) {
      row[1 + i] = static_cast<char>(static_cast<unsigned char>(middle >> (8 * (offset_bytes - 1 - i))));
    }
    row[entry_bytes - 1] = static_cast<char>(index);
    rows += '\x02';  // PNG "up" predictor: rows differ little
    for (std::size_t i = 0; i < entry_bytes; ++i) rows += static_cast<char>(row[i] - last[i]);
    last = row;
    ++count;
  };
  append_row(0, 0, 0);
  for (std::uint32_t number = 1; number < first_packed; ++number) {
    append_row(1, HPDF_Xref_GetEntry(document->xref, number)->byte_offset, 0);
  }
  const auto first_stream = first_packed + static_cast<std::uint32_t>(packed.size());
  for (std::uint32_t i = 0; i < packed.size(); ++i) {
    append_row(2, first_stream + i / packed_objects_per_stream, i % packed_objects_per_stream);
  }
  for (const std::uint32_t offset : stream_offsets) append_row(1, offset, 0);
  const auto start = written;
  append_row(1, start, 0);

  const std::string_view bytes = deflater.pack(rows);
  std::string tail;
  append_integer(tail, count - 1);
  tail += " 0 obj\n<</Type/XRef/Size ";
  append_integer(tail, count);
  tail += "/W[1 4 1]/Root ";
  append_reference(tail, reference_of(document->catalog));
  tail += "/Info ";
  append_reference(tail, reference_of(document->info));
  tail += "/ID[<" + digest.digits() + "><";
  const std::size_t own = tail.size();
  tail += no_digest;
  tail += ">]/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns ";
  append_integer(tail, static_cast<std::int64_t>(entry_bytes));
  tail += ">>/Length ";
  append_integer(tail, static_cast<std::int64_t>(bytes.size()));
  tail += ">>\nstream\r\n";
  tail += bytes;
  tail += "\nendstream\nendobj\nstartxref\n";
  append_integer(tail, static_cast<std::int64_t>(start));
  tail += "\n%%EOF\n";
  digest.add(tail);
  tail.replace(own, no_digest.size(), digest.digits());
  give(tail);
}

}  // namespace krut::pdf
