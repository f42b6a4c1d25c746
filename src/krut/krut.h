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

/* What to render. Fill with krut_request_defaults first, then set what matters. */
typedef struct krut_request {
  const char* data;        /* JSON text */
  size_t data_size;        /* its bytes */
  const char* data_name;   /* for messages; may be NULL */
  const char* data_folder; /* images named in the data are read below it; NULL refuses them */
  const char* layout;      /* layout name or .xml file; NULL: the data decides */
  int wants_pdf;
  int wants_docx;
  int embeds_fonts_in_docx;
  int has_source;
  int has_created_at;       /* 0: no dates in the files */
  int64_t created_at;       /* seconds since 1970-01-01T00:00Z */
  const char* pdf_standard; /* "a3a-ua1", "a3b", "plain", ...; NULL: "a3a-ua1" */
} krut_request;
/* NOLINTEND(modernize-use-using,readability-identifier-naming) */

/* An engine over folders of fonts and of layouts, each array ending with NULL. Returns NULL only when memory is short.
 */
KRUT_C_API krut_engine* krut_engine_new(const char* const* font_folders, const char* const* layout_folders);
KRUT_C_API void krut_engine_free(krut_engine* engine);

KRUT_C_API void krut_request_defaults(krut_request* request);

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
KRUT_C_API void krut_source_free(krut_source* source);

/* 0, or the documented exit code: 64 when the file is not one of ours, is damaged or locked, or carries no source. */
KRUT_C_API int krut_source_status(const krut_source* source);
/* The JSON text, byte for byte as it was rendered; NULL and size 0 when there is none. */
KRUT_C_API const char* krut_source_data(const krut_source* source, size_t* size);
/* Empty when there is no source. */
KRUT_C_API const char* krut_source_layout(const krut_source* source);
KRUT_C_API const char* krut_source_layout_version(const krut_source* source);
KRUT_C_API const char* krut_source_producer(const krut_source* source);
/* Faults, as for an outcome. */
KRUT_C_API size_t krut_source_diagnostic_count(const krut_source* source);
KRUT_C_API const char* krut_source_diagnostic_json(const krut_source* source, size_t index, const char* language);
KRUT_C_API const char* krut_source_diagnostic_text(const krut_source* source, size_t index, const char* language);

/* "1.0.0" */
KRUT_C_API const char* krut_version(void);

#ifdef __cplusplus
}
#endif

#endif
