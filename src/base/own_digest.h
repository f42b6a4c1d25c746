#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Every file that krut makes carries a digest of its own bytes, so that it can be told later whether another program
/// has changed any of them: a PDF as the second element of /ID, a DOCX as the custom property `krut.digest`, the list
/// of signatures as its last member `digest`. It proves that nothing was changed, not who made the file.
namespace krut {

/// The digits of a digest where it is not known yet.
inline constexpr std::string_view no_digest = "00000000000000000000000000000000";

/// The custom property of a DOCX; its part is the last one in the file and is not packed.
inline constexpr std::string_view digest_property = "krut.digest";
inline constexpr std::string_view digest_part = "docProps/custom.xml";

/// Where a file keeps its digest, and what else in it follows from the digest: neither is counted in it.
struct DigestPlace {
  std::size_t digits = 0;
  std::vector<std::size_t> check_sums;  ///< the CRC-32 of a DOCX's part, four bytes each: by it and in the ZIP's list
  std::size_t part = 0;                 ///< where that part begins
  std::size_t part_size = 0;
};

/// Nothing where `bytes` hold no digest in the place that their kind has for it. Never trusts the bytes.
[[nodiscard]] std::optional<DigestPlace> digest_place_in_pdf(std::string_view bytes);
[[nodiscard]] std::optional<DigestPlace> digest_place_in_docx(std::string_view bytes);
[[nodiscard]] std::optional<DigestPlace> digest_place_in_json(std::string_view bytes);

/// The digest of `bytes`, with zeros for what is not counted.
[[nodiscard]] std::string own_digest(std::string_view bytes, const DigestPlace& place);

/// True when the digest in the file is its own. The check sums are the caller's to look at.
[[nodiscard]] bool is_as_made(std::string_view bytes, const DigestPlace& place);

}  // namespace krut
