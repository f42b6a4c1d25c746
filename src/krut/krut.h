#ifndef KRUT_KRUT_H
#define KRUT_KRUT_H

#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define KRUT_C_API __attribute__((visibility("default")))
#else
#define KRUT_C_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* The C face of krut: the same engine as krut.hpp, for C and for every language that calls C.
 *
 * Strings are UTF-8 and end with NUL; bytes have a size beside them. What a function returns belongs to the object it
 * was asked from and lives as long as that. No function throws or exits. An engine may serve any number of threads at
 * once; an outcome belongs to one thread at a time. */

/* NOLINTBEGIN(modernize-use-using,readability-identifier-naming): this header is C. */
typedef struct krut_engine krut_engine;
typedef struct krut_outcome krut_outcome;
typedef struct krut_source krut_source;
typedef struct krut_judgement krut_judgement;

typedef struct krut_request krut_request;
typedef struct krut_cancel_flag krut_cancel_flag;
/* NOLINTEND(modernize-use-using,readability-identifier-naming) */

/* An engine over folders of fonts and of layouts, each array ending with NULL. Returns NULL only when memory is short.
 */
KRUT_C_API krut_engine* krut_engine_new(const char* const* font_folders, const char* const* layout_folders);
/* The same with the absolute path of the program krut-picture, which draws SVG pictures and makes photos anew; NULL or
 * empty: the one that came with the library. */
KRUT_C_API krut_engine* krut_engine_new_with_picture_program(const char* const* font_folders,
                                                             const char* const* layout_folders,
                                                             const char* picture_program);
KRUT_C_API void krut_engine_free(krut_engine* engine);

/* What to render, and how. Strings and bytes given to it are copied; NULL stands for an empty one. A request may be
 * used again and changed between uses, by one thread at a time. Setters return 1, or 0 when memory is short: then
 * nothing has changed. */

/* A request for a PDF and a DOCX without dates, the data inside, fonts embedded, PDF/A-3a and PDF/UA-1, no bounds.
 * Returns NULL only when memory is short. */
KRUT_C_API krut_request* krut_request_new(void);
KRUT_C_API void krut_request_free(krut_request* request);
/* JSON text of `size` bytes. */
KRUT_C_API int krut_request_set_data(krut_request* request, const char* data, size_t size);
/* For messages: "report.json". */
KRUT_C_API int krut_request_set_data_name(krut_request* request, const char* name);
/* Pictures named in the data are read below it; empty: no file is read. */
KRUT_C_API int krut_request_set_data_folder(krut_request* request, const char* folder);
/* A picture of `size` bytes: what the data calls `name`, taken before any file of that name. Another of the same name
 * takes its place. */
KRUT_C_API int krut_request_set_picture(krut_request* request, const char* name, const char* picture, size_t size);
/* Takes all of them away. Cannot fail. */
KRUT_C_API void krut_request_clear_pictures(krut_request* request);
/* Layout name or .xml file; empty: the data decides. */
KRUT_C_API int krut_request_set_layout(krut_request* request, const char* layout);
/* "a3a-ua1", "a3b", "plain", ...; empty: "a3a-ua1". */
KRUT_C_API int krut_request_set_pdf_standard(krut_request* request, const char* standard);
/* These five cannot fail; 0 is no. */
KRUT_C_API void krut_request_set_wants_pdf(krut_request* request, int wants_pdf);
KRUT_C_API void krut_request_set_wants_docx(krut_request* request, int wants_docx);
KRUT_C_API void krut_request_set_embeds_fonts_in_docx(krut_request* request, int embeds_fonts);
KRUT_C_API void krut_request_set_has_source(krut_request* request, int has_source);
/* Seconds since 1970-01-01T00:00Z, for the dates in the files. */
KRUT_C_API void krut_request_set_created_at(krut_request* request, int64_t seconds);

/* Pictures with more dots to the inch of paper are scaled down to these; 0: they stay as they are. Cannot fail. */
KRUT_C_API void krut_request_set_image_dpi(krut_request* request, int dots_per_inch);

/* Bounds of each call with the request; they cannot fail. 0: none. A call that reaches one makes nothing: status 75 and
 * a diagnostic with the code "limit.timeout" or "limit.memory". */
/* Milliseconds from the beginning of the call. */
KRUT_C_API void krut_request_set_timeout(krut_request* request, uint64_t milliseconds);
/* Bytes that the request itself may hold, by krut's own count (README, "Bounds"). */
KRUT_C_API void krut_request_set_max_memory(krut_request* request, size_t bytes);

/* A flag by which a caller ends what it no longer wants: status 130 and the code "request.cancelled". Any thread may
 * set it at any time; it stays set. NULL only when memory is short. It may be freed before the requests that have it.
 */
KRUT_C_API krut_cancel_flag* krut_cancel_flag_new(void);
KRUT_C_API void krut_cancel_flag_set(krut_cancel_flag* flag);
KRUT_C_API void krut_cancel_flag_free(krut_cancel_flag* flag);
/* NULL takes it away. Cannot fail. */
KRUT_C_API void krut_request_set_cancel_flag(krut_request* request, const krut_cancel_flag* flag);

/* Checks and renders; krut_check only checks. Returns NULL only when memory is short. Free with krut_outcome_free. */
KRUT_C_API krut_outcome* krut_render(const krut_engine* engine, const krut_request* request);
KRUT_C_API krut_outcome* krut_check(const krut_engine* engine, const krut_request* request);
KRUT_C_API void krut_outcome_free(krut_outcome* outcome);

/* 0, or the documented exit code. */
KRUT_C_API int krut_outcome_status(const krut_outcome* outcome);
KRUT_C_API size_t krut_outcome_page_count(const krut_outcome* outcome);
/* The bytes of a file, or NULL and size 0 when it was not wanted or not made. */
KRUT_C_API const char* krut_outcome_pdf(const krut_outcome* outcome, size_t* size);
KRUT_C_API const char* krut_outcome_docx(const krut_outcome* outcome, size_t* size);
/* The unsigned signature fields of the PDF in signing order, as JSON; NULL and size 0 when no PDF was made. */
KRUT_C_API const char* krut_outcome_signatures(const krut_outcome* outcome, size_t* size);
/* Faults, from 0 to count - 1: as one line of JSON, or as text for people; `language` is "th" or "en". NULL past the
 * end. */
KRUT_C_API size_t krut_outcome_diagnostic_count(const krut_outcome* outcome);
KRUT_C_API const char* krut_outcome_diagnostic_json(const krut_outcome* outcome, size_t index, const char* language);
KRUT_C_API const char* krut_outcome_diagnostic_text(const krut_outcome* outcome, size_t index, const char* language);

/* The source inside a PDF or DOCX that krut made; `name` is for messages and may be NULL. Returns NULL only when memory
 * is short. Free with krut_source_free. */
KRUT_C_API krut_source* krut_read_back(const char* paper, size_t size, const char* name);
/* The same with the bounds of `request`, of which nothing else is looked at. */
KRUT_C_API krut_source* krut_read_back_bounded(const char* paper, size_t size, const char* name,
                                               const krut_request* request);
KRUT_C_API void krut_source_free(krut_source* source);

/* 0, or the documented exit code: 64 when the file is not one of ours, is damaged or locked, or carries no source. */
KRUT_C_API int krut_source_status(const krut_source* source);
/* The JSON text, byte for byte as it was rendered; NULL and size 0 when there is none. */
KRUT_C_API const char* krut_source_data(const krut_source* source, size_t* size);
/* Empty when there is no source. */
KRUT_C_API const char* krut_source_layout(const krut_source* source);
KRUT_C_API const char* krut_source_layout_version(const krut_source* source);
KRUT_C_API const char* krut_source_producer(const krut_source* source);
/* 1 when both have a source and were made of the same data by the same layout and version of krut, else 0. */
KRUT_C_API int krut_sources_belong_together(const krut_source* first, const krut_source* second);
/* Faults, as for an outcome. */
KRUT_C_API size_t krut_source_diagnostic_count(const krut_source* source);
KRUT_C_API const char* krut_source_diagnostic_json(const krut_source* source, size_t index, const char* language);
KRUT_C_API const char* krut_source_diagnostic_text(const krut_source* source, size_t index, const char* language);

/* Whether the paper still is as krut made it: "untouched", "edited" or "signed", or "foreign" where that cannot be
 * told; edits are told as warnings too. As one line of JSON: see krut_judgement_json. */
KRUT_C_API const char* krut_source_standing(const krut_source* source);
KRUT_C_API const char* krut_source_judgement_json(const krut_source* source);

/* What a file is to krut that is about to be replaced: a PDF, a DOCX or a list of signature fields, as bytes. Returns
 * NULL only when memory is short. Free with krut_judgement_free. */
KRUT_C_API krut_judgement* krut_judge(const char* file, size_t size);
KRUT_C_API void krut_judgement_free(krut_judgement* judgement);
/* "empty", "untouched" (krut made it, and every byte is as it was then), "edited", "signed" or "foreign". Only a file
 * of the first two is nobody's work. */
KRUT_C_API const char* krut_judgement_standing(const krut_judgement* judgement);
/* {"standing", "saved_with", "saved_by", "saved_at", "signatures": [{"field", "signer", "signed_at"}], "is_compared",
 * "differences": [{"place", "place_thai", "pointer", "before", "after"}], "has_more_differences"}, on one line. */
KRUT_C_API const char* krut_judgement_json(const krut_judgement* judgement);

/* "1.0.0" */
KRUT_C_API const char* krut_version(void);

#ifdef __cplusplus
}
#endif

#endif
