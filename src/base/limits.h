#pragma once

#include <cstddef>

/// Every limit of the program, by name. Documented for users in README.md; going over one is exit code 75 or a
/// diagnostic that names the limit, never a crash or a silent cut.
namespace krut::limits {

inline constexpr std::size_t data_bytes = 64U << 20;         ///< one data file
inline constexpr std::size_t data_depth = 64;                ///< nesting of arrays and objects in it
inline constexpr std::size_t data_values = 4'000'000;        ///< texts, numbers, arrays, … of one data file
inline constexpr std::size_t layout_bytes = 4U << 20;        ///< one layout or schema file
inline constexpr std::size_t layout_depth = 32;              ///< elements inside elements in a layout
inline constexpr std::size_t styles = 1'000;                 ///< of one layout
inline constexpr std::size_t condition_depth = 16;           ///< brackets and `not` inside one another in an `if`
inline constexpr std::size_t part_depth = 8;                 ///< parts that use parts
inline constexpr std::size_t part_elements = 20'000;         ///< that the parts of a layout come to, at all their uses
inline constexpr std::size_t element_attributes = 256;       ///< of one element of a layout or of a DOCX read back
inline constexpr std::size_t schema_depth = 256;             ///< subschemas that lead to one another, from the root on
inline constexpr std::size_t schema_depth_of_value = 32;     ///< the same, without a step into the data
inline constexpr std::size_t schema_rules_of_value = 4'096;  ///< subschemas that one value is held against
inline constexpr std::size_t value_checks = 256;        ///< of subschemas for each value of the data, on the average
inline constexpr std::size_t patterns = 512;            ///< different ones of a schema
inline constexpr std::size_t pattern_bytes = 1U << 20;  ///< of memory that one pattern may take
inline constexpr std::size_t skeleton_lines = 100'000;  ///< of the data that a layout's skeleton holds
inline constexpr std::size_t kept_layouts = 64;         ///< by an engine, those used of late
inline constexpr std::size_t image_bytes = 16U << 20;   ///< one emblem or picture
inline constexpr std::size_t image_pixels = 64U << 20;  ///< width times height of a bitmap
inline constexpr std::size_t svg_elements = 100'000;    ///< of one drawing
inline constexpr std::size_t svg_depth = 128;           ///< elements inside elements in it
inline constexpr std::size_t vector_objects =
    10'000;  ///< PDF objects one drawing may become; else it is drawn as pixels
inline constexpr std::size_t font_bytes = 64U << 20;        ///< one font file
inline constexpr std::size_t font_files = 4'096;            ///< looked at in the folders given
inline constexpr std::size_t font_faces = 256;              ///< in one file
inline constexpr std::size_t word_list_bytes = 1U << 20;    ///< one list of an office's own words
inline constexpr std::size_t own_word_letters = 64;         ///< of one of them
inline constexpr std::size_t shaped_words = 65'536;         ///< kept by a setter before it starts afresh
inline constexpr std::size_t segmented_runs = 65'536;       ///< runs of Thai letters, likewise
inline constexpr std::size_t diagnostics = 1'000;           ///< shown for one input; the rest are counted
inline constexpr std::size_t image_side = 32'767;           ///< pixels of a bitmap's longer side
inline constexpr std::size_t jpeg_scans = 100;              ///< of a JPEG
inline constexpr std::size_t coarse_dpi = 72;               ///< dots to the inch of paper; with fewer it is told
inline constexpr std::size_t least_image_dpi = 36;          ///< that pictures may be scaled down to
inline constexpr std::size_t most_image_dpi = 2'400;        ///< likewise
inline constexpr std::size_t photo_columns = 4;             ///< pictures side by side
inline constexpr std::size_t large_paper = 20'000'000;      ///< bytes of a paper; a larger one is told
inline constexpr std::size_t image_ratio = 1'000;           ///< longer to shorter side of a drawing
inline constexpr std::size_t svg_drawn = 500'000;           ///< shapes that it comes to, every reference followed
inline constexpr std::size_t svg_references = 32;           ///< references inside what is referred to
inline constexpr std::size_t svg_kernel = 15;               ///< side of the kernel of a filter
inline constexpr std::size_t svg_octaves = 8;               ///< of the noise of a filter
inline constexpr std::size_t drawing_bytes = 2U << 30;      ///< addresses of the program that draws one
inline constexpr std::size_t drawing_seconds = 10;          ///< of a processor, to draw it
inline constexpr std::size_t drawing_wait_seconds = 30;     ///< of a clock, likewise
inline constexpr std::size_t drawn_page_bytes = 64U << 20;  ///< what it becomes as lines
inline constexpr std::size_t drawn_png_bytes = 256U << 20;  ///< what it becomes as pixels
inline constexpr std::size_t kept_picture_bytes = 64U
                                                  << 20;  ///< pictures remembered with the judgement on them, likewise
inline constexpr std::size_t kept_drawing_bytes = 64U << 20;  ///< SVGs and photos remembered with what they become
inline constexpr std::size_t told_characters =
    4'096;  ///< of a message, a hint or a JSON pointer; its middle is left out
inline constexpr std::size_t shown_characters = 500;  ///< the same, in what people read
inline constexpr std::size_t pages = 50'000;          ///< of one document
inline constexpr std::size_t list_depth = 6;          ///< lists inside lists
inline constexpr std::size_t table_columns = 60;      ///< Word's own limit is 63

// Of a file whose data is read back.
inline constexpr std::size_t paper_bytes = 512U << 20;     ///< the PDF or DOCX
inline constexpr std::size_t unpacked_bytes = 256U << 20;  ///< taken out of its compressed parts, in all

// Of files that are written.
inline constexpr std::size_t folder_wait_seconds = 30;  ///< for others who write into the same folder
inline constexpr std::size_t pipe_wait_seconds = 300;   ///< for a program that reads the pipe that is written to
inline constexpr std::size_t swept_names = 100'000;     ///< of a folder, looked at for temporary files of killed runs

// Of a file that is asked whether anybody has changed it.
inline constexpr std::size_t compared_paragraphs = 200'000;  ///< of a DOCX that was changed, on either side
inline constexpr std::size_t visited_objects = 20'000;       ///< of a PDF that was changed
inline constexpr std::size_t told_differences = 5;  ///< places that are named; of the rest it is told that they are
inline constexpr std::size_t told_signatures = 64;  ///< likewise

}  // namespace krut::limits
